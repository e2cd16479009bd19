# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers of GeoServer, GeoNode, CKAN and ArcGIS as they were recorded, on 127.0.0.1.

What was recorded is a first page or a whole answer; where a number in it speaks of features
nobody recorded (121 layers, 30,551 addresses), it is set to those there are. Addresses in it
that lead to the real server lead here instead. ``asked`` keeps what came in.

==================================  ========================================================
``/geoserver/palapa/ows``           the WFS 1.0 to 2.0 of a regency, 250 village seats
``/geonode`` and ``/geonode-old``   GeoNode 4 with ``datasets``, GeoNode 3 with ``layers``
``/ckan``                           a CKAN whose last data set leads to files here
``/arcgis/rest/services``           ArcGIS 10.0, without paging and without GeoJSON
``/files/...``                      what the CKAN's resources lead to
==================================  ========================================================
"""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

TYPE = "palapa:PUSAT_PEMERINTAHAN_PT"
BOX = (115.9744, -1.1314, 117.5906, 0.5884)
ARCGIS = {"Carson": ("us-ca-carson", 1), "Columbia": ("us-mo-columbia", 2)}
Answer = tuple[int, str, bytes]


def _json(content, status=200) -> Answer:
    return status, "application/json;charset=UTF-8", json.dumps(content).encode()


def _xml(text, status=200) -> Answer:
    return status, "application/xml", text.encode()


class RecordedServer:
    """The server; a context manager."""

    def __init__(self, shared: Path):
        self.shared = shared
        self.asked: list[str] = []
        seats = self._read("kukar_palapa_wfs/pusat_pemerintahan_pt_wfs100_getfeature.json")
        self.seats = seats["features"]
        self._whole = seats

    def __enter__(self):
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.asked.append(self.path)
                parts = urlsplit(self.path)
                query = {key.lower(): value for key, value in parse_qsl(parts.query, True)}
                status, kind, body = outer.answer(parts.path, query)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _read(self, name):
        return json.loads((self.shared / name).read_text(encoding="utf-8"))

    def answer(self, path: str, query: dict[str, str]) -> Answer:
        """Return what belongs to an address."""
        rules = (
            (r"/geoserver(/palapa)?/(ows|wfs)", self._wfs),
            (r"/geonode(?:-old)?/(geoserver)/(ows|wfs)", self._wfs),
            (r"/geonode(-old)?/api/v2/(datasets|layers)(?:/(\d+))?/?", self._geonode),
            (r"/ckan/api(?:/3)?/action/(\w+)", self._ckan),
            (r"/arcgis/rest/services(?:/(\w+)/MapServer(?:/(\d+)(/query)?)?)?", self._arcgis),
            (r"/files/(\w+\.\w+)", self._file),
        )
        for pattern, rule in rules:
            if match := re.fullmatch(pattern, path):
                return rule(query, *match.groups())
        return 404, "text/html", b"<html><body>404 Not Found</body></html>"

    # GeoServer ---------------------------------------------------------------------------

    def _wfs(self, query, *_) -> Answer:
        version = query.get("version") or query.get("acceptversions", "").split(",")[0]
        version = version if version in _CAPABILITIES else "2.0.0"
        request = query.get("request", "").lower()
        if request == "getcapabilities":
            return _xml(_CAPABILITIES[version].format(url=f"{self.url}/geoserver/palapa/ows"))
        if request == "describefeaturetype":
            return _xml(_schema(self.seats[0]["properties"]))
        if request != "getfeature":
            return _xml(_complaint("OperationNotSupported", f"No such operation {request}"))
        names = query.get("typenames") or query.get("typename", "")
        if names.split(":")[-1] != TYPE.split(":")[1]:
            return _xml(_complaint("InvalidParameterValue", f"Feature type {names} unknown"), 400)
        features = self._in_box(query.get("bbox", ""), version)
        if query.get("resulttype", "").lower() == "hits" and version != "1.0.0":
            return _xml(_hits(version, len(features)))
        if "json" not in query.get("outputformat", ""):
            return _xml(_complaint("InvalidParameterValue", "only JSON was recorded"), 400)
        start = int(query.get("startindex") or 0)
        most = int(query.get("count") or query.get("maxfeatures") or 10**6)
        page = features[start : start + most]
        counts = {"totalFeatures": len(features), "numberMatched": len(features)}
        counts["numberReturned"] = len(page)
        return _json({**self._whole, "features": page, **counts})

    def _in_box(self, box, version):
        """GeoServer takes a box for x, y, unless its CRS is written as an URN."""
        if not box:
            return self.seats
        numbers, crs = [float(part) for part in box.split(",")[:4]], box.split(",")[4:]
        if version != "1.0.0" and crs and crs[0].startswith("urn:"):
            numbers = [numbers[1], numbers[0], numbers[3], numbers[2]]
        west, south, east, north = numbers
        places = ((seat, seat["geometry"]["coordinates"][0]) for seat in self.seats)
        return [s for s, (x, y) in places if west <= x <= east and south <= y <= north]

    # GeoNode -----------------------------------------------------------------------------

    def _geonode(self, query, old, what, number) -> Answer:
        key = "layers" if old else "datasets"
        if what != key:
            return _json({"detail": "Not found."}, 404)
        answer = self._read(f"geonode_api/geonode_v2_{key}/layer_list_response1.json")
        entries = answer[key]
        # The vector layer that was recorded has no features recorded; this one has.
        seats = {**entries[-1], "pk": "117", "name": TYPE.split(":")[1], "workspace": "palapa"}
        seats |= {"title": "Pusat pemerintahan", "alternate": TYPE, "bbox_polygon": _polygon(BOX)}
        entries.append(seats)
        if number:
            found = [entry for entry in entries if entry["pk"] == number]
            one = {key[:-1]: found[0]} if found else {"detail": "Not found."}
            return _json(one, 200 if found else 404)
        size, page = int(query.get("page_size") or 10), int(query.get("page") or 1)
        part = entries[(page - 1) * size : page * size]
        if not part:
            return _json({"detail": "Invalid page."}, 404)
        further = f"{self.url}/geonode{old or ''}/api/v2/{key}/?page={page + 1}&page_size={size}"
        links = {"next": further if page * size < len(entries) else None, "previous": None}
        sizes = {"total": len(entries), "page": page, "page_size": size}
        return _json({"links": links, **sizes, key: part})

    # CKAN --------------------------------------------------------------------------------

    def _ckan(self, query, action) -> Answer:
        found = self._read("ckan_api/zurich_package_search.json")
        packages = found["results"]
        resources = [
            {"id": f"seats-{kind.lower()}", "name": f"Pusat pemerintahan ({kind})",
             "format": kind, "url": f"{self.url}/files/seats.{kind.lower()}"}
            for kind in ("GeoJSON", "CSV")
        ]  # fmt: skip
        seats = {"id": "seats", "name": "pusat-pemerintahan", "title": "Pusat pemerintahan"}
        packages.append({**packages[-1], **seats, "num_resources": 2, "resources": resources})
        if action == "package_search":
            start, rows = int(query.get("start") or 0), int(query.get("rows") or 10)
            result = {**found, "count": len(packages), "results": packages[start : start + rows]}
        elif action == "package_list":
            result = [package["name"] for package in packages]
        else:
            entries = packages
            if action == "resource_show":
                entries = [part for package in packages for part in package["resources"]]
            wanted = query.get("id")
            result = next((e for e in entries if wanted in (e["id"], e["name"])), None)
        if result is None:
            missing = {"__type": "Not Found Error", "message": "Not found"}
            return _json({"help": self.url, "success": False, "error": missing}, 404)
        return _json({"help": f"{self.url}/ckan/api", "success": True, "result": result})

    def _file(self, query, name) -> Answer:
        if name == "seats.geojson":
            return _json(self._whole)
        if name != "seats.csv":
            return 404, "text/plain", b"no such file"
        lines = ["id;namobj;lon;lat"]
        for seat in self.seats:
            x, y = seat["geometry"]["coordinates"][0]
            lines.append(f"{seat['properties']['id']};{seat['properties']['namobj']};{x};{y}")
        return 200, "text/csv; charset=utf-8", "\r\n".join(lines).encode()

    # ArcGIS ------------------------------------------------------------------------------

    def _arcgis(self, query, service, number, wants_features) -> Answer:
        if query.get("f", "html") not in ("json", "pjson"):
            # Before 10.4 there is no GeoJSON.
            return _json({"error": {"code": 400, "message": "Output format not supported."}})
        if not service:
            names = [{"name": name, "type": "MapServer"} for name in ARCGIS]
            return _json({"currentVersion": 10.0, "folders": [], "services": names})
        folder, own = ARCGIS.get(service, ("", -1))
        if not folder or number not in (None, str(own)):
            return _json({"error": {"code": 404, "message": "Service not found", "details": []}})
        layer = self._read(f"arcgis_rest/{folder}/{folder}-metadata.json")
        if number is None:
            layers = [{"id": own, "name": layer["name"], "subLayerIds": None}]
            return _json({"currentVersion": 10.0, "layers": layers, "tables": []})
        if not wants_features:
            return _json(layer)
        return _json(_chosen(self._read(f"arcgis_rest/{folder}/{folder}-0.json"), query))


def _chosen(recorded, query):
    """Return the recorded features a query of ArcGIS 10.0 asks for; it knows no offset."""
    features = recorded["features"]
    ids = query.get("objectids")
    box = query.get("geometry", "")
    where = re.findall(r"OBJECTID\s*(>=|<=|>|<)\s*(\d+)", query.get("where", ""))
    compare = {">=": int.__ge__, "<=": int.__le__, ">": int.__gt__, "<": int.__lt__}
    if ids:
        wanted = {int(float(part)) for part in ids.split(",")}
        features = [f for f in features if f["attributes"]["OBJECTID"] in wanted]
    for sign, number in where:
        test = compare[sign]
        features = [f for f in features if test(int(f["attributes"]["OBJECTID"]), int(number))]
    if box.count(",") == 3 and not box.startswith("{"):
        west, south, east, north = map(float, box.split(","))
        at = [(f, f["geometry"]["x"], f["geometry"]["y"]) for f in features]
        features = [f for f, x, y in at if west <= x <= east and south <= y <= north]
    if query.get("returncountonly") == "true":
        return {"count": len(features)}
    if query.get("returnidsonly") == "true":
        numbers = [feature["attributes"]["OBJECTID"] for feature in features]
        return {"objectIdFieldName": "OBJECTID", "objectIds": numbers}
    return {**recorded, "features": features}


def _polygon(box):
    west, south, east, north = box
    ring = [[west, south], [west, north], [east, north], [east, south], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def _hits(version, count):
    name = "numberMatched" if version == "2.0.0" else "numberOfFeatures"
    uri = "http://www.opengis.net/wfs" + ("/2.0" if version == "2.0.0" else "")
    more = ' numberReturned="0"' if version == "2.0.0" else ""
    return f'<wfs:FeatureCollection xmlns:wfs="{uri}" {name}="{count}"{more}/>'


def _complaint(code, text):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport version="2.0.0" '
        f'xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception exceptionCode="{code}">'
        f"<ows:ExceptionText>{text}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
    )


def _schema(properties):
    kinds = {int: "xsd:int", float: "xsd:double"}
    fields = [
        f'<xsd:element name="{name}" type="{kinds.get(type(value), "xsd:string")}"/>'
        for name, value in properties.items()
    ]
    fields.append('<xsd:element name="geom" type="gml:MultiPointPropertyType"/>')
    return (
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
        'xmlns:gml="http://www.opengis.net/gml"><xsd:complexType '
        'name="PUSAT_PEMERINTAHAN_PTType"><xsd:complexContent><xsd:extension '
        f'base="gml:AbstractFeatureType"><xsd:sequence>{"".join(fields)}</xsd:sequence>'
        "</xsd:extension></xsd:complexContent></xsd:complexType></xsd:schema>"
    )


_TITLE = "<{0}Name>" + TYPE + "</{0}Name><{0}Title>PUSAT_PEMERINTAHAN_PT</{0}Title>"
_CAPABILITIES = {
    "1.0.0": """<WFS_Capabilities version="1.0.0" xmlns="http://www.opengis.net/wfs">
<Service><Name>WFS</Name><Title>Simpul jaringan</Title></Service>
<Capability><Request><GetFeature><ResultFormat><GML2/><JSON/></ResultFormat><DCPType><HTTP>
<Get onlineResource="{url}?request=GetFeature"/></HTTP></DCPType></GetFeature></Request>
</Capability><FeatureTypeList><Operations><Query/></Operations><FeatureType>"""
    + _TITLE.format("")
    + f"""<SRS>EPSG:4326</SRS><LatLongBoundingBox minx="{BOX[0]}" miny="{BOX[1]}"
maxx="{BOX[2]}" maxy="{BOX[3]}"/></FeatureType></FeatureTypeList></WFS_Capabilities>""",
    "1.1.0": """<wfs:WFS_Capabilities version="1.1.0" xmlns:wfs="http://www.opengis.net/wfs"
xmlns:ows="http://www.opengis.net/ows" xmlns:xlink="http://www.w3.org/1999/xlink">
<ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:DCP><ows:HTTP><ows:Get
xlink:href="{url}"/></ows:HTTP></ows:DCP><ows:Parameter name="outputFormat">
<ows:Value>text/xml; subtype=gml/3.1.1</ows:Value><ows:Value>application/json</ows:Value>
</ows:Parameter></ows:Operation></ows:OperationsMetadata><wfs:FeatureTypeList>
<wfs:FeatureType>"""
    + _TITLE.format("wfs:")
    + f"""<wfs:DefaultSRS>urn:x-ogc:def:crs:EPSG:4326</wfs:DefaultSRS><ows:WGS84BoundingBox>
<ows:LowerCorner>{BOX[0]} {BOX[1]}</ows:LowerCorner><ows:UpperCorner>{BOX[2]} {BOX[3]}
</ows:UpperCorner></ows:WGS84BoundingBox></wfs:FeatureType></wfs:FeatureTypeList>
</wfs:WFS_Capabilities>""",
    "2.0.0": """<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0"
xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink">
<ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:DCP><ows:HTTP><ows:Get
xlink:href="{url}"/></ows:HTTP></ows:DCP><ows:Parameter name="outputFormat">
<ows:AllowedValues><ows:Value>application/gml+xml; version=3.2</ows:Value>
<ows:Value>application/json</ows:Value></ows:AllowedValues></ows:Parameter></ows:Operation>
<ows:Constraint name="ImplementsResultPaging"><ows:NoValues/><ows:DefaultValue>TRUE
</ows:DefaultValue></ows:Constraint></ows:OperationsMetadata><wfs:FeatureTypeList>
<wfs:FeatureType>"""
    + _TITLE.format("wfs:")
    + f"""<wfs:DefaultCRS>urn:ogc:def:crs:EPSG::4326</wfs:DefaultCRS><ows:WGS84BoundingBox>
<ows:LowerCorner>{BOX[0]} {BOX[1]}</ows:LowerCorner><ows:UpperCorner>{BOX[2]} {BOX[3]}
</ows:UpperCorner></ows:WGS84BoundingBox></wfs:FeatureType></wfs:FeatureTypeList>
</wfs:WFS_Capabilities>""",
}
