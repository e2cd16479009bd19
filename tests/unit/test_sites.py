# SPDX-License-Identifier: GPL-2.0-or-later
"""What a tower sheet says of its towers."""

from __future__ import annotations

import numpy as np
import pytest

from blankspot_plugin.core.aliases import DEFAULT_ALIASES, OPERATOR, OWNER, aliases, key
from blankspot_plugin.core.sites import (
    attributes,
    coarse,
    duplicates,
    height_metres,
    is_running_number,
    technology_text,
)


@pytest.mark.parametrize(
    ("cell", "metres"),
    [("31m", 31.0), ("31,5 M", 31.5), ("30.4m", 30.4), ("42 meter", 42.0), ("± 42 m", 42.0),
     (" 72 Mtr.", 72.0), (42, 42.0), (31.5, 31.5), ("42", 42.0),
     ("-", None), ("", None), (None, None), ("GF/SST/31", None), ("42/52", None), (0, None),
     ("1000 m", None), (-3, None), (float("nan"), None), (True, None)],
)  # fmt: skip
def test_heights(cell, metres):
    assert height_metres(cell) == metres


@pytest.mark.parametrize(
    ("cell", "text"),
    [("2G/4G", "2G/4G"), ("4G,2G", "2G/4G"), ("L900", "4G"), ("DCS", "2G"), ("lte", "4G"),
     ("WiFi", "WIFI"), ("Repeater", "Repeater"), ("-", None), ("", None), (None, None)],
)  # fmt: skip
def test_technologies(cell, text):
    assert technology_text(cell) == text


NAMES = {
    "Telkomsel": "Telkomsel, TELKOMSEL, tsel, T-Sel, PT. Telkomsel, PT.TELKOMSEL, "
    "PT Telekomunikasi Selular",
    "Indosat": "INDOSAT; PT. Indosat Tbk.; PT.INDOSAT Tbk.; IOH; Indosat Ooredoo; "
    "Indosat Ooredoo Hutchison; IM3",
    "XL Axiata": "XL; xl axiata; PT. XL AXIATA; XLSmart; AXIS; PT XL Axiata, Tbk",
    "Smartfren": "smartfren; Smart Fren; PT Smartfren Telecom Tbk; Fren; Smartfren 4G",
    "Tri": "Tri; 3; Three; H3I; Hutchison 3 Indonesia; HCPT",
    "Mitratel": "MITRATEL; PT. DAYAMITRA TELEKOMUNIKASI; PT. DAYA MITRA TEL; Dayamitra; "
    "PT. DAYAMITRA TELEKOMUNIKASI ( TELKOMSEL RESELLER )",
    "Tower Bersama": "TBG; PT.TOWER BERSAMA GROUP; Tower Bersama",
    "Protelindo": "PROTELINDO; PT. PROTELINDO; PT Profesional Telekomunikasi Indonesia",
    "Solusi Tunas Pratama": "STP; PT. SOLUSI TUNAS PRATAMA",
    "Inti Bangun Sejahtera": "IBS; PT. INTI BANGUN SEJAHTERA",
}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (text, name)
        for name, texts in NAMES.items()
        for text in texts.split("; " if ";" in texts else ", ")
    ],
)
def test_aliases(text, name):
    kind, found = aliases().find(text)
    assert found == name
    assert (kind == OWNER) == (name in list(NAMES)[5:])


@pytest.mark.parametrize("text", ["SMI", "Smart Tower", "Kantor Desa", "", "PT"])
def test_names_nobody_knows(text):
    assert aliases().find(text) is None


def test_no_spelling_means_two_companies():
    seen = {}
    for name, _, spellings in DEFAULT_ALIASES:
        for spelling in {key(part) for part in (name, *spellings.split(";"))} - {""}:
            assert seen.setdefault(spelling, name) == name


def test_the_office_lays_its_rows_over_the_table():
    known = aliases(
        [("Tri Indosat", "operator", "Tri; IOH"), ("SMI", "pemilik", ""), ("", "", "x")]
    )
    assert known.find("IOH") == (OPERATOR, "Tri Indosat")
    assert known.find("PT. SMI") == (OWNER, "SMI")
    assert known.find("Tsel") == (OPERATOR, "Telkomsel")


def companies(operator, owner):
    made = attributes(1, None, [operator], [owner], None, aliases())
    return made.operator[0], made.owner[0]


@pytest.mark.parametrize(
    ("operator", "owner", "expected"),
    [
        ("Tsel", "TBG", ("Telkomsel", "Tower Bersama")),
        ("Mitratel", None, (None, "Mitratel")),
        ("Mitratel", "TBG", (None, "Tower Bersama")),
        ("Telkomsel/XL", "-", ("Telkomsel, XL Axiata", None)),
        ("Tsel dan Telkomsel", None, ("Telkomsel", None)),
        ("Tri/3", None, ("Tri", None)),
        ("Telkomsel, Mitratel", None, ("Telkomsel", "Mitratel")),
        (None, "PT. XL AXIATA", (None, "XL Axiata")),
        ("Satelindo", "SMI", ("Satelindo", "SMI")),
        (3, None, ("Tri", None)),
        ("-", "", (None, None)),
    ],
)
def test_an_owner_of_towers_is_no_operator(operator, owner, expected):
    assert companies(operator, owner) == expected


def test_what_was_not_given_is_none_throughout():
    made = attributes(2, None, None, None, None, aliases())
    assert made.technology == made.operator == made.owner == made.height == [None, None]
    assert not made.assumed.any()


def test_a_missing_technology_is_assumed_only_where_it_is_told_to():
    cells = ["4G", None, "-", "Repeater"]
    assert attributes(4, cells, None, None, None, aliases()).technology[1] is None
    made = attributes(4, cells, None, None, None, aliases(), "4G")
    assert made.technology == ["4G", "4G", "4G", "Repeater"]
    assert made.assumed.tolist() == [False, True, True, False]
    assert made.odd_technologies == {"Repeater": 1}


def test_what_is_not_understood_is_counted():
    made = attributes(3, None, ["SMI", "Tsel", "SMI"], None, ["tinggi", "-", "31m"], aliases())
    assert +made.unknown == {"SMI": 2}
    assert made.odd_heights == {"tinggi": 1}


def test_many_on_a_rounded_place_are_coarse():
    lon = np.array([116.1, 116.1, 116.1, 116.2, 116.2, 116.12345, 116.12345, 116.12345, np.nan])
    lat = np.array([-1.9, -1.9, -1.9, -1.8, -1.8, -1.9, -1.9, -1.9, np.nan])
    assert coarse(lon, lat).tolist() == [True] * 3 + [False] * 6
    minute = np.full(3, 116 + 7 / 60)
    assert coarse(minute, np.full(3, -(1 + 54 / 60))).all()
    assert coarse(np.empty(0), np.empty(0)).tolist() == []


def test_duplicates_say_the_same_at_the_same_place():
    lon, lat = np.array([1.0, 1.0, 1.0, 2.0, np.nan]), np.array([1.0, 1.0, 1.0, 1.0, np.nan])
    assert duplicates(lon, lat, ["a", "a", "b", "a", "a"]).tolist() == [
        False, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "running"),
    [("No", True), ("no.", True), ("NOMOR", True), ("fid", True), ("No_Urut", True),
     ("nama", False), ("id_site", False), ("id", False), ("norek", False)],
)  # fmt: skip
def test_running_numbers(name, running):
    assert is_running_number(name) == running
