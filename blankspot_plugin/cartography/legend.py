# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet's legend: only what the map shows, made to fit the room there is."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor, QFont

from ..i18n import tr
from . import kept, palette, typography

# Beyond this, looking at each feature takes longer than a complete legend is worth.
_MAX_FEATURES = 200_000
# Columns, and size of the type against the design's, the most legible first.
_TRIES = (
    *((1, 1.0), (1, 0.92), (1, 0.84), (2, 0.92), (2, 0.84), (2, 0.76), (3, 0.84)),
    *((3, 0.76), (3, 0.66), (4, 0.6), (4, 0.5)),
)
_SMALLEST = 4.0
_NARROWEST = 3.8  # millimetres of a column for each point of the type
_STYLES = QgsLegendStyle.Style
_SIZED = (_STYLES.Group, _STYLES.Subgroup, _STYLES.SymbolLabel)


def fill_legend(
    legend: QgsLayoutItemLegend,
    map_item: QgsLayoutItemMap,
    layers: Sequence[QgsMapLayer],
    everything: bool = False,
) -> bool:
    """List layers in a legend, in type that fits its box.

    Parameters
    ----------
    everything
        Whether to list entries that the map doesn't show, too, as an atlas needs that has
        other things on other pages; see :func:`prune_legend`.

    Returns
    -------
    bool
        Whether it fits.
    """
    listed = _all_entries if everything else lambda layer: shown_entries(layer, map_item)
    shown = [(layer, listed(layer)) for layer in layers]
    shown = [(layer, entries) for layer, entries in shown if entries != []]
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    room = legend.sizeWithUnits().toQSizeF()
    points = kept.designed(legend, "points", _points(legend))
    columns = round(kept.designed(legend, "columns", legend.columnCount()))
    size = room
    for more, part in _TRIES:
        if more > 1 and room.width() / more < _NARROWEST * points * part:
            continue
        now = max(_SMALLEST, round(points * part, 2)), max(columns, more)
        _resize_type(legend, *now)
        _fill(legend, shown, now[1], now[0], room.width())
        size = _needed(legend, map_item)
        if size.height() <= room.height() and size.width() <= room.width():
            break
    kept.remember(legend, "points", points, now[0])
    kept.remember(legend, "columns", columns, now[1])
    return size.height() <= room.height() + 0.1 and size.width() <= room.width() + 0.1


def prune_legend(
    legend: QgsLayoutItemLegend, whole: QgsLayerTreeGroup, map_item: QgsLayoutItemMap
) -> None:
    """Show of a whole legend only what a map shows now; order, names and type stay.

    Parameters
    ----------
    whole
        A copy of the legend's tree before anything was taken out.
    """
    tree = whole.clone()
    for node in tree.findLayers():
        layer = node.layer()
        shown = shown_entries(layer, map_item) if layer is not None else []
        if shown is None:
            continue
        order = range(len(layer.renderer().legendSymbolItems())) if shown else []
        if QgsMapLayerLegendUtils.hasLegendNodeOrder(node):
            order = QgsMapLayerLegendUtils.legendNodeOrder(node)
        left = [entry for entry in order if entry in shown]
        if left:
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, left)
        else:
            node.parent().removeChildNode(node)
    for group in tree.findGroups():
        if not group.findLayers():
            group.parent().removeChildNode(group)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    root.insertChildNodes(0, [child.clone() for child in tree.children()])
    for node in root.findLayers():
        legend.model().refreshLayerLegend(node)


def dress_legend(legend: QgsLayoutItemLegend, points: float) -> None:
    """Give a legend the look of our templates."""
    legend.setBoxSpace(0.0)
    legend.setColumnSpace(2.5)
    for style in _SIZED:
        face = typography.font(points, bold=style != _STYLES.SymbolLabel)
        _set_font(legend, style, face, palette.INK)
    sides = QgsLegendStyle.Side
    legend.rstyle(_STYLES.SymbolLabel).setMargin(sides.Left, 2.0)
    legend.rstyle(_STYLES.Group).setMargin(sides.Top, 0.0)
    # Room is kept below a title that is not there.
    legend.rstyle(_STYLES.Title).setMargin(sides.Bottom, 0.0)
    _resize_type(legend, points, 1)


def _needed(legend: QgsLayoutItemLegend, map_item: QgsLayoutItemMap) -> QSizeF:
    # The item itself knows its size only once it has been painted.
    context = QgsLayoutUtils.createRenderContextForMap(map_item, None)
    return QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)


def shown_entries(layer: QgsMapLayer, map_item: QgsLayoutItemMap) -> list[int] | None:
    """Return which legend entries of a vector layer the map shows; None for other layers."""
    everything = _all_entries(layer)
    if everything is None or layer.featureCount() > _MAX_FEATURES:
        return everything
    if not layer.isInScaleRange(map_item.scale()):
        return []
    frame = _frame_in(layer, map_item)
    if frame is None:
        return everything
    keys = [item.ruleKey() for item in layer.renderer().legendSymbolItems()]
    engine = QgsGeometry.createGeometryEngine(frame.constGet())
    engine.prepareGeometry()
    context = _context(layer, map_item)
    renderer = layer.renderer().clone()
    seen: set[str] = set()
    renderer.startRender(context, layer.fields())
    try:
        for feature in layer.getFeatures(QgsFeatureRequest(frame.boundingBox())):
            if not feature.hasGeometry():
                continue
            context.expressionContext().setFeature(feature)
            new = set(renderer.legendKeysForFeature(feature, context)) - seen
            if new and engine.intersects(feature.geometry().constGet()):
                seen |= new
                if len(seen) >= len(keys):
                    break
    finally:
        renderer.stopRender(context)
    return [index for index, key in enumerate(keys) if key in seen]


def entries_of(layer: QgsMapLayer) -> int:
    """Return how many entries a layer has at most, without looking at its features."""
    return len(_all_entries(layer) or ())


def _all_entries(layer: QgsMapLayer) -> list[int] | None:
    if not isinstance(layer, QgsVectorLayer) or layer.renderer() is None:
        return None
    return list(range(len(layer.renderer().legendSymbolItems())))


def _frame_in(layer: QgsVectorLayer, map_item: QgsLayoutItemMap) -> QgsGeometry | None:
    """Return the map's frame in the layer's CRS; None where it has no place there."""
    transforms = map_item.layout().project().transformContext()
    frame = QgsGeometry.fromRect(map_item.extent()).densifyByCount(16)
    try:
        fine = frame.transform(QgsCoordinateTransform(map_item.crs(), layer.crs(), transforms))
    except QgsCsException:
        return None
    return frame if fine == Qgis.GeometryOperationResult.Success else None


def _context(layer: QgsVectorLayer, map_item: QgsLayoutItemMap) -> QgsRenderContext:
    size = map_item.sizeWithUnits().toQSizeF()
    context = QgsRenderContext.fromMapSettings(
        map_item.mapSettings(map_item.extent(), size, 96, False)
    )
    expressions = map_item.createExpressionContext()
    expressions.appendScope(layer.createExpressionContextScope())
    context.setExpressionContext(expressions)
    return context


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
        if not root.children():
            # The first stands at the top: no distance from a group above it.
            QgsLegendRenderer.setNodeLegendStyle(node, _STYLES.Group)
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


def _points(legend: QgsLayoutItemLegend) -> float:
    style = _STYLES.SymbolLabel
    if hasattr(QgsLegendStyle, "textFormat"):
        return float(legend.rstyle(style).textFormat().size())
    return float(legend.styleFont(style).pointSizeF())


def _resize_type(legend: QgsLayoutItemLegend, points: float, columns: int) -> None:
    """Set the size of the type, and of all that goes with it."""
    size = points / 8
    legend.setColumnCount(columns)
    legend.setSplitLayer(columns > 1)
    legend.setSymbolWidth(7.5 * size)
    legend.setSymbolHeight(4.4 * size)
    for style in _SIZED:
        if hasattr(QgsLegendStyle, "textFormat"):
            made = legend.rstyle(style).textFormat()
            made.setSize(points)
            legend.rstyle(style).setTextFormat(made)
        else:
            face = legend.styleFont(style)
            face.setPointSizeF(points)
            legend.setStyleFont(style, face)
    sides = QgsLegendStyle.Side
    legend.rstyle(_STYLES.Subgroup).setMargin(sides.Top, 2.0 * size)
    legend.rstyle(_STYLES.Symbol).setMargin(sides.Top, 1.1 * size)


def _set_font(
    legend: QgsLayoutItemLegend, style: QgsLegendStyle.Style, face: QFont, colour: str
) -> None:
    if hasattr(QgsLegendStyle, "setTextFormat"):
        legend.rstyle(style).setTextFormat(typography.text_format(face, colour))
    else:
        legend.setStyleFont(style, face)
        legend.setFontColor(QColor(colour))
