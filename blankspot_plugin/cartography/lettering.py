# SPDX-License-Identifier: GPL-2.0-or-later
"""Type of the report: letters that are found again in a PDF, and how long a line of them is."""

from __future__ import annotations

from functools import cache

from qgis.PyQt.QtGui import QFont, QFontMetricsF

from . import typography

_FINE = 200  # pixels of the type that is measured; lengths grow with the size


def face(points: float, bold: bool = False, italic: bool = False) -> QFont:
    """Return our type, its letters apart.

    In a PDF an "fi" drawn as one sign is one: whoever looks for "definisi" would not find it.
    Type that is spaced, by however little, is set without such signs.
    """
    made = typography.font(points, bold, italic)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.05)
    return made


def length(text: str, points: float, bold: bool = False) -> float:
    """Return the length of a line in our type, mm."""
    return float(_metrics(bold).horizontalAdvance(text)) / _FINE * points * 25.4 / 72


@cache
def _metrics(bold: bool) -> QFontMetricsF:
    made = face(10, bold)
    made.setPixelSize(_FINE)
    return QFontMetricsF(made)
