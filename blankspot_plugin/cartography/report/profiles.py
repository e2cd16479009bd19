# SPDX-License-Identifier: GPL-2.0-or-later
"""A page for each village, as an atlas: where it lies and all that is known of it (mm)."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ...core.headline import status_of
from ...i18n import number_text, tr
from .. import charts, lettering, palette, typography
from ..layouts import scale_text
from ..result_tables import definition_words
from ..tables import TONES, date_text, status_text
from .content import Report
from .grid import NOTHING
from .map_page import MapOfReport, fitted, framed, legend, map_item, measure, scale_bar
from .pages import LEFT, ROOM, Pages, literal, set_face
from .village_facts import Village, facts

_MAP = QRectF(LEFT, 58, 114, 100)
_SIDE = 56.0  # of the column beside the map
_TABLES = 172.0  # where the figures begin
_HALF = (ROOM - 8) / 2
_ROW = 5.6
_LEGEND = 236.0  # where it begins, beside the figures
_BAR = 44.0
_PLACE = "place"
DPI = 150  # a map of a hand's breadth needs no more
_MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Profiles:
    """The atlas: its layout, and the page of each village as it comes.

    Parameters
    ----------
    project
        Of the run's own; the layers of the pages go into it.
    report
        Title, definition, notes.
    found
        The villages, in their order.
    shown
        What the maps show.
    used
        The definition the status rests on, '' if not known.
    """

    def __init__(
        self,
        project: QgsProject,
        report: Report,
        found: Sequence[Village],
        shown: MapOfReport,
        used: str,
    ) -> None:
        self._report, self._found, self._shown, self._used = report, found, shown, used
        self.layout = QgsPrintLayout(project)
        self.layout.setName(tr("Village profiles"))
        crs = shown.crs
        self._pages = Pages(self.layout, "", "")
        # Two looks of one shape: outlined on the map, filled on the small one.
        outline = {"style": "no", "outline_color": palette.INK, "outline_width": "0.9"}
        self._outlined = _layer(project, crs, QgsFillSymbol.createSimple(outline))
        solid = {"color": palette.ACCENT, "outline_color": palette.INK, "outline_width": "0.3"}
        self._filled = _layer(project, crs, QgsFillSymbol.createSimple(solid))
        self._order = _order(project, crs, found)
        self._labels: dict[str, QgsLayoutItemLabel] = {}
        self._map = self._maps()
        self._furnish()
        atlas = self.layout.atlas()
        atlas.setCoverageLayer(self._order)
        atlas.setEnabled(True)
        atlas.setSortFeatures(True)
        atlas.setSortExpression(f'"{_PLACE}"')
        atlas.featureChanged.connect(self._show)

    def _maps(self) -> QgsLayoutItemMap:
        """Lay the maps; return the large one, which moves from village to village."""
        shown = self._shown
        large = map_item(self.layout, [self._outlined, *shown.layers], shown.crs)
        self._pages.place(large, _MAP)
        # Drawn as a picture, not as lines: hundreds of maps of lines would make a file that
        # nobody can send. What is around them stays text.
        large.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
        # Everything the pages will show belongs into the one legend they share.
        large.setExtent(fitted(shown.ground, _MAP.width(), _MAP.height()))
        legend(large, shown.layers, QRectF(LEFT + _HALF + 8, _LEGEND, _HALF, 280 - _LEGEND))
        self._bar = scale_bar(self.layout, large, _BAR)
        self._bar.attemptMove(QgsLayoutPoint(LEFT + 40, _MAP.bottom() + 1.5, _MM))
        rect = QRectF(LEFT + ROOM - _SIDE, _MAP.top(), _SIDE, _MAP.height())
        extent = framed(shown.ground, rect.width(), rect.height())
        # The regency is the same on every page: a picture, drawn once.
        self._pages.image(_picture(shown, extent, rect), rect)
        small = map_item(self.layout, [self._filled], shown.crs)
        small.setBackgroundEnabled(False)
        self._pages.place(small, rect)
        small.setExtent(extent)
        return large

    def _furnish(self) -> None:
        """Lay every label; those of a village are filled as its page comes."""
        put = self._put
        region = " · ".join(filter(None, (self._report.office.regency, self._report.region)))
        put("", tr("Village profile"), 8, QRectF(LEFT, 14, ROOM / 2, 5), colour=palette.ACCENT)
        put("", region, 8, QRectF(LEFT + ROOM / 2, 14, ROOM / 2, 5), align=_RIGHT)
        self._pages.rule(19.5, 0.6, palette.ACCENT)
        put("name", "", 20, QRectF(LEFT, 23, ROOM, 10), bold=True)
        put("where", "", 10, QRectF(LEFT, 33.5, ROOM, 5), colour=palette.INK_SOFT)
        put("status", "", 12, QRectF(LEFT, 42, 40, 8), bold=True)
        self._labels["status"].setMarginX(3)
        self._labels["status"].setVAlign(Qt.AlignmentFlag.AlignVCenter)
        face = lettering.face(8)
        words = typography.wrapped(self._report.definition, face, ROOM - 46)
        put("", words, 8, QRectF(LEFT + 46, 42, ROOM - 46, 18))
        put("scale", "", 8, QRectF(LEFT, _MAP.bottom() + 2, 40, 5), bold=True)
        self._table("fact", tr("Figures"), len(facts({})), LEFT)
        right = LEFT + _HALF + 8
        self._table("under", tr("Status under each definition"), len(definition_words()), right)
        top = _TABLES + 7 + (len(definition_words()) + 0.6) * _ROW
        put("", tr("By the mobile signal alone, without Wi-Fi."), 7,
            QRectF(right, top - 1.5, _HALF, 4), colour=palette.INK_SOFT)  # fmt: skip
        put("change title", "", 10, QRectF(right, top + 6, _HALF, 5), bold=True)
        put("change", "", 9, QRectF(right, top + 12, _HALF, 10))
        foot = lettering.face(6.5, italic=True)
        notes = [*self._report.notes, date_text(self._report.today)]
        words = typography.wrapped(" ".join(notes), foot, ROOM - 32)
        put("", words, 6.5, QRectF(LEFT, 284, ROOM - 32, 7), colour=palette.INK_SOFT)
        put("page", "", 7.5, QRectF(LEFT, 284, ROOM, 5), align=_RIGHT, colour=palette.INK_SOFT)

    def _table(self, key: str, title: str, rows: int, left: float) -> None:
        self._put("", title, 10, QRectF(left, _TABLES, _HALF, 5), bold=True, colour=palette.ACCENT)
        for row in range(rows):
            top = _TABLES + 7 + row * _ROW
            self._pages.box(QRectF(left, top + _ROW - 0.7, _HALF, 0.12), palette.HAIRLINE)
            self._put(f"{key} {row}", "", 8.5, QRectF(left, top, _HALF - 24, _ROW))
            chip = key == "under"
            wide = 28.0 if chip else 40.0
            right = QRectF(left + _HALF - wide, top - 0.2 * chip, wide, _ROW - 0.5)
            align = _CENTRE if chip else _RIGHT
            self._put(f"{key} value {row}", "", 8.5, right, align=align, bold=not chip)
            if chip:
                self._labels[f"{key} value {row}"].setVAlign(Qt.AlignmentFlag.AlignVCenter)

    def _put(
        self,
        key: str,
        words: str,
        points: float,
        rect: QRectF,
        bold: bool = False,
        colour: str = palette.INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        face = lettering.face(points, bold)
        label = self._pages.label(words, face, colour, rect, align)
        if key:
            label.setId(key)
            self._labels[key] = label

    def _say(self, key: str, words: str) -> None:
        self._labels[key].setText(literal(words))

    def _show(self, feature: QgsFeature) -> None:
        """Fill the page of a village."""
        if not feature.isValid():
            return  # the atlas has come to its end
        at = int(feature[_PLACE])
        one = self._found[at]
        for layer in (self._outlined, self._filled):
            _hold(layer, one.shape)
        ground = self._shown.ground if one.shape.isEmpty() else _around(one.shape.boundingBox())
        self._map.setExtent(fitted(ground, _MAP.width(), _MAP.height()))
        measure(self._bar, self._map, _BAR)
        self._say("scale", tr("Scale {scale}").format(scale=scale_text(self._map.scale())))
        name = " ".join(str(one.row.get("name") or one.row.get("code") or NOTHING).split())
        self._entitle(name)
        above = tr("Kecamatan {name}").format(name=one.kecamatan) if one.kecamatan else ""
        code = tr("Code {code}").format(code=one.row.get("code")) if one.row.get("code") else ""
        self._say("where", " · ".join(filter(None, (above, code))))
        self._chip("status", status_of(one.row))
        for row, (label, value) in enumerate(facts(one.row)):
            self._say(f"fact {row}", label)
            self._say(f"fact value {row}", value)
        for row, (word, label) in enumerate(definition_words().items()):
            self._say(f"under {row}", _marked(label, word == self._used))
            self._chip(f"under value {row}", one.under.get(word))
        self._say("change title", tr("What has changed") if one.change else "")
        face = lettering.face(9)
        self._say("change", typography.wrapped(one.change, face, _HALF))
        total = number_text(len(self._found))
        self._say(
            "page", tr("Page {page} of {pages}").format(page=number_text(at + 1), pages=total)
        )

    def _entitle(self, name: str) -> None:
        """Write the name of a village, in smaller type where it is long."""
        for points in (20.0, 17.0, 14.0, 12.0, 10.0):
            if lettering.length(name, points, bold=True) < 0.95 * ROOM:
                break
        set_face(self._labels["name"], lettering.face(points, bold=True), palette.INK)
        self._say("name", typography.wrapped(name, lettering.face(points, bold=True), ROOM))

    def _chip(self, key: str, status: str | None) -> None:
        fill, strong = TONES.get(status or "", TONES["unknown"])
        label = self._labels[key]
        self._say(key, status_text(status))
        label.setBackgroundEnabled(True)
        label.setBackgroundColor(QColor(fill))
        label.setFrameEnabled(key == "status")
        label.setFrameStrokeColor(QColor(strong))


def _marked(label: str, used: bool) -> str:
    return tr("{definition} (used here)").format(definition=label) if used else label


def _around(box: QgsRectangle) -> QgsRectangle:
    made = QgsRectangle(box)
    made.grow(max(box.width(), box.height(), 500.0) * 0.12)
    return made


def _picture(shown: MapOfReport, extent: QgsRectangle, rect: QRectF) -> str:
    """Return the villages as a picture of some size (mm)."""
    settings = QgsMapSettings()
    settings.setLayers([shown.villages])
    settings.setDestinationCrs(shown.crs)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(*(round(mm / 25.4 * DPI) for mm in (rect.width(), rect.height()))))
    settings.setOutputDpi(DPI)
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, False)
    image = QImage(settings.outputSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(palette.PAPER))
    painter = QPainter(image)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    painter.end()
    return f"base64:{base64.b64encode(charts.png(image)).decode()}"


def _layer(project: QgsProject, crs: object, symbol: QgsFillSymbol) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon", "village", "memory")
    layer.setCrs(crs)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    project.addMapLayer(layer, False)
    return layer


def _order(project: QgsProject, crs: object, found: Sequence[Village]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?field={_PLACE}:integer", "villages", "memory")
    layer.setCrs(crs)
    made = []
    for at, one in enumerate(found):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([at])
        if not one.shape.isEmpty():
            feature.setGeometry(one.shape)
        made.append(feature)
    layer.dataProvider().addFeatures(made)
    project.addMapLayer(layer, False)
    return layer


def _hold(layer: QgsVectorLayer, shape: QgsGeometry) -> None:
    provider = layer.dataProvider()
    provider.truncate()
    if not shape.isEmpty():
        feature = QgsFeature(layer.fields())
        feature.setGeometry(shape)
        provider.addFeatures([feature])
