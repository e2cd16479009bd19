# SPDX-License-Identifier: GPL-2.0-or-later
"""Where do the edges of two sets of rings cross?

Edges lie in square cells, long ones in pieces; only edges of one cell are held against one
another. Which side of an edge the ends of another one lie on decides, and an end that lies
on neither, by less than the last digits can tell, leaves the pair in doubt.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Bits, Bools, Floats, Ints, ranges

# Of the largest coordinate: a micrometre on the globe, a thousand times what rounding moves.
_NOTHING = 1e-13
# Edges looked at together: bounds memory.
_AT_ONCE = 1 << 17
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Crossings:
    """Where edges of one set cross those of another.

    Attributes
    ----------
    edge, other : (c,) int
        The edges.
    at, other_at : (c,) float
        How far along each the crossing lies, 0 to 1.
    xy : (c, 2) float
        The same to the last digit whichever way an edge of the first set runs.
    to_left : (c,) bool
        Whether the first edge goes from the right of the other one to its left.
    doubtful : (d,) int
        Edges of the first set that touch the other set, or nearly so.
    """

    edge: Ints
    other: Ints
    at: Floats
    other_at: Floats
    xy: Floats
    to_left: Bools
    doubtful: Ints


class EdgeGrid:
    """Edges, sorted into square cells.

    Parameters
    ----------
    xy : (v, 2) float
        Map units.
    first : (n,) int
        The vertex each edge starts at; it ends at the next one.
    """

    def __init__(self, xy: Floats, first: Ints) -> None:
        self._xy, self._first = xy, first
        step = np.abs(np.diff(xy, axis=0)).sum(axis=1)[first]
        self._side = max(float(step.mean()) * 2.5 if len(first) else 1.0, 1e-12)
        self._low = xy.min(axis=0) if len(xy) else np.zeros(2)
        edges, keys = [np.empty(0, dtype=np.int32)], [np.empty(0, dtype=np.int64)]
        for place in range(0, len(first), _AT_ONCE):
            edge, key = self._cells(*self._ends(slice(place, place + _AT_ONCE)))
            edges.append((place + edge).astype(np.int32))
            keys.append(key)
        key = np.concatenate(keys)
        order = np.argsort(key, kind="stable")
        self._key, self._edge = key[order], np.concatenate(edges)[order]
        there = self._key[np.diff(self._key, prepend=-1) != 0]
        self._shift = np.uint64(64 - max((32 * len(there)).bit_length(), 8))
        # Around every cell with an edge: a look there spares most edges all further trouble.
        self._around = np.zeros(1 << (64 - int(self._shift)), dtype=bool)
        for across in (-1, 0, 1):
            for up in (-1, 0, 1):
                self._around[self._mixed(there + (up << 32) + across)] = True
        self._largest = float(max(xy.max(initial=0.0), -xy.min(initial=0.0)))

    def _ends(self, edge: Ints | slice) -> tuple[Floats, Floats]:
        first = self._first[edge]
        return self._xy[first], self._xy[first + 1]

    def _mixed(self, key: Ints) -> Bits:
        mixed: Bits = (key.view(np.uint64) * _MIX) >> self._shift
        return mixed

    def near(self, xy: Floats) -> Ints:
        """Return which steps from a vertex to the next, of (v, 2), may cross an edge here."""
        place = np.floor((xy - self._low) * (1 / self._side)).astype(np.int64)
        near = self._around[self._mixed((place[:, 1] << 32) + place[:, 0])][:-1]
        near |= (np.abs(np.diff(xy, axis=0)) > self._side).any(axis=1)
        return np.flatnonzero(near)

    def _cells(self, start: Floats, end: Floats) -> tuple[Ints, Ints]:
        """Pair edges with the keys of the cells they may run through."""
        first, last = (self._place(part) for part in (start, end))
        long = np.flatnonzero((np.abs(last - first) > 1).any(axis=1))
        short = np.ones(len(start), dtype=bool)
        short[long] = False
        found = [_corners(np.flatnonzero(short), first[short], last[short])]
        if len(long):
            steps = np.abs(last[long] - first[long]).max(axis=1) + 1
            row, step = ranges(np.zeros_like(steps), steps)
            edge, way = long[row], (end - start)[long][row]
            share = np.stack([step, step + 1], axis=1) / steps[row][:, None]
            ends = (self._place(start[edge] + part[:, None] * way) for part in share.T)
            found.append(_corners(edge, *ends))
        return np.concatenate([one for one, _ in found]), np.concatenate([key for _, key in found])

    def _place(self, xy: Floats) -> Ints:
        place: Ints = np.floor((xy - self._low) / self._side).astype(np.int64)
        return place

    def _near(self, start: Floats, end: Floats) -> tuple[Ints, Ints]:
        """Pair other edges with those here that share a cell with them."""
        other, key = self._cells(start, end)
        run, rank = ranges(
            np.searchsorted(self._key, key, side="left").astype(np.int64),
            np.searchsorted(self._key, key, side="right").astype(np.int64),
        )
        count = max(len(self._first), 1)
        pair = np.unique(other[run] * count + self._edge[rank])
        return pair // count, pair % count

    def crossings(self, start: Floats, end: Floats) -> Crossings:
        """Return where other edges, by their ends (m, 2), cross the ones here."""
        edge, other = self._near(start, end)
        # Both neighbours along an edge see it from the same end, or digits would differ.
        turned = _after(start[edge], end[edge])
        p = np.where(turned[:, None], end[edge], start[edge])
        q = np.where(turned[:, None], start[edge], end[edge])
        a, b = self._ends(other)
        one, two = _height(a, b, p), _height(a, b, q)
        three, four = _height(p, q, a), _height(p, q, b)
        nothing = _NOTHING * max(self._largest, float(np.abs(start).max(initial=0.0)))
        signs = [np.sign(part) * (np.abs(part) > nothing) for part in (one, two, three, four)]
        apart = (signs[0] * signs[1] > 0) | (signs[2] * signs[3] > 0)
        clear = np.abs(signs).all(axis=0)
        met = np.flatnonzero(~apart & clear)
        doubtful = ~apart & ~clear & _boxes_meet(p, q, a, b, nothing)
        at = one[met] / (one[met] - two[met])
        xy = p[met] + at[:, None] * (q[met] - p[met])
        return Crossings(
            edge=edge[met],
            other=other[met],
            at=np.where(turned[met], 1 - at, at),
            other_at=three[met] / (three[met] - four[met]),
            xy=xy,
            to_left=(one[met] < 0) != turned[met],
            doubtful=np.unique(edge[doubtful]),
        )


def _corners(which: Ints, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Pair edges with the cells of the box around their ends, which are no farther apart."""
    across, up = (first != last).T
    both = across & up
    cells = [
        (which, first[:, 0], first[:, 1]),
        (which[across], last[across, 0], first[across, 1]),
        (which[up], first[up, 0], last[up, 1]),
        (which[both], last[both, 0], last[both, 1]),
    ]
    key = [(row << 32) + column for _, column, row in cells]
    return np.concatenate([those for those, *_ in cells]), np.concatenate(key)


def _after(start: Floats, end: Floats) -> Bools:
    """Tell which starts come after their end, by x and then by y."""
    after: Bools = (start[:, 0] > end[:, 0]) | (
        (start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1])
    )
    return after


def _height(a: Floats, b: Floats, point: Floats) -> Floats:
    """Return how far points lie to the left of the line from a to b, map units."""
    way, off = b - a, point - a
    cross = way[:, 0] * off[:, 1] - way[:, 1] * off[:, 0]
    length = np.hypot(way[:, 0], way[:, 1])
    height: Floats = cross / np.where(length > 0, length, 1.0)
    return height


def _boxes_meet(p: Floats, q: Floats, a: Floats, b: Floats, room: float) -> Bools:
    meet: Bools = (
        (np.minimum(p, q) <= np.maximum(a, b) + room)
        & (np.maximum(p, q) >= np.minimum(a, b) - room)
    ).all(axis=1)
    return meet
