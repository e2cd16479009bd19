# SPDX-License-Identifier: GPL-2.0-or-later
"""The same figures wherever, in whatever order and in however many threads they are made."""

from __future__ import annotations

import os

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsProject,
)

from tests.qgis.helpers import layer, points, rows

# Where zone 50 ends and zone 51 begins.
BORDER, LAT = 120.0, -2.0


def never():
    return False


def test_a_point_is_covered_where_karney_says_so(qgis_app):
    """100,000 points about the edges of discs, from 95 to 141 E and 11 S to 6 N."""
    geod = pytest.importorskip("pyproj").Geod(ellps="WGS84")
    from blankspot_plugin.bridge.located import class_codes
    from blankspot_plugin.bridge.plane import working_plane
    from blankspot_plugin.bridge.read import Notes, Points
    from blankspot_plugin.bridge.regions import Region
    from blankspot_plugin.bridge.sites import PlacedSites
    from blankspot_plugin.core.definitions import IS_COVERED
    from blankspot_plugin.core.neighbours import PointGrid

    rng = np.random.default_rng(17)
    lon, lat = rng.uniform(95, 141, 3000), rng.uniform(-11, 6, 3000)
    # Some stand close together, as in a town.
    lon[::3], lat[::3] = lon[1::3] + 0.02, lat[1::3] - 0.01
    radius = rng.uniform(100, 8000, 3000)
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    plane = working_plane(lon, lat, wgs84, QgsCoordinateTransformContext())
    sites = Points(lon, lat, {}, np.arange(3000), Notes())
    discs = PlacedSites(sites, plane).discs(radius, np.ones(3000, dtype=bool))
    chosen = rng.integers(0, 3000, 100_000)
    away = radius[chosen] + rng.choice([3, 30, 300, 3000], 100_000) * rng.uniform(-1, 1, 100_000)
    x, y, _ = geod.fwd(lon[chosen], lat[chosen], rng.uniform(0, 360, 100_000), np.abs(away))
    place, site = PointGrid(lon, lat).in_boxes(x - 0.11, y - 0.11, x + 0.11, y + 0.11)
    metres = geod.inv(x[place], y[place], lon[site], lat[site])[2]
    margin = np.full(100_000, np.inf)
    np.minimum.at(margin, place, metres - radius[site])
    xy = np.stack([x, y], axis=1)
    codes = class_codes(xy, [Region(plane, discs)], [], never)
    clear = np.abs(margin) > 1
    assert clear.sum() > 85_000 and 0.2 < (margin < 0).mean() < 0.8
    assert ((codes == IS_COVERED) == (margin < 0))[clear].all()


def _moved(source, crs):
    there = QgsCoordinateTransform(source.crs(), crs, QgsProject.instance())
    made = []
    for feature in source.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        geometry.transform(there)
        made.append((geometry, feature.attributes()))
    kind, columns = ("Point", "r:int") if source.geometryType() == 0 else ("Polygon", "code:string")
    return layer(kind, made, columns, crs=crs.authid())


def _villages():
    """Villages on both sides of the zones' border, none with a straight edge."""
    rng = np.random.default_rng(4)
    corners = np.stack(
        np.meshgrid(BORDER + 0.06 * np.arange(-6, 7), LAT + 0.06 * np.arange(-4, 5)), axis=-1
    )
    corners += rng.uniform(-0.015, 0.015, corners.shape)
    made = []
    for i in range(8):
        for j in range(12):
            ends = [corners[i + a, j + b] for a, b in ((0, 0), (0, 1), (1, 1), (1, 0), (0, 0))]
            text = ",".join(f"{x:.7f} {y:.7f}" for x, y in ends)
            made.append((QgsGeometry.fromWkt(f"POLYGON(({text}))"), (f"V{i:02}-{j:02}",)))
    return layer("Polygon", made, "code:string")


def _sites(count=400):
    rng = np.random.default_rng(5)
    return points(
        [
            (BORDER + east, LAT + north, int(reach))
            for east, north, reach in zip(
                rng.uniform(-0.4, 0.4, count),
                rng.uniform(-0.3, 0.3, count),
                rng.uniform(200, 2500, count),
            )
        ],
        "r:int",
    )


def _analysed(run, areas, sites, **more):
    result, _ = run(
        "analysis",
        {"AREAS": areas, "CODE_FIELD": "code", "SITES": sites, "RADIUS_FIELD": "r", **more},
    )
    return result


@pytest.mark.parametrize("crs", ["EPSG:32750", "EPSG:32751", "EPSG:3857", "EPSG:9490"])
def test_figures_are_the_same_in_every_crs_across_a_zones_border(run, crs):
    expected = _analysed(run, _villages(), _sites())
    there = QgsCoordinateReferenceSystem(crs)
    result = _analysed(run, _moved(_villages(), there), _moved(_sites(), there))
    before = {row["code"]: row for row in rows(expected["STATISTICS"])}
    assert 0.2 < expected["COVERED_KM2"] / (expected["COVERED_KM2"] + expected["BLANK_KM2"]) < 0.9
    for row in rows(result["STATISTICS"]):
        total = before[row["code"]]["area_km2"]
        for name in ("area_km2", "cov_km2", "blank_km2"):
            assert row[name] == pytest.approx(before[row["code"]][name], abs=1e-4 * total), name


def _tables(result):
    """The tables in an order of their own, geometries to the last digit."""
    statistics = {row["code"]: row for row in rows(result["STATISTICS"])}
    gaps = {
        gap["gap_id"]: (gap["area_km2"], bytes(gap.geometry().asWkb()))
        for gap in result["GAPS"].getFeatures()
    }
    return statistics, gaps


def _mixed(source):
    features = [(f.geometry(), f.attributes()) for f in source.getFeatures()]
    order = np.random.default_rng(6).permutation(len(features))
    kind, columns = ("Point", "r:int") if source.geometryType() == 0 else ("Polygon", "code:string")
    return layer(kind, [features[place] for place in order], columns)


@pytest.mark.parametrize("change", ["order of sites", "order of areas", "threads", "chunks"])
def test_tables_are_the_same_to_the_last_digit(run, monkeypatch, change):
    from blankspot_plugin.bridge import overlay, regions
    from blankspot_plugin.core import discs, neighbours, tiling

    areas, sites = _villages(), _sites(1500)
    expected = _tables(_analysed(run, areas, sites))
    assert len(expected[1]) > 100
    if change == "order of sites":
        sites = _mixed(sites)
    elif change == "order of areas":
        areas = _mixed(areas)
    elif change == "threads":
        monkeypatch.setattr(os, "cpu_count", lambda: 1)
    else:
        monkeypatch.setattr(overlay, "_LEAF", 7)
        for module in (discs, neighbours, tiling, regions):
            monkeypatch.setattr(module, "_AT_ONCE", 100)
    assert _tables(_analysed(run, areas, sites)) == expected
