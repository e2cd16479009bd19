# SPDX-License-Identifier: GPL-2.0-or-later
"""Which areas may overlap their neighbours? Those whose edges are not their neighbours'.

Areas that were cut from one another share every inner edge to the last digit, once in each
direction. Only an area with an edge that no other has can overlap one, and only inside the
box of such edges, or it is drawn twice: that leaves few pairs to be looked at by geometry.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .arrays import Bits, Bools, Floats, Ints, scramble
from .rings import Rings

# Bits of an edge's key that are left aside, throw by throw.
_SHIFTS = (0, 20)
# Edges a part, about.
_PART = 1 << 17
# Areas looked at together: bounds memory.
_AT_ONCE = 512


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


class _Edges:
    """All edges by their key, in parts that a processor's cache holds.

    Parameters
    ----------
    expected
        How many there will be, about.
    """

    def __init__(self, expected: int) -> None:
        bits = min(max((expected // _PART).bit_length(), 1), 8)
        self._shift = np.uint64(64 - bits)
        self._parts: list[list[tuple[Bits, Ints]]] = [[] for _ in range(1 << bits)]

    def add(self, keys: Bits, first: int, real: Bools) -> None:
        """Add edges, numbered from `first` on; only the real ones count."""
        number = np.flatnonzero(real)
        keys = keys[number]
        part = (keys >> self._shift).astype(np.uint8)
        # Whole numbers of one byte are sorted by counting them.
        order = np.argsort(part, kind="stable")
        keys, number = keys[order], (first + number[order]).astype(np.int32)
        stops = np.cumsum(np.bincount(part, minlength=len(self._parts)))
        for place, stop in enumerate(stops.tolist()):
            start = stops[place - 1] if place else 0
            # Copies: a view would keep all of the edges.
            self._parts[place].append((keys[start:stop].copy(), number[start:stop].copy()))

    def unshared(self) -> Ints:
        """Take the edges out; return, sorted, those whose key no other edge has."""
        found = [np.empty(0, dtype=np.int64)]
        while self._parts:
            pieces = self._parts.pop()
            if pieces:
                keys, number = (np.concatenate(column) for column in zip(*pieces))
                found.append(number[_alone(keys)])
        unshared: Ints = np.sort(np.concatenate(found))
        return unshared


def _alone(keys: Bits) -> Ints:
    """Return the places of keys that stand nowhere else.

    Sorting keys takes several times as long as throwing them into a table by some of their
    bits. Where different keys fell into one place, they are thrown again by other bits; the
    few that are left are sorted.
    """
    waiting: Ints = np.arange(len(keys))
    found = []
    for shift in _SHIFTS:
        alone, waiting = _thrown(keys[waiting], waiting, shift)
        found.append(alone)
    _, first, count = np.unique(keys[waiting], return_index=True, return_counts=True)
    found.append(waiting[first[count == 1]])
    return np.concatenate(found)


def _thrown(keys: Bits, which: Ints, shift: int) -> tuple[Ints, Ints]:
    """Return which keys are alone in a table, and of which it can't tell.

    Equal keys stay together: all of them are found to be shared, or none is.
    """
    size = max((2 * len(keys)).bit_length(), 1)
    place = ((keys >> np.uint64(shift)) & np.uint64((1 << size) - 1)).astype(np.int64)
    rank = np.arange(len(keys), dtype=np.int32)
    holder = np.zeros(1 << size, dtype=np.int32)
    holder[place] = rank
    holder = holder[place]
    beside = np.flatnonzero(holder != rank)
    same = keys[holder[beside]] == keys[beside]
    shared = np.zeros(len(keys), dtype=bool)
    shared[beside[same]] = True
    shared[holder[beside[same]]] = True
    crowded = np.zeros(1 << size, dtype=bool)
    crowded[place[beside[~same]]] = True
    in_doubt = crowded[place]
    return which[~shared & ~in_doubt], which[~shared & in_doubt]


def overlap_candidates(count: int, parse: Callable[[Ints], Rings]) -> tuple[Ints, Ints]:
    """Return pairs of areas that may overlap, by the boxes of the edges they don't share.

    Parameters
    ----------
    count
        How many areas there are.
    parse
        Returns the rings of some of them, in any CRS. It is asked for a few thousand at a
        time: the vertices of all of them are never held at once.

    Returns
    -------
    one, other : (p,) int
        Pairs, one below other, without repetition.
    """
    sums = np.zeros(count, dtype=np.uint64)
    vertices = np.zeros(count + 1, dtype=np.int64)
    edges = None
    for start in range(0, count, _AT_ONCE):
        part = np.arange(start, min(start + _AT_ONCE, count))
        rings = parse(part)
        lengths = np.bincount(rings.owner, np.diff(rings.starts), len(part)).astype(np.int64)
        vertices[part + 1] = vertices[start] + np.cumsum(lengths)
        if not len(rings.owner):
            continue
        keys = _edge_keys(rings)
        real = np.ones(len(keys), dtype=bool)
        real[rings.starts[1:-1] - 1] = False
        sums[part] = _sums(np.where(real, keys, np.uint64(0)), rings)
        edges = edges or _Edges(len(keys) * -(-count // _AT_ONCE))
        edges.add(keys, int(vertices[start]), real)
    found = [_twins(sums, np.flatnonzero(np.diff(vertices)))]
    unshared = edges.unshared() if edges is not None else np.empty(0, dtype=np.int64)
    if len(unshared):
        owner = np.searchsorted(vertices, unshared, side="right") - 1
        members, boxes = _boxes(unshared - vertices[owner], owner, parse)
        found.append(members[_touching(boxes)])
    pairs = np.unique(np.sort(np.concatenate(found), axis=1), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _sums(keys: Bits, rings: Rings) -> Bits:
    """Return the sum of the keys of each area's edges."""
    sums = np.zeros(rings.count, dtype=np.uint64)
    of_rings = np.add.reduceat(np.append(keys, np.uint64(0)), rings.starts[:-1])
    np.add.at(sums, rings.owner, of_rings)
    return sums


def _twins(sums: Bits, members: Ints) -> Ints:
    """Return pairs of areas drawn by the same edges, (p, 2): they share all of them."""
    order = members[np.argsort(sums[members], kind="stable")]
    alike = sums[order[1:]] == sums[order[:-1]]
    twins: Ints = np.stack([order[:-1][alike], order[1:][alike]], axis=1)
    return twins


def _boxes(edge: Ints, owner: Ints, parse: Callable[[Ints], Rings]) -> tuple[Ints, Floats]:
    """Return the owners of edges, and the box of each one's edges.

    Parameters
    ----------
    edge : (e,) int
        Their places among the vertices of the owner.
    owner : (e,) int
        Sorted.
    """
    members, first = np.unique(owner, return_index=True)
    stops = np.append(first[1:], len(edge))
    boxes = []
    for start in range(0, len(members), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        rings = parse(members[part])
        origin = rings.starts[np.searchsorted(rings.owner, np.arange(rings.count))]
        those = slice(first[start], stops[part][-1])
        at = edge[those] + np.repeat(origin, stops[part] - first[part])
        low, high = (
            np.minimum(rings.xy[at], rings.xy[at + 1]),
            np.maximum(rings.xy[at], rings.xy[at + 1]),
        )
        split = first[part] - first[start]
        boxes.append(
            np.concatenate(
                [np.minimum.reduceat(low, split), np.maximum.reduceat(high, split)], axis=1
            )
        )
    return members, np.concatenate(boxes)


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
