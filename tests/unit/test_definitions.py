# SPDX-License-Identifier: GPL-2.0-or-later
"""Statuses worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core import definitions
from blankspot_plugin.core.definitions import Rule, by_distance, by_share, chosen, possible

C, W, B, U = 0, 1, 2, -1
NAN = float("nan")


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((90, 0, 10), C),
        ((89.9, 0.1, 10), W),
        ((0, 10, 90), B),
        ((0, 10.1, 89.9), W),
        ((5, 90, 5), W),
        ((0, 100, 0), W),
        ((10, 0, 90), B),
        ((0.9, 0, 0.1), C),
        ((45e6, 0, 5e6), C),
        ((0, 0, 0), U),
        ((NAN, NAN, NAN), U),
        ((1, NAN, 1), U),
    ],
)
def test_status_from_shares(shares, expected):
    assert by_share(np.array([shares], dtype=float), Rule()).tolist() == [expected]


def test_covered_goes_before_blank_where_both_thresholds_are_met():
    rule = Rule(covered_from=40, blank_from=40)
    assert by_share(np.array([[45.0, 5.0, 50.0]]), rule).tolist() == [C]


@pytest.mark.parametrize("covered_from", [0.0, 50.0, 97.16, 100.0])
@pytest.mark.parametrize("blank_from", [0.0, 50.0, 100.0])
def test_thresholds_are_reached_by_equality(covered_from, blank_from):
    rule = Rule(covered_from=covered_from, blank_from=blank_from)
    exact = np.array([[covered_from, 100 - covered_from, 0.0]])
    assert by_share(exact, rule).tolist() == [C]
    blank = np.array([[0.0, 100 - blank_from, blank_from]])
    assert by_share(blank, rule).tolist() == [C if covered_from == 0 else B]


def test_a_share_on_the_threshold_survives_the_error_of_its_measurement():
    total = 37.123456
    measured = np.array([[0.9 * total * (1 - 1e-6), 0.0, total - 0.9 * total * (1 - 1e-6)]])
    assert by_share(measured, Rule()).tolist() == [C]
    assert by_share(np.array([[0.8999, 0.1001, 0.0]]), Rule()).tolist() == [W]


@given(
    st.lists(st.tuples(*[st.floats(0, 1e6)] * 3), min_size=1, max_size=10),
    st.floats(1e-3, 1e3),
)
def test_status_does_not_depend_on_the_unit(rows, factor):
    shares = np.array(rows)
    percent = 100 * shares / np.maximum(shares.sum(axis=1), 1e-300)[:, None]
    # Away from the thresholds: there rounding decides.
    clear = (np.abs(percent[:, [0, 2]] - 90) > 0.01).all(axis=1) & (shares.sum(axis=1) > 1e-9)
    shares = shares[clear]
    assert by_share(shares, Rule()).tolist() == by_share(shares * factor, Rule()).tolist()


@pytest.mark.parametrize(
    ("metres", "expected"),
    [(0, C), (3499.99, C), (3500, B), (3500.01, B), (80000, B), (float("inf"), B), (NAN, U)],
)
def test_status_from_distance(metres, expected):
    assert by_distance(np.array([metres], dtype=float), Rule()).tolist() == [expected]


@pytest.mark.parametrize(
    ("settlement", "centre", "population", "expected"),
    [
        (True, True, True, "settlement"),
        (False, True, True, "centre"),
        (False, False, True, "population"),
        (False, False, False, "area"),
    ],
)
@pytest.mark.parametrize("distance", [True, False])
def test_auto_is_settlement_then_centre_then_population_then_area(
    settlement, centre, population, distance, expected
):
    allowed = possible(settlement, population, centre, distance)
    assert chosen("auto", allowed) == expected
    assert ("distance" in allowed) == distance


def test_definitions_are_offered_in_one_order():
    assert possible(True, True, True, True) == [
        "area", "settlement", "population", "centre", "distance",
    ]  # fmt: skip
    assert possible(False, False, False, False) == ["area"]


@pytest.mark.parametrize("asked", ["area", "settlement", "population", "centre", "distance"])
def test_a_definition_asked_for_stands(asked):
    assert chosen(asked, ["area"]) == asked


def test_counts_add_up_and_name_the_unknown():
    status = np.array([C, C, B, W, U, B, B, U])
    assert definitions.counts(status) == {"covered": 2, "weak": 1, "blank": 3, "unknown": 2}


def test_no_village_counts_zero():
    empty = np.empty(0, dtype=np.int64)
    assert set(definitions.counts(empty).values()) == {0}


@pytest.mark.parametrize(("code", "word"), [(C, "covered"), (W, "weak"), (B, "blank"), (U, None)])
def test_classes_are_stored_by_these_words(code, word):
    assert definitions.class_name(code) == word
