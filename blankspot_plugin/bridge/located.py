# SPDX-License-Identifier: GPL-2.0-or-later
"""In which village does each point lie, and of which class is the ground there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry

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


class PointFinder:
    """Gives the points of every set their village and class, some villages at a time.

    Parameters
    ----------
    sets
        Point sets by name.
    boxes : (m, 4) float
        Boxes of the villages on the map.
    """

    def __init__(self, sets: dict[str, PointSet], boxes: Floats) -> None:
        self._sets = sets
        self._near: dict[str, list[Ints]] = {}
        self.located: dict[str, tuple[Ints, Ints, Ints, Ints]] = {}
        for name, points in sets.items():
            box, point = points.in_boxes(boxes)
            starts = np.searchsorted(box, np.arange(1, len(boxes)))
            self._near[name] = np.split(point, starts)
            empty = np.empty(0, dtype=np.int64)
            self.located[name] = (empty, empty, empty, empty)

    def add(self, row: int, index: int, parts: Sequence[QgsGeometry]) -> None:
        """Find the points in one village.

        Parameters
        ----------
        row
            Of its box.
        index
            Its place among the areas.
        parts
            The village, its rest and blank, and its rest and blank with Wi-Fi counted.
        """
        if not any(len(near[row]) for near in self._near.values()):
            return
        whole = _parsed(parts[0])
        classed = any(self._sets[name].classed and len(at[row]) for name, at in self._near.items())
        left = [_parsed(part) for part in parts[1:]] if classed else []
        for name, near in self._near.items():
            xy = self._sets[name].xy
            point = near[row]
            point = point[rings.inside(xy[point, 0], xy[point, 1], whole)]
            if len(point):
                self._found(name, point, index, left)

    def _found(self, name: str, point: Ints, index: int, left: list[rings.Rings]) -> None:
        points = self._sets[name]
        codes = [np.full(len(point), definitions.UNKNOWN, dtype=np.int64)] * 2
        if points.classed:
            x, y = points.xy[point].T
            rest, blank, rest_wifi, blank_wifi = left
            codes = [_class_codes(x, y, rest, blank), _class_codes(x, y, rest_wifi, blank_wifi)]
        village = np.full(len(point), index, dtype=np.int64)
        before = self.located[name]
        self.located[name] = tuple(  # type: ignore[assignment]
            np.concatenate(pair) for pair in zip(before, (point, village, *codes))
        )


def _parsed(geometry: QgsGeometry) -> rings.Rings:
    return rings.parse_wkb([b"" if geometry.isEmpty() else bytes(geometry.asWkb())])


def _class_codes(x: Floats, y: Floats, rest: rings.Rings, blank: rings.Rings) -> Ints:
    codes = np.full(len(x), definitions.IS_COVERED, dtype=np.int64)
    codes[rings.inside(x, y, rest)] = definitions.IS_WEAK
    codes[rings.inside(x, y, blank)] = definitions.IS_BLANK
    return codes


def by_village(located: Located, weight: Floats, count: int, wifi: bool = False) -> Floats:
    """Return the weight of a point set in each village, (n, 3): covered, weak, blank."""
    there = located.village >= 0
    code = (located.code_wifi if wifi else located.code)[there]
    cell = located.village[there] * 3 + code
    sums = np.bincount(cell, weights=weight[there], minlength=3 * count)
    # Of no points at all numpy makes whole numbers.
    return sums.astype(float).reshape(-1, 3)
