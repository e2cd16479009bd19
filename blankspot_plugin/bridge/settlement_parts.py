# SPDX-License-Identifier: GPL-2.0-or-later
"""Which settlements lie in a gap, with what part of them, and where is the middle of it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsSpatialIndex

from ..core import rings
from ..core.arrays import Bools, Floats, Ints
from ..core.definitions import BLANK, WEAK
from ..core.errors import Cancelled
from .located import PointSet
from .patches import boxes_of
from .plane import WorkingPlane
from .polygons import single_parts, union, within

# How near to the true pole of inaccessibility its search must come, metres.
_POLE_WITHIN = 5.0


@dataclass(frozen=True)
class Gap:
    """One part of a village that is weak or blank, on the map."""

    village: int
    name: str
    geometry: QgsGeometry


@dataclass
class SettlementPart:
    """What of one settlement of one village lies in a gap.

    Attributes
    ----------
    feature
        The settlement's place in its layer.
    village
        Of the gap.
    pieces
        By class, on the map.
    km2
        By class, on the ellipsoid.
    whole_km2
        Of the whole feature, all its parts.
    """

    feature: int
    village: int
    pieces: dict[str, list[QgsGeometry]] = field(default_factory=lambda: defaultdict(list))
    km2: dict[str, float] = field(default_factory=dict)
    whole_km2: float = 0.0

    @property
    def area_km2(self) -> float:
        """What of it is in a gap of either class."""
        return sum(self.km2.values())

    def name(self, least: float) -> str:
        """Return its class: blank where at least so many km2 of it are blank."""
        return BLANK if self.km2.get(BLANK, 0.0) >= max(least, 1e-12) else WEAK

    def geometry(self) -> QgsGeometry:
        """Return all of it that is in a gap."""
        return union(piece for pieces in self.pieces.values() for piece in pieces)


def settlement_parts(
    settlements: Sequence[QgsGeometry],
    gaps: Sequence[Gap],
    plane: WorkingPlane,
    cancelled: Callable[[], bool],
) -> list[SettlementPart]:
    """Return one part for each settlement (each part of a multipolygon) and village.

    Parameters
    ----------
    settlements
        Valid, on the map.
    gaps
        Of the same map.
    plane
        Where areas are measured.
    cancelled
        Asked once a gap.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    single = [(index, part) for index, one in enumerate(settlements) for part in single_parts(one)]
    index = QgsSpatialIndex()
    for number, (_, part) in enumerate(single):
        index.addFeature(number, part.boundingBox())
    found: dict[tuple[int, int], SettlementPart] = {}
    for gap in gaps:
        if cancelled():
            raise Cancelled
        engine = QgsGeometry.createGeometryEngine(gap.geometry.constGet())
        engine.prepareGeometry()
        for number in sorted(index.intersects(gap.geometry.boundingBox())):
            feature, part = single[number]
            if not engine.intersects(part.constGet()):
                continue
            whole = engine.contains(part.constGet())
            pieces = [part] if whole else single_parts(within(part, gap.geometry))
            if pieces:
                made = found.setdefault((number, gap.village), SettlementPart(feature, gap.village))
                made.pieces[gap.name] += pieces
    parts = [found[key] for key in sorted(found)]
    _measure(parts, settlements, plane)
    return parts


def _measure(
    parts: Sequence[SettlementPart], settlements: Sequence[QgsGeometry], plane: WorkingPlane
) -> None:
    whole = plane.areas(rings.parse_wkb([bytes(one.asWkb()) for one in settlements])) / 1e6
    for part in parts:
        part.whole_km2 = float(whole[part.feature])
    flat = [(part, name, piece) for part in parts for name, all_ in part.pieces.items()
            for piece in all_]  # fmt: skip
    areas = plane.areas(rings.parse_wkb([bytes(piece.asWkb()) for _, _, piece in flat])) / 1e6
    for (part, name, _), km2 in zip(flat, areas):
        part.km2[name] = part.km2.get(name, 0.0) + float(km2)


def middle(pieces: Sequence[QgsGeometry], plane: WorkingPlane) -> QgsPointXY:
    """Return the point of the largest piece that is farthest from its edge, on the map.

    The pole of inaccessibility; where that lies outside by a rounding, a point on the surface.
    """
    largest = max(pieces, key=QgsGeometry.area)
    pole, _ = plane.geometry_from_map(largest).poleOfInaccessibility(_POLE_WITHIN)
    if not pole.isEmpty():
        xy = plane.to_map(np.array([[pole.asPoint().x(), pole.asPoint().y()]]))[0]
        point = QgsPointXY(float(xy[0]), float(xy[1]))
        if largest.contains(point):
            return point
    return largest.pointOnSurface().asPoint()


def weight_within(geometries: Sequence[QgsGeometry], xy: Floats, weight: Floats) -> Floats:
    """Return the weight of the points of the map, (n, 2), in each polygon, (m,)."""
    row, point = _pairs(geometries, xy)
    return np.bincount(row, weights=weight[point], minlength=len(geometries)).astype(float)


def in_any(geometries: Sequence[QgsGeometry], xy: Floats) -> Bools:
    """Tell which points of the map, (n, 2), lie in a polygon."""
    held = np.zeros(len(xy), dtype=bool)
    held[_pairs(geometries, xy)[1]] = True
    return held


def _pairs(geometries: Sequence[QgsGeometry], xy: Floats) -> tuple[Ints, Ints]:
    """Pair polygons with the points in them."""
    row, point = PointSet(xy).in_boxes(boxes_of(geometries))
    shapes = rings.parse_wkb([bytes(one.asWkb()) for one in geometries])
    hit = rings.inside_own(*xy[point].T, row, shapes)
    return row[hit], point[hit]


def count_near(
    geometries: Sequence[QgsGeometry], xy: Floats, metres: float, plane: WorkingPlane
) -> Ints:
    """Count for each polygon the points of the map it is the nearest to, within some metres."""
    counted = np.zeros(len(geometries), dtype=np.int64)
    flat = [plane.geometry_from_map(one) for one in geometries]
    index = QgsSpatialIndex()
    for number, one in enumerate(flat):
        index.addFeature(number, one.boundingBox())
    places = plane.from_map(xy)
    scale = plane.frames(places).k if len(places) else np.empty(0)
    for (x, y), k in zip(places, scale):
        reach = metres * float(k)
        point = QgsGeometry.fromPointXY(QgsPointXY(float(x), float(y)))
        box = point.boundingBox().buffered(reach)
        near = [(flat[number].distance(point), number) for number in index.intersects(box)]
        near = [pair for pair in near if pair[0] <= reach]
        if near:
            counted[min(near)[1]] += 1
    return counted
