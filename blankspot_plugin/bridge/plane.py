# SPDX-License-Identifier: GPL-2.0-or-later
"""Two spaces: the map a layer is drawn in, and a plane where circles are circles.

Overlays are done on the map, in the CRS of the areas as they came: there their shared edges
are the same to the last digit, and results need no way back. Discs are drawn, and areas
measured, in the plane: a conformal projection, in which a circle on the ground stays a
circle (:mod:`blankspot_plugin.core.frames`). Where the map's own CRS is such a projection
(UTM, TM-3, ...) both are one. Else the plane is an oblique stereographic projection centred
on the data.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
)

from ..core import frames as frames_
from ..core.arrays import Bools, Floats
from ..core.frames import Frames
from ..core.rings import Rings, first, geodesic_excess, ground_areas, ring_sums

# Scales along meridian and parallel that differ by more than this are no conformal map's.
_MAX_SKEW = 2e-6
_GOOD_SCALE = (0.99, 1.01)

if Qgis.QGIS_VERSION_INT >= 32200:
    _REVERSE = Qgis.TransformDirection.Reverse
else:
    _REVERSE = QgsCoordinateTransform.ReverseTransform


def lonlat_crs() -> QgsCoordinateReferenceSystem:
    """Return WGS 84 longitude and latitude, the common ground of all inputs."""
    return QgsCoordinateReferenceSystem("EPSG:4326")


def transform_points(
    x: Floats, y: Floats, transform: QgsCoordinateTransform, reverse: bool = False
) -> tuple[Floats, Floats]:
    """Transform points; those that can't be come back as NaN.

    Parameters
    ----------
    x, y : (n,) float
        In the source CRS of the transform (in the destination's, if reverse).
    transform
        Any transform.
    reverse
        Whether to go backwards.

    Returns
    -------
    x, y : (n,) float
    """
    if len(x) < 2 or transform.isShortCircuited():
        return _one_by_one(x, y, transform, reverse)
    head = np.array([2, len(x)], dtype="<u4")
    line = QgsGeometry()
    line.fromWkb(b"\x01" + head.tobytes() + np.stack([x, y], axis=1).astype("<f8").tobytes())
    try:
        if reverse:
            line.transform(transform, _REVERSE)
        else:
            line.transform(transform)
    except QgsCsException:
        return _one_by_one(x, y, transform, reverse)
    xy = np.frombuffer(bytes(line.asWkb()), dtype="<f8", offset=9).reshape(-1, 2)
    return xy[:, 0].copy(), xy[:, 1].copy()


def _one_by_one(
    x: Floats, y: Floats, transform: QgsCoordinateTransform, reverse: bool
) -> tuple[Floats, Floats]:
    if transform.isShortCircuited():
        return np.array(x, dtype=float), np.array(y, dtype=float)
    out = np.full((len(x), 2), np.nan)
    for index in range(len(x)):
        try:
            if reverse:
                point = transform.transform(float(x[index]), float(y[index]), _REVERSE)
            else:
                point = transform.transform(float(x[index]), float(y[index]))
        except QgsCsException:
            continue
        out[index] = point.x(), point.y()
    return out[:, 0], out[:, 1]


class WorkingPlane:
    """A conformal projection, with its ways to the map and to longitude and latitude.

    Parameters
    ----------
    crs
        The projection.
    map_crs
        The CRS of the map.
    context
        The officer's choice of datum transformations.
    """

    def __init__(
        self,
        crs: QgsCoordinateReferenceSystem,
        map_crs: QgsCoordinateReferenceSystem,
        context: QgsCoordinateTransformContext,
    ) -> None:
        self.crs = crs
        self.map_crs = map_crs
        self.context = context
        self._from_lonlat = QgsCoordinateTransform(lonlat_crs(), crs, context)
        self._from_map = QgsCoordinateTransform(map_crs, crs, context)

    @property
    def is_map(self) -> bool:
        """Whether plane and map are one."""
        return bool(self._from_map.isShortCircuited())

    def onto_map(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        """Return the transform from another CRS onto the map."""
        return QgsCoordinateTransform(crs, self.map_crs, self.context)

    def to_map(self, xy: Floats) -> Floats:
        """Return points of the plane, (n, 2), on the map."""
        if self.is_map:
            return xy
        # A copy: QGIS's transforms may not be shared between threads.
        there = QgsCoordinateTransform(self._from_map)
        return np.stack(transform_points(xy[:, 0], xy[:, 1], there, reverse=True), axis=1)

    def from_map(self, xy: Floats) -> Floats:
        """Return points of the map, (n, 2), in the plane."""
        if self.is_map:
            return xy
        there = QgsCoordinateTransform(self._from_map)
        return np.stack(transform_points(xy[:, 0], xy[:, 1], there), axis=1)

    def geometry_from_map(self, geometry: QgsGeometry) -> QgsGeometry:
        """Return a geometry of the map in the plane."""
        moved = QgsGeometry(geometry)
        if not self.is_map:
            moved.transform(QgsCoordinateTransform(self._from_map))
        return moved

    def project(self, lon: Floats, lat: Floats) -> Floats:
        """Return the images, (n, 2) map metres, of points in degrees."""
        return np.stack(transform_points(lon, lat, self._from_lonlat), axis=1)

    def unproject(self, xy: Floats) -> tuple[Floats, Floats]:
        """Return longitudes and latitudes of points of the plane, (n, 2)."""
        back = QgsCoordinateTransform(self._from_lonlat)
        return transform_points(xy[:, 0], xy[:, 1], back, reverse=True)

    def frames(self, xy: Floats) -> Frames:
        """Return the local frames at points of the plane, (n, 2)."""
        lon, lat = self.unproject(xy)
        rim_lon, rim_lat = frames_.rim(lon, lat)
        forward = QgsCoordinateTransform(self._from_lonlat)
        x, y = transform_points(rim_lon.ravel(), rim_lat.ravel(), forward)
        return frames_.frames(xy, np.stack([x, y], axis=1).reshape(-1, 4, 2), lat)

    def areas(self, rings: Rings) -> Floats:
        """Return the ellipsoidal areas in m2 of geometries of the map."""
        return self.areas_and_geodesic(rings, 0)[0]

    def areas_and_geodesic(self, rings: Rings, count: int) -> tuple[Floats, Floats]:
        """Return the same, and the areas of the first few with geodesics for edges."""
        flat = replace(rings, xy=self.from_map(rings.xy)) if len(rings.xy) else rings
        sums = ring_sums(flat)
        frames = self.frames(sums.centroid)
        areas = ground_areas(flat, sums, frames, geodesic_edges=False)
        return areas, areas[:count] + geodesic_excess(first(flat, count), sums, frames)

    def boxes_from_map(self, boxes: Floats) -> Floats:
        """Return boxes in the plane that hold boxes of the map, (m, 4), with a little room."""
        if self.is_map or not len(boxes):
            return boxes
        across = np.linspace(0.0, 1.0, 9)
        x = boxes[:, 0:1] + across * (boxes[:, 2:3] - boxes[:, 0:1])
        y = boxes[:, 1:2] + across * (boxes[:, 3:4] - boxes[:, 1:2])
        edges = [(x, y[:, :1]), (x, y[:, -1:]), (x[:, :1], y), (x[:, -1:], y)]
        outline = np.stack(
            [
                np.stack([np.broadcast_to(part, x.shape) for part in edge], axis=-1)
                for edge in edges
            ],
            axis=1,
        )
        moved = self.from_map(outline.reshape(-1, 2)).reshape(len(boxes), -1, 2)
        low, high = moved.min(axis=1), moved.max(axis=1)
        # Between two of the points an edge bulges by less than this.
        room = 1.0 + 0.002 * (high - low)
        return np.concatenate([low - room, high + room], axis=1)

    def map_units_squared(self, xy: Floats) -> float:
        """Return the map area of one m2 on the ground near a point of the map, (2,)."""
        side = 10.0
        corner = self.from_map(np.array([xy, xy]))[0]
        right, up = corner + (side, 0.0), corner + (0.0, side)
        here, east, north = self.to_map(np.array([corner, right, up]))
        one, two = east - here, north - here
        return float(abs(one[0] * two[1] - one[1] * two[0])) / side**2


def usable(lon: Floats, lat: Floats) -> Bools:
    """Tell which points lie on the globe at all."""
    fine: Bools = (
        np.isfinite(lon) & np.isfinite(lat) & (np.abs(lon) <= 180.0) & (np.abs(lat) < 90.0)
    )
    return fine


def working_plane(
    lon: Floats,
    lat: Floats,
    map_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> WorkingPlane:
    """Choose the plane for a map.

    Parameters
    ----------
    lon, lat : (n,) float
        Where the data lie, degrees (a grid over their extent will do).
    map_crs
        The CRS of the map, itself the plane where it is conformal and true to scale there.
    context
        The officer's choice of datum transformations.
    """
    west, east = float(np.min(lon)), float(np.max(lon))
    south, north = float(np.min(lat)), float(np.max(lat))
    if not map_crs.isGeographic():
        plane = WorkingPlane(map_crs, map_crs, context)
        grid = np.meshgrid(np.linspace(west, east, 5), np.linspace(south, north, 5))
        xy = plane.project(grid[0].ravel(), grid[1].ravel())
        if np.isfinite(xy).all():
            seen = plane.frames(xy)
            low, high = _GOOD_SCALE
            if seen.skew < _MAX_SKEW and low < seen.k.min() and seen.k.max() < high:
                return plane
    definition = (
        f"+proj=sterea +lat_0={(south + north) / 2:.4f} +lon_0={(west + east) / 2:.4f}"
        " +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m +no_defs +type=crs"
    )
    return WorkingPlane(QgsCoordinateReferenceSystem.fromProj(definition), map_crs, context)
