# SPDX-License-Identifier: GPL-2.0-or-later
"""Renderers and labels from the list of roles, in code.

Needs no project and no window, so that it runs in a worker thread and in qgis_process.
Legend texts are in the language QGIS runs in; ``relabel_layer`` translates the texts of a
style that was saved under another language. An office's own style goes before ours.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsExpression,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.signal_levels import COVERED_DBM, WEAK_DBM
from ..i18n import number_text, tr
from .labelling import label
from .own_styles import wear_own
from .qml import style_xml
from .roles import LINE, POINT, POLYGON, RASTER, ROLES, Entry, Role
from .roles import role as find_role
from .symbols import colour, symbol

__all__ = [
    "export_styles",
    "layer_role",
    "relabel_layer",
    "role_title",
    "style_layer",
    "style_xml",
    "template_layer",
]

Words = Callable[[str], str]

_ROLE_KEY = "blankspot/role"
_GEOMETRIES = {
    QgsWkbTypes.GeometryType.PointGeometry: POINT,
    QgsWkbTypes.GeometryType.LineGeometry: LINE,
    QgsWkbTypes.GeometryType.PolygonGeometry: POLYGON,
}
# A class of a raster holds all up to its value; a level belongs to the better class.
_JUST_BELOW = 1e-6
# What a device can report (3GPP TS 36.133, 9.1.4).
_LOWEST_DBM, _HIGHEST_DBM = -140.0, -44.0


def style_layer(layer: QgsMapLayer, role: str) -> None:
    """Give a layer the look of a role: renderer, labels and translated legend texts.

    The office's own style of the role is taken where there is one that fits.

    Parameters
    ----------
    layer : QgsVectorLayer or QgsRasterLayer
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
    found = find_role(role)
    _dress(layer, found, tr)
    wear_own(layer, role)


def layer_role(layer: QgsMapLayer) -> str:
    """Return the role a layer was styled with, also long ago, or ``""``."""
    name = str(layer.customProperty(_ROLE_KEY, "") or "")
    return name if name in {role.id for role in ROLES} else ""


def role_title(role: str) -> str:
    """Return a role's translated name, for a layer tree or a legend."""
    return tr(find_role(role).title)


def relabel_layer(layer: QgsMapLayer) -> None:
    """Put a styled layer's legend texts into the language QGIS runs in now.

    A text that the user has changed is none of ours and stays.
    """
    name = layer_role(layer)
    if not name:
        return
    entries = {entry.value: entry for entry in find_role(name).entries}
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            entry = entries.get(str(category.value() or ""))
            if entry and category.label() == _text(entry, str):
                renderer.updateCategoryLabel(index, _text(entry, tr))
    elif isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        ours = {_text(entry, str): _text(entry, tr) for entry in entries.values()}
        shader = renderer.shader().rasterShaderFunction()
        if isinstance(shader, QgsColorRampShader):
            items = shader.colorRampItemList()
            for item in items:
                item.label = ours.get(item.label, item.label)
            shader.setColorRampItemList(items)


def export_styles(folder: str | Path) -> list[Path]:
    """Write ``<role>.qml`` for each role, with English texts; return the paths."""
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


def template_layer(role: str) -> QgsMapLayer:
    """Return an empty layer in memory with the geometry and fields a role expects."""
    found = find_role(role)
    if found.geometry == RASTER:
        return _template_raster(role)
    fields = "".join(
        f"&field={name}" if ":" in name else f"&field={name}:string" for name in found.fields
    )
    return QgsVectorLayer(f"{found.geometry}?crs=EPSG:4326{fields}", role, "memory")


def _template_raster(role: str) -> QgsRasterLayer:
    from osgeo import gdal

    path = f"/vsimem/blankspot_{role}.tif"
    if gdal.VSIStatL(path) is None:  # another layer may have it open
        made = gdal.GetDriverByName("GTiff").Create(path, 1, 1, 1, gdal.GDT_Float32)
        made.SetGeoTransform((0.0, 1.0, 0.0, 1.0, 0.0, -1.0))
        del made  # GDAL writes when nobody holds it
    return QgsRasterLayer(path, role, "gdal")


def _dress(layer: QgsMapLayer, role: Role, words: Words) -> None:
    if isinstance(layer, QgsRasterLayer) != (role.geometry == RASTER):
        raise ValueError(f"role {role.id!r} has no look for this kind of layer")
    if isinstance(layer, QgsRasterLayer):
        layer.setRenderer(_level_renderer(layer, role, words))
    else:
        geometry = _GEOMETRIES.get(layer.geometryType(), "")
        layer.setRenderer(_renderer(role, geometry, layer.fields().names(), words))
        label(layer, role, geometry)
    layer.setCustomProperty(_ROLE_KEY, role.id)


def _text(entry: Entry, words: Words) -> str:
    said = words(entry.label)
    return said if entry.number is None else said.format(n=number_text(entry.number))


def _renderer(role: Role, geometry: str, names: list[str], words: Words) -> QgsFeatureRenderer:
    entries = [entry for entry in role.entries if entry.needs is None or entry.needs(names)]
    if role.classify is None:
        return QgsSingleSymbolRenderer(symbol(role, entries[0], geometry, names))
    categories = [
        QgsRendererCategory(entry.value, symbol(role, entry, geometry, names), _text(entry, words))
        for entry in entries
    ]
    classes = role.classify(names)
    renderer = QgsCategorizedSymbolRenderer(classes, categories)
    if role.stacked:
        values = ", ".join(QgsExpression.quotedString(entry.value) for entry in entries)
        rank = QgsFeatureRequest.OrderByClause(f"array_find(array({values}), {classes})")
        renderer.setOrderBy(QgsFeatureRequest.OrderBy([rank]))
        renderer.setOrderByEnabled(True)
    return renderer


def _level_renderer(
    layer: QgsRasterLayer, role: Role, words: Words
) -> QgsSingleBandPseudoColorRenderer:
    covered, weak, blank = role.entries
    tops = (
        (blank, WEAK_DBM - _JUST_BELOW),
        (weak, COVERED_DBM - _JUST_BELOW),
        (covered, math.inf),
    )
    ramp = QgsColorRampShader()
    ramp.setColorRampType(QgsColorRampShader.Type.Discrete)
    ramp.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(
                top, colour(entry.fill.colour, entry.fill.opacity), _text(entry, words)
            )
            for entry, top in tops
        ]
    )
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(_LOWEST_DBM)
    renderer.setClassificationMax(_HIGHEST_DBM)
    return renderer
