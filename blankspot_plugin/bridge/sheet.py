# SPDX-License-Identifier: GPL-2.0-or-later
"""Read a tower sheet as it is: every row, whatever stands in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsWkbTypes,
)

from ..core.coordinate_fields import split_pair
from ..core.errors import Cancelled
from .read import Notes

_SAMPLE = 300
_TIMES = 256


@dataclass
class Sheet:
    """The rows of a sheet.

    Attributes
    ----------
    rows
        For each row all its attributes, as the input has them.
    x, y
        What stands for its coordinates: cells, or numbers of its geometry.
    texts
        The coordinates as they stand in the input.
    notes
        For the manifest.
    """

    rows: list[list[object]] = field(default_factory=list)
    x: list[object] = field(default_factory=list)
    y: list[object] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, place: int) -> list[object]:
        """Return the cells of a field by its place."""
        return [value(row[place]) for row in self.rows]


def value(attribute: object) -> object:
    """Return an attribute as Python knows it: quick, since a sheet has many."""
    if attribute is None or isinstance(attribute, (str, int, float)):
        return attribute
    return None if attribute == NULL else attribute


def read_sheet(
    source: QgsFeatureSource,
    lon_field: str,
    lat_field: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> Sheet:
    """Read a sheet; without fields, coordinates are those of the geometry.

    Every part of a multipoint is a row. The same field twice holds both coordinates.
    """
    sheet, sha = Sheet(), hashlib.sha256()
    names = source.fields()
    lon_at = names.lookupField(lon_field) if lon_field else -1
    lat_at = names.lookupField(lat_field) if lat_field else -1
    for number, feature in enumerate(source.getFeatures(QgsFeatureRequest())):
        if number % _TIMES == 0 and cancelled():
            raise Cancelled
        sheet.notes.read += 1
        attributes = feature.attributes()
        if lon_at >= 0:
            places = [
                _cells(value(attributes[lon_at]), value(attributes[lat_at]), lon_at == lat_at)
            ]
        else:
            places = list(_points(feature))
            sha.update(repr(places).encode())
        sha.update(repr([value(cell) for cell in attributes]).encode())
        for x, y, text in places:
            sheet.rows.append(attributes)
            sheet.x.append(x)
            sheet.y.append(y)
            sheet.texts.append(text)
    sheet.notes.digest = sha.hexdigest()
    return sheet


def _cells(lon: object, lat: object, both: bool) -> tuple[object, object, str]:
    if both:
        text = _text(lon)
        pair = split_pair(lon)
        return (*pair, text) if pair else (lon, lon, text)
    return lon, lat, f"{_text(lon)} | {_text(lat)}"


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)


def _points(feature: QgsFeature) -> Iterator[tuple[object, object, str]]:
    geometry: QgsGeometry = feature.geometry()
    if geometry.isNull() or geometry.isEmpty():
        yield None, None, ""
    elif QgsWkbTypes.isMultiType(geometry.wkbType()):
        for point in geometry.asMultiPoint():
            yield point.x(), point.y(), f"{point.x():.15g} | {point.y():.15g}"
    else:
        point = geometry.asPoint()
        yield point.x(), point.y(), f"{point.x():.15g} | {point.y():.15g}"


def sample(source: QgsFeatureSource) -> dict[str, Sequence[object]]:
    """Return the first cells of every field."""
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setLimit(_SAMPLE)
    rows = [feature.attributes() for feature in source.getFeatures(request)]
    return {
        name: [value(row[place]) for row in rows]
        for place, name in enumerate(source.fields().names())
    }
