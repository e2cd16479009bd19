# SPDX-License-Identifier: GPL-2.0-or-later
"""Which points are near? A grid join in numpy, since scipy is missing in many installations.

Points are sorted by the row and column of the cell they lie in; the cells of one row that
a box covers are then one run of that order, found by two binary searches.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .arrays import Bools, Floats, Ints, ranges
from .errors import Cancelled


class PointGrid:
    """Points, sorted into square cells.

    Parameters
    ----------
    x, y : (n,) float
        Map metres.
    cell : float, optional
        Side of a cell; by default about two points fall into one.
    """

    def __init__(self, x: Floats, y: Floats, cell: float | None = None) -> None:
        self.x, self.y = x, y
        self._x0 = float(x.min()) if len(x) else 0.0
        self._y0 = float(y.min()) if len(y) else 0.0
        width = float(np.ptp(x)) if len(x) else 0.0
        height = float(np.ptp(y)) if len(y) else 0.0
        if cell is None:
            side = np.sqrt(max(width * height, 1.0) / max(len(x), 1) * 2)
            # A line of points has no area: no more rows or columns than points.
            cell = max(float(side), max(width, height) / max(len(x), 1), 1e-6)
        self.cell = cell
        self.rows = int(height / cell) + 1
        self.columns = int(width / cell) + 1
        key = self._row(y) * self.columns + self._column(x)
        self._order = np.argsort(key, kind="stable")
        self._keys = key[self._order]

    def _row(self, y: Floats) -> Ints:
        place = np.floor((y - self._y0) / self.cell)
        row: Ints = np.minimum(np.maximum(place, -1), self.rows).astype(np.int64)
        return row

    def _column(self, x: Floats) -> Ints:
        place = np.floor((x - self._x0) / self.cell)
        column: Ints = np.minimum(np.maximum(place, -1), self.columns).astype(np.int64)
        return column

    def in_boxes(self, xmin: Floats, ymin: Floats, xmax: Floats, ymax: Floats) -> tuple[Ints, Ints]:
        """Pair every box with the points in it, its edge included.

        Parameters
        ----------
        xmin, ymin, xmax, ymax : (m,) float
            Boxes in map metres.

        Returns
        -------
        box, point : (p,) int
            Pairs in the order of the boxes, then of the points' places.
        """
        top = np.minimum(self._row(ymax), self.rows - 1)
        box, row = ranges(np.maximum(self._row(ymin), 0), top + 1)
        left = np.maximum(self._column(xmin), 0)[box]
        right = np.minimum(self._column(xmax), self.columns - 1)[box]
        base = row * self.columns
        start = np.searchsorted(self._keys, base + left, side="left")
        stop = np.searchsorted(self._keys, base + right, side="right")
        # A box beside the grid has left > right: its run is empty, not the next row's.
        stop = np.where(left > right, start, stop)
        run, rank = ranges(start.astype(np.int64), stop.astype(np.int64))
        box, point = box[run], self._order[rank]
        px, py = self.x[point], self.y[point]
        hit = (px >= xmin[box]) & (px <= xmax[box]) & (py >= ymin[box]) & (py <= ymax[box])
        return box[hit], point[hit]


class DiscGrid:
    """Discs, in a grid for each class of sizes: one large radius makes no box look that far.

    Parameters
    ----------
    x, y, radius : (n,) float
        Map metres; a disc of radius 0 reaches nothing.
    """

    def __init__(self, x: Floats, y: Floats, radius: Floats) -> None:
        self.x, self.y, self.radius = x, y, radius
        self._classes: list[tuple[Ints, float, PointGrid]] = []
        positive = np.flatnonzero(radius > 0)
        size = np.ceil(np.log2(np.maximum(radius[positive], 1.0)))
        for one in np.unique(size):
            members = positive[size == one]
            grid = PointGrid(x[members], y[members])
            self._classes.append((members, float(radius[members].max()), grid))

    def at_boxes(self, xmin: Floats, ymin: Floats, xmax: Floats, ymax: Floats) -> tuple[Ints, Ints]:
        """Pair every box with the discs that reach into it, its edge included.

        Parameters
        ----------
        xmin, ymin, xmax, ymax : (m,) float
            Boxes in map metres.

        Returns
        -------
        box, disc : (p,) int
            Pairs, sorted by box and then by disc.
        """
        box, disc = self.pairs(xmin, ymin, xmax, ymax)
        order = np.lexsort((disc, box))
        return box[order], disc[order]

    def pairs(self, xmin: Floats, ymin: Floats, xmax: Floats, ymax: Floats) -> tuple[Ints, Ints]:
        """Return the same pairs in no order, in less time."""
        boxes = [np.empty(0, dtype=np.int64)]
        discs = [np.empty(0, dtype=np.int64)]
        for members, reach, grid in self._classes:
            box, local = grid.in_boxes(xmin - reach, ymin - reach, xmax + reach, ymax + reach)
            disc = members[local]
            x, y = self.x[disc], self.y[disc]
            away_x = np.maximum(np.maximum(xmin[box] - x, x - xmax[box]), 0)
            away_y = np.maximum(np.maximum(ymin[box] - y, y - ymax[box]), 0)
            hit = away_x**2 + away_y**2 <= self.radius[disc] ** 2
            boxes.append(box[hit])
            discs.append(disc[hit])
        return np.concatenate(boxes), np.concatenate(discs)


# Points looked at together: bounds the memory of dense sets, where each lies in many discs.
_AT_ONCE = 8192


def inside_another(
    x: Floats, y: Floats, radius: Floats, cancelled: Callable[[], bool] = lambda: False
) -> Bools:
    """Tell which discs lie wholly inside another; of equal ones, all but the first.

    Parameters
    ----------
    x, y, radius : (n,) float
        Metres of the plane.
    cancelled
        Asked every few thousand discs.

    Raises
    ------
    Cancelled
    """
    held = np.zeros(len(x), dtype=bool)
    grid = DiscGrid(x, y, radius)
    for start in range(0, len(x), _AT_ONCE):
        part = np.arange(start, min(start + _AT_ONCE, len(x)))
        if cancelled():
            raise Cancelled
        px, py = x[part], y[part]
        local, disc = grid.pairs(px, py, px, py)
        inner = part[local]
        apart = np.hypot(x[inner] - x[disc], y[inner] - y[disc])
        room = radius[disc] - radius[inner]
        smaller = (room > 0) | ((room == 0) & (disc < inner))
        held[inner[smaller & (apart <= room)]] = True
    return held


# Two discs count as touching a little before they do: rounding must not part a component.
_TOUCHING = 1.002


def components(x: Floats, y: Floats, radius: Floats) -> Ints:
    """Return a label for each disc, the same for all that hang together.

    Parameters
    ----------
    x, y, radius : (n,) float
        Metres of the plane; a disc that touches none is a component of its own.

    Returns
    -------
    (n,) int
        The smallest number of a disc in the component.
    """
    grid = DiscGrid(x, y, radius * _TOUCHING)
    links: list[Ints] = [np.empty((0, 2), dtype=np.int64)]
    for start in range(0, len(x), _AT_ONCE):
        part = np.arange(start, min(start + _AT_ONCE, len(x)))
        room = radius[part] * _TOUCHING
        local, other = grid.pairs(x[part] - room, y[part] - room, x[part] + room, y[part] + room)
        one = part[local]
        apart = np.hypot(x[one] - x[other], y[one] - y[other])
        meet = (one < other) & (apart <= (radius[one] + radius[other]) * _TOUCHING)
        links.append(np.stack([one[meet], other[meet]], axis=1))
    one, other = np.concatenate(links).T
    label = np.arange(len(x), dtype=np.int64)
    while True:
        # Each root takes the smallest label of its neighbours; then all look at their root.
        smaller = np.minimum(label[one], label[other])
        before = label.copy()
        np.minimum.at(label, before[one], smaller)
        np.minimum.at(label, before[other], smaller)
        while not np.array_equal(label, label[label]):
            label = label[label]
        if np.array_equal(label, before):
            return label


def near(grid: PointGrid, x: Floats, y: Floats, slack: float) -> tuple[Ints, Ints]:
    """Pair every place with its nearest point, and those that may be as near on the ground.

    Parameters
    ----------
    grid
        The points; at least one.
    x, y : (m,) float
        Places in map metres.
    slack : float
        How much longer, relatively, a distance on the map may be and still be the shortest
        on the ground (twice the variation of the scale is on the safe side).

    Returns
    -------
    place, point : (p,) int
        At least one pair for every place; none for a place that is not finite.
    """
    nothing = np.empty(0, dtype=np.int64)
    waiting: Ints = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    reach = grid.cell
    places: list[Ints] = [nothing]
    points: list[Ints] = [nothing]
    while len(waiting):
        wx, wy = x[waiting], y[waiting]
        look = reach * (1 + slack)
        box, point = grid.in_boxes(wx - look, wy - look, wx + look, wy + look)
        apart = np.hypot(grid.x[point] - wx[box], grid.y[point] - wy[box])
        best = np.full(len(waiting), np.inf)
        np.minimum.at(best, box, apart)
        done = best <= reach
        keep = done[box] & (apart <= best[box] * (1 + slack))
        places.append(waiting[box[keep]])
        points.append(point[keep])
        waiting = waiting[~done]
        reach *= 2
    return np.concatenate(places), np.concatenate(points)
