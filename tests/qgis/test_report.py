# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's files say what the tables say, all of it, in one language, or none is written."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor, QImage

from blankspot_plugin import paths
from blankspot_plugin.bridge import settings
from blankspot_plugin.bridge.provenance import Provenance
from blankspot_plugin.cartography import palette
from blankspot_plugin.cartography.report import filing
from blankspot_plugin.cartography.report.pages import literal
from blankspot_plugin.core.definitions import Rule
from blankspot_plugin.core.village_status import answered, statuses
from blankspot_plugin.processing.report import ReportAlgorithm
from tests.qgis.helpers import LAT, LON, Said, layer, points, rows, run_alg, square, villages
from tests.qgis.test_language import indonesian  # noqa: F401 - a fixture

XLSX, ODT, PDF, PROFILES, KMZ = range(5)
ODD = 'Desa "A" & <B> [% 1+1 %] Ka’uba Ŋé Ждα'
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def sample(table):
    return f"{paths.sample()}|layername={table}"


@pytest.fixture(scope="module")
def result(provider):
    """The outputs of an analysis of the sample."""
    found, _ = run_alg(
        "analysis",
        {
            "SITES": sample("sites"), "TECHNOLOGY_FIELD": "technology",
            "OPERATOR_FIELD": "operator", "AREAS": sample("areas"), "CODE_FIELD": "code",
            "NAME_FIELD": "name", "WIFI": sample("wifi"), "STATUS_FIELD": "status",
            "SETTLEMENTS": sample("settlements"), "POP_FIELD": "pop",
            "FACILITIES": sample("facilities"), "CENTRES": sample("centres"),
        },
    )  # fmt: skip
    return found


@pytest.fixture(scope="module")
def small(provider):
    """The outputs of an analysis of three villages: covered, and two that are not."""
    areas = villages(3)
    with_odd_name(areas)
    found, _ = run_alg(
        "analysis",
        {
            "SITES": points([(LON + 0.05, LAT + 0.05, "4G")], "tech:string"),
            "TECHNOLOGY_FIELD": "tech", "AREAS": areas, "CODE_FIELD": "code",
            "NAME_FIELD": "name",
            "CENTRES": points([(LON + 0.05 + 0.1 * i, LAT + 0.05) for i in range(3)]),
        },
    )  # fmt: skip
    return found


def with_odd_name(areas):
    (first,) = [one for one in areas.getFeatures() if one["code"].endswith("2001")]
    areas.dataProvider().changeAttributeValues(
        {first.id(): {areas.fields().lookupField("name"): ODD}}
    )


def outputs(found, **more):
    keys = ("STATISTICS", "SUMMARY", "GAPS")
    return {**{key: found[key] for key in keys}, "COVERAGE": found["COVERAGE_OUTPUT"], **more}


def write(tmp_path, formats, feedback=None, **given):
    feedback = feedback or Said()
    algorithm = ReportAlgorithm().create()
    parameters = {"OUTPUT": str(tmp_path / "out"), "FORMATS": formats, "NAME": "report", **given}
    context = QgsProcessingContext()
    fine, message = algorithm.checkParameterValues(parameters, context)
    assert fine, message
    found, fine = algorithm.run(parameters, context, feedback, catchExceptions=False)
    assert fine
    return found, feedback


def pdf_text(path, *options):
    if shutil.which("pdftotext") is None:
        pytest.skip("the text of a PDF is read by pdftotext, which is not installed")
    done = subprocess.run(
        ["pdftotext", *options, str(path), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


def workbook(path):
    """The sheets of a workbook by name; first rows are heads, also where all cells are text."""
    gdal.SetConfigOption("OGR_XLSX_HEADERS", "FORCE")
    book = ogr.Open(str(path))
    sheets = [book.GetLayer(at) for at in range(book.GetLayerCount())]
    found = {sheet.GetName(): Sheet(sheet) for sheet in sheets}
    gdal.SetConfigOption("OGR_XLSX_HEADERS", None)
    return found


class Sheet(list):
    """Rows as dictionaries, and the heads."""

    def __init__(self, made):
        super().__init__(one.items() for one in made)
        self.heads = [field.GetName() for field in made.schema]


def placemarks(path):
    """The folders of a KMZ by name: name, kind and fields of each placemark."""
    places = ogr.Open(str(path))
    folders = [places.GetLayer(at) for at in range(places.GetLayerCount())]
    return {
        folder.GetName(): [(one["Name"], one.GetGeometryRef().GetGeometryName()) for one in folder]
        for folder in folders
    }


def flat(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def report(result, tmp_path_factory):
    """The report of the sample, all but the profiles."""
    more = {"SITES": sample("sites"), "WIFI": sample("wifi"), "FACILITIES": sample("facilities")}
    found, said = write(
        tmp_path_factory.mktemp("report"), [XLSX, ODT, PDF, KMZ], REGION="Kabupaten Contoh",
        **outputs(result, BEFORE=result["STATISTICS"], **more),
    )  # fmt: skip
    return found


def test_the_spreadsheet_holds_typed_cells_a_sheet_a_table(report, result):
    sheets = workbook(report["XLSX"])
    assert list(sheets) == [
        "Definition and sources", "Villages by kecamatan", "Villages by definition", "Villages",
        "Facilities", "Without a signal", "What has changed", "Data sources", "What was read",
        "Service radii",
    ]  # fmt: skip
    first = {one["Item"]: one["Words"] for one in sheets["Definition and sources"]}
    assert "90 % of its settlements" in first["Definition"]
    assert first["Wi-Fi"].startswith("Public Wi-Fi does not count")
    assert first["Villages blank"].endswith("of 144")
    table = {one["Code"]: one for one in sheets["Villages"]}
    told = {row["code"]: row for row in rows(result["STATISTICS"])}
    assert table.keys() == told.keys()
    for code, row in told.items():
        assert table[code]["Village"] == row["name"]
        assert table[code]["People"] == round(row["pop"])
        assert table[code]["Settlement covered (%)"] == pytest.approx(row["set_pct"], abs=0.051)


def test_codes_are_text_and_figures_numbers_in_the_file_itself(report):
    with zipfile.ZipFile(report["XLSX"]) as parts:
        sheet = parts.read("xl/worksheets/sheet4.xml").decode()
        words = parts.read("xl/sharedStrings.xml").decode()
    assert "99.01.01.1001" in words
    assert "99.01.01.1001" not in sheet
    cells = re.findall(r'<c r="([A-Z]+)\d+"([^>]*)>', sheet)
    kinds = {"s" if 't="s"' in rest else "n" for column, rest in cells[20:] if column == "A"}
    assert kinds == {"s"}
    assert any("t=" not in rest for _, rest in cells[20:])


def test_the_letter_has_headings_tables_with_heads_and_charts(report, result):
    with zipfile.ZipFile(report["ODT"]) as parts:
        first = parts.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert parts.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        names = parts.namelist()
        manifest = parts.read("META-INF/manifest.xml").decode()
        body = ElementTree.fromstring(parts.read("content.xml"))
        ElementTree.fromstring(parts.read("styles.xml"))
        charts = [name for name in names if name.startswith("Pictures/")]
        assert all(QImage.fromData(parts.read(name)).width() > 1000 for name in charts)
    assert len(charts) == 2
    assert all(name in manifest for name in charts)
    headings = [one.text for one in body.iter(f"{TEXT}h")]
    assert headings[:3] == [
        "Report on mobile service and blank spots", "Villages by kecamatan",
        "Villages by definition",
    ]  # fmt: skip
    tables = list(body.iter(f"{TABLE}table"))
    assert all(table.find(f"{TABLE}table-header-rows") is not None for table in tables)
    words = {"".join(one.itertext()) for one in body.iter(f"{TEXT}p")}
    assert {row["name"] for row in rows(result["STATISTICS"])} <= words
    assert {row["code"] for row in rows(result["STATISTICS"])} <= words


def test_the_pdf_holds_every_element_as_text(report, result):
    text = flat(pdf_text(report["PDF"]))
    for words in (
        "Report on mobile service and blank spots", "Kabupaten Contoh", "Villages blank",
        "90 % of its settlements", "Wi-Fi does not count.", "Contents", "Map", "Scale 1:",
        "SRGI2013 / UTM zone 50S", "Villages by kecamatan", "Villages by definition",
        "Villages by status", "Facilities in blank spots", "sekolah", "What has changed",
        "Still blank", "Method and sources", "Thresholds", "Data sources", "Service radii",
        "Village boundaries are indicative", "computed on the ellipsoid",
    ):  # fmt: skip
        assert words in text, words
    for row in rows(result["STATISTICS"]):
        assert row["code"] in text
        assert row["name"] in text


def test_pages_are_numbered_and_heads_repeated(report):
    pages = pdf_text(report["PDF"], "-layout").split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        if re.search(r"^ *\d+ +99\.01\.\d\d\.\d{4} ", page, re.MULTILINE):
            assert re.search(r"No\. +Code +(Village|Facility)", page)
    # What the list of contents says is where things are.
    for title, number in re.findall(r"^ *([A-Z][^\n]*?) {3,}(\d+)$", pages[0], re.MULTILINE):
        assert title in pages[int(number) - 1], title


def test_the_map_in_the_pdf_lies_on_the_ground(report, result):
    source = gdal.Open(f"PDF:2:{report['PDF']}")
    left, across, _, top, _, down = source.GetGeoTransform()
    crs = QgsCoordinateReferenceSystem.fromWkt(source.GetProjection())
    onto = QgsCoordinateTransform(result["STATISTICS"].crs(), crs, QgsProject.instance())
    box = onto.transformBoundingBox(result["STATISTICS"].extent())
    frame = source.GetMetadataItem("NEATLINE")
    xs, ys = zip(*(map(float, pair.split()) for pair in re.findall(r"[-\d.]+ [-\d.]+", frame)))
    assert min(xs) < box.xMinimum() and box.xMaximum() < max(xs)
    assert min(ys) < box.yMinimum() and box.yMaximum() < max(ys)
    # The scale printed is the one on the ground.
    printed = re.search(r"Scale 1:([\d,]+)", pdf_text(report["PDF"]))[1]
    metres = int(printed.replace(",", "")) * 0.210 / source.RasterXSize
    assert across == pytest.approx(metres, rel=0.01)
    # Villages of a colour lie where their polygons are.
    image = QImage(source.RasterXSize, source.RasterYSize, QImage.Format.Format_RGB32)
    bands = [source.GetRasterBand(at).ReadAsArray() for at in (1, 2, 3)]
    del image
    hits = {"blank": 0, "covered": 0}
    fills = {"blank": QColor(palette.BLANK), "covered": QColor(palette.COVERED)}
    for feature in result["STATISTICS"].getFeatures():
        status = feature["status"]
        point = onto.transform(feature.geometry().pointOnSurface().asPoint())
        if status not in fills:
            continue
        column, row = int((point.x() - left) / across), int((point.y() - top) / down)
        near = [
            tuple(int(band[row + dy, column + dx]) for band in bands)
            for dx in range(-3, 4) for dy in range(-3, 4)
        ]  # fmt: skip
        fill = fills[status]
        hits[status] += any(
            abs(r - fill.red()) + abs(g - fill.green()) + abs(b - fill.blue()) < 12
            for r, g, b in near
        )
    assert hits["blank"] > 15
    assert hits["covered"] > 25


def test_the_kmz_has_villages_by_status_gaps_and_sites(report, result):
    layers = placemarks(report["KMZ"])
    told = rows(result["STATISTICS"])
    for status, title in (("blank", "Blank"), ("weak", "Weak"), ("covered", "Covered")):
        names = sorted(row["name"] for row in told if row["status"] == status)
        assert sorted(name for name, _ in layers[title]) == names
    gaps = len(layers["Blank spot areas"]) + len(layers["Weak signal areas"])
    assert gaps == result["GAPS"].featureCount()
    assert len(layers["Base stations (BTS)"]) == 134
    assert {kind for _, kind in layers["Public Wi-Fi points"]} == {"POINT"}
    with zipfile.ZipFile(report["KMZ"]) as parts:
        document = parts.read("doc.kml").decode()
        icons = set(re.findall(r"<href>(.*?)</href>", document))
        assert icons <= set(parts.namelist())
    red, green, blue = palette.BLANK[1:3], palette.BLANK[3:5], palette.BLANK[5:7]
    assert f"{blue}{green}{red}</color></PolyStyle>".lower() in document.lower()
    assert "<value>99.01.01.1001</value>" in document


def test_each_profile_shows_its_own_village(small, tmp_path):
    found, _ = write(
        tmp_path,
        [PROFILES],
        **outputs(small, BEFORE=small["STATISTICS"], SITES=points([(LON, LAT)])),
    )
    pages = [flat(page) for page in pdf_text(found["PROFILES"]).split("\f")[:-1]]
    told = sorted(rows(small["STATISTICS"]), key=lambda row: row["code"])
    assert len(pages) == len(told) == 3
    words = {"covered": "Covered", "blank": "Blank"}
    for number, (page, row) in enumerate(zip(pages, told), 1):
        others = [one["code"] for one in told if one is not row]
        assert f"Code {row['code']}" in page
        assert not any(code in page for code in others)
        assert row["name"] in page
        assert f"Page {number} of 3" in page
        assert re.search(rf"Nearest tower.* {row['near_m']:,.0f} ?m ", page)
        assert page.count(words[row["status"]]) >= 2
        assert "Village office (used here)" in page
    assert "Still blank: Blank before, Blank now." in pages[1]
    assert "No change of status" in pages[0]


def test_each_profile_shows_the_ground_of_its_village(small, tmp_path):
    if shutil.which("pdftoppm") is None:
        pytest.skip("the PDF is drawn by pdftoppm, which is not installed")
    found, _ = write(tmp_path, [PROFILES], **outputs(small))
    subprocess.run(
        ["pdftoppm", "-r", "50", "-png", found["PROFILES"], str(tmp_path / "p")], check=True
    )
    for number, fill in ((1, palette.COVERED), (2, palette.BLANK)):
        image = QImage(str(tmp_path / f"p-{number}.png"))
        # The middle of the large map, which the village fills.
        x, y = (round(mm / 25.4 * 50) for mm in (50, 125))
        colours = [image.pixelColor(x + dx, y + dy) for dx in range(-9, 10) for dy in range(-9, 10)]
        wanted = QColor(fill)
        assert any(abs(one.red() - wanted.red()) + abs(one.blue() - wanted.blue()) < 24
                   for one in colours)  # fmt: skip


def test_a_name_of_any_characters_is_printed_as_it_is(small, tmp_path):
    found, _ = write(tmp_path, [XLSX, ODT, PDF, PROFILES, KMZ], **outputs(small))
    assert ODD in flat(pdf_text(found["PDF"]))
    assert ODD in flat(pdf_text(found["PROFILES"]))
    assert ODD in {one["Village"] for one in workbook(found["XLSX"])["Villages"]}
    with zipfile.ZipFile(found["ODT"]) as parts:
        body = ElementTree.fromstring(parts.read("content.xml"))
    assert ODD in {"".join(one.itertext()) for one in body.iter(f"{TEXT}p")}
    with zipfile.ZipFile(found["KMZ"]) as parts:
        document = ElementTree.fromstring(parts.read("doc.kml"))
    assert ODD in {one.text for one in document.iter("{http://www.opengis.net/kml/2.2}name")}


def test_what_looks_like_an_expression_is_none():
    assert literal("a [% 1 %]") == "a [% '[' || '%' %] 1 %]"
    assert literal("100 %]") == "100 %]"


def test_what_is_not_known_is_a_dash_and_no_zero(small, tmp_path):
    found, _ = write(tmp_path, [PROFILES, XLSX], **outputs(small))
    page = pdf_text(found["PROFILES"], "-layout").split("\f")[0]
    assert re.search(r"People +–", page)
    assert re.search(r"Facilities in blank spots +–", page)
    assert not re.search(r"People +0", page)
    names = workbook(found["XLSX"])["Villages"].heads
    assert "People" not in names


def test_an_empty_table_is_a_sentence(small, tmp_path):
    found, _ = write(tmp_path, [XLSX, ODT, PDF], **outputs(small))
    sentences = [
        "No facilities were given.",
        "There is no earlier result to compare with.",
        "No layer tells where it was pulled from: they were files or open layers.",
    ]
    text = flat(pdf_text(found["PDF"]))
    with zipfile.ZipFile(found["ODT"]) as parts:
        letter = parts.read("content.xml").decode()
    sheets = workbook(found["XLSX"]).values()
    cells = [cell for sheet in sheets for row in sheet for cell in row.values()]
    for sentence in sentences:
        assert sentence in text
        assert sentence in letter
        assert sentence in cells


def test_a_table_without_villages_is_reported_as_such(small, tmp_path):
    fields = "code:string name:string cell_stat:string status:string"
    nobody = layer("Polygon", [], fields)
    found, said = write(tmp_path, [XLSX, ODT, PDF, PROFILES, KMZ], STATISTICS=nobody)
    assert "PROFILES" not in found
    assert "The table of villages is empty." in flat(pdf_text(found["PDF"]))
    unknown = layer("Polygon", [(None, ("1", "Desa", None, None))], fields)
    found, said = write(tmp_path / "one", [XLSX, PDF, KMZ], STATISTICS=unknown)
    (row,) = workbook(found["XLSX"])["Villages"]
    assert row["Status"] == "Not known"


def test_each_village_s_statuses_add_up_to_the_summary(result):
    told = rows(result["STATISTICS"])
    found = statuses(told, answered(told), Rule())
    counted = {row["definition"]: row for row in rows(result["SUMMARY"]) if not row["wifi_counts"]}
    assert found.keys() == counted.keys()
    for name, column in found.items():
        for word in ("covered", "weak", "blank"):
            assert column.count(word) == counted[name][word], (name, word)


def test_facilities_by_kind_add_up_to_the_table(report, result):
    told = rows(result["STATISTICS"])
    *kinds, total = workbook(report["XLSX"])["Facilities"]
    assert total["Kind"] == "Total"
    assert total["Facilities"] == sum(row["fac"] for row in told)
    assert total["In blank spots"] == sum(row["fac_blank"] for row in told)
    assert sum(one["In blank spots"] for one in kinds) == total["In blank spots"]
    each = workbook(report["XLSX"])["Without a signal"]
    assert len(each) == total["In blank spots"]


def test_gaps_tell_the_same_of_facilities_as_coverage(result, tmp_path):
    tables = []
    for key in ("GAPS", "COVERAGE"):
        given = outputs(result, FACILITIES=sample("facilities"))
        found, _ = write(
            tmp_path / key, [XLSX], STATISTICS=given["STATISTICS"], **{key: given[key]},
            FACILITIES=given["FACILITIES"],
        )  # fmt: skip
        tables.append(workbook(found["XLSX"])["Facilities"])
    assert tables[0] == tables[1]


def test_what_has_changed_since_an_earlier_result(small, tmp_path):
    before = small["STATISTICS"].clone()
    features = [one for one in before.getFeatures()]
    made = layer(
        "Polygon",
        [(one.geometry(), (one["code"], "covered" if at else "blank"))
         for at, one in enumerate(features)],
        "code:string status:string",
    )  # fmt: skip
    found, _ = write(tmp_path, [XLSX], **outputs(small, BEFORE=made))
    sheet = workbook(found["XLSX"])["What has changed"]
    told = {one["Code"]: (one["Change"], one["Before"], one["Now"]) for one in sheet}
    assert told == {
        "99.01.01.2001": ("Solved", "Blank", "Covered"),
        "99.01.01.2002": ("New blank spot", "Covered", "Blank"),
        "99.01.01.2003": ("New blank spot", "Covered", "Blank"),
    }


def test_sources_are_told_with_their_dates_and_what_is_missing(small, tmp_path):
    source = Provenance(
        service="wfs", url="https://geoportal.example/ows", layer="bts:menara", extent=None,
        filter="", crs="EPSG:4326", time="2026-11-23T02:03:04+00:00", received=90, announced=139,
        kept=90, sha256="", seconds=1.0, swapped=False, version="1", assumed={"4G": 7},
    )  # fmt: skip
    sites = points([(LON, LAT)])
    metadata = sites.metadata()
    told = json.dumps({"pull": source.as_dict()})
    metadata.setHistory([f"blankspot-manifest {told}"])
    sites.setMetadata(metadata)
    found, _ = write(tmp_path, [XLSX, PDF, ODT], **outputs(small, SITES=sites))
    (row,) = workbook(found["XLSX"])["Data sources"]
    assert row == {
        "Layer": "bts:menara", "From": "https://geoportal.example/ows", "Date": "2026/11/23",
        "Features": 90, "Announced": 139, "Complete": "INCOMPLETE",
    }  # fmt: skip
    text = flat(pdf_text(found["PDF"]))
    assert "23 November 2026" in text
    assert "INCOMPLETE" in text
    assert "7 towers without a technology were assumed to have 4G." in text


def test_the_same_definition_said_in_another_language_is_the_same(small, tmp_path):
    before = small["STATISTICS"].clone()
    metadata = before.metadata()
    told = [entry.replace("A village has", "Desa/kelurahan mempunyai")
            for entry in metadata.history()]  # fmt: skip
    metadata.setHistory(told)
    before.setMetadata(metadata)
    found, _ = write(tmp_path, [XLSX], **outputs(small, BEFORE=before))
    words = [row["Words"] for row in workbook(found["XLSX"])["Definition and sources"]]
    assert "0 new blank spots, 0 solved, 0 weaker, 0 better, 2 still blank." in words
    assert not any("mempunyai" in word for word in words)


def test_it_is_a_step_of_a_model(provider, tmp_path):
    model = QgsProcessingModelAlgorithm("m", "m", "m")
    source = QgsProcessingModelChildParameterSource.fromStaticValue
    first = QgsProcessingModelChildAlgorithm("blankspot:analysis")
    first.setChildId("a")
    centres = points([(LON + 0.05 + 0.1 * i, LAT + 0.05) for i in range(3)])
    QgsProject.instance().addMapLayers([centres], False)
    areas = villages(3)
    QgsProject.instance().addMapLayers([areas], False)
    given = {"SITES": centres.id(), "AREAS": areas.id(), "CODE_FIELD": "code",
             "NAME_FIELD": "name"}  # fmt: skip
    for key, value in given.items():
        first.addParameterSources(key, [source(value)])
    model.addChildAlgorithm(first)
    second = QgsProcessingModelChildAlgorithm("blankspot:report")
    second.setChildId("b")
    output = QgsProcessingModelChildParameterSource.fromChildOutput
    second.addParameterSources("STATISTICS", [output("a", "STATISTICS")])
    second.addParameterSources("GAPS", [output("a", "GAPS")])
    for key, value in {"OUTPUT": str(tmp_path), "NAME": "r", "FORMATS": [0, 2, 3]}.items():
        second.addParameterSources(key, [source(value)])
    model.addChildAlgorithm(second)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    try:
        found, fine = model.run({}, context, Said(), catchExceptions=False)
    finally:
        QgsProject.instance().removeMapLayers([centres.id(), areas.id()])
    assert fine
    assert {path.name for path in tmp_path.iterdir()} == {"r.xlsx", "r.pdf", "r-profiles.pdf"}


def test_statistics_without_shapes_take_those_of_the_areas(small, tmp_path):
    bare = layer(
        "None", [(None, [row[name] for name in ("code", "name", "cell_stat", "status")])
                 for row in rows(small["STATISTICS"])],
        "code:string name:string cell_stat:string status:string",
    )  # fmt: skip
    areas = layer(
        "Polygon",
        [(square(LON + i * 0.1, LAT, 0.1), (f"9901012{1 + i:03d}",)) for i in range(3)],
        "kode:string",
    )
    found, _ = write(
        tmp_path, [PROFILES, PDF, KMZ], STATISTICS=bare, AREAS=areas, CODE_FIELD="kode"
    )
    assert pdf_text(found["PROFILES"]).count("Village profile") == 3
    assert "Scale 1:" in pdf_text(found["PDF"])
    assert len(placemarks(found["KMZ"])["Blank"]) == 2
    found, said = write(tmp_path / "none", [PROFILES, PDF], STATISTICS=bare)
    assert "PROFILES" not in found
    assert "there are no profiles" in said.text
    assert "Scale 1:" not in pdf_text(found["PDF"])


def test_a_letterhead_and_signatures_are_printed(small, tmp_path, monkeypatch):
    office = settings.Settings(
        office="DINAS CONTOH", regency="PEMERINTAH KABUPATEN CONTOH", address="Jalan Contoh 1",
        signatories=(
            settings.Signatory("Kepala Dinas", "NAMA SATU", "Pembina", "1970"),
            settings.Signatory("Bupati", "NAMA DUA"),
        ),
    )  # fmt: skip
    monkeypatch.setattr(settings, "read", lambda: office)
    found, _ = write(tmp_path, [PDF, ODT], **outputs(small))
    text = flat(pdf_text(found["PDF"]))
    with zipfile.ZipFile(found["ODT"]) as parts:
        letter = parts.read("content.xml").decode()
    for words in ("DINAS CONTOH", "PEMERINTAH KABUPATEN CONTOH", "Jalan Contoh 1", "Kepala Dinas",
                  "NAMA SATU", "Pembina", "NIP 1970", "Acknowledged by", "NAMA DUA"):  # fmt: skip
        assert words in text
        assert words in letter


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"STATISTICS": None}, "(STATISTICS) is missing"),
        ({"STATISTICS": "/nowhere.gpkg"}, "(STATISTICS) could not be read"),
        ({"STATISTICS": "areas"}, "is no STATISTICS of an analysis, for it has no field"),
        ({"BEFORE": "areas"}, "(BEFORE) is no STATISTICS of an analysis"),
        ({"SUMMARY": "areas"}, "(SUMMARY) is no SUMMARY of an analysis"),
        ({"GAPS": "areas"}, "(GAPS) is no GAPS of an analysis"),
        ({"SITES": "areas"}, "(SITES) must be a layer of points"),
        ({"AREAS": "sites"}, "(AREAS) must be a layer of polygons"),
        ({"MAP_LAYERS": ["/nowhere.gpkg"]}, "/nowhere.gpkg could not be read"),
        ({"FACILITIES": "facilities", "KIND_FIELD": "no"}, "there is no field “no”"),
        ({"FORMATS": []}, "choose at least one file"),
        ({"NAME": "a/b"}, "plain file name"),
        ({"OUTPUT": __file__ + "/below"}, "may write to"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(small, tmp_path, change, words):
    changed = {
        key: sample(value) if value in ("areas", "sites", "facilities") else value
        for key, value in change.items()
    }
    parameters = {
        **outputs(small), "OUTPUT": str(tmp_path), "NAME": "report", "FORMATS": [XLSX], **changed,
    }  # fmt: skip
    fine, message = (
        ReportAlgorithm().create().checkParameterValues(parameters, QgsProcessingContext())
    )
    assert not fine
    assert words in message
    assert "\n" not in message


def test_a_layer_without_crs_is_refused(small, tmp_path):
    lost = layer("Point", [("POINT(1 1)", ())], crs="")
    parameters = {**outputs(small), "SITES": lost, "OUTPUT": str(tmp_path), "NAME": "r"}
    _, message = ReportAlgorithm().create().checkParameterValues(parameters, QgsProcessingContext())
    assert "(SITES) has no coordinate reference system" in message


def test_a_file_that_is_open_elsewhere_leaves_all_as_it_was(small, tmp_path, monkeypatch):
    folder = tmp_path / "out"
    folder.mkdir()
    for ending in ("xlsx", "odt", "kmz"):
        (folder / f"report.{ending}").write_text(f"old {ending}")
    replace = filing.os.replace

    def locked(start, end):
        # Windows refuses to move a file that is open.
        if Path(start) == folder / "report.odt":
            raise PermissionError(13, "in use")
        replace(start, end)

    monkeypatch.setattr(filing.os, "replace", locked)
    with pytest.raises(
        QgsProcessingException, match=r"report\.odt could not be written \(in use\)"
    ):
        write(tmp_path, [XLSX, ODT, KMZ], **outputs(small))
    left = {path.name: path.read_text() for path in folder.iterdir()}
    assert left == {f"report.{one}": f"old {one}" for one in ("xlsx", "odt", "kmz")}


def test_a_folder_of_the_same_name_is_left_alone(small, tmp_path):
    (tmp_path / "out" / "report.odt").mkdir(parents=True)
    with pytest.raises(QgsProcessingException, match=r"report\.odt could not be written"):
        write(tmp_path, [XLSX, ODT], **outputs(small))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report.odt"]


def test_earlier_files_are_replaced(small, tmp_path):
    for _ in range(2):
        found, _ = write(tmp_path, [XLSX, ODT], **outputs(small))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "report.odt", "report.xlsx",
    ]  # fmt: skip


class CancelAt(Said):
    """Feedback that is cancelled when the progress gets this far."""

    def __init__(self, percent):
        super().__init__()
        self.progressChanged.connect(lambda now: now >= percent and self.cancel())


@pytest.mark.parametrize("percent", [5, 25, 60])
def test_a_cancelled_report_leaves_nothing(small, tmp_path, percent):
    with pytest.raises(QgsProcessingException, match="Stopped at your request"):
        write(tmp_path, [XLSX, PDF, PROFILES, KMZ], CancelAt(percent), **outputs(small))
    assert not (tmp_path / "out").exists()


def test_it_runs_in_another_thread_as_models_of_older_qgis_have_it(small, tmp_path):
    given = {key: saved(value, tmp_path / f"{key}.gpkg") for key, value in outputs(small).items()}
    found = []

    def work(task):
        try:
            found.append(write(tmp_path, [XLSX, ODT, PDF, PROFILES, KMZ], **given)[0])
        except Exception as error:
            found.append(error)

    task = QgsTask.fromFunction("report", work)
    QgsApplication.taskManager().addTask(task)
    while not found:
        QCoreApplication.processEvents()
    assert isinstance(found[0], dict), found[0]
    assert all(Path(found[0][key]).stat().st_size for key in ("XLSX", "ODT", "PDF", "KMZ"))
    assert ODD in flat(pdf_text(found[0]["PROFILES"]))


def saved(made, path):
    from qgis.core import QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), context, options)
    return str(path)


def test_the_open_project_is_not_touched(small, tmp_path):
    before = set(QgsProject.instance().mapLayers())
    write(tmp_path, [PDF, PROFILES], **outputs(small))
    assert set(QgsProject.instance().mapLayers()) == before
    assert not QgsProject.instance().layoutManager().layouts()


def test_a_child_of_a_model_is_refused_too(tmp_path):
    feedback = Said()
    parameters = {"STATISTICS": villages(), "OUTPUT": str(tmp_path), "NAME": "r"}
    assert not ReportAlgorithm().create().prepare(parameters, QgsProcessingContext(), feedback)
    assert not list(tmp_path.iterdir())


def translated():
    """English texts that have an Indonesian one, long enough not to be a part of another."""
    (file,) = (Path(__file__).parents[2] / "i18n").glob("*_id.ts")
    for message in ElementTree.parse(file).iter("message"):
        source, words = message.findtext("source"), message.findtext("translation")
        if words and words != source and len(source) > 12 and "{" not in source:
            yield source


def test_the_report_speaks_one_language(small, result, tmp_path, indonesian):  # noqa: F811
    found, _ = write(
        tmp_path, [XLSX, ODT, PDF, PROFILES, KMZ], REGION="Kabupaten Contoh", TITLE="Laporan",
        **outputs(small, BEFORE=small["STATISTICS"], SITES=points([(LON, LAT)])),
    )  # fmt: skip
    with zipfile.ZipFile(found["ODT"]) as parts:
        body = ElementTree.fromstring(parts.read("content.xml"))
    with zipfile.ZipFile(found["KMZ"]) as parts:
        places = parts.read("doc.kml").decode()
    sheets = workbook(found["XLSX"])
    cells = [[*sheet.heads, *(str(cell) for row in sheet for cell in row.values())]
             for sheet in sheets.values()]  # fmt: skip
    texts = {
        "pdf": pdf_text(found["PDF"]),
        "profiles": pdf_text(found["PROFILES"]),
        "odt": " ".join(body.itertext()),
        "kmz": places,
        "xlsx": " ".join(word for sheet in cells for word in sheet),
    }
    for where, text in texts.items():
        text = flat(text)
        assert "Desa/kelurahan mempunyai kelas sinyal" in text or "Wi-Fi tidak dihitung" in text
        assert "indikatif, bukan acuan resmi" in text, where
        left = [words for words in translated() if re.search(rf"\b{re.escape(words)}\b", text)]
        assert left == [], where
    assert re.search(r"Skala 1:\d+\.000", texts["pdf"])
    assert "123,03 km²" in flat(texts["profiles"])
    assert "11.1" in texts["profiles"]


def test_real_villages_of_paser(provider, shared_data, tmp_path):
    from tests.qgis.helpers import geonames

    areas = QgsVectorLayer(
        str(shared_data / "paser_batas_kemendagri" / "paser_desa.geojson"), "desa"
    )
    found, _ = run_alg(
        "analysis",
        {"SITES": geonames(shared_data), "AREAS": areas, "CODE_FIELD": "kode",
         "NAME_FIELD": "nama", "RADIUS": 8000, "DEFINITION": "area"},
    )  # fmt: skip
    written, _ = write(
        tmp_path,
        [XLSX, PDF, KMZ],
        REGION="Kabupaten Paser",
        **outputs(found, SITES=geonames(shared_data)),
    )
    text = flat(pdf_text(written["PDF"]))
    told = rows(found["STATISTICS"])
    assert len(told) == 144
    assert all(row["code"] in text and flat(row["name"]) in text for row in told)
    # The kecamatan of the codes: there is no field of their names.
    sheet = workbook(written["XLSX"])["Villages by kecamatan"]
    codes = [one["Code"] for one in sheet]
    assert codes == [*(f"64.01.{n:02d}" for n in range(1, 11)), None]
    assert "its area" in text
    (radius,) = workbook(written["XLSX"])["Service radii"]
    assert (radius["Technology"], radius["Covered to (m)"]) == ("Technology not known", 8000)
