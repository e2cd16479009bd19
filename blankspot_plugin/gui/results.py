# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run has found: cards, tables, a chart, and the map's selection in both directions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, QStandardPaths, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..bridge.results import Results
from ..core import headline as figures
from ..i18n import locale, tr
from . import result_tables as tables
from . import table_export
from .cards import Cards
from .status_chart import StatusChart
from .table_view import TableView
from .village_table import Table


class TablePage(QWidget):
    """A table, with a search box or a sentence above it."""

    def __init__(self, name: str, searched: bool = False) -> None:
        super().__init__()
        self.view = TableView()
        self.view.setAccessibleName(name)
        self.said = _wrapped()
        self.said.hide()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search name, code or status"))
        self.search.setToolTip(tr("Shows the villages in which all these words are found"))
        self.search.setAccessibleName(tr("Search name, code or status"))
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(searched)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, self.fontMetrics().height() // 3, 0, 0)
        for widget in (self.search, self.said, self.view):
            layout.addWidget(widget)

    def show_table(self, table: Table, said: str = "", sorted_by: int = -1) -> None:
        """Show a table and what is to be said of it."""
        self.view.show_table(table, sorted_by)
        self.said.setText(said)
        self.said.setVisible(bool(said))


class ResultsWidget(QWidget):
    """The result of a run.

    Signals
    -------
    zoom_wanted
        With the ids of the features to go to, a list.
    failed
        With a sentence about an export that could not be written.
    exported
        With the path of a file that was.
    """

    zoom_wanted = pyqtSignal(object)
    failed = pyqtSignal(str)
    exported = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._quiet = False
        self.cards = Cards()
        self.definition, self.wifi, self.time = _wrapped(), _wrapped(), _wrapped()
        font = self.wifi.font()
        font.setBold(True)
        self.wifi.setFont(font)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.villages = TablePage(tr("Villages"), searched=True)
        self.kecamatan = TablePage(tr("Kecamatan"))
        self.definitions = TablePage(tr("Definitions"))
        self.changes = TablePage(tr("Changes"))
        self.chart = StatusChart()
        self._chart_page = QScrollArea()
        self._chart_page.setWidget(self.chart)
        self._chart_page.setWidgetResizable(True)
        self._chart_page.setFrameShape(QFrame.Shape.NoFrame)
        self._pages = (self.villages, self.kecamatan, self.definitions, self.changes)
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        self.copy_button = QPushButton(tr("Copy to clipboard"))
        self.copy_button.setToolTip(tr("Copies the table shown, to be pasted into a spreadsheet"))
        self.export_button = QPushButton(tr("Export…"))
        self.export_button.setToolTip(tr("Saves the table shown as a spreadsheet or as CSV"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.export_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.cards, self.definition, self.wifi, self.time):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(lambda _: self.copy())
        self.export_button.clicked.connect(lambda _: self._ask_and_export())
        self.villages.search.textChanged.connect(
            lambda text: self.villages.view.seek(text, self._selected())
        )
        for page in self._pages:
            view = page.view
            view.picked.connect(lambda ids, page=page: self._picked(ids, page))
            view.zoom_wanted.connect(self._zoom)
            view.copy_wanted.connect(lambda view=view: self._copy(view, view.selected_rows()))

    def show_results(
        self, results: Results, layer: QgsVectorLayer, before: Results | None = None
    ) -> None:
        """Show a result.

        Parameters
        ----------
        results
            As read from the layer.
        layer
            Its STATISTICS, whose selection follows and is followed.
        before
            An earlier result to compare with.
        """
        self._let_go()
        found = figures.headline(results.rows)
        self.cards.show_cards(tables.cards(found))
        self._say(results)
        parts = figures.by_kecamatan(results.rows)
        # By status, the second column: those that need something first.
        self.villages.show_table(tables.villages(results), sorted_by=1)
        self.kecamatan.show_table(tables.kecamatan(parts, results.ids))
        self.chart.set_bars(
            tuple((tables.kecamatan_name(one), one.headline.villages) for one in parts)
        )
        self.definitions.show_table(tables.definitions(results))
        if before is not None:
            changes = figures.changes(before.rows, results.rows)
            said = tables.changes_text(changes, results, before)
            self.changes.show_table(tables.changes(changes, results.ids), said)
        self._fill_tabs(bool(parts), bool(results.comparison), before is not None)
        self._follow(layer)
        self.copy_button.setEnabled(True)
        self.export_button.setEnabled(True)

    def clear(self) -> None:
        """Show nothing, and let go of the layer."""
        self._let_go()
        self.cards.show_cards([])
        self._say(Results((), (), ()))
        for page in self._pages:
            page.show_table(Table((), ()))
        self.villages.search.clear()
        self.chart.set_bars(())
        self._fill_tabs(False, False, False)
        self.copy_button.setEnabled(False)
        self.export_button.setEnabled(False)

    def copy(self) -> None:
        """Put the table shown on the clipboard."""
        self._copy(self._page().view)

    def export(self, path: str | Path) -> bool:
        """Write the table shown as XLSX or CSV, by the ending; return whether it went well."""
        path = Path(path)
        if path.suffix.lower() not in (".xlsx", ".csv"):
            path = path.with_name(f"{path.name}.xlsx")
        title = self.tabs.tabText(self.tabs.indexOf(self._page()))
        try:
            table_export.write(path, title, self._page().view.table_shown())
        except OSError as error:
            self.failed.emit(
                tr(
                    "{path} could not be written ({reason}): close it where it is open, or choose "
                    "another place."
                ).format(path=path, reason=error.strerror or error)
            )
            return False
        self.exported.emit(str(path))
        return True

    def _ask_and_export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = str(Path(folder) / tr("blank-spot-villages.xlsx"))
        kinds = {tr("Spreadsheet (*.xlsx)"): ".xlsx", tr("CSV, with semicolons (*.csv)"): ".csv"}
        path, kind = QFileDialog.getSaveFileName(
            self, tr("Export the table"), wanted, ";;".join(kinds)
        )
        if path:
            ending = Path(path).suffix.lower()
            self.export(path if ending in kinds.values() else path + kinds.get(kind, ".xlsx"))

    def _copy(self, view: TableView, rows: Sequence[int] | None = None) -> None:
        cells = view.table_shown(rows)
        if cells:
            QApplication.clipboard().setMimeData(table_export.mime(cells))

    def _page(self) -> TablePage:
        """Return the table that is shown; behind the chart stands that of the kecamatan."""
        shown = self.tabs.currentWidget()
        if shown is self._chart_page:
            return self.kecamatan
        return shown if isinstance(shown, TablePage) else self.villages

    def _fill_tabs(self, kecamatan: bool, definitions: bool, changes: bool) -> None:
        shown = self.tabs.currentWidget()
        self.tabs.clear()
        for page, title, wanted in (
            (self.villages, tr("Villages"), True),
            (self.kecamatan, tr("Kecamatan"), kecamatan),
            (self._chart_page, tr("Chart"), kecamatan),
            (self.definitions, tr("Definitions"), definitions),
            (self.changes, tr("Changes"), changes),
        ):
            if wanted:
                self.tabs.addTab(page, title)
            else:
                page.setParent(self)
                page.hide()
        if shown is not None and self.tabs.indexOf(shown) >= 0:
            self.tabs.setCurrentWidget(shown)

    def _say(self, results: Results) -> None:
        # Its last sentence tells of Wi-Fi; what turns every village green stands out.
        sentences = re.split(r"(?<=\.)\s+", results.definition)
        wifi = [one for one in sentences if "Wi-Fi" in one]
        if not wifi and results.wifi_counts is not None:
            wifi = [tr("Wi-Fi counts.") if results.wifi_counts else tr("Wi-Fi does not count.")]
        words = " ".join(one for one in sentences if one not in wifi)
        time = ""
        if results.time is not None:
            moment = QDateTime(results.time)
            written = locale().toString(moment, "d MMMM yyyy, HH:mm")
            time = tr("Computed {time}").format(time=written)
        for label, text in ((self.definition, words), (self.wifi, " ".join(wifi)),
                            (self.time, time)):  # fmt: skip
            label.setText(text)
            label.setVisible(bool(text))

    def _follow(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        layer.selectionChanged.connect(self._take_selection)
        layer.willBeDeleted.connect(self.clear)
        self._take_selection()

    def _let_go(self) -> None:
        layer, self._layer = self._layer, None
        if layer is None:
            return
        try:
            layer.selectionChanged.disconnect(self._take_selection)
            layer.willBeDeleted.disconnect(self.clear)
        except (RuntimeError, TypeError):
            pass  # The layer is gone, and its signals with it.

    def _selected(self) -> set[int]:
        return set() if self._layer is None else set(self._layer.selectedFeatureIds())

    def _take_selection(self, *_: object) -> None:
        """Select in the tables what is selected on the map."""
        if not self._quiet:
            for page in self._pages:
                page.view.select_ids(self._selected())

    def _picked(self, ids: list[int], origin: TablePage) -> None:
        """Select on the map what is selected in a table, and in the other tables."""
        if self._layer is None:
            return
        self._quiet = True
        self._layer.selectByIds(ids)
        self._quiet = False
        for page in self._pages:
            if page is not origin:
                page.view.select_ids(set(ids))

    def _zoom(self, ids: list[int]) -> None:
        if ids:
            self.zoom_wanted.emit(ids)


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
