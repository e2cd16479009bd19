# SPDX-License-Identifier: GPL-2.0-or-later
"""Stage the plugin as QGIS wants it in ``build/blankspot_plugin``.

QGIS looks for the metadata, the translations and the icons inside the plugin's folder, while
they stand beside the package in a checkout.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "blankspot_plugin"
STAGED = ROOT / "build" / NAME
# Only what is listed goes out, so that no left-over of an editor or a test ever does.
SUFFIXES = frozenset(
    ".csv .geojson .gpkg .html .json .md .model3 .png .py .qml .qpt .svg .tif .txt .ui".split()
)
# Qt 5 before Qt 6: QGIS 3 is built with it, and Qt 6 reads its files too.
QT_FOLDERS = ("/usr/lib/qt5/bin", "/usr/bin", "/usr/lib/qt6/bin", "/usr/lib/qt6/libexec")


def qt_tool(name: str) -> str:
    """Return the path of one of Qt's tools, or stop with what to install."""
    found = next((path for folder in QT_FOLDERS if (path := shutil.which(name, path=folder))), None)
    tool = found or shutil.which(name)
    if tool is None:
        sys.exit(f"Qt's {name} is missing: please install qttools5-dev-tools, qtbase5-dev-tools.")
    return tool


def compile_translation(source: Path, folder: Path) -> None:
    """Compile ``source`` (.ts) into ``folder`` (.qm)."""
    target = folder / source.with_suffix(".qm").name
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([qt_tool("lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


def compile_resources(target: Path) -> None:
    """Compile the icons into ``target`` (.rcc)."""
    # The first format holds no times (every build is the same) and every Qt reads it.
    options = ["--binary", "--format-version", "1", "--output", str(target)]
    subprocess.run([qt_tool("rcc"), *options, str(ROOT / "resources.qrc")], check=True)


def build(staged: Path = STAGED) -> Path:
    """Stage the plugin in a folder and return the folder."""
    shutil.rmtree(staged, ignore_errors=True)
    package = ROOT / NAME
    for source in sorted(package.rglob("*")):
        if source.is_file() and source.suffix in SUFFIXES:
            _copy(source, staged / source.relative_to(package))
    for name in ("metadata.txt", "LICENSE"):
        _copy(ROOT / name, staged / name)
    for source in sorted((ROOT / "i18n").glob("*.ts")):
        compile_translation(source, staged / "i18n")
    compile_resources(staged / "resources" / "resources.rcc")
    return staged


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


if __name__ == "__main__":
    print(f"staged {build().relative_to(ROOT)}")
