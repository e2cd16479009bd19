# SPDX-License-Identifier: GPL-2.0-or-later
"""In which village does each point lie, and of which class is the ground there?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..core import definitions, rings
from ..core.arrays import Floats, Ints
from ..core.neighbours import PointGrid
from .regions import Region


class PointSet:
    """Points on the map, ready to be asked for by box.

    Parameters
    ----------
    xy : (n, 2) float
        On the map; places that are not finite lie in no village.
    weight : (n,) float, optional
        People at each point; 1 by default.
    classed
        Whether the class at each point is wanted, and not only its village.
    """

    def __init__(self, xy: Floats, weight: Floats | None = None, classed: bool = True) -> None:
        self.classed = classed
        self.xy = xy
        self.weight = np.ones(len(xy)) if weight is None else weight
        self._there = np.flatnonzero(np.isfinite(xy).all(axis=1))
        self._grid = PointGrid(xy[self._there, 0], xy[self._there, 1])

    def __len__(self) -> int:
        return len(self.xy)

    def in_boxes(self, boxes: Floats) -> tuple[Ints, Ints]:
        """Pair boxes of the map, (m, 4), with the points in them."""
        box, point = self._grid.in_boxes(*boxes.T)
        return box, self._there[point]


@dataclass
class Located:
    """Where the points of a set lie.

    Attributes
    ----------
    village : (n,) int
        The village each point lies in, -1 for none.
    code, code_wifi : (n,) int
        Its class, without and with Wi-Fi; UNKNOWN outside every village, and in a set whose
        classes were not wanted.
    """

    village: Ints
    code: Ints
    code_wifi: Ints

    @classmethod
    def nowhere(cls, count: int) -> Located:
        """Return n points that lie in no village."""
        unknown = np.full(count, definitions.UNKNOWN, dtype=np.int64)
        return cls(np.full(count, -1, dtype=np.int64), unknown.copy(), unknown.copy())


def locate(
    points: PointSet, boxes: Floats, members: Ints, place: Ints, shapes: rings.Rings
) -> tuple[Ints, Ints]:
    """Give points their village, for some villages at once.

    Parameters
    ----------
    points
        All of them; those in none of the villages are passed over.
    boxes : (m, 4) float
        Boxes of the villages on the map.
    members : (m,) int
        Their places among the areas.
    place : (m,) int
        Which of the shapes are the villages.
    shapes
        On the map.

    Returns
    -------
    point, village : (p,) int
    """
    row, point = points.in_boxes(boxes)
    hit = rings.inside_own(*points.xy[point].T, place[row], shapes)
    return point[hit], members[row[hit]]


def class_codes(
    xy: Floats, covered: Sequence[Region], reached: Sequence[Region], cancelled: Callable[[], bool]
) -> Ints:
    """Return the class of the ground at points: discs by distance, not by what is drawn.

    Parameters
    ----------
    xy : (n, 2) float
        On the map.
    covered, reached
        A point in any of the first is covered; else, in any of the others, weak.
    cancelled
        Asked every few thousand points.

    Raises
    ------
    Cancelled
    """
    codes = np.full(len(xy), definitions.IS_BLANK, dtype=np.int64)
    for regions, code in ((reached, definitions.IS_WEAK), (covered, definitions.IS_COVERED)):
        for region in regions:
            codes[region.holds_points(xy, cancelled)] = code
    return codes


def by_village(located: Located, weight: Floats, count: int, wifi: bool = False) -> Floats:
    """Return the weight of a point set in each village, (n, 3): covered, weak, blank."""
    there = located.village >= 0
    code = (located.code_wifi if wifi else located.code)[there]
    cell = located.village[there] * 3 + code
    sums = np.bincount(cell, weights=weight[there], minlength=3 * count)
    # Of no points at all numpy makes whole numbers.
    return sums.astype(float).reshape(-1, 3)
