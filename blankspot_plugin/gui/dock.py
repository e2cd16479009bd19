# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: four steps on one panel, each with its state, and the result below them."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsMapLayer, QgsProject
from qgis.gui import QgsCollapsibleGroupBox, QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from .. import paths
from ..bridge import results as result_layers
from ..bridge import settings
from ..i18n import tr
from ..services.connections import Saved
from ..services.model import Connection
from .analysis_step import AnalysisStep
from .desk import Desk
from .first_page import FirstPage
from .layers_step import LayersStep
from .map_step import MapStep
from .more_menu import MoreMenu
from .results import ResultsWidget
from .source_tree import purpose_text
from .sources_step import SourcesStep
from .update import update

# Of the sample, by what each table is for; the population raster is a file of its own.
_SAMPLE = {
    "areas": "areas", "sites": "sites", "wifi": "wifi", "settlements": "settlements",
    "facilities": "facilities", "centres": "centres", "water": "rivers",
}  # fmt: skip


class BlankSpotDock(QgsDockWidget):
    """The panel the officer works in."""

    def __init__(self, iface: Any) -> None:
        super().__init__(tr("Blank Spot"))
        self.setObjectName("BlankSpotDock")
        self._iface = iface
        self.desk = Desk(QgsProject.instance(), self)
        self.first = FirstPage()
        self.sources = SourcesStep(self.desk)
        self.layers = LayersStep(self.desk)
        self.analysis = AnalysisStep(self.desk)
        self.results = ResultsWidget()
        self.map = MapStep(self.desk)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.first)
        self.pages.addWidget(self._steps())
        self.setWidget(self.pages)
        self._connect()
        if settings.read().first_start_seen:
            self.pages.setCurrentIndex(1)
        self._reopened()
        self._show_results()
        self._look()

    def _steps(self) -> QWidget:
        self.groups: list[tuple[QgsCollapsibleGroupBox, str, Any]] = []
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.addLayout(self._top())
        for title, step in (
            (tr("1. Sources"), self.sources),
            (tr("2. Layers"), self.layers),
            (tr("3. Analysis"), self.analysis),
        ):
            layout.addWidget(self._group(title, step))
        self.result_group = self._group(tr("Result"), self.results)
        layout.addWidget(self.result_group)
        layout.addWidget(self._group(tr("4. Map and report"), self.map))
        layout.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _top(self) -> QHBoxLayout:
        self.update_button = QPushButton(tr("Update"))
        self.update_button.setToolTip(
            tr(
                "Pulls everything again, checks, analyses and prints, with the settings of "
                "last time"
            )
        )
        self.update_button.clicked.connect(lambda _: update(self.desk, self.analysis, self.map))
        row = QHBoxLayout()
        row.addWidget(self.update_button)
        row.addStretch()
        self.more = MoreMenu(self.desk, self.analysis, self._iface.activeLayer)
        row.addWidget(self.more)
        return row

    def _group(self, title: str, step: QWidget) -> QgsCollapsibleGroupBox:
        group = QgsCollapsibleGroupBox(title)
        group.setSaveCollapsedState(False)
        group.setCollapsed(True)
        inner = QVBoxLayout(group)
        inner.addWidget(step)
        number = len(self.groups)
        group.collapsedStateChanged.connect(lambda shut, at=number: shut or self._opened(at))
        self.groups.append((group, title, step))
        return group

    def _connect(self) -> None:
        self.first.sample_wanted.connect(self.try_sample)
        self.first.own_wanted.connect(self.begin)
        self.desk.changing.connect(self._iface.mapCanvas().stopRendering)
        self.desk.reopened.connect(self._reopened)
        self.desk.changed.connect(self._changed)
        self.desk.checked.connect(self._look)
        self.desk.told.connect(self._tell)
        self.desk.analysed.connect(self._analysed)
        self.desk.zoom_wanted.connect(self.zoom_to)
        self.results.zoom_wanted.connect(self._zoom_to_villages)
        self.results.failed.connect(self.desk.complain)
        self.results.exported.connect(
            lambda path: self._tell(tr("Written: {path}").format(path=path), "", False)
        )

    def close_down(self) -> None:
        """Stop what runs and let go of the project; the dock is deleted next."""
        self.results.clear()
        self.desk.close()

    def begin(self) -> None:
        """Show the steps, the sources open."""
        settings.write(settings.changed(settings.read(), first_start_seen=True))
        self.pages.setCurrentIndex(1)
        self.groups[0][0].setCollapsed(False)

    def try_sample(self) -> None:
        """Pull the sample, run the analysis, and show what comes of it."""
        self.begin()
        sample = Saved(tr("Sample"), Connection("sample", str(paths.sample())))
        tables = list(_SAMPLE.items())

        def next_one() -> None:
            if not tables:
                self.groups[0][0].setCollapsed(True)
                self.analysis.follow()
                self.desk.analyse(self.analysis.asked())
                return
            table, purpose = tables.pop(0)
            asked = self.desk.asked_of(sample, table, purpose)
            name = tr("Sample: {table}").format(table=purpose_text(purpose))
            self.desk.pull(name, asked, purpose, next_one)

        next_one()

    def zoom_to(self, layer: QgsMapLayer, ids: list[int]) -> None:
        """Show features of a layer on the map."""
        if ids:
            self._iface.mapCanvas().zoomToFeatureIds(layer, ids)

    def _zoom_to_villages(self, ids: object) -> None:
        layer = self.desk.result("STATISTICS")
        if layer is not None:
            self.zoom_to(layer, list(ids))  # type: ignore[call-overload]

    def _reopened(self) -> None:
        """Show the form and the step as the project was left."""
        self.analysis.restore()
        if self.desk.state.purposes:
            self.pages.setCurrentIndex(1)
            step = min(self.desk.state.open_step, len(self.groups) - 1)
            self.groups[step][0].setCollapsed(False)

    def _changed(self) -> None:
        self.layers.refill()
        self.analysis.follow()
        self._look()

    def _analysed(self) -> None:
        self._show_results()
        layer = self.desk.result("STATISTICS")
        if layer is not None:
            self.result_group.setCollapsed(False)
            if not self._iface.mapCanvas().extent().intersects(layer.extent()):
                self.zoom_to(layer, layer.allFeatureIds())
        self._look()

    def _show_results(self) -> None:
        layer = self.desk.result("STATISTICS")
        self.result_group.setVisible(layer is not None)
        if layer is None:
            self.results.clear()
            return
        now = result_layers.read(layer, self.desk.result("SUMMARY"))
        before = self.desk.state.before
        earlier = result_layers.of_source(before) if before else None
        self.results.show_results(now, layer, earlier)

    def _look(self) -> None:
        for group, title, step in self.groups:
            said = step.state() if hasattr(step, "state") else ""
            group.setTitle(f"{title} – {said}" if said else title)
        self.map.look()
        self.update_button.setEnabled(
            bool(self.desk.state.parameters) and not self.desk.runner.is_busy
        )

    def _opened(self, step: int) -> None:
        if self.desk.state.open_step != step:
            self.desk.keep_open(step)

    def _tell(self, words: str, details: str, bad: bool) -> None:
        level = Qgis.MessageLevel.Warning if bad else Qgis.MessageLevel.Info
        bar = self._iface.messageBar()
        title = tr("Blank Spot")
        if details and details.strip() != words:
            bar.pushMessage(title, words, details, level, 0)
        else:
            bar.pushMessage(title, words, level, 0 if bad else 5)
