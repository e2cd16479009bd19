# SPDX-License-Identifier: GPL-2.0-or-later
"""ArcGIS REST against a server in memory, and against answers of real ones."""

from __future__ import annotations

import json
import re

import pytest

from blankspot_plugin.core import errors
from blankspot_plugin.services import arcgis, arcgis_layer
from blankspot_plugin.services.model import LON_LAT, Connection, Query
from tests.recorded.answers_by_path import Reply, session

ROOT = "https://gis.example.go.id/server/rest/services"
SERVICE = f"{ROOT}/Kominfo/Menara/MapServer"
CONNECTION = Connection("arcgis", SERVICE)


class Server:
    """A layer of points by its ids, with the habits of servers old and new."""

    def __init__(self, ids, *, cap=1000, told_cap=None, paging=True, geojson=True, flag=True):
        self.ids, self.cap, self.flag = list(ids), cap, flag
        self.description = {
            "id": 0,
            "name": "Menara",
            "type": "Feature Layer",
            "geometryType": "esriGeometryPoint",
            "extent": {
                "xmin": 115.6, "ymin": -2.4, "xmax": 116.6, "ymax": -0.9,
                "spatialReference": {"wkid": 4326},
            },
            "fields": [
                {"name": "OBJECTID", "type": "esriFieldTypeOID"},
                {"name": "tgl", "type": "esriFieldTypeDate"},
                {"name": "kode", "type": "esriFieldTypeString"},
            ],
            "maxRecordCount": told_cap or cap,
            "advancedQueryCapabilities": {"supportsPagination": paging},
            "supportedQueryFormats": "JSON, geoJSON" if geojson else "JSON",
        }  # fmt: skip
        self.geojson_fails = self.ranges_fail = self.ignores_offset = False
        self.flag_among_properties = False
        self.gone: set[int] = set()

    def __call__(self, path, params):
        if path.endswith("/query"):
            return self.query(params)
        if path.endswith("/0"):
            return self.description
        if path.endswith("/layers"):
            group = {"id": 1, "name": "Grup", "type": "Group Layer"}
            raster = {"id": 2, "name": "Citra", "type": "Raster Layer"}
            table = {"id": 3, "name": "Operator", "type": "Table"}
            return {"layers": [self.description, group, raster], "tables": [table]}
        if path.endswith("/services"):
            return {"folders": ["Kominfo", "Rahasia"], "services": [
                {"name": "Dasar", "type": "ImageServer"}]}  # fmt: skip
        if path.endswith("/services/Kominfo"):
            return {"services": [{"name": "Kominfo/Menara", "type": "MapServer"}]}
        if path.endswith("/Rahasia"):
            return {"error": {"code": 499, "message": "Token Required", "details": []}}
        return Reply(b"{}", 404)

    def query(self, params):
        if params.get("returnCountOnly"):
            return {"count": len(self.ids)}
        if params.get("returnIdsOnly"):
            # As 10.0 writes them.
            return {"objectIdFieldName": "OBJECTID", "objectIds": [float(i) for i in self.ids]}
        if self.geojson_fails and params["f"] == "geojson":
            return {"error": {"code": 400, "message": "Failed to execute query.", "details": []}}
        found = [i for i in self.ids if i not in self.gone]
        bounds = re.fullmatch(r"OBJECTID >= (\d+) AND OBJECTID <= (\d+)", params["where"])
        if bounds and self.ranges_fail:
            return {"error": {"code": 400, "message": "Unable to perform query."}}
        if bounds:
            found = [i for i in found if int(bounds[1]) <= i <= int(bounds[2])]
        if "objectIds" in params:
            found = [i for i in found if str(i) in params["objectIds"].split(",")]
        offset = 0 if self.ignores_offset else int(params.get("resultOffset", 0))
        most = min(int(params.get("resultRecordCount", self.cap)), self.cap)
        left = found[offset : offset + most]
        return self.answer(left, params["f"], len(found) > offset + most)

    def answer(self, ids, language, more):
        if language == "geojson":
            features = [
                {
                    "type": "Feature",
                    "id": i,
                    "geometry": {"type": "Point", "coordinates": [116, -1]},
                    "properties": {"OBJECTID": i, "tgl": 1700000000000, "kode": "007"},
                }
                for i in ids
            ]
            body = {"type": "FeatureCollection", "features": features}
        else:
            features = [
                {
                    "attributes": {"OBJECTID": i, "tgl": 1700000000000, "kode": "007"},
                    "geometry": {"x": 116, "y": -1} if i % 2 else {"x": "NaN", "y": "NaN"},
                }
                for i in ids
            ]
            body = {
                "features": features,
                "spatialReference": {"wkid": 4326},
                "fields": [dict(field) for field in self.description["fields"]],
            }
        if self.flag and more:
            place = body.setdefault("properties", {}) if self.flag_among_properties else body
            place["exceededTransferLimit"] = True
        return body


def ids_of(pages):
    found = []
    for page in pages:
        values = "properties" if page.format == "geojson" else "attributes"
        features = json.loads(page.path.read_text("utf-8"))["features"]
        assert page.count == len(features)
        found += [feature[values]["OBJECTID"] for feature in features]
    return found


def pulled(server, folder, **connection):
    asked = session(server)
    service = Connection("arcgis", SERVICE, **connection)
    return asked, list(arcgis.pages(asked, service, Query("0"), folder))


@pytest.mark.parametrize(
    "habits",
    [
        {},
        {"cap": 7},
        {"cap": 7, "told_cap": 1000},
        {"cap": 7, "told_cap": 1000, "flag": False},
        {"cap": 7, "paging": False},
        {"cap": 7, "told_cap": 1000, "paging": False},
        {"cap": 7, "told_cap": 1000, "paging": False, "flag": False},
        {"cap": 7, "paging": False, "geojson": False},
    ],
)
def test_every_feature_comes_once_whatever_the_servers_habits(habits, tmp_path):
    ids = [*range(1, 20), *range(1000, 1030), 9_000_000]
    _, pages = pulled(Server(ids, **habits), tmp_path)
    assert sorted(ids_of(pages)) == ids


def test_pages_are_ordered_by_object_id_and_whole(tmp_path):
    asked, _ = pulled(Server(range(30)), tmp_path, page_size=10)
    queries = [p for path, p in asked.asked if path.endswith("/query") and "resultOffset" in p]
    assert [p["resultOffset"] for p in queries] == ["0", "10", "20"]
    assert {p["orderByFields"] for p in queries} == {"OBJECTID"}
    assert {p["outSR"] for p in queries} == {"4326"}
    assert not {"maxAllowableOffset", "quantizationParameters"} & queries[0].keys()


def test_flag_among_the_properties_is_seen(tmp_path):
    server = Server(range(25), cap=10)
    server.flag_among_properties = True
    assert len(ids_of(pulled(server, tmp_path)[1])) == 25


@pytest.mark.parametrize("geojson", [True, False])
@pytest.mark.parametrize("ranges_fail", [True, False])
def test_page_that_comes_again_is_asked_for_by_ids(geojson, ranges_fail, tmp_path):
    server = Server(range(25), cap=10, geojson=geojson)
    server.ignores_offset, server.ranges_fail = True, ranges_fail
    assert sorted(ids_of(pulled(server, tmp_path)[1])) == list(range(25))


@pytest.mark.parametrize("geojson", [True, False])
@pytest.mark.parametrize(
    "unstable",
    [
        {0: [1, 2], 2: [2, 3], 4: [4]},
        {0: [1, 2], 2: [1, 3], 4: [5]},
        {0: [1, 2], 2: [3, 3], 4: [5]},
        {0: [5, 2], 2: [4, 3], 4: [5]},
    ],
)
def test_object_that_comes_twice_is_not_taken_for_another(unstable, geojson, tmp_path):
    class Unstable(Server):
        def query(self, params):
            if "resultOffset" in params:
                return self.answer(unstable.get(int(params["resultOffset"]), []), params["f"], 0)
            return super().query(params)

    server = Unstable(range(1, 6), cap=2, flag=False, geojson=geojson)
    assert sorted(ids_of(pulled(server, tmp_path)[1])) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("paging", [True, False])
@pytest.mark.parametrize("ids", [[1, 2, 3, 3, 4, 5, 5, 6], [1, 2, 2, 2, 2, 3, 4], [1, 1, 2, 2, 2]])
def test_objects_that_a_join_doubles_all_come(ids, paging, tmp_path):
    server = Server(ids, cap=4, paging=paging)
    assert sorted(ids_of(pulled(server, tmp_path)[1])) == ids


def test_page_that_comes_again_by_ids_too_is_refused(tmp_path):
    class Stuck(Server):
        def query(self, params):
            return super().query({**params, "where": "1=1"})

    server = Stuck(range(25), cap=10)
    server.ignores_offset = True
    with pytest.raises(errors.PageRepeated):
        pulled(server, tmp_path)


def test_server_that_fails_at_geojson_is_asked_for_json(tmp_path):
    server = Server(range(5))
    server.geojson_fails = True
    _, pages = pulled(server, tmp_path)
    assert [page.format for page in pages] == ["esrijson"]


def test_server_that_refuses_ranges_is_asked_by_lists_of_ids(tmp_path):
    server = Server(range(250), paging=False)
    server.ranges_fail = True
    assert sorted(ids_of(pulled(server, tmp_path)[1])) == list(range(250))


def test_rows_deleted_on_the_way_end_nothing(tmp_path):
    server = Server(range(30), cap=10, paging=False)
    server.gone = {3, 17}
    assert len(ids_of(pulled(server, tmp_path)[1])) == 28


def test_empty_layer_gives_one_empty_page(tmp_path):
    for paging in (True, False):
        folder = tmp_path / str(paging)
        folder.mkdir()
        _, pages = pulled(Server([], paging=paging), folder)
        assert [page.count for page in pages] == [0]


@pytest.mark.parametrize("geojson", [True, False])
def test_dates_are_text_and_codes_stay(geojson, tmp_path):
    _, (page,) = pulled(Server([1, 2], geojson=geojson), tmp_path)
    body = json.loads(page.path.read_text("utf-8"))
    values = body["features"][0]["properties" if geojson else "attributes"]
    assert (values["tgl"], values["kode"]) == ("2023-11-14T22:13:20Z", "007")
    assert page.crs == (LON_LAT if geojson else "")
    if not geojson:
        # OGR knows Esri's JSON by what stands before the features.
        assert list(body)[-1] == "features"
        assert body["features"][1]["geometry"] is None


def test_moments_no_calendar_has_stay_numbers():
    assert arcgis_layer.when(-86400000) == "1969-12-31T00:00:00Z"
    assert arcgis_layer.when(10**18) == str(10**18)


def test_extent_asks_for_what_touches_it(tmp_path):
    asked = session(Server(range(3)))
    query = Query("0", (115.6, -2.4, 116.6, -0.9))
    list(arcgis.pages(asked, CONNECTION, query, tmp_path))
    params = asked.asked[-1][1]
    assert params["geometry"] == "115.6,-2.4,116.6,-0.9"
    assert (params["inSR"], params["spatialRel"]) == ("4326", "esriSpatialRelIntersects")


def test_layers_of_a_service_leave_out_groups_and_rasters():
    found = arcgis.layers(session(Server(range(3))), CONNECTION)
    assert [(layer.name, layer.title, layer.geometry) for layer in found] == [
        ("0", "Menara", "point"),
        ("3", "Operator", "table"),
    ]
    assert found[0].bounds == (115.6, -2.4, 116.6, -0.9)


@pytest.mark.parametrize(
    "url", [ROOT, f"{ROOT}/", f"{ROOT}?f=html", ROOT.removesuffix("/services")]
)
def test_layers_of_a_directory_are_named_by_their_path(url, tmp_path):
    asked = session(Server(range(3)))
    connection = Connection("arcgis", url)
    name = arcgis.layers(asked, connection)[0].name
    assert name == "Kominfo/Menara/MapServer/0"
    assert len(ids_of(arcgis.pages(asked, connection, Query(name), tmp_path))) == 3


@pytest.mark.parametrize(
    "url", [f"{ROOT}/Kominfo", f"{SERVICE}/0", f"{SERVICE}/0/query?where=1%3D1"]
)
def test_layer_is_found_below_any_address(url, tmp_path):
    asked = session(Server(range(3)))
    connection = Connection("arcgis", url)
    name = arcgis.layers(asked, connection)[0].name
    assert arcgis.count(asked, connection, Query(name)) == 3


@pytest.mark.parametrize(
    ("code", "error"),
    [(498, errors.LoginNeeded), (499, errors.LoginNeeded), (400, errors.ServiceSaid)],
)
def test_error_under_status_200_is_one(code, error):
    asked = session(lambda *_: {"error": {"code": code, "message": "Invalid URL", "details": []}})
    with pytest.raises(error):
        arcgis.layers(asked, Connection("arcgis", f"{SERVICE}/0"))


def test_unknown_layer_and_group_are_refused(tmp_path):
    says_no = session(lambda *_: {"error": {"code": 400, "message": "Invalid or missing input"}})
    with pytest.raises(errors.NoSuchLayer):
        list(arcgis.pages(says_no, CONNECTION, Query("77"), tmp_path))
    group = session(lambda *_: {"id": 1, "type": "Group Layer"})
    with pytest.raises(errors.NotALayer):
        list(arcgis.pages(group, CONNECTION, Query("1"), tmp_path))


def test_mercator_extent_is_told_in_degrees():
    description = {
        "geometryType": "esriGeometryPoint",
        "extent": {
            "xmin": 12878770.2, "ymin": -268436.7, "xmax": 12978770.2, "ymax": -107556.6,
            "spatialReference": {"wkid": 102100, "latestWkid": 3857},
        },
    }  # fmt: skip
    info = arcgis_layer.info(description, "0")
    assert info.crs == "EPSG:3857"
    assert info.bounds == pytest.approx((115.6923, -2.4107, 116.5906, -0.9661), abs=1e-3)


@pytest.fixture(params=["us-ca-carson", "us-mi-kent", "us-mo-columbia"])
def recorded(request, shared_data):
    """Answers of three servers (10.0, 10.01 and 10.22), none of which pages."""
    folder = shared_data / "arcgis_rest" / request.param

    def answer(path, params):
        if not path.endswith("/query"):
            name = "metadata"
        elif "returnCountOnly" in params:
            name = "count-only"
        else:
            name = "ids-only" if "returnIdsOnly" in params else "0"
        return (folder / f"{request.param}-{name}.json").read_bytes()

    return request.param, answer


def test_real_servers_of_old(recorded, tmp_path):
    name, answer = recorded
    asked = session(answer)
    connection = Connection("arcgis", f"{SERVICE}/1")
    info = arcgis.layers(asked, connection)[0]
    crs, geometry, counted, first = {
        "us-ca-carson": ("EPSG:2229", "point", 30551, 6),
        "us-mi-kent": ("", "polygon", 222460, 15),
        "us-mo-columbia": ("ESRI:102697", "point", 84296, 43),
    }[name]
    assert (info.crs, info.geometry) == (crs, geometry)
    assert arcgis.count(asked, connection, Query("1")) == counted
    # The recordings hold one page; Carson's is shorter than its ids, so that it is asked again.
    try:
        pages = list(arcgis.pages(asked, connection, Query("1"), tmp_path))
    except errors.PageRepeated:
        assert name == "us-ca-carson"
    else:
        assert [(page.count, page.format) for page in pages] == [(first, "esrijson")]
