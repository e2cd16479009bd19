# SPDX-License-Identifier: GPL-2.0-or-later
"""The task of siting as the solvers see it: a matrix of who reaches what, weights and costs."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints, ranges

GREEDY, EXACT = "greedy", "exact"
# Sums of whole numbers below 2**53 are exact, in any order.
_BITS = 52
# Less than this power of two in all is nothing, and its inverse would be infinite.
_FEWEST = -900
# Pairs summed together: what fits into a processor's cache, and little memory.
_PAIRS_AT_ONCE = 500_000


@dataclass(frozen=True)
class Problem:
    """Candidates and the demand they reach; what is covered already is not in it.

    Attributes
    ----------
    starts : (m + 1,) int
        Candidate j reaches ``demand[starts[j]:starts[j + 1]]``.
    demand : (p,) int
        Places of demand.
    weight : (n,) float
        How much is demanded at each place, not negative.
    cost : (m,) float
        Above zero; ones where only the number of sites counts.
    place : (m,) int
        Of the candidates of one place only one may be built.

    Of two candidates that are as good and as dear, the first is taken: who wants an answer that
    does not hang on the order of a file sorts them by something of their own.
    """

    starts: Ints
    demand: Ints
    weight: Floats
    cost: Floats
    place: Ints

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, candidate: int) -> Ints:
        """Return the demand a candidate reaches."""
        return self.demand[self.starts[candidate] : self.starts[candidate + 1]]

    def gains(self, left: Floats) -> Floats:
        """Return what each candidate covers of the weights left, (n,)."""
        # reduceat takes an empty run for one of length one: they are passed over.
        filled = np.flatnonzero(np.diff(self.starts) > 0)
        made = np.zeros(len(self))
        turn = (self.starts[filled] - self.starts[:1]) // _PAIRS_AT_ONCE
        for rows in np.split(filled, np.flatnonzero(np.diff(turn)) + 1) if len(filled) else []:
            first, last = self.starts[rows[0]], self.starts[rows[-1] + 1]
            those = left[self.demand[first:last]]
            made[rows] = np.add.reduceat(those, self.starts[rows] - first)
        return made

    def reachable(self, left: Floats | None = None) -> float:
        """Return what all candidates together cover of the weights, or of those left."""
        hit = np.zeros(len(self.weight), dtype=bool)
        hit[self.demand] = True
        return float((self.weight if left is None else left)[hit].sum())

    def covered(self, chosen: Ints) -> float:
        """Return the weight that some candidates together cover."""
        rows, member = ranges(self.starts[chosen], self.starts[chosen + 1])
        return float(self.weight[np.unique(self.demand[member])].sum()) if len(rows) else 0.0


@dataclass(frozen=True)
class Limits:
    """What stops the building: at most so many, at most so dear, or enough covered."""

    sites: float = math.inf
    budget: float = math.inf
    goal: float = math.inf


@dataclass(frozen=True)
class Solution:
    """Candidates in the order of what each adds.

    Attributes
    ----------
    chosen : (k,) int
    gain : (k,) float
        What each adds to those before it.
    bound
        Maximal covering: no solution covers more. Set covering: none is cheaper.
    solver
        ``greedy`` or ``exact``.
    finished
        Whether the exact solver came to its end, and did not run out of time.
    """

    chosen: Ints
    gain: Floats
    bound: float
    solver: str = GREEDY
    finished: bool = True

    @property
    def value(self) -> float:
        """The weight covered."""
        return float(self.gain.sum())


def whole_weights(weight: Floats) -> tuple[Floats, float]:
    """Return weights as whole numbers whose sums are exact, and what one is worth.

    So a sum does not hang on its order, and no gain ever seems to grow.
    """
    _, digits = math.frexp(math.fsum(weight))
    scale = 2.0 ** (_BITS - max(digits, _FEWEST))
    return np.rint(weight * scale), 1.0 / scale
