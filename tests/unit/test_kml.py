# SPDX-License-Identifier: GPL-2.0-or-later
"""KML unfolded: what Google Earth, ArcGIS and people write."""

from __future__ import annotations

import json
import tracemalloc
import zipfile
from xml.sax.saxutils import escape

import pytest

from blankspot_plugin.core import errors
from blankspot_plugin.services import kml, kml_text, unzip
from blankspot_plugin.services.model import LON_LAT

# The shape of ArcGIS' "Layer To KML".
ARCGIS_TABLE = """<![CDATA[<html xmlns:fo="http://www.w3.org/1999/XSL/Format"><head>
<META http-equiv="Content-Type" content="text/html"><title>x: y</title></head>
<body style="margin:0px"><table style="font-family:Arial">
<tr style="text-align:center;font-weight:bold;background:#9CBCE2"><td>Menara Kuaro</td></tr>
<tr><td><table style="border-spacing:0px"><tr><td>FID</td><td>0</td></tr>
<tr bgcolor="#D4E4F3"><td>KODE</td><td>007</td></tr>
<tr><td>Operator &amp; pemilik</td><td>Telkomsel<br>Mitratel</td></tr>
<tr bgcolor="#D4E4F3"><td>TINGGI</td><td>&lt;Null&gt;</td></tr>
</table></td></tr></table></body></html>]]>"""


def document(inside, head='<?xml version="1.0" encoding="UTF-8"?>'):
    space = "http://www.opengis.net/kml/2.2"
    return f'{head}<kml xmlns="{space}"><Document><name>doc</name>{inside}</Document></kml>'


def placemark(inside, name="A"):
    return f"<Placemark><name>{name}</name>{inside}</Placemark>"


POINT = "<Point><coordinates>116.2,-1.9,42</coordinates></Point>"


def unfolded(text, folder, encoding="utf-8"):
    source = folder / "in.kml"
    source.write_bytes(text.encode(encoding))
    held = kml.unfold(source, folder / "out.geojson", "x.kml")
    body = json.loads(held.page.path.read_text("utf-8"))
    assert held.page.count == len(body["features"])
    assert (held.page.format, held.page.crs) == ("geojson", LON_LAT)
    return held, body["features"]


def properties(text, folder):
    return unfolded(document(placemark(text + POINT)), folder)[1][0]["properties"]


def test_table_of_arcgis_is_unfolded(tmp_path):
    found = properties(f"<description>{ARCGIS_TABLE}</description>", tmp_path)
    assert found == {
        "name": "A",
        "FID": "0",
        "KODE": "007",
        "Operator & pemilik": "Telkomsel\nMitratel",
        "TINGGI": None,
        "description": "Menara Kuaro",
    }


def test_bold_keys_are_unfolded():
    html = "<b>Tinggi</b>: 42 m<br><b>Operator:</b> XL<br/><strong>Kode</strong> 007<br>Catatan"
    pairs, rest = kml_text.unfold(html)
    assert pairs == [("Tinggi", "42 m"), ("Operator", "XL"), ("Kode", "007")]
    assert rest == "Catatan"


def test_lines_of_key_and_value_are_unfolded_only_if_all_are():
    assert kml_text.unfold("Tinggi: 42<br>Kode: 007") == ([("Tinggi", "42"), ("Kode", "007")], "")
    assert kml_text.unfold("Tinggi: 42<br>di bukit") == ([], "Tinggi: 42\ndi bukit")
    assert kml_text.unfold("https://example.go.id/a") == ([], "https://example.go.id/a")
    assert kml_text.unfold("08:30 - 16:00") == ([], "08:30 - 16:00")


@pytest.mark.parametrize(
    ("rows", "pairs"),
    [
        ("<tr><th>Kode</th><td>007</td></tr>", [("Kode", "007")]),
        ("<tr><td>Kode</td><td>:</td><td>007</td></tr>", [("Kode", "007")]),
        ("<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>", [("A", "1"), ("B", "2")]),
        (
            "<tr><td>A<td>B<td>C<tr><td>1<td>2<td>3",
            [("A", "1"), ("B", "2"), ("C", "3")],
        ),
        ("<tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>", [("A", "1"), ("B", "2")]),
    ],
)
def test_tables_of_people_are_unfolded(rows, pairs):
    assert kml_text.unfold(f"<table>{rows}</table>") == (pairs, "")


def test_escaped_table_is_unfolded(tmp_path):
    text = escape("<table><tr><td>K</td><td>1</td></tr></table>")
    assert properties(f"<description>{text}</description>", tmp_path)["K"] == "1"


def test_extended_data_and_description_don_t_overwrite_each_other(tmp_path):
    extended = """<ExtendedData><Data name="Kode"><value>007</value></Data>
      <SchemaData schemaUrl="#s"><SimpleData name="Tinggi">42.0</SimpleData></SchemaData>
      <own:ruas>7</own:ruas></ExtendedData>
      <description><![CDATA[Kode: 007<br>Tinggi: 40]]></description>"""
    assert properties(extended, tmp_path) == {
        "name": "A",
        "Kode": "007",
        "Tinggi": "42.0",
        "ruas": "7",
        "Tinggi_2": "40",
    }


def test_rows_called_name_and_folder_overwrite_nothing(tmp_path):
    rows = "<tr><td>NAME</td><td>B</td></tr><tr><td>FOLDER</td><td>c</td></tr>"
    text = f"<description><![CDATA[<table>{rows}</table>]]></description>"
    folder = f"<Folder><name>BTS</name>{placemark(text + POINT)}</Folder>"
    (found,) = unfolded(document(folder), tmp_path)[1]
    assert found["properties"] == {"name": "A", "folder": "BTS", "NAME_2": "B", "FOLDER_2": "c"}


def test_a_name_told_twice_in_other_capitals_is_one(tmp_path):
    text = "<description><![CDATA[<table><tr><td>Name</td><td>A</td></tr></table>]]></description>"
    assert properties(text, tmp_path) == {"name": "A"}


@pytest.mark.parametrize("text", ["116,5,-1,5", "116,5, -1,5", "116,5 -1,5", "116,5,-1,5,0"])
def test_decimal_commas_are_no_place_and_stay_text(text, tmp_path):
    shape = f"<Point><coordinates> {text} </coordinates></Point>"
    held, (found,) = unfolded(document(placemark(shape)), tmp_path)
    assert (found["geometry"], held.bounds) == (None, None)
    assert found["properties"] == {"name": "A", "coordinates": text}


def test_folders_names_are_kept(tmp_path):
    inner = f"<Folder><name>Kuaro</name>{placemark(POINT)}</Folder>"
    text = document(f"<Folder><name>BTS</name>{inner}{placemark(POINT)}</Folder>{placemark(POINT)}")
    found = [feature["properties"].get("folder") for feature in unfolded(text, tmp_path)[1]]
    assert found == ["BTS/Kuaro", "BTS", None]


RING = "0,0 0,9 9,9 9,0 0,0"
HOLE = "1,1 1,2 2,2 2,1 1,1"
OUTER = (
    f"<outerBoundaryIs><LinearRing><coordinates>{RING}</coordinates></LinearRing></outerBoundaryIs>"
)
INNER = (
    f"<innerBoundaryIs><LinearRing><coordinates>{HOLE}</coordinates></LinearRing></innerBoundaryIs>"
)
LINE = "<LineString><coordinates>1,2 3, 4, 5\n 6,7</coordinates></LineString>"


@pytest.mark.parametrize(
    ("shape", "kind", "coordinates"),
    [
        (POINT, "Point", [116.2, -1.9]),
        (LINE, "LineString", [[1, 2], [3, 4], [6, 7]]),
        (f"<MultiGeometry>{LINE}</MultiGeometry>", "LineString", [[1, 2], [3, 4], [6, 7]]),
        (f"<MultiGeometry>{POINT}{POINT}</MultiGeometry>", "MultiPoint", [[116.2, -1.9]] * 2),
        (
            "<gx:Track><gx:coord>1 2 3</gx:coord><gx:coord>4 5 6</gx:coord></gx:Track>",
            "LineString",
            [[1, 2], [4, 5]],
        ),
        (
            f"<Polygon>{OUTER}{INNER}{INNER}</Polygon>",
            "Polygon",
            [
                [[0, 0], [0, 9], [9, 9], [9, 0], [0, 0]],
                [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]],
                [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]],
            ],
        ),
    ],
)
def test_shapes(shape, kind, coordinates, tmp_path):
    geometry = unfolded(document(placemark(shape)), tmp_path)[1][0]["geometry"]
    assert geometry == {"type": kind, "coordinates": coordinates}


def test_mixed_shapes_and_none(tmp_path):
    mixed = f"<MultiGeometry>{POINT}<MultiGeometry>{LINE}</MultiGeometry></MultiGeometry>"
    held, found = unfolded(document(placemark(mixed) + placemark("")), tmp_path)
    assert [part["type"] for part in found[0]["geometry"]["geometries"]] == ["Point", "LineString"]
    assert found[1]["geometry"] is None
    assert (held.geometry, held.bounds) == ("", (1.0, -1.9, 116.2, 7.0))


def test_windows_text_under_the_name_of_utf_8(tmp_path):
    found = unfolded(document(placemark(POINT, "Muara Komam – é")), tmp_path, "cp1252")[1]
    assert found[0]["properties"]["name"] == "Muara Komam – é"


def test_utf_16(tmp_path):
    text = document(placemark(POINT), '<?xml version="1.0" encoding="UTF-16"?>')
    assert unfolded(text, tmp_path, "utf-16")[1][0]["properties"] == {"name": "A"}


def test_dtd_is_refused(tmp_path):
    text = '<!DOCTYPE kml [<!ENTITY a "aaaa">]>' + document(placemark(POINT, "&a;"), "")
    with pytest.raises(errors.NotTheProtocol):
        unfolded(text, tmp_path)


@pytest.mark.parametrize("end", [-1, -40, -90])
def test_cut_file_is_refused(end, tmp_path):
    with pytest.raises(errors.AnswerCut):
        unfolded(document(placemark(POINT) * 3)[:end], tmp_path)


def test_image_and_link_are_no_layers(tmp_path):
    image = document("<GroundOverlay><Icon><href>a.png</href></Icon></GroundOverlay>")
    with pytest.raises(errors.NotALayer, match="GroundOverlay"):
        unfolded(image, tmp_path)
    link = "<NetworkLink><Link><href>https://example.go.id/a.kml</href></Link></NetworkLink>"
    with pytest.raises(errors.NotALayer) as caught:
        unfolded(document(link), tmp_path)
    assert caught.value.reason == "https://example.go.id/a.kml"
    assert not (tmp_path / "out.geojson").exists()


def test_kmz_gives_the_kml_at_its_top(tmp_path):
    source = tmp_path / "a.kmz"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("files/other.kml", document(placemark(POINT, "other")))
        archive.writestr("doc.kml", document(placemark(POINT, "top")))
        archive.writestr("files/icon.png", b"x")
    held = kml.unfold(source, tmp_path / "out.geojson", "a.kmz")
    body = json.loads(held.page.path.read_text("utf-8"))
    assert [f["properties"]["name"] for f in body["features"]] == ["top"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.kmz", "out.geojson"]


def test_kmz_that_explodes_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(unzip, "UNPACKED_LIMIT", 10_000)
    source = tmp_path / "a.kmz"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", document(placemark(POINT) + " " * 1_000_000))
    with pytest.raises(errors.AnswerTooLarge):
        kml.unfold(source, tmp_path / "out.geojson", "a.kmz")


def test_memory_does_not_grow_with_the_file(tmp_path):
    source = tmp_path / "big.kml"
    description = f"<description>{ARCGIS_TABLE}</description>"
    with source.open("w", encoding="utf-8") as file:
        head, tail = document("@").split("@")
        file.write(head)
        for _ in range(1500):
            file.write(placemark(description + f"<Polygon>{OUTER}</Polygon>"))
        file.write(tail)
    tracemalloc.start()
    held = kml.unfold(source, tmp_path / "out.geojson", "big.kml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert held.page.count == 1500
    assert peak < 2**20 < source.stat().st_size
