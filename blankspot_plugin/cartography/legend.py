# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet's legend: only what the map shows, made to fit the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsRenderContext,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QFont

from ..i18n import tr
from . import palette, typography

# Beyond this, looking at each feature takes longer than a complete legend is worth.
_MAX_FEATURES = 200_000
_TRIES = ((1, 8.0), (1, 7.0), (1, 6.5), (2, 6.5), (2, 6.0), (2, 5.0), (3, 5.0), (3, 4.0))
_STYLES = QgsLegendStyle.Style


def add_legend(
    map_item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer], room: QRectF
) -> QgsLayoutItemLegend:
    """Add a legend of the layers to the map's layout, as large as the room allows (mm)."""
    shown = [(layer, shown_entries(layer, map_item)) for layer in layers]
    shown = [(layer, entries) for layer, entries in shown if entries != []]
    layout = map_item.layout()
    legend = QgsLayoutItemLegend(layout)
    legend.setId("legend")
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    legend.setWrapString("\n")
    legend.setBackgroundEnabled(False)
    layout.addLayoutItem(legend)
    for columns, points in _TRIES:
        _dress(legend, columns, points)
        _fill(legend, shown, columns, points, room.width())
        # The item itself knows its size only once it has been painted.
        context = QgsLayoutUtils.createRenderContextForMap(map_item, None)
        size = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)
        if size.height() <= room.height() and size.width() <= room.width():
            break
    millimetres = QgsUnitTypes.LayoutUnit.LayoutMillimeters
    legend.attemptMove(QgsLayoutPoint(room.left(), room.top(), millimetres))
    legend.attemptResize(QgsLayoutSize(size.width(), size.height(), millimetres))
    return legend


def shown_entries(layer: QgsMapLayer, map_item: QgsLayoutItemMap) -> list[int] | None:
    """Return which legend entries of a vector layer the map shows; None for other layers."""
    if not isinstance(layer, QgsVectorLayer) or layer.renderer() is None:
        return None
    keys = [item.ruleKey() for item in layer.renderer().legendSymbolItems()]
    everything = list(range(len(keys)))
    if layer.featureCount() > _MAX_FEATURES:
        return everything
    transforms = map_item.layout().project().transformContext()
    request = QgsFeatureRequest()
    try:
        to_layer = QgsCoordinateTransform(map_item.crs(), layer.crs(), transforms)
        request.setFilterRect(to_layer.transformBoundingBox(map_item.extent()))
    except QgsCsException:
        return everything
    size = map_item.sizeWithUnits().toQSizeF()
    context = QgsRenderContext.fromMapSettings(
        map_item.mapSettings(map_item.extent(), size, 96, False)
    )
    expressions = map_item.createExpressionContext()
    expressions.appendScope(layer.createExpressionContextScope())
    context.setExpressionContext(expressions)
    renderer = layer.renderer().clone()
    seen: set[str] = set()
    renderer.startRender(context, layer.fields())
    try:
        for feature in layer.getFeatures(request):
            if feature.hasGeometry():
                context.expressionContext().setFeature(feature)
                seen |= set(renderer.legendKeysForFeature(feature, context))
                if len(seen) >= len(keys):
                    break
    finally:
        renderer.stopRender(context)
    return [index for index, key in enumerate(keys) if key in seen]


def _fill(
    legend: QgsLayoutItemLegend,
    shown: Sequence[tuple[QgsMapLayer, list[int] | None]],
    columns: int,
    points: float,
    width: float,
) -> None:
    column = (width - (columns - 1) * legend.columnSpace() - 1) / columns
    label = (typography.font(points), column - legend.symbolWidth() - 2.5)
    heading = (typography.font(points, bold=True), column)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    # Layers of one symbol have no heading of their own: they share one, at the end.
    many = [pair for pair in shown if not _is_single(pair[0])]
    lone = [pair for pair in shown if _is_single(pair[0])]
    for layer, entries in many:
        node = _node(layer, typography.wrapped(layer.name(), *heading))
        root.addChildNode(node)
        if entries is not None:
            items = layer.renderer().legendSymbolItems()
            for index, item in enumerate(items):
                words = typography.wrapped(item.label(), *label)
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, words)
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, entries)
            legend.model().refreshLayerLegend(node)
    if not lone:
        return
    others = root
    if many:
        others = QgsLayerTreeGroup(tr("Other features"))
        QgsLegendRenderer.setNodeLegendStyle(others, _STYLES.Subgroup)
        root.addChildNode(others)
    for layer, _ in lone:
        others.addChildNode(_node(layer, typography.wrapped(layer.name(), *label)))


def _is_single(layer: QgsMapLayer) -> bool:
    if not isinstance(layer, QgsVectorLayer) or layer.renderer() is None:
        return False
    return len(layer.renderer().legendSymbolItems()) == 1


def _node(layer: QgsMapLayer, title: str) -> QgsLayerTreeLayer:
    node = QgsLayerTreeLayer(layer)
    node.setCustomProperty("legend/title-label", title)
    return node


def _dress(legend: QgsLayoutItemLegend, columns: int, points: float) -> None:
    size = points / 8
    legend.setColumnCount(columns)
    legend.setSplitLayer(columns > 1)
    legend.setSymbolWidth(7.5 * size)
    legend.setSymbolHeight(4.4 * size)
    legend.setBoxSpace(0.0)
    legend.setColumnSpace(2.5)
    for style, bold in (
        (_STYLES.Group, True),
        (_STYLES.Subgroup, True),
        (_STYLES.SymbolLabel, False),
    ):
        _set_font(legend, style, typography.font(points, bold), palette.INK)
    sides = QgsLegendStyle.Side
    legend.rstyle(_STYLES.Subgroup).setMargin(sides.Top, 2.4 * size)
    legend.rstyle(_STYLES.Symbol).setMargin(sides.Top, 1.1 * size)
    legend.rstyle(_STYLES.SymbolLabel).setMargin(sides.Left, 2.0)


def _set_font(
    legend: QgsLayoutItemLegend, style: QgsLegendStyle.Style, face: QFont, colour: str
) -> None:
    if hasattr(QgsLegendStyle, "setTextFormat"):
        legend.rstyle(style).setTextFormat(typography.text_format(face, colour))
    else:
        legend.setStyleFont(style, face)
        legend.setFontColor(QColor(colour))
