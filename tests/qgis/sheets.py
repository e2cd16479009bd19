# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers and checks that the tests of map sheets share."""

from __future__ import annotations

import itertools
import subprocess

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLegend,
    QgsLayoutUtils,
    QgsLegendRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QRectF

from blankspot_plugin import paths
from blankspot_plugin.bridge.settings import Signatory
from blankspot_plugin.cartography import layouts, styling
from tests.qgis.helpers import layer as memory

OFFICE = layouts.Office(
    "Kabupaten Contoh",
    "Dinas Komunikasi, Informatika, Statistik dan Persandian",
    "Jalan Jenderal Sudirman Nomor 1, Kota Contoh 00000",
    paths.icon("blankspot"),
    Signatory(
        "Kepala Dinas", "Nama Contoh, S.T., M.T.", "Pembina Utama Muda", "000000000000000000"
    ),
    "Kota Contoh",
)
TEXT = layouts.SheetText(
    "Mobile service and blank spots",
    "Kabupaten Contoh (fictional)",
    "A village is covered if at least 90 % of its settlements is covered, blank if at least "
    "90 % of it is blank, else weak. Wi-Fi does not count.",
    "Sites of 2025: 134 of 134 features.\nVillages: 144 features.",
    QDate(2026, 11, 23),
    "64",
    "1",
    OFFICE,
)
ROLES = {
    "sites": "sites",
    "wifi": "wifi",
    "regency": "regency",
    "kecamatan": "kecamatan",
    "rivers": "rivers",
    "areas": "areas",
}


def sample_layers(project):
    """The layers of the sample as they lie on a sheet, villages with statuses by turns."""
    found = []
    for table, role in ROLES.items():
        opened = QgsVectorLayer(f"{paths.sample()}|layername={table}", table, "ogr")
        made = judged(opened) if table == "areas" else opened
        styling.style_layer(made, role)
        made.setName(styling.role_title(role))
        found.append(project.addMapLayer(made))
    return found


def judged(areas, name="name"):
    """Villages in memory with what statistics adds to them."""
    statuses = ("covered", "weak", "blank")
    rows = [
        (
            feature.geometry(),
            (feature[name], 12.3 + number, 0.4, 1234 + number, statuses[number % 3]),
        )
        for number, feature in enumerate(areas.getFeatures())
    ]
    fields = "name:string area_km2:double set_km2:double pop:integer status:string"
    return memory("MultiPolygon", rows, fields, name="villages")


def paser(shared_data, project):
    """The villages of Paser, judged by turns."""
    path = shared_data / "paser_batas_kemendagri" / "paser_desa.geojson"
    made = judged(QgsVectorLayer(str(path), "desa", "ogr"), "nama")
    styling.style_layer(made, "areas")
    return project.addMapLayer(made)


def boxes(layout):
    """The box (mm) of each item that is seen, by id, but for the frame around all."""
    found = {}
    for item in layout.items():
        seen = isinstance(item, QgsLayoutItem) and item.isVisible() and item.id()
        if seen and item.id() not in ("frame", "north_arrow_2"):
            found[item.id()] = QRectF(item.pos(), item.rect().size())
    return found


def check_boxes(layout):
    """No item leaves the page, none lies on another, and the legend fits its box."""
    page = layout.pageCollection().page(0).rect().adjusted(-0.01, -0.01, 0.01, 0.01)
    found = boxes(layout)
    for name, box in found.items():
        assert page.contains(box), name
    for (one, here), (other, there) in itertools.combinations(found.items(), 2):
        common = here.intersected(there)
        # Neighbours share an edge, give or take what QGIS rounds.
        assert min(common.width(), common.height()) < 0.05, (one, other, here, there)
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend) and legend.isVisible():
        context = QgsLayoutUtils.createRenderContextForMap(layout.itemById("map"), None)
        size = QgsLegendRenderer(legend.model(), legend.legendSettings()).minimumSize(context)
        assert size.height() <= found["legend"].height() + 0.1
        assert size.width() <= found["legend"].width() + 0.1
    return found


def pdf_text(path, page=None):
    """What pdftotext reads, in one line."""
    pages = ["-f", str(page), "-l", str(page)] if page else []
    command = ["pdftotext", *pages, str(path), "-"]
    words = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return " ".join(words.split())
