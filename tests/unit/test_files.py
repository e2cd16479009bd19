# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of all kinds, on disk and by their address."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile

import pytest

from blankspot_plugin import paths
from blankspot_plugin.core import errors
from blankspot_plugin.services import file_kinds, files, unzip
from blankspot_plugin.services.model import Connection, Query
from tests.recorded.answers_by_path import Reply, session

URL = "https://data.example.go.id/unduh"
POINT = {"type": "Point", "coordinates": [116.2, -1.9]}
GEOJSON = {
    "type": "FeatureCollection",
    "features": [{"type": "Feature", "properties": {"kode": "007"}, "geometry": POINT}] * 3,
}
PLACE = "<Point><coordinates>1,2</coordinates></Point>"
KML = f"<kml><Placemark><name>A</name>{PLACE}</Placemark></kml>"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "pages"
    made.mkdir()
    return made


def no_network(*_):
    raise AssertionError("a local file asks nobody")


def on_disk(path):
    return session(no_network), Connection("file", str(path))


def by_address(body, **headers):
    reply = Reply(body, headers={name.replace("_", "-"): text for name, text in headers.items()})
    return session(lambda *_: reply), Connection("file", URL)


def rows_of(page):
    before = csv.field_size_limit(2**24)
    try:
        with page.path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))
    finally:
        csv.field_size_limit(before)


def table(body, tmp_path, folder):
    source = tmp_path / "menara.csv"
    source.write_bytes(body)
    asked, connection = on_disk(source)
    (page,) = files.pages(asked, connection, Query("menara"), folder)
    assert page.count == files.count(asked, connection, Query("menara")) == len(rows_of(page)) - 1
    assert source.read_bytes() == body
    return rows_of(page)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_table_in_any_dress(encoding, separator, tmp_path, folder):
    lines = [["kode", "desa", "lat"], ["007", "Muara “Komam” é", '"-1,9"'], ["008", "-", '"1,0"']]
    body = "\r\n".join(separator.join(line) for line in lines).encode(encoding)
    found = table(body, tmp_path, folder)
    assert found == [lines[0], ["007", "Muara “Komam” é", "-1,9"], ["008", "-", "1,0"]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a;b\n1,5;2,5\n3,5;4,5\n", [["a", "b"], ["1,5", "2,5"], ["3,5", "4,5"]]),
        ("sep=;\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
        ('a,b\n"1\n2",3\n', [["a", "b"], ["1\n2", "3"]]),
        ("a,b\n1\n1,2,3\n", [["a", "b", "field_3"], ["1", "", ""], ["1", "2", "3"]]),
        ("a,A,,a\n1,2,3,4\n", [["a", "A_2", "field_3", "a_3"], ["1", "2", "3", "4"]]),
        ("\n\na,b\n,\n1,2\n\n", [["a", "b"], ["1", "2"]]),
        # GDAL takes a file without a comma for no CSV.
        ("kode\n007\n", [["kode", ""], ["007", ""]]),
        ("lat,lon\n-0° 49' 3.435\",x\n", [["lat", "lon"], ["-0° 49' 3.435\"", "x"]]),
        ("a,b\n", [["a", "b"]]),
    ],
)  # fmt: skip
def test_table_loses_nothing(text, rows, tmp_path, folder):
    assert table(text.encode(), tmp_path, folder) == rows


def test_long_cell_and_nul(tmp_path, folder):
    outline = "POLYGON((" + "116.2 -1.9," * 30_000 + "))"
    found = table(f'id,geom\n1,"{outline}"\n2,a\0b\n'.encode(), tmp_path, folder)
    assert found[1:] == [["1", outline], ["2", "ab"]]
    assert csv.field_size_limit() == 131072


def test_bytes_no_encoding_knows_are_kept(tmp_path, folder):
    assert table(b"a,b\n\x81\xe9,2\n", tmp_path, folder)[1] == ["\x81é", "2"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (json.dumps(GEOJSON).encode(), "geojson"),
        (json.dumps({"geometryType": "x", "features": [{"attributes": {}}]}).encode(), "esrijson"),
        (json.dumps([{"kode": "007"}]).encode(), "geojson"),
        (KML.encode(), "geojson"),
        (b"\xef\xbb\xbf" + json.dumps(GEOJSON).encode(), "geojson"),
        (b"kode;nama\n1;2\n", "csv"),
    ],
)
def test_kind_is_told_by_the_bytes(body, kind, folder):
    asked, connection = by_address(body, Content_Type="application/octet-stream")
    name = files.layers(asked, connection)[0].name
    (page,) = files.pages(asked, connection, Query(name), folder)
    assert (page.format, name) == (kind, "unduh")
    assert page.path.parent == folder


@pytest.mark.parametrize(
    "header",
    [
        'attachment; filename="menara 2025.csv"',
        "attachment; filename=menara%202025.csv",
        "attachment; filename*=UTF-8''menara%202025.csv",
    ],
)
def test_name_comes_from_the_header(header):
    asked, connection = by_address(b"a,b\n1,2\n", Content_Disposition=header)
    assert files.layers(asked, connection)[0].name == "menara 2025"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"<!doctype html><html><body>Menara</body></html>", errors.NotTheProtocol),
        (b"<html><input type='password'></html>", errors.LoginNeeded),
        (b"<?xml version='1.0'?><rss></rss>", errors.NotTheProtocol),
        (b"", errors.AnswerCut),
        (b"%PDF-1.7", errors.NotALayer),
        (b"PK\x03\x04cut", errors.AnswerCut),
        (json.dumps(GEOJSON).encode()[:-9], errors.AnswerCut),
        (b'{"message": "ok"}', errors.NotTheProtocol),
        (bytes(range(256)) * 4 + bytes(2000), errors.NotTheProtocol),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_no_layer_is_refused(body, error, folder):
    asked, connection = by_address(body)
    with pytest.raises(error):
        list(files.pages(asked, connection, Query(""), folder))
    assert not list(folder.iterdir())


def test_truncated_geojson_is_refused(shared_data, folder):
    source = shared_data / "arcgis_rest" / "us-ca-carson" / "us-ca-carson-cache.geojson"
    asked, connection = on_disk(source)
    with pytest.raises(errors.AnswerCut):
        list(files.pages(asked, connection, Query(""), folder))


def test_page_of_a_program_is_followed_by_the_others(folder):
    def answer(_path, params):
        page = int(params.get("page", 1))
        return {"data": [{"id": page}] if page < 4 else [], "total": 3}

    asked = session(answer)
    pages = list(files.pages(asked, Connection("file", URL, 1), Query(""), folder))
    assert [page.count for page in pages] == [1, 1, 1]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_geojson_becomes_utf_8(encoding, folder):
    body = {"type": "Feature", "properties": {"desa": "Kuaro – é"}, "geometry": None}
    asked, connection = by_address(json.dumps(body, ensure_ascii=False).encode(encoding))
    (page,) = files.pages(asked, connection, Query(""), folder)
    assert json.loads(page.path.read_bytes().decode("utf-8")) == body


def test_geojson_is_described(tmp_path):
    source = tmp_path / "menara.geojson"
    source.write_text(json.dumps(GEOJSON), "utf-8")
    (info,) = files.layers(*on_disk(source))
    assert (info.name, info.geometry, info.count) == ("menara", "point", 3)
    assert info.bounds == (116.2, -1.9, 116.2, -1.9)


SHEETS = '<sheet name="BTS"/><sheet name="Wi-Fi"/><sheet name="x" state="hidden"/>'


def workbook(path):
    with zipfile.ZipFile(path, "w") as archive:
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        body = f'<workbook xmlns="{space}"><sheets>{SHEETS}</sheets></workbook>'
        archive.writestr("xl/workbook.xml", body)
    return path


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a;b\n"x;1\ny;2\n', [["a", "b"], ['"x', "1"], ["y", "2"]]),
        ('a;b\n"p;q";0\n"x;1\n"r;s";2\n', [["a", "b"], ["p;q", "0"], ['"x', "1"], ["r;s", "2"]]),
        ('a;b\n1;2\n"x;1\ny;2"\n', [["a", "b"], ["1", "2"], ['"x', "1"], ["y", '2"']]),
        ('a;b\n"x;1\ny;2\n"z";3\n', [["a", "b"], ['"x', "1"], ["y", "2"], ["z", "3"]]),
        ('a;b\n"x ""y"" z";1\n"p "q" r";2', [["a", "b"], ['x "y" z', "1"], ['p q" r"', "2"]]),
        ('a;b\n1;2\n"x;3', [["a", "b"], ["1", "2"], ['"x', "3"]]),
        ('a;b\n"x\ny";2\n"z;1\nw;2\n', [["a", "b"], ["x\ny", "2"], ['"z', "1"], ["w", "2"]]),
        ('a;b\n1;"x\ny"\n', [["a", "b"], ["1", "x\ny"]]),
        ('a;b\n1;"x\ny"', [["a", "b"], ["1", "x\ny"]]),
        ('a;b\n"x\ny"\n', [["a", "b"], ["x\ny", ""]]),
        ('a;b\n1;say "hi\n2;x\n', [["a", "b"], ["1", 'say "hi'], ["2", "x"]]),
    ],
)
def test_a_quote_swallows_no_rows(text, rows, tmp_path, folder):
    assert table(text.encode(), tmp_path, folder) == rows


def test_points_whose_coordinates_are_text_keep_them(tmp_path, folder):
    def feature(coordinates, kind="Point", **properties):
        shape = {"type": kind, "coordinates": coordinates}
        return {"type": "Feature", "properties": properties, "geometry": shape}

    source = tmp_path / "a.geojson"
    features = [
        feature(["107.60", "-6.9"], Lon="x"),
        feature([107.5, "-6,9 "]),
        feature([1, 2]),
        {"type": "Feature", "properties": None, "geometry": None},
    ]
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    (info,) = files.layers(*on_disk(source))
    assert (info.count, info.geometry, info.bounds) == (4, "point", (1, 2, 1, 2))
    (page,) = files.pages(*on_disk(source), Query(""), folder)
    found = json.loads(page.path.read_text("utf-8"))["features"]
    assert (page.count, page.shapes) == (4, 1)
    assert [f["properties"] for f in found] == [
        {"Lon": "x", "lon_text": "107.60", "lat_text": "-6.9"},
        {"lon_text": "107.5", "lat_text": "-6,9 "},
        {},
        None,
    ]
    shapes = [None, None, {"type": "Point", "coordinates": [1, 2]}, None]
    assert [f["geometry"] for f in found] == shapes


def test_the_towers_of_bandung_arrive_with_their_texts(shared_data, folder):
    source = shared_data / "bandung_menara" / "menara_data.json"
    (page,) = files.pages(*on_disk(source), Query(""), folder)
    features = json.loads(page.path.read_text("utf-8"))["features"]
    raw = json.loads(source.read_text("utf-8"))["features"]
    assert (page.format, page.count, page.shapes) == ("geojson", 763, 0)
    places = [[f["properties"]["lon"], f["properties"]["lat"]] for f in features]
    assert places == [f["geometry"]["coordinates"] for f in raw]


def test_sheets_of_xlsx(tmp_path, folder):
    asked, connection = on_disk(workbook(tmp_path / "a.xlsx"))
    assert [layer.name for layer in files.layers(asked, connection)] == ["BTS", "Wi-Fi"]
    (page,) = files.pages(asked, connection, Query("Wi-Fi"), folder)
    assert (page.format, page.layer, page.count) == ("xlsx", "Wi-Fi", None)
    (page,) = files.pages(asked, connection, Query(""), folder)
    assert page.layer == "BTS"
    with pytest.raises(errors.NoSuchLayer) as caught:
        list(files.pages(asked, connection, Query("x"), folder))
    assert caught.value.known == ("BTS", "Wi-Fi")


def test_workbook_with_a_dtd_is_refused(tmp_path):
    source = tmp_path / "a.xlsx"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("xl/workbook.xml", "<!DOCTYPE a><workbook/>")
    with pytest.raises(errors.NotTheProtocol):
        files.layers(*on_disk(source))


def test_sheets_of_ods(tmp_path):
    source = tmp_path / "a.ods"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<a/>")
        cells = "<table:table-row><table:table-cell/></table:table-row>"
        sheets = "".join(f'<table:table table:name="{n}">{cells}</table:table>' for n in ("A", "B"))
        space = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        archive.writestr("content.xml", f"<office {space}>{sheets}</office>")
    assert [layer.name for layer in files.layers(*on_disk(source))] == ["A", "B"]


def test_sample_lists_its_layers(folder):
    source = paths.PACKAGE / "resources" / "sample" / "contoh.gpkg"
    asked, connection = session(no_network), Connection("sample", str(source))
    found = files.layers(asked, connection)
    assert len(found) > 1
    for layer in found:
        assert layer.count == files.count(asked, connection, Query(layer.name))
        assert layer.geometry
    (page,) = files.pages(asked, connection, Query(found[1].name), folder)
    assert (page.format, page.layer, page.count) == ("gpkg", found[1].name, found[1].count)
    assert page.path.parent == folder
    assert sorted(p.name for p in source.parent.glob("contoh*")) == ["contoh.gpkg"]


def test_geopackage_another_program_writes_to(tmp_path, folder):
    source = tmp_path / "a.gpkg"
    writer = sqlite3.connect(source)
    writer.executescript('''
        PRAGMA journal_mode=WAL;
        CREATE TABLE gpkg_contents (table_name, data_type, identifier, description, last_change,
            min_x, min_y, max_x, max_y, srs_id);
        CREATE TABLE gpkg_spatial_ref_sys
            (srs_id, organization, organization_coordsys_id, definition);
        INSERT INTO gpkg_contents VALUES ('a "b"', 'attributes', 'A', '', '2025', 1, 2, 3, 4, 0);
        CREATE TABLE "a ""b""" (x); INSERT INTO "a ""b""" VALUES (1), (2);
    ''')  # fmt: skip
    asked, connection = on_disk(source)
    (info,) = files.layers(asked, connection)
    assert (info.name, info.count, info.geometry) == ('a "b"', 2, "table")
    (page,) = files.pages(asked, connection, Query(info.name), folder)
    assert page.count == 2
    writer.close()


def test_other_database_is_refused(tmp_path):
    source = tmp_path / "a.sqlite"
    with sqlite3.connect(source) as database:
        database.execute("CREATE TABLE a (b)")
    with pytest.raises(errors.NotALayer):
        files.layers(*on_disk(source))


def shapefile(folder, stem="menara", endings=(".shp", ".DBF", ".shx", ".prj")):
    for ending in endings:
        body = b"\0\0\x27\x0a" + b"\0" * 96 if ending == ".shp" else b"x"
        (folder / f"{stem}{ending}").write_bytes(body)
    return folder / f"{stem}.shp"


def test_shapefile_brings_its_siblings(tmp_path, folder):
    (tmp_path / "other.dbf").write_bytes(b"x")
    (page,) = files.pages(*on_disk(shapefile(tmp_path)), Query("menara"), folder)
    assert page.format == "shp"
    assert sorted(path.suffix for path in folder.iterdir()) == [".dbf", ".prj", ".shp", ".shx"]


def test_shapefile_alone_is_refused(tmp_path, folder):
    with pytest.raises(errors.AnswerCut, match="dbf"):
        list(files.pages(*on_disk(shapefile(tmp_path, endings=[".shp"])), Query(""), folder))
    asked, connection = by_address((tmp_path / "menara.shp").read_bytes())
    with pytest.raises(errors.AnswerCut, match="dbf"):
        files.layers(asked, connection)


@pytest.mark.parametrize(
    ("ending", "head", "other"),
    [("tab", b"!table\n!version 300\n", "DAT"), ("mif", b'Version 300\r\nCharset "x"\r\n', "MID")],
)
def test_mapinfo(ending, head, other, tmp_path, folder):
    (tmp_path / f"menara.{ending.upper()}").write_bytes(head)
    (tmp_path / f"menara.{other}").write_bytes(b"x")
    source = tmp_path / f"menara.{ending.upper()}"
    (page,) = files.pages(*on_disk(source), Query("menara"), folder)
    assert (page.format, page.path.exists()) == (ending, True)


def zipped(tmp_path, members):
    source = tmp_path / "a.zip"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return source


SHP = b"\0\0\x27\x0a" + b"\0" * 96


def test_zip_of_shapefiles(tmp_path, folder):
    years = {f"{y}/menara.{e}": b"x" for y in (2024, 2025) for e in ("dbf", "shx")}
    years |= {f"{y}/menara.shp": SHP for y in (2024, 2025)}
    source = zipped(tmp_path, {**years, "readme.txt": b"hello", "__MACOSX/._menara.shp": b"x"})
    asked, connection = by_address(source.read_bytes())
    assert [x.name for x in files.layers(asked, connection)] == ["2024/menara", "2025/menara"]
    (page,) = files.pages(asked, connection, Query("2025/menara"), folder)
    assert page.format == "shp"
    assert page.path.with_suffix(".dbf").exists()


def test_zip_can_write_nowhere_else(tmp_path, folder):
    members = {"../../evil.csv": b"a,b\n1,2\n", "/abs.csv": b"a,b\n", r"C:\x\con.csv": b"a,b\n"}
    source = zipped(tmp_path, members)
    before = set(tmp_path.parent.iterdir())
    for layer in files.layers(*on_disk(source)):
        list(files.pages(*on_disk(source), Query(layer.name), folder))
    assert set(tmp_path.parent.iterdir()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "pages"]


def test_zip_that_explodes_is_refused(tmp_path, folder, monkeypatch):
    monkeypatch.setattr(unzip, "UNPACKED_LIMIT", 100_000)
    source = zipped(tmp_path, {"a.csv": b"0" * 1_000_000})
    with pytest.raises(errors.AnswerTooLarge):
        list(files.pages(*on_disk(source), Query(""), folder))
    # The size it announces is a lie in a bomb: it is counted while it comes.
    monkeypatch.setattr(unzip, "_check", lambda *_: None)
    with pytest.raises(errors.AnswerTooLarge):
        list(files.pages(*on_disk(source), Query(""), folder))


def test_zip_without_features_says_what_it_holds(tmp_path):
    with pytest.raises(errors.NotALayer, match=r"surat\.docx"):
        files.layers(*on_disk(zipped(tmp_path, {"surat.docx": b"x"})))


def test_damaged_zip_is_refused(tmp_path, folder):
    source = zipped(tmp_path, {"a.csv": bytes(range(256)) * 40})
    body = bytearray(source.read_bytes())
    body[60] ^= 0xFF
    source.write_bytes(body)
    with pytest.raises(errors.AnswerCut):
        list(files.pages(*on_disk(source), Query(""), folder))


def test_shared_spreadsheet_is_asked_for_as_csv(folder):
    asked = session(lambda *_: b"kode,nama\n007,Kuaro\n")
    shared = "https://docs.google.com/spreadsheets/d/KEY/edit#gid=7"
    (page,) = files.pages(asked, Connection("file", shared), Query(""), folder)
    assert asked.asked == [("/spreadsheets/d/KEY/export", {"format": "csv", "gid": "7"})]
    assert rows_of(page)[1] == ["007", "Kuaro"]


@pytest.mark.parametrize("form", ["{}", '"{}"', " {} "])
def test_path_as_it_was_pasted(form, tmp_path):
    source = tmp_path / "menara desa.csv"
    source.write_text("a,b\n1,2\n", "utf-8")
    for address in (str(source), source.as_uri()):
        assert files.layers(session(no_network), Connection("file", form.format(address)))


def test_path_to_nothing(tmp_path):
    with pytest.raises(errors.Unreachable):
        files.layers(*on_disk(tmp_path / "gone.csv"))
    with pytest.raises(errors.NotALayer):
        files.layers(*on_disk(tmp_path))


def test_old_excel_is_left_to_the_reader_and_a_locked_one_refused(tmp_path, folder):
    source = tmp_path / "a.xls"
    source.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (page,) = files.pages(*on_disk(source), Query("a"), folder)
    assert (page.format, page.layer) == ("xls", "")
    source.write_bytes(source.read_bytes() + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(errors.NotALayer, match="password"):
        files.layers(*on_disk(source))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (".csv", "csv"), ("text/csv; charset=utf-8", "csv"), ("XLSX", "xlsx"), ("Excel", "xlsx"),
        ("SHP", "zip"), ("SHP (ZIP)", "zip"), ("ESRI Shapefile", "zip"), ("geojson", "geojson"),
        ("GeoPackage", "gpkg"), ("KMZ", "kmz"), ("MapInfo TAB", "tab"), ("PDF", ""), ("WMS", ""),
        ("image/png", ""), ("application/pdf", ""), ("", ""),
    ],
)  # fmt: skip
def test_words_for_kinds(word, kind):
    assert file_kinds.by_word(word) == kind
