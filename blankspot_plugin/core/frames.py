# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a conformal map stretch, turn and shift a small circle?

A conformal projection maps a geodesic circle of radius r around P to a circle again, up
to terms of third order: its radius is k r, and its centre lies off P' by half of
R^2 grad(ln k), with R = k r (k: the local scale at P). All is read off the images of four
points due north, east, south and west of P, so that no formula of any one projection is
needed (Snyder, "Map Projections: A Working Manual", USGS PP 1395, ch. 4, for k and the
convergence; the shift follows from |X' - c| being the same for all four).

What the scale does further away: with a complex coordinate z = east + i north on the
ground, the map is m z (1 + a z + b z^2 + ...) there, and m z (1 + b z^2) the odd part of
it, which S'N' and W'E' give. Expanded, with K the curvature of the ellipsoid and Z the
offset on the map::

    ln k = ln k(P) + grad . Z + Re((3 b - 4 a^2) / m^2 Z^2) + K / k^2 |Z|^2 / 4

::

             N'            k      = (|S'N'| + |W'E'|) / 4d
         .-""|""-.         c . n  = (|P'N'| - |P'S'|) / 2,  n along S'N'
       W'----P'----E'      c . e  = (|P'E'| - |P'W'|) / 2,  e along W'E'
         '-..|..-'         turn   = angle of S'N' from grid north
             S'
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import geodesy
from .arrays import Complexes, Floats

# Long enough that rounding in the projection (1e-9 m) does not count, short enough that
# terms of third order do not either: k comes out right to about 1e-9.
RIM = 2000.0
_AZIMUTHS = np.array([0.0, 90.0, 180.0, 270.0])


@dataclass(frozen=True)
class Frames:
    """The local frame of a conformal projection at n points.

    Attributes
    ----------
    k : (n,) float
        Map metres a ground metre.
    shift : (n, 2) float
        How far, in map metres, the centre of a circle of 1 m moves; times r^2 for r.
    turn : (n,) float
        Angle in radians, counter-clockwise, from grid north to true north.
    curvature : (n,) float
        Gaussian curvature of the ellipsoid, 1/m2.
    twist : (n,) complex
        (3 b - 4 a^2) / m^2, 1/map m2: how the second derivative of ln k depends on the
        direction; zero at the centre of a stereographic map.
    skew : float
        How far the map is from conformal at worst: largest relative difference between
        the scales along the meridian and the parallel.
    """

    k: Floats
    shift: Floats
    turn: Floats
    curvature: Floats
    twist: Complexes
    skew: float

    @property
    def gradient(self) -> Floats:
        """The gradient of ln k in 1/map metre, (n, 2).

        In map metres a circle of map radius R moves by R^2 grad(ln k) / 2.
        """
        gradient: Floats = 2 * self.shift / self.k[:, None] ** 2
        return gradient


def rim(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Return the four points around each of n points, (n, 4) longitudes and latitudes."""
    return geodesy.direct(lon[:, None], lat[:, None], _AZIMUTHS[None, :], RIM)


def frames(centre: Floats, rim_images: Floats, lat: Floats) -> Frames:
    """Read the frames off the images of the rim points.

    Parameters
    ----------
    centre : (n, 2) float
        Images of the points, map metres.
    rim_images : (n, 4, 2) float
        Images of what :func:`rim` returned, map metres.
    lat : (n,) float
        Latitudes of the points, degrees.
    """
    arms = rim_images - centre[:, None, :]
    meridian = arms[:, 0] - arms[:, 2]
    parallel = arms[:, 1] - arms[:, 3]
    along = np.hypot(meridian[:, 0], meridian[:, 1])
    across = np.hypot(parallel[:, 0], parallel[:, 1])
    k = (along + across) / (4 * RIM)
    lengths = np.hypot(arms[:, :, 0], arms[:, :, 1])
    north = (lengths[:, 0] - lengths[:, 2]) / 2
    east = (lengths[:, 1] - lengths[:, 3]) / 2
    pole, side = (arm[:, 0] + 1j * arm[:, 1] for arm in (meridian, parallel))
    m, odd = (side - 1j * pole) / (4 * RIM), (side + 1j * pole) / (4 * RIM**3)
    shift = north[:, None] * meridian / along[:, None] + east[:, None] * parallel / across[:, None]
    # grad(ln k) as a complex number is the conjugate of 2 a / m.
    a_by_m = (shift[:, 0] - 1j * shift[:, 1]) / (RIM * k) ** 2
    skew = float(np.max(np.abs(along / across - 1))) if len(k) else 0.0
    return Frames(
        k=k,
        shift=shift / RIM**2,
        turn=np.arctan2(-meridian[:, 0], meridian[:, 1]),
        curvature=geodesy.gaussian_curvature(lat),
        twist=3 * odd / m**3 - 4 * a_by_m**2,
        skew=skew,
    )
