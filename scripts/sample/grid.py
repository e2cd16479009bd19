# SPDX-License-Identifier: GPL-2.0-or-later
"""The lattice the regency is drawn on, and distances on it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

# One degree on the ground near 1.7 degrees south (km).
KM_LON = 111.27
KM_LAT = 110.58


@dataclass(frozen=True)
class Grid:
    """A north-up grid in EPSG:4326.

    Attributes
    ----------
    west, north : float
        Upper left corner (degrees).
    step : float
        Cell size (degrees).
    rows, cols : int
        Size in cells.
    """

    west: float
    north: float
    step: float
    rows: int
    cols: int

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.cols

    @property
    def lon(self) -> np.ndarray:
        """Longitudes of the cell centres."""
        return self.west + (np.arange(self.cols) + 0.5) * self.step

    @property
    def lat(self) -> np.ndarray:
        """Latitudes of the cell centres."""
        return self.north - (np.arange(self.rows) + 0.5) * self.step

    @property
    def cell_km2(self) -> float:
        """Area of one cell, near enough for drawing."""
        return self.step * self.step * KM_LON * KM_LAT

    def finer(self, factor: float) -> Grid:
        """Give the same window with cells ``factor`` times smaller."""
        return Grid(
            self.west,
            self.north,
            self.step / factor,
            round(self.rows * factor),
            round(self.cols * factor),
        )

    def cell(self, lon: float, lat: float) -> tuple[int, int]:
        """Give the row and column of a place."""
        row = int((self.north - lat) / self.step)
        col = int((lon - self.west) / self.step)
        return min(max(row, 0), self.rows - 1), min(max(col, 0), self.cols - 1)

    def place(self, row: float, col: float) -> tuple[float, float]:
        """Give longitude and latitude of a cell's centre."""
        return self.west + (col + 0.5) * self.step, self.north - (row + 0.5) * self.step

    def sample(self, values: np.ndarray, lon: float, lat: float) -> float:
        """Read the value of the cell a place lies in."""
        return float(values[self.cell(lon, lat)])


# Whole drawing: the regency and about 25 km of its neighbours. Every other grid divides this one.
DOMAIN = Grid(115.36, -0.72, 0.002, 972, 672)


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Measure the distance between two places in km, near enough for drawing."""
    return math.hypot((a[0] - b[0]) * KM_LON, (a[1] - b[1]) * KM_LAT)


def moved(place: tuple[float, float], east_km: float, north_km: float) -> tuple[float, float]:
    """Move a place by km east and north."""
    return place[0] + east_km / KM_LON, place[1] + north_km / KM_LAT


def distance_km(mask: np.ndarray, grid: Grid, limit_km: float) -> np.ndarray:
    """Measure every cell's distance to the nearest cell of a mask.

    Parameters
    ----------
    mask : numpy.ndarray
        Cells at distance zero.
    grid : Grid
        Its grid.
    limit_km : float
        Farther cells get this value.

    Returns
    -------
    numpy.ndarray
        Distance in km (Euclidean in cells, exact along columns, then minimised along rows).
    """
    limit = int(math.ceil(limit_km / (grid.step * KM_LAT)))
    # Squared distance along each column first, then the lower envelope over column offsets.
    down = np.full(mask.shape, limit + 1, dtype=np.int64)
    run = np.full(mask.shape[1], limit + 1, dtype=np.int64)
    for row in range(mask.shape[0]):
        run = np.where(mask[row], 0, np.minimum(run + 1, limit + 1))
        down[row] = run
    run = np.full(mask.shape[1], limit + 1, dtype=np.int64)
    for row in range(mask.shape[0] - 1, -1, -1):
        run = np.where(mask[row], 0, np.minimum(run + 1, limit + 1))
        down[row] = np.minimum(down[row], run)
    column = down * down
    best = column.copy()
    for offset in range(1, limit + 1):
        square = offset * offset
        np.minimum(best[:, offset:], column[:, :-offset] + square, out=best[:, offset:])
        np.minimum(best[:, :-offset], column[:, offset:] + square, out=best[:, :-offset])
    return np.minimum(np.sqrt(best) * grid.step * KM_LAT, limit_km)
