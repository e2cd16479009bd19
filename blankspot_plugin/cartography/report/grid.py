# SPDX-License-Identifier: GPL-2.0-or-later
"""A table as it is printed: which columns, what each cell says, and what stands for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.headline import UNKNOWN
from ...i18n import number_text, tr
from .. import lettering
from ..tables import CODE, NUMBER, SHARE, STATUS, TONES, WORDS, Column, Table

# An unknown figure is never a zero, and an empty cell could be a slip.
NOTHING = "–"

_LEGIBLE = (8.0, 7.5, 7.0)
_POINTS = (8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
_SAFE = 1.05  # small print is hinted, and then wider than measured
_WORD = 24  # letters after which a word may be broken, an address say
_MEASURED = 12


@dataclass(frozen=True)
class Printed:
    """A column as it is printed.

    Attributes
    ----------
    title
        Its heading.
    texts
        What each cell says.
    right
        Whether it is set to the right, as figures are.
    fills
        The colour behind each cell, '' for none.
    bold
        Whether any of its cells may be bold.
    """

    title: str
    texts: tuple[str, ...]
    right: bool
    fills: tuple[str, ...]
    bold: bool = False


def printed(table: Table) -> tuple[Printed, ...]:
    """Return the columns there is room for on paper: number and code in front."""
    rows = range(len(table.ids))
    last = len(rows) - 1 if table.total else len(rows)
    numbers = tuple(number_text(row + 1) if row < last else "" for row in rows)
    columns = [column for column in table.columns if column.paper]
    columns.sort(key=lambda column: column.kind != CODE)
    return (
        Printed(tr("No."), numbers, True, ("",) * len(rows), bool(table.bold)),
        *(_column(column, rows, last, bool(table.bold)) for column in columns),
    )


def _column(column: Column, rows: range, last: int, bold: bool) -> Printed:
    return Printed(
        column.title,
        tuple(_text(column, row, row >= last) for row in rows),
        column.kind in (NUMBER, SHARE),
        tuple(_fill(column.cells[row]) if column.kind == STATUS else "" for row in rows),
        bold,
    )


def _text(column: Column, row: int, total: bool) -> str:
    if column.cells[row] is None and column.kind != STATUS:
        # The sum of all has no code of its own.
        return "" if total and column.kind in WORDS else NOTHING
    # A name is one line, whatever stands in its cell.
    return " ".join(column.text(row).split())


def _fill(status: object) -> str:
    return TONES.get(str(status), TONES[UNKNOWN])[0]


@dataclass(frozen=True)
class Fit:
    """How columns fit a width: the size of the type, and the width of each (mm)."""

    points: float
    widths: tuple[float, ...]


def fit(columns: Sequence[Printed], room: float, padding: float) -> Fit:
    """Return the largest type at which columns fit a width, and how wide each is.

    Parameters
    ----------
    columns
        Figures are never broken. Names are, between words, only where they would have to be
        set in very small type; headings always may be.
    room
        Of the table, mm.
    padding
        At each side of a cell, mm.
    """
    for whole, points in [*((True, one) for one in _LEGIBLE), *((False, one) for one in _POINTS)]:
        least = [_least(column, points, whole) + 2 * padding for column in columns]
        if sum(least) <= room:
            break
    wanted = [
        max(low, _longest(one.texts, points, one.bold) * _SAFE + 2 * padding)
        for one, low in zip(columns, least)
    ]
    missing = sum(wanted) - room
    if missing > 0:
        give = [want - low for want, low in zip(wanted, least)]
        part = min(1.0, missing / sum(give)) if any(give) else 0.0
        return Fit(points, tuple(want - one * part for want, one in zip(wanted, give)))
    return Fit(points, _shared(columns, wanted, room, points, padding))


def _shared(
    columns: Sequence[Printed], widths: list[float], room: float, points: float, padding: float
) -> tuple[float, ...]:
    """Share the room left over: to the highest headings first, then to all alike."""

    def lines(at: int) -> int:
        return _lines(columns[at].title, points, (widths[at] - 2 * padding) / _SAFE)

    high = [lines(at) for at in range(len(columns))]
    while sum(widths) + 1.0 <= room and max(high) > 1:
        tallest = high.index(max(high))
        widths[tallest] += 1.0
        high[tallest] = lines(tallest)
    # No column becomes half as wide again as it needs.
    part = min(0.5, max(0.0, room - sum(widths)) / sum(widths))
    return tuple(width * (1 + part) for width in widths)


def _lines(title: str, points: float, room: float) -> int:
    count, line = 1, ""
    for word in title.split():
        joined = f"{line} {word}".strip()
        if line and lettering.length(joined, points, bold=True) > room:
            count, joined = count + 1, word
        line = joined
    return count


def _least(column: Printed, points: float, whole: bool) -> float:
    if whole:
        words = list(column.texts)
    else:
        words = [word for text in column.texts for word in _parts(column, text)]
    heading = (lettering.length(word, points, bold=True) for word in column.title.split())
    return max(_longest(words, points, column.bold), max(heading, default=0.0)) * _SAFE


def _parts(column: Printed, text: str) -> list[str]:
    return [text] if column.right else [part[:_WORD] for part in text.split()]


def _longest(texts: Sequence[str], points: float, bold: bool) -> float:
    """Return the length of the longest."""
    told = sorted(set(texts), key=len, reverse=True)[:_MEASURED]
    return max((lettering.length(text, points, bold) for text in told), default=0.0)
