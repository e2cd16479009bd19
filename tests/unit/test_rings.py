# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas against closed forms and Karney; points in polygons against counting turns."""

from __future__ import annotations

import struct
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from blankspot_plugin.core import frames as frames_
from blankspot_plugin.core.rings import ground_areas, inside, inside_own, parse_wkb, ring_sums
from tests.unit.maps import (
    Mercator,
    Stereographic,
    TransverseMercator,
    closed,
    karney_area,
    wkb_collection,
    wkb_polygon,
    zone_area,
)

SQUARE = [(0, 0), (4, 0), (4, 4), (0, 4)]
HOLE = [(1, 1), (1, 3), (3, 3), (3, 1)]
POINT = struct.pack("<BIdd", 1, 1, 5.0, 6.0)
LINE = struct.pack("<BIIdddd", 1, 2, 2, 0.0, 0.0, 1.0, 1.0)
EMPTY_POLYGON = struct.pack("<BII", 1, 3, 0)


def _parse(*polygons):
    """Rings of geometries, each a list of rings or a list of such lists."""
    return parse_wkb([wkb_polygon(*rings) for rings in polygons])


def test_wkb_is_taken_apart():
    island = [(1.5, 1.5), (2.5, 1.5), (2, 2.5)]
    many = wkb_collection(6, wkb_polygon(SQUARE, HOLE), wkb_polygon(island))
    rings = parse_wkb([wkb_polygon(island), b"", many, EMPTY_POLYGON])
    assert rings.count == 4
    assert rings.owner.tolist() == [0, 2, 2, 2]
    assert rings.hole.tolist() == [False, False, True, False]
    assert rings.starts.tolist() == [0, 4, 9, 14, 18]
    for index, ring in enumerate([island, SQUARE, HOLE, island]):
        part = rings.xy[rings.starts[index] : rings.starts[index + 1]]
        assert part.tolist() == closed(ring).tolist()


@pytest.mark.parametrize(
    "other",
    [
        POINT,
        LINE,
        wkb_collection(4, POINT, POINT),
        wkb_collection(5, LINE, LINE),
        wkb_collection(7),
        wkb_collection(7, POINT, LINE),
        EMPTY_POLYGON,
        wkb_collection(6),
    ],
)
def test_what_has_no_area_is_passed_over_in_a_collection(other):
    square = wkb_polygon(SQUARE)
    rings = parse_wkb([wkb_collection(7, other, square, other), other, square])
    assert rings.owner.tolist() == [0, 2]
    assert rings.xy.tolist() == closed(SQUARE).tolist() * 2


def test_nothing_has_no_rings_and_no_area():
    for rings in (parse_wkb([]), parse_wkb([b"", EMPTY_POLYGON])):
        sums = ring_sums(rings)
        assert sums.area.shape == (0,)
        frame = frames_.frames(np.empty((0, 2)), np.empty((0, 4, 2)), np.empty(0))
        assert ground_areas(rings, sums, frame, True).tolist() == [0.0] * rings.count


OFFSETS = pytest.mark.parametrize("offset", [(0, 0), (500000, 9790000), (-3e7, 2e7)])


@OFFSETS
@pytest.mark.parametrize("turned", [False, True])
def test_sums_of_a_rectangle(offset, turned):
    ring = np.array([(0, 0), (30, 0), (30, 12), (0, 12)]) + offset
    sums = ring_sums(_parse([ring[::-1] if turned else ring]))
    assert sums.area == pytest.approx([-360.0 if turned else 360.0])
    assert sums.centroid == pytest.approx(np.array([(15.0, 6.0)]) + offset, abs=1e-7)
    assert sums.moments == pytest.approx(np.array([(30**2 / 12, 12**2 / 12, 0)]), abs=1e-9)


@OFFSETS
def test_sums_of_a_triangle(offset):
    corners = np.array([(0.0, 0.0), (30.0, 3.0), (6.0, 24.0)])
    sums = ring_sums(_parse([corners + offset]))
    # The mean of a quadratic form over a triangle is that over the middles of its sides.
    x, y = ((corners + np.roll(corners, 1, axis=0)) / 2 - corners.mean(axis=0)).T
    assert sums.area == pytest.approx([abs(30 * 24 - 3 * 6) / 2])
    assert sums.centroid == pytest.approx(corners.mean(axis=0)[None] + offset)
    expected = [(x * x).mean(), (y * y).mean(), (x * y).mean()]
    assert sums.moments == pytest.approx(np.array([expected]))


def test_sums_of_a_disc_and_of_every_ring_by_itself():
    turn = np.linspace(0, 2 * np.pi, 4000, endpoint=False)
    disc = np.stack([np.cos(turn), np.sin(turn)], axis=1) * 100
    sums = ring_sums(_parse([disc + 1e6, disc[::-1] / 2 + 1e6], [disc], [SQUARE]))
    assert sums.area == pytest.approx([np.pi * 1e4, -np.pi * 2500, np.pi * 1e4, 16], rel=1e-5)
    assert sums.centroid == pytest.approx(
        np.array([(1e6, 1e6), (1e6, 1e6), (0, 0), (2, 2)]), abs=1e-6
    )
    # A quarter of the squared radius, a twelfth of the squared side.
    expected = [(2500, 2500, 0), (625, 625, 0), (2500, 2500, 0), (16 / 12, 16 / 12, 0)]
    assert sums.moments == pytest.approx(np.array(expected), rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("flat", [[(0, 0), (5, 5), (9, 9)], [(3, 3), (3, 3), (3, 3)]])
def test_a_ring_without_area_is_no_trouble(flat):
    sums = ring_sums(_parse([flat], [SQUARE]))
    assert sums.area.tolist() == [0.0, 16.0]
    assert np.isfinite(sums.centroid).all() and np.isfinite(sums.moments).all()


def _ground(plane, polygons, geodesic_edges):
    """Areas of polygons given by rings in degrees; vertices alone are projected."""
    flat = [
        [plane.forward(*np.asarray(ring, dtype=float).T) for ring in rings] for rings in polygons
    ]
    parsed = _parse(*flat)
    return _ground_of_map(plane, parsed, geodesic_edges)


def _ground_of_map(plane, parsed, geodesic_edges):
    sums = ring_sums(parsed)
    lon, lat = plane.inverse(sums.centroid)
    frame = frames_.frames(sums.centroid, plane.forward(*frames_.rim(lon, lat)), lat)
    return ground_areas(parsed, sums, frame, geodesic_edges)


def _zone(west, south, degrees, steps):
    """Ring of a box in degrees, with so many vertices a side."""
    run = np.linspace(0, degrees, steps, endpoint=False)
    corners = [
        (west + run, south + 0 * run),
        (west + degrees + 0 * run, south + run),
        (west + degrees - run, south + degrees + 0 * run),
        (west + 0 * run, south + degrees - run),
    ]
    return np.concatenate([np.stack(part, axis=1) for part in corners])


@pytest.mark.parametrize("south", [-11.0, -2.4, -0.2, 5.5])
@pytest.mark.parametrize("degrees", [0.01, 0.1, 0.45])
@pytest.mark.parametrize("geodesic_edges", [False, True])
def test_a_box_of_meridians_and_parallels_has_its_closed_area(south, degrees, geodesic_edges):
    """Its sides are cut so fine that geodesics and straight lines are one."""
    plane = Stereographic(115.5, south + 0.5)
    ring = _zone(116.0, south, degrees, 400)
    area = _ground(plane, [[ring]], geodesic_edges)
    assert area == pytest.approx([zone_area(south, south + degrees, degrees)], rel=1e-6)


@pytest.mark.parametrize("south", [-11.0, -2.4, -0.2, 5.5])
def test_a_box_on_mercators_map_needs_only_its_corners(south):
    """There meridians and parallels are straight, and are not meant as geodesics."""
    area = _ground(Mercator(), [[_zone(116.0, south, 0.4, 1)]], False)
    assert area == pytest.approx([zone_area(south, south + 0.4, 0.4)], rel=1e-6)


def test_taking_straight_edges_for_geodesics_would_show():
    """So that the tests of edges show something."""
    ring = _zone(116.0, -11.0, 0.4, 1)
    straight, geodesic = (_ground(Mercator(), [[ring]], edges)[0] for edges in (False, True))
    assert abs(straight / geodesic - 1) > 3e-6


def _star(random, lon, lat, kilometres, corners):
    turn = np.sort(
        random.uniform(0, 2 * np.pi, corners) / 4 + np.arange(corners) * 2 * np.pi / corners
    )
    reach = kilometres / 111.3 * random.uniform(0.5, 1.0, corners)
    return np.stack(
        [lon + reach * np.cos(turn) / np.cos(np.radians(lat)), lat + reach * np.sin(turn)], axis=1
    )


PLANES = {
    "stereographic": lambda lat: Stereographic(115.6, lat + 0.7),
    "utm": lambda lat: TransverseMercator(117.0),
}


@pytest.mark.parametrize("plane", PLANES)
@pytest.mark.parametrize("lat", [0.0, -0.97, -2.4, 5.5, -11.0, 30.0, 50.0])
@pytest.mark.parametrize(("kilometres", "corners"), [(24, 4), (24, 7), (12, 5), (3, 12), (0.2, 9)])
def test_coarse_villages_have_karneys_area(plane, lat, kilometres, corners):
    random = np.random.default_rng(corners)
    villages = [
        _star(random, 115.9 + 0.2 * index, lat - 0.1 * index, kilometres, corners)
        for index in range(5)
    ]
    areas = _ground(PLANES[plane](lat), [[village] for village in villages], True)
    karney = [karney_area(*village.T) for village in villages]
    assert areas == pytest.approx(karney, rel=1e-6)


@pytest.mark.parametrize("plane", PLANES)
@pytest.mark.parametrize("lat", [-2.4, 30.0])
@pytest.mark.parametrize("azimuth", [0.0, 30.0, 90.0, 140.0])
@pytest.mark.parametrize(("length", "width"), [(48.0, 3.0), (160.0, 40.0)])
def test_long_areas_are_right_in_every_direction(plane, lat, azimuth, length, width):
    """The scale of UTM changes from west to east only."""
    along = np.linspace(-length / 2, length / 2, 17) / 111.3
    across = np.full(17, width / 2 / 111.3)
    ahead = np.concatenate([along, along[::-1]]) + 1j * np.concatenate([across, -across])
    turned = ahead * np.exp(1j * np.radians(90 - azimuth))
    ring = np.stack([116.2 + turned.real / np.cos(np.radians(lat)), lat + turned.imag], axis=1)
    area = _ground(PLANES[plane](lat), [[ring]], True)
    assert area == pytest.approx([karney_area(*ring.T)], rel=1e-6)


@pytest.mark.parametrize("lat", [-2.4, 30.0])
def test_what_was_cut_on_the_map_has_the_area_of_its_straight_edges(lat):
    plane, random = Stereographic(115.6, lat + 0.7), np.random.default_rng(3)
    flat = closed(plane.forward(*_star(random, 116.2, lat, 20, 6).T))
    parsed = _parse([flat])
    along = np.linspace(0, 1, 300, endpoint=False)[:, None]
    dense = np.concatenate([one + along * (two - one) for one, two in zip(flat, flat[1:])])
    assert _ground_of_map(plane, parsed, False) == pytest.approx(
        [karney_area(*plane.inverse(dense))], rel=1e-6
    )


@pytest.mark.parametrize("geodesic_edges", [False, True])
def test_holes_count_off_in_any_orientation(geodesic_edges):
    plane, random = Stereographic(115.6, -1.7), np.random.default_rng(5)
    outer, hole = _star(random, 116.2, -2, 22, 6), _star(random, 116.2, -2, 6, 5)
    whole, inner = _ground(plane, [[outer], [hole]], geodesic_edges)
    for one in (outer, outer[::-1]):
        for two in (hole, hole[::-1]):
            ringed = _ground(plane, [[one, two]], geodesic_edges)
            assert ringed == pytest.approx([whole - inner], rel=1e-12)


def test_parts_of_a_multipolygon_add_up():
    plane = Stereographic(115.6, -1.7)
    rings = [plane.forward(*_zone(lon, -2.0, 0.1, 3).T) for lon in (115.5, 116.0, 116.5)]
    parts = [wkb_polygon(ring) for ring in rings]
    parsed = parse_wkb([*parts, wkb_collection(6, *parts), b""])
    areas = _ground_of_map(plane, parsed, True)
    assert areas[3] == pytest.approx(areas[:3].sum(), rel=1e-12)
    assert areas[4] == 0


# Points in polygons.


def _turns(x, y, ring):
    """Whether a ring winds around a point, in whole numbers; None on its edge."""
    x, y = Fraction(x), Fraction(y)
    winding = 0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        x0, y0, x1, y1 = (Fraction(value) for value in (x0, y0, x1, y1))
        side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
        if side == 0 and min(x0, x1) <= x <= max(x0, x1) and min(y0, y1) <= y <= max(y0, y1):
            return None
        if y0 <= y < y1 and side > 0:
            winding += 1
        elif y1 <= y < y0 and side < 0:
            winding -= 1
    return winding


def _inside(points, *polygons):
    x, y = np.array(points, dtype=float).reshape(-1, 2).T
    return inside(x, y, _parse(*polygons)).tolist()


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(1, 8), st.integers(0, 3)), min_size=3, max_size=10),
    st.tuples(st.integers(-3, 3), st.integers(-3, 3)),
)
def test_inside_is_what_winding_says(arms, middle):
    # A star around a middle, its corners at rational places.
    ring = [
        (
            middle[0] + round(reach * float(np.cos(2 * np.pi * (i + jut / 8) / len(arms))) * 4) / 4,
            middle[1] + round(reach * float(np.sin(2 * np.pi * (i + jut / 8) / len(arms))) * 4) / 4,
        )
        for i, (reach, jut) in enumerate(arms)
    ]
    points = [(x / 2, y / 2) for x in range(-22, 23, 3) for y in range(-22, 23, 3)]
    for point, found in zip(points, _inside(points, [ring])):
        winding = _turns(*point, ring)
        if winding is not None:
            assert found == (winding % 2 == 1)


ISLAND = [(2.25, 2.25), (2.75, 2.25), (2.75, 2.75), (2.25, 2.75)]


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ((0.5, 0.5), True),  # between border and hole
        ((1.5, 1.5), False),  # in the hole
        ((2.5, 2.5), True),  # on the island in it
        ((3.5, 2.5), True),  # east of it all, on land
        ((4.5, 2.5), False),
        ((-1, 2), False),
        ((2, 5), False),
        # Level with corners of all rings.
        ((0.5, 1), True),
        ((0.5, 3), True),
        ((1.5, 2.25), False),
        ((-1, 0), False),
        ((-1, 4), False),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_holes_and_islands_in_them(point, expected, turned):
    rings = [ring[::-1] if turned else ring for ring in (SQUARE, HOLE, ISLAND)]
    assert _inside([point], rings[:2], rings[2:]) == [expected]


def _owners(points, areas):
    return np.sum([_inside(points, *polygons) for polygons in areas], axis=0).tolist()


def test_a_point_on_a_shared_edge_or_corner_belongs_to_exactly_one():
    areas = []
    for x in range(10):
        for y in range(10):
            # Every cell cut once, in one of the two ways; neighbours run the edge either way.
            low, high = [(x, y), (x + 1, y), (x + 1, y + 1)], [(x + 1, y + 1), (x, y + 1), (x, y)]
            if (x + y) % 2:
                low, high = (
                    [(x, y), (x + 1, y), (x, y + 1)],
                    [(x, y + 1), (x + 1, y), (x + 1, y + 1)],
                )
            areas += [[[low]], [[high[::-1]]]]
    points = [(x / 4, y / 4) for x in range(1, 40) for y in range(1, 40)]
    assert _owners(points, areas) == [1] * len(points)


def test_a_point_on_the_edge_of_a_hole_belongs_to_the_hole_or_to_its_filling():
    around, filling = [[SQUARE, HOLE]], [[HOLE[::-1]]]
    edge = [(1, y / 4) for y in range(4, 13)] + [(3, y / 4) for y in range(4, 13)]
    edge += [(x / 4, y) for x in range(4, 13) for y in (1, 3)]
    assert _owners(edge, [around, filling]) == [1] * len(edge)


@settings(max_examples=200)
@given(st.data())
def test_a_point_on_a_ragged_border_belongs_to_exactly_one_side(data):
    """With coordinates of UTM, where a point on an edge is only as good as its rounding."""
    offset = np.array(data.draw(st.sampled_from([(0.0, 0.0), (500123.4, 9789876.5)])))
    inner = st.floats(-400, 400, allow_subnormal=False)
    middle = data.draw(st.lists(st.tuples(inner, st.floats(-450, 450)), min_size=1, max_size=8))
    middle.sort(key=lambda corner: corner[1])
    border = np.array([(0.0, -500.0), *middle, (0.0, 500.0)]) + offset
    corners = (
        np.array([(-500.0, -500.0), (500.0, -500.0), (500.0, 500.0), (-500.0, 500.0)]) + offset
    )
    left = np.concatenate([corners[:1], border, corners[3:]])
    right = np.concatenate([corners[1:3], border[::-1]])
    along = np.array([0.0, 0.25, 0.5, 1 / 3])[:, None]
    points = np.concatenate([one + along * (two - one) for one, two in zip(border, border[1:])])
    points = points[points[:, 1] > corners[0, 1]]
    assume(len(points))
    assert _owners(points, [[[left]], [[right]]]) == [1] * len(points)


@given(st.data())
def test_asked_for_many_geometries_at_once_is_as_asked_for_each(data):
    # Small whole numbers: points on corners and edges, and at the same heights, come up often.
    side = st.integers(0, 6)
    corners = st.lists(st.tuples(side, side), min_size=3, max_size=6)
    shapes = data.draw(st.lists(st.one_of(st.none(), corners), min_size=1, max_size=5))
    wkb = [b"" if ring is None else wkb_polygon(ring) for ring in shapes]
    asked = data.draw(st.lists(st.tuples(side, side, st.integers(0, len(shapes) - 1)), max_size=30))
    x, y, geometry = np.array(asked, dtype=np.int64).reshape(-1, 3).T
    found = inside_own(x.astype(float), y.astype(float), geometry, parse_wkb(wkb))
    for index, shape in enumerate(wkb):
        here = geometry == index
        each = inside(x[here].astype(float), y[here].astype(float), parse_wkb([shape]))
        assert found[here].tolist() == each.tolist()


def test_points_that_are_not_numbers_are_nowhere():
    assert _inside([(np.nan, 1), (1, np.nan), (np.inf, 1), (1, np.inf), (1, 1)], [SQUARE]) == [
        False, False, False, False, True,
    ]  # fmt: skip


def test_no_points_and_no_rings():
    assert _inside([], [SQUARE]) == []
    assert inside(np.zeros(2), np.zeros(2), parse_wkb([b""])).tolist() == [False, False]
