# SPDX-License-Identifier: GPL-2.0-or-later
"""What can't be used is refused before the run, in one sentence with the input and the remedy."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsVectorLayer

from tests.qgis.helpers import LAT, LON, Said, layer, points, rows, square, villages

# A village drawn across itself: two triangles that meet in the middle.
BOW_TIE = (
    f"POLYGON(({LON} {LAT},{LON + 0.1} {LAT + 0.1},{LON + 0.1} {LAT},{LON} {LAT + 0.1},"
    f"{LON} {LAT}))"
)


def site(fields="", *values):
    return points([(LON + 0.05, LAT + 0.05, *values)], fields)


def cover():
    return layer("Polygon", [(square(LON, LAT), ())])


def refusal(name, parameters):
    """Return what the officer reads before the run."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"blankspot:{name}")
    outputs = {
        definition.name(): "memory:" for definition in algorithm.destinationParameterDefinitions()
    }
    fine, sentence = algorithm.checkParameterValues(
        {**outputs, **parameters}, QgsProcessingContext()
    )
    assert not fine, "it was not refused"
    return sentence


def analysis(**more):
    return {"SITES": site(), "AREAS": villages(1), **more}


CASES = {
    "areas without a CRS": (
        lambda: ("analysis", analysis(AREAS=layer("Polygon", [(square(0, 0), ())], crs=""))),
        ("AREAS", "no coordinate reference system", "layer's properties"),
    ),
    "sites without a CRS": (
        lambda: ("coverage", {"INPUT": points([(1, 1)], crs="")}),
        ("INPUT", "no coordinate reference system"),
    ),
    "empty areas": (
        lambda: ("analysis", analysis(AREAS=layer("Polygon", []))),
        ("AREAS", "no features", "choose"),
    ),
    "empty only source": (
        lambda: ("analysis", analysis(SITES=layer("Point", []))),
        ("SITES", "no features", "nothing covers anything"),
    ),
    "empty sites of coverage": (
        lambda: ("coverage", {"INPUT": layer("Point", [])}),
        ("INPUT", "no features"),
    ),
    "empty only coverage": (
        lambda: ("gaps", {"AREAS": villages(1), "COVERAGE": [layer("Polygon", [])]}),
        ("COVERAGE", "no features"),
    ),
    "no source at all": (
        lambda: ("analysis", {"AREAS": villages(1)}),
        ("SITES", "WIFI", "COVERAGE", "at least one"),
    ),
    "a missing field": (
        lambda: ("analysis", analysis(CODE_FIELD="kode_desa")),
        ("CODE_FIELD", "kode_desa", "code, name"),
    ),
    "a missing technology field": (
        lambda: ("coverage", {"INPUT": site("tech:string", "4G"), "TECHNOLOGY_FIELD": "teknologi"}),
        ("TECHNOLOGY_FIELD", "teknologi", "tech"),
    ),
    "a negative radius": (
        lambda: ("coverage", {"INPUT": site(), "RADIUS": -5}),
        ("RADIUS", "-5", "0 or more"),
    ),
    "a radius that is no number": (
        lambda: ("coverage", {"INPUT": site(), "RADIUS": "jauh"}),
        ("RADIUS", "jauh"),
    ),
    "a radius that is not finite": (
        lambda: ("coverage", {"INPUT": site(), "RADIUS": float("nan")}),
        ("RADIUS", "not a number"),
    ),
    "a radii table with a word": (
        lambda: ("coverage", {"INPUT": site(), "RADII": ["4G", "x", 0]}),
        ("RADII", "4G", "x", "not a number"),
    ),
    "a weak radius shorter than the covered": (
        lambda: ("coverage", {"INPUT": site(), "RADII": ["4G", 3500, 2000]}),
        ("RADII", "4G", "shorter", "0 for no weak ring"),
    ),
    "a threshold out of range": (
        lambda: ("analysis", analysis(COVERED_FROM=120)),
        ("COVERED_FROM", "120", "0 to 100"),
    ),
    "polygons where points are due": (
        lambda: ("analysis", analysis(SITES=cover())),
        ("SITES", "polygons", "points are due"),
    ),
    "points where polygons are due": (
        lambda: ("gaps", {"AREAS": villages(1), "COVERAGE": [site()]}),
        ("COVERAGE", "points", "polygons are due"),
    ),
    "a definition without its input": (
        lambda: ("analysis", analysis(DEFINITION="settlement")),
        ("settlement", "SETTLEMENTS"),
    ),
    "a definition whose input is empty": (
        lambda: (
            "analysis",
            analysis(DEFINITION="Settlement", SETTLEMENTS=layer("Polygon", [])),
        ),
        ("settlement", "SETTLEMENTS"),
    ),
    "population points without their field": (
        lambda: ("analysis", analysis(POPULATION=site("n:int", 5))),
        ("POPULATION_FIELD",),
    ),
    "an expression with a mistake": (
        lambda: ("coverage", {"INPUT": site(), "FILTER": '"year" >'}),
        ("FILTER", "expression"),
    ),
    "an expression with a field that is not there": (
        lambda: ("coverage", {"INPUT": site("op:string", "A"), "FILTER": "\"operatr\" = 'A'"}),
        ("FILTER", "operatr", "op"),
    ),
    "an expression with an unknown function": (
        lambda: ("coverage", {"INPUT": site(), "FILTER": "nosuch(1)"}),
        ("FILTER", "expression"),
    ),
    "azimuth without beamwidth": (
        lambda: ("coverage", {"INPUT": site("az:int", 10), "AZIMUTH_FIELD": "az"}),
        ("AZIMUTH_FIELD", "BEAMWIDTH_FIELD"),
    ),
    "areas that were not given": (
        lambda: ("analysis", {"SITES": site()}),
        ("AREAS", "missing", "choose"),
    ),
    "a layer that is not there": (
        lambda: ("analysis", analysis(AREAS="no/such/file.gpkg")),
        ("AREAS",),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_refused_before_the_run(provider, case):
    make, words = CASES[case]
    name, parameters = make()
    sentence = refusal(name, parameters)
    assert all(word in sentence for word in words), sentence
    assert len(sentence) < 400 and "\n" not in sentence


@pytest.mark.parametrize("case", ["a negative radius", "a missing field", "empty areas"])
def test_a_child_of_a_model_refuses_too(provider, case):
    # A model runs its children without asking them for checkParameterValues.
    make, words = CASES[case]
    name, parameters = make()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"blankspot:{name}")
    with pytest.raises(QgsProcessingException) as caught:
        algorithm.prepareAlgorithm(parameters, QgsProcessingContext(), Said())
    assert all(word in str(caught.value) for word in words)


def test_a_population_that_is_a_word_is_a_sentence(run):
    areas = layer("Polygon", [(square(LON, LAT), ("1", "banyak"))], "code:string jiwa:string")
    with pytest.raises(QgsProcessingException, match="jiwa.*banyak.*not a plain number"):
        run("analysis", analysis(AREAS=areas, POP_FIELD="jiwa"))


def test_a_population_written_as_text_is_read(run):
    areas = layer("Polygon", [(square(LON, LAT), ("1", "250"))], "code:string jiwa:string")
    result, _ = run("analysis", analysis(AREAS=areas, POP_FIELD="jiwa"))
    assert rows(result["STATISTICS"])[0]["pop"] == 250


@pytest.mark.parametrize(
    ("people", "words"), [("1.234", "thousands"), ("12,345", "thousands"), ("-5", "negative")]
)
def test_a_population_that_may_mean_two_things_is_refused(run, people, words):
    areas = layer("Polygon", [(square(LON, LAT), ("1", people))], "code:string jiwa:string")
    with pytest.raises(QgsProcessingException, match=f"jiwa.*{words}"):
        run("analysis", analysis(AREAS=areas, POP_FIELD="jiwa"))


FEATURE_CASES = {
    "a site's radius is a word": (
        ("r:string", "dekat"), {"RADIUS_FIELD": "r"}, ("Site 1", "dekat", "not a number"),
    ),
    "a site's radius is negative": (
        ("r:double", -3), {"RADIUS_FIELD": "r"}, ("Site 1", "-3", "negative"),
    ),
    "all radii are zero": (
        ("r:double", 0), {"RADIUS_FIELD": "r"}, ("zero", "RADIUS"),
    ),
    "a site's weak radius is shorter": (
        ("r:double w:double", 3, 2), {"RADIUS_FIELD": "r", "WEAK_FIELD": "w"},
        ("Site 1", "shorter"),
    ),
    "a beamwidth out of range": (
        ("a:double b:double", 3, 400), {"AZIMUTH_FIELD": "a", "BEAMWIDTH_FIELD": "b"},
        ("Site 1", "400", "360"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FEATURE_CASES)
def test_a_bad_cell_stops_the_run_and_keeps_the_earlier_output(run, tmp_path, case):
    (fields, *values), parameters, words = FEATURE_CASES[case]
    target = tmp_path / "coverage.gpkg"
    run("coverage", {"INPUT": site(), "OUTPUT": str(target)})
    with pytest.raises(QgsProcessingException) as caught:
        run("coverage", {"INPUT": site(fields, *values), **parameters, "OUTPUT": str(target)})
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert QgsVectorLayer(str(target)).featureCount() == 1


def test_a_filter_that_leaves_no_site_is_refused(run):
    with pytest.raises(QgsProcessingException, match="No site fulfils the filter"):
        run("coverage", {"INPUT": site("year:int", 2024), "FILTER": '"year" > 2024'})


def test_an_output_that_cannot_be_written_is_a_sentence(run, tmp_path):
    with pytest.raises(QgsProcessingException) as caught:
        run("coverage", {"INPUT": site(), "OUTPUT": str(tmp_path / "no" / "such" / "x.gpkg")})
    assert "Coverage" in str(caught.value) or "OUTPUT" in str(caught.value)


def test_invalid_areas_are_repaired_and_counted(run):
    areas = layer("Polygon", [(BOW_TIE, ("1",)), (square(LON + 0.2, LAT), ("2",))], "code:string")
    result, said = run("analysis", analysis(AREAS=areas, CODE_FIELD="code"))
    table = rows(result["STATISTICS"])
    assert table[0]["area_km2"] == pytest.approx(table[1]["area_km2"] / 2, rel=1e-3)
    assert "1 invalid geometries repaired" in said.text


def test_z_m_and_curves_are_read(run):
    z = f"POLYGON Z(({LON} {LAT} 1,{LON + 0.1} {LAT} 2,{LON + 0.1} {LAT + 0.1} 3,{LON} {LAT} 1))"
    zm = (
        f"POLYGON ZM(({LON} {LAT} 1 2,{LON + 0.1} {LAT} 2 2,{LON + 0.1} {LAT + 0.1} 3 2,"
        f"{LON} {LAT} 1 2))"
    )
    curve = (
        f"CURVEPOLYGON(CIRCULARSTRING({LON} {LAT},{LON + 0.05} {LAT + 0.05},{LON + 0.1} {LAT},"
        f"{LON + 0.05} {LAT - 0.05},{LON} {LAT}))"
    )
    for kind, wkt in (("PolygonZ", z), ("PolygonZM", zm), ("CurvePolygon", curve)):
        areas = layer(kind, [(wkt, ("1",))], "code:string")
        result, _ = run("analysis", analysis(AREAS=areas))
        (row,) = rows(result["STATISTICS"])
        parts = row["cov_km2"] + row["weak_km2"] + row["blank_km2"]
        assert row["area_km2"] > 50 and parts == pytest.approx(row["area_km2"], rel=1e-9), kind


def test_an_area_without_a_geometry_stays_in_the_table_as_unknown(run):
    areas = layer("Polygon", [(square(LON, LAT), ("1",)), (None, ("2",))], "code:string")
    result, said = run("analysis", analysis(AREAS=areas, CODE_FIELD="code"))
    table = rows(result["STATISTICS"])
    assert [row["code"] for row in table] == ["1", "2"]
    assert {value for name, value in table[1].items() if name not in ("code", "code_1")} == {None}
    assert "1 without a geometry" in said.text


def test_coverage_polygons_that_are_invalid_are_repaired(run):
    result, said = run(
        "gaps", {"AREAS": villages(1), "COVERAGE": [layer("Polygon", [(BOW_TIE, ())])]}
    )
    assert result["GAPS"] == 2
    assert "1 invalid geometries repaired" in said.text
