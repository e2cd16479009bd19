# SPDX-License-Identifier: GPL-2.0-or-later
"""How many operators reach a village: no operator at all, or only not mine?"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core.arrays import Floats, Ints
from ..core.neighbours import DiscGrid
from .regions import Region

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
    region
        One disc or sector a site.
    cells
        The operator cell of each.
    """

    def __init__(self, region: Region, cells: Sequence[object]) -> None:
        self._region = region
        self._discs = region.discs
        self._names = [operator_names(cell) for cell in cells]

    def bind(self, boxes: Floats) -> None:
        """Find the discs near each village's box, (m, 4)."""
        self._near = self._discs.at_boxes(np.arange(len(self._discs)), boxes)

    def reaching(self, index: int, basis: QgsGeometry) -> float:
        """Return how many operators reach a polygon of a bound village; NaN for no polygon."""
        found: set[str] = set()
        if basis.isEmpty():
            return np.nan
        in_plane = self._region.plane.geometry_from_map(basis)
        discs, starts = self._near
        for disc in discs[starts[index] : starts[index + 1]]:
            names = self._names[disc]
            if not found.issuperset(names) and self._touches(int(disc), in_plane, basis):
                found.update(names)
        return len(found)

    def _touches(self, disc: int, in_plane: QgsGeometry, on_map: QgsGeometry) -> bool:
        if np.isnan(self._discs.beamwidth[disc]):
            centre = QgsPointXY(self._discs.x[disc], self._discs.y[disc])
            away = in_plane.distance(QgsGeometry.fromPointXY(centre))
            return bool(away <= self._discs.radius[disc])
        return bool(self._region.geometries(np.array([disc]))[0].intersects(on_map))

    def at_points(self, xy: Floats, village: Ints, count: int) -> Floats:
        """Return how many operators reach any of a village's points; NaN without a point.

        Parameters
        ----------
        xy : (n, 2) float
            Points on the map.
        village : (n,) int
            The village of each, -1 for none.
        count
            Number of villages.
        """
        found: list[set[str]] = [set() for _ in range(count)]
        x, y = self._region.plane.from_map(xy).T
        grid = DiscGrid(self._discs.x, self._discs.y, self._discs.radius)
        point, disc = grid.at_boxes(x, y, x, y)
        for place, index in zip(point, disc):
            names = self._names[index]
            if village[place] < 0 or found[village[place]].issuperset(names):
                continue
            in_plane = QgsGeometry.fromPointXY(QgsPointXY(x[place], y[place]))
            on_map = QgsGeometry.fromPointXY(QgsPointXY(*xy[place]))
            if self._touches(int(index), in_plane, on_map):
                found[village[place]].update(names)
        result = np.full(count, np.nan)
        known = np.unique(village[village >= 0])
        result[known] = [len(found[index]) for index in known]
        return result
