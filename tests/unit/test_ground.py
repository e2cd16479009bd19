# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be a place in Indonesia, and what may be metres."""

from __future__ import annotations

import numpy as np
import pytest

from blankspot_plugin.core.ground import in_indonesia, like_metres

# The ends of the country, and towns.
THERE = {
    "Sabang": (95.22, 6.07), "Enggano": (102.2, -5.5), "Laut": (107.97, 4.75),
    "Bandung": (107.6, -6.9), "Nunukan": (117.66, 4.14), "Miangas": (126.59, 5.57),
    "Rote": (122.88, -11.0), "Sumba": (120.3, -10.3), "Mapia": (134.3, 0.9),
    "Merauke": (140.4, -9.1), "Tanah Grogot": (116.2, -1.9), "Siberut": (98.7, -1.4),
}  # fmt: skip
NOT_THERE = {
    "Bandung's mirror image": (107.6, 6.9), "Aceh's": (95.4, -5.5), "Kupang's": (123.6, 10.2),
    "Bangkok": (100.5, 13.7), "the origin": (0.0, 0.0), "swapped": (-6.9, 107.6),
    "nowhere": (np.nan, np.nan),
}  # fmt: skip


@pytest.mark.parametrize("name", THERE)
def test_places_of_indonesia(name):
    assert in_indonesia(*(np.array([value]) for value in THERE[name])).all()


@pytest.mark.parametrize("name", NOT_THERE)
def test_places_that_are_not(name):
    assert not in_indonesia(*(np.array([value]) for value in NOT_THERE[name])).any()


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [(478123.0, 9804567.0, True), (9804567.0, 478123.0, True), (478123.0, 120000.0, True),
     (117.5, 256930.0, False), (478123.0, 123.0, False), (10758096.0, -6865574.0, False),
     (np.nan, 1.0, False)],
)  # fmt: skip
def test_eastings_and_northings(x, y, expected):
    assert like_metres(np.array([x]), np.array([y])).tolist() == [expected]
