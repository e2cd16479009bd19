# SPDX-License-Identifier: GPL-2.0-or-later
"""Headline cards in columns as many as the width has room for."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QRect, QSize
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget


@dataclass(frozen=True)
class CardText:
    """What a card says: the figure, what it is, what it is of; and its colours, if any."""

    figure: str
    caption: str
    more: str = ""
    tip: str = ""
    tones: tuple[str, str] | None = None


class Card(QFrame):
    """One figure."""

    def __init__(self, said: CardText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = said
        self.setToolTip(said.tip)
        self.setAccessibleName(f"{said.caption}: {said.figure} {said.more}".strip())
        self.setFrameShape(QFrame.Shape.NoFrame)
        figure = QLabel(said.figure)
        font = figure.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        figure.setFont(font)
        layout = QVBoxLayout(self)
        unit = self.fontMetrics().height() // 3
        layout.setContentsMargins(3 * unit, unit, unit // 2, unit)
        layout.setSpacing(0)
        layout.addWidget(figure)
        for text in filter(None, (said.caption, said.more)):
            # A unit stays with its number.
            label = QLabel(text.replace(" km²", "\u00a0km²").replace(" %", "\u00a0%"))
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        mid = self.palette().color(QPalette.ColorRole.Mid)
        fill, strong = self.said.tones or (mid.name(), mid.name())
        # As the statuses in the tables: the strong tone at the edge, the fill beside it.
        edge = max(2, self.fontMetrics().height() // 5)
        painter.fillRect(QRect(0, 0, 3 * edge, self.height()), QColor(fill))
        painter.fillRect(QRect(0, 0, edge, self.height()), QColor(strong))
        painter.setPen(mid)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Cards(QWidget):
    """The cards of a result: columns of one width, as many as there is room for.

    Places its cards itself. A layout class written in Python would share its items with Qt,
    and both would free them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cards(self, said: list[CardText]) -> None:
        """Show these cards instead of those before."""
        for card in self.cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.cards = [Card(one, self) for one in said]
        for card in self.cards:
            card.show()
        self._place(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        width = 2 * self._narrowest() + self._gap()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest(), self.heightForWidth(max(self.width(), self._narrowest())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(self.width(), move=True)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place(self.width(), move=True)
            self.updateGeometry()

    def _gap(self) -> int:
        return self.fontMetrics().height() // 3

    def _narrowest(self) -> int:
        """Return the width below which a card would be cut."""
        widest = max((card.minimumSizeHint().width() for card in self.cards), default=0)
        return max(widest, self.fontMetrics().averageCharWidth() * 14)

    def _place(self, whole: int, move: bool) -> int:
        """Lay the cards out; return how high they stand."""
        if not self.cards:
            return 0
        gap = self._gap()
        columns = max(1, (whole + gap) // (self._narrowest() + gap))
        # Rows as even as they can be: six cards are never five and one.
        rows = -(-len(self.cards) // columns)
        columns = -(-len(self.cards) // rows)
        width = max(1, (whole - gap * (columns - 1)) // columns)
        top = 0
        for start in range(0, len(self.cards), columns):
            row = self.cards[start : start + columns]
            height = max(card.heightForWidth(width) for card in row)
            for place, card in enumerate(row if move else ()):
                card.setGeometry(place * (width + gap), top, width, height)
            top += height + gap
        return top - gap
