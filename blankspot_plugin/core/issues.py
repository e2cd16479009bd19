# SPDX-License-Identifier: GPL-2.0-or-later
"""What was wrong with a row of a table, as facts; the shell says it in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

# A code or id that another row has too; one that no village, or no point, has; none at all.
DUPLICATE, UNKNOWN_VILLAGE, UNKNOWN_POINT, NO_ID = "duplicate", "village", "point", "no_id"
# Outside all areas; in another village than its code says; without a place.
OUTSIDE, ELSEWHERE, NO_PLACE = "outside", "elsewhere", "no_place"
# A word nobody knows; a day, a number that is none; an older statement than the one there.
WORD, DATE, NUMBER, OLDER = "word", "date", "number", "older"
# Says nothing at all; says again what another row says.
EMPTY, TWICE = "empty", "twice"


@dataclass(frozen=True)
class Issue:
    """One thing about one row.

    Attributes
    ----------
    input
        The parameter its table was given by.
    row
        What the row is called: its id or code, else its number.
    word
        One of the words above.
    value
        The cell, as it was written.
    """

    input: str
    row: str
    word: str
    value: str = ""
