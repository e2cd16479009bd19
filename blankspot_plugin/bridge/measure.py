# SPDX-License-Identifier: GPL-2.0-or-later
"""Measure every village: areas, settlements, people and points in covered, weak and blank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np
from qgis.core import QgsGeometry

from ..core import definitions, rings
from ..core.arrays import Bools, Floats, Ints
from ..core.statistics import no_specks, without_rounding
from .located import Located, PointSet, locate
from .overlay import Leaf, Split, Tier, VillageOverlay
from .plane import WorkingPlane
from .polygons import minus, polygon_parts, single_parts, within
from .regions import Region

Result = TypeVar("Result")

_M2_IN_KM2 = 1e6


@dataclass
class Job:
    """What to lay over the villages, and what to find out.

    Attributes
    ----------
    overlay
        The villages; it must know every region named here.
    plane
        Where they lie.
    cellular, wifi
        Coverage; a tier without any region is none.
    exclude, settlements
        Regions, or None where the input was not given.
    points
        Point sets by name; each point is given its village and its class.
    gaps
        Whether the weak and blank parts themselves are wanted.
    origins
        Whether a point of each village is wanted that distances can start from.
    reach
        Asked how many operators reach a village's polygon.
    reach_settlement
        Whether that polygon is the village's settlement, and not all of it.
    """

    overlay: VillageOverlay
    plane: WorkingPlane
    cellular: Tier
    wifi: Tier
    exclude: Region | None = None
    settlements: Region | None = None
    points: dict[str, PointSet] = field(default_factory=dict)
    gaps: bool = False
    origins: bool = False
    reach: Callable[[int, QgsGeometry], float] | None = None
    reach_settlement: bool = False

    @cached_property
    def has_wifi(self) -> bool:
        """Whether there is any Wi-Fi: asked for every village, looked up once."""
        return bool(self.wifi)


@dataclass
class Measured:
    """What was measured; areas in km2, rows in the order of the villages.

    A village without a geometry has NaN throughout.

    Attributes
    ----------
    total, excluded, wifi : (n,) float
    land, land_wifi, settlement, settlement_wifi : (n, 3) float
        Covered, weak, blank.
    located
        Per point set.
    gaps
        Village, class and geometry, on the map, of the weak and the blank part of villages.
    origin : (n, 2) float
        A point on the largest settlement, else on the village, on the map; NaN if not asked
        for.
    on_settlement : (n,) bool
    reached_by : (n,) float
        What `Job.reach` said of the village's settlement, or of the village.
    unresolved
        The number of discs that had to be united by the geometry library.
    """

    total: Floats
    excluded: Floats
    wifi: Floats
    land: Floats
    land_wifi: Floats
    settlement: Floats
    settlement_wifi: Floats
    located: dict[str, Located]
    gaps: list[tuple[int, str, QgsGeometry]]
    origin: Floats
    on_settlement: Bools
    reached_by: Floats
    unresolved: int


# The geometries measured for each village, in this order.
_WHOLE, _REST, _BLANK, _REST_WIFI, _BLANK_WIFI, _NO_WIFI = range(6)
_SETTLED = 6  # and the same again: settlement, its rest, its blank, and with Wi-Fi
_LAND = 11  # and whole, rest, blank, rest and blank with Wi-Fi, without Wi-Fi, less excluded
_COUNT = 17


@dataclass
class _LeafResult:
    areas: Floats
    totals: Floats
    located: dict[str, tuple[Ints, Ints, Ints, Ints]]
    gaps: list[tuple[int, str, QgsGeometry]]
    origin: Floats
    on_settlement: Bools
    reached_by: Floats


def measure(job: Job, cancelled: Callable[[], bool], progress: Callable[[float], None]) -> Measured:
    """Measure every village.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    count = len(job.overlay.villages)
    made = Measured(
        total=np.full(count, np.nan),
        excluded=np.full(count, np.nan),
        wifi=np.full(count, np.nan),
        land=np.full((count, 3), np.nan),
        land_wifi=np.full((count, 3), np.nan),
        settlement=np.full((count, 3), np.nan),
        settlement_wifi=np.full((count, 3), np.nan),
        located={name: Located.nowhere(len(points)) for name, points in job.points.items()},
        gaps=[],
        origin=np.full((count, 2), np.nan),
        on_settlement=np.zeros(count, dtype=bool),
        reached_by=np.full(count, np.nan),
        unresolved=job.overlay.unresolved,
    )
    for members, leaf in job.overlay.run(
        lambda leaf: _measure_leaf(job, leaf), cancelled, progress
    ):
        _gather(made, members, leaf)
    # Leaves come in the order of the tree; the parts, in the order of the villages.
    made.gaps.sort(key=lambda gap: gap[0])
    return made


def _gather(made: Measured, members: Ints, leaf: _LeafResult) -> None:
    areas, total = leaf.areas / _M2_IN_KM2, leaf.totals / _M2_IN_KM2
    land = areas[:, _LAND]
    made.total[members] = total
    made.excluded[members] = no_specks(total - land, total)
    usable = total - made.excluded[members]
    made.land[members] = _classes(areas, _LAND, _LAND + 1, _LAND + 2, usable)
    made.land_wifi[members] = _classes(areas, _LAND, _LAND + 3, _LAND + 4, usable)
    made.wifi[members] = no_specks(land - areas[:, _LAND + 5], land)
    settled = areas[:, _SETTLED]
    made.settlement[members] = _classes(areas, _SETTLED, _SETTLED + 1, _SETTLED + 2, settled)
    made.settlement_wifi[members] = _classes(areas, _SETTLED, _SETTLED + 3, _SETTLED + 4, settled)
    for name, (point, village, code, code_wifi) in leaf.located.items():
        made.located[name].village[point] = village
        made.located[name].code[point] = code
        made.located[name].code_wifi[point] = code_wifi
    made.gaps.extend(leaf.gaps)
    made.origin[members] = leaf.origin
    made.on_settlement[members] = leaf.on_settlement
    made.reached_by[members] = leaf.reached_by


def _classes(areas: Floats, whole: int, rest: int, blank: int, total: Floats) -> Floats:
    parts = np.stack(
        [areas[:, whole] - areas[:, rest], areas[:, rest] - areas[:, blank], areas[:, blank]],
        axis=1,
    )
    return without_rounding(parts, total)


def _measure_leaf(job: Job, leaf: Leaf) -> _LeafResult:
    count = len(leaf.members)
    # Each shape once: without Wi-Fi, say, many of a village's are the same. The villages come
    # first, behind the shape that is none.
    wholes = [job.overlay.villages[index] for index in leaf.members]
    wkb = [b"", *(bytes(whole.asWkb()) for whole in wholes)]
    place = np.zeros((count, _COUNT), dtype=np.int64)
    gaps: list[tuple[int, str, QgsGeometry]] = []
    origin, on_settlement = np.full((count, 2), np.nan), np.zeros(count, dtype=bool)
    reached_by = np.full(count, np.nan)
    for row, index in enumerate(leaf.members):
        village = _Village(job, leaf, int(index))
        known = {id(wholes[row]): row + 1}
        shapes = village.shapes()
        for column, shape in enumerate(shapes):
            if id(shape) not in known and not shape.isEmpty():
                known[id(shape)] = len(wkb)
                wkb.append(bytes(shape.asWkb()))
            place[row, column] = known.get(id(shape), 0)
        if job.gaps:
            gaps.extend(village.gaps())
        if job.origins:
            origin[row], on_settlement[row] = village.origin()
        if job.reach is not None:
            basis = village.settlement if job.reach_settlement else village.split.whole
            reached_by[row] = job.reach(int(index), basis)
    parsed = rings.parse_wkb(wkb)
    once, geodesic = job.plane.areas_and_geodesic(parsed, count + 1)
    areas, totals = once[place], geodesic[1:]
    # Straight edges on the map miss the geodesic village by a hair: parts are scaled to it.
    scale = totals / np.where(areas[:, _WHOLE] > 0, areas[:, _WHOLE], 1.0)
    boxes = job.overlay.boxes[leaf.members]
    located = {
        name: locate(points, boxes, leaf.members, place[:, : _BLANK_WIFI + 1], parsed)
        for name, points in job.points.items()
    }
    return _LeafResult(
        areas * scale[:, None], totals, located, gaps, origin, on_settlement, reached_by
    )


class _Village:
    """One village with all that is laid over it."""

    def __init__(self, job: Job, leaf: Leaf, index: int) -> None:
        self.job = job
        overlay = job.overlay
        self.split: Split = overlay.split(index, job.cellular, leaf)
        whole, rest, blank = self.split.whole, self.split.rest, self.split.blank
        self.rest_wifi, self.blank_wifi, self.no_wifi = rest, blank, whole
        if job.has_wifi:
            covered, reached = job.wifi.regions
            self.no_wifi, around = overlay.without(whole, covered, index, leaf)
            self.rest_wifi = _less(rest, around)
            self.blank_wifi = _less(blank, around)
            self.blank_wifi, _ = overlay.without(self.blank_wifi, reached, index, leaf)
        self.excluded = (
            QgsGeometry() if job.exclude is None else overlay.near(job.exclude, index, leaf)
        )
        self.settlement = QgsGeometry()
        if job.settlements is not None:
            around = overlay.near(job.settlements, index, leaf)
            if not around.isEmpty():
                self.settlement = within(around, whole)

    def parts(self) -> list[QgsGeometry]:
        """The village, and what coverage leaves of it, without and with Wi-Fi."""
        return [
            self.split.whole, self.split.rest, self.split.blank,
            self.rest_wifi, self.blank_wifi, self.no_wifi,
        ]  # fmt: skip

    def shapes(self) -> list[QgsGeometry]:
        """All geometries to measure, _COUNT of them, the same object where the same."""
        parts = self.parts()
        settled = self.settlement
        in_settlement = _once(lambda part: _common(settled, part))
        on_land = _once(lambda part: _less(part, self.excluded))
        made = parts + [settled] + [in_settlement(part) for part in parts[1:5]]
        return made + [on_land(part) for part in parts]

    def gaps(self) -> list[tuple[int, str, QgsGeometry]]:
        """The weak and the blank part, less what is excluded."""
        named = ((definitions.WEAK, self.split.weak()), (definitions.BLANK, self.split.blank))
        kept = ((name, _less(part, self.excluded)) for name, part in named)
        return [(self.split.index, name, part) for name, part in kept if not part.isEmpty()]

    def origin(self) -> tuple[tuple[float, float], bool]:
        """A point on the largest settlement, else on the village."""
        settlements = single_parts(self.settlement)
        largest = max(settlements, key=QgsGeometry.area) if settlements else self.split.whole
        point = largest.pointOnSurface().asPoint()
        return (point.x(), point.y()), bool(settlements)


def _once(work: Callable[[QgsGeometry], Result]) -> Callable[[QgsGeometry], Result]:
    """Return `work`, done once an object: without Wi-Fi the same part stands in many places."""
    known: dict[int, Result] = {}

    def remembered(part: QgsGeometry) -> Result:
        if id(part) not in known:
            known[id(part)] = work(part)
        return known[id(part)]

    return remembered


def _less(part: QgsGeometry, region: QgsGeometry) -> QgsGeometry:
    if part.isEmpty() or region.isEmpty():
        return part
    return minus(part, region)


def _common(part: QgsGeometry, other: QgsGeometry) -> QgsGeometry:
    if part.isEmpty() or other.isEmpty():
        return QgsGeometry()
    return polygon_parts(within(part, other))
