# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas a tower sheet is held against: does a place lie in them, and how far is it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPoint,
)

from ..core import rings
from ..core.arrays import Bools, Floats, Ints
from ..core.errors import Cancelled
from .located import PointSet
from .plane import WorkingPlane, lonlat_crs, transform_points, usable

# A point on the outer edge lies in the areas: of two that share an edge one has it, but of
# the last one nobody has the eastern side.
_EDGE = 0.5
# Room in degrees around the box, before distances are measured: a degree of latitude is
# 110.6 km at least, one of longitude half of that up to 60 degrees from the equator.
_METRES_A_DEGREE = 110_000.0
_ZONES = range(46, 55)
_WEST, _EAST = 100_000.0, 900_000.0


class AreasGround:
    """Areas, as :class:`blankspot_plugin.core.ground.Ground` wants them.

    Parameters
    ----------
    villages
        Valid polygons on the plane's map.
    plane
        Where distances are measured.
    crs
        What the numbers of the input are in; None for degrees of a table.
    cancelled
        Asked every now and then.
    """

    def __init__(
        self,
        villages: list[QgsGeometry],
        plane: WorkingPlane,
        crs: QgsCoordinateReferenceSystem | None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._villages = [village for village in villages if not village.isEmpty()]
        self._plane, self._cancelled = plane, cancelled
        self.in_degrees = crs is None or crs.isGeographic()
        there = lonlat_crs() if crs is None else crs
        self._to_lonlat = QgsCoordinateTransform(there, lonlat_crs(), plane.context)
        self._onto_map = plane.onto_map(lonlat_crs())
        boxes = [village.boundingBox() for village in self._villages]
        self._boxes = np.array(
            [(b.xMinimum(), b.yMinimum(), b.xMaximum(), b.yMaximum()) for b in boxes]
        )
        self._edges = [rings.parse_wkb([bytes(v.asWkb())]) for v in self._villages]
        self.box = self._box()
        whole = QgsGeometry.collectGeometry(self._villages)
        # Kept, or the engine looks at what is gone.
        self._whole = plane.geometry_from_map(whole)
        self._engine = QgsGeometry.createGeometryEngine(self._whole.constGet())
        self._engine.prepareGeometry()

    def _box(self) -> tuple[float, float, float, float]:
        """Return the ends of the areas in degrees, from their vertices."""
        xy = np.concatenate([part.xy for part in self._edges])
        back = QgsCoordinateTransform(self._plane.map_crs, lonlat_crs(), self._plane.context)
        lon, lat = transform_points(xy[:, 0], xy[:, 1], back)
        return (
            float(np.nanmin(lon)), float(np.nanmin(lat)),
            float(np.nanmax(lon)), float(np.nanmax(lat)),
        )  # fmt: skip

    def lonlat(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return where numbers of the input lie, NaN for nowhere."""
        fine = usable(x, y) if self.in_degrees else np.isfinite(x) & np.isfinite(y)
        lon, lat = np.full(len(x), np.nan), np.full(len(x), np.nan)
        if fine.any():
            lon[fine], lat[fine] = transform_points(x[fine], y[fine], self._to_lonlat)
        off = ~usable(lon, lat)
        lon[off] = lat[off] = np.nan
        return lon, lat

    def _near(self, lon: Floats, lat: Floats, limit: float) -> Ints:
        west, south, east, north = self.box
        up = limit / _METRES_A_DEGREE + 0.01
        aside = up / max(np.cos(np.radians(max(abs(south), abs(north)) + up)), 0.05)
        near = (lon >= west - aside) & (lon <= east + aside)
        return np.flatnonzero(near & (lat >= south - up) & (lat <= north + up))

    def away(self, lon: Floats, lat: Floats, limit: float) -> Floats:
        """Return the metres to the areas: 0 in them, infinite beyond the limit."""
        metres = np.full(len(lon), np.inf)
        near = self._near(lon, lat, limit)
        held = self._held(lon[near], lat[near])
        metres[near[held]] = 0.0
        left = near[~held]
        if not len(left):
            return metres
        xy = self._plane.project(lon[left], lat[left])
        there = np.isfinite(xy).all(axis=1)
        left, xy = left[there], xy[there]
        apart = np.array([self._apart(number, *place) for number, place in enumerate(xy)])
        # The plane is conformal, and its scale the same all along such a distance.
        apart = apart / self._plane.frames(xy).k if len(xy) else apart
        apart[apart <= _EDGE] = 0.0
        metres[left] = np.where(apart <= limit, apart, np.inf)
        return metres

    def _held(self, lon: Floats, lat: Floats) -> Bools:
        held = np.zeros(len(lon), dtype=bool)
        if not len(lon):
            return held
        xy = np.stack(transform_points(lon, lat, self._onto_map), axis=1)
        box, point = PointSet(xy, classed=False).in_boxes(self._boxes)
        starts = np.searchsorted(box, np.arange(len(self._boxes) + 1))
        for index, edges in enumerate(self._edges):
            if self._cancelled():
                raise Cancelled
            those = point[starts[index] : starts[index + 1]]
            those = those[~held[those]]
            held[those[rings.inside(xy[those, 0], xy[those, 1], edges)]] = True
        return held

    def _apart(self, number: int, x: float, y: float) -> float:
        if number % 256 == 0 and self._cancelled():
            raise Cancelled
        return float(self._engine.distance(QgsPoint(x, y)))

    def projected(self, x: Floats, y: Floats) -> Iterator[tuple[Ints, Floats, Floats]]:
        """Read numbers as eastings and northings of the UTM zones of Indonesia.

        Yields
        ------
        rows, lon, lat
            Only what may lie in the areas.
        """
        could = np.flatnonzero((x >= _WEST) & (x <= _EAST) & (y >= 0) & (y <= 10_500_000))
        if not len(could):
            return
        west, south, east, north = self.box
        for zone in _ZONES:
            middle = zone * 6 - 183
            # Eastings reach 400 km to both sides: some 3.6 degrees on the equator.
            if east < middle - 4 or west > middle + 4:
                continue
            for side in (32600, 32700):
                crs = QgsCoordinateReferenceSystem(f"EPSG:{side + zone}")
                there = QgsCoordinateTransform(crs, lonlat_crs(), self._plane.context)
                lon, lat = transform_points(x[could], y[could], there)
                hit = (lon >= west - 0.1) & (lon <= east + 0.1)
                hit &= (lat >= south - 0.1) & (lat <= north + 0.1)
                yield could[hit], lon[hit], lat[hit]
