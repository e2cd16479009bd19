# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of each village between two tables of statistics?

Works on rows as dictionaries, as :mod:`~blankspot_plugin.core.headline` does, and loads no numpy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .codes import code_text, normalised_code
from .headline import BLANK, UNKNOWN, WEAK, Row, status_of

NEWLY_BLANK, SOLVED, WORSE, BETTER, PERSISTENT = "new", "solved", "worse", "better", "persistent"
# Neither news nor blank; a status or a code is not known; in the later, the earlier table alone.
SAME, NOT_COMPARED, ADDED, GONE = "same", "unknown", "added", "gone"
KINDS = (NEWLY_BLANK, WORSE, SOLVED, BETTER, PERSISTENT, SAME, NOT_COMPARED, ADDED, GONE)


@dataclass(frozen=True)
class Change:
    """What became of a village.

    Attributes
    ----------
    code, name
        As the later table tells them, the earlier where it is gone.
    kind
        One of KINDS.
    before, after
        Its statuses; '' where a table doesn't have it.
    place
        Of its row in the later table, -1 where it is gone.
    """

    code: str
    name: str
    kind: str
    before: str
    after: str
    place: int


@dataclass(frozen=True)
class Changes:
    """The villages that are told of, by kind.

    Attributes
    ----------
    newly_blank, solved, worse, better, persistent
        Blank and was not; was blank and is not; covered to weak; weak to covered; still blank.
    not_compared
        Villages of the later table without a code, that the earlier doesn't have, or whose
        status one of them doesn't know.
    gone
        Villages of the earlier table that the later doesn't have.
    """

    newly_blank: tuple[Change, ...] = ()
    solved: tuple[Change, ...] = ()
    worse: tuple[Change, ...] = ()
    better: tuple[Change, ...] = ()
    persistent: tuple[Change, ...] = ()
    not_compared: int = 0
    gone: int = 0

    def all(self) -> tuple[Change, ...]:
        """Return all, the news first."""
        return self.newly_blank + self.worse + self.solved + self.better + self.persistent


def every(before: Iterable[Row], after: Iterable[Row]) -> tuple[Change, ...]:
    """Return what became of every village, in the order of the later table, the gone last.

    They are joined by the letters and digits of their codes, never by name: villages of one
    name are many.
    """
    earlier = {normalised_code(row.get("code")): row for row in before}
    earlier.pop("", None)
    found, seen = [], set()
    for place, row in enumerate(after):
        key, now = normalised_code(row.get("code")), status_of(row)
        seen.add(key)
        if key not in earlier:
            found.append(_change(row, ADDED if key else NOT_COMPARED, "", now, place))
            continue
        was = status_of(earlier[key])
        found.append(_change(row, _kind(was, now), was, now, place))
    gone = (row for key, row in earlier.items() if key not in seen)
    found += [_change(row, GONE, status_of(row), "", -1) for row in gone]
    return tuple(found)


def grouped(found: Iterable[Change]) -> Changes:
    """Return by kind what :func:`every` found."""
    kinds: dict[str, list[Change]] = {kind: [] for kind in KINDS}
    for one in found:
        kinds[one.kind].append(one)
    return Changes(
        newly_blank=tuple(kinds[NEWLY_BLANK]),
        solved=tuple(kinds[SOLVED]),
        worse=tuple(kinds[WORSE]),
        better=tuple(kinds[BETTER]),
        persistent=tuple(kinds[PERSISTENT]),
        not_compared=len(kinds[NOT_COMPARED]) + len(kinds[ADDED]),
        gone=len(kinds[GONE]),
    )


def changes(before: Iterable[Row], after: Iterable[Row]) -> Changes:
    """Return the villages that are told of between two tables, joined as by :func:`every`."""
    return grouped(every(before, after))


def _change(row: Row, kind: str, before: str, after: str, place: int) -> Change:
    code, name = code_text(row.get("code")), code_text(row.get("name"))
    return Change(code, name, kind, before, after, place)


def _kind(was: str, now: str) -> str:
    if UNKNOWN in (was, now):
        return NOT_COMPARED
    if BLANK in (was, now):
        if was == now:
            return PERSISTENT
        return NEWLY_BLANK if now == BLANK else SOLVED
    if was == now:
        return SAME
    return WORSE if now == WEAK else BETTER
