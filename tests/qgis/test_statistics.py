# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics: every field of the contract, every definition, nothing where nothing is known."""

from __future__ import annotations

import pytest
from qgis.core import QgsVectorLayer

from blankspot_plugin.core.statistics import COLUMNS
from tests.qgis.helpers import LAT, LON, layer, points, rows, square, villages

NAMES = (
    "code name area_km2 excl_km2 cov_km2 weak_km2 blank_km2 cov_pct weak_pct blank_pct wifi_km2"
    " wifi_pct set_km2 set_cov set_weak set_blank set_pct pop pop_cov pop_weak pop_blank"
    " pop_basis fac fac_cov fac_weak fac_blank ctr_class near_m near_from sites operators wifi"
    " wifi_act net_stat cell_stat status"
).split()


def coverage():
    """Village 1 wholly covered, village 2 half weak and half blank, village 3 blank."""
    return layer(
        "Polygon",
        [
            (square(LON, LAT), ("covered",)),
            (
                f"POLYGON(({LON + 0.1} {LAT},{LON + 0.15} {LAT},{LON + 0.15} {LAT + 0.1},"
                f"{LON + 0.1} {LAT + 0.1},{LON + 0.1} {LAT}))",
                ("weak",),
            ),
        ],
        "class:string",
    )


def judged(run, **more):
    parameters = {
        "AREAS": villages(3),
        "COVERAGE": [coverage()],
        "CODE_FIELD": "code",
        "NAME_FIELD": "name",
        **more,
    }
    result, said = run("statistics", parameters)
    return result, rows(result["OUTPUT"]), said


def test_fields_are_those_of_the_contract_and_short_enough_for_a_shapefile(run):
    result, _, _ = judged(run)
    assert result["OUTPUT"].fields().names()[: len(NAMES)] == NAMES
    assert all(len(name) <= 10 for name, _ in COLUMNS)


def test_a_field_whose_input_was_not_given_is_null(run):
    _, table, _ = judged(run)
    empty = set(NAMES) - set(
        "code name area_km2 cov_km2 weak_km2 blank_km2 cov_pct weak_pct blank_pct cell_stat"
        " status".split()
    )
    assert {name for name in NAMES if all(row[name] is None for row in table)} == empty


def test_area_shares_make_the_status(run):
    result, table, _ = judged(run, DEFINITION="area")
    assert [row["status"] for row in table] == ["covered", "weak", "blank"]
    assert [row["cov_pct"] for row in table] == pytest.approx([100, 0, 0], abs=1e-6)
    assert [row["weak_pct"] for row in table] == pytest.approx([0, 50, 0], abs=1e-3)
    assert (result["N_COVERED"], result["N_WEAK"], result["N_BLANK"]) == (1, 1, 1)


def test_definition_may_be_given_by_word_or_by_place(run):
    by_word, _, _ = judged(run, DEFINITION="Area")
    by_place, _, _ = judged(run, DEFINITION=1)
    assert rows(by_word["OUTPUT"]) == rows(by_place["OUTPUT"])


def test_thresholds_decide(run):
    _, table, _ = judged(run, DEFINITION="area", BLANK_FROM=50)
    assert [row["status"] for row in table] == ["covered", "blank", "blank"]


def test_shares_are_of_what_is_not_excluded(run):
    lake = layer("Polygon", [(square(LON + 0.15, LAT), ())])
    _, table, _ = judged(run, DEFINITION="area", EXCLUDE=lake)
    second = table[1]
    assert second["excl_km2"] == pytest.approx(second["area_km2"] / 2, rel=1e-3)
    assert second["weak_pct"] == pytest.approx(100, abs=1e-6)
    assert table[0]["excl_km2"] == 0


def test_settlements_make_the_automatic_definition(run):
    settlements = layer(
        "Polygon",
        [(square(LON + 0.01, LAT + 0.01, 0.01), ()), (square(LON + 0.11, LAT + 0.01, 0.01), ()),
         (square(LON + 0.17, LAT + 0.01, 0.01), ()), (square(LON + 0.18, LAT + 0.05, 0.01), ())],
    )  # fmt: skip
    result, table, _ = judged(run, SETTLEMENTS=settlements)
    assert [row["status"] for row in table] == ["covered", "weak", None]
    second = table[1]
    assert second["set_km2"] == pytest.approx(3 * second["set_weak"], rel=1e-3)
    assert second["set_blank"] == pytest.approx(2 * second["set_weak"], rel=1e-3)
    assert (second["set_pct"], table[0]["set_pct"], table[2]["set_pct"]) == (0, 100, None)
    assert (result["N_COVERED"], result["N_WEAK"], result["N_BLANK"]) == (1, 1, 0)
    summary = {row["definition"]: row for row in rows(result["SUMMARY"])}
    assert summary["settlement"]["unknown"] == 1
    assert summary["area"]["blank"] == 1


def test_a_centre_is_joined_by_code_where_both_have_one(run):
    # Village 2's office stands in village 1, which is covered.
    centres = points(
        [(LON + 0.05, LAT + 0.05, "9901012002"), (LON + 0.25, LAT + 0.05, "99.01.01.2003")],
        "code:string",
    )
    _, table, _ = judged(run, CENTRES=centres, DEFINITION="centre")
    assert [row["ctr_class"] for row in table] == [None, "covered", "blank"]
    assert [row["status"] for row in table] == [None, "covered", "blank"]


def test_the_worst_of_several_centres_counts(run):
    centres = points([(LON + 0.12, LAT + 0.05), (LON + 0.18, LAT + 0.05)])
    _, table, _ = judged(run, CENTRES=centres, DEFINITION="centre")
    assert table[1]["ctr_class"] == "blank"


def test_a_centre_outside_its_village_and_all_coverage_is_blank(run):
    centres = points([(LON - 0.5, LAT, "99.01.01.2001")], "code:string")
    _, table, _ = judged(run, CENTRES=centres, DEFINITION="centre")
    assert table[0]["ctr_class"] == "blank"


def test_distance_counts_cellular_sites_only(run):
    sites = points(
        [(LON + 0.05, LAT + 0.05, "4G"), (LON + 0.15, LAT + 0.05, "WIFI")], "tech:string"
    )
    centres = points([(LON + 0.05 + i * 0.1, LAT + 0.05) for i in range(2)])
    _, table, _ = judged(
        run, SITES=sites, TECHNOLOGY_FIELD="tech", CENTRES=centres, DEFINITION="distance"
    )
    assert [row["status"] for row in table] == ["covered", "blank", "blank"]
    assert table[0]["near_m"] == pytest.approx(0, abs=0.01)
    assert table[1]["near_m"] == pytest.approx(11_126, rel=1e-3)
    assert [row["near_from"] for row in table] == ["centre", "centre", "surface"]
    assert [row["sites"] for row in table] == [1, 0, 0]


def test_sites_outside_the_areas_count_for_distance_but_are_nobodys(run):
    _, table, _ = judged(run, SITES=points([(LON - 0.01, LAT + 0.05)]), DEFINITION="distance")
    assert [row["sites"] for row in table] == [0, 0, 0]
    assert table[0]["near_m"] == pytest.approx(6_676, rel=0.01)


def test_operators_are_counted_where_the_definition_looks(run):
    # Radius 3.5 km: A at the village office, B at the edge only, C beyond reach.
    sites = points(
        [(LON + 0.15, LAT + 0.05, "A"), (LON + 0.15, LAT - 0.02, "B"), (LON + 0.15, LAT - 0.3, "C"),
         (LON + 0.16, LAT + 0.05, "a"), (LON + 0.15, LAT + 0.05, None)],
        "op:string",
    )  # fmt: skip
    centres = points([(LON + 0.15, LAT + 0.05)])
    given = {"SITES": sites, "OPERATOR_FIELD": "op"}
    _, by_centre, _ = judged(run, **given, CENTRES=centres, DEFINITION="centre")
    _, by_area, _ = judged(run, **given, DEFINITION="area")
    assert [row["operators"] for row in by_centre] == [None, 1, None]
    assert by_area[1]["operators"] == 2


def test_facilities_are_counted_by_class(run):
    places = [(LON + 0.05, LAT + 0.05), (LON + 0.12, LAT + 0.05), (LON + 0.18, LAT + 0.05),
              (LON + 0.19, LAT + 0.05), (LON + 5, LAT)]  # fmt: skip
    _, table, _ = judged(run, FACILITIES=points(places))
    found = [[row[n] for n in ("fac", "fac_cov", "fac_weak", "fac_blank")] for row in table]
    assert found == [[1, 1, 0, 0], [3, 0, 1, 2], [0, 0, 0, 0]]


def test_official_people_add_up_to_the_person(run):
    areas = layer(
        "Polygon",
        [(square(LON + 0.1 * i, LAT), (f"99.01.01.200{i}", people)) for i, people in
         enumerate((1001, 777, None))],
        "code:string jiwa:int",
    )  # fmt: skip
    people = points(
        [(LON + 0.05, LAT + 0.05, 10), (LON + 0.12, LAT + 0.05, 10), (LON + 0.18, LAT + 0.05, 20)],
        "n:int",
    )
    given = {"POP_FIELD": "jiwa", "POPULATION": people, "POPULATION_FIELD": "n"}
    result, said = run(
        "statistics",
        {"AREAS": areas, "COVERAGE": [coverage()], "CODE_FIELD": "code", **given,
         "DEFINITION": "population"},
    )  # fmt: skip
    table = rows(result["OUTPUT"])
    assert [row["pop"] for row in table] == [1001, 777, None]
    assert (table[1]["pop_cov"], table[1]["pop_weak"], table[1]["pop_blank"]) == (0, 259, 518)
    assert [row["pop_basis"] for row in table] == ["table+points", "table+points", None]
    assert "1 areas have no official population" in said.text


def test_people_of_points_alone_are_their_sum(run):
    people = points([(LON + 0.05, LAT + 0.05, 10), (LON + 0.12, LAT + 0.05, 5)], "n:int")
    _, table, _ = judged(run, POPULATION=people, POPULATION_FIELD="n")
    assert [row["pop"] for row in table] == [10, 5, 0]
    assert table[0]["pop_basis"] == "points"
    assert table[1]["pop_weak"] == 5


def test_a_table_alone_is_spread_evenly_and_says_so(run):
    areas = layer("Polygon", [(square(LON + 0.1, LAT), ("1", 100))], "code:string jiwa:int")
    result, _ = run("statistics", {"AREAS": areas, "COVERAGE": [coverage()], "POP_FIELD": "jiwa"})
    (row,) = rows(result["OUTPUT"])
    assert (row["pop"], row["pop_weak"], row["pop_basis"]) == (100, 50, "table+area")


def test_wifi_is_told_apart_and_never_hides_a_cellular_blank_spot(run):
    wifi = points(
        [(LON + 0.25, LAT + 0.05, "Aktif"), (LON + 0.15, LAT + 0.05, "tidak aktif"),
         (LON + 0.05, LAT + 0.05, "?")],
        "status:string",
    )  # fmt: skip
    centres = points([(LON + 0.05 + i * 0.1, LAT + 0.05) for i in range(3)])
    given = {"WIFI": wifi, "STATUS_FIELD": "status", "CENTRES": centres, "DEFINITION": "centre"}
    _, off, said = judged(run, **given)
    _, on, _ = judged(run, **given, WIFI_COUNTS=True)
    assert [row["net_stat"] for row in off] == ["unknown", "installed", "active"]
    assert [(row["wifi"], row["wifi_act"]) for row in off] == [(1, 0), (1, 0), (1, 1)]
    assert [row["status"] for row in off] == ["covered", "weak", "blank"]
    assert [row["cell_stat"] for row in on] == ["covered", "weak", "blank"]
    assert [row["status"] for row in on] == ["covered", "weak", "covered"]
    assert off[2]["wifi_km2"] == pytest.approx(0.0314159, rel=1e-3)
    assert off[0]["wifi_km2"] == 0
    assert "1 Wi-Fi points have an unknown status" in said.text


def test_summary_has_a_row_for_each_definition_with_and_without_wifi(run):
    given = {
        "WIFI": points([(LON, LAT)]),
        "CENTRES": points([(LON + 0.05, LAT + 0.05)]),
        "SITES": points([(LON, LAT)]),
    }
    result, _, _ = judged(run, **given)
    found = [(row["definition"], row["wifi_counts"]) for row in rows(result["SUMMARY"])]
    assert found == [(name, wifi) for name in ("area", "centre", "distance") for wifi in (0, 1)]
    assert result["SUMMARY"].fields().names() == [
        "definition", "wifi_counts", "covered", "weak", "blank", "unknown",
    ]  # fmt: skip


def test_all_input_fields_are_kept_and_theirs_is_renamed_on_a_clash(run):
    areas = layer(
        "Polygon", [(square(LON, LAT), ("99.1", "A", "x", 7))],
        "kode:string name:string status:string luas:int",
    )  # fmt: skip
    result, _ = run("statistics", {"AREAS": areas, "COVERAGE": [coverage()], "CODE_FIELD": "kode"})
    names = result["OUTPUT"].fields().names()
    assert names[len(NAMES) :] == ["kode", "name_1", "status_1", "luas"]
    (row,) = rows(result["OUTPUT"])
    assert (row["status"], row["status_1"], row["name"], row["name_1"]) == (
        "covered",
        "x",
        None,
        "A",
    )


def test_areas_of_one_code_become_one_and_an_empty_code_stays_its_own(run):
    areas = layer(
        "Polygon",
        [(square(LON, LAT), ("99.01.01.2001",)), (square(LON + 0.1, LAT), ("9901012001",)),
         (square(LON + 0.2, LAT), ("",)), (square(LON + 0.3, LAT), (None,))],
        "code:string",
    )  # fmt: skip
    result, said = run(
        "statistics", {"AREAS": areas, "COVERAGE": [coverage()], "CODE_FIELD": "code"}
    )
    assert [row["code"] for row in rows(result["OUTPUT"])] == ["99.01.01.2001", None, None]
    assert "1 areas with a code seen before were dissolved" in said.text


def test_overlapping_areas_are_reported_in_square_kilometres(run):
    areas = layer("Polygon", [(square(LON, LAT), ("a",)), (square(LON + 0.05, LAT), ("b",))],
                  "code:string")  # fmt: skip
    _, said = run("statistics", {"AREAS": areas, "COVERAGE": [coverage()], "CODE_FIELD": "code"})
    assert "61." in said.text and "overlap" in said.text


def test_an_area_drawn_twice_overlaps_itself(run):
    areas = layer("Polygon", [(square(LON, LAT), ("a",)), (square(LON, LAT), ("b",))],
                  "code:string")  # fmt: skip
    _, said = run("statistics", {"AREAS": areas, "COVERAGE": [coverage()], "CODE_FIELD": "code"})
    assert "123.0" in said.text and "overlap" in said.text


def test_manifest_and_style_travel_with_a_geopackage(run, tmp_path):
    from blankspot_plugin.bridge.outputs import manifest_of

    target = tmp_path / "statistics.gpkg"
    run(
        "statistics",
        {"AREAS": villages(3), "COVERAGE": [coverage()], "CODE_FIELD": "code",
         "DEFINITION": "area", "OUTPUT": str(target)},
    )  # fmt: skip
    made = QgsVectorLayer(str(target))
    manifest = manifest_of(made)
    assert manifest["algorithm"] == "blankspot:statistics"
    assert manifest["inputs"]["AREAS"]["features"] == 3
    assert len(manifest["inputs"]["AREAS"]["sha256"]) == 64
    assert "its area" in manifest["definition"]
    assert made.listStylesInDatabase()[0] == 1
    assert made.renderer().type() != "singleSymbol"
