# SPDX-License-Identifier: GPL-2.0-or-later
"""What does a row of a tower sheet say, besides where it stands?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np

from .aliases import OWNER, Aliases, parts
from .arrays import Bools, Floats, Ints
from .coordinates import is_missing
from .technologies import technologies

COARSE, DUPLICATE, ASSUMED = "coarse", "duplicate", "technology"
_JOINED = ", "

_HEIGHT = re.compile(
    r"(?:±|\+/-|~|H ?=)? ?(\d+(?:[.,]\d+)?) ?(?:M|MTR?|METERS?|METRES?)?\.?", re.IGNORECASE
)
# No mast in the country is higher; a figure beyond is no height in metres.
_HIGHEST = 400.0
_GENERATIONS = ("2G", "3G", "4G", "5G", "WIFI")

# Degrees to which a sheet is rounded so coarsely that towers fall together, and minutes.
_COARSE_STEPS = (0.01, 1 / 60)
_MANY = 3


def height_metres(cell: object) -> float | None:
    """Return a height in metres (``31m``, ``31,5 M``), None where the cell tells none.

    >>> height_metres("31,5 M")
    31.5
    """
    if is_missing(cell) or isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        number = float(cell)
    else:
        read = _HEIGHT.fullmatch(" ".join(str(cell).split()))
        if not read:
            return None
        number = float(read[1].replace(",", "."))
    return number if 0 < number <= _HIGHEST else None


def technology_text(cell: object) -> str | None:
    """Return the technologies a cell names, lowest first (``2G/4G``), None for an empty one.

    A word that is none of them stays as it is: radii may have been given for it.
    """
    if is_missing(cell):
        return None
    found = technologies(cell)
    if not found:
        return " ".join(str(cell).split())
    return "/".join(name for name in _GENERATIONS if name in found)


@dataclass
class Attributes:
    """What the rows say, in our words.

    Attributes
    ----------
    technology, operator, owner : (n,)
        Text, or None where nothing is said.
    height : (n,)
        Metres, or None.
    assumed : (n,) bool
        Rows that take the technology assumed.
    unknown
        Names of companies that stand as they were written.
    odd_technologies, odd_heights
        Cells that are filled and were not understood.
    owners_among_operators
        How many operator cells named an owner of towers.
    """

    technology: list[str | None]
    operator: list[str | None]
    owner: list[str | None]
    height: list[float | None]
    assumed: Bools
    unknown: Counter[str] = field(default_factory=Counter)
    odd_technologies: Counter[str] = field(default_factory=Counter)
    odd_heights: Counter[str] = field(default_factory=Counter)
    owners_among_operators: int = 0


def attributes(
    count: int,
    technology: Sequence[object] | None,
    operator: Sequence[object] | None,
    owner: Sequence[object] | None,
    height: Sequence[object] | None,
    known: Aliases,
    assumed: str = "",
) -> Attributes:
    """Read the attributes of rows; a column that was not given is None throughout.

    Parameters
    ----------
    count
        Number of rows.
    technology, operator, owner, height : (n,)
        Cells, or None where the field was not given.
    known
        Names of operators and owners.
    assumed
        The technology of a row that names none, '' for none.
    """
    nothing: list[object] = [None] * count
    made = Attributes([], [], [], [], np.zeros(count, dtype=bool))
    for row, cell in enumerate(nothing if technology is None else technology):
        word = technology_text(cell)
        if word is not None and not technologies(word):
            made.odd_technologies[word] += 1
        made.assumed[row] = word is None and assumed != ""
        made.technology.append(word or assumed or None)
    for operator_cell, owner_cell in zip(operator or nothing, owner or nothing):
        _companies(operator_cell, owner_cell, known, made)
    for cell in nothing if height is None else height:
        metres = height_metres(cell)
        if metres is None and not is_missing(cell):
            made.odd_heights[str(cell)] += 1
        made.height.append(metres)
    return made


def _companies(operator: object, owner: object, known: Aliases, made: Attributes) -> None:
    """Keep operator and owner apart: an owner of towers is no operator, wherever it stands."""
    operators: list[str] = []
    owners: list[str] = []
    passed = False
    for text in _named(operator):
        kind, name = known.find(text) or ("", text)
        made.unknown[text] += kind == ""
        passed |= kind == OWNER
        (owners if kind == OWNER else operators).append(name)
    made.owners_among_operators += passed
    own: list[str] = []
    for text in _named(owner):
        kind, name = known.find(text) or ("", text)
        made.unknown[text] += kind == ""
        # An operator may own its tower; who transmits from it, that does not say.
        own.append(name)
    made.operator.append(_JOINED.join(dict.fromkeys(operators)) or None)
    made.owner.append(_JOINED.join(dict.fromkeys(own or owners)) or None)


def _named(cell: object) -> list[str]:
    return [] if is_missing(cell) else parts(cell)


def coarse(lon: Floats, lat: Floats) -> Bools:
    """Tell which rows share a place that is rounded to 0.01 degree, or to whole minutes.

    Parameters
    ----------
    lon, lat : (n,) float
        Degrees; NaN for a row that stands nowhere.

    Returns
    -------
    (n,) bool
        Where at least three rows fall together.
    """
    there = np.isfinite(lon) & np.isfinite(lat)
    rounded = np.zeros(len(lon), dtype=bool)
    for step in _COARSE_STEPS:
        rounded |= there & _is_multiple(lon, step) & _is_multiple(lat, step)
    which = np.flatnonzero(rounded)
    marked = np.zeros(len(lon), dtype=bool)
    if len(which):
        marked[which] = _sharing(lon[which], lat[which]) >= _MANY
    return marked


def _is_multiple(value: Floats, step: float) -> Bools:
    near: Bools = np.abs(value / step - np.round(value / step)) * step < 1e-7
    return near


def _sharing(lon: Floats, lat: Floats) -> Ints:
    """Return how many of the rows share each row's place, itself included."""
    xy = np.round(np.stack([lon, lat], axis=1), 7)
    _, place, count = np.unique(xy, axis=0, return_inverse=True, return_counts=True)
    sharing: Ints = count.astype(np.int64)[place.reshape(-1)]
    return sharing


def duplicates(lon: Floats, lat: Floats, rows: Sequence[Hashable]) -> Bools:
    """Tell which rows say again what one before them said, at the same place.

    Parameters
    ----------
    lon, lat : (n,) float
        Degrees; NaN for a row that stands nowhere, which repeats none.
    rows : (n,)
        All that the rows say, running numbers left out.
    """
    seen: set[tuple[float, float, Hashable]] = set()
    again = np.zeros(len(lon), dtype=bool)
    for index in np.flatnonzero(np.isfinite(lon) & np.isfinite(lat)):
        what = (round(float(lon[index]), 7), round(float(lat[index]), 7), rows[index])
        again[index] = what in seen
        seen.add(what)
    return again


# Fields that number the rows: two rows that differ in nothing else are the same.
_RUNNING = re.compile(r"(?:no|nomor|nomer|number|nr|num|urut|no_?urut|fid|ogc_fid|objectid|gid)\.?")


def is_running_number(name: str) -> bool:
    """Tell whether a field is named like one that numbers the rows."""
    return _RUNNING.fullmatch(name.strip().lower()) is not None
