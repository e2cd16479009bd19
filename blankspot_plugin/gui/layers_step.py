# SPDX-License-Identifier: GPL-2.0-or-later
"""Step 2: what has been pulled, how old and how whole it is, and what each layer is for."""

from __future__ import annotations

from datetime import datetime, timezone

from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..bridge.workspace import Pull
from ..cartography.sources import sentence
from ..core import purposes
from ..i18n import number_text, tr
from .desk import Desk
from .source_tree import purpose_text

_NAME = int(Qt.ItemDataRole.UserRole)
# What cleansites marks.
_MARKED = "issue IS NOT NULL"


class LayersStep(QWidget):
    """The pulls of the workspace."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHeaderLabels([tr("Layer"), tr("For"), tr("Features"), tr("Age")])
        self.issues = QLabel()
        self.issues.setWordWrap(True)
        self.refresh = QPushButton(tr("Pull again"))
        self.refresh.setToolTip(tr("Pulls the selected layers again, or all of them"))
        self.refresh.clicked.connect(lambda _: self.pull_again())
        self.keep = QCheckBox(tr("Keep what is there as a snapshot"))
        self.keep.setToolTip(
            tr("What is pulled again takes the place of the old; a snapshot stays, to compare with")
        )
        self.clean = QPushButton(tr("Check the towers"))
        self.clean.setToolTip(
            tr("Repairs and marks coordinates, names operators; what can't be decided is set aside")
        )
        self.clean.clicked.connect(lambda _: self.desk.clean())
        self.look_at = QPushButton(tr("Show what is marked"))
        self.look_at.setToolTip(tr("Selects the towers that were repaired or marked, on the map"))
        self.look_at.clicked.connect(lambda _: self.show_issues())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(self.issues)
        buttons = QGridLayout()
        buttons.addWidget(self.refresh, 0, 0)
        buttons.addWidget(self.clean, 0, 1)
        buttons.addWidget(self.keep, 1, 0, 1, 2)
        buttons.addWidget(self.look_at, 2, 0, 1, 2)
        layout.addLayout(buttons)
        self.refill()

    def state(self) -> str:
        """Return the state of the step for its heading."""
        count = self.list.topLevelItemCount()
        return tr("pulled: {n}").format(n=count) if count else tr("nothing pulled yet")

    def refill(self) -> None:
        """Show the workspace as it is now."""
        self.list.clear()
        for pull in self.desk.pulls():
            self._add(pull)
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._look()

    def _add(self, pull: Pull) -> None:
        source = pull.source
        if source is None:
            return
        count = number_text(source.received)
        if source.announced is not None and source.announced != source.received:
            count = tr("{n} of {all}").format(n=count, all=number_text(source.announced))
        item = QTreeWidgetItem([pull.name, "", count, age(source.time)])
        item.setData(0, _NAME, pull.name)
        item.setToolTip(0, sentence(source))
        if source.incomplete:
            item.setText(2, tr("{count}, incomplete").format(count=count))
            font = item.font(2)
            font.setBold(True)
            item.setFont(2, font)
        self.list.addTopLevelItem(item)
        self.list.setItemWidget(item, 1, self._purposes(pull.name))

    def _purposes(self, name: str) -> QComboBox:
        box = QComboBox()
        # As wide as its column, which it must not widen.
        box.setMinimumContentsLength(4)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setToolTip(tr("What this layer is for"))
        box.addItem(tr("something else"), "")
        for purpose in purposes.PURPOSES:
            box.addItem(purpose_text(purpose), purpose)
        layer = self.desk.pulled_layer(name)
        if layer is None:
            box.setEnabled(False)
            return box
        box.setCurrentIndex(max(0, box.findData(self.desk.purpose_of(layer))))
        box.activated.connect(lambda at: self.desk.set_purpose(layer, box.itemData(at)))
        return box

    def pull_again(self) -> None:
        """Pull what is selected again, else everything."""
        chosen = [item.data(0, _NAME) for item in self.list.selectedItems()]
        rows = range(self.list.topLevelItemCount())
        every = [self.list.topLevelItem(row).data(0, _NAME) for row in rows]
        self.desk.refresh(chosen or every, keep=self.keep.isChecked())
        self.keep.setChecked(False)

    def show_issues(self) -> None:
        """Select the towers that cleansites marked, and show where they are."""
        layer = self.desk.result("CLEAN_SITES")
        if layer is None:
            return
        layer.selectByExpression(_MARKED)
        self.desk.zoom_wanted.emit(layer, layer.selectedFeatureIds())

    def _look(self) -> None:
        self.refresh.setEnabled(self.list.topLevelItemCount() > 0)
        there = (
            self.desk.state.layer_for(self.desk.project, purpose) for purpose in ("sites", "areas")
        )
        self.clean.setEnabled(all(layer is not None for layer in there))
        layer = self.desk.result("CLEAN_SITES")
        self.look_at.setVisible(layer is not None)
        self.issues.setVisible(layer is not None)
        if layer is not None:
            request = QgsFeatureRequest().setFilterExpression(_MARKED)
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
            marked = sum(1 for _ in layer.getFeatures(request))
            self.issues.setText(
                tr("Towers, checked: {n}, of which {marked} are marked.").format(
                    n=number_text(layer.featureCount()), marked=number_text(marked)
                )
            )


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
