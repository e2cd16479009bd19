# SPDX-License-Identifier: GPL-2.0-or-later
"""The items of the plain map sheet and where they lie (millimetres on paper).

The map takes the left; everything that explains it stands in one column at the right, as
on Indonesian topographic sheets: the column is laid from its top and from its bottom, and
the legend takes what is left between.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPolygon,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QDate, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPolygonF

from ..i18n import locale, tr
from . import palette, typography
from .legend import add_legend

PAPER = QRectF(0, 0, 420, 297)
SCALES = (
    *(1_000, 2_000, 2_500, 5_000, 7_500, 10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000),
    *(75_000, 100_000, 125_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 600_000),
    *(750_000, 1_000_000, 1_250_000, 1_500_000, 2_000_000, 2_500_000, 3_000_000, 4_000_000),
    *(5_000_000, 7_500_000, 10_000_000, 15_000_000, 20_000_000, 30_000_000, 50_000_000),
)

_MARGIN = 8.0
_COLUMN = 96.0
_PADDING = 5.0
_GRATICULE = 5.0  # room for the degrees outside the map's frame
_MAP_PADDING = 2.5  # between what is shown and the map's frame
_GRATICULE_SECONDS = (
    *(36000, 18000, 7200, 3600, 1800, 1200, 900, 600, 300, 120, 60, 30, 20, 10, 5, 2, 1),
)
_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters


@dataclass(frozen=True)
class SheetText:
    """What is printed on a sheet; an empty text leaves its block out."""

    title: str
    subtitle: str = ""
    definition: str = ""
    source: str = ""
    date: QDate = field(default_factory=QDate.currentDate)


def round_scale(width_m: float, height_m: float, paper_width: float, paper_height: float) -> int:
    """Return the denominator of the largest round scale at which an extent fits (m on mm)."""
    needed = max(width_m / paper_width, height_m / paper_height) * 1000
    return next((scale for scale in SCALES if scale >= needed), math.ceil(needed / 1e7) * 10**7)


def scale_text(denominator: float) -> str:
    """Return a scale as it is printed, such as ``1:600,000``, in the language of QGIS."""
    return f"1:{locale().toString(round(denominator))}"


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Return a CRS's name and code as printed on a sheet."""
    return f"{crs.description()} ({crs.authid()})"


def draw_sheet(
    layout: QgsPrintLayout,
    layers: Sequence[QgsMapLayer],
    text: SheetText,
    crs: QgsCoordinateReferenceSystem,
    ground: QgsRectangle,
) -> None:
    """Lay all items on an empty A3 landscape page.

    Parameters
    ----------
    ground : QgsRectangle
        What must be seen, in metres of ``crs``.
    """
    sheet = _Sheet(layout)
    map_item = sheet.add_map(layers, crs, ground)
    sheet.add_graticule(map_item)
    sheet.add_frame()
    top = sheet.add_head(text)
    top = sheet.add_measures(map_item, top)
    bottom = sheet.add_foot(text, top)
    sheet.rule(sheet.left, top, sheet.width, 0, 0.15, palette.HAIRLINE)
    sheet.heading(tr("Legend"), top + 2.2)
    add_legend(map_item, layers, QRectF(sheet.left, top + 5.4, sheet.width, bottom - top - 5.4))


class _Sheet:
    """The items of one layout as they are laid, so that the steps share few arguments."""

    def __init__(self, layout: QgsPrintLayout) -> None:
        self.layout = layout
        self.inner = PAPER.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self.divider = self.inner.right() - _COLUMN
        self.left = self.divider + _PADDING
        self.width = _COLUMN - 2 * _PADDING

    def add_map(
        self,
        layers: Sequence[QgsMapLayer],
        crs: QgsCoordinateReferenceSystem,
        ground: QgsRectangle,
    ) -> QgsLayoutItemMap:
        frame = QRectF(self.inner)
        frame.setRight(self.divider)
        frame.adjust(_GRATICULE, _GRATICULE, -_GRATICULE, -_GRATICULE)
        usable = frame.width() - 2 * _MAP_PADDING, frame.height() - 2 * _MAP_PADDING
        scale = round_scale(ground.width(), ground.height(), *usable)
        half_w, half_h = frame.width() * scale / 2000, frame.height() * scale / 2000
        x, y = ground.center().x(), ground.center().y()
        item = QgsLayoutItemMap(self.layout)
        item.setId("map")
        self._place(item, frame)
        item.setLayers(list(layers))
        item.setKeepLayerSet(True)
        item.setCrs(crs)
        item.setExtent(QgsRectangle(x - half_w, y - half_h, x + half_w, y + half_h))
        item.setBackgroundColor(QColor(palette.PAPER))
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(QColor(palette.INK))
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.35, _MM))
        self.layout.setReferenceMap(item)
        return item

    def add_graticule(self, item: QgsLayoutItemMap) -> None:
        lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
        transforms = self.layout.project().transformContext()
        to_degrees = QgsCoordinateTransform(item.crs(), lonlat, transforms)
        degrees = to_degrees.transformBoundingBox(item.extent()).height()
        fitting = (s for s in _GRATICULE_SECONDS if s / 3600 * 3 <= degrees)
        step = next(fitting, _GRATICULE_SECONDS[-1])
        grid = QgsLayoutItemMapGrid("graticule", item)
        grid.setCrs(lonlat)
        grid.setIntervalX(step / 3600)
        grid.setIntervalY(step / 3600)
        grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Cross)
        grid.setCrossLength(2.0)
        hairline = {"color": palette.UNKNOWN_STRONG, "width": "0.12"}
        grid.setLineSymbol(QgsLineSymbol.createSimple(hairline))
        grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.ExteriorTicks)
        grid.setFrameWidth(1.0)
        grid.setFramePenSize(0.2)
        grid.setFramePenColor(QColor(palette.INK))
        grid.setAnnotationEnabled(True)
        face = typography.font(6)
        grid.setAnnotationTextFormat(typography.text_format(face, palette.INK_SOFT))
        grid.setAnnotationFrameDistance(0.7)
        grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.CustomFormat)
        grid.setAnnotationExpression(_degrees_expression(step))
        sides = QgsLayoutItemMapGrid.BorderSide
        directions = QgsLayoutItemMapGrid.AnnotationDirection
        axes = QgsLayoutItemMapGrid.DisplayMode
        outside = QgsLayoutItemMapGrid.AnnotationPosition.OutsideMapFrame
        for side, axis, direction in (
            (sides.Left, axes.LatitudeOnly, directions.Vertical),
            (sides.Right, axes.LatitudeOnly, directions.VerticalDescending),
            (sides.Top, axes.LongitudeOnly, directions.Horizontal),
            (sides.Bottom, axes.LongitudeOnly, directions.Horizontal),
        ):
            grid.setAnnotationDisplay(axis, side)
            grid.setFrameDivisions(axis, side)
            grid.setAnnotationDirection(direction, side)
            grid.setAnnotationPosition(outside, side)
        item.grids().addGrid(grid)

    def add_frame(self) -> None:
        frame = QgsLayoutItemShape(self.layout)
        frame.setId("frame")
        frame.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        look = {"style": "no", "outline_color": palette.INK, "outline_width": "0.6"}
        frame.setSymbol(QgsFillSymbol.createSimple({**look, "joinstyle": "miter"}))
        self._place(frame, self.inner)
        self.rule(self.divider, self.inner.top(), 0, self.inner.height(), 0.35, palette.INK)

    def add_head(self, text: SheetText) -> float:
        """Lay title and subtitle; return where they end."""
        top = self.inner.top() + _PADDING
        # The title shrinks before it grows beyond three lines or so.
        for points in (20.0, 18.0, 16.0, 14.0, 12.0):
            face = typography.font(points, bold=True)
            if typography.height(typography.wrapped(text.title, face, self.width), face) <= 27:
                break
        top += self._text("title", text.title, face, palette.INK, top, 44)
        if text.subtitle.strip():
            face = typography.font(10.5)
            top += 1 + self._text("subtitle", text.subtitle, face, palette.ACCENT, top + 1, 24)
        self.rule(self.left, top + 2.5, self.width, 0, 0.9, palette.ACCENT)
        return top + 7

    def add_measures(self, map_item: QgsLayoutItemMap, top: float) -> float:
        """Lay north arrow, scale and CRS; return where they end."""
        self._north(self.left, top)
        beside, width = self.left + 16, self.width - 16
        words = tr("Scale {scale}").format(scale=scale_text(map_item.scale()))
        face = typography.font(11, bold=True)
        self._text("scale", words, face, palette.INK, top - 0.4, 6, beside, width)
        self._scale_bar(map_item, beside - 1, top + 5.6, width)
        face = typography.font(6.5)
        words = tr("Coordinate reference system")
        top += 18.5
        top += self._text("crs heading", words, face, palette.INK_SOFT, top, 4)
        face = typography.font(7.5)
        top += self._text("crs", crs_text(map_item.crs()), face, palette.INK, top, 9)
        return top + 3

    def add_foot(self, text: SheetText, top: float) -> float:
        """Lay the texts that close the column upwards from its end; return their top."""
        bottom = self.inner.bottom() - _PADDING
        room = (bottom - top) * 0.5  # the legend keeps at least the other half
        note = tr(
            "Village boundaries are indicative and are not an official reference for "
            "administrative boundaries."
        )
        date = tr("Made on {date}").format(date=locale().toString(text.date, "d MMMM yyyy"))
        face = typography.font(6, italic=True)
        for key, words in (("date", date), ("note", note)):
            high = typography.height(typography.wrapped(words, face, self.width), face)
            bottom -= high
            self._text(key, words, face, palette.INK_SOFT, bottom, high)
            bottom -= 0.6
        bottom -= 1.2
        self.rule(self.left, bottom, self.width, 0, 0.15, palette.HAIRLINE)
        blocks = [
            ("definition", tr("Definition"), text.definition),
            ("source", tr("Data sources"), text.source),
        ]
        blocks = [block for block in blocks if block[2].strip()]
        limits = [room / len(blocks) - 8 for _ in blocks] if blocks else []
        for points in (7.5, 7.0, 6.5, 6.0, 5.5, 5.0):
            face = typography.font(points)
            highs = [
                typography.height(typography.wrapped(words, face, self.width), face)
                for _, _, words in blocks
            ]
            if sum(highs) + 8 * len(blocks) <= room:
                limits = highs
                break
        for (key, heading, words), limit in reversed(list(zip(blocks, limits))):
            high = min(limit, typography.height(typography.wrapped(words, face, self.width), face))
            bottom -= high + 2.6
            self._text(key, words, face, palette.INK, bottom, high)
            bottom -= 4.6
            self.heading(heading, bottom)
        return bottom - 3

    def heading(self, words: str, top: float) -> None:
        face = typography.font(8.5, bold=True)
        self._text(f"heading {words}", words, face, palette.ACCENT, top, 5)

    def rule(
        self, left: float, top: float, width: float, height: float, line: float, colour: str
    ) -> None:
        # A filled rectangle: the box of a line item would include its pen.
        item = QgsLayoutItemShape(self.layout)
        item.setId("rule")
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        item.setSymbol(QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}))
        self._place(item, QRectF(left, top, width or line, height or line))

    def _north(self, left: float, top: float) -> None:
        middle, tip, foot, half = left + 6, top + 4.8, top + 16, 3.4
        for side, colour in ((-1, palette.INK), (1, palette.PAPER)):
            shape = QPolygonF(
                [
                    QPointF(middle, tip),
                    QPointF(middle + side * half, foot),
                    QPointF(middle, foot - 3),
                ]
            )
            item = QgsLayoutItemPolygon(shape, self.layout)
            item.setId("north arrow")
            look = {"color": colour, "outline_color": palette.INK, "outline_width": "0.2"}
            item.setSymbol(QgsFillSymbol.createSimple({**look, "joinstyle": "bevel"}))
            self.layout.addLayoutItem(item)
        letter = self._label("north", tr("N"), typography.font(11, bold=True), palette.INK)
        letter.setHAlign(Qt.AlignmentFlag.AlignHCenter)
        self._place(letter, QRectF(left, top - 0.6, 12, 5.4))

    def _scale_bar(self, map_item: QgsLayoutItemMap, left: float, top: float, width: float) -> None:
        metres = _one_two_five((width - 14) * map_item.scale() / 1000 / 4)
        kilometres = metres >= 250
        bar = QgsLayoutItemScaleBar(self.layout)
        bar.setId("scale bar")
        bar.setLinkedMap(map_item)
        bar.setStyle("Single Box")
        units = QgsUnitTypes.DistanceUnit
        bar.setUnits(units.DistanceKilometers if kilometres else units.DistanceMeters)
        bar.setUnitLabel("km" if kilometres else "m")
        bar.setMapUnitsPerScaleBarUnit(1)
        bar.setUnitsPerSegment(metres / 1000 if kilometres else metres)
        bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
        bar.setNumberOfSegments(4)
        bar.setNumberOfSegmentsLeft(0)
        bar.setHeight(1.8)
        bar.setLabelBarSpace(1.0)
        bar.setBoxContentSpace(1.0)
        number = bar.numericFormat().clone()
        number.setDecimalSeparator(str(locale().decimalPoint()))
        number.setThousandsSeparator(str(locale().groupSeparator()))
        bar.setNumericFormat(number)
        bar.setTextFormat(typography.text_format(typography.font(7), palette.INK))
        for symbol, setter, colour in (
            (bar.fillSymbol().clone(), bar.setFillSymbol, palette.INK),
            (bar.alternateFillSymbol().clone(), bar.setAlternateFillSymbol, palette.PAPER),
            (bar.lineSymbol().clone(), bar.setLineSymbol, palette.INK),
        ):
            symbol.setColor(QColor(colour))
            setter(symbol)
        self.layout.addLayoutItem(bar)
        bar.attemptMove(QgsLayoutPoint(left, top, _MM))
        bar.update()

    def _place(self, item: QgsLayoutItem, rect: QRectF) -> None:
        self.layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(rect.left(), rect.top(), _MM))
        item.attemptResize(QgsLayoutSize(rect.width(), rect.height(), _MM))

    def _label(self, key: str, words: str, face: QFont, colour: str) -> QgsLayoutItemLabel:
        item = QgsLayoutItemLabel(self.layout)
        item.setId(key)
        item.setText(words)
        if hasattr(item, "setTextFormat"):
            item.setTextFormat(typography.text_format(face, colour))
        else:
            item.setFont(face)
            item.setFontColor(QColor(colour))
        item.setHAlign(Qt.AlignmentFlag.AlignLeft)
        item.setVAlign(Qt.AlignmentFlag.AlignTop)
        item.setMarginX(0)
        item.setMarginY(0)
        return item

    def _text(
        self,
        key: str,
        words: str,
        face: QFont,
        colour: str,
        top: float,
        limit: float,
        left: float | None = None,
        width: float | None = None,
    ) -> float:
        """Place a text, cut where it is higher than a limit, and return its height."""
        left = self.left if left is None else left
        width = self.width if width is None else width
        broken = typography.cut_to(typography.wrapped(words, face, width), face, limit)
        high = typography.height(broken, face)
        # The box is a little wider than the lines, so that no renderer breaks them again.
        self._place(self._label(key, broken, face, colour), QRectF(left, top, width + 3, high))
        return high


def _one_two_five(limit: float) -> float:
    """Return the largest of 1, 2, 5 times a power of ten that is no more than a limit."""
    power = 10.0 ** math.floor(math.log10(limit))
    return max(step * power for step in (1, 2, 5) if step * power <= limit * (1 + 1e-9))


def _degrees_expression(step: int) -> str:
    """Return the QGIS expression that prints a graticule's degrees, minutes and seconds."""
    parts = "to_string(floor(@t / 3600)) || '°'"
    if step % 3600:
        parts += " || lpad(to_string(floor((@t % 3600) / 60)), 2, '0') || '′'"
    if step % 60:
        parts += " || lpad(to_string(floor(@t % 60)), 2, '0') || '″'"
    east, west = tr("{degrees} E"), tr("{degrees} W")
    north, south = tr("{degrees} N"), tr("{degrees} S")
    return (
        f"with_variable('t', round(abs(@grid_number) * 3600), replace(CASE "
        f"WHEN @grid_axis = 'x' THEN if(@grid_number < 0, '{west}', '{east}') "
        f"ELSE if(@grid_number < 0, '{south}', '{north}') END, '{{degrees}}', {parts}))"
    )
