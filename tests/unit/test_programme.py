# SPDX-License-Identifier: GPL-2.0-or-later
"""Points of the programme counted once, updated by id, unknown never active."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core import issues, programme, wifi
from blankspot_plugin.core.errors import UnknownMeaning
from blankspot_plugin.core.programme import Point, Update, link_kind
from blankspot_plugin.core.wifi import STANDINGS, UNKNOWN, status_of, wifi_standing, wifi_status
from blankspot_plugin.core.wording import own_words

STANDING_WORDS = {
    "active": ["aktif", "Aktif (2025)", "beroperasi", "online", "UP"],
    "down": ["gangguan", "rusak", "mati", "Aktif (gangguan)", "offline", "down", "padam"],
    "off": ["tidak aktif", "nonaktif", "OFF", "inactive", "Aktif/Tidak Aktif", "deactivated"],
    "installed": ["terpasang", "belum aktif", "blm aktif", "Sudah terpasang", "dipasang"],
    "approved": ["disetujui", "usulan disetujui", "dalam proses", "approved"],
    "proposed": [
        "usulan",
        "direncanakan",
        "planned",
        "belum terpasang",
        "not installed",
        "usulan, belum disetujui",
    ],
    "unknown": ["", None, "?", "akan aktif", "interaktif"],
}


@pytest.mark.parametrize(
    ("cell", "standing"), [(cell, word) for word, cells in STANDING_WORDS.items() for cell in cells]
)
def test_words_of_offices(cell, standing):
    assert wifi_standing(cell) == standing
    # One list of words: the six come down to the four that statistics tells apart.
    assert wifi_status(cell) == status_of(standing)


@given(st.text(max_size=20))
def test_both_readings_of_a_cell_agree(text):
    assert wifi_status(text) == status_of(wifi_standing(text))
    assert (wifi_standing(text) == "active") == (wifi_status(text) == "active")


def meaning(text):
    found = wifi_standing(text)
    return None if found == UNKNOWN else found


def test_own_words_go_first_and_must_mean_something():
    own = own_words([("Hidup;  NYALA terus", "aktif"), ("aktif", "off"), ("", "")], meaning)
    assert wifi_standing("hidup", own) == "active"
    assert wifi_standing("nyala  TERUS", own) == "active"
    assert wifi_standing("Aktif", own) == "off"
    assert wifi_standing("gangguan", own) == "down"
    with pytest.raises(UnknownMeaning) as error:
        own_words([("hidup", "entahlah")], meaning)
    assert (error.value.word, error.value.meaning) == ("hidup", "entahlah")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("FO", "fibre"), ("Serat optik (FTTH)", "fibre"), ("fiber", "fibre"), ("Radio PtP", "radio"),
     ("wireless", "radio"), ("Starlink (satelit)", "starlink"), ("Satelit VSAT", "vsat"),
     ("V-SAT", "vsat"), ("4G modem", "4G modem"), (None, ""), ("Foto", "Foto")],
)  # fmt: skip
def test_links(cell, kind):
    assert link_kind(cell) == kind


def point(id_, village=0, standing="active", day=None, **more):
    values = {"programme": "P", "funder": "", "link": "fibre", "mbps": 50.0, "said": standing}
    return Point(id=id_, village=village, standing=standing, day=day, **{**values, **more})


DAY = date(2025, 6, 1)


def test_of_rows_with_one_key_the_newest_counts_then_the_first():
    keys = ["A", "B", "A", "", "B", ""]
    days = [DAY, DAY, date(2025, 7, 1), None, None, None]
    assert programme.once(keys, days) == ([1, 2, 3, 5], [0, 4])
    assert programme.once(["A", "A"], [None, None]) == ([0], [1])
    assert programme.once(["A", "A"], [None, DAY]) == ([1], [0])


def test_an_update_changes_the_status_and_no_place():
    points = [point("A", 3, "down", DAY), point("B", 4)]
    made, found = programme.laid_over(
        points, [Update("A", "active", "aktif lagi", date(2025, 7, 1))], "UPDATES"
    )
    assert found == []
    assert (made[0].standing, made[0].village, made[0].mbps) == ("active", 3, 50.0)
    assert (made[0].said, made[0].day, made[0].updated) == ("aktif lagi", date(2025, 7, 1), True)
    assert made[1] == points[1]


@pytest.mark.parametrize(
    ("update", "word"),
    [
        (Update("X", "active", "aktif", None), issues.UNKNOWN_POINT),
        (Update("A", None, "", None), issues.EMPTY),
        (Update("A", "active", "aktif", date(2025, 5, 31)), issues.OLDER),
    ],
)
def test_an_update_that_changes_nothing_is_listed(update, word):
    points = [point("A", 3, "down", DAY)]
    made, found = programme.laid_over(points, [update], "UPDATES")
    assert made == points
    assert [(one.input, one.row, one.word) for one in found] == [("UPDATES", update.id, word)]


def test_an_update_that_nobody_understands_makes_a_point_unknown():
    made, _ = programme.laid_over([point("A")], [Update("A", UNKNOWN, "entah", DAY)], "U")
    assert made[0].standing == UNKNOWN
    assert programme.tally(made).counts[wifi.ACTIVE] == 0


def test_a_village_with_two_points_is_one_village():
    total = programme.tally([point("A", 1), point("B", 1, "down"), point("C", 2, "unknown")])
    assert (total.points, total.villages, total.villages_active) == (3, 2, 1)
    assert total.mbps == 50.0
    assert total.active_percent == pytest.approx(100 / 3)


POINTS = st.lists(
    st.builds(
        point,
        st.text(min_size=1, max_size=3),
        st.integers(-1, 4),
        st.sampled_from((*STANDINGS, UNKNOWN)),
        programme=st.sampled_from(["", "P", "Q"]),
    ),
    max_size=30,
)


@given(POINTS)
def test_all_tables_are_sums_of_the_same_points(points):
    inside = [one for one in points if one.village >= 0]
    whole = programme.tally(inside)
    villages = [programme.tally(held) for held in programme.by_village(inside, 5)]
    programmes = [total for _, _, total in programme.by_programme(inside)]
    for parts in (villages, programmes):
        for word in programme.COUNTED:
            assert sum(part.counts[word] for part in parts) == whole.counts[word]
    assert sum(bool(part.points) for part in villages) == whole.villages
    assert sum(bool(part.counts["active"]) for part in villages) == whole.villages_active
