# SPDX-License-Identifier: GPL-2.0-or-later
"""Which part of the ground a sheet shows, and in which CRS."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from .errors import NothingToShow
from .inset import moved

# The part of the earth where SRGI2013, the national reference, applies.
_INDONESIA = QgsRectangle(94.0, -11.5, 141.5, 6.5)
_SRGI_NORTH = {zone: 9476 + zone - 46 for zone in range(46, 53)}
_SRGI_SOUTH = {zone: 9487 + zone - 47 for zone in range(47, 55)}


def metric_crs(lonlat: QgsRectangle) -> QgsCoordinateReferenceSystem:
    """Return the UTM zone of an extent's centre: SRGI2013 in Indonesia, else WGS 84.

    Parameters
    ----------
    lonlat : QgsRectangle
        Degrees, EPSG:4326.
    """
    centre = lonlat.center()
    zone = min(60, max(1, int((centre.x() + 180) // 6) + 1))
    south = centre.y() < 0
    national = (_SRGI_SOUTH if south else _SRGI_NORTH).get(zone)
    if national and _INDONESIA.contains(centre):
        crs = QgsCoordinateReferenceSystem(f"EPSG:{national}")
        if crs.isValid():
            return crs
    return QgsCoordinateReferenceSystem(f"EPSG:{(32700 if south else 32600) + zone}")


def layers_extent(
    layers: Sequence[QgsMapLayer], crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsRectangle:
    """Return the extent, in a CRS, of the vector layers, or of all where there is none.

    Rasters come second because a background map covers the earth.

    Raises
    ------
    NothingToShow
        If no layer has an extent.
    """
    vectors = [layer for layer in layers if isinstance(layer, QgsVectorLayer)]
    for group in (vectors, layers):
        boxes = [box for box in (_extent(layer, crs, project) for layer in group) if box]
        if boxes:
            total = QgsRectangle(boxes[0])
            for box in boxes[1:]:
                total.combineExtentWith(box)
            return total
    raise NothingToShow


def _extent(
    layer: QgsMapLayer, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsRectangle | None:
    box = layer.extent()
    # A layer of one point has an extent without width, which QGIS calls empty, not null.
    hollow = isinstance(layer, QgsVectorLayer) and layer.featureCount() == 0
    if hollow or box.isNull() or not box.isFinite() or box.xMinimum() > box.xMaximum():
        return None
    return moved(box, layer.crs(), crs, project)
