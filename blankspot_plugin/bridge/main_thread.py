# SPDX-License-Identifier: GPL-2.0-or-later
"""Have something done in the main thread, where layouts live, while another thread waits.

A newer QGIS does that for the steps of a model by itself; before 3.26 a step runs wherever its
model does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal, pyqtSlot

Made = TypeVar("Made")


class _Call(QObject):
    wanted = pyqtSignal()

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self.made: object = None
        self.error: BaseException | None = None
        self.moveToThread(QCoreApplication.instance().thread())
        self.wanted.connect(self.do, Qt.ConnectionType.BlockingQueuedConnection)

    @pyqtSlot()
    def do(self) -> None:
        try:
            self.made = self._work()
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
            self.error = error


def in_main_thread(work: Callable[[], Made]) -> Made:
    """Return what some work makes in the main thread; what it raises is raised here."""
    if QThread.currentThread() == QCoreApplication.instance().thread():
        return work()
    call = _Call(work)
    call.wanted.emit()
    if call.error is not None:
        raise call.error
    return call.made  # type: ignore[return-value]
