# SPDX-License-Identifier: GPL-2.0-or-later
"""KML and KMZ, with the attributes unfolded that it hides in HTML.

OGR's two KML drivers give name and description and one layer per folder; officers need the
columns. All attributes are text, as they came: types are told in a schema only seldom, and
codes keep their zeros. Heights are left out, for a mast stands on the ground here.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, Optional
from xml.etree.ElementTree import Element

from ..core import errors
from . import kml_text, unzip, xml_stream
from .model import LON_LAT, Bounds, Page

Geometry = Optional[dict[str, Any]]

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_PLACE = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})(?:\s*,\s*(?:{_NUMBER}))?")
_TRACK_PLACE = re.compile(rf"({_NUMBER})\s+({_NUMBER})")
_SHAPES = {
    "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack", "Model",
}  # fmt: skip
_CONTAINERS = {"Folder", "Document"}
_TEXTS = ("address", "phoneNumber", "Snippet", "snippet", "when", "begin", "end")
_FAMILY = {"Point": "point", "LineString": "line", "Polygon": "polygon"}
# Below these an element is of use until its placemark ends.
_KEPT_IN = "Placemark"


@dataclass
class Contents:
    """What a KML holds.

    Parameters
    ----------
    page
        Its features as GeoJSON.
    geometry
        ``point``, ``line``, ``polygon``; '' if mixed or none.
    bounds
        What they span, None if nothing has a place.
    """

    page: Page
    geometry: str
    bounds: Bounds | None


@dataclass
class _Tally:
    """Counts while features pass."""

    count: int = 0
    families: set[str] = field(default_factory=set)
    bounds: Bounds | None = None
    others: list[str] = field(default_factory=list)

    def add(self, geometry: Geometry) -> None:
        self.count += 1
        for kind, places in _places(geometry):
            self.families.add(_FAMILY[kind])
            for x, y in places:
                west, south, east, north = self.bounds or (x, y, x, y)
                self.bounds = min(west, x), min(south, y), max(east, x), max(north, y)


def unfold(source: Path, target: Path, url: str) -> Contents:
    """Write a KML, or the one in a KMZ, as GeoJSON.

    Raises
    ------
    NotALayer
        If it holds no placemark: an image laid over the ground, or a link to another file.
    AnswerCut, AnswerTooLarge, NotTheProtocol
        If it is broken, a bomb, or has a DTD.
    """
    tally = _Tally()
    with TemporaryDirectory(dir=target.parent) as folder, _opened(
        source, Path(folder), url
    ) as file, target.open("w", encoding="utf-8") as out:  # fmt: skip
        out.write('{"type":"FeatureCollection","features":[')
        for attributes, geometry in _placemarks(file, url, tally):
            feature = {"type": "Feature", "properties": attributes, "geometry": geometry}
            out.write("\n," if tally.count else "\n")
            out.write(json.dumps(feature, ensure_ascii=False))
            tally.add(geometry)
        out.write("\n]}")
    if not tally.count:
        target.unlink()
        raise errors.NotALayer(url, ", ".join(tally.others[:5]) or "KML")
    geometry_word = tally.families.pop() if len(tally.families) == 1 else ""
    page = Page(target, "geojson", tally.count, LON_LAT)
    return Contents(page, geometry_word, tally.bounds)


def _opened(source: Path, folder: Path, url: str) -> BinaryIO:
    """Open the KML; of a KMZ the first at its top, which is what Google Earth shows."""
    with source.open("rb") as file:
        packed = file.read(2) == b"PK"
    if not packed:
        return source.open("rb")
    try:
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise errors.AnswerCut(url, str(error)) from error
    found = [name for name in names if name.lower().endswith(".kml")]
    if not found:
        raise errors.NotALayer(url, ", ".join(names[:5]))
    first = min(found, key=lambda name: len(PurePosixPath(name).parts))
    return unzip.unpack(source, folder, frozenset({".kml"}), url)[first].open("rb")


def _placemarks(
    file: BinaryIO, url: str, tally: _Tally
) -> Iterator[tuple[dict[str, str | None], Geometry]]:
    """Yield attributes and geometry of each placemark as it ends."""
    containers: list[Element] = []
    inside: Element | None = None
    for event, element in xml_stream.events(file, url):
        if event == "start":
            if element.tag in _CONTAINERS:
                containers.append(element)
            elif element.tag == _KEPT_IN and inside is None:
                inside = element
        elif element is inside:
            geometry = _geometry(element)
            yield _attributes(element, _path(containers), geometry), geometry
            element.clear()
            inside = None
        elif inside is None:
            if element.tag in _CONTAINERS:
                containers.pop()
            elif element.tag in ("GroundOverlay", "ScreenOverlay", "PhotoOverlay"):
                tally.others.append(element.tag)
            elif element.tag == "NetworkLink":
                link = element.find(".//href")
                tally.others.append(((link.text if link is not None else "") or "").strip())
            # Names of folders and the links of network links are still to be read.
            if element.tag not in ("name", "href", "Link", "Url"):
                element.clear()


def _path(containers: list[Element]) -> str:
    """Return the names of the folders around; that of the document says nothing of a feature."""
    folders = (c.findtext("name", "").strip() for c in containers if c.tag == "Folder")
    return "/".join(filter(None, folders))


def _attributes(placemark: Element, folder: str, geometry: Geometry) -> dict[str, str | None]:
    pairs, rest = kml_text.unfold(placemark.findtext("description") or "")
    name = placemark.findtext("name")

    def told() -> Iterator[tuple[str, str | None]]:
        if name is not None:
            yield "name", name.strip()
        if folder:
            yield "folder", folder
        yield from _extended(placemark)
        yield from pairs
        # ArcGIS repeats the name above its table.
        if rest and not (pairs and rest == (name or "").strip()):
            yield "description", rest
        for tag in _TEXTS:
            text = next((e.text for e in placemark.iter(tag) if (e.text or "").strip()), None)
            if text:
                yield tag, text.strip()
        place = next((e.text for e in placemark.iter("coordinates") if geometry is None), None)
        if place and place.strip():
            yield "coordinates", place.strip()

    return kml_text.merged(told())


def _extended(placemark: Element) -> Iterator[tuple[str, str | None]]:
    """Yield what ExtendedData holds: Data, SchemaData, and elements of anybody's own."""
    for extended in placemark.findall("ExtendedData"):
        for child in extended:
            if child.tag == "Data":
                yield child.get("name", ""), _text(child.find("value"))
            elif child.tag == "SchemaData":
                for cell in child:
                    yield cell.get("name", cell.tag), _text(cell)
            else:
                yield child.tag, _text(child)


def _text(element: Element | None) -> str | None:
    if element is None:
        return None
    text = "".join(element.itertext()).strip()
    return None if text.casefold() == "<null>" else text


def _geometry(element: Element) -> Geometry:
    """Return the geometry of a placemark; several become one that holds them."""
    shapes = [shape for child in element if child.tag in _SHAPES for shape in _shapes(child)]
    if len(shapes) <= 1:
        return shapes[0] if shapes else None
    kinds = {shape["type"] for shape in shapes}
    if len(kinds) == 1:
        places = [shape["coordinates"] for shape in shapes]
        return {"type": f"Multi{kinds.pop()}", "coordinates": places}
    return {"type": "GeometryCollection", "geometries": shapes}


def _shapes(element: Element) -> Iterator[dict[str, Any]]:
    """Yield the single shapes of a geometry, however nested; those without a place are none."""
    if element.tag in ("MultiGeometry", "MultiTrack"):
        for child in element:
            yield from _shapes(child)
    elif element.tag in ("Point", "Model"):
        places = _model(element) if element.tag == "Model" else _coordinates(element)
        # "116,5 -1,5" are two, and none of them is meant.
        if places and all(place == places[0] for place in places):
            yield {"type": "Point", "coordinates": places[0]}
    elif element.tag in ("LineString", "LinearRing", "Track"):
        places = _track(element) if element.tag == "Track" else _coordinates(element)
        if len(places) > 1:
            yield {"type": "LineString", "coordinates": places}
    elif element.tag == "Polygon":
        outer = [_ring(ring) for ring in element.findall("outerBoundaryIs/LinearRing")]
        holes = [_ring(ring) for ring in element.findall("innerBoundaryIs/LinearRing")]
        if outer and outer[0]:
            yield {"type": "Polygon", "coordinates": [outer[0], *filter(None, holes)]}


def _coordinates(element: Element) -> list[list[float]]:
    """Return ``lon,lat[,height]`` separated by white space; spaces after commas are forgiven.

    Four numbers, as in ``116,5,-1,5``, are two with decimal commas, or something else: no place.
    """
    text = re.sub(r"\s*,\s*", ",", (element.findtext("coordinates") or "").strip())
    if any(part.strip(",").count(",") > 2 for part in text.split()):
        return []
    found = _PLACE.findall(text)
    return [[float(x), float(y)] for x, y in found]


def _ring(element: Element) -> list[list[float]]:
    """Return a ring, closed; [] where it spans nothing."""
    places = _coordinates(element)
    if places and places[0] != places[-1]:
        places.append(places[0])
    return places if len(places) > 3 else []


def _track(element: Element) -> list[list[float]]:
    found = (_TRACK_PLACE.search(coord.text or "") for coord in element.iter("coord"))
    return [[float(m.group(1)), float(m.group(2))] for m in found if m]


def _model(element: Element) -> list[list[float]]:
    texts = [element.findtext(f"Location/{name}") or "" for name in ("longitude", "latitude")]
    if all(re.fullmatch(_NUMBER, text.strip()) for text in texts):
        return [[float(text) for text in texts]]
    return []


def _places(geometry: Geometry) -> Iterator[tuple[str, list[list[float]]]]:
    """Yield the places of a geometry with the kind of their shape; holes need no look."""
    if geometry is None:
        return
    kind = geometry["type"].removeprefix("Multi")
    if kind == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _places(part)
        return
    parts = geometry["coordinates"] if kind != geometry["type"] else [geometry["coordinates"]]
    for part in parts:
        yield kind, {"Point": [part], "Polygon": part[0]}.get(kind, part)
