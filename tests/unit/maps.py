# SPDX-License-Identifier: GPL-2.0-or-later
"""Closed-form maps of the WGS 84 ellipsoid, and polygons on them, to test against.

Formulas: Snyder, "Map Projections: A Working Manual", USGS PP 1395: Mercator (7-6 to 7-8),
oblique stereographic (21-24 to 21-27 and their inverses), conformal latitude (3-1, 3-4), area of
a zone of the ellipsoid (3-12).
"""

from __future__ import annotations

import struct

import numpy as np
import pytest

A = 6378137.0
F = 1 / 298.257223563
E = np.sqrt(F * (2 - F))


def _isometric(lat):
    sin = np.sin(np.radians(lat))
    return np.arctanh(sin) - E * np.arctanh(E * sin)


def _latitude(isometric):
    sin = np.tanh(isometric)
    for _ in range(12):
        sin = np.tanh(isometric + E * np.arctanh(E * sin))
    return np.degrees(np.arcsin(sin))


def _parallel(lat):
    """Radius of a parallel over the equator's."""
    return np.cos(np.radians(lat)) / np.sqrt(1 - (E * np.sin(np.radians(lat))) ** 2)


class Mercator:
    """True to scale at one latitude, far from it strongly stretched: a hard case."""

    def __init__(self, true_lat=0.0):
        self.unit = A * _parallel(true_lat)

    def forward(self, lon, lat):
        lon, lat = np.broadcast_arrays(lon, lat)
        return np.stack([self.unit * np.radians(lon), self.unit * _isometric(lat)], axis=-1)

    def inverse(self, xy):
        return np.degrees(xy[..., 0] / self.unit), _latitude(xy[..., 1] / self.unit)

    def scale(self, lon, lat):
        return self.unit / (A * _parallel(lat)) + 0 * lon


class Stereographic:
    """Oblique, true to scale at its centre."""

    def __init__(self, lon0, lat0):
        self.lon0 = lon0
        self.chi0 = np.arcsin(np.tanh(_isometric(lat0)))
        self.unit = 2 * A * _parallel(lat0) / np.cos(self.chi0)

    def _sphere(self, lon, lat):
        chi = np.arcsin(np.tanh(_isometric(lat)))
        turn = np.radians(lon - self.lon0)
        toward = np.sin(self.chi0) * np.sin(chi) + np.cos(self.chi0) * np.cos(chi) * np.cos(turn)
        return chi, turn, self.unit / (1 + toward)

    def forward(self, lon, lat):
        chi, turn, reach = self._sphere(lon, lat)
        x = np.cos(chi) * np.sin(turn)
        y = np.cos(self.chi0) * np.sin(chi) - np.sin(self.chi0) * np.cos(chi) * np.cos(turn)
        return np.stack([reach * x, reach * y], axis=-1)

    def inverse(self, xy):
        x, y = xy[..., 0], xy[..., 1]
        rho = np.hypot(x, y)
        c = 2 * np.arctan(rho / self.unit)
        ratio = np.where(rho > 0, np.sin(c) / np.where(rho > 0, rho, 1.0), 0.0)
        chi = np.arcsin(np.cos(c) * np.sin(self.chi0) + y * ratio * np.cos(self.chi0))
        cos = np.cos(self.chi0) * np.cos(c) - y * ratio * np.sin(self.chi0)
        return self.lon0 + np.degrees(np.arctan2(x * ratio, cos)), _latitude(
            np.arctanh(np.sin(chi))
        )

    def scale(self, lon, lat):
        chi, _, reach = self._sphere(lon, lat)
        return reach * np.cos(chi) / (A * _parallel(lat))


class TransverseMercator:
    """A UTM zone, by PROJ."""

    def __init__(self, lon0):
        pyproj = pytest.importorskip("pyproj")
        self.proj = pyproj.Proj(f"+proj=tmerc +lon_0={lon0} +k=0.9996 +ellps=WGS84")

    def forward(self, lon, lat):
        lon, lat = np.broadcast_arrays(lon, lat)
        return np.stack(self.proj(lon, lat), axis=-1)

    def inverse(self, xy):
        lon, lat = self.proj(xy[..., 0], xy[..., 1], inverse=True)
        return np.asarray(lon), np.asarray(lat)

    def scale(self, lon, lat):
        return self.proj.get_factors(lon, lat).meridional_scale


def zone_area(lat1, lat2, degrees):
    """Area in m2 between two parallels, over so many degrees of longitude."""

    def from_equator(lat):
        sin = np.sin(np.radians(lat))
        return sin / (1 - (E * sin) ** 2) + np.arctanh(E * sin) / E

    return A**2 * (1 - E**2) / 2 * (from_equator(lat2) - from_equator(lat1)) * np.radians(degrees)


def karney_area(lon, lat):
    """Area in m2 of a polygon whose edges are geodesics."""
    pyproj = pytest.importorskip("pyproj")
    return abs(pyproj.Geod(a=A, f=F).polygon_area_perimeter(lon, lat)[0])


def closed(ring):
    ring = np.asarray(ring, dtype=float)
    return np.concatenate([ring, ring[:1]])


def wkb_polygon(*rings):
    """WKB of a polygon from its rings, open or closed lists of points."""
    data = struct.pack("<BII", 1, 3, len(rings))
    for ring in rings:
        points = [tuple(point) for point in ring]
        if points[0] != points[-1]:
            points.append(points[0])
        data += struct.pack("<I", len(points))
        for x, y in points:
            data += struct.pack("<dd", x, y)
    return data


def wkb_collection(kind, *parts):
    """WKB of a multi-geometry (4 to 6) or a collection (7)."""
    return struct.pack("<BII", 1, kind, len(parts)) + b"".join(parts)
