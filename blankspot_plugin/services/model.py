# SPDX-License-Identifier: GPL-2.0-or-later
"""What every protocol speaks of: a connection, its layers, a query, the pages of an answer.

A protocol is a module with the three functions of :class:`Service`. It is handed a
``requests.Session`` and opens none; its pages lie on disk, each whole, so that memory does
not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import requests


# West, south, east, north, in degrees of longitude and latitude (WGS 84).
Bounds = tuple[float, float, float, float]
LON_LAT = "OGC:CRS84"


@dataclass(frozen=True)
class Connection:
    """How to reach a service; without secrets, which the session carries.

    Parameters
    ----------
    service
        A word of :data:`blankspot_plugin.services.NAMES`.
    url
        Its address as the officer typed it, or the path of a file.
    page_size
        Features per request; 0 leaves it to the protocol.
    mapping
        For hand-made JSON: see :mod:`blankspot_plugin.services.mapped_json`.
    """

    service: str
    url: str
    page_size: int = 0
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class LayerInfo:
    """A layer as its service describes it.

    Parameters
    ----------
    name
        What the service calls it: the value of :attr:`Query.layer`.
    title, abstract
        For people; '' where the service is silent.
    crs
        The CRS the service stores it in, as ``EPSG:32750``; '' where unknown.
    bounds
        What the service says it spans; None where unknown.
    geometry
        ``point``, ``line``, ``polygon``, ``table``, or '' where unknown.
    count
        Features, where the description tells; None else.
    updated
        When the service says it was last changed, as text; '' where unknown.
    """

    name: str
    title: str = ""
    abstract: str = ""
    crs: str = ""
    bounds: Bounds | None = None
    geometry: str = ""
    count: int | None = None
    updated: str = ""


@dataclass(frozen=True)
class Query:
    """What is asked of a service.

    Parameters
    ----------
    layer
        The name of the layer.
    extent
        Only what touches it; None for all. A service that can't filter answers with all.
    """

    layer: str
    extent: Bounds | None = None


@dataclass(frozen=True)
class Page:
    """A part of an answer, whole and on disk.

    Parameters
    ----------
    path
        Where it lies.
    format
        ``geojson``, ``esrijson``, ``gml``, or the name's ending of a file: ``csv``, ``xlsx``,
        ``xls``, ``ods``, ``gpkg``, ``kml``, ``tab``, ``mif``, ``shp``.
    count
        Features in it; None where only a reader of the format can tell.
    crs
        The CRS of its coordinates where the service says so and the format may not
        (``EPSG:32750``, ``OGC:CRS84``); '' leaves it to the reader.
    layer
        The table inside it, where it holds several; '' for the only one.
    shapes
        Features that come with a geometry; None where only a reader of the format can tell.
    unproven
        The service neither says how many features there are nor lets it be seen that these
        are all.
    """

    path: Path
    format: str
    count: int | None = None
    crs: str = ""
    layer: str = ""
    shapes: int | None = None
    unproven: bool = False


class Service(Protocol):
    """What a protocol module offers."""

    def layers(self, session: requests.Session, connection: Connection) -> list[LayerInfo]:
        """Return the layers there are, in the service's own order."""

    def count(self, session: requests.Session, connection: Connection, query: Query) -> int | None:
        """Return how many features the service says there are, None where it can't."""

    def pages(
        self, session: requests.Session, connection: Connection, query: Query, folder: Path
    ) -> Iterator[Page]:
        """Yield the answer page by page, each written into the folder before it is yielded."""
