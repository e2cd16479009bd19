# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole job in one run, and the same job as a model: they say the same."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsVectorLayer

from tests.qgis.helpers import LAT, LON, geonames, layer, points, rows, square, villages


def sites():
    """4G in village 1, 2G in village 2, Wi-Fi in village 3."""
    return points(
        [(LON + 0.05, LAT + 0.05, "4G", "A"), (LON + 0.15, LAT + 0.05, "2G", "B"),
         (LON + 0.25, LAT + 0.05, "WiFi", "C")],
        "tech:string op:string",
    )  # fmt: skip


def centres(count=3):
    return points([(LON + 0.05 + 0.1 * i, LAT + 0.05) for i in range(count)])


def base(**more):
    return {
        "SITES": sites(),
        "TECHNOLOGY_FIELD": "tech",
        "AREAS": villages(3),
        "CODE_FIELD": "code",
        "NAME_FIELD": "name",
        "CENTRES": centres(),
        **more,
    }


def test_villages_by_centre(run):
    result, _ = run("analysis", base())
    table = rows(result["STATISTICS"])
    assert [row["ctr_class"] for row in table] == ["covered", "weak", "blank"]
    assert [row["status"] for row in table] == ["covered", "weak", "blank"]
    assert [row["sites"] for row in table] == [1, 1, 0]
    # Every number is an output.
    assert {key for key in result if key.isupper()} >= {
        "COVERAGE_OUTPUT", "GAPS", "STATISTICS", "SUMMARY", "N_COVERED", "N_WEAK", "N_BLANK",
        "COVERED_KM2", "WEAK_KM2", "BLANK_KM2", "N_GAPS",
    }  # fmt: skip


def test_a_wifi_site_is_a_tier_of_its_own(run):
    result, _ = run("analysis", base())
    drawn = {
        (row["tier"], row["class"]): row["area_km2"] for row in rows(result["COVERAGE_OUTPUT"])
    }
    assert drawn["wifi", "covered"] == pytest.approx(0.0314159, rel=1e-3)
    assert set(drawn) == {
        (tier, name) for tier in ("cellular", "wifi") for name in ("covered", "weak")
    }
    third = rows(result["STATISTICS"])[2]
    assert third["cell_stat"] == "blank"
    assert third["wifi_km2"] == pytest.approx(0.0314159, rel=1e-3)
    blank = sum(row["area_km2"] for row in rows(result["GAPS"]) if row["class"] == "blank")
    assert blank == pytest.approx(result["BLANK_KM2"], rel=1e-6)


def test_gaps_weak_and_blank_add_up_with_the_table(run):
    result, _ = run("analysis", base())
    table, gaps = rows(result["STATISTICS"]), rows(result["GAPS"])
    for name in ("weak", "blank"):
        in_gaps = sum(row["area_km2"] for row in gaps if row["class"] == name)
        assert in_gaps == pytest.approx(sum(row[f"{name}_km2"] for row in table), rel=1e-6)


def test_filters_of_gaps_never_change_statistics(run):
    before, _ = run("analysis", base())
    after, _ = run("analysis", base(MIN_AREA=1e9, MIN_WIDTH=1e5))
    assert rows(after["STATISTICS"]) == rows(before["STATISTICS"])
    assert after["N_GAPS"] == 0 and before["N_GAPS"] > 0
    assert after["BLANK_KM2"] == before["BLANK_KM2"]


def test_wifi_alone_is_a_source(run):
    parameters = {"WIFI": centres(1), "AREAS": villages(1), "DEFINITION": "area"}
    result, said = run("analysis", parameters)
    (row,) = rows(result["STATISTICS"])
    assert (row["net_stat"], row["wifi"], row["wifi_act"]) == ("unknown", 1, None)
    assert row["wifi_km2"] == pytest.approx(0.0314159, rel=1e-3)
    assert row["status"] == "blank"
    assert {part["tier"] for part in rows(result["COVERAGE_OUTPUT"])} == {"wifi"}
    assert "all Wi-Fi points are taken to work" in said.text


def test_declared_coverage_alone_is_a_source_and_stays_apart(run):
    declared = layer("Polygon", [(square(LON, LAT), ())])
    result, _ = run(
        "analysis", {"COVERAGE": [declared], "AREAS": villages(2), "DEFINITION": "area"}
    )
    assert [row["status"] for row in rows(result["STATISTICS"])] == ["covered", "blank"]
    (part,) = rows(result["COVERAGE_OUTPUT"])
    assert (part["tier"], part["class"], part["grp"]) == ("cellular", "covered", "declared")


def test_an_empty_layer_beside_others_means_none(run):
    nothing = layer("Point", [], "tech:string op:string")
    empty = {
        "FACILITIES": layer("Point", []),
        "WIFI": layer("Point", []),
        "EXCLUDE": layer("Polygon", []),
        "COVERAGE": [layer("Polygon", [])],
    }
    result, _ = run("analysis", base(**empty))
    table = rows(result["STATISTICS"])
    assert [row["fac"] for row in table] == [0, 0, 0]
    assert [row["excl_km2"] for row in table] == [0, 0, 0]
    assert [row["net_stat"] for row in table] == ["none", "none", "none"]
    with_nothing, _ = run("analysis", {"SITES": nothing, "WIFI": centres(1), "AREAS": villages(1)})
    assert with_nothing["N_BLANK"] == 1


def test_an_empty_layer_of_settlements_or_centres_decides_nothing(run):
    nothing = {"SETTLEMENTS": layer("Polygon", []), "CENTRES": layer("Point", [])}
    result, said = run("analysis", base(**nothing))
    table = rows(result["STATISTICS"])
    assert {row["set_km2"] for row in table} == {None}
    assert [row["status"] for row in table] == ["weak", "weak", "weak"]
    assert {row["definition"] for row in rows(result["SUMMARY"])} == {"area", "distance"}
    assert "empty, so there are none" in said.text


def test_two_wifi_points_at_one_place_are_two(run):
    wifi = points([(LON, LAT), (LON, LAT)])
    result, _ = run("analysis", base(WIFI=wifi, CENTRES=None))
    drawn = {(r["tier"], r["class"]): r["sites"] for r in rows(result["COVERAGE_OUTPUT"])}
    assert drawn["wifi", "covered"] == 3


def test_in_the_model_wifi_hides_no_cellular_blank_spot(run):
    given = base(DEFINITION=4)
    chained, _ = run("blankspot_analysis", given)
    table = rows(chained["statistics:STATISTICS"])
    assert [row["status"] for row in table] == ["covered", "weak", "blank"]


def test_outputs_that_were_not_asked_for_are_not_made(run):
    result, _ = run("analysis", base(COVERAGE_OUTPUT=None, GAPS=None, SUMMARY=None))
    assert "COVERAGE_OUTPUT" not in result and "GAPS" not in result
    assert result["N_BLANK"] == 1
    assert result["N_GAPS"] > 0


def test_group_field_draws_coverage_by_operator(run):
    result, _ = run("analysis", base(GROUP_FIELD="op"))
    drawn = {(row["tier"], row["grp"]) for row in rows(result["COVERAGE_OUTPUT"])}
    assert drawn == {("cellular", "A"), ("cellular", "B"), ("wifi", None)}


def test_results_do_not_depend_on_the_order_of_the_input(run):
    forward, _ = run("analysis", base())
    mixed = base(
        SITES=layer(
            "Point",
            [(f.geometry(), f.attributes()) for f in reversed(list(sites().getFeatures()))],
            "tech:string op:string",
        ),
        AREAS=layer(
            "Polygon",
            [(f.geometry(), f.attributes()) for f in reversed(list(villages(3).getFeatures()))],
            "code:string name:string",
        ),
    )
    backward, _ = run("analysis", mixed)
    key = lambda row: row["code"]  # noqa: E731
    one, other = (sorted(rows(made["STATISTICS"]), key=key) for made in (forward, backward))
    for left, right in zip(one, other):
        for name, value in left.items():
            assert right[name] == (
                pytest.approx(value, rel=1e-9, abs=1e-9) if isinstance(value, float) else value
            ), name


def test_a_geopackage_takes_several_outputs_with_their_styles(run, tmp_path):
    target = tmp_path / "all.gpkg"
    place = {
        key: f"ogr:dbname='{target}' table=\"{key.lower()}\" (geom)"
        for key in ("COVERAGE_OUTPUT", "GAPS", "STATISTICS", "SUMMARY")
    }
    run("analysis", base(**place))
    for key in ("coverage_output", "gaps", "statistics"):
        made = QgsVectorLayer(f"{target}|layername={key}")
        assert made.isValid() and made.featureCount() > 0
        assert made.renderer().type() != "singleSymbol", key
        assert made.metadata().history(), key


def test_a_shapefile_keeps_every_field_name_and_gets_its_style(run, tmp_path):
    target = tmp_path / "statistics.shp"
    run("analysis", base(STATISTICS=str(target)))
    names = QgsVectorLayer(str(target)).fields().names()
    assert "wifi_act" in names and "blank_km2" in names
    assert target.with_suffix(".qml").exists()


def test_the_model_says_what_the_algorithm_says(run, shared_data):
    areas = QgsVectorLayer(
        str(shared_data / "paser_batas_kemendagri" / "paser_desa.geojson"), "desa"
    )
    given = {
        "SITES": geonames(shared_data),
        "AREAS": areas,
        "CODE_FIELD": "kode",
        "NAME_FIELD": "nama",
        "RADIUS": 8000,
        "DEFINITION": 1,
    }
    together, _ = run("analysis", given)
    chained, _ = run("blankspot_analysis", given)
    one = {row["code"]: row for row in rows(together["STATISTICS"])}
    for row in rows(chained["statistics:STATISTICS"]):
        assert row["status"] == one[row["code"]]["status"]
        assert row["blank_km2"] == pytest.approx(one[row["code"]]["blank_km2"], abs=1e-4)
    assert len(rows(chained["gaps:GAPS"])) == together["N_GAPS"]


def test_the_model_stands_in_the_toolbox_with_its_children(provider):
    model = provider.algorithm("blankspot_analysis")
    assert model is not None
    assert sorted(model.childAlgorithms()) == ["coverage", "gaps", "statistics"]
    assert all(child.algorithm() is not None for child in model.childAlgorithms().values())
    assert QgsApplication.processingRegistry().algorithmById("blankspot:blankspot_analysis")


@pytest.mark.parametrize("name", ["analysis", "coverage", "gaps", "statistics", "mapsheets"])
def test_every_algorithm_has_help_and_names(provider, name):
    algorithm = provider.algorithm(name)
    assert len(algorithm.shortHelpString()) > 500
    assert algorithm.displayName() != name
    assert not algorithm.icon().isNull()
