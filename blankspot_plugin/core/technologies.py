# SPDX-License-Identifier: GPL-2.0-or-later
"""What technology does a cell of a tower sheet name, and how far does it reach?"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from .arrays import Bools, Floats
from .errors import RadiiAllZero, RadiusNegative, RadiusNotANumber, WeakShorterThanCovered

WIFI = "WIFI"


@dataclass(frozen=True)
class Reach:
    """How far a site covers and how far its weak signal goes, metres on the ground."""

    covered: float
    weak: float

    @property
    def outer(self) -> float:
        """Where the last signal ends, in metres."""
        return max(self.covered, self.weak)


# 4G 3.5 km (the minister says 3-4 km), 3G 5 km, 2G 8 km, public Wi-Fi 0.1 km; 5G and the
# outer rings are an assumption of this plugin. 3G and 2G alone are weak: without 4G the
# ministry counts a village as blank.
DEFAULT_RADII: dict[str, Reach] = {
    "4G": Reach(3500.0, 5000.0),
    "5G": Reach(500.0, 1000.0),
    "3G": Reach(0.0, 5000.0),
    "2G": Reach(0.0, 8000.0),
    WIFI: Reach(100.0, 150.0),
}

# Words of operators, vendors and OpenCelliD; a letter and a band (L900, U2100, N78) too.
_WORDS = {
    "5G": r"5G|NR|N\d{1,3}",
    "4G": r"4G|4,5G|4\.5G|LTE|LTE-?A|FDD-?LTE|TDD?-?LTE|L\d{3,4}",
    "3G": r"3G|3,5G|3\.5G|UMTS|W-?CDMA|HSD?U?PA\+?|U\d{3,4}",
    "2G": r"2G|2,5G|2\.5G|GSM|DCS|EDGE|GPRS|[GD]\d{3,4}",
    WIFI: r"WI-?FI|WLAN|HOTSPOT",
}
_TECHNOLOGY = {
    name: re.compile(rf"(?<![A-Z0-9])(?:{words})(?![A-Z])", re.IGNORECASE)
    for name, words in _WORDS.items()
}


def technologies(cell: object) -> list[str]:
    """Return the technologies a cell names (``2G/4G``, ``L900``, ``DCS``), none if unknown.

    >>> technologies("GSM900/LTE")
    ['4G', '2G']
    """
    text = "" if cell is None else str(cell)
    return [name for name, pattern in _TECHNOLOGY.items() if pattern.search(text)]


def parse_number(value: object) -> float | None:
    """Return a number, None for an empty cell; raise ValueError for anything else."""
    if value is None or (isinstance(value, str) and value.strip() in ("", "-", "NULL")):
        return None
    number = (
        float(str(value).strip().replace(",", "."))
        if isinstance(value, str)
        else float(
            value  # type: ignore[arg-type]
        )
    )
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _metres(value: object, where: str) -> float:
    try:
        number = parse_number(value)
    except (TypeError, ValueError):
        raise RadiusNotANumber(where, value) from None
    if number is not None and number < 0:
        raise RadiusNegative(where, value)
    return number or 0.0


def checked_reach(covered: object, weak: object, where: str) -> Reach:
    """Return a pair of radii in metres, or raise what is wrong with it.

    Raises
    ------
    RadiusNotANumber, RadiusNegative, WeakShorterThanCovered
        Naming `where`.
    """
    reach = Reach(_metres(covered, where), _metres(weak, where))
    if 0 < reach.weak < reach.covered:
        raise WeakShorterThanCovered(where, f"{reach.weak:g} < {reach.covered:g}")
    return reach


def radii_table(cells: Sequence[object]) -> dict[str, Reach]:
    """Read a flat table (technology, covered to, weak to; ...), laid over the defaults.

    A technology the table does not name keeps its default. A name of the officer's own
    (one that is no known technology) is matched as it stands.

    Raises
    ------
    BadRadius
        Naming the technology.
    """
    table = dict(DEFAULT_RADII)
    for start in range(0, len(cells) - len(cells) % 3, 3):
        name = str(cells[start] or "").strip()
        if not name:
            continue
        known = technologies(name)
        key = known[0] if len(known) == 1 else name.upper()
        table[key] = checked_reach(cells[start + 1], cells[start + 2], name)
    return table


def best(cell: object, table: dict[str, Reach]) -> str | None:
    """Return the technology of a cell that reaches farthest, None where none is known.

    The covered radius decides, then the weak one: a mast with 4G and 5G is a 4G mast to a
    village 2 km away.
    """
    text = "" if cell is None else str(cell).strip().upper()
    named = [text] if text in table else [name for name in technologies(cell) if name in table]
    if not named:
        return None
    return max(named, key=lambda name: (table[name].covered, table[name].weak))


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
