# SPDX-License-Identifier: GPL-2.0-or-later
"""The best sites of all, proved, by the HiGHS solver that scipy brings, where scipy is there.

The formulas stand in :mod:`blankspot_plugin.core.siting`. Demand that the same candidates reach
is one row; y may be any share between 0 and 1, for it is whole wherever x is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from .arrays import Floats, Ints, scramble
from .errors import SolverMissing
from .siting import ranked
from .siting_problem import EXACT, Limits, Problem, Solution

# What HiGHS may leave undecided, relative to the optimum: rounding, not sites.
_RELATIVE_GAP = 1e-9


@dataclass(frozen=True)
class Merged:
    """Demand put together where the same candidates reach it.

    Attributes
    ----------
    group, candidate : (p,) int
        Pairs: the candidate reaches the group.
    weight : (g,) float
    """

    group: Ints
    candidate: Ints
    weight: Floats


def merged(problem: Problem) -> Merged:
    """Put together the demand that the same candidates reach; what none reaches is left out."""
    candidate: Ints = np.repeat(np.arange(len(problem)), np.diff(problem.starts))
    order = np.argsort(problem.demand, kind="stable")
    demand, candidate = problem.demand[order], candidate[order]
    reached, first = np.unique(demand, return_index=True)
    if not len(reached):
        return Merged(candidate, candidate, problem.weight[:0])
    # A set of candidates is known by two sums of scrambled numbers: 128 bits.
    marks = []
    for salt in (0x9E3779B97F4A7C15, 0xD1B54A32D192ED03):
        bits = (candidate.astype(np.uint64) + np.uint64(1)) * np.uint64(salt)
        scramble(bits)
        marks.append(np.add.reduceat(bits, first))
    _, one, group = np.unique(
        np.stack(marks, axis=1), axis=0, return_index=True, return_inverse=True
    )
    # In the order of the demand, and not of the scrambled numbers.
    place = np.argsort(np.argsort(one, kind="stable"), kind="stable")
    group = place[group.ravel()]
    lengths = np.diff(np.append(first, len(demand)))
    kept = np.isin(np.repeat(np.arange(len(reached)), lengths), one)
    weight: Floats = np.bincount(group, weights=problem.weight[reached]).astype(float)
    return Merged(np.repeat(group, lengths)[kept], candidate[kept], weight)


def solve(
    problem: Problem, limits: Limits, seconds: float, start: Solution, together: Merged
) -> Solution:
    """Improve on a solution until none is better, or time is up.

    Parameters
    ----------
    problem
        At least one candidate.
    limits
        A number of sites, a budget or both; or a goal, for the cheapest cover.
    seconds
        Time limit.
    start
        A solution by greedy: what is returned is no worse, and its bound as tight.
    together
        The problem's demand, merged. HiGHS looks at the clock only between its steps: with
        millions of pairs a step alone may outlast the time limit.

    Raises
    ------
    SolverMissing
        Without scipy, or with one that has no HiGHS.
    """
    try:
        from scipy.optimize import milp
    except ImportError:
        raise SolverMissing from None
    covering = math.isfinite(limits.goal)
    sites, groups = len(problem), len(together.weight)
    nothing = np.zeros(groups)
    price = _priced(problem.cost) if covering else np.zeros(sites)
    aim = np.concatenate([price, nothing if covering else -together.weight])
    found = milp(
        aim,
        integrality=np.concatenate([np.ones(sites), nothing]),
        bounds=_zero_to_one(),
        constraints=_constraints(problem, limits, together),
        options={"time_limit": seconds, "mip_rel_gap": _RELATIVE_GAP},
    )
    sign, unit = (1.0, float(problem.cost.max())) if covering else (-1.0, 1.0)
    bound = start.bound
    if found.mip_dual_bound is not None and math.isfinite(found.mip_dual_bound):
        better = max if covering else min
        bound = better(bound, sign * float(found.mip_dual_bound) * unit)
    finished = found.status == 0
    chosen = start.chosen if found.x is None else np.flatnonzero(found.x[:sites] > 0.5)
    # Of solutions as good, the one by greedy: it does not hang on the solver.
    if not _is_better(problem, chosen, start, covering):
        return Solution(start.chosen, start.gain, bound, EXACT, finished)
    return ranked(problem, chosen, bound, EXACT, finished)


def _priced(cost: Floats) -> Floats:
    """Costs near one: rupiah by the billion are beyond a solver's tolerances."""
    relative: Floats = cost / cost.max()
    return relative


def _is_better(problem: Problem, chosen: Ints, start: Solution, covering: bool) -> bool:
    if covering:
        before = float(problem.cost[start.chosen].sum())
        return float(problem.cost[chosen].sum()) < before * (1 - _RELATIVE_GAP)
    return problem.covered(chosen) > start.value * (1 + _RELATIVE_GAP)


def _zero_to_one() -> Any:
    from scipy.optimize import Bounds

    return Bounds(0.0, 1.0)


def _constraints(problem: Problem, limits: Limits, together: Merged) -> list[Any]:
    from scipy.optimize import LinearConstraint
    from scipy.sparse import coo_matrix, eye, hstack

    sites, groups = len(problem), len(together.weight)
    reach = coo_matrix(
        (np.ones(len(together.group)), (together.group, together.candidate)),
        shape=(groups, sites),
    )
    made = [LinearConstraint(hstack([-reach, eye(groups)], format="csc"), -np.inf, 0.0)]

    def over_sites(row: Floats, low: float, high: float) -> None:
        made.append(LinearConstraint(np.concatenate([row, np.zeros(groups)]), low, high))

    if math.isfinite(limits.sites):
        over_sites(np.ones(sites), -np.inf, limits.sites)
    if math.isfinite(limits.budget):
        # A budget that is met to the rupiah must not fail by a rounding.
        over_sites(_priced(problem.cost), -np.inf, limits.budget / problem.cost.max() + 1e-9)
    if math.isfinite(limits.goal):
        # All there is: each row by itself, which no tolerance of a sum blurs.
        every = limits.goal >= together.weight.sum() * (1 - _RELATIVE_GAP)
        wanted = eye(groups) if every else together.weight[None, :] / limits.goal
        low = (together.weight > 0).astype(float) if every else 1.0
        blank = coo_matrix((wanted.shape[0], sites))
        made.append(LinearConstraint(hstack([blank, wanted], format="csc"), low, np.inf))
    _, place, number = np.unique(problem.place, return_inverse=True, return_counts=True)
    if (number > 1).any():
        one = coo_matrix((np.ones(sites), (place, np.arange(sites))), shape=(len(number), sites))
        blank = coo_matrix((len(number), groups))
        made.append(LinearConstraint(hstack([one, blank], format="csc"), -np.inf, 1.0))
    return made
