# SPDX-License-Identifier: GPL-2.0-or-later
"""In which village does each point lie, and in which class, going by layers already written?

``located`` answers the same during a run, from exact discs. Here the coverage or the gaps are
polygons of a file, whose arcs are chords: a point within some metres of an edge may differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSource,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsSpatialIndex,
)

from ..core.errors import Cancelled
from ..core.headline import BLANK, COVERED, WEAK
from .read import Points, read_polygons

_TIMES = 64


class Polygons:
    """Prepared polygons that can be asked which of them hold a point."""

    def __init__(self, geometries: Sequence[QgsGeometry]) -> None:
        self._geometries = list(geometries)
        self._engines: dict[int, object] = {}
        self._index = QgsSpatialIndex()
        for at, geometry in enumerate(self._geometries):
            feature = QgsFeature(at)
            feature.setGeometry(geometry)
            self._index.addFeature(feature)

    def holding(self, point: QgsPointXY) -> list[int]:
        """Return the places of the polygons a point lies in, or on the edge of."""
        shape = QgsGeometry.fromPointXY(point)
        near = self._index.intersects(QgsRectangle(point, point))
        return sorted(at for at in near if self._engine(at).intersects(shape.constGet()))

    def _engine(self, at: int) -> object:
        if at not in self._engines:
            made = QgsGeometry.createGeometryEngine(self._geometries[at].constGet())
            made.prepareGeometry()
            self._engines[at] = made
        return self._engines[at]


class Ground:
    """The classes of the ground, from the layer COVERAGE or the layer GAPS of a run.

    Parameters
    ----------
    source
        Polygons with the field ``class``; those of a tier other than cellular don't count.
    crs
        Of the map.
    otherwise
        The class where there is no polygon: blank beside coverage, covered beside gaps.
    """

    def __init__(
        self,
        source: QgsFeatureSource,
        crs: QgsCoordinateReferenceSystem,
        context: QgsCoordinateTransformContext,
        otherwise: str,
        cancelled: Callable[[], bool],
    ) -> None:
        names = source.fields().names()
        columns = [name for name in ("class", "tier") if name in names]
        onto = QgsCoordinateTransform(source.sourceCrs(), crs, context)
        read = read_polygons(source, columns, onto, cancelled)
        tiers = read.columns.get("tier", [None] * len(read.geometries))
        kept = [at for at, tier in enumerate(tiers) if tier in (None, "", "cellular")]
        self._classes = [str(read.columns["class"][at]) for at in kept]
        self._polygons = Polygons([read.geometries[at] for at in kept])
        self._otherwise = otherwise
        # Where coverage overlaps, the better counts; gaps do not overlap.
        self._order = (COVERED, WEAK, BLANK)

    def class_at(self, point: QgsPointXY) -> str:
        """Return the class of the ground under a point."""
        found = {self._classes[at] for at in self._polygons.holding(point)}
        return next((one for one in self._order if one in found), self._otherwise)


def standing(
    points: Points,
    villages: Sequence[QgsGeometry],
    ground: Ground,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    cancelled: Callable[[], bool],
) -> list[tuple[int, str]]:
    """Return the village of each point, -1 for none, and its class.

    Parameters
    ----------
    points
        In longitude and latitude.
    villages
        On the map.
    crs
        Of the map.
    """
    onto = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, context)
    shapes, found = Polygons(villages), []
    for at, (lon, lat) in enumerate(zip(points.lon, points.lat)):
        if at % _TIMES == 0 and cancelled():
            raise Cancelled
        place = onto.transform(QgsPointXY(float(lon), float(lat)))
        within = shapes.holding(place)
        found.append((within[0], ground.class_at(place)) if within else (-1, ""))
    return found
