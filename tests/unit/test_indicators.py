# SPDX-License-Identifier: GPL-2.0-or-later
"""Indicators, a row or a column a year; their names are data."""

from __future__ import annotations

from blankspot_plugin.core.indicators import columns, indicators


def test_a_column_a_year_becomes_a_row_a_year():
    row = {
        "Indeks": "I", "Indikator": "Desa blank spot", "Satuan": "desa", "Baseline": 37,
        "Tahun Dasar": 2021, "Target 2025": "27", "Realisasi 2025": 30, "target_2026": 10,
        "OPD": "Dinas",
    }  # fmt: skip
    known = columns(list(row))
    assert known.usable
    found, wrong = indicators([row], known)
    assert wrong == []
    assert [(one.year, one.target, one.achieved) for one in found] == [
        (2025.0, 27.0, 30.0), (2026.0, 10.0, None),
    ]  # fmt: skip
    assert (found[0].name, found[0].unit, found[0].office) == ("Desa blank spot", "desa", "Dinas")
    # Fewer is better here: 7 of the 10 villages on the way.
    assert found[0].progress == 70.0
    assert found[1].progress is None and found[1].percent is None


def test_a_row_a_year():
    rows = [
        {"indicator": "A", "year": 2025, "target": 144, "achieved": 97, "baseline": 0},
        {"indicator": "A", "year": 2026, "target": "97,16 %", "achieved": None, "baseline": None},
        {"indicator": "", "year": 2026, "target": 1, "achieved": 1, "baseline": 1},
    ]
    found, wrong = indicators(rows, columns(list(rows[0])))
    assert [(one.year, one.target) for one in found] == [(2025.0, 144.0), (2026.0, 97.16)]
    assert found[0].percent == found[0].progress == 100 * 97 / 144
    assert wrong == []


def test_what_is_no_number_is_told_with_its_row():
    found, wrong = indicators(
        [{"indikator": "A", "target": "banyak"}], columns(["indikator", "target"])
    )
    assert wrong == [(0, "banyak")]
    assert found[0].target is None


def test_a_table_without_names_or_targets_is_of_no_use():
    assert not columns(["indikator", "satuan"]).usable
    assert not columns(["target_2025"]).usable
    assert columns(["nama", "target_2025"]).usable
