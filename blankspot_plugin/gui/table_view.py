# SPDX-License-Identifier: GPL-2.0-or-later
"""The view of a table of results: what is selected, copied, and gone to."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView, QWidget

from .village_table import CellDelegate, Column, Table, TableFilter, TableModel


class TableView(QTableView):
    """The table with its filter; tells which features are selected and which to go to.

    Signals
    -------
    picked
        With the ids of the features of the selected rows, when the user selects.
    zoom_wanted
        With the ids to go to, at a double click or Enter.
    copy_wanted
        At the keys for copying.
    """

    picked = pyqtSignal(object)
    zoom_wanted = pyqtSignal(object)
    copy_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.source, self.shown = TableModel(self), TableFilter(self)
        self.shown.setSourceModel(self.source)
        self.setModel(self.shown)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsMovable(True)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.zoom_wanted.emit(self._ids([index])))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 8, self.fontMetrics().height() * 16)

    def show_table(self, table: Table, sorted_by: int = -1, widest: int = 24) -> None:
        """Show a table, its columns as wide as their cells but for long words.

        Parameters
        ----------
        table
            What to show.
        sorted_by
            A column, -1 for the order of the table itself.
        widest
            Characters a column may have room for.
        """
        self._quiet = True
        self.source.set_table(table)
        self.sortByColumn(sorted_by, Qt.SortOrder.AscendingOrder)
        self.resizeColumnsToContents()
        limit = self.fontMetrics().averageCharWidth() * widest
        for at in range(len(table.columns)):
            if self.columnWidth(at) > limit:
                self.setColumnWidth(at, limit)
        self._quiet = False

    def seek(self, text: str, selected: set[int]) -> None:
        """Filter the rows; what is selected on the map stays so, shown or not."""
        self._quiet = True
        self.shown.seek(text)
        self._quiet = False
        self.select_ids(selected)

    def select_ids(self, selected: set[int]) -> None:
        """Select the rows all of whose features are selected, and show the first."""
        ids = self.source.table.ids
        rows = [
            row
            for row in range(self.shown.rowCount())
            if (mine := ids[self._source_row(row)]) and selected.issuperset(mine)
        ]
        last = self.shown.columnCount() - 1
        chosen = QItemSelection()
        for first, end in _runs(rows):
            chosen.select(self.shown.index(first, 0), self.shown.index(end, last))
        self._quiet = True
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        if rows:
            self.scrollTo(self.shown.index(rows[0], self.horizontalHeader().logicalIndexAt(0)))

    def selected_rows(self) -> list[int]:
        """Return the shown rows that are selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def table_shown(self, rows: Sequence[int] | None = None) -> list[tuple[Column, list[int]]]:
        """Return the columns as they stand, each with the source rows shown or given."""
        shown = range(self.shown.rowCount()) if rows is None else rows
        places = [self._source_row(row) for row in shown]
        header = self.horizontalHeader()
        order = [header.logicalIndex(at) for at in range(header.count())]
        return [(self.source.table.columns[at], places) for at in order]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.zoom_wanted.emit(self._ids(self.selectionModel().selectedRows()))
        else:
            super().keyPressEvent(event)

    def _source_row(self, row: int) -> int:
        return int(self.shown.mapToSource(self.shown.index(row, 0)).row())

    def _ids(self, indexes: Sequence[QModelIndex]) -> list[int]:
        ids = self.source.table.ids
        return [one for index in indexes for one in ids[self._source_row(index.row())]]

    def _tell(self, *_: object) -> None:
        if not self._quiet:
            self.picked.emit(self._ids(self.selectionModel().selectedRows()))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbours, so that selecting many is fast."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
