# SPDX-License-Identifier: GPL-2.0-or-later
"""Which sites stand across the border, how near, and whom would a proposal reach there?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsSpatialIndex

from ..core.arrays import Bools, Floats, Ints
from ..core.errors import Cancelled
from ..core.neighbours import DiscGrid
from .patches import boxes_of
from .plane import WorkingPlane
from .records import village_at
from .regions import Region
from .sites import PlacedSites

OWN, ELSEWHERE = -1, -2
# Borders of two sources rarely meet to the last digit.
_TOUCHING_M = 100.0


def homes(xy: Floats, villages: Sequence[QgsGeometry], others: Sequence[QgsGeometry]) -> Ints:
    """Return where points of the map, (n, 2), stand: OWN, a neighbour's place, or ELSEWHERE.

    A point on ground that both claim is the regency's own.
    """
    places = [QgsPointXY(*at) if np.isfinite(at).all() else None for at in xy]
    home = np.full(len(xy), ELSEWHERE, dtype=np.int64)
    across = np.array(village_at(others, places), dtype=np.int64)
    home[across >= 0] = across[across >= 0]
    home[np.array(village_at(villages, places), dtype=np.int64) >= 0] = OWN
    return home


def itself(others: Sequence[QgsGeometry], villages: Sequence[QgsGeometry]) -> list[int]:
    """Return the neighbours that most of the villages lie in: the regency itself."""
    middles = [village.pointOnSurface().asPoint() for village in villages if not village.isEmpty()]
    held = np.array(village_at(others, middles), dtype=np.int64)
    return [at for at in range(len(others)) if 2 * (held == at).sum() > len(middles)]


class Border:
    """The villages in the plane, to be asked how far away things are.

    Parameters
    ----------
    villages
        On the map; empty ones are passed over.
    plane
        The working plane.
    """

    def __init__(self, villages: Sequence[QgsGeometry], plane: WorkingPlane) -> None:
        self._plane = plane
        self._villages = [
            QgsGeometry() if village.isEmpty() else plane.geometry_from_map(village)
            for village in villages
        ]
        self._index = QgsSpatialIndex()
        for place, village in enumerate(self._villages):
            if not village.isEmpty():
                self._index.addFeature(place, village.boundingBox())

    def metres_to(self, placed: PlacedSites, within: Floats) -> Floats:
        """Return how far sites are from the nearest village, metres on the ground.

        Parameters
        ----------
        placed
            The sites, n.
        within : (n,) float
            Farther than this, in metres, is infinity.
        """
        k = self._plane.frames(placed.xy).k if len(placed.points) else np.empty(0)
        away = np.full(len(placed.points), np.inf)
        for site in np.flatnonzero(placed.placed):
            x, y = placed.xy[site]
            room = within[site] * k[site]
            near = self._index.intersects(QgsRectangle(x - room, y - room, x + room, y + room))
            point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
            metres = [self._villages[at].distance(point) / k[site] for at in near]
            away[site] = min([one for one in metres if one <= within[site]], default=np.inf)
        return away

    def touching(self, others: Sequence[QgsGeometry]) -> Bools:
        """Return which villages each of k neighbours borders on, (k, n)."""
        touches = np.zeros((len(others), len(self._villages)), dtype=bool)
        for row, other in enumerate(others):
            if other.isEmpty():
                continue
            flat = self._plane.geometry_from_map(other)
            box = flat.boundingBox().buffered(_TOUCHING_M)
            for at in self._index.intersects(box):
                touches[row, at] = self._villages[at].distance(flat) <= _TOUCHING_M
        return touches


@dataclass
class Reached:
    """People that n proposals reach.

    Attributes
    ----------
    own, own_new : (n,) float
        In the regency; and of them who have no good signal today.
    across, across_new : (n, k) float
        The same in each neighbour.
    """

    own: Floats
    own_new: Floats
    across: Floats
    across_new: Floats


def people_reached(
    proposals: PlacedSites,
    radius: float,
    people: tuple[Floats, Floats],
    regions: tuple[Region, Sequence[Region]],
    covered: Region,
    cancelled: Callable[[], bool],
) -> Reached:
    """Return whom proposals would reach, at home and across the border.

    Parameters
    ----------
    proposals, radius
        Where they stand, and how far they reach in metres on the ground.
    people : (m, 2), (m,) float
        Places on the map, and how many people live at each.
    regions
        The regency and its k neighbours. Ground that both claim is the regency's.
    covered
        What is covered today, by any site.
    cancelled
        Asked for every neighbour.

    Raises
    ------
    Cancelled
    """
    xy, weight = people
    plane = proposals.plane
    count, k = len(proposals.points), len(regions[1])
    every = np.ones(count, dtype=bool)
    discs = proposals.discs(np.full(count, radius), every)
    at = np.flatnonzero(proposals.placed)
    x, y = plane.from_map(xy).T if len(xy) else (np.empty(0), np.empty(0))
    person, disc = DiscGrid(discs.x, discs.y, discs.radius).at_boxes(x, y, x, y)
    near, slot = np.unique(person, return_inverse=True)
    new = ~covered.holds_points(xy[near]) if len(near) else np.empty(0, dtype=bool)

    def sums(inside: Bools) -> tuple[Floats, Floats]:
        if cancelled():
            raise Cancelled
        hit = inside[slot]
        found = np.zeros(count), np.zeros(count)
        np.add.at(found[0], at[disc[hit]], weight[person[hit]])
        fresh = hit & new[slot]
        np.add.at(found[1], at[disc[fresh]], weight[person[fresh]])
        return found

    home = regions[0].holds_points(xy[near]) if len(near) else np.empty(0, dtype=bool)
    own, own_new = sums(home)
    across, across_new = np.zeros((count, k)), np.zeros((count, k))
    for place, region in enumerate(regions[1]):
        there = region.holds_points(xy[near]) & ~home if len(near) else home
        across[:, place], across_new[:, place] = sums(there)
    return Reached(own, own_new, across, across_new)


def extent_of(geometries: Sequence[QgsGeometry]) -> QgsRectangle:
    """Return the box of geometries, empty ones passed over."""
    boxes = boxes_of([one for one in geometries if not one.isEmpty()])
    return QgsRectangle(*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist())
