# SPDX-License-Identifier: GPL-2.0-or-later
"""Step 4: the look of the layers, the map sheet or atlas, and the report."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsPrintLayout
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..cartography import styling
from ..cartography.errors import SheetError
from ..i18n import tr
from ..processing.mapsheet_parameters import paper_names
from . import printing
from .desk import Desk
from .printing import EACH_KECAMATAN, EACH_VILLAGE, ONE, Wanted
from .runner import Parameters, Run


class MapStep(QWidget):
    """Buttons for what is printed.

    Signals
    -------
    designer_wanted
        With a layout that is to be edited.
    """

    designer_wanted = pyqtSignal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.style_button = self._button(
            tr("Style"), tr("Gives the layers of the result their usual look again"), self.restyle
        )
        self.paper = QComboBox()
        self.paper.addItems(paper_names())
        self.paper.setToolTip(tr("What the sheet is printed on; the scale follows from it"))
        self.pages = QComboBox()
        self.pages.addItem(tr("One sheet"), ONE)
        self.pages.setToolTip(tr("One map of all, or an atlas"))
        self.create = self._button(
            tr("Create sheet"),
            tr(
                "Makes the sheet in this project; once it is there, its words and legend are "
                "renewed and what you moved stays"
            ),
            self.create_sheet,
        )
        self.edit = self._button(
            tr("Edit sheet"), tr("Opens the sheet in QGIS's layout window"), self.edit_sheet
        )
        self.sheet = self._button(
            tr("Export sheet"), tr("Writes the sheet as PDF and PNG, and opens it"),
            self.print_sheet,
        )  # fmt: skip
        self.report = self._button(
            tr("Report"),
            tr("Writes spreadsheet, letter, PDF, village profiles and KMZ, and opens their folder"),
            self.write_report,
        )
        self.where = QLabel()
        self.where.setWordWrap(True)
        self.where.setOpenExternalLinks(True)
        self._lay_out()
        self.paper.currentIndexChanged.connect(lambda _: self._enable())
        self.pages.currentIndexChanged.connect(lambda _: self._enable())
        self.look()

    def _button(self, text: str, tip: str, pressed: object) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda _: pressed())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.style_button)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Paper"), self.paper)
        form.addRow(tr("Sheets"), self.pages)
        layout.addLayout(form)
        buttons = QGridLayout()
        buttons.addWidget(self.create, 0, 0)
        buttons.addWidget(self.edit, 0, 1)
        buttons.addWidget(self.sheet, 1, 0)
        buttons.addWidget(self.report, 1, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.where)

    def state(self) -> str:
        """Return the state of the step for its heading."""
        return tr("ready") if self.sheet.isEnabled() else tr("after the analysis")

    def look(self) -> None:
        """Offer the pages the result can be cut into, and switch the buttons."""
        chosen = self.pages.currentData()
        self.pages.blockSignals(True)
        while self.pages.count() > 1:
            self.pages.removeItem(1)
        statistics = self.desk.result("STATISTICS")
        if statistics is not None:
            if printing.kecamatan_field(statistics):
                self.pages.addItem(tr("Atlas: a sheet per kecamatan"), EACH_KECAMATAN)
            self.pages.addItem(tr("Atlas: a sheet per village"), EACH_VILLAGE)
        self.pages.setCurrentIndex(max(self.pages.findData(chosen), 0))
        self.pages.blockSignals(False)
        self._enable()

    def _enable(self) -> None:
        there = self.desk.result("STATISTICS") is not None and not self.desk.runner.is_busy
        for button in (self.style_button, self.create, self.sheet, self.report):
            button.setEnabled(there)
        self.edit.setEnabled(there and self.layout_there() is not None)

    def wanted(self) -> Wanted:
        """Return the sheet that is chosen."""
        return Wanted(self.paper.currentIndex(), self.pages.currentData())

    def layout_there(self) -> QgsPrintLayout | None:
        """Return the chosen sheet, if it has been created in the project."""
        return printing.layout_of(self.desk, self.wanted())

    def restyle(self) -> None:
        """Give the result its usual look."""
        for layer in printing.layers_of(self.desk):
            role = styling.layer_role(layer)
            if role:
                styling.style_layer(layer, role)
                layer.triggerRepaint()

    def create_sheet(self) -> None:
        """Make the sheet in the project, or bring it up to date, and tell so."""
        fresh = self.layout_there() is None
        notes: list[str] = []
        try:
            layout = printing.create(self.desk, self.wanted(), notes.append)
        except SheetError as error:
            self.desk.failed(str(error))
            return
        said = tr("The sheet “{name}” is in the project: edit or export it.")
        if not fresh:
            said = tr("The sheet “{name}” is up to date; what you moved has stayed.")
        self.desk.told.emit(said.format(name=layout.name()), "\n".join(notes), False)
        self._enable()

    def edit_sheet(self) -> None:
        """Ask for the layout window."""
        layout = self.layout_there()
        if layout is not None:
            self.designer_wanted.emit(layout)

    def print_sheet(self, show: bool = True) -> None:
        """Write the map sheet and open it."""

        def done(results: Parameters) -> None:
            address = self.tell_where(results["PDF"])
            if show:
                QDesktopServices.openUrl(address)

        asked = printing.sheet_parameters(self.desk, self.wanted())
        if asked:
            self.desk.runner.start(Run("blankspot:mapsheets", asked, done, self.desk.failed))

    def tell_where(self, pdf: str) -> QUrl:
        """Show where a sheet lies; return its address."""
        return self._link(Path(pdf), tr("The map sheet: {link}"))

    def write_report(self, show: bool = True) -> None:
        """Write the report and open its folder."""

        def done(results: Parameters) -> None:
            self._link(Path(results["PDF"]), tr("The report: {link}"))
            if show:
                QDesktopServices.openUrl(QUrl.fromLocalFile(results["OUTPUT"]))

        asked = printing.report_parameters(self.desk)
        if asked:
            self.desk.runner.start(Run("blankspot:report", asked, done, self.desk.failed))

    def _link(self, path: Path, words: str) -> QUrl:
        address = QUrl.fromLocalFile(str(path))
        # Long names break behind an underscore, or the dock could not be made narrow.
        name = path.name.replace("_", "_\u200b")
        self.where.setText(words.format(link=f'<a href="{address.toString()}">{name}</a>'))
        return address
