# SPDX-License-Identifier: GPL-2.0-or-later
"""Which discs can have a part in the outline? Where discs are dense, few.

Square cells that lie wholly inside one disc are full. The outline runs through the other
cells only, so a disc that meets full cells alone has no part in it, and hides nothing of
any other disc that has::

    +-----+-----+-----+-----+-----+
    |     |   .-|~~~~~|-.   |     |     Row by row, the cells inside a disc are one run,
    +-----+--'--+-----+--'--+-----+     and those it meets are a longer one. Two ends a
    |     | |   |full |   | |     |     row go into a table, whose running sum says how
    +-----+--'--+-----+--'--+-----+     many discs fill each cell.
    |     |   '-|_____|-'   |     |
    +-----+-----+-----+-----+-----+

Without the discs left out, holes may open inside full cells; their arcs lie there wholly,
and one look at the middle of each tells.

A table of sums over cells also tells which boxes are free of any point (:func:`occupied`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints, ranges

# The discs' area, over that of the box around them, from which on looking pays.
_DENSE = 2.0
_FEW = 2000
# Rows a disc, about, and the largest table.
_ROWS = 12
_MOST_CELLS = 4_000_000
# Metres by which a cell has to lie inside, for rounding.
_ROOM = 1e-6


def is_dense(x: Floats, y: Floats, radius: Floats) -> bool:
    """Tell whether discs lie so thick that it pays to look for those in the outline."""
    if len(x) < _FEW:
        return False
    box = (np.ptp(x) + 2 * radius.max()) * (np.ptp(y) + 2 * radius.max())
    return bool(np.pi * (radius**2).sum() > _DENSE * box)


@dataclass(frozen=True)
class FullCells:
    """Square cells, and which of them lie inside one disc each.

    Attributes
    ----------
    x0, y0 : float
        Lower left corner of the first cell, map metres.
    side : float
        Metres.
    full : (rows, columns) bool
    """

    x0: float
    y0: float
    side: float
    full: Bools

    def hold(self, x: Floats, y: Floats) -> Bools:
        """Tell which points, all within the table, lie in a full cell."""
        row = np.floor((y - self.y0) / self.side).astype(np.int64)
        column = np.floor((x - self.x0) / self.side).astype(np.int64)
        held: Bools = self.full[row, column]
        return held

    def spared(self, x: Floats, y: Floats, radius: Floats) -> Bools:
        """Tell which of the discs the table was made of meet a cell that is not full."""
        disc, row, _, half = _bands(self, y, radius)
        start, stop = _columns(self, x[disc] - half - _ROOM, x[disc] + half + _ROOM)
        others = np.zeros((len(self.full), self.full.shape[1] + 1), dtype=np.int32)
        np.cumsum(~self.full, axis=1, out=others[:, 1:])
        met = others[row, stop + 1] > others[row, start]
        spared = np.zeros(len(x), dtype=bool)
        spared[disc[met]] = True
        return spared


def full_cells(x: Floats, y: Floats, radius: Floats) -> FullCells:
    """Return the cells that lie wholly inside one of n discs.

    Parameters
    ----------
    x, y, radius : (n,) float
        Map metres; at least one disc.
    """
    left, low = float((x - radius).min()), float((y - radius).min())
    width, height = float((x + radius).max()) - left, float((y + radius).max()) - low
    side = max(2 * float(radius.mean()) / _ROWS, np.sqrt(width * height / _MOST_CELLS))
    rows, columns = int(height / side) + 3, int(width / side) + 3
    cells = FullCells(left - side, low - side, side, np.zeros((rows, columns), dtype=bool))
    disc, row, half, _ = _bands(cells, y, radius)
    inner = np.flatnonzero(half > 0)
    disc, row, half = disc[inner], row[inner], half[inner]
    start, stop = _columns(cells, x[disc] - half + _ROOM, x[disc] + half - _ROOM)
    # Whole cells only: from behind the cell of the left end to that of the right end.
    inner = np.flatnonzero(stop > start + 1)
    base = row[inner] * columns
    ends = np.bincount(base + start[inner] + 1, minlength=rows * columns)
    ends -= np.bincount(base + stop[inner], minlength=rows * columns)
    np.greater(np.cumsum(ends.reshape(rows, columns), axis=1), 0, out=cells.full)
    return cells


def _columns(cells: FullCells, left: Floats, right: Floats) -> tuple[Ints, Ints]:
    """Return the columns two ends lie in."""
    start, stop = (
        np.floor((end - cells.x0) / cells.side).astype(np.int64) for end in (left, right)
    )
    return start, stop


def _bands(cells: FullCells, y: Floats, radius: Floats) -> tuple[Ints, Ints, Floats, Floats]:
    """Return the rows each disc meets, and half its width there.

    Returns
    -------
    disc, row : (p,) int
    inner, outer : (p,) float
        Half the width that all of the row has, 0 where none, and that any of it has.
    """
    first, last = (
        np.floor((y + end * (radius + _ROOM) - cells.y0) / cells.side).astype(np.int64)
        for end in (-1, 1)
    )
    disc, row = ranges(first, last + 1)
    below = cells.y0 + row * cells.side - y[disc]
    above = below + cells.side
    squared = radius[disc] ** 2
    far = np.maximum(np.abs(below), np.abs(above))
    near = np.maximum(np.maximum(below, -above), 0.0)
    inner = np.sqrt(np.maximum(squared - far**2, 0.0))
    outer = np.sqrt(np.maximum(squared - near**2, 0.0))
    return disc, row, inner, outer


def occupied(x: Floats, y: Floats, boxes: Floats) -> Bools:
    """Tell which boxes hold any of many points, by a table of sums over square cells.

    Parameters
    ----------
    x, y : (n,) float
        Map metres.
    boxes : (m, 4) float
        xmin, ymin, xmax, ymax.

    Returns
    -------
    (m,) bool
        True also for a box with a point beside it, less than a cell (an eighth of a box) away.
    """
    if not len(x) or not len(boxes):
        return np.zeros(len(boxes), dtype=bool)
    low = np.array([x.min(), y.min()])
    width, height = float(np.ptp(x)), float(np.ptp(y))
    size = np.median(boxes[:, 2:] - boxes[:, :2])
    side = max(float(size) / 8, np.sqrt(width * height / _MOST_CELLS), (width + height) / 1e5, 1e-6)
    rows, columns = int(height / side) + 1, int(width / side) + 1
    row, column = (
        np.floor((part - at) / side).astype(np.int64) for part, at in zip((y, x), low[::-1])
    )
    sums = np.zeros((rows + 1, columns + 1), dtype=np.int64)
    sums[1:, 1:] = np.bincount(row * columns + column, minlength=rows * columns).reshape(rows, -1)
    np.cumsum(sums, axis=0, out=sums)
    np.cumsum(sums, axis=1, out=sums)
    place = np.floor((boxes - np.tile(low, 2)) / side) + (0, 0, 1, 1)
    place = np.clip(place, 0, (columns, rows) * 2).astype(np.int64)
    left, bottom, right, top = place.T
    inside = sums[top, right] - sums[bottom, right] - sums[top, left] + sums[bottom, left]
    held: Bools = inside > 0
    return held
