# SPDX-License-Identifier: GPL-2.0-or-later
"""OGC API Features: QGIS Server (``/wfs3``), MapServer, pygeoapi, GeoServer, ldproxy.

What is asked for is the standard's default, longitude and latitude of WGS 84 in GeoJSON. A page
leads to the next by a link; it is followed on the host that was asked, until there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import requests

from ..core import errors
from . import addresses, answers
from .counting import Counted, counted, refuse, suspicious
from .model import LON_LAT, Bounds, Connection, LayerInfo, Page, Query
from .seen import Seen
from .wfs_capabilities import believable, crs_name

# QGIS Server refuses more than it allows, where others send less: then the next one is tried.
PAGE_SIZES = (5000, 1000, 100, 0)
_FEATURES = {"Accept": "application/geo+json, application/json;q=0.9"}
# QGIS Server refuses to describe itself to who names GeoJSON too.
_DESCRIPTION = {"Accept": "application/json"}
# What belongs to an address of a request, not to one of a service.
_ASKED = frozenset("f limit offset startindex bbox bbox-crs crs datetime".split())
_DATA = ("data", "http://www.opengis.net/def/rel/ogc/1.0/data")


@dataclass(frozen=True)
class _Part:
    """A page on disk, counted, and the address it came from."""

    path: Path
    counted: Counted
    crs: str
    url: str

    @property
    def following(self) -> str:
        """The address of the next page, '' where there is none."""
        return _next(self.counted.said.get("links"), self.url)

    @property
    def unproven(self) -> bool:
        """Whether it may be cut: no number, no next page, and as many as a cap would leave."""
        limit = dict(parse_qsl(urlsplit(self.url).query)).get("limit", "")
        alone = not self.following and self.counted.matched is None
        return alone and suspicious(self.counted.count, int(limit) if limit.isdigit() else 0)

    def page(self, *, first: bool) -> Page:
        """Return it as a page; who led to it by a link would lead on."""
        held, unproven = self.counted, first and self.unproven
        return Page(
            self.path, held.format, held.count, self.crs, unproven=unproven, shapes=held.shapes
        )


def layers(session: requests.Session, connection: Connection) -> list[LayerInfo]:
    """Return the layers there are, in the service's own order."""
    found = _collections(session, _root(connection.url))
    return [_info(each) for each in found if each.get("itemType", "feature") == "feature"]


def count(session: requests.Session, connection: Connection, query: Query) -> int | None:
    """Return how many features the service says there are, None where it can't."""
    part = _fetch(session, _items(connection.url, query, 1), query.layer, None)
    part.path.unlink()
    matched = part.counted.matched
    # Who says one, sends one and has a next one counts what is sent.
    return None if matched == part.counted.count and part.following else matched


def pages(
    session: requests.Session, connection: Connection, query: Query, folder: Path
) -> Iterator[Page]:
    """Yield the answer page by page, each written into the folder before it is yielded."""
    seen, visited = Seen(), set[str]()
    part = _first(session, connection, query, folder)
    while True:
        if seen.again(part.counted):
            raise errors.PageRepeated(part.url)
        yield part.page(first=not visited)
        visited.add(part.url)
        following = part.following
        if not following or not part.counted.count:
            return
        if following in visited:
            raise errors.PageRepeated(following)
        part = _fetch(session, following, query.layer, folder)
        if not part.counted.count:
            part.path.unlink()
            return


def _first(session: requests.Session, connection: Connection, query: Query, folder: Path) -> _Part:
    """Return the first page, of the first size that the server doesn't refuse."""
    failure: errors.ServiceError | None = None
    for size in (connection.page_size, *PAGE_SIZES) if connection.page_size else PAGE_SIZES:
        try:
            return _fetch(session, _items(connection.url, query, size), query.layer, folder)
        except errors.BadStatus as error:
            if error.status != 400:
                raise
            failure = failure or error
    assert failure is not None
    raise failure


def _fetch(session: requests.Session, url: str, layer: str, folder: Path | None) -> _Part:
    """Ask for features; some servers want to be told twice that it is JSON that is wanted."""
    heard: dict[str, str] = {}
    more = {"folder": folder, "suffix": ".geojson", "headers": _FEATURES, "heard": heard}
    try:
        path = answers.download(session, url, **more)  # type: ignore[arg-type]
    except errors.NotTheProtocol:
        if "f=json" in url:
            raise
        return _fetch(session, _adding(url, f="json"), layer, folder)
    except errors.BadStatus as error:
        if error.status == 404:
            raise errors.NoSuchLayer(url, layer) from error
        raise
    try:
        page = counted(path, url)
    except BaseException:
        path.unlink()
        raise
    return _Part(path, page, crs_name(heard.get("content-crs", "").strip(" <>")) or LON_LAT, url)


def _root(url: str) -> str:
    """Return the address of the landing page, of whatever address below it was pasted."""
    url = addresses.without(url, _ASKED)
    path = re.sub(r"/(collections|conformance|api|openapi)\b.*\Z", "", addresses.split(url).path)
    return addresses.with_path(url, re.sub(r"(\.html|\.json)?/*\Z", "", path))


def _below(root: str, path: str) -> str:
    return addresses.with_path(root, addresses.split(root).path + path)


def _adding(url: str, **params: str | int) -> str:
    pairs = [*parse_qsl(urlsplit(url).query, keep_blank_values=True), *params.items()]
    query = urlencode(pairs, safe=addresses.PLAIN, quote_via=quote)
    return urlsplit(url)._replace(query=query).geturl()


def _items(url: str, query: Query, limit: int) -> str:
    items = _below(_root(url), f"/collections/{quote(query.layer, safe='')}/items")
    params: dict[str, str | int] = {"limit": limit} if limit else {}
    if query.extent:
        params["bbox"] = ",".join(repr(float(number)) for number in query.extent)
    return _adding(items, **params)


def _described(session: requests.Session, url: str) -> dict[str, Any]:
    try:
        told = answers.get_json(session, url, headers=_DESCRIPTION)
    except errors.NotTheProtocol:
        url = _adding(url, f="json")
        told = answers.get_json(session, url, headers=_DESCRIPTION)
    return told if isinstance(told, dict) else {}


def _collections(session: requests.Session, root: str) -> Iterator[dict[str, Any]]:
    """Yield what is said of each collection; the list may have pages too."""
    url, visited = _below(root, "/collections"), set[str]()
    try:
        told = _described(session, url)
    except (errors.BadStatus, errors.NotTheProtocol) as error:
        # The list may lie elsewhere than the standard says; the landing page knows.
        try:
            url = _link(_described(session, root).get("links"), _DATA, root)
        except errors.ServiceError:
            url = ""
        if not url:
            raise error
        told = _described(session, url)
    while True:
        found = told.get("collections")
        if not isinstance(found, list):
            refuse(told, url)
        yield from (each for each in found if isinstance(each, dict) and "id" in each)
        visited.add(url)
        url = _next(told.get("links"), url)
        if not url or url in visited:
            return
        told = _described(session, url)


def _next(links: Any, url: str) -> str:
    return _link(links, ("next",), url)


def _link(links: Any, relations: tuple[str, ...], url: str) -> str:
    """Return the address of a link on the host that was asked, '' where there is none."""
    found = [
        link
        for link in (links if isinstance(links, list) else [])
        if isinstance(link, dict) and link.get("rel") in relations and link.get("href")
    ]
    # JSON before nothing said before HTML.
    found.sort(key=lambda link: "json" not in str(link.get("type", "json?")))
    return addresses.following(str(found[0]["href"]), url) if found else ""


def _info(told: dict[str, Any]) -> LayerInfo:
    return LayerInfo(
        name=str(told["id"]),
        title=_words(told.get("title")),
        abstract=_words(told.get("description")),
        crs=crs_name(_words(told.get("storageCrs"))),
        bounds=_bounds(told.get("extent")),
        updated=_words(told.get("updated")),
    )


def _words(value: Any) -> str:
    """Return a text in one line; MapServer's remark that there is none is none."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return "" if text.startswith("<!--") else text


def _bounds(extent: Any) -> Bounds | None:
    spatial = extent.get("spatial") if isinstance(extent, dict) else None
    try:
        # The first is that of all; with heights it has six numbers.
        first = (
            [float(number) for number in spatial["bbox"][0]] if isinstance(spatial, dict) else []
        )
    except (TypeError, ValueError, IndexError, KeyError):
        return None
    if len(first) not in (4, 6):
        return None
    half = len(first) // 2
    box = first[0], first[1], first[half], first[half + 1]
    return box if believable(box) else None
