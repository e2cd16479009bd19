# SPDX-License-Identifier: GPL-2.0-or-later
"""Each role dresses a layer, in code and as the style file that is shipped, in any language."""

from __future__ import annotations

import re
import threading

import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsFeature,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRasterLayer,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QColor, qUnpremultiply

from blankspot_plugin import paths
from blankspot_plugin.cartography import roles, styling
from blankspot_plugin.core import definitions, signal_levels, wifi
from tests.qgis.helpers import LAT, LON, points

pytestmark = pytest.mark.usefixtures("qgis_app")

ROLE_IDS = [role.id for role in roles.ROLES]


@pytest.mark.parametrize("role", ROLE_IDS)
def test_every_role_dresses_the_layer_it_is_for(role):
    layer = styling.template_layer(role)
    styling.style_layer(layer, role)
    assert legend(layer)
    assert styling.layer_role(layer) == role


def legend(layer):
    renderer = layer.renderer()
    if isinstance(layer, QgsRasterLayer):
        return [text for text, _ in renderer.legendSymbologyItems()]
    return [item.label() for item in renderer.legendSymbolItems()]


CLASSES = set(definitions.CLASSES)
VALUES = {
    "areas": {*CLASSES, ""},
    "gaps": {definitions.WEAK, definitions.BLANK},
    "declared": {definitions.COVERED, definitions.WEAK},
    "signal": CLASSES,
    "measured": {*CLASSES, ""},
    "change": {"new", "gone", "persistent", ""},
    "wifi": {"active", "installed", "planned", "down", ""},
}


@pytest.mark.parametrize("role", VALUES)
def test_a_role_has_the_classes_of_the_contract(role):
    assert {entry.value for entry in roles.role(role).entries} == VALUES[role]


def test_wifi_states_are_those_of_the_analysis_and_down():
    states = {entry.value for entry in roles.role("wifi").entries}
    assert states - {"down", ""} == {wifi.ACTIVE, wifi.INSTALLED, wifi.PLANNED}


def test_coverage_has_every_class_of_every_tier_and_technology():
    covering = (definitions.COVERED, definitions.WEAK)
    found = {entry.value for entry in roles.role("coverage").entries}
    tiers = ("cellular", "wifi", "declared")
    assert found == {f"{tier} {name}" for tier in tiers for name in covering}
    found = {entry.value for entry in roles.role("coverage_technology").entries}
    tiers = ("5G", "4G", "3G", "2G", "wifi", "declared")
    assert found == {"", *(f"{tier} {name}" for tier in tiers for name in covering)}


def test_the_thresholds_of_a_level_stand_in_its_legend():
    for role in ("signal", "measured"):
        texts = legend(dressed(role))
        for level in (signal_levels.COVERED_DBM, signal_levels.WEAK_DBM):
            assert any(f"{level:g} dBm" in text for text in texts), role


@pytest.mark.parametrize(
    ("level", "name"),
    [(-60, "covered"), (-105, "covered"), (-105.01, "weak"), (-115, "weak"), (-115.01, "blank")],
)
def test_a_cell_has_the_colour_of_its_class(tmp_path, level, name):
    path = str(tmp_path / "level.tif")
    made = gdal.GetDriverByName("GTiff").Create(path, 1, 1, 1, gdal.GDT_Float32)
    made.SetGeoTransform((0, 1, 0, 1, 0, -1))
    made.GetRasterBand(1).Fill(level)
    del made
    layer = QgsRasterLayer(path, "level", "gdal")
    styling.style_layer(layer, "signal")
    block = layer.renderer().block(1, layer.extent(), 1, 1)
    (entry,) = [entry for entry in roles.role("signal").entries if entry.value == name]
    wanted = QColor(entry.fill.colour)
    wanted.setAlphaF(entry.fill.opacity)
    # A block holds colours multiplied by their opacity.
    seen = block.color(0, 0)
    assert QColor.fromRgba(qUnpremultiply(seen)).getRgb() == pytest.approx(wanted.getRgb(), abs=2)


def dressed(role):
    layer = styling.template_layer(role)
    styling.style_layer(layer, role)
    return layer


def test_a_raster_wears_only_the_role_of_a_raster():
    with pytest.raises(ValueError, match="areas"):
        styling.style_layer(styling.template_layer("signal"), "areas")
    with pytest.raises(ValueError, match="signal"):
        styling.style_layer(styling.template_layer("areas"), "signal")


def test_a_role_without_a_look_for_the_geometry_is_refused():
    with pytest.raises(ValueError, match="sites"):
        styling.style_layer(QgsVectorLayer("Polygon?crs=EPSG:4326", "x", "memory"), "sites")
    with pytest.raises(KeyError):
        styling.style_layer(QgsVectorLayer("Point?crs=EPSG:4326", "x", "memory"), "nothing")


def test_a_worker_thread_can_dress_a_layer():
    layer = styling.template_layer("areas")
    failures = []

    def work():
        try:
            styling.style_layer(layer, "areas")
        except Exception as error:  # noqa: BLE001 - handed to the main thread
            failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert not failures
    assert len(layer.renderer().categories()) == 4


@pytest.mark.parametrize("field", ["technology", "Tech", "TEKNOLOGI"])
def test_the_technology_field_is_found_by_its_usual_names(field):
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&field=a:int&field={field}:string", "x", "memory")
    styling.style_layer(layer, "sites")
    assert f'"{field}"' in layer.renderer().classAttribute()


def test_an_area_without_status_is_drawn_as_unknown():
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(0, 0)).buffer(1, 4))
    feature.setAttributes(["Contoh", None])
    context = QgsRenderContext()
    context.expressionContext().setFields(layer.fields())
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    assert [labels[key] for key in keys] == ["Not known (no data)"]


def test_coverage_without_a_tier_shows_no_wifi_classes():
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=class:string", "x", "memory")
    styling.style_layer(layer, "coverage")
    assert [c.value() for c in layer.renderer().categories()] == [
        "cellular weak",
        "cellular covered",
    ]


class Marking(QTranslator):
    """Translates a few texts, or marks all of the plugin's."""

    def __init__(self, texts=None):
        super().__init__()
        self.texts = texts

    def translate(self, context, text, disambiguation=None, n=-1):
        if context != "@default":
            return None
        return f"§{text}" if self.texts is None else self.texts.get(text)

    def isEmpty(self):
        return False


@pytest.fixture
def speaking():
    """Install translators until the test is over."""
    installed = []

    def install(translator):
        QCoreApplication.installTranslator(translator)
        installed.append(translator)

    yield install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


def test_a_saved_english_style_is_relabelled(speaking):
    layer = styling.template_layer("areas")
    assert layer.loadNamedStyle(str(paths.RESOURCES / "styles" / "areas.qml"))[1]
    layer.renderer().updateCategoryLabel(2, "My own words")
    speaking(Marking({"Covered": "Terlayani", "Blank spot": "Blank spot (tidak terlayani)"}))
    styling.relabel_layer(layer)
    labels = [category.label() for category in layer.renderer().categories()]
    assert labels[0] == "Terlayani"
    assert labels[2] == "My own words"


@pytest.mark.parametrize("role", ROLE_IDS)
def test_no_text_of_a_legend_stays_english(role, speaking):
    """Fresh or from a file that was saved in English; the catalogue itself is tested elsewhere."""
    saved = styling.template_layer(role)
    assert saved.loadNamedStyle(str(paths.RESOURCES / "styles" / f"{role}.qml"))[1]
    speaking(Marking())
    styling.relabel_layer(saved)
    for texts in (legend(dressed(role)), legend(saved)):
        assert [text for text in texts if text and not text.startswith("§")] == []
    assert styling.role_title(role).startswith("§")


@pytest.mark.parametrize("role", ROLE_IDS)
def test_a_shipped_style_loads_without_a_warning(role):
    warnings = []

    def listen(message, tag, level):
        if level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical):
            warnings.append(f"{tag}: {message}")

    log = QgsApplication.messageLog()
    log.messageReceived[str, str, Qgis.MessageLevel].connect(listen)
    try:
        layer = styling.template_layer(role)
        message, fine = layer.loadNamedStyle(str(paths.RESOURCES / "styles" / f"{role}.qml"))
    finally:
        log.messageReceived[str, str, Qgis.MessageLevel].disconnect(listen)
    assert (fine, message, warnings) == (True, "", [])
    if isinstance(layer, QgsVectorLayer) and roles.role(role).classify:
        parsed = QgsExpression(layer.renderer().classAttribute())
        assert not parsed.hasParserError(), parsed.parserErrorString()


def test_there_is_a_style_for_each_role_and_for_nothing_else():
    files = {path.stem for path in (paths.RESOURCES / "styles").glob("*.qml")}
    assert files == set(ROLE_IDS)


@pytest.mark.parametrize("role", ROLE_IDS)
def test_the_shipped_styles_are_what_the_code_makes(role):
    made, shipped = styling.template_layer(role), styling.template_layer(role)
    styling.style_layer(made, role)
    message, fine = shipped.loadNamedStyle(str(paths.RESOURCES / "styles" / f"{role}.qml"))
    assert fine, message
    # How labels are written changes from QGIS to QGIS, so of them it is the look that counts.
    labelling = re.compile("<labeling.*</labeling>", re.DOTALL)
    one, other = (labelling.sub("", styling.style_xml(layer)) for layer in (shipped, made))
    assert one == other, "run scripts/make_styles.py"
    assert label_look(shipped) == label_look(made), "run scripts/make_styles.py"


def label_look(layer):
    if isinstance(layer, QgsRasterLayer) or not layer.labelsEnabled():
        return None
    settings = layer.labeling().settings()
    text, buffer = settings.format(), settings.format().buffer()
    return (
        settings.fieldName,
        settings.placement,
        settings.minimumScale,
        settings.scaleVisibility,
        settings.drawLabels,
        settings.priority,
        settings.obstacleSettings().isObstacle(),
        settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.Show).asExpression(),
        (text.size(), text.color().name(), text.families()),
        (buffer.enabled(), buffer.size(), buffer.color().name()),
    )


def test_the_export_is_the_same_each_time(tmp_path):
    first = [path.read_bytes() for path in styling.export_styles(tmp_path / "a")]
    second = [path.read_bytes() for path in styling.export_styles(tmp_path / "b")]
    assert first == second
    assert len(first) == len(ROLE_IDS)


@pytest.mark.parametrize(
    ("names", "role"),
    [(("4G", "2G"), "coverage_technology"), (("Telkomsel", "Indosat"), "coverage")],
)
def test_coverage_grouped_by_technology_is_drawn_by_technology(run, names, role):
    places = [(LON + 0.1 * n, LAT, name) for n, name in enumerate(names)]
    given = {"INPUT": points(places, "what:string"), "GROUP_FIELD": "what"}
    result, _ = run("coverage", given)
    assert styling.layer_role(result["OUTPUT"]) == role
