# SPDX-License-Identifier: GPL-2.0-or-later
"""What the steps of the dock have in common: the project, its state, and what is being run.

The steps show and ask; every answer becomes a run of an algorithm here, so that it stands in
Processing's history and can be repeated.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..bridge import local_sources, project_state, settings
from ..bridge.tables import table_of
from ..bridge.tasks import Tasks
from ..bridge.workspace import Pull, Workspace, default_path
from ..core import errors, purposes
from ..core.technologies import DEFAULT_RADII, farthest, radii_table
from ..i18n import tr
from ..processing.messages import sentence
from ..services.connections import Saved
from . import shelf
from .runner import Parameters, Run, Runner

# The tables of a result; from below, for each is put on top of those before it.
_TABLES = {
    "SUMMARY": "summary", "STATISTICS": "statistics", "COVERAGE_OUTPUT": "coverage",
    "GAPS": "gaps",
}  # fmt: skip


class Desk(QObject):
    """The project as the dock works on it.

    Signals
    -------
    changing
        When layers are about to get other data: nobody should be drawing them.
    reopened
        When another project is there, or none.
    changed
        When layers, purposes, pulls or results are others than before.
    told
        A sentence for the message bar, details for who wants them, and whether it is bad news.
    analysed
        When there is a new result to be shown.
    checked
        When a step has another state.
    zoom_wanted
        With a layer and ids of its features.
    """

    changing = pyqtSignal()
    reopened = pyqtSignal()
    changed = pyqtSignal()
    told = pyqtSignal(str, str, bool)
    analysed = pyqtSignal()
    checked = pyqtSignal()
    zoom_wanted = pyqtSignal(object, object)

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.runner = Runner(self)
        self.tasks = Tasks()
        # Said by the officer for this session; a project must not say it for him.
        self.keep_incomplete = False
        self.state = project_state.read(project)
        project.readProject.connect(self.reopen)
        project.cleared.connect(self.reopen)
        project.layersRemoved.connect(self._removed)

    def close(self) -> None:
        """Stop all that runs, and let go of the project."""
        self.runner.close()
        self.tasks.close()
        self.project.readProject.disconnect(self.reopen)
        self.project.cleared.disconnect(self.reopen)
        self.project.layersRemoved.disconnect(self._removed)

    def reopen(self, *_: object) -> None:
        """Begin with what the project, another one now, remembers."""
        self.runner.cancel()
        self.state = project_state.read(self.project)
        self._sweep()
        self.reopened.emit()
        self.changed.emit()
        self.analysed.emit()

    def keep(self) -> None:
        """Put the state into the project, and let the steps look again."""
        project_state.write(self.project, self.state)
        self.changed.emit()

    def keep_open(self, step: int) -> None:
        """Remember which step is open."""
        self.state.open_step = step
        project_state.write(self.project, self.state)

    def complain(self, error: object, details: str = "") -> None:
        """Tell what went wrong, in one sentence."""
        if isinstance(error, errors.Cancelled):
            return
        self.told.emit(words_of(error), details or self.runner.log, True)

    def workspace(self) -> Workspace:
        """Return the GeoPackage of this project's pulls."""
        folder = settings.read().workspace_folder
        path = default_path(self.project, Path(QgsApplication.qgisSettingsDirPath()))
        return Workspace(Path(folder) / path.name if folder else path)

    def pulls(self) -> list[Pull]:
        """Return what has been pulled, the current table of each layer."""
        try:
            return list(self.workspace().current().values())
        except errors.BlankSpotError as error:
            self.complain(error)
            return []

    def pulled_layer(self, name: str) -> QgsVectorLayer | None:
        """Return the open layer of a pull."""
        return shelf.pulled(self.project, name)

    def purpose_of(self, layer: QgsMapLayer) -> str:
        """Return what a layer is for, '' where nobody said."""
        return next((key for key, one in self.state.purposes.items() if one == layer.id()), "")

    def set_purpose(self, layer: QgsMapLayer, purpose: str) -> None:
        """Say what a layer is for; a purpose has one layer, and a layer one purpose."""
        self._assign(layer, purpose)
        self.keep()

    def _assign(self, layer: QgsMapLayer, purpose: str) -> None:
        kept = {key: one for key, one in self.state.purposes.items() if one != layer.id()}
        self.state.purposes = {**kept, purpose: layer.id()} if purpose else kept

    def pull(
        self, name: str, asked: Parameters, purpose: str = "",
        then: Callable[[], None] | None = None, keep: bool = False,
    ) -> None:  # fmt: skip
        """Pull a layer into the workspace and open it.

        Parameters
        ----------
        name
            What the officer knows it by.
        asked
            The parameters of ``pull`` but OUTPUT.
        purpose
            What it is for; '' to guess.
        then
            Called when it is there.
        keep
            Keep what it takes the place of as a snapshot, to compare with.
        """
        try:
            workspace = self.workspace()
            output = workspace.begin(name)
        except errors.BlankSpotError as error:
            self.complain(error)
            return
        table = table_of(output)
        assert table is not None

        def done(_results: Parameters) -> None:
            try:
                self.changing.emit()
                workspace.adopt(table.name, keep)
                workspace.move_layers(self.project)
                layer = self.pulled_layer(name) or shelf.open_pull(
                    self.project, workspace, name, table.name
                )
            except errors.BlankSpotError as error:
                self.complain(error)
                return
            self.state.pulls[name] = project_state.remembered(asked)
            self._give_purpose(layer, purpose)
            self.keep()
            if then is not None:
                then()

        # A table that stays pending is dropped when the workspace is next opened.
        self.runner.start(Run("blankspot:pull", {**asked, "OUTPUT": output}, done, self.failed))

    def refresh(
        self, names: list[str], then: Callable[[], None] | None = None, keep: bool = False
    ) -> None:
        """Pull some layers again as they were asked for, one after the other.

        Parameters
        ----------
        names
            Of the layers.
        then
            Called when all are there.
        keep
            Keep what they take the place of as snapshots.
        """
        names = [name for name in names if name in self.state.pulls]
        if not names:
            if then is not None:
                then()
            return
        first, rest = names[0], names[1:]
        layer = self.pulled_layer(first)
        purpose = self.purpose_of(layer) if layer is not None else ""
        onwards = partial(self.refresh, rest, then, keep)
        known = (*settings.read().connections, *local_sources.stored())
        asked = project_state.recalled(self.state.pulls[first], known)
        self.pull(first, asked, purpose, onwards, keep)

    def asked_of(self, saved: Saved, layer: str, purpose: str) -> Parameters:
        """Return the parameters that pull a layer of a connection."""
        connection = saved.connection
        asked: Parameters = {
            "SERVICE": connection.service,
            "URL": connection.url,
            "LAYER": layer,
            "AUTHCFG": saved.authcfg,
            "PAGE_SIZE": connection.page_size,
            "ALLOW_HTTP": saved.allow_http,
            "KEEP_INCOMPLETE": self.keep_incomplete,
            "MAPPING": ";".join(f"{key}={value}" for key, value in connection.mapping.items()),
        }
        areas = self.state.layer_for(self.project, "areas")
        # A regency is served from beyond its edge, so far as a signal reaches; villages are not.
        if areas is not None and purpose != "areas" and connection.service != "sample":
            asked["AREAS"] = areas.id()
            asked["DISTANCE"] = self._largest_radius()
        return {key: value for key, value in asked.items() if value not in ("", 0, False)}

    def _largest_radius(self) -> float:
        """Return how far a signal reaches at most, in metres, by the radii in use."""
        cells = self.state.parameters.get("RADII") or settings.read().radii
        try:
            return farthest(radii_table(cells))
        except errors.BadRadius:
            # The analysis will say so; a pull need not wait for it.
            return farthest(DEFAULT_RADII)

    def analyse(self, asked: Parameters, then: Callable[[], None] | None = None) -> None:
        """Run the analysis and show its layers, in the place of those of the last one."""
        self.state.parameters = asked
        path = self._results_path()
        outputs = {
            key: f"ogr:dbname='{path}' table=\"{table}\"" + ("" if key == "SUMMARY" else " (geom)")
            for key, table in _TABLES.items()
        }

        def done(_results: Parameters) -> None:
            last = self.result("STATISTICS")
            self.state.before = last.source() if last is not None else ""
            for key, table in _TABLES.items():
                self._show_result(key, f"{path}|layername={table}")
            self.keep()
            self.analysed.emit()
            if then is not None:
                then()

        self.runner.start(Run("blankspot:analysis", {**asked, **outputs}, done, self.failed))

    def result(self, key: str) -> QgsVectorLayer | None:
        """Return a layer of the last analysis."""
        layer = self.project.mapLayer(self.state.results.get(key, ""))
        return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None

    def clean(self, then: Callable[[], None] | None = None) -> None:
        """Look through the towers, and take what comes of it for the towers from here on."""
        sites = self.state.layer_for(self.project, "sites")
        areas = self.state.layer_for(self.project, "areas")
        if sites is None or areas is None:
            self.complain(tr("Say which layer holds the towers, and which the areas, first."))
            return
        path = self._results_path()

        def done(_results: Parameters) -> None:
            if sites.customProperty(shelf.RESULT) != "CLEAN_SITES":
                # Cleaned again from here, when it has been pulled again.
                self.state.results["RAW_SITES"] = sites.id()
            source = f"{path}|layername=sites"
            layer = self._show_result("CLEAN_SITES", source, tr("Towers, checked"))
            self.set_purpose(layer, "sites")
            if then is not None:
                then()

        asked = {"INPUT": sites.id(), "AREAS": areas.id()}
        asked.update(purposes.guess_fields("sites", _names(sites)))
        asked["OUTPUT"] = f"ogr:dbname='{path}' table=\"sites\" (geom)"
        self.runner.start(Run("blankspot:cleansites", asked, done, self.failed))

    def failed(self, words: str) -> None:
        """Tell why a run failed; '' where the officer stopped it himself."""
        if words:
            self.complain(words)

    def _give_purpose(self, layer: QgsVectorLayer, purpose: str) -> None:
        kind = {0: "point", 1: "line", 2: "polygon"}.get(int(layer.geometryType()), "table")
        purpose = purpose or purposes.guess(layer.name(), _names(layer), kind)
        if purpose and self.purpose_of(layer) != purpose:
            self._assign(layer, purpose)
            shelf.dress(layer, purpose)

    def _show_result(self, key: str, source: str, name: str = "") -> QgsVectorLayer:
        self.changing.emit()
        layer = shelf.show_result(self.project, key, source, self.result(key), name)
        self.state.results[key] = layer.id()
        return layer

    def _results_path(self) -> Path:
        """Return a new file for results: one that is open is never written over."""
        workspace = self.workspace().path
        folder = workspace.with_name(f"{workspace.stem}_results")
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{datetime.now():%Y%m%d_%H%M%S_%f}.gpkg"

    def _removed(self, ids: list[str]) -> None:
        state = self.state
        gone = set(ids)
        if gone & {*state.purposes.values(), *state.results.values()}:
            state.purposes = {k: one for k, one in state.purposes.items() if one not in gone}
            state.results = {k: one for k, one in state.results.items() if one not in gone}
            self.keep()
            self.analysed.emit()

    def _sweep(self) -> None:
        try:
            workspace = self.workspace()
            if workspace.path.exists():
                workspace.sweep(self.project)
        except errors.BlankSpotError:
            pass  # Somebody else has it open: there will be another start.


def words_of(error: object) -> str:
    """Return an error as the sentence the officer reads."""
    return sentence(error) if isinstance(error, errors.BlankSpotError) else str(error)


def _names(layer: Any) -> list[str]:
    return list(layer.fields().names()) if isinstance(layer, QgsVectorLayer) else []
