# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of types: read as officers write it, and refused where it can't be meant."""

from __future__ import annotations

import pytest

from blankspot_plugin.core.errors import BadSiteType
from blankspot_plugin.core.site_types import (
    DEFAULT_TYPES,
    SiteType,
    flat_types,
    named_types,
    parse_price,
    site_types,
)


def test_the_defaults_survive_the_table():
    assert tuple(site_types(flat_types(DEFAULT_TYPES)).values()) == DEFAULT_TYPES
    assert tuple(site_types([]).values()) == DEFAULT_TYPES


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("Rp1.700.000.000", 1.7e9),
        ("Rp 350.000.000,-", 3.5e8),
        ("350,000,000", 3.5e8),
        ("1700000000", 1.7e9),
        (5, 5.0),
        ("", None),
        (None, None),
    ],
)
def test_prices_as_they_are_written(cell, price):
    assert parse_price(cell) == price


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["tower", 0, 5], "radius"),
        (["tower", "far", 5], "radius"),
        (["tower", "", 5], "radius"),
        (["tower", 3500, -1], "price"),
        (["tower", 3500, "much"], "price"),
        (["tower", 3500, 5, "Tower ", 100, 6], "twice"),
    ],
)
def test_what_cannot_be_meant_is_refused(cells, reason):
    with pytest.raises(BadSiteType) as caught:
        site_types(cells)
    assert caught.value.reason == reason


def test_types_are_named_in_any_case_and_several_at_once():
    table = site_types(["Menara Kecil", "1.500,5".replace(".", ""), 5, "tower", 3500, ""])
    assert table["menara kecil"] == SiteType("Menara Kecil", 1500.5, 5.0)
    assert [one.name for one in named_types("TOWER, menara  kecil, tower", table)] == [
        "tower",
        "Menara Kecil",
    ]
    with pytest.raises(BadSiteType) as caught:
        named_types("satellite", table)
    assert caught.value.known == ("Menara Kecil", "tower")
