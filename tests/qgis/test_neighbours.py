# SPDX-License-Identifier: GPL-2.0-or-later
"""``neighbours``: what comes from across, and that none of it enters the own totals."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsGeometry, QgsProcessingContext, QgsVectorLayer

from tests.qgis.helpers import LAT, LON, layer, points, rows, square, villages
from tests.qgis.sample_copy import sample


def across():
    """Two neighbours: one west of village 1, one east of village 3."""
    return layer(
        "Polygon",
        [(square(LON - 0.1, LAT), ("98.01", "West")), (square(LON + 0.3, LAT), ("98.02", "East"))],
        "code:string name:string",
    )


# 4G in village 2; across the border west, far west, at sea in the south near village 2.
SITES = [(LON + 0.15, LAT + 0.05, "own"), (LON - 0.01, LAT + 0.05, "west"),
         (LON - 0.09, LAT + 0.05, "far"), (LON + 0.15, LAT - 0.02, "sea"),
         (LON + 5, LAT, "elsewhere")]  # fmt: skip


def asked(sites=None, **more):
    return {
        "SITES": points(SITES if sites is None else sites, "name:string"), "AREAS": villages(3),
        "CODE_FIELD": "code", "NAME_FIELD": "name", "NEIGHBOURS": across(),
        "NEIGHBOUR_CODE_FIELD": "code", "NEIGHBOUR_NAME_FIELD": "name", "DEFINITION": "area",
        **more,
    }  # fmt: skip


def test_sites_outside_are_kept_and_marked(run):
    result, said = run("neighbours", asked())
    made = {row["name"]: row for row in rows(result["SITES_OUTPUT"])}
    # The one far away reaches nothing, and so does the one 9 km west.
    assert {name: (row["home"], row["home_name"]) for name, row in made.items()} == {
        "own": ("own", None), "west": ("neighbour", "West"), "sea": ("elsewhere", None),
    }  # fmt: skip
    assert made["own"]["border_m"] == 0
    assert made["west"]["border_m"] == pytest.approx(1112.6, rel=1e-3)
    assert (result["N_OWN_SITES"], result["N_NEIGHBOUR_SITES"]) == (1, 1)
    assert "2 sites outside the areas reach none" in said.text
    assert "belong to nobody" in said.text


def test_shares_of_a_border_village(run):
    result, _ = run("neighbours", asked())
    made = {(row["code"], row["nb_name"]): row for row in rows(result["OUTPUT"])}
    assert set(made) == {("99.01.01.2001", "West"), ("99.01.01.2003", "East")}
    west, east = made["99.01.01.2001", "West"], made["99.01.01.2003", "East"]
    assert (west["touches"], east["touches"]) == (1, 1)
    # A circle of 3.5 km, 1112.6 m beyond the border: the segment it has inside.
    import math

    r, d = 3500.0, 1112.6
    segment = (r * r * math.acos(d / r) - d * math.sqrt(r * r - d * d)) / 1e6
    assert west["nb_km2"] == pytest.approx(segment, rel=2e-3)
    assert west["only_km2"] == pytest.approx(segment, rel=2e-3)
    assert west["only_pct"] == pytest.approx(100, abs=1e-6)
    assert west["more_blank"] == pytest.approx(segment, rel=2e-3)
    assert (east["nb_km2"], east["nb_pct"], east["only_pop"]) == (0, None, None)
    assert result["ONLY_KM2"] == pytest.approx(segment, rel=2e-3)
    assert "ONLY_PEOPLE" not in result
    assert (result["N_BORDER"], result["N_REACHED"], result["N_DEPENDENT"]) == (2, 1, 0)


def test_status_and_people_that_rest_on_a_neighbour(run):
    settlement = layer("Polygon", [(square(LON + 0.005, LAT + 0.045, 0.01), ())])
    result, _ = run(
        "neighbours",
        asked(SETTLEMENTS=settlement, DEFINITION="settlement",
              POPULATION=points([(LON + 0.01, LAT + 0.05, 40), (LON + 0.15, LAT + 0.05, 7)],
                                "people:double"), POPULATION_FIELD="people"),
    )  # fmt: skip
    (row,) = [row for row in rows(result["OUTPUT"]) if row["nb_name"] == "West"]
    assert (row["status"], row["without"], row["only_pop"]) == ("covered", "blank", 40)
    assert (result["N_DEPENDENT"], result["ONLY_PEOPLE"]) == (1, 40)
    summed = {row["nb_name"]: row for row in rows(result["BY_NEIGHBOUR"])}
    assert [summed["West"][key] for key in ("sites", "villages", "depend")] == [1, 1, 1]
    assert [summed["East"][key] for key in ("sites", "villages", "depend")] == [0, 0, 0]


def test_people_of_a_proposal_here_and_across(run):
    people = points(
        [(LON + 0.01, LAT + 0.05, 40), (LON - 0.02, LAT + 0.05, 5), (LON - 0.001, LAT + 0.085, 3),
         (LON + 0.09, LAT + 0.05, 100), (LON + 0.01, LAT - 0.01, 1000)],
        "people:double",
    )  # fmt: skip
    proposal = points([(LON, LAT + 0.05, "P")], "called:string")
    given = asked(POPULATION=people, POPULATION_FIELD="people", PROPOSALS=proposal)
    result, _ = run("neighbours", {**given, "PROPOSAL_RADIUS": 5000})
    (row,) = rows(result["PROPOSALS_OUTPUT"])
    # The west site covers 40 and 5 already; the 1,000 at sea are nobody's here.
    assert (row["pop_own"], row["new_own"]) == (40, 0)
    assert (row["pop_across"], row["new_across"], row["across"]) == (8, 3, "West: 8")
    assert row["called"] == "P"
    lonely, _ = run("neighbours", {**given, "PROPOSAL_RADIUS": 5000,
                                   "SITES": points([(LON + 0.29, LAT)])})  # fmt: skip
    (row,) = rows(lonely["PROPOSALS_OUTPUT"])
    assert (row["new_own"], row["new_across"]) == (40, 8)


def test_without_people_nobody_is_counted(run):
    result, said = run("neighbours", asked(PROPOSALS=points([(LON, LAT + 0.05)])))
    (row,) = rows(result["PROPOSALS_OUTPUT"])
    assert set(row.values()) == {None}
    assert "nobody knows whom" in said.text


SHARED = {
    "AREAS": sample("areas"), "CODE_FIELD": "code", "NAME_FIELD": "name",
    "TECHNOLOGY_FIELD": "technology", "SETTLEMENTS": sample("settlements"), "POP_FIELD": "pop",
}  # fmt: skip


def without_neighbours():
    """The sample's sites less those of the neighbouring regencies, told by their ids."""
    sites = QgsVectorLayer(sample("sites"), "own", "ogr")
    sites.setSubsetString("\"site_id\" LIKE 'CTH%'")
    return sites


def test_removing_the_neighbours_towers_changes_border_villages_only(run):
    result, _ = run(
        "neighbours",
        {**SHARED, "SITES": sample("sites"), "NEIGHBOURS": sample("neighbours"),
         "NEIGHBOUR_CODE_FIELD": "code", "NEIGHBOUR_NAME_FIELD": "name"},
    )  # fmt: skip
    every, _ = run("analysis", {**SHARED, "SITES": sample("sites")})
    own, _ = run("analysis", {**SHARED, "SITES": without_neighbours()})
    with_, less = ({row["code"]: row for row in rows(each["STATISTICS"])} for each in (every, own))
    # Areas are measured to 1e-5 of a village.
    moved = {
        c
        for c in with_
        if max(abs(with_[c][k] - less[c][k]) for k in ("cov_km2", "weak_km2"))
        > 1e-5 * with_[c]["area_km2"]
    }
    border = {row["code"] for row in rows(result["OUTPUT"])}
    assert moved and moved <= border
    lost = sum(with_[c]["cov_km2"] - less[c]["cov_km2"] for c in with_)
    assert result["ONLY_KM2"] == pytest.approx(lost, rel=1e-6)
    people = sum(with_[c]["pop_cov"] - less[c]["pop_cov"] for c in with_)
    assert result["ONLY_PEOPLE"] == people
    assert result["N_DEPENDENT"] == sum(with_[c]["status"] != less[c]["status"] for c in with_)
    # None of theirs enters the regency's own totals.
    total = sum(row["sites"] for row in with_.values())
    assert result["N_OWN_SITES"] == total == sum(row["sites"] for row in less.values())
    neighbours = [f["site_id"] for f in result["SITES_OUTPUT"].getFeatures()
                  if f["home"] == "neighbour"]  # fmt: skip
    assert len(neighbours) == 15 == result["N_NEIGHBOUR_SITES"]
    assert all(name.startswith("TTG") for name in neighbours)
    assert sum(row["only_km2"] for row in rows(result["BY_NEIGHBOUR"])) <= lost + 1e-6


def refusal(parameters):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:neighbours")
    outputs = {d.name(): "memory:" for d in algorithm.destinationParameterDefinitions()}
    fine, sentence = algorithm.checkParameterValues(
        {**outputs, **parameters}, QgsProcessingContext()
    )
    assert not fine
    return sentence


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"NEIGHBOURS": None}, ("(NEIGHBOURS)", "missing")),
        ({"NEIGHBOURS": layer("Polygon", [], "code:string name:string")},
         ("(NEIGHBOURS)", "no features")),
        ({"SITES": layer("Point", [])}, ("(SITES)", "no features")),
        ({"NEIGHBOUR_NAME_FIELD": "nothing"}, ("(NEIGHBOUR_NAME_FIELD)", "no field")),
        ({"PROPOSAL_RADIUS": 0}, ("(PROPOSAL_RADIUS)", "out of range")),
        ({"PROPOSALS": villages(1)}, ("(PROPOSALS)", "points")),
        ({"DEFINITION": "settlement"}, ("(SETTLEMENTS)",)),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(provider, more, words):
    sentence = refusal(asked(**more))
    assert all(word in sentence for word in words), sentence


def test_another_crs_gives_the_same(run):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem("EPSG:32750"),
        QgsProcessingContext().transformContext(),
    )  # fmt: skip

    def moved(source, kind, fields):
        made = []
        for feature in source.getFeatures():
            shape = QgsGeometry(feature.geometry()).densifyByCount(30)
            shape.transform(there)
            made.append((shape, feature.attributes()))
        return layer(kind, made, fields, crs="EPSG:32750")

    result, _ = run("neighbours", asked())
    other, _ = run(
        "neighbours",
        asked(AREAS=moved(villages(3), "Polygon", "code:string name:string"),
              NEIGHBOURS=moved(across(), "Polygon", "code:string name:string")),
    )  # fmt: skip
    assert other["ONLY_KM2"] == pytest.approx(result["ONLY_KM2"], rel=1e-4)
    assert other["N_BORDER"] == result["N_BORDER"]


def test_the_regency_itself_is_no_neighbour(run):
    listed = across()
    own = layer(
        "Polygon",
        [(f"POLYGON(({LON} {LAT},{LON + 0.3} {LAT},{LON + 0.3} {LAT + 0.1},{LON} {LAT + 0.1},"
          f"{LON} {LAT}))", ("99.01", "Own")),
         (square(LON + 7, LAT), ("98.09", "Far"))],
        "code:string name:string",
    )  # fmt: skip
    listed.dataProvider().addFeatures(list(own.getFeatures()))
    result, said = run("neighbours", asked(NEIGHBOURS=listed))
    plain, _ = run("neighbours", asked())
    assert "“Own” lies where the areas do" in said.text
    for key in ("OUTPUT", "BY_NEIGHBOUR"):
        assert rows(result[key]) == rows(plain[key])
    assert {row["nb_name"] for row in rows(result["BY_NEIGHBOUR"])} == {"West", "East"}
