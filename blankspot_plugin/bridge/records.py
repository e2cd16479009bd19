# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a table or of points, each kept: one without a place has none, and is still a row."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureSource,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsSpatialIndex,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ..core.errors import Cancelled
from .fields import value
from .patches import boxes_of
from .read import Notes

_POINT = QgsWkbTypes.GeometryType.PointGeometry


@dataclass
class Records:
    """Rows of a layer.

    Attributes
    ----------
    columns
        For each key asked for, the rows' cells as Python knows them, days as ``date``; None
        throughout where it has no field.
    attributes, geometries
        As they came.
    places
        Where each row stands on the map; None without a usable point.
    ids
        Feature ids.
    fields, kind, crs
        Of the layer.
    notes
        What was read.
    """

    columns: dict[str, list[object]]
    attributes: list[list[object]]
    geometries: list[QgsGeometry]
    places: list[QgsPointXY | None]
    ids: list[int]
    fields: QgsFields
    kind: QgsWkbTypes.Type
    crs: QgsCoordinateReferenceSystem
    notes: Notes

    def __len__(self) -> int:
        return len(self.ids)


def read_records(
    source: QgsFeatureSource,
    wanted: Mapping[str, str],
    onto_map: QgsCoordinateTransform | None,
    cancelled: Callable[[], bool],
) -> Records:
    """Read all rows of a table or of points.

    Parameters
    ----------
    source
        The layer.
    wanted
        Field names by key; '' for none.
    onto_map
        Where the points are wanted; None for no places.
    cancelled
        Asked every now and then.

    Raises
    ------
    Cancelled
    """
    names = source.fields()
    at = {key: names.lookupField(name) if name else -1 for key, name in wanted.items()}
    made = Records(
        {key: [] for key in wanted},
        [],
        [],
        [],
        [],
        names,
        source.wkbType(),
        source.sourceCrs(),
        Notes(),
    )
    digest = hashlib.sha256()
    features = source.getFeatures()
    try:
        for number, feature in enumerate(features):
            if number % 256 == 0 and cancelled():
                raise Cancelled
            cells = feature.attributes()
            row = {key: _plain(cells[place]) if place >= 0 else None for key, place in at.items()}
            for key, cell in row.items():
                made.columns[key].append(cell)
            geometry = feature.geometry()
            digest.update(b"" if geometry.isEmpty() else bytes(geometry.asWkb()))
            digest.update(repr(row).encode())
            made.attributes.append(cells)
            made.geometries.append(geometry)
            made.places.append(_place(geometry, onto_map))
            made.ids.append(feature.id())
    finally:
        # What was read halfway would keep the file open as long as its error is remembered.
        features.close()
    made.notes.read = len(made)
    made.notes.digest = digest.hexdigest()
    return made


def _plain(cell: object) -> object:
    if isinstance(cell, QDateTime):
        cell = cell.date()
    if isinstance(cell, QDate):
        return cell.toPyDate() if cell.isValid() else None
    return value(cell)


def _place(geometry: QgsGeometry, onto_map: QgsCoordinateTransform | None) -> QgsPointXY | None:
    """Return where a row stands; of a multipoint the first part, of anything else nothing."""
    if onto_map is None or geometry.isEmpty() or geometry.type() != _POINT:
        return None
    point = geometry.asMultiPoint()[0] if geometry.isMultipart() else geometry.asPoint()
    try:
        there = onto_map.transform(point)
    except QgsCsException:
        return None
    return there if math.isfinite(there.x()) and math.isfinite(there.y()) else None


def village_at(villages: Sequence[QgsGeometry], places: Sequence[QgsPointXY | None]) -> list[int]:
    """Return the village each place lies in, by its number, -1 for none.

    Parameters
    ----------
    villages
        Polygons on the map; of some that overlap the first holds a place.
    places
        On the same map.
    """
    index = QgsSpatialIndex()
    for number, (village, box) in enumerate(zip(villages, boxes_of(villages))):
        if not village.isEmpty():
            index.addFeature(number, QgsRectangle(*box.tolist()))
    found = []
    for place in places:
        near = [] if place is None else sorted(index.intersects(QgsRectangle(place, place)))
        point = QgsGeometry.fromPointXY(place) if near else None
        found.append(next((at for at in near if villages[at].intersects(point)), -1))
    return found
