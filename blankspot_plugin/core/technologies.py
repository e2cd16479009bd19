# SPDX-License-Identifier: GPL-2.0-or-later
"""What technology does a cell of a tower sheet name, and how far does it reach?

Without numpy, for the forms that show the default radii before anything is computed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .errors import RadiusNegative, RadiusNotANumber, WeakShorterThanCovered

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
    "5G": r"(?<![234],)5\s?G|NR|N\d{1,3}",
    "4G": r"4(?:[.,]5)?\s?G(?:LTE)?|LTE|LTE-?A|FDD-?LTE|TDD?-?LTE|L[\s-]?\d{3,4}",
    "3G": r"3(?:[.,]5)?\s?G|UMTS|W-?CDMA|HSD?U?PA\+?|U[\s-]?\d{3,4}",
    "2G": r"2(?:[.,]5)?\s?G|GSM|DCS|EDGE|GPRS|[GD][\s-]?\d{3,4}",
    WIFI: r"WI-?FI|WLAN|HOTSPOT",
}
# A word starts after anything but a letter, a digit or a decimal point (3.5G is no 5G, as
# 3,5G is none), or right after a generation: 2G4G.
_START = r"(?:(?<![A-Z0-9])(?<!\d\.)|(?<=\dG)(?=\d))"
TECHNOLOGY_PATTERNS = {
    name: re.compile(rf"{_START}(?:{words})(?![A-Z])", re.IGNORECASE)
    for name, words in _WORDS.items()
}

_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+")

# One band of one operator, which a radii table may tell apart from its technology.
_BAND = re.compile(r"[A-Z]-?\d{1,4}", re.IGNORECASE)


def technologies(cell: object) -> list[str]:
    """Return the technologies a cell names (``2G/4G``, ``L900``, ``DCS``), none if unknown.

    >>> technologies("GSM900/LTE")
    ['4G', '2G']
    """
    text = "" if cell is None else str(cell)
    return [name for name, pattern in TECHNOLOGY_PATTERNS.items() if pattern.search(text)]


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in ("", "-", "NULL"))


def parse_number(value: object) -> float | None:
    """Return a number, None for an empty cell; raise ValueError for anything else.

    The text ``3.500`` may be three and a half or three thousand five hundred: refused.
    """
    if _is_empty(value):
        return None
    if isinstance(value, str):
        if _THOUSANDS.fullmatch(value.strip()):
            raise ValueError(value)
        value = value.strip().replace(",", ".")
    number = float(value)  # type: ignore[arg-type]
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

    A technology the table does not name, or gives no radius, keeps its default. A name of
    the officer's own (one that is no known technology, or a band such as ``L900``) is
    matched as it stands.

    Raises
    ------
    BadRadius
        Naming the technology.
    """
    table = dict(DEFAULT_RADII)
    for start in range(0, len(cells), 3):
        row = [*cells[start : start + 3], None, None]
        name = str(row[0] or "").strip()
        if not name or all(_is_empty(cell) for cell in row[1:3]):
            continue
        table[_table_key(name)] = checked_reach(row[1], row[2], name)
    return table


def _table_key(name: str) -> str:
    """Return the technology a row of the table is about; a single band is its own."""
    known = technologies(name)
    return known[0] if len(known) == 1 and not _BAND.fullmatch(name) else name.upper()


def farthest(table: dict[str, Reach]) -> float:
    """Return how far a signal reaches at most, covered or weak, in metres."""
    return max((max(reach.covered, reach.weak) for reach in table.values()), default=0.0)


def flat_table(table: dict[str, Reach]) -> list[str]:
    """Return a radii table as the flat cells :func:`radii_table` reads."""
    return [
        cell
        for name, reach in table.items()
        for cell in (name, f"{reach.covered:g}", f"{reach.weak:g}")
    ]


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
