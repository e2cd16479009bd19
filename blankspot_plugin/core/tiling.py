# SPDX-License-Identifier: GPL-2.0-or-later
"""Which areas may overlap their neighbours? Those whose edges are not their neighbours'.

Areas that were cut from one another share every inner edge to the last digit, once in each
direction. Only an area with an edge that no other has can overlap one, and only inside the
box of such edges, or it is drawn twice: that leaves few pairs to be looked at by geometry.
"""

from __future__ import annotations

import numpy as np

from .arrays import Bits, Bools, Floats, Ints, scramble
from .rings import Rings


def _edge_keys(rings: Rings) -> Bits:
    """Return a key an edge, the same in both directions.

    Scrambled well: in plain sums of bits, edges mirrored at an axis are one.
    """
    # Minus zero and zero are one coordinate.
    across, vertex = ((rings.xy[:, axis] + 0.0).view(np.uint64) for axis in (0, 1))
    scramble(vertex)
    across *= np.uint64(0x9E3779B97F4A7C15)
    vertex += across
    scramble(vertex)
    keys: Bits = vertex[:-1] + vertex[1:]
    return keys


def _unshared(keys: Bits, real: Bools) -> Ints:
    """Return the edges whose key no other edge has."""
    order = np.argsort(keys)
    order = order[real[order]]
    ordered = keys[order]
    differs = np.ones(len(ordered) + 1, dtype=bool)
    differs[1:-1] = ordered[1:] != ordered[:-1]
    alone: Ints = np.sort(order[differs[1:] & differs[:-1]])
    return alone


def overlap_candidates(rings: Rings) -> tuple[Ints, Ints]:
    """Return pairs of geometries that may overlap, by the boxes of the edges they don't share.

    Parameters
    ----------
    rings
        The rings of n areas, in any CRS.

    Returns
    -------
    one, other : (p,) int
        Pairs, one below other, without repetition.
    """
    nobody = np.empty(0, dtype=np.int64)
    if len(rings.owner) < 2:
        return nobody, nobody
    keys = _edge_keys(rings)
    real = np.ones(len(keys), dtype=bool)
    real[rings.starts[1:-1] - 1] = False
    unshared = _unshared(keys, real)
    found = [_twins(np.where(real, keys, np.uint64(0)), rings)]
    if len(unshared):
        ring = np.searchsorted(rings.starts, unshared, side="right") - 1
        members, boxes = _boxes(rings.xy, unshared, rings.owner[ring])
        found.append(members[_touching(boxes)])
    pairs = np.unique(np.sort(np.concatenate(found), axis=1), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _twins(keys: Bits, rings: Rings) -> Ints:
    """Return pairs of areas drawn by the same edges, (p, 2): they share all of them."""
    sums = np.zeros(rings.count, dtype=np.uint64)
    of_rings = np.add.reduceat(np.append(keys, np.uint64(0)), rings.starts[:-1])
    np.add.at(sums, rings.owner, of_rings)
    members = np.unique(rings.owner)
    order = members[np.argsort(sums[members], kind="stable")]
    alike = sums[order[1:]] == sums[order[:-1]]
    twins: Ints = np.stack([order[:-1][alike], order[1:][alike]], axis=1)
    return twins


def _boxes(xy: Floats, edges: Ints, owner: Ints) -> tuple[Ints, Floats]:
    """Return the owners of edges, which are sorted by them, and the box of each one's edges."""
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    low, high = np.minimum(xy[edges], xy[edges + 1]), np.maximum(xy[edges], xy[edges + 1])
    boxes: Floats = np.concatenate(
        [np.minimum.reduceat(low, first), np.maximum.reduceat(high, first)], axis=1
    )
    return owner[first], boxes


def _touching(boxes: Floats) -> Ints:
    """Return pairs of boxes that meet, (p, 2)."""
    # Sorted by their left side, each looks to its right.
    order = np.argsort(boxes[:, 0], kind="stable")
    left = boxes[order, 0]
    stop = np.searchsorted(left, boxes[order, 2], side="right")
    pairs = []
    for place, end in enumerate(stop):
        rivals = order[place + 1 : end]
        mine = boxes[order[place]]
        # Boxes that only touch hold no common ground: neighbours along a straight outer edge.
        meet = (
            (boxes[rivals, 0] < mine[2])
            & (boxes[rivals, 1] < mine[3])
            & (boxes[rivals, 3] > mine[1])
        )
        pairs.append(np.stack([np.full(meet.sum(), order[place]), rivals[meet]], axis=1))
    both: Ints = np.concatenate(pairs)
    return both
