# SPDX-License-Identifier: GPL-2.0-or-later
"""WFS against a server in memory with the habits of real ones, and against real descriptions."""

from __future__ import annotations

import json
import socket
import warnings
from pathlib import Path
from tempfile import mkdtemp

import pytest

from blankspot_plugin.core import errors
from blankspot_plugin.services import addresses, wfs
from blankspot_plugin.services.model import LON_LAT, Connection, Query
from blankspot_plugin.services.wfs_capabilities import crs_name, parse
from tests.recorded.answers_by_path import Reply, session

SHARED = Path(__file__).resolve().parents[3] / "shared/data"
URL = "https://palapa.example.go.id/geoserver/palapa/ows"
NO_KEY = "java.lang.RuntimeException: Cannot do natural order without a primary key"
BOUNDS = (116.0, -2.0, 116.98, -1.02)
NAME = "palapa:MENARA_PT"


def report(words):
    return Reply(
        b'<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1">'
        b'<ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>'
        + words.encode()
        + b"</ows:ExceptionText></ows:Exception></ows:ExceptionReport>",
        400,
    )


class Server:
    """A layer of points; every habit is a keyword."""

    def __init__(self, count=50, **habits):
        self.points = [
            (116 + 0.02 * (i % 50), -2 + 0.02 * (i // 50 + i % 50)) for i in range(count)
        ]
        self.versions = habits.pop("versions", ("2.0.0", "1.1.0", "1.0.0"))
        self.cap = habits.pop("cap", 10**6)
        self.habits = {
            **{"key": True, "pages": True, "hits": True, "geojson": "application/json"},
            **{"box": "right", "told": None, "ids": True, "numbers": True, "bounds": BOUNDS},
            **{"crs": "urn:ogc:def:crs:EPSG::32750", "sorts": True, "ceiling": ""},
            **habits,
        }
        self.session = session(self.answer)
        self.asked = self.session.asked

    def __getattr__(self, name):
        return self.habits[name]

    def requests(self, word):
        return [p for _, p in self.asked if p.get("request") == word]

    def answer(self, _path, params):
        request = params["request"]
        if request == "GetCapabilities":
            asked = params.get("acceptversions", params.get("version", "")).split(",")
            version = next((v for v in asked if v in self.versions), self.versions[0])
            return self.capabilities(version)
        if request == "DescribeFeatureType":
            return (
                b'<xsd:schema><xsd:element name="geom" type="gml:PointPropertyType"/>'
                b'<xsd:element name="nama" type="xsd:string"/>'
                b'<xsd:element minOccurs="0" name="id" type="xsd:int"/></xsd:schema>'
            )
        name = params.get("typeNames", params.get("typeName"))
        if name != NAME:
            return report(f"Feature type {name} unknown")
        return self.features(params)

    def features(self, params):
        found = list(enumerate(self.points))
        if "bbox" in params:
            found = [(i, p) for i, p in found if self.inside(p, params)]
        matched = len(found) if self.told is None else self.told
        if params.get("resultType") == "hits":
            if not self.hits:
                return report("hits")
            return f'<FeatureCollection numberMatched="{matched}"/>'.encode()
        if params.get("outputFormat") not in (None, "json", self.geojson):
            return report("outputFormat")
        start = params.get("startIndex")
        if start is not None and not self.key and not (self.sorts and params.get("sortBy")):
            return report(NO_KEY)
        begin = int(start or 0) if self.pages else 0
        limit = min(int(params.get("count", params.get("maxFeatures", self.cap))), self.cap)
        part = found[begin : begin + limit]
        told = {"numberMatched": matched, "totalFeatures": matched} if self.numbers else {}
        if not params.get("outputFormat"):
            return self.gml(part)
        return {"type": "FeatureCollection", "features": [self.point(*x) for x in part], **told}

    def inside(self, point, params):
        """Read a box as it is told to: right, the wrong way around, or in the answer's CRS."""
        words = params["bbox"].split(",")
        a, b, c, d = map(float, words[:4])
        crs = words[4] if words[4:] else ""
        if self.box == "answer" and not (crs == "EPSG:4326" and "srsName" in params):
            return False
        if crs.startswith("urn:") is (self.box != "wrong"):
            a, b, c, d = b, a, d, c
        return a <= point[0] <= c and b <= point[1] <= d

    def point(self, i, place):
        return {
            "type": "Feature",
            **({"id": f"MENARA_PT.{i}"} if self.ids else {}),
            "geometry": {"type": "Point", "coordinates": place},
            "properties": {"id": i},
        }

    def gml(self, part):
        members = "".join(
            f'<gml:featureMember><p:M fid="M.{i}"><p:geom><gml:Point srsName="EPSG:32750">'
            f"<gml:pos>{x} {y}</gml:pos></gml:Point></p:geom></p:M></gml:featureMember>"
            for i, (x, y) in part
        )
        return f"<wfs:FeatureCollection>{members}</wfs:FeatureCollection>".encode()

    def capabilities(self, version):
        one = version == "1.0.0"
        west, south, east, north = self.bounds
        box = (
            f'<LatLongBoundingBox minx="{west}" miny="{south}" maxx="{east}" maxy="{north}"/>'
            if one
            else f"<WGS84BoundingBox><LowerCorner>{west} {south}</LowerCorner>"
            f"<UpperCorner>{east} {north}</UpperCorner></WGS84BoundingBox>"
        )
        crs = {"1.0.0": "SRS", "1.1.0": "DefaultSRS", "2.0.0": "DefaultCRS"}[version]
        formats = (
            "<GetFeature><ResultFormat><GML2/><JSON/></ResultFormat></GetFeature>"
            if one
            else '<Operation name="GetFeature"><Parameter name="outputFormat"><Value>text/xml'
            f"</Value><Value>{self.geojson}</Value></Parameter></Operation>"
        )
        most = (
            f'<Constraint name="CountDefault"><DefaultValue>{self.ceiling}</DefaultValue>'
            "</Constraint>"
        )
        return (
            f'<WFS_Capabilities version="{version}">{formats}{most}<FeatureTypeList><FeatureType>'
            f"<Name>{NAME}</Name><Title> Menara\n telekomunikasi</Title><{crs}>{self.crs}</{crs}>"
            f"{box}</FeatureType></FeatureTypeList></WFS_Capabilities>"
        ).encode()


@pytest.fixture
def pull(tmp_path):
    def all_of(server, extent=None, page_size=0, url=URL, layer=NAME):
        query, connection = Query(layer, extent), Connection("wfs", url, page_size)
        folder = Path(mkdtemp(dir=tmp_path))
        pages = list(wfs.pages(server.session, connection, query, folder))
        bodies = [page.path.read_bytes() for page in pages]
        # What was not yielded was not left behind either.
        assert len(list(folder.iterdir())) == len(pages)
        if pages and pages[0].format == "geojson":
            features = [f for body in bodies for f in json.loads(body)["features"]]
            ids = [f["properties"]["id"] for f in features]
            assert len(set(ids)) == len(ids)
            assert sum(page.count for page in pages) == len(ids)
        return pages

    return all_of


def counts(pages):
    return [page.count for page in pages]


# How a layer is fetched


def test_a_small_layer_takes_one_request_without_start_index(pull):
    server = Server(key=False)
    assert counts(pull(server)) == [50]
    assert "startIndex" not in server.requests("GetFeature")[-1]


def test_pages(pull):
    server = Server(50)
    assert counts(pull(server, page_size=20)) == [20, 20, 10]
    asked = [(p["count"], p["startIndex"]) for p in server.requests("GetFeature")[1:]]
    assert asked == [("20", "0"), ("20", "20"), ("20", "40")]


def test_pages_of_a_server_that_caps(pull):
    assert counts(pull(Server(50, cap=15))) == [15, 15, 15, 5]
    assert counts(pull(Server(50, cap=15), page_size=20)) == [15, 15, 15, 5]
    assert counts(pull(Server(50, cap=15, ceiling=15))) == [15, 15, 15, 5]


@pytest.mark.parametrize("told", [45, 40, 57])
@pytest.mark.parametrize("habits", [{}, {"cap": 10}])
def test_a_number_that_is_wrong_loses_nothing(pull, told, habits):
    server = Server(50, told=told, numbers=False, **habits)
    assert sum(counts(pull(server, page_size=20))) == 50
    assert sum(counts(pull(Server(50, told=40, numbers=False), page_size=40))) == 50


@pytest.mark.parametrize("size", [0, 10, 25, 50, 60])
@pytest.mark.parametrize("version", ["2.0.0", "1.1.0", "1.0.0"])
@pytest.mark.parametrize("habits", [{}, {"cap": 20}, {"ids": False}])
def test_a_server_that_tells_no_number(pull, size, version, habits):
    server = Server(50, told="unknown", numbers=False, versions=(version,), **habits)
    assert sum(counts(pull(server, page_size=size))) == 50


@pytest.mark.parametrize("version", ["2.0.0", "1.1.0", "1.0.0"])
@pytest.mark.parametrize("habits", [{}, {"key": False, "sorts": True}])
@pytest.mark.parametrize(("cap", "ceiling"), [(100, ""), (130, "130")])
def test_an_announced_number_that_is_a_cap(pull, cap, ceiling, version, habits):
    server = Server(250, cap=cap, told=cap, ceiling=ceiling, versions=(version,), **habits)
    if habits:
        # Nobody can ask for what follows: announced and taken, doubted where it says its cap.
        (page,) = pull(server)
        assert (page.count, page.unproven) == (cap, bool(ceiling))
    else:
        pages = pull(server)
        assert sum(counts(pages)) == 250
        assert not any(page.unproven for page in pages)


@pytest.mark.parametrize("version", ["2.0.0", "1.1.0", "1.0.0"])
@pytest.mark.parametrize("habits", [{"key": False, "sorts": False}, {"pages": False}])
@pytest.mark.parametrize(("cap", "unproven"), [(200, True), (10**6, False)])
def test_a_round_number_that_nobody_can_prove(pull, cap, unproven, version, habits):
    server = Server(251, cap=cap, told="unknown", numbers=False, versions=(version,), **habits)
    (page,) = pull(server)
    assert (page.count, page.unproven) == (min(cap, 251), unproven)


def test_a_round_number_that_is_all(pull):
    for told in (None, "unknown"):
        server = Server(200, told=told, numbers=told is None)
        pages = pull(server)
        assert (counts(pages), pages[-1].unproven) == ([200], False)
        assert server.requests("GetFeature")[-1]["startIndex"] == "200"


def test_a_round_number_as_announced_is_not_lost_to_a_broken_probe(pull):
    class Broken(Server):
        def features(self, params):
            return b'{"type": "Fea' if "startIndex" in params else super().features(params)

    assert counts(pull(Broken(200))) == [200]


def test_an_id_twice_on_a_page_is_asked_for_in_one_piece(pull):
    class Twice(Server):
        def point(self, i, place):
            return {**super().point(i, place), "id": f"M.{i // 2}"}

    assert counts(pull(Twice(50), page_size=20)) == [50]


def test_pages_tell_how_many_shapes_they_hold(pull):
    assert [page.shapes for page in pull(Server(50))] == [50]
    assert [page.shapes for page in pull(Server(50, geojson=""))] == [None]


def test_no_key_no_pages(pull):
    server = Server(50, key=False, sorts=False)
    assert counts(pull(server, page_size=20)) == [50]
    assert int(server.requests("GetFeature")[-1]["count"]) >= 50


def test_no_key_and_a_cap_means_sorting(pull):
    server = Server(50, key=False, cap=20)
    assert counts(pull(server)) == [20, 20, 10]
    # What is a key by its name comes first.
    assert server.requests("GetFeature")[-1]["sortBy"] == "id,nama"


def test_no_key_a_cap_and_no_sorting(pull):
    with pytest.raises(errors.ServiceSaid, match="natural order"):
        pull(Server(50, key=False, cap=20, sorts=False))


@pytest.mark.parametrize("ids", [True, False])
@pytest.mark.parametrize("version", ["2.0.0", "1.1.0", "1.0.0"])
def test_the_first_page_again(pull, ids, version):
    server = Server(50, pages=False, ids=ids, versions=(version,))
    assert counts(pull(server, page_size=20)) == [50]
    with pytest.raises(errors.PageRepeated):
        pull(Server(50, pages=False, cap=20, ids=ids, versions=(version,)))


def test_a_layer_without_features(pull):
    assert counts(pull(Server(0))) == [0]
    assert counts(pull(Server(0, told="unknown", numbers=False), page_size=5)) == [0]


def test_start_index_in_old_versions_only_where_less_came(pull):
    server = Server(50, versions=("1.1.0",))
    assert counts(pull(server)) == [50]
    assert "maxFeatures" not in server.requests("GetFeature")[-1]
    assert counts(pull(Server(50, versions=("1.1.0",), cap=20))) == [20, 20, 10]


# Formats and CRS


@pytest.mark.parametrize(
    "geojson",
    ["application/json", "GEOJSON", "geojson", "json", "application/json; subtype=geojson"],
)
def test_geojson_as_the_server_spells_it(pull, geojson):
    server = Server(geojson=geojson)
    (page,) = pull(server)
    assert (page.format, page.crs) == ("geojson", LON_LAT)
    assert server.requests("GetFeature")[-1]["outputFormat"] == geojson
    assert "srsName" not in server.requests("GetFeature")[-1]


def test_gml_where_there_is_nothing_else(pull):
    server = Server(geojson="")
    (page,) = pull(server)
    assert (page.format, page.count, page.crs) == ("gml", 50, "EPSG:32750")
    assert server.requests("GetFeature")[-1]["srsName"] == "urn:ogc:def:crs:EPSG::32750"


def test_gml_where_geojson_fails(pull):
    class Failing(Server):
        def features(self, params):
            return report("no GeoJSON") if "outputFormat" in params else super().features(params)

    (page,) = pull(Failing())
    assert (page.format, page.count) == ("gml", 50)


@pytest.mark.parametrize(
    ("declared", "place", "crs"),
    [
        ("urn:ogc:def:crs:EPSG::4326", [116, -1], LON_LAT),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", [116, -1], LON_LAT),
        ("urn:ogc:def:crs:EPSG::32750", [400000, 9800000], "EPSG:32750"),
        ("EPSG:9490", [400000, 9800000], "EPSG:9490"),
        (None, [116, -1], LON_LAT),
        (None, [400000, 9800000], "EPSG:32750"),
    ],
)
def test_the_crs_of_geojson(pull, declared, place, crs):
    class Declaring(Server):
        def features(self, params):
            told = super().features(params)
            if isinstance(told, dict):
                told["features"][0]["geometry"]["coordinates"] = place
                told["crs"] = declared and {"type": "name", "properties": {"name": declared}}
            return told

    (page,) = pull(Declaring())
    assert page.crs == crs


def test_a_recorded_answer_is_not_turned(pull):
    recorded = SHARED / "kukar_palapa_wfs/pusat_pemerintahan_pt_wfs100_getfeature.json"
    if not recorded.exists():
        pytest.skip(f"{recorded} is not there")

    class Kukar(Server):
        def features(self, _params):
            return recorded.read_bytes()

    server = Kukar(versions=("1.0.0",), crs="EPSG:4326")
    (page,) = pull(server)
    assert (page.count, page.crs) == (250, LON_LAT)


# Boxes

PART = (116.1, -1.95, 116.5, -1.2)


@pytest.mark.parametrize("version", ["2.0.0", "1.1.0", "1.0.0"])
@pytest.mark.parametrize("box", ["right", "wrong", "answer"])
def test_a_box_however_the_server_reads_it(pull, version, box):
    server = Server(50, box=box, versions=(version,))
    inside = sum(116.1 <= x <= 116.5 and -1.95 <= y <= -1.2 for x, y in server.points)
    assert 0 < inside < 50
    assert counts(pull(server, PART)) == [inside]
    if box == "right" and version != "1.0.0":
        assert server.requests("GetFeature")[-1]["bbox"].endswith(",urn:ogc:def:crs:EPSG::4326")
        assert len(server.requests("GetFeature")) == 2


def test_a_box_around_everything_is_not_sent(pull):
    server = Server(50, box="never")
    assert counts(pull(server, (115, -3, 118, 0))) == [50]
    assert not any("bbox" in p for p in server.requests("GetFeature"))


def test_a_box_beside_the_layer_is_believed_at_once(pull):
    server = Server(50)
    assert counts(pull(server, (118, -1, 119, 0))) == [0]
    assert len(server.requests("GetFeature")) == 2


def test_an_empty_box_is_believed_when_every_order_is_empty(pull):
    assert counts(pull(Server(50), (116.1, -1.3, 116.2, -1.2))) == [0]


def test_a_box_that_is_refused_in_one_order():
    class Strict(Server):
        def features(self, params):
            if params.get("bbox", "").startswith("-"):
                return report("Latitude 116.1 is not in range")
            return super().features(params)

    server = Strict(50, box="wrong")
    assert wfs.count(server.session, Connection("wfs", URL), Query(NAME, PART)) > 0


# Counting


def count(server, extent=None, layer=NAME):
    return wfs.count(server.session, Connection("wfs", URL), Query(layer, extent))


def test_counts():
    assert count(Server(50)) == 50
    assert count(Server(50, told="unknown")) is None
    assert count(Server(50, versions=("1.1.0",))) == 50
    assert count(Server(50, hits=False)) == 50, "told with the first feature"
    assert count(Server(50, hits=False, numbers=False)) is None
    assert count(Server(50, versions=("1.0.0",))) == 50
    assert count(Server(50, versions=("1.0.0",), numbers=False)) is None
    assert count(Server(50, versions=("1.0.0",), told=1)) is None, "what was sent, or what there is"
    assert count(Server(0)) == 0


def test_mapserver_is_asked_for_the_count_of_a_box():
    class MapServer(Server):
        def capabilities(self, version):
            return super().capabilities(version) + b"<!--WARNING: Mandatory metadata missing-->"

    server = MapServer(50)
    assert count(server) == 50
    assert "bbox" in server.requests("GetFeature")[-1]


def test_a_layer_by_its_name():
    assert count(Server(50), layer="MENARA_PT") == 50
    assert count(Server(50), layer="palapa:menara_pt") == 50
    with pytest.raises(errors.NoSuchLayer) as raised:
        count(Server(50), layer="palapa:DESA")
    assert raised.value.known == (NAME,)


# Descriptions


def test_versions_are_negotiated():
    server = Server(versions=("1.1.0",))
    assert [info.name for info in wfs.layers(server.session, Connection("wfs", URL))] == [NAME]
    assert len(server.asked) == 1

    class Picky(Server):
        def answer(self, path, params):
            if params.get("version") != "1.0.0":
                return report("Version negotiation failed")
            return super().answer(path, params)

    server = Picky(versions=("1.0.0",))
    assert len(wfs.layers(server.session, Connection("wfs", URL))) == 1


def test_the_version_an_officer_pasted():
    server = Server()
    wfs.layers(server.session, Connection("wfs", f"{URL}?service=WFS&version=1.1.0"))
    assert server.asked[0][1]["version"] == "1.1.0"
    preview = f"{URL}?service=WFS&version=1.0.0&request=GetFeature&typeName=a"
    wfs.layers(server.session, Connection("wfs", preview))
    assert "version" not in server.asked[1][1]


@pytest.mark.parametrize(
    ("status", "error", "requests"),
    [(404, errors.BadStatus, 1), (503, errors.BadStatus, 1), (401, errors.LoginNeeded, 1)],
)
def test_what_is_not_about_the_version_is_not_asked_again(status, error, requests):
    asking = session(lambda *_: Reply(b"no", status))
    with pytest.raises(error):
        wfs.layers(asking, Connection("wfs", URL))
    assert len(asking.asked) == requests


@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize(
    "body",
    [
        '<ows:ExceptionReport xmlns:ows="x"><ows:Exception><ows:ExceptionText>ORA-01017</ows:'
        "ExceptionText></ows:Exception></ows:ExceptionReport>",
        '<?xml version="1.0"?>\n<!-- a --><ServiceExceptionReport version="1.2.0">'
        "<ServiceException>ORA-01017</ServiceException></ServiceExceptionReport>",
        '<ServiceExceptionReport><ServiceException code="ORA01017"/></ServiceExceptionReport>',
    ],
)
def test_exception_reports(status, body):
    asking = session(lambda *_: Reply(body.encode(), status))
    with pytest.raises(errors.ServiceSaid, match="ORA-?01017"):
        wfs.layers(asking, Connection("wfs", URL))


def test_another_description():
    asking = session(lambda *_: b"<WMS_Capabilities/>")
    with pytest.raises(errors.NotTheProtocol, match="WMS_Capabilities"):
        wfs.layers(asking, Connection("wfs", URL))
    asking = session(lambda *_: b"<WFS_Capabilities><FeatureTypeList>")
    with pytest.raises(errors.AnswerCut):
        wfs.layers(asking, Connection("wfs", URL))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1250"])
def test_descriptions_in_other_encodings(encoding):
    text = Server().capabilities("1.0.0").decode().replace("Menara", "Menará")
    declared = {"utf-16": "utf-16", "windows-1250": "windows-1250"}.get(encoding, "utf-8")
    body = f'<?xml version="1.0" encoding="{declared}"?>{text}'.encode(encoding)
    asking = session(lambda *_: body)
    (info,) = wfs.layers(asking, Connection("wfs", URL))
    assert info.title == "Menará telekomunikasi"


@pytest.mark.parametrize(
    "bounds",
    [
        (0, 0, 0, 0),
        (-180, -90, 180, 90),
        (323833, 9736603, 452661, 9884893),
        (0, 0, -1, -1),
        ("nan", "nan", "nan", "nan"),
        ("", "a", "1", "2"),
    ],
)
@pytest.mark.parametrize("version", ["1.0.0", "1.1.0", "2.0.0"])
def test_bounds_nobody_can_mean(version, bounds):
    server = Server(bounds=bounds, versions=(version,))
    (info,) = wfs.layers(server.session, Connection("wfs", URL))
    assert (info.bounds, info.crs) == (None, "EPSG:32750")


CAPTURED = (
    ("wfs_dov_getcapabilities_100_verbOptions.xml", "1.0.0", "json", 0),
    ("wfs_dov_getcapabilities_110.xml", "1.1.0", "application/json", 0),
    ("wfs_dov_getcapabilities_200.xml", "2.0.0", "application/json", 10000),
    ("wfs_koeln_arcgis_getcapabilities_110.xml", "1.1.0", "", 0),
)


@pytest.mark.parametrize(("name", "version", "geojson", "most"), CAPTURED)
def test_captured_descriptions_as_owslib_reads_them(monkeypatch, name, version, geojson, most):
    path = SHARED / "ows_capabilities" / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    asking = session(lambda *_: path.read_bytes())
    infos = wfs.layers(asking, Connection("wfs", URL))
    speaks = wfs.capabilities(asking, URL)
    assert (speaks.version, speaks.geojson, speaks.most) == (version, geojson, most)

    owslib = pytest.importorskip("owslib.wfs")
    monkeypatch.setattr(socket, "socket", None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = owslib.WebFeatureService(URL, version=version, xml=path.read_bytes())
    assert [info.name for info in infos] == list(theirs.contents)
    for info in infos:
        other = theirs.contents[info.name]
        assert info.title == " ".join((other.title or "").split())
        assert info.crs == f"EPSG:{other.crsOptions[0].code}"
        # Of 1.0.0 it projects the degrees once more.
        box = other.boundingBox[:4] if version == "1.0.0" else other.boundingBoxWGS84
        assert info.bounds == pytest.approx(box)


def test_a_table():
    body = b"<WFS_Capabilities version='2.0.0'><FeatureType><Name>a</Name><NoCRS/></FeatureType>"
    (info,) = parse(body + b"</WFS_Capabilities>", URL).layers
    assert (info.geometry, info.crs, info.bounds) == ("table", "", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EPSG:32750", "EPSG:32750"),
        ("urn:ogc:def:crs:EPSG::4326", "EPSG:4326"),
        ("urn:ogc:def:crs:EPSG:6.9:4326", "EPSG:4326"),
        ("urn:x-ogc:def:crs:EPSG:31370", "EPSG:31370"),
        ("http://www.opengis.net/gml/srs/epsg.xml#4326", "EPSG:4326"),
        ("http://www.opengis.net/def/crs/EPSG/0/9490", "EPSG:9490"),
        ("http://www.opengis.net/def/crs/EPSG/9.6.2/3857", "EPSG:3857"),
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", LON_LAT),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", LON_LAT),
        ("CRS:84", LON_LAT),
        ("EPSG:900913", "EPSG:3857"),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_the_name_of_a_crs(text, name):
    assert crs_name(text) == name


# Addresses

HOST = "https://gis.example.go.id"


@pytest.mark.parametrize(
    ("pasted", "asked"),
    [
        (f"{HOST}/geoserver/ows", "/geoserver/ows"),
        (f" {HOST}/geoserver/ows? ", "/geoserver/ows"),
        (f"{HOST}/geoserver/wms?service=WMS&request=GetCapabilities", "/geoserver/wfs"),
        (f"{HOST}/geoserver/palapa/wms", "/geoserver/palapa/wfs"),
        (f"{HOST}/geoserver", "/geoserver/ows"),
        (f"{HOST}/geoserver/web/wicket/bookmarkable/a?1", "/geoserver/ows"),
        (f"{HOST}/a/wms", "/a/wms"),
        (
            f"{HOST}/cgi-bin/mapserv?map=/maps/a b.map&SERVICE=WFS&Request=GetCapabilities",
            "/cgi-bin/mapserv?map=/maps/a%20b.map",
        ),
        (
            f"{HOST}/geoserver/ows?authkey=&a=1&typeName=x&bbox=1,2,3,4#top",
            "/geoserver/ows?authkey=&a=1",
        ),
        ("gis.example.go.id/geoserver/ows", "/geoserver/ows"),
    ],
)
def test_addresses_as_officers_paste_them(pasted, asked):
    assert addresses.ows(pasted).replace("?1=", "") == HOST + asked


def test_requests_stay_where_the_officer_pointed():
    class Internal(Server):
        def capabilities(self, version):
            online = b'<Get href="http://geoserver:8080/geoserver/ows"/>'
            return super().capabilities(version).replace(b"<Operation", online + b"<Operation", 1)

    server = Internal()
    seen = []
    server.session.hooks["response"].append(lambda reply, **_: seen.append(reply.url))
    assert count(server) == 50
    assert all(url.startswith(URL + "?") for url in seen)
