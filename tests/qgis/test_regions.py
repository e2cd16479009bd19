# SPDX-License-Identifier: GPL-2.0-or-later
"""Discs united by their arcs, against the geometry library, and villages laid over them."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsGeometry

from blankspot_plugin.core import discs
from tests.qgis.helpers import LAT, LON, layer, points, square


def plane(map_crs="EPSG:32750"):
    from blankspot_plugin.bridge.plane import WorkingPlane

    return WorkingPlane(
        QgsCoordinateReferenceSystem("EPSG:32750"),
        QgsCoordinateReferenceSystem(map_crs),
        QgsCoordinateTransformContext(),
    )


def region(rows, segments=32, sectors=(), polygons=(), map_crs="EPSG:32750"):
    """Rows of x, y, radius; sectors of x, y, radius, azimuth, beamwidth in degrees."""
    from blankspot_plugin.bridge.regions import Discs, Region

    every = [(*row, 0, np.nan) for row in rows] + list(sectors)
    x, y, r, azimuth, beamwidth = np.array(every, dtype=float).reshape(-1, 5).T
    x, y = x + 500_000, y + 9_700_000
    made = Discs(x, y, r, np.stack([x, y], axis=1), np.radians(azimuth), np.radians(beamwidth))
    return Region(plane(map_crs), made, list(polygons), segments)


def never():
    return False


def scattered(count, side, low, high, seed):
    rng = np.random.default_rng(seed)
    return np.column_stack([rng.uniform(0, side, (count, 2)), rng.uniform(low, high, count)])


def ring(count, wide, radius):
    turn = 2 * np.pi * np.arange(count) / count
    return np.column_stack([wide * np.cos(turn), wide * np.sin(turn), np.full(count, radius)])


def lattice(count, step, radius):
    x, y = (part.ravel() * step for part in np.meshgrid(np.arange(count), np.arange(count)))
    return np.column_stack([x, y, np.full(count * count, radius)])


SHAPES = {
    "none": np.empty((0, 3)),
    "one": np.array([[0.0, 0, 3500]]),
    "apart": np.array([[0.0, 0, 100], [900, 0, 200]]),
    "nearly touching": np.array([[0.0, 0, 5000], [10_000.2, 0, 5000], [0, 10_000.02, 5000]]),
    "touching": np.array([[0.0, 0, 500], [1000, 0, 500], [0, 1000, 500]]),
    "identical": np.array([[7.0, 7, 300]] * 5),
    "concentric": np.array([[7.0, 7, 300], [7, 7, 200], [7, 7, 100]]),
    "one inside many": np.vstack([ring(20, 800, 500), [[0, 0, 350]]]),
    "chain": np.column_stack([np.arange(300) * 90.0, np.zeros(300), np.full(300, 60.0)]),
    "ring": ring(24, 2000, 400),
    "narrow ring": ring(24, 2000, 261.06),
    "ring with an island": np.vstack([ring(24, 2000, 400), [[0, 0, 900]]]),
    "rings in rings": np.vstack([ring(40, 1000 * k, 200) for k in (1, 2, 3)]),
    "lattice": lattice(12, 100, 60),
    "lattice, sides touch": lattice(12, 100, 50),
    "lattice, corners meet": lattice(12, 100, 50 * np.sqrt(2)),
    "lattice, radius the step": lattice(12, 100, 100),
    "pythagorean lattice": lattice(12, 30, 50),
    "scattered": scattered(300, 9000, 50, 900, 1),
    "sparse": scattered(300, 40_000, 50, 1500, 2),
    "dense": scattered(3000, 20_000, 100, 2500, 3),
    "small and large": np.vstack(
        [scattered(300, 9000, 1, 20, 4), scattered(9, 9000, 900, 3000, 5)]
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_the_area_is_the_geometry_librarys(qgis_app, name):
    from blankspot_plugin.bridge.polygons import union

    rows = SHAPES[name]
    drawn = union(region(rows, 256).geometries(np.arange(len(rows))))
    expected = 0.0 if drawn.isEmpty() else drawn.area()
    assert discs.union(*rows.T).arcs.area() == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("segments", [1, 5, 32])
@pytest.mark.parametrize("name", SHAPES)
def test_pieces_are_valid_and_apart(qgis_app, name, segments):
    from blankspot_plugin.bridge.polygons import together

    united = region(SHAPES[name], segments).united(never)
    assert not united.unresolved and not united.joined
    assert all(piece.isGeosValid() for piece in united.pieces)
    assert together(united.pieces).isEmpty() or together(united.pieces).isGeosValid()


def test_what_arcs_do_not_resolve_the_geometry_library_unites(qgis_app, monkeypatch):
    from blankspot_plugin.bridge.dissolve import dissolve
    from blankspot_plugin.bridge.polygons import together

    rows = np.vstack([SHAPES["ring"], SHAPES["ring"] + (9000, 0, 0)])
    plain = region(rows).united(never)
    break_first_ring(monkeypatch)
    united = region(rows).united(never)
    assert united.unresolved == 24 and len(united.pieces) == 1 and len(united.joined) == 1
    assert len(united.whole) == 24
    area = sum(piece.area() for piece in united.pieces + united.joined)
    assert area == pytest.approx(sum(piece.area() for piece in plain.pieces), rel=1e-3)
    dissolved = dissolve(region(rows), never)
    assert dissolved.unresolved == 24
    assert together(dissolved.parts).isGeosValid()
    assert together(dissolved.parts).area() == pytest.approx(area, rel=1e-9)


def break_first_ring(monkeypatch):
    """Lose the successor of the first arc there is."""
    real = discs._following

    def broken(pieces, count):
        following = real(pieces, count)
        if (pieces.disc == 0).any():
            following[np.flatnonzero(pieces.disc == 0)[0]] = -1
        return following

    monkeypatch.setattr(discs, "_following", broken)


@pytest.mark.parametrize("name", ["analysis", "coverage"])
def test_the_log_tells_of_it_and_the_result_is_the_same(run, monkeypatch, name):
    sites = points([(LON + 0.01 * i, LAT + 0.003 * i, 1500) for i in range(9)], "r:int")
    areas = layer("Polygon", [(square(LON, LAT, 0.05), ("1",))], "code:string")
    parameters = {
        "analysis": {"SITES": sites, "AREAS": areas, "RADIUS_FIELD": "r"},
        "coverage": {"INPUT": sites, "RADIUS_FIELD": "r"},
    }[name]
    plain, said = run(name, parameters)
    assert "could not be put together" not in said.text
    break_first_ring(monkeypatch)
    broken, said = run(name, parameters)
    assert "The outline of 9 discs could not be put together from arcs" in said.text
    assert broken["COVERED_KM2"] == pytest.approx(plain["COVERED_KM2"], rel=1e-3)


def villages_over(rows, count=14):
    """A grid of squares over rows and some ground around them."""
    low = (rows[:, :2] - rows[:, 2:]).min(axis=0) - 500
    side = ((rows[:, :2] + rows[:, 2:]).max() + 500 - low.min()) / count
    low = low + (500_000, 9_700_000)
    made = []
    for i in range(count):
        for j in range(count):
            x, y = low[0] + i * side, low[1] + j * side
            ends = (x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)
            made.append(f"POLYGON(({','.join(f'{a} {b}' for a, b in ends)}))")
    return [QgsGeometry.fromWkt(text) for text in made]


def split(villages, regions):
    """Return what of each village a first region leaves."""
    from blankspot_plugin.bridge.overlay import VillageOverlay

    overlay = VillageOverlay(villages, regions, regions[0].plane, never)
    left = [QgsGeometry()] * len(villages)
    for members, rests in overlay.run(
        lambda leaf: [overlay.without(villages[i], regions[0], i, leaf)[0] for i in leaf.members],
        never,
        lambda share: None,
    ):
        for index, rest in zip(members, rests):
            left[index] = rest
    return overlay, left


@pytest.mark.parametrize("map_crs", ["EPSG:32750", "EPSG:4326"])
@pytest.mark.parametrize("name", ["one", "scattered", "sparse", "dense", "ring with an island"])
def test_villages_keep_what_no_disc_covers(qgis_app, name, map_crs):
    from blankspot_plugin.bridge.polygons import union

    rows = SHAPES[name]
    made = region(rows, map_crs=map_crs)
    villages = villages_over(rows)
    onto = made.plane.onto_map(QgsCoordinateReferenceSystem("EPSG:32750"))
    for village in villages:
        village.transform(onto)
    overlay, left = split(villages, [made])
    whole = union(made.geometries(np.arange(len(rows))))
    unit = villages[0].area()
    for village, rest in zip(villages, left):
        area = 0.0 if rest.isEmpty() else rest.area()
        assert area == pytest.approx(village.difference(whole).area(), abs=1e-3 * unit)
    laid = overlay._laid[0]
    outside = ~laid.inside & ~laid.crossed
    assert (outside if name != "dense" else laid.inside).any()
    # Nobody touches a village that no edge runs through.
    assert all(left[i] is villages[i] for i in np.flatnonzero(outside))
    assert all(left[i].isEmpty() for i in np.flatnonzero(laid.inside))


def test_sectors_and_polygons_are_joined_in_where_they_are(qgis_app):
    from blankspot_plugin.bridge.dissolve import dissolve
    from blankspot_plugin.bridge.polygons import together, union

    rows = SHAPES["sparse"]
    sectors = [(x, y, 2000, 30, 120) for x, y, _ in scattered(15, 40_000, 1, 2, 8)]
    block = QgsGeometry.fromWkt("POINT(510000 9710000)").buffer(4000, 32)
    made = region(rows, sectors=sectors, polygons=[block])
    villages = villages_over(rows)
    _, left = split(villages, [made])
    whole = union([*made.geometries(np.arange(len(made.discs))), block])
    for village, rest in zip(villages, left):
        area = 0.0 if rest.isEmpty() else rest.area()
        assert area == pytest.approx(village.difference(whole).area(), abs=1e-3 * village.area())
    parts = dissolve(made, never).parts
    assert together(parts).isGeosValid()
    assert together(parts).area() == pytest.approx(whole.area(), rel=1e-4)
