# SPDX-License-Identifier: GPL-2.0-or-later
"""Which areas may overlap their neighbours? Those whose edges are not their neighbours'.

Areas that were cut from one another share every inner edge to the last digit, once in each
direction. Only an area with an edge that no other has can overlap one, and only inside the
box of such edges, or it is drawn twice: that leaves few pairs to be looked at by geometry.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .arrays import Floats, Ints
from .rings import Rings

_Bits = npt.NDArray[np.uint64]


def _scrambled(bits: _Bits) -> _Bits:
    """Return a key that has nothing of the order of its values (finalizer of splitmix64)."""
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    scrambled: _Bits = bits ^ (bits >> np.uint64(31))
    return scrambled


def _edge_keys(rings: Rings) -> _Bits:
    """Return a key an edge, the same in both directions.

    Scrambled well: in plain sums of bits, edges mirrored at an axis are one.
    """
    # Minus zero and zero are one coordinate.
    bits = np.ascontiguousarray(rings.xy + 0.0).view(np.uint64)
    vertex = _scrambled(bits[:, 0] * np.uint64(0x9E3779B97F4A7C15) + _scrambled(bits[:, 1]))
    keys: _Bits = vertex[:-1] + vertex[1:]
    return keys


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
    owner = np.repeat(rings.owner, np.diff(rings.starts))[:-1]
    ordered = np.sort(keys[real])
    same = ordered[1:] == ordered[:-1]
    alone = np.ones(len(ordered), dtype=bool)
    alone[1:] &= ~same
    alone[:-1] &= ~same
    lonely = ordered[alone]
    found = [_twins(np.where(real, keys, np.uint64(0)), rings)]
    if len(lonely):
        place = np.minimum(np.searchsorted(lonely, keys), len(lonely) - 1)
        unshared = np.flatnonzero(real & (lonely[place] == keys))
        boxes = _boxes(rings.xy, unshared, owner[unshared], rings.count)
        found.append(_touching(boxes, np.unique(owner[unshared])))
    pairs = np.unique(np.concatenate(found), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _twins(keys: npt.NDArray[np.uint64], rings: Rings) -> Ints:
    """Return pairs of areas drawn by the same edges, (p, 2): they share all of them."""
    sums = np.zeros(rings.count, dtype=np.uint64)
    of_rings = np.add.reduceat(np.append(keys, np.uint64(0)), rings.starts[:-1])
    np.add.at(sums, rings.owner, of_rings)
    members = np.unique(rings.owner)
    order = members[np.argsort(sums[members], kind="stable")]
    alike = sums[order[1:]] == sums[order[:-1]]
    twins: Ints = np.sort(np.stack([order[:-1][alike], order[1:][alike]], axis=1), axis=1)
    return twins


def _boxes(xy: Floats, edges: Ints, owner: Ints, count: int) -> Floats:
    boxes = np.tile(np.array([np.inf, np.inf, -np.inf, -np.inf]), (count, 1))
    for end in (edges, edges + 1):
        np.minimum.at(boxes[:, 0], owner, xy[end, 0])
        np.minimum.at(boxes[:, 1], owner, xy[end, 1])
        np.maximum.at(boxes[:, 2], owner, xy[end, 0])
        np.maximum.at(boxes[:, 3], owner, xy[end, 1])
    return boxes


def _touching(boxes: Floats, members: Ints) -> Ints:
    """Return pairs of boxes that meet, (p, 2)."""
    # Sorted by their left side, each looks to its right.
    order = members[np.argsort(boxes[members, 0], kind="stable")]
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
    both: Ints = np.sort(np.concatenate(pairs), axis=1)
    return both
