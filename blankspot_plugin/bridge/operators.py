# SPDX-License-Identifier: GPL-2.0-or-later
"""How many operators reach a village: no operator at all, or only not mine?"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.arrays import Floats, Ints
from ..core.neighbours import PointGrid, discs_at_boxes
from .regions import Discs, Region

_SEVERAL = re.compile(r"[,;/&|+]")


def operator_names(cell: object) -> list[str]:
    """Return the operators a cell names (``Telkomsel/XL``), none for an empty one."""
    text = "" if cell is None else str(cell)
    names = (part.strip().casefold() for part in _SEVERAL.split(text))
    return sorted({name for name in names if name and name not in ("-", "null")})


class Operators:
    """The discs of all operators, to the end of their weak signal.

    Parameters
    ----------
    discs
        One a site, in map metres.
    cells
        The operator cell of each.
    segments
        Chords a quarter circle, for sectors.
    """

    def __init__(self, discs: Discs, cells: Sequence[object], segments: int) -> None:
        self.discs = discs
        self._segments = segments
        self._names = [operator_names(cell) for cell in cells]
        self._region = Region(discs, segments=segments)

    def bind(self, boxes: Floats) -> None:
        """Find the discs near each village's box, (m, 4)."""
        self._region.bind(boxes)

    def reaching(self, index: int, basis: QgsGeometry) -> int:
        """Return how many operators have a disc that reaches a polygon of a bound village."""
        found: set[str] = set()
        if basis.isEmpty():
            return 0
        for disc in self._region.discs_at(index):
            names = self._names[disc]
            if not found.issuperset(names) and self._touches(int(disc), basis):
                found.update(names)
        return len(found)

    def _touches(self, disc: int, basis: QgsGeometry) -> bool:
        if np.isnan(self.discs.beamwidth[disc]):
            centre = QgsPointXY(self.discs.x[disc], self.discs.y[disc])
            return bool(basis.distance(QgsGeometry.fromPointXY(centre)) <= self.discs.radius[disc])
        sector = self.discs.geometries(np.array([disc]), self._segments)[0]
        return bool(sector.intersects(basis))

    def at_points(self, xy: Floats, village: Ints, count: int) -> Floats:
        """Return how many operators reach any of a village's points; NaN without a point.

        Parameters
        ----------
        xy : (n, 2) float
            Points in the plane.
        village : (n,) int
            The village of each, -1 for none.
        count
            Number of villages.
        """
        found: list[set[str]] = [set() for _ in range(count)]
        x, y = xy[:, 0], xy[:, 1]
        grid = PointGrid(self.discs.x, self.discs.y)
        point, disc = discs_at_boxes(grid, self.discs.radius, x, y, x, y)
        for place, index in zip(point, disc):
            names = self._names[index]
            if village[place] < 0 or found[village[place]].issuperset(names):
                continue
            at = QgsGeometry.fromPointXY(QgsPointXY(x[place], y[place]))
            if self._touches(int(index), at):
                found[village[place]].update(names)
        result = np.full(count, np.nan)
        known = np.unique(village[village >= 0])
        result[known] = [len(found[index]) for index in known]
        return result
