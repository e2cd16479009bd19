# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of where files are to go: each returns one sentence with the remedy, or ''."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsProcessing

from ..i18n import tr

_FORBIDDEN = set('/\\:*?"<>|')


def wrong_name(name: str, label: str, folder_label: str) -> str:
    """Check that a name is that of a file, without a folder."""
    name = name.strip()
    if name and not _FORBIDDEN & set(name) and not name.startswith("."):
        return ""
    return tr(
        "“{input}” must be a plain file name such as sheet, not “{name}”; the folder is "
        "chosen in “{folder}”."
    ).format(input=label, name=name, folder=folder_label)


def wrong_folder(folder: object, label: str) -> str:
    """Check that a folder is there, or can be made, and may be written to."""
    if not isinstance(folder, str) or folder == QgsProcessing.TEMPORARY_OUTPUT:
        return ""
    existing = Path(folder)
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if existing.is_dir() and os.access(existing, os.W_OK):
        return ""
    return tr(
        "“{input}”: nothing can be written into {folder}; choose a folder that you may write to."
    ).format(input=label, folder=folder)
