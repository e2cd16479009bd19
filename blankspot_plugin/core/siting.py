# SPDX-License-Identifier: GPL-2.0-or-later
"""Which candidates serve most, or serve all for least? The solver sees a matrix, no geometry.

With x_j = 1 where candidate j is built, y_i = 1 where demand i of weight w_i is covered, N_i the
candidates that reach i, and c_j their costs:

maximal covering (Church and ReVelle, The maximal covering location problem, Papers of the Regional
Science Association 32, 1974)::

    max  sum w_i y_i      y_i <= sum_{j in N_i} x_j,   sum x_j <= p,   sum c_j x_j <= B

set covering (Toregas, Swain, ReVelle and Bergman, The location of emergency service facilities,
Operations Research 19, 1971), here up to a goal G of the demand::

    min  sum c_j x_j      y_i <= sum_{j in N_i} x_j,   sum w_i y_i >= G

Greedy is lazy: what a candidate would add only shrinks as others are built, so an old figure is
an upper bound (Minoux, Accelerated greedy algorithms for maximizing submodular set functions,
1978). With p alone it covers at least 1 - 1/e of the optimum (Nemhauser, Wolsey and Fisher,
1978); within a budget, the better of greedy by gain and by gain over cost covers at least
(1 - 1/e) / 2 of it (Khuller, Moss and Naor, The budgeted maximum coverage problem, 1999: greedy
by gain begins with the best single candidate). What is reported is the tighter bound of the run
itself: no solution can add more to what is covered than the candidates' gains from there.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .arrays import Floats, Ints, ranges
from .errors import Cancelled
from .siting_bounds import dual_ascent, largest, least_cost, most_for

GREEDY, EXACT = "greedy", "exact"
# Sums of whole numbers below 2**53 are exact, in any order.
_BITS = 52
# Less than this power of two in all is nothing, and its inverse would be infinite.
_FEWEST = -900
# A goal that lacks no more than this share of what can be reached asks for all of it.
_ALL = 1e-12
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


def most_sites(
    problem: Problem, limits: Limits, cancelled: Callable[[], bool] = lambda: False
) -> Solution:
    """Solve maximal covering by greedy.

    Parameters
    ----------
    problem
        At least one candidate.
    limits
        A number of sites, a budget, or both.
    cancelled
        Asked now and then.

    Raises
    ------
    Cancelled
    """
    runs = [_Greedy(problem, limits, by_cost=False, cancelled=cancelled)]
    if math.isfinite(limits.budget):
        runs.append(_Greedy(problem, limits, by_cost=True, cancelled=cancelled))
    for run in runs:
        run.build()
    # The first of equals: by gain it has the fewer sites.
    best = max(runs, key=lambda run: run.value)
    return best.solution(min(run.bound for run in runs))


def cheapest_cover(
    problem: Problem, goal: float, cancelled: Callable[[], bool] = lambda: False
) -> Solution:
    """Solve set covering by greedy, less what turns out to be superfluous.

    Parameters
    ----------
    problem
        At least one candidate.
    goal
        The weight to cover, at most what the candidates reach.

    Raises
    ------
    Cancelled
    """
    run = _Greedy(problem, Limits(goal=goal), by_cost=True, cancelled=cancelled)
    run.build()
    kept = _without_superfluous(problem, np.array(run.chosen, dtype=np.int64), goal)
    bound = run.bound
    if goal >= problem.reachable() * (1 - _ALL):
        wanted = problem.weight[problem.demand] > 0
        rows = np.repeat(np.arange(len(problem)), np.diff(problem.starts))
        bound = max(bound, dual_ascent(rows[wanted], problem.demand[wanted], problem.cost))
    return ranked(problem, kept, bound)


def ranked(
    problem: Problem, chosen: Ints, bound: float, solver: str = GREEDY, finished: bool = True
) -> Solution:
    """Return a set of candidates in the order of what each adds, the most first."""
    within = np.sort(chosen)
    rows, member = ranges(problem.starts[within], problem.starts[within + 1])
    lengths = np.bincount(rows, minlength=len(within))
    part = Problem(
        starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        demand=problem.demand[member],
        weight=problem.weight,
        cost=problem.cost[within],
        place=np.arange(len(within)),
    )
    run = _Greedy(part, Limits(), by_cost=False)
    run.build()
    order = np.array(run.chosen, dtype=np.int64)
    # Those that add nothing to the others are in the set all the same.
    rest = np.setdiff1d(np.arange(len(within)), order)
    gain = np.concatenate([np.array(run.gain), np.zeros(len(rest))]) * run.unit
    return Solution(within[np.concatenate([order, rest])], gain, bound, solver, finished)


def continued(
    problem: Problem,
    chosen: Ints,
    more: int,
    cancelled: Callable[[], bool] = lambda: False,
) -> Solution:
    """Return what greedy would build next, after some are built."""
    run = _Greedy(problem, Limits(sites=more), by_cost=False, cancelled=cancelled, built=chosen)
    run.build()
    return run.solution(run.bound)


@dataclass
class _Greedy:
    """One run of lazy greedy, in whole weights."""

    problem: Problem
    limits: Limits
    by_cost: bool
    cancelled: Callable[[], bool] = lambda: False
    built: Ints | None = None
    chosen: list[int] = field(default_factory=list)
    gain: list[float] = field(default_factory=list)
    spent: float = 0.0

    def __post_init__(self) -> None:
        self._left, self.unit = whole_weights(self.problem.weight)
        self._goal = self.limits.goal / self.unit
        self._used: set[int] = set()
        for candidate in [] if self.built is None else self.built:
            self._left[self.problem.row(int(candidate))] = 0.0
            self._used.add(int(self.problem.place[candidate]))
        # Never too small: a gain that was found earlier is an upper bound of today's.
        self._upper = self.problem.gains(self._left)
        self._reachable = self.problem.reachable(self._left)
        self._heap = [self._key(candidate) for candidate in np.flatnonzero(self._upper > 0)]
        heapq.heapify(self._heap)
        self._bound = self._bound_from_here(self._upper)

    @property
    def value(self) -> float:
        """What was covered, in whole weights."""
        return sum(self.gain)

    @property
    def bound(self) -> float:
        """What no solution beats: weight covered at most, or cost at least."""
        return self._bound if math.isfinite(self._goal) else self._bound * self.unit

    def _key(self, candidate: int) -> tuple[float, float, int]:
        cost, gain = float(self.problem.cost[candidate]), float(self._upper[candidate])
        return (-gain / cost if self.by_cost else -gain), cost, int(candidate)

    def build(self) -> None:
        """Take one candidate after the other until a limit is met or nothing is gained."""
        while len(self.chosen) < self.limits.sites and self.value < self._goal:
            candidate = self._next()
            if candidate is None:
                break
            row = self.problem.row(candidate)
            self.chosen.append(candidate)
            self.gain.append(float(self._left[row].sum()))
            self.spent += float(self.problem.cost[candidate])
            self._used.add(int(self.problem.place[candidate]))
            self._left[row] = 0.0
            self._upper[candidate] = 0.0
            self._tighten(self._upper)
        # Once more, with every gain as it is now.
        self._tighten(self.problem.gains(self._left))

    def _next(self) -> int | None:
        while self._heap:
            if self.cancelled():
                raise Cancelled
            _, cost, candidate = heapq.heappop(self._heap)
            if self.spent + cost > self.limits.budget:
                continue
            if int(self.problem.place[candidate]) in self._used:
                continue
            self._upper[candidate] = self._left[self.problem.row(candidate)].sum()
            if self._upper[candidate] <= 0:
                continue
            key = self._key(candidate)
            if not self._heap or key <= self._heap[0]:
                return candidate
            heapq.heappush(self._heap, key)
        return None

    def _tighten(self, gains: Floats) -> None:
        better = max if math.isfinite(self._goal) else min
        self._bound = better(self._bound, self._bound_from_here(gains))

    def _bound_from_here(self, gains: Floats) -> float:
        """Bound every solution by what is covered, and by what each candidate adds at most."""
        cost = self.problem.cost
        if math.isfinite(self._goal):
            return least_cost(gains, cost, min(self._goal, self._reachable) - self.value)
        more = self._reachable - self.value
        if math.isfinite(self.limits.sites):
            more = min(more, largest(gains, int(self.limits.sites)))
        if math.isfinite(self.limits.budget):
            fits = cost <= self.limits.budget
            more = min(more, most_for(gains[fits], cost[fits], self.limits.budget))
        return self.value + more

    def solution(self, bound: float) -> Solution:
        """Return what was built."""
        gain = np.array(self.gain) * self.unit
        return Solution(np.array(self.chosen, dtype=np.int64), gain, bound)


def _without_superfluous(problem: Problem, chosen: Ints, goal: float) -> Ints:
    """Drop candidates, the dearest first, without which the goal is still met."""
    weight, unit = whole_weights(problem.weight)
    times = np.zeros(len(weight), dtype=np.int64)
    for candidate in chosen:
        times[problem.row(int(candidate))] += 1
    value = float(weight[times > 0].sum())
    kept = [int(candidate) for candidate in chosen]
    for candidate in sorted(kept, key=lambda one: (-problem.cost[one], -one)):
        row = problem.row(candidate)
        lost = float(weight[row[times[row] == 1]].sum())
        if value - lost >= goal / unit or lost == 0:
            kept.remove(candidate)
            times[row] -= 1
            value -= lost
    return np.array(kept, dtype=np.int64)
