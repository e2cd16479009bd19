# SPDX-License-Identifier: GPL-2.0-or-later
"""The union of a whole region, for drawing coverage: component by component, in threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
from qgis.core import QgsGeometry

from ..core.arrays import Floats, Ints
from ..core.errors import Cancelled
from ..core.neighbours import components
from .polygons import union
from .regions import Region

_DISCS_AT_ONCE = 64
_PARTS_AT_ONCE = 8


def dissolve(region: Region, cancelled: Callable[[], bool]) -> QgsGeometry:
    """Return the union of a region's discs, sectors and polygons.

    Discs that do not hang together need no union. Those that do are sorted along a
    space-filling curve, unioned in runs of neighbours, and the unions of runs again: each
    step sees few vertices that are still to be dissolved.

    Raises
    ------
    Cancelled
    """
    region = replace(region, discs=region.discs.pruned())
    discs = region.discs
    label = components(discs.x, discs.y, discs.radius)
    order = np.lexsort((_along_curve(discs.x, discs.y), label))
    borders = np.flatnonzero(np.diff(label[order])) + 1
    members = np.split(order, borders) if len(order) else []
    runs = [
        part[at : at + _DISCS_AT_ONCE]
        for part in members
        for at in range(0, len(part), _DISCS_AT_ONCE)
    ]

    def first(run: Ints) -> QgsGeometry:
        if cancelled():
            raise Cancelled
        return union(region.geometries(run))

    def again(parts: Sequence[QgsGeometry]) -> QgsGeometry:
        if cancelled():
            raise Cancelled
        return parts[0] if len(parts) == 1 else union(parts)

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        made = list(zip((label[run[0]] for run in runs), pool.map(first, runs)))
        while len(made) > len(members):
            groups = _neighbouring(made)
            unions = pool.map(again, [parts for _, parts in groups])
            made = list(zip((name for name, _ in groups), unions))
    alone = [geometry for _, geometry in made]
    if region.polygons:
        return union(alone + region.polygons)
    return QgsGeometry.collectGeometry(alone) if alone else QgsGeometry()


def _neighbouring(
    made: Sequence[tuple[int, QgsGeometry]],
) -> list[tuple[int, list[QgsGeometry]]]:
    """Return the unions of each component in groups of a few that follow one another."""
    groups: list[tuple[int, list[QgsGeometry]]] = []
    for name, geometry in made:
        if groups and groups[-1][0] == name and len(groups[-1][1]) < _PARTS_AT_ONCE:
            groups[-1][1].append(geometry)
        else:
            groups.append((name, [geometry]))
    return groups


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
