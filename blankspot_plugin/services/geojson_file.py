# SPDX-License-Identifier: GPL-2.0-or-later
"""A JSON file: GeoJSON, Esri's, or a list of records; whole, or cut on its way.

Some programs write a point's coordinates as text. GDAL reads no geometry from them and says
nothing. They become two attributes more, to the letter: what they mean is for ``cleansites``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core import errors
from . import answers
from .model import Bounds

# Parsed, a file takes about ten times its size in memory; larger ones are looked at from
# both ends.
_PARSED_LIMIT = 256 * 2**20
_ENDS = 4096
_GEOMETRIES = {
    "Point": "point", "MultiPoint": "point", "LineString": "line", "MultiLineString": "line",
    "Polygon": "polygon", "MultiPolygon": "polygon",
}  # fmt: skip


@dataclass
class Contents:
    """What a JSON file holds.

    Parameters
    ----------
    kind
        ``geojson``, ``esrijson``, or ``records`` for a list that is neither.
    count
        Features; None where the file is too large to be parsed here.
    geometry
        ``point``, ``line``, ``polygon``, ``table``; '' if mixed or unknown.
    bounds
        In degrees, None where unknown.
    body
        The parsed file, of records only, or of GeoJSON that had to be changed.
    shapes
        Features of GeoJSON with a geometry; None where unknown.
    """

    kind: str
    count: int | None = None
    geometry: str = ""
    bounds: Bounds | None = None
    body: Any = None
    shapes: int | None = None


def look(path: Path, url: str) -> Contents:
    """Return what a JSON file holds.

    Raises
    ------
    AnswerCut
        If it ends too early.
    NotALayer, NotTheProtocol
        If it holds something else.
    """
    if path.stat().st_size > _PARSED_LIMIT:
        return _from_its_ends(path, url)
    body = answers.parsed_json(path.read_bytes(), url)
    if isinstance(body, list):
        return Contents("records", len(body), body=body)
    kind = body.get("type")
    if kind == "Topology":
        raise errors.NotALayer(url, "TopoJSON")
    if kind == "Feature" or kind in _GEOMETRIES:
        features = [body if kind == "Feature" else {"geometry": body}]
        return _geojson(features, body)
    features = body.get("features")
    if isinstance(features, list) and all(isinstance(feature, dict) for feature in features):
        if kind != "FeatureCollection" and ("geometryType" in body or "fields" in body):
            return Contents("esrijson", len(features))
        return _geojson(features, body)
    if any(isinstance(value, list) for value in body.values()) or isinstance(
        body.get("data"), dict
    ):
        return Contents("records", body=body)
    raise errors.NotTheProtocol(url, ", ".join(body)[:200])


def _from_its_ends(path: Path, url: str) -> Contents:
    """Tell a large GeoJSON by its beginning, and whether it was cut by its end."""
    with path.open("rb") as file:
        head = file.read(_ENDS)
        file.seek(-_ENDS, 2)
        tail = file.read().rstrip()
    if b'"FeatureCollection"' not in head and b'"features"' not in head:
        raise errors.NotTheProtocol(url, answers.said(head))
    if not tail.endswith(b"}"):
        raise errors.AnswerCut(url, tail[-20:].decode("utf-8", "replace"))
    return Contents("geojson")


def _geojson(features: list[dict[str, Any]], body: dict[str, Any]) -> Contents:
    spelt = _spelt(features)
    shapes = [feature.get("geometry") for feature in spelt or features]
    there = [shape for shape in shapes if isinstance(shape, dict)]
    families = {_GEOMETRIES.get(str(shape.get("type")), "") for shape in there}
    geometry = families.pop() if len(families) == 1 else ""
    if features and not there:
        geometry = "table"
    # An older GeoJSON may name a CRS; its numbers are then no degrees.
    bounds = None if "crs" in body else _bounds(there)
    changed = {"type": "FeatureCollection", "features": spelt} if spelt else None
    return Contents("geojson", len(features), geometry, bounds, changed, len(there))


def _spelt(features: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return features with the coordinates of points that are text as attributes.

    [] where no coordinates are text.
    """
    places = [_texts(feature.get("geometry")) for feature in features]
    if not any(places):
        return []
    lon, lat = _free(features)
    return [
        {
            **feature,
            "type": "Feature",
            "properties": {**(feature.get("properties") or {}), lon: place[0], lat: place[1]},
            "geometry": None,
        }
        if place
        else feature
        for feature, place in zip(features, places)
    ]


def _texts(shape: Any) -> tuple[str, str] | None:
    """Return the coordinates of a point as they stand, None where they are no text."""
    place = shape.get("coordinates") if isinstance(shape, dict) else None
    if not isinstance(place, list) or len(place) < 2 or shape.get("type") != "Point":
        return None
    x, y = (part if isinstance(part, str) else json.dumps(part) for part in place[:2])
    return (x, y) if any(isinstance(part, str) for part in place[:2]) else None


def _free(features: list[dict[str, Any]]) -> tuple[str, str]:
    """Return two names that no attribute has."""
    taken = {name.casefold() for feature in features for name in feature.get("properties") or ()}
    endings = ("", "_text", *(f"_text_{number}" for number in range(2, len(taken) + 3)))
    return next(
        (f"lon{end}", f"lat{end}") for end in endings if not {f"lon{end}", f"lat{end}"} & taken
    )


def _bounds(shapes: list[dict[str, Any]]) -> Bounds | None:
    places = [place for shape in shapes for place in _places(shape)]
    if not places:
        return None
    east_west, north_south = [place[0] for place in places], [place[1] for place in places]
    bounds = min(east_west), min(north_south), max(east_west), max(north_south)
    return bounds if max(map(abs, bounds)) <= 360 else None


def _places(shape: dict[str, Any]) -> Iterator[list[float]]:
    left: list[Any] = [shape.get("coordinates"), *(shape.get("geometries") or ())]
    while left:
        item = left.pop()
        if isinstance(item, dict):
            left += [item.get("coordinates"), *(item.get("geometries") or ())]
        elif isinstance(item, list) and item:
            if isinstance(item[0], (int, float)) and len(item) > 1:
                yield item
            else:
                left += item
