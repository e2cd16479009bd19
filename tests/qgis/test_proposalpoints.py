# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposal points: one for each settlement in a gap, inside it, with all it is asked for."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry, QgsProcessingException, QgsVectorLayer

from blankspot_plugin import paths
from blankspot_plugin.core.proposals import COLUMNS, UNCHECKED
from tests.qgis.helpers import LAT, LON, layer, points, rows, square, villages

NAMES = (
    "rank prop_id locality code name kec_code kec_name class people pop_basis households"
    " facilities near_m near_site operators op_names elev_m area_km2 lon lat lon_dms lat_dms land"
    " power proposed prop_m"
).split()


def settlements():
    """Village 1: the office's, covered, and two blank ones; village 2: one half covered."""
    return layer(
        "Polygon",
        [
            (square(LON + 0.02, LAT + 0.05, 0.005), ("Kantor", 50)),
            (square(LON + 0.08, LAT + 0.02, 0.005), ("Hulu", 40)),
            (square(LON + 0.08, LAT + 0.08, 0.01), ("Hilir", 80)),
            (square(LON + 0.145, LAT + 0.05, 0.01), ("Batas", 30)),
        ],
        "nama:string kk:integer",
    )


def coverage():
    """Covers the west of village 1, and the west half of village 2."""
    return layer(
        "Polygon",
        [(square(LON, LAT, 0.05), ("covered",)), (square(LON, LAT + 0.05, 0.05), ("covered",)),
         (square(LON + 0.1, LAT, 0.05), ("covered",)),
         (square(LON + 0.1, LAT + 0.05, 0.05), ("covered",))],
        "class:string",
    )  # fmt: skip


def parameters(**more):
    return {
        "SETTLEMENTS": settlements(),
        "LOCALITY_FIELD": "nama",
        "HOUSEHOLDS_FIELD": "kk",
        "AREAS": villages(2),
        "CODE_FIELD": "code",
        "NAME_FIELD": "name",
        "COVERAGE": [coverage()],
        **more,
    }


def found(run, **more):
    result, said = run("proposalpoints", parameters(**more))
    return result, rows(result["OUTPUT"]), said


def refused(run, match, **more):
    with pytest.raises(QgsProcessingException, match=match):
        run("proposalpoints", parameters(**more))


def by_locality(table):
    return {row["locality"]: row for row in table}


def test_fields_are_those_of_the_contract_and_empty_without_their_input(run):
    result, table, _ = found(run)
    assert result["OUTPUT"].fields().names() == NAMES == [name for name, _ in COLUMNS]
    empty = {name for name in NAMES if all(row[name] is None for row in table)}
    assert empty == set(
        "kec_name people pop_basis facilities near_m near_site operators op_names elev_m land"
        " power proposed prop_m".split()
    )


def test_a_village_covered_at_its_office_with_two_blank_settlements_has_two_points(run):
    result, table, _ = found(run)
    mine = [row for row in table if row["code"] == "99.01.01.2001"]
    assert sorted(row["locality"] for row in mine) == ["Hilir", "Hulu"]
    assert {row["class"] for row in mine} == {"blank"}
    assert {row["kec_code"] for row in mine} == {"99.01.01"}
    assert (result["N_POINTS"], result["N_VILLAGES"], result["PEOPLE"]) == (3, 2, None)


def test_two_settlements_in_one_multipolygon_are_two(run):
    both = QgsGeometry.collectGeometry(
        [QgsGeometry.fromWkt(square(LON + 0.08, LAT + y, 0.005)) for y in (0.02, 0.08)]
    )
    _, table, _ = found(
        run, SETTLEMENTS=layer("MultiPolygon", [(both, ("Dua", 10))], "nama:string kk:integer")
    )
    assert [(row["locality"], row["households"]) for row in table] == [("Dua", 5), ("Dua", 5)]
    assert {row["prop_id"] for row in table} == {"99.01.01.2001-1", "99.01.01.2001-2"}


def test_a_point_lies_inside_the_part_that_is_in_the_gap(run):
    result, table, _ = found(run)
    shapes = {f["nama"]: f.geometry() for f in settlements().getFeatures()}
    covered = [f.geometry() for f in coverage().getFeatures()]
    for feature in result["OUTPUT"].getFeatures():
        assert shapes[feature["locality"]].contains(feature.geometry())
        assert not any(shape.contains(feature.geometry()) for shape in covered)
        point = feature.geometry().asPoint()
        assert (point.x(), point.y()) == pytest.approx((feature["lon"], feature["lat"]))


def test_a_settlement_like_a_ring_has_its_point_on_the_ground(run):
    ring = QgsGeometry.fromWkt(square(LON + 0.06, LAT + 0.06, 0.03)).difference(
        QgsGeometry.fromWkt(square(LON + 0.062, LAT + 0.062, 0.026))
    )
    made = layer("Polygon", [(ring, ("Cincin", 1))], "nama:string kk:integer")
    result, _, _ = found(run, SETTLEMENTS=made)
    (feature,) = result["OUTPUT"].getFeatures()
    assert ring.contains(feature.geometry())


def test_only_what_is_in_the_gap_counts(run):
    _, table, _ = found(run)
    told = by_locality(table)
    assert told["Batas"]["households"] == 15
    assert told["Hilir"]["households"] == 80
    assert told["Batas"]["area_km2"] == pytest.approx(told["Hilir"]["area_km2"] / 2, rel=1e-3)


def people():
    return points(
        [
            (LON + 0.0825, LAT + 0.0225, 10), (LON + 0.085, LAT + 0.085, 30),
            (LON + 0.0225, LAT + 0.0525, 60), (LON + 0.147, LAT + 0.055, 7),
            (LON + 0.153, LAT + 0.055, 5),
        ],
        "n:integer",
    )  # fmt: skip


def test_people_are_those_of_the_gap_and_rank_the_points(run):
    more = {"POPULATION": people(), "POPULATION_FIELD": "n"}
    result, table, _ = found(run, **more)
    assert [(row["locality"], row["people"], row["rank"]) for row in table] == [
        ("Hilir", 30, 1), ("Hulu", 10, 2), ("Batas", 5, 3),
    ]  # fmt: skip
    assert {row["pop_basis"] for row in table} == {"points"}
    assert result["PEOPLE"] == 45


def test_official_figures_are_shared_out(run):
    areas = layer(
        "Polygon",
        [(f.geometry(), (f["code"], f["name"], n)) for f, n in
         zip(villages(2).getFeatures(), (1000, 120))],
        "code:string name:string pop:integer",
    )  # fmt: skip
    more = {"AREAS": areas, "POP_FIELD": "pop"}
    _, table, _ = found(run, **more, POPULATION=people(), POPULATION_FIELD="n")
    assert {name: row["people"] for name, row in by_locality(table).items()} == {
        "Hilir": 300, "Hulu": 100, "Batas": 50,
    }  # fmt: skip
    _, table, _ = found(run, **more)
    told = by_locality(table)
    assert told["Hilir"]["pop_basis"] == "table+settlement"
    # Settled ground of village 1 is 1, 1 and 4 parts; of village 2 a half is in the gap.
    assert told["Hilir"]["people"] == pytest.approx(1000 * 4 / 6, rel=0.05)
    assert told["Batas"]["people"] == pytest.approx(60, rel=0.1)


def test_sites_tell_the_distance_and_the_operators(run):
    sites = points(
        [(LON + 0.0825, LAT + 0.0025, "Telkomsel/XL", "A1", "2G"),
         (LON + 0.3, LAT, "Indosat", "B2", "4G"),
         (LON + 0.0825, LAT + 0.0225, "Wi-Fi saja", "W1", "WIFI")],
        "op:string nama:string tek:string",
    )  # fmt: skip
    _, table, _ = found(
        run, SITES=sites, OPERATOR_FIELD="op", SITE_NAME_FIELD="nama", TECHNOLOGY_FIELD="tek",
        RADIUS_FIELD=None,
    )  # fmt: skip
    told = by_locality(table)
    assert told["Hulu"]["near_m"] == pytest.approx(0.02 * 110_600, rel=0.01)
    assert (told["Hulu"]["near_site"], told["Hulu"]["op_names"]) == ("A1", "Telkomsel, XL")
    assert told["Hulu"]["operators"] == 2
    assert (told["Hilir"]["operators"], told["Hilir"]["op_names"]) == (0, None)
    # 2G within 8 km is weak.
    assert (told["Hulu"]["class"], told["Hilir"]["class"]) == ("weak", "blank")


def test_facilities_in_the_gap_and_near_the_settlement_count(run):
    facilities = points(
        [(LON + 0.081, LAT + 0.021), (LON + 0.0862, LAT + 0.022), (LON + 0.06, LAT + 0.06),
         (LON + 0.147, LAT + 0.055), (LON + 0.152, LAT + 0.055)]
    )  # fmt: skip
    _, table, _ = found(run, FACILITIES=facilities)
    assert {name: row["facilities"] for name, row in by_locality(table).items()} == {
        "Hilir": 0, "Hulu": 2, "Batas": 1,
    }  # fmt: skip


def test_gaps_may_be_given_with_or_without_areas(run):
    base = {"AREAS": villages(2), "COVERAGE": [coverage()], "CODE_FIELD": "code",
            "NAME_FIELD": "name"}  # fmt: skip
    gaps, _ = run("gaps", base)
    computed = found(run)[1]
    given = found(run, GAPS=gaps["OUTPUT"], COVERAGE=None)[1]
    alone = found(run, GAPS=gaps["OUTPUT"], COVERAGE=None, AREAS=None, CODE_FIELD=None,
                  NAME_FIELD=None)[1]  # fmt: skip
    told = [
        [(row["prop_id"], row["name"], f"{row['lon']:.7f} {row['lat']:.7f}") for row in table]
        for table in (computed, given, alone)
    ]
    assert told[0] == told[1] == told[2]


def test_gaps_without_a_code_belong_to_the_village_they_lie_in(run):
    bare = layer("Polygon", [(square(LON + 0.07, LAT, 0.1), ()), (square(LON + 5, LAT), ())])
    _, table, said = found(run, GAPS=bare, COVERAGE=None)
    assert {row["code"] for row in table} == {"99.01.01.2002"}
    assert [text for text in said.warnings if "1 gaps lie outside" in text]


def test_what_was_proposed_already_is_marked_with_its_year_and_not_ranked(run):
    earlier = points(
        [(LON + 0.0825, LAT + 0.0235, "usulan 2024"), (LON + 0.06, LAT + 0.09, "2023")],
        "tahun:string",
    )
    result, table, _ = found(run, PROPOSALS=earlier, YEAR_FIELD="tahun")
    told = by_locality(table)
    assert (told["Hulu"]["proposed"], told["Hulu"]["rank"]) == (2024, None)
    assert told["Hulu"]["prop_m"] == pytest.approx(111, abs=5)
    assert told["Hilir"]["proposed"] is told["Hilir"]["prop_m"] is None
    assert (result["N_EARLIER"], result["N_POINTS"]) == (1, 3)
    _, table, _ = found(run, PROPOSALS=earlier, YEAR_FIELD="tahun", TOLERANCE=50)
    assert all(row["proposed"] is None for row in table)


@pytest.mark.parametrize("form", ["signal", "pastibakti", "own"])
def test_the_form_is_marked_as_not_checked(run, form):
    result, table, said = found(run, FORM=form)
    filled = rows(result["FORM_OUTPUT"])
    assert len(filled) == len(table)
    assert {row[UNCHECKED[0]] for row in filled} == {UNCHECKED[1]}
    assert "not checked against the official form" in said.text
    assert [row["Lokasi"] for row in filled] == [row["locality"] for row in table]


def test_the_columns_of_the_form_are_the_officers(run):
    result, table, _ = found(run, FORM="own", COLUMNS=["Nama dusun", "locality", "Lebar", ""])
    assert result["FORM_OUTPUT"].fields().names() == ["Nama dusun", "Lebar", UNCHECKED[0]]
    refused(run, "asks for the field “height”", COLUMNS=["Tinggi", "height"])
    refused(run, "are called “Nama”", COLUMNS=["Nama", "name", "Nama", "code"])


def test_slivers_are_dropped_and_told(run):
    result, table, said = found(run, MIN_AREA=500_000)
    assert [row["locality"] for row in table] == ["Hilir", "Batas"]
    assert "1 settlement parts were too small" in said.text


def test_no_settlement_in_a_gap_is_an_empty_layer_and_a_sentence(run):
    whole = layer("Polygon", [(square(LON - 1, LAT - 1, 3), ("covered",))], "class:string")
    result, table, said = found(run, COVERAGE=[whole])
    assert table == [] and "nothing to propose" in said.text


def test_what_is_refused(run):
    refused(run, "Settlements .SETTLEMENTS. is missing", SETTLEMENTS=None)
    refused(run, "Give at least one of", AREAS=None, CODE_FIELD=None, NAME_FIELD=None)
    refused(run, "Nothing covers anything", COVERAGE=None)
    refused(run, "out of range", TOLERANCE=-1)


def test_the_sample(run):
    sample = str(paths.sample())
    result, _ = run(
        "proposalpoints",
        {
            "SETTLEMENTS": f"{sample}|layername=settlements", "LOCALITY_FIELD": "name",
            "HOUSEHOLDS_FIELD": "households",
            "AREAS": f"{sample}|layername=areas", "CODE_FIELD": "code", "NAME_FIELD": "name",
            "KEC_CODE_FIELD": "kec_code", "KEC_NAME_FIELD": "kec_name", "POP_FIELD": "pop",
            "POPULATION": str(paths.SAMPLE / "population.tif"),
            "SITES": f"{sample}|layername=sites", "TECHNOLOGY_FIELD": "technology",
            "OPERATOR_FIELD": "operator", "SITE_NAME_FIELD": "site_id",
            "FACILITIES": f"{sample}|layername=facilities", "DEM": str(paths.SAMPLE / "dem.tif"),
        },
    )  # fmt: skip
    table = rows(result["OUTPUT"])
    settled = {
        f["name"]: 0 for f in QgsVectorLayer(f"{sample}|layername=settlements").getFeatures()
    }
    assert {row["locality"] for row in table} <= set(settled)
    blank = [row for row in table if row["class"] == "blank"]
    assert all(row["operators"] == 0 for row in blank)
    assert all(row["near_m"] > 3500 and row["elev_m"] is not None for row in blank)
    assert len({row["prop_id"] for row in table}) == len(table) == result["N_POINTS"]
