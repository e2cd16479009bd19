# SPDX-License-Identifier: GPL-2.0-or-later
"""The grid join against looking at every pair."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blankspot_plugin.core.geodesy import distance
from blankspot_plugin.core.neighbours import (
    DiscGrid,
    PointGrid,
    components,
    inside_another,
    near,
)
from tests.unit.maps import Mercator


def _in_boxes(x, y, boxes):
    return [
        (i, j)
        for i, (xmin, ymin, xmax, ymax) in enumerate(boxes)
        for j in range(len(x))
        if xmin <= x[j] <= xmax and ymin <= y[j] <= ymax
    ]


def _pairs(one, other):
    return list(zip(one.tolist(), other.tolist()))


def _boxes_from(values):
    boxes = np.array(values, dtype=float).reshape(-1, 4)
    low, high = np.sort(boxes[:, [0, 2]], axis=1), np.sort(boxes[:, [1, 3]], axis=1)
    return np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1)


def _check(x, y, boxes, cell=None):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    found = _pairs(*PointGrid(x, y, cell).in_boxes(*boxes.T))
    assert sorted(found) == _in_boxes(x, y, boxes)
    assert [box for box, _ in found] == sorted(box for box, _ in found)


# Small whole numbers, so that points coincide and lie on edges and corners of boxes.
_COARSE = st.integers(-6, 6).map(float)
_FINE = st.floats(-1e7, 1e7, allow_subnormal=False)
_CELLS = st.sampled_from([None, 0.3, 1.0, 7.0, 1000.0])


@settings(max_examples=300)
@given(
    st.lists(st.tuples(_COARSE, _COARSE), max_size=25),
    st.lists(st.tuples(*[st.integers(-9, 9).map(float)] * 4), max_size=8),
    _CELLS,
)
def test_boxes_hold_the_points_they_hold_on_a_coarse_grid(points, boxes, cell):
    xy = np.array(points).reshape(-1, 2)
    _check(xy[:, 0], xy[:, 1], _boxes_from(boxes), cell)


@settings(max_examples=200)
@given(
    st.lists(st.tuples(_FINE, _FINE), max_size=25),
    st.lists(st.tuples(_FINE, _FINE, _FINE, _FINE), max_size=8),
)
def test_boxes_hold_the_points_they_hold_anywhere(points, boxes):
    xy = np.array(points).reshape(-1, 2)
    _check(xy[:, 0], xy[:, 1], _boxes_from(boxes))


_LINE = np.linspace(0, 1e6, 40)
_SHAPES = {
    "no point": ([], []),
    "one point": ([3.0], [4.0]),
    "equal points": ([3.0] * 30, [4.0] * 30),
    "level line": (_LINE, np.full(40, 5.0)),
    "upright line": (np.full(40, 5.0), _LINE),
    "slanted line": (_LINE, 2 * _LINE - 7),
    "one far away": (np.append(_LINE / 1e5, 1e12), np.append(_LINE / 1e5, 1e12)),
    "a thousandth of a degree": (116 + _LINE / 1e9, -1 - _LINE / 1e9),
}


@pytest.mark.parametrize("shape", _SHAPES)
def test_degenerate_points_are_found(shape):
    x, y = (np.asarray(part, dtype=float) for part in _SHAPES[shape])
    boxes = [[-1e13, -1e13, 1e13, 1e13], [1e13, 1e13, 2e13, 2e13], [0, 0, 10, 10]]
    for px, py in list(zip(x, y))[::7]:
        boxes += [[px, py, px, py], [px - 1, py - 1, px, py], [px, py, px + 1, py + 1]]
    _check(x, y, np.array(boxes))


@pytest.mark.parametrize(
    "box",
    [
        (-9, 0, -1, 4),  # left of the grid
        (5, 0, 9, 4),  # right of it: not the next row's points
        (0, -9, 4, -1),
        (0, 5, 4, 9),
        (-9, -9, -1, -1),
        (5, 5, 9, 9),
        (-9, -9, 9, 9),
        (4, 4, 4, 4),
        (4, 0, 9, 0),
        (0.1, 0.1, 0.9, 0.9),
    ],
)
@pytest.mark.parametrize("cell", [None, 1.0, 0.5, 2.0, 100.0])
def test_boxes_beside_and_on_the_edge_of_the_grid(box, cell):
    x, y = (part.ravel() for part in np.meshgrid(np.arange(5.0), np.arange(5.0)))
    _check(x, y, np.array([box], dtype=float), cell)


def test_no_boxes_find_nothing():
    none = np.empty(0)
    box, point = PointGrid(np.arange(3.0), np.arange(3.0)).in_boxes(none, none, none, none)
    assert box.shape == point.shape == (0,)


def _discs_at(x, y, radius, boxes):
    pairs = []
    for i, (xmin, ymin, xmax, ymax) in enumerate(boxes):
        for j in range(len(x)):
            dx, dy = x[j] - min(max(x[j], xmin), xmax), y[j] - min(max(y[j], ymin), ymax)
            if radius[j] > 0 and dx * dx + dy * dy <= radius[j] ** 2:
                pairs.append((i, j))
    return pairs


@settings(max_examples=300)
@given(
    st.lists(
        st.tuples(_COARSE, _COARSE, st.sampled_from([0.0, 0.01, 0.5, 1.0, 2.0, 5.0, 300.0])),
        max_size=20,
    ),
    st.lists(st.tuples(*[st.integers(-15, 15).map(float)] * 4), max_size=8),
)
def test_discs_reach_the_boxes_they_reach_touching_included(discs, boxes):
    x, y, radius = np.array(discs).reshape(-1, 3).T
    boxes = _boxes_from(boxes)
    found = DiscGrid(x, y, radius).at_boxes(*boxes.T)
    assert _pairs(*found) == _discs_at(x, y, radius, boxes)


def test_a_disc_touches_a_corner_by_its_radius_and_not_by_its_box():
    disc = DiscGrid(np.array([0.0]), np.array([0.0]), np.array([5.0]))
    corners = np.array([[3.0, 4.0, 9.0, 9.0], [3.1, 4.0, 9.0, 9.0], [4.9, 4.9, 9.0, 9.0]])
    assert disc.at_boxes(*corners.T)[0].tolist() == [0]


def test_discs_without_reach_reach_nothing():
    discs = DiscGrid(np.zeros(3), np.zeros(3), np.zeros(3))
    everywhere = np.array([[-1.0, -1.0, 1.0, 1.0]])
    assert discs.at_boxes(*everywhere.T)[0].shape == (0,)


@settings(max_examples=200)
@given(st.lists(st.tuples(_COARSE, _COARSE, st.sampled_from([0.0, 1.0, 2.0, 5.0])), max_size=20))
def test_discs_inside_another_are_found_and_of_equal_ones_the_first_stays(discs):
    x, y, radius = np.array(discs).reshape(-1, 3).T
    expected = [
        any(
            radius[j] > 0
            and np.hypot(x[i] - x[j], y[i] - y[j]) <= radius[j] - radius[i]
            and (radius[j] > radius[i] or j < i)
            for j in range(len(x))
        )
        for i in range(len(x))
    ]
    assert inside_another(x, y, radius).tolist() == expected


@settings(max_examples=300)
@given(
    st.lists(st.tuples(_COARSE, _COARSE), min_size=1, max_size=20),
    st.lists(st.tuples(*[st.integers(-40, 40).map(float)] * 2), max_size=10),
    st.sampled_from([0.0, 0.05, 0.5]),
    _CELLS,
)
def test_near_holds_every_point_within_the_slack_and_no_other(points, places, slack, cell):
    x, y = np.array(points).T
    px, py = np.array(places).reshape(-1, 2).T
    found = near(PointGrid(x, y, cell), px, py, slack)
    apart = np.hypot(px[:, None] - x[None, :], py[:, None] - y[None, :])
    limit = apart.min(axis=1) * (1 + slack) if len(px) else np.empty(0)
    assert sorted(_pairs(*found)) == [
        (i, j) for i in range(len(px)) for j in range(len(x)) if apart[i, j] <= limit[i]
    ]


@settings(max_examples=100)
@given(
    st.integers(0, 2**32 - 1),
    st.integers(1, 120),
    st.sampled_from([0.05, 1.0, 30.0]),
    st.sampled_from([(-3.0, 1.0), (28.0, 31.0), (50.0, 52.0)]),
)
def test_near_finds_the_nearest_on_the_ground(seed, count, spread, belt):
    """On Mercator's map, whose scale changes by a lot from south to north."""
    random = np.random.default_rng(seed)
    lon, lat = 115 + random.random(count) * spread / 10, random.uniform(*belt, count)
    at_lon, at_lat = 115 + random.random(25) * spread, random.uniform(*belt, 25)
    plane = Mercator()
    scales = plane.scale(0.0, np.linspace(*belt, 50))
    sites, places = plane.forward(lon, lat), plane.forward(at_lon, at_lat)
    slack = 2 * (scales.max() / scales.min() - 1)
    place, site = near(PointGrid(*sites.T), *places.T, slack)
    nearest = np.full(25, np.inf)
    np.minimum.at(nearest, place, distance(at_lon[place], at_lat[place], lon[site], lat[site]))
    every = distance(at_lon[:, None], at_lat[:, None], lon[None, :], lat[None, :])
    assert nearest == pytest.approx(every.min(axis=1), abs=1e-6)


def test_near_of_no_places_is_nothing():
    none = np.empty(0)
    place, point = near(PointGrid(np.zeros(1), np.zeros(1)), none, none, 0.05)
    assert place.shape == point.shape == (0,)


def test_a_place_the_plane_has_no_image_for_has_no_nearest_and_holds_nobody_up():
    x = np.array([0.0, np.nan, 3.0, np.inf])
    place, point = near(PointGrid(np.zeros(1), np.zeros(1)), x, np.zeros(4), 0.05)
    assert _pairs(place, point) == [(0, 0), (2, 0)]


def test_components_are_those_a_flood_finds():
    rng = np.random.default_rng(5)
    for count in (0, 1, 2, 60, 250):
        x, y = rng.uniform(0, 1000, (2, count))
        radius = rng.uniform(1, 60, count)
        found = components(x, y, radius)
        apart = np.hypot(x[:, None] - x, y[:, None] - y)
        meets = apart <= (radius[:, None] + radius) * 1.002
        expected = np.full(count, -1)
        for start in range(count):
            waiting = [start] if expected[start] < 0 else []
            while waiting:
                index = waiting.pop()
                if expected[index] < 0:
                    expected[index] = start
                    waiting += np.flatnonzero(meets[index] & (expected < 0)).tolist()
        assert found.tolist() == expected.tolist()


def test_a_long_chain_is_one_component():
    x = np.arange(2000.0)[np.random.default_rng(2).permutation(2000)]
    assert components(x, np.zeros(2000), np.full(2000, 0.6)).tolist() == [0] * 2000
