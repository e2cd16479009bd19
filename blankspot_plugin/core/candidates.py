# SPDX-License-Identifier: GPL-2.0-or-later
"""What the rows of a tower sheet may mean, with how much is assumed and where that lies."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .arrays import Bools, Floats
from .coordinates import Spelling
from .decimals import DIGITS, LAT, LON, SEXAGESIMAL, SIGN, Reading
from .ground import INDONESIA, Box, Ground, in_indonesia

SWAPPED, PROJECTED = "swapped", "projected"

# Of the rows that have a place, the share that may lie elsewhere in a sheet of these areas.
_STRAY = 0.05


@dataclass
class Candidates:
    """Readings of rows: all that may be meant, as columns.

    Attributes
    ----------
    row, x, y
        The row, and the numbers as longitude and latitude or in the CRS of the input.
    words, cost, doubtful
        What is read into the row, how much is assumed, and whether it only casts doubt.
    lon, lat, away
        Degrees, and metres to the areas, infinite beyond the neighbours; after :meth:`measure`.
    elsewhere
        Whether the place may be one of Indonesia's beyond the neighbours.
    """

    row: list[int] = field(default_factory=list)
    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    words: list[tuple[str, ...]] = field(default_factory=list)
    cost: list[int] = field(default_factory=list)
    doubtful: list[bool] = field(default_factory=list)
    lon: Floats = field(default_factory=lambda: np.empty(0))
    lat: Floats = field(default_factory=lambda: np.empty(0))
    away: Floats = field(default_factory=lambda: np.empty(0))
    elsewhere: Bools = field(default_factory=lambda: np.empty(0, dtype=bool))

    def add(
        self,
        row: int,
        x: float,
        y: float,
        words: tuple[str, ...],
        cost: int,
        doubtful: bool = False,
    ) -> None:
        """Add a reading of a row."""
        self.row.append(row)
        self.x.append(x)
        self.y.append(y)
        self.words.append(words)
        self.cost.append(cost)
        self.doubtful.append(doubtful)

    def locate(self, ground: Ground) -> None:
        """Find where the readings added so far lie."""
        self.lon, self.lat = ground.lonlat(np.array(self.x, float), np.array(self.y, float))

    def add_located(
        self, rows: list[int], lon: Floats, lat: Floats, words: list[tuple[str, ...]]
    ) -> None:
        """Add readings of rows whose place is known; call :meth:`locate` before."""
        for row, said in zip(rows, words):
            self.add(row, np.nan, np.nan, said, 1)
        self.lon, self.lat = np.append(self.lon, lon), np.append(self.lat, lat)

    def measure(self, ground: Ground, reach: float) -> None:
        """Find how far from the areas the readings lie."""
        there = np.flatnonzero((np.abs(self.lon) <= 180) & (np.abs(self.lat) < 90))
        self.away = np.full(len(self.lon), np.inf)
        self.away[there] = ground.away(self.lon[there], self.lat[there], reach)
        self.away[self.away > reach] = np.inf
        # Metres lie somewhere in every zone: of these, the sheet as a whole decides.
        zoned = np.array([PROJECTED in words for words in self.words], dtype=bool)
        self.elsewhere = in_indonesia(self.lon, self.lat) & np.isinf(self.away) & ~zoned

    def by_row(self) -> dict[int, list[int]]:
        """Return the readings of each row."""
        found: dict[int, list[int]] = {}
        for number, row in enumerate(self.row):
            found.setdefault(row, []).append(number)
        return found

    def certain(self, one: int) -> bool:
        """Tell whether a reading lies in the areas, and is likely enough to repair a row by."""
        return bool(self.away[one] == 0 and not self.doubtful[one])

    def got_sign(self, one: int, base: int) -> bool:
        """Tell whether a reading is another one with the minus that its latitude lost.

        A minus that is written was not lost: nothing is moved north by dropping it.
        """
        return (
            SIGN in self.words[one]
            and self.cost[base] < self.cost[one]
            and self.y[base] > 0 > self.y[one]
            and abs(self.x[base]) == abs(self.x[one])
            and -self.y[base] == self.y[one]
        )


def add_pairs(
    row: int, first: Spelling, second: Spelling, swapped: bool, box: Box, found: Candidates
) -> None:
    """Add what two cells may mean as longitude and latitude, in that order.

    Parameters
    ----------
    row
        Which row the cells are of.
    first, second
        The cell of the longitude, and of the latitude.
    swapped
        Whether they stand the other way round in the sheet.
    box
        West, south, east and north of the areas, with room around.
    found
        Where the readings are added that may lie in the areas, or anywhere in Indonesia.
    """
    west, south, east, north = box
    # On both sides of the equator a lost sign can't be told from another place.
    ends = min(west, INDONESIA[0]), max(east, INDONESIA[2])
    lons = first.readings(LON, *ends, west > 0 or east < 0, not swapped)
    if not lons:
        return
    ends = min(south, INDONESIA[1]), max(north, INDONESIA[3])
    lats = second.readings(LAT, *ends, south > 0 or north < 0, not swapped)
    more = (SWAPPED,) if swapped else ()
    for a in lons:
        for b in lats:
            if _go_together(a, b):
                words = tuple(dict.fromkeys((*a.words, *b.words, *more)))
                cost = a.cost + b.cost + len(more)
                found.add(row, a.value, b.value, words, cost, a.doubtful or b.doubtful)


def _go_together(a: Reading, b: Reading) -> bool:
    """Nobody writes one coordinate in degrees and minutes, and the other in bare digits."""
    return {a.kind, b.kind} != {SEXAGESIMAL, DIGITS}


def covers_more(found: Candidates, rows: dict[int, list[int]], kept: int) -> bool:
    """Tell whether a sheet covers more than the areas, so that signs are not lost but right.

    Parameters
    ----------
    found
        What the rows that are not kept may mean.
    rows
        The readings of each of them.
    kept
        How many rows are kept as they are written.
    """
    placed, strays = kept, 0
    for those in rows.values():
        bases = _as_they_are(found, those)
        placed += bool(bases)
        strays += bool(bases) and not _comes_home(found, those, bases)
    return strays > _STRAY * placed


def _as_they_are(found: Candidates, those: list[int]) -> list[int]:
    """Return the readings of a row that assume least, and no lost sign, if they are places."""
    could = [
        one
        for one in those
        if not found.doubtful[one] and SIGN not in found.words[one]
        if found.elsewhere[one] or np.isfinite(found.away[one])
    ]
    least = min((found.cost[one] for one in could), default=0)
    return [one for one in could if found.cost[one] == least]


def _comes_home(found: Candidates, those: list[int], bases: list[int]) -> bool:
    """Tell whether a row lies in the areas or near, as it is or once it has its sign."""
    near = [one for one in those if np.isfinite(found.away[one])]
    return any(one in bases or any(found.got_sign(one, b) for b in bases) for one in near)
