# SPDX-License-Identifier: GPL-2.0-or-later
"""CKAN against a portal in memory, and against what a real one answered."""

from __future__ import annotations

import csv
import json

import pytest

from blankspot_plugin.core import errors
from blankspot_plugin.services import ckan
from blankspot_plugin.services.model import Connection, Query
from tests.recorded.answers_by_path import Reply, session

PORTAL = "https://data.example.go.id"
API = "/api/3/action/"


def resource(identifier, told, *, datastore=False, **more):
    return {
        "id": identifier,
        "name": f"berkas {identifier}",
        "format": told,
        "package_id": "menara",
        "url": f"{PORTAL}/unduh/{identifier}",
        "datastore_active": datastore,
        **more,
    }


RESOURCES = [
    resource("c1", "CSV", datastore=True),
    resource("c2", ".csv"),
    resource("x1", "XLSX"),
    resource("s1", "SHP"),
    resource("g1", "geojson"),
    resource("j1", "JSON", url=f"{PORTAL}/unduh/a.geojson"),
    resource("k1", "KMZ"),
    resource("t1", "", url=f"{PORTAL}/unduh/a.tab"),
    resource("m1", "", mimetype="text/csv"),
    resource("p1", "PDF"),
    resource("w1", "WMS", url=f"{PORTAL}/wms"),
    resource("j2", "JSON"),
]
KEPT = ["c1", "c2", "x1", "s1", "g1", "j1", "k1", "t1", "m1"]
FIELDS = [{"id": name, "type": "text"} for name in ("_id", "kode", "lat")]


class Portal:
    """A portal with one dataset and a table in its DataStore."""

    def __init__(self, rows=25, *, cap=32000, total=True, datastore=True, datasets=1):
        self.rows, self.cap, self.total, self.datastore = rows, cap, total, datastore
        self.ignores_offset = self.overlaps = False
        self.resources = RESOURCES
        self.packages = [
            {"id": f"id-{i}", "name": "menara", "title": "Menara", "resources": RESOURCES}
            for i in range(datasets)
        ]

    def __call__(self, path, params):
        if path.startswith("/unduh/"):
            return b"kode;lat\n007;-1,9\n"
        action = path.split(API)[-1]
        try:
            return {"success": True, "result": getattr(self, action)(params)}
        except LookupError:
            body = {"success": False, "error": {"__type": "Not Found Error"}}
            return Reply(json.dumps(body).encode(), 404)

    def package_search(self, params):
        start, rows = int(params["start"]), min(int(params["rows"]), 2)
        return {"count": len(self.packages), "results": self.packages[start : start + rows]}

    def package_show(self, params):
        return {"menara": self.packages[0]}[params["id"]]

    def resource_show(self, params):
        return {r["id"]: r for r in self.resources}[params["id"]]

    def datastore_search(self, params):
        if not self.datastore:
            raise LookupError
        offset = 0 if self.ignores_offset else int(params["offset"])
        offset -= bool(offset and self.overlaps)
        limit = min(int(params["limit"]), self.cap)
        numbers = range(self.rows)[offset : offset + limit]
        records = [{"_id": i, "kode": f"{i:03}", "lat": -1.5 if i else None} for i in numbers]
        told = {"total": self.rows} if self.total else {}
        return {"fields": FIELDS, "records": records, "limit": limit, **told}


def pulled(portal, folder, name="c1", **connection):
    asked = session(portal)
    pages = list(ckan.pages(asked, Connection("ckan", PORTAL, **connection), Query(name), folder))
    rows = []
    for page in pages:
        with page.path.open(encoding="utf-8", newline="") as file:
            head, *found = csv.reader(file)
        assert page.format == "csv"
        assert page.count == len(found)
        rows += found
    return head, rows


@pytest.mark.parametrize(
    "url",
    [
        PORTAL,
        f"{PORTAL}/",
        f"{PORTAL}/dataset",
        f"{PORTAL}/dataset/?q=menara",
        f"{PORTAL}/organization/diskominfo",
        f"{PORTAL}/dataset/menara",
        f"{PORTAL}/id/dataset/menara?x=1",
        f"{PORTAL}{API}package_show?id=menara",
        f"{PORTAL}{API}package_search?q=menara",
        f"{PORTAL}/api/3/action",
    ],
)
def test_resources_that_hold_features_are_listed(url):
    found = ckan.layers(session(Portal()), Connection("ckan", url))
    assert [layer.name for layer in found] == KEPT
    assert found[0].title == "Menara – berkas c1"
    assert [layer.geometry for layer in found[:4]] == ["table", "table", "table", ""]


@pytest.mark.parametrize(
    "url",
    [
        f"{PORTAL}/dataset/menara/resource/x1",
        f"{PORTAL}{API}resource_show?id=x1",
        f"{PORTAL}{API}datastore_search?resource_id=x1&limit=5",
    ],
)
def test_address_of_one_resource_gives_that_one(url):
    found = ckan.layers(session(Portal()), Connection("ckan", url))
    assert [layer.name for layer in found] == ["x1"]


def test_address_says_what_is_searched():
    asked = session(Portal())
    ckan.layers(asked, Connection("ckan", f"{PORTAL}/organization/diskominfo?q=menara"))
    params = asked.asked[0][1]
    assert (params["fq"], params["q"]) == ("organization:diskominfo", "menara")


def test_all_datasets_are_listed_however_few_come_at_a_time():
    found = ckan.layers(session(Portal(datasets=7)), Connection("ckan", PORTAL))
    assert len(found) == 7 * len(KEPT)


@pytest.mark.parametrize("rows", [0, 9, 20, 25])
@pytest.mark.parametrize("habits", [{}, {"cap": 4}, {"total": False}, {"cap": 4, "total": False}])
def test_every_record_of_the_datastore_comes_once(rows, habits, tmp_path):
    head, found = pulled(Portal(rows, **habits), tmp_path, page_size=10)
    assert head == ["kode", "lat"]
    if not rows:
        # The file.
        assert found == [["007", "-1,9"]]
        return
    assert found == [[f"{i:03}", "-1.5" if i else ""] for i in range(rows)]


def test_same_records_again_are_refused(tmp_path):
    portal = Portal(25)
    portal.ignores_offset = True
    with pytest.raises(errors.PageRepeated):
        pulled(portal, tmp_path, page_size=10)


def test_a_record_that_comes_twice_is_refused(tmp_path):
    portal = Portal(25)
    portal.overlaps = True
    with pytest.raises(errors.PageRepeated):
        pulled(portal, tmp_path, page_size=10)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (25, {"datastore_contains_all_records_of_source_file": False}),
        (25, {"datastore_contains_all_records_of_source_file": "False"}),
        (0, {}),
    ],
)
def test_datastore_that_holds_a_part_only_gives_way_to_the_file(rows, told, tmp_path):
    portal = Portal(rows)
    portal.resources = [resource("c1", "CSV", datastore=True, **told)]
    assert pulled(portal, tmp_path) == (["kode", "lat"], [["007", "-1,9"]])
    assert ckan.count(session(portal), Connection("ckan", PORTAL), Query("c1")) is None


@pytest.mark.parametrize("more", [{"url_type": "datastore"}, {"url": "/datastore/dump/c1"}])
def test_datastore_without_a_file_is_all_there_is(more, tmp_path):
    portal = Portal(0)
    portal.resources = [resource("c1", "CSV", datastore=True, **more)]
    assert pulled(portal, tmp_path) == (["kode", "lat"], [])
    assert ckan.count(session(portal), Connection("ckan", PORTAL), Query("c1")) == 0


def test_names_that_differ_in_capitals_only_are_told_apart(tmp_path):
    class Capitals(Portal):
        def datastore_search(self, params):
            told = super().datastore_search(params)
            fields = [{"id": name} for name in ("_id", "Nama", "nama")]
            records = [{"_id": 1, "Nama": "A", "nama": "b"}] if told["records"] else []
            return {**told, "fields": fields, "records": records}

    assert pulled(Capitals(1), tmp_path) == (["Nama", "nama_2"], [["A", "b"]])


def test_count_is_the_datastores():
    connection = Connection("ckan", PORTAL)
    assert ckan.count(session(Portal(25)), connection, Query("c1")) == 25
    assert ckan.count(session(Portal(25)), connection, Query("c2")) is None


@pytest.mark.parametrize(("name", "datastore"), [("c2", True), ("c1", False)])
def test_without_datastore_the_file_comes(name, datastore, tmp_path):
    head, found = pulled(Portal(datastore=datastore), tmp_path, name)
    assert (head, found) == (["kode", "lat"], [["007", "-1,9"]])


def test_resource_that_is_gone(tmp_path):
    with pytest.raises(errors.NoSuchLayer):
        pulled(Portal(), tmp_path, "gone")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"success": False, "error": {"message": "Bad query"}}, errors.ServiceSaid),
        ({"success": False, "error": {"__type": "Authorization Error"}}, errors.LoginNeeded),
        ({"message": "ok"}, errors.NotTheProtocol),
    ],
)
def test_failure_under_status_200_is_one(body, error):
    with pytest.raises(error):
        ckan.layers(session(lambda *_: body), Connection("ckan", PORTAL))


def test_real_portal(shared_data):
    # The recording is the result without the envelope the API puts around it.
    source = shared_data / "ckan_api" / "zurich_package_search.json"
    result = json.loads(source.read_text("utf-8"))

    def answer(_path, params):
        start = int(params["start"])
        return {"success": True, "result": {**result, "results": result["results"][start:]}}

    found = ckan.layers(session(answer), Connection("ckan", PORTAL))
    assert [layer.title.rsplit(".", 1)[-1] for layer in found] == [
        "csv", "gpkg", "json (GeoJSON-Services)", "shp", "csv", "gpkg", "shp", "csv", "gpkg", "shp",
    ]  # fmt: skip
