# SPDX-License-Identifier: GPL-2.0-or-later
"""What polygon stands for a disc or a sector?

A circle drawn with n chords between points on it loses area: 1.64 % at 5 segments a
quarter, QGIS's default. Here the points stand a little outside, so that the polygon has
the area of what it stands for (the equal-area radius). With delta the angle of one chord::

    n/2 R^2 sin(delta) = n/2 r^2 delta    =>    R = r sqrt(delta / sin(delta))

At 32 segments a quarter R exceeds r by 0.02 %, and the edge is nowhere more than 0.04 %
of r away from the true circle.
"""

from __future__ import annotations

import numpy as np

from .arrays import Floats

_LITTLE_ENDIAN = 1
_WKB_POLYGON = 3
_WKB_MULTIPOLYGON = 6


def equal_area_factor(delta: float) -> float:
    """Return R / r for chords of an angle of `delta` radians."""
    return float(np.sqrt(delta / np.sin(delta)))


def disc_rings(x: Floats, y: Floats, radius: Floats, segments: int) -> Floats:
    """Return the closed rings of discs.

    Parameters
    ----------
    x, y, radius : (n,) float
        Centres and radii in map metres.
    segments : int
        Chords a quarter circle.

    Returns
    -------
    (n, 4 * segments + 1, 2) float
        Counter-clockwise rings whose area is that of the disc.
    """
    count = 4 * segments
    delta = 2 * np.pi / count
    angles = delta * np.arange(count + 1)
    unit = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    unit[-1] = unit[0]
    reach = radius * equal_area_factor(delta)
    rings: Floats = reach[:, None, None] * unit[None, :, :]
    rings[:, :, 0] += x[:, None]
    rings[:, :, 1] += y[:, None]
    return rings


def sector_ring(
    apex: tuple[float, float],
    centre: tuple[float, float],
    radius: float,
    azimuth: float,
    beamwidth: float,
    segments: int,
) -> Floats:
    """Return the closed ring of a sector.

    Parameters
    ----------
    apex : float, float
        The antenna, map metres.
    centre : float, float
        The centre of the circle its edge lies on, map metres (see :mod:`.frames`).
    radius : float
        Map metres.
    azimuth : float
        Middle of the sector in radians, clockwise from grid north.
    beamwidth : float
        Opening in radians, below a full turn.
    segments : int
        Chords a quarter circle.

    Returns
    -------
    (m, 2) float
        Counter-clockwise ring whose area is that of the sector.
    """
    count = max(1, int(np.ceil(beamwidth / (np.pi / 2) * segments)))
    delta = beamwidth / count
    middle = np.pi / 2 - azimuth
    angles = middle - beamwidth / 2 + delta * np.arange(count + 1)
    reach = radius * equal_area_factor(delta)
    arc = np.stack([centre[0] + reach * np.cos(angles), centre[1] + reach * np.sin(angles)], axis=1)
    return np.concatenate([[apex], arc, [apex]])


def polygon_wkb(ring: Floats) -> bytes:
    """Return one ring, (m, 2), as the WKB of a polygon."""
    head = np.array([_WKB_POLYGON, 1, len(ring)], dtype="<u4")
    return b"\x01" + head.tobytes() + np.ascontiguousarray(ring, dtype="<f8").tobytes()


def multipolygon_wkb(rings: Floats) -> bytes:
    """Return n rings of equal length, (n, m, 2), as the WKB of one multipolygon.

    The parts may overlap: the WKB is for a union, which dissolves them.
    """
    count, points = rings.shape[:2]
    record = np.dtype(
        [("order", "u1"), ("type", "<u4"), ("rings", "<u4"), ("points", "<u4"),
         ("xy", "<f8", (points, 2))]
    )  # fmt: skip
    parts = np.empty(count, dtype=record)
    parts["order"] = _LITTLE_ENDIAN
    parts["type"] = _WKB_POLYGON
    parts["rings"] = 1
    parts["points"] = points
    parts["xy"] = rings
    head = np.array([_WKB_MULTIPOLYGON, count], dtype="<u4")
    return b"\x01" + head.tobytes() + parts.tobytes()
