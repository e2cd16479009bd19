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
    names: Sequence[str],
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
    covered = np.zeros(count)
    weak = np.zeros(count)
    wifi = np.zeros(count, dtype=bool)
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
    for index, kind in enumerate(kinds):
        reach = table[kind] if kind is not None else general
        wifi[index] = kind == WIFI
        own = _own_reach(radius_cells, weak_cells, index, reach, names[index])
        covered[index], weak[index] = own.covered, own.weak
    if count and not (covered.any() or weak.any()):
        raise RadiiAllZero("RADIUS")
    return SiteReach(covered, weak, wifi, unknown)


def _own_reach(
    radius_cells: Sequence[object] | None,
    weak_cells: Sequence[object] | None,
    index: int,
    reach: Reach,
    name: str,
) -> Reach:
    radius = radius_cells[index] if radius_cells is not None else None
    weak = weak_cells[index] if weak_cells is not None else None
    try:
        has_radius, has_weak = parse_number(radius) is not None, parse_number(weak) is not None
    except (TypeError, ValueError):
        has_radius = has_weak = True
    if has_radius:
        return checked_reach(radius, weak, name)
    if has_weak:
        return checked_reach(reach.covered, weak, name)
    return reach
