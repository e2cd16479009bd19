# SPDX-License-Identifier: GPL-2.0-or-later
"""The words offices write for the state of a Wi-Fi point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core.wifi import ORDER, village_status, wifi_status

WORDS = {
    "active": [
        "aktif", "Aktif ", "AKTIF", " aktif", "Aktif.", "Aktif (2025)", "active", "Active",
        "online", "Online", "up", "UP", "beroperasi", "berfungsi", "nyala", "on air", "on-air",
        "operational", "working", "sudah aktif", "Telah beroperasi", "masih aktif",
        "\u00a0Aktif\u00a0",
    ],
    "installed": [
        "tidak aktif", "Tidak Aktif", "TIDAK AKTIF", "belum aktif", "non-aktif", "nonaktif",
        "Non Aktif", "NON-AKTIF", "tdk aktif", "Tdk. Aktif", "tak aktif", "blm aktif", "inaktif",
        "sudah tidak aktif", "tidak berfungsi", "tidak beroperasi", "belum beroperasi",
        "tidak online", "not active", "inactive", "not working", "not operational", "deactivated",
        "rusak", "Rusak berat", "gangguan", "mati", "mati total", "down", "offline", "off", "padam",
        "putus", "sedang gangguan", "terpasang", "Sudah terpasang", "dipasang", "installed",
    ],
    "planned": [
        "rencana", "direncanakan", "usulan", "diusulkan", "usul", "disetujui", "proses",
        "dalam proses", "Dalam Proses", "masih dalam proses", "belum terpasang", "Belum Terpasang",
        "belum dipasang", "belum pasang", "blm terpasang", "tidak terpasang", "planned", "proposed",
        "approved", "not installed",
    ],
    "unknown": [
        None, "", "   ", "-", "?", "tidak diketahui", "unknown", "NULL", "n/a", "0", 0, 1, "ok?",
        "update", "upaya", "offer", "aktifitas", "proaktif", "radioaktif", "interaktif",
        "akan aktif", "on progress", "matikan", "downtown", "aktivasi",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "expected"), [(cell, status) for status, cells in WORDS.items() for cell in cells]
)
def test_words_of_offices(cell, expected):
    assert wifi_status(cell) == expected


@pytest.mark.parametrize("no", ["tidak", "tdk", "tak", "belum", "blm", "non", "not"])
@pytest.mark.parametrize("between", [" ", "  ", "-", ". ", ""])
@pytest.mark.parametrize("cell", WORDS["active"][:6] + ["aktif lagi", "AKTIF / ONLINE"])
def test_a_negated_word_is_never_active(no, between, cell):
    assert wifi_status(f"{no}{between}{cell}") != "active"


@given(st.text(max_size=30))
def test_what_names_no_known_word_is_never_active(text):
    words = ("aktif", "active", "online", "up", "nyala", "operasi", "operational", "fungsi", "air",
             "working")  # fmt: skip
    if not any(word in text.casefold() for word in words):
        assert wifi_status(text) != "active"


@pytest.mark.parametrize(
    ("points", "village"),
    [
        ([], "none"),
        (["planned"], "planned"),
        (["unknown"], "unknown"),
        (["unknown", "unknown"], "unknown"),
        (["unknown", "planned"], "planned"),
        (["planned", "installed"], "installed"),
        (["installed", "active", "planned"], "active"),
        (["unknown", "installed"], "installed"),
    ],
)
def test_a_village_is_as_good_as_its_best_point(points, village):
    assert village_status(points) == village
    assert village_status(iter(reversed(points))) == village


def test_the_statuses_are_those_of_the_table():
    assert set(ORDER) == {"active", "installed", "planned", "none", "unknown"}


@pytest.mark.parametrize("cell", ["Aktif (gangguan)", "Aktif - gangguan", "aktif, rusak",
                                  "Aktif/Tidak Aktif"])  # fmt: skip
def test_a_fault_named_anywhere_is_not_active(cell):
    assert wifi_status(cell) == "installed"
