# SPDX-License-Identifier: GPL-2.0-or-later
"""The look of a class as a QGIS symbol: fills with patterns, lines, stacks of marks, wedges."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPointPatternFillSymbolLayer,
    QgsProperty,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from . import palette
from .roles import LINE, POINT, POLYGON, Dots, Entry, Fill, Hatch, Mark, Role, Stroke, Wedge
from .roles.reading import number, sector_fields

_KEYS = QgsSymbolLayer.Property
_MILLIMETRES = QgsUnitTypes.RenderUnit.RenderMillimeters
# How much smaller a mark is on maps that are smaller than its role's `near`.
_FAR = 0.55
# A legend draws no feature. Symbol layers of a wedge tell by this which of them is due: the
# wedge itself has no shape there, so that a fixed one stands for it.
_IN_LEGEND = "$geometry IS NULL"
_NO_COLOUR = "'0,0,0,0'"


def symbol(role: Role, entry: Entry, geometry: str, names: list[str]) -> QgsSymbol:
    """Return the symbol of a class for a geometry.

    Parameters
    ----------
    role, entry
        The class and what it belongs to.
    geometry
        ``point``, ``linestring`` or ``polygon``.
    names
        Fields of the layer.

    Raises
    ------
    ValueError
        If the class has no look for the geometry.
    """
    if geometry == POLYGON and entry.fill:
        return _fill_symbol(entry.fill)
    if geometry == LINE and entry.stroke:
        return _line_symbol(entry.stroke)
    if geometry == POINT and entry.marks:
        return _marker_symbol(entry.marks, role.near, names)
    raise ValueError(f"role {role.id!r} has no look for {geometry or 'no'} geometry")


def colour(name: str, opacity: float = 1.0) -> QColor:
    """Return a colour of the palette.

    Opacity lives in the colour: a symbol's or layer's own would turn the map in a PDF into one
    picture, and its text with it.
    """
    made = QColor(name)
    made.setAlpha(round(opacity * 255))
    return made


def _line_layer(
    name: str, width: float, dashed: bool = False, opacity: float = 1.0
) -> QgsSimpleLineSymbolLayer:
    line = QgsSimpleLineSymbolLayer(colour(name, opacity), width)
    line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        line.setUseCustomDashPattern(True)
        line.setCustomDashVector([1.2, 0.8])
        line.setCustomDashPatternUnit(_MILLIMETRES)
    return line


def _line_symbol(stroke: Stroke) -> QgsLineSymbol:
    return _line_of(_line_layer(stroke.colour, stroke.width, stroke.dashed))


def _line_of(line: QgsSimpleLineSymbolLayer) -> QgsLineSymbol:
    # A symbol made from a Python list does not own the list's layers on 3.22.
    made = QgsLineSymbol()
    made.changeSymbolLayer(0, line)
    return made


def _hatch_layer(hatch: Hatch, name: str, width: float) -> QgsLinePatternFillSymbolLayer:
    layer = QgsLinePatternFillSymbolLayer()
    layer.setLineAngle(hatch.angle)
    layer.setDistance(hatch.spacing)
    dashed = hatch.dashed and name == hatch.colour
    # A casing lets what lies beneath shine through, or it would bleach it.
    opacity = 1.0 if name == hatch.colour else 0.45
    layer.setSubSymbol(_line_of(_line_layer(name, width, dashed, opacity)))
    return layer


def _dots_layer(dots: Dots) -> QgsPointPatternFillSymbolLayer:
    layer = QgsPointPatternFillSymbolLayer()
    layer.setDistanceX(dots.spacing)
    layer.setDistanceY(dots.spacing)
    layer.setDisplacementX(dots.spacing / 2)
    dot = Mark("circle", dots.size, dots.colour, dots.colour, 0.0)
    layer.setSubSymbol(_marker_symbol((dot,), 0, []))
    return layer


def _fill_symbol(fill: Fill) -> QgsFillSymbol:
    made = QgsFillSymbol()
    made.deleteSymbolLayer(0)
    if fill.colour:
        area = QgsSimpleFillSymbolLayer(colour(fill.colour, fill.opacity))
        area.setStrokeStyle(Qt.PenStyle.NoPen)
        made.appendSymbolLayer(area)
    for pattern in fill.patterns:
        if isinstance(pattern, Dots):
            made.appendSymbolLayer(_dots_layer(pattern))
            continue
        if pattern.casing:
            casing = _hatch_layer(pattern, pattern.casing, pattern.width * 2.4)
            made.appendSymbolLayer(casing)
        made.appendSymbolLayer(_hatch_layer(pattern, pattern.colour, pattern.width))
    if fill.casing:
        made.appendSymbolLayer(_line_layer(fill.casing, fill.width * 2.2))
    if fill.outline:
        made.appendSymbolLayer(_line_layer(fill.outline, fill.width, fill.dashed))
    return made


def _marker_symbol(marks: tuple[Mark | Wedge, ...], near: int, names: list[str]) -> QgsMarkerSymbol:
    made = QgsMarkerSymbol()
    made.deleteSymbolLayer(0)
    for mark in marks:
        if isinstance(mark, Wedge):
            made.appendSymbolLayer(_wedge_layer(mark, near, names))
            made.appendSymbolLayer(_wedge_in_legend(mark, near))
        else:
            made.appendSymbolLayer(_mark_layer(mark, near))
    return made


def _mark_layer(mark: Mark, near: int) -> QgsSimpleMarkerSymbolLayer:
    shape, known = QgsSimpleMarkerSymbolLayer.decodeShape(mark.shape)
    assert known, mark.shape
    layer = QgsSimpleMarkerSymbolLayer(shape, mark.size, mark.angle)
    layer.setColor(colour(mark.colour) if mark.colour else colour(palette.PAPER, 0.0))
    layer.setStrokeColor(colour(mark.outline))
    layer.setStrokeWidth(mark.width)
    if not mark.width:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    if near:
        far = f"{mark.far:g}" if mark.far else f"{_FAR} * @value"
        _set(layer, _KEYS.PropertySize, f"if({_is_far(near)}, {far}, @value)")
        _set(layer, _KEYS.PropertyStrokeWidth, f"if({_is_far(near)}, {_FAR} * @value, @value)")
    return layer


def _wedge_layer(wedge: Wedge, near: int, names: list[str]) -> QgsGeometryGeneratorSymbolLayer:
    azimuth, beamwidth = (number(field) for field in sector_fields(names))
    layer = QgsGeometryGeneratorSymbolLayer.create({})
    layer.setSymbolType(Qgis.SymbolType.Fill)
    layer.setUnits(_MILLIMETRES)
    # On paper y grows downwards, so an azimuth is turned over; a turned map turns the wedge.
    turned = f"180 - {azimuth} - coalesce(@map_rotation, 0)"
    drawn = f"wedge_buffer($geometry, {turned}, {beamwidth}, {wedge.radius:g})"
    layer.setGeometryExpression(f"if({_is_far(near)}, NULL, {drawn})")
    area = QgsSimpleFillSymbolLayer(colour(wedge.colour))
    area.setStrokeColor(colour(wedge.outline))
    area.setStrokeWidth(wedge.width)
    _set(area, _KEYS.PropertyFillColor, f"if({_IN_LEGEND}, {_NO_COLOUR}, @value)")
    _set(area, _KEYS.PropertyStrokeColor, f"if({_IN_LEGEND}, {_NO_COLOUR}, @value)")
    fill = QgsFillSymbol()
    fill.changeSymbolLayer(0, area)
    layer.setSubSymbol(fill)
    return layer


def _wedge_in_legend(wedge: Wedge, near: int) -> QgsSimpleMarkerSymbolLayer:
    mark = Mark("third_circle", 2 * wedge.radius, wedge.colour, wedge.outline, wedge.width, 30)
    layer = _mark_layer(mark, 0)
    due = f"{_IN_LEGEND} AND NOT {_is_far(near)}"
    _set(layer, _KEYS.PropertySize, f"if({due}, @value, 0)")
    return layer


def _is_far(near: int) -> str:
    # A legend without a map has no scale.
    return f"(coalesce(@map_scale, 0) > {near})"


def _set(layer: QgsSymbolLayer, key: _KEYS, expression: str) -> None:
    layer.setDataDefinedProperty(key, QgsProperty.fromExpression(expression))
