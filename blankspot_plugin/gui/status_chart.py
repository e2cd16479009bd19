# SPDX-License-Identifier: GPL-2.0-or-later
"""A bar for each kecamatan: how many of its villages are blank, weak, covered."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..cartography import palette
from ..core.headline import STATUSES, Counts
from ..i18n import number_text, tr
from .village_table import TONES, status_text


class StatusChart(QWidget):
    """Stacked bars on one scale, a legend above; all measures come from the font."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[tuple[str, Counts], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_bars(self, bars: tuple[tuple[str, Counts], ...]) -> None:
        """Show bars by name, the one with most blank villages on top."""
        self._bars = tuple(sorted(bars, key=lambda bar: (-bar[1].blank, -bar[1].weak, bar[0])))
        self.setAccessibleName(tr("Status of the villages per kecamatan"))
        self.setAccessibleDescription("; ".join(map(bar_text, self._bars)))
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[tuple[str, Counts], ...]:
        """What is shown, from the top."""
        return self._bars

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        legend = self._legend(width)
        bottom = legend[-1][2] + self._step() if legend else 0
        return bottom + self._step() * len(self._bars) + self._pad()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * 50
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max(self.width(), self.fontMetrics().averageCharWidth() * 24)
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        side = self.fontMetrics().height() * 3 // 4
        for status, left, top in self._legend(self.width()):
            middle = top + (self._step() - side) // 2
            _box(painter, QRect(left, middle, side, side), status)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            line = QRect(left + side + self._pad(), top, self.width(), self._step())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, status_text(status))
        for place, (name, counts) in enumerate(self._bars):
            self._paint_bar(painter, self._row(place), name, counts)

    def _paint_bar(self, painter: QPainter, row: QRect, name: str, counts: Counts) -> None:
        metrics, label = self.fontMetrics(), self._label_width()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, label)
        painter.drawText(QRect(0, row.top(), label, row.height()), flags, words)
        left = label + 2 * self._pad()
        room = self.width() - left - self._pad()
        most = max((bar.total for _, bar in self._bars), default=0) or 1
        thick = metrics.height() * 5 // 4
        top, done = row.top() + (row.height() - thick) // 2, 0
        for status in STATUSES:
            count = counts.of(status)
            # From the running sum, so that no rounding opens a gap.
            start, end = (room * part // most for part in (done, done + count))
            done += count
            box = QRect(left + start, top, end - start, thick)
            if count:
                _box(painter, box, status)
                self._paint_number(painter, box, number_text(count))

    def _paint_number(self, painter: QPainter, box: QRect, text: str) -> None:
        """Write a number into its piece of a bar, smaller where there is little room."""
        for part in (1.0, 0.8):
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * part)
            if QFontMetrics(font).horizontalAdvance(text) < box.width():
                painter.setFont(font)
                painter.setPen(QColor(palette.INK))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                break
        painter.setFont(self.font())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for place, bar in enumerate(self._bars):
                if self._row(place).contains(event.pos()):
                    QToolTip.showText(event.globalPos(), bar_text(bar), self)
                    return True
            QToolTip.hideText()
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        return bool(super().event(event))

    def _pad(self) -> int:
        return max(2, self.fontMetrics().height() // 4)

    def _step(self) -> int:
        return self.fontMetrics().height() * 7 // 4

    def _label_width(self) -> int:
        widest = max((self.fontMetrics().horizontalAdvance(n) for n, _ in self._bars), default=0)
        return min(widest + 1, self.width() * 2 // 5)

    def _row(self, place: int) -> QRect:
        legend = self._legend(self.width())
        top = (legend[-1][2] + self._step() if legend else 0) + place * self._step()
        return QRect(0, top, self.width(), self._step())

    def _legend(self, width: int) -> list[tuple[str, int, int]]:
        """Return status, left and top of each entry, wrapped to the width."""
        shown = [one for one in STATUSES if any(counts.of(one) for _, counts in self._bars)]
        placed, left, top = [], 0, 0
        for status in shown:
            metrics = self.fontMetrics()
            wide = metrics.height() * 3 // 4 + self._pad()
            wide += metrics.horizontalAdvance(status_text(status))
            if left and left + wide > width:
                left, top = 0, top + self._step()
            placed.append((status, left, top))
            left += wide + 4 * self._pad()
        return placed


def _box(painter: QPainter, box: QRect, status: str) -> None:
    fill, strong = TONES[status]
    painter.fillRect(box, QColor(fill))
    painter.setPen(QColor(strong))
    painter.drawRect(box.adjusted(0, 0, -1, -1))


def bar_text(bar: tuple[str, Counts]) -> str:
    """Return a bar in words."""
    name, counts = bar
    parts = [
        f"{status_text(status)} {number_text(counts.of(status))}"
        for status in STATUSES
        if counts.of(status)
    ]
    return f"{name}: {', '.join(parts)}"
