# SPDX-License-Identifier: GPL-2.0-or-later
"""The workspace: a pull is a new table, open layers move, nothing of yesterday is harmed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

from blankspot_plugin.bridge import moving
from blankspot_plugin.bridge.workspace import Workspace, default_path
from blankspot_plugin.core.errors import WorkspaceBusy, WorkspaceUnfit
from blankspot_plugin.processing.messages import sentence
from tests.qgis import network_drive


@pytest.fixture(params=["disk", "network drive"])
def folder(request, tmp_path):
    if request.param == "disk":
        yield tmp_path
        return
    if network_drive.missing():
        pytest.skip(f"no network drive can be made here: {network_drive.missing()}")
    # QGIS does this by itself on a drive that it knows to be one of a network: SMB, NFS.
    gdal.SetConfigOption("OGR_SQLITE_JOURNAL", "DELETE")
    with network_drive.drive(tmp_path / "share", tmp_path / "drive") as place:
        yield place
    gdal.SetConfigOption("OGR_SQLITE_JOURNAL", None)


@pytest.fixture
def workspace(folder):
    return Workspace(folder / "proyek_blankspot.gpkg")


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
    drive = workspace.path.parent.name == "drive"
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
    # Without a write-ahead log nobody writes while somebody reads.
    rest = sum(1 for _ in reader) if drive else None
    second = pull(layer="sites_2024")
    rest = sum(1 for _ in reader) if rest is None else rest
    assert 1 + rest == count, "a reader of the old table gets all of it"
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


def test_who_reads_for_long_on_a_network_drive_keeps_others_from_writing(
    workspace, pull, monkeypatch
):
    from blankspot_plugin.bridge import workspace as module

    if workspace.path.parent.name != "drive":
        pytest.skip("on a disk nobody waits for readers")
    monkeypatch.setattr(module, "_PATIENCE", 0.1)
    made = pull()
    reader = workspace.layer(made.table).getFeatures()
    next(reader)
    with pytest.raises(WorkspaceBusy):
        workspace.begin("BTS")
    reader.close()
    assert pull().source.received == 134


def test_a_network_drive_has_no_write_ahead_log(tmp_path):
    """Else this file would prove nothing of it."""
    if network_drive.missing():
        pytest.skip(f"no network drive can be made here: {network_drive.missing()}")
    with network_drive.drive(tmp_path / "share", tmp_path / "drive") as place:
        with closing(sqlite3.connect(place / "a.db")) as data:
            data.execute("PRAGMA journal_mode = WAL")
            with pytest.raises(sqlite3.OperationalError):
                data.execute("CREATE TABLE t (a)")
        # One that QGIS takes for a disk of this machine.
        workspace = Workspace(place / "proyek_blankspot.gpkg")
        with pytest.raises(WorkspaceUnfit) as caught:
            workspace.begin("BTS")
        assert str(workspace.path) in sentence(caught.value)
        assert [path.name for path in place.glob("proyek*")] == []


def test_a_file_of_its_own_is_put_in_place_twice(folder, run):
    out = folder / "menara.gpkg"
    for layer, count in (("sites_2024", 128), ("sites", 134)):
        run("pull", {"SERVICE": "sample", "LAYER": layer, "OUTPUT": str(out)})
        assert QgsVectorLayer(str(out)).featureCount() == count
    assert [each.name for each in folder.glob("*menara*")] == ["menara.gpkg"]


def test_a_locked_workspace_is_a_sentence(workspace, pull, monkeypatch):
    from blankspot_plugin.bridge import workspace as module

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


def test_in_a_folder_of_the_office_projects_of_one_name_are_two(tmp_path):
    places = set()
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        project = QgsProject()
        project.write(str(tmp_path / folder / "peta.qgz"))
        places.add(default_path(project, tmp_path, str(tmp_path)))
    assert len(places) == 2
    assert {place.parent for place in places} == {tmp_path}


def test_it_goes_along_when_the_project_is_saved_elsewhere(workspace, pull, tmp_path):
    made = pull()
    project = QgsProject()
    layer = workspace.layer(made.table)
    layer.setSubsetString("technology = '4G'")
    count = layer.featureCount()
    project.addMapLayer(layer)
    other = layer.clone()
    folder = moving.results_folder(workspace.path)
    folder.mkdir()
    shutil.copy(workspace.path, folder / "1.gpkg")
    result = QgsVectorLayer(f"{folder / '1.gpkg'}|layername={made.table}", "result", "ogr")
    project.addMapLayer(result)
    new = tmp_path / "elsewhere" / "new_blankspot.gpkg"
    before = moving.take_along(project, workspace.path, new, result.source())
    assert layer.source().startswith(str(new))
    assert layer.featureCount() == count
    moved = moving.results_folder(new) / "1.gpkg"
    assert result.source().startswith(str(moved)) and before.startswith(str(moved))
    assert Workspace(new).current() == {"BTS": made}
    # The project it was before has all of it still.
    assert other.isValid() and other.featureCount() == count
    assert workspace.current() == {"BTS": made}


def test_where_it_cannot_go_along_nothing_moves(workspace, pull, tmp_path):
    made = pull()
    project = QgsProject()
    layer = workspace.layer(made.table)
    project.addMapLayer(layer)
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceBusy):
        moving.take_along(project, workspace.path, tmp_path / "file" / "new.gpkg")
    assert layer.source().startswith(str(workspace.path))
