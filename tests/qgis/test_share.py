# SPDX-License-Identifier: GPL-2.0-or-later
"""``share``: what is read back is what was written, all or nothing, and nothing personal."""

from __future__ import annotations

import csv
import zipfile

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorLayer,
)

from blankspot_plugin.bridge import share_files
from tests.qgis import sample_copy
from tests.qgis.helpers import LAT, LON, layer, points, rows, villages


def sample(name):
    return QgsVectorLayer(sample_copy.sample(name), name, "ogr")


def table(name, fields, *told):
    return layer("None", [(None, row) for row in told], fields, name=name)


def people():
    made = points(
        [(LON, LAT, "Dusun A", "x@contoh.example", "081234567890", "9901014502900001", "=1+1"),
         (LON, LAT, "Dusun B", None, None, None, "-")],
        "name:string surat:string catatan:string nomor:string isi:string",
    )  # fmt: skip
    made.setName("Laporan warga")
    made.dataProvider().addAttributes(layer("None", [], "nama_pelapor:string").fields().toList())
    made.updateFields()
    return made


def shared(run, tmp_path, layers, **more):
    return run("share", {"LAYERS": layers, "OUTPUT": str(tmp_path), "NAME": "data", **more})


def read_back(path, name=None):
    data = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    return data.GetLayerByName(name) if name else data.GetLayer(0), data


def test_every_file_is_read_back_with_the_same_count(run, tmp_path):
    layers = [sample(name) for name in ("areas", "wifi", "reports")]
    summary = table("Ringkasan", "kata:string", ("satu",), ("dua",))
    result, said = shared(run, tmp_path, [*layers, summary])
    folder = tmp_path / "data"
    assert result["FOLDER"] == str(folder)
    counts = {"areas": 144, "wifi": 144, "reports": 60, "ringkasan": 2}
    for name, count in counts.items():
        files = [folder / "csv" / f"{name}.csv", folder / "kmz" / f"{name}.kmz",
                 folder / "shapefile" / f"{name}.shp"]  # fmt: skip
        if name == "ringkasan":
            files = [files[0], files[2].with_suffix(".dbf")]
        for path in files:
            found, data = read_back(path)
            assert found.GetFeatureCount() == count, path
            del data
        for path in (folder / "data.gpkg", folder / "data.xlsx"):
            found, data = read_back(path, name)
            assert found.GetFeatureCount() == count, path
            # And as QGIS opens it.
            opened = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
            assert opened.featureCount() == count
            del data, opened
    listed = (folder / "contents.txt").read_text(encoding="utf-8").split()
    there = [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]
    assert sorted(listed) == sorted(there)
    assert (result["N_FILES"], result["N_FEATURES"]) == (len(there), 350)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    assert "350 features and rows" in said.text


def test_codes_stay_text_and_points_have_a_place(run, tmp_path):
    shared(run, tmp_path, [sample("wifi")])
    folder = tmp_path / "data"
    opened = QgsVectorLayer(f"{folder / 'csv' / 'wifi.csv'}", "x", "ogr")
    first = next(iter(opened.getFeatures()))
    assert first["code"] == "99.01.01.1001"
    assert opened.fields().field("code").typeName() == "String"
    place = next(iter(sample("wifi").getFeatures())).geometry().asPoint()
    assert (float(first["lon"]), float(first["lat"])) == pytest.approx((place.x(), place.y()))
    assert first["date"] == "2024-02-25"
    book, data = read_back(folder / "data.xlsx", "wifi")
    row = book.GetNextFeature()
    assert (row["no"], row["code"], row["bandwidth"]) == (1, "99.01.01.1001", 100)
    del data


def test_a_geopackage_keeps_look_and_definition_but_no_path(run, tmp_path):
    from blankspot_plugin.bridge.outputs import manifest_of

    source, _ = run(
        "analysis",
        {"SITES": sample("sites"), "AREAS": sample("areas"), "CODE_FIELD": "code",
         "STATISTICS": str(tmp_path / "st.gpkg")},
    )  # fmt: skip
    layer_ = QgsVectorLayer(source["STATISTICS"], "Statistik", "ogr")
    shared(run, tmp_path, [layer_])
    made = QgsVectorLayer(f"{tmp_path}/data/data.gpkg|layername=statistik", "s", "ogr")
    manifest = manifest_of(made)
    assert manifest["definition"].startswith("A village is covered")
    assert manifest["parameters"] == {}
    assert str(tmp_path) not in (tmp_path / "data" / "metadata.csv").read_text(encoding="utf-8-sig")
    assert [c.value() for c in made.renderer().categories()] == [
        c.value() for c in layer_.renderer().categories()
    ]
    with open(tmp_path / "data" / "metadata.csv", encoding="utf-8-sig", newline="") as file:
        told = {(row["dataset"], row["field"]): row for row in csv.DictReader(file)}
    status = told["statistik", "status"]
    assert (status["klasifikasi"], status["ukuran"]) == ("covered, weak, blank", "class")
    assert told["statistik", "blank_km2"]["satuan"] == "km²"
    assert told["statistik", "blank_pct"]["formula"] == "blank_km2 / (area_km2 - excl_km2) × 100"
    assert told["statistik", ""]["definisi"] == manifest["definition"]
    assert told["statistik", ""]["rows"] == "144"


def test_personal_fields_stay_here_and_are_named_in_the_log(run, tmp_path):
    result, said = shared(run, tmp_path, [people()])
    assert result["N_PERSONAL"] == 4
    made = QgsVectorLayer(f"{tmp_path}/data/data.gpkg|layername=laporan_warga", "s", "ogr")
    assert made.fields().names() == ["fid", "name", "isi"]
    for field in ("surat (e-mail)", "catatan (telephone)", "nomor (identity number)",
                  "nama_pelapor (a person's name)"):  # fmt: skip
        assert field in said.text
    everything = b"".join(p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.is_file())
    assert b"081234567890" not in everything
    kml = zipfile.ZipFile(tmp_path / "data" / "kmz" / "laporan_warga.kmz").read("doc.kml").decode()
    assert "contoh.example" not in kml and "Dusun B" in kml


def test_personal_fields_go_along_when_asked_for(run, tmp_path):
    result, said = shared(run, tmp_path, [people()], PERSONAL=True)
    assert result["N_PERSONAL"] == 0
    made = QgsVectorLayer(f"{tmp_path}/data/data.gpkg|layername=laporan_warga", "s", "ogr")
    assert "nama_pelapor" in made.fields().names()
    assert "shared because you asked" in said.text


def test_no_spreadsheet_runs_a_cell(run, tmp_path):
    shared(run, tmp_path, [people()])
    text = (tmp_path / "data" / "csv" / "laporan_warga.csv").read_text(encoding="utf-8-sig")
    assert "'=1+1" in text


def test_indicators_and_own_meanings(run, tmp_path):
    told = table(
        "i", "indeks:string indikator:string baseline:double target_2025:string "
        "realisasi_2025:string opd:string", ("I", "Titik aktif", 0, "144", "97", "Dinas"),
        ("I", "B", 1, "x", "1", ""),
    )  # fmt: skip
    meaning = table(
        "m", "dataset:string field:string definisi:string satuan:string",
        ("", "link", "Jenis koneksi", "kelas"), ("wifi", "", "Titik program", ""),
    )  # fmt: skip
    result, said = shared(
        run, tmp_path, [sample("wifi")], INDICATORS=told, METADATA=meaning, PERIOD="2025",
        OWNER="Dinas Contoh", SOURCE="Sampel",
    )  # fmt: skip
    assert result["N_INDICATORS"] == 2
    assert "#2 (x)" in said.text
    with open(tmp_path / "data" / "indicators.csv", encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["indicator"], first["year"], first["office"]) == ("Titik aktif", "2025", "Dinas")
    assert float(first["pct_target"]) == pytest.approx(100 * 97 / 144)
    assert second["target"] == ""
    found, data = read_back(tmp_path / "data" / "data.xlsx", "indicators")
    assert found.GetFeatureCount() == 2
    del data
    with open(tmp_path / "data" / "metadata.csv", encoding="utf-8-sig", newline="") as file:
        described = {row["field"]: row for row in csv.DictReader(file)}
    assert (described["link"]["definisi"], described["link"]["satuan"]) == (
        "Jenis koneksi",
        "kelas",
    )
    assert described[""]["definisi"] == "Titik program"
    assert {row["owner"] for row in described.values()} == {"Dinas Contoh"}
    assert {row["period"] for row in described.values()} == {"2025"}


def test_a_second_run_takes_the_place_of_the_first(run, tmp_path):
    shared(run, tmp_path, [sample("wifi"), sample("reports")])
    shared(run, tmp_path, [sample("wifi")])
    assert not (tmp_path / "data" / "csv" / "reports.csv").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_folder_with_other_files_is_not_touched(run, tmp_path):
    shared(run, tmp_path, [sample_copy.sample("wifi")])
    (tmp_path / "data" / "surat.txt").write_text("penting", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="surat.txt"):
        shared(run, tmp_path, [sample_copy.sample("reports")])
    assert (tmp_path / "data" / "surat.txt").read_text(encoding="utf-8") == "penting"
    assert (tmp_path / "data" / "csv" / "wifi.csv").exists()
    assert not (tmp_path / "data" / "csv" / "reports.csv").exists()


@pytest.mark.parametrize("step", ["write_geopackage", "write_kmz", "write_table", "check"])
def test_all_or_nothing(run, tmp_path, monkeypatch, step):
    shared(run, tmp_path, [sample_copy.sample("wifi")])
    before = {p: p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.suffix == ".csv"}

    def fails(*_, **__):
        raise share_files.NotShared("x.shp", "disk full")

    monkeypatch.setattr(share_files, step, fails)
    with pytest.raises(QgsProcessingException, match="nothing was changed"):
        shared(run, tmp_path, [sample_copy.sample("reports")])
    after = {p: p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.suffix == ".csv"}
    assert after == before
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_file_that_lost_rows_stops_the_run(run, tmp_path, monkeypatch):
    monkeypatch.setattr(share_files, "counted", lambda *_: 3)
    with pytest.raises(QgsProcessingException, match="3 / 60"):
        shared(run, tmp_path, [sample_copy.sample("reports")])
    assert list(tmp_path.iterdir()) == []


def test_names_of_layers_make_names_of_files(run, tmp_path):
    one, other = villages(1), villages(1)
    one.setName("Désa / 2025: <x>")
    other.setName("Desa 2025 x")
    feature = QgsFeature(other.fields())
    other.dataProvider().addFeature(feature)
    shared(run, tmp_path, [one, other])
    names = sorted(p.stem for p in (tmp_path / "data" / "csv").glob("*.csv"))
    assert len(names) == 2
    assert all(name.replace("_", "").isalnum() and name.isascii() for name in names)


def test_a_feature_without_a_geometry_is_in_every_file_that_can_hold_it(run, tmp_path):
    made = villages(2)
    made.dataProvider().addFeature(QgsFeature(made.fields()))
    made.setName("v")
    result, said = shared(run, tmp_path, [made])
    assert result["N_FEATURES"] == 3
    assert "v: 1 rows without a geometry are not in the KMZ" in said.text
    found, data = read_back(tmp_path / "data" / "kmz" / "v.kmz")
    assert found.GetFeatureCount() == 2
    del data
    opened = QgsVectorLayer(f"{tmp_path}/data/data.gpkg|layername=v", "v", "ogr")
    assert [f.geometry().isEmpty() for f in opened.getFeatures()] == [False, False, True]


def refusal(parameters):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:share")
    fine, sentence = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    return sentence


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"LAYERS": []}, ("(LAYERS)",)),
        ({"LAYERS": ["nothing.gpkg"]}, ("(LAYERS)",)),
        ({"NAME": "a/b"}, ("“a/b”",)),
        ({"NAME": ".."}, ("“..”",)),
        ({"INDICATORS": table("i", "a:string", ("x",))}, ("(INDICATORS)", "target")),
        ({"METADATA": table("m", "a:string", ("x",))}, ("(METADATA)", "“field”")),
    ],
)
def test_what_cannot_be_shared_is_refused(provider, tmp_path, more, words):
    sentence = refusal({"LAYERS": [villages(1)], "OUTPUT": str(tmp_path), **more})
    assert all(word in sentence for word in words), sentence


def test_rows_of_the_sample_are_the_same_in_a_geopackage(run, tmp_path):
    shared(run, tmp_path, [sample("reports")])
    made = QgsVectorLayer(f"{tmp_path}/data/data.gpkg|layername=reports", "s", "ogr")
    wanted = [{k: v for k, v in row.items() if k != "fid"} for row in rows(sample("reports"))]
    assert [{k: v for k, v in row.items() if k != "fid"} for row in rows(made)] == wanted
