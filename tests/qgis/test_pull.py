# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:pull``: whole, counted, dated; a failure leaves what was there before."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsNetworkAccessManager, QgsProcessingException, QgsVectorLayer

from blankspot_plugin.bridge.outputs import manifest_of
from blankspot_plugin.bridge.provenance import provenance_of, sources_of
from blankspot_plugin.cartography.sources import source_text
from blankspot_plugin.services import retry
from tests.qgis.helpers import CancelAfter, layer, square
from tests.servers import certificates
from tests.servers.faults import FaultServer

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
SAMPLE = Path(__file__).resolve().parents[2] / "blankspot_plugin/resources/sample/contoh.gpkg"
SERVICES = ("wfs", "ogcapi", "arcgis")


def asked(server, service, **more):
    layer = "0" if service == "arcgis" else "points"
    return {"SERVICE": service, "URL": getattr(server, f"{service}_url"), "LAYER": layer, **more}


def test_the_sample_is_a_service_like_any_other(run, tmp_path):
    out = str(tmp_path / "menara.gpkg")
    result, said = run("pull", {"SERVICE": "sample", "LAYER": "sites", "OUTPUT": out})
    assert (result["COUNT"], result["EXPECTED"], result["OUTPUT"]) == (134, 134, out)
    assert "134" in said.text
    made = QgsVectorLayer(out, "", "ogr")
    assert made.featureCount() == 134
    source = provenance_of(made)
    assert source.layer == "sites" and source.service == "sample" and source.crs == "EPSG:4326"
    assert source.time.endswith("+00:00")
    assert manifest_of(made)["algorithm"] == "blankspot:pull"


@pytest.mark.parametrize("name", ["out.shp", "out.geojson", "out.csv", "out.gpkg"])
def test_any_format_will_do(run, tmp_path, name):
    out = str(tmp_path / name)
    run("pull", {"SERVICE": "sample", "LAYER": "wifi", "OUTPUT": out})
    assert QgsVectorLayer(out, "", "ogr").featureCount() == 144


def test_a_wrong_name_is_answered_with_the_names_there_are(run):
    with pytest.raises(QgsProcessingException, match="settlements"):
        run("pull", {"SERVICE": "sample", "LAYER": "menara"})


def test_the_filter_comes_after_the_count(run):
    given = {"SERVICE": "sample", "LAYER": "sites", "FILTER": "technology = '4G'"}
    result, _ = run("pull", given)
    assert result["COUNT"] == result["EXPECTED"] == 134
    kept = result["OUTPUT"].featureCount()
    assert 0 < kept < 134
    assert provenance_of(result["OUTPUT"]).kept == kept


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"FILTER": "technology ="}, "FILTER"),
        ({"FILTER": "no_such = 1"}, "no_such"),
        ({"SERVICE": "wfs", "URL": ""}, "URL"),
        ({"MAPPING": "lon"}, "MAPPING"),
        ({"DISTANCE": -1}, "DISTANCE"),
    ],
)
def test_what_is_wrong_is_named(run, wrong, word):
    with pytest.raises(QgsProcessingException, match=word):
        run("pull", {"SERVICE": "sample", "LAYER": "sites", **wrong})


def test_an_extent_holds_for_files_too(run):
    everything, _ = run("pull", {"SERVICE": "sample", "LAYER": "sites"})
    box = everything["OUTPUT"].extent()
    half = f"{box.xMinimum()},{box.center().x()},{box.yMinimum()},{box.yMaximum()} [EPSG:4326]"
    result, _ = run("pull", {"SERVICE": "sample", "LAYER": "sites", "EXTENT": half})
    assert 0 < result["OUTPUT"].featureCount() < 134
    assert result["OUTPUT"].extent().xMaximum() <= box.center().x()


def test_areas_are_asked_for_with_their_surroundings(run):
    everything, _ = run("pull", {"SERVICE": "sample", "LAYER": "sites"})
    one = next(everything["OUTPUT"].getFeatures()).geometry().asPoint()
    area = layer("Polygon", [(square(one.x() - 5e-5, one.y() - 5e-5, 1e-4), [])])
    near, _ = run("pull", {"SERVICE": "sample", "LAYER": "sites", "AREAS": area, "DISTANCE": 0})
    wide, _ = run("pull", {"SERVICE": "sample", "LAYER": "sites", "AREAS": area})
    assert 1 <= near["OUTPUT"].featureCount() < wide["OUTPUT"].featureCount() < 134


@pytest.mark.parametrize("service", SERVICES)
def test_pages_add_up(run, service):
    with FaultServer(features=250) as server:
        result, _ = run("pull", asked(server, service, PAGE_SIZE=100))
        assert result["COUNT"] == result["EXPECTED"] == 250
        assert result["OUTPUT"].featureCount() == 250


@pytest.fixture
def quick(monkeypatch):
    """Asked again at once, and waited for a second only."""
    monkeypatch.setattr(retry, "FIRST_PAUSE", 0.01)
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(1000)
    yield
    QgsNetworkAccessManager.setTimeout(before)


# The faults of docs/pull.md, and a word of what the officer is told.
FATAL = {
    "wrong_count": "257",
    "truncated": "250",
    "short_page": "247|250",
    "error_200": "answered with an error|wants a login",
    "cut": "ended too early",
    "cut_chunked": "ended too early",
    "cut_gzip": "ended too early",
    "bad_gzip": "ended too early",
    "hang_up": "cannot be reached",
    "garbage": "does not speak",
    "not_http": "cannot be reached|does not speak|too early",
    "empty": "ended too early|does not speak",
    "login": "login",
    "maintenance": "does not speak",
    "status/500": "500|error",
    "status/401": "login",
    "status/404": "404|no layer|does not speak|error",
    "status/503": "overloaded",
    "429/9/0": "overloaded",
    "silence": "in time",
    "drip": "in time",
    "redirect_loop": "without end",
    "redirect_file": "leads to",
    "bomb": "larger than|does not speak|ended too early",
}


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("fault", FATAL)
def test_a_fault_leaves_yesterday_whole(run, tmp_path, quick, service, fault):
    out = str(tmp_path / "sites.gpkg")
    run("pull", {"SERVICE": "sample", "LAYER": "sites", "OUTPUT": out})
    before = Path(out).read_bytes()
    with FaultServer(features=250, fault=fault) as server:
        with pytest.raises(QgsProcessingException, match=FATAL[fault]):
            run("pull", asked(server, service, PAGE_SIZE=100, OUTPUT=out))
    assert Path(out).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["sites.gpkg"]


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("fault", ["entities", "login", "garbage", "status/500"])
def test_a_faulty_description_leaves_yesterday_whole(run, tmp_path, quick, service, fault):
    out = str(tmp_path / "sites.gpkg")
    run("pull", {"SERVICE": "sample", "LAYER": "sites", "OUTPUT": out})
    before = Path(out).read_bytes()
    with FaultServer(features=250, fault=fault, at="description") as server:
        with pytest.raises(QgsProcessingException):
            run("pull", asked(server, service, OUTPUT=out))
    assert Path(out).read_bytes() == before


@pytest.mark.parametrize("service", SERVICES)
def test_the_same_page_again_is_no_second_page(run, quick, service):
    """One request for all where the server allows it; else it is said."""
    with FaultServer(features=250, fault="repeat_page") as server:
        try:
            result, _ = run("pull", asked(server, service, PAGE_SIZE=100))
        except QgsProcessingException as error:
            assert "same features again" in str(error)
        else:
            codes = [row["code"] for row in result["OUTPUT"].getFeatures()]
            assert len(codes) == len(set(codes)) == 250


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize(
    "fault",
    ["gzip", "chunked", "cut_then_200", "hang_up_then_200", "status/503/2", "429/2/0", "slow/8/0.1",
     "bom", "utf16", "windows1250"],
)  # fmt: skip
def test_what_can_be_mended_is_not_noticed(run, quick, service, fault):
    with FaultServer(features=250, fault=fault) as server:
        result, said = run("pull", asked(server, service, PAGE_SIZE=100))
    assert (result["COUNT"], result["EXPECTED"]) == (250, 250)
    assert not said.warnings
    if fault == "windows1250":
        assert "Šibenik" in {cell for row in result["OUTPUT"].getFeatures() for cell in row}


@pytest.mark.parametrize("service", SERVICES)
def test_more_than_was_announced_is_kept_and_said(run, service):
    with FaultServer(features=250, fault="low_count") as server:
        result, said = run("pull", asked(server, service, PAGE_SIZE=100))
    assert (result["COUNT"], result["EXPECTED"]) == (250, 243)
    assert result["OUTPUT"].featureCount() == 250
    assert "250 of 243" in said.text


def test_an_attribute_of_fifty_megabytes_is_no_riddle(run, tmp_path):
    """GDAL reads no longer text than 10 MB from GeoJSON: then it is said, and nothing is left."""
    with FaultServer(features=1, fault="large_attribute/9") as server:
        result, _ = run("pull", asked(server, "wfs"))
    (row,) = result["OUTPUT"].getFeatures()
    assert max(len(str(cell)) for cell in row) == 9 * 2**20
    out = tmp_path / "points.gpkg"
    with FaultServer(features=1, fault="large_attribute/50") as server:
        with pytest.raises(QgsProcessingException, match="127.0.0.1.*more than 10 MB in one cell"):
            run("pull", asked(server, "wfs", OUTPUT=str(out)))
    assert not out.exists()


@pytest.mark.parametrize("expired", [False, True])
def test_a_certificate_nobody_trusts_is_refused(run, tmp_path, expired):
    certificate = certificates.self_signed(tmp_path)
    if expired:
        office = certificates.authority(tmp_path)
        certificate = certificates.signed(tmp_path, office, expired=True)
    with FaultServer(certificate=certificate) as server:
        with pytest.raises(QgsProcessingException, match="not trusted"):
            run("pull", asked(server, "wfs"))


@pytest.mark.parametrize("service", SERVICES)
def test_incomplete_is_kept_only_when_asked_for_and_says_so(run, service):
    with FaultServer(features=250, fault="wrong_count") as server:
        result, said = run("pull", asked(server, service, PAGE_SIZE=100, KEEP_INCOMPLETE=True))
    assert (result["COUNT"], result["EXPECTED"]) == (250, 257)
    assert provenance_of(result["OUTPUT"]).incomplete
    assert "INCOMPLETE" in result["OUTPUT"].metadata().abstract()
    assert said.warnings


def test_cancelled_it_leaves_yesterday_whole(run, tmp_path):
    out = str(tmp_path / "sites.gpkg")
    run("pull", {"SERVICE": "sample", "LAYER": "sites", "OUTPUT": out})
    before = Path(out).read_bytes()
    with FaultServer(features=250) as server:
        with pytest.raises(QgsProcessingException, match="request"):
            run("pull", asked(server, "arcgis", PAGE_SIZE=50, OUTPUT=out), CancelAfter(3))
    assert Path(out).read_bytes() == before


def test_kutai_kartanegara_as_it_was_captured(run):
    file = SHARED / "kukar_palapa_wfs" / "pusat_pemerintahan_pt_wfs100_getfeature.json"
    if not file.exists():
        pytest.skip("the captured answer of a Palapa GeoServer is not here")
    result, _ = run("pull", {"SERVICE": "file", "URL": str(file)})
    made = result["OUTPUT"]
    assert made.featureCount() == 250
    assert made.extent().xMinimum() > 115 and abs(made.extent().yMinimum()) < 3
    assert not provenance_of(made).swapped


def test_axes_that_are_the_wrong_way_round_are_swapped(run, tmp_path):
    file = tmp_path / "terbalik.geojson"
    points = [(-1.9 - n / 100, 116.0 + n / 100) for n in range(5)]
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": point}}
        for point in points
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    given = {"SERVICE": "file", "URL": str(file), "EXTENT": "115,117,-3,-1 [EPSG:4326]"}
    result, said = run("pull", given)
    assert {
        (round(f.geometry().asPoint().x(), 2), round(f.geometry().asPoint().y(), 2))
        for f in result["OUTPUT"].getFeatures()
    } == {(round(y, 2), round(x, 2)) for x, y in points}
    assert provenance_of(result["OUTPUT"]).swapped and said.warnings


def test_codes_of_a_csv_stay_text_and_numbers_become_numbers(run, tmp_path):
    file = tmp_path / "menara.csv"
    file.write_text("kode;kec;tinggi;nama\n064;64.10;42;A\n065;64.01;31.5;B\n", encoding="cp1252")
    result, _ = run("pull", {"SERVICE": "file", "URL": str(file)})
    fields = result["OUTPUT"].fields()
    assert [fields.field(name).isNumeric() for name in ("kode", "kec", "tinggi")] == [
        False, False, True,
    ]  # fmt: skip
    assert [f["kec"] for f in result["OUTPUT"].getFeatures()] == ["64.10", "64.01"]


def test_columns_widen_from_page_to_page(run, tmp_path):
    file = tmp_path / "data.json"

    def feature(number, **properties):
        point = {"type": "Point", "coordinates": [116, -2]}
        return {"type": "Feature", "geometry": point, "properties": {"n": number, **properties}}

    features = [feature(1), feature(2.5), feature("2G/4G", fid=7)]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    result, _ = run("pull", {"SERVICE": "file", "URL": str(file)})
    assert [f["n"] for f in result["OUTPUT"].getFeatures()] == ["1", "2.5", "2G/4G"]


def test_provenance_goes_with_what_is_made_of_it(run, tmp_path):
    """From a pull through the cleaning and the analysis to the source line of a sheet."""
    sites, areas = (str(tmp_path / f"{name}.gpkg") for name in ("sites", "areas"))
    run("pull", {"SERVICE": "sample", "LAYER": "sites", "OUTPUT": sites})
    run("pull", {"SERVICE": "sample", "LAYER": "areas", "OUTPUT": areas})
    cleaned, _ = run("cleansites", {"INPUT": sites, "AREAS": areas, "OUTPUT": "TEMPORARY_OUTPUT"})
    gaps = str(tmp_path / "gaps.gpkg")
    asked = {"SITES": cleaned["OUTPUT"], "AREAS": areas, "CODE_FIELD": "code", "GAPS": gaps}
    run("analysis", asked)
    made = QgsVectorLayer(f"{gaps}|layername=gaps", "", "ogr")
    assert {(each.layer, each.received) for each in sources_of([made])} == {
        ("sites", 134), ("areas", 144)
    }  # fmt: skip
    told = source_text([made, made])
    assert told.count("\n") == 1 and "134" in told and "144" in told
    assert source_text([made], "Kominfo 2026") == "Kominfo 2026"


def test_what_is_incomplete_or_assumed_is_printed_whatever_the_officer_writes(run, tmp_path):
    with FaultServer(fault="wrong_count") as server:
        out = str(tmp_path / "points.gpkg")
        run("pull", asked(server, "wfs", KEEP_INCOMPLETE=True, OUTPUT=out))
    told = source_text([QgsVectorLayer(out, "", "ogr")], "Kominfo 2026")
    assert told.startswith("Kominfo 2026\nINCOMPLETE: points from ")


def test_a_service_describes_itself_once_a_pull(run):
    with FaultServer(features=250) as server:
        run("pull", asked(server, "wfs", PAGE_SIZE=100))
    requests = [each.query.get("request", "").lower() for each in server.asked]
    assert requests.count("getcapabilities") == 1


def features(*shapes, **names):
    """Return a GeoJSON with features of these geometries; each has a number."""
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "geometry": shape, "properties": {"n": at, **names}}
                for at, shape in enumerate(shapes)
            ],
        }
    )


POINT = {"type": "Point", "coordinates": [116.1, -1.9]}
AREA = {"type": "Polygon", "coordinates": [[[116, -2], [117, -2], [117, -1], [116, -2]]]}


def test_points_and_areas_in_one_table_want_a_geopackage(run, tmp_path):
    source = tmp_path / "mixed.geojson"
    source.write_text(features(POINT, AREA), encoding="utf-8")
    given = {"SERVICE": "file", "URL": str(source)}
    with pytest.raises(QgsProcessingException, match="only a GeoPackage"):
        run("pull", given)
    out = str(tmp_path / "mixed.gpkg")
    run("pull", {**given, "OUTPUT": out})
    with closing(sqlite3.connect(out)) as data:
        assert data.execute("SELECT count(*) FROM mixed").fetchone() == (2,)


def test_a_source_is_not_written_over_and_other_tables_stay(run, tmp_path):
    path = tmp_path / "sample.gpkg"
    shutil.copyfile(SAMPLE, path)
    given = {"SERVICE": "file", "URL": str(path), "LAYER": "wifi"}
    with pytest.raises(QgsProcessingException, match="the same file"):
        run("pull", {**given, "OUTPUT": str(path)})
    other = tmp_path / "other.gpkg"
    run("pull", {**given, "OUTPUT": f"ogr:dbname='{other}' table=\"first\" (geom)"})
    run("pull", {**given, "OUTPUT": str(other)})
    with closing(sqlite3.connect(other)) as data:
        names = {name for (name,) in data.execute("SELECT table_name FROM gpkg_contents")}
    assert {"first", "other"} <= names


def test_a_journal_beside_the_old_file_does_no_harm(run, tmp_path):
    out = tmp_path / "sites.gpkg"
    given = {"SERVICE": "sample", "LAYER": "sites", "OUTPUT": str(out)}
    run("pull", given)
    other = sqlite3.connect(out)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("UPDATE gpkg_contents SET description = 'x'")
    other.commit()
    assert Path(f"{out}-wal").stat().st_size
    # Somebody holds it: then it is said, and stays as it is.
    with pytest.raises(QgsProcessingException, match=r"sites\.gpkg"):
        run("pull", given)
    assert other.execute("SELECT description FROM gpkg_contents").fetchall() == [("x",)]
    other.close()
    run("pull", given)
    assert QgsVectorLayer(str(out), "", "ogr").featureCount() == 134
    with closing(sqlite3.connect(out)) as data:
        assert data.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


METRES = {"type": "Point", "coordinates": [500000, 9790000]}
UTM = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32750"}}


def test_metres_called_degrees_are_refused(run, tmp_path):
    source = tmp_path / "metres.geojson"
    source.write_text(features(METRES, METRES), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="no degrees"):
        run("pull", {"SERVICE": "file", "URL": str(source)})


def test_degrees_called_metres_are_taken_as_degrees_and_it_is_said(run, tmp_path):
    source = tmp_path / "degrees.geojson"
    text = json.loads(features(POINT, {"type": "Point", "coordinates": [0, 0]}, POINT))
    source.write_text(json.dumps({**text, "crs": UTM}), encoding="utf-8")
    result, said = run("pull", {"SERVICE": "file", "URL": str(source)})
    assert result["OUTPUT"].crs().authid() == "EPSG:4326"
    assert provenance_of(result["OUTPUT"]).replaced == "EPSG:4326" and said.warnings


def test_what_is_declared_and_true_is_left_alone(run, tmp_path):
    source = tmp_path / "utm.geojson"
    source.write_text(json.dumps({**json.loads(features(METRES)), "crs": UTM}), encoding="utf-8")
    result, said = run("pull", {"SERVICE": "file", "URL": str(source)})
    assert result["OUTPUT"].crs().authid() == "EPSG:32750" and not said.warnings


@pytest.mark.parametrize("driver", ["XLSX", "ODS"])
def test_a_sheet_of_texts_keeps_its_head(run, tmp_path, driver):
    """The dirtiest sheets are texts throughout, their numbers too."""
    path = tmp_path / f"menara.{driver.lower()}"
    book = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    sheet = book.CreateLayer("menara")
    for name in ("nama", "lon", "lat"):
        sheet.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for cells in (("a", "116,1", "-1,9"), ("b", "-", "")):
        row = ogr.Feature(sheet.GetLayerDefn())
        for at, cell in enumerate(cells):
            row.SetField(at, cell)
        sheet.CreateFeature(row)
    del sheet, book
    result, _ = run("pull", {"SERVICE": "file", "URL": str(path)})
    made = result["OUTPUT"]
    assert [field.name() for field in made.fields()] == ["nama", "lon", "lat"]
    assert result["COUNT"] == made.featureCount() == 2


def test_names_that_a_database_takes_for_one_stay_two(run, tmp_path):
    source = tmp_path / "names.geojson"
    given = {"Nama": "KEEP", "nama": "b", "geom": "teks", "fid": "7a"}
    source.write_text(features(POINT, POINT, **given), encoding="utf-8")
    result, _ = run("pull", {"SERVICE": "file", "URL": str(source)})
    rows = [
        dict(zip(row.fields().names(), row.attributes())) for row in result["OUTPUT"].getFeatures()
    ]
    assert rows[0] == {"n": 0, "Nama": "KEEP", "nama_2": "b", "geom_2": "teks", "fid": "7a"}
    assert [row["n"] for row in rows] == [0, 1]
    assert all(row.geometry().asPoint().x() == 116.1 for row in result["OUTPUT"].getFeatures())


def test_a_shapefile_of_three_parts_is_whole(run, tmp_path):
    """The index of offsets is often forgotten, and the reference system too: that is said."""
    path = tmp_path / "menara.shp"
    driver = ogr.GetDriverByName("ESRI Shapefile")
    made = driver.CreateDataSource(str(path))
    layer = made.CreateLayer("menara", None, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("nama", ogr.OFTString))
    row = ogr.Feature(layer.GetLayerDefn())
    row.SetGeometryDirectly(ogr.CreateGeometryFromWkt("POINT (116.1 -1.9)"))
    layer.CreateFeature(row)
    del row, layer, made
    path.with_suffix(".shx").unlink()
    result, said = run("pull", {"SERVICE": "file", "URL": str(path)})
    assert result["COUNT"] == 1 and not result["OUTPUT"].crs().authid()
    assert any("reference system" in words for words in said.warnings)
    assert not path.with_suffix(".shx").exists()
