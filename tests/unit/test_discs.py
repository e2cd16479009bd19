# SPDX-License-Identifier: GPL-2.0-or-later
"""The union of discs against closed forms, sums along lines, and looking at every disc."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blankspot_plugin.core import cells, discs
from blankspot_plugin.core.errors import Cancelled
from blankspot_plugin.core.rings import inside, ring_sums
from blankspot_plugin.core.shapes import disc_rings, equal_area_factor

UTM = (500_000.0, 9_700_000.0)


def union(rows):
    return discs.union(*np.array(rows, dtype=float).reshape(-1, 3).T)


def outline(rows):
    """The arcs, and no disc left over."""
    made = union(rows)
    assert not len(made.unresolved)
    return made.arcs


def lens(r, s, d):
    """What two discs share, their circles crossing."""
    a = r * r * np.arccos((d * d + r * r - s * s) / (2 * d * r))
    b = s * s * np.arccos((d * d + s * s - r * r) / (2 * d * s))
    return a + b - np.sqrt((r + s - d) * (d + r - s) * (d - r + s) * (d + r + s)) / 2


def by_lines(rows, lines=8_001):
    """The area as the mean length of the union on level lines, Gauss-Chebyshev spaced."""
    x, y, r = np.array(rows, dtype=float).reshape(-1, 3).T
    low, high = (y - r).min(), (y + r).max()
    angle = (np.arange(lines) + 0.5) * np.pi / lines
    total = 0.0
    for level, weight in zip((low + high) / 2 - (high - low) / 2 * np.cos(angle), np.sin(angle)):
        half = np.sqrt(np.maximum(r * r - (level - y) ** 2, 0.0))
        crossed = half > 0
        left, right = (x - half)[crossed], (x + half)[crossed]
        order = np.argsort(left)
        left, right = left[order], np.maximum.accumulate(right[order])
        covered = (right - np.maximum(left, np.append(-np.inf, right[:-1]))).clip(0).sum()
        total += covered * weight
    return total * np.pi / lines * (high - low) / 2


def lattice(columns, rows, step, radius):
    return [(i * step, j * step, radius) for i in range(columns) for j in range(rows)]


def around(count, wide, radius, turn=0.0, centre=(0.0, 0.0)):
    angles = turn + 2 * np.pi * np.arange(count) / count
    return [(centre[0] + wide * np.cos(a), centre[1] + wide * np.sin(a), radius) for a in angles]


def scattered(count, side, low, high, seed):
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, side, (count, 2))
    return np.column_stack([xy, rng.uniform(low, high, count)]).tolist()


KNOWN = {
    "none": ([], 0.0),
    "one": ([(3, 4, 1000)], np.pi * 1e6),
    "no radius": ([(3, 4, 0), (9, 9, -5)], 0.0),
    "apart": ([(0, 0, 10), (100, 0, 20)], 500 * np.pi),
    "two": ([(0, 0, 500), (600, 0, 400)], np.pi * 410_000 - lens(500, 400, 600)),
    "mostly covered": ([(0, 0, 500), (460, 0, 50)], np.pi * 252_500 - lens(500, 50, 460)),
    "identical": ([(7, 7, 300)] * 4, np.pi * 90_000),
    "concentric": ([(7, 7, r) for r in (300, 200, 100, 300)], np.pi * 90_000),
    "inside": ([(0, 0, 500), (100, 50, 200), (-300, 0, 100)], np.pi * 250_000),
    "touching from inside": ([(0, 0, 500), (300, 0, 200), (0, -400, 100)], np.pi * 250_000),
    "touching": ([(0, 0, 500), (1000, 0, 500), (500, 1200, 800)], np.pi * 1_140_000),
    "row touching": (lattice(9, 1, 200, 100), 9 * np.pi * 10_000),
    "chain": (
        lattice(200, 1, 100, 80),
        200 * np.pi * 6400 - 199 * lens(80, 80, 100),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("at", [(0.0, 0.0), UTM])
def test_areas_with_a_closed_form(name, at):
    rows, expected = KNOWN[name]
    moved = [(x + at[0], y + at[1], r) for x, y, r in rows]
    assert outline(moved).area() == pytest.approx(expected, rel=1e-6, abs=1e-6)


SHAPES = {
    "scattered": scattered(150, 5000, 100, 600, 1),
    "sparse": scattered(150, 20_000, 100, 900, 2),
    "one size": scattered(200, 5000, 300, 300, 3),
    "mixed sizes": scattered(80, 9000, 2, 30, 4) + scattered(30, 9000, 500, 2000, 5),
    "lattice": lattice(12, 9, 100, 60),
    "lattice, radius the step": lattice(10, 10, 100, 100),
    "lattice, corners meet": lattice(10, 10, 70, 70 / np.sqrt(2)),
    "lattice, sides touch": lattice(10, 10, 100, 50),
    "lattice, pythagorean": lattice(12, 12, 30, 50),
    "hexagons": [(x + 50 * (y % 2), y * 50 * np.sqrt(3), 100 / np.sqrt(3))
                 for x in range(0, 900, 100) for y in range(9)],
    "through one point": around(12, 500, 500),
    "ring": around(24, 2000, 400),
    "ring with an island": [*around(24, 2000, 400), (0, 0, 500)],
    "ring in ring in ring": list(chain(*(around(40, 1000 * k, 200) for k in (1, 2, 3)))),
    "ring, touching": around(6, 1000, 500),
    "half inside": [(0, 0, 1000), *around(30, 1000, 150)],
    "stack": [(0, k, 100 + k) for k in range(50)],
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_areas_by_lines(name):
    rows = SHAPES[name]
    assert outline(rows).area() == pytest.approx(by_lines(rows), rel=3e-5)


@pytest.mark.parametrize("name", SHAPES)
def test_polygons_of_many_chords_have_the_outlines_area(name):
    arcs = outline(SHAPES[name])
    sums = ring_sums(arcs.polygons(4096))
    assert sums.area.sum() == pytest.approx(arcs.area(), rel=1e-6)


@pytest.mark.parametrize(
    ("rows", "holes"),
    [
        (around(24, 2000, 400), [1]),
        ([*around(24, 2000, 400), (0, 0, 500)], [1, 0]),
        ([*around(24, 2000, 400), *around(12, 800, 250), (0, 0, 100)], [1, 1, 0]),
        ([*around(24, 2000, 400), *around(6, 450, 260, 0, (850, 0)),
          *around(6, 450, 260, 0, (-850, 0))], [1, 1, 1]),
        ([*around(24, 2000, 400), *around(24, 2000, 400, 0, (3900, 0))], [2]),
        (lattice(4, 4, 100, 60), [9]),
        ([(0, 0, 100), (300, 0, 100)], [0, 0]),
        ([], []),
    ],
)  # fmt: skip
def test_holes_belong_to_the_ring_around_them(rows, holes):
    found = outline(rows).polygons(32)
    assert found.count == len(holes)
    assert sorted(np.bincount(found.owner[found.hole], minlength=found.count)) == sorted(holes)
    # Outer rings come first, turn to the left, and hold their holes.
    first = np.append(True, found.owner[1:] != found.owner[:-1]) if len(holes) else []
    assert (found.hole == ~np.asarray(first, dtype=bool)).all()
    sums = ring_sums(found)
    assert (np.sign(sums.area) == np.where(found.hole, -1, 1)).all()
    for hole in np.flatnonzero(found.hole):
        ring = np.flatnonzero((found.owner == found.owner[hole]) & ~found.hole)[0]
        part = found.xy[found.starts[ring] : found.starts[ring + 1]]
        low, high = part.min(axis=0), part.max(axis=0)
        corners = found.xy[found.starts[hole] : found.starts[hole + 1]]
        assert (corners > low).all() and (corners < high).all()


@pytest.mark.parametrize("segments", [1, 8, 32])
def test_a_lone_disc_is_drawn_as_it_always_is(segments):
    x, y, r = np.array([UTM[0]]), np.array([UTM[1]]), np.array([3500.0])
    factor = equal_area_factor(np.pi / 2 / segments)
    drawn = discs.union(x, y, r * factor).arcs.polygons(segments)
    expected = disc_rings(x, y, r, segments)[0]
    assert drawn.xy.shape == expected.shape
    # Moved by the jitter, all of it alike.
    shift = drawn.xy[0] - expected[0]
    assert np.abs(shift).max() < 2e-4
    assert drawn.xy - shift == pytest.approx(expected, abs=1e-8)
    assert ring_sums(drawn).area[0] == pytest.approx(np.pi * 3500**2, rel=1e-9)


@pytest.mark.parametrize("name", SHAPES)
def test_rings_are_closed_and_their_vertices_lie_on_circles_and_in_no_disc(name):
    rows = np.array(SHAPES[name])
    drawn = outline(rows).polygons(8)
    assert (drawn.xy[drawn.starts[:-1]] == drawn.xy[drawn.starts[1:] - 1]).all()
    assert np.diff(drawn.starts).min() >= 4
    depth = rows[:, 2] - np.hypot(*(drawn.xy[:, None] - rows[:, :2]).transpose(2, 0, 1))
    assert np.abs(depth.max(axis=1)).max() < 3e-4


@pytest.mark.parametrize("name", SHAPES)
def test_points_are_inside_the_polygons_that_are_inside_a_disc(name):
    rows = np.array(SHAPES[name])
    rng = np.random.default_rng(3)
    low, high = (rows[:, :2] - rows[:, 2:]).min(axis=0), (rows[:, :2] + rows[:, 2:]).max(axis=0)
    xy = rng.uniform(low, high, (2000, 2))
    depth = rows[:, 2] - np.hypot(*(xy[:, None] - rows[:, :2]).transpose(2, 0, 1))
    depth = depth.max(axis=1)
    clear = np.abs(depth) > rows[:, 2].max() * 2e-5 + 1e-3
    held = inside(*xy.T, outline(rows).polygons(256))
    assert (held == (depth > 0))[clear].all()


@pytest.mark.parametrize("name", SHAPES)
def test_the_order_of_discs_does_not_matter_to_the_last_digit(name):
    rows = np.array(SHAPES[name])
    shuffled = rows[np.random.default_rng(9).permutation(len(rows))]
    one, other = outline(rows).polygons(8), outline(shuffled).polygons(8)
    assert (one.xy == other.xy).all() and (one.owner == other.owner).all()


def test_a_giant_chain():
    count, step, r = 20_000, 150.0, 100.0
    x = UTM[0] + step * np.arange(count)
    made = discs.union(x, np.full(count, UTM[1]), np.full(count, r))
    assert not len(made.unresolved)
    assert len(made.arcs.starts) == 2
    expected = count * np.pi * r * r - (count - 1) * lens(r, r, step)
    assert made.arcs.area() == pytest.approx(expected, rel=1e-6)


def test_a_large_lattice_resolves():
    # Through every centre go the circles of four others.
    rows = np.array(lattice(150, 150, 100, 100)) + (*UTM, 0)
    assert outline(rows).area() == pytest.approx(by_lines(rows, 1001), rel=1e-4)


def dense(count, side, seed):
    return np.array(scattered(count, side, 100, 2000, seed))


def test_the_filter_for_dense_discs_changes_nothing(monkeypatch):
    rows = np.vstack([
        # Towns of many discs, with ground between them that nobody covers.
        dense(1500, 8000, 1), dense(1500, 8000, 2) + (13_000, 0, 0),
        dense(1200, 6000, 3) + (5000, 14_000, 0), dense(40, 30_000, 4),
    ])  # fmt: skip
    assert cells.is_dense(*rows.T)
    full = cells.full_cells(*rows.T)
    assert 0 < full.spared(*rows.T).sum() < len(rows) / 2
    filtered = outline(rows)
    monkeypatch.setattr(cells, "is_dense", lambda *_: False)
    plain = outline(rows)
    assert filtered.area() == pytest.approx(plain.area(), rel=1e-12)
    assert len(filtered.starts) == len(plain.starts)
    assert np.sort(filtered.ring_areas()) == pytest.approx(np.sort(plain.ring_areas()), rel=1e-9)


def test_twenty_thousand_dense_discs():
    rows = dense(20_000, 60_000, 6)
    assert outline(rows).area() == pytest.approx(by_lines(rows, 501), rel=1e-3)


def test_twenty_thousand_discs_inside_one():
    rows = np.vstack([np.array(scattered(20_000, 1000, 1, 50, 8)), [[500, 500, 2000]]])
    assert outline(rows).area() == pytest.approx(np.pi * 4e6, rel=1e-12)


def test_full_cells_lie_inside_a_disc():
    rows = np.array(scattered(60, 4000, 100, 900, 11))
    full = cells.full_cells(*rows.T)
    row, column = np.nonzero(full.full)
    assert len(row) > 20
    x, y = full.x0 + column * full.side, full.y0 + row * full.side
    corners = np.array([(a, b) for a in (0, full.side) for b in (0, full.side)])
    far = np.hypot(
        (x[:, None] + corners[:, 0])[..., None] - rows[:, 0],
        (y[:, None] + corners[:, 1])[..., None] - rows[:, 1],
    ).max(axis=1)
    assert (far <= rows[:, 2]).any(axis=1).all()


def test_what_does_not_fit_together_is_handed_back_and_the_rest_is_there(monkeypatch):
    def broken(pieces, count):
        following = real(pieces, count)
        following[np.flatnonzero(np.isin(pieces.disc, bad))[:1]] = -1
        return following

    real = discs._following
    rows = [(0, 0, 100), (150, 0, 100), (1000, 0, 100), (1100, 0, 100), (5000, 0, 10)]
    # In the order of x the discs 2 and 3 are the second pair.
    bad = [2, 3]
    monkeypatch.setattr(discs, "_following", broken)
    made = union(rows)
    assert sorted(made.unresolved) == [2, 3]
    expected = np.pi * 20_100 - lens(100, 100, 150)
    assert made.arcs.area() == pytest.approx(expected, rel=1e-5)


def test_a_piece_that_leads_nowhere_is_noticed():
    pieces = discs._Pieces(
        *(np.array(column) for column in ([0, 1, 2], [1, 0, 2], [1, 0, 2])),
        np.zeros(3), np.ones(3),
    )  # fmt: skip
    assert discs._following(pieces, 3).tolist() == [1, 0, 2]
    missing = pieces.only(np.array([0, 2]))
    assert discs._following(missing, 3).tolist() == [-1, 1]


def test_cancelled():
    with pytest.raises(Cancelled):
        discs.union(np.zeros(3), np.arange(3.0), np.ones(3), lambda: True)


_PLACE = st.integers(-6, 6).map(float)
_ROWS = st.lists(st.tuples(_PLACE, _PLACE, st.integers(0, 5).map(float)), max_size=14)


@settings(max_examples=150, deadline=None)
@given(_ROWS)
def test_whole_numbers_of_all_kinds(rows):
    """Tangent, cocircular, identical: in units of ten metres, well above the jitter."""
    scaled = [(10 * x, 10 * y, 10 * r) for x, y, r in rows]
    arcs = outline(scaled)
    expected = by_lines(scaled, 601) if any(r > 0 for *_, r in rows) else 0.0
    assert arcs.area() == pytest.approx(expected, rel=1e-3, abs=1e-3)
    sums = ring_sums(arcs.polygons(512))
    assert sums.area.sum() == pytest.approx(arcs.area(), rel=1e-5)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 60), st.integers(0, 2**32 - 1), st.sampled_from([(0.0, 0.0), UTM]))
def test_the_area_is_the_same_wherever_the_discs_lie(count, seed, at):
    rows = np.array(scattered(count, 3000, 50, 500, seed))
    here = outline(rows).area()
    there = outline(rows + (*at, 0.0)).area()
    assert there == pytest.approx(here, rel=1e-6)
