# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in the background, by QGIS's own task manager: shown in its bar, ended with the plugin.

What is done in the other thread takes plain data and returns plain data; widgets and layers of
the project are touched in ``done`` and ``failed`` only, which run in the main thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from qgis.core import QgsApplication, QgsTask

from ..core.errors import Cancelled

Made = TypeVar("Made")
# Handed to the work: asked often, True ends it.
IsCancelled = Callable[[], bool]


class _Task(QgsTask, Generic[Made]):
    def __init__(
        self,
        description: str,
        work: Callable[[IsCancelled], Made],
        ended: Callable[[_Task[Made]], None],
    ) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = work
        self._ended = ended
        self.made: Made | None = None
        self.error: Exception | None = None

    def run(self) -> bool:
        """Work, in another thread; what is raised is carried over to the main one."""
        try:
            self.made = self._work(self.isCanceled)
        except Exception as error:  # noqa: BLE001 - told where it can be shown
            self.error = error
        return self.error is None

    def finished(self, _fine: bool) -> None:
        """Go on in the main thread."""
        self._ended(self)


class Tasks:
    """The tasks of one owner; none outlives it."""

    def __init__(self) -> None:
        self._running: set[Any] = set()
        self._closed = False

    def start(
        self,
        description: str,
        work: Callable[[IsCancelled], Made],
        done: Callable[[Made], None],
        failed: Callable[[Exception], None],
    ) -> QgsTask:
        """Start some work.

        Parameters
        ----------
        description
            For QGIS's task bar.
        work
            Called in another thread.
        done
            Called in the main thread with what the work returned.
        failed
            Called in the main thread with what it raised; :class:`Cancelled` if it was stopped.
        """

        def ended(task: _Task[Made]) -> None:
            self._running.discard(task)
            if self._closed:
                return
            if task.isCanceled():
                failed(Cancelled())
            elif task.error is not None:
                failed(task.error)
            else:
                done(task.made)  # type: ignore[arg-type]

        task = _Task(description, work, ended)
        # The manager does not keep Python's half of a task alive.
        self._running.add(task)
        QgsApplication.taskManager().addTask(task)
        return task

    def close(self, milliseconds: int = 3000) -> None:
        """Cancel what runs, wait for it, and tell nobody."""
        self._closed = True
        for task in tuple(self._running):
            task.cancel()
        for task in tuple(self._running):
            task.waitForFinished(milliseconds)
        self._running.clear()
