# SPDX-License-Identifier: GPL-2.0-or-later
"""In which village does each point lie, and of which class is the ground there?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..core import definitions, rings
from ..core.arrays import Floats, Ints
from ..core.neighbours import PointGrid


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
) -> tuple[Ints, Ints, Ints, Ints]:
    """Give points their village and class, for some villages at once.

    Parameters
    ----------
    points
        All of them; those in none of the villages are passed over.
    boxes : (m, 4) float
        Boxes of the villages on the map.
    members : (m,) int
        Their places among the areas.
    place : (m, 5) int
        Which of the shapes are the village, its rest and blank, and its rest and blank with
        Wi-Fi counted.
    shapes
        Parts of villages, on the map.

    Returns
    -------
    point, village, code, code_wifi : (p,) int
    """
    row, point = points.in_boxes(boxes)
    hit = rings.inside_own(*points.xy[point].T, place[row, 0], shapes)
    row, point = row[hit], point[hit]
    codes = [np.full(len(point), definitions.UNKNOWN, dtype=np.int64)] * 2
    if points.classed:
        xy = points.xy[point]
        codes = [_class_codes(xy, *place[row, at : at + 2].T, shapes) for at in (1, 3)]
    return point, members[row], codes[0], codes[1]


def _class_codes(xy: Floats, rest: Ints, blank: Ints, shapes: rings.Rings) -> Ints:
    codes = np.full(len(xy), definitions.IS_COVERED, dtype=np.int64)
    codes[rings.inside_own(*xy.T, rest, shapes)] = definitions.IS_WEAK
    codes[rings.inside_own(*xy.T, blank, shapes)] = definitions.IS_BLANK
    return codes


def by_village(located: Located, weight: Floats, count: int, wifi: bool = False) -> Floats:
    """Return the weight of a point set in each village, (n, 3): covered, weak, blank."""
    there = located.village >= 0
    code = (located.code_wifi if wifi else located.code)[there]
    cell = located.village[there] * 3 + code
    sums = np.bincount(cell, weights=weight[there], minlength=3 * count)
    # Of no points at all numpy makes whole numbers.
    return sums.astype(float).reshape(-1, 3)
