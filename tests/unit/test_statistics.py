# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of three villages, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core import statistics
from blankspot_plugin.core.definitions import Rule
from blankspot_plugin.core.population import People
from blankspot_plugin.core.statistics import COLUMNS, SUMMARY_COLUMNS, Measures

NAN = float("nan")
C, W, B, U = 0, 1, 2, -1
FIELDS = (
    "code, name, area_km2, excl_km2, cov_km2, weak_km2, blank_km2, cov_pct, weak_pct, blank_pct, "
    "wifi_km2, wifi_pct, set_km2, set_cov, set_weak, set_blank, set_pct, pop, pop_cov, pop_weak, "
    "pop_blank, pop_basis, fac, fac_cov, fac_weak, fac_blank, ctr_class, near_m, near_from, sites, "
    "operators, wifi, wifi_act, net_stat, cell_stat, status"
).split(", ")


def _array(*rows):
    return np.array(rows, dtype=float)


# A: all in reach; B: forest, its settlement weak, Wi-Fi at the office; C: nothing of anything.
LAND = _array((95, 3, 2), (4, 2, 34), (0, 0, 0))
MINIMAL = Measures(total=_array(100, 50, 12), land=LAND, land_wifi=LAND)
PEOPLE = _array((900, 60, 40), (0, 150, 50), (NAN, NAN, NAN))
FULL = Measures(
    total=_array(100, 50, 12),
    excluded=_array(0, 10, 12),
    land=LAND,
    land_wifi=_array((95, 3, 2), (37, 1, 2), (0, 0, 0)),
    wifi_km2=_array(0, 36, 0),
    settlement=_array((4, 1, 0), (0, 0.5, 0.5), (0, 0, 0)),
    settlement_wifi=_array((4, 1, 0), (1, 0, 0), (0, 0, 0)),
    people=People(
        total=_array(1000, 200, NAN),
        by_class=PEOPLE,
        by_class_wifi=_array((900, 60, 40), (200, 0, 0), (NAN, NAN, NAN)),
        basis=["table+raster", "table+area", None],
    ),
    facilities=_array((3, 1, 0), (0, 0, 2), (0, 0, 0)),
    centre=np.array([C, B, U]),
    centre_wifi=np.array([C, C, U]),
    near=_array(812.5, 3500.0, NAN),
    near_from=["centre", "settlement", None],
    sites=_array(2, 0, 0),
    operators=_array(3, 1, 0),
    wifi_points=_array(0, 2, 0),
    wifi_active=_array(0, 1, 0),
    net=["none", "active", "none"],
)


def _table(measures, cell=(C, B, U), final=(C, B, U)):
    rows = statistics.table(
        ["64.01.01.2001", "64.01.01.2002", ""], ["A", "B", ""], measures, np.array(cell),
        np.array(final),
    )  # fmt: skip
    return [dict(zip([name for name, _ in COLUMNS], row)) for row in rows]


def test_columns_are_those_of_the_contract_and_fit_a_shapefile():
    assert [name for name, _ in COLUMNS] == FIELDS
    assert max(len(name) for name in FIELDS) <= 10
    assert [name for name, _ in SUMMARY_COLUMNS] == [
        "definition", "wifi_counts", "covered", "weak", "blank", "unknown",
    ]  # fmt: skip


def test_a_full_row_by_hand():
    assert _table(FULL)[1] == {
        "code": "64.01.01.2002", "name": "B", "area_km2": 50, "excl_km2": 10,
        "cov_km2": 4, "weak_km2": 2, "blank_km2": 34,
        "cov_pct": 10, "weak_pct": 5, "blank_pct": 85, "wifi_km2": 36, "wifi_pct": 90,
        "set_km2": 1, "set_cov": 0, "set_weak": 0.5, "set_blank": 0.5, "set_pct": 0,
        "pop": 200, "pop_cov": 0, "pop_weak": 150, "pop_blank": 50, "pop_basis": "table+area",
        "fac": 2, "fac_cov": 0, "fac_weak": 0, "fac_blank": 2, "ctr_class": "blank",
        "near_m": 3500, "near_from": "settlement", "sites": 0, "operators": 1, "wifi": 2,
        "wifi_act": 1, "net_stat": "active", "cell_stat": "blank", "status": "blank",
    }  # fmt: skip


def test_shares_are_of_the_area_less_what_is_excluded():
    first = _table(FULL)[0]
    assert (first["cov_pct"], first["weak_pct"], first["blank_pct"]) == (95, 3, 2)
    assert first["set_pct"] == 80


def test_a_village_with_nothing_left_has_no_shares():
    nothing = _table(FULL)[2]
    for field in ("code", "name", "cov_pct", "weak_pct", "blank_pct", "wifi_pct", "set_pct", "pop",
                  "pop_cov", "pop_basis", "ctr_class", "near_m", "near_from", "cell_stat",
                  "status"):  # fmt: skip
        assert nothing[field] is None, field
    assert nothing["area_km2"] == nothing["excl_km2"] == 12
    assert nothing["cov_km2"] == nothing["set_km2"] == nothing["fac"] == 0


def test_an_input_that_was_not_given_leaves_its_fields_null_never_zero_never_absent():
    there = {"code", "name", "area_km2", "cov_km2", "weak_km2", "blank_km2", "cov_pct", "weak_pct",
             "blank_pct", "cell_stat", "status"}  # fmt: skip
    for row in _table(MINIMAL)[:2]:
        assert list(row) == FIELDS
        assert {name for name, value in row.items() if value is not None} == there


def test_cells_are_plain_values_of_their_kind():
    plain = {"whole": int, "real": float, "text": str}
    for row in _table(FULL):
        for name, kind in COLUMNS:
            assert row[name] is None or type(row[name]) is plain[kind], name


@pytest.mark.parametrize(
    ("definition", "wifi", "expected"),
    [
        ("area", False, [C, W, U]),
        ("area", True, [C, C, U]),
        ("settlement", False, [W, W, U]),
        ("settlement", True, [W, C, U]),
        ("population", False, [C, W, U]),
        ("population", True, [C, C, U]),
        ("centre", False, [C, B, U]),
        ("centre", True, [C, C, U]),
        ("distance", False, [C, B, U]),
        ("distance", True, [C, B, U]),
    ],
)
def test_status_under_every_definition(definition, wifi, expected):
    measures = FULL
    if definition == "area" and wifi:
        measures = replace(FULL, land_wifi=_array((95, 3, 2), (38, 1, 1), (0, 0, 0)))
    assert statistics.status(measures, definition, Rule(), wifi).tolist() == expected


def test_thresholds_change_the_status():
    rule = Rule(covered_from=80, blank_from=85, max_distance=800)
    assert statistics.status(FULL, "settlement", rule, False).tolist() == [C, W, U]
    assert statistics.status(FULL, "area", rule, False).tolist() == [C, B, U]
    assert statistics.status(FULL, "distance", rule, False).tolist() == [B, B, U]


@pytest.mark.parametrize("definition", ["settlement", "population", "centre", "distance", "auto"])
@pytest.mark.parametrize("wifi", [False, True])
def test_a_definition_without_its_measure_is_an_error_and_not_the_area(definition, wifi):
    with pytest.raises(ValueError, match=definition):
        statistics.status(MINIMAL, definition, Rule(), wifi)


def test_definitions_allowed_follow_the_measures():
    assert statistics.allowed(MINIMAL) == ["area"]
    assert statistics.allowed(FULL) == ["area", "settlement", "population", "centre", "distance"]
    assert statistics.allowed(replace(FULL, settlement=None, near=None)) == [
        "area", "population", "centre",
    ]  # fmt: skip


def test_summary_has_a_row_a_definition_with_and_without_wifi():
    rows = statistics.summary(FULL, Rule())
    assert all(list(row) == [name for name, _ in SUMMARY_COLUMNS] for row in rows)
    assert [tuple(row.values()) for row in rows] == [
        # definition, Wi-Fi, covered, weak, blank, unknown
        ("area", 0, 1, 1, 0, 1),
        ("area", 1, 2, 0, 0, 1),
        ("settlement", 0, 0, 2, 0, 1),
        ("settlement", 1, 1, 1, 0, 1),
        ("population", 0, 1, 1, 0, 1),
        ("population", 1, 2, 0, 0, 1),
        ("centre", 0, 1, 0, 1, 1),
        ("centre", 1, 2, 0, 0, 1),
        ("distance", 0, 1, 0, 1, 1),
        ("distance", 1, 1, 0, 1, 1),
    ]


def test_summary_without_wifi_has_no_row_for_it():
    assert statistics.summary(MINIMAL, Rule()) == [
        {"definition": "area", "wifi_counts": 0, "covered": 1, "weak": 1, "blank": 0, "unknown": 1}
    ]


def test_rounding_goes_and_ground_stays():
    parts = _array((50 + 1e-11, -1e-11, 0), (1e-12, 30, 20 - 1e-12), (1e-6, 0, 99.999999))
    total = _array(50, 50, 100)
    cleaned = statistics.without_rounding(parts, total)
    assert cleaned[0].tolist() == [50, 0, 0]
    assert cleaned[1, 0] == 0 and cleaned[1, 1:] == pytest.approx([30, 20], abs=1e-11)
    assert cleaned[2].tolist() == [1e-6, 0, 99.999999]
    assert cleaned.sum(axis=1).tolist() == total.tolist()


def test_a_village_without_area_has_no_parts():
    cleaned = statistics.without_rounding(_array((0, 0, 0), (1e-15, -1e-15, 0)), np.zeros(2))
    assert cleaned == pytest.approx(np.zeros((2, 3)), abs=1e-14)
    assert np.isnan(statistics.without_rounding(_array((0, 0, 0)), np.array([NAN]))).any()


@given(
    st.lists(
        st.tuples(st.floats(0.01, 500), st.floats(0, 1), st.floats(0, 1), *[st.floats(-1, 1)] * 3),
        min_size=1,
        max_size=10,
    )
)
def test_parts_are_never_negative_add_up_and_stay_where_they_were(rows):
    drawn = np.array(rows)
    total = drawn[:, 0]
    covered = total * drawn[:, 1]
    weak = (total - covered) * drawn[:, 2]
    true = np.stack([covered, weak, total - covered - weak], axis=1)
    noise = drawn[:, 3:] * 1e-12 * total[:, None]
    cleaned = statistics.without_rounding(true + noise, total)
    assert (cleaned >= 0).all()
    assert cleaned.sum(axis=1) == pytest.approx(total, rel=1e-14)
    assert (np.abs(cleaned - true) < 4e-9 * total[:, None]).all()


def test_specks_are_measured_by_their_village():
    parts, total = _array(1e-8, 1e-8, -1e-12), _array(1, 100, 1)
    assert statistics.no_specks(parts, total).tolist() == [1e-8, 0, 0]
