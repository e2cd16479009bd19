# SPDX-License-Identifier: GPL-2.0-or-later
"""What a WFS says it can do, 1.0.0, 1.1.0 and 2.0.0 alike.

OWSLib, which QGIS brings, reads these documents too, and the tests compare the two. It is not
used here, for (0.27) it loses what is needed: how the server writes its CRS, the constraints
of the whole service (``CountDefault``), the LatLongBoundingBox of 1.0.0, which it projects
once more where pyproj is there; and one bad number makes it refuse all layers.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..core import errors
from .model import LON_LAT, Bounds, LayerInfo

VERSIONS = ("2.0.0", "1.1.0", "1.0.0")
# As servers spell GeoJSON, the best first.
_GEOJSON = (
    r"application/geo\+json\Z",
    r"application/vnd\.geo\+json\Z",
    r"geo_?json\Z",
    r"application/json\Z",
    r"application/json; ?subtype=geojson",
    r"json\Z",
)
# MapServer doesn't say its name: by a namespace of 2.0.0, a link of 1.1.0, remarks of all.
_MAPSERVER = re.compile(
    rb"//mapserver\.gis\.umn\.edu/|request=GetMetadata&amp;layer=|<!--\s*WARNING: \w+ metadata"
)
_CRS = re.compile(r"(?:EPSG|epsg(?:\.xml)?)(?:[:/#][\d.]*)?[:/#](\d{3,6})\Z")


@dataclass(frozen=True)
class Capabilities:
    """What a server offers.

    Parameters
    ----------
    version
        Of the protocol, that it speaks.
    layers
        In its order.
    geojson
        How it calls GeoJSON; '' if it has none.
    most
        Features it sends unless told otherwise; 0 where it doesn't say.
    own_crs
        How it writes the CRS each layer comes in.
    is_mapserver
        For what only MapServer does.
    """

    version: str
    layers: list[LayerInfo] = field(default_factory=list)
    geojson: str = ""
    most: int = 0
    own_crs: dict[str, str] = field(default_factory=dict)
    is_mapserver: bool = False

    def layer(self, name: str, url: str) -> LayerInfo:
        """Return a layer by its name, or by what follows the colon if only one ends so.

        Raises
        ------
        NoSuchLayer
            If there is none.
        """
        for same in (str, str.lower, lambda text: text.lower().rpartition(":")[2]):
            found = [layer for layer in self.layers if same(layer.name) == same(name)]
            if len(found) == 1:
                return found[0]
        raise errors.NoSuchLayer(url, name, tuple(layer.name for layer in self.layers))


def parse(body: bytes, url: str) -> Capabilities:
    """Read a document.

    Parameters
    ----------
    body
        As :func:`~blankspot_plugin.services.answers.get_xml` returns it.
    url
        For errors.

    Raises
    ------
    AnswerCut
        If it doesn't go to its end.
    NotTheProtocol
        If it is something else than capabilities of a WFS.
    """
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise errors.AnswerCut(url, str(error)) from error
    if _local(root) != "WFS_Capabilities":
        raise errors.NotTheProtocol(url, f"<{_local(root)}>")
    version = root.get("version", "").strip()
    if version not in VERSIONS:
        # 2.0.2 is spoken as 2.0.0, 1.1.3 as 1.1.0.
        version = next((known for known in VERSIONS if known[:3] == version[:3]), VERSIONS[-1])
    # A name stands for one layer, even where it is listed twice.
    types = list(
        {
            _text(_child(element, "Name")): element
            for element in root.iter()
            if _local(element) == "FeatureType"
        }.values()
    )
    return Capabilities(
        version,
        [_layer(element) for element in types],
        _geojson(list(_formats(root))),
        _most(root),
        {_text(_child(element, "Name")): _own_crs(element) for element in types},
        bool(_MAPSERVER.search(body)),
    )


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element | None) -> str:
    """Return a text in one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _child(element: Element, *names: str) -> Element | None:
    return next((child for child in element if _local(child) in names), None)


def _own_crs(element: Element) -> str:
    return _text(_child(element, "DefaultCRS", "DefaultSRS", "SRS"))


def _layer(element: Element) -> LayerInfo:
    bare = _child(element, "NoCRS", "NoSRS") is not None
    return LayerInfo(
        name=_text(_child(element, "Name")),
        title=_text(_child(element, "Title")),
        abstract=_text(_child(element, "Abstract")),
        crs=crs_name(_own_crs(element)),
        bounds=_bounds(element),
        geometry="table" if bare else "",
    )


def crs_name(text: str) -> str:
    """Return ``EPSG:32750`` for any of the ways to write it, ``OGC:CRS84`` too, '' else."""
    text = text.strip()
    if re.search(r"CRS:?/?84\Z", text):
        return LON_LAT
    found = _CRS.search(text.replace("::", ":"))
    code = found.group(1) if found else ""
    # Web Mercator, from before it had a number.
    code = "3857" if code in ("900913", "102100", "102113") else code
    return f"EPSG:{code}" if code else ""


def _bounds(element: Element) -> Bounds | None:
    """Return the box of all boxes in degrees that can be meant."""
    boxes = [box for child in element for box in _boxes(child)]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes)
    return min(west), min(south), max(east), max(north)


def _boxes(element: Element) -> Iterator[Bounds]:
    if _local(element) == "WGS84BoundingBox":
        corners = [_text(_child(element, name)) for name in ("LowerCorner", "UpperCorner")]
        words = " ".join(corners).replace(",", " ").split()
    elif _local(element) == "LatLongBoundingBox":
        words = [element.get(name, "") for name in ("minx", "miny", "maxx", "maxy")]
    else:
        return
    try:
        west, south, east, north = map(float, words)
    except ValueError:
        return
    box = west, south, east, north
    if believable(box):
        yield box


def believable(box: Bounds) -> bool:
    """Tell whether a box in degrees says something: metres, nothing and the world don't."""
    west, south, east, north = box
    if not all(map(math.isfinite, box)) or west > east or south > north:
        return False
    if west < -180 or east > 180 or south < -90 or north > 90:
        return False
    # GeoServer writes the last of these for a layer without features.
    if not any(box) or box == (-1, -1, 0, 0):
        return False
    return not (east - west >= 359 and north - south >= 170)


def _formats(root: Element) -> Iterator[str]:
    """Yield how the formats of GetFeature are called."""
    for operation in root.iter():
        if _local(operation) == "GetFeature":
            # 1.0.0 has an element for each. GeoServer's <JSON/> is asked for as its others are.
            for result in operation:
                if _local(result) == "ResultFormat":
                    yield from ("json" if _local(e) == "JSON" else _local(e) for e in result)
        elif _local(operation) == "Operation" and operation.get("name") == "GetFeature":
            for parameter in operation:
                if parameter.get("name", "").lower() == "outputformat":
                    yield from (_text(e) for e in parameter.iter() if _local(e) == "Value")
    # ArcGIS repeats them at each layer.
    yield from (_text(element) for element in root.iter() if _local(element) == "Format")


def _geojson(formats: list[str]) -> str:
    for pattern in _GEOJSON:
        for name in formats:
            if re.match(pattern, name, re.I):
                return name
    return ""


def _most(root: Element) -> int:
    for element in root.iter():
        if _local(element) == "Constraint" and element.get("name") == "CountDefault":
            text = _text(_child(element, "DefaultValue"))
            return int(text) if text.isdigit() else 0
    return 0
