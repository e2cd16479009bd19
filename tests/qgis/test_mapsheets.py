# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithm writes a sheet without the open project and refuses what it cannot use."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage

from blankspot_plugin.cartography import palette, styling
from blankspot_plugin.processing import mapsheets
from blankspot_plugin.processing.mapsheets import MapSheetsAlgorithm

pytestmark = pytest.mark.usefixtures("qgis_app")


def villages(crs="EPSG:4326"):
    layer = QgsVectorLayer(
        f"Polygon?crs={crs}&field=name:string&field=status:string", "villages", "memory"
    )
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(116, -2, 116.4, -1.7)))
    feature.setAttributes(["Contoh", "blank"])
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


def in_geopackage(path, role):
    """A GeoPackage as our algorithms leave it: a table with its style in layer_styles."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "village_table"
    context = QgsProject().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(villages(), str(path), context, options)
    source = f"{path}|layername=village_table"
    if role:
        layer = QgsVectorLayer(source, "x", "ogr")
        styling.style_layer(layer, role)
        layer.saveStyleToDatabase("default", "", True, "")
    return source


@pytest.fixture
def run(tmp_path):
    def run_algorithm(**changes):
        algorithm = MapSheetsAlgorithm().create()
        parameters = {
            "LAYERS": [in_geopackage(tmp_path / "in.gpkg", "areas")],
            "TITLE": "Blank spots",
            "OUTPUT": str(tmp_path / "out"),
            **changes,
        }
        context = QgsProcessingContext()
        results, fine = algorithm.run(
            parameters, context, QgsProcessingFeedback(), catchExceptions=False
        )
        assert fine
        return results

    return run_algorithm


def refusal(**parameters):
    context = QgsProcessingContext()
    algorithm = MapSheetsAlgorithm().create()
    fine, message = algorithm.checkParameterValues({"TITLE": "x", **parameters}, context)
    assert not fine
    return message


def test_a_geopackage_is_shown_in_the_style_saved_with_it(run):
    results = run()
    assert Path(results["PDF"]).name == "sheet.pdf"
    assert Path(results["PDF"]).stat().st_size > 10_000
    assert results["SCALE"] == 200_000
    image = QImage(results["PNG"])
    blank = QColor(palette.BLANK).rgb()
    middle = [image.pixel(x, image.height() // 2) for x in range(200, 1700)]
    assert middle.count(blank) > 500


def test_the_legend_speaks_of_the_role_not_of_the_table(tmp_path):
    context = QgsProcessingContext()
    source = in_geopackage(tmp_path / "in.gpkg", "areas")
    layer = QgsVectorLayer(source, "in", "ogr", QgsVectorLayer.LayerOptions(False))
    assert mapsheets._own_copy(layer, context).name() == "Village status"
    source = in_geopackage(tmp_path / "plain.gpkg", "")
    layer = QgsVectorLayer(source, "plain", "ogr", QgsVectorLayer.LayerOptions(False))
    assert mapsheets._own_copy(layer, context).name() == "village_table"


def test_the_role_goes_before_the_title_in_the_metadata(tmp_path):
    source = in_geopackage(tmp_path / "in.gpkg", "areas")
    layer = QgsVectorLayer(source, "in", "ogr")
    metadata = QgsLayerMetadata()
    metadata.setTitle("Kabupaten Contoh (fiktif): desa")
    provider = QgsProviderRegistry.instance().providerMetadata("ogr")
    fine, message = provider.saveLayerMetadata(layer.source(), metadata)
    assert fine, message
    layer = QgsVectorLayer(source, "in", "ogr")
    assert layer.metadata().title() == "Kabupaten Contoh (fiktif): desa"
    assert mapsheets._own_copy(layer, QgsProcessingContext()).name() == "Village status"


def test_a_layer_of_the_open_project_keeps_its_look_and_name(tmp_path):
    project = QgsProject()
    layer = QgsVectorLayer(in_geopackage(tmp_path / "in.gpkg", "areas"), "Mine", "ogr")
    layer.renderer().updateCategoryLabel(2, "My words")
    project.addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(project)
    copy = mapsheets._own_copy(layer, context)
    assert copy.name() == "Mine"
    assert copy.renderer().categories()[2].label() == "My words"


def test_an_extent_zooms_in_and_memory_layers_work(run):
    layer = villages()
    styling.style_layer(layer, "areas")
    results = run(LAYERS=[layer], EXTENT="116.1,116.12,-1.9,-1.88 [EPSG:4326]", NAME="zoom")
    assert Path(results["PNG"]).name == "zoom.png"
    assert results["SCALE"] == 10_000


def test_the_open_project_is_not_touched(run):
    before = set(QgsProject.instance().mapLayers())
    run()
    assert set(QgsProject.instance().mapLayers()) == before
    assert not QgsProject.instance().layoutManager().layouts()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"LAYERS": []}, "Layers"),
        ({"LAYERS": ["/nowhere/x.gpkg"]}, "/nowhere/x.gpkg cannot be opened"),
        ({"NAME": "a/b"}, "plain file name"),
        ({"OUTPUT": __file__}, "may write to"),
        ({"OUTPUT": __file__ + "/below"}, "may write to"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(tmp_path, change, words):
    given = {"LAYERS": [villages()], "OUTPUT": str(tmp_path), **change}
    assert words in refusal(**given)


def test_a_layer_without_crs_is_refused(tmp_path):
    layer = QgsVectorLayer("Polygon?field=name:string", "nowhere", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem())
    message = refusal(LAYERS=[villages(), layer], OUTPUT=str(tmp_path))
    assert "layer nowhere has no coordinate reference system" in message
    assert "Assign projection" in message


def test_a_child_of_a_model_is_refused_too(tmp_path):
    # A model asks its children for no check of values, only to prepare.
    feedback = QgsProcessingFeedback()
    parameters = {"LAYERS": [villages()], "TITLE": "x", "NAME": "a/b", "OUTPUT": str(tmp_path)}
    assert not MapSheetsAlgorithm().create().prepare(parameters, QgsProcessingContext(), feedback)
    assert "plain file name" in feedback.textLog()
    assert not list(tmp_path.iterdir())


def test_empty_layers_are_refused_with_the_remedy(run):
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "empty", "memory")
    with pytest.raises(QgsProcessingException, match="choose layers with features"):
        run(LAYERS=[layer])


@pytest.mark.parametrize("algorithm", [MapSheetsAlgorithm])
def test_its_help_is_there_in_both_languages(algorithm):
    from blankspot_plugin import paths

    for language in ("en", "id"):
        page = paths.help_page(algorithm.ID, language)
        assert page.exists()
    assert paths.help_page(algorithm.ID, "id").parent.name == "id"
