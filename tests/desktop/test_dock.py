# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock in a real QGIS Desktop: the five-minute path, and what must not be left behind."""

from __future__ import annotations

import pytest

from tests.desktop.desktop import desktop


@pytest.fixture(scope="module")
def seen(tmp_path_factory, qgis_server):
    """Let the driver click, return what it saw."""
    told = {"BLANKSPOT_TEST_WFS": qgis_server.urls["wfs"]}
    return desktop(tmp_path_factory.mktemp("dock"), "drive_dock", told)


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
    assert seen["updated"]


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
