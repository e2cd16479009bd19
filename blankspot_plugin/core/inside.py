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
# Edges looked at together: bounds memory.
_AT_ONCE = 1 << 17


class Outline:
    """The rings of a region, which may nest but not overlap.

    Parameters
    ----------
    rings
        Of one region, whatever geometry they belong to.
    """

    def __init__(self, rings: Rings) -> None:
        self._xy = rings.xy
        keep = np.ones(max(len(rings.xy) - 1, 0), dtype=bool)
        keep[rings.starts[1:-1] - 1] = False
        edge = np.flatnonzero(keep).astype(np.int32)
        y = rings.xy[:, 1]
        self._bottom = float(y.min()) if len(edge) else 0.0
        height = float(y.max()) - self._bottom if len(edge) else 0.0
        self._rows = min(max(len(edge) // _A_ROW, 1), _MOST_ROWS)
        self._step = max(height / self._rows, 1e-12)
        row = self._row(y)
        edges, rows = [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.uint16)]
        for start in range(0, len(edge), _AT_ONCE):
            part = edge[start : start + _AT_ONCE]
            ends = row[part], row[part + 1]
            spans, found = ranges(np.minimum(*ends), np.maximum(*ends) + 1)
            edges.append(part[spans])
            # Whole numbers of two bytes are sorted by counting them.
            rows.append(found.astype(np.uint16))
        found = np.concatenate(rows)
        order = np.argsort(found, kind="stable")
        self._edge = np.concatenate(edges)[order]
        self._starts = np.searchsorted(found[order], np.arange(self._rows + 2))

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
        falls = self._xy[edge, 1] > self._xy[edge + 1, 1]
        low, high = self._xy[edge + falls], self._xy[edge + ~falls]
        passes = (low[:, 1] <= y[point]) & (y[point] < high[:, 1])
        point, low, high = point[passes], low[passes], high[passes]
        share = (y[point] - low[:, 1]) / (high[:, 1] - low[:, 1])
        crossing = low[:, 0] + share * (high[:, 0] - low[:, 0])
        odd: Bools = np.bincount(point[crossing > x[point]], minlength=len(x)) % 2 == 1
        return odd
