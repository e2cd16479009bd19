# SPDX-License-Identifier: GPL-2.0-or-later
"""The land: a coast, hills shaped by running water, and the rivers that shaped them."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass

import numpy as np

from sample.grid import DOMAIN, KM_LAT, KM_LON, Grid
from sample.noise import fractal, resample

# The coast as longitudes at latitudes, before noise bends it: a delta in the north, a bay, a
# peninsula in the south.
COAST_LAT = (
    -0.70,
    -0.95,
    -1.10,
    -1.25,
    -1.40,
    -1.52,
    -1.66,
    -1.80,
    -1.95,
    -2.12,
    -2.28,
    -2.45,
    -2.7,
)
COAST_LON = (
    116.50,
    116.40,
    116.47,
    116.57,
    116.50,
    116.36,
    116.30,
    116.34,
    116.44,
    116.53,
    116.46,
    116.34,
    116.30,
)
HYDRO = Grid(DOMAIN.west, DOMAIN.north, 0.004, DOMAIN.rows // 2, DOMAIN.cols // 2)
COARSE = Grid(DOMAIN.west, DOMAIN.north, 0.008, DOMAIN.rows // 4, DOMAIN.cols // 4)
RIM_M = 90.0
WIDE_M = 130.0
NEIGHBOURS = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)


@dataclass
class Terrain:
    """What the later steps need of the land.

    Attributes
    ----------
    land : numpy.ndarray
        Land cells of DOMAIN.
    height : numpy.ndarray
        Metres on DOMAIN.
    above : numpy.ndarray
        Height above the stream it drains to, on DOMAIN.
    receiver, area : numpy.ndarray
        Flat drainage tree on HYDRO: the next cell downstream and the km2 upstream.
    sea_km : numpy.ndarray
        Signed distance west of the drawn coast on DOMAIN.
    """

    land: np.ndarray
    height: np.ndarray
    above: np.ndarray
    receiver: np.ndarray
    area: np.ndarray
    sea_km: np.ndarray


def sea_distance(grid: Grid) -> np.ndarray:
    """Measure how far west of the bent coast each cell lies, in km; negative at sea."""
    factor = DOMAIN.step / grid.step
    lat, lon = np.meshgrid(grid.lat, grid.lon, indexing="ij")
    bend_lon = fractal("coast/lon", grid.shape, 60.0 * factor, 6, 0.68) * 0.034
    bend_lat = fractal("coast/lat", grid.shape, 60.0 * factor, 6, 0.68) * 0.030
    order = np.argsort(COAST_LAT)
    coast = np.interp(lat + bend_lat, np.array(COAST_LAT)[order], np.array(COAST_LON)[order])
    return np.asarray((coast - lon - bend_lon) * KM_LON)


def keep_large(mask: np.ndarray, smallest: int) -> np.ndarray:
    """Drop the connected parts of a mask (over edges) that have fewer cells than ``smallest``."""
    rows, cols = mask.shape
    flat = mask.ravel().tolist()
    kept = np.zeros(mask.size, dtype=bool)
    for start in range(len(flat)):
        if not flat[start]:
            continue
        flat[start] = False
        part = [start]
        for cell in part:
            col = cell % cols
            for other, inside in (
                (cell - cols, cell >= cols),
                (cell + cols, cell < (rows - 1) * cols),
                (cell - 1, col > 0),
                (cell + 1, col < cols - 1),
            ):
                if inside and flat[other]:
                    flat[other] = False
                    part.append(other)
        if len(part) >= smallest:
            kept[part] = True
    return kept.reshape(mask.shape)


def drain(height: np.ndarray, outlet: np.ndarray) -> tuple[list[int], list[int]]:
    """Find where water runs, filling pits (priority flood).

    Parameters
    ----------
    height : numpy.ndarray
        Elevation.
    outlet : numpy.ndarray
        Cells where water leaves, besides the grid's rim.

    Returns
    -------
    order : list of int
        Flat cells from the outlets upwards.
    receiver : list of int
        The next cell downstream of each cell; an outlet's own index.
    """
    rows, cols = height.shape
    flat = height.ravel().tolist()
    receiver = [-1] * len(flat)
    steps = [dy * cols + dx for dy, dx in NEIGHBOURS]
    edge = np.ones(height.shape, dtype=bool)
    edge[1:-1, 1:-1] = False
    rim = edge.ravel().tolist()
    heap = [(flat[i], i) for i in np.flatnonzero(outlet.ravel() | edge.ravel()).tolist()]
    for _, i in heap:
        receiver[i] = i
    heapq.heapify(heap)
    order = []
    while heap:
        level, cell = heapq.heappop(heap)
        order.append(cell)
        if rim[cell]:
            # The one neighbour straight inwards is enough; it never lies outside the grid.
            row, col = divmod(cell, cols)
            inner = min(max(row, 1), rows - 2) * cols + min(max(col, 1), cols - 2)
            others = [inner]
        else:
            others = [cell + step for step in steps]
        for other in others:
            if receiver[other] < 0:
                receiver[other] = cell
                heapq.heappush(heap, (max(flat[other], level + 1e-4), other))
    return order, receiver


def upstream(order: list[int], receiver: list[int], cell_km2: float) -> list[float]:
    """Add up the area that drains through each cell."""
    area = [cell_km2] * len(receiver)
    for cell in reversed(order):
        below = receiver[cell]
        if below != cell:
            area[below] += area[cell]
    return area


def erode(
    height: np.ndarray, outlet: np.ndarray, uplift: np.ndarray, grid: Grid, rounds: int
) -> np.ndarray:
    """Let rivers cut into rising land (implicit stream power law), so that valleys branch."""
    cols = grid.cols
    size = grid.step * KM_LAT
    fixed = outlet.copy()
    fixed[[0, -1], :] = fixed[:, [0, -1]] = True
    fixed = fixed.ravel().tolist()
    rise = uplift.ravel().tolist()
    for _ in range(rounds):
        order, receiver = drain(height, outlet)
        area = upstream(order, receiver, grid.cell_km2)
        flat = height.ravel().tolist()
        for cell in order:
            if fixed[cell]:
                continue
            below = receiver[cell]
            gap = abs(cell - below)
            length = size if gap in (1, cols) else size * 1.41421356
            cut = 0.55 * math.sqrt(area[cell]) / length
            flat[cell] = (flat[cell] + rise[cell] + cut * flat[below]) / (1.0 + cut)
        height = np.round(np.array(flat).reshape(height.shape), 3)
    return height


def uplift_field(sea: np.ndarray, grid: Grid) -> np.ndarray:
    """Say how fast land rises: a high range in the west, a low one halfway, a flat coast."""
    factor = DOMAIN.step / grid.step
    bend = fractal("uplift", grid.shape, 130.0 * factor, 3, 0.5)
    west = np.exp(-(((sea - 88.0 + 8.0 * bend) / 22.0) ** 2))
    middle = 0.42 * np.exp(-(((sea - 42.0 + 9.0 * bend) / 9.0) ** 2))
    inland = 0.07 + 0.10 * np.clip((sea - 12.0) / 40.0, 0.0, 1.0)
    patches = 1.0 + 0.45 * fractal("patches", grid.shape, 70.0 * factor, 3, 0.6)
    plain = np.clip((sea - 5.0) / 14.0, 0.02, 1.0)
    return np.asarray(np.round(plain * np.clip(patches, 0.25, 1.8) * (west + middle + inland), 6))


def _finer(values: np.ndarray, coarse: Grid, grid: Grid) -> np.ndarray:
    """Resample from a coarse grid to a finer one over the same window."""
    factor = coarse.step / grid.step
    return resample(
        values,
        (np.arange(grid.rows) + 0.5) / factor - 0.5,
        (np.arange(grid.cols) + 0.5) / factor - 0.5,
    )


def build_terrain() -> Terrain:
    """Make the land.

    Returns
    -------
    Terrain
        Land, heights and drainage.
    """
    sea_km = sea_distance(DOMAIN)
    land = keep_large(sea_km > 0, 22)
    land = ~keep_large(~land, 400)

    height = np.zeros(COARSE.shape)
    grid = COARSE
    for grid, rounds, push in ((COARSE, 13, 68.0), (HYDRO, 3, 20.0)):
        factor = round(grid.step / DOMAIN.step)
        wet = ~land[factor // 2 :: factor, factor // 2 :: factor]
        sea = sea_km[factor // 2 :: factor, factor // 2 :: factor]
        rough = np.abs(fractal("rough", grid.shape, 24.0 / factor * 2, 4)) * 6.0
        if grid is COARSE:
            height = rough + np.clip(sea, 0, None) * 0.6
        else:
            height = _finer(height, COARSE, grid) + rough * 0.7
        height[wet] = 0.0
        rim = np.where(wet, 0.0, np.clip(sea * 1.2, 0.0, RIM_M))
        for side in (np.s_[:, 0], np.s_[:, -1], np.s_[0], np.s_[-1]):
            height[side] = rim[side]
        height = erode(height, wet, uplift_field(sea, grid) * push, grid, rounds)
    order, receiver = drain(height, wet)
    area = upstream(order, receiver, grid.cell_km2)
    base = height.ravel().tolist()
    own = height.ravel().tolist()
    for cell in order:
        below = receiver[cell]
        if below != cell and area[cell] < 12.0:
            base[cell] = base[below]
    above = np.clip(np.array(own) - np.array(base), 0, None).reshape(grid.shape)
    fine_height = _finer(height, HYDRO, DOMAIN)
    return Terrain(
        land=land,
        height=np.round(np.where(land, np.maximum(fine_height, 0.5), 0.0), 3),
        above=np.round(np.clip(_finer(above, HYDRO, DOMAIN), 0, None), 3),
        receiver=np.array(receiver),
        area=np.array(area),
        sea_km=sea_km,
    )


def width_m(area_km2: np.ndarray, to_sea_km: np.ndarray) -> np.ndarray:
    """Give a river's width: by the area it drains, and wider towards its mouth."""
    flare = 1.0 + 2.4 * np.exp(-np.maximum(to_sea_km, 0.0) / 3.5)
    return np.asarray(4.2 * np.sqrt(area_km2) * flare)
