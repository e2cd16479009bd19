# SPDX-License-Identifier: GPL-2.0-or-later
"""Every pair of areas that overlap is a candidate, and neighbours cut from one another are none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blankspot_plugin.core.rings import parse_wkb
from blankspot_plugin.core.tiling import _edge_keys, overlap_candidates
from tests.unit.maps import wkb_polygon


def _box(x0, y0, x1, y1, turned=False):
    ring = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    return wkb_polygon(ring[::-1] if turned else ring)


def _pairs(wkb):
    one, other = overlap_candidates(parse_wkb(wkb))
    return list(zip(one.tolist(), other.tolist()))


_SIDE = st.integers(-6, 6)


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(_SIDE, _SIDE, st.integers(1, 5), st.integers(1, 5), st.booleans()), max_size=10
    )
)
def test_no_two_boxes_that_overlap_in_part_are_missed(boxes):
    corners = [(x, y, x + w, y + h) for x, y, w, h, _ in boxes]
    found = _pairs([_box(*box, turned) for box, (*_, turned) in zip(corners, boxes)])
    assert found == sorted(set(found)) and all(one < other for one, other in found)
    for i, a in enumerate(corners):
        for j, b in enumerate(corners[:i]):
            overlap = a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
            alone = corners.count(a) == corners.count(b) == 1
            if overlap and alone and not _share_an_edge(a, b, corners):
                assert (j, i) in found


def _share_an_edge(a, b, corners):
    """Whether any edge of the two is another's too, which may hide it."""

    def edges(box):
        x0, y0, x1, y1 = box
        return {((x0, y0), (x1, y0)), ((x1, y0), (x1, y1)), ((x0, y1), (x1, y1)),
                ((x0, y0), (x0, y1))}  # fmt: skip

    others = [edges(box) for box in corners]
    return any(sum(edge in other for other in others) > 1 for edge in edges(a) | edges(b))


@pytest.mark.parametrize("offset", [0.0, 500123.4])
def test_a_grid_of_neighbours_has_candidates_at_its_rim_only(offset):
    cells = [(x, y) for x in range(5) for y in range(5)]
    wkb = [_box(offset + x, y, offset + x + 1, y + 1, (x + y) % 2 == 0) for x, y in cells]
    inner = {i for i, (x, y) in enumerate(cells) if 0 < x < 4 and 0 < y < 4}
    assert not any(one in inner or other in inner for one, other in _pairs(wkb))


def test_an_area_that_spills_over_its_border_is_found():
    wkb = [_box(0, 0, 2, 2), _box(2, 0, 4, 2), _box(1.5, 0.5, 1.9, 1.5)]
    assert (0, 2) in _pairs(wkb)
    assert (0, 1) in _pairs([_box(0, 0, 2.01, 2), _box(2, 0, 4, 2)])


def test_edges_mirrored_at_the_equator_are_not_taken_for_one():
    assert _pairs([_box(3, -1, 4, 4), _box(3, -4, 4, 1)]) == [(0, 1)]
    assert _pairs([_box(-1, 3, 4, 4), _box(-4, 3, 1, 4)]) == [(0, 1)]


@pytest.mark.parametrize("count", [0, 1])
def test_one_area_alone_overlaps_none(count):
    assert _pairs([_box(0, 0, 1, 1)] * count + [b""]) == []


def test_minus_zero_is_zero():
    one = wkb_polygon([(0.0, 0.0), (0.0, 1.0), (-1.0, 0.5)])
    other = wkb_polygon([(-0.0, 1.0), (-0.0, -0.0), (1.0, 0.5)])
    first, second = (_edge_keys(parse_wkb([shape])) for shape in (one, other))
    assert len(np.intersect1d(first, second)) == 1


def test_neighbours_along_a_straight_outer_edge_are_no_reason_to_look():
    assert _pairs([_box(0, 0, 1, 1), _box(1, 0, 2, 1), _box(2, 0, 3, 1)]) == []


def test_the_same_area_twice_overlaps_itself():
    assert _pairs([_box(0, 0, 1, 1), _box(5, 5, 6, 6), _box(0, 0, 1, 1)]) == [(0, 2)]
