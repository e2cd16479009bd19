# SPDX-License-Identifier: GPL-2.0-or-later
"""Paser and Kutai Kartanegara as they are; skipped where ../shared/data is not present."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

from tests.qgis.helpers import geonames, rows

PASER_KM2 = 10_767.34
PASER_BLANK_KM2 = 9_386.1


@pytest.fixture(scope="module")
def paser(shared_data):
    made = QgsVectorLayer(
        str(shared_data / "paser_batas_kemendagri" / "paser_desa.geojson"), "desa"
    )
    assert made.featureCount() == 144
    return made


def reprojected(made, crs):
    import processing

    parameters = {"INPUT": made, "TARGET_CRS": QgsCoordinateReferenceSystem(crs)}
    return processing.run("native:reprojectlayer", {**parameters, "OUTPUT": "memory:"})["OUTPUT"]


def analysed(run, areas, sites):
    result, _ = run(
        "analysis",
        {
            "SITES": sites,
            "AREAS": areas,
            "RADIUS": 8000,
            "CODE_FIELD": "kode",
            "NAME_FIELD": "nama",
            "DEFINITION": "area",
        },
    )
    return result


def test_paser_blank_area_is_the_known_one(run, paser, shared_data):
    result = analysed(run, paser, geonames(shared_data))
    total = sum(row["area_km2"] for row in rows(result["STATISTICS"]))
    assert total == pytest.approx(PASER_KM2, rel=5e-4)
    assert result["BLANK_KM2"] == pytest.approx(PASER_BLANK_KM2, rel=5e-4)
    gaps = sum(row["area_km2"] for row in rows(result["GAPS"]))
    assert gaps == pytest.approx(result["BLANK_KM2"], rel=1e-6)


@pytest.mark.parametrize("crs", ["EPSG:32750", "EPSG:9490", "EPSG:3857", "EPSG:23837"])
def test_paser_figures_do_not_depend_on_the_crs(run, paser, shared_data, crs):
    expected = analysed(run, paser, geonames(shared_data))
    result = analysed(run, reprojected(paser, crs), reprojected(geonames(shared_data), crs))
    assert result["BLANK_KM2"] == pytest.approx(expected["BLANK_KM2"], rel=1e-4)
    before = {row["code"]: row for row in rows(expected["STATISTICS"])}
    for row in rows(result["STATISTICS"]):
        total = before[row["code"]]["area_km2"]
        for name in ("area_km2", "cov_km2", "blank_km2"):
            assert row[name] == pytest.approx(before[row["code"]][name], abs=1e-4 * total), name
        assert row["status"] == before[row["code"]]["status"]


def test_classes_add_up_to_karney_in_every_village(run, paser, shared_data):
    pyproj = pytest.importorskip("pyproj")
    geod = pyproj.Geod(ellps="WGS84")
    result = analysed(run, paser, geonames(shared_data))
    measured = {row["code"]: row for row in rows(result["STATISTICS"])}
    for feature in paser.getFeatures():
        true = 0.0
        for polygon in feature.geometry().asGeometryCollection():
            for place, ring in enumerate(polygon.asPolygon()):
                xs, ys = [point.x() for point in ring], [point.y() for point in ring]
                area = abs(geod.polygon_area_perimeter(xs, ys)[0]) / 1e6
                true += area if place == 0 else -area
        row = measured[feature["kode"]]
        assert row["area_km2"] == pytest.approx(true, rel=1e-6)
        parts = row["cov_km2"] + row["weak_km2"] + row["blank_km2"]
        assert parts == pytest.approx(true, rel=1e-6)


def test_kutai_kartanegara_with_the_answer_of_its_geoserver(run, shared_data):
    folder = shared_data / "kukar_palapa_wfs"
    areas = QgsVectorLayer(str(folder / "kutai_kartanegara_desa.geojson"), "desa")
    seats = QgsVectorLayer(
        str(folder / "pusat_pemerintahan_pt_wfs100_getfeature.json"), "pusat pemerintahan"
    )
    assert (areas.featureCount(), seats.featureCount()) == (237, 250)
    result, said = run(
        "analysis",
        {
            "SITES": seats,
            "AREAS": areas,
            "CODE_FIELD": "kode",
            "NAME_FIELD": "nama",
            "RADIUS": 5000,
        },
    )
    table = rows(result["STATISTICS"])
    assert len(table) == 237
    assert result["N_COVERED"] + result["N_WEAK"] + result["N_BLANK"] == 237
    # The declared axis order is not the one of the coordinates: QGIS reads them right, and
    # seats lie in their own regency.
    assert sum(row["sites"] for row in table) > 200
    assert result["BLANK_KM2"] < sum(row["area_km2"] for row in table)
    assert "250" in said.text


def test_a_polygon_with_four_member_coordinates_is_an_area(run, shared_data):
    areas = QgsVectorLayer(str(shared_data / "skema_big_50k" / "jujuhan_ilir.geojson"), "big")
    centre = areas.extent().center()
    from tests.qgis.helpers import points

    result, _ = run(
        "analysis",
        {
            "SITES": points([(centre.x(), centre.y())]),
            "AREAS": areas,
            "NAME_FIELD": "NAMOBJ",
            "RADIUS": 3000,
        },
    )
    (row,) = rows(result["STATISTICS"])
    assert row["name"] == "JUJUHAN ILIR"
    assert row["cov_km2"] == pytest.approx(28.27, rel=0.35)
    assert row["cov_km2"] + row["blank_km2"] == pytest.approx(row["area_km2"], rel=1e-9)
