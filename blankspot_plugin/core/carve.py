# SPDX-License-Identifier: GPL-2.0-or-later
"""What of many areas lies outside of an outline, and what inside?

The edge of what is left of an area goes along the area where that lies outside, and back
along the outline where that lies inside the area::

        .---------->-------.              An area (counter-clockwise) leaves the outline
        |      area        |              at E and enters it at N. From E on its own edge
        |                  |              is followed to N, from N the outline, backwards,
     ---E--<<<<<<<<<<<<<<--N---           to the crossing before N on it. So each E names
        :     outline      :              the E that follows it, by whole numbers; no
        '..................'              coordinate is ever compared.

Inside, it is the area's own edge from N to E, and from E the outline, forwards.

Rings that cross nothing are whole: an area's own where it lies on the side asked for, and the
outline's where it lies inside an area, turned round if that is the outside. Where edges
touch, or nearly so, only the library for geometry tells what is what: such areas are handed
back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .arrays import Bools, Floats, Ints, cycles, ranges
from .crossings import EdgeGrid
from .inside import Outline
from .neighbours import PointGrid
from .rings import Rings, inside_own, ring_areas


@dataclass(frozen=True)
class Carved:
    """What is left of areas.

    Attributes
    ----------
    left
        Polygons, each with its outer ring first.
    area : (p,) int
        The area each polygon is of, sorted.
    doubtful : (d,) int
        Areas that are not in `left`: they have to be cut in another way.
    """

    left: Rings
    area: Ints
    doubtful: Ints


class Carver:
    """An outline to cut areas with.

    Parameters
    ----------
    outline
        Polygons that don't touch.
    """

    def __init__(self, outline: Rings) -> None:
        self._outline = _turned(outline)
        self._start = _edges(self._outline)
        xy = self._outline.xy
        self._grid = EdgeGrid(xy, self._start)
        self._inside = Outline(self._outline)
        first = xy[outline.starts[:-1]]
        self._first = PointGrid(first[:, 0], first[:, 1])

    def carve(self, areas: Rings, inner: bool = False) -> Carved:
        """Return what of valid areas, all with a ring, lies outside of the outline, or inside."""
        areas = _turned(areas)
        start = self._grid.near(areas.xy)
        ring = np.searchsorted(areas.starts, start, side="right") - 1
        real = start + 1 < areas.starts[ring + 1]
        start, ring = start[real], ring[real]
        met = self._grid.crossings(areas.xy[start], areas.xy[start + 1])
        # In the order of the rings of the areas, and along each.
        order = np.lexsort((met.at, met.edge))
        edge, at, xy, enters = met.edge[order], met.at[order], met.xy[order], met.to_left[order]
        cut = _Cut(
            area=areas.owner[ring[edge]],
            one=_Along(ring[edge], start[edge] - areas.starts[ring[edge]], at),
            other=self._along(met.other[order], met.other_at[order]),
            xy=xy,
            enters=enters,
        )
        doubtful = np.zeros(areas.count, dtype=bool)
        doubtful[areas.owner[ring[met.doubtful]]] = True
        following, far, bad = cut.following(inner)
        doubtful[bad] = True
        starts = np.flatnonzero((enters == inner) & ~doubtful[cut.area])
        made = _joined(cut, starts, following, far, areas, self._outline, inner)
        whole = self._whole(areas, cut, doubtful, inner)
        return Carved(*_polygons(made + whole), doubtful=np.flatnonzero(doubtful))

    def _along(self, edge: Ints, at: Floats) -> _Along:
        starts, vertex = self._outline.starts, self._start[edge].astype(np.int64)
        ring = np.searchsorted(starts, vertex, side="right") - 1
        return _Along(ring, vertex - starts[ring], at)

    def _whole(self, areas: Rings, cut: _Cut, doubtful: Bools, inner: bool) -> list[_Loops]:
        """Return the rings that cross nothing: of the areas, and the outline's within them."""
        alone = np.ones(len(areas.owner), dtype=bool)
        alone[cut.one.ring] = False
        alone[doubtful[areas.owner]] = False
        alone = np.flatnonzero(alone)
        x, y = areas.xy[areas.starts[:-1][alone]].T
        kept = alone[self._inside.holds(x, y) == inner]
        low, high = (
            part.reduceat(areas.xy, areas.starts[:-1]) for part in (np.minimum, np.maximum)
        )
        shell = np.flatnonzero(~areas.hole & ~doubtful[areas.owner])
        box, ring = self._first.in_boxes(*low[shell].T, *high[shell].T)
        area = areas.owner[shell[box]]
        count = len(self._outline.owner)
        pair = np.setdiff1d(area * count + ring, cut.area * count + cut.other.ring)
        area, ring = pair // max(count, 1), pair % max(count, 1)
        x, y = self._outline.xy[self._outline.starts[:-1][ring]].T
        held = inside_own(x, y, area, areas)
        return [
            _loops(areas, kept, areas.owner[kept]),
            _loops(self._outline, ring[held], area[held], backwards=not inner),
        ]


@dataclass(frozen=True)
class _Along:
    """Places along rings: which ring, which of its edges, and where on that (0 to 1)."""

    ring: Ints
    edge: Ints
    at: Floats


@dataclass(frozen=True)
class _Cut:
    """Where areas cross the outline, in order along the areas' rings."""

    area: Ints
    one: _Along
    other: _Along
    xy: Floats
    enters: Bools

    def following(self, inner: bool) -> tuple[Ints, Ints, Ints]:
        """Return what follows each start of an area's piece, by way of the piece's far end.

        Returns
        -------
        following, far : (c,) int
            Where pieces start; else they mean nothing.
        doubtful
            Areas whose crossings don't take turns.
        """
        far = _next(self.one.ring)
        order = np.lexsort((self.other.at, self.other.edge, self.other.ring, self.area))
        group = (self.area[order] << 32) + self.other.ring[order]
        here, there = (order, order[_next(group)]) if inner else (order[_next(group)], order)
        onwards = np.empty(len(order), dtype=np.int64)
        onwards[here] = there
        bad = (self.enters == self.enters[far]) | (self.enters == self.enters[onwards])
        return onwards[far], far, np.unique(self.area[bad])


def _next(group: Ints) -> Ints:
    """Return the place after each one, round within runs of one group."""
    place = np.arange(1, len(group) + 1)
    first = np.flatnonzero(np.diff(group, prepend=-1))
    place[first[1:] - 1] = first[:-1]
    place[-1:] = first[-1:]
    return place


@dataclass(frozen=True)
class _Loops:
    """Open rings with the area each belongs to, their inside to the left."""

    xy: Floats
    starts: Ints
    area: Ints


def _loops(rings: Rings, which: Ints, area: Ints, backwards: bool = False) -> _Loops:
    first, last = rings.starts[:-1][which], rings.starts[1:][which] - 1
    ring, vertex = ranges(first, last)
    if backwards:
        vertex = first[ring] + last[ring] - 1 - vertex
    return _Loops(rings.xy[vertex], np.append(0, np.cumsum(last - first)), area)


def _joined(
    cut: _Cut, begin: Ints, following: Ints, far: Ints, areas: Rings, outline: Rings, inner: bool
) -> list[_Loops]:
    """Put the pieces between crossings together."""
    if not len(begin):
        return []
    place = np.full(len(cut.area), -1, dtype=np.int64)
    place[begin] = np.arange(len(begin))
    turn, starts = cycles(place[following[begin]])
    here = begin[turn]
    there, then = far[here], following[here]
    own, first = _between(cut.one, here, there, areas)
    back, second = _between(cut.other, *((there, then) if inner else (then, there)), outline)
    # Each piece: where it starts, the area's vertices, its far end, the outline's vertices.
    sizes = np.stack([np.ones_like(first), first, np.ones_like(first), second], axis=1)
    at = np.append(0, np.cumsum(sizes))[:-1].reshape(-1, 4)
    xy = np.empty((int(sizes.sum()), 2))
    xy[at[:, 0]], xy[at[:, 2]] = cut.xy[here], cut.xy[there]
    row, step = ranges(np.zeros_like(first), first)
    xy[at[row, 1] + step] = areas.xy[own]
    row, step = ranges(np.zeros_like(second), second)
    xy[at[row, 3] + (step if inner else second[row] - 1 - step)] = outline.xy[back]
    size = np.add.reduceat(sizes.sum(axis=1), starts[:-1])
    return [_Loops(xy, np.append(0, np.cumsum(size)), cut.area[here[starts[:-1]]])]


def _between(along: _Along, start: Ints, stop: Ints, rings: Rings) -> tuple[Ints, Ints]:
    """Return the vertices between places along rings, forwards, and how many for each pair."""
    ring = along.ring[start]
    size = np.diff(rings.starts)[ring] - 1
    first, last = along.edge[start], along.edge[stop]
    round_ = (last < first) | ((last == first) & (along.at[stop] <= along.at[start]))
    count = last - first + np.where(round_, size, 0)
    row, step = ranges(np.zeros_like(count), count)
    vertex = rings.starts[ring[row]] + (first[row] + 1 + step) % size[row]
    return vertex, count


def _polygons(loops: list[_Loops]) -> tuple[Rings, Ints]:
    """Return loops as polygons, and the area each one is of; loops that turn right are holes."""
    xy = np.concatenate([one.xy for one in loops])
    starts = np.append(0, np.cumsum(np.concatenate([np.diff(one.starts) for one in loops])))
    area = np.concatenate([one.area for one in loops])
    sizes = _sizes(xy, starts)
    hole = sizes < 0
    outer, holes = np.flatnonzero(~hole), np.flatnonzero(hole)
    outer = outer[np.argsort(area[outer], kind="stable")]
    owner = np.empty(len(area), dtype=np.int64)
    owner[outer] = np.arange(len(outer))
    owner[holes] = _around(xy, starts, area, sizes, outer, holes)
    order = np.lexsort((hole, owner))
    rings = _closed(xy, starts, order)
    return replace(rings, owner=owner[order], hole=hole[order], count=len(outer)), area[outer]


def _around(xy: Floats, starts: Ints, area: Ints, sizes: Floats, outer: Ints, holes: Ints) -> Ints:
    """Return the place among the outer rings of the smallest one of its area around each hole."""
    first = np.searchsorted(area[outer], area[holes], side="left").astype(np.int64)
    stop = np.searchsorted(area[outer], area[holes], side="right").astype(np.int64)
    around = first.copy()
    several = np.flatnonzero(stop - first > 1)
    if len(several):
        row, rank = ranges(first[several], stop[several])
        asked, ring = np.unique(rank, return_inverse=True)
        x, y = xy[starts[holes[several[row]]]].T
        held = inside_own(x, y, ring, _closed(xy, starts, outer[asked]))
        row, rank = row[held], rank[held]
        by_size = np.lexsort((-sizes[outer[rank]], row))
        # The last one written stays, and that is the smallest.
        around[several[row[by_size]]] = rank[by_size]
    return around


def _sizes(xy: Floats, starts: Ints) -> Floats:
    """Return the area of each open ring, negative for those that turn right."""
    if len(starts) < 2:
        return np.empty(0)
    x, y = (xy - np.repeat(xy[starts[:-1]], np.diff(starts), axis=0)).T
    # The last edge, back to the first vertex, which is the origin, adds nothing.
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    cross[starts[1:-1] - 1] = 0.0
    sizes: Floats = np.add.reduceat(np.append(cross, 0.0), starts[:-1]) / 2
    return sizes


def _closed(xy: Floats, starts: Ints, which: Ints) -> Rings:
    """Return some of the open rings, each its own owner, with the first vertex repeated."""
    first, stop = starts[:-1][which], starts[1:][which]
    _, vertex = ranges(first, stop + 1)
    closed = np.append(0, np.cumsum(stop + 1 - first))
    vertex[closed[1:] - 1] = first
    owner = np.arange(len(which), dtype=np.int64)
    return Rings(xy[vertex], closed, owner, np.zeros(len(which), dtype=bool), len(which))


def _edges(rings: Rings) -> Ints:
    """Return the vertex each edge starts at."""
    keep = np.ones(len(rings.xy), dtype=bool)
    keep[rings.starts[1:] - 1] = False
    return np.flatnonzero(keep).astype(np.int32)


def _turned(rings: Rings) -> Rings:
    """Return rings with what they hold to the left of their edges."""
    wrong = (ring_areas(rings) < 0) != rings.hole
    if not wrong.any():
        return rings
    ring = np.repeat(wrong, np.diff(rings.starts))
    first = np.repeat(rings.starts[:-1], np.diff(rings.starts))
    last = np.repeat(rings.starts[1:] - 1, np.diff(rings.starts))
    place = np.arange(len(rings.xy))
    return replace(rings, xy=rings.xy[np.where(ring, first + last - place, place)])
