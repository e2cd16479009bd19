# SPDX-License-Identifier: GPL-2.0-or-later
"""Write ``blankspot_plugin/resources/layouts/<paper>.qpt`` from their one description.

Run it with the oldest QGIS there is: older ones cannot read all that newer ones write.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication  # noqa: E402

from blankspot_plugin import paths  # noqa: E402
from blankspot_plugin.cartography.templates import write_templates  # noqa: E402


def main() -> None:
    """Write the templates and say where they lie."""
    application = QgsApplication([], True)  # a layout is a scene, and a scene needs fonts
    application.initQgis()
    for path in write_templates(paths.RESOURCES / "layouts"):
        print(path)
    application.exitQgis()


if __name__ == "__main__":
    main()
