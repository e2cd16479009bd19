# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines of regions on a lattice, smooth and yet exactly shared.

The corners between cells are moved, each by less than half a cell to every side. Edges between
corners moved that little never cross, whatever the moves, so the outlines stay valid; and since
two regions read the same moved corners, there is neither a gap nor an overlap between them.
"""

from __future__ import annotations

import numpy as np

from sample.grid import Grid

Ring = list[tuple[float, float]]
Polygon = list[Ring]
MOST = 0.46
DIGITS = 6


def _edges(label: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mark the lattice edges that divide regions: along rows, and along columns."""
    padded = np.pad(label, 1)
    along_row = padded[:-1, 1:-1] != padded[1:, 1:-1]
    along_col = padded[1:-1, :-1] != padded[1:-1, 1:]
    return along_row, along_col


def smooth_corners(label: np.ndarray, grid: Grid, rounds: int = 2) -> np.ndarray:
    """Move the corners on outlines towards the middle of their neighbours on outlines.

    Parameters
    ----------
    label : numpy.ndarray
        Regions; 0 is outside.
    grid : Grid
        Their grid.
    rounds : int
        More rounds give smoother outlines.

    Returns
    -------
    numpy.ndarray
        Longitude and latitude of every corner, shape (rows + 1, cols + 1, 2).
    """
    along_row, along_col = _edges(label)
    rows, cols = label.shape
    home = np.stack(
        np.meshgrid(np.arange(rows + 1.0), np.arange(cols + 1.0), indexing="ij"), axis=-1
    )
    place = home.copy()
    count = np.zeros((rows + 1, cols + 1, 1))
    count[:, 1:, 0] += along_row
    count[:, :-1, 0] += along_row
    count[1:, :, 0] += along_col
    count[:-1, :, 0] += along_col
    moving = count[..., 0] > 0
    for _ in range(rounds):
        total = np.zeros_like(place)
        total[:, 1:] += np.where(along_row[..., None], place[:, :-1], 0)
        total[:, :-1] += np.where(along_row[..., None], place[:, 1:], 0)
        total[1:] += np.where(along_col[..., None], place[:-1], 0)
        total[:-1] += np.where(along_col[..., None], place[1:], 0)
        middle = total[moving] / count[moving]
        place[moving] = np.clip(
            place[moving] * 0.4 + middle * 0.6, home[moving] - MOST, home[moving] + MOST
        )
    lon = grid.west + place[..., 1] * grid.step
    lat = grid.north - place[..., 0] * grid.step
    return np.round(np.stack([lon, lat], axis=-1), DIGITS)


def _signed_area(ring: Ring) -> float:
    """Twice the signed area of a ring, positive anticlockwise."""
    points = np.array(ring)
    x, y = points[:, 0] - points[0, 0], points[:, 1] - points[0, 1]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def within(ring: Ring, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Tell which crossings of some meridians and parallels a ring holds (even-odd rule).

    Parameters
    ----------
    ring : list of tuple
        A closed ring.
    lon, lat : numpy.ndarray
        Longitudes and latitudes.

    Returns
    -------
    numpy.ndarray
        Booleans of shape (len(lat), len(lon)).
    """
    points = np.array(ring)
    result = np.zeros((len(lat), len(lon)), dtype=bool)
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        rows = np.flatnonzero((y0 > lat) != (y1 > lat))
        if len(rows):
            at = x0 + (lat[rows] - y0) * (x1 - x0) / (y1 - y0)
            result[rows] ^= lon[None, :] < at[:, None]
    return result


def outlines(label: np.ndarray, corners: np.ndarray) -> dict[int, list[Polygon]]:
    """Follow the outlines of all regions.

    Parameters
    ----------
    label : numpy.ndarray
        Regions without pinches; 0 is outside.
    corners : numpy.ndarray
        Places of the corners.

    Returns
    -------
    dict
        Polygons (an outer ring and holes, closed) of each label, the largest first.
    """
    padded = np.pad(label, 1)
    width = label.shape[1] + 1
    # Directed edges with the region on their right as drawn with rows downwards.
    onward: dict[int, dict[int, int]] = {}
    along_row, along_col = _edges(label)
    for row, col in np.argwhere(along_row).tolist():
        start = row * width + col
        above, below = int(padded[row, col + 1]), int(padded[row + 1, col + 1])
        if below:
            onward.setdefault(below, {})[start] = start + 1
        if above:
            onward.setdefault(above, {})[start + 1] = start
    for row, col in np.argwhere(along_col).tolist():
        start = row * width + col
        left, right = int(padded[row + 1, col]), int(padded[row + 1, col + 1])
        if left:
            onward.setdefault(left, {})[start] = start + width
        if right:
            onward.setdefault(right, {})[start + width] = start
    flat = corners.reshape(-1, 2)
    result = {}
    for name in sorted(onward):
        steps = onward[name]
        outer: list[Ring] = []
        holes: list[Ring] = []
        for start in sorted(steps):
            if start not in steps:
                continue
            cells = [start]
            at = steps.pop(start)
            while at != start:
                cells.append(at)
                at = steps.pop(at)
            cells.append(start)
            ring = [(float(x), float(y)) for x, y in flat[cells]]
            (outer if _signed_area(ring) < 0 else holes).append(ring)
        outer.sort(key=_signed_area)
        polygons = [[ring] for ring in outer]
        for hole in holes:
            holder = next(p for p in polygons if within(p[0], *_nudge(hole))[0, 0])
            holder.append(hole)
        result[name] = polygons
    return result


def _nudge(ring: Ring) -> tuple[np.ndarray, np.ndarray]:
    """Give a place on a ring's first edge; a hole shares no edge with its outer ring."""
    first, second = ring[:2]
    return np.array([(first[0] + second[0]) / 2]), np.array([(first[1] + second[1]) / 2])
