# SPDX-License-Identifier: GPL-2.0-or-later
"""Draw every style on the sample: on white, on imagery, in grey, as colour-blind eyes see it.

``make_specimens.py`` puts the pictures of ``docs/styles.md`` into ``docs/images``;
``make_specimens.py FOLDER [AREAS]`` puts larger ones into a folder, on other villages if given.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# QGIS would leave its notes on a raster beside it.
os.environ["GDAL_PAM_ENABLED"] = "NO"

from qgis.core import QgsApplication  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402

from specimens.drawing import MODES, Theme, sheet  # noqa: E402
from specimens.stage import Stage  # noqa: E402

IMAGES = ROOT / "docs" / "images"
IN_DOCS = ("white", "imagery", "grey", "deuteranopia")
THEMES = (
    Theme("villages", ("kecamatan", "gaps", "areas", "neighbours"), "sites", (600_000, 200_000)),
    Theme("coverage", ("outline", "gaps", "coverage"), "change", (600_000, 300_000)),
    Theme("technology", ("outline", "coverage_technology"), "declared", (600_000, 200_000)),
    Theme("evidence", ("measured", "outline", "declared", "signal"), "declared", (250_000, 60_000)),
    Theme("sites", ("sites", "wifi", "outline", "roads"), "sites", (600_000, 100_000)),
    Theme(
        "ground",
        ("facilities", "centres", "outline", "settlements", "roads", "rivers", "water"),
        "sites",
        (200_000, 50_000),
    ),
    Theme(
        "proposals", ("proposals", "kecamatan", "gaps", "areas"), "proposals", (750_000, 400_000)
    ),
    Theme("change", ("outline", "change"), "change", (500_000, 250_000)),
)


def main() -> None:
    """Draw the themes for the docs, or into a folder."""
    application = QgsApplication([], True)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from blankspot_plugin.plugin import BlankSpotPlugin

    plugin = BlankSpotPlugin(None)
    plugin.initProcessing()
    target = Path(sys.argv[1]) if sys.argv[1:] else IMAGES
    modes = tuple(MODES) if sys.argv[1:] else IN_DOCS
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), "".join(sys.argv[2:3]))
        for theme in THEMES:
            picture = sheet(stage, theme, modes)
            if target == IMAGES:
                smooth = Qt.TransformationMode.SmoothTransformation
                path = target / f"style-{theme.name}.jpg"
                picture.scaledToWidth(1200, smooth).save(str(path), quality=82)
            else:
                path = target / f"{theme.name}.png"
                picture.save(str(path))
            print(path)
    plugin.unload()


if __name__ == "__main__":
    main()
