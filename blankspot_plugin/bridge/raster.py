# SPDX-License-Identifier: GPL-2.0-or-later
"""A population raster as weighted points on the map.

Every cell with people becomes k x k points at the middles of its k x k parts. A cell that
the edge of coverage crosses is so split by area to about 1/k of the cell's width; over a
village the errors average out. k is chosen so that the points stand about 100 m apart.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
from qgis.core import Qgis, QgsCoordinateTransform, QgsRasterLayer, QgsRectangle

from ..core.arrays import Floats
from ..core.errors import Cancelled
from .plane import WorkingPlane, transform_points

_APART = 100.0
_MOST_A_SIDE = 5
_ROWS = 256


def people_points(
    raster: QgsRasterLayer,
    plane: WorkingPlane,
    extent: QgsRectangle,
    cancelled: Callable[[], bool],
) -> tuple[Floats, Floats, Floats]:
    """Return where people live, by a raster of people per cell.

    Parameters
    ----------
    raster
        One band, people per cell, any CRS; nodata and negative cells are nobody.
    plane
        The working plane.
    extent
        On the map; cells outside are passed over.
    cancelled
        Asked once a block.

    Returns
    -------
    x, y, people : (n,) float
        On the map; people of a cell shared evenly over its points.
    """
    onto_map = plane.onto_map(raster.crs())
    room = extent.buffered(max(extent.width(), extent.height()) / 100)
    window = QgsCoordinateTransform(
        plane.map_crs, raster.crs(), plane.context
    ).transformBoundingBox(room)
    cell_x, cell_y = raster.rasterUnitsPerPixelX(), raster.rasterUnitsPerPixelY()
    side = _points_a_side(raster, plane, window)
    offsets = (np.arange(side) + 0.5) / side
    xs: list[Floats] = []
    ys: list[Floats] = []
    people: list[Floats] = []
    for west, north, cells in _blocks(raster, window):
        if cancelled():
            raise Cancelled
        row, column = np.nonzero(cells > 0)
        if not len(row):
            continue
        x = west + (column[:, None, None] + offsets[None, :, None]) * cell_x
        y = north - (row[:, None, None] + offsets[None, None, :]) * cell_y
        x, y = (part.ravel() for part in np.broadcast_arrays(x, y))
        px, py = transform_points(x, y, onto_map)
        xs.append(px)
        ys.append(py)
        people.append(np.repeat(cells[row, column] / side**2, side**2))
    if not xs:
        return np.empty(0), np.empty(0), np.empty(0)
    x, y, weight = np.concatenate(xs), np.concatenate(ys), np.concatenate(people)
    there = np.isfinite(x) & np.isfinite(y)
    return x[there], y[there], weight[there]


def _points_a_side(raster: QgsRasterLayer, plane: WorkingPlane, window: QgsRectangle) -> int:
    middle = window.center()
    to_plane = QgsCoordinateTransform(raster.crs(), plane.crs, plane.context)
    left = to_plane.transform(middle)
    right = to_plane.transform(middle.x() + raster.rasterUnitsPerPixelX(), middle.y())
    width = math.hypot(right.x() - left.x(), right.y() - left.y())
    return max(1, min(_MOST_A_SIDE, math.ceil(width / _APART)))


def _blocks(raster: QgsRasterLayer, window: QgsRectangle) -> Iterator[tuple[float, float, Floats]]:
    """Yield the west and north edge of blocks of rows, and their cells."""
    provider = raster.dataProvider()
    full = raster.extent()
    cell_x, cell_y = raster.rasterUnitsPerPixelX(), raster.rasterUnitsPerPixelY()
    first = max(0, math.floor((window.xMinimum() - full.xMinimum()) / cell_x))
    last = min(raster.width(), math.ceil((window.xMaximum() - full.xMinimum()) / cell_x))
    top = max(0, math.floor((full.yMaximum() - window.yMaximum()) / cell_y))
    bottom = min(raster.height(), math.ceil((full.yMaximum() - window.yMinimum()) / cell_y))
    for row in range(top, bottom, _ROWS):
        rows, columns = min(_ROWS, bottom - row), last - first
        if columns <= 0:
            return
        west = full.xMinimum() + first * cell_x
        north = full.yMaximum() - row * cell_y
        box = QgsRectangle(west, north - rows * cell_y, west + columns * cell_x, north)
        block = provider.block(1, box, columns, rows)
        block.convert(Qgis.DataType.Float64)
        cells = np.frombuffer(bytes(block.data()), dtype="<f8").reshape(rows, columns).copy()
        if block.hasNoDataValue():
            cells[cells == block.noDataValue()] = 0.0
        cells[~np.isfinite(cells)] = 0.0
        yield west, north, cells
