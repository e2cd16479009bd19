# SPDX-License-Identifier: GPL-2.0-or-later
"""From a QGIS layer to arrays and clean polygons; what was repaired or left out is counted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsExpressionContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..core.arrays import Floats
from ..core.codes import code_text, normalised_code
from ..core.errors import Cancelled
from . import fields as fields_
from .plane import lonlat_crs, transform_points, usable
from .polygons import flat, repaired, union

if Qgis.QGIS_VERSION_INT >= 33600:
    _NO_CHECK = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
else:
    _NO_CHECK = QgsProcessingFeatureSource.FlagSkipGeometryValidityChecks


@dataclass
class Notes:
    """What happened to the features of one layer while it was read."""

    read: int = 0
    repaired: int = 0
    without_geometry: int = 0
    unusable: int = 0
    digest: str = ""
    # Where it was pulled from, as in the manifest.
    sources: tuple[dict[str, object], ...] = ()


@dataclass
class Points:
    """Points of a layer.

    Attributes
    ----------
    lon, lat : (n,) float
        Degrees, WGS 84.
    columns
        For each field asked for, its n cells.
    names
        What to call each point in a message, (n,).
    notes
        What was left out.
    """

    lon: Floats
    lat: Floats
    columns: dict[str, list[object]]
    names: list[str]
    notes: Notes

    def __len__(self) -> int:
        return len(self.lon)


@dataclass
class Polygons:
    """Polygons of a layer, valid, in the CRS asked for.

    Attributes
    ----------
    geometries
        One a feature kept.
    columns
        For each field asked for, the features' cells.
    notes
        What was repaired and left out.
    """

    geometries: list[QgsGeometry]
    columns: dict[str, list[object]]
    notes: Notes


@dataclass
class Areas:
    """The areas of a run, one for each code.

    Attributes
    ----------
    geometries
        Valid polygons in `crs`; empty where a feature had none.
    codes, names
        As text, '' where there is none.
    attributes
        The input's attributes, of the first feature of each code.
    sources
        For each area, the numbers of the features it was made from.
    fields, crs
        Of the input.
    merged
        How many features were dissolved into another of the same code.
    notes
        What was repaired and had no geometry.
    """

    geometries: list[QgsGeometry]
    codes: list[str]
    names: list[str]
    attributes: list[list[object]]
    fields: QgsFields
    crs: QgsCoordinateReferenceSystem
    merged: int = 0
    rows: list[list[list[object]]] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)

    def __len__(self) -> int:
        return len(self.geometries)

    def column(self, name: str) -> list[list[object]]:
        """Return, for each area, the cells of all features it was made from."""
        place = self.fields.lookupField(name)
        return [[fields_.value(row[place]) for row in rows] for rows in self.rows]


class _Digest:
    """SHA-256 over geometries and the cells used, in the order they were read."""

    def __init__(self) -> None:
        self._sha = hashlib.sha256()

    def add(self, wkb: bytes, cells: Sequence[object]) -> None:
        self._sha.update(wkb)
        if cells:
            self._sha.update(repr(cells).encode())

    def text(self) -> str:
        return self._sha.hexdigest()


def _features(
    source: QgsFeatureSource, request: QgsFeatureRequest, cancelled: Callable[[], bool]
) -> Iterator[QgsFeature]:
    # QGIS aborts on an invalid polygon unless told not to look; they are repaired here.
    if isinstance(source, QgsProcessingFeatureSource):
        features = source.getFeatures(request, _NO_CHECK)
    else:
        features = source.getFeatures(request)
    for number, feature in enumerate(features):
        if number % 256 == 0 and cancelled():
            raise Cancelled
        yield feature


def _request(
    source: QgsFeatureSource,
    columns: Sequence[str],
    expression: str,
    variables: QgsExpressionContext | None = None,
) -> QgsFeatureRequest:
    request = QgsFeatureRequest()
    if expression:
        request.setFilterExpression(expression)
        if variables is not None:
            request.setExpressionContext(variables)
    else:
        request.setSubsetOfAttributes(list(columns), source.fields())
    return request


def read_points(
    source: QgsFeatureSource,
    columns: Sequence[str],
    context: QgsCoordinateTransformContext,
    cancelled: Callable[[], bool] = lambda: False,
    expression: str = "",
    variables: QgsExpressionContext | None = None,
) -> Points:
    """Read points, every part of a multipoint as one, as longitude and latitude.

    A point without a usable coordinate is counted and left out, never moved.

    Parameters
    ----------
    source
        A point layer in any CRS.
    columns
        The fields wanted.
    context
        The officer's choice of datum transformations.
    cancelled
        Asked every now and then.
    expression
        A QGIS expression that features must fulfil.
    variables
        What it may refer to besides fields.
    """
    notes, digest = Notes(), _Digest()
    places = {name: source.fields().lookupField(name) for name in columns}
    x: list[float] = []
    y: list[float] = []
    names: list[str] = []
    cells: dict[str, list[object]] = {name: [] for name in columns}
    for feature in _features(source, _request(source, columns, expression, variables), cancelled):
        notes.read += 1
        geometry = feature.geometry()
        points = _points_of(geometry)
        if not points:
            notes.without_geometry += 1
            continue
        attributes = feature.attributes()
        row = [fields_.value(attributes[place]) for place in places.values()]
        digest.add(bytes(geometry.asWkb()), row)
        for px, py in points:
            x.append(px)
            y.append(py)
            names.append(str(feature.id()))
            for name, cell in zip(columns, row):
                cells[name].append(cell)
    notes.digest = digest.text()
    return _on_the_globe(np.array(x), np.array(y), cells, names, notes, source, context)


def _points_of(geometry: QgsGeometry) -> list[tuple[float, float]]:
    if geometry.isNull() or geometry.isEmpty():
        return []
    if QgsWkbTypes.isMultiType(geometry.wkbType()):
        return [(point.x(), point.y()) for point in geometry.asMultiPoint()]
    point = geometry.asPoint()
    return [(point.x(), point.y())]


def _on_the_globe(
    x: Floats,
    y: Floats,
    cells: dict[str, list[object]],
    names: list[str],
    notes: Notes,
    source: QgsFeatureSource,
    context: QgsCoordinateTransformContext,
) -> Points:
    crs = source.sourceCrs()
    fine = usable(x, y) if crs.isGeographic() else np.isfinite(x) & np.isfinite(y)
    lon, lat = np.full(len(x), np.nan), np.full(len(x), np.nan)
    transform = QgsCoordinateTransform(crs, lonlat_crs(), context)
    lon[fine], lat[fine] = transform_points(x[fine], y[fine], transform)
    fine = usable(lon, lat)
    notes.unusable = int(len(x) - fine.sum())
    keep = np.flatnonzero(fine)
    return Points(
        lon=lon[keep],
        lat=lat[keep],
        columns={name: [column[i] for i in keep] for name, column in cells.items()},
        names=[names[i] for i in keep],
        notes=notes,
    )


def read_polygons(
    source: QgsFeatureSource,
    columns: Sequence[str],
    transform: QgsCoordinateTransform,
    cancelled: Callable[[], bool] = lambda: False,
) -> Polygons:
    """Read polygons through a transform, repaired where they are invalid."""
    notes, digest = Notes(), _Digest()
    places = [source.fields().lookupField(name) for name in columns]
    geometries: list[QgsGeometry] = []
    cells: dict[str, list[object]] = {name: [] for name in columns}
    for feature in _features(source, _request(source, columns, ""), cancelled):
        notes.read += 1
        geometry = feature.geometry()
        if geometry.isEmpty():
            notes.without_geometry += 1
            continue
        attributes = feature.attributes()
        row = [fields_.value(attributes[place]) for place in places]
        digest.add(bytes(geometry.asWkb()), row)
        geometries.append(geometry)
        for name, cell in zip(columns, row):
            cells[name].append(cell)
    made = onto_map(geometries, transform, notes)
    notes.digest = digest.text()
    return Polygons(made, cells, notes)


def onto_map(
    geometries: Sequence[QgsGeometry], transform: QgsCoordinateTransform, notes: Notes
) -> list[QgsGeometry]:
    """Return flat, transformed, valid polygons; count what had to be repaired."""
    made = []
    for geometry in geometries:
        polygon = flat(geometry)
        if polygon.isEmpty():
            made.append(polygon)
            continue
        if not transform.isShortCircuited():
            # A copy: what was read is still written out as it came.
            polygon = QgsGeometry(polygon)
            polygon.transform(transform)
        polygon, mended = repaired(polygon)
        notes.repaired += mended
        made.append(polygon)
    return made


def read_areas(
    source: QgsFeatureSource,
    code_field: str,
    name_field: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> Areas:
    """Read the areas in their own CRS; those of one code become one.

    An area without a code stays its own; one without a geometry stays, empty.
    """
    notes, digest = Notes(), _Digest()
    names = source.fields()
    code_at = names.lookupField(code_field) if code_field else -1
    name_at = names.lookupField(name_field) if name_field else -1
    areas = Areas([], [], [], [], names, source.sourceCrs(), notes=notes)
    by_code: dict[str, int] = {}
    pieces: list[list[QgsGeometry]] = []
    for feature in _features(source, QgsFeatureRequest(), cancelled):
        notes.read += 1
        attributes = feature.attributes()
        geometry = feature.geometry()
        empty = geometry.isEmpty()
        notes.without_geometry += empty
        digest.add(b"" if empty else bytes(geometry.asWkb()), ())
        code = code_text(fields_.value(attributes[code_at])) if code_at >= 0 else ""
        place = by_code.get(normalised_code(code)) if code else None
        if place is None:
            place = len(pieces)
            if code:
                by_code[normalised_code(code)] = place
            pieces.append([])
            areas.codes.append(code)
            areas.names.append(
                code_text(fields_.value(attributes[name_at])) if name_at >= 0 else ""
            )
            areas.attributes.append(attributes)
            areas.rows.append([])
        else:
            areas.merged += 1
        areas.rows[place].append(attributes)
        if not empty:
            pieces[place].append(geometry)
    for parts in pieces:
        if len(parts) == 1:
            areas.geometries.append(parts[0])
        else:
            areas.geometries.append(union(repaired(flat(part))[0] for part in parts))
    notes.digest = digest.text()
    return areas
