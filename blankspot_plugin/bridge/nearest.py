# SPDX-License-Identifier: GPL-2.0-or-later
"""Which site is the nearest to a place, and how far away is it on the ground?"""

from __future__ import annotations

import numpy as np

from ..core import geodesy
from ..core.arrays import Floats, Ints
from ..core.neighbours import PointGrid, near
from .plane import WorkingPlane

# Distances in the plane are within this share of those on the ground, with room to spare.
_SLACK = 0.05


def nearest(
    plane: WorkingPlane, lon: Floats, lat: Floats, there_lon: Floats, there_lat: Floats
) -> tuple[Floats, Ints]:
    """Return the geodesic distance to the nearest of some points, and which that is.

    Parameters
    ----------
    plane
        To look for neighbours in.
    lon, lat : (n,) float
        Places, degrees.
    there_lon, there_lat : (m,) float
        The points, degrees.

    Returns
    -------
    metres, which : (n,)
        NaN and -1 where there is no point at all. Of points as near, the first.
    """
    metres, which = np.full(len(lon), np.nan), np.full(len(lon), -1, dtype=np.int64)
    xy, there = plane.project(lon, lat), plane.project(there_lon, there_lat)
    usable = np.flatnonzero(np.isfinite(there).all(axis=1))
    if not len(usable) or not len(lon):
        return metres, which
    grid = PointGrid(there[usable, 0], there[usable, 1])
    place, point = near(grid, xy[:, 0], xy[:, 1], _SLACK)
    point = usable[point]
    away = geodesy.distance(lon[place], lat[place], there_lon[point], there_lat[point])
    order = np.lexsort((point, away, place))
    placed, first = np.unique(place[order], return_index=True)
    metres[placed], which[placed] = away[order][first], point[order][first]
    return metres, which
