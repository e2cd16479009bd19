# SPDX-License-Identifier: GPL-2.0-or-later
"""The office's own style goes before ours; one that doesn't fit costs a sentence, not the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFillSymbol,
    QgsSettings,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from blankspot_plugin.bridge import settings
from blankspot_plugin.cartography import styling
from tests.qgis.helpers import villages

pytestmark = pytest.mark.usefixtures("qgis_app")

KEY = "blankspot/styles_folder"


@pytest.fixture
def folder(tmp_path):
    """The folder of the office's styles, set for a test."""
    before = QgsSettings().value(KEY)
    QgsSettings().setValue(KEY, str(tmp_path))
    yield tmp_path
    if before is None:
        QgsSettings().remove(KEY)
    else:
        QgsSettings().setValue(KEY, before)


@pytest.fixture
def said():
    """What goes into the log of the plugin."""
    lines = []

    def listen(message, tag, level):
        if tag == "Blank Spot" and level == Qgis.MessageLevel.Warning:
            lines.append(message)

    signal = QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel]
    signal.connect(listen)
    yield lines
    signal.disconnect(listen)


def green(layer):
    """Give a layer a look no role has."""
    symbol = QgsFillSymbol.createSimple({"color": "#00ff00"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def is_green(layer):
    renderer = layer.renderer()
    return renderer.type() == "singleSymbol" and renderer.symbol().color().name() == "#00ff00"


def test_the_own_style_is_taken_when_there_is_one(folder, said):
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    assert not is_green(layer)
    green(styling.template_layer("areas")).saveNamedStyle(str(folder / "areas.qml"))
    styling.style_layer(layer, "areas")
    assert is_green(layer)
    assert styling.layer_role(layer) == "areas"
    assert said == []
    other = styling.template_layer("gaps")
    styling.style_layer(other, "gaps")
    assert not is_green(other)


def test_an_own_style_of_labels_is_taken_too(folder):
    made = styling.template_layer("areas")
    styling.style_layer(made, "areas")
    labels = made.labeling().clone()
    changed = labels.settings()
    changed.fieldName = "status"
    labels.setSettings(changed)
    made.setLabeling(labels)
    made.saveNamedStyle(str(folder / "areas.qml"))
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    assert layer.labeling().settings().fieldName == "status"


def test_the_texts_of_an_own_style_are_the_offices(folder):
    made = styling.template_layer("areas")
    styling.style_layer(made, "areas")
    made.renderer().updateCategoryLabel(0, "Desa terang")
    made.saveNamedStyle(str(folder / "areas.qml"))
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    styling.relabel_layer(layer)
    assert layer.renderer().categories()[0].label() == "Desa terang"


def test_an_own_style_of_a_raster_is_taken(folder, said):
    made = styling.template_layer("signal")
    styling.style_layer(made, "signal")
    made.renderer().setOpacity(0.25)
    made.saveNamedStyle(str(folder / "signal.qml"))
    layer = styling.template_layer("signal")
    styling.style_layer(layer, "signal")
    assert layer.renderer().opacity() == 0.25
    assert said == []


BAD = {
    "empty": "",
    "no XML": "<qgis",
    "another XML": "<svg/>",
    "no style": "<!DOCTYPE qgis><qgis version='3.22'/>",
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("role", ["areas", "signal"])
def test_a_bad_style_is_one_sentence_and_ours_is_shown(folder, said, case, role):
    (folder / f"{role}.qml").write_text(BAD[case], encoding="utf-8")
    ours = styling.template_layer(role)
    styling.style_layer(ours, role)
    assert len(said) == 1
    assert f"{role}.qml" in said[0]
    assert said[0].endswith("The usual style is shown.")
    assert "None" not in said[0]
    kind = "categorizedSymbol" if role == "areas" else "singlebandpseudocolor"
    assert ours.renderer().type() == kind


def test_a_style_of_another_geometry_is_refused(folder, said):
    styled = styling.template_layer("sites")
    styling.style_layer(styled, "sites")
    styled.saveNamedStyle(str(folder / "areas.qml"))
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=status:string&field=technology:string"
        "&field=azimuth:double&field=beamwidth:double",
        "x",
        "memory",
    )
    styling.style_layer(layer, "areas")
    assert [category.value() for category in layer.renderer().categories()] == [
        "covered",
        "weak",
        "blank",
        "",
    ]
    assert len(said) == 1


def test_a_style_that_asks_for_another_field_would_leave_features_out(folder, said):
    made = styling.template_layer("areas")
    styling.style_layer(made, "areas")
    made.renderer().setClassAttribute("kelas_kami")
    made.saveNamedStyle(str(folder / "areas.qml"))
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    assert layer.renderer().classAttribute() == '"status"'
    assert len(said) == 1
    assert "kelas_kami" in said[0]


def test_without_a_setting_the_folder_is_in_the_profile():
    if QgsSettings().value(KEY):
        pytest.skip("a folder is set in these settings")
    profile = Path(QgsApplication.qgisSettingsDirPath())
    assert settings.styles_folder() == profile / "blankspot" / "styles"


def test_results_wear_the_own_style(folder, run):
    green(styling.template_layer("areas")).saveNamedStyle(str(folder / "areas.qml"))
    result, _ = run("statistics", {"AREAS": villages(2), "COVERAGE": [villages(1)]})
    assert is_green(result["OUTPUT"])
