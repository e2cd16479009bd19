# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates as forms write them, and read back by what reads tower sheets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core.dms import latitude_text, longitude_text


@pytest.mark.parametrize(
    ("degrees", "text"),
    [
        (-1.9090278, "1° 54' 32,5\" LS"),
        (0.0, "0° 00' 00,0\" LU"),
        (-0.81762, "0° 49' 03,4\" LS"),
        (1.99999999, "2° 00' 00,0\" LU"),
    ],
)
def test_latitude(degrees, text):
    assert latitude_text(degrees) == text


def test_longitude():
    assert longitude_text(116.19) == "116° 11' 24,0\" BT"
    assert longitude_text(-0.5) == "0° 30' 00,0\" BB"


@given(st.floats(-180, 180))
def test_a_longitude_comes_back_to_a_twentieth_of_a_second(degrees):
    whole, minutes, seconds, side = longitude_text(degrees).replace("°", "").split()
    read = int(whole) + int(minutes[:-1]) / 60 + float(seconds[:-1].replace(",", ".")) / 3600
    assert (read if side == "BT" else -read) == pytest.approx(degrees, abs=0.0501 / 3600)
