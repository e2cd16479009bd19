# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's page with the map, and its place on the ground in the PDF (millimetres)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor

from ...i18n import locale, tr
from .. import charts, lettering, palette, typography
from ..layouts import crs_text, round_scale, scale_text
from ..legend import dress_legend, fill_legend
from .content import Report
from .pages import HEIGHT, LEFT, ROOM, Pages

_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_MAP_HEIGHT = 168.0
_INSIDE = 3.0  # between what is shown and the frame
_SIDE = 56.0  # of the column with scale and north
_POINTS_PER_MM = 72 / 25.4
_LEGEND_POINTS = 8.0


@dataclass(frozen=True)
class MapOfReport:
    """What the map shows.

    Attributes
    ----------
    layers
        The first is drawn on top; they must outlive the layout.
    villages
        The one of them that holds the villages.
    crs
        Of the map, in metres.
    ground
        What must be seen, in it.
    """

    layers: Sequence[QgsMapLayer]
    villages: QgsMapLayer
    crs: QgsCoordinateReferenceSystem
    ground: QgsRectangle


def draw_map(pages: Pages, shown: MapOfReport, report: Report) -> int:
    """Lay the map on the page that was begun; return the page's number."""
    page = pages.heading(tr("Map"))
    rect = QRectF(LEFT, pages.y, ROOM, _MAP_HEIGHT)
    item = map_item(pages.layout, shown.layers, shown.crs)
    item.setId("map")
    pages.place(item, rect)
    item.setExtent(fitted(shown.ground, rect.width(), rect.height()))
    pages.layout.setReferenceMap(item)
    pages.y += _MAP_HEIGHT + 4
    side = LEFT + ROOM - _SIDE
    pages.drawing(charts.north_arrow(14), QRectF(side, pages.y, 14 * 10 / 16, 14))
    face = lettering.face(10, bold=True)
    words = tr("Scale {scale}").format(scale=scale_text(item.scale()))
    pages.label(words, face, palette.INK, QRectF(side + 13, pages.y + 0.5, _SIDE - 13, 5))
    bar = scale_bar(pages.layout, item, _SIDE - 16)
    top = pages.on_layout(QRectF(side + 12, pages.y + 5.5, 1, 1)).top()
    bar.attemptMove(QgsLayoutPoint(side + 12, top, _MM))
    small = lettering.face(7)
    words = typography.wrapped(
        "\n".join([tr("Coordinate reference system"), crs_text(shown.crs)]), small, _SIDE
    )
    pages.label(words, small, palette.INK_SOFT, QRectF(side, pages.y + 19, _SIDE, 12))
    words = typography.wrapped(report.definition, small, _SIDE)
    pages.label(words, small, palette.INK, QRectF(side, pages.y + 31, _SIDE, 24))
    room = QRectF(LEFT, pages.y, ROOM - _SIDE - 6, HEIGHT - 20 - pages.y)
    legend(item, shown.layers, pages.on_layout(room))
    pages.y = HEIGHT
    return page


def legend(item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer], room: QRectF) -> None:
    """Lay the legend of what a map shows, in a room of the layout."""
    made = QgsLayoutItemLegend(item.layout())
    made.setId("legend")
    made.setWrapString("\n")
    made.setBackgroundEnabled(False)
    item.layout().addLayoutItem(made)
    made.attemptMove(QgsLayoutPoint(room.left(), room.top(), _MM))
    made.attemptResize(QgsLayoutSize(room.width(), room.height(), _MM))
    dress_legend(made, _LEGEND_POINTS)
    fill_legend(made, item, layers)


def map_item(
    layout: QgsPrintLayout, layers: Sequence[QgsMapLayer], crs: QgsCoordinateReferenceSystem
) -> QgsLayoutItemMap:
    """Return a map with a frame, not yet on the layout."""
    item = QgsLayoutItemMap(layout)
    item.setLayers(list(layers))
    item.setKeepLayerSet(True)
    item.setCrs(crs)
    item.setBackgroundColor(QColor(palette.PAPER))
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(palette.INK))
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.3, _MM))
    return item


def fitted(ground: QgsRectangle, width: float, height: float) -> QgsRectangle:
    """Return the extent of a map of some size (mm) at the round scale that shows the ground (m)."""
    scale = round_scale(ground.width(), ground.height(), width - 2 * _INSIDE, height - 2 * _INSIDE)
    half_w, half_h = width * scale / 2000, height * scale / 2000
    x, y = ground.center().x(), ground.center().y()
    return QgsRectangle(x - half_w, y - half_h, x + half_w, y + half_h)


def framed(ground: QgsRectangle, width: float, height: float) -> QgsRectangle:
    """Return the extent of a map of some size (mm) that the ground fills, at any scale."""
    scale = max(ground.width() / (width - 2 * _INSIDE), ground.height() / (height - 2 * _INSIDE))
    x, y = ground.center().x(), ground.center().y()
    half_w, half_h = width * scale / 2, height * scale / 2
    return QgsRectangle(x - half_w, y - half_h, x + half_w, y + half_h)


def scale_bar(
    layout: QgsPrintLayout, item: QgsLayoutItemMap, width: float
) -> QgsLayoutItemScaleBar:
    """Return a bar of two round parts, no wider than this (mm), on the layout."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setId("scale bar")
    bar.setLinkedMap(item)
    bar.setStyle("Single Box")
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(1.6)
    bar.setLabelBarSpace(1.0)
    bar.setBoxContentSpace(1.0)
    number = bar.numericFormat().clone()
    number.setDecimalSeparator(str(locale().decimalPoint()))
    number.setThousandsSeparator(str(locale().groupSeparator()))
    bar.setNumericFormat(number)
    bar.setTextFormat(typography.text_format(lettering.face(7), palette.INK))
    for symbol, setter, colour in (
        (bar.fillSymbol().clone(), bar.setFillSymbol, palette.INK),
        (bar.alternateFillSymbol().clone(), bar.setAlternateFillSymbol, palette.PAPER),
        (bar.lineSymbol().clone(), bar.setLineSymbol, palette.INK),
    ):
        symbol.setColor(QColor(colour))
        setter(symbol)
    layout.addLayoutItem(bar)
    measure(bar, item, width)
    return bar


def measure(bar: QgsLayoutItemScaleBar, item: QgsLayoutItemMap, width: float) -> None:
    """Give a bar round parts for the scale its map has now."""
    metres = _round(width * item.scale() / 1000 / 2.6)
    kilometres = metres >= 1000
    units = QgsUnitTypes.DistanceUnit
    bar.setUnits(units.DistanceKilometers if kilometres else units.DistanceMeters)
    bar.setUnitLabel("km" if kilometres else "m")
    bar.setUnitsPerSegment(metres / 1000 if kilometres else metres)
    bar.update()


def georeference(path: Path, page: int, item: QgsLayoutItemMap) -> bool:
    """Tell a PDF where on the ground the map of one of its pages lies; return whether it could.

    QGIS itself does so for a map on the first page only.
    """
    box = item.pagePos()
    size = item.rect()
    scale = item.extent().width() / size.width()  # metres a millimetre
    left = item.extent().xMinimum() - box.x() * scale
    top = item.extent().yMaximum() + box.y() * scale
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        source = gdal.Open(f"PDF:{page}:{path}", gdal.GA_Update)
        if source is None:
            return False
        across = 210.0 * scale / source.RasterXSize
        down = 297.0 * scale / source.RasterYSize
        source.SetProjection(item.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT1_GDAL))
        source.SetGeoTransform((left, across, 0.0, top, 0.0, -down))
        source.SetMetadataItem("NEATLINE", item.extent().asWktPolygon())
        del source
    except RuntimeError:
        return False  # another plugin may have told GDAL to raise
    finally:
        gdal.PopErrorHandler()
    return True


def _round(limit: float) -> float:
    power = 10.0 ** math.floor(math.log10(limit))
    return max(step * power for step in (1, 2, 5) if step * power <= limit * (1 + 1e-9))
