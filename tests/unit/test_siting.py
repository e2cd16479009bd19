# SPDX-License-Identifier: GPL-2.0-or-later
"""Siting: against brute force, within its bounds, and the same in whatever order."""

from __future__ import annotations

import itertools
import math
import sys

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from blankspot_plugin.core import exact_siting
from blankspot_plugin.core.errors import Cancelled, SolverMissing
from blankspot_plugin.core.reached import reached
from blankspot_plugin.core.siting import cheapest_cover, continued, most_sites
from blankspot_plugin.core.siting_problem import Limits, Problem, whole_weights


def problem(rows, weight, cost=None, place=None):
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    demand = np.array([i for row in rows for i in row], dtype=np.int64)
    cost = np.ones(len(rows)) if cost is None else np.array(cost, dtype=float)
    place = np.arange(len(rows)) if place is None else np.array(place)
    return Problem(starts, demand, np.array(weight, dtype=float), cost, place)


@st.composite
def problems(draw, costs=False, places=False, whole=False):
    candidates = draw(st.integers(1, 7))
    demands = draw(st.integers(1, 8))
    some = st.sets(st.integers(0, demands - 1), max_size=5).map(sorted)
    rows = draw(st.lists(some, min_size=candidates, max_size=candidates))
    amount = st.integers(0, 50).map(float)
    if not whole:
        amount = st.one_of(amount, st.floats(0, 1e6, allow_nan=False))
    weight = draw(st.lists(amount, min_size=demands, max_size=demands))
    cost = draw(st.lists(st.integers(1, 9), min_size=candidates, max_size=candidates))
    place = draw(st.lists(st.integers(0, 3), min_size=candidates, max_size=candidates))
    return problem(rows, weight, cost if costs else None, place if places else None)


def exactly(one, limits, start):
    return exact_siting.solve(one, limits, 10, start, exact_siting.merged(one))


def allowed(one, chosen, limits):
    places = one.place[list(chosen)]
    return (
        len(chosen) <= limits.sites
        and one.cost[list(chosen)].sum() <= limits.budget
        and len(set(places)) == len(places)
    )


def sets(one):
    every = range(len(one))
    return itertools.chain.from_iterable(
        itertools.combinations(every, size) for size in range(len(one) + 1)
    )


def best(one, limits):
    return max(
        one.covered(np.array(chosen, dtype=np.int64))
        for chosen in sets(one)
        if allowed(one, chosen, limits)
    )


def least(one, goal):
    return min(
        one.cost[list(chosen)].sum()
        for chosen in sets(one)
        if one.covered(np.array(chosen, dtype=np.int64)) >= goal * (1 - 1e-12)
    )


@given(problems(), st.integers(1, 4))
def test_greedy_keeps_its_guarantee_and_its_bound_holds(one, sites):
    found = most_sites(one, Limits(sites=sites))
    optimum = best(one, Limits(sites=sites))
    assert found.value >= (1 - 1 / math.e) * optimum - 1e-6
    assert found.value <= optimum * (1 + 1e-9) + 1e-6
    assert found.bound >= optimum * (1 - 1e-9) - 1e-6
    assert found.value == pytest.approx(one.covered(found.chosen), rel=1e-9, abs=1e-6)
    assert (np.diff(found.gain) <= 1e-6 * max(1, optimum)).all()


@given(problems(costs=True), st.integers(1, 25))
def test_greedy_within_a_budget_keeps_its_guarantee(one, budget):
    limits = Limits(budget=budget)
    found, optimum = most_sites(one, limits), best(one, limits)
    assert one.cost[found.chosen].sum() <= budget
    assert found.value >= (1 - 1 / math.e) / 2 * optimum - 1e-6
    assert found.bound >= optimum * (1 - 1e-9) - 1e-6


@given(problems(costs=True, places=True), st.integers(1, 25), st.integers(1, 3))
def test_one_place_holds_one_site_and_both_limits_hold(one, budget, sites):
    limits = Limits(sites=sites, budget=budget)
    found = most_sites(one, limits)
    assert allowed(one, found.chosen, limits)
    assert found.bound >= best(one, limits) * (1 - 1e-9) - 1e-6


@given(problems(costs=True, whole=True), st.floats(0.1, 1))
def test_a_greedy_cover_meets_its_goal_and_its_bound_holds(one, share):
    assume(one.reachable() > 0)
    goal = share * one.reachable()
    found = cheapest_cover(one, goal)
    assert one.covered(found.chosen) >= goal * (1 - 1e-9)
    assert found.bound <= least(one, goal) + 1e-6


@given(problems(costs=True), st.integers(1, 25), st.integers(1, 4))
def test_exact_is_brute_force_for_maximal_covering(one, budget, sites):
    pytest.importorskip("scipy")
    for limits in (Limits(sites=sites), Limits(budget=budget), Limits(sites, budget)):
        found = exactly(one, limits, most_sites(one, limits))
        optimum = best(one, limits)
        assert allowed(one, found.chosen, limits)
        assert found.value == pytest.approx(optimum, rel=1e-6, abs=1e-5)
        assert found.bound == pytest.approx(optimum, rel=1e-6, abs=1e-5)
        assert found.finished


@given(problems(costs=True, whole=True), st.sampled_from([0.4, 0.75, 1]))
def test_exact_is_brute_force_for_set_covering(one, share):
    pytest.importorskip("scipy")
    assume(one.reachable() > 0)
    goal = math.ceil(share * one.reachable())
    found = exactly(one, Limits(goal=goal), cheapest_cover(one, goal))
    assert one.covered(found.chosen) >= goal
    assert one.cost[found.chosen].sum() == pytest.approx(least(one, goal))
    assert found.bound == pytest.approx(least(one, goal))


@given(problems(costs=True), st.integers(1, 25), st.randoms(use_true_random=False))
def test_the_order_of_demand_changes_nothing(one, budget, random):
    order = list(range(len(one.weight)))
    random.shuffle(order)
    where = np.argsort(order)
    moved = Problem(one.starts, where[one.demand], one.weight[order], one.cost, one.place)
    for limits in (Limits(sites=3), Limits(budget=budget)):
        first, second = most_sites(one, limits), most_sites(moved, limits)
        assert first.chosen.tolist() == second.chosen.tolist()
        assert first.gain.tolist() == second.gain.tolist()


def test_of_equals_the_cheaper_and_then_the_first_is_taken():
    one = problem([[0], [1], [2]], [5, 5, 5], cost=[2, 1, 1])
    assert most_sites(one, Limits(sites=2)).chosen.tolist() == [1, 2]


def test_lazy_is_plain_greedy():
    rng = np.random.default_rng(3)
    rows = [np.flatnonzero(rng.random(60) < 0.15) for _ in range(40)]
    one = problem(rows, rng.integers(0, 9, 60))
    left, plain = one.weight.copy(), []
    for _ in range(8):
        plain.append(int(one.gains(left).argmax()))
        left[one.row(plain[-1])] = 0
    assert most_sites(one, Limits(sites=8)).chosen.tolist() == plain


def test_relaxation_brings_the_bound_near_to_what_is_covered():
    rng = np.random.default_rng(5)
    places, there = rng.random((400, 2)), rng.random((120, 2))
    near = np.hypot(*(places[None] - there[:, None]).transpose(2, 0, 1)) < 0.12
    one = problem([np.flatnonzero(row) for row in near], rng.integers(1, 9, 400))
    found = most_sites(one, Limits(sites=8))
    first_step = np.sort(one.gains(one.weight))[-8:].sum()
    assert found.value <= found.bound < 1.05 * found.value
    assert first_step > 1.1 * found.value


def test_the_best_single_site_saves_greedy_by_ratio():
    # By gain over cost the small one comes first, and then nothing else can be paid.
    one = problem([[0], [1]], [2, 100], cost=[1, 100])
    assert most_sites(one, Limits(budget=100)).chosen.tolist() == [1]


def test_nothing_is_built_that_gains_nothing():
    one = problem([[0, 1], [0], []], [3, 4])
    assert most_sites(one, Limits(sites=3)).chosen.tolist() == [0]


def test_a_cover_drops_what_became_superfluous():
    # Greedy takes 0 first, and 1 and 2 make it superfluous.
    one = problem([[1, 2, 3, 4], [0, 1, 2], [3, 4, 5]], [1] * 6)
    assert sorted(cheapest_cover(one, 6).chosen) == [1, 2]


def test_what_comes_next_does_not_count_what_is_built():
    one = problem([[0, 1], [1, 2], [3]], [1, 1, 1, 0.5])
    after = continued(one, np.array([0]), 5)
    assert after.chosen.tolist() == [1, 2]
    assert after.gain.tolist() == [1, 0.5]


def test_whole_weights_are_exact_sums():
    weight = np.random.default_rng(1).random(1000) * 77
    whole, unit = whole_weights(weight)
    assert whole.sum() == sum(whole.tolist())
    assert whole * unit == pytest.approx(weight)
    whole, unit = whole_weights(np.array([3.0, 4.0]))
    assert (whole * unit).tolist() == [3, 4]


def test_demand_is_merged_only_where_the_same_candidates_reach_it():
    one = problem([[0, 1, 2], [1, 2, 3], [5]], [1, 2, 4, 8, 16, 32])
    made = exact_siting.merged(one)
    assert made.weight.tolist() == [1, 6, 8, 32]
    pairs = sorted(zip(made.group.tolist(), made.candidate.tolist()))
    assert pairs == [(0, 0), (1, 0), (1, 1), (2, 1), (3, 2)]


def test_without_scipy_the_solver_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    one = problem([[0]], [1])
    with pytest.raises(SolverMissing):
        exactly(one, Limits(sites=1), most_sites(one, Limits(sites=1)))


def test_cancel_is_heard():
    with pytest.raises(Cancelled):
        most_sites(problem([[0]], [1]), Limits(sites=1), lambda: True)


@given(st.integers(0, 2**32 - 1))
def test_reached_is_brute_force(seed):
    rng = np.random.default_rng(seed)
    x, y, radius = rng.random((3, rng.integers(1, 9))) * [[10], [10], [4]]
    dx, dy = rng.random((2, rng.integers(1, 40))) * 10
    starts, demand = reached(x, y, radius, dx, dy)
    for i in range(len(x)):
        near = np.flatnonzero((dx - x[i]) ** 2 + (dy - y[i]) ** 2 <= radius[i] ** 2)
        assert sorted(demand[starts[i] : starts[i + 1]]) == near.tolist()
