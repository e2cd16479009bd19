# SPDX-License-Identifier: GPL-2.0-or-later
"""Take the pictures of the dock for the docs: English and Indonesian, light and dark.

The driver of the desktop tests walks the path in a real QGIS on a virtual screen; what it saw is
made small and put into ``docs/images``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import build

sys.path.insert(0, str(build.ROOT))

# Language, theme, and which pictures of the path are kept.
SERIES = (
    ("en_US", "default", "12345678"),
    ("id_ID", "default", "12345678"),
    ("en_US", "Night Mapping", "26"),
)
IMAGES = build.ROOT / "docs" / "images"
WIDTH = 1000


def take(language: str, theme: str, wanted: str) -> None:
    """Walk the path once and keep the pictures."""
    from tests.desktop.desktop import desktop
    from tests.servers import data, starters

    with tempfile.TemporaryDirectory() as text:
        folder = Path(text)
        made = data.make_geopackage(folder / "kabupaten.gpkg")
        with starters.qgis_server(made, folder / "server") as server:
            told = {"BLANKSPOT_TEST_WFS": server.urls["wfs"]}
            seen = desktop(folder / "qgis", "drive_dock", told, language, theme=theme)
        print(f"{language}, {theme}: {len(seen['clicks'])} clicks: {', '.join(seen['clicks'])}")
        suffix = language[:2] + ("" if theme == "default" else "-dark")
        for picture in sorted((folder / "qgis").glob("*.png")):
            if picture.stem[0] in wanted:
                _small(picture, IMAGES / f"dock-{picture.stem}-{suffix}.jpg")


def _small(picture: Path, target: Path) -> None:
    code = (
        "import sys\n"
        "from qgis.PyQt.QtGui import QImage\n"
        "from qgis.PyQt.QtCore import Qt\n"
        "image = QImage(sys.argv[1])\n"
        "mode = Qt.TransformationMode.SmoothTransformation\n"
        "image = image.scaledToWidth(int(sys.argv[3]), mode)\n"
        "assert image.save(sys.argv[2], quality=80)\n"
    )
    command = [sys.executable, "-c", code, str(picture), str(target), str(WIDTH)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    for one in SERIES:
        take(*one)
