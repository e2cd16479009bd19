# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of results: sorted by number, searched by word and code, with bars and statuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from qgis.PyQt.QtGui import QColor, QPainter, QPalette
from qgis.PyQt.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..cartography import palette
from ..core.codes import normalised_code
from ..core.headline import BLANK, COVERED, UNKNOWN, WEAK
from ..i18n import number_text, tr

TEXT, CODE, STATUS, NUMBER, SHARE = "text", "code", "status", "number", "share"
_WORDS = (TEXT, CODE, STATUS)
_USER = int(Qt.ItemDataRole.UserRole)
# The raw cell; its kind; the colour of a share's bar.
RAW, KIND, COLOUR = _USER, _USER + 1, _USER + 2

# Fill and strong tone of each status, as on the map.
TONES = {
    BLANK: (palette.BLANK, palette.BLANK_STRONG),
    WEAK: (palette.WEAK, palette.WEAK_STRONG),
    COVERED: (palette.COVERED, palette.COVERED_STRONG),
    UNKNOWN: (palette.UNKNOWN, palette.UNKNOWN_STRONG),
}


def status_text(status: object) -> str:
    """Return a status in a word or two."""
    words = {BLANK: tr("Blank"), WEAK: tr("Weak"), COVERED: tr("Covered")}
    return words.get(str(status), tr("Not known"))


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    title, tip
        Its heading, and what it means.
    kind
        TEXT, CODE, STATUS, NUMBER or SHARE (percent, with a bar).
    cells
        One for each row; None is empty.
    decimals
        Of a number.
    colour
        Of a share's bar.
    """

    title: str
    kind: str
    cells: Sequence[object]
    tip: str = ""
    decimals: int = 0
    colour: str = palette.COVERED_DISC

    def text(self, row: int) -> str:
        """Return a cell as it is shown."""
        cell = self.cells[row]
        if self.kind == STATUS:
            return status_text(cell)
        if cell is None:
            return ""
        if self.kind in _WORDS:
            return str(cell)
        return number_text(float(cell), self.decimals)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Table:
    """Columns, the features each row stands for, and the rows that stand out."""

    columns: tuple[Column, ...]
    ids: tuple[tuple[int, ...], ...]
    bold: frozenset[int] = frozenset()


class TableModel(QAbstractTableModel):
    """A :class:`Table` as Qt sees it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = Table((), ())

    def set_table(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.table.ids)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.table.columns):
            return None
        column = self.table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _in_two_lines(column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or column.title
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.table.columns[index.column()], index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == RAW:
            return column.cells[row]
        if role == KIND:
            return column.kind
        if role == COLOUR:
            return column.colour
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.title}: {column.text(row)}" if column.text(row) else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column.kind not in _WORDS:
            return int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and row in self.table.bold:
            font = QApplication.font()
            font.setBold(True)
            return font
        return None


def _in_two_lines(title: str) -> str:
    """Return a long heading broken where its lines are most alike: a dock is narrow."""
    if len(title) < 12 or " " not in title:
        return title
    blanks = [at for at, letter in enumerate(title) if letter == " "]
    at = min(blanks, key=lambda at: abs(2 * at + 1 - len(title)))
    return f"{title[:at]}\n{title[at + 1 :]}"


class TableFilter(QSortFilterProxyModel):
    """Sorts by what a cell means, and keeps rows in whose words all words sought are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sought: list[str] = []
        # What sorts as its place in a list, not by letters.
        self._order = {BLANK: 0, WEAK: 1, COVERED: 2}

    def seek(self, text: str) -> None:
        """Show only rows with all these words; codes are found with and without dots."""
        self._sought = text.casefold().split()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        table = self.sourceModel().table
        words = []
        for column in table.columns if self._sought else ():
            if column.kind in _WORDS:
                words.append(column.text(row).casefold())
            if column.kind == CODE:
                words.append(normalised_code(column.cells[row]).casefold())
        return all(any(sought in word for word in words) for sought in self._sought)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        one, other = left.data(RAW), right.data(RAW)
        kind = left.data(KIND)
        if kind == STATUS:
            return bool(self._order.get(one, 3) < self._order.get(other, 3))
        if one is None or other is None:
            # Cells without a value come last, whichever way the others go.
            down = self.sortOrder() == Qt.SortOrder.DescendingOrder
            return one is not other and (other is None) != down
        if kind in _WORDS:
            return str(one).casefold() < str(other).casefold()
        return bool(one < other)


class CellDelegate(QStyledItemDelegate):
    """Draws a share as a bar beside its number, and a status on the colour it has on the map."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        kind = index.data(KIND)
        if kind not in (SHARE, STATUS) or (kind == SHARE and index.data(RAW) is None):
            super().paint(painter, option, index)
            return
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setFont(option.font)
        if kind == SHARE:
            _draw_share(painter, option, text, float(index.data(RAW)), index.data(COLOUR))
        else:
            _draw_status(painter, option.rect, text, index.data(RAW))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        if index.data(KIND) in (SHARE, STATUS):
            return QSize(
                hint.width() + 2 * option.fontMetrics.horizontalAdvance("0"), hint.height()
            )
        return hint


def _draw_status(painter: QPainter, rect: QRect, text: str, status: object) -> None:
    fill, strong = TONES.get(str(status), TONES[UNKNOWN])
    gap = max(1, rect.height() // 10)
    chip = rect.adjusted(gap, gap, -gap, -gap)
    painter.fillRect(chip, QColor(fill))
    edge = max(3, chip.height() // 6)
    painter.fillRect(QRect(chip.left(), chip.top(), edge, chip.height()), QColor(strong))
    painter.setPen(QColor(palette.INK))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    inside = chip.adjusted(2 * edge, 0, -gap, 0)
    metrics = painter.fontMetrics()
    painter.drawText(
        inside, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    )


def _draw_share(
    painter: QPainter, option: QStyleOptionViewItem, text: str, percent: float, colour: str
) -> None:
    rect, metrics = option.rect, painter.fontMetrics()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    ink = option.palette.color(
        QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    )
    digit = metrics.horizontalAdvance("0")
    number = rect.adjusted(0, 0, -digit // 2, 0)
    painter.setPen(ink)
    painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    # The number has a place of its own: on the bar it would be read badly in one theme or other.
    room = metrics.horizontalAdvance(number_text(100, 1)) + digit
    bar = rect.adjusted(digit // 2, rect.height() // 4, -room - digit // 2, -(rect.height() // 4))
    if bar.width() > digit:
        track = QColor(ink)
        track.setAlpha(40)
        painter.fillRect(bar, track)
        width = round(bar.width() * min(max(percent, 0.0), 100.0) / 100)
        painter.fillRect(QRect(bar.left(), bar.top(), width, bar.height()), QColor(colour))
