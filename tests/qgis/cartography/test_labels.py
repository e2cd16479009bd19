# SPDX-License-Identifier: GPL-2.0-or-later
"""Names: at which scale, whose first, and none on top of another or of a symbol."""

from __future__ import annotations

import itertools

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeature,
    QgsPalLayerSettings,
    QgsVectorLayer,
)

from blankspot_plugin import paths
from blankspot_plugin.cartography import roles, styling
from tests.qgis.cartography.drawing import drawn, map_settings

pytestmark = pytest.mark.usefixtures("qgis_app")

TOWN = (116.23, -1.65)


def test_labels_are_for_larger_scales_only():
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    settings = layer.labeling().settings()
    assert settings.scaleVisibility
    assert settings.minimumScale <= 800_000
    assert settings.format().buffer().enabled()


@pytest.mark.parametrize(
    ("scale", "named"), [(600_000, ["blank"]), (250_000, ["covered", "weak", "blank", "unknown"])]
)
def test_a_small_map_names_only_the_blank_villages(scale, named):
    layer = styling.template_layer("areas")
    styling.style_layer(layer, "areas")
    settings = layer.labeling().settings()
    shown_if = settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.Show)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextScope("map"))
    context.setFields(layer.fields())
    context.lastScope().setVariable("map_scale", scale)
    shown = []
    for status in ("covered", "weak", "blank", "unknown"):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["Contoh", status])
        context.setFeature(feature)
        if QgsExpression(shown_if.expressionString()).evaluate(context):
            shown.append(status)
    assert shown == named


@pytest.mark.parametrize("role", ["sites", "wifi", "centres"])
def test_labels_keep_off_points_that_have_none(role):
    layer = styling.template_layer(role)
    styling.style_layer(layer, role)
    settings = layer.labeling().settings()
    assert layer.labelsEnabled()
    assert not settings.drawLabels
    assert settings.obstacleSettings().isObstacle()


def sample(table, role):
    layer = QgsVectorLayer(f"{paths.sample()}|layername={table}", table, "ogr")
    styling.style_layer(layer, role)
    return layer


def named(layers, scale):
    _, labels = drawn(map_settings(layers, TOWN, scale))
    return labels


@pytest.fixture(scope="module")
def everything(qgis_app):
    tables = {
        "centres": "centres",
        "facilities": "facilities",
        "sites": "sites",
        "wifi": "wifi",
        "kecamatan": "kecamatan",
        "areas": "outline",
        "settlements": "settlements",
        "rivers": "rivers",
    }
    return [sample(table, role) for table, role in tables.items()]


@pytest.mark.parametrize("scale", [750_000, 300_000, 100_000, 25_000])
def test_no_name_lies_on_another(everything, scale):
    labels = named(everything, scale)
    assert len(labels) > 2
    for one, other in itertools.combinations(labels, 2):
        # Of a river's curved name each letter is a label.
        if one.featureId == other.featureId and one.layerID == other.layerID:
            continue
        shared = one.labelGeometry.intersection(other.labelGeometry).area()
        smaller = min(one.labelGeometry.area(), other.labelGeometry.area())
        assert shared < 0.02 * smaller, (one.labelText, other.labelText)


@pytest.mark.parametrize(
    ("scale", "there", "gone"),
    [
        (750_000, {"kecamatan"}, {"areas", "settlements"}),
        (200_000, {"kecamatan", "areas"}, {"settlements"}),
        (25_000, {"areas", "settlements"}, set()),
    ],
)
def test_small_maps_name_districts_large_ones_villages_and_hamlets(everything, scale, there, gone):
    names = {layer.id(): layer.name() for layer in everything}
    seen = {names[label.layerID] for label in named(everything, scale)}
    assert there <= seen
    assert not gone & seen


def test_a_district_goes_before_a_village_and_a_village_before_a_hamlet():
    order = ["proposals", "kecamatan", "areas", "outline", "settlements"]
    priorities = [settings_of(role).priority for role in order]
    assert priorities == sorted(priorities, reverse=True)
    assert len(set(priorities)) == len(priorities)


def settings_of(role):
    layer = styling.template_layer(role)
    styling.style_layer(layer, role)
    return layer.labeling().settings()


@pytest.mark.parametrize("role", [role.id for role in roles.ROLES if role.labels])
def test_a_name_has_a_buffer_or_stands_on_its_symbol(role):
    settings = settings_of(role)
    assert settings.format().buffer().enabled() != roles.role(role).labels.over
    assert not settings.displayAll


def test_areas_are_there_to_be_written_on():
    for role in ("areas", "kecamatan", "outline", "change"):
        assert not settings_of(role).obstacleSettings().isObstacle()


def test_villages_are_named_by_the_field_the_analysis_takes():
    fields = "field=KDEPUM:string&field=NAMOBJ:string&field=NAMA_DESA:string"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4326&{fields}", "x", "memory")
    styling.style_layer(layer, "outline")
    assert layer.labeling().settings().fieldName == "NAMOBJ"
    other = QgsVectorLayer("Polygon?crs=EPSG:4326&field=NAMA_DESA:string", "x", "memory")
    styling.style_layer(other, "outline")
    assert other.labeling().settings().fieldName == "NAMA_DESA"
