# SPDX-License-Identifier: GPL-2.0-or-later
"""What the steps of the dock have in common: the project, its state, and what is being run.

The steps show and ask; every answer becomes a run of an algorithm here, so that it stands in
Processing's history and can be repeated.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..bridge import project_state, settings
from ..bridge.moving import results_folder, take_along
from ..bridge.tasks import Tasks
from ..bridge.workspace import Pull, Workspace, default_path
from ..core import errors
from ..i18n import tr
from ..processing.messages import sentence
from . import shelf
from .runner import Runner


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
    updated
        When the monthly round is done, with the results of its model.
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
    updated = pyqtSignal(object)
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
        project.readProject.connect(self._read)
        project.cleared.connect(self._cleared)
        project.layersRemoved.connect(self._removed)
        project.projectSaved.connect(self.follow_project)
        self.runner.ended.connect(self.follow_project)

    def close(self) -> None:
        """Stop all that runs, and let go of the project."""
        self.runner.close()
        self.tasks.close()
        self.project.readProject.disconnect(self._read)
        self.project.cleared.disconnect(self._cleared)
        self.project.layersRemoved.disconnect(self._removed)
        self.project.projectSaved.disconnect(self.follow_project)

    def _cleared(self) -> None:
        """No project is there; what was written while its layers went is of none either."""
        project_state.forget(self.project)
        self._reopen()

    def _read(self, *_: object) -> None:
        """A project is there with its layers: what none of them shows any more may go.

        Not when it is cleared: a project that was not saved after a pull still shows old tables.
        """
        self._reopen()
        self._sweep()
        self.follow_project()

    def _reopen(self) -> None:
        """Begin with what the project, another one now, remembers."""
        self.runner.cancel()
        self.state = project_state.read(self.project)
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
        used = Path(self.state.workspace)
        known = bool(self.state.workspace) and (used.exists() or results_folder(used).exists())
        return Workspace(used if known else self._right_place())

    def _right_place(self) -> Path:
        profile = Path(QgsApplication.qgisSettingsDirPath())
        return default_path(self.project, profile, settings.read().workspace_folder)

    def follow_project(self) -> None:
        """Take the workspace along, where the project was saved elsewhere."""
        old, new = self.workspace().path, self._right_place()
        if old == new or self.runner.is_busy:
            return
        try:
            self.changing.emit()
            self.state.before = take_along(self.project, old, new, self.state.before)
        except errors.BlankSpotError as error:
            self.complain(error)
            return
        self.state.workspace = str(new)
        self.keep()
        self.told.emit(
            tr("The pulled layers lie beside the project now: save it once more."), "", False
        )

    def every_pull(self) -> list[Pull]:
        """Return what this project has pulled, the snapshots too, the oldest first."""
        try:
            # Until they are saved, projects share one workspace.
            return [pull for pull in self.workspace().pulls() if pull.name in self.state.pulls]
        except errors.BlankSpotError as error:
            self.complain(error)
            return []

    def pulls(self) -> list[Pull]:
        """Return what has been pulled, the current table of each layer."""
        return [pull for pull in self.every_pull() if pull.state == "current"]

    def pulled_layer(self, name: str) -> QgsVectorLayer | None:
        """Return the open layer of a pull."""
        return shelf.pulled(self.project, name)

    def purpose_of(self, layer: QgsMapLayer) -> str:
        """Return what a layer is for, '' where nobody said."""
        return next((key for key, one in self.state.purposes.items() if one == layer.id()), "")

    def set_purpose(self, layer: QgsMapLayer, purpose: str) -> None:
        """Say what a layer is for; a purpose has one layer, and a layer one purpose."""
        self.assign(layer, purpose)
        self.keep()

    def assign(self, layer: QgsMapLayer, purpose: str) -> None:
        """As :meth:`set_purpose`, for who keeps the state afterwards."""
        kept = {key: one for key, one in self.state.purposes.items() if one != layer.id()}
        self.state.purposes = {**kept, purpose: layer.id()} if purpose else kept

    def result(self, key: str) -> QgsVectorLayer | None:
        """Return a layer of the last analysis."""
        layer = self.project.mapLayer(self.state.results.get(key, ""))
        return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None

    def failed(self, words: str) -> None:
        """Tell why a run failed; '' where the officer stopped it himself."""
        if words:
            self.complain(words)

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
