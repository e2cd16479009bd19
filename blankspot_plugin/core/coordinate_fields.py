# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields of a sheet hold the coordinates, and how are two taken out of one cell?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .coordinates import is_missing, spell
from .decimals import LAT, LON

# The best name first; names are compared without case, blanks and punctuation.
_LON = (
    "longitude", "long", "lon", "lng", "longitud", "longitute", "bujurtimur", "bujur", "bt",
    "longdd", "londd", "decimallongitude", "longdec", "xcoord", "coordx", "xcoordinate",
    "koordinatx", "koordx", "xkoordinat", "pointx", "x", "easting", "east", "timur", "xutm",
    "utmx", "mt", "e",
)  # fmt: skip
_LAT = (
    "latitude", "lat", "latitud", "lattitude", "latitute", "lintangselatan", "lintangutara",
    "lintang", "ls", "lu", "latdd", "decimallatitude", "latdec", "ycoord", "coordy",
    "ycoordinate", "koordinaty", "koordy", "ykoordinat", "pointy", "y", "northing", "north",
    "utara", "yutm", "utmy", "mu", "n", "s",
)  # fmt: skip
_BOTH = (
    "koordinat", "coordinate", "coordinates", "coord", "coords", "titikkoordinat", "koord",
    "latlong", "latlon", "latlng", "longlat", "lonlat", "lokasikoordinat", "koordinatlokasi",
    "koordinatmenara", "koordinatsite", "titik", "posisi", "position", "location", "lokasi",
)  # fmt: skip
# Inside a longer name: "site_longitude_wgs84".
_LON_PART, _LAT_PART = ("longitude", "bujur", "long"), ("latitude", "lintang", "lat")
_MOSTLY = 0.5

_POINT = re.compile(r"POINT *Z? *\( *(\S+) +([^\s)]+)[^)]*\)", re.IGNORECASE)
_LETTERS = re.compile(
    r"(.*?\d.*?(?<![A-Z])(?:LS|LU|BT|BB|[NSEWUTB])(?![A-Z])\.?)[\s,;/]+(\S.*\d.*)", re.IGNORECASE
)


_LETTERS_FIRST = re.compile(
    r"((?:LS|LU|BT|BB|LAT|LON|[NSEWUTB])[A-Z]*[\s.:=]*[^A-Z]*?)[\s,;/]+([A-Z]+.*\d.*)",
    re.IGNORECASE,
)


def split_pair(cell: object) -> tuple[object, object] | None:
    """Take longitude and latitude out of one cell, in that order; None where it holds no pair.

    Two numbers are latitude and longitude, as maps on the web give them, unless only the
    other way round lies on the globe. Two words that name their axis go by it.

    >>> split_pair("-6.9175, 107.6191")
    ('107.6191', '-6.9175')
    """
    if not isinstance(cell, str):
        return None
    text = cell.strip().strip("()[]").strip()
    point = _POINT.search(cell)
    if point:
        return point[1], point[2]
    parts = _halves(text)
    if parts is None:
        return None
    first, second = spell(parts[0]).written, spell(parts[1]).written
    lon_first = (first is not None and first.axis == LON) or (
        second is not None and second.axis == LAT
    )
    if first and second and not (first.axis or second.axis):
        lon_first = abs(first.value) > 90 >= abs(second.value)
    return parts if lon_first else (parts[1], parts[0])


def _halves(text: str) -> tuple[str, str] | None:
    """Cut a text in two coordinates."""
    for mark in (";", "|", "/", "\n"):
        parts = [part.strip() for part in text.split(mark) if part.strip()]
        if len(parts) == 2:
            return parts[0], parts[1]
    letters = _LETTERS_FIRST.fullmatch(text) or _LETTERS.fullmatch(text)
    if letters:
        return letters[1].strip(" ,"), letters[2]
    # "-6,9175, 107,6191": the comma with a blank; "-6,9175,107,6191": the middle one.
    for mark in (", ", ","):
        parts = [part.strip() for part in text.split(mark)]
        if len(parts) == 2:
            return parts[0], parts[1]
    parts = text.split(",")
    if len(parts) == 4:
        return ",".join(parts[:2]).strip(), ",".join(parts[2:]).strip()
    parts = text.split()
    if len(parts) == 2 and "°" not in text:
        return parts[0], parts[1]
    return None


def _key(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _ranked(names: Sequence[str], wanted: Sequence[str], parts: Sequence[str]) -> list[str]:
    keys = {name: _key(name) for name in names}
    whole = [name for want in wanted for name in names if keys[name] == want]
    longer = [
        name
        for part in parts
        for name in names
        if keys[name].startswith(part) or keys[name].endswith(part)
        if name not in whole
    ]
    return list(dict.fromkeys(whole + longer))


def guess_fields(columns: dict[str, Sequence[object]]) -> tuple[str, str] | None:
    """Guess the fields of longitude and latitude, by their names and a sample of their cells.

    Parameters
    ----------
    columns
        A sample of every field's cells.

    Returns
    -------
    (lon, lat), the same name twice where one field holds both; None where there are none.
    """
    names = list(columns)
    lon = _best(_ranked(names, _LON, _LON_PART), columns)
    lat = _best([name for name in _ranked(names, _LAT, _LAT_PART) if name != lon], columns)
    if lon and lat:
        return lon, lat
    for name in _ranked(names, _BOTH, ("koordinat", "coord", "latlong", "longlat")):
        if holds_pairs(columns[name]):
            return name, name
    return _by_values(columns)


def holds_pairs(cells: Sequence[object]) -> bool:
    """Tell whether most cells of a column hold two coordinates."""
    filled = [cell for cell in cells if not is_missing(cell)]
    pairs = [pair for pair in map(split_pair, filled) if pair and all(map(spell, pair))]
    return bool(filled) and len(pairs) > _MOSTLY * len(filled)


def _best(names: Sequence[str], columns: dict[str, Sequence[object]]) -> str:
    """Return the name whose cells can be read most often; of equals, the likeliest name."""
    scores = {name: sum(bool(spell(cell)) for cell in columns[name]) for name in names}
    # Among the names that fit, one with a few more cells read is not the better one.
    most = max(scores.values(), default=0)
    return next((name for name in names if scores[name] and scores[name] >= most * 0.8), "")


def _by_values(columns: dict[str, Sequence[object]]) -> tuple[str, str] | None:
    """Guess by the cells alone: one column of degrees of Indonesia's longitudes, one of latitudes.

    Only where no other column could be meant: a guess that may be wrong is none.
    """
    lons, lats = [], []
    for name, cells in columns.items():
        filled = [cell for cell in cells if not is_missing(cell)]
        written = [spell(cell).written for cell in filled]
        values = [one.value for one in written if one is not None]
        axes = {one.axis for one in written if one is not None}
        if not filled or len(values) <= _MOSTLY * len(filled):
            continue
        # Whole numbers are counts, years and heights.
        exact = sum(value != int(value) for value in values if abs(value) < 1e9)
        if exact <= _MOSTLY * len(values):
            continue
        within = sorted(values)
        middle = within[len(within) // 2]
        if axes == {LON} or (LAT not in axes and 94 <= middle <= 142):
            lons.append(name)
        elif axes == {LAT} or (LON not in axes and -12 <= middle <= 7 and middle != 0):
            lats.append(name)
    return (lons[0], lats[0]) if len(lons) == 1 and len(lats) == 1 else None
