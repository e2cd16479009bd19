# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped sample is what its description says, and its generator still makes it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

gdal = pytest.importorskip("osgeo.gdal")
ogr = pytest.importorskip("osgeo.ogr")
np = pytest.importorskip("numpy")

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "blankspot_plugin" / "resources" / "sample"
GENERATOR = ROOT / "scripts" / "make_sample.py"
COUNTS = {
    "areas": 144,
    "kecamatan": 10,
    "regency": 1,
    "neighbours": 2,
    "centres": 144,
    "wifi": 144,
    "reports": 60,
}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Open a copy of the GeoPackage: readers may change a GeoPackage's journal."""
    copy = tmp_path_factory.mktemp("sample") / "contoh.gpkg"
    shutil.copyfile(SAMPLE / "contoh.gpkg", copy)
    opened = gdal.OpenEx(str(copy), gdal.OF_VECTOR | gdal.OF_READONLY)
    assert opened is not None
    return opened


def rows(source: Any, table: str) -> list[dict[str, Any]]:
    """Read a table's attributes."""
    return [feature.items() for feature in source.GetLayerByName(table)]


def shapes(source: Any, table: str) -> list[Any]:
    """Read a table's geometries."""
    return [feature.GetGeometryRef().Clone() for feature in source.GetLayerByName(table)]


def names(source: Any) -> list[str]:
    """List the tables of features."""
    everything = [source.GetLayer(i).GetName() for i in range(source.GetLayerCount())]
    return [name for name in everything if name != "layer_styles"]


def test_tables_and_counts(source: Any) -> None:
    """Every table is there with as many rows as promised, and says so in sample.json."""
    about = json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))
    found = {name: source.GetLayerByName(name).GetFeatureCount() for name in names(source)}
    assert found == about["tables"]
    assert found.items() >= COUNTS.items()
    assert 400 <= found["facilities"] <= 500
    assert found["settlements"] > 4 * 144


def test_it_says_that_it_is_fictional(source: Any) -> None:
    """Titles, descriptions and the description file all say fictional."""
    assert json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))["fictional"] is True
    for name in names(source):
        layer = source.GetLayerByName(name)
        assert "fiktif" in layer.GetMetadataItem("IDENTIFIER")
        assert "fictional" in layer.GetMetadataItem("DESCRIPTION")
    for name in ("population.tif", "dem.tif"):
        text = gdal.Open(str(SAMPLE / name)).GetMetadataItem("TIFFTAG_IMAGEDESCRIPTION")
        assert "fictional" in text


def test_field_names_fit_a_shapefile(source: Any) -> None:
    """No field name is longer than 10 characters."""
    for name in names(source):
        definition = source.GetLayerByName(name).GetLayerDefn()
        for i in range(definition.GetFieldCount()):
            assert len(definition.GetFieldDefn(i).GetName()) <= 10


def test_codes(source: Any) -> None:
    """Codes are unique, cannot be real ones, and join the tables."""
    areas = rows(source, "areas")
    codes = [row["code"] for row in areas]
    assert len(set(codes)) == 144
    assert all(code.startswith("99.01.") and len(code) == 13 for code in codes)
    assert Counter(row["kind"] for row in areas) == {"desa": 139, "kelurahan": 5}
    for row in areas:
        assert row["code"].split(".")[3][0] == ("1" if row["kind"] == "kelurahan" else "2")
        assert row["code"].startswith(row["kec_code"])
    assert len({row["name"] for row in areas}) >= 140
    kecamatan = {row["code"]: row["name"] for row in rows(source, "kecamatan")}
    assert {row["kec_code"]: row["kec_name"] for row in areas} == kecamatan
    assert all(row["code"].startswith("98.") for row in rows(source, "neighbours"))
    for table in ("centres", "wifi"):
        assert sorted(row["code"] for row in rows(source, table)) == sorted(codes)
    for table in ("settlements", "facilities", "reports"):
        assert {row["code"] for row in rows(source, table)} <= set(codes)


def test_areas_tile_the_regency(source: Any) -> None:
    """Villages leave no gap and do not overlap; kecamatan and regency are made of them."""
    areas = shapes(source, "areas")
    whole = shapes(source, "regency")[0]
    for table in ("areas", "kecamatan"):
        total = sum(shape.GetArea() for shape in shapes(source, table))
        assert total == pytest.approx(whole.GetArea(), rel=1e-6)
    union = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in areas:
        for part in shape:
            union.AddGeometry(part)
    # No gap and no overlap: the union has the area of the sum, and is the regency.
    union = union.UnionCascaded()
    assert union.GetArea() == pytest.approx(whole.GetArea(), rel=1e-9)
    assert union.SymDifference(whole).GetArea() < 1e-9 * whole.GetArea()
    for neighbour in shapes(source, "neighbours"):
        assert neighbour.Intersection(whole).GetArea() < 1e-9 * whole.GetArea()
    area_km2 = whole.GetArea() * 111.27 * 110.58
    assert area_km2 == pytest.approx(10_780, rel=0.02)


def test_geometries(source: Any) -> None:
    """Every geometry is valid, and villages are drawn in detail."""
    for name in names(source):
        for shape in shapes(source, name):
            assert shape.IsValid(), name
    vertices = sum(
        ring.GetPointCount() for shape in shapes(source, "areas") for part in shape for ring in part
    )
    assert 25_000 <= vertices <= 60_000


def test_things_lie_in_their_village(source: Any) -> None:
    """Offices and settlements lie inside the village whose code they bear."""
    inside = {
        feature["code"]: feature.GetGeometryRef().Clone()
        for feature in source.GetLayerByName("areas")
    }
    for table in ("centres", "settlements"):
        for feature in source.GetLayerByName(table):
            assert inside[feature["code"]].Contains(feature.GetGeometryRef())


def test_wifi(source: Any) -> None:
    """The programme's status words are there, and 97 points are active."""
    status = Counter(row["status"] for row in rows(source, "wifi"))
    assert status["aktif"] == 97
    assert set(status) == {"aktif", "gangguan", "terpasang", "direncanakan", "", None}


def test_sites(source: Any) -> None:
    """Sites of two dates, some of them new, removed, with sectors, or of the neighbour."""
    now, before = rows(source, "sites"), rows(source, "sites_2024")
    ids, old = {row["site_id"] for row in now}, {row["site_id"] for row in before}
    assert sum(name.startswith("CTH") for name in ids) == 95
    assert sum(name.startswith("TTG") for name in ids) == 15
    assert max(row["year"] for row in before) == 2024
    assert len(ids - old) >= 5
    assert 1 <= len(old - ids) <= 2
    assert all(42 <= row["height_m"] <= 72 for row in now)
    rings = Counter(row["site_id"] for row in now)
    for row in now:
        if rings[row["site_id"]] == 1:
            assert row["sector"] is None and row["azimuth"] is None and row["beamwidth"] is None
        else:
            assert rings[row["site_id"]] == 3
            assert 65 <= row["beamwidth"] <= 120 and 0 <= row["azimuth"] < 360
    whole = shapes(source, "regency")[0]
    for feature in source.GetLayerByName("sites"):
        own = feature["site_id"].startswith("CTH")
        assert whole.Contains(feature.GetGeometryRef()) == own


def test_population(source: Any) -> None:
    """The raster is near the official table, and not equal to it."""
    official = sum(row["pop"] for row in rows(source, "areas"))
    assert official == 310_240
    values = gdal.Open(str(SAMPLE / "population.tif")).ReadAsArray()
    total = float(values[values >= 0].sum())
    assert total == pytest.approx(official, rel=0.03)
    assert total != official


def test_elevation() -> None:
    """Hills in the west, a flat coast in the east, no data at sea."""
    raster = gdal.Open(str(SAMPLE / "dem.tif"))
    values = raster.ReadAsArray()
    assert values.dtype == np.int16
    assert raster.GetGeoTransform()[1] == pytest.approx(1 / 1200)
    land = np.ma.masked_equal(values, raster.GetRasterBand(1).GetNoDataValue())
    assert 800 <= land.max() <= 1300
    columns = land.shape[1]
    assert land[:, : columns // 3].mean() > 5 * land[:, -columns // 3 :].mean()


LOOKS = {
    "areas": "outline",
    "kecamatan": "kecamatan",
    "regency": "regency",
    "neighbours": "neighbours",
    "sites": "sites",
    "sites_2024": "sites",
    "wifi": "wifi",
    "settlements": "settlements",
    "centres": "centres",
    "rivers": "rivers",
    "water": "water",
    "roads": "roads",
}


@pytest.mark.usefixtures("qgis_app")
@pytest.mark.parametrize(("table", "role"), list(LOOKS.items()))
def test_a_table_opens_in_the_style_of_its_role(source: Any, table: str, role: str) -> None:
    """QGIS alone finds the shipped style, which fits the table's fields and geometry."""
    from qgis.core import QgsVectorLayer

    from blankspot_plugin.cartography import styling

    layer = QgsVectorLayer(f"{source.GetDescription()}|layername={table}", table, "ogr")
    assert layer.isValid()
    assert styling.layer_role(layer) == role
    found, wanted = layer.renderer(), layer.clone()
    styling.style_layer(wanted, role)
    assert found.dump() == wanted.renderer().dump()
    assert layer.labelsEnabled() == wanted.labelsEnabled()


def test_nothing_but_the_files_is_shipped() -> None:
    """No journal of a database is left beside the GeoPackage."""
    found = {path.name for path in SAMPLE.iterdir()}
    assert found == {"contoh.gpkg", "population.tif", "dem.tif", "sample.json"}


def test_size() -> None:
    """The sample stays below 5 MB."""
    assert sum(path.stat().st_size for path in SAMPLE.iterdir()) < 5_000_000


@pytest.mark.slow
def test_the_generator_makes_the_same_sample(tmp_path: Path) -> None:
    """A fresh run gives the same features and cells as the shipped files."""
    subprocess.run(
        [sys.executable, str(GENERATOR), str(tmp_path)], check=True, stdout=subprocess.DEVNULL
    )
    fresh = json.loads((tmp_path / "sample.json").read_text(encoding="utf-8"))
    shipped = json.loads((SAMPLE / "sample.json").read_text(encoding="utf-8"))
    assert fresh == shipped
    told = subprocess.run(
        [sys.executable, str(GENERATOR), "--digest", str(SAMPLE)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == shipped["digest"]
