# SPDX-License-Identifier: GPL-2.0-or-later
"""Every paper holds every element of an official sheet, in one language, and nothing overlaps."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pytest
from qgis.core import (
    QgsDistanceArea,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QColor

from blankspot_plugin.cartography import layouts, typography
from blankspot_plugin.cartography.arrangement import BLOCKS, block_items
from blankspot_plugin.cartography.papers import PAPERS, SCALES
from tests.qgis.sheets import OFFICE, TEXT, boxes, check_boxes, paser, pdf_text, sample_layers

pytestmark = pytest.mark.usefixtures("qgis_app")

# The largest round scale at which Paser fits the paper.
PASER = {
    "a4_portrait": 750_000,
    "a3_portrait": 500_000,
    "a1_portrait": 250_000,
    "a0_portrait": 175_000,
    "a4_landscape": 1_000_000,
    "a3_landscape": 600_000,
    "a1_landscape": 300_000,
    "a0_landscape": 250_000,
}
needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="the text of a PDF is read by pdftotext, which is not installed",
)


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()  # files have to be closed before QGIS is


@pytest.mark.parametrize("paper", [paper.id for paper in PAPERS])
def test_a_sheet_of_the_sample(project, paper):
    said = []
    order = layouts.Order(sample_layers(project), TEXT, paper=paper)
    layout = layouts.build_sheet(project, order, said.append)
    assert said == []
    found = check_boxes(layout)
    elements = {name for items in block_items().values() for name in items}
    assert elements - {"table", "table_title", "table_2", "table_3"} <= set(found)
    assert round(layout.itemById("map").scale()) in SCALES


@pytest.mark.parametrize("paper", list(PASER))
def test_a_sheet_of_paser_at_the_scale_it_should_have(project, shared_data, paper):
    said = []
    order = layouts.Order([paser(shared_data, project)], TEXT, paper=paper)
    layout = layouts.build_sheet(project, order, said.append)
    assert said == []
    check_boxes(layout)
    main = layout.itemById("map")
    assert round(main.scale()) == PASER[paper]
    assert main.extent().contains(layouts.layers_extent(main.layers(), main.crs(), project))


def drawn_length(layout, bar):
    """Millimetres from end to end of a bar as it is drawn: its longest unbroken dark row."""
    image = QgsLayoutExporter(layout).renderRegionToImage(bar.sceneBoundingRect(), dpi=600)
    rows = (
        "".join(
            "x" if QColor(image.pixel(x, y)).lightness() < 128 else " "
            for x in range(image.width())
        )
        for y in range(image.height())
    )
    longest = max(len(run) for row in rows for run in row.split(" "))
    return longest / 600 * 25.4 - bar.lineSymbol().width()


@pytest.mark.parametrize("paper", ["a4_portrait", "a3_landscape", "a0_portrait"])
def test_the_bar_agrees_with_a_distance_on_the_ground(project, shared_data, paper):
    order = layouts.Order([paser(shared_data, project)], TEXT, paper=paper)
    layout = layouts.build_sheet(project, order)
    main, bar = layout.itemById("map"), layout.itemById("scale_bar")
    across = main.extent().width() / main.sizeWithUnits().width()
    length, middle = drawn_length(layout, bar) * across, main.extent().center()
    measure = QgsDistanceArea()
    measure.setSourceCrs(main.crs(), project.transformContext())
    measure.setEllipsoid("EPSG:7030")
    ends = [QgsPointXY(middle.x() + side * length / 2, middle.y()) for side in (-1, 1)]
    ground = measure.measureLine(*ends)
    told = bar.unitsPerSegment() * bar.numberOfSegments()
    told *= 1000 if bar.unitLabel() == "km" else 1
    assert ground == pytest.approx(told, rel=0.01)


@needs_pdftotext
@pytest.mark.parametrize("paper", ["a4_portrait", "a3_landscape"])
def test_the_pdf_says_every_element(project, tmp_path, paper):
    layout = layouts.build_sheet(project, layouts.Order(sample_layers(project), TEXT, paper=paper))
    files = layouts.Files(("pdf",), 100)
    words = pdf_text(layouts.export(layout, tmp_path, "sheet", files)[0])
    for expected in (
        "GOVERNMENT OF KABUPATEN CONTOH",
        "DINAS KOMUNIKASI, INFORMATIKA",
        "Jalan Jenderal Sudirman",
        "Mobile service and blank spots",
        "Kabupaten Contoh (ﬁctional)",
        "Sheet number: 64",
        "Edition 1, 2026",
        "Scale 1:",
        " km",
        "UTM zone 50S; datum: SRGI2013",
        "Grid: latitude and longitude; EPSG:9490",
        "′ E",
        "′ S",
        "Index of sheets",
        "Location",
        "Legend",
        "Blank spot",
        "Deﬁnition",
        "Data sources and map history",
        "134 of 134 features",
        "Village boundaries are indicative",
        "no ofﬁcial ﬁgures",
        "Copyright © 2026",
        "Kota Contoh, 23 November 2026",
        "Approved by,",
        "Kepala Dinas",
        "Nama Contoh, S.T.",
        "Pembina Utama Muda",
        "NIP 000000000000000000",
    ):
        plain = words.replace("ﬁ", "fi").replace("ﬀ", "ff").replace("ﬃ", "ffi")
        assert expected.replace("ﬁ", "fi").replace("ofﬁcial", "official") in plain, expected
    assert "standar BIG" not in words


class _Marked(QTranslator):
    """Translates every text of ours into one in brackets."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return f"⟦{source}⟧" if context == "@default" else None

    def isEmpty(self):
        return False


def test_nothing_on_a_sheet_escapes_translation(project):
    given = [TEXT.title, TEXT.subtitle, TEXT.definition, TEXT.source, *OFFICE.signatory]
    given += [OFFICE.name, OFFICE.address, OFFICE.place, "23 November 2026"]
    translator = _Marked()
    QCoreApplication.installTranslator(translator)
    try:
        order = layouts.Order(sample_layers(project), TEXT, paper="a1_landscape")
        layout = layouts.build_sheet(project, order)
    finally:
        QCoreApplication.removeTranslator(translator)
    for label in layout.items():
        if not isinstance(label, QgsLayoutItemLabel) or not label.isVisible():
            continue
        words = " ".join(label.currentText().split())
        left = re.sub(r"⟦[^⟧]*⟧", "", words)
        for text in given:
            left = left.replace(" ".join(text.split()), "").replace(text.upper(), "")
        assert not re.search(r"[A-Za-z]{2}", left), (label.id(), words)


def test_numbers_and_the_scale_are_those_of_the_language(project, monkeypatch):
    from blankspot_plugin import i18n
    from blankspot_plugin.cartography import wording

    monkeypatch.setattr(i18n, "language", lambda: "id")
    monkeypatch.setattr(wording, "language", lambda: "id")
    box = QgsRectangle(115.6, -2.4, 116.6, -0.95)
    layout = layouts.build_sheet(project, layouts.Order(sample_layers(project), TEXT, box))
    assert "1:600.000" in layout.itemById("scale").currentText()
    assert "23 November 2026" in layout.itemById("place_date").text()


@pytest.mark.parametrize("block", BLOCKS)
def test_each_block_can_be_left_out(project, block):
    order = layouts.Order(sample_layers(project), TEXT, paper="a4_landscape", hidden=[block])
    layout = layouts.build_sheet(project, order)
    assert not set(block_items()[block]) & set(boxes(layout))
    check_boxes(layout)


def test_running_again_keeps_what_was_moved_resized_restyled_and_hidden(project):
    layers = sample_layers(project)
    layout = layouts.create_in_project(project, "Sheet", layouts.Order(layers, TEXT))
    legend, notes, title = (layout.itemById(name) for name in ("legend", "notes", "title"))
    notes.attemptMove(QgsLayoutPoint(100, 50))
    legend.attemptResize(QgsLayoutSize(70, 90))
    face = typography.font(9, italic=True)
    typography.set_font(title, face, "#aa0000")
    layout.itemById("rights").setVisibility(False)
    main = layout.itemById("map")
    main.setScale(400_000)
    other = replace(TEXT, title="New title", definition="Another definition.")
    again = layouts.create_in_project(project, "Sheet", layouts.Order(layers[2:], other))
    assert again is layout
    assert len(project.layoutManager().layouts()) == 1
    assert (notes.pos().x(), notes.pos().y()) == (100, 50)
    assert legend.rect().width() == pytest.approx(70)
    assert title.text() == "New title"
    kept = typography.font_of(title)
    assert kept.italic()
    assert kept.pointSizeF() == pytest.approx(9)
    assert not layout.itemById("rights").isVisible()
    assert round(main.scale()) == 400_000
    assert "400,000" in layout.itemById("scale").currentText()
    assert layout.itemById("definition").text() == "Another definition."
    shown = [node.layerId() for node in legend.model().rootGroup().findLayers()]
    assert layers[0].id() not in shown
    assert layers[2].id() in shown


def test_type_that_was_made_smaller_grows_again(project):
    layers = sample_layers(project)
    long = replace(TEXT, definition=TEXT.definition * 12)
    layout = layouts.build_sheet(project, layouts.Order(layers, TEXT))
    label = layout.itemById("definition")
    before = typography.font_of(label).pointSizeF()
    layouts.refresh(layout, layouts.Order(layers, long))
    assert typography.font_of(label).pointSizeF() < before
    layouts.refresh(layout, layouts.Order(layers, TEXT))
    assert typography.font_of(label).pointSizeF() == pytest.approx(before, abs=0.01)


def test_a_layer_of_ones_own_for_the_location(project):
    layers = sample_layers(project)
    order = layouts.Order(layers[:2], TEXT, inset=layers[-1])
    layout = layouts.build_sheet(project, order)
    assert layout.itemById("inset").layers() == [layers[-1]]
