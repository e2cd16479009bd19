# SPDX-License-Identifier: GPL-2.0-or-later
"""As much of a table as fits the rest of a page, as one item of a layout (millimetres)."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsTableCell,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .. import lettering, palette, typography
from .grid import Fit, Printed

PADDING = 1.2
_LINE = 0.15  # of the grid
_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_SIDES = Qt.AlignmentFlag


class TableItem:
    """A head and the rows from some row on.

    Parameters
    ----------
    columns, fitting
        What is printed, and how it fits.
    first
        The first row.
    bold
        Rows that stand out.
    height
        The room there is.

    Attributes
    ----------
    rows
        How many rows there is room for.
    """

    def __init__(
        self,
        columns: Sequence[Printed],
        fitting: Fit,
        first: int,
        bold: frozenset[int],
        height: float,
    ) -> None:
        self._columns, self._fitting = columns, fitting
        self._plain = lettering.face(fitting.points)
        self._bold = lettering.face(fitting.points, bold=True)
        head = [self._broken(at, one.title, True) for at, one in enumerate(columns)]
        self._cells = [[self._cell(at, words, 0, True) for at, words in enumerate(head)]]
        self._heights = [self._high(head)]
        left = height - self._outer(self._heights[0]) - _LINE
        row = first
        while row < len(columns[0].texts):
            strong = row in bold
            words = [self._broken(at, one.texts[row], strong) for at, one in enumerate(columns)]
            high = self._high(words)
            if self._outer(high) > left:
                break
            left -= self._outer(high)
            self._heights.append(high)
            self._cells.append(
                [self._cell(at, each, row, strong, False) for at, each in enumerate(words)]
            )
            row += 1
        self.rows = row - first

    def add(self, layout: QgsPrintLayout, x: float, y: float) -> float:
        """Add it to a layout; return its height."""
        table = QgsLayoutItemManualTable.create(layout)
        layout.addMultiFrame(table)
        table.setCellMargin(PADDING)
        table.setGridStrokeWidth(_LINE)
        table.setGridColor(QColor(palette.HAIRLINE))
        table.setVerticalGrid(False)
        table.setWrapBehavior(QgsLayoutTable.WrapBehavior.TruncateText)
        table.setIncludeTableHeader(False)
        table.setTableContents(self._cells)
        table.setColumnWidths([self._inner(at) for at in range(len(self._columns))])
        table.setRowHeights(self._heights)
        frame = QgsLayoutFrame(layout, table)
        frame.setId("table")
        table.addFrame(frame)
        size = table.totalSize()
        height = max(size.height(), sum(map(self._outer, self._heights)) + _LINE)
        frame.attemptMove(QgsLayoutPoint(x, y, _MM))
        frame.attemptResize(QgsLayoutSize(size.width(), height + 0.2, _MM))
        return float(height)

    def _inner(self, at: int) -> float:
        return self._fitting.widths[at] - 2 * PADDING

    def _broken(self, at: int, words: str, bold: bool) -> str:
        # A little more room than is taken for measuring: what fitted is not broken again.
        return typography.wrapped(
            words, self._bold if bold else self._plain, self._inner(at) * 1.02
        )

    def _high(self, words: Sequence[str]) -> float:
        return max(typography.height(one, self._bold) for one in words)

    def _outer(self, height: float) -> float:
        return height + 2 * PADDING + _LINE

    def _cell(self, at: int, words: str, row: int, bold: bool, head: bool = True) -> QgsTableCell:
        column = self._columns[at]
        made = QgsTableCell(words)
        face = self._bold if bold else self._plain
        made.setTextFormat(_format(face.pointSizeF(), bold))
        across = _SIDES.AlignRight if column.right else _SIDES.AlignLeft
        made.setHorizontalAlignment(across)
        made.setVerticalAlignment(_SIDES.AlignBottom if head else _SIDES.AlignVCenter)
        fill = palette.NEIGHBOUR if head else column.fills[row]
        if fill:
            made.setBackgroundColor(QColor(fill))
        return made


def _format(points: float, bold: bool) -> QgsTextFormat:
    return typography.text_format(lettering.face(points, bold), palette.INK)
