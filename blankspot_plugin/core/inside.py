# SPDX-License-Identifier: GPL-2.0-or-later
"""Which points lie inside an outline that is asked for a few of them again and again?

The edges are sorted once into rows of equal height; a point looks along its own row only,
and counts the edges to its east.
"""

from __future__ import annotations

import numpy as np

from .arrays import Bools, Floats, Ints, ranges
from .rings import Rings

# Edges a row, about.
_A_ROW = 64
_MOST_ROWS = 65_000


class Outline:
    """The rings of a region, which may nest but not overlap.

    Parameters
    ----------
    rings
        Of one region, whatever geometry they belong to.
    """

    def __init__(self, rings: Rings) -> None:
        keep = np.ones(max(len(rings.xy) - 1, 0), dtype=bool)
        keep[rings.starts[1:-1] - 1] = False
        edge = np.flatnonzero(keep)
        start, end = rings.xy[edge], rings.xy[edge + 1]
        falls = start[:, 1] > end[:, 1]
        self._low = np.where(falls[:, None], end, start)
        self._high = np.where(falls[:, None], start, end)
        bottom, top = self._low[:, 1], self._high[:, 1]
        self._bottom = float(bottom.min()) if len(edge) else 0.0
        height = float(top.max()) - self._bottom if len(edge) else 0.0
        self._rows = min(max(len(edge) // _A_ROW, 1), _MOST_ROWS)
        self._step = max(height / self._rows, 1e-12)
        spans, row = ranges(self._row(bottom), self._row(top) + 1)
        # Whole numbers of two bytes are sorted by counting them.
        row = row.astype(np.uint16)
        order = np.argsort(row, kind="stable")
        self._edge = spans[order]
        self._starts = np.searchsorted(row[order], np.arange(self._rows + 2))

    def _row(self, y: Floats) -> Ints:
        row = np.floor((y - self._bottom) / self._step)
        clipped: Ints = np.clip(row, -1, self._rows).astype(np.int64)
        return clipped

    def holds(self, x: Floats, y: Floats) -> Bools:
        """Tell which points lie inside; of an edge, exactly one side has a point on it."""
        row = self._row(y)
        there = np.flatnonzero(row >= 0)
        point, rank = ranges(self._starts[row[there]], self._starts[row[there] + 1])
        point, edge = there[point], self._edge[rank]
        low, high = self._low[edge], self._high[edge]
        passes = (low[:, 1] <= y[point]) & (y[point] < high[:, 1])
        point, low, high = point[passes], low[passes], high[passes]
        share = (y[point] - low[:, 1]) / (high[:, 1] - low[:, 1])
        crossing = low[:, 0] + share * (high[:, 0] - low[:, 0])
        odd: Bools = np.bincount(point[crossing > x[point]], minlength=len(x)) % 2 == 1
        return odd
