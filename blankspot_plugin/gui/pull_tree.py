# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of what has been pulled: how much, how old, what for; its snapshots below it."""

from __future__ import annotations

from datetime import datetime, timezone

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ..bridge.freshness import CHANGED, NO_CHANGE_SEEN
from ..bridge.workspace import Pull
from ..cartography.sources import sentence
from ..core import errors, purposes
from ..i18n import locale, number_text, tr
from .desk import Desk
from .source_check import SourceCheck, verdict_of, words
from .source_tree import purpose_text

_PULL = int(Qt.ItemDataRole.UserRole)
_SNAPSHOT = "snapshot"


class PullTree(QTreeWidget):
    """A row for each pull, with what it is for; a row for each snapshot below."""

    def __init__(self, desk: Desk, check: SourceCheck) -> None:
        super().__init__()
        self._desk, self._check = desk, check
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHeaderLabels([tr("Layer"), tr("For"), tr("Features"), tr("Age")])
        self.setAccessibleName(tr("Layers that were pulled"))
        header = self.header()
        header.setStretchLastSection(False)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def fill(self, pulls: list[Pull]) -> None:
        """Show pulls, the current and the kept."""
        chosen = {pull.table for pull in self.chosen()}
        self.clear()
        rows: dict[str, QTreeWidgetItem] = {}
        for pull in pulls:
            if pull.state == "current" and pull.source is not None:
                rows[pull.name] = self._row(pull)
        for pull in pulls:
            if pull.state == _SNAPSHOT and pull.source is not None and pull.name in rows:
                self._snapshot(rows[pull.name], pull)
        self.setRootIsDecorated(any(row.childCount() for row in rows.values()))
        for row in self._rows():
            row.setSelected(row.data(0, _PULL).table in chosen)
        self._order()

    def _order(self) -> None:
        """Let Tab go through the list, then what its layers are for, then on."""
        before: QWidget = self
        for row in (self.topLevelItem(at) for at in range(self.topLevelItemCount())):
            box = self.itemWidget(row, 1)
            QWidget.setTabOrder(before, box)
            before = box

    def chosen(self, snapshots: bool | None = None) -> list[Pull]:
        """Return the selected pulls: all, the snapshots alone, or all but the snapshots."""
        found = [item.data(0, _PULL) for item in self.selectedItems()]
        return [
            pull for pull in found if snapshots is None or (pull.state == _SNAPSHOT) == snapshots
        ]

    def _rows(self) -> list[QTreeWidgetItem]:
        rows = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        return rows + [row.child(at) for row in rows for at in range(row.childCount())]

    def _row(self, pull: Pull) -> QTreeWidgetItem:
        item = _item(pull, pull.name)
        answer = self._check.of(pull)
        if answer is not None:
            item.setIcon(0, _mark(answer))
            item.setToolTip(0, f"{item.toolTip(0)}\n{words(answer)}")
            if verdict_of(answer) == CHANGED:
                item.setText(3, tr("{age}, changed").format(age=item.text(3)))
        self.addTopLevelItem(item)
        self.setItemWidget(item, 1, self._purposes(pull.name))
        return item

    def _snapshot(self, above: QTreeWidgetItem, pull: Pull) -> None:
        assert pull.source is not None
        above.addChild(_item(pull, tr("Snapshot, {day}").format(day=day(pull.source.time))))
        above.setExpanded(True)

    def _purposes(self, name: str) -> QComboBox:
        box = QComboBox()
        # As wide as its column, which it must not widen.
        box.setMinimumContentsLength(4)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setToolTip(tr("What this layer is for"))
        box.setAccessibleName(tr("What {layer} is for").format(layer=name))
        box.addItem(tr("something else"), "")
        for purpose in purposes.PURPOSES:
            box.addItem(purpose_text(purpose), purpose)
        layer = self._desk.pulled_layer(name)
        if layer is None:
            box.setEnabled(False)
            box.setToolTip(tr("It is not open: a double click opens it"))
            return box
        box.setCurrentIndex(max(0, box.findData(self._desk.purpose_of(layer))))
        box.activated.connect(lambda at: self._set(name, box.itemData(at)))
        return box

    def _set(self, name: str, purpose: str) -> None:
        layer = self._desk.pulled_layer(name)
        if layer is not None:
            self._desk.set_purpose(layer, purpose)


def _item(pull: Pull, name: str) -> QTreeWidgetItem:
    source = pull.source
    assert source is not None
    count = number_text(source.received)
    if source.announced is not None and source.announced != source.received:
        count = tr("{n} of {all}").format(n=count, all=number_text(source.announced))
    item = QTreeWidgetItem([name, "", count, age(source.time)])
    item.setData(0, _PULL, pull)
    item.setToolTip(0, sentence(source))
    if source.incomplete:
        item.setText(2, tr("{count}, incomplete").format(count=count))
        font = item.font(2)
        font.setBold(True)
        item.setFont(2, font)
    return item


def _mark(answer: object) -> QIcon:
    if isinstance(answer, errors.BlankSpotError):
        return QgsApplication.getThemeIcon("/mIconWarning.svg")
    icon = {CHANGED: "/mActionRefresh.svg", NO_CHANGE_SEEN: "/mIconSuccess.svg"}
    name = icon.get(verdict_of(answer))  # type: ignore[arg-type]
    return QgsApplication.getThemeIcon(name) if name else QIcon()


def day(time: str) -> str:
    """Return the day of a UTC time (ISO 8601), as the language of QGIS writes it."""
    moment = QDateTime.fromString(time, Qt.DateFormat.ISODate).toLocalTime()
    return str(locale().toString(moment, "d MMM yyyy"))


def age(time: str, now: datetime | None = None) -> str:
    """Return how long ago a UTC time was, in words.

    Parameters
    ----------
    time
        ISO 8601.
    now
        Against which; the present where None.
    """
    try:
        then = datetime.fromisoformat(time)
    except ValueError:
        return ""
    if then.tzinfo is None:
        then = then.replace(tzinfo=timezone.utc)
    seconds = ((now or datetime.now(timezone.utc)) - then).total_seconds()
    if seconds < 3600:
        return tr("{n} min").format(n=max(0, int(seconds // 60)))
    if seconds < 48 * 3600:
        return tr("{n} h").format(n=int(seconds // 3600))
    return tr("{n} days").format(n=int(seconds // 86400))
