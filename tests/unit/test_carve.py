# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas less an outline, and within it, against counting points; and edges that cross."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blankspot_plugin.core import discs
from blankspot_plugin.core.carve import Carver
from blankspot_plugin.core.crossings import EdgeGrid
from blankspot_plugin.core.inside import Outline
from blankspot_plugin.core.rings import Rings, inside, parse_wkb, ring_areas
from tests.unit.maps import wkb_polygon


def areas(*rings):
    """Rings, each an area of its own, or lists of them: the first with the others as holes."""
    return parse_wkb(
        [wkb_polygon(*ring) if isinstance(ring[0], list) else wkb_polygon(ring) for ring in rings]
    )


def box(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def total(rings):
    return float((np.abs(ring_areas(rings)) * np.where(rings.hole, -1, 1)).sum())


def outline(rows, segments=8):
    return discs.union(*np.array(rows, dtype=float).reshape(-1, 3).T).arcs.polygons(segments)


def check(cut, what, side, seed=0):
    """Hold both sides against one another, and against points."""
    low, high = what.xy.min(axis=0) - 5, what.xy.max(axis=0) + 5
    xy = np.random.default_rng(seed).uniform(low, high, (3000, 2))
    covered = inside(*xy.T, cut)
    carver = Carver(cut)
    parts = [carver.carve(what, inner) for inner in (False, True)]
    assert not any(len(part.doubtful) for part in parts)
    for part, held in zip(parts, (~covered, covered)):
        sizes = ring_areas(part.left)
        assert ((sizes < 0) == part.left.hole).all()
        assert (np.diff(part.area) >= 0).all()
        first = np.append(True, np.diff(part.left.owner) > 0)[: len(part.left.owner)]
        assert (part.left.hole == ~first).all()
        for index in range(what.count):
            mine = np.isin(part.left.owner, np.flatnonzero(part.area == index))
            expected = inside(*xy.T, only(what, what.owner == index)) & held
            assert (inside(*xy.T, only(part.left, mine)) == expected).all()
    assert sum(total(part.left) for part in parts) == pytest.approx(total(what), rel=1e-9)
    assert (len(parts[0].area), len(parts[1].area)) == side


def only(rings, which):
    pieces = [rings.xy[rings.starts[i] : rings.starts[i + 1]] for i in np.flatnonzero(which)]
    starts = np.append(0, np.cumsum([len(piece) for piece in pieces])).astype(np.int64)
    xy = np.concatenate(pieces) if pieces else np.empty((0, 2))
    count = len(pieces)
    return Rings(xy, starts, np.arange(count), np.zeros(count, dtype=bool), count)


SQUARE = box(0, 0, 100, 100)
TURNED = SQUARE[::-1]
CASES = {
    "beside": ([(200, 50, 30)], [SQUARE], (1, 0)),
    "all inside": ([(50, 50, 300)], [SQUARE], (0, 1)),
    "a bite": ([(100, 51, 30)], [SQUARE], (1, 1)),
    "a bite of one that turns right": ([(100, 51, 30)], [TURNED], (1, 1)),
    "a hole": ([(50, 50, 30)], [SQUARE], (1, 1)),
    "two parts": ([(50, 51, 40), (50, 120, 60), (50, -20, 60)], [SQUARE], (2, 1)),
    "corners": ([(50, 51, 60)], [SQUARE], (4, 1)),
    "an area with a hole": ([(50, 51, 30)], [[SQUARE, box(30, 30, 60, 60)[::-1]]], (1, 1)),
    "a hole filled": ([(45, 46, 30)], [[SQUARE, box(30, 30, 60, 60)]], (1, 1)),
    "a disc within a hole": ([(45, 46, 9)], [[SQUARE, box(30, 30, 60, 60)]], (1, 0)),
    "an island in a ring": (
        [(50 + 33 * np.cos(a), 50 + 33 * np.sin(a), 8) for a in np.arange(16) * np.pi / 8],
        [SQUARE], (2, 1),
    ),
    "two areas and one disc": ([(100, 51, 30)], [SQUARE, box(100, 0, 200, 100)], (2, 2)),
    "one edge from end to end": ([(50, 0.5, 20), (90, 0.25, 15)], [SQUARE], (1, 2)),
    "two pieces": ([(20, 21, 10), (70, 71, 10), (99, 3, 7)], [SQUARE], (1, 3)),
}  # fmt: skip


@pytest.mark.parametrize("at", [(0.0, 0.0), (500_000.0, 9_700_000.0)])
@pytest.mark.parametrize("name", CASES)
def test_known_shapes(name, at):
    rows, what, side = CASES[name]
    moved = [(x + at[0], y + at[1], r) for x, y, r in rows]
    cut, whole = outline(moved), areas(*what)
    check(cut, Rings(whole.xy + at, whole.starts, whole.owner, whole.hole, whole.count), side)


_PLACE = st.floats(-50, 150)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(_PLACE, _PLACE, st.floats(1, 60)), min_size=1, max_size=12),
    st.integers(3, 60), st.integers(0, 99), st.booleans(),
)  # fmt: skip
def test_points_are_where_counting_puts_them(rows, corners, seed, turned):
    rng = np.random.default_rng(seed)
    turn = np.sort(rng.uniform(0, 2 * np.pi, corners))
    if np.diff(turn, append=turn[0] + 2 * np.pi).min() < 1e-3:
        return
    reach = rng.uniform(20, 80, corners)
    star = np.stack([50 + reach * np.cos(turn), 50 + reach * np.sin(turn)], axis=1)
    star = star[::-1] if turned else star
    what = areas([tuple(point) for point in star.tolist()])
    cut = outline(rows)
    carver = Carver(cut)
    parts = [carver.carve(what, inner) for inner in (False, True)]
    if any(len(part.doubtful) for part in parts):
        return
    side = tuple(len(part.area) for part in parts)
    check(cut, what, side, seed)


def test_neighbours_have_their_new_corners_in_common():
    rng = np.random.default_rng(3)
    border = [(100 + rng.uniform(-9, 9), y) for y in np.linspace(0, 100, 30)]
    one = [(0.0, 0.0), *border, (0.0, 100.0)]
    other = [(200.0, 100.0), *border[::-1], (200.0, 0.0)]
    cut = outline([(95, 30.123, 20), (110, 77.7, 16)])
    made = Carver(cut).carve(areas(one, other))
    old = {tuple(point) for point in [*one, *other]} | {tuple(p) for p in cut.xy.tolist()}
    corners = [
        {tuple(p) for ring in np.flatnonzero(made.left.owner == polygon)
         for p in made.left.xy[made.left.starts[ring] : made.left.starts[ring + 1]].tolist()} - old
        for polygon in range(made.left.count)
    ]  # fmt: skip
    both = [set().union(*(corners[p] for p in np.flatnonzero(made.area == i))) for i in (0, 1)]
    assert len(both[0]) == 4 and both[0] == both[1]


@pytest.mark.parametrize(
    "what",
    [
        box(0, 0, 50, 100),  # a corner of the outline lies on its edge
        box(20, 20, 80, 80),  # the same edges
        box(20, 0, 90, 20),  # an edge in common
        box(80, 80, 99, 99),  # a corner in common
        box(0, 0, 80 + 1e-12, 90),  # closer than rounding tells
    ],
)
def test_edges_that_touch_are_handed_back(what):
    cut = areas(box(20, 20, 80, 80))
    if what == box(0, 0, 50, 100):
        cut = areas([(50, 20), (80, 50), (50, 80), (20, 50)])
    made = Carver(cut).carve(areas(what, box(200, 200, 300, 300)))
    assert made.doubtful.tolist() == [0]
    assert made.area.tolist() == [1]


def test_nothing_to_cut_with_and_nothing_to_cut():
    nothing = parse_wkb([])
    made = Carver(nothing).carve(areas(SQUARE))
    assert made.area.tolist() == [0] and total(made.left) == 10_000
    assert Carver(nothing).carve(areas(SQUARE), inner=True).left.count == 0
    assert Carver(outline([(0, 0, 9)])).carve(nothing).left.count == 0


def apart(start, end):
    """A grid of edges that don't hang together."""
    return EdgeGrid(np.stack([start, end], axis=1).reshape(-1, 2), 2 * np.arange(len(start)))


def test_all_edges_that_cross_are_found():
    rng = np.random.default_rng(8)
    # Short ones and some a hundred times as long.
    start = rng.uniform(0, 1000, (400, 2))
    end = start + rng.normal(size=(400, 2)) * np.where(rng.uniform(size=(400, 1)) < 0.1, 300, 3)
    other = rng.uniform(0, 1000, (3000, 2))
    way = other + rng.normal(size=(3000, 2)) * np.where(rng.uniform(size=(3000, 1)) < 0.1, 300, 9)

    def left(a, b, p):
        return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

    expected = set()
    for i in range(400):
        a, b = start[i], end[i]
        one = left(a, b, other.T) * left(a, b, way.T) < 0
        for j in np.flatnonzero(one):
            if left(other[j], way[j], a) * left(other[j], way[j], b) < 0:
                expected.add((j, i))
    grid = apart(start, end)
    found = grid.crossings(other, way)
    assert set(zip(found.edge.tolist(), found.other.tolist())) == expected
    assert len(expected) > 500
    on_it = other[found.edge] + found.at[:, None] * (way - other)[found.edge]
    assert on_it == pytest.approx(found.xy, abs=1e-9)
    there = start[found.other] + found.other_at[:, None] * (end - start)[found.other]
    assert there == pytest.approx(found.xy, abs=1e-8)
    back = grid.crossings(way, other)
    assert (np.sort(back.xy, axis=0) == np.sort(found.xy, axis=0)).all()
    assert back.to_left.sum() == len(expected) - found.to_left.sum()


def test_no_step_that_crosses_is_passed_over():
    rng = np.random.default_rng(9)
    start = rng.uniform(0, 1000, (200, 2))
    grid = apart(start, start + rng.normal(size=(200, 2)) * 20)
    line = np.cumsum(rng.normal(size=(4000, 2)) * 15, axis=0) + 500
    met = np.unique(grid.crossings(line[:-1], line[1:]).edge)
    assert len(met) and np.isin(met, grid.near(line)).all()


@pytest.mark.parametrize("name", CASES)
def test_an_outline_holds_what_its_rings_hold(name):
    cut = outline(CASES[name][0])
    xy = np.random.default_rng(1).uniform(-60, 260, (4000, 2))
    # On the height of a vertex, too.
    xy[:500, 1] = np.random.default_rng(2).choice(cut.xy[:, 1], 500)
    assert (Outline(cut).holds(*xy.T) == inside(*xy.T, cut)).all()
