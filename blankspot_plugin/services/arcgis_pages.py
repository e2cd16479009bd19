# SPDX-License-Identifier: GPL-2.0-or-later
"""How the features of an ArcGIS layer are asked for, page by page.

Where the server pages (``resultOffset``, 10.3 and later) the pages are ordered by object id,
for without an order they may overlap. Else the object ids are asked for first, all of them
come however many they are, and features are then asked for by ranges of ids. A server may
answer with fewer than asked for: ``exceededTransferLimit`` says so, old ones say nothing. What
came is therefore held against the count, or the ids, and the rest is asked for again.

Some say that they page and send the first page again, or order their pages anew each time, so
that one object comes twice and another never. Then the rest is asked for by object ids too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import requests

from ..core import errors
from . import answers, arcgis_layer
from .counting import Counted
from .model import LON_LAT, Bounds, Page
from .seen import Seen

# Features per request where nobody says otherwise: a village's outline may have 10,000 points.
_PAGE = {"esriGeometryPolyline": 500, "esriGeometryPolygon": 200}
_PAGE_ELSE = 1000
# Ids in an address, where ranges of ids are refused: addresses over 2,000 letters are, too.
_IDS_IN_ADDRESS = 100
# A spatial filter may leave a page empty that is not the last one (Esri's reference of query).
_EMPTY_PAGES = 20


@dataclass
class Layer:
    """A layer on its way; remembers what the server turned out not to do.

    Parameters
    ----------
    url
        Its address.
    description
        What it says of itself.
    page_size
        Features per request; 0 for the usual.
    extent
        Only what touches it.
    """

    url: str
    description: arcgis_layer.Json
    page_size: int = 0
    extent: Bounds | None = None
    geojson: bool = field(init=False)

    def __post_init__(self) -> None:
        self.geojson = arcgis_layer.speaks_geojson(self.description)

    @property
    def size(self) -> int:
        """Features to ask for at a time, never more than the server gives."""
        usual = _PAGE.get(str(self.description.get("geometryType")), _PAGE_ELSE)
        most = self.description.get("maxRecordCount")
        wanted = self.page_size or usual
        return min(wanted, most) if isinstance(most, int) and most > 0 else wanted

    def params(self) -> dict[str, str | int]:
        """Return what every request for features has: whole geometries, no rounding."""
        if arcgis_layer.is_table(self.description):
            return {"outFields": "*", "returnGeometry": "false", **_filter(None)}
        shape: dict[str, str | int] = {"outFields": "*", "returnGeometry": "true", "outSR": 4326}
        return {**shape, **_filter(self.extent)}


@dataclass(frozen=True)
class _Answer:
    """One answer, parsed; ``more`` is None where the server doesn't tell."""

    body: dict[str, Any]
    features: list[dict[str, Any]]
    more: bool | None
    geojson: bool


def count(session: requests.Session, url: str, extent: Bounds | None) -> int | None:
    """Return how many features the server counts, None where it can't count."""
    params = {"f": "json", "returnCountOnly": "true", **_filter(extent)}
    try:
        number = arcgis_layer.ask(session, f"{url}/query", params).get("count")
    except (errors.ServiceSaid, errors.BadStatus):
        return None
    return number if isinstance(number, int) else None


def pages(session: requests.Session, layer: Layer, folder: Path) -> Iterator[Page]:
    """Yield the pages of a layer, each written into the folder.

    Raises
    ------
    PageRepeated
        If features come again, asked for by their ids too.
    """
    dates = arcgis_layer.date_fields(layer.description)
    for number, answer in enumerate(_answers(session, layer)):
        yield _written(answer, dates, folder / f"page-{number:05d}.json")


def _answers(session: requests.Session, layer: Layer) -> Iterator[_Answer]:
    """Yield every feature once: page by page, and by ids what does not come so."""
    had, paged = Seen(keys=True), arcgis_layer.pages_by_offset(layer.description)
    for answer in _by_offset(session, layer) if paged else ():
        if had.again(_counted(answer, layer)):
            break
        yield answer
    else:
        if paged:
            return
    asked = Seen(keys=True)
    for answer in _by_ids(session, layer, had):
        page = _counted(answer, layer)
        # An id twice in one answer is no fault of paging: the layer is joined to a table.
        once = replace(page, ids=tuple(dict.fromkeys(page.ids)))
        if asked.again(once) or (paged and len(page.ids) < page.count):
            raise errors.PageRepeated(layer.url)
        fresh = had.fresh(page.ids) if paged else ()
        features = [f for f, new in zip(answer.features, fresh) if new]
        if features or not paged:
            yield replace(answer, features=features) if paged else answer


def _counted(answer: _Answer, layer: Layer) -> Counted:
    """Return what tells an answer from others: its object ids, and its features as a whole."""
    key = arcgis_layer.key_of(layer.description)
    values = "properties" if answer.geojson else "attributes"
    told = [(f.get(values) or {}).get(key, f.get("id")) for f in answer.features]
    ids = tuple(_plain(number) for number in told if number is not None)
    digest = hashlib.sha256(json.dumps(answer.features).encode()).digest()
    return Counted("", len(answer.features), ids, digest, {})


def _objects(answer: _Answer, layer: Layer) -> int:
    """Return how many objects an answer holds; rows without an id count each."""
    page = _counted(answer, layer)
    return len(set(page.ids)) + page.count - len(page.ids)


def _plain(number: Any) -> str:
    """Return an object id as text; 10.0 writes some as 6.4E7."""
    return str(int(number) if isinstance(number, float) and number.is_integer() else number)


def _filter(extent: Bounds | None) -> dict[str, str | int]:
    """Return what selects: everything, or what touches an extent."""
    if extent is None:
        return {"where": "1=1"}
    return {
        "where": "1=1",
        "geometry": ",".join(repr(float(edge)) for edge in extent),
        "geometryType": "esriGeometryEnvelope",
        "inSR": 4326,
        "spatialRel": "esriSpatialRelIntersects",
    }


def _features(session: requests.Session, layer: Layer, params: answers.Params) -> _Answer:
    """Return one answer with features, in GeoJSON as long as the server manages.

    Some offer GeoJSON and fail at it for some layers, for tables most often.
    """
    url = f"{layer.url}/query"
    if layer.geojson:
        try:
            asked = {**layer.params(), **params, "f": "geojson"}
            return _answer(arcgis_layer.ask(session, url, asked), url, geojson=True)
        except (errors.ServiceSaid, errors.BadStatus, errors.NotTheProtocol):
            layer.geojson = False
    asked = {**layer.params(), **params, "f": "json"}
    return _answer(arcgis_layer.ask(session, url, asked), url, geojson=False)


def _answer(body: dict[str, Any], url: str, *, geojson: bool) -> _Answer:
    features = body.get("features")
    if not isinstance(features, list):
        raise errors.NotTheProtocol(url, ", ".join(body)[:200])
    # GeoJSON has it at the top (ArcGIS Online) or among the properties (ArcGIS Server).
    more = body.get("exceededTransferLimit")
    if more is None:
        more = (body.get("properties") or {}).get("exceededTransferLimit")
    return _Answer(body, features, None if more is None else bool(more), geojson)


def _by_offset(session: requests.Session, layer: Layer) -> Iterator[_Answer]:
    """Page by ``resultOffset`` until the server has no more and the count is reached."""
    total = count(session, layer.url, layer.extent)
    key = arcgis_layer.key_of(layer.description)
    order: dict[str, str | int] = {"orderByFields": key} if key else {}
    offset, empty = 0, 0
    while empty < _EMPTY_PAGES:
        window = {"resultOffset": offset, "resultRecordCount": layer.size}
        answer = _features(session, layer, {**order, **window})
        got = len(answer.features)
        if got or not offset:
            yield answer
        empty = 0 if got else empty + 1
        offset += got or layer.size
        if answer.more:
            continue
        # Without the flag, a short page may be one the server cut to a limit of its own.
        if not got or (offset >= total if total is not None else got < layer.size):
            return
    raise errors.AnswerCut(layer.url, "exceededTransferLimit")


def _by_ids(session: requests.Session, layer: Layer, had: Seen) -> Iterator[_Answer]:
    """Page by ranges of object ids; a range holds no more of them than a page may.

    They begin with the first that was not had before.

    A short answer is dropped and asked for again in smaller ranges, down to what the server
    has shown it can. What is still missing then was deleted on the way.
    """
    key, ids = _ids(session, layer)
    if not ids:
        yield _features(session, layer, {"where": "1=0"})
        return
    size, shown, ranges = layer.size, 0, True
    missing = had.fresh(list(map(str, ids)))
    first = start = int(missing.argmax()) if missing.any() else len(ids)
    while start < len(ids):
        window = ids[start : start + (size if ranges else min(size, _IDS_IN_ADDRESS))]
        try:
            answer = _features(session, layer, _window(key, window, ranges=ranges))
        except errors.ServiceSaid:
            if not ranges or start > first:
                raise
            ranges = False
            continue
        # Objects, not rows, of which a join makes several of one.
        rows, got = len(answer.features), _objects(answer, layer)
        shown = max(shown, got)
        short = got < len(window) and (answer.more or len(window) > shown)
        if short or (answer.more and got < rows):
            if len(window) == 1 and answer.more:
                raise errors.AnswerCut(layer.url, f"{key} = {window[0]}")
            if len(window) > 1:
                size = max(1, min(got or len(window) // 2, len(window) - 1))
                continue
        yield answer
        start += len(window)


def _ids(session: requests.Session, layer: Layer) -> tuple[str, list[int]]:
    """Return the field of object ids and all of them in order; 10.0 writes them as 6.4E7."""
    asked = {"f": "json", "returnIdsOnly": "true", **_filter(layer.extent)}
    reply = arcgis_layer.ask(session, f"{layer.url}/query", asked)
    key = str(reply.get("objectIdFieldName") or arcgis_layer.key_of(layer.description))
    if "objectIds" not in reply or not key:
        raise errors.NotTheProtocol(layer.url, "objectIds")
    return key, sorted({int(number) for number in reply["objectIds"] or ()})


def _window(key: str, ids: list[int], *, ranges: bool) -> dict[str, str | int]:
    """Return what asks for some ids, by their range or one by one."""
    if ranges:
        return {"where": f"{key} >= {ids[0]} AND {key} <= {ids[-1]}"}
    return {"objectIds": ",".join(map(str, ids))}


def _written(answer: _Answer, dates: tuple[str, ...], path: Path) -> Page:
    """Write an answer with its dates as text."""
    values = "properties" if answer.geojson else "attributes"
    for feature in answer.features:
        cells = feature.get(values) or {}
        for name in dates:
            if isinstance(cells.get(name), (int, float)):
                cells[name] = arcgis_layer.when(cells[name])
        point = feature.get("geometry") or {}
        # ArcGIS writes a point without a place as {"x": "NaN"}, which OGR calls an error.
        if point.get("x") in ("NaN", None) and "x" in point:
            feature["geometry"] = None
    if not answer.geojson:
        for described in answer.body.get("fields") or ():
            if described.get("name") in dates:
                described["type"] = "esriFieldTypeString"
    # OGR tells Esri's JSON by the words before the first feature.
    body = {key: value for key, value in answer.body.items() if key != "features"}
    body["features"] = answer.features
    path.write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")
    known = answer.geojson or not answer.body.get("spatialReference")
    crs, shapes = LON_LAT if known else "", None
    if answer.geojson:
        shapes = sum(feature.get("geometry") is not None for feature in answer.features)
    kind = "geojson" if answer.geojson else "esrijson"
    return Page(path, kind, len(answer.features), crs, shapes=shapes)
