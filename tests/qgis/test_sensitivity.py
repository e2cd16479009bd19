# SPDX-License-Identifier: GPL-2.0-or-later
"""Sensitivity: the same counts as the analysis, and verdicts over definitions and radii."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

from blankspot_plugin import paths
from tests.qgis.helpers import LAT, LON, layer, points, rows, square, villages


def parameters(**more):
    return {"AREAS": villages(3), "CODE_FIELD": "code", "NAME_FIELD": "name", **more}


def judged(run, **more):
    result, said = run("sensitivity", parameters(**more))
    return result, rows(result["OUTPUT"]), said


def centres():
    return points([(LON + x, LAT + 0.05) for x in (0.05, 0.15, 0.25)])


def test_a_village_whose_centre_a_longer_radius_reaches_depends_on_the_radius(run):
    # 3.9 km from the centre of village 2, and far from the others'.
    sites = points([(LON + 0.185, LAT + 0.05)])
    result, table, _ = judged(
        run, SITES=sites, CENTRES=centres(), DEFINITION="centre", BLANK_FROM=100, COVERED_FROM=100
    )
    second = table[1]
    assert [second[f"ctr_{scale}"] for scale in ("lo", "std", "hi")] == [
        "blank", "blank", "covered",
    ]  # fmt: skip
    assert [second[f"dist_{scale}"] for scale in ("lo", "std", "hi")] == [
        "blank", "blank", "covered",
    ]  # fmt: skip
    # Some of its area is covered at any radius.
    assert second["area_std"] == "weak" and second["verdict"] == "both"
    assert table[0]["verdict"] == "always"
    assert result["N_ALWAYS"] == 1


def test_a_settlement_alone_makes_it_depend_on_the_definition(run):
    covered = layer("Polygon", [(square(LON, LAT, 0.02), ())])
    settled = layer("Polygon", [(square(LON + 0.005, LAT + 0.005, 0.01), ())])
    _, table, _ = judged(run, COVERAGE=[covered], SETTLEMENTS=settled)
    # Polygons have no radius: whatever is declared stays.
    assert table[0]["verdict"] == "definition"
    assert (table[0]["area_std"], table[0]["setl_std"]) == ("blank", "covered")
    assert table[1]["setl_std"] is None


def test_no_operator_and_one_only_are_counted_apart(run):
    sites = points(
        [
            (LON + 0.05, LAT + 0.05, "A"),
            (LON + 0.06, LAT + 0.05, "B"),
            (LON + 0.16, LAT + 0.05, "A"),
        ],
        "op:string",
    )
    result, table, _ = judged(run, SITES=sites, OPERATOR_FIELD="op", DEFINITION="area")
    assert [row["op_class"] for row in table] == ["several", "one", "none"]
    assert (result["N_ONE_OPERATOR"], result["N_NO_OPERATOR"]) == (1, 1)


def test_without_operators_nothing_is_said_about_them(run):
    result, table, _ = judged(run, SITES=points([(LON + 0.05, LAT + 0.05)]))
    assert [row["op_class"] for row in table] == [None] * 3
    assert result["N_NO_OPERATOR"] is None


def test_a_larger_radius_never_makes_more_villages_blank(run):
    result, _, _ = judged(
        run, SITES=points([(LON + 0.08, LAT + 0.05)]), CENTRES=centres(), VARIATION=50
    )
    counts = {}
    for row in rows(result["SUMMARY"]):
        counts.setdefault(row["definition"], []).append((row["radius_pct"], row["blank"]))
    assert set(counts) == {"area", "centre", "distance"}
    for series in counts.values():
        assert [percent for percent, _ in series] == [50, 100, 150]
        blank = [number for _, number in series]
        assert blank == sorted(blank, reverse=True)


def sample(**more):
    gpkg = str(paths.sample())
    return {
        "AREAS": f"{gpkg}|layername=areas", "CODE_FIELD": "code", "NAME_FIELD": "name",
        "SITES": f"{gpkg}|layername=sites", "TECHNOLOGY_FIELD": "technology",
        "OPERATOR_FIELD": "operator", "SETTLEMENTS": f"{gpkg}|layername=settlements",
        "CENTRES": f"{gpkg}|layername=centres", "EXCLUDE": f"{gpkg}|layername=water",
        "POPULATION": str(paths.SAMPLE / "population.tif"), "POP_FIELD": "pop", **more,
    }  # fmt: skip


def test_the_counts_of_the_sample_are_those_of_the_analysis(run):
    result, _ = run("sensitivity", sample())
    expected, _ = run("analysis", sample())
    names = ("definition", "covered", "weak", "blank", "unknown")
    here = [[row[name] for name in names] for row in rows(result["SUMMARY"])
            if row["radius_pct"] == 100]  # fmt: skip
    there = [[row[name] for name in names] for row in rows(expected["SUMMARY"])]
    assert here == there
    table = rows(result["OUTPUT"])
    status = {
        row["code"]: (row["status"], row["operators"]) for row in rows(expected["STATISTICS"])
    }
    assert {row["code"]: (row["status"], row["operators"]) for row in table} == status
    verdicts = [row["verdict"] for row in table]
    assert verdicts.count("always") == result["N_ALWAYS"] > 0
    assert result["N_ALWAYS"] + result["N_DEPENDS"] + result["N_NEVER"] == 144
    # Blank under every definition and radius is blank under the one that was asked for.
    assert all(row["status"] == "blank" for row in table if row["verdict"] == "always")
    assert all(row["status"] != "blank" for row in table if row["verdict"] == "never")


def test_what_is_refused(run):
    for match, more in (
        ("Nothing covers anything", {}),
        ("out of range", {"SITES": points([(LON, LAT)]), "VARIATION": 100}),
        ("needs Settlements", {"SITES": points([(LON, LAT)]), "DEFINITION": "settlement"}),
    ):
        with pytest.raises(QgsProcessingException, match=match):
            run("sensitivity", parameters(**more))
