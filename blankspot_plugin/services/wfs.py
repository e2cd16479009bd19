# SPDX-License-Identifier: GPL-2.0-or-later
"""WFS 1.0.0, 1.1.0 and 2.0.0: GeoServer (Palapa, GeoNode), QGIS Server, MapServer, ArcGIS.

Decisions, each for a reason met in the wild:

- GeoJSON where it is offered, GML else. GeoJSON is east before north with every server we know,
  whatever CRS it names; GML names its CRS and GDAL reads it.
- A layer comes in the CRS it is stored in: GeoServer rounds to some decimals (four, often),
  which are 0.1 mm in metres and 11 m in degrees, and no server shifts the datum.
- The host and path of the officer, never those the capabilities give: they are often internal.
- A box is asked for in the order the version prescribes. If nothing lies in it though the
  layer's bounds meet it, the other orders are tried before nothing is believed. A box that
  holds all the layer's bounds is not sent: no filter can't be read the wrong way around.
- With a box goes ``srsName``, the layer's own: QGIS Server (3.22) reads a box in the CRS of
  the answer, and heeds the CRS the box itself names only if both are there. With GML too:
  there it turns the axes of EPSG:4326 around unless it is asked for.
- MapServer (8.0) counts what lies within the layer's bounds as it projects them, and loses
  what is on their edge (38 of 40): it is asked for the count of a box a little larger.

How a layer is fetched in pages is told in :mod:`blankspot_plugin.services.wfs_pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import requests

from ..core import errors
from . import addresses, answers, wfs_pages
from .counting import Counted, counted
from .model import LON_LAT, Bounds, Connection, LayerInfo, Page, Query
from .once import once
from .wfs_capabilities import VERSIONS, Capabilities, believable, crs_name, parse
from .wfs_pages import REFUSED, Part, Wish

PAGE_SIZE = 5000
_URN = "urn:ogc:def:crs:EPSG::4326"
# What is sent for a box; nothing for all.
Box = dict[str, str]


def layers(session: requests.Session, connection: Connection) -> list[LayerInfo]:
    """Return the layers there are, in the service's own order."""
    return capabilities(session, connection.url).layers


def count(session: requests.Session, connection: Connection, query: Query) -> int | None:
    """Return how many features the service says there are, None where it can't."""
    server = _Server.of(session, connection, query)
    return server.settle(query.extent)[1]


def pages(
    session: requests.Session, connection: Connection, query: Query, folder: Path
) -> Iterator[Page]:
    """Yield the answer page by page, each written into the folder before it is yielded."""
    server = _Server.of(session, connection, query)
    box, matched = server.settle(query.extent)
    server.box, server.folder = box, folder
    # 1.x knows no paging: one request, and startIndex only where less comes than there is.
    size = connection.page_size or (PAGE_SIZE if server.speaks.version == VERSIONS[0] else 0)
    if server.most:
        size = min(size, server.most)
    for part in wfs_pages.parts(server, matched, size):
        page = part.counted
        crs, unproven = server.crs(page), part.unproven
        yield Page(part.path, page.format, page.count, crs, unproven=unproven, shapes=page.shapes)


def capabilities(session: requests.Session, url: str) -> Capabilities:
    """Return what a server offers, in the newest version that it speaks and we do; asked once.

    Parameters
    ----------
    url
        As the officer pasted it. A version in it is asked for first, for who knows a server
        knows what it is bad at; not if it comes with GetFeature, from a preview of GeoServer.

    Raises
    ------
    ServiceError
        In one of its kinds; of several failures the first, which is about the newest version.
    """
    return once(session, ("capabilities", url), lambda: _capabilities(session, url))


def _capabilities(session: requests.Session, url: str) -> Capabilities:
    failure: errors.ServiceError | None = None
    wanted, url = addresses.wfs_version(url), addresses.ows(url)
    for version in (*(v for v in VERSIONS if v == wanted), ",".join(VERSIONS), *VERSIONS):
        key = "acceptversions" if "," in version else "version"
        params = {"service": "WFS", "request": "GetCapabilities", key: version}
        try:
            return parse(answers.get_xml(session, url, params), url)
        except errors.ServiceSaid as error:
            failure = failure or error
        except errors.BadStatus as error:
            # What is not about the question will not be better for another.
            if error.status not in (400, 500, 501):
                raise
            failure = failure or error
    assert failure is not None
    raise failure


@dataclass
class _Server:
    """A layer of a server, and how it is asked for."""

    session: requests.Session
    url: str
    speaks: Capabilities
    layer: LayerInfo
    geojson: str
    box: Box = field(default_factory=dict)
    folder: Path | None = None

    @classmethod
    def of(cls, session: requests.Session, connection: Connection, query: Query) -> _Server:
        url = addresses.ows(connection.url)
        speaks = capabilities(session, connection.url)
        return cls(session, url, speaks, speaks.layer(query.layer, url), speaks.geojson)

    @property
    def most(self) -> int:
        """Features it sends at once by its own account, 0 if it has none."""
        return self.speaks.most

    @property
    def _own_crs(self) -> str:
        return self.speaks.own_crs.get(self.layer.name, "")

    def _params(self, request: str) -> dict[str, str | int]:
        version = self.speaks.version
        plural = "typeNames" if version == VERSIONS[0] and request == "GetFeature" else "typeName"
        asked = {"service": "WFS", "version": version, "request": request}
        return {**asked, plural: self.layer.name}

    def settle(self, extent: Bounds | None) -> tuple[Box, int | None]:
        """Return how to ask for an extent, and how many features the server says match."""
        bounds = self.layer.bounds
        if extent is None or (bounds and _holds(extent, bounds)):
            return {}, self._matched({})
        boxes = list(self._boxes(extent))
        if bounds and not _holds(extent, bounds, wholly=False):
            boxes = boxes[:1]
        fine, failure = None, None
        for box in boxes:
            try:
                matched = self._matched(box)
                if matched or (matched is None and self._first(box).count):
                    return box, matched
                fine = fine or box
            except REFUSED as error:
                failure = failure or error
        if failure and not fine:
            raise failure
        return fine or {}, 0

    def _boxes(self, extent: Bounds) -> Iterator[Box]:
        """Yield the ways to ask for an extent, the one that is right by the standard first."""
        own = self._own_crs
        for text in _boxes(self.speaks.version, extent):
            yield {"bbox": text, **({"srsName": own} if own else {})}
        yield {"bbox": _boxes(self.speaks.version, extent)[0]}

    def _matched(self, box: Box) -> int | None:
        """Return what the server says lies in a box."""
        if self.speaks.version != "1.0.0":
            try:
                return self._hits(box)
            except REFUSED:
                pass  # Features are told of below, or of why there are none.
        part = self._first(box)
        # Some say how many they send where others say how many there are.
        return part.matched if part.count == 0 or (part.matched or 0) > part.count else None

    def _hits(self, box: Box) -> int | None:
        if not box and self.speaks.is_mapserver and self.layer.bounds:
            west, south, east, north = self.layer.bounds
            box = next(self._boxes((west - 0.1, south - 0.1, east + 0.1, north + 0.1)))
        params = {**self._params("GetFeature"), "resultType": "hits", **box}
        path = answers.download(self.session, self.url, params, limit=answers.DESCRIPTION_LIMIT)
        try:
            return counted(path, self.url).matched
        finally:
            path.unlink()

    def _first(self, box: Box) -> Counted:
        """Return what is told with the first feature of a box."""
        self.box = box
        part = self.fetch(Wish(limit=1))
        part.path.unlink()
        return part.counted

    def fetch(self, wish: Wish) -> Part:
        """Ask for some features; in GML for good if the server fails at its own GeoJSON."""
        try:
            return self._fetch(wish)
        except REFUSED:
            if not self.geojson or wish.pages:
                raise
            name, self.geojson = self.geojson, ""
            try:
                return self._fetch(wish)
            except REFUSED:
                self.geojson = name
            raise

    def _fetch(self, wish: Wish) -> Part:
        newest = self.speaks.version == VERSIONS[0]
        params = self._params("GetFeature")
        more: dict[str, str | int] = {
            "outputFormat": self.geojson,
            **self.box,
            "count" if newest else "maxFeatures": wish.limit,
            "sortBy": ",".join(wish.sort),
        }
        params.update((key, value) for key, value in more.items() if value)
        if not self.geojson and self._own_crs:
            params.setdefault("srsName", self._own_crs)
        if wish.start is not None:
            params["startIndex"] = wish.start
        ending = ".geojson" if self.geojson else ".gml"
        path = answers.download(self.session, self.url, params, folder=self.folder, suffix=ending)
        try:
            return Part(path, counted(path, self.url))
        except BaseException:
            path.unlink()
            raise

    def fields(self) -> tuple[str, ...]:
        """Return the attributes that can be sorted by; what a feature is known by comes first."""
        body = answers.get_xml(self.session, self.url, self._params("DescribeFeatureType"))
        found = re.findall(r"<(?:\w+:)?element\b[^>]*>", body.decode())
        named = []
        for element in found:
            name = re.search(r"""\bname=["']([^"']+)""", element)
            kind = re.search(r"""\btype=["'](?:\w+:)?(\w+)["']""", element)
            if name and kind and kind.group(1) in _SORTABLE:
                named.append(name.group(1))
        return tuple(sorted(named, key=lambda name: not _KEY.search(name)))

    def crs(self, page: Counted) -> str:
        """Return the CRS of the coordinates of a page, x to the east as far as it is honest.

        GDAL turns what GML declares as an URN; what else is the wrong way around can only be
        seen by whoever reads the coordinates.
        """
        if page.format == "gml":
            return crs_name(page.said.get("srsName", "")) or self.layer.crs
        declared = page.said.get("crs")
        properties = declared.get("properties") if isinstance(declared, dict) else None
        name = crs_name(str(properties.get("name", ""))) if isinstance(properties, dict) else ""
        if name:
            return LON_LAT if name == "EPSG:4326" else name
        # RFC 7946 knows one CRS only, but not every server knows RFC 7946.
        degrees = page.first is None or believable((*page.first, *page.first))
        return LON_LAT if degrees or not self.layer.crs else self.layer.crs


_SORTABLE = {"string", "int", "integer", "long", "short", "decimal", "date", "dateTime"}
_KEY = re.compile(r"\A(objectid|o?gc_?fid|fid|gid|id|kode\w*|.*_id)\Z", re.I)


def _holds(outer: Bounds, inner: Bounds, *, wholly: bool = True) -> bool:
    """Tell whether a box holds another, or meets it."""
    west, south, east, north = inner if wholly else (inner[2], inner[3], inner[0], inner[1])
    return outer[0] <= west and outer[1] <= south and outer[2] >= east and outer[3] >= north


def _boxes(version: str, extent: Bounds) -> list[str]:
    """Return the ways to write a box, the one that is right by the standard first."""
    west, south, east, north = map(repr, map(float, extent))
    lon_lat, lat_lon = f"{west},{south},{east},{north}", f"{south},{west},{north},{east}"
    if version == "1.0.0":
        return [f"{lon_lat},EPSG:4326", lon_lat, f"{lat_lon},EPSG:4326"]
    return [f"{lat_lon},{_URN}", f"{lon_lat},EPSG:4326", f"{lon_lat},{_URN}"]
