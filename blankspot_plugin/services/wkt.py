# SPDX-License-Identifier: GPL-2.0-or-later
"""Well-known text as GeoJSON objects; heights and measures are left out."""

from __future__ import annotations

import json
import math
import re
from typing import Any

NAMES = {
    name.upper(): name
    for name in (
        "Point",
        "LineString",
        "Polygon",
        "MultiPoint",
        "MultiLineString",
        "MultiPolygon",
        "GeometryCollection",
    )
}
_DEPTH = {"POINT": 0, "LINESTRING": 1, "MULTIPOINT": 1, "POLYGON": 2, "MULTILINESTRING": 2}
_HEAD = re.compile(r"\A(?:SRID=\d+;)?\s*([A-Z]+?)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*\Z", re.S | re.I)
_NUMBERS = re.compile(r"[^(),]+")


def geometry(text: str) -> dict[str, Any] | None:
    """Return a geometry; None if the text is none, or a collection."""
    match = _HEAD.match(text.strip())
    kind = match.group(1).upper() if match else ""
    if not match or kind not in NAMES or kind == "GEOMETRYCOLLECTION":
        return None
    body = match.group(2)
    if kind == "MULTIPOINT":
        # Both MULTIPOINT (1 2, 3 4) and MULTIPOINT ((1 2), (3 4)) are written.
        body = f"({re.sub(r'[()]', '', body)})"
    try:
        places = json.loads(_NUMBERS.sub(_place, body).replace("(", "[").replace(")", "]"))
    except ValueError:
        return None
    coordinates = places[0] if kind == "POINT" and places else places
    if _depth(coordinates) != _DEPTH.get(kind, 3):
        return None
    return {"type": NAMES[kind], "coordinates": coordinates}


def _place(match: re.Match[str]) -> str:
    """Return the numbers of one place as a list; '' for the space between brackets."""
    numbers = match.group().split()
    if not numbers:
        return ""
    # NaN is a float to Python and no JSON to anybody.
    places = [float(number) for number in numbers[:2]]
    if len(places) < 2 or not all(map(math.isfinite, places)):
        raise ValueError(match.group())
    return json.dumps(places)


def _depth(places: Any) -> int:
    """Return how many lists are around a place."""
    depth = -1
    while isinstance(places, list):
        if not places:
            return -1
        places, depth = places[0], depth + 1
    return depth
