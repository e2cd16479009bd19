# SPDX-License-Identifier: GPL-2.0-or-later
"""The two small maps of a sheet: where in the country it lies, and among which sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFillSymbol,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from . import palette, styling

PART = "blankspot/part"  # marks layers of ours that are only there for a small map
_AROUND = 5.0  # degrees from the sheet's middle to the inset's edge, at the least
_LONLAT = "EPSG:4326"
# What an index shows best, and what it shows if there is nothing better.
_OUTLINES = ("regency", "kecamatan", "outline", "areas")


def fill_inset(layout: QgsPrintLayout, given: QgsMapLayer | None = None) -> bool:
    """Show where the sheet lies: on a layer given, else on the map of the world QGIS brings.

    Returns
    -------
    bool
        Whether there is anything to show.
    """
    inset, main = layout.itemById("inset"), layout.itemById("map")
    if not isinstance(inset, QgsLayoutItemMap) or not isinstance(main, QgsLayoutItemMap):
        return False
    layers = [given] if given is not None else _world(layout.project())
    if not layers:
        return False
    crs = given.crs() if given is not None else QgsCoordinateReferenceSystem(_LONLAT)
    here = moved(main.extent(), main.crs(), crs, layout.project())
    if here is None:
        return False
    box = QgsRectangle(here)
    if given is not None:
        box.combineExtentWith(given.extent())
        box.scale(1.08)
    else:
        centre = here.center()
        reach = max(_AROUND, 1.5 * max(here.width(), here.height()))
        box = QgsRectangle.fromCenterAndSize(centre, 2 * reach, 2 * reach)
    inset.setCrs(crs)
    inset.setLayers(layers)
    inset.setKeepLayerSet(True)
    inset.zoomToExtent(box)
    return True


def fill_index(
    layout: QgsPrintLayout, layers: Sequence[QgsMapLayer], pages: QgsVectorLayer | None
) -> bool:
    """Show the sheet among all sheets of an atlas, or a single one over its region."""
    index, main = layout.itemById("index"), layout.itemById("map")
    if not isinstance(index, QgsLayoutItemMap) or not isinstance(main, QgsLayoutItemMap):
        return False
    shown = [pages] if pages is not None else _outlines(layers)
    if not shown:
        return False
    index.setCrs(main.crs())
    index.setLayers(shown)
    index.setKeepLayerSet(True)
    box = QgsRectangle()
    for layer in shown:
        there = moved(layer.extent(), layer.crs(), main.crs(), layout.project())
        if there is not None:
            box.combineExtentWith(there)
    if pages is None:
        box.combineExtentWith(main.extent())
    box.scale(1.06)
    index.zoomToExtent(box)
    # In an atlas the page is filled; a frame around it would hide its neighbours.
    for number in range(index.overviews().size()):
        index.overviews().overview(number).setEnabled(pages is None)
    return True


def moved(
    box: QgsRectangle,
    origin: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> QgsRectangle | None:
    """Return a box in another CRS; None where it has no place there."""
    transform = QgsCoordinateTransform(origin, target, project.transformContext())
    try:
        there = transform.transformBoundingBox(box)
    except QgsCsException:
        return None
    return there if there.isFinite() else None


def _world(project: QgsProject) -> list[QgsMapLayer]:
    """Return provinces over countries, from the GeoPackage that QGIS ships."""
    found = [layer for layer in project.mapLayers().values() if layer.customProperty(PART)]
    by_part = {str(layer.customProperty(PART)): layer for layer in found}
    path = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    layers: list[QgsMapLayer] = []
    for table, look in (
        ("countries", {"style": "no", "outline_color": palette.INK_SOFT, "outline_width": "0.2"}),
        (
            "states_provinces",
            {
                "color": palette.NEIGHBOUR,
                "outline_color": palette.HAIRLINE,
                "outline_width": "0.1",
            },
        ),
    ):
        layer = by_part.get(table)
        if layer is None and path.is_file():
            bare = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
            layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr", bare)
            if not layer.isValid():
                continue
            layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look)))
            layer.setLabelsEnabled(False)
            layer.setCustomProperty(PART, table)
            # Saved with the project, as the small map needs it, but no layer of the tree.
            project.addMapLayer(layer, False)
        if layer is not None:
            layers.append(layer)
    return layers


def _outlines(layers: Sequence[QgsMapLayer]) -> list[QgsMapLayer]:
    by_role = {styling.layer_role(layer): layer for layer in layers}
    found = [by_role[role] for role in _OUTLINES if role in by_role]
    polygons = [
        layer
        for layer in layers
        if isinstance(layer, QgsVectorLayer)
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    ]
    return found[:2] or polygons or list(layers)
