# SPDX-License-Identifier: GPL-2.0-or-later
"""Rounded coordinates are told from those that are not."""

from __future__ import annotations

import numpy as np
import pytest

from blankspot_plugin.core import rounding

PLACES = np.random.default_rng(7).uniform(-180, 180, 500)


@pytest.mark.parametrize("places", [0, 1, 3, 4])
def test_the_fewest_decimals_all_have(places):
    assert rounding.decimals(np.round(PLACES, places), 4) == places


def test_one_that_has_more_or_too_few_to_tell():
    assert rounding.decimals(np.append(np.round(PLACES, 3), 116.12345), 4) is None
    assert rounding.decimals(PLACES, 4) is None
    assert rounding.decimals(np.array([116.0, -1.5] * 50), 4) is None


def test_on_the_ground():
    assert [rounding.metres(places) for places in (0, 2, 4)] == [110_000, 1100, 11]
