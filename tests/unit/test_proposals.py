# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposal points: ranked the same in any order, and put into the columns of a form."""

from __future__ import annotations

import itertools

import pytest

from blankspot_plugin.core.errors import BadFormColumn
from blankspot_plugin.core.proposals import (
    COLUMNS,
    FORMS,
    UNCHECKED,
    district_code,
    form_columns,
    form_kinds,
    form_row,
    in_order,
    year_of,
)


def row(code, people, lon=1.0, proposed=None, name="blank"):
    cells = dict.fromkeys(dict(COLUMNS))
    return {
        **cells, "code": code, "people": people, "area_km2": 0.1, "lon": lon, "lat": 0.0,
        "proposed": proposed, "class": name,
    }  # fmt: skip


def test_field_names_fit_a_shapefile():
    assert all(len(name) <= 10 for name, _ in COLUMNS)


def test_most_people_come_first_and_what_was_proposed_last_in_whatever_order():
    rows = [
        row("A", 5.0), row("A", 9.0, lon=2.0), row("B", 9.0), row("C", 99.0, proposed=2024),
    ]  # fmt: skip
    for order in itertools.permutations(rows):
        made = in_order([dict(one) for one in order])
        assert [(one["prop_id"], one["rank"]) for one in made] == [
            ("A-1", 1), ("B-1", 2), ("A-2", 3), ("C-1", None),
        ]  # fmt: skip


def test_blank_comes_before_weak_where_nobody_is_counted():
    made = in_order([row("A", None, name="weak"), row("B", None)])
    assert [one["code"] for one in made] == ["B", "A"]


@pytest.mark.parametrize(
    ("cell", "year"), [(2024, 2024), ("12/3/2023", 2023), ("2022-01-05", 2022), ("-", 0), (None, 0)]
)
def test_years(cell, year):
    assert year_of(cell) == year


def test_only_a_dotted_code_tells_its_district():
    assert district_code("64.01.01.2009") == "64.01.01"
    assert district_code("6401012009") is None


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_filled_and_marked(form):
    columns = form_columns([], form)
    filled = form_row(columns, row("A", 5.0, proposed=2024))
    kinds = form_kinds(columns)
    assert len(filled) == len(kinds)
    told = dict(zip((heading for heading, _ in kinds), filled))
    assert told["Keterangan"] == "Sudah diusulkan 2024"
    assert told["Kondisi sinyal"] == "Blank spot (tidak terlayani)"
    assert told[UNCHECKED[0]] == UNCHECKED[1]


def test_figures_are_rounded_as_a_form_takes_them():
    cells = {**row("A", 12.4, lon=116.123456789), "near_m": 4876.55}
    columns = [("P", "people"), ("B", "lon"), ("J", "near_m"), ("L", "area_km2")]
    assert form_row(columns, cells)[:4] == [12, 116.123457, 4877, 0.1]


def test_columns_of_ones_own():
    columns = form_columns(["Nama", "NAME", "Kosong", "", "", "people"], "own")
    assert columns == [("Nama", "name"), ("Kosong", "")]
    assert form_row(columns, row("A", 5.0))[:2] == [None, None]


@pytest.mark.parametrize("cells", [["A", "nothing"], ["A", "name", "a", "code"], ["catatan", ""]])
def test_columns_that_cannot_be_meant_are_refused(cells):
    with pytest.raises(BadFormColumn):
        form_columns(cells, "own")
