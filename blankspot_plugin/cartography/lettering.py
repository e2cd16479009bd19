# SPDX-License-Identifier: GPL-2.0-or-later
"""How long is a text on paper? The same on every screen, and for every size of type."""

from __future__ import annotations

from functools import cache

from qgis.PyQt.QtGui import QFontMetricsF

from . import typography

_FINE = 200  # pixels of the type that is measured; lengths grow with the size


def length(text: str, points: float, bold: bool = False) -> float:
    """Return the length of a line in our type, mm."""
    return float(_metrics(bold).horizontalAdvance(text)) / _FINE * points * 25.4 / 72


@cache
def _metrics(bold: bool) -> QFontMetricsF:
    face = typography.font(10, bold)
    face.setPixelSize(_FINE)
    return QFontMetricsF(face)
