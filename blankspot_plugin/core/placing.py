# SPDX-License-Identifier: GPL-2.0-or-later
"""Where does each row of a tower sheet stand, if that can be told at all?

A row stays where it says it is if that lies in the areas, or within reach of them. Else
every reading of its cells is tried, and a repair made only where exactly one place comes out
of it, in the areas. What can't be decided is rejected with the reason; nothing is ever moved
on a guess.

::

    cells ─> written ──> in the areas, or near ───────────────> kept as it is
                │
                └──> elsewhere ─> readings ─> places in the areas
                                                 one:     repaired, marked
                                                 several: rejected as ambiguous
                                                 none:    rejected
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints
from .coordinates import Spelling, is_missing, plain_numbers, spell
from .decimals import LAT, LON, Reading
from .errors import Cancelled
from .ground import Ground, metres_from_box

NEIGHBOUR, SWAPPED, PROJECTED, DEGREES = "neighbour", "swapped", "projected", "degrees"

# Why a row is rejected; stored in the field `reason`.
EMPTY, MISSING, ZERO, UNREADABLE = "empty", "missing", "zero", "unreadable"
OUTSIDE, NO_READING, AMBIGUOUS = "outside", "no_reading", "ambiguous"
REASONS = (EMPTY, MISSING, ZERO, UNREADABLE, OUTSIDE, NO_READING, AMBIGUOUS)

# A place this near the areas, in metres, may be another regency's: never repaired away.
_MAY_BE_TRUE = 100_000.0
# Readings this near one another, in degrees (about 1 m), are one place.
_SAME_PLACE = 1e-5
# Room around the box of the areas, in degrees, for shifts between datums.
_ROOM = 0.01
_METRES_A_DEGREE = 100_000.0
_MOMENTS = 512


@dataclass
class Placed:
    """Where the rows stand.

    Attributes
    ----------
    lon, lat : (n,) float
        Degrees, WGS 84; NaN for a rejected row.
    x, y : (n,) float
        The numbers as they were given, where they are what the row stands by; else NaN.
    words
        What was read into each row, and `neighbour`; () for one that is fine.
    repaired : (n,) bool
        Rows whose cells are no plain numbers that could be used as they are.
    reason
        Why a row is rejected, '' where it is not.
    """

    lon: Floats
    lat: Floats
    x: Floats
    y: Floats
    words: list[tuple[str, ...]]
    repaired: Bools
    reason: list[str]


@dataclass
class _Candidates:
    """Readings of rows: all that may be meant, as columns."""

    row: list[int]
    x: list[float]
    y: list[float]
    words: list[tuple[str, ...]]
    doubtful: list[bool]

    def add(
        self, row: int, x: float, y: float, words: tuple[str, ...], doubtful: bool = False
    ) -> None:
        self.row.append(row)
        self.doubtful.append(doubtful)
        self.x.append(x)
        self.y.append(y)
        self.words.append(words)


def place(
    x_cells: Sequence[object],
    y_cells: Sequence[object],
    ground: Ground,
    reach: float,
    cancelled: Callable[[], bool] = lambda: False,
) -> Placed:
    """Place the rows of a sheet.

    Parameters
    ----------
    x_cells, y_cells : (n,)
        What stands for longitude and latitude (or for x and y of the input's projection).
    ground
        The areas.
    reach
        How far outside the areas, in metres, a row is kept as a neighbour's.
    cancelled
        Asked every now and then.

    Raises
    ------
    Cancelled
    """
    return _Placing(x_cells, y_cells, ground, reach, cancelled).run()


class _Placing:
    def __init__(
        self,
        x_cells: Sequence[object],
        y_cells: Sequence[object],
        ground: Ground,
        reach: float,
        cancelled: Callable[[], bool],
    ) -> None:
        self.cells = (x_cells, y_cells)
        self.ground, self.reach, self.cancelled = ground, reach, cancelled
        # A reading as far from the box as a neighbour's is looked at, so that it is doubted.
        self.room = _ROOM + reach / _METRES_A_DEGREE
        count = len(x_cells)
        self.x, self.y = plain_numbers(x_cells), plain_numbers(y_cells)
        self.plain: Bools = np.isfinite(self.x) & np.isfinite(self.y)
        self.spelt: dict[int, tuple[Spelling, Spelling]] = {}
        self.made = Placed(
            np.full(count, np.nan), np.full(count, np.nan), np.full(count, np.nan),
            np.full(count, np.nan), [()] * count, np.zeros(count, dtype=bool), [""] * count,
        )  # fmt: skip

    def run(self) -> Placed:
        self._read_notations()
        waiting = self._keep_as_written()
        self._decide(waiting, self._readings(waiting))
        return self.made

    def _ask(self, number: int) -> None:
        if number % _MOMENTS == 0 and self.cancelled():
            raise Cancelled

    def _spelling(self, row: int) -> tuple[Spelling, Spelling]:
        if row not in self.spelt:
            self.spelt[row] = spell(self.cells[0][row]), spell(self.cells[1][row])
        return self.spelt[row]

    def _read_notations(self) -> None:
        """Take decimal commas, degrees and hemisphere letters as they are written."""
        for number, row in enumerate(np.flatnonzero(~self.plain)):
            self._ask(number)
            first, second = self._spelling(int(row))
            a, b = first.written, second.written
            if a and b and a.axis in ("", LON) and b.axis in ("", LAT):
                self.x[row], self.y[row] = a.value, b.value
                self.made.words[row] = _together(a.words, b.words)
            else:
                self.x[row] = self.y[row] = np.nan

    def _keep_as_written(self) -> Ints:
        """Keep what lies in the areas or near them; return the rows that need a reading."""
        made = self.made
        there = np.flatnonzero(np.isfinite(self.x))
        lon, lat = np.full(len(self.x), np.nan), np.full(len(self.x), np.nan)
        lon[there], lat[there] = self.ground.lonlat(self.x[there], self.y[there])
        globe = (np.abs(lon) <= 180) & (np.abs(lat) < 90)
        away = np.full(len(lon), np.inf)
        away[globe] = self.ground.away(lon[globe], lat[globe], self.reach)
        kept = away <= self.reach
        zero = ~kept & (np.abs(self.x) < 1e-9) & (np.abs(self.y) < 1e-9)
        # Not where it should be, but near: it may well be true.
        beyond = (
            ~kept & ~zero & globe & (metres_from_box(lon, lat, self.ground.box) <= _MAY_BE_TRUE)
        )
        self.globe = globe
        for name, source in (("lon", lon), ("lat", lat), ("x", self.x), ("y", self.y)):
            getattr(made, name)[kept] = source[kept]
        for row in np.flatnonzero(kept & (away > 0)):
            made.words[row] = (*made.words[row], NEIGHBOUR)
        made.repaired[kept & ~self._as_they_are()] = True
        for row in np.flatnonzero(zero):
            made.reason[row] = ZERO
        for row in np.flatnonzero(beyond):
            made.reason[row] = OUTSIDE
        return np.flatnonzero(~kept & ~zero & ~beyond)

    def _as_they_are(self) -> Bools:
        """Tell which rows need nothing read into them: a typographic minus is still a minus."""
        fine = self.plain.copy()
        for row in np.flatnonzero(~self.plain):
            fine[row] = not self.made.words[row]
        return fine

    def _readings(self, waiting: Ints) -> _Candidates:
        """Pair what the two cells may mean, each way round; only what may lie in the box."""
        found = _Candidates([], [], [], [], [])
        for number, row in enumerate(waiting):
            self._ask(number)
            first, second = self._spelling(int(row))
            if self.ground.in_degrees:
                self._pairs(int(row), first, second, False, found)
                self._pairs(int(row), second, first, True, found)
            elif np.isfinite(self.x[row]):
                found.add(int(row), float(self.y[row]), float(self.x[row]), (SWAPPED,))
        return found

    def _pairs(
        self, row: int, lon_cell: Spelling, lat_cell: Spelling, swapped: bool, found: _Candidates
    ) -> None:
        west, south, east, north = self.ground.box
        # On both sides of the equator a lost sign can't be told from another place.
        lons = lon_cell.readings(LON, west > 0 or east < 0, not swapped)
        lats = lat_cell.readings(LAT, south > 0 or north < 0, not swapped)
        lons, lats = self._between(lons, west, east), self._between(lats, south, north)
        for a in lons:
            for b in lats:
                words = _together(a.words, b.words)
                words = (*words, SWAPPED) if swapped else words
                found.add(row, a.value, b.value, words, a.doubtful or b.doubtful)

    def _between(self, readings: Iterable[Reading], low: float, high: float) -> list[Reading]:
        low, high = low - self.room, high + self.room
        return [one for one in readings if low <= one.value <= high]

    def _projections(self, waiting: Ints) -> Iterable[tuple[Ints, Floats, Floats]]:
        """Read numbers as metres of some zone, each way round; or, in metres, as degrees."""
        # Numbers on the globe are degrees, unless the layer says that they are metres.
        metres = waiting[np.isfinite(self.x[waiting])]
        if self.ground.in_degrees:
            metres = metres[~self.globe[metres]]
        for x, y in ((self.x, self.y), (self.y, self.x)):
            for rows, lon, lat in self.ground.projected(x[metres], y[metres]):
                yield metres[rows], lon, lat
            if not self.ground.in_degrees:
                small = metres[(np.abs(x[metres]) <= 180) & (np.abs(y[metres]) < 90)]
                yield small, x[small], y[small]

    def _projected_words(self, row: int) -> tuple[str, ...]:
        small = max(abs(self.x[row]), abs(self.y[row])) <= 180
        return (DEGREES,) if small and not self.ground.in_degrees else (PROJECTED,)

    def _decide(self, waiting: Ints, found: _Candidates) -> None:
        """Repair what has one place in the areas; give the reason for all else."""
        lon, lat = self.ground.lonlat(np.array(found.x, float), np.array(found.y, float))
        rows, words = list(found.row), list(found.words)
        for more, east, north in list(self._projections(waiting)):
            lon, lat = np.append(lon, east), np.append(lat, north)
            rows += more.tolist()
            words += [self._projected_words(row) for row in more.tolist()]
        there = np.flatnonzero((np.abs(lon) <= 180) & (np.abs(lat) < 90))
        away = np.full(len(lon), np.inf)
        away[there] = self.ground.away(lon[there], lat[there], self.reach)
        certain = away == 0
        certain[: len(found.row)] &= ~np.array(found.doubtful, dtype=bool)
        by_row: dict[int, list[int]] = {}
        for hit in np.flatnonzero(away <= self.reach).tolist():
            by_row.setdefault(rows[hit], []).append(hit)
        for row in waiting.tolist():
            hits = by_row.get(row, [])
            fine = [hit for hit in hits if certain[hit]]
            if not fine:
                self.made.reason[row] = self._why(row)
            elif np.ptp(lon[hits]) > _SAME_PLACE or np.ptp(lat[hits]) > _SAME_PLACE:
                # A place near the areas, or a doubtful one, is enough not to be sure.
                self.made.reason[row] = AMBIGUOUS
            else:
                best = min(fine, key=lambda hit: len(words[hit]))
                self.made.lon[row], self.made.lat[row] = lon[best], lat[best]
                self.made.words[row] = words[best]
                self.made.repaired[row] = True

    def _why(self, row: int) -> str:
        first, second = self.cells[0][row], self.cells[1][row]
        if is_missing(first) or is_missing(second):
            return MISSING
        if not all(self._spelling(row)):
            return UNREADABLE
        return OUTSIDE if self.globe[row] else NO_READING


def _together(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
