# SPDX-License-Identifier: GPL-2.0-or-later
"""OGC API Features against a server in memory with the habits of real ones."""

from __future__ import annotations

import json

import pytest

from blankspot_plugin.core import errors
from blankspot_plugin.services import addresses, ogcapi
from blankspot_plugin.services.model import LON_LAT, Connection, Query
from tests.recorded.answers_by_path import Reply, session

ROOT = "https://peta.example.go.id/ogc"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
HTML = Reply(b"<!DOCTYPE html><html><body>Menara</body></html>")


class Server:
    """A collection of points; every habit is a keyword."""

    def __init__(self, count=50, **habits):
        self.habits = {
            **{"cap": 1000, "most": 10000, "numbers": True, "host": ROOT, "relative": False},
            **{"html": False, "pages": True, "headers": {}, "strict": False, "forgets": True},
            **habits,
        }
        self.points = [(116 + i / 100, -2 + i / 100) for i in range(count)]
        self.session = session(self.answer)
        self.asked = self.session.asked
        self.urls = []
        self.session.hooks["response"].append(lambda reply, **_: self.urls.append(reply.url))

    def __getattr__(self, name):
        return self.habits[name]

    def answer(self, path, params):
        if self.html and params.get("f") != "json":
            return HTML
        path = path.removeprefix("/ogc")
        told = {
            "": {"links": [{"rel": "data", "href": f"{self.host}/collections"}]},
            "/collections": {"collections": [self.about(), {"id": "r", "itemType": "record"}]},
        }
        if path in told:
            return told[path]
        if path != "/collections/menara bts/items" and path != "/collections/menara%20bts/items":
            return Reply(b'{"code": "NotFound", "description": "no such collection"}', 404)
        return self.items(params)

    def about(self):
        return {
            "id": "menara bts",
            "title": "Menara\nBTS",
            "description": "<!-- Warning: unable to set the collection description. -->",
            "storageCrs": "http://www.opengis.net/def/crs/EPSG/0/32750",
            "extent": {"spatial": {"bbox": [[116, -2, 116.49, -1.51], [116, -2, 116, -2]]}},
        }

    def items(self, params):
        limit, start = int(params.get("limit", 10)), int(params.get("offset", 0))
        if limit > self.most:
            return Reply(b'[{"code": "Bad request error", "description": "limit"}]', 400)
        found = list(enumerate(self.points))
        if "bbox" in params:
            west, south, east, north = map(float, params["bbox"].split(","))
            found = [x for x in found if west <= x[1][0] <= east and south <= x[1][1] <= north]
        limit, begin = min(limit, self.cap), start if self.pages else 0
        part = found[begin : begin + limit]
        links = [{"rel": "self", "href": "x"}]
        if start + limit < len(found) or not self.pages:
            href = f"items?limit={limit}&offset={start + limit}"
            href += f"&bbox={params['bbox']}" if "bbox" in params else ""
            if not self.relative:
                href = f"{self.host}/collections/menara%20bts/{href}"
            links += [
                {"rel": "next", "type": "text/html", "href": f"{href}&f=html"},
                {"rel": "next", "type": "application/geo+json", "href": href},
            ]
        features = [
            {
                "type": "Feature",
                "id": i,
                "geometry": {"type": "Point", "coordinates": place},
                "properties": {},
            }
            for i, place in part
        ]
        numbers = {"numberMatched": len(found)} if self.numbers else {}
        body = {"type": "FeatureCollection", "features": features, "links": links, **numbers}
        return Reply(json.dumps(body).encode(), 200, self.headers)


QUERY = Query("menara bts")


@pytest.fixture
def pull(tmp_path):
    def all_of(server, query=QUERY, page_size=0, url=ROOT):
        pages = list(
            ogcapi.pages(server.session, Connection("ogcapi", url, page_size), query, tmp_path)
        )
        ids = [f["id"] for page in pages for f in json.loads(page.path.read_bytes())["features"]]
        assert len(set(ids)) == len(ids) == sum(page.count for page in pages)
        return pages

    return all_of


def counts(pages):
    return [page.count for page in pages]


@pytest.mark.parametrize(
    ("count", "cap", "size", "unproven"),
    [(1000, 200, 0, True), (1000, 250, 250, True), (1000, 199, 0, False), (0, 200, 0, False)],
)
def test_one_page_without_a_number_and_a_link_is_unproven_where_it_may_be_a_cap(
    pull, count, cap, size, unproven
):
    class Mute(Server):
        def items(self, params):
            reply = super().items(params)
            body = {**json.loads(reply.body), "links": []}
            return Reply(json.dumps(body).encode())

    (page,) = pull(Mute(count, cap=cap, numbers=False), page_size=size)
    assert (page.count, page.unproven, page.shapes) == (min(count, cap), unproven, page.count)
    (page,) = pull(Mute(cap, cap=cap), page_size=size)
    assert not page.unproven


def test_pages_that_lead_on_are_proof(pull):
    pages = pull(Server(400, numbers=False, cap=200))
    assert counts(pages) == [200, 200]
    assert not any(page.unproven for page in pages)


def test_an_id_twice_on_a_page(pull):
    class Twice(Server):
        def items(self, params):
            reply = super().items(params)
            return Reply(reply.body.replace(b'"id": 1,', b'"id": 2,'))

    with pytest.raises(errors.PageRepeated):
        pull(Twice(50))


@pytest.mark.parametrize(
    "url",
    [
        ROOT,
        f"{ROOT}/",
        f"{ROOT}?f=html",
        f"{ROOT}/collections",
        f"{ROOT}/collections.html",
        f"{ROOT}/collections/menara%20bts",
        f"{ROOT}/collections/menara%20bts/items?limit=10&offset=20&f=json",
        f"{ROOT}/conformance",
        f"{ROOT}/api?f=html",
        "peta.example.go.id/ogc",
    ],
)
def test_layers_whatever_was_pasted(url):
    server = Server()
    (info,) = ogcapi.layers(server.session, Connection("ogcapi", url))
    assert (info.name, info.title, info.abstract) == ("menara bts", "Menara BTS", "")
    assert (info.bounds, info.crs) == ((116, -2, 116.49, -1.51), "EPSG:32750")
    assert server.urls == [f"{ROOT}/collections"]


def test_pages_follow_the_links(pull):
    pages = pull(Server(), page_size=20)
    assert counts(pages) == [20, 20, 10]
    assert {(page.format, page.crs) for page in pages} == {("geojson", LON_LAT)}


@pytest.mark.parametrize("habits", [{"relative": True}, {"cap": 7}, {"numbers": False}])
def test_pages_of_other_servers(pull, habits):
    assert sum(counts(pull(Server(**habits), page_size=20))) == 50


def test_a_limit_that_is_refused(pull):
    server = Server(most=1000)
    assert counts(pull(server)) == [50]
    assert [params["limit"] for _, params in server.asked] == ["5000", "1000"]
    with pytest.raises(errors.BadStatus):
        pull(Server(most=0))


@pytest.mark.parametrize("host", ["http://backend:8080/ogc", "http://backend:8080/other/root"])
def test_links_to_a_host_inside(pull, host):
    server = Server(host=host)
    assert counts(pull(server, page_size=20)) == [20, 20, 10]
    assert all(url.startswith(f"{ROOT}/collections/menara%20bts/items?") for url in server.urls)


def test_what_the_server_forgets_in_its_links(pull):
    server = Server()
    assert sum(counts(pull(server, page_size=20, url=f"{ROOT}?MAP=/a.qgs&f=html"))) == 50
    assert all(params["MAP"] == "/a.qgs" and "f" not in params for _, params in server.asked)


def test_a_link_that_leads_nowhere_new(pull):
    with pytest.raises(errors.PageRepeated):
        pull(Server(pages=False), page_size=20)

    class Circling(Server):
        def items(self, params):
            reply = super().items(params)
            told = json.loads(reply.body)
            told["links"] = [{"rel": "next", "href": "items?limit=20"}]
            return told

    with pytest.raises(errors.PageRepeated):
        pull(Circling(), page_size=20)


def test_a_box(pull):
    server = Server()
    pages = pull(server, Query("menara bts", (116.1, -3, 116.295, 0)), page_size=15)
    assert counts(pages) == [15, 5]
    # QGIS Server spoils an encoded comma in the links it gives.
    assert all("bbox=116.1,-3.0,116.295,0.0" in url for url in server.urls)


def test_html_unless_it_is_told_twice(pull):
    server = Server(html=True)
    assert counts(pull(server, page_size=30)) == [30, 20]
    assert len(ogcapi.layers(server.session, Connection("ogcapi", ROOT))) == 1


def test_counts():
    def count(server):
        return ogcapi.count(server.session, Connection("ogcapi", ROOT), QUERY)

    assert count(Server()) == 50
    assert count(Server(0)) == 0
    assert count(Server(1)) == 1
    assert count(Server(numbers=False)) is None

    class Sent(Server):
        def items(self, params):
            return Reply(super().items(params).body.replace(b'Matched": 50', b'Matched": 1'))

    assert count(Sent()) is None, "it counts what it sends"


def test_the_crs_a_server_insists_on(pull):
    crs = "<http://www.opengis.net/def/crs/EPSG/0/32750>"
    (page,) = pull(Server(headers={"Content-Crs": crs}))
    assert page.crs == "EPSG:32750"
    (page,) = pull(Server(headers={"Content-Crs": f"<{CRS84}>"}))
    assert page.crs == LON_LAT


def test_errors(pull):
    with pytest.raises(errors.NoSuchLayer):
        pull(Server(), Query("desa"))
    told = session(lambda *_: {"code": "NoApplicableCode", "description": "ORA-01017"})
    with pytest.raises(errors.ServiceSaid, match="ORA-01017"):
        ogcapi.layers(told, Connection("ogcapi", ROOT))
    with pytest.raises(errors.ServiceSaid, match="ORA-01017"):
        ogcapi.count(told, Connection("ogcapi", ROOT), QUERY)
    with pytest.raises(errors.NotTheProtocol):
        ogcapi.layers(session(lambda *_: HTML), Connection("ogcapi", ROOT))


def test_collections_elsewhere():
    def answer(path, _params):
        if path == "/portal":
            return {"links": [{"rel": "data", "href": "https://peta.example.go.id/v1/list"}]}
        if path == "/v1/list":
            return {"collections": [Server().about()]}
        return Reply(b"{}", 404)

    url = "https://peta.example.go.id/portal"
    assert len(ogcapi.layers(session(answer), Connection("ogcapi", url))) == 1


def test_a_list_of_collections_in_pages():
    def answer(_path, params):
        page = int(params.get("page", 1))
        links = [{"rel": "next", "href": f"?page={page + 1}"}] if page < 3 else []
        return {"collections": [{"id": f"c{page}"}], "links": links}

    infos = ogcapi.layers(session(answer), Connection("ogcapi", ROOT))
    assert [info.name for info in infos] == ["c1", "c2", "c3"]


@pytest.mark.parametrize(
    ("extent", "bounds"),
    [
        ({"spatial": {"bbox": [[116, -2, 0, 117, -1, 500]]}}, (116, -2, 117, -1)),
        ({"spatial": {"bbox": [[-180, -90, 180, 90]]}}, None),
        ({"spatial": {"bbox": [[400000, 9700000, 500000, 9800000]]}}, None),
        ({"spatial": {"bbox": [[1, 2]]}}, None),
        ({"spatial": {"bbox": []}}, None),
        ({"spatial": {"bbox": [None]}}, None),
        ({"spatial": None}, None),
        ({"temporal": {}}, None),
        (None, None),
    ],
)
def test_bounds(extent, bounds):
    asking = session(lambda *_: {"collections": [{"id": "a", "extent": extent}]})
    (info,) = ogcapi.layers(asking, Connection("ogcapi", ROOT))
    assert info.bounds == bounds


@pytest.mark.parametrize(
    ("link", "asked", "url"),
    [
        ("?offset=1", "https://a/c/x/items?limit=1", "https://a/c/x/items?offset=1"),
        ("http://a/c?offset=1", "https://a/c", "https://a/c?offset=1"),
        ("http://b/c?o=1", "https://a/c?key=2&limit=3", "https://a/c?o=1&key=2"),
        ("http://b/q/collections/x/items?o=1", "https://a/p/collections/x/items",
         "https://a/p/collections/x/items?o=1"),
        ("items?bbox=1%2C2", "https://a/collections/x/items", "https://a/collections/x/items?bbox=1,2"),
    ],
)  # fmt: skip
def test_following(link, asked, url):
    assert addresses.following(link, asked) == url
