# SPDX-License-Identifier: GPL-2.0-or-later
"""What a cell with a coordinate may mean."""

from __future__ import annotations

import decimal

import numpy as np
import pytest

from blankspot_plugin.core.coordinate_fields import guess_fields, holds_pairs, split_pair
from blankspot_plugin.core.coordinates import is_missing, plain_numbers, spell

DMS = {
    "-0° 49' 3.435\"": -(49 / 60 + 3.435 / 3600),
    "117° 14' 37.760\"": 117 + 14 / 60 + 37.76 / 3600,
    "117Â° 14' 37.760\"": 117 + 14 / 60 + 37.76 / 3600,
    "1° 54' 32,5\" LS": -(1 + 54 / 60 + 32.5 / 3600),
    "LS 1° 54' 32,5\"": -(1 + 54 / 60 + 32.5 / 3600),
    "L.S. 1° 54' 32,5\"": -(1 + 54 / 60 + 32.5 / 3600),
    "Lintang Selatan: 1° 54' 32,5\"": -(1 + 54 / 60 + 32.5 / 3600),
    "1º54´32.5¨S": -(1 + 54 / 60 + 32.5 / 3600),
    "1°54′32.5″S": -(1 + 54 / 60 + 32.5 / 3600),
    "1° 54’ 32.5’’ LS": -(1 + 54 / 60 + 32.5 / 3600),
    "1°54'32.5''S": -(1 + 54 / 60 + 32.5 / 3600),
    "1 derajat 54 menit 32,5 detik LS": -(1 + 54 / 60 + 32.5 / 3600),
    "1d54m32.5sS": -(1 + 54 / 60 + 32.5 / 3600),
    "1D 54M 32.5S S": -(1 + 54 / 60 + 32.5 / 3600),
    "2 25 34 S": -(2 + 25 / 60 + 34 / 3600),
    "S 2 25 34": -(2 + 25 / 60 + 34 / 3600),
    "2:25:34 S": -(2 + 25 / 60 + 34 / 3600),
    "2-25-34 LS": -(2 + 25 / 60 + 34 / 3600),
    "-2 25 34": -(2 + 25 / 60 + 34 / 3600),
    "2° 25.5' LU": 2.425,
    "LU. 99. 14179": 99.14179,
    "BT 116.5": 116.5,
    "116,5° BT": 116.5,
    "116.5 E": 116.5,
    "116.5 Bujur Timur": 116.5,
    "5° 54' 60\"": 5 + 55 / 60,
}


@pytest.mark.parametrize(("cell", "expected"), DMS.items())
def test_degrees_are_read_as_they_are_written(cell, expected):
    written = spell(cell).written
    assert written.value == pytest.approx(expected, abs=1e-12)
    assert written.words == ("dms",)


@pytest.mark.parametrize(
    ("cell", "axis"),
    [("1.9 LS", "lat"), ("1.9 U", "lat"), ("116 BT", "lon"), ("116 T", "lon"), ("W 5", "lon"),
     ("1.9", ""), ("1° 54'", "")],
)  # fmt: skip
def test_a_letter_names_the_axis(cell, axis):
    assert spell(cell).written.axis == axis


@pytest.mark.parametrize(
    ("cell", "expected", "words"),
    [
        ("107,58096", 107.58096, ("decimal_comma",)),
        ("-6,9", -6.9, ("decimal_comma",)),
        ("478.123,45", 478123.45, ("decimal_comma",)),
        ("9,876,543.21", 9876543.21, ("decimal_comma",)),
        ("478123 mE", 478123.0, ()),
        ("9876543.5 mT", 9876543.5, ()),
        ("−6.9", -6.9, ()),
        ("- 6.9", -6.9, ()),
        ("+6.9", 6.9, ()),
        ("'-6.91", -6.91, ()),
        (" 107.5\u00a0", 107.5, ()),
        ("1.0758e+02", 107.58, ()),
        (decimal.Decimal("107.5"), 107.5, ()),
        (np.float64(107.5), 107.5, ()),
        (107, 107.0, ()),
    ],
)
def test_numbers_are_read_as_they_are_written(cell, expected, words):
    written = spell(cell).written
    assert written.value == expected
    assert written.words == words


LOST = {
    "10,758,096.000000": 107.58096,
    "10758096": 107.58096,
    "107.580.96": 107.58096,
    "107..58096": 107.58096,
    "107 58096": 107.58096,
    "10 758 096": 107.58096,
    10758096: 107.58096,
    "10,950,000": 109.5,
    "-862558": -8.62558,
    "-6.865.574": -6.865574,
    "-6,865,574": -6.865574,
    "-984,375.000000": -0.984375,
    "-984.375": -0.984375,
    "-0.862.558": -0.862558,
    "-0862558": -0.862558,
}


@pytest.mark.parametrize(("cell", "expected"), LOST.items())
def test_a_lost_point_is_sought_at_every_scale(cell, expected):
    found = [one.value for one in spell(cell).others if one.words == ("lost_point",)]
    assert expected in found


@pytest.mark.parametrize("cell", ["-0862558", "-0.862.558"])
def test_a_zero_in_front_stood_before_the_point(cell):
    assert [one.value for one in spell(cell).others] == [-0.862558]


@pytest.mark.parametrize(
    "cell", ["107.58096", 107.58096, "116.1", "107,58096", "-69", 6912, "123.4"]
)
def test_a_number_that_has_its_point_lost_none(cell):
    assert spell(cell).others == ()


def test_dots_may_be_degrees_or_thousands():
    spelling = spell("6.54.32")
    assert spelling.written is None
    values = [round(one.value, 6) for one in spelling.others]
    assert 6.908889 in values
    assert 6.5432 in values


def test_minus_and_letter_that_contradict_are_both_kept():
    assert spell("-6.9 LU").written is None
    assert {one.value for one in spell("-6.9 LU").others} == {6.9, -6.9}
    assert spell("-6.9 LS").written.value == -6.9


STATED = ["1.9 LS", "1.9 LU", "S 1.9", "1.9 South", "1° 54' Lintang Utara", "L.S. 1.9", "1,9 U",
          "1.9 N", "Lintang Selatan: 1.9", "19000 LS", "1.54.0 LS", "1 54 0 S",
          "-1.9 LU"]  # fmt: skip


@pytest.mark.parametrize("cell", STATED)
def test_a_sign_that_is_told_was_not_lost(cell):
    spelling = spell(cell)
    assert all(one.stated for one in (spelling.written, *spelling.others) if one)
    found = [one.value for one in spelling.readings("lat", -12, 8, True, True)]
    told = [one.value for one in (spelling.written, *spelling.others) if one]
    assert {*found} <= {*told}


def test_a_sign_that_is_not_told_may_be_lost():
    found = spell("Lintang 1.9").readings("lat", -12, 8, True, True)
    assert [(one.value, one.cost) for one in found] == [(1.9, 0), (-1.9, 1)]
    assert [one.value for one in spell("1.9").readings("lat", -12, 8, False, True)] == [1.9]


def test_a_letter_of_the_other_axis_tells_no_side():
    found = spell("0.03 BT").readings("lat", -12, 8, True, True)
    assert [(one.value, one.cost) for one in found] == [(0.03, 1), (-0.03, 1)]
    assert spell("0.03 BT").readings("lat", -12, 8, True, False) == []


@pytest.mark.parametrize("cell", ["-2 9 24.40", "3.44.7.02", "-1 36", "2-25-34"])
def test_digits_of_whole_degrees_and_minutes_are_only_a_doubt(cell):
    lost = [one for one in spell(cell).others if "lost_point" in one.words]
    assert all(one.doubtful for one in lost)


@pytest.mark.parametrize("cell", ["0", "0.0", "0° 0' 0\" LS"])
def test_a_zero_is_no_reading(cell):
    assert spell(cell).readings("lat", -12, 8, True, True) == []


@pytest.mark.parametrize(
    ("cell", "expected"), [("X: 115.7", 115.7), ("115.7;", 115.7), ("-1,9 ;", -1.9)]
)
def test_names_and_marks_around_a_number(cell, expected):
    assert spell(cell).written.value == expected


@pytest.mark.parametrize(
    "cell",
    ["abc", "Jl. Merdeka 12", "6° 75' 0\"", "6° 5' 61\"", "54' 32\"", "1.5° 30'",
     "LS BT 6", "6 LS 7 LU", "1 2 3 4 5", "°", "'", "LS", "--6", "12/3", True, "1e999",
     float("inf"), object()],
)  # fmt: skip
def test_what_is_no_coordinate_is_not_read(cell):
    assert not spell(cell)


@pytest.mark.parametrize("cell", [None, "", " ", "-", "–", "NULL", "n/a", "#N/A", float("nan")])
def test_missing(cell):
    assert is_missing(cell)
    assert not spell(cell)


def test_plain_numbers():
    found = plain_numbers(["107.5", " -6.9 ", 3, 2.5, "107,5", None, "", True, "6 LS", "1e3"])
    assert found[:4].tolist() == [107.5, -6.9, 3.0, 2.5]
    assert np.isnan(found[4:]).all()


PAIRS = {
    "-6.9175, 107.6191": ("107.6191", "-6.9175"),
    "107.6191, -6.9175": ("107.6191", "-6.9175"),
    "(-6.9175,107.6191)": ("107.6191", "-6.9175"),
    "-6,9175; 107,6191": ("107,6191", "-6,9175"),
    "-6,9175, 107,6191": ("107,6191", "-6,9175"),
    "-6,9175,107,6191": ("107,6191", "-6,9175"),
    "-6.9175 107.6191": ("107.6191", "-6.9175"),
    "6°54'32\"S 107°36'0\"E": ("107°36'0\"E", "6°54'32\"S"),
    "6°54'32\" LS, 107°36'0\" BT": ("107°36'0\" BT", "6°54'32\" LS"),
    "LS: 6.91 BT: 107.61": ("BT: 107.61", "LS: 6.91"),
    "POINT (107.6 -6.9)": ("107.6", "-6.9"),
}


@pytest.mark.parametrize(("cell", "expected"), PAIRS.items())
def test_two_coordinates_in_one_cell(cell, expected):
    assert split_pair(cell) == expected


@pytest.mark.parametrize("cell", [None, 107.6, "107.6", "", "abc"])
def test_one_cell_without_a_pair(cell):
    assert split_pair(cell) is None


def test_pairs_are_told_from_addresses():
    assert holds_pairs(["-6.9, 107.6", "-6.8, 107.5", "-"])
    assert not holds_pairs(["Jl. Merdeka 12, Bandung", "Jl. Asia Afrika 3, Bandung"])
    assert not holds_pairs([])


LONS, LATS = ["107,6", "107.7", None], ["-6.9", "-6,8", ""]


@pytest.mark.parametrize(
    ("lon", "lat"),
    [("Longitude", "Latitude"), ("LONG", "LAT"), ("x", "y"), ("Koordinat X", "Koordinat Y"),
     ("BUJUR_TIMUR", "LINTANG_SELATAN"), ("lng", "lat"), ("site_longitude", "site_latitude"),
     ("Bujur (BT)", "Lintang (LS)"), ("Long.", "Lat."), ("LONG_DD", "LAT_DD"),
     ("Easting", "Northing")],
)  # fmt: skip
def test_fields_are_guessed_by_their_names(lon, lat):
    columns = {"No": [1, 2, 3], "Nama": ["a", "b", "c"], lat: LATS, lon: LONS}
    assert guess_fields(columns) == (lon, lat)


def test_fields_are_guessed_by_their_cells():
    columns = {"no": [1, 2], "a": ["107.61", "107.71"], "b": [-6.91, -6.81], "tinggi": [42, 31.5]}
    assert guess_fields(columns) == ("a", "b")
    assert guess_fields({**columns, "c": [110.1, 110.2]}) is None


def test_a_field_of_both_is_guessed():
    assert guess_fields({"n": [1], "Koordinat": ["-6.9, 107.6"]}) == ("Koordinat", "Koordinat")
    assert guess_fields({"n": [1], "Lokasi": ["Jl. Merdeka, Bandung"]}) is None


def test_a_name_whose_cells_are_empty_is_passed_over():
    columns = {"lon": [None, None], "lat": ["", ""], "x": ["107.6", "107.7"], "y": ["-6.9", "-6.8"]}
    assert guess_fields(columns) == ("x", "y")


def test_no_coordinates_at_all():
    assert guess_fields({"n": [1, 2], "nama": ["a", "b"]}) is None
