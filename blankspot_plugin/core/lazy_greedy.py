# SPDX-License-Identifier: GPL-2.0-or-later
"""Which candidate adds most, again and again, with as few looks at the matrix as possible?

What a candidate would add only shrinks as others are built, so an old figure is an upper bound
(Minoux, Accelerated greedy algorithms for maximizing submodular set functions, 1978).
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from .arrays import Floats, Ints
from .errors import Cancelled
from .siting_bounds import largest, least_cost, most_for
from .siting_problem import Limits, Problem, Solution, whole_weights


@dataclass
class LazyGreedy:
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
