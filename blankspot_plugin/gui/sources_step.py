# SPDX-License-Identifier: GPL-2.0-or-later
"""Step 1: connections and their layers; a double click, or the button, pulls one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtGui import QStandardItem
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..bridge import browsing, settings
from ..core import errors
from ..i18n import tr
from ..services import connections
from ..services.connections import Saved
from ..services.model import LayerInfo
from .connection_dialog import ConnectionDialog
from .desk import Desk, words_of
from .source_tree import ASKED, LAYER, OWN, SAVED, SourceFilter, SourceTree


class SourcesStep(QWidget):
    """The tree of sources."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.model = SourceTree()
        self.shown = SourceFilter()
        self.shown.setSourceModel(self.model)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(tr("Filter sources and layers"))
        self.filter.setToolTip(tr("Shows the sources and layers whose name holds this"))
        self.filter.textChanged.connect(self.shown.setFilterFixedString)
        self.tree = QTreeView()
        self.tree.setModel(self.shown)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        self.tree.expanded.connect(self._opened)
        self.tree.doubleClicked.connect(lambda _: self.pull_selected())
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._look())
        self.pull = QPushButton(tr("Pull the selected layers"))
        self.pull.setToolTip(tr("Fetches them whole into the workspace, counted and dated"))
        self.pull.clicked.connect(lambda _: self.pull_selected())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree)
        row = QHBoxLayout()
        row.addWidget(self.pull, 1)
        row.addWidget(self._menu())
        layout.addLayout(row)
        self.refill()

    def _menu(self) -> QToolButton:
        button = QToolButton()
        button.setText(tr("Connections"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(tr("Add…"), self.add)
        self.edit_action = menu.addAction(tr("Edit…"), self.edit)
        self.remove_action = menu.addAction(tr("Remove"), self.remove)
        menu.addAction(tr("Ask again for its layers"), self.ask_again)
        incomplete = menu.addAction(tr("Keep layers of which some is missing"))
        incomplete.setCheckable(True)
        incomplete.setToolTip(tr("They are marked incomplete, here and on the map sheet"))
        incomplete.toggled.connect(self._keep_incomplete)
        menu.addSeparator()
        menu.addAction(tr("Import…"), self._import)
        menu.addAction(tr("Export…"), self._export)
        button.setMenu(menu)
        return button

    def _keep_incomplete(self, on: bool) -> None:
        self.desk.keep_incomplete = on

    def state(self) -> str:
        """Return the state of the step for its heading."""
        own = len(settings.read().connections)
        return tr("connections of your own: {n}").format(n=own) if own else tr("sample")

    def refill(self) -> None:
        """Read the connections anew."""
        self.model.fill()
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._look()

    def item(self, saved: Saved) -> QStandardItem | None:
        """Return the row of a connection."""
        rows = (self.model.item(row) for row in range(self.model.rowCount()))
        return next((item for item in rows if item.data(SAVED) == saved), None)

    def open_source(self, item: QStandardItem) -> None:
        """Open a connection in the tree, which asks for its layers."""
        self.tree.expand(self.shown.mapFromSource(item.index()))

    def _opened(self, index: QModelIndex) -> None:
        item = self.model.itemFromIndex(self.shown.mapToSource(index))
        if item is None or item.data(SAVED) is None or item.data(ASKED):
            return
        self._ask(item)

    def _ask(self, item: QStandardItem) -> None:
        saved: Saved = item.data(SAVED)
        item.setData(True, ASKED)
        self.model.show_remark(item, tr("asking…"))

        def here() -> QStandardItem | None:
            # The tree may have been filled anew meanwhile.
            return self.item(saved)

        def done(layers: list[LayerInfo]) -> None:
            row = here()
            if row is not None:
                self.model.show_layers(row, layers)

        def failed(error: Exception) -> None:
            row = here()
            if row is not None:
                row.setData(False, ASKED)
                self.model.show_remark(row, tr("did not answer"))
            self.desk.complain(error)

        self._listen(saved, done, failed)

    def _listen(
        self,
        saved: Saved,
        done: Callable[[list[LayerInfo]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Ask a connection for its layers, in the background."""
        self.desk.tasks.start(
            tr("Layers of {name}").format(name=saved.name),
            lambda is_cancelled: browsing.layers_of(saved, is_cancelled),
            done,
            failed,
        )

    def selected(self) -> list[tuple[Saved, LayerInfo, str]]:
        """Return the selected layers, each with its connection and what it is guessed for."""
        found = []
        for index in self.tree.selectionModel().selectedRows(0):
            source = self.shown.mapToSource(index)
            info = source.data(LAYER)
            connection = self.model.connection_of(source)
            if info is not None and connection is not None:
                purpose = source.siblingAtColumn(1).data(int(Qt.ItemDataRole.UserRole)) or ""
                found.append((connection.data(SAVED), info, purpose))
        return found

    def pull_selected(self) -> None:
        """Pull what is selected, the areas first, for the others are cut to them."""
        chosen = sorted(self.selected(), key=lambda each: each[2] != "areas")
        self._pull_all(chosen)

    def _pull_all(self, chosen: list[tuple[Saved, LayerInfo, str]]) -> None:
        if not chosen:
            return
        (saved, info, purpose), rest = chosen[0], chosen[1:]
        asked = self.desk.asked_of(saved, info.name, purpose)
        name = info.title or info.name
        self.desk.pull(name, asked, purpose, lambda: self._pull_all(rest))

    def _look(self) -> None:
        self.pull.setEnabled(bool(self.selected()))
        own = self._own() is not None
        self.edit_action.setEnabled(own)
        self.remove_action.setEnabled(own)

    def _current(self) -> QStandardItem | None:
        return self.model.connection_of(self.shown.mapToSource(self.tree.currentIndex()))

    def _own(self) -> Saved | None:
        item = self._current() if self.tree.currentIndex().isValid() else None
        return item.data(SAVED) if item is not None and item.data(OWN) else None

    def ask_again(self) -> None:
        """Ask the current connection for its layers once more."""
        item = self._current() if self.tree.currentIndex().isValid() else None
        if item is not None:
            self._ask(item)

    def add(self) -> None:
        """Let the officer enter a connection."""
        self._edited(None)

    def edit(self) -> None:
        """Let the officer change one of his own."""
        own = self._own()
        if own is not None:
            self._edited(own)

    def remove(self) -> None:
        """Forget one of the officer's own."""
        own = self._own()
        if own is not None:
            self._keep([saved for saved in settings.read().connections if saved != own])

    def _edited(self, before: Saved | None) -> None:
        dialog = ConnectionDialog(before, None, self)
        dialog.set_test(lambda saved: self._test(dialog, saved))
        if dialog.exec():
            others = [saved for saved in settings.read().connections if saved != before]
            self._keep([*others, dialog.saved()])

    def _test(self, dialog: ConnectionDialog, saved: Saved) -> None:
        def done(layers: list[LayerInfo]) -> None:
            dialog.show_answer(tr("It answers: {n} layers.").format(n=len(layers)), True)

        def failed(error: Exception) -> None:
            dialog.show_answer(words_of(error), False)

        self._listen(saved, done, failed)

    def _keep(self, saved: list[Saved]) -> None:
        settings.write(settings.changed(settings.read(), connections=tuple(saved)))
        self.refill()
        self.desk.changed.emit()

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Import connections"), "", tr("Connections (*.json)")
        )
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Add the connections of a file to the officer's own."""
        try:
            found = connections.load(path.read_text(encoding="utf-8"))
        except (errors.BlankSpotError, OSError, UnicodeDecodeError) as error:
            self.desk.complain(error)
            return
        names = {saved.name for saved in found}
        self._keep([s for s in settings.read().connections if s.name not in names] + found)

    def _export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Export connections"), "connections.json", tr("Connections (*.json)")
        )
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write the officer's own connections, without logins."""
        try:
            path.write_text(connections.dump(settings.read().connections), encoding="utf-8")
        except OSError as error:
            self.desk.complain(error)
