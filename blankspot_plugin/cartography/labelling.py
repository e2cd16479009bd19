# SPDX-License-Identifier: GPL-2.0-or-later
"""Names on a map: from which scale on, where, and who gives way to whom."""

from __future__ import annotations

from qgis.core import (
    QgsLabelObstacleSettings,
    QgsPalLayerSettings,
    QgsProperty,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QFont

from ..core.purpose_fields import guess_fields
from . import palette
from .roles import LINE, POINT, Labels, Role, find_field
from .symbols import colour

# Where the first is missing, QGIS goes through the rest: Windows, macOS, Linux.
FONT_FAMILIES = ("Open Sans", "Noto Sans", "Segoe UI", "Arial", "Helvetica", "DejaVu Sans")
_PLACES = QgsPalLayerSettings.Placement


def label(layer: QgsVectorLayer, role: Role, geometry: str) -> None:
    """Give a layer the labels of its role; without any, points keep others off themselves."""
    names = layer.fields().names()
    field = _name_field(names, role)
    if not field and geometry != POINT:
        layer.setLabelsEnabled(False)
        layer.setLabeling(None)
        return
    settings = QgsPalLayerSettings()
    settings.drawLabels = bool(field)
    settings.setObstacleSettings(_obstacles(geometry))
    if role.labels and field:
        _dress(settings, role.labels, field, geometry)
        if role.labels.first and role.classify:
            shown = (
                f"coalesce(@map_scale, 0) <= {role.labels.all_scale} "
                f"OR {role.classify(names)} = '{role.labels.first}'"
            )
            settings.dataDefinedProperties().setProperty(
                QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(shown)
            )
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _name_field(names: list[str], role: Role) -> str:
    if role.labels is None:
        return ""
    found = find_field(names, role.labels.fields)
    if not found and role.labels.fields == Labels().fields:
        # A village is named by the field that the analysis takes its name from.
        found = guess_fields("areas", names).get("NAME_FIELD", "")
    return found


def _obstacles(geometry: str) -> QgsLabelObstacleSettings:
    """Return what keeps labels off: symbols of points; areas are there to be written on."""
    settings = QgsLabelObstacleSettings()
    settings.setIsObstacle(geometry == POINT)
    settings.setFactor(1.5)
    return settings


def _dress(settings: QgsPalLayerSettings, labels: Labels, field: str, geometry: str) -> None:
    settings.fieldName = f'upper("{field}")' if labels.capitals else field
    settings.isExpression = labels.capitals
    settings.priority = labels.priority
    if geometry == LINE:
        settings.placement = _PLACES.Curved
    elif geometry == POINT:
        settings.placement = (
            _PLACES.OverPoint if labels.over else _PLACES.OrderedPositionsAroundPoint
        )
        settings.dist = 0.4
        settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
    else:
        settings.placement = _PLACES.Horizontal
    settings.centroidInside = True
    settings.scaleVisibility = True
    settings.minimumScale = float(labels.scale)
    settings.maximumScale = 0.0
    settings.wrapChar = ""
    settings.setFormat(_format(labels))


def _format(labels: Labels) -> QgsTextFormat:
    face = QFont(FONT_FAMILIES[0])
    face.setItalic(labels.italic)
    face.setBold(labels.bold)
    text = QgsTextFormat()
    text.setFont(face)
    text.setFamilies(list(FONT_FAMILIES))
    text.setSize(labels.size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(colour(labels.colour))
    buffer = QgsTextBufferSettings()
    # What stands on its own symbol has its ground there.
    buffer.setEnabled(not labels.over)
    buffer.setSize(0.55)
    buffer.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    buffer.setColor(colour(palette.PAPER, 0.9))
    text.setBuffer(buffer)
    return text
