# SPDX-License-Identifier: GPL-2.0-or-later
"""What a place is held against: does it lie in the areas, and how far is it?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import numpy as np

from . import geodesy
from .arrays import Floats, Ints

Box = tuple[float, float, float, float]


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
