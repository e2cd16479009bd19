# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposed sites: where they stand, what they gain, what they cost, and what is refused."""

from __future__ import annotations

import re
import sys

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsVectorLayer

from blankspot_plugin import paths
from tests.qgis.helpers import LAT, LON, CancelAfter, layer, points, rows, square, villages

NAMES = (
    "rank name cand_code code village type ground radius_m cost gain cum_gain cum_cost cost_per"
    " cov_pct villages served outside near_m elev_m lon lat lon_dms lat_dms"
).split()
# 0.01 degree is 1.1 km: each cluster fits a tower's disc, and no two share one.
CLUSTERS = ((0.05, 0.05, 100), (0.15, 0.05, 300), (0.25, 0.05, 200))


def people(*more):
    """Three clusters of two points, in the middles of three villages."""
    places = [
        (LON + x + at * 0.005, LAT + y, n / 2) for x, y, n in (*CLUSTERS, *more) for at in (0, 1)
    ]
    return points(places, "n:double")


def parameters(**more):
    return {
        "AREAS": villages(3),
        "CODE_FIELD": "code",
        "NAME_FIELD": "name",
        "POPULATION": people(),
        "POPULATION_FIELD": "n",
        **more,
    }


def proposed(run, **more):
    result, said = run("proposesites", parameters(**more))
    return result, rows(result["OUTPUT"]), said


def refused(run, match, **more):
    with pytest.raises(QgsProcessingException, match=match):
        run("proposesites", parameters(**more))


def test_fields_are_short_enough_for_a_shapefile(run):
    result, _, _ = proposed(run, N_SITES=1)
    assert result["OUTPUT"].fields().names() == NAMES
    assert all(len(name) <= 10 for name in NAMES)


def test_the_best_come_first_and_add_up(run):
    result, table, _ = proposed(run, N_SITES=2)
    assert [row["village"] for row in table] == ["Desa 2", "Desa 3"]
    assert [row["gain"] for row in table] == [300, 200]
    assert [row["cum_gain"] for row in table] == [300, 500]
    assert [row["cov_pct"] for row in table] == pytest.approx([50, 100 * 500 / 600])
    assert [row["cum_cost"] for row in table] == [1.7e9, 3.4e9]
    assert table[0]["cost_per"] == pytest.approx(1.7e9 / 300)
    assert [row["served"] for row in table] == ["Desa 2", "Desa 3"]
    assert (result["N_PROPOSED"], result["GAIN"], result["COST"]) == (2, 500, 3.4e9)
    assert (result["BEFORE_PCT"], result["AFTER_PCT"]) == (0, pytest.approx(100 * 5 / 6))
    assert (result["GAP_PCT"], result["N_VILLAGES"]) == (pytest.approx(0), 2)


def test_a_point_lies_where_its_coordinates_say(run):
    result, table, _ = proposed(run, N_SITES=1)
    (feature,) = result["OUTPUT"].getFeatures()
    point = feature.geometry().asPoint()
    assert (point.x(), point.y()) == pytest.approx((table[0]["lon"], table[0]["lat"]))
    assert table[0]["lat_dms"].endswith("LS") and table[0]["lon_dms"].endswith("BT")


def test_the_curve_goes_on_behind_what_is_proposed(run):
    result, _, _ = proposed(run, N_SITES=1)
    curve = rows(result["CURVE"])
    assert [row["sites"] for row in curve] == [0, 1, 2, 3]
    assert [row["covered"] for row in curve] == [0, 300, 500, 600]
    assert [row["proposed"] for row in curve] == [1, 1, 0, 0]


def test_what_a_site_covers_already_counts_as_covered(run):
    sites = points([(LON + 0.15, LAT + 0.05)])
    result, table, said = proposed(run, N_SITES=1, SITES=sites, MIN_DISTANCE=0)
    assert result["BEFORE_PCT"] == pytest.approx(50)
    assert [row["village"] for row in table] == ["Desa 3"]
    # 0.1 degrees of longitude here.
    assert table[0]["near_m"] == pytest.approx(11_127, rel=0.05)


def test_declared_coverage_covers_and_weak_counts_only_where_it_is_said(run):
    weak = layer("Polygon", [(square(LON + 0.1, LAT), ("weak",))], "class:string")
    result, _, _ = proposed(run, N_SITES=1, COVERAGE=[weak])
    assert result["BEFORE_PCT"] == 0
    result, _, _ = proposed(run, N_SITES=1, COVERAGE=[weak], WEAK_COUNTS=True)
    assert result["BEFORE_PCT"] == pytest.approx(50)


def test_candidates_too_near_to_a_site_are_left_out(run):
    # Just beyond the 3G tower's covered ring of nothing: weak there, and not covered.
    sites = points([(LON + 0.15, LAT + 0.06, "3G")], "technology:string")
    more = {"SITES": sites, "TECHNOLOGY_FIELD": "technology", "N_SITES": 1}
    _, table, said = proposed(run, **more)
    assert table[0]["village"] == "Desa 3"
    assert re.search(r"[12] too near", said.text)
    _, table, _ = proposed(run, **more, MIN_DISTANCE=0)
    assert table[0]["village"] == "Desa 2"


def test_official_figures_decide_and_points_only_tell_where(run):
    areas = layer(
        "Polygon",
        [(f.geometry(), (f["code"], f["name"], n)) for f, n in
         zip(villages(3).getFeatures(), (5000, 10, 20))],
        "code:string name:string pop:integer",
    )  # fmt: skip
    _, table, _ = proposed(run, AREAS=areas, POP_FIELD="pop", N_SITES=1)
    assert (table[0]["village"], table[0]["gain"]) == ("Desa 1", pytest.approx(5000))


def test_people_outside_the_areas_are_told_apart(run):
    # 1.5 km beyond the border of Desa 3, and people of its own near that.
    near = people((0.29, 0.05, 400), (0.31, 0.05, 77))
    _, table, _ = proposed(run, POPULATION=near, N_SITES=1)
    assert (table[0]["gain"], table[0]["outside"]) == (400, 77)


def candidates(*more):
    places = [
        (LON + 0.05, LAT + 0.05, "C1", "Bukit", "", "900000000"),
        (LON + 0.15, LAT + 0.05, "C2", "Pasar", "small", ""),
        (LON + 0.25, LAT + 0.05, "C3", "Kantor", "tower", "Rp2.000.000.000"),
        *more,
    ]
    return points(places, "id:string nama:string jenis:string harga:string")


GIVEN = {
    "CANDIDATE_CODE": "id", "CANDIDATE_NAME": "nama", "TYPE_FIELD": "jenis", "COST_FIELD": "harga",
}  # fmt: skip


def test_candidates_that_are_given_keep_their_names_types_and_costs(run):
    _, table, _ = proposed(run, CANDIDATES=candidates(), **GIVEN, N_SITES=3)
    told = {row["cand_code"]: (row["name"], row["type"], row["cost"]) for row in table}
    assert told == {
        "C1": ("Bukit", "tower", 9e8),
        "C2": ("Pasar", "small", 3.5e8),
        "C3": ("Kantor", "tower", 2e9),
    }
    assert {row["ground"] for row in table} == {"given"}


def test_a_budget_buys_what_gains_most_for_it(run):
    more = {"CANDIDATES": candidates(), **GIVEN}
    _, table, _ = proposed(run, **more, BUDGET=1.3e9, SOLVER="greedy")
    assert [row["cand_code"] for row in table] == ["C2", "C1"]
    assert table[-1]["cum_cost"] == 1.25e9


def test_any_of_several_types_at_a_place_but_one_only(run):
    _, table, _ = proposed(run, TYPE="tower, small", BUDGET=4.2e8)
    assert [(row["type"], row["village"]) for row in table] == [("small", "Desa 2")]
    _, table, _ = proposed(run, TYPE="tower,small", BUDGET=1e11)
    assert len({(row["lon"], row["lat"]) for row in table}) == len(table)


def test_by_number_the_cheaper_of_equals_is_built(run):
    _, table, _ = proposed(run, TYPE="tower, small", N_SITES=3)
    assert {row["type"] for row in table} == {"small"}


def test_all_is_covered_for_the_least(run):
    result, table, _ = proposed(run, METHOD="cover")
    assert result["AFTER_PCT"] == pytest.approx(100)
    assert (len(table), result["BOUND"]) == (3, pytest.approx(5.1e9))
    _, table, _ = proposed(run, METHOD="cover", GOAL=80)
    assert [row["village"] for row in table] == ["Desa 2", "Desa 3"]


def test_settlement_area_and_facilities_may_be_what_is_wanted(run):
    sides = ((0.05, 0.01), (0.25, 0.001))
    settled = layer("Polygon", [(square(LON + x, LAT + 0.05, side), ()) for x, side in sides])
    _, table, _ = proposed(run, DEMAND="settlement", SETTLEMENTS=settled, N_SITES=2)
    assert [row["village"] for row in table] == ["Desa 1", "Desa 3"]
    assert [row["gain"] for row in table] == pytest.approx([1.231, 0.01231], rel=0.01)
    schools = points([(LON + x, LAT + 0.05) for x in (0.15, 0.151, 0.05)])
    _, table, _ = proposed(run, DEMAND="facilities", FACILITIES=schools, N_SITES=1)
    assert (table[0]["village"], table[0]["gain"]) == ("Desa 2", 2)


@pytest.mark.parametrize("crs", ["EPSG:32750", "EPSG:3857", "EPSG:23837"])
def test_any_crs_gives_the_same(run, crs):
    from qgis.core import QgsCoordinateTransform, QgsProject

    _, in_degrees, _ = proposed(run, N_SITES=2)
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs),
        QgsProject.instance(),
    )  # fmt: skip
    moved = []
    for feature in villages(3).getFeatures():
        shape = feature.geometry()
        shape.transform(transform)
        moved.append((shape, (feature["code"], feature["name"])))
    areas = layer("Polygon", moved, "code:string name:string", crs)
    result, table, _ = proposed(run, AREAS=areas, N_SITES=2)
    assert result["OUTPUT"].crs().authid() == crs
    assert [row["gain"] for row in table] == [row["gain"] for row in in_degrees]


def test_the_order_of_the_rows_changes_nothing(run):
    ties = people((0.05, 0.09, 300))
    features = list(ties.getFeatures())
    turned = points(
        [(f.geometry().asPoint().x(), f.geometry().asPoint().y(), f["n"]) for f in features[::-1]],
        "n:double",
    )
    for solver in ("greedy", "exact"):
        _, one, _ = proposed(run, POPULATION=ties, N_SITES=3, SOLVER=solver)
        _, other, _ = proposed(run, POPULATION=turned, N_SITES=3, SOLVER=solver)
        assert one == other


def test_without_scipy_one_sentence_and_greedy(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    _, table, said = proposed(run, N_SITES=1, SOLVER="exact")
    assert table[0]["village"] == "Desa 2"
    assert [text for text in said.warnings if "scipy" in text]


def test_what_is_refused_before_the_run(run):
    refused(run, "Give at least one of")
    refused(run, "above zero|more than zero", BUDGET=0)
    refused(run, "needs Elevation model", N_SITES=1, GROUND="high")
    refused(run, "no type of site “satellite”", N_SITES=1, TYPE="satellite")
    refused(run, "needs Settlements", N_SITES=1, DEMAND="settlement")
    refused(run, "stands in the table twice", N_SITES=1, TYPES=["a", 1, 2, "a", 1, 2])
    refused(run, "out of range", N_SITES=0)
    refused(run, "more than zero", METHOD="cover", GOAL=0)


def test_a_budget_below_the_cheapest_candidate(run):
    refused(run, "below the cheapest candidate .Rp1,700,000,000.", BUDGET=5)


def test_a_type_without_a_price_has_no_place_in_a_budget(run):
    refused(run, "“wifi” has no price", BUDGET=5e9, TYPE="wifi")


def test_more_sites_than_candidates(run):
    more = {"CANDIDATES": candidates((LON + 5, LAT, "C4", "", "", "")), **GIVEN}
    refused(run, "4 sites are asked for, but there are only 3 .*1 lie outside", N_SITES=4, **more)


def test_no_demand(run):
    refused(run, "nothing to cover in the areas", N_SITES=1,
            POPULATION=points([(LON + 5, LAT, 9)], "n:double"))  # fmt: skip


def test_all_covered_already(run):
    sites = points([(LON + x, LAT + y) for x, y, _ in CLUSTERS])
    refused(run, "covered already", N_SITES=1, SITES=sites)


def test_candidates_that_reach_nothing_new(run):
    away = points([(LON + 0.05, LAT + 0.099)])
    refused(run, "No candidate reaches", N_SITES=1, CANDIDATES=away)


def test_duplicate_codes_are_listed_with_their_rows(run):
    more = {"CANDIDATES": candidates((LON + 0.06, LAT + 0.05, "c-1", "", "", "")), **GIVEN}
    refused(run, "C1: 1, 4", N_SITES=1, **more)


def test_a_failure_leaves_the_earlier_file_whole(run, tmp_path):
    path = tmp_path / "sites.gpkg"
    run("proposesites", parameters(N_SITES=1, OUTPUT=str(path)))
    refused(run, "below the cheapest", BUDGET=5, OUTPUT=str(path))
    kept = QgsVectorLayer(str(path), "kept", "ogr")
    assert kept.featureCount() == 1


def test_cancel_writes_nothing(run, tmp_path):
    path = tmp_path / "sites.gpkg"
    with pytest.raises(QgsProcessingException, match="nothing was written"):
        from tests.qgis.helpers import run_alg

        run_alg("proposesites", parameters(N_SITES=1, OUTPUT=str(path)), CancelAfter(3))
    assert not path.exists()


def test_high_ground_of_the_sample(run):
    sample = str(paths.sample())
    dem = str(paths.SAMPLE / "dem.tif")
    result, said = run(
        "proposesites",
        {
            "AREAS": f"{sample}|layername=areas", "CODE_FIELD": "code", "NAME_FIELD": "name",
            "SITES": f"{sample}|layername=sites", "TECHNOLOGY_FIELD": "technology",
            "POPULATION": str(paths.SAMPLE / "population.tif"), "POP_FIELD": "pop",
            "GROUND": "high", "DEM": dem, "N_SITES": 3, "SOLVER": "greedy",
        },
    )  # fmt: skip
    table = rows(result["OUTPUT"])
    assert {row["ground"] for row in table} == {"high"}
    assert all(row["elev_m"] is not None and row["near_m"] >= 3500 for row in table)
    assert all(row["gain"] > 500 for row in table)


def test_paser_with_stand_in_sites(run, shared_data):
    from tests.qgis.helpers import geonames

    areas = str(shared_data / "paser_batas_kemendagri" / "paser_desa.geojson")
    towns = geonames(shared_data)
    offices = layer(
        "Point",
        [(f.geometry().pointOnSurface(), ()) for f in QgsVectorLayer(areas).getFeatures()],
    )
    result, _ = run(
        "proposesites",
        {
            "AREAS": areas, "CODE_FIELD": "kode", "NAME_FIELD": "nama", "SITES": towns,
            "DEMAND": "facilities", "FACILITIES": offices, "N_SITES": 10,
        },
    )  # fmt: skip
    table = rows(result["OUTPUT"])
    assert len(table) == 10
    assert all(row["code"].startswith("64.01.") for row in table)
    gains = [row["gain"] for row in table]
    assert gains == sorted(gains, reverse=True) and gains[0] >= 2


def test_codes_of_areas_that_stand_twice_are_named(run):
    made = villages(3)
    twice = layer(
        "Polygon",
        [(f.geometry(), ("99.01.01.2001" if at < 2 else "99.01.01.2003", f["name"]))
         for at, f in enumerate(made.getFeatures())],
        "code:string name:string",
    )  # fmt: skip
    _, table, said = proposed(run, AREAS=twice, N_SITES=1)
    assert table[0]["code"] == "99.01.01.2001"
    assert [text for text in said.warnings if "99.01.01.2001 (2)" in text]
