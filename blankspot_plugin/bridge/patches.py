# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons with their boxes, cut to smaller and smaller parts of the map."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsRectangle

from ..core.arrays import Floats, Ints
from .polygons import polygon_parts, within

# A polygon with fewer vertices is not worth clipping before an overlay.
_SMALL = 500


class Patches:
    """Polygons of the map, found by box.

    Parameters
    ----------
    polygons
        Valid; empty ones are passed over.
    """

    def __init__(self, polygons: Sequence[QgsGeometry]) -> None:
        self._polygons = [polygon for polygon in polygons if not polygon.isEmpty()]
        self._boxes = boxes_of(self._polygons)

    def __len__(self) -> int:
        return len(self._polygons)

    def near(self, box: Floats) -> list[QgsGeometry]:
        """Return the polygons whose box meets a box: xmin, ymin, xmax, ymax."""
        return [self._polygons[place] for place in self._meeting(box)]

    def _meeting(self, box: Floats) -> Ints:
        if not self._polygons:
            return np.empty(0, dtype=np.int64)
        meets = (self._boxes[:, :2] <= box[2:]) & (self._boxes[:, 2:] >= box[:2])
        return np.flatnonzero(meets[:, 0] & meets[:, 1])

    def cut(self, box: Floats) -> Patches:
        """Return what of the polygons lies in or about a box; large ones are cut to it."""
        rectangle = QgsRectangle(*box.tolist())
        places = self._meeting(box)
        held = (self._boxes[places, :2] >= box[:2]) & (self._boxes[places, 2:] <= box[2:])
        made = []
        for place, whole in zip(places.tolist(), held.all(axis=1).tolist()):
            polygon = self._polygons[place]
            if whole or polygon.constGet().nCoordinates() <= _SMALL:
                made.append(polygon)
            else:
                made.append(_clipped(polygon, rectangle))
        return Patches(made)


def boxes_of(polygons: Sequence[QgsGeometry]) -> Floats:
    """Return the boxes of geometries, (n, 4): xmin, ymin, xmax, ymax."""
    boxes = (polygon.boundingBox() for polygon in polygons)
    rows = [(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) for box in boxes]
    return np.array(rows, dtype=float).reshape(-1, 4)


def _clipped(polygon: QgsGeometry, rectangle: QgsRectangle) -> QgsGeometry:
    part = polygon_parts(polygon.clipped(rectangle))
    if part.isNull() or not part.isGeosValid():
        # Clipping is fast but may leave a ring that touches itself; intersection may not.
        part = within(polygon, QgsGeometry.fromRect(rectangle))
    return part
