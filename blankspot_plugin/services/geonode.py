# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoNode: its API (v2) names the layers, the WFS of its GeoServer holds them.

What is called ``datasets`` since GeoNode 3.3 was called ``layers`` before; both are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import requests

from ..core import errors
from . import addresses, answers, wfs
from .counting import refuse
from .model import Bounds, Connection, LayerInfo, Page, Query
from .wfs_capabilities import believable, crs_name

PAGE_SIZE = 100
_KINDS = ("datasets", "layers")
# Pages for people, and the API; what stands before is the address of the GeoNode.
_PAGES = re.compile(
    r"/(api|catalogue|datasets?|layers?|documents|maps|search|geoserver|account|people|groups"
    r"|geoapps|dashboards|home|[a-z]{2}(?=/?\Z))\b.*\Z"
)
_VECTOR = ("vector", "vector_time", "dataStore")


def layers(session: requests.Session, connection: Connection) -> list[LayerInfo]:
    """Return the layers that hold features, in the service's own order."""
    return [_info(entry) for entry in _entries(session, _base(connection.url))]


def count(session: requests.Session, connection: Connection, query: Query) -> int | None:
    """Return how many features the service says there are, None where it can't."""
    return wfs.count(session, _wfs(session, connection, query.layer), query)


def pages(
    session: requests.Session, connection: Connection, query: Query, folder: Path
) -> Iterator[Page]:
    """Yield the answer page by page, each written into the folder before it is yielded."""
    yield from wfs.pages(session, _wfs(session, connection, query.layer), query, folder)


def _base(url: str) -> str:
    """Return the address of a GeoNode, of whatever address of a page of it was pasted."""
    url = addresses.without(url, ())
    path = _PAGES.sub("", addresses.split(url).path)
    return addresses.with_path(url, path.rstrip("/")).split("?")[0]


def _entries(session: requests.Session, base: str, only: str = "") -> Iterator[dict[str, Any]]:
    """Yield what the API says of each layer that holds features.

    Parameters
    ----------
    only
        The name of a layer: one page is asked for, with it if the server filters.
    """
    kind, told = _listing(session, base, only)
    done: set[str] = set()
    page = 1
    while True:
        fresh = [
            entry
            for entry in told[kind]
            if isinstance(entry, dict) and str(entry.get("pk")) not in done
        ]
        done |= {str(entry.get("pk")) for entry in fresh}
        yield from (entry for entry in fresh if _holds_features(entry))
        links = told.get("links")
        # A page that brings nothing new would bring it for ever.
        if only or not fresh or not (isinstance(links, dict) and links.get("next")):
            return
        page += 1
        told = _page(session, base, kind, {"page": page})


def _listing(session: requests.Session, base: str, only: str) -> tuple[str, dict[str, Any]]:
    """Return the word this GeoNode has for its layers, and the first page of them."""
    narrowed: dict[str, str | int] = {"filter{alternate}": only} if only else {}
    failure: errors.ServiceError | None = None
    for kind in _KINDS:
        try:
            return kind, _page(session, base, kind, {"page": 1, **narrowed})
        except errors.BadStatus as error:
            if error.status != 404:
                raise
            failure = failure or error
    assert failure is not None
    raise failure


def _page(
    session: requests.Session, base: str, kind: str, params: answers.Params
) -> dict[str, Any]:
    """Return a page of layers.

    It is asked for by its number: the links of a GeoNode behind a proxy lead nowhere.
    """
    url = f"{base}/api/v2/{kind}/"
    told = answers.get_json(session, url, {"page_size": PAGE_SIZE, **params})
    found = told.get(kind) if isinstance(told, dict) else None
    if not isinstance(found, list):
        refuse(told, url)
    return dict(told)


def _holds_features(entry: dict[str, Any]) -> bool:
    kind = entry.get("subtype") or entry.get("storeType") or entry.get("store_type") or ""
    return bool(entry.get("alternate")) and str(kind) in _VECTOR


def _info(entry: dict[str, Any]) -> LayerInfo:
    abstract = _words(entry.get("raw_abstract") or entry.get("abstract"))
    return LayerInfo(
        name=str(entry["alternate"]),
        title=_words(entry.get("title")),
        abstract="" if abstract.lower() == "no abstract provided" else abstract,
        crs=crs_name(str(entry.get("srid") or "")),
        bounds=_bounds(entry),
        updated=str(entry.get("last_updated") or entry.get("date") or ""),
    )


def _words(value: Any) -> str:
    """Return a text in one line, without the tags of its editor."""
    return " ".join(re.sub(r"<[^>]*>", " ", str(value or "")).split())


def _bounds(entry: dict[str, Any]) -> Bounds | None:
    """Return the box in degrees: as a polygon, or since GeoNode 4 as four numbers."""
    extent = entry.get("extent")
    shape = entry.get("ll_bbox_polygon") or entry.get("bbox_polygon")
    try:
        if isinstance(shape, dict):
            x, y = zip(*((float(x), float(y)) for x, y, *_ in shape["coordinates"][0]))
            box = min(x), min(y), max(x), max(y)
        elif isinstance(extent, dict):
            west, south, east, north = map(float, extent["coords"])
            box = west, south, east, north
        else:
            return None
    except (TypeError, ValueError, KeyError, IndexError):
        return None
    return box if believable(box) else None


def _wfs(session: requests.Session, connection: Connection, layer: str) -> Connection:
    """Return where the features of a layer are asked for, on the host of the GeoNode."""
    base = _base(connection.url)
    entries = _entries(session, base, layer)
    links = next((entry.get("links") for entry in entries if entry["alternate"] == layer), None)
    for link in links if isinstance(links, list) else []:
        url = str(link.get("url") or "") if isinstance(link, dict) else ""
        if url and link.get("link_type") == "OGC:WFS":
            # The host is often the one inside the office; the path is the public one.
            return Connection("wfs", addresses.following(url, f"{base}/"), connection.page_size)
    return Connection("wfs", f"{base}/geoserver/ows", connection.page_size)
