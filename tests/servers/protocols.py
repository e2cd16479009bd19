# SPDX-License-Identifier: GPL-2.0-or-later
"""Just enough of WFS, OGC API Features and ArcGIS REST to serve one layer of points.

The layer is ``points``; feature ``i`` lies at ``place(i)`` and has the attributes of
``point(i)``. Paging, the box and counting work in all three; answers are JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from tests.servers.faults import FaultServer

LAYER = "points"
JSON = "application/json"
GEOJSON = "application/geo+json"
XML = "text/xml"
WRONG_BY = 7
Query = dict[str, str]


@dataclass
class Answer:
    """What is sent; ``kind`` says what it is: ``description``, ``count`` or ``page``."""

    kind: str
    body: bytes
    type: str = JSON


def place(i: int) -> tuple[float, float]:
    """Return longitude and latitude of a point; fifty a row."""
    return round(116 + 0.01 * (i % 50), 6), round(-1.9 + 0.01 * (i // 50), 6)


def point(i: int) -> dict[str, Any]:
    """Return a point as GeoJSON."""
    return {
        "type": "Feature",
        "id": f"{LAYER}.{i}",
        "geometry": {"type": "Point", "coordinates": list(place(i))},
        "properties": {
            "objectid": i + 1,
            "name": f"BTS {i:04d}",
            "tech": ("2G", "3G", "4G", "5G")[i % 4],
            "height": 30 + i % 5 * 3,
        },
    }


def answer(server: FaultServer, path: str, query: Query) -> Answer | None:
    """Return the answer of the protocol that the path belongs to, None where there is none."""
    for prefix, protocol in (("/wfs", _wfs), ("/ogcapi", _ogcapi), ("/arcgis", _arcgis)):
        if path == prefix or path.startswith(f"{prefix}/"):
            return protocol(server, path[len(prefix) :].strip("/"), query)
    return None


@dataclass
class _Part:
    """The points of a page, with what is said about them."""

    points: list[int]
    matched: int
    start: int
    more: bool


def _part(server: FaultServer, start: int, limit: int, box: list[float] | None) -> _Part:
    """Return a page, spoiled as the server was told to."""
    found = list(range(server.features))
    if box:
        west, south, east, north = box
        found = [i for i in found if _inside(place(i), west, south, east, north)]
    limit = min(limit or server.page_limit, server.page_limit)
    begin = 0 if server.fault == "repeat_page" else start
    chosen = found[begin : begin + limit]
    more = begin + limit < len(found)
    if server.fault == "truncated" and start > 0:
        more = False
        chosen = chosen if start <= limit else []
    if server.fault == "short_page" and start > 0:
        chosen = chosen[:-3]
    return _Part(chosen, announced(server, len(found)), start, more)


def _inside(at: tuple[float, float], w: float, s: float, e: float, n: float) -> bool:
    return w <= at[0] <= e and s <= at[1] <= n


def announced(server: FaultServer, truth: int) -> int:
    """Return the count the server tells."""
    return truth + {"wrong_count": WRONG_BY, "low_count": -WRONG_BY}.get(server.fault, 0)


def _json(kind: str, content: Any, type_: str = JSON) -> Answer:
    return Answer(kind, json.dumps(content).encode(), type_)


def _collection(part: _Part, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": [point(i) for i in part.points], **more}


# WFS 1.1 and 2.0


def _wfs(server: FaultServer, path: str, query: Query) -> Answer:
    request = query.get("request", "").lower()
    if request == "getcapabilities":
        version = "1.1.0" if query.get("version", "2.0.0").startswith("1") else "2.0.0"
        return Answer("description", _capabilities(server, version).encode(), XML)
    if request == "describefeaturetype":
        return Answer("description", _SCHEMA.encode(), XML)
    if request != "getfeature":
        return _exception("OperationNotSupported", f"request={request}")
    if query.get("typenames", query.get("typename", "")).split(":")[-1] != LAYER:
        return _exception("InvalidParameterValue", "Unknown feature type")
    if server.fault == "error_200":
        return _exception("NoApplicableCode", "ORA-01017: invalid logon", "page")
    limit = int(query.get("count", query.get("maxfeatures", 0)))
    start = int(query.get("startindex", 0))
    part = _part(server, start, limit, _wfs_box(query.get("bbox", "")))
    if query.get("resulttype", "").lower() == "hits":
        return Answer("count", _HITS.format(n=part.matched).encode(), XML)
    said = {"numberMatched": part.matched, "numberReturned": len(part.points)}
    return _json("page", _collection(part, totalFeatures=part.matched, **said))


def _wfs_box(text: str) -> list[float] | None:
    """Read a box; a URN of EPSG:4326 means that latitude comes first, and so does silence."""
    if not text:
        return None
    numbers = [float(word) for word in text.split(",")[:4]]
    crs = text.split(",")[4] if text.count(",") > 3 else "urn:ogc:def:crs:EPSG::4326"
    if crs.startswith("urn:") and crs.endswith("4326"):
        return [numbers[1], numbers[0], numbers[3], numbers[2]]
    return numbers


def _exception(code: str, words: str, kind: str = "error") -> Answer:
    text = (
        '<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" '
        f'version="2.0.0"><ows:Exception exceptionCode="{code}">'
        f"<ows:ExceptionText>{words}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
    )
    return Answer(kind, text.encode(), XML)


def _capabilities(server: FaultServer, version: str) -> str:
    two = version == "2.0.0"
    wfs = "http://www.opengis.net/wfs/2.0" if two else "http://www.opengis.net/wfs"
    ows = "http://www.opengis.net/ows/1.1" if two else "http://www.opengis.net/ows"
    crs = "DefaultCRS" if two else "DefaultSRS"
    operations = "".join(
        f'<ows:Operation name="{name}"><ows:DCP><ows:HTTP><ows:Get xlink:href="{server.wfs_url}"/>'
        f"</ows:HTTP></ows:DCP>{_FORMATS if name == 'GetFeature' else ''}</ows:Operation>"
        for name in ("GetCapabilities", "DescribeFeatureType", "GetFeature")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><wfs:WFS_Capabilities version="{version}" '
        f'xmlns:wfs="{wfs}" xmlns:ows="{ows}" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<ows:OperationsMetadata>{operations}{_PAGING if two else ''}</ows:OperationsMetadata>"
        f"<wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>{LAYER}</wfs:Name>"
        f"<wfs:Title>Points</wfs:Title><wfs:Abstract>Base stations</wfs:Abstract>"
        f"<wfs:{crs}>urn:ogc:def:crs:EPSG::4326</wfs:{crs}>"
        "<ows:WGS84BoundingBox><ows:LowerCorner>116 -1.9</ows:LowerCorner>"
        "<ows:UpperCorner>116.5 -1.8</ows:UpperCorner></ows:WGS84BoundingBox>"
        "</wfs:FeatureType></wfs:FeatureTypeList></wfs:WFS_Capabilities>"
    )


_FORMATS = (
    '<ows:Parameter name="outputFormat"><ows:AllowedValues><ows:Value>application/json'
    "</ows:Value></ows:AllowedValues></ows:Parameter>"
)
_PAGING = (
    '<ows:Constraint name="ImplementsResultPaging"><ows:NoValues/><ows:DefaultValue>TRUE'
    "</ows:DefaultValue></ows:Constraint>"
)
_HITS = (
    '<?xml version="1.0"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
    'numberMatched="{n}" numberOfFeatures="{n}" numberReturned="0"/>'
)
_SCHEMA = (
    '<?xml version="1.0"?><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
    'xmlns:gml="http://www.opengis.net/gml/3.2" targetNamespace="http://test">'
    '<xsd:complexType name="pointsType"><xsd:complexContent>'
    '<xsd:extension base="gml:AbstractFeatureType"><xsd:sequence>'
    '<xsd:element name="geom" type="gml:PointPropertyType"/>'
    '<xsd:element name="objectid" type="xsd:int"/><xsd:element name="name" type="xsd:string"/>'
    '<xsd:element name="tech" type="xsd:string"/><xsd:element name="height" type="xsd:int"/>'
    "</xsd:sequence></xsd:extension></xsd:complexContent></xsd:complexType>"
    '<xsd:element name="points" type="pointsType" substitutionGroup="gml:AbstractFeature"/>'
    "</xsd:schema>"
)


# OGC API Features


def _ogcapi(server: FaultServer, path: str, query: Query) -> Answer | None:
    link = {"href": f"{server.ogcapi_url}/collections", "rel": "data", "type": JSON}
    about = {
        "id": LAYER,
        "title": "Points",
        "description": "Base stations",
        "itemType": "feature",
        "storageCrs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "extent": {"spatial": {"bbox": [[116, -1.9, 116.5, -1.8]]}},
        "links": [{"href": f"{link['href']}/{LAYER}/items", "rel": "items", "type": GEOJSON}],
    }
    answers = {
        "": {"title": "Test", "links": [link]},
        "conformance": {"conformsTo": [f"{_OGC}/core", f"{_OGC}/geojson"]},
        "collections": {"collections": [about], "links": []},
        f"collections/{LAYER}": about,
    }
    if path in answers:
        return _json("description", answers[path])
    if path != f"collections/{LAYER}/items":
        return None
    if server.fault == "error_200":
        return _json("page", {"code": "NoApplicableCode", "description": "ORA-01017"})
    limit, start = int(query.get("limit", 10)), int(query.get("offset", 0))
    box = [float(number) for number in query["bbox"].split(",")] if "bbox" in query else None
    part = _part(server, start, limit, box)
    links = []
    if part.more:
        limit = min(limit, server.page_limit)
        following = urlencode({**query, "limit": limit, "offset": start + limit})
        href = f"{server.ogcapi_url}/{path}?{following}"
        links = [{"href": href, "rel": "next", "type": GEOJSON}]
    said = {"numberMatched": part.matched, "numberReturned": len(part.points)}
    return _json("page", _collection(part, links=links, **said), GEOJSON)


_OGC = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"


# ArcGIS REST


def _arcgis(server: FaultServer, path: str, query: Query) -> Answer | None:
    path = path.removeprefix("rest/services").strip("/")
    about = {
        "id": 0,
        "name": "Points",
        "type": "Feature Layer",
        "description": "Base stations",
        "geometryType": "esriGeometryPoint",
        "objectIdField": "objectid",
        "maxRecordCount": server.page_limit,
        "capabilities": "Query",
        "supportedQueryFormats": "JSON, geoJSON",
        "advancedQueryCapabilities": {"supportsPagination": True, "supportsOrderBy": True},
        "extent": {"xmin": 116, "ymin": -1.9, "xmax": 116.5, "ymax": -1.8, **_WGS84},
        "fields": _FIELDS,
    }
    answers = {
        "": {"services": [{"name": "points", "type": "FeatureServer"}], "folders": []},
        "points/FeatureServer": {
            "layers": [{"id": 0, "name": "Points", "geometryType": "esriGeometryPoint"}],
            "tables": [],
            "maxRecordCount": server.page_limit,
            **_WGS84,
        },
        "points/FeatureServer/0": about,
    }
    if path in answers:
        return _json("description", {"currentVersion": 11.1, **answers[path]})
    if path != "points/FeatureServer/0/query":
        return None
    if server.fault == "error_200":
        error = {"code": 498, "message": "Invalid token.", "details": []}
        return _json("page", {"error": error})
    return _arcgis_query(server, query)


_WGS84 = {"spatialReference": {"wkid": 4326, "latestWkid": 4326}}
_FIELDS = [
    {"name": "objectid", "type": "esriFieldTypeOID", "alias": "objectid"},
    {"name": "name", "type": "esriFieldTypeString", "alias": "name", "length": 50},
    {"name": "tech", "type": "esriFieldTypeString", "alias": "tech", "length": 5},
    {"name": "height", "type": "esriFieldTypeInteger", "alias": "height"},
]


def _arcgis_query(server: FaultServer, query: Query) -> Answer:
    start, limit = int(query.get("resultoffset", 0)), int(query.get("resultrecordcount", 0))
    part = _part(server, start, limit, _arcgis_box(query.get("geometry", "")))
    if query.get("returncountonly") == "true":
        return _json("count", {"count": part.matched})
    if query.get("returnidsonly") == "true":
        ids = [i + 1 for i in range(server.features)]
        return _json("count", {"objectIdFieldName": "objectid", "objectIds": ids})
    if "objectids" in query:
        part.points = [int(number) - 1 for number in query["objectids"].split(",")]
        part.more = False
    more = {"exceededTransferLimit": True} if part.more else {}
    if query.get("f") == "geojson":
        return _json("page", _collection(part, **({"properties": more, **more} if more else {})))
    features = [
        {
            "attributes": point(i)["properties"],
            "geometry": dict(zip("xy", place(i))),
        }
        for i in part.points
    ]
    about = {"objectIdFieldName": "objectid", "geometryType": "esriGeometryPoint", **_WGS84}
    return _json("page", {**about, "fields": _FIELDS, "features": features, **more})


def _arcgis_box(text: str) -> list[float] | None:
    if not text:
        return None
    if text.startswith("{"):
        box = json.loads(text)
        return [box["xmin"], box["ymin"], box["xmax"], box["ymax"]]
    return [float(number) for number in text.split(",")]
