# SPDX-License-Identifier: GPL-2.0-or-later
"""Step 2: what has been pulled, whether its source has changed, and what is wrong with it."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..bridge import settings
from ..bridge.workspace import Pull
from ..core import errors
from ..i18n import number_text, tr
from . import shelf
from .analysing import clean
from .desk import Desk
from .pull_tree import PullTree, day
from .pulling import refresh
from .source_check import SourceCheck

# What cleansites marks.
_MARKED = "issue IS NOT NULL"


class LayersStep(QWidget):
    """The pulls of the workspace."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.check = SourceCheck(desk, self.refill)
        self.list = PullTree(desk, self.check)
        self.list.itemSelectionChanged.connect(self._look)
        self.list.itemDoubleClicked.connect(self._open)
        self.sources, self.issues = _sentence(), _sentence()
        self.refresh = _button(
            tr("Pull again"), tr("Pulls the selected layers again, or all of them"),
            self.pull_again,
        )  # fmt: skip
        self.clean = _button(
            tr("Check the towers"),
            tr(
                "Repairs and marks coordinates, names operators; what can't be decided is set aside"
            ),
            lambda: clean(self.desk),
        )
        self.ask = _button(
            tr("Ask the sources"),
            tr("Asks, without pulling, whether the sources have changed since"),
            self.ask_sources,
        )
        self.look_at = _button(
            tr("Show what is marked"),
            tr("Selects the towers that were repaired or marked, on the map"),
            self.show_issues,
        )
        self.keep = QCheckBox(tr("Keep the old as a snapshot"))
        self.keep.setToolTip(
            tr("What is pulled again takes the place of the old; a snapshot stays, to compare with")
        )
        self.always = QCheckBox(tr("Ask whenever this step is opened"))
        self.always.setToolTip(tr("Otherwise nothing asks the sources but the button"))
        self.always.setChecked(settings.read().ask_sources)
        self.always.toggled.connect(
            lambda on: settings.write(settings.changed(settings.read(), ask_sources=on))
        )
        self.show_snapshot = _button(
            tr("Open the snapshot"),
            tr("As a layer of its own, to look at or to analyse with"),
            self.open_snapshots,
        )
        self.drop_snapshot = _button(
            tr("Remove the snapshot"), tr("Its data go for good"), self.remove_snapshots
        )
        self._lay_out()
        self.refill()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        for at, widget in enumerate(
            (self.refresh, self.clean, self.ask, self.look_at, self.show_snapshot,
             self.drop_snapshot)
        ):  # fmt: skip
            grid.addWidget(widget, at // 2, at % 2)
        for widget in (self.list, self.sources, self.issues):
            layout.addWidget(widget)
        layout.addLayout(grid)
        layout.addWidget(self.keep)
        layout.addWidget(self.always)

    def state(self) -> str:
        """Return the state of the step for its heading."""
        count = self.list.topLevelItemCount()
        return tr("pulled: {n}").format(n=count) if count else tr("nothing pulled yet")

    def refill(self) -> None:
        """Show the workspace as it is now."""
        pulls = self.desk.every_pull()
        self.list.fill(pulls)
        self.always.setChecked(settings.read().ask_sources)
        said = self.check.summary([pull for pull in pulls if pull.state == "current"])
        self.sources.setText(tr("Asking the sources…") if self.check.is_asking else said)
        self.sources.setVisible(bool(self.sources.text()))
        self._look()

    def opened(self) -> None:
        """Ask the sources, where the officer allows it, for he has opened the step."""
        if self.always.isChecked():
            self.ask_sources()

    def ask_sources(self) -> None:
        """Ask the sources of what is selected, else of everything, in the background."""
        self.check.ask(self.list.chosen(snapshots=False) or self.desk.pulls())
        self.refill()

    def pull_again(self) -> None:
        """Pull what is selected again, else everything."""
        chosen = self.list.chosen(snapshots=False) or self.desk.pulls()
        refresh(self.desk, [pull.name for pull in chosen], keep=self.keep.isChecked())
        self.keep.setChecked(False)

    def open_snapshots(self) -> None:
        """Open the selected snapshots as layers."""
        for pull in self.list.chosen(snapshots=True):
            self._open_snapshot(pull)

    def _open_snapshot(self, pull: Pull) -> None:
        assert pull.source is not None
        name = tr("{layer}, {day}").format(layer=pull.name, day=day(pull.source.time))
        shelf.open_snapshot(self.desk.project, self.desk.workspace(), name, pull.table)

    def _open(self, item: QTreeWidgetItem) -> None:
        """Open what was closed; what is open is shown on the map."""
        for pull in self.list.chosen()[:1]:
            layer = self.desk.pulled_layer(pull.name)
            if pull.state != "current":
                self._open_snapshot(pull)
            elif layer is None:
                shelf.open_pull(self.desk.project, self.desk.workspace(), pull.name, pull.table)
                self.desk.changed.emit()
            else:
                self.desk.zoom_wanted.emit(layer, layer.allFeatureIds())

    def remove_snapshots(self) -> None:
        """Let the selected snapshots go, if that is meant."""
        chosen = self.list.chosen(snapshots=True)
        words = tr("Remove {n} snapshots? Their data go for good.").format(n=len(chosen))
        yes = QMessageBox.StandardButton.Yes
        if QMessageBox.question(self, tr("Blank Spot"), words) != yes:
            return
        try:
            for pull in chosen:
                self.desk.workspace().give_up(pull.table)
        except errors.BlankSpotError as error:
            self.desk.complain(error)
        self.refill()

    def show_issues(self) -> None:
        """Select the towers that cleansites marked, and show where they are."""
        layer = self.desk.result("CLEAN_SITES")
        if layer is None:
            return
        layer.selectByExpression(_MARKED)
        self.desk.zoom_wanted.emit(layer, layer.selectedFeatureIds())

    def _look(self) -> None:
        there = self.list.topLevelItemCount() > 0
        self.refresh.setEnabled(there)
        self.ask.setEnabled(there and not self.check.is_asking)
        snapshots = bool(self.list.chosen(snapshots=True))
        self.show_snapshot.setVisible(snapshots)
        self.drop_snapshot.setVisible(snapshots)
        project, state = self.desk.project, self.desk.state
        needed = (state.layer_for(project, purpose) for purpose in ("sites", "areas"))
        self.clean.setEnabled(all(layer is not None for layer in needed))
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


def _button(text: str, tip: str, clicked: object) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(lambda _: clicked())  # type: ignore[operator]
    return button


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    return label
