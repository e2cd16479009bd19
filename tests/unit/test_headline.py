# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of the cards, of each kecamatan, and of what has changed."""

from __future__ import annotations

import pytest

from blankspot_plugin.core import definitions, headline
from blankspot_plugin.core.headline import Counts, by_kecamatan, changes, kecamatan_of


def row(number, status, **more):
    return {"code": f"99.01.01.{2000 + number}", "name": f"Desa {number}", "status": status, **more}


def statuses(*words):
    return [row(number, word) for number, word in enumerate(words)]


def test_words_are_those_of_the_definitions():
    mine = headline.COVERED, headline.WEAK, headline.BLANK
    assert mine == definitions.CLASSES
    assert headline.UNKNOWN in definitions.counts(definitions.np.array([], dtype=int))


def test_villages_are_counted_by_status():
    found = headline.headline(statuses("blank", "weak", "weak", "covered", None, "nonsense"))
    assert found.villages == Counts(blank=1, weak=2, covered=1, unknown=2)
    assert found.villages.total == 6
    assert [found.villages.of(status) for status in headline.STATUSES] == [1, 2, 1, 2]


def test_figures_are_sums_and_their_shares():
    found = headline.headline(
        [
            row(1, "blank", pop=100, pop_blank=80, set_km2=2.0, set_cov=0.0, area_km2=30.0,
                excl_km2=10.0, blank_km2=15.0),
            row(2, "covered", pop=300, pop_blank=20, set_km2=6.0, set_cov=6.0, area_km2=20.0,
                excl_km2=None, blank_km2=5.0),
        ]
    )  # fmt: skip
    assert (found.people.amount, found.people.whole, found.people.percent) == (100, 400, 25)
    assert found.settlement.percent == 75
    assert (found.area.amount, found.area.percent) == (20, 50)


def test_a_village_without_a_figure_is_in_neither_sum():
    found = headline.headline([row(1, "blank", pop=10, pop_blank=5), row(2, "blank", pop=None)])
    assert (found.people.amount, found.people.whole) == (5, 10)


def test_what_was_not_measured_is_none_and_nothing_is_divided_by_zero():
    found = headline.headline(statuses("blank"))
    assert found.people.amount is None and found.settlement.percent is None
    assert headline.headline([row(1, "blank", pop=0, pop_blank=0)]).people.percent is None
    assert headline.headline([]).villages.total == 0


def test_nan_and_text_are_no_numbers():
    assert headline.number(float("nan")) is None
    assert headline.number("12") is None
    assert headline.number(True) is None
    assert headline.number(3) == 3.0


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kec_code": "99.01.07", "kec_name": "Tujuh"}, ("99.01.07", "Tujuh")),
        ({"WADMKC": "Tujuh"}, ("99.01.01", "Tujuh")),
        ({}, ("99.01.01", "")),
        ({"kec_code": None}, ("99.01.01", "")),
    ],
)
def test_where_the_kecamatan_comes_from(fields, expected):
    assert kecamatan_of([row(1, "blank", **fields)]) == [expected]


@pytest.mark.parametrize("code", ["9901012001", "9901010001", "", None, "99.01.01"])
def test_a_code_without_its_dots_tells_no_kecamatan(code):
    assert by_kecamatan([{"code": code, "status": "blank"}]) == ()


def test_kecamatan_have_their_own_figures():
    rows = [
        {"code": "99.01.02.2001", "kec_name": "Dua", "status": "blank", "pop": 5, "pop_blank": 5},
        {"code": "99.01.01.2001", "kec_name": "Satu", "status": "weak", "pop": 5, "pop_blank": 0},
        {"code": "99.01.02.2002", "kec_name": None, "status": "blank", "pop": 5, "pop_blank": 0},
        {"code": None, "kec_name": None, "status": "covered", "pop": 1, "pop_blank": 0},
    ]
    found = by_kecamatan(rows)
    assert [(one.code, one.name) for one in found] == [
        ("99.01.01", "Satu"), ("99.01.02", "Dua"), ("", ""),
    ]  # fmt: skip
    assert found[1].headline.villages == Counts(blank=2)
    assert found[1].headline.people.percent == 50
    assert found[1].members == (0, 2)
    assert sum(one.headline.villages.total for one in found) == 4


def test_changes_by_code():
    before = statuses("blank", "covered", "blank", "covered", "weak", "covered", "blank")
    after = statuses("blank", "blank", "weak", "weak", "covered", "covered", "covered")
    found = changes(before, reversed(after))
    assert [one.name for one in found.persistent] == ["Desa 0"]
    assert [(one.name, one.before, one.after) for one in found.newly_blank] == [
        ("Desa 1", "covered", "blank")
    ]
    assert {one.name for one in found.solved} == {"Desa 2", "Desa 6"}
    assert [one.name for one in found.worse] == ["Desa 3"]
    assert [one.name for one in found.better] == ["Desa 4"]
    assert found.not_compared == found.gone == 0
    assert len(found.all()) == 6
    assert found.worse[0].place == 3


def test_codes_are_compared_by_digits_and_names_never():
    before = [{"code": 9901012001, "name": "A", "status": "blank"},
              {"code": "", "name": "B", "status": "blank"}]  # fmt: skip
    after = [{"code": "99.01.01.2001", "name": "A", "status": "covered"},
             {"code": "", "name": "B", "status": "covered"}]  # fmt: skip
    found = changes(before, after)
    assert len(found.solved) == 1
    assert found.not_compared == 1


def test_an_unknown_status_is_no_news_and_solves_nothing():
    found = changes(statuses("blank", None), statuses(None, "blank"))
    assert found.all() == ()
    assert found.not_compared == 2


def test_villages_of_one_table_only():
    found = changes(statuses("blank", "blank"), statuses("blank")[:1] + [row(9, "blank")])
    assert len(found.persistent) == 1
    assert (found.not_compared, found.gone) == (1, 1)
