# SPDX-License-Identifier: GPL-2.0-or-later
"""A real QGIS Desktop with the ZIP installed into a new profile, and a driver that clicks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def desktop(
    folder: Path,
    driver: str,
    environment: Mapping[str, str] | None = None,
    language: str = "en_US",
    seconds: int = 150,
    theme: str = "default",
) -> dict[str, Any]:
    """Start QGIS, let a driver click, and return what it saw.

    Parameters
    ----------
    folder
        For the profile, the driver's files and its pictures.
    driver
        The name of a script beside this file, without its ending.
    environment
        More for the driver to know.
    language
        QGIS runs in.
    seconds
        The driver may take.
    theme
        Of QGIS; "Night Mapping" is dark.
    """
    zips = sorted(
        (ROOT / "dist").glob("blankspot_plugin-*.zip"), key=lambda path: path.stat().st_mtime
    )
    if not zips:
        pytest.fail("there is no ZIP to install: run make package first")
    if "DISPLAY" not in os.environ:
        pytest.fail("there is no screen: run make test-desktop, which brings a virtual one")
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
        f"[locale]\noverrideFlag=true\nuserLocale={language}\n[UI]\nUITheme={theme}\n",
        encoding="utf-8",
    )
    told = {
        **os.environ,
        **(environment or {}),
        "BLANKSPOT_TEST_FOLDER": str(folder),
        "BLANKSPOT_TEST_DRIVERS": str(HERE),
        "BLANKSPOT_TEST_SAMPLE": str(sample / "contoh.gpkg"),
        "BLANKSPOT_TEST_SECONDS": str(seconds),
        "QT_QPA_PLATFORM": "xcb",
    }
    for name in ("PYTHONPATH", "QGIS_PLUGINPATH"):
        told.pop(name, None)
    command = ["qgis", "--profiles-path", str(folder), "--nologo", "--noversioncheck"]
    done = subprocess.run(
        [*command, "--code", str(HERE / f"{driver}.py")],
        env=told, capture_output=True, text=True, timeout=seconds + 90, check=False,
    )  # fmt: skip
    report, stuck = folder / "seen.json", folder / "stuck.txt"
    told = (stuck.read_text() if stuck.exists() else "") + done.stderr[-3000:]
    assert report.exists(), f"QGIS ended with {done.returncode}: {told}"
    pictures = ROOT / "build" / "desktop" / f"{driver}-{language}-{theme.split()[0].lower()}"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    for picture in folder.glob("*.png"):
        shutil.copy(picture, pictures)
    what: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    assert "error" not in what, what["error"]
    return what
