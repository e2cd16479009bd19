# SPDX-License-Identifier: GPL-2.0-or-later
"""What can no solution beat? Bounds that a greedy run gives away with its own figures."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from .arrays import Floats, Ints, ranges
from .errors import Cancelled
from .siting_problem import Limits, Problem

# Pairs that the relaxation looks at in all, and the fewest and most times it looks.
_PAIRS_IN_ALL = 200_000_000
_FEWEST_TURNS, _MOST_TURNS = 5, 150
# After so many turns without a better bound the steps become half as long.
_PATIENCE = 5
# A bound that is nearer than this is as good as met.
_MET = 1e-9


def largest(gains: Floats, count: int) -> float:
    """Return the sum of the largest so many."""
    if count >= len(gains):
        return float(gains.sum())
    return float(np.partition(gains, len(gains) - count)[len(gains) - count :].sum())


def most_for(gains: Floats, cost: Floats, budget: float) -> float:
    """Return the most that a budget buys if candidates could be bought in part."""
    order = np.argsort(-gains / cost, kind="stable")
    room = np.maximum(budget - (np.cumsum(cost[order]) - cost[order]), 0.0)
    return float((gains[order] * np.minimum(room / cost[order], 1.0)).sum())


def least_cost(gains: Floats, cost: Floats, wanted: float) -> float:
    """Return the least that covering so much costs if candidates could be bought in part."""
    order = np.argsort(-gains / cost, kind="stable")
    room = np.maximum(wanted - (np.cumsum(gains[order]) - gains[order]), 0.0)
    share = np.minimum(room / np.where(gains[order] > 0, gains[order], 1.0), 1.0)
    return float((cost[order] * np.where(gains[order] > 0, share, 0.0)).sum())


def dual_ascent(candidate: Ints, demand: Ints, cost: Floats) -> float:
    """Return the least that covering all demand costs, by a feasible solution of the dual.

    Every demand pays as much as the candidates that reach it still lack of their cost, those
    with the fewest candidates first; what all pay together no cover undercuts (Erlenkotter, A
    dual-based procedure for uncapacitated facility location, Operations Research 26, 1978).

    Parameters
    ----------
    candidate, demand : (p,) int
        Pairs: the candidate reaches the demand.
    cost : (m,) float
    """
    order = np.argsort(demand, kind="stable")
    candidate = candidate[order]
    _, first, count = np.unique(demand[order], return_index=True, return_counts=True)
    lacking, paid = cost.astype(float), 0.0
    for one in np.argsort(count, kind="stable"):
        those = candidate[first[one] : first[one] + count[one]]
        pays = float(lacking[those].min())
        if pays > 0:
            lacking[those] -= pays
            paid += pays
    return paid


def relaxed(
    problem: Problem, limits: Limits, value: float, bound: float, cancelled: Callable[[], bool]
) -> float:
    """Tighten the bound of maximal covering by Lagrangian relaxation.

    For any prices 0 <= l_i <= w_i of demand no solution covers more than::

        sum (w_i - l_i)  +  max over x of  sum_j x_j sum_{i in N_j} l_i

    (Galvao and ReVelle, A Lagrangean heuristic for the maximal covering location problem, European
    Journal of Operational Research 88, 1996). The prices follow subgradients, by Polyak's step
    towards what is known to be covered.

    Parameters
    ----------
    problem
        The task.
    limits
        Sites, budget, or both.
    value
        The weight some solution covers.
    bound
        A bound known so far.
    cancelled
        Asked once a turn.

    Raises
    ------
    Cancelled
    """
    weight, price = problem.weight, problem.weight.copy()
    turns = _PAIRS_IN_ALL // max(len(problem.demand), 1)
    length, waited = 1.0, 0
    for _ in range(min(max(turns, _FEWEST_TURNS), _MOST_TURNS)):
        if cancelled():
            raise Cancelled
        if bound <= value * (1 + _MET):
            break
        worth = problem.gains(price)
        share = _bought(worth, problem.cost, limits)
        here = float((weight - price).sum() + (share * worth).sum())
        waited = 0 if here < bound else waited + 1
        bound = min(bound, here)
        if waited == _PATIENCE:
            length, waited = length / 2, 0
        times = _times_covered(problem, share)
        # Where the price is the weight, any share covered is as good: the one that fits.
        slope = times - np.where(price < weight, 1.0, np.minimum(times, 1.0))
        steep = float((weight * slope**2).sum())
        if steep <= 0:
            break
        step = length * max(here - value, 0.0) / steep
        price = np.clip(price - step * weight * slope, 0.0, weight)
    return bound


def _bought(worth: Floats, cost: Floats, limits: Limits) -> Floats:
    """Return which candidates, or what share of them, are worth most within one limit.

    With both limits each alone bounds the solution: the one that allows less.
    """
    shares = []
    if math.isfinite(limits.sites):
        share = np.zeros(len(worth))
        share[np.argsort(-worth, kind="stable")[: int(limits.sites)]] = 1.0
        shares.append(share)
    if math.isfinite(limits.budget):
        share = np.zeros(len(worth))
        fits = np.flatnonzero(cost <= limits.budget)
        order = fits[np.argsort(-worth[fits] / cost[fits], kind="stable")]
        room = np.maximum(limits.budget - (np.cumsum(cost[order]) - cost[order]), 0.0)
        share[order] = np.minimum(room / cost[order], 1.0)
        shares.append(share)
    return min(shares, key=lambda share: float((share * worth).sum()))


def _times_covered(problem: Problem, share: Floats) -> Floats:
    chosen = np.flatnonzero(share)
    row, member = ranges(problem.starts[chosen], problem.starts[chosen + 1])
    times: Floats = np.bincount(
        problem.demand[member], weights=share[chosen][row], minlength=len(problem.weight)
    ).astype(float)
    return times
