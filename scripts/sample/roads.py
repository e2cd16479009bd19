# SPDX-License-Identifier: GPL-2.0-or-later
"""Roads along the cheapest ways between the towns, and from the network to every village."""

from __future__ import annotations

import numpy as np

from sample.grid import DOMAIN, Grid
from sample.growth import grow
from sample.noise import fractal
from sample.terrain import Terrain

ROAD = Grid(DOMAIN.west, DOMAIN.north, 0.004, DOMAIN.rows // 2, DOMAIN.cols // 2)
Line = list[tuple[float, float]]
Path = list[int]


def road_cost(terrain: Terrain) -> np.ndarray:
    """Say what a km of road costs on each cell of ROAD: slopes and wide rivers are dear."""
    height = terrain.height[::2, ::2]
    slope = np.hypot(*np.gradient(height / (ROAD.step * 110_580.0)))
    river = np.clip(terrain.area.reshape(ROAD.shape) / 400.0, 0, 4)
    wet_foot = np.where((height < 6) & (terrain.sea_km[::2, ::2] < 3.0), 3.0, 0.0)
    noise = fractal("road", ROAD.shape, 9.0, 4, 0.7)
    cost = 1.0 + 25.0 * slope + height / 350.0 + river + wet_foot + 1.1 * np.clip(noise + 0.5, 0, 2)
    return np.asarray(np.round(cost, 6))


def _path(parent: np.ndarray, cell: int) -> Path:
    """Walk back from a cell to its source."""
    path = [cell]
    flat = parent.ravel()
    while flat[path[-1]] >= 0:
        path.append(int(flat[path[-1]]))
    return path


def connect(
    terrain: Terrain, links: list[tuple[tuple[float, float], tuple[float, float]]]
) -> list[Path]:
    """Lay a road for each link; later roads like to follow earlier ones."""
    cost = road_cost(terrain)
    land = terrain.land[::2, ::2]
    paths = []
    for start, end in links:
        (r0, c0), (r1, c1) = ROAD.cell(*start), ROAD.cell(*end)
        margin = 45
        box = np.zeros(ROAD.shape, dtype=bool)
        box[
            max(min(r0, r1) - margin, 0) : max(r0, r1) + margin,
            max(min(c0, c1) - margin, 0) : max(c0, c1) + margin,
        ] = True
        _, _, parent = grow(cost, [(r0 * ROAD.cols + c0, 1, 0.0)], land & box, diagonal=True)
        path = _path(parent, r1 * ROAD.cols + c1)
        cost.ravel()[path] *= 0.45
        paths.append(path)
    return paths


def branches(
    terrain: Terrain, network: list[Path], places: list[tuple[float, float]]
) -> list[Path]:
    """Lay a road from the network to every place, sharing stretches with one another."""
    cost = road_cost(terrain)
    land = terrain.land[::2, ::2]
    known = {cell for path in network for cell in path}
    _, _, parent = grow(cost, [(cell, 1, 0.0) for cell in sorted(known)], land, diagonal=True)
    paths = []
    for place in places:
        row, col = ROAD.cell(*place)
        path = _path(parent, row * ROAD.cols + col)
        fresh = []
        for cell in path:
            fresh.append(cell)
            if cell in known:
                break
        known.update(fresh)
        if len(fresh) > 1:
            paths.append(fresh)
    return paths


def as_lines(paths: list[Path]) -> list[Line]:
    """Turn paths over cells into smooth, winding lines.

    The bends depend on the place alone and the ends are not smoothed, so lines keep meeting.
    """
    bend_lon = fractal("winding/lon", DOMAIN.shape, 11.0, 3, 0.6) * 0.0019
    bend_lat = fractal("winding/lat", DOMAIN.shape, 11.0, 3, 0.6) * 0.0019
    lines = []
    for path in paths:
        points = np.array([ROAD.place(*divmod(cell, ROAD.cols)) for cell in path])
        for _ in range(4):
            points[1:-1] = points[1:-1] * 0.4 + (points[:-2] + points[2:]) * 0.3
        line = []
        for lon, lat in points.tolist():
            cell = DOMAIN.cell(lon, lat)
            place = lon + float(bend_lon[cell]), lat + float(bend_lat[cell])
            line.append((round(place[0], 5), round(place[1], 5)))
        lines.append(line)
    return lines


def road_mask(paths: list[Path]) -> np.ndarray:
    """Mark the cells of DOMAIN that roads run through."""
    mask = np.zeros(ROAD.shape, dtype=bool)
    for path in paths:
        mask.ravel()[path] = True
    return mask.repeat(2, axis=0).repeat(2, axis=1)
