# SPDX-License-Identifier: GPL-2.0-or-later
"""How much is assumed by a reading of bare digits, and what else they may be."""

from __future__ import annotations

import pytest

from blankspot_plugin.core.decimals import lost_points, packed_degrees, thousands


@pytest.mark.parametrize(
    ("text", "costs"),
    [
        # One or two digits before the point of a latitude, three before that of a longitude.
        ("-3,589,349", {-35.89349: 1, -3.589349: 1, -0.3589349: 2, -0.03589349: 3}),
        ("116195726", {116.195726: 1, 11.6195726: 1, 0.116195726: 2}),
        # The zero before the point stands there.
        ("-0.862.558", {-0.862558: 1}),
        ("-0862558", {-0.862558: 1}),
    ],
)
def test_a_zero_that_is_lost_as_well_is_one_assumption_more(text, costs):
    found = {one.value: one.cost for one in lost_points(text)}
    assert {value: found.get(value) for value in costs} == costs


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1160724", 116 + 7 / 60 + 24 / 3600), ("-14420", -(1 + 44 / 60 + 20 / 3600)),
     ("1160724.0", 116 + 7 / 60 + 24 / 3600)],
)  # fmt: skip
def test_digits_may_be_packed_degrees_which_is_only_a_doubt(text, expected):
    (one,) = packed_degrees(text)
    assert one.value == pytest.approx(expected)
    assert one.doubtful


@pytest.mark.parametrize(
    "text", ["1166024", "1160761", "-0862558", "11607245", "1911", "1.4420", "1,160,724"]
)
def test_digits_that_are_no_packed_degrees(text):
    assert packed_degrees(text) == ()


@pytest.mark.parametrize(
    ("cell", "other", "expected"),
    [("332.000", 9.91e6, 332000.0), (" 332,500", 9.91e6, 332500.0), ("332.000", -1.9, 332.0),
     (332.0, 9.91e6, 332.0), ("332.0", 9.91e6, 332.0)],
)  # fmt: skip
def test_an_easting_beside_a_northing_with_dots(cell, other, expected):
    assert thousands(cell, 332.0, other) == expected
