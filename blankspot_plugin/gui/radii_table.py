# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of radii by technology."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.technologies import DEFAULT_RADII, flat_table
from ..i18n import tr


class RadiiTable(QWidget):
    """Rows of technology, covered to, weak to (m); edited in place.

    Signals
    -------
    edited
        When a cell is another than before.
    """

    edited = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(
            [tr("Technology"), tr("Covered to (m)"), tr("Weak to (m)")]
        )
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        self.reset = QPushButton(tr("Reset"))
        self.reset.setToolTip(tr("Puts the usual radii back"))
        self.reset.clicked.connect(lambda _: self.set_cells(()))
        self.keep = QPushButton(tr("Keep as default"))
        self.keep.setToolTip(tr("Every new analysis begins with these radii"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(self.reset)
        row.addWidget(self.keep)
        row.addStretch()
        layout.addLayout(row)
        self.set_cells(())
        self.table.itemChanged.connect(lambda _: self.edited.emit())

    def set_cells(self, cells: Sequence[object]) -> None:
        """Show rows given as one flat list; the defaults where there are none."""
        flat = list(cells) or list(flat_table(DEFAULT_RADII))
        self.table.blockSignals(True)
        self.table.setRowCount(len(flat) // 3)
        for at, cell in enumerate(flat):
            self.table.setItem(at // 3, at % 3, QTableWidgetItem(str(cell)))
        self.table.blockSignals(False)
        high = self.table.horizontalHeader().sizeHint().height() + 6
        high += sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        self.table.setMinimumHeight(min(high, self.fontMetrics().height() * 14))
        self.edited.emit()

    def cells(self) -> list[str]:
        """Return the rows as one flat list."""
        return [
            self.table.item(row, column).text().strip() if self.table.item(row, column) else ""
            for row in range(self.table.rowCount())
            for column in range(3)
        ]

    def is_default(self) -> bool:
        """Whether the usual radii stand there."""
        return self.cells() == [str(cell) for cell in flat_table(DEFAULT_RADII)]
