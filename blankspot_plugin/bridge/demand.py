# SPDX-License-Identifier: GPL-2.0-or-later
"""Where is what new sites are to cover: people, settled ground or facilities, as points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsRasterLayer

from ..core import definitions
from ..core.arrays import Bools, Floats, Ints
from .located import Located
from .plane import WorkingPlane, lonlat_crs, transform_points
from .raster import people_points
from .read import Points
from .survey import Survey


@dataclass
class Demand:
    """Weighted points, sorted by where they are.

    Attributes
    ----------
    xy : (n, 2) float
        In the plane.
    weight : (n,) float
        People, km2 or facilities.
    village : (n,) int
        Its place among the areas, -1 outside.
    open : (n,) bool
        Whether it lies in the areas and is still to be covered.
    """

    xy: Floats
    weight: Floats
    village: Ints
    open: Bools

    @property
    def inside(self) -> Bools:
        """Which points lie in the areas."""
        return self.village >= 0


def of_points(points: Points, weight: Floats, plane: WorkingPlane) -> tuple[Floats, Floats]:
    """Return points as demand: where they are, (n, 2) on the map, and their weights."""
    transform = plane.onto_map(lonlat_crs())
    return np.stack(transform_points(points.lon, points.lat, transform), axis=1), weight


def of_raster(
    raster: QgsRasterLayer, survey: Survey, around: float, cancelled: Callable[[], bool]
) -> tuple[Floats, Floats]:
    """Return the people of a raster, in the areas and some metres around them.

    Raises
    ------
    Cancelled
    """
    extent = survey.extent()
    middle = np.array([extent.center().x(), extent.center().y()])
    room = around * np.sqrt(survey.plane.map_units_squared(middle))
    x, y, people = people_points(raster, survey.plane, extent.buffered(room), cancelled)
    return np.stack([x, y], axis=1), people


def in_order(xy: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Return demand that weighs anything, by its place: no result hangs on a file's order."""
    kept = np.flatnonzero(np.isfinite(xy).all(axis=1) & (weight > 0))
    kept = kept[np.lexsort((weight[kept], xy[kept, 1], xy[kept, 0]))]
    return xy[kept], weight[kept]


def demand(
    xy: Floats, weight: Floats, located: Located, plane: WorkingPlane, weak_counts: bool
) -> Demand:
    """Return demand with its villages, and what of it is covered already.

    Parameters
    ----------
    xy : (n, 2) float
        On the map.
    weight : (n,) float
    located
        The same points, located by a survey with all existing coverage.
    plane
        Where candidates are placed.
    weak_counts
        Whether a weak signal counts as covered.
    """
    served = located.code == definitions.IS_COVERED
    if weak_counts:
        served |= located.code == definitions.IS_WEAK
    inside = located.village >= 0
    return Demand(plane.from_map(xy), weight, located.village, inside & ~served)


def by_table(weight: Floats, village: Ints, table: Floats) -> tuple[Floats, Floats]:
    """Share each village's official figure out over its points by their weights.

    Parameters
    ----------
    weight : (n,) float
        Above zero.
    village : (n,) int
        -1 for none: such a point keeps its weight.
    table : (v,) float
        NaN counts as nobody.

    Returns
    -------
    weight : (n,) float
    nowhere : (v,) float
        The figures of villages without any point.
    """
    known = np.nan_to_num(table)
    inside = village >= 0
    sums = np.bincount(village[inside], weights=weight[inside], minlength=len(table))
    factor = np.divide(known, sums, out=np.zeros(len(table)), where=sums > 0)
    shared = weight.copy()
    shared[inside] *= factor[village[inside]]
    return shared, np.where(sums > 0, 0.0, known)
