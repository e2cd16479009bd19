# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job in a real QGIS Desktop, clicked through the Toolbox as an officer does."""

from __future__ import annotations

import pytest

from tests.desktop.desktop import desktop

ALGORITHMS = ("coverage", "gaps", "statistics", "analysis", "blankspot_analysis")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Let the driver click, return what it saw."""
    return desktop(tmp_path_factory.mktemp("desktop"), "drive_main_job")


def test_plugin_is_loaded_and_its_menu_opens_the_analysis(seen):
    assert seen["loaded"]
    assert seen["menu"] == "Blank-spot analysis…"
    assert seen["menu_opens"] == "blankspot:analysis"


def test_toolbox_shows_algorithms_and_model(seen):
    assert "Blank-spot analysis" in seen["toolbox"]
    assert "Blank-spot analysis, step by step (model)" in seen["toolbox"]
    assert len(seen["toolbox"]) >= 6


@pytest.mark.parametrize("name", ALGORITHMS)
def test_algorithm_runs_from_its_dialog(seen, name):
    assert seen[name]["fine"]
    if name != "blankspot_analysis":
        assert seen[name]["numbers"]


def test_algorithms_agree_on_what_is_blank(seen):
    # The model's own numbers are its children's; gaps and analysis have theirs.
    blank = seen["gaps"]["numbers"]["BLANK_KM2"]
    assert blank == pytest.approx(seen["statistics"]["numbers"]["BLANK_KM2"], rel=1e-6)
    assert blank == pytest.approx(seen["analysis"]["numbers"]["BLANK_KM2"], rel=1e-4)


def test_results_are_styled_when_they_load(seen):
    assert seen["coverage_renderer"] != "singleSymbol"
    assert seen["statistics_renderer"] != "singleSymbol"


def test_unloading_leaves_nothing_behind(seen):
    assert seen["unloaded"] and seen["provider_gone"] and seen["action_gone"]
