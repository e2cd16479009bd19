# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock shows first: one sentence, and one button that shows it all on the sample."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from .. import paths
from ..i18n import tr


class FirstPage(QWidget):
    """Shown until the officer has begun once.

    Signals
    -------
    sample_wanted
        The officer wants to try it with the sample.
    own_wanted
        The officer has data.
    """

    sample_wanted = pyqtSignal()
    own_wanted = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        picture = QLabel()
        size = self.fontMetrics().height() * 4
        picture.setPixmap(QIcon(paths.icon("blankspot")).pixmap(size, size))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QLabel(tr("Where is the blank spot?"))
        large = title.font()
        large.setPointSizeF(large.pointSizeF() * 1.5)
        title.setFont(large)
        words = QLabel(
            tr(
                "Pull the layers of your regency, run the analysis, and print where the signal "
                "is missing: four steps, in any order."
            )
        )
        for label in (title, words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.try_it = QPushButton(tr("Try it with the sample"))
        self.try_it.setToolTip(
            tr("Kabupaten Contoh is fictional: its villages, towers and Wi-Fi points are made up")
        )
        self.try_it.clicked.connect(lambda _: self.sample_wanted.emit())
        self.begin = QPushButton(tr("Begin with my own layers"))
        self.begin.clicked.connect(lambda _: self.own_wanted.emit())
        layout = QVBoxLayout(self)
        for widget in (picture, title, words, self.try_it, self.begin):
            layout.addWidget(widget)
        layout.addStretch()
