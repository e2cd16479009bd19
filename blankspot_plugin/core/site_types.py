# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be built, how far it reaches and what it costs: the officer's table."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .errors import BadSiteType
from .technologies import parse_number

_CURRENCY = re.compile(r"^(?:Rp|IDR)\.?\s*|,-$", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True)
class SiteType:
    """One type of site.

    Attributes
    ----------
    name
        As it is written in the table.
    radius
        How far it covers, metres on the ground.
    price
        Rupiah; None where nobody has named one.
    """

    name: str
    radius: float
    price: float | None


# A tower was quoted at Rp 1.7 billion and a small one at Rp 300 to 400 million, both in 2021. The
# reach of a small tower is an assumption of this plugin. No price of a Wi-Fi point is known.
DEFAULT_TYPES = (
    SiteType("tower", 3500.0, 1_700_000_000.0),
    SiteType("small", 1500.0, 350_000_000.0),
    SiteType("wifi", 100.0, None),
)


def flat_types(types: Sequence[SiteType]) -> list[object]:
    """Return a table as the flat list of cells a matrix parameter holds."""
    cells: list[object] = []
    for one in types:
        cells += [one.name, one.radius, "" if one.price is None else one.price]
    return cells


def site_types(cells: Sequence[object]) -> dict[str, SiteType]:
    """Return the types of a flat table by their names in small letters.

    Parameters
    ----------
    cells
        Name, radius and price in turn; a row without a name is passed over. Empty for the
        defaults.

    Raises
    ------
    BadSiteType
    """
    made: dict[str, SiteType] = {}
    for at in range(0, len(cells) - 2, 3):
        name = str(cells[at] or "").strip()
        if not name:
            continue
        if _key(name) in made:
            raise BadSiteType(name, "twice")
        radius = _number(cells[at + 1], parse_number)
        price = _number(cells[at + 2], parse_price)
        if radius is None or not 0 < radius < math.inf:
            raise BadSiteType(name, "radius")
        if price is not None and not 0 < price < math.inf:
            raise BadSiteType(name, "price")
        made[_key(name)] = SiteType(name, radius, price)
    return made or {_key(one.name): one for one in DEFAULT_TYPES}


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _number(cell: object, read: Callable[[object], float | None]) -> float | None:
    try:
        return read(cell)
    except (TypeError, ValueError):
        return math.nan


def parse_price(cell: object) -> float | None:
    """Return rupiah, None for an empty cell; raise ValueError for what is no amount.

    >>> parse_price("Rp1.700.000.000")
    1700000000.0
    """
    if not isinstance(cell, str):
        return parse_number(cell)
    text = _CURRENCY.sub("", cell.strip())
    # Nobody writes three decimals of a rupiah: these are thousands, unlike those of a distance.
    return parse_number(re.sub("[.,]", "", text) if _THOUSANDS.fullmatch(text) else text)


def named_types(text: object, table: dict[str, SiteType]) -> list[SiteType]:
    """Return the types a text names, several with commas between them, in its order.

    Raises
    ------
    BadSiteType
        For a name that is not in the table.
    """
    names = [part.strip() for part in str("" if text is None else text).split(",")]
    made: list[SiteType] = []
    for name in filter(None, names):
        if _key(name) not in table:
            raise BadSiteType(name, "unknown", tuple(one.name for one in table.values()))
        if table[_key(name)] not in made:
            made.append(table[_key(name)])
    return made
