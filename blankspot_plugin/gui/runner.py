# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs algorithms for the dock: in the background, in the history, one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from . import history

Parameters = dict[str, Any]


@dataclass
class Run:
    """A run asked for.

    Attributes
    ----------
    algorithm
        Its id.
    parameters
        As of ``processing.run``.
    done
        Called with the results when it went well.
    failed
        Called with the sentence that tells why it didn't, '' if the officer stopped it.
    """

    algorithm: str
    parameters: Parameters
    done: Callable[[Parameters], None]
    failed: Callable[[str], None]


class _Feedback(QgsProcessingFeedback):
    """Remembers what went wrong, and all that was said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.error = ""
        self.lines: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803 - Qt's
        self.error = error
        self.lines.append(error)

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)

    def pushWarning(self, warning: str) -> None:
        self.lines.append(warning)


class Runner(QObject):
    """One run at a time; the others wait.

    Signals
    -------
    started
        With the name of the algorithm.
    progressed
        With percent.
    ended
        When nothing runs any more.
    """

    started = pyqtSignal(str)
    progressed = pyqtSignal(float)
    ended = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Run] = deque()
        self._now: tuple[Run, Any, QgsProcessingContext, _Feedback] | None = None
        # QGIS is not done with a task while it tells that it ended: what belongs to it is kept
        # until the next one ends.
        self._last: object = None
        self.log = ""

    @property
    def is_busy(self) -> bool:
        """Whether anything runs."""
        return self._now is not None

    def complaint(self, algorithm: str, parameters: Parameters) -> str:
        """Return what keeps an algorithm from running, as a sentence; '' if nothing does."""
        made = _algorithm(algorithm)
        context = _context()
        fine, message = made.checkParameterValues(parameters, context)
        return "" if fine else message

    def start(self, run: Run) -> None:
        """Run, or wait for what runs."""
        self._waiting.append(run)
        if not self.is_busy:
            self._next()

    def cancel(self) -> None:
        """Stop what runs and forget what waits."""
        waiting, self._waiting = list(self._waiting), deque()
        for run in waiting:
            run.failed("")
        if self._now is not None:
            _, task, _, feedback = self._now
            feedback.cancel()
            if task is not None:
                task.cancel()

    def close(self) -> None:
        """Stop, and tell nobody any more."""
        self._waiting.clear()
        if self._now is None:
            return
        _, task, _, feedback = self._now
        self._now = None
        feedback.cancel()
        if task is not None:
            task.cancel()
            task.waitForFinished(5000)

    def _next(self) -> None:
        if not self._waiting:
            self.ended.emit()
            return
        run = self._waiting.popleft()
        algorithm, context, feedback = _algorithm(run.algorithm), _context(), _Feedback()
        fine, message = algorithm.checkParameterValues(run.parameters, context)
        if not fine:
            run.failed(message)
            self._next()
            return
        history.log(algorithm, run.parameters, context)
        context.setFeedback(feedback)
        feedback.progressChanged.connect(self.progressed)
        self.started.emit(algorithm.displayName())
        if algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
            # Layouts live in the main thread.
            self._now = run, None, context, feedback
            results, fine = algorithm.run(run.parameters, context, feedback)
            self._executed(fine, results)
            return
        task = QgsProcessingAlgRunnerTask(algorithm, run.parameters, context, feedback)
        self._now = run, task, context, feedback
        task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(task)

    def _executed(self, fine: bool, results: Parameters) -> None:
        if self._now is None:
            return
        run, _, _, feedback = self._last = self._now
        self._now = None
        self.log = "\n".join(feedback.lines)
        if fine:
            run.done(results)
        elif feedback.isCanceled():
            run.failed("")
        else:
            run.failed(feedback.error or tr("It failed without a word; the log tells more."))
        if self._now is None:
            self._next()


def _algorithm(name: str) -> QgsProcessingAlgorithm:
    made = QgsApplication.processingRegistry().createAlgorithmById(name)
    if made is None:
        raise ValueError(name)
    return made


def _context() -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context
