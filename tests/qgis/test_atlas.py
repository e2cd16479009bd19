# SPDX-License-Identifier: GPL-2.0-or-later
"""Every page of an atlas has a title, number, villages and legend of its own."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateTransform,
    QgsFeedback,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsMapLayerLegendUtils,
    QgsPointXY,
    QgsProject,
)

from blankspot_plugin.cartography import atlas, layouts, styling
from blankspot_plugin.core.errors import Cancelled
from tests.qgis.helpers import layer as memory
from tests.qgis.sheets import TEXT, check_boxes, paser, pdf_text, sample_layers
from tests.qgis.test_sheets import needs_pdftotext

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()  # files have to be closed before QGIS is


def order_by_kecamatan(project, paper="a4_landscape"):
    layers = sample_layers(project)
    return layouts.Order(
        layers, TEXT, paper=paper, atlas=layouts.Atlas(layers[3], villages=layers[-1])
    )


def seen(main, layer):
    """The legend texts of what lies in a map's frame, found without our code or QGIS's filter."""
    frame = QgsGeometry.fromRect(main.extent()).densifyByCount(16)
    transforms = main.layout().project().transformContext()
    frame.transform(QgsCoordinateTransform(main.crs(), layer.crs(), transforms))
    there = [feature for feature in layer.getFeatures() if feature.geometry().intersects(frame)]
    role = styling.layer_role(layer)
    if role == "areas":
        words = {"covered": "Covered", "weak": "Weak signal", "blank": "Blank spot"}
        return {words[feature["status"]] for feature in there}
    if role == "sites":
        farthest = {"2G/4G": "4G", "4G/5G": "4G"}
        named = (feature["technology"] for feature in there)
        return {f"BTS {farthest.get(name, name)}" for name in named}
    return {""} if there else set()


def listed(legend, layer):
    """The legend texts of a layer, as they stand in the legend."""
    node = legend.model().rootGroup().findLayer(layer.id())
    if node is None:
        return set()
    if styling.layer_role(layer) not in ("areas", "sites"):
        return {""}
    texts = [item.label() for item in layer.renderer().legendSymbolItems()]
    return {texts[place] for place in QgsMapLayerLegendUtils.legendNodeOrder(node)}


def test_each_legend_says_what_is_on_its_own_page(project):
    order = order_by_kecamatan(project)
    layout = layouts.build_sheet(project, order)
    pages = atlas.pages_to_draw(layout)
    assert pages.beginRender()
    legends = []
    while pages.next():
        drawn = pages.layout()
        main, legend = drawn.itemById("map"), drawn.itemById("legend")
        for layer in order.layers:
            assert listed(legend, layer) == seen(main, layer), (pages.name(), layer.name())
        legends.append(tuple(len(listed(legend, layer)) for layer in order.layers))
        area = drawn.reportContext().feature().geometry()
        assert QgsGeometry.fromRect(main.extent()).contains(area)
        check_boxes(drawn)
    assert len(legends) == 10
    assert len(set(legends)) > 1, "all pages alike would prove nothing"


@needs_pdftotext
def test_each_page_of_the_pdf_has_its_own_title_number_and_villages(project, tmp_path):
    order = order_by_kecamatan(project)
    layout = layouts.build_sheet(project, order)
    (pdf,) = layouts.export(layout, tmp_path, "atlas", layouts.Files(("pdf",), 72))
    villages = [(feature["name"], feature.geometry()) for feature in order.layers[-1].getFeatures()]
    kecamatan = sorted(order.layers[3].getFeatures(), key=lambda feature: feature["code"])
    for number, page in enumerate(kecamatan, 1):
        words = pdf_text(pdf, number)
        assert f"blank spots: {page['name']}" in words
        assert f"Sheet number: 64-{number:02d}" in words
        table = words.split("Villages on this sheet")[1]
        inside = [
            name for name, area in villages if page.geometry().contains(area.pointOnSurface())
        ]
        assert inside
        assert [name for name in inside if name not in words] == []
        others = {name for name, _ in villages} - set(inside)
        assert not [name for name in others if f" {name} Covered" in table]


def test_each_page_knows_where_it_lies(project, tmp_path):
    order = order_by_kecamatan(project)
    layout = layouts.build_sheet(project, order)
    (pdf,) = layouts.export(layout, tmp_path, "atlas", layouts.Files(("pdf",), 72))
    pages = atlas.pages_to_draw(layout)
    pages.beginRender()
    number = 0
    while pages.next():
        number += 1
        opened = gdal.OpenEx(f"PDF:{number}:{pdf}", open_options=["DPI=150"])
        left, across, _, top, _, down = opened.GetGeoTransform()
        main = pages.layout().itemById("map")
        place, size = main.positionWithUnits(), main.sizeWithUnits()
        pixel = 25.4 / 150
        corner = QgsPointXY(
            left + place.x() / pixel * across, top + (place.y() + size.height()) / pixel * down
        )
        assert corner.x() == pytest.approx(main.extent().xMinimum(), abs=main.scale() / 1000)
        assert corner.y() == pytest.approx(main.extent().yMinimum(), abs=main.scale() / 1000)
    assert number == 10


def test_one_file_per_page_named_by_number_and_page(project, tmp_path):
    layout = layouts.build_sheet(project, order_by_kecamatan(project))
    files = layouts.Files(("pdf", "png"), 50, a_file_per_page=True)
    made = layouts.export(layout, tmp_path, "atlas", files)
    assert len(made) == 20
    assert sorted(path.name for path in tmp_path.iterdir()) == [path.name for path in made]
    assert made[0].name.startswith("atlas_01_")
    assert {path.suffix for path in made} == {".pdf", ".png"}


def test_villages_of_one_value_are_one_page(project, shared_data):
    villages = paser(shared_data, project)
    made = layouts.Atlas(villages, "status", villages=villages)
    layout = layouts.build_sheet(
        project, layouts.Order([villages], TEXT, paper="a3_landscape", atlas=made)
    )
    assert layout.atlas().count() == 3
    check_boxes(layout)


def test_a_page_for_each_of_144_villages(project, shared_data):
    villages = paser(shared_data, project)
    said = []
    order = layouts.Order(
        [villages], TEXT, paper="a4_portrait", atlas=layouts.Atlas(villages, villages=villages)
    )
    layout = layouts.build_sheet(project, order, said.append)
    assert said == []
    pages = atlas.pages_to_draw(layout)
    pages.beginRender()
    names = []
    while pages.next():
        page = pages.layout().reportContext().feature()
        assert page["page"] in pages.layout().itemById("title").text().replace("\n", " ")
        names.append(page["page"])
        if len(names) % 29 == 0:
            check_boxes(pages.layout())
    assert sorted(names) == sorted(feature["name"] for feature in villages.getFeatures())


def test_cancel_leaves_what_was_there(project, tmp_path):
    layout = layouts.build_sheet(project, order_by_kecamatan(project))
    (tmp_path / "atlas.pdf").write_text("earlier")

    class Stopped(QgsFeedback):
        def __init__(self):
            super().__init__()
            self.progressChanged.connect(lambda done: self.cancel() if done >= 20 else None)

    with pytest.raises(Cancelled):
        layouts.export(layout, tmp_path, "atlas", layouts.Files(("pdf",), 50), Stopped())
    assert [path.name for path in tmp_path.iterdir()] == ["atlas.pdf"]
    assert (tmp_path / "atlas.pdf").read_text() == "earlier"


def test_an_atlas_stays_in_a_saved_project(tmp_path):
    project = QgsProject()
    layers = sample_layers(project)
    made = layouts.Atlas(layers[3])
    order = layouts.Order(layers[1:4], TEXT, paper="a4_landscape", atlas=made)
    pages = str(tmp_path / "pages.gpkg")
    layouts.create_in_project(project, "Atlas", order, pages_file=pages)
    layouts.create_in_project(project, "Atlas", order, pages_file=pages)
    parts = [layer.customProperty("blankspot/part") for layer in project.mapLayers().values()]
    assert (parts.count("pages"), parts.count("index")) == (1, 1)
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    again = QgsProject()
    assert again.read(str(tmp_path / "project.qgz"))
    layout = again.layoutManager().layoutByName("Atlas")
    assert layout.atlas().enabled()
    assert layout.atlas().updateFeatures() == 10
    assert isinstance(layout.itemById("map"), QgsLayoutItemMap)
    tree = again.layerTreeRoot().findLayers()
    assert not [node for node in tree if node.layer().customProperty("blankspot/part")]
    again.clear()


@needs_pdftotext
@pytest.mark.parametrize("name", ["Désa Ñandú", "Деревня", "قرية", "Kampung Ωμέγα"])
def test_a_name_of_any_letters_is_printed(project, tmp_path, name):
    areas = memory(
        "Polygon",
        [("POLYGON((116 -2,116.1 -2,116.1 -1.9,116 -1.9,116 -2))", (name, "blank"))],
        "name:string status:string",
    )
    styling.style_layer(areas, "areas")
    project.addMapLayer(areas)
    made = layouts.Atlas(areas, villages=areas)
    layout = layouts.build_sheet(project, layouts.Order([areas], TEXT, atlas=made))
    (pdf,) = layouts.export(layout, tmp_path, "sheet", layouts.Files(("pdf",), 72))
    words = pdf_text(pdf)
    # Letters written from the right come out in the order and shapes they are drawn in.
    if name != "قرية":
        assert words.count(name) >= 2
    else:
        assert any(
            "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufeff" for letter in words
        )
