# SPDX-License-Identifier: GPL-2.0-or-later
"""The tree of connections and their layers: the sample first, then the officer's own."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.PyQt.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel

from .. import paths
from ..bridge import local_sources, settings
from ..core import purposes
from ..i18n import number_text, tr
from ..services.connections import Saved
from ..services.model import Connection, LayerInfo
from ..services.presets import PRESETS

_ROLE = int(Qt.ItemDataRole.UserRole)
# What stands behind a row: a connection and where it is kept, or a layer.
SAVED, OWN, LAYER, ASKED = _ROLE + 1, _ROLE + 2, _ROLE + 3, _ROLE + 4


def known() -> Iterator[tuple[Saved, bool, str]]:
    """Yield the connections there are, whether each is the officer's own, and a remark."""
    sample = Connection("sample", str(paths.sample()))
    yield Saved(tr("Sample: Kabupaten Contoh (fictional)"), sample), False, ""
    for saved in settings.read().connections:
        yield saved, True, ""
    for saved in local_sources.stored():
        yield saved, False, tr("stored in QGIS")
    for preset in PRESETS:
        yield Saved(preset.title, preset.connection), False, tr("untested preset")


class SourceTree(QStandardItemModel):
    """Connections, and below each the layers it was heard to offer."""

    def fill(self) -> None:
        """Read the connections anew."""
        self.clear()
        self.setHorizontalHeaderLabels([tr("Source"), tr("For"), tr("Features")])
        for saved, own, remark in known():
            item = QStandardItem(saved.name)
            item.setData(saved, SAVED)
            item.setData(own, OWN)
            item.setToolTip(saved.connection.url)
            item.setEditable(False)
            self.appendRow([item, _cell(remark), _cell("")])
            # Makes it look as if it could be opened, as it can.
            item.appendRow([_cell(tr("…"))])

    def show_layers(self, item: QStandardItem, layers: list[LayerInfo]) -> None:
        """Put the layers of a connection below it."""
        item.removeRows(0, item.rowCount())
        item.setData(True, ASKED)
        for info in layers:
            row = _cell(info.title or info.name)
            row.setData(info, LAYER)
            row.setToolTip(" – ".join(filter(None, [info.name, info.abstract, info.crs])))
            purpose = purposes.guess(f"{info.name} {info.title}", [], info.geometry)
            count = "" if info.count is None else number_text(info.count)
            said = _cell(purpose_text(purpose) if purpose else "")
            said.setData(purpose, _ROLE)
            item.appendRow([row, said, _cell(count)])
        if not layers:
            item.appendRow([_cell(tr("no layers"))])

    def show_remark(self, item: QStandardItem, words: str) -> None:
        """Say below a connection what there is instead of layers."""
        item.removeRows(0, item.rowCount())
        row = _cell(words)
        row.setToolTip(words)
        item.appendRow([row])

    def connection_of(self, index: QModelIndex) -> QStandardItem | None:
        """Return the connection an index belongs to."""
        item = self.itemFromIndex(index.siblingAtColumn(0))
        if item is None:
            return None
        return item.parent() or item


class SourceFilter(QSortFilterProxyModel):
    """Shows what a word is found in, and the connection above it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setRecursiveFilteringEnabled(True)


def _cell(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    return item


def purpose_text(purpose: str) -> str:
    """Return what a layer is for, in words."""
    words = {
        "areas": tr("areas (villages)"),
        "sites": tr("towers"),
        "wifi": tr("public Wi-Fi"),
        "coverage": tr("coverage"),
        "settlements": tr("settlements"),
        "population": tr("population"),
        "facilities": tr("facilities"),
        "centres": tr("village centres"),
        "rivers": tr("rivers, water"),
    }
    return words.get(purpose, tr("something else"))
