# SPDX-License-Identifier: GPL-2.0-or-later
"""Where may something be built? Places that were given, or found on settled or high ground."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsRasterLayer

from ..core.arrays import Bools, Floats, Ints
from ..core.reached import reached
from ..core.site_types import SiteType
from ..core.siting_problem import Problem
from .demand import Demand
from .heights import high_ground
from .plane import WorkingPlane, lonlat_crs, transform_points
from .read import Notes, Points
from .sites import PlacedSites
from .survey import Survey

GIVEN, SETTLED, HIGH = "given", "settled", "high"


@dataclass
class Places:
    """Places to build on, sorted by where they are.

    Attributes
    ----------
    points
        In degrees, with the columns of their layer if they were given.
    origin : (n,)
        ``given``, ``settled`` or ``high``.
    """

    points: Points
    origin: list[str]

    def __len__(self) -> int:
        return len(self.points)

    def only(self, which: Bools | Ints) -> Places:
        """Return some of the places."""
        index = np.arange(len(self))[which]
        points = self.points
        return Places(
            Points(
                points.lon[index],
                points.lat[index],
                {name: [cells[i] for i in index] for name, cells in points.columns.items()},
                [points.names[i] for i in index],
                points.notes,
            ),
            [self.origin[i] for i in index],
        )

    def on_map(self, plane: WorkingPlane) -> Floats:
        """Return where they are on the map, (n, 2)."""
        transform = plane.onto_map(lonlat_crs())
        return np.stack(transform_points(self.points.lon, self.points.lat, transform), axis=1)


def given(points: Points) -> Places:
    """Return places that were given."""
    return _sorted(Places(points, [GIVEN] * len(points)))


def found(plane: WorkingPlane, grounds: Sequence[tuple[str, Floats]]) -> Places:
    """Return places found in the plane, for each kind of ground (n, 2)."""
    xy = np.concatenate([np.empty((0, 2)), *(places for _, places in grounds)])
    lon, lat = plane.unproject(xy) if len(xy) else (np.empty(0), np.empty(0))
    origin = [name for name, places in grounds for _ in places]
    return _sorted(Places(Points(lon, lat, {}, [""] * len(xy), Notes()), origin))


def _sorted(places: Places) -> Places:
    # By place, then by all that is known of them: whatever the order of the file.
    cells = list(zip(*places.points.columns.values())) or [()] * len(places)
    keys = [
        (lon, lat, repr(row))
        for lon, lat, row in zip(places.points.lon.tolist(), places.points.lat.tolist(), cells)
    ]
    return places.only(np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64))


def settled_ground(xy: Floats, weight: Floats, spacing: float) -> Floats:
    """Return for each square of a grid the point of demand nearest to its middle by weight.

    Parameters
    ----------
    xy, weight : (n, 2), (n,) float
        Demand in the plane.
    spacing
        Side of a square, metres.

    Returns
    -------
    (k, 2) float
        Some of the points.
    """
    cell = np.floor(xy / spacing).astype(np.int64)
    _, group = np.unique(cell, axis=0, return_inverse=True)
    group = group.ravel()
    total = np.bincount(group, weights=weight)
    middle = np.stack(
        [np.bincount(group, weights=weight * xy[:, axis]) / total for axis in (0, 1)], axis=1
    )
    away = np.hypot(*(xy - middle[group]).T)
    order = np.lexsort((xy[:, 1], xy[:, 0], away, group))
    return xy[order[np.unique(group[order], return_index=True)[1]]]


def highest_ground(
    raster: QgsRasterLayer, survey: Survey, spacing: float, cancelled: Callable[[], bool]
) -> Floats:
    """Return the highest place of each square, (n, 2), in the plane.

    Raises
    ------
    Cancelled
    """
    return high_ground(raster, survey.plane, survey.extent(), spacing, cancelled)


@dataclass
class Options:
    """What may be built where: every place with each type it may take.

    Attributes
    ----------
    place : (m,) int
        The place of each option.
    kind : (m,)
        Its type.
    cost : (m,) float
        NaN where no price is known.
    """

    place: Ints
    kind: list[SiteType]
    cost: Floats

    @property
    def radius(self) -> Floats:
        """How far each reaches, metres on the ground."""
        return np.array([one.radius for one in self.kind], dtype=float)


def problem(
    places: Places,
    options: Options,
    demand: Demand,
    plane: WorkingPlane,
    cancelled: Callable[[], bool],
) -> tuple[Problem, Ints, PlacedSites]:
    """Return the matrix of what every option reaches that is not covered yet.

    Returns
    -------
    problem
    open : (n,) int
        Which of the demand its columns are.
    placed
        The options in the plane.

    Raises
    ------
    Cancelled
    """
    placed = PlacedSites(places.only(options.place).points, plane)
    disc = placed.discs(options.radius, np.ones(len(options.place), dtype=bool))
    still = np.flatnonzero(demand.open)
    starts, reach = reached(disc.x, disc.y, disc.radius, *demand.xy[still].T, cancelled=cancelled)
    cost = np.where(np.isnan(options.cost), 1.0, options.cost)
    return Problem(starts, reach, demand.weight[still], cost, options.place), still, placed
