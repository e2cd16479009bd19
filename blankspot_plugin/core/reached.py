# SPDX-License-Identifier: GPL-2.0-or-later
"""Which demand does each candidate reach? A join in numpy that gives compressed rows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .arrays import Floats, Ints
from .errors import Cancelled
from .neighbours import PointGrid

# Pairs looked at together: bounds the memory, and how long a cancel waits.
_PAIRS_AT_ONCE = 4_000_000


def reached(
    x: Floats,
    y: Floats,
    radius: Floats,
    demand_x: Floats,
    demand_y: Floats,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Ints, Ints]:
    """Pair candidates with the demand within their discs, the edge included.

    Parameters
    ----------
    x, y, radius : (m,) float
        The candidates' discs, metres of the plane.
    demand_x, demand_y : (n,) float
        Where demand is, metres of the plane.
    cancelled
        Asked every few million pairs.

    Returns
    -------
    starts, demand : (m + 1,), (p,) int
        Candidate i reaches ``demand[starts[i]:starts[i + 1]]``.

    Raises
    ------
    Cancelled
    """
    grid = PointGrid(demand_x, demand_y)
    lengths = np.zeros(len(x), dtype=np.int64)
    found: list[Ints] = [np.empty(0, dtype=np.int32)]
    step = max(1, _PAIRS_AT_ONCE // max(1, _crowd(grid, radius)))
    for first in range(0, len(x), step):
        if cancelled():
            raise Cancelled
        part = slice(first, first + step)
        px, py, reach = x[part], y[part], radius[part]
        box, point = grid.in_boxes(px - reach, py - reach, px + reach, py + reach)
        across, up = demand_x[point] - px[box], demand_y[point] - py[box]
        near = across**2 + up**2 <= reach[box] ** 2
        found.append(point[near].astype(np.int32))
        lengths[part] = np.bincount(box[near], minlength=len(px))
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return starts, np.concatenate(found)


def _crowd(grid: PointGrid, radius: Floats) -> int:
    """Return about how many points the box of a large disc holds where they stand close."""
    if not len(radius) or not len(grid.x):
        return 1
    side = 2 * float(radius.max())
    middle = np.linspace(0, len(grid.x) - 1, min(len(grid.x), 16)).astype(np.int64)
    cx, cy, half = grid.x[middle], grid.y[middle], side / 2
    box, _ = grid.in_boxes(cx - half, cy - half, cx + half, cy + half)
    return int(np.bincount(box, minlength=1).max())
