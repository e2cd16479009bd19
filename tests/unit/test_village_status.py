# SPDX-License-Identifier: GPL-2.0-or-later
"""Each village's class under every definition, by hand."""

from __future__ import annotations

import pytest

from blankspot_plugin.core.definitions import Rule
from blankspot_plugin.core.village_status import answered, rule_of, status_under, statuses

ROW = {
    "cov_km2": 9.5, "weak_km2": 0.5, "blank_km2": 0.0,
    "set_cov": 0.0, "set_weak": 0.05, "set_blank": 0.95,
    "pop_cov": 50.0, "pop_weak": 20.0, "pop_blank": 30.0,
    "ctr_class": "weak", "near_m": 3500.0,
}  # fmt: skip
EMPTY = dict.fromkeys(ROW)


def test_every_definition_by_hand():
    every = ("area", "settlement", "population", "centre", "distance")
    found = statuses([ROW, EMPTY], every, Rule())
    assert {name: column[0] for name, column in found.items()} == {
        "area": "covered",
        "settlement": "blank",
        "population": "weak",
        "centre": "weak",
        "distance": "blank",
    }
    assert all(column[1] is None for column in found.values())


def test_thresholds_are_those_of_the_rule():
    strict = Rule(covered_from=96.0, blank_from=96.0, max_distance=4000.0)
    assert status_under([ROW], "area", strict) == ["weak"]
    assert status_under([ROW], "settlement", strict) == ["weak"]
    assert status_under([ROW], "distance", strict) == ["covered"]


def test_a_part_that_is_not_known_makes_the_whole_unknown():
    assert status_under([{**ROW, "set_weak": None}], "settlement", Rule()) == [None]


def test_only_what_has_an_answer_is_offered():
    assert answered([EMPTY, {**EMPTY, "near_m": 12.0}]) == ["distance"]
    assert answered([]) == []
    assert answered([{**EMPTY, "ctr_class": "nonsense"}]) == []


@pytest.mark.parametrize("given", ["80", 80, 80.0])
def test_the_rule_is_read_from_a_manifest(given):
    rule = rule_of({"COVERED_FROM": given, "BLANK_FROM": "n/a", "MAX_DISTANCE": None}, "area")
    assert rule == Rule("area", covered_from=80.0)
