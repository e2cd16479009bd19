# SPDX-License-Identifier: GPL-2.0-or-later
"""Many integer ranges at once, against a loop."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core.arrays import ranges

_PLACES = st.integers(-50, 50)


@given(st.lists(st.tuples(_PLACES, _PLACES), max_size=20))
def test_ranges_are_those_of_a_loop(pairs):
    starts = np.array([start for start, _ in pairs], dtype=np.int64)
    stops = np.array([stop for _, stop in pairs], dtype=np.int64)
    owner, member = ranges(starts, stops)
    looped = [(i, j) for i, (start, stop) in enumerate(pairs) for j in range(start, stop)]
    assert list(zip(owner.tolist(), member.tolist())) == looped


@pytest.mark.parametrize("pairs", [[], [(3, 3)], [(5, 2)], [(5, 2), (0, 0), (-1, -4)]])
def test_empty_and_backward_ranges_hold_nothing(pairs):
    starts, stops = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    owner, member = ranges(starts, stops)
    assert owner.shape == member.shape == (0,)
    assert owner.dtype == member.dtype == np.int64
