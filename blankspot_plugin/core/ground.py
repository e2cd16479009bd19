# SPDX-License-Identifier: GPL-2.0-or-later
"""What a place is held against: does it lie in the areas, and how far is it?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import numpy as np

from . import geodesy
from .arrays import Bools, Floats, Ints

Box = tuple[float, float, float, float]

# Where a tower of Indonesia can stand: land, and the sea around it to half a degree or more.
# Western and eastern end, southern and northern end, degrees; bands, since one box would hold
# Java's mirror image in the South China Sea.
_INDONESIA = (
    (94.0, 98.0, -0.5, 6.6),
    (98.0, 100.0, -4.0, 5.5),
    (100.0, 102.5, -6.5, 3.2),
    (102.5, 105.0, -7.0, 2.5),
    (105.0, 109.5, -9.0, 5.3),
    (109.5, 114.5, -9.4, 3.5),
    (114.5, 119.0, -9.6, 5.0),
    (119.0, 122.0, -11.3, 2.0),
    (122.0, 125.0, -11.6, 2.5),
    (125.0, 129.0, -10.0, 6.2),
    (129.0, 131.0, -9.0, 2.5),
    (131.0, 142.0, -9.8, 1.6),
)
INDONESIA: Box = (94.0, -12.0, 142.0, 8.0)


class Ground(Protocol):
    """What the rows are held against; longitudes and latitudes are degrees, WGS 84.

    Attributes
    ----------
    box
        West, south, east and north end of the areas, degrees.
    in_degrees
        Whether the numbers given are degrees, and not metres of some projection.
    """

    box: Box
    in_degrees: bool

    def lonlat(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return where numbers of the input lie, NaN for nowhere."""

    def away(self, lon: Floats, lat: Floats, limit: float) -> Floats:
        """Return the metres to the areas: 0 in them, infinite beyond the limit."""

    def projected(self, x: Floats, y: Floats) -> Iterable[tuple[Ints, Floats, Floats]]:
        """Return rows read as eastings and northings of some zone, with where they lie."""


def in_indonesia(lon: Floats, lat: Floats) -> Bools:
    """Tell which places may be one of Indonesia's, on land or beside it.

    Parameters
    ----------
    lon, lat : (n,) float
        Degrees; NaN is no place.
    """
    may = np.zeros(len(lon), dtype=bool)
    for west, east, south, north in _INDONESIA:
        may |= (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    return may


def like_metres(x: Floats, y: Floats) -> Bools:
    """Tell which numbers may be an easting and a northing of a zone, in either order."""
    small, large = np.minimum(x, y), np.maximum(x, y)
    east = (small >= 1e5) & (small <= 9e5) | (large >= 1e5) & (large <= 9e5)
    return east & (small >= 1e3) & (large <= 1.05e7)


def metres_from_box(lon: Floats, lat: Floats, box: Box) -> Floats:
    """Return the metres to the box of the areas, never more than to the areas themselves.

    Parameters
    ----------
    lon, lat : (n,) float
        Degrees; NaN is infinitely far.
    box
        West, south, east and north end, degrees.
    """
    west, south, east, north = box
    away = np.full(len(lon), np.inf)
    x, y = np.clip(lon, west, east), np.clip(lat, south, north)
    # Vincenty's series fails only on the far side of the globe, which is far enough.
    close = (np.abs(lon - x) < 90) & (np.abs(lat - y) < 90)
    away[close] = geodesy.distance(lon[close], lat[close], x[close], y[close])
    return away
