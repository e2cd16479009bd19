# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of a border village's coverage comes from each neighbouring regency?

Coverage is measured several times: with all sites, with all but a neighbour's, and with that
neighbour's alone. What a neighbour covers may be covered from here too (``reached``); what would
be lost without it is its own share (``only``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class Scenario:
    """What n villages have with some of the sites.

    Attributes
    ----------
    covered, weak, blank : (n,) float
        km2.
    people : (n,) float
        People covered; NaN where unknown.
    status : (n,) int
        Codes of ``definitions``.
    """

    covered: Floats
    weak: Floats
    blank: Floats
    people: Floats
    status: Ints

    def nothing(self) -> Scenario:
        """Return the same villages without any signal; their status is not looked at."""
        none = np.zeros(len(self.covered))
        ground = self.covered + self.weak + self.blank
        return Scenario(none, none, ground, none, self.status)


@dataclass(frozen=True)
class BorderRow:
    """A village and a neighbour of it.

    Attributes
    ----------
    village, neighbour
        Their places.
    touches
        Whether they share a border.
    covered
        km2 of the village that are covered at all.
    reached
        Of them covered by the neighbour's sites.
    only
        Of them covered by nobody else.
    only_people
        People covered by nobody else; NaN where unknown.
    more_blank
        km2 that would be blank without the neighbour.
    status, without
        The village's status, and what it would be without the neighbour.
    """

    village: int
    neighbour: int
    touches: bool
    covered: float
    reached: float
    only: float
    only_people: float
    more_blank: float
    status: int
    without: int

    @property
    def reached_percent(self) -> float | None:
        """Share of the coverage that the neighbour has a part in."""
        return 100.0 * self.reached / self.covered if self.covered > 0 else None

    @property
    def only_percent(self) -> float | None:
        """Share of the coverage that comes from the neighbour alone."""
        return 100.0 * self.only / self.covered if self.covered > 0 else None


# Areas are measured to this share of a village: a smaller difference is none.
_MEASURED_TO = 1e-5


def border_rows(
    everything: Scenario,
    without: Sequence[Scenario],
    alone: Sequence[Scenario],
    touches: Bools,
) -> list[BorderRow]:
    """Return a row for each village and neighbour that share a border or a signal.

    Parameters
    ----------
    everything
        With all sites.
    without, alone
        For each of k neighbours: without its sites, and with none but its.
    touches : (k, n) bool
        Which villages each borders on.
    """
    found = []
    noise = _MEASURED_TO * np.nan_to_num(everything.covered + everything.weak + everything.blank)
    for neighbour, (less, own) in enumerate(zip(without, alone)):
        lost = _positive(everything.covered - less.covered, noise)
        people = _positive(everything.people - less.people, np.zeros(len(noise)))
        more = _positive(less.blank - everything.blank, noise)
        reached = np.nan_to_num(own.covered + own.weak) > noise
        for village in np.flatnonzero(reached | touches[neighbour]):
            at = int(village)
            found.append(
                BorderRow(
                    at, neighbour, bool(touches[neighbour, at]), float(everything.covered[at]),
                    float(own.covered[at]), float(lost[at]), float(people[at]), float(more[at]),
                    int(everything.status[at]), int(less.status[at]),
                )
            )  # fmt: skip
    return sorted(found, key=lambda row: (row.village, row.neighbour))


def _positive(difference: Floats, noise: Floats) -> Floats:
    """Return differences of two measurements, 0 for what is noise; NaN stays."""
    kept: Floats = np.where(np.isnan(difference) | (difference > noise), difference, 0.0)
    return kept
