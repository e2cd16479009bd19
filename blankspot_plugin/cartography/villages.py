# SPDX-License-Identifier: GPL-2.0-or-later
"""The small table of the villages on a page of an atlas."""

from __future__ import annotations

import math
from collections.abc import Callable

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutTableColumn,
    QgsPrintLayout,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from ..i18n import language, tr
from . import arrangement, kept
from .arrangement import TABLE_FRAMES
from .papers import Paper
from .roles import find_field

_NAMES = ("name", "nama", "desa", "wadmkd", "namobj")
_ROW = 4.3  # units
_MOST = 100_000
# Shares of a frame's width.
_WIDTHS = {"name": 0.3, "area": 0.13, "settlement": 0.21, "people": 0.14, "status": 0.22}


def strip_height(rows: int, paper: Paper) -> float:
    """Return how high (mm) the strip of the table is for the page with most villages."""
    lines = math.ceil(rows / len(TABLE_FRAMES))
    # A heading may take two lines, and so may a long name.
    return (arrangement.HEADING + (lines + 2.2) * _ROW + 2.2) * paper.unit


def fill_table(layout: QgsPrintLayout, layer: QgsVectorLayer, say: Callable[[str], None]) -> None:
    """Have a layout's table list the villages of the present page."""
    frame = layout.itemById(TABLE_FRAMES[0])
    table = frame.multiFrame() if isinstance(frame, QgsLayoutFrame) else None
    if not isinstance(table, QgsLayoutItemAttributeTable):
        say(
            tr("The template has no item of these names, which were left out: {items}.").format(
                items=TABLE_FRAMES[0]
            )
        )
        return
    table.setVectorLayer(layer)
    table.setMaximumNumberOfFeatures(_MOST)
    columns = _columns(layer)
    # A column's width is that of its text, without the margins and lines of its cells.
    around = 2 * table.cellMargin() + table.gridStrokeWidth()
    width = kept.reserved(frame) - around * (len(columns) + 1)
    for column in columns:
        column.setWidth(width * column.width())
    table.setColumns(columns)
    table.setFeatureFilter(
        "array_contains(string_to_array(attribute(@atlas_feature, 'members')), to_string($id))"
    )
    table.setFilterFeatures(True)
    table.refreshAttributes()


def _columns(layer: QgsVectorLayer) -> list[QgsLayoutTableColumn]:
    """Return the columns that the layer has fields for, their widths as shares of the whole."""
    names = layer.fields().names()

    def number(field: str, decimals: int) -> str:
        spoken = language() if language() in ("id", "en") else "en"
        return f"format_number(\"{field}\", {decimals}, '{spoken}')"

    name, area = find_field(names, _NAMES), find_field(names, ("area_km2",))
    settlement, people = find_field(names, ("set_km2",)), find_field(names, ("pop",))
    status = find_field(names, ("status",))
    told = (
        ("name", tr("Village"), f'"{name}"' if name else ""),
        ("area", tr("Area (km²)"), number(area, 1) if area else ""),
        ("settlement", tr("Settlement (km²)"), number(settlement, 2) if settlement else ""),
        ("people", tr("Persons"), number(people, 0) if people else ""),
        ("status", tr("Status"), _status(status) if status else ""),
    )
    shown = [row for row in told if row[2]]
    total = sum(_WIDTHS[key] for key, _, _ in shown)
    columns = []
    for key, heading, expression in shown:
        column = QgsLayoutTableColumn(heading)
        column.setAttribute(expression)
        column.setWidth(_WIDTHS[key] / total)
        right = key in ("area", "settlement", "people")
        sides = Qt.AlignmentFlag
        column.setHAlignment(sides.AlignRight if right else sides.AlignLeft)
        columns.append(column)
    return columns


def _status(field: str) -> str:
    words = (
        ("covered", tr("Covered")),
        ("weak", tr("Weak")),
        ("blank", tr("Blank")),
    )
    cases = " ".join(f"WHEN \"{field}\" = '{value}' THEN '{word}'" for value, word in words)
    return f"CASE {cases} ELSE '–' END"
