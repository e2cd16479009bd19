# SPDX-License-Identifier: GPL-2.0-or-later
"""Which day does a cell mean? Days stand before months, as Indonesia writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb februari february pebruari", "mar maret march",
            "apr april", "mei may", "jun juni june", "jul juli july",
            "agu agt ags agustus aug august", "sep sept september", "okt oktober oct october",
            "nov november nop nopember", "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?")
_IN_WORDS = re.compile(r"(\d{1,2})[-. ]*([a-z]+)[-., ]*(\d{4})(?: .*)?", re.IGNORECASE)


def parse_date(cell: object) -> date | None:
    """Return the day a cell means, None for an empty one.

    >>> parse_date("24 Okt 2025"), parse_date("24/10/2025")
    (datetime.date(2025, 10, 24), datetime.date(2025, 10, 24))

    Raises
    ------
    ValueError
        For anything that is no day of the calendar; a year alone is none.
    """
    if cell is None or isinstance(cell, date) and not isinstance(cell, datetime):
        return cell
    if isinstance(cell, datetime):
        return cell.date()
    text = str(cell).strip()
    if text in ("", "-", "NULL"):
        return None
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif (found := _IN_WORDS.fullmatch(text)) and found[2].lower() in _MONTHS:
        day, month, year = int(found[1]), _MONTHS[found[2].lower()], int(found[3])
    else:
        raise ValueError(text)
    return date(year, month, day)


def newest(days: Iterable[date | None]) -> date | None:
    """Return the latest day, None where none is known."""
    return max((day for day in days if day is not None), default=None)
