# SPDX-License-Identifier: GPL-2.0-or-later
"""What is the outline of many discs together?

The outline of a union of discs is made of arcs of their circles::

          . - ~ - .
       .             .  . - ~ - .        What disc j covers of circle i is one interval of
      .       i      P             .     angles, around the direction t from i to j. With d
      .              .      j      .     the distance of the centres::
       .             Q             .
          . _   _ .     . _   _ .            a = acos((d^2 + ri^2 - rj^2) / (2 d ri))
                                             covered from t - a (at Q) to t + a (at P)

(the law of cosines). What no disc covers of a circle is outline: counter-clockwise along
circle i from the point where it leaves a disc to the point where it enters another one, j.
There the outline goes on along circle j, at the point where that one leaves i. So each arc
names its successor by two whole numbers, (j, i), and arcs are put together into rings
without comparing a coordinate.

Numbers decide only which covered interval ends before which begins. Three circles through
one point would leave that to rounding, and sites on a grid with equal radii are full of
them: every centre is moved by up to a tenth of a millimetre, the same way each time. Where
ends are still without a counterpart, the discs of that component are handed back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from . import cells
from .arcs import Arcs
from .arrays import Floats, Ints, scramble
from .errors import Cancelled
from .neighbours import DiscGrid, components, inside_another

_TURN = 2 * np.pi
# Metres. A millionth of a metre leaves points of three circles closer than rounding tells.
_JITTER = 1e-4
# Holes smaller than this, in m2, are the jitter's own: between circles through one point.
_DUST = 1e-4
# Discs looked at together: bounds memory, and the time until a cancel is heard.
_AT_ONCE = 4096


@dataclass(frozen=True)
class Union:
    """The union of discs.

    Attributes
    ----------
    arcs
        Its outline.
    unresolved : (u,) int
        The discs of components whose arcs did not fit together, which are not in `arcs`:
        they have to be united in another way.
    """

    arcs: Arcs
    unresolved: Ints


@dataclass(frozen=True)
class _Pieces:
    """Uncovered pieces of circles, in no order.

    Attributes
    ----------
    disc : (a,) int
        Whose circle.
    left, entered : (a,) int
        The disc whose cover ends where the piece starts, and the one whose cover starts
        where it ends; a whole circle leaves and enters itself.
    start, width : (a,) float
        Radians.
    """

    disc: Ints
    left: Ints
    entered: Ints
    start: Floats
    width: Floats

    def only(self, which: Ints) -> _Pieces:
        return _Pieces(
            self.disc[which], self.left[which], self.entered[which],
            self.start[which], self.width[which],
        )  # fmt: skip

    def middles(self, x: Floats, y: Floats, radius: Floats) -> tuple[Floats, Floats]:
        """Return the points in the middle of the pieces, by the discs' centres and radii."""
        angle = self.start + self.width / 2
        reach = radius[self.disc]
        return x[self.disc] + reach * np.cos(angle), y[self.disc] + reach * np.sin(angle)


def union(
    x: Floats, y: Floats, radius: Floats, cancelled: Callable[[], bool] = lambda: False
) -> Union:
    """Return the outline of the union of discs.

    Parameters
    ----------
    x, y, radius : (n,) float
        Centres and radii in map metres; a disc of radius 0 or less is none. The order of
        the discs does not matter, not even for the last digit.
    cancelled
        Asked every few thousand discs.

    Raises
    ------
    Cancelled
    """
    order = np.lexsort((radius, y, x))
    order = order[radius[order] > 0]
    x, y = _jittered(x[order], y[order])
    radius = radius[order]
    full = cells.full_cells(x, y, radius) if cells.is_dense(x, y, radius) else None
    keep = np.arange(len(x)) if full is None else np.flatnonzero(full.spared(x, y, radius))
    keep = keep[~inside_another(x[keep], y[keep], radius[keep], cancelled)]
    cx, cy, r = x[keep], y[keep], radius[keep]
    pieces = _uncovered(cx, cy, r, cancelled)
    if full is not None:
        pieces = pieces.only(np.flatnonzero(~full.hold(*pieces.middles(cx, cy, r))))
    following = _following(pieces, len(keep))
    unresolved = np.empty(0, dtype=np.int64)
    if (following < 0).any():
        label = components(x, y, radius)
        own = label[keep[pieces.disc]]
        broken = np.unique(own[following < 0])
        unresolved = order[np.isin(label, broken)]
        pieces = pieces.only(np.flatnonzero(~np.isin(own, broken)))
        following = _following(pieces, len(keep))
    if cancelled():
        raise Cancelled
    turn, starts = _rings(following)
    pieces = pieces.only(turn)
    disc = pieces.disc
    arcs = Arcs(cx[disc], cy[disc], r[disc], pieces.start, pieces.width, starts)
    return Union(arcs.without_holes_below(_DUST), unresolved)


def _jittered(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return centres moved by up to _JITTER along each axis, by a hash of where they are.

    Discs of one centre stay so, and no disc moves for the sake of another.
    """
    # Minus zero and zero are one coordinate.
    one, two = (x + 0.0).view(np.uint64), (y + 0.0).view(np.uint64)
    scramble(one)
    two += one
    scramble(two)
    one ^= two
    scramble(one)
    east, north = ((bits >> np.uint64(11)).astype(np.float64) * 2.0**-53 for bits in (one, two))
    return x + _JITTER * (2 * east - 1), y + _JITTER * (2 * north - 1)


def _uncovered(x: Floats, y: Floats, radius: Floats, cancelled: Callable[[], bool]) -> _Pieces:
    """Return what no other disc covers of each circle; no disc may lie inside another."""
    grid = DiscGrid(x, y, radius)
    parts = [_whole(np.empty(0, dtype=np.int64))]
    for first in range(0, len(x), _AT_ONCE):
        if cancelled():
            raise Cancelled
        part = np.arange(first, min(first + _AT_ONCE, len(x)))
        px, py, reach = x[part], y[part], radius[part]
        local, other = grid.pairs(px - reach, py - reach, px + reach, py + reach)
        disc = part[local]
        dx, dy = x[other] - x[disc], y[other] - y[disc]
        apart, one, two = np.hypot(dx, dy), radius[disc], radius[other]
        meet = np.flatnonzero((apart > np.abs(one - two)) & (apart < one + two))
        apart, one, two = apart[meet], one[meet], two[meet]
        cosine = (apart**2 + (one - two) * (one + two)) / (2 * apart * one)
        half = np.arccos(np.clip(cosine, -1.0, 1.0))
        middle = np.arctan2(dy[meet], dx[meet])
        disc, other = disc[meet], other[meet]
        alone = np.ones(len(part), dtype=bool)
        alone[disc - first] = False
        parts += [_whole(part[alone]), _between(disc, other, middle - half, 2 * half)]
    return _Pieces(*(np.concatenate(columns) for columns in zip(*map(_columns, parts))))


def _columns(pieces: _Pieces) -> tuple[Ints, Ints, Ints, Floats, Floats]:
    return pieces.disc, pieces.left, pieces.entered, pieces.start, pieces.width


def _whole(disc: Ints) -> _Pieces:
    """Return whole circles."""
    return _Pieces(disc, disc, disc, np.zeros(len(disc)), np.full(len(disc), _TURN))


def _between(disc: Ints, other: Ints, start: Floats, width: Floats) -> _Pieces:
    """Return the gaps between the intervals that others cover of circles.

    Angles are counted from the start of one covered interval of each circle: no gap can lie
    across it. What is covered across it is once more noted before it.

    Parameters
    ----------
    disc, other : (p,) int
        Whose circle, and who covers; all pairs of a disc are here.
    start, width : (p,) float
        The interval, radians.
    """
    if not len(disc):
        return _whole(disc)
    opener = np.zeros(int(disc.max()) + 1, dtype=np.int64)
    opener[disc] = np.arange(len(disc))
    origin, opener = start[opener], other[opener]
    begin = np.mod(start - origin[disc], _TURN)
    end = begin + width
    across = np.flatnonzero(end > _TURN)
    disc, other = np.append(disc, disc[across]), np.append(other, other[across])
    end = np.append(end, end[across] - _TURN)
    begin = np.append(begin, np.full(len(across), -1.0))
    order = np.lexsort((begin, disc))
    disc, other, begin, end = disc[order], other[order], begin[order], end[order]
    last = np.append(disc[1:] != disc[:-1], True)
    # Behind what is covered so far, a gap reaches to the next interval or the turn's end.
    limit = np.where(last, _TURN, np.append(begin[1:], 0.0))
    entered = np.where(last, opener[disc], np.append(other[1:], 0))
    farthest = _farthest(disc, end)
    gap = np.flatnonzero(limit > end[farthest])
    farthest = farthest[gap]
    return _Pieces(
        disc[gap], other[farthest], entered[gap], origin[disc[gap]] + end[farthest],
        limit[gap] - end[farthest],
    )  # fmt: skip


def _farthest(disc: Ints, end: Floats) -> Ints:
    """Return for each interval which one up to it, of the same disc, ends last.

    The discs are sorted. Ends are compared by their rank, so that one whole number holds
    disc and end, and its running maximum starts anew with each disc.
    """
    by_end = np.argsort(end, kind="stable")
    rank = np.empty(len(end), dtype=np.int64)
    rank[by_end] = np.arange(len(end))
    base = disc * len(end)
    farthest: Ints = by_end[np.maximum.accumulate(base + rank) - base]
    return farthest


def _following(pieces: _Pieces, count: int) -> Ints:
    """Return the piece that follows each one; -1 for none, or where two claim the same."""
    starts = pieces.disc * count + pieces.left
    wanted = pieces.entered * count + pieces.disc
    by_start = np.argsort(starts)
    ordered = starts[by_start]
    place = np.minimum(np.searchsorted(ordered, wanted), max(len(ordered) - 1, 0))
    following: Ints = np.where(ordered[place] == wanted, by_start[place], -1)
    # A piece nobody leads to belongs to no ring either: what it leads to is in doubt.
    led_to = np.bincount(following[following >= 0], minlength=len(following))
    following[led_to != 1] = -1
    return following


def _rings(following: Ints) -> tuple[Ints, Ints]:
    """Follow the pieces around each ring, all rings at once, in steps that double.

    Parameters
    ----------
    following : (a,) int
        A permutation.

    Returns
    -------
    turn : (a,) int
        The pieces, ring by ring, each ring from its smallest number on.
    starts : (r + 1,) int
        Where the rings start in `turn`.
    """
    count = len(following)
    smallest, jump = np.arange(count), following
    while True:
        ahead = np.minimum(smallest, smallest[jump])
        if np.array_equal(ahead, smallest):
            break
        smallest, jump = ahead, jump[jump]
    # Steps from the ring's first piece: back towards it, where each jump ends.
    place = np.arange(count)
    jump = np.empty(count, dtype=np.int64)
    jump[following] = place
    first = smallest == place
    jump[first] = place[first]
    steps = (~first).astype(np.int64)
    while not first[jump].all():
        steps += steps[jump]
        jump = jump[jump]
    turn = np.lexsort((steps, smallest))
    starts = np.append(np.flatnonzero(first[turn]), count)
    return turn, starts
