# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables and cards of results, in words: one description for the dock and the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qgis.PyQt.QtCore import QDate

from ..bridge import fields, workbook
from ..core.headline import BLANK, COVERED, UNKNOWN, WEAK
from ..i18n import locale, number_text, tr
from . import palette

TEXT, CODE, STATUS = "text", "code", "status"
NUMBER, SHARE, DATE = "number", "share", "date"
WORDS = (TEXT, CODE, STATUS)

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


def date_text(day: date) -> str:
    """Return a day as a letter of this language writes it, such as ``23 November 2026``."""
    return str(locale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy"))


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    title, tip
        Its heading, and what it means.
    kind
        TEXT, CODE, STATUS, NUMBER, SHARE (percent, with a bar) or DATE (a ``datetime.date``).
    cells
        One for each row; None is empty.
    decimals
        Of a number.
    colour
        Of a share's bar.
    paper
        Whether it is wanted where there is little room: on a page, in a letter.
    """

    title: str
    kind: str
    cells: Sequence[object]
    tip: str = ""
    decimals: int = 0
    colour: str = palette.COVERED_DISC
    paper: bool = True

    def text(self, row: int) -> str:
        """Return a cell as it is shown."""
        cell = self.cells[row]
        if self.kind == STATUS:
            return status_text(cell)
        if cell is None:
            return ""
        if self.kind in WORDS:
            return str(cell)
        if self.kind == DATE:
            return date_text(cell)  # type: ignore[arg-type]
        return number_text(float(cell), self.decimals)  # type: ignore[arg-type]

    @property
    def type(self) -> str:
        """What a spreadsheet is to take its cells for."""
        if self.kind in WORDS:
            return fields.TEXT
        if self.kind == DATE:
            return workbook.DATE
        return fields.REAL if self.decimals else fields.WHOLE

    def value(self, row: int) -> object:
        """Return a cell as a spreadsheet is to hold it; None is empty."""
        if self.type == fields.TEXT:
            return self.text(row) or None
        cell = self.cells[row]
        if cell is None or self.kind == DATE:
            return cell
        number = float(cell)  # type: ignore[arg-type]
        return round(number, self.decimals) if self.decimals else round(number)


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes
    ----------
    columns
        From the left.
    ids
        The features each row stands for.
    bold
        The rows that stand out.
    total
        Whether the last row is the sum of the others.
    """

    columns: tuple[Column, ...]
    ids: tuple[tuple[int, ...], ...]
    bold: frozenset[int] = frozenset()
    total: bool = False


@dataclass(frozen=True)
class CardText:
    """What a card says: the figure, what it is, what it is of; and its colours, if any."""

    figure: str
    caption: str
    more: str = ""
    tip: str = ""
    tones: tuple[str, str] | None = None
