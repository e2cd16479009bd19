# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job in a real QGIS Desktop, clicked through the Toolbox as an officer does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"

ALGORITHMS = ("coverage", "gaps", "statistics", "analysis", "blankspot_analysis")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Install the ZIP into a new profile, let the driver click, return what it saw."""
    zips = sorted(DIST.glob("blankspot_plugin-*.zip"), key=lambda path: path.stat().st_mtime)
    if not zips:
        pytest.fail("there is no ZIP to install: run make package first")
    if "DISPLAY" not in os.environ:
        pytest.fail("there is no screen: run make test-desktop, which brings a virtual one")
    folder = tmp_path_factory.mktemp("desktop")
    # What "Install from ZIP" does: unpack into the profile's plugins, and switch it on.
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    shutil.unpack_archive(zips[-1], plugins)
    sample = folder / "sample"
    # A copy: QGIS changes the journal of a GeoPackage it opens.
    shutil.copytree(plugins / "blankspot_plugin" / "resources" / "sample", sample)
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        "[PythonPlugins]\nblankspot_plugin=true\nprocessing=true\n"
        "[locale]\noverrideFlag=true\nuserLocale=en_US\n",
        encoding="utf-8",
    )
    environment = {
        **os.environ,
        "BLANKSPOT_TEST_FOLDER": str(folder),
        "BLANKSPOT_TEST_SAMPLE": str(sample / "contoh.gpkg"),
        "BLANKSPOT_TEST_SECONDS": "150",
        "QT_QPA_PLATFORM": "xcb",
    }
    for name in ("PYTHONPATH", "QGIS_PLUGINPATH"):
        environment.pop(name, None)
    command = ["qgis", "--profiles-path", str(folder), "--nologo", "--noversioncheck"]
    done = subprocess.run(
        [*command, "--code", str(Path(__file__).with_name("driver.py"))],
        env=environment, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    report = folder / "seen.json"
    stuck = folder / "stuck.txt"
    assert report.exists(), stuck.read_text() if stuck.exists() else done.stderr[-3000:]
    pictures = ROOT / "build" / "desktop"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    for picture in folder.glob("*.png"):
        shutil.copy(picture, pictures)
    what = json.loads(report.read_text(encoding="utf-8"))
    assert "error" not in what, what["error"]
    return what


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
