# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons fit for an overlay, and the overlay itself, with repair where it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsGeometry, QgsWkbTypes

from ..core.errors import OverlayFailed

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
# Below this many m2 a part is dust left by rounding, not ground.
DUST_M2 = 1e-2


def flat(geometry: QgsGeometry) -> QgsGeometry:
    """Return a geometry without curves, Z and M; the same where it has none."""
    kind = geometry.wkbType()
    if (
        geometry.isNull()
        or kind == QgsWkbTypes.flatType(kind)
        and not (QgsWkbTypes.isCurvedType(kind))
    ):
        return geometry
    made = QgsGeometry(geometry)
    if QgsWkbTypes.isCurvedType(kind):
        made = QgsGeometry(made.constGet().segmentize())
    abstract = made.get()
    abstract.dropZValue()
    abstract.dropMValue()
    return made


def polygon_parts(geometry: QgsGeometry) -> QgsGeometry:
    """Return only what has an area: a collection loses its points and lines."""
    if geometry.isEmpty() or not QgsWkbTypes.isMultiType(geometry.wkbType()):
        return geometry if geometry.type() == _POLYGON else QgsGeometry()
    if geometry.type() == _POLYGON:
        return geometry
    parts = [part for part in geometry.asGeometryCollection() if part.type() == _POLYGON]
    return QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()


def repaired(geometry: QgsGeometry) -> tuple[QgsGeometry, bool]:
    """Return a valid polygon geometry, and whether it had to be repaired."""
    if geometry.isGeosValid():
        return geometry, False
    return polygon_parts(geometry.makeValid()), True


def _overlay(
    operation: Callable[[QgsGeometry, QgsGeometry], QgsGeometry],
    left: QgsGeometry,
    right: QgsGeometry,
) -> QgsGeometry:
    result = operation(left, right)
    if result.isNull():
        # A part that is invalid by a hair, after a clip say: once more with both repaired.
        result = operation(repaired(left)[0], repaired(right)[0])
        if result.isNull():
            raise OverlayFailed(result.lastError())
    return polygon_parts(result)


def minus(left: QgsGeometry, right: QgsGeometry) -> QgsGeometry:
    """Return what of `left` lies outside `right`."""
    return _overlay(QgsGeometry.difference, left, right)


def within(left: QgsGeometry, right: QgsGeometry) -> QgsGeometry:
    """Return what of `left` lies inside `right`."""
    return _overlay(QgsGeometry.intersection, left, right)


def union(geometries: Iterable[QgsGeometry]) -> QgsGeometry:
    """Return the union of polygons; empty for none."""
    made = list(geometries)
    if not made:
        return QgsGeometry()
    result = QgsGeometry.unaryUnion(made)
    if result.isNull():
        result = QgsGeometry.unaryUnion([repaired(geometry)[0] for geometry in made])
        if result.isNull():
            raise OverlayFailed(result.lastError())
    return polygon_parts(result)


def single_parts(geometry: QgsGeometry, dust: float = 0.0) -> list[QgsGeometry]:
    """Return the parts that are larger than dust, in map units squared."""
    if geometry.isEmpty():
        return []
    parts = geometry.asGeometryCollection() if geometry.isMultipart() else [geometry]
    return [part for part in parts if part.area() > dust]
