# SPDX-License-Identifier: GPL-2.0-or-later
"""Blank spots of two dates laid over one another, and villages of two dates.

::

    after ──minus before──> new          before ──minus after──> gone
      └────within before──> persistent

What is narrower than a tolerance is taken out of new and gone: a border drawn anew, or a mast
that a second survey puts a metre beside, leaves such slivers along every edge.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
from qgis.core import Qgis, QgsCoordinateTransform, QgsGeometry

from ..core import rings
from ..core.arrays import Floats
from ..core.change import GONE, NEW, NOT_KNOWN, PERSISTENT
from ..core.definitions import BLANK, COVERED, WEAK
from ..core.errors import Cancelled
from .patches import Patches, boxes_of
from .plane import WorkingPlane
from .polygons import DUST_M2, minus, single_parts, union, within

if Qgis.QGIS_VERSION_INT >= 33000:
    _ROUND, _MITRE = Qgis.EndCapStyle.Round, Qgis.JoinStyle.Miter
else:
    _ROUND, _MITRE = QgsGeometry.CapRound, QgsGeometry.JoinStyleMiter

Cancel = Callable[[], bool]


@dataclass
class Gaps:
    """Gaps of one date, on the map.

    Attributes
    ----------
    blank, weak
        Valid polygons.
    names
        Code and name that go with each of `blank`.
    ground
        The villages that were looked at; empty where that is not known.
    """

    blank: list[QgsGeometry] = field(default_factory=list)
    weak: list[QgsGeometry] = field(default_factory=list)
    names: list[tuple[str, str]] = field(default_factory=list)
    ground: list[QgsGeometry] = field(default_factory=list)


@dataclass
class ChangePart:
    """One part of the ground.

    Attributes
    ----------
    code, name
        Of its village: of after where it is blank now, else of before.
    change
        new, gone, persistent; unknown where it was not looked at on the other date.
    before, after
        Its classes; None where it was not looked at.
    geometry
        On the map, a single polygon.
    area_km2
        On the ellipsoid.
    """

    code: str
    name: str
    change: str
    before: str | None
    after: str | None
    geometry: QgsGeometry
    area_km2: float = 0.0


def change_parts(
    before: Gaps, after: Gaps, plane: WorkingPlane, metres: float, cancelled: Cancel
) -> tuple[list[ChangePart], float]:
    """Return the parts, and the km2 of slivers that are no news.

    Parameters
    ----------
    before, after
        The gaps of both dates.
    plane
        Whose map they lie on.
    metres
        What is narrower is a sliver; 0 keeps all.
    cancelled
        Asked for every polygon.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    blank = Patches(before.blank), Patches(after.blank)
    sides = (
        (after, blank[0], NEW, Patches(before.weak), Patches(before.ground), cancelled),
        (before, blank[1], GONE, Patches(after.weak), Patches(after.ground), cancelled),
    )
    parts: list[ChangePart] = []
    slivers: list[QgsGeometry] = []
    for gaps, other, kind, weak, ground, asked in sides:
        split = _Splitter(other, kind, weak, ground, plane, metres, asked)
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for made, narrow in pool.map(split, gaps.blank, boxes_of(gaps.blank), gaps.names):
                parts += made
                slivers += narrow
    areas = _areas([part.geometry for part in parts], plane)
    for part, area in zip(parts, areas):
        part.area_km2 = float(area)
    order = (NEW, PERSISTENT, GONE, NOT_KNOWN)
    parts.sort(key=lambda part: (order.index(part.change), part.code, -part.area_km2))
    return parts, float(_areas(slivers, plane).sum())


class _Splitter:
    """Splits a blank polygon of one date by the blank polygons of the other."""

    def __init__(
        self, other: Patches, kind: str, weak: Patches, ground: Patches, plane: WorkingPlane,
        metres: float, cancelled: Cancel,
    ) -> None:  # fmt: skip
        self._other, self._kind, self._weak, self._ground = other, kind, weak, ground
        self._plane, self._metres, self._cancelled = plane, metres, cancelled

    def __call__(
        self, polygon: QgsGeometry, box: Floats, names: tuple[str, str]
    ) -> tuple[list[ChangePart], list[QgsGeometry]]:
        if self._cancelled():
            raise Cancelled
        near = union(self._other.near(box))
        rest = polygon if near.isEmpty() else minus(polygon, near)
        wide, narrow = self._without_slivers(rest)
        made = []
        if self._kind == NEW and not near.isEmpty():
            made += self._parts(within(polygon, near), names, PERSISTENT, BLANK)
        for part, other_class in self._by_class(wide, box):
            change = self._kind if other_class is not None else NOT_KNOWN
            made += self._parts(part, names, change, other_class)
        return made, narrow

    def _parts(
        self, geometry: QgsGeometry, names: tuple[str, str], change: str, other: str | None
    ) -> list[ChangePart]:
        classes = (other, BLANK) if self._kind == NEW else (BLANK, other)
        return [
            ChangePart(*names, change, *classes, part)
            for part in single_parts(geometry, self._dust(geometry))
        ]

    def _by_class(self, part: QgsGeometry, box: Floats) -> list[tuple[QgsGeometry, str | None]]:
        """Split a part by its class on the other date: weak, covered, not looked at."""
        made: list[tuple[QgsGeometry, str | None]] = []
        weak = union(self._weak.near(box)) if not part.isEmpty() else QgsGeometry()
        if not weak.isEmpty():
            made.append((within(part, weak), WEAK))
            part = minus(part, weak)
        if not len(self._ground) or part.isEmpty():
            return [*made, (part, COVERED)]
        ground = union(self._ground.near(box))
        if ground.isEmpty():
            return [*made, (part, None)]
        outside, _ = self._without_slivers(minus(part, ground))
        return [*made, (within(part, ground), COVERED), (outside, None)]

    def _without_slivers(self, part: QgsGeometry) -> tuple[QgsGeometry, list[QgsGeometry]]:
        """Return what of a part is as wide as the tolerance, and what is narrower."""
        if part.isEmpty() or self._metres <= 0:
            return part, []
        flat = self._plane.geometry_from_map(part)
        middle = flat.boundingBox().center()
        k = float(self._plane.frames(np.array([(middle.x(), middle.y())])).k[0])
        reach = self._metres / 2 * k
        core = flat.buffer(-reach, 8)
        if core.isEmpty():
            return QgsGeometry(), [part]
        # Mitred and a hair wider, so that corners come back and what is wide stays as it is.
        grown = core.buffer(reach * 1.05, 8, _ROUND, _MITRE, 5.0)
        back = QgsCoordinateTransform(self._plane.crs, self._plane.map_crs, self._plane.context)
        grown.transform(back)
        narrow = minus(part, grown)
        if narrow.isEmpty():
            return part, []
        return within(part, grown), [narrow]

    def _dust(self, geometry: QgsGeometry) -> float:
        if geometry.isEmpty():
            return 0.0
        middle = geometry.boundingBox().center()
        return DUST_M2 * self._plane.map_units_squared(np.array([middle.x(), middle.y()]))


def _areas(geometries: Sequence[QgsGeometry], plane: WorkingPlane) -> Floats:
    """Return km2 on the ellipsoid."""
    if not geometries:
        return np.empty(0)
    parsed = rings.parse_wkb([bytes(geometry.asWkb()) for geometry in geometries])
    areas: Floats = plane.areas(parsed) / 1e6
    return areas


def village_overlaps(
    before: Sequence[QgsGeometry],
    after: Sequence[QgsGeometry],
    plane: WorkingPlane,
    cancelled: Cancel,
) -> tuple[Floats, Floats, list[tuple[int, int, float]]]:
    """Return the km2 of villages before and after, and of what they share.

    Villages that are alike to the last digit share all and nothing with others.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    shapes = [bytes(village.asWkb()) for village in before]
    alike = {shape: place for place, shape in enumerate(shapes)}
    twins = {alike[shape]: at for at, v in enumerate(after) if (shape := bytes(v.asWkb())) in alike}
    areas = _areas(before, plane), _areas(after, plane)
    found = [(was, now, float(areas[0][was])) for was, now in twins.items()]
    taken = set(twins.values())
    rest = [at for at in range(len(after)) if at not in taken and not after[at].isEmpty()]
    boxes = boxes_of(after)
    waiting = [at for at in range(len(before)) if at not in twins and not before[at].isEmpty()]
    earlier = boxes_of([before[at] for at in waiting])
    pairs, shared = [], []
    for now in rest:
        if cancelled():
            raise Cancelled
        box = boxes[now]
        meets = (earlier[:, :2] <= box[2:]).all(axis=1) & (earlier[:, 2:] >= box[:2]).all(axis=1)
        for place in np.flatnonzero(meets):
            common = within(before[waiting[place]], after[now])
            if not common.isEmpty():
                pairs.append((waiting[place], now))
                shared.append(common)
    found += [(*pair, float(km2)) for pair, km2 in zip(pairs, _areas(shared, plane))]
    return *areas, found
