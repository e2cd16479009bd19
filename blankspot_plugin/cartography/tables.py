# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of results as columns, in words: the one description the dock and the report share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core.headline import BLANK, COVERED, UNKNOWN, WEAK
from ..i18n import number_text, tr
from . import palette

TEXT, CODE, STATUS, NUMBER, SHARE = "text", "code", "status", "number", "share"
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
        if self.kind in WORDS:
            return str(cell)
        return number_text(float(cell), self.decimals)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Table:
    """Columns, the features each row stands for, and the rows that stand out."""

    columns: tuple[Column, ...]
    ids: tuple[tuple[int, ...], ...]
    bold: frozenset[int] = frozenset()
