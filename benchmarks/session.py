# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS without a window, Processing started, the built plugin loaded."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

NAME = "blankspot_plugin"


def start_qgis() -> Any:
    """Start QGIS and return the application, to be kept."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    return application


def start_processing() -> None:
    """Register the native algorithms."""
    from qgis.core import QgsApplication

    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()


def load_plugin(folder: Path) -> Any:
    """Load the plugin as qgis_process does and return it.

    Parameters
    ----------
    folder
        Where the package lies in.
    """
    sys.path.insert(0, str(folder))
    plugin = __import__(NAME).classFactory(None)
    plugin.initProcessing()
    return plugin
