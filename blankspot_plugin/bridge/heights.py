# SPDX-License-Identifier: GPL-2.0-or-later
"""How high does the ground lie, and where is the highest of it? Asked of a DEM."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
from qgis.core import Qgis, QgsCoordinateTransform, QgsPointXY, QgsRasterLayer, QgsRectangle

from ..core.arrays import Floats, Ints
from ..core.errors import Cancelled
from .plane import WorkingPlane, lonlat_crs, transform_points

_ROWS = 256


def heights_at(raster: QgsRasterLayer, lon: Floats, lat: Floats, plane: WorkingPlane) -> Floats:
    """Return the heights of places in the DEM's own unit, NaN where it has none."""
    transform = QgsCoordinateTransform(lonlat_crs(), raster.crs(), plane.context)
    x, y = transform_points(lon, lat, transform)
    made = np.full(len(x), np.nan)
    for index in np.flatnonzero(np.isfinite(x) & np.isfinite(y)):
        value, fine = raster.dataProvider().sample(QgsPointXY(x[index], y[index]), 1)
        if fine:
            made[index] = value
    return made


def high_ground(
    raster: QgsRasterLayer,
    plane: WorkingPlane,
    extent: QgsRectangle,
    spacing: float,
    cancelled: Callable[[], bool],
) -> Floats:
    """Return the highest place of every square of a grid, (n, 2), in the plane.

    Parameters
    ----------
    raster
        A DEM in any CRS.
    plane
        Where the squares lie.
    extent
        On the map; ground beyond it is passed over.
    spacing
        Side of a square, metres.
    cancelled
        Asked once a block of rows.

    Raises
    ------
    Cancelled
    """
    back = QgsCoordinateTransform(plane.map_crs, raster.crs(), plane.context)
    to_plane = QgsCoordinateTransform(raster.crs(), plane.crs, plane.context)
    best = np.empty((0, 3))
    for x, y, height in _cells(raster, back.transformBoundingBox(extent)):
        if cancelled():
            raise Cancelled
        px, py = transform_points(x, y, to_plane)
        there = np.isfinite(px) & np.isfinite(py)
        best = _highest(np.concatenate([best, np.stack([px, py, height], axis=1)[there]]), spacing)
    return best[:, :2]


def _highest(places: Floats, spacing: float) -> Floats:
    cell: Ints = np.floor(places[:, :2] / spacing).astype(np.int64)
    # Of places as high, the one farthest west, then south.
    order = np.lexsort((places[:, 1], places[:, 0], -places[:, 2], cell[:, 1], cell[:, 0]))
    cell, places = cell[order], places[order]
    first = np.ones(len(cell), dtype=bool)
    first[1:] = (cell[1:] != cell[:-1]).any(axis=1)
    return places[first]


def _cells(raster: QgsRasterLayer, window: QgsRectangle) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Yield the middles and heights of cells with data, some rows at a time."""
    full, provider = raster.extent(), raster.dataProvider()
    cell_x, cell_y = raster.rasterUnitsPerPixelX(), raster.rasterUnitsPerPixelY()
    first = max(0, math.floor((window.xMinimum() - full.xMinimum()) / cell_x))
    last = min(raster.width(), math.ceil((window.xMaximum() - full.xMinimum()) / cell_x))
    top = max(0, math.floor((full.yMaximum() - window.yMaximum()) / cell_y))
    bottom = min(raster.height(), math.ceil((full.yMaximum() - window.yMinimum()) / cell_y))
    west, columns = full.xMinimum() + first * cell_x, last - first
    for row in range(top, bottom if columns > 0 else top, _ROWS):
        rows = min(_ROWS, bottom - row)
        north = full.yMaximum() - row * cell_y
        box = QgsRectangle(west, north - rows * cell_y, west + columns * cell_x, north)
        block = provider.block(1, box, columns, rows)
        nothing = block.noDataValue() if block.hasNoDataValue() else np.nan
        block.convert(Qgis.DataType.Float64)
        height = np.frombuffer(bytes(block.data()), dtype="<f8").reshape(rows, columns)
        down, across = np.nonzero(np.isfinite(height) & (height != nothing))
        yield (
            west + (across + 0.5) * cell_x,
            north - (down + 0.5) * cell_y,
            height[down, across],
        )
