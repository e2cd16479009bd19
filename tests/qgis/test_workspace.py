# SPDX-License-Identifier: GPL-2.0-or-later
"""The workspace: a pull is a new table, open layers move, nothing of yesterday is harmed."""

from __future__ import annotations

import sqlite3

import pytest
from qgis.core import QgsProcessingException, QgsProject

from blankspot_plugin.bridge.workspace import Workspace, default_path
from blankspot_plugin.core.errors import WorkspaceBusy


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path / "proyek_blankspot.gpkg")


@pytest.fixture
def pull(run, workspace):
    """Pull a table of the sample into the workspace and return its name there."""

    def pulled(name="BTS", layer="sites", keep=False, **parameters):
        output = workspace.begin(name)
        given = {"SERVICE": "sample", "LAYER": layer, "OUTPUT": output, **parameters}
        result, _ = run("pull", given)
        table = result["OUTPUT"].split("layername=")[1]
        return workspace.adopt(table, keep)

    return pulled


def test_a_pull_becomes_the_current_table(workspace, pull):
    made = pull()
    assert made.state == "current"
    assert workspace.current() == {"BTS": made}
    assert made.source.received == made.source.announced == 134
    assert workspace.layer(made.table).featureCount() == 134


def test_the_pulls_are_a_table_that_qgis_shows(workspace, pull):
    pull()
    table = workspace.layer("pulls")
    (row,) = table.getFeatures()
    assert row["name"] == "BTS"
    assert row["received"] == row["announced"] == 134
    assert len(row["sha256"]) == 64


def test_the_same_data_have_the_same_digest(pull):
    assert pull().source.sha256 == pull().source.sha256
    assert pull(FILTER="technology = '4G'").source.kept < 134


def test_open_layers_move_to_the_new_table_and_keep_their_look(workspace, pull):
    first = pull()
    project = QgsProject()
    layer = workspace.layer(first.table)
    layer.setName("menara")
    layer.setSubsetString("technology = '4G'")
    layer.setOpacity(0.5)
    project.addMapLayer(layer)
    count = layer.featureCount()
    reader = layer.getFeatures()
    next(reader)
    second = pull(layer="sites_2024")
    assert 1 + sum(1 for _ in reader) == count, "a reader of the old table gets all of it"
    reader.close()
    assert workspace.move_layers(project) == [layer]
    assert second.table in layer.source()
    assert (layer.name(), layer.opacity()) == ("menara", 0.5)
    assert layer.subsetString() == "technology = '4G'"
    assert layer.isValid() and layer.featureCount() > 0


def test_old_tables_go_when_nobody_has_them_open(workspace, pull):
    first, second = pull(), pull()
    project = QgsProject()
    project.addMapLayer(workspace.layer(first.table))
    assert workspace.sweep(project) == []
    project.clear()
    assert workspace.sweep(project) == [first.table]
    assert [each.table for each in workspace.pulls()] == [second.table]
    assert not workspace.layer(first.table).isValid()
    assert workspace.layer(second.table).featureCount() == 134


def test_a_snapshot_stays_until_it_is_given_up(workspace, pull):
    first = pull(layer="sites_2024")
    pull(keep=True)
    assert workspace.sweep(QgsProject()) == []
    assert {each.state for each in workspace.pulls()} == {"snapshot", "current"}
    workspace.give_up(first.table)
    assert workspace.sweep(QgsProject()) == [first.table]


def test_a_pull_that_fails_leaves_the_last_one_whole(workspace, pull, run):
    made = pull()
    output = workspace.begin("BTS")
    with pytest.raises(QgsProcessingException):
        run("pull", {"SERVICE": "sample", "LAYER": "no_such", "OUTPUT": output})
    assert workspace.current() == {"BTS": made}
    assert len(workspace.sweep(QgsProject())) == 1
    assert workspace.layer(made.table).featureCount() == 134


def test_what_was_not_reserved_is_not_adopted(workspace, pull):
    pull()
    with pytest.raises(ValueError, match="pulls"):
        workspace.adopt("pulls")


def test_no_write_ahead_log(workspace, pull):
    pull()
    with sqlite3.connect(workspace.path) as data:
        assert data.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_locked_workspace_is_a_sentence(workspace, pull, monkeypatch):
    from blankspot_plugin.bridge import workspace as module
    from blankspot_plugin.processing.messages import sentence

    pull()
    monkeypatch.setattr(module, "_PATIENCE", 0.1)
    holder = sqlite3.connect(workspace.path)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(WorkspaceBusy) as caught:
        workspace.begin("BTS")
    holder.close()
    assert str(workspace.path) in sentence(caught.value)


def test_it_lies_beside_the_project(tmp_path):
    project = QgsProject()
    assert default_path(project, tmp_path) == tmp_path / "blankspot" / "workspace.gpkg"
    project.write(str(tmp_path / "paser.qgz"))
    assert default_path(project, tmp_path) == tmp_path / "paser_blankspot.gpkg"
