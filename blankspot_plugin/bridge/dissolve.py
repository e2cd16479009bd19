# SPDX-License-Identifier: GPL-2.0-or-later
"""The union of a whole region, for drawing coverage: neighbours first, in threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
from qgis.core import QgsGeometry

from ..core.arrays import Floats, Ints
from ..core.errors import Cancelled
from .polygons import union
from .regions import Region

_DISCS_AT_ONCE = 64
_PARTS_AT_ONCE = 8


def dissolve(region: Region, cancelled: Callable[[], bool]) -> QgsGeometry:
    """Return the union of a region's discs, sectors and polygons.

    Discs are sorted along a space-filling curve, unioned in runs of neighbours, and the
    unions of runs again: each step sees few vertices that are still to be dissolved.

    Raises
    ------
    Cancelled
    """
    region = replace(region, discs=region.discs.pruned())
    order = np.argsort(_along_curve(region.discs.x, region.discs.y), kind="stable")
    runs = [order[at : at + _DISCS_AT_ONCE] for at in range(0, len(order), _DISCS_AT_ONCE)]

    def first(run: Ints) -> QgsGeometry:
        if cancelled():
            raise Cancelled
        return union(region.geometries(run))

    def again(parts: Sequence[QgsGeometry]) -> QgsGeometry:
        if cancelled():
            raise Cancelled
        return union(parts)

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        parts = list(pool.map(first, runs)) + list(region.polygons)
        while len(parts) > 1:
            groups = [
                parts[at : at + _PARTS_AT_ONCE] for at in range(0, len(parts), _PARTS_AT_ONCE)
            ]
            parts = list(pool.map(again, groups))
    return union(parts)


def _along_curve(x: Floats, y: Floats) -> Ints:
    """Return places along the Z-order curve of points."""
    if not len(x):
        return np.empty(0, dtype=np.int64)
    side = max(float(np.ptp(x)), float(np.ptp(y)), 1.0)
    code = np.zeros(len(x), dtype=np.int64)
    column = ((x - x.min()) / side * 65535).astype(np.int64)
    row = ((y - y.min()) / side * 65535).astype(np.int64)
    for bit in range(16):
        code |= ((column >> bit) & 1) << (2 * bit) | ((row >> bit) & 1) << (2 * bit + 1)
    return code
