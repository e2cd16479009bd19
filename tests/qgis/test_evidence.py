# SPDX-License-Identifier: GPL-2.0-or-later
"""``evidence``: three kinds of statements beside one another, none overwritten."""

from __future__ import annotations

import pytest
from osgeo import ogr
from qgis.core import QgsApplication, QgsProcessingContext

from tests.qgis.helpers import LAT, LON, layer, points, rows, square, villages
from tests.qgis.sample_copy import copied, sample

REPORT = "id:string kode_desa:string kelas:string dbm:double sumber:string tanggal:string"


def statistics(*statuses, fields="code:string name:string cell_stat:string status:string"):
    return layer(
        "Polygon",
        [
            (square(LON + at * 0.1, LAT), (f"99.01.01.{2001 + at}", f"Desa {at + 1}", word, "weak"))
            for at, word in enumerate(statuses)
        ],
        fields,
    )


def asked(reports, **more):
    return {"REPORTS": reports, "STATISTICS": statistics("covered", "weak", "blank"), **more}


def table(*told):
    return layer("None", [(None, row) for row in told], REPORT)


def test_reports_of_a_table_are_held_against_their_village(run):
    reports = table(
        ("R1", "9901012001", "tidak ada", None, "Podes 2024", "1/5/2024"),
        ("R2", "99.01.01.2001", "kuat", None, "Camat", None),
        ("R3", "99.01.01.2003", "lemah", None, "Desa", None),
    )
    result, said = run("evidence", asked(reports))
    made = {row["report_id"]: row for row in rows(result["OUTPUT"])}
    first = made["R1"]
    assert (first["rep_class"], first["comp_class"], first["comp_from"]) == (
        "blank", "covered", "village",
    )  # fmt: skip
    assert (first["verdict"], first["why"]) == ("opposite", "reported blank, computed covered")
    assert (first["date"], first["source"], first["kind"]) == (
        "2024-05-01", "Podes 2024", "reported",
    )  # fmt: skip
    assert [made[name]["verdict"] for name in ("R2", "R3")] == ["agrees", "differs"]
    # As it was written stays beside it.
    assert first["said"] == first["kelas"] == "tidak ada"
    assert [result[f"N_{word}"] for word in ("REPORTS", "AGREES", "DIFFERS", "OPPOSITE")] == [
        3, 1, 1, 1,
    ]  # fmt: skip
    assert "BIAS_DB" not in result
    conflicts = list(result["CONFLICTS"].getFeatures())
    assert [(f["report_id"], f["placed"]) for f in conflicts] == [
        ("R1", "village"), ("R3", "village"),
    ]  # fmt: skip
    # A report without a point lies in its village.
    village = next(iter(statistics("covered").getFeatures())).geometry()
    assert village.contains(conflicts[0].geometry())
    assert "1 say the opposite" in said.text


def test_with_coverage_the_class_is_that_of_the_point(run):
    reports = points([(LON + 0.01, LAT + 0.01, "lemah"), (LON + 0.09, LAT + 0.05, "lemah"),
                      (LON + 0.05, LAT + 0.05, "lemah")], "class:string")  # fmt: skip
    cover = layer(
        "Polygon",
        [(square(LON, LAT, 0.02), ("covered", "cellular", None)),
         (square(LON, LAT, 0.06), ("weak", "cellular", None)),
         (square(LON + 0.08, LAT, 0.06), ("covered", "wifi", None)),
         (square(LON + 0.08, LAT, 0.06), ("covered", "cellular", "declared"))],
        "class:string tier:string grp:string",
    )  # fmt: skip
    result, _ = run("evidence", asked(reports, COVERAGE=[cover]))
    made = rows(result["OUTPUT"])
    assert [row["comp_class"] for row in made] == ["covered", "blank", "weak"]
    assert {row["comp_from"] for row in made} == {"point"}
    # What operators declare is neither Wi-Fi nor computed.
    assert [row["decl_class"] for row in made] == ["blank", "covered", "blank"]


def test_without_any_declared_polygon_nothing_is_declared(run):
    reports = points([(LON + 0.05, LAT + 0.05, "lemah")], "class:string")
    cover = layer("Polygon", [(square(LON, LAT), ("covered",))], "class:string")
    result, _ = run("evidence", asked(reports, COVERAGE=[cover]))
    (row,) = rows(result["OUTPUT"])
    assert (row["comp_class"], row["decl_class"]) == ("covered", None)
    result, _ = run("evidence", asked(reports, DECLARED=[cover]))
    (row,) = rows(result["OUTPUT"])
    assert (row["comp_class"], row["comp_from"], row["decl_class"]) == (
        "covered", "village", "covered",
    )  # fmt: skip


def test_measured_levels_have_a_bias_and_stay_apart(run):
    reports = points(
        [(LON + 0.05, LAT + 0.05, None, -100.0, -90.0, "HP"),
         (LON + 0.15, LAT + 0.05, "kuat", -110.0, -108.0, "HP"),
         (LON + 0.25, LAT + 0.05, "lemah", None, -120.0, "Desa")],
        "class:string dbm:double prediksi:double source:string",
    )  # fmt: skip
    result, _ = run("evidence", asked(reports))
    made = rows(result["OUTPUT"])
    assert [row["kind"] for row in made] == ["measured", "measured", "reported"]
    # The level goes before the word of the same row; both are kept.
    assert (made[1]["rep_class"], made[1]["meas_class"]) == ("covered", "weak")
    assert [row["verdict"] for row in made] == ["agrees", "agrees", "differs"]
    assert (result["N_MEASURED"], result["BIAS_DB"]) == (2, 6.0)
    assert result["SIGMA_DB"] == pytest.approx(5.656854)
    assert [row["diff_db"] for row in made] == [10.0, 2.0, None]
    assert [row["dbm"] for row in rows(result["MEASURED"])] == [-100.0, -110.0]
    assert [(row["source"], row["pairs"]) for row in rows(result["LEVELS"])] == [
        (None, 2), ("HP", 2),
    ]  # fmt: skip


def test_a_raster_tells_the_predicted_level(run, tmp_path):
    from osgeo import gdal, osr

    path = str(tmp_path / "signal.tif")
    made = gdal.GetDriverByName("GTiff").Create(path, 3, 1, 1, gdal.GDT_Float32)
    made.SetGeoTransform((LON, 0.1, 0, LAT + 0.1, 0, -0.1))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    made.SetProjection(reference.ExportToWkt())
    import numpy as np

    made.GetRasterBand(1).WriteArray(np.array([[-95.0, -112.0, -9999.0]]))
    made.GetRasterBand(1).SetNoDataValue(-9999)
    del made
    reports = points([(LON + 0.05 + at * 0.1, LAT + 0.05, -100.0) for at in range(3)], "dbm:double")
    result, _ = run("evidence", asked(reports, SIGNAL=path))
    assert [row["pred_dbm"] for row in rows(result["OUTPUT"])] == [-95.0, -112.0, None]
    assert (result["N_MEASURED"], result["BIAS_DB"]) == (2, -3.5)


def test_the_matrix_counts_every_report(run):
    reports = table(
        ("1", "9901012001", "tidak ada", None, "A", None),
        ("2", "9901012001", "kuat", None, "B", None),
        ("3", "9901012003", "?", None, "B", None),
    )
    result, _ = run("evidence", asked(reports))
    made = rows(result["MATRIX"])
    whole = [row for row in made if row["kind"] == "all"]
    assert sum(row["total"] for row in whole) == 3
    (blank,) = [row for row in whole if row["said"] == "blank"]
    assert (blank["covered"], blank["total"]) == (1, 1)
    assert [row["source"] for row in made[8::4]] == ["A", "B"]


def test_what_is_wrong_is_listed_with_its_row(run):
    reports = table(
        ("R1", "99.99.99.9999", "kuat", None, "A", None),
        ("R2", "9901012001", "entahlah", None, "A", "kemarin"),
        ("R3", "9901012001", None, None, "A", None),
        ("R4", None, "kuat", None, "A", None),
    )
    result, said = run("evidence", asked(reports))
    listed = sorted((row["row"], row["issue"]) for row in rows(result["ISSUES"]))
    assert listed == [
        ("R1", "village"), ("R2", "date"), ("R2", "word"), ("R3", "empty"), ("R4", "no_place"),
    ]  # fmt: skip
    # Nothing is dropped for it.
    assert len(rows(result["OUTPUT"])) == 4
    assert result["N_UNKNOWN"] == 4
    assert "No village has this code. R1 (99.99.99.9999)" in said.text


def test_two_rows_of_a_village_that_disagree_are_unknown(run):
    twice = layer(
        "Polygon",
        [(square(LON, LAT), ("1", "A", "covered")), (square(LON, LAT), ("1", "A", "blank"))],
        "code:string name:string cell_stat:string",
    )
    reports = table(("R1", "1", "kuat", None, "A", None))
    result, _ = run("evidence", {"REPORTS": reports, "STATISTICS": twice})
    (row,) = rows(result["OUTPUT"])
    assert (row["comp_class"], row["verdict"]) == (None, None)
    assert [row["issue"] for row in rows(result["ISSUES"])] == ["duplicate"]


@pytest.fixture(scope="module")
def computed(provider):
    from tests.qgis.helpers import run_alg

    given = {"SITES": sample("sites"), "TECHNOLOGY_FIELD": "technology", "AREAS": sample("areas"),
             "AZIMUTH_FIELD": "azimuth", "BEAMWIDTH_FIELD": "beamwidth", "CODE_FIELD": "code",
             "NAME_FIELD": "name"}  # fmt: skip
    analysis, _ = run_alg("analysis", given)
    found, _ = run_alg(
        "evidence",
        {"REPORTS": sample("reports"), "STATISTICS": analysis["STATISTICS"],
         "COVERAGE": [analysis["COVERAGE_OUTPUT"]]},
    )  # fmt: skip
    return analysis, found


def test_the_sample_against_the_geometry_library(computed):
    """Classes at points asked of OGR, and words looked up by hand."""
    analysis, found = computed
    shapes = {}
    for feature in analysis["COVERAGE_OUTPUT"].getFeatures():
        shape = ogr.CreateGeometryFromWkb(bytes(feature.geometry().asWkb()))
        shapes.setdefault(feature["class"], []).append(shape)
    words = {"sangat kuat": "covered", "kuat": "covered", "lemah": "weak", "tidak ada": "blank"}
    data = ogr.Open(str(copied()))
    expected = {}
    for feature in data.GetLayerByName("reports"):
        place = feature.GetGeometryRef()
        here = "blank"
        for name in ("weak", "covered"):
            if any(shape.Contains(place) for shape in shapes[name]):
                here = name
        expected[feature["report_id"]] = words[feature["class"]], here
    made = {
        row["report_id"]: (row["rep_class"], row["comp_class"]) for row in rows(found["OUTPUT"])
    }
    assert made == expected
    order = ["covered", "weak", "blank"]
    apart = [abs(order.index(said) - order.index(here)) for said, here in expected.values()]
    assert [found[f"N_{word}"] for word in ("AGREES", "DIFFERS", "OPPOSITE")] == [
        apart.count(0), apart.count(1), apart.count(2),
    ]  # fmt: skip
    assert found["CONFLICTS"].featureCount() == 60 - apart.count(0)


def refusal(parameters):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:evidence")
    outputs = {d.name(): "memory:" for d in algorithm.destinationParameterDefinitions()}
    fine, sentence = algorithm.checkParameterValues(
        {**outputs, **parameters}, QgsProcessingContext()
    )
    assert not fine
    return sentence


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"REPORTS": layer("None", [], REPORT)}, ("(REPORTS)", "no features")),
        ({"REPORTS": layer("None", [(None, (1,))], "a:int")}, ("(CLASS_FIELD)", "(DBM_FIELD)")),
        ({"STATISTICS": villages(1)}, ("(COMPUTED_FIELD)",)),
        ({"WEAK_DBM": -90}, ("(WEAK_DBM)", "must not be above")),
        ({"COVERED_DBM": 20}, ("(COVERED_DBM)", "out of range")),
        ({"ALIASES": ["oke", "mungkin"]}, ("“oke”", "“mungkin”")),
        ({"SIGNAL": "nothing.tif"}, ("(SIGNAL)", "could not be read")),
    ],
)
def test_what_cannot_be_meant_is_refused(provider, more, words):
    sentence = refusal(asked(table(("R", "1", "kuat", None, "", None)), **more))
    assert all(word in sentence for word in words), sentence
