# SPDX-License-Identifier: GPL-2.0-or-later
"""``programme``: card and tables agree, updates move nothing, what is wrong is listed."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsVectorLayer

from tests.qgis.helpers import LAT, LON, layer, points, rows, villages
from tests.qgis.sample_copy import copied, sample

FIELDS = (
    "point_id:string code:string program:string link:string mbps:double status:string tgl:string"
)
WORDS = ("active", "down", "off", "installed", "approved", "proposed", "unknown")


def wifi(*told, **more):
    """Points at (village number, id, status, date), each in the middle of its village."""
    places = [
        (LON + 0.05 + (number - 1) * 0.1, LAT + 0.05, id_, "", "P", "FO", 50.0, status, day)
        for number, id_, status, day in told
    ]
    return points(places, FIELDS, **more)


def asked(points_, **more):
    return {
        "WIFI": points_, "AREAS": villages(3), "CODE_FIELD": "code", "NAME_FIELD": "name", **more
    }  # fmt: skip


@pytest.fixture(scope="module")
def programme(provider):
    from tests.qgis.helpers import run_alg

    return run_alg(
        "programme",
        {"WIFI": sample("wifi"), "AREAS": sample("areas"), "CODE_FIELD": "code",
         "NAME_FIELD": "name", "TARGET": 144},
    )  # fmt: skip


def counted(query):
    with closing(sqlite3.connect(f"file:{copied()}?mode=ro", uri=True)) as data:
        return data.execute(query).fetchall()


def test_the_card_says_what_the_table_of_points_says(programme):
    result, said = programme
    ((active, newest),) = counted("SELECT sum(status = 'aktif'), max(date) FROM wifi")
    assert (active, newest) == (97, "2025-10-24")
    assert result["CARD"] == "97 of 144 points active as of 24 October 2025"
    assert said.info[-2] == result["CARD"] or result["CARD"] in said.info
    assert result["ACTIVE_PCT"] == pytest.approx(100 * 97 / 144)


def test_card_and_tables_agree_on_the_sample(programme):
    result, _ = programme
    for key in ("OUTPUT", "KECAMATAN", "PROGRAMMES"):
        table = rows(result[key])
        for word in WORDS:
            assert sum(row[word] for row in table) == result[f"N_{word.upper()}"], (key, word)
        assert sum(row["points"] for row in table) == result["N_POINTS"] == 144
    for programme_, total, active in counted(
        "SELECT programme, count(*), sum(coalesce(status, '') = 'aktif') FROM wifi GROUP BY 1"
    ):
        (row,) = [row for row in rows(result["PROGRAMMES"]) if row["programme"] == programme_]
        assert (row["points"], row["active"]) == (total, active)
    for code, active, mbps in counted(
        "SELECT substr(code, 1, 8), sum(status = 'aktif'),"
        " sum(bandwidth * (coalesce(status, '') = 'aktif')) FROM wifi GROUP BY 1"
    ):
        (row,) = [row for row in rows(result["KECAMATAN"]) if row["code"] == code]
        assert (row["active"], row["mbps"]) == (active, mbps)


def test_unknown_is_never_active_and_is_listed(programme):
    result, said = programme
    assert result["N_UNKNOWN"] == 2
    listed = {(row["row"], row["issue"]) for row in rows(result["ISSUES"])}
    assert listed == {
        (row[0], "empty") for row in counted(
            "SELECT point_id FROM wifi WHERE coalesce(status, '') = ''")
    }  # fmt: skip
    assert "WF-010" in said.text


def test_a_village_with_two_points_counts_once(run):
    result, _ = run("programme", asked(wifi((1, "A", "aktif", None), (1, "B", "aktif", None))))
    assert (result["N_POINTS"], result["N_VILLAGES"], result["N_VILLAGES_ACTIVE"]) == (2, 1, 1)
    (kecamatan,) = rows(result["KECAMATAN"])
    assert (kecamatan["villages"], kecamatan["vil_wifi"], kecamatan["vil_act"]) == (3, 1, 1)
    assert [row["net_stat"] for row in rows(result["OUTPUT"])] == ["active", "none", "none"]
    assert result["CARD"] == "2 of 2 points active"


def status_table(*told):
    return layer("None", [(None, row) for row in told], "ID_Titik:string Status:string Tgl:string")


def test_a_status_table_updates_by_id_and_moves_nothing(run):
    before = wifi((1, "W-1", "gangguan", "2025-01-01"), (2, "W-2", "aktif", "2025-01-01"),
                  (3, "W-3", "terpasang", "2025-08-01"))  # fmt: skip
    table = status_table(
        ("w1", "aktif", "01/09/2025"), ("W-3", "aktif", "2025-02-01"), ("W-9", "aktif", None),
        ("W-2", None, "2025-09-01"), ("W-1", "rusak", "01/03/2025"), (None, "aktif", None),
    )  # fmt: skip
    result, _ = run("programme", asked(before, UPDATES=table))
    made = {row["point_id"]: row for row in rows(result["POINTS"])}
    assert (made["W-1"]["status"], made["W-1"]["updated"]) == ("active", 1)
    assert (made["W-2"]["status"], made["W-3"]["status"]) == ("active", "installed")
    assert (result["N_UPDATED"], result["N_ACTIVE"]) == (1, 2)
    assert result["CARD"].endswith("as of 1 September 2025")
    listed = [(row["input"], row["row"], row["issue"]) for row in rows(result["ISSUES"])]
    assert sorted(listed) == [
        ("UPDATES", "#6", "no_id"), ("UPDATES", "W-1", "duplicate"), ("UPDATES", "W-2", "empty"),
        ("UPDATES", "W-3", "older"), ("UPDATES", "W-9", "point"),
    ]  # fmt: skip
    was = {f["point_id"]: f.geometry().asWkt(9) for f in before.getFeatures()}
    now = {f["point_id_1"]: f.geometry().asWkt(9) for f in result["POINTS"].getFeatures()}
    assert was == now


def test_points_twice_outside_and_of_no_village_are_listed(run):
    told = points(
        [(LON + 0.05, LAT + 0.05, "A", "9901012002", "aktif"), (LON + 9, LAT, "B", "", "aktif"),
         (LON + 0.05, LAT + 0.05, "A", "", "rusak"), (LON + 9, LAT, "C", "99.01.01.2003", "aktif"),
         (LON + 0.05, LAT + 0.05, "D", "77", "entah")],
        "id:string kode_desa:string status:string",
    )  # fmt: skip
    result, _ = run("programme", asked(told))
    # By code, though it lies in village 1; the one with a code of no village by its place.
    assert [row["points"] for row in rows(result["OUTPUT"])] == [1, 1, 1]
    assert (result["N_POINTS"], result["N_ACTIVE"], result["N_UNKNOWN"]) == (3, 2, 1)
    listed = sorted((row["row"], row["issue"]) for row in rows(result["ISSUES"]))
    assert listed == [
        ("A", "duplicate"), ("A", "elsewhere"), ("B", "outside"), ("D", "village"), ("D", "word"),
    ]  # fmt: skip


def test_own_words_and_another_crs(run):
    areas = layer("Polygon", [
        ("POLYGON((400000 9790000,410000 9790000,410000 9800000,400000 9800000,400000 9790000))",
         ("1", "A"))], "code:string name:string", crs="EPSG:32750")  # fmt: skip
    told = points([(116.145, -1.85, "hidup")], "kondisi:string")
    result, _ = run(
        "programme",
        {
            "WIFI": told,
            "AREAS": areas,
            "CODE_FIELD": "code",
            "ALIASES": ["hidup; menyala", "aktif"],
        },
    )
    assert (result["N_POINTS"], result["N_ACTIVE"]) == (1, 1)


def test_a_field_that_is_not_there_is_empty(run):
    told = points([(LON + 0.05, LAT + 0.05, "aktif")], "status:string")
    result, _ = run("programme", asked(told))
    (row,) = [row for row in rows(result["OUTPUT"]) if row["points"]]
    assert [row[name] for name in ("mbps", "programmes", "links", "date")] == [None] * 4


def test_fields_fit_a_shapefile(programme):
    result, _ = programme
    for key in ("OUTPUT", "KECAMATAN", "PROGRAMMES", "POINTS", "ISSUES"):
        assert all(len(name) <= 10 for name in result[key].fields().names()
                   if not name.endswith("_1"))  # fmt: skip


def test_written_to_a_file_with_its_manifest(run, tmp_path):
    from blankspot_plugin.bridge.outputs import manifest_of
    from blankspot_plugin.cartography.styling import layer_role

    out = str(tmp_path / "points.gpkg")
    run("programme", asked(wifi((1, "A", "aktif", None)), POINTS=out))
    made = QgsVectorLayer(out, "points", "ogr")
    assert manifest_of(made)["algorithm"] == "blankspot:programme"
    assert made.metadata().abstract() == "1 of 1 points active"
    assert layer_role(made) == "wifi"


def refusal(parameters):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:programme")
    outputs = {d.name(): "memory:" for d in algorithm.destinationParameterDefinitions()}
    fine, sentence = algorithm.checkParameterValues(
        {**outputs, **parameters}, QgsProcessingContext()
    )
    assert not fine
    return sentence


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"DATE": "soon"}, ("(DATE)", "“soon” is no date")),
        ({"TARGET": 0}, ("(TARGET)", "out of range")),
        ({"ALIASES": ["hidup", "entah"]}, ("“hidup”", "“entah”")),
        ({"STATUS_FIELD": "nothing"}, ("(STATUS_FIELD)", "no field “nothing”")),
        ({"WIFI": points([(LON, LAT, 1)], "height:int")}, ("(STATUS_FIELD)", "height")),
        ({"UPDATES": layer("None", [(None, (1,))], "a:int")}, ("(UPDATES_ID_FIELD)", "a")),
        ({"UPDATES": layer("None", [], "id:int status:string")}, ("(UPDATES)", "no features")),
        ({"UPDATES": status_table(("A", "aktif", None)),
          "WIFI": points([(LON, LAT, "aktif")], "status:string")}, ("(ID_FIELD)",)),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(provider, more, words):
    sentence = refusal(asked(wifi((1, "A", "aktif", None)), **more))
    assert all(word in sentence for word in words), sentence
