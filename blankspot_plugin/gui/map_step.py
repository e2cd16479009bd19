# SPDX-License-Identifier: GPL-2.0-or-later
"""Step 4: the look of the layers, and the map sheet."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..bridge import settings
from ..cartography import styling
from ..i18n import tr
from .desk import Desk, Parameters
from .runner import Run

# On a sheet, from the top.
_ON_SHEET = ("GAPS", "COVERAGE_OUTPUT", "STATISTICS")


class MapStep(QWidget):
    """Buttons for what is printed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.style_button = QPushButton(tr("Style"))
        self.style_button.setToolTip(tr("Gives the layers of the result their usual look again"))
        self.style_button.clicked.connect(lambda _: self.restyle())
        self.sheet = QPushButton(tr("Map sheet"))
        self.sheet.setToolTip(tr("Writes an A3 map sheet as PDF and PNG, and opens it"))
        self.sheet.clicked.connect(lambda _: self.print_sheet())
        self.where = QLabel()
        self.where.setWordWrap(True)
        self.where.setOpenExternalLinks(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        buttons = QGridLayout()
        buttons.addWidget(self.style_button, 0, 0)
        buttons.addWidget(self.sheet, 0, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.where)
        self.look()

    def state(self) -> str:
        """Return the state of the step for its heading."""
        return tr("ready") if self.sheet.isEnabled() else tr("after the analysis")

    def look(self) -> None:
        """Switch the buttons by what there is."""
        there = self.desk.result("STATISTICS") is not None and not self.desk.runner.is_busy
        self.sheet.setEnabled(there)
        self.style_button.setEnabled(there)

    def restyle(self) -> None:
        """Give the result its usual look."""
        for layer in self._layers():
            role = styling.layer_role(layer)
            if role:
                styling.style_layer(layer, role)
                layer.triggerRepaint()

    def print_sheet(self, show: bool = True) -> None:
        """Write the map sheet and open it."""
        statistics = self.desk.result("STATISTICS")
        if statistics is None:
            return
        path = Path(statistics.source().split("|")[0])

        def done(results: Parameters) -> None:
            address = QUrl.fromLocalFile(results["PDF"])
            link = f'<a href="{address.toString()}">{address.fileName()}</a>'
            self.where.setText(tr("The map sheet: {link}").format(link=link))
            if show:
                QDesktopServices.openUrl(address)

        asked = {
            "LAYERS": [layer.id() for layer in self._layers()],
            "SUBTITLE": settings.read().regency,
            "DEFINITION": statistics.metadata().abstract(),
            "OUTPUT": str(path.parent),
            "NAME": f"sheet_{path.stem}",
        }
        self.desk.runner.start(Run("blankspot:mapsheets", asked, done, self.desk.failed))

    def _layers(self) -> list[QgsVectorLayer]:
        found = (self.desk.result(key) for key in _ON_SHEET)
        return [layer for layer in found if layer is not None]
