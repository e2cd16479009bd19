# SPDX-License-Identifier: GPL-2.0-or-later
"""Blank Spot: coverage, blank spots and map sheets for a regency, in QGIS."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """Return the plugin; QGIS calls this once (``iface`` is None in qgis_process)."""
    from .plugin import BlankSpotPlugin

    return BlankSpotPlugin(iface)
