# SPDX-License-Identifier: GPL-2.0-or-later
"""A row is kept, repaired or rejected; it is never put where it does not belong."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from blankspot_plugin.core.errors import Cancelled
from blankspot_plugin.core.geodesy import distance
from blankspot_plugin.core.ground import metres_from_box
from blankspot_plugin.core.placing import place

REACH = 8000.0
# West, south, east, north, about as Paser, Bandung and a regency across the equator lie.
PASER = (115.6, -2.41, 116.6, -0.97)
BANDUNG = (107.545, -6.97, 107.74, -6.836)
EQUATOR = (109.0, -0.4, 110.2, 0.9)
LONG = (100.5, -1.2, 102.0, -0.02)
# About as Kutai Timur, Kutai Barat and Berau lie.
TIMUR = (115.9, 0.02, 118.9, 1.9)
BARAT = (114.7, -1.1, 116.4, 0.9)
DELI = (98.4, 3.0, 99.5, 3.9)
BERAU = (116.2, 1.0, 119.0, 2.6)
REGENCIES = (PASER, BANDUNG, EQUATOR, LONG)


class Box:
    """A regency that is a box of degrees."""

    in_degrees = True

    def __init__(self, box, utm=()):
        self.box = box
        self._utm = utm

    def lonlat(self, x, y):
        off = ~((np.abs(x) <= 180) & (np.abs(y) < 90))
        return np.where(off, np.nan, x), np.where(off, np.nan, y)

    def away(self, lon, lat, limit):
        metres = metres_from_box(lon, lat, self.box)
        return np.where(metres <= limit, metres, np.inf)

    def projected(self, x, y):
        # A stand-in for UTM: eastings and northings, 100 km a degree from 9 to 10 Mm.
        rows = np.flatnonzero((x >= 100_000) & (x <= 900_000) & (y >= 9e6) & (y <= 1.05e7))
        for west in self._utm:
            yield rows, west + x[rows] / 100_000, (y[rows] - 1e7) / 100_000


def one(box, lon, lat, utm=()):
    made = place([lon], [lat], Box(box, utm), REACH)
    return made.reason[0], (made.lon[0], made.lat[0]), made.words[0], bool(made.repaired[0])


CASES = [
    # As they are.
    (PASER, 116.1, -1.9, (116.1, -1.9), ()),
    (PASER, "116.1", " -1.9 ", (116.1, -1.9), ()),
    (PASER, "116.1", "−1.9", (116.1, -1.9), ()),
    (PASER, 116.1, -0.95, (116.1, -0.95), ("neighbour",)),
    (EQUATOR, 109.5, 0.3, (109.5, 0.3), ()),
    (EQUATOR, 109.5, -0.3, (109.5, -0.3), ()),
    # Notation.
    (PASER, "116,1", "-1,9", (116.1, -1.9), ("decimal_comma",)),
    (PASER, "116.1", "-1,9", (116.1, -1.9), ("decimal_comma",)),
    (PASER, "116,1", "-0,95", (116.1, -0.95), ("decimal_comma", "neighbour")),
    (PASER, "116° 6' 0\" BT", "1° 54' 0,0\" LS", (116.1, -1.9), ("dms",)),
    (EQUATOR, "109° 30' 0\"", "-0° 18' 0\"", (109.5, -0.3), ("dms",)),
    (TIMUR, "X: 116.5", "Y: 1.2", (116.5, 1.2), ("dms",)),
    (PASER, "116.1;", "-1.9,", (116.1, -1.9), ()),
    # Repairs.
    (PASER, "116.1", "1.9", (116.1, -1.9), ("sign",)),
    (PASER, "116° 6' 0\"", "1° 54' 0\"", (116.1, -1.9), ("dms", "sign")),
    (BANDUNG, "-107.615910", "-6.951780", (107.61591, -6.95178), ("sign",)),
    (BANDUNG, -6.95178, 107.61591, (107.61591, -6.95178), ("swapped",)),
    (BANDUNG, 6.95178, 107.61591, (107.61591, -6.95178), ("sign", "swapped")),
    (BANDUNG, "6.95178 LS", "107.61591 BT", (107.61591, -6.95178), ("dms", "swapped")),
    (BANDUNG, "10,758,096.000000", "-6.865574", (107.58096, -6.865574), ("lost_point",)),
    (BANDUNG, "10,758,096.000000", "-6,912,345.000000", (107.58096, -6.912345), ("lost_point",)),
    (BANDUNG, "107.61591", "-6.9 LU", (107.61591, -6.9), ("dms", "sign")),
    (PASER, "116.1", "-984,375.000000", (116.1, -0.984375), ("lost_point",)),
    (PASER, "116 6 0", "-1.54.0", (116.1, -1.9), ("dms",)),
    (PASER, "1° 54' 0\" LS", "116° 6' 0\" BT", (116.1, -1.9), ("dms", "swapped")),
    (BANDUNG, 10758096, -6865574.0, (107.58096, -6.865574), ("lost_point",)),
    (BANDUNG, "-6.865.574", "107.580.96", (107.58096, -6.865574), ("lost_point", "swapped")),
    (BANDUNG, "107 58096", "-6 865574", (107.58096, -6.865574), ("lost_point",)),
    (BANDUNG, "LU. 107. 61591", "LS. 6. 95178", (107.61591, -6.95178), ("dms", "label")),
    (EQUATOR, 0.3, 109.5, (109.5, 0.3), ("swapped",)),
    (EQUATOR, "10,950,000", "0.3", (109.5, 0.3), ("lost_point",)),
    (EQUATOR, "109.5", "-0.312.345", (109.5, -0.312345), ("lost_point",)),
]  # fmt: skip


@pytest.mark.parametrize(("box", "lon", "lat", "expected", "words"), CASES)
def test_a_row_comes_to_its_place(box, lon, lat, expected, words):
    reason, found, said, repaired = one(box, lon, lat)
    assert reason == ""
    assert found == pytest.approx(expected, abs=1e-9)
    assert said == words
    assert repaired == bool(set(words) - {"neighbour"})


REJECTED = [
    (PASER, None, -1.9, "missing"),
    (PASER, "-", "-1.9", "missing"),
    (PASER, "116.1", "", "missing"),
    (PASER, 0, 0, "zero"),
    (PASER, "0,000", "0.0", "zero"),
    (PASER, "abc", "-1.9", "unreadable"),
    (PASER, "6° 75' 0\"", "-1.9", "unreadable"),
    # Beyond the neighbours.
    (PASER, 116.1, -0.5, "outside"),
    (BANDUNG, "108.266721", "-6.543043", "outside"),
    (BANDUNG, "108.647850", "-6.953100", "outside"),
    # A minus that is written was not lost; nor was a sign that a letter or a word tells.
    (TIMUR, "116.8686", "-1.2555", "outside"),
    (TIMUR, "116.8686 BT", "1.2555 LS", "outside"),
    (TIMUR, "116.8686", "1° 15' 19\" South", "outside"),
    (TIMUR, "116.8686", "1.2555 Lintang Selatan", "outside"),
    (TIMUR, "116.8686", "S 1.2555", "outside"),
    (TIMUR, "1.2555 L.S.", "116.8686 Bujur Timur", "no_reading"),
    (PASER, "115.837", "1° 15' 19\" Lintang Utara", "outside"),
    (PASER, "116° 6' 0\" BT", "1° 54' 0\" LU", "outside"),
    (PASER, "116.1", "1.9 North", "outside"),
    (PASER, "115.837 BB", "-1.9", "outside"),
    (PASER, "115.837 West", "-1.9", "outside"),
    (PASER, "115.837 Bujur Barat", "-1.9", "outside"),
    # As many assumptions, or fewer, give another place in Indonesia.
    (BARAT, "116.27.47.10 BT", "3.44.7.02 LS", "no_reading"),
    (PASER, "-2 9 24.40", "116 51 29.72", "no_reading"),
    (BERAU, "118 41 54.91", "-1 24 45.93", "outside"),
    (BERAU, "131,541,456", "1,183,911", "outside"),
    (BARAT, "116,195,726", "-3,589,349", "ambiguous"),
    (PASER, "116° 6'", "-1,900,000", "no_reading"),
    # 116° 7' 24", 1° 44' 20", or 116.0724, 1.4420?
    (PASER, "1160724", "-14420", "ambiguous"),
    (PASER, 1160724, -14420, "ambiguous"),
    (PASER, "1160724 BT", "14420 LS", "ambiguous"),
    # 99.1 and 3.32 swapped, without their points, or metres of Kutai Barat?
    (DELI, "332000", "9910000", "ambiguous"),
    (DELI, "332.000", "9.910.000", "no_reading"),
    # Degrees beside metres.
    (PASER, "117° 30' 0\" BT", "256930", "no_reading"),
    # Letters that say nothing of north and south.
    (BARAT, "115.767390 LS", "0.030653 BT", "ambiguous"),
    (PASER, "116.1 LS", "1.9 BT", "ambiguous"),
    (PASER, "116.1", "-1.9 LU", "ambiguous"),
    # A zero is a value that is missing.
    (BANDUNG, "107.61591", "0", "zero"),
    (EQUATOR, 109.5, 0, "zero"),
    (EQUATOR, 0.0, 0.3, "zero"),
    (EQUATOR, "109.5 LS", "0 BT", "zero"),
    (EQUATOR, "109,5", "0,0000", "zero"),
    # The point is there already, the same cell twice, a number of something else.
    (PASER, 116.1, 116.1, "no_reading"),
    (PASER, 116.1, 120487109, "no_reading"),
    (PASER, 116.1, 116, "no_reading"),
    (PASER, 116.1, -123, "no_reading"),
    # The sign of a latitude can't be told across the equator, nor near it.
    (EQUATOR, 109.5, -0.6, "outside"),
    (LONG, 101.0, 0.5, "outside"),
    # Two readings at two places.
    (EQUATOR, 109.5, -312345, "ambiguous"),
    (EQUATOR, 109.5, 862558, "ambiguous"),
    (PASER, "116.1", "-1.36.15", "ambiguous"),
    (PASER, "116.1", "-1 36", "ambiguous"),
    (EQUATOR, "109.5", "-0° 18' 0\" LU", "ambiguous"),
]  # fmt: skip


@pytest.mark.parametrize(("box", "lon", "lat", "reason"), REJECTED)
def test_what_cant_be_decided_is_rejected_with_the_reason(box, lon, lat, reason):
    said, found, words, repaired = one(box, lon, lat)
    assert said == reason
    assert np.isnan(found).all()
    assert not repaired


def test_eastings_and_northings_of_the_one_zone_that_fits():
    # 0.5 degrees east of 116, 1.9 south, in the stand-in for UTM.
    assert one(PASER, "152000", "9,810,000.00", (114.58,))[:3] == (
        "", pytest.approx((116.1, -1.9)), ("projected",),
    )  # fmt: skip
    assert one(PASER, 9810000, 152000, (114.58,))[1] == pytest.approx((116.1, -1.9))
    assert one(PASER, "152.000", "9.810.000", (114.58,))[1] == pytest.approx((116.1, -1.9))
    assert one(PASER, "9.810.000", "152.000", (114.58,))[1] == pytest.approx((116.1, -1.9))
    assert one(PASER, 152000, 9810000, (114.58, 114.9))[0] == "ambiguous"
    assert one(PASER, 152000, 9810000, (114.58, 120.0))[0] == ""
    assert one(PASER, 152000, 9810000, (120.0,))[0] == "no_reading"


def many(box, rows, utm=()):
    made = place([row[0] for row in rows], [row[1] for row in rows], Box(box, utm), REACH)
    return made.reason, [words if fine else None for words, fine in zip(made.words, made.repaired)]


def test_a_zone_is_assumed_only_where_the_whole_sheet_is_in_metres():
    metres, elsewhere = (152000, 9810000), (352000, 9810000)
    assert many(PASER, [metres] * 3, (114.58,))[0] == [""] * 3
    assert many(PASER, [metres, (116.1, -1.9)], (114.58,))[0] == ["ambiguous", ""]
    assert many(PASER, [metres, ("116.1", "1.9")], (114.58,))[0] == ["ambiguous", ""]
    assert many(PASER, [metres, elsewhere], (114.58,))[0] == ["ambiguous", "no_reading"]
    assert many(PASER, [metres] * 20 + [elsewhere], (114.58,))[0][0] == ""


HERE, BARE, AWAY = (116.1, -1.9), ("116.2", "1.8"), (117.5, -0.1)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([BARE], True),
        ([HERE, BARE], True),
        ([BARE, BARE, ("116.3", "1.7"), ("1.8", "116.2")], True),
        # A neighbour's tower that lost its sign as well is none of another place.
        ([BARE, ("116.1", "0.93")], True),
        ([BARE, (100.5, 13.7)], True),
        ([HERE] * 30 + [BARE, AWAY], True),
        ([BARE, AWAY], False),
        ([HERE] * 10 + [BARE, AWAY], False),
        ([HERE] * 10 + [BARE, ("117.5", "1.8")], False),
        ([HERE] * 10 + [BARE, ("116.2 BT", "1.8 LU")], False),
        ([HERE] * 10 + [BARE, ("2.2", "117.5")], False),
    ],
)
def test_a_minus_was_lost_only_where_the_sheet_is_about_the_areas(rows, expected):
    reasons, repaired = many(PASER, rows)
    at = rows.index(BARE)
    assert (reasons[at], repaired[at]) == (("", ("sign",)) if expected else ("outside", None))


def test_a_sign_is_found_where_there_is_no_place_without_it():
    """Bandung's mirror image lies in the sea, whatever else the sheet holds."""
    reasons, repaired = many(BANDUNG, [(107.6, "6.9"), AWAY, AWAY])
    assert reasons == ["", "outside", "outside"]
    assert repaired[0] == ("sign",)


def test_a_cancel_is_heard():
    with pytest.raises(Cancelled):
        place(["a"], ["b"], Box(PASER), REACH, lambda: True)


def dms(value, digits=3):
    """Return degrees, minutes and seconds, as whole texts."""
    total = round(abs(value) * 3600, digits)
    degrees, rest = divmod(total, 3600)
    minutes, seconds = divmod(rest, 60)
    return int(degrees), int(minutes), f"{seconds:.{digits}f}"


def minus(value):
    return "-" if value < 0 else ""


def _dms(mark, letters=None, comma=False, blanks=True):
    def spell(value, axis):
        degrees, minutes, seconds = dms(value)
        gap = " " if blanks else ""
        text = f"{degrees}{mark[0]}{gap}{minutes}{mark[1]}{gap}{seconds}{mark[2]}"
        text = text.replace(".", ",") if comma else text
        if letters is None:
            return minus(value) + text
        return f"{text} {letters[axis][value < 0]}"

    return spell


EN, ID = {"lon": "EW", "lat": "NS"}, {"lon": ("BT", "BB"), "lat": ("LU", "LS")}
# Each keeps sign and hemisphere: read as it is written it is the point.
NOTATIONS = {
    "plain": lambda value, _: f"{value:.6f}",
    "number": lambda value, _: value,
    "comma": lambda value, _: f"{value:.6f}".replace(".", ","),
    "label after": lambda value, axis: f"{abs(value):.6f} {ID[axis][value < 0]}",
    "label before": lambda value, axis: f"{ID[axis][value < 0]}. {abs(value):.6f}",
    "torn": lambda value, axis: f"{ID[axis][value < 0]}. {abs(value):.6f}".replace(".", ". "),
    "dms": _dms("°'\""),
    "dms tight": _dms("°'\"", blanks=False),
    "dms comma": _dms("°'\"", ID, comma=True),
    "dms letters": _dms("°'\"", EN),
    "dms primes": _dms("°′″", ID),
    "dms curly": _dms("°’”", ID),
    "dms ditto": _dms(("°", "'", "''"), ID),
    "dms spelt": _dms("dms", EN),
    "dms words": _dms((" derajat", " menit", " detik"), ID, comma=True),
    "dms blanks": _dms(("", "", ""), EN),
    "dms colons": _dms((":", ":", ""), blanks=False),
    "minutes": lambda value, axis: (
        f"{int(abs(value))}° {abs(value) % 1 * 60:.5f}' {EN[axis][value < 0]}"
        if abs(value) % 1 * 60 < 59.999
        else f"{value:.6f}"
    ),
}  # fmt: skip
# What goes wrong on the way into a sheet.
DAMAGE = {
    "none": lambda value: f"{value:.6f}",
    "point": lambda value: f"{round(value * 1e6):d}",
    "grouped": lambda value: f"{round(value * 1e6):,}.000000",
    "grouped by points": lambda value: f"{round(value * 1e6):,}".replace(",", "."),
    "five places": lambda value: round(value * 1e5),
    "sign": lambda value: f"{abs(value):.6f}",
    "sign and comma": lambda value: f"{abs(value):.6f}".replace(".", ","),
    "both": lambda value: f"{abs(round(value * 1e6)):d}",
    "degrees without sign": lambda value: "{}° {}' {}\"".format(*dms(value)),
    "dotted degrees": lambda value: minus(value) + "{}.{}.{}".format(*dms(value)),
    # Off the globe, or it would be another coordinate as good as any.
    "too long": lambda value: value * 1e5 if abs(value) > 0.01 else value,
    "rounded": lambda value: f"{value:.2f}",
}  # fmt: skip


def places(box, margin=0.0):
    west, south, east, north = box
    return st.tuples(
        st.floats(west - margin, east + margin), st.floats(south - margin, north + margin)
    )


regency_and_point = st.sampled_from(REGENCIES).flatmap(
    lambda box: st.tuples(st.just(box), places(box))
)
around = st.sampled_from(REGENCIES).flatmap(
    lambda box: st.tuples(st.just(box), places(box, margin=0.5))
)


def metres(found, point):
    return float(distance(*(np.float64(value) for value in (*found, *point))))


@given(around, st.sampled_from(sorted(NOTATIONS)), st.sampled_from(sorted(NOTATIONS)))
@settings(max_examples=300)
def test_any_notation_gives_the_point_back_or_rejects_it(where, first, second):
    """In the areas, or near, it is found; elsewhere it is rejected, never moved."""
    box, (lon, lat) = where
    assume(abs(lat) > 1e-5)
    away = metres_from_box(np.array([lon]), np.array([lat]), box)[0]
    assume(not 7990 < away < 8010 and not 0 < away < 1)
    assume(lon < box[2] - 1e-6 and lon > box[0] + 1e-6 or away > 1)
    assume(lat < box[3] - 1e-6 and lat > box[1] + 1e-6 or away > 1)
    cells = NOTATIONS[first](lon, "lon"), NOTATIONS[second](lat, "lat")
    reason, found, words, _ = one(box, *cells)
    if away > REACH:
        assert reason == "outside", cells
    else:
        assert reason == "", cells
        assert metres(found, (lon, lat)) < 0.2, cells
        assert ("neighbour" in words) == (away > 0)


@given(
    regency_and_point,
    st.sampled_from(sorted(DAMAGE)),
    st.sampled_from(sorted(DAMAGE)),
    st.booleans(),
)
@settings(max_examples=800)
def test_no_damage_moves_a_point_to_a_wrong_place(where, first, second, swapped):
    box, (lon, lat) = where
    cells = [DAMAGE[first](lon), DAMAGE[second](lat)]
    if swapped:
        cells.reverse()
    reason, found, words, _ = one(box, *cells)
    near = 1.0 if "rounded" not in (first, second) else 800.0
    if not reason and metres(found, (lon, lat)) > near:
        # Without its sign, a latitude beside the equator is another that is as good.
        lost_sign = second in ("sign", "sign and comma", "degrees without sign")
        mirrored = metres(found, (lon, -lat)) < near
        assert mirrored and lost_sign and box in (EQUATOR, LONG), (cells, words)


@given(
    regency_and_point,
    st.sampled_from(["point", "grouped", "grouped by points", "none"]),
    st.sampled_from(["point", "grouped", "grouped by points", "none", "sign"]),
    st.booleans(),
)
@settings(max_examples=300)  # fmt: skip
def test_south_of_the_equator_the_common_damages_are_repaired(where, first, second, swapped):
    """Not only never wrong: what Bandung's and Paser's sheets suffer from is mended."""
    box, (lon, lat) = where
    assume(box in (PASER, BANDUNG))
    west, south, east, north = box
    assume(west + 1e-5 < lon < east - 1e-5 and south + 1e-5 < lat < north - 1e-5)
    cells = [DAMAGE[first](lon), DAMAGE[second](lat)]
    if swapped:
        cells.reverse()
    reason, found, _, _ = one(box, *cells)
    assert reason == "", cells
    assert metres(found, (lon, lat)) < 0.2


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=300)
def test_any_text_at_all_is_read_or_rejected(lon, lat):
    reason, found, words, repaired = one(PASER, lon, lat)
    assert bool(reason) == math.isnan(found[0])


@given(
    st.text("0123456789.,-+°'\" LSUBTNEWdms", max_size=20),
    st.text("0123456789.,-+°'\" LSUBTNEWdms", max_size=20),
)
@settings(max_examples=300)
def test_what_is_repaired_lies_in_the_areas(lon, lat):
    reason, found, words, repaired = one(LONG, lon, lat)
    if repaired and "neighbour" not in words:
        west, south, east, north = LONG
        assert west <= found[0] <= east and south <= found[1] <= north
