# SPDX-License-Identifier: GPL-2.0-or-later
"""What runs just now, how far it is, and the button that stops it; there while anything runs."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..i18n import tr
from .runner import Runner


class RunBar(QWidget):
    """The bar of a runner."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(tr("Progress"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Stops what runs; what was there before stays"))
        self.cancel.clicked.connect(lambda _: runner.cancel())
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        layout.addLayout(row)
        runner.started.connect(self._started)
        runner.progressed.connect(lambda percent: self.progress.setValue(int(percent)))
        runner.stepped.connect(lambda words: self.words.setText(words or self.words.text()))
        runner.ended.connect(self.hide)
        self.hide()

    def _started(self, name: str) -> None:
        self.words.setText(name)
        self.progress.setValue(0)
        self.show()
