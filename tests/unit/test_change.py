# SPDX-License-Identifier: GPL-2.0-or-later
"""Villages of two dates: joined by code, by a hair no news, splits told and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core import change
from blankspot_plugin.core.boundaries import relations
from blankspot_plugin.core.change import Tolerance

TOLERANCE = Tolerance()


def row(code, status, **more):
    return {"code": code, "name": f"Desa {code}", "status": status, **more}


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("covered", "blank", "new"), ("weak", "blank", "new"), ("blank", "weak", "gone"),
        ("blank", "covered", "gone"), ("blank", "blank", "persistent"),
        ("covered", "weak", "worse"), ("weak", "covered", "better"), ("weak", "weak", "same"),
        (None, "blank", "unknown"), ("blank", None, "unknown"),
    ],
)  # fmt: skip
def test_kinds(was, now, kind):
    (found,) = change.compare([row("99.01", was)], [row(9901, now)], TOLERANCE)
    assert found.kind == kind
    assert not found.by_a_hair


def test_villages_of_one_table_are_added_or_removed_never_new_or_gone():
    found = change.compare([row("1", "blank")], [row("2", "blank"), row("", "blank")], TOLERANCE)
    assert [(one.code, one.kind) for one in found] == [
        ("2", "added"), ("", "unknown"), ("1", "removed"),
    ]  # fmt: skip
    assert [(one.place_before, one.place_after) for one in found] == [(-1, 0), (-1, 1), (0, -1)]
    assert all(one.gained is None for one in found)


def test_a_code_that_stands_twice_is_told_and_counted_once():
    table = [row("9.1", "blank"), row("91", "covered"), row("92", "weak")]
    assert change.by_code(table)[1] == ["91"]
    found = change.compare(table, table, TOLERANCE)
    assert [one.kind for one in found] == ["persistent", "same"]


def shares(code, status, covered, people, near=1000.0):
    return row(code, status, cov_pct=covered, blank_pct=100 - covered, pop=1000.0,
               pop_cov=1000.0 - people, pop_blank=people, near_m=near)  # fmt: skip


def test_what_moves_by_a_hair_is_no_news():
    (found,) = change.compare(
        [shares("1", "covered", 90.0, 100.0)], [shares("1", "weak", 89.95, 100.5)], TOLERANCE
    )
    assert (found.kind, found.by_a_hair) == ("same", True)
    assert (found.before, found.after) == ("covered", "weak")
    assert (found.gained, found.lost) == (0.0, 0.0)
    (found,) = change.compare(
        [shares("1", "blank", 10.0, 900.0)], [shares("1", "weak", 10.05, 900.0)], TOLERANCE
    )
    assert (found.kind, found.by_a_hair) == ("persistent", True)


def test_what_moves_by_more_is_news():
    for after in (
        shares("1", "weak", 89.0, 100.0),
        shares("1", "weak", 90.0, 110.0),
        shares("1", "weak", 90.0, 100.0, 1011.0),
        {**shares("1", "weak", 90.0, 100.0), "ctr_class": "weak"},
    ):
        (found,) = change.compare([shares("1", "covered", 90.0, 100.0)], [after], TOLERANCE)
        assert (found.kind, found.by_a_hair) == ("worse", False)


def test_people_gained_and_lost_are_told_apart():
    before = [shares("1", "blank", 10, 800.0), shares("2", "weak", 50, 100.0)]
    after = [shares("1", "weak", 60, 300.0), shares("2", "weak", 40, 160.0)]
    found = change.compare(before, after, TOLERANCE)
    assert [(one.gained, one.lost) for one in found] == [(500.0, 0.0), (0.0, 60.0)]


STATUS = st.sampled_from(["covered", "weak", "blank", None])
TABLE = st.dictionaries(st.integers(1, 9), STATUS).map(
    lambda told: [row(str(code), status) for code, status in told.items()]
)


@given(TABLE, TABLE)
def test_every_village_is_told_of_once(before, after):
    found = change.compare(before, after, TOLERANCE)
    codes = {one["code"] for one in (*before, *after)}
    assert sorted(one.code for one in found) == sorted(codes)
    assert sum(change.counts(found).values()) == len(codes)


@given(TABLE, TABLE)
def test_backwards_new_is_gone(before, after):
    there = change.counts(change.compare(before, after, TOLERANCE))
    back = change.counts(change.compare(after, before, TOLERANCE))
    for one, other in (("new", "gone"), ("worse", "better"), ("added", "removed")):
        assert (there[one], there[other]) == (back[other], back[one])
    assert there["persistent"] == back["persistent"]


def kinds(codes, areas, overlaps):
    return [(one.before, one.after, one.kind) for one in relations(codes, areas, overlaps)]


def test_unchanged_boundaries_are_not_told_of():
    assert kinds((["1"], ["1"]), ([10.0], [10.05]), [(0, 0, 9.98)]) == []
    # A sliver between neighbours is the drawing.
    assert kinds((["1"], ["2"]), ([10.0], [10.0]), [(0, 0, 0.05)]) == []


def test_splits_and_merges():
    # 1 keeps its code and loses 4 km2 to the new village 2.
    split = kinds((["1"], ["1", "2"]), ([10.0], [6.0, 4.0]), [(0, 0, 6.0), (0, 1, 4.0)])
    assert split == [(0, 0, "redrawn"), (0, 1, "split")]
    merged = kinds((["1", "2"], ["3"]), ([6.0, 4.0], [10.0]), [(0, 0, 6.0), (1, 0, 4.0)])
    assert merged == [(0, 0, "merged"), (1, 0, "merged")]


def test_another_code_on_the_same_ground():
    assert kinds((["1"], ["2"]), ([10.0], [10.2]), [(0, 0, 9.9)]) == [(0, 0, "recoded")]
    assert kinds((["1"], ["2"]), ([10.0], [10.0]), [(0, 0, 3.0)]) == [(0, 0, "exchanged")]


def test_villages_without_a_code_are_not_the_same_village():
    assert kinds(([""], [""]), ([10.0], [10.0]), [(0, 0, 10.0)]) == [(0, 0, "recoded")]
