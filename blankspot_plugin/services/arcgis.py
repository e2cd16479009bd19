# SPDX-License-Identifier: GPL-2.0-or-later
"""ArcGIS REST: feature layers and tables of a MapServer or FeatureServer.

The address may be that of the services directory, a folder, a service or a layer. Features
come as GeoJSON where the server offers it (10.4 and later), else as Esri's JSON, both in
degrees of longitude and latitude.

Dates come as milliseconds in either language, and OGR takes them for numbers or text,
depending on its version. They are written as ISO 8601 text in UTC, and all other values stay
as they came; coded values are not translated. See :mod:`.arcgis_pages` for how it is paged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import requests

from ..core import errors
from . import arcgis_layer, arcgis_pages
from .model import Connection, LayerInfo, Page, Query

_SERVICE = re.compile(r"\A(.*?/(?:FeatureServer|MapServer))(?:/(\d+))?(?:/.*)?\Z", re.I)
# Of a services directory: it has one level of folders, and nobody reads a list of thousands.
_MOST_FOLDERS = 50
_MOST_SERVICES = 300
_SERVICE_TYPES = {"FeatureServer", "MapServer"}
_SHORT = {"f": "json"}


def layers(session: requests.Session, connection: Connection) -> list[LayerInfo]:
    """Return the layers and tables; each is named by its address below the connection's.

    A service of a directory that wants a login, or fails, is left out; if none answers, the
    last failure is raised.
    """
    service, number = _split(connection.url)
    if number:
        description = arcgis_layer.ask(session, f"{service}/{number}", _SHORT)
        _must_hold_features(description, f"{service}/{number}")
        return [arcgis_layer.info(description, number)]
    if service:
        return _layers_of(session, service, "")
    root = _directory(connection.url)
    found: list[LayerInfo] = []
    failure: errors.ServiceError | None = None
    for name in _services(session, root):
        try:
            found += _layers_of(session, f"{root}/{name}", f"{name}/")
        except errors.ServiceError as error:
            failure = error
    if failure and not found:
        raise failure
    return found


def count(session: requests.Session, connection: Connection, query: Query) -> int | None:
    """Return how many features the server counts, None where it can't count."""
    return arcgis_pages.count(session, layer_url(connection, query.layer), query.extent)


def pages(
    session: requests.Session, connection: Connection, query: Query, folder: Path
) -> Iterator[Page]:
    """Yield a layer page by page.

    Raises
    ------
    NoSuchLayer
        If the service has no such layer, or it holds no features.
    PageRepeated
        If the server sends the same features again.
    ServiceError
        In its other kinds.
    """
    url = layer_url(connection, query.layer)
    try:
        description = arcgis_layer.ask(session, url, _SHORT)
    except errors.ServiceSaid as error:
        raise errors.NoSuchLayer(url, query.layer) from error
    _must_hold_features(description, url)
    layer = arcgis_pages.Layer(url, description, connection.page_size, query.extent)
    yield from arcgis_pages.pages(session, layer, folder)


def layer_url(connection: Connection, layer: str) -> str:
    """Return the address of a layer by the name :func:`layers` gives it."""
    service, number = _split(connection.url)
    if number:
        return f"{service}/{number}"
    return f"{service or _directory(connection.url)}/{layer.strip('/')}"


def _split(url: str) -> tuple[str, str]:
    """Return the address of a service and the number of a layer, '' for what is missing."""
    match = _SERVICE.match(_bare(url))
    return (match.group(1), match.group(2) or "") if match else ("", "")


def _bare(url: str) -> str:
    """Return an address without its query, which pages for people carry."""
    return re.split(r"[?#]", url.strip(), maxsplit=1)[0].rstrip("/")


def _directory(url: str) -> str:
    """Return the address of a services directory, or of a folder in it."""
    url = _bare(url)
    if re.search(r"/services(/|\Z)", url, re.I):
        return url
    return f"{url}/services" if url.lower().endswith("/rest") else f"{url}/rest/services"


def _services(session: requests.Session, root: str) -> Iterator[str]:
    """Yield the services of a directory and its folders, relative to its address."""
    listing = arcgis_layer.ask(session, root, _SHORT)
    if "services" not in listing and "folders" not in listing:
        raise errors.NotTheProtocol(root, ", ".join(listing)[:200])
    found = list(_named(listing, root))
    for folder in (listing.get("folders") or ())[:_MOST_FOLDERS]:
        try:
            inside = arcgis_layer.ask(session, f"{root}/{folder}", _SHORT)
        except errors.ServiceError:
            # A folder for those with a login, most often; what is open is still listed.
            continue
        found += _named(inside, root)
    yield from found[:_MOST_SERVICES]


def _named(listing: arcgis_layer.Json, root: str) -> Iterator[str]:
    """Yield the paths of the services of a listing below the root.

    Names carry their folder, even in the listing of that very folder.
    """
    inside = re.split(r"/services", root, flags=re.I)[-1].strip("/")
    for service in listing.get("services") or ():
        name = str(service.get("name", ""))
        if inside and name.startswith(f"{inside}/"):
            name = name[len(inside) + 1 :]
        if name and service.get("type") in _SERVICE_TYPES:
            yield f"{name}/{service['type']}"


def _layers_of(session: requests.Session, service: str, prefix: str) -> list[LayerInfo]:
    """Return the layers of one service, by one request where it has ``/layers``."""
    return [
        arcgis_layer.info(description, f"{prefix}{description.get('id')}")
        for description in _descriptions(session, service)
        if arcgis_layer.has_features(description)
    ]


def _descriptions(session: requests.Session, service: str) -> list[dict[str, Any]]:
    """Return the descriptions of a service's layers and tables."""
    try:
        whole = arcgis_layer.ask(session, f"{service}/layers", _SHORT)
        if "layers" in whole or "tables" in whole:
            return [*(whole.get("layers") or ()), *(whole.get("tables") or ())]
    except (errors.BadStatus, errors.ServiceSaid, errors.NotTheProtocol):
        pass  # Before 10.0, and in servers that only resemble ArcGIS: ask one by one.
    short = arcgis_layer.ask(session, service, _SHORT)
    entries = [*(short.get("layers") or ()), *(short.get("tables") or ())]
    return [
        arcgis_layer.ask(session, f"{service}/{entry['id']}", _SHORT)
        for entry in entries
        if not entry.get("subLayerIds")
    ]


def _must_hold_features(description: arcgis_layer.Json, url: str) -> None:
    if not arcgis_layer.has_features(description):
        raise errors.NotALayer(url, str(description.get("type") or "?"))
