# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock in a real QGIS Desktop: the five-minute path, and what must not be left behind."""

from __future__ import annotations

import sys

import pytest

from tests.desktop.desktop import ROOT, desktop

sys.path.insert(0, str(ROOT / "scripts"))
import run_process


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("dock")


@pytest.fixture(scope="module")
def seen(folder, qgis_server):
    """Let the driver click, return what it saw."""
    told = {"BLANKSPOT_TEST_WFS": qgis_server.urls["wfs"]}
    return desktop(folder, "drive_dock", told)


def test_the_sample_shows_a_result_by_one_button(seen):
    assert seen["sample"]["result"]
    assert {"areas", "sites", "wifi", "settlements"} <= set(seen["sample"]["purposes"])


def test_a_village_on_the_map_is_one_in_the_table(seen):
    assert seen["selected"][0], seen["selected"]


def test_a_layer_is_pulled_from_a_live_server(seen):
    assert len(seen["pulled"]["offered"]) >= 4
    # Of the 40, those within reach of the sample's areas.
    assert 20 < seen["pulled"]["received"] <= 40


def test_what_is_pulled_again_may_leave_a_snapshot(seen):
    assert seen["snapshot"] == ["current", "snapshot"]


def test_a_stopped_run_leaves_the_result(seen):
    assert seen["cancelled"]


def test_a_sheet_is_printed(seen):
    assert ".pdf" in seen["sheet"]


def test_settings_model_diagnostics_and_help(seen):
    more = seen["more"]
    assert (more["definition"], more["areas"]) == ("auto", True)
    assert "blankspot_analysis" in more["models"]
    assert "QGIS 3" in more["diagnostics"] and "connection: wfs" in more["diagnostics"]
    assert more["help"].startswith("Blank-spot analysis")


def test_update_does_it_all_again(seen):
    updated = seen["updated"]
    assert {"change", "coverage", "gaps", "statistics", "summary"} <= set(updated["tables"])
    assert updated["pulls"] == 8
    assert ".pdf" in updated["sheet"]
    assert updated["tab"] == "Changes"
    assert any("Blank villages: 0 new" in words for words in updated["told"])
    assert updated["history"]


def test_the_update_is_a_file_that_runs_without_the_panel(seen, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(run_process, "PROFILE", folder)
    model = folder / "profiles" / "default" / "processing" / "models" / "blankspot_update.model3"
    places = {
        "analysis": ("COVERAGE_OUTPUT", "GAPS", "STATISTICS", "SUMMARY"),
        "change": ("OUTPUT",),
        **{f"pull_{number}": ("OUTPUT",) for number in range(1, 9)},
    }
    asked = {
        f"{step}:{key}": tmp_path / f"{step}_{key.lower()}.gpkg"
        for step, keys in places.items()
        for key in keys
    }
    before = seen["updated"]["statistics"]
    run_process.run(str(model), {**asked, "BEFORE": before, "mapsheets:FOLDER": tmp_path})
    assert all(path.is_file() for path in asked.values())
    assert list(tmp_path.glob("sheet_*.pdf"))


def test_a_saved_project_opens_as_it_was_left(seen):
    assert seen["cleared"]
    assert seen["reopened"]["result"]
    assert seen["reopened"]["purposes"] == seen["sample"]["purposes"]
    assert not seen["reopened"]["missing"]
    assert seen["reopened"]["definition"] == "auto"


def test_the_path_takes_fewer_than_fifteen_clicks(seen):
    assert len(seen["clicks"]) < 15


def test_twenty_times_off_and_on_leaves_nothing(seen):
    assert seen["providers"] == 1 and seen["unloaded"]
