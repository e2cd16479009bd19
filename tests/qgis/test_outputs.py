# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs of every kind, written once and again."""

from __future__ import annotations

import pytest
from qgis.core import QgsVectorLayer

from tests.qgis.helpers import LAT, LON, layer, points, rows, square, villages


def inputs(**more):
    return {"SITES": points([(LON + 0.05, LAT + 0.05)]), "AREAS": villages(2), **more}


def test_a_table_of_a_geopackage_is_written_over_without_a_question(run, tmp_path):
    target = tmp_path / "all.gpkg"
    place = {
        key: f"ogr:dbname='{target}' table=\"{key.lower()}\" (geom)"
        for key in ("GAPS", "STATISTICS", "SUMMARY")
    }
    for _ in range(2):
        run("analysis", inputs(**place))
    for key in ("gaps", "statistics"):
        made = QgsVectorLayer(f"{target}|layername={key}")
        assert made.listStylesInDatabase()[0] == 1, key
        assert made.renderer().type() != "singleSymbol"


@pytest.mark.parametrize("suffix", ["csv", "geojson", "shp", "gpkg"])
def test_every_format_is_written_and_opens(run, tmp_path, suffix):
    place = {
        key: str(tmp_path / f"{key.lower()}.{suffix}")
        for key in ("COVERAGE_OUTPUT", "GAPS", "STATISTICS", "SUMMARY")
    }
    result, said = run("analysis", inputs(**place))
    for key in place:
        made = QgsVectorLayer(result[key], key, "ogr")
        assert made.isValid() and made.featureCount() > 0, key
    assert result["N_BLANK"] is not None
    assert "is written, but" not in said.text


def test_fid_of_the_areas_stays_where_it_numbers_them(run, tmp_path):
    numbered = layer(
        "Polygon", [(square(LON, LAT), (7,)), (square(LON + 0.1, LAT), (9,))], "fid:int"
    )
    target = tmp_path / "s.gpkg"
    run("analysis", inputs(AREAS=numbered, STATISTICS=str(target)))
    assert sorted(f.id() for f in QgsVectorLayer(str(target)).getFeatures()) == [7, 9]
    doubled = layer(
        "Polygon", [(square(LON, LAT), (7,)), (square(LON + 0.1, LAT), (7,))], "fid:int"
    )
    run("analysis", inputs(AREAS=doubled, STATISTICS=str(target)))
    assert [row["fid_1"] for row in rows(QgsVectorLayer(str(target)))] == [7, 7]


def test_gap_ids_are_unique_without_a_code(run):
    areas = layer(
        "Polygon",
        [(square(LON, LAT), ("Tanjung",)), (square(LON + 0.1, LAT), ("Tanjung",))],
        "name:string",
    )
    result, _ = run("analysis", inputs(AREAS=areas, NAME_FIELD="name"))
    ids = [row["gap_id"] for row in rows(result["GAPS"])]
    assert len(set(ids)) == len(ids) >= 2
    assert ids[0] == "Tanjung 1-blank-1"
