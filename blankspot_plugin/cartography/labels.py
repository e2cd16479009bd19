# SPDX-License-Identifier: GPL-2.0-or-later
"""Text in the boxes of a layout: set smaller where it does not fit, and never hanging over."""

from __future__ import annotations

from qgis.core import QgsLayoutItemLabel
from qgis.PyQt.QtGui import QFont

from . import kept, typography

SMALLEST = 5.0  # points; smaller type is not legible in print
_SHRINK = 0.96


def fit(label: QgsLayoutItemLabel, text: str, now: bool = False) -> bool:
    """Write a text into a label, in smaller type if need be; tell whether all of it fits.

    Parameters
    ----------
    now
        Whether an expression is to be replaced by what it says now; else it stands as it is,
        and only its size is set.
    """
    design = typography.font_of(label)
    wanted = kept.designed(label, "points", design.pointSizeF())
    box = label.sizeWithUnits().toQSizeF()
    moving = "[%" in text
    if moving:
        label.setText(text)
        text = label.currentText()
    face, points, least = QFont(design), wanted, min(wanted, SMALLEST)
    while True:
        face.setPointSizeF(max(points, least))
        broken = typography.wrapped(text, face, box.width())
        fits = typography.height(broken, face) <= box.height() + 0.05
        if fits or points <= least:
            break
        points *= _SHRINK
    typography.set_font(label, face)
    kept.remember(label, "points", wanted, face.pointSizeF())
    if now or not moving:
        label.setText(broken if fits else typography.cut_to(broken, face, box.height()))
    return fits
