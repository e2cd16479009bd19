# SPDX-License-Identifier: GPL-2.0-or-later
"""How much a reading of a row assumes, and which readings of two cells go together."""

from __future__ import annotations

import numpy as np
import pytest

from blankspot_plugin.core.candidates import Candidates, add_pairs, covers_more
from blankspot_plugin.core.coordinates import spell
from tests.unit.test_placing import PASER, Box


def readings(lon, lat, swapped=False):
    found = Candidates()
    add_pairs(0, spell(lon), spell(lat), swapped, PASER, found)
    return {
        (round(x, 6), round(y, 6)): (cost, doubtful)
        for x, y, cost, doubtful in zip(found.x, found.y, found.cost, found.doubtful)
    }


@pytest.mark.parametrize(
    ("lon", "lat", "place", "cost"),
    [
        ("116.1", "-1.9", (116.1, -1.9), 0),
        ("116° 6'", "1° 54' LS", (116.1, -1.9), 0),
        ("116.1", "1.9", (116.1, -1.9), 1),
        ("116,100,000", "-1.9", (116.1, -1.9), 1),
        ("116,100,000", "-1,900,000", (116.1, -1.9), 2),
        ("116,100,000", "-1,900,000", (116.1, -0.19), 3),
        ("116.1 LS", "1.9 BT", (116.1, -1.9), 2),
    ],
)
def test_what_is_assumed_is_counted(lon, lat, place, cost):
    assert readings(lon, lat)[place] == (cost, False)
    assert readings(lon, lat, swapped=True).get(place, (cost + 1, False)) == (cost + 1, False)


def test_minutes_and_bare_digits_never_go_together():
    assert readings("116° 6'", "-1,900,000") == {}


def test_digits_of_whole_degrees_are_only_a_doubt():
    found = readings("116 6 0", "-1 54 0")
    assert found[116.1, -1.9] == (0, False)
    assert all(doubt for (lon, lat), (_, doubt) in found.items() if (lon, abs(lat)) != (116.1, 1.9))


@pytest.mark.parametrize(
    ("kept", "strays", "expected"), [(0, 0, False), (0, 1, True), (18, 1, True), (19, 1, False)]
)
def test_a_small_share_may_lie_elsewhere(kept, strays, expected):
    ground, found = Box(PASER), Candidates()
    for row in range(strays):
        add_pairs(row, spell("117.5"), spell("-0.1"), False, PASER, found)
    found.locate(ground)
    found.measure(ground, 8000.0)
    assert found.elsewhere.all()
    assert covers_more(found, found.by_row(), kept) is expected


def test_readings_whose_place_is_known_are_added():
    ground, found = Box(PASER), Candidates()
    found.locate(ground)
    found.add_located([3], np.array([116.1]), np.array([-1.9]), [("projected",)])
    found.measure(ground, 8000.0)
    assert found.certain(0)
    assert found.by_row() == {3: [0]}
