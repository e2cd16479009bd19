# SPDX-License-Identifier: GPL-2.0-or-later
"""What somebody who helps from afar has to know; nothing that anybody must not."""

from __future__ import annotations

import platform
import sys

from osgeo import gdal
from qgis.core import Qgis, QgsProjUtils
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..i18n import language
from ..services.connections import without_secrets
from . import settings
from .manifest import version


def diagnostics(log: str) -> str:
    """Return versions, settings without secrets, and the log of the last run.

    Parameters
    ----------
    log
        Of the last run.
    """
    kept = settings.read()
    lines = [
        f"Blank Spot {version()}",
        f"QGIS {Qgis.version()}, Qt {QT_VERSION_STR}, Python {sys.version.split()[0]}",
        f"GDAL {gdal.VersionInfo('RELEASE_NAME')}, PROJ {QgsProjUtils.projVersionMajor()}",
        f"{platform.platform()}, language {language()}",
        f"workspace folder: {'set' if kept.workspace_folder else 'beside the project'}",
        f"radii: {'own' if kept.radii else 'defaults'}",
    ]
    for saved in kept.connections:
        login = ", with a login" if saved.authcfg else ""
        where = without_secrets(saved.connection.url)
        lines.append(f"connection: {saved.connection.service} {where}{login}")
    said = [without_secrets(line) if "://" in line else line for line in log.splitlines()]
    return "\n".join([*lines, "", *said, ""])
