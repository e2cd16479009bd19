# SPDX-License-Identifier: GPL-2.0-or-later
"""Coverage of sites: true to the ground, by technology, sector and group."""

from __future__ import annotations

import math

import pytest

from tests.qgis.helpers import LAT, LON, layer, points, rows


def by_class(made):
    return {(row["class"], row["grp"]): row for row in rows(made)}


@pytest.mark.parametrize(
    ("lon", "lat", "crs"),
    [(116.0, -1.9, "EPSG:4326"), (140.7, -2.5, "EPSG:4326"), (11.0, 46.7, "EPSG:4326"),
     (400000, 9790000, "EPSG:32750"), (12950000, -210000, "EPSG:3857")],
)  # fmt: skip
def test_a_disc_has_the_area_of_a_circle_on_the_ground(run, lon, lat, crs):
    result, _ = run("coverage", {"INPUT": points([(lon, lat)], crs=crs), "RADIUS": 5000})
    assert result["COVERED_KM2"] == pytest.approx(math.pi * 25, rel=1e-4)
    (row,) = rows(result["OUTPUT"])
    assert row["area_km2"] == pytest.approx(math.pi * 25, rel=1e-4)
    assert (row["class"], row["sites"], row["grp"]) == ("covered", 1, None)
    assert result["OUTPUT"].crs().authid() == crs


def test_field_names_and_order_are_the_contract(run):
    result, _ = run("coverage", {"INPUT": points([(LON, LAT)])})
    assert result["OUTPUT"].fields().names() == ["class", "grp", "sites", "area_km2", "tier"]


def test_a_technology_takes_its_default_radii_and_a_mixed_cell_its_best(run):
    sites = points([(LON, LAT, "2G/4G")], "tech:string")
    result, _ = run("coverage", {"INPUT": sites, "TECHNOLOGY_FIELD": "tech"})
    assert result["COVERED_KM2"] == pytest.approx(math.pi * 3.5**2, rel=1e-4)
    assert result["WEAK_KM2"] == pytest.approx(math.pi * (5.0**2 - 3.5**2), rel=1e-4)


def test_2g_alone_is_weak(run):
    sites = points([(LON, LAT, "DCS")], "tech:string")
    result, _ = run("coverage", {"INPUT": sites, "TECHNOLOGY_FIELD": "tech"})
    assert result["COVERED_KM2"] == 0
    assert result["WEAK_KM2"] == pytest.approx(math.pi * 64, rel=1e-4)


def test_radii_of_the_officer_override_the_defaults(run):
    sites = points([(LON, LAT, "4G"), (LON + 1, LAT, "Lora")], "tech:string")
    result, said = run(
        "coverage",
        {"INPUT": sites, "TECHNOLOGY_FIELD": "tech", "RADII": ["4G", "2000", "0", "lora", 1000, 0]},
    )
    assert result["COVERED_KM2"] == pytest.approx(math.pi * 5, rel=1e-4)
    assert "unknown technology" not in said.text


def test_an_unknown_technology_takes_the_general_radius_and_is_counted(run):
    sites = points([(LON, LAT, "menara"), (LON + 1, LAT, None)], "tech:string")
    result, said = run("coverage", {"INPUT": sites, "TECHNOLOGY_FIELD": "tech", "RADIUS": 1000})
    assert result["COVERED_KM2"] == pytest.approx(2 * math.pi, rel=1e-4)
    assert "2 sites with an unknown technology" in said.text
    assert "menara (1)" in said.text


def test_a_radius_of_the_site_goes_before_its_technology(run):
    sites = points([(LON, LAT, "4G", 1000, 2000), (LON + 1, LAT, "4G", None, None)],
                   "tech:string r:double w:double")  # fmt: skip
    result, _ = run(
        "coverage",
        {"INPUT": sites, "TECHNOLOGY_FIELD": "tech", "RADIUS_FIELD": "r", "WEAK_FIELD": "w"},
    )
    assert result["COVERED_KM2"] == pytest.approx(math.pi * (1 + 3.5**2), rel=1e-4)
    assert result["WEAK_KM2"] == pytest.approx(math.pi * (4 - 1 + 25 - 3.5**2), rel=1e-4)


def test_a_sector_points_from_true_north_and_has_its_share_of_the_disc(run):
    # Far from the central meridian of the CRS, true north and grid north differ by degrees.
    import processing
    from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsPointXY

    sites = points([(122.0, -10.0, 90, 60)], "az:int bw:int")
    moved = processing.run(
        "native:reprojectlayer",
        {"INPUT": sites, "TARGET_CRS": QgsCoordinateReferenceSystem("EPSG:32750"),
         "OUTPUT": "memory:"},
    )["OUTPUT"]  # fmt: skip
    for given in (sites, moved):
        result, _ = run(
            "coverage",
            {"INPUT": given, "RADIUS": 6000, "AZIMUTH_FIELD": "az", "BEAMWIDTH_FIELD": "bw"},
        )
        assert result["COVERED_KM2"] == pytest.approx(math.pi * 36 / 6, rel=1e-4)
        (feature,) = result["OUTPUT"].getFeatures()
        shape = feature.geometry()
        if given is moved:
            from qgis.core import QgsCoordinateTransform, QgsProject

            shape.transform(QgsCoordinateTransform(moved.crs(), sites.crs(), QgsProject.instance()))
        centre = shape.centroid().asPoint()
        measure = QgsDistanceArea()
        measure.setEllipsoid("EPSG:7030")
        bearing = math.degrees(measure.bearing(QgsPointXY(122.0, -10.0), centre))
        assert bearing == pytest.approx(90, abs=0.05)


@pytest.mark.parametrize("beamwidth", [None, 360])
def test_no_beamwidth_or_a_full_turn_is_all_round(run, beamwidth):
    sites = points([(LON, LAT, 45, beamwidth)], "az:int bw:int")
    result, _ = run(
        "coverage",
        {"INPUT": sites, "RADIUS": 1000, "AZIMUTH_FIELD": "az", "BEAMWIDTH_FIELD": "bw"},
    )
    assert result["COVERED_KM2"] == pytest.approx(math.pi, rel=1e-4)


def test_classes_are_disjoint_within_a_group_and_groups_may_overlap(run):
    sites = points(
        [(LON, LAT, "4G", "A"), (LON + 0.01, LAT, "4G", "B"), (LON + 0.04, LAT, "2G", "A")],
        "tech:string op:string",
    )
    result, _ = run("coverage", {"INPUT": sites, "TECHNOLOGY_FIELD": "tech", "GROUP_FIELD": "op"})
    shapes = {
        (feature["class"], feature["grp"]): feature.geometry()
        for feature in result["OUTPUT"].getFeatures()
    }
    assert set(shapes) == {(name, group) for name in ("covered", "weak") for group in "AB"}
    for group in "AB":
        common = shapes["covered", group].intersection(shapes["weak", group])
        assert common.area() < 1e-9
    assert shapes["covered", "A"].intersects(shapes["covered", "B"])
    assert by_class(result["OUTPUT"])["weak", "A"]["sites"] == 2
    assert result["COVERED_KM2"] < 2 * math.pi * 3.5**2


def test_a_filter_chooses_the_sites(run):
    sites = points([(LON, LAT, 2024), (LON + 1, LAT, 2025)], "year:int")
    result, _ = run("coverage", {"INPUT": sites, "RADIUS": 1000, "FILTER": '"year" <= 2024'})
    assert result["COVERED_KM2"] == pytest.approx(math.pi, rel=1e-4)


def test_sites_without_a_usable_place_are_reported_and_left_out(run):
    sites = layer(
        "Point",
        [(f"POINT({LON} {LAT})", ()), (None, ()), ("POINT(116 95)", ()), ("POINT(nan nan)", ())],
    )
    result, said = run("coverage", {"INPUT": sites, "RADIUS": 1000})
    assert result["COVERED_KM2"] == pytest.approx(math.pi, rel=1e-4)
    assert "unusable coordinate" in said.text
    # QGIS takes a point of no numbers for an empty one.
    assert "2 without a geometry" in said.text


def test_a_site_at_null_island_does_not_move_the_others(run):
    sites = points([(0, 0), (LON, LAT), (LON + 0.5, LAT)])
    result, _ = run("coverage", {"INPUT": sites, "RADIUS": 3000})
    assert result["COVERED_KM2"] == pytest.approx(3 * 9 * math.pi, rel=1e-3)


def test_many_discs_are_united_as_one_union_would(run):
    import numpy as np
    from qgis.core import QgsGeometry

    from blankspot_plugin.core.shapes import disc_rings, multipolygon_wkb

    # A dense heap, a chain, and some that stand alone, in metres of UTM.
    rng = np.random.default_rng(3)
    x = np.concatenate([rng.uniform(0, 9e3, 200), np.arange(150) * 900.0, np.arange(9) * 2e4])
    y = np.concatenate([rng.uniform(0, 9e3, 200), np.full(150, 3e4), np.full(9, 6e4)])
    sites = points(zip((x + 4e5).tolist(), (y + 9.7e6).tolist()), crs="EPSG:32750")
    result, _ = run("coverage", {"INPUT": sites, "RADIUS": 500})
    (feature,) = result["OUTPUT"].getFeatures()
    every = QgsGeometry()
    every.fromWkb(multipolygon_wkb(disc_rings(x, y, np.full(len(x), 500.0), 32)))
    assert feature["sites"] == len(x)
    assert feature.geometry().isGeosValid()
    expected = QgsGeometry.unaryUnion([every]).area() / 1e6
    assert result["COVERED_KM2"] == pytest.approx(expected, rel=1.5e-3)


@pytest.mark.parametrize(
    "places",
    [[(116.05, -1.85), (0, 0)], [(116, -1.9), (116.2, -1.9), (-1.9, 16), (-1.8, 20)]],
)
def test_sites_with_no_site_half_way_between_them_are_drawn(run, places):
    result, _ = run("coverage", {"INPUT": points(places), "RADIUS": 3000})
    assert result["COVERED_KM2"] > 9 * math.pi * 0.99


def test_radii_may_be_given_as_rows(run):
    sites = points([(LON, LAT, "4G")], "tech:string")
    result, _ = run(
        "coverage", {"INPUT": sites, "TECHNOLOGY_FIELD": "tech", "RADII": [["4G", 1000, 2000]]}
    )
    assert result["COVERED_KM2"] == pytest.approx(math.pi, rel=1e-4)


def test_blank_and_missing_groups_are_one(run):
    sites = points([(LON, LAT, ""), (LON + 0.1, LAT, None), (LON + 0.2, LAT, "X")], "g:string")
    result, _ = run("coverage", {"INPUT": sites, "RADIUS": 1000, "GROUP_FIELD": "g"})
    assert {row["grp"]: row["sites"] for row in rows(result["OUTPUT"])} == {None: 2, "X": 1}
