# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoNode against its recorded lists, new and old, with a WFS behind them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from blankspot_plugin.core import errors
from blankspot_plugin.services import geonode
from blankspot_plugin.services.model import LON_LAT, Connection, Query
from tests.recorded.answers_by_path import Reply, session

RECORDED = Path(__file__).resolve().parents[3] / "shared/data/geonode_api"
BASE = "https://geoportal.example.go.id"
CONNECTION = Connection("geonode", BASE)
NAME = "geonode:MENARA"
CAPABILITIES = (
    '<WFS_Capabilities version="2.0.0"><Operation name="GetFeature">'
    f'<Parameter name="outputFormat"><Value>application/json</Value></Parameter></Operation>'
    f"<FeatureType><Name>{NAME}</Name>"
    "</FeatureType></WFS_Capabilities>"
).encode()


def entry(number, **more):
    return {
        "pk": str(number),
        "alternate": f"geonode:L{number}",
        "title": f"Layer {number}",
        "subtype": "vector",
        **more,
    }


def portal(entries, kind="datasets", wfs="/geoserver/ows", filters=True):
    """Return a session that answers as a GeoNode with these layers."""

    def answer(path, params):
        if path == wfs:
            return features(params)
        if path != f"/api/v2/{kind}/":
            return Reply(b'{"detail": "Not found."}', 404)
        wanted = params.get("filter{alternate}") if filters else None
        found = [e for e in entries if wanted in (None, e.get("alternate"))]
        size, page = int(params["page_size"]), int(params["page"])
        part = found[(page - 1) * size : page * size]
        more = f"http://django:8000/api/v2/{kind}/?page={page + 1}"
        links = {"next": more if page * size < len(found) else None, "previous": None}
        return {"links": links, "total": len(found), "page": page, kind: part}

    def features(params):
        if params["request"] == "GetCapabilities":
            return CAPABILITIES
        if params.get("resultType") == "hits":
            return b'<FeatureCollection numberMatched="1"/>'
        point = {"type": "Point", "coordinates": [116, -1]}
        feature = {"type": "Feature", "id": "1", "geometry": point, "properties": {}}
        return {"type": "FeatureCollection", "features": [feature]}

    return session(answer)


@pytest.mark.parametrize("kind", ["datasets", "layers"])
def test_recorded_lists(kind):
    path = RECORDED / f"geonode_v2_{kind}" / "layer_list_response1.json"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    asking = portal(json.loads(path.read_bytes())[kind], kind)
    (info,) = geonode.layers(asking, CONNECTION)
    assert (info.name, info.title, info.abstract) == ("geonode:KM", "KM", "")
    assert info.crs == "EPSG:4326"
    assert info.bounds == pytest.approx((-35.30554, -8.07977, -34.99016, -7.52107), abs=1e-5)
    assert info.updated == "2021-01-19T15:19:02.336370Z"


def test_pages_of_layers_are_asked_for_by_number():
    asking = portal([entry(i) for i in range(250)])
    assert [info.name for info in geonode.layers(asking, CONNECTION)] == [
        f"geonode:L{i}" for i in range(250)
    ]
    assert [params["page"] for _, params in asking.asked] == ["1", "2", "3"]


def test_a_list_that_does_not_end():
    def answer(_path, _params):
        return {"links": {"next": "again"}, "datasets": [entry(1)]}

    assert len(geonode.layers(session(answer), CONNECTION)) == 1


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ({"subtype": "vector"}, True),
        ({"subtype": "vector_time"}, True),
        ({"subtype": "raster"}, False),
        ({"subtype": "remote"}, False),
        ({"subtype": None, "storeType": "dataStore"}, True),
        ({"subtype": None, "storeType": "coverageStore"}, False),
        ({"subtype": None}, False),
        ({"alternate": None}, False),
    ],
)
def test_only_what_holds_features(more, shown):
    assert len(geonode.layers(portal([entry(1, **more)]), CONNECTION)) == shown


@pytest.mark.parametrize(
    ("more", "bounds"),
    [
        ({"extent": {"coords": [115, -2, 116, -1], "srid": "EPSG:4326"}}, (115, -2, 116, -1)),
        ({"ll_bbox_polygon": {"coordinates": [[[115, -2], [116, -1]]]}}, (115, -2, 116, -1)),
        ({"extent": {"coords": [-1, -1, 0, 0, 5]}}, None),
        ({"extent": {"coords": None}}, None),
        ({"bbox_polygon": {"coordinates": []}}, None),
        ({"extent": {"coords": [-180, -90, 180, 90]}}, None),
        ({}, None),
    ],
)
def test_bounds(more, bounds):
    (info,) = geonode.layers(portal([entry(1, **more)]), CONNECTION)
    assert info.bounds == bounds


@pytest.mark.parametrize(
    "pasted",
    [
        BASE,
        f"{BASE}/",
        f"{BASE}/#/",
        f"{BASE}/catalogue/#/dataset/12",
        f"{BASE}/layers/?limit=20",
        f"{BASE}/datasets/geonode:L1",
        f"{BASE}/layers/store:geonode:L1",
        f"{BASE}/api/v2/datasets/",
        f"{BASE}/geoserver/ows",
        "geoportal.example.go.id",
    ],
)
def test_whatever_was_pasted(pasted):
    asking = portal([entry(1)])
    assert len(geonode.layers(asking, Connection("geonode", pasted))) == 1
    assert asking.asked[0][0] == "/api/v2/datasets/"


LINKS = [
    {"link_type": "OGC:WMS", "url": f"{BASE}/geoserver/wms"},
    {"link_type": "OGC:WFS", "url": "http://geoserver:8080/gs/ows"},
]


@pytest.mark.parametrize(
    ("links", "wfs"), [(None, "/geoserver/ows"), ([], "/geoserver/ows"), (LINKS, "/gs/ows")]
)
@pytest.mark.parametrize("filters", [True, False])
def test_features_come_from_its_wfs(tmp_path, links, wfs, filters):
    asking = portal([entry(1, alternate=NAME, links=links)], wfs=wfs, filters=filters)
    urls = []
    asking.hooks["response"].append(lambda reply, **_: urls.append(reply.url))
    assert geonode.count(asking, CONNECTION, Query(NAME)) == 1
    (page,) = geonode.pages(asking, CONNECTION, Query(NAME), tmp_path)
    assert (page.format, page.count, page.crs) == ("geojson", 1, LON_LAT)
    assert all(url.startswith(f"{BASE}/") for url in urls)


def test_errors():
    with pytest.raises(errors.BadStatus):
        geonode.layers(session(lambda *_: Reply(b"{}", 404)), CONNECTION)
    with pytest.raises(errors.LoginNeeded):
        geonode.layers(session(lambda *_: Reply(b"{}", 403)), CONNECTION)
    with pytest.raises(errors.ServiceSaid, match="throttled"):
        geonode.layers(session(lambda *_: {"detail": "throttled"}), CONNECTION)
    asking = portal([entry(1)])
    with pytest.raises(errors.NoSuchLayer):
        geonode.count(asking, CONNECTION, Query("geonode:L1"))
