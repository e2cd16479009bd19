# SPDX-License-Identifier: GPL-2.0-or-later
"""How does the Wi-Fi programme stand, in each village, kecamatan and programme?

Every point is counted once, by its id, and every figure is a sum over the same points: card
and tables can't disagree.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from . import issues, wifi
from .dates import newest
from .issues import Issue

# The columns of counts, in the order they are told.
COUNTED = (
    wifi.ACTIVE, wifi.DOWN, wifi.OFF, wifi.INSTALLED, wifi.APPROVED, wifi.PROPOSED, wifi.UNKNOWN,
)  # fmt: skip
FIBRE, RADIO, STARLINK, VSAT = "fibre", "radio", "starlink", "vsat"
LINKS = (FIBRE, RADIO, STARLINK, VSAT)
# First match wins: Starlink is a satellite too.
_LINK_WORDS = (
    (STARLINK, r"starlink"),
    (VSAT, r"v-?sat|satelit|satellite"),
    (FIBRE, r"fib(re|er)|\bfo\b|optik|optic|ftth|indihome|kabel"),
    (RADIO, r"radio|wireless|nirkabel|microwave|\bp(2|t)m?p\b"),
)
_LINK_PATTERNS = tuple((link, re.compile(words, re.IGNORECASE)) for link, words in _LINK_WORDS)


@dataclass(frozen=True)
class Point:
    """A point of the programme.

    Attributes
    ----------
    id
        '' where it has none.
    village
        Its place among the areas, -1 for none.
    programme, funder
        '' where not told.
    link
        One of LINKS, the office's own word, or ''.
    mbps
        Bandwidth; None where not told.
    standing
        A word of ``wifi.STANDINGS``, or unknown.
    said
        The status as it was written.
    day
        Of the status.
    updated
        Whether a status table changed it.
    """

    id: str
    village: int
    programme: str
    funder: str
    link: str
    mbps: float | None
    standing: str
    said: str
    day: date | None
    updated: bool = False


@dataclass(frozen=True)
class Update:
    """A row of a status table, ``row`` what it is called; None where it doesn't say."""

    id: str
    standing: str | None
    said: str
    day: date | None
    row: str = ""


@dataclass(frozen=True)
class Tally:
    """What some points add up to.

    Attributes
    ----------
    counts
        Points by standing.
    villages, villages_active
        Villages with a point, and with an active one; a village of two points is one.
    links
        Points by link; what is none of LINKS under ''.
    mbps
        Bandwidth of the active points, None where none tells.
    day
        The newest of their days.
    """

    counts: Mapping[str, int]
    villages: int
    villages_active: int
    links: Mapping[str, int]
    mbps: float | None
    day: date | None

    @property
    def points(self) -> int:
        """All points."""
        return sum(self.counts.values())

    @property
    def active_percent(self) -> float | None:
        """The share of active points, None without a point."""
        return 100.0 * self.counts[wifi.ACTIVE] / self.points if self.points else None


def link_kind(cell: object) -> str:
    """Return the link a cell names, the cell as it is written where it is none of LINKS.

    >>> link_kind("FO Telkom"), link_kind("Satelit (VSAT)"), link_kind("Starlink")
    ('fibre', 'vsat', 'starlink')
    """
    text = "" if cell is None else " ".join(str(cell).split())
    return next((link for link, words in _LINK_PATTERNS if words.search(text)), text)


def once(keys: Sequence[str], days: Sequence[date | None]) -> tuple[list[int], list[int]]:
    """Return the places to keep, one for each key, and those passed over for another.

    The newest day stands, then the first row; a row without a key is its own.
    """
    kept: dict[str, int] = {}
    alone, passed = [], []
    for place, (key, day) in enumerate(zip(keys, days)):
        if not key:
            alone.append(place)
            continue
        before = kept.setdefault(key, place)
        if before != place:
            was = days[before]
            newer = day is not None and (was is None or day > was)
            kept[key], loser = (place, before) if newer else (before, place)
            passed.append(loser)
    return sorted([*kept.values(), *alone]), sorted(passed)


def laid_over(
    points: Sequence[Point], updates: Iterable[Update], table: str
) -> tuple[list[Point], list[Issue]]:
    """Return points with the newer statements of a status table; no place changes.

    Parameters
    ----------
    points
        Each id once.
    updates
        Each id once.
    table
        What issues call the status table.

    Returns
    -------
    points, issues
        An update without a point, without a status, or older than the point is listed and
        changes nothing.
    """
    made, found = list(points), []
    by_id = {point.id: place for place, point in enumerate(points) if point.id}
    for update in updates:
        place = by_id.get(update.id)
        if place is None:
            found.append(Issue(table, update.row or update.id, issues.UNKNOWN_POINT, update.said))
            continue
        point = made[place]
        if update.standing is None:
            found.append(Issue(table, update.row or update.id, issues.EMPTY))
            continue
        if update.day is not None and point.day is not None and update.day < point.day:
            found.append(
                Issue(table, update.row or update.id, issues.OLDER, update.day.isoformat())
            )
            continue
        made[place] = replace(
            point,
            standing=update.standing,
            said=update.said,
            day=update.day or point.day,
            updated=True,
        )
    return made, found


def tally(points: Iterable[Point]) -> Tally:
    """Return what points add up to."""
    points = list(points)
    counts = Counter(point.standing for point in points)
    active = [point for point in points if point.standing == wifi.ACTIVE]
    known = [point.mbps for point in active if point.mbps is not None]
    links = Counter(point.link if point.link in LINKS else "" for point in points)
    return Tally(
        counts={standing: counts[standing] for standing in COUNTED},
        villages=len({point.village for point in points}),
        villages_active=len({point.village for point in active}),
        links={link: links[link] for link in (*LINKS, "")},
        mbps=math.fsum(known) if known else None,
        day=newest(point.day for point in points),
    )


def by_village(points: Sequence[Point], count: int) -> list[list[Point]]:
    """Return the points of each of n villages; those in none are in no list."""
    held: list[list[Point]] = [[] for _ in range(count)]
    for point in points:
        if point.village >= 0:
            held[point.village].append(point)
    return held


def by_programme(points: Sequence[Point]) -> list[tuple[str, str, Tally]]:
    """Return programme, funder and what their points add up to, sorted, the unnamed last."""
    held: dict[tuple[str, str], list[Point]] = {}
    for point in points:
        held.setdefault((point.programme, point.funder), []).append(point)
    order = sorted(held, key=lambda pair: (not pair[0], pair))
    return [(*pair, tally(held[pair])) for pair in order]
