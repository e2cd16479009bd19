# SPDX-License-Identifier: GPL-2.0-or-later
"""What tower sheets write, and how far a site reaches by it."""

from __future__ import annotations

import re

import pytest

from blankspot_plugin.core.errors import (
    BadRadius,
    BlankSpotError,
    RadiiAllZero,
    RadiusNegative,
    RadiusNotANumber,
    WeakShorterThanCovered,
)
from blankspot_plugin.core.reach import site_reach
from blankspot_plugin.core.technologies import (
    DEFAULT_RADII,
    Reach,
    best,
    checked_reach,
    flat_table,
    parse_number,
    radii_table,
    technologies,
)

SPELLINGS = {
    "5G": "5G, 5g, NR, 5G NR, N78, n1, NR78",
    "4G": "4G, 4g, ' 4G ', 4G LTE, 4G/LTE, LTE, lte, LTE-A, LTE900, LTE 1800, FDD-LTE, FDD LTE, "
    "TDD-LTE, TD-LTE, L900, l1800, L2300, 4.5G, BTS 4G, 4G_LTE, (4G), 4G-L900",
    "3G": "3G, UMTS, WCDMA, W-CDMA, HSPA, HSPA+, HSDPA, HSUPA, U900, U2100, 3.5G, 3G UMTS2100",
    "2G": "2G, GSM, GSM900, GSM/DCS, DCS, dcs, DCS1800, EDGE, GPRS, G900, D1800, 2.5G, "
    "GSM 900/1800",
    "WIFI": "WiFi, Wi-Fi, WIFI, wlan, Hotspot, Wi-Fi publik, WiFi 2.4G, WiFi 2.4GHz, WiFi 5GHz",
}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (cell.strip("'"), name)
        for name, cells in SPELLINGS.items()
        for cell in re.split(r",\s*", cells)
    ],
)
def test_a_spelling_names_its_technology_and_no_other(cell, expected):
    assert technologies(cell) == [expected]


@pytest.mark.parametrize(("cell", "expected"), [("4,5G", "4G"), ("3,5G", "3G"), ("2,5G", "2G")])
def test_a_half_generation_with_a_decimal_comma_is_not_5g(cell, expected):
    assert technologies(cell) == [expected]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2G/4G", {"2G", "4G"}),
        ("2G,4G", {"2G", "4G"}),
        ("2G, 3G, 4G", {"2G", "3G", "4G"}),
        ("2G & 4G", {"2G", "4G"}),
        ("2G+3G+4G", {"2G", "3G", "4G"}),
        ("2G-3G-4G", {"2G", "3G", "4G"}),
        ("2G_4G", {"2G", "4G"}),
        ("2G;4G;5G", {"2G", "4G", "5G"}),
        ("2G dan 4G", {"2G", "4G"}),
        ("2G\n4G", {"2G", "4G"}),
        ("2G4G", {"2G", "4G"}),
        ("2G3G4G", {"2G", "3G", "4G"}),
        ("GSM900/LTE1800", {"2G", "4G"}),
        ("G900 U2100 L1800", {"2G", "3G", "4G"}),
        ("DCS/L900", {"2G", "4G"}),
        ("4G + WiFi", {"4G", "WIFI"}),
    ],
)
def test_a_cell_may_name_several(cell, expected):
    named = technologies(cell)
    assert set(named) == expected and len(named) == len(expected)


@pytest.mark.parametrize(
    "cell",
    [
        None, "", " ", "-", "NULL", "Telkomsel", "Mitratel", "Monopole", "SST 42m", "Tower 4 kaki",
        "CDMA", "CDMA450", "31m", "BTS", "900", "4", 4, 900, 4.0, "G", "L", "LTEX", "XLTE", "5GHz",
        "2.4GHz", "GSMR", "PEDGE", "Green field", "D3", "L12", "14G", "104G", "DCSX", "Unknown",
    ],
)  # fmt: skip
def test_what_names_no_technology_stays_unknown(cell):
    assert technologies(cell) == []
    assert best(cell, DEFAULT_RADII) is None


def test_the_default_radii_are_those_of_the_help():
    assert {name: (reach.covered, reach.weak) for name, reach in DEFAULT_RADII.items()} == {
        "4G": (3500, 5000), "5G": (500, 1000), "3G": (0, 5000), "2G": (0, 8000), "WIFI": (100, 150),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2G/4G", "4G"),
        ("4G/5G", "4G"),
        ("2G/3G", "2G"),
        ("3G/5G", "5G"),
        ("3,5G", "3G"),
        ("2G4G", "4G"),
        ("WiFi/3G", "WIFI"),
        ("L900", "4G"),
        ("DCS", "2G"),
    ],
)
def test_a_mixed_cell_takes_what_covers_farthest_then_what_is_weak_farthest(cell, expected):
    assert best(cell, DEFAULT_RADII) == expected


def test_best_follows_the_officers_radii():
    table = radii_table(["2G", 8000, 12000, "4G", 3500, 5000])
    assert best("2G/4G", table) == "2G"


@pytest.mark.parametrize("name", ["4G", "lte", " 4g ", "4,5G"])
def test_a_row_of_radii_goes_to_its_technology_and_leaves_the_others(name):
    table = radii_table([name, "3000", "4000,5"])
    assert table == {**DEFAULT_RADII, "4G": Reach(3000.0, 4000.5)}


def test_no_rows_are_the_defaults_and_do_not_change_them():
    radii_table(["4G", 1, 2])
    assert radii_table([]) == DEFAULT_RADII
    assert radii_table(["", 9, 9, None, 9, 9]) == DEFAULT_RADII
    assert radii_table(["4G", "", None, "2G"]) == DEFAULT_RADII
    assert DEFAULT_RADII["4G"] == Reach(3500.0, 5000.0)


@pytest.mark.parametrize("name", ["Menara mini", "CDMA", "2G/4G", "L900"])
@pytest.mark.parametrize("spell", [str, str.upper, str.lower, " {} ".format])
def test_a_name_of_the_officers_own_is_matched_as_it_stands(name, spell):
    table = radii_table([name, 800, 1200])
    assert table[best(spell(name), table)] == Reach(800.0, 1200.0)
    assert best(f"{name} X", table) != best(name, table)
    assert {key: table[key] for key in DEFAULT_RADII} == DEFAULT_RADII


def test_a_table_can_be_written_flat_and_read_again():
    assert radii_table(flat_table({"4G": Reach(3000.0, 4000.5)}))["4G"] == Reach(3000.0, 4000.5)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (3500, 3500.0), (3500.5, 3500.5), ("3500", 3500.0), (" 3500 ", 3500.0), ("3500,5", 3500.5),
        ("3500.5", 3500.5), ("0,1", 0.1), ("0", 0.0), ("-7,5", -7.5), (None, None), ("", None),
        ("  ", None), ("-", None), ("NULL", None),
    ],
)  # fmt: skip
def test_numbers_come_with_comma_or_point(cell, number):
    assert parse_number(cell) == number


NOT_NUMBERS = ["abc", "31m", "3,5 km", "1.234,5", "1,234.5", "nan", "inf", float("nan"),
               float("inf"), "3500;"]  # fmt: skip


@pytest.mark.parametrize("cell", NOT_NUMBERS)
def test_what_is_no_number_is_no_number(cell):
    with pytest.raises(ValueError):
        parse_number(cell)


BAD_RADII = [
    *[(cell, 5000, RadiusNotANumber) for cell in NOT_NUMBERS],
    *[(100, cell, RadiusNotANumber) for cell in NOT_NUMBERS],
    (object(), 0, RadiusNotANumber),
    (-1, 5000, RadiusNegative),
    ("-0,5", 0, RadiusNegative),
    (100, -1, RadiusNegative),
    (5000, 3500, WeakShorterThanCovered),
    ("5000", "4999,9", WeakShorterThanCovered),
]


@pytest.mark.parametrize(("covered", "weak", "error"), BAD_RADII)
def test_radii_that_cannot_be_meant_are_refused_by_name(covered, weak, error):
    with pytest.raises(error) as caught:
        checked_reach(covered, weak, "here")
    assert caught.value.where == "here"
    assert isinstance(caught.value, BadRadius) and isinstance(caught.value, BlankSpotError)


@pytest.mark.parametrize(("covered", "weak", "error"), BAD_RADII)
def test_a_bad_row_of_radii_is_refused_by_its_technology(covered, weak, error):
    with pytest.raises(error) as caught:
        radii_table(["2G", 0, 8000, "L900", covered, weak])
    assert caught.value.where == "L900"


@pytest.mark.parametrize(("covered", "weak", "error"), BAD_RADII)
def test_a_bad_radius_of_a_site_is_refused_by_the_site(covered, weak, error):
    with pytest.raises(error) as caught:
        site_reach(2, ["one", "two"], 3500, DEFAULT_RADII, None, [3500, covered], [5000, weak])
    assert caught.value.where == "two"


@pytest.mark.parametrize(
    ("covered", "weak"), [(3500, 3500), (3500, 0), (3500, None), (0, 5000), (None, 5000), (0, 0)]
)
def test_radii_that_can_be_meant(covered, weak):
    reach = checked_reach(covered, weak, "here")
    assert (reach.covered, reach.weak) == (covered or 0, weak or 0)
    assert reach.outer == max(reach.covered, reach.weak)


def _site(technology=None, radius=None, weak=None, general=3500.0, table=None):
    """Reach of a site that stands beside one with a reach."""
    reach = site_reach(
        2,
        ["other", "site"],
        general,
        DEFAULT_RADII if table is None else table,
        ["4G", technology],
        ["1000", radius],
        [None, weak],
    )
    return reach.covered[1], reach.weak[1]


OWN = {"4G": Reach(3000.0, 4000.0)}


@pytest.mark.parametrize(
    ("technology", "radius", "weak", "expected"),
    [
        # The site's own, then its technology's, then the general one.
        ("4G", 700, 900, (700, 900)),
        ("4G", "700,5", None, (700.5, 0)),
        ("4G", None, 4500, (3000, 4500)),
        ("4G", "-", "", (3000, 4000)),
        ("4G", None, None, (3000, 4000)),
        ("SST", 700, None, (700, 0)),
        ("SST", None, 6000, (2500, 6000)),
        ("SST", None, None, (2500, 0)),
        (None, None, None, (2500, 0)),
        # Zero is a radius: this site is off.
        ("4G", 0, None, (0, 0)),
        ("4G", 0, 4500, (0, 4500)),
    ],
)
def test_radius_field_goes_before_radii_before_radius(technology, radius, weak, expected):
    assert _site(technology, radius, weak, general=2500.0, table=OWN) == expected


def test_a_weak_field_shorter_than_the_technology_covers_is_refused():
    with pytest.raises(WeakShorterThanCovered) as caught:
        _site("4G", None, 2000)
    assert caught.value.where == "site"


def test_without_fields_every_site_takes_the_general_radius():
    reach = site_reach(3, ["a", "b", "c"], 3500, DEFAULT_RADII)
    assert reach.covered.tolist() == [3500] * 3
    assert reach.weak.tolist() == [0] * 3
    assert reach.outer.tolist() == [3500] * 3
    assert not reach.wifi.any() and not reach.unknown


def test_unknown_technologies_are_counted_by_their_words():
    cells = ["4G", "SST", None, "SST ", "", "-", "WiFi", "Monopole"]
    reach = site_reach(8, [str(index) for index in range(8)], 3500, DEFAULT_RADII, cells)
    assert reach.unknown == {"SST": 2, "-": 3, "Monopole": 1}
    assert reach.wifi.tolist() == [False] * 6 + [True, False]
    assert reach.covered.tolist() == [3500] * 6 + [100, 3500]


def test_outer_is_where_the_last_signal_ends():
    reach = site_reach(2, ["a", "b"], 3500, DEFAULT_RADII, ["2G", "4G"], None, None)
    assert reach.outer.tolist() == [8000, 5000]


@pytest.mark.parametrize(
    "given",
    [
        {"radius": 0},
        {"radius": 3500, "radius_cells": [0, "0"]},
        {"radius": 0, "technology_cells": ["SST", None]},
        {"radius": 3500, "technology_cells": ["4G", "4G"], "table": {"4G": Reach(0.0, 0.0)}},
    ],
)
def test_a_radius_of_zero_everywhere_is_refused(given):
    with pytest.raises(RadiiAllZero):
        site_reach(2, ["a", "b"], **{"table": DEFAULT_RADII, **given})


def test_a_radius_of_zero_somewhere_is_not():
    assert site_reach(2, ["a", "b"], 0, DEFAULT_RADII, ["SST", "2G"]).outer.tolist() == [0, 8000]


@pytest.mark.parametrize(("radius", "error"), [(-1, RadiusNegative), ("x", RadiusNotANumber)])
def test_a_bad_general_radius_is_refused_by_its_key(radius, error):
    with pytest.raises(error) as caught:
        site_reach(1, ["a"], radius, DEFAULT_RADII)
    assert caught.value.where == "RADIUS"


def test_no_sites_have_no_reach():
    assert site_reach(0, [], 0, DEFAULT_RADII, [], [], []).covered.shape == (0,)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("4 G", ["4G"]), ("4GLTE", ["4G"]), ("L 1800", ["4G"]), ("2 G/4 G", ["4G", "2G"])],
)
def test_spellings_of_real_sheets(cell, expected):
    assert technologies(cell) == expected


@pytest.mark.parametrize("text", ["3.500", "12,345", "1.234.567", "-3.500"])
def test_a_number_that_may_mean_two_things_is_none(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_number(text)
