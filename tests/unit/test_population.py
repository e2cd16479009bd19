# SPDX-License-Identifier: GPL-2.0-or-later
"""People are shared out to the person."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blankspot_plugin.core.population import AREA, POINTS, RASTER, SETTLEMENT, Weights, share_out
from blankspot_plugin.core.population import people as share_people

_WEIGHTS = st.lists(st.floats(0, 1e9, allow_subnormal=False), min_size=1, max_size=12).filter(
    lambda values: sum(values) > 1e-6
)
_PEOPLE = st.integers(0, 10**8)


@settings(max_examples=300)
@given(_PEOPLE, _WEIGHTS)
def test_parts_are_whole_and_add_up_to_the_person(total, weights):
    parts = share_out(float(total), np.array(weights))
    assert parts.sum() == total
    assert (parts == np.floor(parts)).all() and (parts >= 0).all()


@settings(max_examples=300)
@given(_PEOPLE, _WEIGHTS)
def test_no_part_is_a_whole_person_off_its_quota(total, weights):
    parts = share_out(float(total), np.array(weights))
    quota = np.array(weights) / math.fsum(weights) * total
    assert (np.abs(parts - quota) < 1 + 1e-6).all()


@settings(max_examples=300)
@given(_PEOPLE, _WEIGHTS)
def test_more_weight_never_gets_fewer_people(total, weights):
    parts = share_out(float(total), np.array(weights))
    assert (np.diff(parts[np.argsort(weights, kind="stable")]) >= -1).all()
    for one in range(len(weights)):
        for other in range(len(weights)):
            # Beyond rounding of the quotas.
            if weights[one] > weights[other] * (1 + 1e-9) + 1e-9 * sum(weights):
                assert parts[one] >= parts[other]


@given(_PEOPLE, st.lists(st.integers(0, 1000), min_size=1, max_size=8).filter(any))
def test_it_is_hamiltons_method(total, weights):
    exact = [Fraction(weight, sum(weights)) * total for weight in weights]
    remainders = sorted((part - int(part) for part in exact), reverse=True)
    left = total - sum(int(part) for part in exact)
    parts = share_out(float(total), np.array(weights, dtype=float))
    given_up = [int(part) for part in exact]
    raised = [
        quota - floor for part, quota, floor in zip(parts, exact, given_up) if part == floor + 1
    ]
    # Those rounded up have the largest remainders; which of two equal ones is left open here.
    assert [float(value) for value in sorted(raised, reverse=True)] == pytest.approx(
        [float(value) for value in remainders[:left]], abs=1e-6
    )


@pytest.mark.parametrize(
    ("total", "weights", "expected"),
    [
        (100, (1, 1, 1), (34, 33, 33)),
        (2, (1, 1, 1), (1, 1, 0)),
        (10, (0, 3, 0), (0, 10, 0)),
        (0, (1, 2, 3), (0, 0, 0)),
        (1, (0.2, 0.5, 0.3), (0, 1, 0)),
        (309667, (0.5, 0.25, 0.25), (154833, 77417, 77417)),
        (7, (1e-12, 0, 0), (7, 0, 0)),
    ],
)
def test_shares_by_hand(total, weights, expected):
    assert share_out(float(total), np.array(weights, dtype=float)).tolist() == list(expected)


def _weights(kind, *rows, wifi=None):
    by_class = np.array(rows, dtype=float)
    return Weights(kind, by_class, by_class if wifi is None else np.array(wifi, dtype=float))


NAN = float("nan")


def test_the_first_source_with_weight_in_a_village_serves_it():
    raster = _weights(RASTER, (8, 2, 0), (0, 0, 0), (0, 0, 0))
    settled = _weights(SETTLEMENT, (0, 1, 0), (0, 1, 1), (0, 0, 0))
    area = _weights(AREA, (1, 1, 2), (1, 1, 2), (1, 1, 2))
    shared = share_people(3, np.array([10.0, 11.0, 12.0]), [raster, settled, area])
    assert shared.basis == ["table+raster", "table+settlement", "table+area"]
    assert shared.by_class.tolist() == [[8, 2, 0], [0, 6, 5], [3, 3, 6]]
    assert shared.total.tolist() == [10, 11, 12]


def test_a_village_the_table_does_not_know_stays_unknown():
    shared = share_people(2, np.array([NAN, 4.0]), [_weights(AREA, (1, 0, 0), (1, 0, 1))])
    assert shared.basis == [None, "table+area"]
    assert np.isnan(shared.total[0]) and np.isnan(shared.by_class[0]).all()
    assert shared.by_class[1].tolist() == [2, 0, 2]


def test_the_table_keeps_its_people_where_no_source_has_any_weight():
    """A village without usable land still has its people: the table holds to the person."""
    shared = share_people(2, np.array([120.0, 30.0]), [_weights(AREA, (0, 0, 0), (0, 0, 2))])
    assert shared.total.tolist() == [120, 30]
    assert np.isnan(shared.by_class[0]).all() and np.isnan(shared.by_class_wifi[0]).all()
    assert shared.basis == [None, "table+area"]


def test_wifi_moves_people_between_classes_and_makes_none():
    source = _weights(POINTS, (1, 0, 3), wifi=[(3, 0, 1)])
    shared = share_people(1, np.array([10.0]), [source])
    assert shared.by_class.tolist() == [[3, 0, 7]] or shared.by_class.tolist() == [[2, 0, 8]]
    assert shared.by_class.sum() == shared.by_class_wifi.sum() == 10
    assert shared.by_class_wifi[0, 0] > shared.by_class[0, 0]
    assert shared.basis == ["table+points"]


@pytest.mark.parametrize("kind", [RASTER, POINTS])
def test_without_a_table_the_source_is_the_people_fractions_included(kind):
    shared = share_people(2, None, [_weights(kind, (1.5, 0.25, 2), (0, 0, 0))])
    assert shared.by_class.tolist() == [[1.5, 0.25, 2], [0, 0, 0]]
    assert shared.total.tolist() == [3.75, 0]
    assert shared.basis == [kind, kind]


def test_without_a_table_settlements_and_area_are_no_people():
    area, settled = _weights(AREA, (1, 1, 1)), _weights(SETTLEMENT, (1, 1, 1))
    shared = share_people(1, None, [settled, area])
    assert shared.basis == [None] and np.isnan(shared.total).all()
    raster = _weights(RASTER, (0, 0, 0))
    assert share_people(1, None, [settled, raster, area]).total.tolist() == [0]


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(st.integers(0, 50000), *[st.floats(0.001, 300)] * 3), min_size=1, max_size=30
    )
)
def test_villages_and_classes_add_up_to_the_official_table(rows):
    table = np.array([row[0] for row in rows], dtype=float)
    shared = share_people(len(rows), table, [_weights(AREA, *[row[1:] for row in rows])])
    assert shared.by_class.sum(axis=1).tolist() == table.tolist()
    assert shared.total.sum() == table.sum()
