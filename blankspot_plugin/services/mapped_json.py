# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON an office made by hand: a list of records, in pages, by a mapping the officer fills in.

Keys of :attr:`Connection.mapping`, all optional; paths have dots (``meta.total``):

=============  ==============================================================================
``records``    path to the list (``data``; ``.`` for the answer itself)
``lon, lat``   fields that hold degrees
``geometry``   field that holds a geometry, as WKT or GeoJSON
``crs``        CRS of ``geometry`` where it isn't degrees (``EPSG:32750``)
``total``      path to the number of all records (``total`` or ``meta.total``)
``next``       path to the address of the next page
``page``       name of the parameter that asks for a page (``page``)
``per_page``   name of the parameter that asks for a number of records (``per_page``)
``first``      number of the first page (``1``)
=============  ==============================================================================

Records become GeoJSON. Objects inside them are flattened with dots, text stays text. A record
without plain numbers for a place keeps its text and has no geometry: reading ``LU. 99. 14179``
is another tool's work.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import requests

from ..core import errors
from . import answers, wkt
from .counting import suspicious
from .model import LON_LAT, Connection, Page
from .tables import Names

_PER_PAGE = 100
_TOTALS = ("total", "meta.total")
_DEGREES = re.compile(r"\s*[-+]?\d{1,3}(\.\d+)?\s*")


def count(session: requests.Session, connection: Connection) -> int | None:
    """Return how many records the service says there are, None where it doesn't."""
    asking = _Asking(connection)
    return asking.total(answers.get_json(session, asking.url(asking.first)))


def pages(session: requests.Session, connection: Connection, folder: Path) -> Iterator[Page]:
    """Yield the records page by page as GeoJSON.

    Raises
    ------
    PageRepeated
        If the same page comes again, and the first wasn't all there is.
    NotTheProtocol
        If there is no list where the mapping says.
    """
    asking, names = _Asking(connection), Names()
    held: Page | None = None
    for number, records in enumerate(asking.answers(session)):
        if held:
            yield held
        path = folder / f"page-{number:05d}.geojson"
        held = write(records, connection.mapping, path, names)
    if held:
        yield replace(held, unproven=asking.unproven)


def write(
    records: Sequence[Any], mapping: Mapping[str, str], path: Path, names: Names | None = None
) -> Page:
    """Write records as GeoJSON; names of columns that differ in capitals only get a number."""
    names = names or Names()
    features = [_feature(record, mapping, names) for record in records]
    body = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")
    return Page(path, "geojson", len(features), mapping.get("crs") or LON_LAT)


def records_of(answer: Any, mapping: Mapping[str, str], url: str) -> list[Any]:
    """Return the list of records of an answer.

    Raises
    ------
    NotTheProtocol
        If there is none.
    """
    path = mapping.get("records") or "data"
    # Who gives no path gets the list, whether it is the answer or lies in it.
    found = answer if path == "." or isinstance(answer, list) else at(answer, path)
    if found is None and isinstance(answer, dict) and path in answer:
        return []
    if not isinstance(found, list):
        told = ", ".join(answer) if isinstance(answer, dict) else str(answer)
        raise errors.NotTheProtocol(url, answers.brief(told))
    return found


def at(answer: Any, path: str) -> Any:
    """Return what lies at a path with dots, None where nothing does."""
    for key in path.split("."):
        if isinstance(answer, dict):
            answer = answer.get(key)
        elif isinstance(answer, list) and key.isdigit() and int(key) < len(answer):
            answer = answer[int(key)]
        else:
            return None
    return answer


class _Asking:
    """Asks page after page and knows when it has all.

    Attributes
    ----------
    unproven
        What came is as many as a program would send that gives no more, and no number is told.
    """

    def __init__(self, connection: Connection) -> None:
        self.unproven = False
        self._base = connection.url.strip()
        self._mapping = connection.mapping
        self._page = self._mapping.get("page") or "page"
        self._per_page = self._mapping.get("per_page") or "per_page"
        first = self._mapping.get("first") or "1"
        self.first = int(first) if first.strip().isdigit() else 1
        # What the address itself asks for is believed.
        told = dict(parse_qsl(urlsplit(self._base).query)).get(self._per_page, "")
        self._size = connection.page_size or (int(told) if told.isdigit() else _PER_PAGE)

    def url(self, number: int, size: int = 0) -> str:
        """Return the address of a page, with whatever the officer's asks for, however often."""
        parts = urlsplit(self._base)
        ours = {self._per_page: str(size or self._size), self._page: str(number)}
        given = parse_qsl(parts.query, keep_blank_values=True)
        query = [pair for pair in given if pair[0] not in ours] + list(ours.items())
        return urlunsplit(parts._replace(query=urlencode(query), fragment=""))

    def total(self, answer: Any) -> int | None:
        """Return the number of all records an answer tells."""
        told = self._mapping.get("total")
        for path in (told,) if told else _TOTALS:
            found = at(answer, path)
            if isinstance(found, str) and found.isdigit():
                found = int(found)
            if isinstance(found, int) and not isinstance(found, bool):
                return found
        return None

    def answers(self, session: requests.Session) -> Iterator[list[Any]]:
        """Yield the records of each page."""
        url, number, got, largest = self.url(self.first), self.first, 0, 0
        seen: set[bytes] = set()
        while url:
            answer = self._asked(session, url, got)
            records = [] if answer is None else records_of(answer, self._mapping, url)
            print_ = hashlib.sha256(json.dumps(records).encode()).digest()
            if records and print_ in seen:
                total = self.total(answer)
                if len(seen) == 1 and total in (None, got) and self._is_all(session, got):
                    self.unproven = total is None and suspicious(got, self._size)
                    return
                raise errors.PageRepeated(url)
            if records or not seen:
                yield records
            seen.add(print_)
            got += len(records)
            largest = max(largest, len(records))
            number += 1
            url = self._following(answer, url, number, records, got, largest)

    def _is_all(self, session: requests.Session, got: int) -> bool:
        """Tell whether a program sends all there is whatever is asked, and the first page was it.

        As many as were asked for may be a coincidence: asked for more, it then sends as many.
        """
        if got != self._size:
            return True
        url = self.url(self.first, 2 * got)
        try:
            return len(records_of(answers.get_json(session, url), self._mapping, url)) == got
        except errors.ServiceError:
            return False

    def _asked(self, session: requests.Session, url: str, got: int) -> Any:
        """Return an answer; None where the page after the last is told by an error."""
        try:
            return answers.get_json(session, url)
        except errors.BadStatus as error:
            if got and error.status == 404:
                return None
            raise

    def _following(
        self, answer: Any, url: str, number: int, records: list[Any], got: int, largest: int
    ) -> str:
        """Return the address of the next page, '' where this was the last."""
        told = self._mapping.get("next")
        if told and answer is not None:
            link = at(answer, told)
            return self._beside(url, link) if isinstance(link, str) and link and records else ""
        total = self.total(answer)
        if not records or (total is not None and got >= total):
            return ""
        # A page shorter than others is the last, if nobody counts.
        short = len(records) < min(largest, self._size)
        return "" if short and total is None else self.url(number)

    @staticmethod
    def _beside(url: str, link: str) -> str:
        """Return a link on the server that was asked first.

        Servers behind a proxy name themselves by an inner name or plain HTTP, and a login must
        not go elsewhere.
        """
        here, there = urlsplit(url), urlsplit(urljoin(url, link))
        return urlunsplit((here.scheme, here.netloc, there.path, there.query, ""))


def _feature(record: Any, mapping: Mapping[str, str], names: Names) -> dict[str, Any]:
    cells = record if isinstance(record, dict) else {"value": record}
    shape = mapping.get("geometry")
    geometry = _shape(at(cells, shape)) if shape else None
    lon, lat = mapping.get("lon"), mapping.get("lat")
    if geometry is None and lon and lat:
        geometry = _point(at(cells, lon), at(cells, lat))
    flat = {
        names.of(name): value
        for name, value in _flat(cells)
        if not (shape and geometry and (name == shape or name.startswith(f"{shape}.")))
    }
    return {"type": "Feature", "properties": flat, "geometry": geometry}


def _flat(cells: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in cells.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, f"{before}{key}.")
        elif isinstance(value, (list, dict)):
            yield f"{before}{key}", json.dumps(value, ensure_ascii=False)
        else:
            yield f"{before}{key}", value


def _point(lon: Any, lat: Any) -> dict[str, Any] | None:
    x, y = _degrees(lon, 180), _degrees(lat, 90)
    return None if x is None or y is None else {"type": "Point", "coordinates": [x, y]}


def _degrees(value: Any, most: float) -> float | None:
    if isinstance(value, str):
        value = float(value) if _DEGREES.fullmatch(value) else None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= most:
        return float(value)
    return None


def _shape(value: Any) -> dict[str, Any] | None:
    """Return a geometry from GeoJSON, as an object or as text, or from WKT; None if neither."""
    if isinstance(value, str):
        text = value.strip()
        if not text.startswith("{"):
            return wkt.geometry(text)
        try:
            value = json.loads(text)
        except ValueError:
            return None
    if isinstance(value, dict) and value.get("type") == "Feature":
        value = value.get("geometry")
    known = isinstance(value, dict) and value.get("type") in wkt.NAMES.values()
    return value if known else None
