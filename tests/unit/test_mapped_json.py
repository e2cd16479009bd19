# SPDX-License-Identifier: GPL-2.0-or-later
"""Hand-made JSON, with the ways such programs page, or don't."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl, urlsplit

import pytest

from blankspot_plugin.core import errors
from blankspot_plugin.services import files, wkt
from blankspot_plugin.services.model import LON_LAT, Connection, Query
from tests.recorded.answers_by_path import Reply, session

URL = "https://data.example.go.id/api/bigdata/diskominfo/menara"


def rows(count):
    return [{"id": i, "lon": 116.2, "lat": "-1.9"} for i in range(count)]


def api(count, *, cap=1000, total=True, ignores_page=False, ignores_size=False, missing=False):
    def answer(_path, params):
        size = cap if ignores_size else min(int(params["per_page"]), cap)
        page = 1 if ignores_page else int(params["page"])
        found = rows(count)[(page - 1) * size : page * size]
        if missing and not found:
            return Reply(b'{"message": "not found"}', 404)
        return {"data": found, **({"total": count} if total else {})}

    return answer


def pulled(answer, folder, *, url=URL, page_size=10, **mapping):
    asked = session(answer)
    connection = Connection("file", url, page_size, {"records": "data", **mapping})
    pages = list(files.pages(asked, connection, Query(""), folder))
    found = []
    for page in pages:
        features = json.loads(page.path.read_text("utf-8"))["features"]
        assert (page.count, page.format) == (len(features), "geojson")
        found += features
    return asked, pages, found


@pytest.mark.parametrize(
    "habits",
    [
        {},
        {"total": False},
        {"cap": 7},
        {"cap": 7, "total": False},
        {"total": False, "missing": True},
        {"ignores_size": True, "cap": 15},
        {"ignores_page": True, "ignores_size": True},
        {"ignores_page": True, "ignores_size": True, "total": False},
    ],
)
@pytest.mark.parametrize("count", [0, 9, 28, 30])
def test_every_record_comes_once(habits, count, tmp_path):
    if not count and habits.get("missing"):
        pytest.skip("no first page is an error, not an end")
    found = pulled(api(count, **habits), tmp_path)[2]
    assert [feature["properties"]["id"] for feature in found] == list(range(count))


@pytest.mark.parametrize("total", [True, False])
def test_first_page_again_and_again_is_refused(total, tmp_path):
    with pytest.raises(errors.PageRepeated):
        pulled(api(30, ignores_page=True, total=total), tmp_path)


@pytest.mark.parametrize(("size", "unproven"), [(10, False), (28, True)])
def test_all_there_is_may_be_as_much_as_was_asked_for(size, unproven, tmp_path):
    answer = api(28, ignores_page=True, ignores_size=True, total=False)
    asked, pages, found = pulled(answer, tmp_path, page_size=size)
    assert (len(found), pages[-1].unproven) == (28, unproven)
    assert len(asked.asked) == (3 if size == 28 else 2)


def test_a_round_number_that_nobody_can_prove(tmp_path):
    answer = api(200, ignores_page=True, ignores_size=True, total=False)
    assert pulled(answer, tmp_path)[1][-1].unproven
    for honest in (api(200), api(200, total=False)):
        assert not pulled(honest, tmp_path, page_size=100)[1][-1].unproven


def test_parameters_of_the_address_are_kept_however_often_they_come(tmp_path):
    asked = session(api(3))
    urls = []
    asked.hooks["response"].append(lambda reply, **_: urls.append(reply.url))
    url = f"{URL}?jenis[]=a&jenis[]=b&page=7&kosong="
    list(files.pages(asked, Connection("file", url, 10, {"records": "data"}), Query(""), tmp_path))
    assert parse_qsl(urlsplit(urls[0]).query, keep_blank_values=True) == [
        ("jenis[]", "a"), ("jenis[]", "b"), ("kosong", ""), ("per_page", "10"), ("page", "1"),
    ]  # fmt: skip


def test_names_that_differ_in_capitals_only_are_told_apart_on_every_page(tmp_path):
    def answer(_path, params):
        records = {"1": [{"nama": "a"}], "2": [{"Nama": "B", "nama": "c"}]}
        return {"data": records.get(params["page"], []), "total": 2}

    found = pulled(answer, tmp_path, page_size=1)[2]
    expected = [{"nama": "a"}, {"Nama_2": "B", "nama": "c"}]
    assert [feature["properties"] for feature in found] == expected


def test_names_of_parameters_and_paths_are_the_officers(tmp_path):
    def answer(_path, params):
        start = int(params["halaman"]) * int(params["jumlah"])
        return {"hasil": {"isi": rows(25)[start : start + 10]}, "meta": {"n": "25"}}

    keys = {"records": "hasil.isi", "total": "meta.n", "page": "halaman", "per_page": "jumlah"}
    asked, _, found = pulled(answer, tmp_path, url=f"{URL}?tahun=2025", first="0", **keys)
    assert len(found) == 25
    assert asked.asked[0][1] == {"tahun": "2025", "halaman": "0", "jumlah": "10"}


def test_next_link_is_followed_on_the_same_server(tmp_path):
    def answer(path, params):
        if "sesudah" in params:
            return {"data": rows(5)[3:], "next": None}
        return {"data": rows(5)[:3], "next": f"http://inner:8080{path}?sesudah=3"}

    asked, _, found = pulled(answer, tmp_path, next="next")
    assert len(found) == 5
    assert asked.asked[1] == ("/api/bigdata/diskominfo/menara", {"sesudah": "3"})


def test_count_is_what_the_service_tells():
    connection = Connection("file", URL, mapping={"records": "data"})
    assert files.count(session(api(28)), connection, Query("")) == 28
    assert files.count(session(api(28, total=False)), connection, Query("")) is None
    assert files.layers(session(api(28)), connection)[0].name == "menara"


def test_records_become_features(tmp_path):
    record = {
        "kode": "007",
        "lokasi": {"desa": "Kuaro", "xy": {"lon": "116.20", "lat": "-1.9"}},
        "foto": ["a", "b"],
        "tinggi": 42,
        "kosong": None,
    }
    words = {"lokasi": {"xy": {"lon": "LU. 99. 14179", "lat": "-1° 54'"}}}
    answer = {"data": [record, words], "total": 2}
    _, (page,), (found, without) = pulled(
        lambda *_: answer, tmp_path, lon="lokasi.xy.lon", lat="lokasi.xy.lat"
    )
    assert found["geometry"] == {"type": "Point", "coordinates": [116.2, -1.9]}
    assert found["properties"] == {
        "kode": "007",
        "lokasi.desa": "Kuaro",
        "lokasi.xy.lon": "116.20",
        "lokasi.xy.lat": "-1.9",
        "foto": '["a", "b"]',
        "tinggi": 42,
        "kosong": None,
    }
    assert without["geometry"] is None
    assert without["properties"]["lokasi.xy.lon"] == "LU. 99. 14179"
    assert page.crs == LON_LAT


@pytest.mark.parametrize(
    "value",
    [
        {"type": "Point", "coordinates": [1.0, 2.0]},
        '{"type": "Point", "coordinates": [1.0, 2.0]}',
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1.0, 2.0]}},
        "SRID=4326;POINT Z (1 2 3)",
    ],
)
def test_geometry_field(value, tmp_path):
    answer = {"data": [{"id": 1, "geom": value}], "total": 1}
    _, (page,), (found,) = pulled(lambda *_: answer, tmp_path, geometry="geom", crs="EPSG:32750")
    assert found["geometry"] == {"type": "Point", "coordinates": [1.0, 2.0]}
    assert found["properties"] == {"id": 1}
    assert page.crs == "EPSG:32750"


@pytest.mark.parametrize(
    ("text", "coordinates"),
    [
        ("LINESTRING(1 2,3 4)", [[1, 2], [3, 4]]),
        ("MULTIPOINT(1 2, 3 4)", [[1, 2], [3, 4]]),
        ("MULTIPOINT((1 2), (3 4))", [[1, 2], [3, 4]]),
        ("POLYGONZM((0 0 1 1,1 0 1 1,1 1 1 1,0 0 1 1))", [[[0, 0], [1, 0], [1, 1], [0, 0]]]),
        ("MULTIPOLYGON(((0 0,1 0,1 1,0 0)))", [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]),
        ("POINT EMPTY", None),
        ("POINT(nan nan)", None),
        ("POLYGON(1 2)", None),
        ("di Kuaro (dekat)", None),
        ("POINT(116,2 -1,9)", None),
    ],
)
def test_wkt(text, coordinates):
    found = wkt.geometry(text)
    assert (found and found["coordinates"]) == coordinates


def test_answer_without_the_list_is_refused(tmp_path):
    with pytest.raises(errors.NotTheProtocol):
        pulled(lambda *_: {"message": "ok"}, tmp_path)
