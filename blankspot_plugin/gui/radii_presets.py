# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of radii by name: kept in QGIS's settings, chosen, removed."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QWidget,
)

from ..bridge import settings
from ..core.technologies import DEFAULT_RADII, flat_table
from ..i18n import tr


class RadiiPresets(QWidget):
    """The list of presets, and what keeps and removes one.

    Signals
    -------
    chosen
        With the cells of a preset, a flat list.
    """

    chosen = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = QComboBox()
        self.list.setToolTip(tr("Puts the radii of a preset into the table"))
        self.list.setMinimumContentsLength(4)
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.activated.connect(lambda at: self.chosen.emit(self.list.itemData(at)))
        label = QLabel(tr("Preset"))
        label.setBuddy(self.list)
        self.save = QPushButton(tr("Save as preset…"))
        self.save.setToolTip(tr("Keeps the radii of the table by a name, for every project"))
        self.remove = QPushButton(tr("Remove preset"))
        self.remove.setToolTip(tr("Forgets the chosen preset; the table stays as it is"))
        self.remove.clicked.connect(lambda _: self.forget(self.list.currentText()))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label, 0, 0)
        layout.addWidget(self.list, 0, 1)
        row = QGridLayout()
        row.addWidget(self.save, 0, 0)
        row.addWidget(self.remove, 0, 1)
        layout.addLayout(row, 1, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        self.list.addItem(tr("Usual radii"), _texts(flat_table(DEFAULT_RADII)))
        for name, cells in settings.read().presets:
            self.list.addItem(name, list(cells))

    def look(self, cells: Sequence[str]) -> None:
        """Name the preset that stands in the table, if one does."""
        places = range(self.list.count())
        same = [at for at in places if self.list.itemData(at) == list(cells)]
        # Two names may have the same radii: the one that was chosen stays.
        if self.list.currentIndex() not in same:
            self.list.setCurrentIndex(same[0] if same else -1)
        self.remove.setEnabled(self.list.currentIndex() > 0)

    def ask_and_save(self, cells: Sequence[str]) -> None:
        """Ask for a name and keep the radii by it."""
        name, fine = QInputDialog.getText(self, tr("Save as preset"), tr("Name of the preset"))
        if fine and name.strip():
            self.keep(name.strip(), cells)

    def keep(self, name: str, cells: Sequence[str]) -> None:
        """Keep radii by a name; those of the same name before are gone."""
        office = settings.read()
        others = tuple(each for each in office.presets if each[0] != name)
        settings.write(settings.changed(office, presets=(*others, (name, tuple(cells)))))
        self._fill()
        self.list.setCurrentIndex(self.list.findText(name))
        self.look(cells)

    def forget(self, name: str) -> None:
        """Forget the radii of a name."""
        office = settings.read()
        left = tuple(each for each in office.presets if each[0] != name)
        settings.write(settings.changed(office, presets=left))
        shown = self.list.currentData() or []
        self._fill()
        self.look(shown)


def _texts(cells: Sequence[object]) -> list[str]:
    return [str(cell) for cell in cells]
