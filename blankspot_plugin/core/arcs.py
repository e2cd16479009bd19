# SPDX-License-Identifier: GPL-2.0-or-later
"""How large is a region with an outline of arcs, and what polygons stand for it?

The area inside is an integral along the outline (Green's theorem), for an arc of a circle
around (cx, cy) from angle a to angle b::

    1/2 (x dy - y dx)  =>  1/2 (r^2 (b - a) + r cx (sin b - sin a) - r cy (cos b - cos a))

Polygons have their vertices on the arcs. Between its vertices each arc is cut off by
chords, and what they cut off lies in the arc's own disc and meets no other arc: a chord
that crossed another one would have to leave through that one's arc, which is outside the
disc. So polygons of such outlines never touch themselves or one another. To have the
discs' area too, the outline is asked of circles larger by
:func:`.shapes.equal_area_factor`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints, ranges
from .neighbours import PointGrid
from .rings import Rings, inside_own


@dataclass(frozen=True)
class Arcs:
    """Rings of arcs, each counter-clockwise on its circle, the region to its left.

    Attributes
    ----------
    x, y, radius : (a,) float
        The circle of each arc, map metres.
    start, width : (a,) float
        Where it starts, counter-clockwise from east, and how far it turns; radians.
    starts : (r + 1,) int
        Ring i is of the arcs ``starts[i]`` to ``starts[i + 1]``.
    """

    x: Floats
    y: Floats
    radius: Floats
    start: Floats
    width: Floats
    starts: Ints

    def ring_areas(self) -> Floats:
        """Return the area of each ring in m2, (r,), negative for holes."""
        if len(self.starts) < 2:
            return np.empty(0)
        first = self.starts[:-1]
        # From the ring's first centre, or digits are lost at UTM's coordinates.
        origin = np.repeat(first, np.diff(self.starts))
        x, y = self.x - self.x[origin], self.y - self.y[origin]
        end = self.start + self.width
        turned = self.radius * self.width
        across = x * (np.sin(end) - np.sin(self.start)) - y * (np.cos(end) - np.cos(self.start))
        areas: Floats = np.add.reduceat(self.radius * (turned + across), first) / 2
        return areas

    def area(self) -> float:
        """Return the area of the region in m2."""
        return float(self.ring_areas().sum())

    def without_holes_below(self, area: float) -> Arcs:
        """Return the outline without holes smaller than an area in m2."""
        areas = self.ring_areas()
        kept = (areas > 0) | (areas <= -area)
        if kept.all():
            return self
        _, arc = ranges(self.starts[:-1][kept], self.starts[1:][kept])
        starts = np.append(0, np.cumsum(np.diff(self.starts)[kept]))
        return Arcs(
            self.x[arc], self.y[arc], self.radius[arc], self.start[arc], self.width[arc], starts
        )

    def polygons(self, segments: int) -> Rings:
        """Return the region as polygons that don't touch, each with its outer ring first.

        Parameters
        ----------
        segments : int
            Chords a quarter circle, at least; an arc is cut into equal ones.
        """
        chords = np.maximum(np.ceil(self.width * (2 * segments / np.pi) - 1e-9), 1).astype(np.int64)
        stops = np.cumsum(chords)
        arc, step = ranges(np.zeros_like(chords), chords)
        angle = self.start[arc] + self.width[arc] / chords[arc] * step
        reach = self.radius[arc]
        around = np.stack(
            [reach * np.cos(angle) + self.x[arc], reach * np.sin(angle) + self.y[arc]], axis=1
        )
        return _nested(_closed(around, np.append(0, stops)[self.starts]), self.ring_areas())


def _closed(around: Floats, starts: Ints) -> Rings:
    """Return rings, each of vertices up to the next one's start, with the first one repeated."""
    lengths = np.diff(starts)
    ring = np.repeat(np.arange(len(lengths)), lengths)
    xy = np.empty((len(around) + len(lengths), 2))
    closed = starts + np.arange(len(starts))
    xy[np.arange(len(around)) + ring] = around
    xy[closed[1:] - 1] = around[starts[:-1]]
    owner = np.arange(len(lengths), dtype=np.int64)
    return Rings(xy, closed, owner, np.zeros(len(lengths), dtype=bool), len(lengths))


def _nested(rings: Rings, areas: Floats) -> Rings:
    """Return rings, each its own owner so far, sorted into polygons: holes by their owner."""
    hole = areas < 0
    outer, holes = np.flatnonzero(~hole), np.flatnonzero(hole)
    owner = np.empty(len(areas), dtype=np.int64)
    owner[outer] = np.arange(len(outer))
    owner[holes] = owner[_around(rings, areas, outer, holes)]
    order = np.lexsort((hole, owner))
    _, vertex = ranges(rings.starts[:-1][order], rings.starts[1:][order])
    starts = np.append(0, np.cumsum(np.diff(rings.starts)[order]))
    return Rings(rings.xy[vertex], starts, owner[order], hole[order], len(outer))


def _around(rings: Rings, areas: Floats, outer: Ints, holes: Ints) -> Ints:
    """Return the ring around each hole: the smallest that holds a vertex of it."""
    if not len(holes):
        return holes
    low = np.minimum.reduceat(rings.xy, rings.starts[:-1])[outer]
    high = np.maximum.reduceat(rings.xy, rings.starts[:-1])[outer]
    x, y = rings.xy[rings.starts[:-1][holes]].T
    box, hole = PointGrid(x, y).in_boxes(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    # Most holes lie in one box only, and a hole has a ring around it.
    doubtful = np.bincount(hole, minlength=len(holes))[hole] > 1
    held: Bools = ~doubtful
    held[doubtful] = inside_own(x[hole[doubtful]], y[hole[doubtful]], outer[box[doubtful]], rings)
    hole, ring = hole[held], outer[box[held]]
    order = np.lexsort((-areas[ring], hole))
    around = np.empty(len(holes), dtype=np.int64)
    # The last one written stays, and that is the smallest.
    around[hole[order]] = ring[order]
    return around
