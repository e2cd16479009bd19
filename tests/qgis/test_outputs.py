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


def test_fid_of_the_areas_is_kept_beside_the_geopackages_own(run, tmp_path):
    source, target = tmp_path / "areas.gpkg", tmp_path / "s.gpkg"
    import processing

    processing.run("native:savefeatures", {"INPUT": villages(3), "OUTPUT": str(source)})
    run("analysis", inputs(AREAS=str(source), STATISTICS=str(target)))
    assert sorted(row["fid_1"] for row in rows(QgsVectorLayer(str(target)))) == [1, 2, 3]


def test_a_format_that_drops_features_is_not_taken_for_written(run, tmp_path):
    from qgis.core import QgsProcessingContext

    from blankspot_plugin.bridge import outputs
    from blankspot_plugin.core.errors import OutputIncomplete

    target = tmp_path / "gaps.gpkg"
    result, _ = run("analysis", inputs(GAPS=str(target)))
    with pytest.raises(OutputIncomplete):
        outputs.finish(str(target), QgsProcessingContext(), {}, "Gaps", "", None, 10**6)


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
