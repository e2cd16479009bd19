# SPDX-License-Identifier: GPL-2.0-or-later
"""The monthly round as a model: put together from a project, run, and kept as a file."""

from __future__ import annotations

import secrets
import shutil

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from blankspot_plugin import paths
from blankspot_plugin.bridge import monthly, project_state, settings
from blankspot_plugin.bridge.project_state import PULLED, ProjectState
from blankspot_plugin.processing.update import model_of
from blankspot_plugin.services.connections import Saved
from blankspot_plugin.services.model import Connection
from tests.qgis.helpers import Said

TABLES = ("areas", "sites", "settlements")


@pytest.fixture
def project(provider, tmp_path):
    """A project whose areas and towers are pulled, whose settlements are a file."""
    made = QgsProject.instance()
    made.clear()
    sample = tmp_path / "sample.gpkg"
    shutil.copy(paths.sample() / "contoh.gpkg" if paths.sample().is_dir() else paths.sample(),
                sample)  # fmt: skip
    ids = {}
    for table in TABLES:
        layer = QgsVectorLayer(f"{sample}|layername={table}", table, "ogr")
        assert layer.isValid()
        made.addMapLayer(layer)
        ids[table] = layer.id()
    state = ProjectState(
        purposes=ids,
        parameters={
            "AREAS": ids["areas"], "SITES": ids["sites"], "SETTLEMENTS": ids["settlements"],
            "CODE_FIELD": "code", "NAME_FIELD": "name", "DEFINITION": "settlement",
            "TECHNOLOGY_FIELD": "technology", "RADII": ["4G", "3500", "5000"],
        },
        pulls={
            name: {"SERVICE": "file", "URL": str(sample), "LAYER": name}
            for name in ("areas", "sites")
        },
    )  # fmt: skip
    for name in ("areas", "sites"):
        made.mapLayer(ids[name]).setCustomProperty(PULLED, name)
    state.pulls["sites"]["AREAS"] = ids["areas"]
    project_state.write(made, state)
    yield made
    made.clear()


def outputs(model, folder):
    """Where everything goes."""
    given = {}
    for definition in model.destinationParameterDefinitions():
        name = definition.name()
        given[name] = str(folder / f"{name.replace(':', '_').lower()}.gpkg")
    given["mapsheets:FOLDER"] = str(folder)
    return given


def registered():
    return QgsApplication.processingRegistry().createAlgorithmById("blankspot:update")


def in_background(model, asked):
    """Run as the panel does; return whether it went well, the results, and what was said."""
    context, said, done = QgsProcessingContext(), Said(), []
    said.errors = []
    said.reportError = lambda error, fatal=False: said.errors.append(error)
    context.setProject(QgsProject.instance())
    context.setFeedback(said)
    task = QgsProcessingAlgRunnerTask(model, asked, context, said)
    task.executed.connect(lambda fine, results: done.append((fine, results)))
    QgsApplication.taskManager().addTask(task)
    while not done:
        QCoreApplication.processEvents()
    return (*done[0], said)


def test_without_an_analysis_there_is_nothing_to_do(provider):
    QgsProject.instance().clear()
    fine, message = registered().checkParameterValues({}, QgsProcessingContext())
    assert not fine
    assert message.startswith("There is nothing to update")


def test_it_pulls_analyses_and_prints_and_then_compares(project, tmp_path):
    model = registered()
    steps = set(model.childAlgorithms())
    assert steps == {"pull_1", "pull_2", "analysis", "mapsheets"}
    fine, results, said = in_background(model, outputs(model, tmp_path))
    assert fine, said.errors
    children = results["CHILD_RESULTS"]
    assert children["pull_1"]["COUNT"] == 144
    sheets = list(tmp_path.glob("sheet_*.pdf"))
    assert [str(sheet) for sheet in sheets] == [children["mapsheets"]["PDF"]]
    statistics = QgsVectorLayer(results["analysis:STATISTICS"], "statistics", "ogr")
    assert statistics.featureCount() == 144
    # The settlements were not pulled: they come from their file.
    assert children["analysis"]["N_BLANK"] > 0

    project.addMapLayer(statistics)
    state = project_state.read(project)
    state.results["STATISTICS"] = statistics.id()
    project_state.write(project, state)
    model = registered()
    assert set(model.childAlgorithms()) == steps | {"change"}
    second = tmp_path / "second"
    second.mkdir()
    asked = {**outputs(model, second), "BEFORE": statistics.source()}
    fine, results, said = in_background(model, asked)
    assert fine, said.errors
    assert results["CHILD_RESULTS"]["change"]["N_NEW"] == 0
    assert results["CHILD_RESULTS"]["change"]["N_PERSISTENT"] == children["analysis"]["N_BLANK"]


def test_the_sheet_tells_the_definition(project, tmp_path, monkeypatch):
    from blankspot_plugin.cartography import layouts

    told = []
    build = layouts.build_sheet
    monkeypatch.setattr(
        layouts, "build_sheet", lambda *given: told.append(given[1].text) or build(*given)
    )
    model = registered()
    fine, _, said = in_background(model, outputs(model, tmp_path))
    assert fine, said.errors
    assert "90 % of its settlements" in told[0].definition


def test_it_stops_at_the_step_that_fails_with_its_sentence(project, tmp_path):
    state = project_state.read(project)
    state.pulls["sites"]["URL"] = str(tmp_path / "gone.gpkg")
    project_state.write(project, state)
    model = registered()
    fine, _, said = in_background(model, outputs(model, tmp_path))
    assert not fine
    assert "gone.gpkg" in said.errors[0]
    assert not (tmp_path / "analysis_statistics.gpkg").exists()


def test_towers_that_were_checked_are_checked_again(project):
    state = project_state.read(project)
    cleaned = project.mapLayer(state.purposes["settlements"])
    state.clean = {"INPUT": state.purposes["sites"], "AREAS": state.purposes["areas"]}
    state.results["CLEAN_SITES"] = state.parameters["SITES"] = cleaned.id()
    project_state.write(project, state)
    what = monthly.round_of(project)
    assert what.clean["INPUT"] == monthly.Made("pull_2")
    assert what.analysis["SITES"] == monthly.Made("cleansites")
    model = model_of(what)
    sources = model.childAlgorithm("analysis").parameterSources()["SITES"]
    assert sources[0].outputChildId() == "cleansites"


def test_as_a_file_it_runs_without_the_project_and_holds_no_key(project, tmp_path):
    secret = secrets.token_hex(8)
    url = f"https://palapa.example/ows?token={secret}"
    before = settings.read()
    saved = Saved("Dinas", Connection("wfs", url), "abc1234")
    settings.write(settings.changed(before, connections=(saved,)))
    try:
        state = project_state.read(project)
        asked = {"SERVICE": "wfs", "URL": url, "LAYER": "x", "AUTHCFG": "abc1234"}
        state.pulls["other"] = project_state.remembered(asked)
        project_state.write(project, state)
        assert monthly.round_of(project).pulls["pull_3"]["URL"] == url
        path = tmp_path / "update.model3"
        assert model_of(monthly.round_of(project, with_secrets=False)).toFile(str(path))
    finally:
        settings.write(before)
    assert secret not in path.read_text(encoding="utf-8")
    state.pulls.pop("other")
    project_state.write(project, state)
    assert model_of(monthly.round_of(project, with_secrets=False)).toFile(str(path))
    project.clear()
    kept = QgsProcessingModelAlgorithm()
    assert kept.fromFile(str(path))
    fine, results, said = in_background(kept, outputs(kept, tmp_path))
    assert fine, said.errors
    assert results["CHILD_RESULTS"]["analysis"]["N_BLANK"] > 0
