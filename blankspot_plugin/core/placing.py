# SPDX-License-Identifier: GPL-2.0-or-later
"""Where does each row of a tower sheet stand, if that can be told at all?

A row stays where it says it is if that lies in the areas, or within reach of them. Else
every reading of its cells is tried, and a repair made only where exactly one place comes out
of it, in the areas, and nothing that takes as little for granted lies elsewhere in Indonesia.
What can't be decided is rejected with the reason; nothing is ever moved on a guess.

::

    cells ─> written ──> in the areas, or near ───────────────> kept as it is
                │
                └──> elsewhere ─> readings ─> places in the areas
                                     │           one:     repaired, marked
                                     │           several: rejected as ambiguous
                                     │           none:    rejected
                                     └──────> as few assumptions, elsewhere: rejected

Two repairs need the whole sheet to speak for them: a minus is put before a latitude that is a
place without it, and metres of a zone that nobody told are taken for one of the areas' zones,
only if next to all rows come to lie in the areas.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints
from .candidates import PROJECTED, SWAPPED, Candidates, add_pairs, covers_more
from .coordinates import Spelling, is_missing, plain_numbers, spell
from .decimals import LAT, LON, LOST_POINT, thousands
from .errors import Cancelled
from .ground import Ground, like_metres, metres_from_box

NEIGHBOUR, DEGREES = "neighbour", "degrees"

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
# The share of rows in metres that come to lie in the areas, if their zone is the areas'.
_NEXT_TO_ALL = 0.95
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
                self.x[row] = thousands(self.cells[0][row], a.value, b.value)
                self.y[row] = thousands(self.cells[1][row], b.value, a.value)
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
        zero = (self.x == 0) | (self.y == 0)
        kept = (away <= self.reach) & ~zero
        # Not where it should be, but near: it may well be true.
        beyond = (
            ~kept & ~zero & globe & (metres_from_box(lon, lat, self.ground.box) <= _MAY_BE_TRUE)
        )
        self.globe, self.kept = globe, kept
        for name, source in (("lon", lon), ("lat", lat), ("x", self.x), ("y", self.y)):
            getattr(made, name)[kept] = source[kept]
        for row in np.flatnonzero(kept & (away > 0)):
            made.words[row] = (*made.words[row], NEIGHBOUR)
        made.repaired[kept & ~self._as_they_are()] = True
        for row in np.flatnonzero(zero):
            made.reason[row] = ZERO
        for row in np.flatnonzero(beyond):
            made.reason[row] = OUTSIDE
        return np.flatnonzero(~kept & ~zero)

    def _as_they_are(self) -> Bools:
        """Tell which rows need nothing read into them: a typographic minus is still a minus."""
        fine = self.plain.copy()
        for row in np.flatnonzero(~self.plain):
            fine[row] = not self.made.words[row]
        return fine

    def _readings(self, waiting: Ints) -> Candidates:
        """Pair what the two cells may mean, each way round."""
        found = Candidates()
        west, south, east, north = self.ground.box
        box = west - self.room, south - self.room, east + self.room, north + self.room
        for number, row in enumerate(waiting.tolist()):
            self._ask(number)
            if self.ground.in_degrees:
                first, second = self._spelling(row)
                add_pairs(row, first, second, False, box, found)
                add_pairs(row, second, first, True, box, found)
            elif np.isfinite(self.x[row]):
                x, y = float(self.x[row]), float(self.y[row])
                found.add(row, x, y, (), 0)
                found.add(row, y, x, (SWAPPED,), 1)
        found.locate(self.ground)
        return found

    def _projections(self, waiting: Ints) -> Iterable[tuple[Ints, Floats, Floats]]:
        """Read numbers as metres of some zone, each way round; or, in metres, as degrees."""
        # Numbers on the globe are degrees, unless the layer says that they are metres.
        metres = waiting[np.isfinite(self.x[waiting])]
        if self.ground.in_degrees:
            metres = metres[~self.globe[metres]]
        for x, y in ((self.x, self.y), (self.y, self.x)):
            large = metres[like_metres(x[metres], y[metres])]
            for rows, lon, lat in self.ground.projected(x[large], y[large]):
                yield large[rows], lon, lat
            if not self.ground.in_degrees:
                small = metres[(np.abs(x[metres]) <= 180) & (np.abs(y[metres]) < 90)]
                yield small, x[small], y[small]

    def _projected_words(self, row: int) -> tuple[str, ...]:
        small = max(abs(self.x[row]), abs(self.y[row])) <= 180
        return (DEGREES,) if small and not self.ground.in_degrees else (PROJECTED,)

    def _decide(self, waiting: Ints, found: Candidates) -> None:
        """Repair what has one place in the areas; give the reason for all else."""
        for rows, lon, lat in self._projections(waiting):
            those = rows.tolist()
            found.add_located(those, lon, lat, [self._projected_words(row) for row in those])
        found.measure(self.ground, self.reach)
        rows_of = found.by_row()
        self.more = covers_more(found, rows_of, int(self.kept.sum()))
        self.metres = like_metres(self.x, self.y)
        metres: list[tuple[int, int]] = []
        for row in waiting.tolist():
            if self.made.reason[row]:
                continue
            best, reason = self._verdict(row, rows_of.get(row, []), found)
            self.made.reason[row] = reason
            if not reason and PROJECTED in found.words[best]:
                metres.append((row, best))
            elif not reason:
                self._repair(row, best, found)
        self._take_metres(metres, found)

    def _verdict(self, row: int, those: list[int], found: Candidates) -> tuple[int, str]:
        """Return the reading to repair a row by, and '', or why there is none."""
        hits = [one for one in those if np.isfinite(found.away[one])]
        fine = [one for one in hits if found.certain(one)]
        if not fine:
            return -1, self._why(row)
        if np.ptp(found.lon[hits]) > _SAME_PLACE or np.ptp(found.lat[hits]) > _SAME_PLACE:
            # A place near the areas, or a doubtful one, is enough not to be sure.
            return -1, AMBIGUOUS
        best = min(fine, key=lambda one: (found.cost[one], len(found.words[one])))
        rivals = [
            found.cost[one]
            for one in those
            if found.elsewhere[one]
            and found.cost[one] <= found.cost[best]
            and (self.more or not found.got_sign(best, one))
        ]
        if self.metres[row] and LOST_POINT in found.words[best]:
            # Digits of a coordinate, or metres of a zone somewhere else?
            rivals.append(found.cost[best])
        if not rivals:
            return best, ""
        return -1, OUTSIDE if min(rivals) < found.cost[best] else AMBIGUOUS

    def _repair(self, row: int, best: int, found: Candidates) -> None:
        self.made.lon[row], self.made.lat[row] = found.lon[best], found.lat[best]
        self.made.words[row] = found.words[best]
        self.made.repaired[row] = True

    def _take_metres(self, metres: list[tuple[int, int]], found: Candidates) -> None:
        """Take metres for those of the areas' zone, if the whole sheet is in them."""
        others = self.made.repaired | self.kept
        alone = len(metres) >= _NEXT_TO_ALL * np.count_nonzero(self.metres)
        for row, best in metres:
            if alone and not others.any():
                self._repair(row, best, found)
            else:
                self.made.reason[row] = AMBIGUOUS

    def _why(self, row: int) -> str:
        first, second = self.cells[0][row], self.cells[1][row]
        if is_missing(first) or is_missing(second):
            return MISSING
        if any(one.written and not one.written.value for one in self._spelling(row)):
            return ZERO
        if not all(self._spelling(row)):
            return UNREADABLE
        return OUTSIDE if self.globe[row] else NO_READING


def _together(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
