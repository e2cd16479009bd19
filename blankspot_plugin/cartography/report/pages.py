# SPDX-License-Identifier: GPL-2.0-or-later
"""A4 pages filled from the top: what doesn't fit goes on to the next (millimetres)."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ...i18n import number_text, tr
from .. import lettering, palette, typography
from ..charts import Chart
from ..tables import Table
from . import table_item
from .grid import fit, printed

WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP, BOTTOM = 18.0, 22.0, 22.0
ROOM = WIDTH - 2 * LEFT  # from margin to margin
_BETWEEN = 10.0  # the gap that QGIS leaves between pages, in the coordinates of a layout
_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters


class Pages:
    """The pages of a layout as they are filled.

    Parameters
    ----------
    layout
        Empty; it gets its pages here.
    head, foot
        What stands at the top and at the bottom of each page but the first.
    """

    def __init__(self, layout: QgsPrintLayout, head: str, foot: str) -> None:
        self.layout = layout
        self._head, self._foot = head, foot
        layout.initializeDefaults()
        first = layout.pageCollection().page(0)
        first.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        self.y = TOP

    @property
    def number(self) -> int:
        """Of the page being filled, from 1."""
        return int(self.layout.pageCollection().pageCount())

    @property
    def left_over(self) -> float:
        """The room left on this page."""
        return HEIGHT - BOTTOM - self.y

    def new_page(self) -> None:
        """Begin a page."""
        page = QgsLayoutItemPage(self.layout)
        page.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        self.layout.pageCollection().addPage(page)
        self.y = TOP

    def need(self, height: float) -> None:
        """Begin a page if there is less room than this."""
        if self.left_over < height:
            self.new_page()

    def heading(self, words: str, keep: float = 40.0) -> int:
        """Write a heading with some room below it; return the number of its page."""
        self.need(keep)
        self.y += 2.0 if self.y > TOP else 0.0
        self.text(words, 14, bold=True, colour=palette.ACCENT, after=1.2)
        self.rule(self.y, 0.5, palette.ACCENT)
        self.y += 4.0
        return self.number

    def text(
        self,
        words: str,
        points: float = 9,
        bold: bool = False,
        italic: bool = False,
        colour: str = palette.INK,
        after: float = 2.0,
        left: float = LEFT,
        width: float = ROOM,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write a paragraph, over the end of the page where it is long."""
        face = lettering.face(points, bold, italic)
        lines = typography.wrapped(words, face, width).split("\n")
        while lines:
            fitting = len(lines)
            while fitting > 1 and _high(lines[:fitting], face) > self.left_over:
                fitting -= 1
            if _high(lines[:fitting], face) > self.left_over and self.y > TOP:
                self.new_page()
                continue
            part, lines = lines[:fitting], lines[fitting:]
            high = _high(part, face)
            self.label("\n".join(part), face, colour, QRectF(left, self.y, width, high), align)
            self.y += high
            if lines:
                self.new_page()
        self.y += after

    def table(self, shown: Table) -> None:
        """Put a table, its head again on each page."""
        columns = printed(shown)
        fitting = fit(columns, ROOM, table_item.PADDING)
        done, rows = 0, len(shown.ids)
        while done < rows:
            made = table_item.TableItem(columns, fitting, done, shown.bold, self.left_over)
            # A head with a row or two at the end of a page reads badly.
            if made.rows < min(3, rows - done) and self.y > TOP:
                self.new_page()
                continue
            self.y += made.add(self.layout, LEFT, self._on_layout(self.y))
            done += made.rows
            if done < rows:
                self.new_page()
        self.y += 5.0

    def chart(self, chart: Chart) -> None:
        """Put a chart, smaller where a page is not high enough for it."""
        most = HEIGHT - TOP - BOTTOM - 20
        scale = min(1.0, most / chart.height)
        self.need(chart.height * scale)
        self.drawing(chart, QRectF(LEFT, self.y, chart.width * scale, chart.height * scale))
        self.y += chart.height * scale + 5.0

    def drawing(self, chart: Chart, rect: QRectF) -> None:
        """Put what is drawn as SVG somewhere on this page."""
        picture = QgsLayoutItemPicture(self.layout)
        picture.setId("chart")
        self.place(picture, rect)
        svg = base64.b64encode(chart.svg.encode()).decode()
        picture.setPicturePath(f"base64:{svg}", QgsLayoutItemPicture.Format.FormatSVG)

    def image(self, path: str, rect: QRectF) -> None:
        """Put a picture of a file, a logo say, or one given as ``base64:``."""
        picture = QgsLayoutItemPicture(self.layout)
        picture.setId("picture")
        self.place(picture, rect)
        picture.setPicturePath(path)

    def rule(self, top: float, line: float, colour: str, left: float = LEFT) -> None:
        """Draw a line from margin to margin."""
        self.box(QRectF(left, top, WIDTH - LEFT - left, line), colour)

    def box(self, rect: QRectF, fill: str = "", outline: str = "") -> None:
        """Draw a rectangle on this page."""
        item = QgsLayoutItemShape(self.layout)
        item.setId("box")
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        look = {"color": fill} if fill else {"style": "no"}
        edge = {"outline_color": outline, "outline_width": "0.2", "joinstyle": "miter"}
        look.update(edge if outline else {"outline_style": "no"})
        item.setSymbol(QgsFillSymbol.createSimple(look))
        self.place(item, rect)

    def label(
        self,
        words: str,
        face: QFont,
        colour: str,
        rect: QRectF,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        page: int | None = None,
    ) -> QgsLayoutItemLabel:
        """Put lines of text as they are, on this page or on another."""
        item = make_label(self.layout, words, face, colour, align)
        # Wider than its lines, or a renderer might break them again.
        spare = {Qt.AlignmentFlag.AlignLeft: (0.0, 3.0), Qt.AlignmentFlag.AlignRight: (-3.0, 0.0)}
        low, high = spare.get(align, (0.0, 0.0))
        self.place(item, rect.adjusted(low, 0, high, 0), page)
        return item

    def place(self, item: QgsLayoutItem, rect: QRectF, page: int | None = None) -> None:
        """Add an item to the layout, on this page or on another."""
        self.layout.addLayoutItem(item)
        top = self._on_layout(rect.top(), page)
        item.attemptMove(QgsLayoutPoint(rect.left(), top, _MM))
        item.attemptResize(QgsLayoutSize(rect.width(), rect.height(), _MM))

    def on_layout(self, rect: QRectF) -> QRectF:
        """Return a rectangle of this page in the coordinates of the layout."""
        return rect.translated(0, self._on_layout(0.0))

    def finish(self) -> None:
        """Write head, foot and number on every page."""
        total = self.number
        small, note = lettering.face(7.5), lettering.face(6.5, italic=True)
        right = Qt.AlignmentFlag.AlignRight
        for page in range(1, total + 1):
            words = tr("Page {page} of {pages}").format(
                page=number_text(page), pages=number_text(total)
            )
            foot = QRectF(LEFT, HEIGHT - 13, ROOM, 5)
            self.label(words, small, palette.INK_SOFT, foot, right, page)
            room = QRectF(LEFT, HEIGHT - 13, ROOM - 32, 7)
            broken = typography.wrapped(self._foot, note, room.width())
            self.label(broken, note, palette.INK_SOFT, room, page=page)
            if page > 1:
                head = QRectF(LEFT, 11, ROOM, 5)
                one_line = typography.cut_to(
                    typography.wrapped(self._head, small, ROOM), small, 4.0
                )
                self.label(one_line, small, palette.INK_SOFT, head, page=page)

    def _on_layout(self, y: float, page: int | None = None) -> float:
        return y + ((page or self.number) - 1) * (HEIGHT + _BETWEEN)


def make_label(
    layout: QgsPrintLayout, words: str, face: QFont, colour: str, align: Qt.AlignmentFlag
) -> QgsLayoutItemLabel:
    """Return a label that prints its words as they are."""
    item = QgsLayoutItemLabel(layout)
    item.setText(literal(words))
    set_face(item, face, colour)
    item.setHAlign(align)
    item.setVAlign(Qt.AlignmentFlag.AlignTop)
    item.setMarginX(0)
    item.setMarginY(0)
    return item


def set_face(label: QgsLayoutItemLabel, face: QFont, colour: str) -> None:
    """Give a label its type."""
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(typography.text_format(face, colour))
    else:
        label.setFont(face)
        label.setFontColor(QColor(colour))


def literal(words: str) -> str:
    """Return words for a label: QGIS takes what stands in ``[% %]`` for an expression."""
    return words.replace("[%", "[% '[' || '%' %]")


def _high(lines: Sequence[str], face: QFont) -> float:
    return typography.height("\n".join(lines), face)
