# SPDX-License-Identifier: GPL-2.0-or-later
"""How far does each site reach on the ground?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from .arrays import Bools, Floats
from .errors import RadiiAllZero
from .technologies import WIFI, Reach, best, checked_reach, parse_number


@dataclass(frozen=True)
class SiteReach:
    """The reach of n sites.

    Attributes
    ----------
    covered, weak : (n,) float
        Metres on the ground; weak is 0 where there is no weak ring.
    wifi : (n,) bool
        Whether the site is a Wi-Fi point.
    unknown : dict
        Words in the technology field that name no known technology, and how often.
    """

    covered: Floats
    weak: Floats
    wifi: Bools
    unknown: Counter[str] = field(default_factory=Counter)

    @property
    def outer(self) -> Floats:
        """Where the last signal of each site ends, metres on the ground, (n,)."""
        outer: Floats = np.maximum(self.covered, self.weak)
        return outer


def site_reach(
    count: int,
    names: Sequence[object],
    radius: float,
    table: dict[str, Reach],
    technology_cells: Iterable[object] | None = None,
    radius_cells: Sequence[object] | None = None,
    weak_cells: Sequence[object] | None = None,
) -> SiteReach:
    """Settle how far every site reaches.

    A radius of the site's own (with its weak radius, where given) goes first, then its
    technology's, then the general one.

    Parameters
    ----------
    count
        Number of sites, n.
    names
        What to call each site in an error, (n,).
    radius
        The general covered radius, metres.
    table
        From :func:`radii_table`.
    technology_cells, radius_cells, weak_cells
        The fields' cells, (n,); None where the field was not given.

    Raises
    ------
    BadRadius
        Naming the site, or RadiiAllZero.
    """
    general = checked_reach(radius, 0.0, "RADIUS")
    reaches: list[tuple[float, float]] = []
    unknown: Counter[str] = Counter()
    kinds: list[str | None] = [None] * count
    if technology_cells is not None:
        seen: dict[object, str | None] = {}
        for index, cell in enumerate(technology_cells):
            if cell not in seen:
                seen[cell] = best(cell, table)
            kinds[index] = seen[cell]
            if seen[cell] is None:
                unknown[str(cell if cell is not None else "").strip() or "-"] += 1
    # Many sites are alike, and a number is parsed in more time than it is looked up.
    nothing: list[object] = [None] * count
    rows = zip(kinds, *(_told_apart(cells or nothing) for cells in (radius_cells, weak_cells)))
    known: dict[tuple[object, ...], tuple[float, float]] = {}
    for index, row in enumerate(rows):
        if row not in known:
            reach = table[row[0]] if row[0] is not None else general
            own = _own_reach(row[1], row[2], reach, str(names[index]))
            known[row] = own.covered, own.weak
        reaches.append(known[row])
    covered, weak = np.array(reaches, dtype=float).reshape(-1, 2).T
    wifi = np.array([kind == WIFI for kind in kinds], dtype=bool)
    if count and not (covered.any() or weak.any()):
        raise RadiiAllZero("RADIUS")
    return SiteReach(covered, weak, wifi, unknown)


def _told_apart(cells: Sequence[object]) -> Iterable[object]:
    """Return cells that can be looked up; a list, which is no number, as text."""
    return (str(cell) if isinstance(cell, (list, dict)) else cell for cell in cells)


def _own_reach(radius: object, weak: object, reach: Reach, name: str) -> Reach:
    try:
        has_radius, has_weak = parse_number(radius) is not None, parse_number(weak) is not None
    except (TypeError, ValueError):
        has_radius = has_weak = True
    if has_radius:
        return checked_reach(radius, weak, name)
    if has_weak:
        return checked_reach(reach.covered, weak, name)
    return reach
