# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons fit for an overlay, and the overlay itself, with repair where it is needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from qgis.core import QgsGeometry, QgsWkbTypes

from ..core.errors import Cancelled, OverlayFailed

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
# Below this many m2 a part is dust left by rounding, not ground.
DUST_M2 = 1e-2
# How many polygons, and then how many unions of them, are united at once.
_FIRST_RUN, _NEXT_RUNS = 64, 8


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


def together(parts: Sequence[QgsGeometry]) -> QgsGeometry:
    """Return polygons that don't touch as one geometry; empty for none."""
    if len(parts) <= 1:
        return parts[0] if parts else QgsGeometry()
    return QgsGeometry.collectGeometry(parts)


def united_in_runs(
    polygons: Sequence[QgsGeometry], cancelled: Callable[[], bool]
) -> list[QgsGeometry]:
    """Return the union of many polygons, one or none, heeding a cancel on the way.

    They are sorted along a space-filling curve, united in runs of neighbours, in threads,
    and the unions of runs again: each step sees few vertices that are still to be dissolved.

    Raises
    ------
    Cancelled, OverlayFailed
    """

    def one(run: Sequence[QgsGeometry]) -> QgsGeometry:
        if cancelled():
            raise Cancelled
        return union(run)

    made = [polygons[place] for place in _along_curve(polygons)]
    size = _FIRST_RUN
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        while size == _FIRST_RUN and made or len(made) > 1:
            made = list(pool.map(one, [made[at : at + size] for at in range(0, len(made), size)]))
            size = _NEXT_RUNS
    return made


def _along_curve(polygons: Sequence[QgsGeometry]) -> list[int]:
    """Return the order of polygons by the place of their middle along a Z-order curve."""
    middles = [polygon.boundingBox().center() for polygon in polygons]
    left = min((middle.x() for middle in middles), default=0.0)
    low = min((middle.y() for middle in middles), default=0.0)
    side = max((max(m.x() - left, m.y() - low) for m in middles), default=0.0) or 1.0

    def place(index: int) -> int:
        across = int((middles[index].x() - left) / side * 65535)
        up = int((middles[index].y() - low) / side * 65535)
        # One bit of each in turn: as decimal digits 1 and 2 of a number they stay apart.
        return int(f"{across:b}") + 2 * int(f"{up:b}")

    return sorted(range(len(middles)), key=place)


def single_parts(geometry: QgsGeometry, dust: float = 0.0) -> list[QgsGeometry]:
    """Return the parts that are larger than dust, in map units squared."""
    if geometry.isEmpty():
        return []
    parts = geometry.asGeometryCollection() if geometry.isMultipart() else [geometry]
    return [part for part in parts if part.area() > dust]
