# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of Settings > Options: what an office sets once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from .. import paths
from ..bridge import settings
from ..bridge.settings import VILLAGE_WORDS, Signatory
from ..core.errors import BadRadius
from ..core.technologies import radii_table
from ..i18n import tr
from .radii_table import RadiiTable


class OptionsPage(QgsOptionsPageWidget):
    """The office, who signs, how far sites reach, where pulls are kept."""

    def __init__(
        self, applied: Callable[[], None] = lambda: None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        uic.loadUi(paths.form("options"), self)
        self._applied = applied
        self.radii = RadiiTable()
        self._lay_out()
        self._say()
        self.add_signatory.clicked.connect(lambda _: self._add(Signatory()))
        self.remove_signatory.clicked.connect(lambda _: self._remove())
        self.signatories.itemSelectionChanged.connect(self._enable)
        self.radii.edited.connect(self._check)
        self.show_settings(settings.read())

    def show_settings(self, shown: settings.Settings) -> None:
        """Show settings in the form."""
        self.office.setText(shown.office)
        self.regency.setText(shown.regency)
        self.address.setText(shown.address)
        self.logo.setFilePath(shown.logo)
        self.village_word.setEditText(shown.village_word)
        self.village_word.lineEdit().home(False)
        self.workspace_folder.setFilePath(shown.workspace_folder)
        self.signatories.setRowCount(0)
        for signatory in shown.signatories:
            self._add(signatory)
        self.signatories.setCurrentCell(-1, -1)
        self.radii.set_cells(shown.radii)
        self._check()
        self._enable()

    def shown(self) -> settings.Settings:
        """Return what stands in the form, with all that the form doesn't show as it is kept.

        Radii that can't be meant are those of before.
        """
        kept = settings.read()
        radii = kept.radii
        if self.isValid():
            radii = () if self.radii.is_default() else tuple(self.radii.cells())
        return settings.changed(
            kept,
            office=self.office.text().strip(),
            regency=self.regency.text().strip(),
            address=self.address.text().strip(),
            logo=self.logo.filePath().strip(),
            village_word=self.village_word.currentText().strip() or VILLAGE_WORDS[0],
            signatories=tuple(filter(any, self._signatories())),
            radii=radii,
            workspace_folder=self.workspace_folder.filePath().strip(),
        )

    def isValid(self) -> bool:
        """Whether the radii can be meant; newer QGIS asks, and stays on the page."""
        return not self._wrong()

    def apply(self) -> None:
        """Keep what stands in the form."""
        settings.write(self.shown())
        self._applied()

    def _wrong(self) -> str:
        from ..processing.messages import sentence

        try:
            radii_table(self.radii.cells())
        except BadRadius as error:
            return sentence(error)
        return ""

    def _check(self) -> None:
        self.radii_wrong.setText(self._wrong())
        self.radii_wrong.setVisible(bool(self.radii_wrong.text()))

    def _enable(self) -> None:
        self.remove_signatory.setEnabled(bool(self.signatories.selectedIndexes()))

    def _add(self, signatory: Signatory) -> None:
        row = self.signatories.rowCount()
        self.signatories.insertRow(row)
        for column, text in enumerate(signatory):
            self.signatories.setItem(row, column, QTableWidgetItem(text))
        self.signatories.setCurrentCell(row, 0)

    def _remove(self) -> None:
        rows = {index.row() for index in self.signatories.selectedIndexes()}
        for row in sorted(rows, reverse=True):
            self.signatories.removeRow(row)

    def _signatories(self) -> list[Signatory]:
        def text(row: int, column: int) -> str:
            item = self.signatories.item(row, column)
            return item.text().strip() if item is not None else ""

        return [
            Signatory(*(text(row, column) for column in range(4)))
            for row in range(self.signatories.rowCount())
        ]

    def _lay_out(self) -> None:
        """Do what a form can't say, or can say to one Qt only."""
        self.layout().setContentsMargins(0, 0, 0, 0)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        for form in (self.office_form, self.data_form):
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.groups.addStretch()
        self.signatories_buttons.addStretch()
        self.logo.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.workspace_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        for files in (self.logo, self.workspace_folder):
            files.setFocusProxy(files.lineEdit())
        self.village_word.addItems(VILLAGE_WORDS)
        _few_rows(self.signatories, 4)
        # Kept with all the rest of the page.
        self.radii.keep.hide()
        self.radii_layout.insertWidget(1, self.radii)
        order = (
            self.remove_signatory, self.radii.table, self.radii.reset,
            self.workspace_folder.lineEdit(),
        )  # fmt: skip
        for before, after in zip(order, order[1:]):
            QWidget.setTabOrder(before, after)

    def _say(self) -> None:
        """Set every text in the language of QGIS."""
        self.office_group.setTitle(tr("Office"))
        self.signatories_group.setTitle(tr("Signatories"))
        self.radii_group.setTitle(tr("Default radii"))
        self.data_group.setTitle(tr("Data and network"))
        for name, text, tip in _fields():
            getattr(self, f"{name}_label").setText(text)
            _tip(getattr(self, name), text, tip)
        self.logo.setFilter(tr("Images (*.svg *.png *.jpg *.jpeg)"))
        self.logo.setDialogTitle(tr("Logo"))
        self.workspace_folder.setDialogTitle(tr("Workspace folder"))
        self.workspace_folder.lineEdit().setPlaceholderText(tr("beside the project"))
        self.signatories.setHorizontalHeaderLabels(
            [tr("Position"), tr("Name"), tr("Rank"), tr("NIP")]
        )
        _tip(self.signatories, tr("Signatories"), tr("Who signs the sheets, in this order"))
        self.add_signatory.setText(tr("Add"))
        self.add_signatory.setToolTip(tr("Adds a signatory"))
        self.remove_signatory.setText(tr("Remove"))
        self.remove_signatory.setToolTip(tr("Removes the selected signatories"))
        self.radii_about.setText(
            tr(
                "How far sites reach where an analysis says nothing else. A technology without a "
                "row keeps the usual radii."
            )
        )
        self.radii.table.setAccessibleName(tr("Default radii"))
        self.network.setText(
            tr(
                "Proxy, certificates, time-outs and logins are those of QGIS: see Network and "
                "Authentication in these options."
            )
        )


def _fields() -> tuple[tuple[str, str, str], ...]:
    """Return the fields of the form: name, label, what the officer reads on them."""
    return (
        ("office", tr("Office"), tr("Name of the office, as its letterhead has it")),
        ("regency", tr("Regency"), tr("Name of the regency or city")),
        ("address", tr("Address"), tr("Address of the office, on one line")),
        ("logo", tr("Logo"), tr("Image for the sheets: SVG, PNG or JPEG")),
        (
            "village_word",
            tr("Word for village"),
            tr("What a village is called in this regency"),
        ),
        (
            "workspace_folder",
            tr("Workspace folder"),
            tr("Where what is pulled is kept; empty: beside the project"),
        ),
    )


def _tip(widget: Any, name: str, tip: str) -> None:
    widget.setToolTip(tip)
    widget.setAccessibleName(name)


def _few_rows(table: QTableWidget, columns: int) -> None:
    """Make a table as high as a few rows, whatever the font."""
    table.setColumnCount(columns)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setMinimumHeight(table.fontMetrics().height() * 8)
