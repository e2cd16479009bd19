# SPDX-License-Identifier: GPL-2.0-or-later
"""Documents of large geometries are read as GDAL reads them, to the last digit and type."""

from __future__ import annotations

import json
import random

import pytest
from osgeo import gdal, ogr

from blankspot_plugin.bridge import shaped

OPTIONS = ["NATIVE_DATA=NO"]


def ring(seed, heights=False, size=400):
    chance = random.Random(seed)
    places = [[chance.uniform(-180, 180), chance.uniform(-90, 90)] for _ in range(size)]
    places = [[*place, chance.random()] for place in places] if heights else places
    return [*places, places[0]]


def feature(number, geometry, /, **properties):
    return {"type": "Feature", "id": f"a.{number}", "geometry": geometry, "properties": properties}


def shape(kind, *coordinates):
    return {"type": kind, "coordinates": list(coordinates)}


MIXED = [
    feature(1, shape("MultiPolygon", [ring(1), ring(2)], [ring(3)]), kode="01", n=1, luas=1.5),
    feature(2, shape("Polygon", ring(4)), kode="02", n=2**40, senarai=["a", "b"], geser=[1, 2]),
    feature(3, None, kode="03", n=3, tanggal="2024-05-17", saat="2024-05-17T10:11:12Z"),
    feature(4, shape("Point", 116.5, -1.5), kode=None, ya=True, dalam={"a": {"b": "}"}}),
    feature(5, shape("MultiLineString", ring(5), ring(6)), kode='}]{["\\'),
    feature(6, shape("LineString", *ring(7)), kode="é", n=None),
    feature(7, shape("Polygon", ring(8, heights=True)), luas=2),
    {"type": "Feature", "properties": None, "geometry": shape("Polygon", ring(9))},
]


@pytest.fixture
def both(tmp_path):
    def read(features, text=None, **more):
        path = tmp_path / "page.geojson"
        body = {"type": "FeatureCollection", "features": features, **more}
        path.write_text(text or json.dumps(body, ensure_ascii=False), encoding="utf-8")
        theirs = gdal.OpenEx(
            str(path), gdal.OF_VECTOR, allowed_drivers=["GeoJSON"], open_options=OPTIONS
        )
        return shaped.dataset(path, OPTIONS), theirs

    return read


def told(data):
    layer = data.GetLayer(0)
    fields = layer.GetLayerDefn()
    columns = [fields.GetFieldDefn(at) for at in range(fields.GetFieldCount())]
    rows = []
    for each in layer:
        geometry = each.GetGeometryRef()
        values = [
            each.GetFieldAsString(at) if each.IsFieldSetAndNotNull(at) else None
            for at in range(len(columns))
        ]
        rows.append((each.GetFID(), values, geometry and bytes(geometry.ExportToIsoWkb())))
    crs = layer.GetSpatialRef()
    kinds = [(each.GetName(), each.GetType(), each.GetSubType()) for each in columns]
    return layer.GetName(), kinds, rows, crs and crs.GetAuthorityCode(None)


def test_mixed_geometries_columns_and_types(both):
    ours, theirs = both(MIXED)
    assert ours is not None
    assert told(ours) == told(theirs)


@pytest.mark.parametrize("code", ["4326", "32750", "3857"])
def test_a_crs_of_the_document(both, code):
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}
    ours, theirs = both([feature(1, shape("Polygon", ring(1)))], crs=crs, name="desa")
    assert told(ours) == told(theirs)
    assert told(ours)[3] == code


def test_it_is_pretty_printed(both):
    text = json.dumps({"type": "FeatureCollection", "features": MIXED}, indent=2)
    ours, theirs = both([], text)
    assert told(ours) == told(theirs)


@pytest.mark.parametrize(
    "features",
    [
        # A geometry among the properties: what was cut out is no feature's.
        [feature(1, None, geometry=shape("Polygon", ring(1)))],
        # Four numbers a point, or a mixture, are for GDAL to judge.
        [feature(1, shape("Polygon", [[1, 2, 3, 4]] * 400))],
        [feature(1, shape("Polygon", [*ring(1), [1, 2, 3]]))],
        # Where a place is the one that stands for what was cut out.
        [feature(1, shape("Polygon", ring(1))), feature(2, shape("Point", 0, 1.5e300))],
        [feature(1, shape("Polygon", ring(1))), feature(2, shape("Point", 7, 1.5e300))],
        [feature(1, shape("Point", 116.5, -1.5))],
        [],
    ],
)
def test_what_is_odd_is_left_to_gdal(both, features):
    ours, _ = both(features)
    assert ours is None


def test_two_geometries_of_one_feature_are_left_to_gdal(both):
    one, other = json.dumps(shape("Polygon", ring(1))), json.dumps(shape("Polygon", ring(2)))
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},'
        f'"geometry":{one},"geometry":{other}}}]}}'
    )
    ours, _ = both([], text)
    assert ours is None


def test_exceptions_of_gdal_change_nothing(both):
    before = ogr.GetUseExceptions()
    ogr.UseExceptions()
    gdal.UseExceptions()
    try:
        ours, theirs = both(MIXED)
        assert told(ours) == told(theirs)
        assert shaped._together("x.geojson", b"{", [b""], OPTIONS) is None
    finally:
        if not before:
            gdal.DontUseExceptions()
            ogr.DontUseExceptions()
