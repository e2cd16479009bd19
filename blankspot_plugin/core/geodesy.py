# SPDX-License-Identifier: GPL-2.0-or-later
"""How far, and in which direction, on the WGS 84 ellipsoid?

T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid with application
of nested equations", Survey Review 23 (176), 1975: right to a tenth of a millimetre for
the distances used here (below a quarter of the globe). Angles are in degrees, distances
in metres; all arguments broadcast.
"""

from __future__ import annotations

import numpy as np

from .arrays import Floats

A = 6378137.0
F = 1 / 298.257223563
B = A * (1 - F)
E2 = F * (2 - F)


def _series(u2: Floats) -> tuple[Floats, Floats]:
    big_a: Floats = 1.0 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    big_b: Floats = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    return big_a, big_b


def _delta_sigma(big_b: Floats, sin_s: Floats, cos_s: Floats, cos_2m: Floats) -> Floats:
    inner = cos_s * (2 * cos_2m**2 - 1) - big_b / 6 * cos_2m * (4 * sin_s**2 - 3) * (
        4 * cos_2m**2 - 3
    )
    delta: Floats = big_b * sin_s * (cos_2m + big_b / 4 * inner)
    return delta


def direct(
    lon: Floats, lat: Floats, azimuth: Floats | float, distance: Floats | float
) -> tuple[Floats, Floats]:
    """Return the points reached from others.

    Parameters
    ----------
    lon, lat : float, degrees
        Where to start.
    azimuth : float, degrees
        Direction, clockwise from true north.
    distance : float, metres
        How far along the geodesic.

    Returns
    -------
    lon, lat : float, degrees
    """
    alpha = np.radians(azimuth)
    sin_a, cos_a = np.sin(alpha), np.cos(alpha)
    tan_u = (1 - F) * np.tan(np.radians(lat))
    cos_u = 1 / np.sqrt(1 + tan_u**2)
    sin_u = tan_u * cos_u
    sigma1 = np.arctan2(tan_u, cos_a)
    sin_alpha = cos_u * sin_a
    cos2_alpha = 1 - sin_alpha**2
    big_a, big_b = _series(cos2_alpha * (A**2 - B**2) / B**2)
    start = np.asarray(distance, dtype=float) / (B * big_a)
    sigma = start
    # The correction shrinks by e^2 a turn; at these distances four turns reach rounding.
    for _ in range(6):
        cos_2m = np.cos(2 * sigma1 + sigma)
        sigma = start + _delta_sigma(big_b, np.sin(sigma), np.cos(sigma), cos_2m)
    sin_s, cos_s, cos_2m = np.sin(sigma), np.cos(sigma), np.cos(2 * sigma1 + sigma)
    lat2 = np.arctan2(
        sin_u * cos_s + cos_u * sin_s * cos_a,
        (1 - F) * np.hypot(sin_alpha, sin_u * sin_s - cos_u * cos_s * cos_a),
    )
    lam = np.arctan2(sin_s * sin_a, cos_u * cos_s - sin_u * sin_s * cos_a)
    c = F / 16 * cos2_alpha * (4 + F * (4 - 3 * cos2_alpha))
    turn = sigma + c * sin_s * (cos_2m + c * cos_s * (2 * cos_2m**2 - 1))
    return lon + np.degrees(lam - (1 - c) * F * sin_alpha * turn), np.degrees(lat2)


def distance(lon1: Floats, lat1: Floats, lon2: Floats, lat2: Floats) -> Floats:
    """Return geodesic distances in metres between points given in degrees."""
    u1 = np.arctan((1 - F) * np.tan(np.radians(lat1)))
    u2 = np.arctan((1 - F) * np.tan(np.radians(lat2)))
    span = np.radians(np.asarray(lon2) - np.asarray(lon1))
    sin1, cos1, sin2, cos2 = np.sin(u1), np.cos(u1), np.sin(u2), np.cos(u2)
    lam = span
    for _ in range(12):
        sin_l, cos_l = np.sin(lam), np.cos(lam)
        sin_s = np.hypot(cos2 * sin_l, cos1 * sin2 - sin1 * cos2 * cos_l)
        cos_s = sin1 * sin2 + cos1 * cos2 * cos_l
        sigma = np.arctan2(sin_s, cos_s)
        safe = np.where(sin_s == 0, 1.0, sin_s)
        sin_alpha = cos1 * cos2 * sin_l / safe
        cos2_alpha = 1 - sin_alpha**2
        # Along the equator cos2_alpha is zero and the term it divides vanishes.
        nonzero = np.where(cos2_alpha < 1e-15, 1.0, cos2_alpha)
        cos_2m = np.where(cos2_alpha < 1e-15, 0.0, cos_s - 2 * sin1 * sin2 / nonzero)
        c = F / 16 * cos2_alpha * (4 + F * (4 - 3 * cos2_alpha))
        turn = sigma + c * sin_s * (cos_2m + c * cos_s * (2 * cos_2m**2 - 1))
        lam = span + (1 - c) * F * sin_alpha * turn
    big_a, big_b = _series(cos2_alpha * (A**2 - B**2) / B**2)
    metres: Floats = B * big_a * (sigma - _delta_sigma(big_b, sin_s, cos_s, cos_2m))
    return metres


def gaussian_curvature(lat: Floats) -> Floats:
    """Return the ellipsoid's Gaussian curvature 1/(M N) in 1/m2 at latitudes in degrees."""
    w2 = 1 - E2 * np.sin(np.radians(lat)) ** 2
    curvature: Floats = w2**2 / (A**2 * (1 - E2))
    return curvature
