# SPDX-License-Identifier: GPL-2.0-or-later
"""The plane the work is done in: a conformal projection, good where the data lie.

In a conformal projection a circle on the ground stays a circle, so that discs can be drawn
and measured in the plane (:mod:`blankspot_plugin.core.frames`). The areas' own CRS serves
where it is such a projection (UTM, TM-3, ...): then no village has to be transformed there
and back. Else it is an oblique stereographic projection centred on the data.
"""

from __future__ import annotations

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
from ..core.rings import Rings, ground_areas, ring_sums

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
    """A conformal projection with its way to longitude and latitude.

    Parameters
    ----------
    crs
        The projection.
    context
        The officer's choice of datum transformations.
    """

    def __init__(
        self, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
    ) -> None:
        self.crs = crs
        self.context = context
        self._from_lonlat = QgsCoordinateTransform(lonlat_crs(), crs, context)

    def transform_from(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        """Return the transform from another CRS into the plane."""
        return QgsCoordinateTransform(crs, self.crs, self.context)

    def transform_to(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        """Return the transform from the plane into another CRS."""
        return QgsCoordinateTransform(self.crs, crs, self.context)

    def project(self, lon: Floats, lat: Floats) -> Floats:
        """Return the images, (n, 2) map metres, of points in degrees."""
        return np.stack(transform_points(lon, lat, self._from_lonlat), axis=1)

    def unproject(self, xy: Floats) -> tuple[Floats, Floats]:
        """Return longitudes and latitudes of points of the plane, (n, 2)."""
        # A copy: QGIS's transforms may not be shared between threads.
        back = QgsCoordinateTransform(self._from_lonlat)
        return transform_points(xy[:, 0], xy[:, 1], back, reverse=True)

    def frames(self, xy: Floats) -> Frames:
        """Return the local frames at points of the plane, (n, 2)."""
        lon, lat = self.unproject(xy)
        rim_lon, rim_lat = frames_.rim(lon, lat)
        forward = QgsCoordinateTransform(self._from_lonlat)
        x, y = transform_points(rim_lon.ravel(), rim_lat.ravel(), forward)
        return frames_.frames(xy, np.stack([x, y], axis=1).reshape(-1, 4, 2), lat)

    def areas(self, rings: Rings, geodesic_edges: bool = False) -> Floats:
        """Return the ellipsoidal areas in m2 of geometries of the plane."""
        sums = ring_sums(rings)
        return ground_areas(rings, sums, self.frames(sums.centroid), geodesic_edges)


def usable(lon: Floats, lat: Floats) -> Bools:
    """Tell which points lie on the globe at all."""
    fine: Bools = (
        np.isfinite(lon) & np.isfinite(lat) & (np.abs(lon) <= 180.0) & (np.abs(lat) < 90.0)
    )
    return fine


def working_plane(
    lon: Floats,
    lat: Floats,
    preferred: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> WorkingPlane:
    """Choose the plane for data.

    Parameters
    ----------
    lon, lat : (n,) float
        Where the data lie, degrees (the corners of their extent will do).
    preferred
        The CRS the areas come in, taken where it is conformal and true to scale there.
    context
        The officer's choice of datum transformations.
    """
    west, east = float(np.min(lon)), float(np.max(lon))
    south, north = float(np.min(lat)), float(np.max(lat))
    if preferred.isValid() and not preferred.isGeographic():
        plane = WorkingPlane(preferred, context)
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
    return WorkingPlane(QgsCoordinateReferenceSystem.fromProj(definition), context)
