# SPDX-License-Identifier: GPL-2.0-or-later
"""Paser's real villages with GeoNames places as sites, held against circles and overlays by GDAL.

The circles are drawn in an azimuthal equidistant projection about each place, where a geodesic
circle is one, and measured in an equal-area projection: another way than the plugin's.
"""

from __future__ import annotations

import csv

import pytest
from osgeo import ogr, osr
from qgis.core import QgsVectorLayer

from tests.qgis.helpers import geonames, points, rows

FAR = 25_000


class ByGdal:
    """The villages and circles of a radius, in an equal-area projection."""

    def __init__(self, folder):
        with open(
            folder / "geonames_paser" / "geonames_cities500_bbox.csv", encoding="utf-8"
        ) as file:
            self.places = [
                (float(row["longitude"]), float(row["latitude"]), row["name"])
                for row in csv.DictReader(file)
            ]
        self.flat = osr.SpatialReference()
        self.flat.ImportFromProj4("+proj=laea +lat_0=-1.8 +lon_0=116 +ellps=WGS84")
        degrees = osr.SpatialReference()
        degrees.ImportFromEPSG(4326)
        degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self.there = osr.CoordinateTransformation(degrees, self.flat)
        data = ogr.Open(str(folder / "paser_batas_kemendagri" / "paser_desa.geojson"))
        self.villages = []
        for feature in data.GetLayer(0):
            shape = feature.GetGeometryRef().Clone()
            shape.Segmentize(0.005)
            shape.Transform(self.there)
            self.villages.append(shape if shape.IsValid() else shape.MakeValid())

    def inside(self, place):
        point = ogr.CreateGeometryFromWkt(f"POINT({place[0]} {place[1]})")
        point.Transform(self.there)
        return any(village.Intersects(point) for village in self.villages)

    def circles(self, places, radius):
        whole = ogr.Geometry(ogr.wkbMultiPolygon)
        for lon, lat, _ in places:
            round_ = osr.SpatialReference()
            round_.ImportFromProj4(f"+proj=aeqd +lat_0={lat} +lon_0={lon} +ellps=WGS84")
            circle = ogr.CreateGeometryFromWkt("POINT(0 0)").Buffer(radius, 128)
            circle.Transform(osr.CoordinateTransformation(round_, self.flat))
            whole.AddGeometry(circle)
        return whole.UnionCascaded()

    def km2(self, work):
        shapes = [work(village) for village in self.villages]
        areal = (ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbGeometryCollection)
        return sum(
            shape.Area() for shape in shapes if ogr.GT_Flatten(shape.GetGeometryType()) in areal
        ) / 1e6  # fmt: skip


@pytest.fixture(scope="module")
def by_gdal(shared_data):
    return ByGdal(shared_data)


def shared(folder, **more):
    return {
        "AREAS": str(folder / "paser_batas_kemendagri" / "paser_desa.geojson"),
        "CODE_FIELD": "kode", "NAME_FIELD": "nama", "DEFINITION": "area", **more,
    }  # fmt: skip


def test_blank_ground_of_two_dates(run, shared_data, by_gdal):
    before = [place for at, place in enumerate(by_gdal.places) if at % 3]
    result, _ = run(
        "change",
        shared(shared_data, SITES_BEFORE=points(before, "name:string"),
               SITES_AFTER=geonames(shared_data), RADIUS=8000),
    )  # fmt: skip
    was, now = by_gdal.circles(before, 8000), by_gdal.circles(by_gdal.places, 8000)
    gone = by_gdal.km2(lambda village: village.Difference(was).Intersection(now))
    kept = by_gdal.km2(lambda village: village.Difference(was).Difference(now))
    assert result["GONE_KM2"] == pytest.approx(gone, rel=5e-4)
    assert result["PERSISTENT_KM2"] == pytest.approx(kept, rel=5e-4)
    assert result["NEW_KM2"] == pytest.approx(0, abs=1e-6)
    assert result["SLIVER_KM2"] < 0.05
    assert result["N_GONE"] > 0 and result["N_NEW"] == 0


def test_what_comes_from_across(run, shared_data, by_gdal):
    regencies = QgsVectorLayer(
        str(shared_data / "paser_batas_kemendagri" / "kaltim_kabkota.geojson"), "k", "ogr"
    )
    regencies.setSubsetString("\"kode\" <> '64.01'")
    result, _ = run(
        "neighbours",
        shared(shared_data, SITES=geonames(shared_data), RADIUS=FAR, NEIGHBOURS=regencies,
               NEIGHBOUR_CODE_FIELD="kode", NEIGHBOUR_NAME_FIELD="nama"),
    )  # fmt: skip
    own = [place for place in by_gdal.places if by_gdal.inside(place)]
    assert result["N_OWN_SITES"] == len(own) == 7
    made = rows(result["SITES_OUTPUT"])
    foreign = [
        place for place in by_gdal.places
        if place[2] in {row["name"] for row in made if row["home"] == "neighbour"}
    ]  # fmt: skip
    assert foreign and result["N_NEIGHBOUR_SITES"] == len(foreign)
    stray = [
        place for place in by_gdal.places
        if place[2] in {row["name"] for row in made if row["home"] == "elsewhere"}
    ]  # fmt: skip
    every = by_gdal.circles([*own, *foreign, *stray], FAR)
    without = by_gdal.circles([*own, *stray], FAR)
    only = by_gdal.km2(lambda village: village.Intersection(every)) - by_gdal.km2(
        lambda village: village.Intersection(without)
    )
    assert only > 5
    assert result["ONLY_KM2"] == pytest.approx(only, rel=2e-3)


def test_two_sources_of_boundaries_are_told_and_not_joined(run, shared_data):
    """BPS and Kemendagri number villages differently: nothing is guessed from their ground."""
    cover = points([(116.2, -1.9)])
    coverage, _ = run("coverage", {"INPUT": cover, "RADIUS": 8000})
    tables = []
    for path, code, name in (
        ("paser_desa_bps/id6401_paser.geojson", "village_code", "village"),
        ("paser_batas_kemendagri/paser_desa.geojson", "kode", "nama"),
    ):
        made, _ = run(
            "statistics",
            {"AREAS": str(shared_data / path), "CODE_FIELD": code, "NAME_FIELD": name,
             "COVERAGE": [coverage["OUTPUT"]], "DEFINITION": "area"},
        )  # fmt: skip
        tables.append(made["OUTPUT"])
    result, _ = run("change", {"BEFORE": tables[0], "AFTER": tables[1]})
    assert (result["N_ADDED"], result["N_REMOVED"]) == (144, 144)
    assert (result["N_NEW"], result["N_GONE"]) == (0, 0)
    kinds = {row["kind"] for row in rows(result["BOUNDARIES"])}
    assert {"recoded", "exchanged"} <= kinds
    recoded = [row for row in rows(result["BOUNDARIES"]) if row["kind"] == "recoded"]
    same = [row for row in recoded if row["name_b"].lower() == row["name_a"].lower()]
    # What lies on the same ground bears the same name, as far as both spell it alike.
    assert len(same) >= 0.8 * len(recoded)
