# SPDX-License-Identifier: GPL-2.0-or-later
"""Servers as others set them up: what they hold arrives, as it is, or somebody says why not."""

from __future__ import annotations

import json

import pytest
from osgeo import ogr

from blankspot_plugin.bridge import pulling
from blankspot_plugin.bridge.gathering import Watcher
from blankspot_plugin.bridge.provenance import provenance_of
from blankspot_plugin.bridge.staging import TABLE
from blankspot_plugin.core.errors import PageRepeated
from blankspot_plugin.services.model import Connection, Query
from tests.recorded.answers_by_path import session

URL = "https://gis.example.go.id/ows"


@pytest.fixture
def pull(tmp_path):
    def run(service, answer, layer="", **more):
        asked = session(answer)
        watcher = Watcher(lambda: False, lambda *_: None)
        path, source = pulling.pull(
            asked, Connection(service, URL, **more), Query(layer), tmp_path, watcher
        )
        data = ogr.Open(str(path))
        table = data.GetLayerByName(TABLE)
        rows = [json.loads(feature.ExportToJson()) for feature in table]
        types = {field.GetName(): field.GetTypeName() for field in table.schema}
        return [row["properties"] for row in rows], types, source, rows

    return run


# WFS without GeoJSON


def gml_server(rows, schema=None, version="2.0.0", extra=""):
    """Return what a WFS says whose layer ``app:Menara`` holds rows of (tag, text)."""

    def answer(path, params):
        query = {key.lower(): value for key, value in params.items()}
        request = query["request"].lower()
        if request == "getcapabilities":
            return _CAPABILITIES.encode()
        if request == "describefeaturetype":
            return _schema(schema).encode() if schema else b"<html>no</html>"
        if query.get("resulttype") == "hits":
            return _collection("", f'numberMatched="{len(rows)}" numberReturned="0"').encode()
        start, most = int(query.get("startindex", 0)), int(query.get("count", 10**6))
        members = "".join(
            f'<wfs:member><app:Menara gml:id="Menara.{number}">{_cells(row)}'
            f'<app:shape><gml:Point srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>-1.5 116.{number}'
            f"</gml:pos></gml:Point></app:shape></app:Menara></wfs:member>"
            for number, row in enumerate(rows)
            if start <= number < start + most
        )
        return _collection(members + extra, f'numberMatched="{len(rows)}"').encode()

    return answer


def _cells(row):
    return "".join(f"<app:{tag}>{text}</app:{tag}>" for tag, text in row.items())


def _collection(members, more):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection '
        'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" '
        f'xmlns:app="http://diskominfo.example.go.id/app" {more}>{members}</wfs:FeatureCollection>'
    )


def _schema(schema):
    elements = "".join(
        f'<xsd:element maxOccurs="1" name="{name}" nillable="true" type="xsd:{kind}"/>'
        for name, kind in schema.items()
    )
    return (
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:complexType '
        f'name="MenaraType"><xsd:sequence>{elements}</xsd:sequence></xsd:complexType></xsd:schema>'
    )


_CAPABILITIES = (
    '<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" '
    'xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:app="http://diskominfo.example.go.id/app"><ows:OperationsMetadata>'
    '<ows:Operation name="GetFeature"><ows:DCP><ows:HTTP>'
    f'<ows:Get xlink:href="{URL}"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>'
    "<wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>app:Menara</wfs:Name><wfs:Title>Menara"
    "</wfs:Title><wfs:DefaultCRS>urn:ogc:def:crs:EPSG::4326</wfs:DefaultCRS>"
    "<ows:WGS84BoundingBox><ows:LowerCorner>116 -2</ows:LowerCorner><ows:UpperCorner>117 -1"
    "</ows:UpperCorner></ows:WGS84BoundingBox></wfs:FeatureType></wfs:FeatureTypeList>"
    "</wfs:WFS_Capabilities>"
)


def test_codes_of_a_gml_keep_their_zeros(pull):
    rows = [
        {"kode": "0101", "telp": "0812", "kab": "64.10", "n": "7", "besar": "12345678901234567890"},
        {"kode": "0102", "telp": "0813", "kab": "64.11", "n": "8", "besar": "1"},
    ]  # fmt: skip
    cells, types, source, _ = pull("wfs", gml_server(rows), "app:Menara")
    assert [
        {key: str(value) for key, value in row.items() if key in rows[0]} for row in cells
    ] == rows
    assert types["n"] == "Integer64"
    assert {types[name] for name in ("kode", "telp", "kab", "besar")} == {"String"}
    assert (source.received, source.announced) == (2, 2)


def test_a_gml_is_what_its_schema_says_where_its_text_allows_it(pull):
    schema = {
        "kode": "string", "tinggi": "double", "n": "int", "aktif": "boolean", "ragu": "int",
        "shape": "PointPropertyType",
    }  # fmt: skip
    rows = [
        {"kode": "01", "tinggi": "42.50", "n": "007", "aktif": "true", "ragu": "banyak"},
        {"kode": "02", "tinggi": "1e2", "n": "", "aktif": "false", "ragu": "3"},
    ]
    cells, types, *_ = pull("wfs", gml_server(rows, schema), "app:Menara")
    assert [row["kode"] for row in cells] == ["01", "02"]
    assert [row["tinggi"] for row in cells] == [42.5, 100.0]
    assert [row["n"] for row in cells] == [7, None]
    assert [row["aktif"] for row in cells] == [True, False]
    assert [row["ragu"] for row in cells] == ["banyak", "3"]
    assert (types["tinggi"], types["n"]) == ("Real", "Integer64")


def test_a_gml_with_axes_by_its_book_lies_where_it_should(pull):
    _, _, source, rows = pull("wfs", gml_server([{"n": "1"}, {"n": "2"}]), "app:Menara")
    assert [row["geometry"]["coordinates"] for row in rows] == [[116.0, -1.5], [116.1, -1.5]]
    assert not source.swapped and not source.outside


# Files and GeoJSON


@pytest.mark.parametrize("size", [4, 800])
def test_numbers_no_column_holds_are_text(tmp_path, run, size):
    ring = [[116 + turn / 10000, -1.5] for turn in range(size)]
    nik = (64, 9223372036854775807, 12345678901234567890123)
    shape = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    features = [
        {"type": "Feature", "geometry": shape, "properties": {"nik": number, "n": 1}}
        for number in nik
    ]
    source = tmp_path / "nik.geojson"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    result, _ = run("pull", {"SERVICE": "file", "URL": str(source)})
    assert [each["nik"] for each in result["OUTPUT"].getFeatures()] == list(map(str, nik))
    assert [each["n"] for each in result["OUTPUT"].getFeatures()] == [1, 1, 1]


@pytest.mark.parametrize(("decimals", "told"), [(4, "11 m"), (3, "110 m"), (6, "")])
def test_degrees_that_a_server_rounded_are_told_with_their_metres(tmp_path, run, decimals, told):
    places = [(116 + number / 777, -1.5 - number / 999) for number in range(1, 40)]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [round(x, decimals), round(y, decimals)]},
            "properties": {},
        }
        for x, y in places
    ]
    source = tmp_path / "menara.geojson"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    _, feedback = run("pull", {"SERVICE": "file", "URL": str(source)})
    warned = [line for line in feedback.warnings if "rounded" in line]
    assert len(warned) == bool(told) and all(told in line for line in warned)


def test_a_kmz_that_links_elsewhere_says_so(tmp_path, run):
    link = "<NetworkLink><Link><href>https://x.go.id/b.kml?k=1</href></Link></NetworkLink>"
    place = "<Placemark><Point><coordinates>116,-1</coordinates></Point></Placemark>"
    source = tmp_path / "a.kml"
    source.write_text(f"<kml><Document>{place}{link}</Document></kml>")
    result, feedback = run("pull", {"SERVICE": "file", "URL": str(source)})
    assert any("https://x.go.id/b.kml for more" in line for line in feedback.warnings)
    assert provenance_of(result["OUTPUT"]).elsewhere == ("https://x.go.id/b.kml",)


# Sheets as offices write them

TOWERS = [
    ["1", "Tower A", "Telkomsel", "116.123456", "-1.512345"],
    ["2", "Tower B", "XL", "116.223456", "-1.612345"],
    ["3", "Tower C", "Tri", "116.323456", "-1.712345"],
]
HEAD = ["NO", "NAMA SITE", "OPERATOR", "BUJUR", "LINTANG"]
TITLE = [["DATA MENARA KABUPATEN CONTOH"], ["TAHUN 2024"], []]
TWO_ROWS = [["NO", "NAMA SITE", "OPERATOR", "KOORDINAT"], ["", "", "", "BUJUR", "LINTANG"]]
SHEETS = {
    "plain": [HEAD],
    "title": [*TITLE, HEAD],
    "two rows": TWO_ROWS,
    "title and two rows": [*TITLE, *TWO_ROWS],
}


def _written(path, rows):
    rows = [[*row, *[""] * (5 - len(row))] for row in rows]
    if path.suffix == ".csv":
        path.write_text("\r\n".join(";".join(row) for row in rows), encoding="utf-8")
        return
    data = ogr.GetDriverByName(path.suffix[1:].upper()).CreateDataSource(str(path))
    table = data.CreateLayer("Sheet1")
    for at in range(5):
        table.CreateField(ogr.FieldDefn(rows[0][at] or f"Field{at + 1}"))
    for row in rows[1:]:
        feature = ogr.Feature(table.GetLayerDefn())
        for at, cell in enumerate(row):
            if cell:
                feature.SetField(at, cell)
        table.CreateFeature(feature)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_begins_at_its_head(tmp_path, run, sheet, ending):
    source = tmp_path / f"menara.{ending}"
    _written(source, [*SHEETS[sheet], *TOWERS])
    result, feedback = run("pull", {"SERVICE": "file", "URL": str(source)})
    made = result["OUTPUT"]
    assert [field.name() for field in made.fields()] == HEAD
    told = [[str(cell) for cell in row.attributes()] for row in made.getFeatures()]
    assert told == TOWERS
    assert result["COUNT"] == made.featureCount() == 3
    assert result["EXPECTED"] in (-1, 3)
    warned = [line for line in feedback.warnings if "names of the columns" in line]
    assert len(warned) == (sheet != "plain")


@pytest.mark.parametrize(
    "rows",
    [
        # Numbers under a column without a name, and words that are no names of all of them.
        [["NO", "NAMA SITE", "OPERATOR"], *TOWERS],
        [["NO", "NAMA SITE", "OPERATOR", "BUJUR"], ["", "", "", "", "rusak"], *TOWERS[:1]],
        [["DATA"], ["1", "2", "3", "4", "5"], ["6", "7", "8", "9", "10"]],
    ],
)
def test_rows_that_are_no_head_stay(tmp_path, run, rows):
    source = tmp_path / "menara.csv"
    _written(source, rows)
    result, _ = run("pull", {"SERVICE": "file", "URL": str(source)})
    assert result["COUNT"] == len(rows) - 1


@pytest.mark.parametrize(("encoding", "said"), [("cp1252", ""), ("utf-8", ""), ("cp1250", "1250")])
def test_a_shapefile_that_hides_its_encoding(tmp_path, run, encoding, said):
    """QGIS has told GDAL not to look for it, as soon as it has opened any layer."""
    name = "Désa Škole" if encoding == "cp1250" else "Désa"
    data = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(tmp_path / "desa.shp"))
    table = data.CreateLayer("desa", geom_type=ogr.wkbPoint)
    table.CreateField(ogr.FieldDefn("nama"))
    feature = ogr.Feature(table.GetLayerDefn())
    feature["nama"] = "x" * 20
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (116 -1)"))
    table.CreateFeature(feature)
    del feature, table, data
    (tmp_path / "desa.cpg").unlink(missing_ok=True)
    if said:
        (tmp_path / "desa.cpg").write_text(said)
    body = bytearray((tmp_path / "desa.dbf").read_bytes())
    body[29] = 0
    (tmp_path / "desa.dbf").write_bytes(body.replace(b"x" * 20, name.encode(encoding).ljust(20)))
    result, _ = run("pull", {"SERVICE": "file", "URL": str(tmp_path / "desa.shp")})
    assert [each["nama"] for each in result["OUTPUT"].getFeatures()] == [name]


# OGC API


@pytest.mark.parametrize(("cap", "received"), [(10_000, 6000), (5000, None)])
def test_who_sends_its_first_page_for_ever_may_send_all_at_once(pull, cap, received):
    """MapServer 8.0 does not know its own ``offset``, and sends 10,000 at most."""

    def answer(path, params):
        if path.endswith("/collections"):
            return {"collections": [{"id": "menara"}]}
        limit = min(int(params["limit"]), cap)
        features = [
            {
                "type": "Feature",
                "id": number,
                "geometry": {"type": "Point", "coordinates": [116 + number / 7e4, -1.5]},
                "properties": {"n": number},
            }
            for number in range(6000)[:limit]
        ]
        href = f"{URL}/collections/menara/items?limit={limit}&offset={limit}"
        links = [{"rel": "next", "href": href}] if limit < 6000 else []
        return {
            "type": "FeatureCollection", "features": features, "links": links,
            "numberMatched": 6000,
        }  # fmt: skip

    if received is None:
        with pytest.raises(PageRepeated):
            pull("ogcapi", answer, "menara")
        return
    cells, _, source, _ = pull("ogcapi", answer, "menara")
    assert (len(cells), source.received, source.announced) == (received, received, 6000)
