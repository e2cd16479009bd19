# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderers and labels from the list of roles, in code.

Needs no project and no window, so that it runs in a worker thread and in qgis_process.
Legend texts are in the language QGIS runs in; ``relabel_layer`` translates the texts of a
style that was saved under another language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointPatternFillSymbolLayer,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import tr
from . import palette
from .roles import (
    LINE,
    POINT,
    POLYGON,
    ROLES,
    Dots,
    Entry,
    Fill,
    Hatch,
    Labels,
    Mark,
    Role,
    Stroke,
    find_field,
)
from .roles import role as find_role

# Where the first is missing, QGIS goes through the rest: Windows, macOS, Linux.
FONT_FAMILIES = ("Open Sans", "Noto Sans", "Segoe UI", "Arial", "Helvetica", "DejaVu Sans")
_ROLE_KEY = "blankspot/role"
_GEOMETRIES = {
    QgsWkbTypes.GeometryType.PointGeometry: POINT,
    QgsWkbTypes.GeometryType.LineGeometry: LINE,
    QgsWkbTypes.GeometryType.PolygonGeometry: POLYGON,
}


def style_layer(layer: QgsVectorLayer, role: str) -> None:
    """Give a layer the look of a role: renderer, labels and translated legend texts.

    Parameters
    ----------
    layer : QgsVectorLayer
        Any provider; only its geometry type and field names are looked at.
    role : str
        An id of ``roles.ROLES``.

    Raises
    ------
    KeyError
        If there is no such role.
    ValueError
        If the role has no look for the layer's geometry.
    """
    _dress(layer, find_role(role), tr)


def layer_role(layer: QgsMapLayer) -> str:
    """Return the role a layer was styled with, also long ago, or ``""``."""
    name = str(layer.customProperty(_ROLE_KEY, "") or "")
    return name if name in {role.id for role in ROLES} else ""


def role_title(role: str) -> str:
    """Return a role's translated name, for a layer tree or a legend."""
    return tr(find_role(role).title)


def relabel_layer(layer: QgsVectorLayer) -> None:
    """Put a styled layer's legend texts into the language QGIS runs in now.

    A text that the user has changed is none of ours and stays.
    """
    name = layer_role(layer)
    renderer = layer.renderer()
    if not name or not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return
    entries = {entry.value: entry for entry in find_role(name).entries}
    for index, category in enumerate(renderer.categories()):
        entry = entries.get(str(category.value() or ""))
        if entry and category.label() == entry.label:
            renderer.updateCategoryLabel(index, tr(entry.label))


def export_styles(folder: str | Path) -> list[Path]:
    """Write ``<role>.qml`` for each role, with English texts; return the paths.

    What changes from run to run or with the QGIS that writes (its version, random ids of
    symbol layers) is taken out, so that a new file means a new look.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for role in ROLES:
        layer = template_layer(role.id)
        _dress(layer, role, str)
        path = target / f"{role.id}.qml"
        path.write_text(style_xml(layer), encoding="utf-8")
        written.append(path)
    return written


def template_layer(role: str) -> QgsVectorLayer:
    """Return an empty memory layer with the geometry and fields a role expects."""
    found = find_role(role)
    fields = "&".join(f"field={name}:string" for name in found.fields)
    return QgsVectorLayer(f"{found.geometry}?crs=EPSG:4326&{fields}", role, "memory")


def style_xml(layer: QgsVectorLayer) -> str:
    """Return a layer's symbology and labels as QML without volatile attributes."""
    document = QDomDocument()
    categories = (
        QgsMapLayer.StyleCategory.Symbology
        | QgsMapLayer.StyleCategory.Labeling
        | QgsMapLayer.StyleCategory.CustomProperties
    )
    error = layer.exportNamedStyle(document, categories=categories)
    if error:
        raise ValueError(error)
    root = ElementTree.fromstring(_XML_HEAD.sub("", document.toString()))
    root.attrib.pop("version", None)
    for element in root.iter():
        if element.tag == "layer":
            if "id" in element.attrib:
                element.set("id", "")
            if element.get("class") == "LinePatternFill":
                # A leftover of other fills, which QGIS writes and reads differently.
                _drop(element, lambda child: child.get("name", child.get("k")) == "color")
        if element.tag == "category":
            element.attrib.pop("uuid", None)
        if element.get("name") == "seed":  # of a random shift that our dots do not have
            element.set("value", "0")
        # Labels have no callouts, and QGIS writes their look in an order of its own each time.
        _drop(element, lambda child: child.tag == "callout")
        element.attrib = dict(sorted(element.attrib.items()))
    return "<!DOCTYPE qgis>\n" + ElementTree.tostring(root, encoding="unicode") + "\n"


def _drop(element: ElementTree.Element, unwanted: Callable[[ElementTree.Element], bool]) -> None:
    for parent in (element, *element.findall("Option")):
        for child in [child for child in parent if unwanted(child)]:
            parent.remove(child)


_XML_HEAD = re.compile(r"<!DOCTYPE[^>]*>")


def _dress(layer: QgsVectorLayer, role: Role, words: Callable[[str], str]) -> None:
    geometry = _GEOMETRIES.get(layer.geometryType(), "")
    layer.setRenderer(_renderer(role, geometry, layer.fields().names(), words))
    _label(layer, role, geometry)
    layer.setCustomProperty(_ROLE_KEY, role.id)


def _renderer(
    role: Role, geometry: str, names: list[str], words: Callable[[str], str]
) -> QgsFeatureRenderer:
    lower = {name.lower() for name in names}
    entries = [entry for entry in role.entries if not entry.needs or entry.needs in lower]
    if role.classify is None:
        return QgsSingleSymbolRenderer(_symbol(role, entries[0], geometry))
    categories = [
        QgsRendererCategory(entry.value, _symbol(role, entry, geometry), words(entry.label))
        for entry in entries
    ]
    return QgsCategorizedSymbolRenderer(role.classify(names), categories)


def _symbol(role: Role, entry: Entry, geometry: str) -> QgsSymbol:
    if geometry == POLYGON and entry.fill:
        return _fill_symbol(entry.fill)
    if geometry == LINE and entry.stroke:
        return _line_symbol(entry.stroke)
    if geometry == POINT and entry.marks:
        return _marker_symbol(entry.marks)
    raise ValueError(f"role {role.id!r} has no look for {geometry or 'no'} geometry")


def _colour(name: str, opacity: float = 1.0) -> QColor:
    # Opacity lives in the colour: a symbol's or layer's own would turn the map in a PDF
    # into one picture, and its text with it.
    colour = QColor(name)
    colour.setAlpha(round(opacity * 255))
    return colour


def _line_layer(
    colour: str, width: float, dashed: bool = False, opacity: float = 1.0
) -> QgsSimpleLineSymbolLayer:
    line = QgsSimpleLineSymbolLayer(_colour(colour, opacity), width)
    line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        line.setUseCustomDashPattern(True)
        line.setCustomDashVector([1.2, 0.8])
        line.setCustomDashPatternUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    return line


def _line_symbol(stroke: Stroke) -> QgsLineSymbol:
    return _line_of(_line_layer(stroke.colour, stroke.width, stroke.dashed))


def _line_of(line: QgsSimpleLineSymbolLayer) -> QgsLineSymbol:
    # A symbol made from a Python list does not own the list's layers on 3.22.
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, line)
    return symbol


def _hatch_layer(hatch: Hatch, colour: str, width: float) -> QgsLinePatternFillSymbolLayer:
    layer = QgsLinePatternFillSymbolLayer()
    layer.setLineAngle(hatch.angle)
    layer.setDistance(hatch.spacing)
    dashed = hatch.dashed and colour == hatch.colour
    # A casing lets what lies beneath shine through, or it would bleach it.
    opacity = 1.0 if colour == hatch.colour else 0.45
    layer.setSubSymbol(_line_of(_line_layer(colour, width, dashed, opacity)))
    return layer


def _dots_layer(dots: Dots) -> QgsPointPatternFillSymbolLayer:
    layer = QgsPointPatternFillSymbolLayer()
    layer.setDistanceX(dots.spacing)
    layer.setDistanceY(dots.spacing)
    layer.setDisplacementX(dots.spacing / 2)
    layer.setSubSymbol(_marker_symbol((Mark("circle", dots.size, dots.colour, dots.colour, 0.0),)))
    return layer


def _fill_symbol(fill: Fill) -> QgsFillSymbol:
    symbol = QgsFillSymbol()
    symbol.deleteSymbolLayer(0)
    if fill.colour:
        area = QgsSimpleFillSymbolLayer(_colour(fill.colour, fill.opacity))
        area.setStrokeStyle(Qt.PenStyle.NoPen)
        symbol.appendSymbolLayer(area)
    for pattern in fill.patterns:
        if isinstance(pattern, Dots):
            symbol.appendSymbolLayer(_dots_layer(pattern))
            continue
        if pattern.casing:
            casing = _hatch_layer(pattern, pattern.casing, pattern.width * 2.4)
            symbol.appendSymbolLayer(casing)
        symbol.appendSymbolLayer(_hatch_layer(pattern, pattern.colour, pattern.width))
    if fill.casing:
        symbol.appendSymbolLayer(_line_layer(fill.casing, fill.width * 2.2))
    if fill.outline:
        symbol.appendSymbolLayer(_line_layer(fill.outline, fill.width, fill.dashed))
    return symbol


def _marker_symbol(marks: tuple[Mark, ...]) -> QgsMarkerSymbol:
    symbol = QgsMarkerSymbol()
    symbol.deleteSymbolLayer(0)
    for mark in marks:
        shape, known = QgsSimpleMarkerSymbolLayer.decodeShape(mark.shape)
        assert known, mark.shape
        layer = QgsSimpleMarkerSymbolLayer(shape, mark.size, mark.angle)
        layer.setColor(_colour(mark.colour) if mark.colour else _colour(palette.PAPER, 0.0))
        layer.setStrokeColor(_colour(mark.outline))
        layer.setStrokeWidth(mark.width)
        if not mark.width:
            layer.setStrokeStyle(Qt.PenStyle.NoPen)
        symbol.appendSymbolLayer(layer)
    return symbol


def _label(layer: QgsVectorLayer, role: Role, geometry: str) -> None:
    names = layer.fields().names()
    field = find_field(names, role.labels.fields) if role.labels else ""
    settings = QgsPalLayerSettings()
    if geometry == POINT:
        settings.drawLabels = False  # points only keep the labels of others off themselves
    elif role.labels and field:
        _label_settings(settings, role.labels, field, geometry)
        if role.labels.first and role.classify:
            shown = (
                f"@map_scale <= {role.labels.all_scale} "
                f"OR {role.classify(names)} = '{role.labels.first}'"
            )
            settings.dataDefinedProperties().setProperty(
                QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(shown)
            )
    else:
        layer.setLabelsEnabled(False)
        layer.setLabeling(None)
        return
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _label_settings(
    settings: QgsPalLayerSettings, labels: Labels, field: str, geometry: str
) -> None:
    settings.fieldName = f'upper("{field}")' if labels.capitals else field
    settings.isExpression = labels.capitals
    placements = QgsPalLayerSettings.Placement
    settings.placement = placements.Curved if geometry == LINE else placements.Horizontal
    settings.centroidInside = True
    settings.scaleVisibility = True
    settings.minimumScale = float(labels.scale)
    settings.maximumScale = 0.0
    settings.wrapChar = ""
    settings.setFormat(_label_format(labels))


def _label_format(labels: Labels) -> QgsTextFormat:
    face = QFont(FONT_FAMILIES[0])
    face.setItalic(labels.italic)
    text = QgsTextFormat()
    text.setFont(face)
    text.setFamilies(list(FONT_FAMILIES))
    text.setSize(labels.size)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setColor(_colour(labels.colour))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(0.45)
    buffer.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    buffer.setColor(_colour(palette.PAPER, 0.85))
    text.setBuffer(buffer)
    return text
