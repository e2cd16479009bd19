# SPDX-License-Identifier: GPL-2.0-or-later
"""Points and multipoints, with and without Z and M, come out of their WKB as they went in."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core.points import parse_points

_NUMBER = st.floats(allow_nan=False, allow_infinity=False)
_PLACE = st.tuples(_NUMBER, _NUMBER)


def point(xy, more=()):
    kind = 1 + 1000 * len(more)
    return struct.pack(f"<BI{2 + len(more)}d", 1, kind, *xy, *more)


def multi(points, more=()):
    kind = 4 + 1000 * len(more)
    return struct.pack("<BII", 1, kind, len(points)) + b"".join(point(p, more) for p in points)


@given(st.lists(_PLACE), st.sampled_from([(), (7.0,), (7.0, 8.0)]))
def test_points(places, more):
    xy, counts = parse_points([point(place, more) for place in places])
    assert [tuple(row) for row in xy.tolist()] == places
    assert counts.tolist() == [1] * len(places)


@given(st.lists(st.one_of(_PLACE, st.lists(_PLACE, max_size=4))), st.sampled_from([(), (7.0,)]))
def test_points_and_multipoints_together(shapes, more):
    wkb = [multi(one, more) if isinstance(one, list) else point(one, more) for one in shapes]
    expected = [place for one in shapes for place in (one if isinstance(one, list) else [one])]
    xy, counts = parse_points(wkb)
    assert [tuple(row) for row in xy.tolist()] == expected
    assert counts.tolist() == [len(one) if isinstance(one, list) else 1 for one in shapes]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_mix_of_plain_and_z(order):
    wkb = [[point((1.0, 2.0)), point((3.0, 4.0), (5.0,))][place] for place in order]
    xy, _ = parse_points(wkb)
    assert xy.tolist() == [[[1.0, 2.0], [3.0, 4.0]][place] for place in order]
