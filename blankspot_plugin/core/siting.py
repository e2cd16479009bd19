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
by gain begins with the best single candidate). What is reported is tighter: no solution can add
more to what is covered at any step than the candidates' gains from there, and from there on
Lagrangian relaxation lowers that (:mod:`blankspot_plugin.core.siting_bounds`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from .arrays import Ints, ranges
from .lazy_greedy import LazyGreedy
from .siting_bounds import dual_ascent, relaxed
from .siting_problem import GREEDY, Limits, Problem, Solution, whole_weights

# A goal that lacks no more than this share of what can be reached asks for all of it.
_ALL = 1e-12


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
    runs = [LazyGreedy(problem, limits, by_cost=False, cancelled=cancelled)]
    if math.isfinite(limits.budget):
        runs.append(LazyGreedy(problem, limits, by_cost=True, cancelled=cancelled))
    for run in runs:
        run.build()
    # The first of equals: by gain it has the fewer sites.
    best = max(runs, key=lambda run: run.value)
    found = best.solution(min(run.bound for run in runs))
    return replace(found, bound=relaxed(problem, limits, found.value, found.bound, cancelled))


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
    run = LazyGreedy(problem, Limits(goal=goal), by_cost=True, cancelled=cancelled)
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
    run = LazyGreedy(part, Limits(), by_cost=False)
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
    run = LazyGreedy(problem, Limits(sites=more), by_cost=False, cancelled=cancelled, built=chosen)
    run.build()
    return run.solution(run.bound)


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
