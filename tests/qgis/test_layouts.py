# SPDX-License-Identifier: GPL-2.0-or-later
"""The sheet says what it must, at a scale its bar agrees with, and its files are whole."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtGui import QColor, QImage

from blankspot_plugin.cartography import layouts, styling
from blankspot_plugin.cartography.sheet import SCALES

pytestmark = pytest.mark.usefixtures("qgis_app")

TEXT = layouts.SheetText(
    "Blank spots of a regency",
    "Kabupaten Contoh (fictional)",
    "A village is blank where at least 90 % of its settlements have no signal.",
    "Sites: sample, 2026.",
    QDate(2026, 11, 23),
)


def areas(box=(115.6, -2.4, 116.6, -1.0), statuses=("covered", "blank")):
    west, south, east, north = box
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=name:string&field=status:string", "Villages", "memory"
    )
    step = (north - south) / len(statuses)
    features = []
    for index, status in enumerate(statuses):
        feature = QgsFeature(layer.fields())
        low = south + index * step
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, low, east, low + step)))
        feature.setAttributes([f"Desa {index}", status])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    styling.style_layer(layer, "areas")
    return layer


@pytest.fixture
def project():
    return QgsProject()


@pytest.fixture
def layout(project):
    layer = areas()
    project.addMapLayer(layer)
    return layouts.build_sheet(project, [layer], TEXT)


def items(layout, kind):
    return [item for item in layout.items() if isinstance(item, kind)]


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (116.2, -1.7, "EPSG:9490"),
        (117.0, 1.0, "EPSG:9480"),
        (107.6, -6.9, "EPSG:9488"),
        (140.7, -2.5, "EPSG:9494"),
        (95.3, 5.5, "EPSG:9476"),
        (11.4, 46.7, "EPSG:32632"),
        (-74.0, 40.7, "EPSG:32618"),
        (151.2, -33.9, "EPSG:32756"),
    ],
)
def test_the_crs_is_the_national_utm_zone_or_wgs84(lon, lat, code):
    box = QgsRectangle(lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1)
    assert layouts.metric_crs(box).authid() == code


def test_the_scale_is_the_largest_round_one_that_fits():
    assert layouts.round_scale(109_000, 160_000, 285, 263) == 750_000
    assert layouts.round_scale(10_000, 10_000, 400, 400) == 25_000
    assert layouts.round_scale(0, 0, 285, 263) == SCALES[0]


def test_the_map_holds_all_layers_at_a_round_scale(layout, project):
    map_item = items(layout, QgsLayoutItemMap)[0]
    assert round(map_item.scale()) in SCALES
    ground = layouts.layers_extent(map_item.layers(), map_item.crs(), project)
    assert map_item.extent().contains(ground)


def measured(layout, bar):
    """Millimetres from end to end of a bar as it is drawn: its longest unbroken dark row."""
    image = QgsLayoutExporter(layout).renderRegionToImage(bar.sceneBoundingRect(), dpi=1200)
    longest = 0
    for y in range(image.height()):
        row = "".join(
            "x" if QColor(image.pixel(x, y)).lightness() < 128 else " "
            for x in range(image.width())
        )
        longest = max(longest, *(len(run) for run in row.split(" ")))
    pen = bar.lineSymbol().width()
    return longest / 1200 * 25.4 - pen


@pytest.mark.parametrize(
    "box", [(115.6, -2.4, 116.6, -1.0), (116.0, -1.6, 116.02, -1.59), (95, -10, 141, 6)]
)
def test_bar_and_number_agree(project, box):
    layer = areas(box)
    project.addMapLayer(layer)
    layout = layouts.build_sheet(project, [layer], TEXT)
    bar = items(layout, QgsLayoutItemScaleBar)[0]
    kilometres = "km" in bar.unitLabel()
    ground = bar.unitsPerSegment() * (1000 if kilometres else 1)
    printed = items(layout, QgsLayoutItemMap)[0].scale()
    drawn = measured(layout, bar) / 4
    # One zone is stretched at its far edges, so a sheet of a whole country is allowed more.
    allowed = 0.005 if box[2] - box[0] < 6 else 0.05
    assert drawn * printed / 1000 == pytest.approx(ground, rel=allowed)
    assert bar.rect().width() <= 86
    number = next(i for i in items(layout, QgsLayoutItemLabel) if i.id() == "scale")
    assert layouts.scale_text(printed) in number.text()


def test_the_legend_lists_only_what_is_shown(layout):
    legend = items(layout, QgsLayoutItemLegend)[0]
    node = legend.model().rootGroup().findLayers()[0]
    shown = [item.data(0) for item in legend.model().layerLegendNodes(node)]
    assert shown == ["Covered", "Blank spot"]


def test_long_texts_stay_inside_the_frame(project):
    layer = areas()
    layer.setName("Status layanan seluler menurut definisi operasional permukiman " * 2)
    for index in range(4):
        layer.renderer().updateCategoryLabel(index, "blank spot (tidak terlayani) " * 6)
    project.addMapLayer(layer)
    words = "Desa/kelurahan terlayani bila permukimannya berada dalam radius layanan 4G. "
    text = layouts.SheetText(words * 3, words * 2, words * 40, words * 40 + "x" * 400)
    layout = layouts.build_sheet(project, [layer], text)
    frame = next(item for item in layout.items() if getattr(item, "id", str)() == "frame")
    inside = frame.sceneBoundingRect().adjusted(-0.5, -0.5, 0.5, 0.5)
    boxes = {}
    for item in items(layout, (QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemScaleBar)):
        assert inside.contains(item.sceneBoundingRect()), item.id()
        boxes[item.id()] = item.sceneBoundingRect()
    legend = boxes["legend"]
    assert legend.top() >= boxes["heading Legend"].top()
    assert legend.bottom() <= boxes["heading Definition"].top()
    column = ["title", "subtitle", "scale", "crs heading", "crs", "heading Legend"]
    column += ["heading Definition", "definition", "heading Data sources", "source", "note", "date"]
    for above, below in zip(column, column[1:]):
        assert boxes[above].bottom() <= boxes[below].top() + 0.01, (above, below)


def test_blocks_without_text_are_left_out(project):
    layer = areas()
    project.addMapLayer(layer)
    layout = layouts.build_sheet(project, [layer], layouts.SheetText("Only a title"))
    ids = {item.id() for item in items(layout, QgsLayoutItemLabel)}
    assert {"title", "scale", "crs", "note", "date"} <= ids
    assert not {"subtitle", "definition", "source"} & ids


def test_a_layer_of_one_point_can_be_shown(project):
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=technology:string", "BTS", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POINT(116.2 -1.9)"))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    styling.style_layer(layer, "sites")
    project.addMapLayer(layer)
    layout = layouts.build_sheet(project, [layer], TEXT)
    assert round(items(layout, QgsLayoutItemMap)[0].scale()) == SCALES[0]


def test_layers_without_features_are_refused_unless_an_extent_is_given(project):
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "empty", "memory")
    project.addMapLayer(layer)
    with pytest.raises(layouts.NothingToShow, match="choose layers with features"):
        layouts.build_sheet(project, [layer], TEXT)
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    box = QgsRectangle(116, -2, 116.1, -1.9)
    assert layouts.build_sheet(project, [layer], TEXT, box, lonlat)


def test_pdf_and_png_are_written_with_text_and_position(layout, tmp_path):
    pdf, png = layouts.export_sheet(layout, tmp_path / "new folder", "sheet")
    assert sorted(path.name for path in pdf.parent.iterdir()) == ["sheet.pdf", "sheet.png"]
    image = QImage(str(png))
    assert image.width() == pytest.approx(420 / 25.4 * 150, abs=2)
    assert image.height() == pytest.approx(297 / 25.4 * 150, abs=2)
    content = pdf.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/VP" in content or b"/LGIDict" in content
    if shutil.which("pdftotext") is None:
        pytest.skip("the text of the PDF is read by pdftotext, which is not installed")
    command = ["pdftotext", str(pdf), "-"]
    words = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    words = " ".join(words.split())
    for expected in (
        "Blank spots of a regency",
        "Kabupaten Contoh",
        "Scale 1:600,000",
        "SRGI2013 / UTM zone 50S (EPSG:9490)",
        "at least 90 %",
        "Sites: sample, 2026.",
        "Village boundaries are indicative",
        "23 November 2026",
        "Covered",
        "Desa 1",
    ):
        assert expected in words


def test_a_file_that_cannot_be_written_is_named(layout, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(layouts.SheetNotWritten, match=r"sheet\.pdf"):
        layouts.export_sheet(layout, tmp_path / "file", "sheet")
    (tmp_path / "sheet.pdf").mkdir()
    (tmp_path / "sheet.pdf" / "keep").write_text("")
    with pytest.raises(layouts.SheetNotWritten) as caught:
        layouts.export_sheet(layout, tmp_path, "sheet")
    assert caught.value.path == tmp_path / "sheet.pdf"
    assert not list(tmp_path.glob(".*"))
