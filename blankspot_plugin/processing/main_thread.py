# SPDX-License-Identifier: GPL-2.0-or-later
"""Work that belongs to the main thread, from wherever it is asked for.

A layout is a scene of Qt's, which only the main thread may have. QGIS 3.22 runs the children
of a model in the thread of the run whatever their flags say; later ones hand them over, as is
done here.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from qgis.core import QgsFeedback
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QThread

from ..core.errors import Cancelled

Made = TypeVar("Made")
_PATIENCE = 0.1  # seconds between looks at whether the officer has stopped the run


class _Job(QObject, Generic[Made]):
    """Runs once in the thread it was moved to; whoever is first, work or cancel, has it."""

    def __init__(self, work: Callable[[], Made], feedback: QgsFeedback) -> None:
        super().__init__()
        self._work, self._feedback = work, feedback
        self._claim = threading.Lock()
        self.done = threading.Event()
        self.made: Made | None = None
        self.error: BaseException | None = None

    def claim(self) -> bool:
        """Tell whether nobody has taken the job yet, and take it."""
        return self._claim.acquire(blocking=False)

    def event(self, event: QEvent) -> bool:
        """Do the work: this is called in the main thread."""
        if event.type() != QEvent.Type.User:
            return bool(super().event(event))
        if self.claim():
            # The run's window would stand still, and its button to stop with it.
            self._feedback.progressChanged.connect(_breathe)
            try:
                self.made = self._work()
            except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
                self.error = error
            finally:
                self._feedback.progressChanged.disconnect(_breathe)
            self.done.set()
        return True


def _breathe(_: float) -> None:
    QCoreApplication.processEvents()


def in_main_thread(work: Callable[[], Made], feedback: QgsFeedback) -> Made:
    """Return what a function returns when the main thread calls it.

    Raises
    ------
    Cancelled
        If the run was stopped before the main thread came to it.
    """
    application = QCoreApplication.instance()
    if application is None or QThread.currentThread() == application.thread():
        return work()
    job = _Job(work, feedback)
    job.moveToThread(application.thread())
    QCoreApplication.postEvent(job, QEvent(QEvent.Type.User))
    while not job.done.wait(_PATIENCE):
        if feedback.isCanceled() and job.claim():
            raise Cancelled
    if job.error is not None:
        raise job.error
    return job.made  # type: ignore[return-value]
