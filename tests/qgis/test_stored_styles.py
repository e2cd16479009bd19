# SPDX-License-Identifier: GPL-2.0-or-later
"""A run again keeps the style an officer saved with an output, and renews ours."""

from __future__ import annotations

import pytest
from qgis.core import QgsFillSymbol, QgsSingleSymbolRenderer, QgsVectorLayer

from blankspot_plugin.bridge import stored_styles
from tests.qgis.helpers import LAT, LON, points, villages

KEPT = "keeps the style that was saved with it"


def inputs(**more):
    return {"SITES": points([(LON + 0.05, LAT + 0.05)]), "AREAS": villages(2), **more}


def table(file, name):
    return f"ogr:dbname='{file}' table=\"{name}\" (geom)"


def opened(source):
    layer = QgsVectorLayer(str(source), "x", "ogr")
    assert layer.isValid()
    return layer


def green(layer):
    symbol = QgsFillSymbol.createSimple({"color": "#00ff00"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def is_green(layer):
    renderer = layer.renderer()
    return renderer.type() == "singleSymbol" and renderer.symbol().color().name() == "#00ff00"


def styles(layer):
    count, ids, names, *_ = layer.listStylesInDatabase()
    return sorted(names[:count])


@pytest.mark.parametrize("whole_file", [True, False], ids=["file", "table"])
@pytest.mark.parametrize("name", ["Gaya kantor", ""])
def test_the_officers_default_style_is_kept(run, tmp_path, whole_file, name):
    file = tmp_path / "gaps.gpkg"
    place = str(file) if whole_file else table(file, "gaps")
    _, said = run("analysis", inputs(GAPS=place))
    assert KEPT not in said.text
    green(opened(file)).saveStyleToDatabase(name, "", True, "")
    assert is_green(opened(file))
    for _ in range(2):
        _, said = run("analysis", inputs(GAPS=place))
        assert KEPT in said.text
        again = opened(file)
        assert is_green(again)
        assert styles(again) == sorted(["default", name or "gaps"])


@pytest.mark.parametrize("whole_file", [True, False], ids=["file", "table"])
def test_our_own_style_is_renewed(run, tmp_path, whole_file):
    file = tmp_path / "gaps.gpkg"
    place = str(file) if whole_file else table(file, "gaps")
    for _ in range(3):
        _, said = run("analysis", inputs(GAPS=place))
        assert KEPT not in said.text
        made = opened(file)
        assert styles(made) == ["default"]
        assert made.renderer().type() == "categorizedSymbol"


def test_a_style_saved_without_being_the_default_stays_in_the_table(run, tmp_path):
    file = tmp_path / "gaps.gpkg"
    run("analysis", inputs(GAPS=table(file, "gaps")))
    green(opened(file)).saveStyleToDatabase("Lain", "", False, "")
    run("analysis", inputs(GAPS=table(file, "gaps")))
    made = opened(file)
    assert not is_green(made)
    assert styles(made) == ["Lain", "default"]


def test_our_style_changed_a_little_and_saved_under_our_name_is_the_officers(run, tmp_path):
    file = tmp_path / "gaps.gpkg"
    run("analysis", inputs(GAPS=table(file, "gaps")))
    layer = opened(file)
    layer.renderer().updateCategoryLabel(0, "Wilayah gelap")
    for style in layer.listStylesInDatabase()[1]:
        layer.deleteStyleFromDatabase(style)
    layer.saveStyleToDatabase("default", "", True, "")
    run("analysis", inputs(GAPS=table(file, "gaps")))
    again = opened(file)
    assert again.renderer().categories()[0].label() == "Wilayah gelap"
    assert styles(again) == ["default", "default 2"]


def test_another_opacity_alone_makes_it_the_officers(run, tmp_path):
    file = tmp_path / "gaps.gpkg"
    run("analysis", inputs(GAPS=str(file)))
    layer = opened(file)
    layer.setOpacity(0.5)
    layer.saveStyleToDatabase("Pudar", "", True, "")
    run("analysis", inputs(GAPS=str(file)))
    assert opened(file).opacity() == 0.5


@pytest.mark.parametrize("suffix", ["shp", "geojson"])
def test_a_style_beside_a_file_is_kept(run, tmp_path, suffix):
    file = tmp_path / f"gaps.{suffix}"
    run("analysis", inputs(GAPS=str(file)))
    ours = opened(file)
    assert ours.renderer().type() == "categorizedSymbol"
    _, said = run("analysis", inputs(GAPS=str(file)))
    assert KEPT not in said.text
    green(opened(file)).saveNamedStyle(str(file.with_suffix(".qml")))
    _, said = run("analysis", inputs(GAPS=str(file)))
    assert KEPT in said.text
    assert is_green(opened(file))


def test_a_place_that_is_no_file_has_no_style(tmp_path):
    broken = tmp_path / "x.gpkg"
    broken.write_bytes(b"no database")
    long = f"postgres://dbname='x' table=\"{'y' * 300}\" (geom)"
    for place in (
        "memory:",
        "",
        "TEMPORARY_OUTPUT",
        long,
        str(tmp_path / "none.gpkg"),
        str(broken),
    ):
        assert stored_styles.own_style(place) is None
