# SPDX-License-Identifier: GPL-2.0-or-later
"""What can no solution beat? Bounds that a greedy run gives away with its own figures."""

from __future__ import annotations

import numpy as np

from .arrays import Floats, Ints


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
