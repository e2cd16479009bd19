# SPDX-License-Identifier: GPL-2.0-or-later
"""Gaps: single parts of villages, filtered whole, numbered by size."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes

from tests.qgis.helpers import LAT, LON, layer, rows, square, villages


def band(x, width, height=0.1, y=LAT):
    return f"POLYGON(({x} {y},{x + width} {y},{x + width} {y + height},{x} {y + height},{x} {y}))"


def coverage(*shapes, name="covered"):
    return layer("Polygon", [(shape, (name,)) for shape in shapes], "class:string")


def run_gaps(run, covers, areas=None, **more):
    parameters = {
        "AREAS": areas or villages(1),
        "COVERAGE": covers,
        "CODE_FIELD": "code",
        "NAME_FIELD": "name",
        **more,
    }
    return run("gaps", parameters)


def test_one_feature_a_part_numbered_by_size(run):
    result, _ = run_gaps(run, [coverage(band(LON + 0.03, 0.01))])
    found = rows(result["OUTPUT"])
    assert [row["gap_id"] for row in found] == ["99.01.01.2001-blank-1", "99.01.01.2001-blank-2"]
    assert found[0]["area_km2"] > found[1]["area_km2"]
    assert result["GAPS"] == 2
    assert result["BLANK_KM2"] == pytest.approx(sum(row["area_km2"] for row in found))
    assert result["OUTPUT"].fields().names() == ["code", "name", "class", "area_km2", "gap_id"]
    assert not QgsWkbTypes.isMultiType(result["OUTPUT"].wkbType())


def test_weak_and_blank_are_told_apart(run):
    weak = coverage(band(LON + 0.02, 0.04), name="weak")
    result, _ = run_gaps(run, [coverage(band(LON, 0.03)), weak])
    areas = {row["class"]: row["area_km2"] for row in rows(result["OUTPUT"])}
    assert areas["weak"] == pytest.approx(areas["blank"] * 3 / 4, rel=1e-3)
    assert result["WEAK_KM2"] == pytest.approx(areas["weak"])


def test_wifi_coverage_hides_no_gap(run):
    both = layer(
        "Polygon",
        [(band(LON, 0.03), ("covered", "cellular")), (band(LON + 0.05, 0.02), ("covered", "wifi"))],
        "class:string tier:string",
    )
    result, _ = run_gaps(run, [both])
    assert result["GAPS"] == 1


def test_small_parts_are_dropped_whole(run):
    cover = [coverage(band(LON + 0.03, 0.01))]
    every, _ = run_gaps(run, cover)
    smaller = min(row["area_km2"] for row in rows(every["OUTPUT"]))
    result, _ = run_gaps(run, cover, MIN_AREA=smaller * 1e6 + 1)
    (left,) = rows(result["OUTPUT"])
    assert left["area_km2"] == pytest.approx(
        max(row["area_km2"] for row in rows(every["OUTPUT"])), rel=1e-9
    )


def test_narrow_parts_are_dropped_whole_and_shapes_stay(run):
    # Blank strips of 0.002 and 0.06 degrees: about 220 m and 6.7 km wide.
    cover = [coverage(band(LON + 0.002, 0.038))]
    result, _ = run_gaps(run, cover, MIN_WIDTH=300)
    (left,) = rows(result["OUTPUT"])
    assert left["gap_id"].endswith("blank-1")
    (feature,) = result["OUTPUT"].getFeatures()
    assert feature.geometry().boundingBox().width() == pytest.approx(0.06, abs=1e-6)
    result, _ = run_gaps(run, cover, MIN_WIDTH=200)
    assert result["GAPS"] == 2


def test_excluded_ground_is_no_gap(run):
    water = layer("Polygon", [(band(LON + 0.05, 0.05), ())])
    result, _ = run_gaps(run, [coverage(band(LON, 0.03))], EXCLUDE=water)
    (left,) = rows(result["OUTPUT"])
    (feature,) = result["OUTPUT"].getFeatures()
    assert feature.geometry().boundingBox().xMaximum() == pytest.approx(LON + 0.05, abs=1e-6)


def test_nothing_blank_is_an_empty_styled_layer_and_a_sentence(run, tmp_path):
    target = tmp_path / "gaps.gpkg"
    result, said = run_gaps(run, [coverage(square(LON - 1, LAT - 1, 3))], OUTPUT=str(target))
    assert result["GAPS"] == 0
    assert "No blank spot found." in said.text
    made = QgsVectorLayer(str(target))
    assert made.isValid() and made.featureCount() == 0
    assert made.renderer().type() != "singleSymbol"


def test_gaps_of_neighbours_share_their_edge(run):
    areas = villages(2)
    cover = coverage(
        QgsGeometry.fromWkt(f"POINT({LON + 0.1} {LAT + 0.05})").buffer(0.03, 16).asWkt()
    )
    result, _ = run_gaps(run, [cover], areas=areas)
    shapes = [feature.geometry() for feature in result["OUTPUT"].getFeatures()]
    assert shapes[0].intersection(shapes[1]).area() < 1e-12
    assert all(shape.isGeosValid() for shape in shapes)
