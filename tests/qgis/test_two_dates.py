# SPDX-License-Identifier: GPL-2.0-or-later
"""``change``: two dates of statistics, of gaps, of sites; slivers and borders are no news."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsVectorLayer

from tests.qgis.helpers import LAT, LON, layer, points, rows, square, villages
from tests.qgis.sample_copy import sample

GAP = "code:string name:string class:string"


def table(*told, fields="code:string name:string status:string pop:double pop_blank:double"):
    return layer("None", [(None, row) for row in told], fields)


def boxed(*told):
    """Villages from (x0, x1, code, status), 0.1 degrees high."""
    return layer(
        "Polygon",
        [
            (
                f"POLYGON(({LON + x0} {LAT},{LON + x1} {LAT},{LON + x1} {LAT + 0.1},"
                f"{LON + x0} {LAT + 0.1},{LON + x0} {LAT}))",
                (code, f"Desa {code}", status),
            )
            for x0, x1, code, status in told
        ],
        "code:string name:string status:string",
    )


def gaps(*told):
    """Gaps from (x0, x1, class)."""
    return layer(
        "Polygon",
        [
            (
                f"POLYGON(({LON + x0} {LAT},{LON + x1} {LAT},{LON + x1} {LAT + 0.1},"
                f"{LON + x0} {LAT + 0.1},{LON + x0} {LAT}))",
                ("99.01", "A", word),
            )
            for x0, x1, word in told
        ],
        GAP,
    )


def test_villages_of_two_tables(run, tmp_path):
    before = table(("99.01", "A", "blank", 100.0, 100.0), ("99.02", "B", "covered", 50.0, 0.0),
                   ("99.03", "C", None, 1.0, 1.0), ("99.04", "D", "blank", 9.0, 9.0))  # fmt: skip
    after = table(("9901", "A", "covered", 100.0, 0.0), ("9902", "B", "blank", 50.0, 50.0),
                  ("9905", "E", "blank", 7.0, 7.0), ("9903", "C", "weak", 1.0, 0.0))  # fmt: skip
    out = str(tmp_path / "change.gpkg")
    result, said = run("change", {"BEFORE": before, "AFTER": after, "OUTPUT": out})
    made = rows(QgsVectorLayer(out, "x", "ogr"))
    assert [(row["code"], row["before"], row["after"], row["change"]) for row in made] == [
        ("9901", "blank", "covered", "gone"), ("9902", "covered", "blank", "new"),
        ("9905", None, "blank", "added"), ("9903", "unknown", "weak", "unknown"),
        ("99.04", "blank", None, "removed"),
    ]  # fmt: skip
    assert [(row["gained"], row["lost"]) for row in made][:3] == [
        (100.0, 0.0), (0.0, 50.0), (None, None),
    ]  # fmt: skip
    assert (result["N_NEW"], result["N_GONE"], result["N_PERSISTENT"]) == (1, 1, 0)
    assert (result["PEOPLE_GAINED"], result["PEOPLE_LOST"]) == (101.0, 50.0)
    assert "NEW_KM2" not in result
    assert "1 new, 1 resolved" in said.text


def test_blank_ground_of_two_dates(run):
    before = gaps((0.0, 0.05, "blank"), (0.05, 0.07, "weak"))
    after = gaps((0.03, 0.09, "blank"), (0.0, 0.01, "weak"))
    result, _ = run("change", {"GAPS_BEFORE": before, "GAPS_AFTER": after})
    km2 = {}
    for row in rows(result["CHANGES"]):
        key = row["change"], row["before"], row["after"]
        km2[key] = km2.get(key, 0) + row["area_km2"]
    # A hundredth of a degree is about 12.3 km2 here, 0.1 degrees high.
    share = sum(km2.values()) / 9
    assert {key: round(value / share, 3) for key, value in km2.items()} == {
        ("new", "weak", "blank"): 2.0, ("new", "covered", "blank"): 2.0,
        ("persistent", "blank", "blank"): 2.0, ("gone", "blank", "weak"): 1.0,
        ("gone", "blank", "covered"): 2.0,
    }  # fmt: skip
    assert result["NEW_KM2"] == pytest.approx(4 * share, rel=1e-6)
    assert result["GONE_KM2"] == pytest.approx(3 * share, rel=1e-6)
    assert result["PERSISTENT_KM2"] == pytest.approx(2 * share, rel=1e-6)
    assert result["SLIVER_KM2"] == 0
    assert "N_NEW" not in result
    assert result["OUTPUT"].featureCount() == 0


def test_slivers_are_no_news(run):
    # 5 m to the east, and 5 m wider: no news; 200 m wider: news.
    metre = 1 / 111_250
    before = gaps((0.0, 0.05, "blank"))
    moved = gaps((5 * metre, 0.05 + 5 * metre, "blank"))
    result, _ = run("change", {"GAPS_BEFORE": before, "GAPS_AFTER": moved})
    assert [row["change"] for row in rows(result["CHANGES"])] == ["persistent"]
    assert result["SLIVER_KM2"] == pytest.approx(2 * 0.005 * 11.06, rel=0.01)
    wider = gaps((5 * metre, 0.05 + 200 * metre, "blank"))
    result, _ = run("change", {"GAPS_BEFORE": before, "GAPS_AFTER": wider})
    assert result["NEW_KM2"] == pytest.approx(0.2 * 11.06, rel=0.01)
    assert result["GONE_KM2"] == 0
    # Without a tolerance all is told.
    result, _ = run("change", {"GAPS_BEFORE": before, "GAPS_AFTER": moved, "MIN_WIDTH": 0})
    assert result["NEW_KM2"] == pytest.approx(0.005 * 11.06, rel=0.01)


def test_a_sliver_that_hangs_on_real_change_is_cut_off(run):
    metre = 1 / 111_250
    before = gaps((0.0, 0.05, "blank"))
    # 5 m along the whole edge, and a block of 0.01 degrees in its middle.
    after = layer("Polygon", [
        (f"POLYGON(({LON} {LAT},{LON + .05 + 5 * metre} {LAT},{LON + .05 + 5 * metre} {LAT + .04},"
         f"{LON + .06} {LAT + .04},{LON + .06} {LAT + .05},{LON + .05 + 5 * metre} {LAT + .05},"
         f"{LON + .05 + 5 * metre} {LAT + .1},{LON} {LAT + .1},{LON} {LAT}))",
         ("99.01", "A", "blank"))], GAP)  # fmt: skip
    result, _ = run("change", {"GAPS_BEFORE": before, "GAPS_AFTER": after})
    assert result["NEW_KM2"] == pytest.approx(1.2308, rel=2e-3)
    assert result["SLIVER_KM2"] == pytest.approx(0.005 * 9.955, rel=0.02)


def test_splits_and_merges_are_told_and_never_guessed(run):
    before = boxed((0.0, 0.1, "1", "blank"), (0.1, 0.2, "2", "weak"), (0.2, 0.3, "3", "weak"),
                   (0.3, 0.4, "4", "covered"), (0.4, 0.5, "5", "covered"))  # fmt: skip
    after = boxed((0.0, 0.06, "1", "blank"), (0.06, 0.1, "6", "blank"), (0.1, 0.3, "7", "blank"),
                  (0.3, 0.4, "8", "covered"), (0.4, 0.5, "5", "blank"))  # fmt: skip
    result, said = run("change", {"BEFORE": before, "AFTER": after})
    told = {(row["code_b"], row["code_a"]): row for row in rows(result["BOUNDARIES"])}
    assert {key: row["kind"] for key, row in told.items()} == {
        ("1", "1"): "redrawn", ("1", "6"): "split", ("2", "7"): "merged", ("3", "7"): "merged",
        ("4", "8"): "recoded",
    }  # fmt: skip
    assert told["1", "6"]["pct_b"] == pytest.approx(40, abs=1e-3)
    assert told["1", "6"]["pct_a"] == pytest.approx(100, abs=1e-3)
    made = {row["code"]: row for row in rows(result["OUTPUT"])}
    assert {code: row["change"] for code, row in made.items()} == {
        "1": "persistent", "6": "added", "7": "added", "8": "added", "5": "new", "2": "removed",
        "3": "removed", "4": "removed",
    }  # fmt: skip
    # Blank now, and no new blank spot: nobody knows what it was.
    assert result["N_NEW"] == 1
    assert made["6"]["boundary"] == "split" and made["6"]["related"].startswith("1 (")
    assert made["1"]["boundary"] == "redrawn; split"
    assert made["5"]["boundary"] is None
    assert "differ between the dates in 5 places" in said.text


def test_ground_not_looked_at_is_told_apart(run):
    before, after = boxed((0.0, 0.1, "1", "weak")), boxed((0.0, 0.2, "1", "weak"))
    result, _ = run(
        "change",
        {"BEFORE": before, "AFTER": after, "GAPS_BEFORE": gaps((0.02, 0.04, "blank")),
         "GAPS_AFTER": gaps((0.02, 0.03, "blank"), (0.15, 0.16, "blank"))},
    )  # fmt: skip
    made = {(row["change"], row["before"], row["after"]) for row in rows(result["CHANGES"])}
    assert made == {
        ("persistent", "blank", "blank"), ("gone", "blank", "covered"), ("unknown", None, "blank"),
    }  # fmt: skip
    assert result["NEW_KM2"] == 0


def test_no_gap_on_one_date(run):
    nothing = layer("Polygon", [], GAP)
    there = gaps((0.0, 0.05, "blank"))
    result, _ = run("change", {"GAPS_BEFORE": nothing, "GAPS_AFTER": there})
    assert (result["GONE_KM2"], result["PERSISTENT_KM2"]) == (0, 0)
    assert result["NEW_KM2"] == pytest.approx(61.5, rel=0.01)
    result, _ = run("change", {"GAPS_BEFORE": nothing, "GAPS_AFTER": nothing})
    assert (result["NEW_KM2"], result["CHANGES"].featureCount()) == (0, 0)


@pytest.fixture(scope="module")
def of_sites(provider):
    from tests.qgis.helpers import run_alg

    shared = {
        "AREAS": sample("areas"), "CODE_FIELD": "code", "NAME_FIELD": "name",
        "TECHNOLOGY_FIELD": "technology", "AZIMUTH_FIELD": "azimuth",
        "BEAMWIDTH_FIELD": "beamwidth", "SETTLEMENTS": sample("settlements"), "POP_FIELD": "pop",
    }  # fmt: skip
    dates = [
        run_alg("analysis", {**shared, "SITES": sample(name)})[0]
        for name in ("sites_2024", "sites")
    ]
    sites = run_alg(
        "change", {**shared, "SITES_BEFORE": sample("sites_2024"), "SITES_AFTER": sample("sites")}
    )
    return dates, sites


def test_sites_of_two_dates_give_what_two_analyses_give(run, of_sites):
    (before, after), (result, _) = of_sites
    by_hand, _ = run(
        "change",
        {"BEFORE": before["STATISTICS"], "AFTER": after["STATISTICS"],
         "GAPS_BEFORE": before["GAPS"], "GAPS_AFTER": after["GAPS"]},
    )  # fmt: skip
    numbers = [key for key, value in result.items() if isinstance(value, (int, float))]
    assert len(numbers) == 15
    assert {key: by_hand[key] for key in numbers} == pytest.approx(
        {key: result[key] for key in numbers}
    )
    assert rows(by_hand["OUTPUT"]) == rows(result["OUTPUT"])


def test_the_sample_adds_up(of_sites):
    (before, after), (result, _) = of_sites
    slivers = result["SLIVER_KM2"]
    assert 0 <= slivers < 0.5
    assert result["NEW_KM2"] + result["PERSISTENT_KM2"] == pytest.approx(
        after["BLANK_KM2"], abs=slivers + 1e-2
    )
    assert result["GONE_KM2"] + result["PERSISTENT_KM2"] == pytest.approx(
        before["BLANK_KM2"], abs=slivers + 1e-2
    )
    was, now = ({row["code"]: row for row in rows(date["STATISTICS"])} for date in (before, after))
    off = [was[code]["pop_blank"] - now[code]["pop_blank"] for code in was]
    # Whoever moved by less than the tolerance stands for himself.
    assert result["PEOPLE_GAINED"] == pytest.approx(sum(x for x in off if x > 0), abs=20)
    assert result["PEOPLE_LOST"] == pytest.approx(-sum(x for x in off if x < 0), abs=20)
    solved = [c for c in was if was[c]["status"] == "blank" != now[c]["status"]]
    assert result["N_GONE"] == len(solved)


def test_swapped_sites_and_definitions_are_doubted(run, of_sites):
    (before, after), _ = of_sites
    by_area, _ = run(
        "analysis",
        {"SITES": sample("sites"), "AREAS": sample("areas"), "CODE_FIELD": "code",
         "DEFINITION": "area"},
    )  # fmt: skip
    _, said = run("change", {"BEFORE": before["STATISTICS"], "AFTER": by_area["STATISTICS"]})
    assert "judged by different definitions" in said.text
    _, said = run(
        "change",
        {"AREAS": sample("areas"), "CODE_FIELD": "code", "SITES_BEFORE": sample("sites"),
         "SITES_AFTER": sample("sites_2024")},
    )  # fmt: skip
    assert "The sites before tell of 2025, those after of 2024" in said.text


def test_codes_twice_and_none_are_listed(run):
    before = table(("1", "A", "blank", 1.0, 1.0), ("1.", "A", "covered", 1.0, 1.0))
    after = table(("1", "A", "blank", 1.0, 1.0), (None, "B", "weak", 1.0, 1.0))
    result, _ = run("change", {"BEFORE": before, "AFTER": after})
    listed = [(row["input"], row["row"], row["issue"]) for row in rows(result["ISSUES"])]
    assert listed == [("BEFORE", "1.", "duplicate"), ("AFTER", "#2", "no_id")]
    assert result["N_PERSISTENT"] == 1


def refusal(parameters):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:change")
    outputs = {d.name(): "memory:" for d in algorithm.destinationParameterDefinitions()}
    fine, sentence = algorithm.checkParameterValues(
        {**outputs, **parameters}, QgsProcessingContext()
    )
    assert not fine
    return sentence


FINE = {
    "BEFORE": table(("1", "A", "blank", 1.0, 1.0)),
    "AFTER": table(("1", "A", "weak", 1.0, 0.0)),
}


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, ("(BEFORE)", "(GAPS_BEFORE)", "(SITES_BEFORE)", "nothing to compare")),
        ({"BEFORE": FINE["BEFORE"]}, ("(BEFORE)", "(AFTER)", "give both or none")),
        ({**FINE, "AFTER": "nothing.gpkg"}, ("(AFTER)", "could not be read")),
        ({**FINE, "AFTER": table(("1",), fields="code:string")}, ("(AFTER)", "no field “status”")),
        ({**FINE, "DATE_BEFORE": "2025-12-31", "DATE_AFTER": "31/12/2024"}, ("swapped",)),
        ({**FINE, "DATE_BEFORE": "2025-12-31", "DATE_AFTER": "2025-12-31"}, ("swapped",)),
        ({**FINE, "DATE_AFTER": "soon"}, ("(DATE_AFTER)", "no date")),
        ({**FINE, "MIN_WIDTH": -1}, ("(MIN_WIDTH)",)),
        ({"SITES_BEFORE": points([(LON, LAT)]), "SITES_AFTER": points([(LON, LAT)])},
         ("(AREAS)", "needed")),
        ({"SITES_BEFORE": points([(LON, LAT)]), "SITES_AFTER": points([(LON, LAT)]), **FINE},
         ("exclude one another",)),
        ({"SITES_BEFORE": points([(LON, LAT)]), "SITES_AFTER": points([(LON, LAT)]),
          "AREAS": villages(1), "TECHNOLOGY_FIELD": "nothing"}, ("no field “nothing”",)),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(provider, parameters, words):
    sentence = refusal(parameters)
    assert all(word in sentence for word in words), sentence


def test_gaps_without_a_class_are_refused(provider):
    sentence = refusal({
        "GAPS_BEFORE": layer("Polygon", [(square(LON, LAT), ())]),
        "GAPS_AFTER": gaps((0, 0.1, "blank")),
    })  # fmt: skip
    assert "(GAPS_BEFORE) has no field “class”" in sentence
