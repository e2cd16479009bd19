# SPDX-License-Identifier: GPL-2.0-or-later
"""An office's own templates: where QGIS keeps layout templates, and by which name."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication


def own_templates() -> list[Path]:
    """Return the templates in the folders that QGIS's settings name for layouts."""
    folders = map(Path, QgsApplication.layoutTemplatePaths())
    return [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.qpt"))]


def find_template(given: str) -> str:
    """Return the path of a template given by its path or by its name; '' for none."""
    given = given.strip()
    if not given or Path(given).is_file():
        return given
    names = {given.lower(), f"{given.lower()}.qpt"}
    found = (path for path in own_templates() if path.name.lower() in names)
    return str(next(found, given))
