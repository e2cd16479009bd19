# SPDX-License-Identifier: GPL-2.0-or-later
"""Type on a sheet: fonts, measured heights, and line breaks that no renderer changes."""

from __future__ import annotations

import math

from qgis.core import QgsFontUtils, QgsLayoutItemLabel, QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF

from .styling import FONT_FAMILIES

_PIXELS = 20  # per millimetre, to measure text finely and alike on every screen


def family() -> str:
    """Return the first of our families that is installed."""
    installed = (name for name in FONT_FAMILIES if QgsFontUtils.fontFamilyOnSystem(name))
    return next(installed, QFont().family())


def font(points: float, bold: bool = False, italic: bool = False) -> QFont:
    """Return a font of that family."""
    made = QFont(family())
    made.setPointSizeF(points)
    made.setBold(bold)
    made.setItalic(italic)
    return made


def text_format(face: QFont, colour: str) -> QgsTextFormat:
    """Return a font and colour as QGIS's text format."""
    made = QgsTextFormat()
    made.setFont(face)
    made.setSize(face.pointSizeF())
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setColor(QColor(colour))
    return made


def set_font(label: QgsLayoutItemLabel, face: QFont, colour: str = "") -> None:
    """Set a label's font, and its colour unless that is to stay."""
    if hasattr(label, "setTextFormat"):
        made = text_format(face, colour or label.textFormat().color().name())
        label.setTextFormat(made)
        return
    label.setFont(face)
    if colour:
        label.setFontColor(QColor(colour))


def font_of(label: QgsLayoutItemLabel) -> QFont:
    """Return a label's font, in points."""
    if not hasattr(label, "textFormat"):
        return QFont(label.font())
    made = label.textFormat()
    face = QFont(made.font())
    face.setPointSizeF(made.size())
    return face


def wrapped(text: str, face: QFont, width: float) -> str:
    """Return the text broken into lines that fit a width (mm), its own breaks kept.

    Broken here, because each QGIS breaks and measures lines in its own way. A word longer
    than a line is split.
    """
    metrics = _metrics(face)
    room = width * 0.97 * _PIXELS  # small print is hinted, and then wider than measured
    lines: list[str] = []
    for paragraph in text.strip().split("\n"):
        line = ""
        for word in paragraph.split():
            joined = f"{line} {word}" if line else word
            if metrics.horizontalAdvance(joined) <= room:
                line = joined
                continue
            if line:
                lines.append(line)
            line = word
            while metrics.horizontalAdvance(line) > room and len(line) > 1:
                cut = _fitting(line, metrics, room)
                lines.append(line[:cut])
                line = line[cut:]
        lines.append(line)
    return "\n".join(lines)


def height(broken: str, face: QFont) -> float:
    """Return the height (mm) of lines broken by ``wrapped``."""
    return (broken.count("\n") + 1) * _metrics(face).lineSpacing() / _PIXELS * 1.02 + 0.4


def height_of(text: str, points: float, width: float, bold: bool = False) -> float:
    """Return the height (mm) of a text of ours broken to a width (mm)."""
    face = font(points, bold)
    return height(wrapped(text, face, width), face)


def cut_to(broken: str, face: QFont, limit: float) -> str:
    """Return as many of the lines as a height (mm) has room for, ``…`` if some are left."""
    lines = broken.split("\n")
    line = _metrics(face).lineSpacing() / _PIXELS * 1.02
    count = max(1, math.floor((limit - 0.4) / line))
    if len(lines) <= count:
        return broken
    return "\n".join(lines[:count]).rstrip(" .,;") + "…"


def _fitting(word: str, metrics: QFontMetricsF, room: float) -> int:
    cut = 1
    while cut < len(word) and metrics.horizontalAdvance(word[: cut + 1]) <= room:
        cut += 1
    return cut


def _metrics(face: QFont) -> QFontMetricsF:
    fine = QFont(face)
    fine.setPixelSize(round(face.pointSizeF() * 25.4 / 72 * _PIXELS))
    return QFontMetricsF(fine)
