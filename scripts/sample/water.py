# SPDX-License-Identifier: GPL-2.0-or-later
"""Rivers as lines, and the wide river and the lakes as polygons."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sample.grid import DOMAIN, KM_LAT, Grid, km, moved
from sample.growth import without_pinches
from sample.model import VILLAGES, Place, Regency
from sample.names import invented
from sample.noise import fractal
from sample.settlements import outline
from sample.terrain import HYDRO, WIDE_M, Terrain, width_m
from sample.trace import Polygon, outlines, smooth_corners, within

RIVERS = 6
TRIBUTARY_KM2 = 85.0
FINE = 0.0005
Water = tuple[str, str, list[Polygon]]


@dataclass
class River:
    """A river or a tributary.

    Attributes
    ----------
    name, kind : str
        Name, and ``utama`` or ``anak``.
    line : list of tuple
        From its source to its mouth.
    basin_km2 : float
        Area it drains at its end.
    upstream : list of float
        Area it drains at each vertex.
    """

    name: str
    kind: str
    line: list[Place]
    basin_km2: float
    upstream: list[float]


def _stem(cell: int, children: dict[int, list[int]], area: np.ndarray, least: float) -> list[int]:
    """Follow a river upstream along the larger branch."""
    stem = [cell]
    while True:
        above = [c for c in children.get(stem[-1], []) if area[c] >= least]
        if not above:
            return stem
        stem.append(max(above, key=lambda c: (area[c], c)))


def _bend(cells: list[int], area: np.ndarray, bends: tuple[np.ndarray, np.ndarray]) -> River:
    """Turn a stem (mouth first) into a meandering line (source first)."""
    cells = cells[::-1]
    points = np.array([HYDRO.place(*divmod(c, HYDRO.cols)) for c in cells])
    for _ in range(3):
        points[1:-1] = points[1:-1] * 0.4 + (points[:-2] + points[2:]) * 0.3
    at = np.arange(0, len(points) - 1 + 1e-9, 0.25)
    base = np.arange(len(points))
    dense = np.stack([np.interp(at, base, points[:, k]) for k in (0, 1)], axis=1)
    line = []
    for lon, lat in dense.tolist():
        place = DOMAIN.cell(lon, lat)
        line.append(
            (round(lon + float(bends[0][place]), 5), round(lat + float(bends[1][place]), 5))
        )
    grown = np.interp(at, base, area[cells])
    return River("", "", line, float(area[cells[-1]]), [float(a) for a in grown])


def build_rivers(terrain: Terrain, regency: Regency) -> list[River]:
    """Choose the rivers that drain most of the regency, with their tributaries.

    Parameters
    ----------
    terrain : Terrain
        With the drainage tree.
    regency : Regency
        Where the rivers have to be.

    Returns
    -------
    list of River
        Each river followed by its tributaries.
    """
    label = regency.label[::2, ::2].ravel()
    shown = label > 0
    area, receiver = terrain.area, terrain.receiver
    children: dict[int, list[int]] = {}
    for cell in np.flatnonzero(shown).tolist():
        if receiver[cell] != cell:
            children.setdefault(int(receiver[cell]), []).append(cell)
    bends = (
        fractal("meander/lon", DOMAIN.shape, 7.0, 3, 0.6) * 0.0026,
        fractal("meander/lat", DOMAIN.shape, 7.0, 3, 0.6) * 0.0026,
    )
    own = _own_area(area, receiver, (label > 0) & (label <= VILLAGES))
    last = [c for c in np.flatnonzero(shown).tolist() if not shown[receiver[c]]]
    mouths = sorted(last, key=lambda c: (-own[c], c))[:RIVERS]
    names = iter(invented("rivers", 200))
    rivers: list[River] = []
    for mouth in mouths:
        main = _stem(mouth, children, area, 18.0)
        river = _bend([int(receiver[mouth]), *main], area, bends)
        river.name, river.kind = f"Sungai {next(names)}", "utama"
        # The cell beyond the mouth drains nothing of its own.
        river.upstream[-4:] = [max(river.upstream)] * 4
        river.basin_km2 = float(area[mouth])
        rivers.append(river)
        taken = set(main)
        queue = list(main)
        for cell in queue:
            for side in children.get(cell, []):
                if side not in taken and area[side] >= TRIBUTARY_KM2:
                    stem = _stem(side, children, area, 18.0)
                    taken.update(stem)
                    queue.extend(stem)
                    branch = _bend([cell, *stem], area, bends)
                    branch.name, branch.kind = f"Sungai {next(names)}", "anak"
                    branch.basin_km2 = float(area[side])
                    rivers.append(branch)
    return rivers


def _trace(parts: list[tuple[Place, float]]) -> list[Polygon]:
    """Outline the union of discs (place, radius in km), on a fine grid around them."""
    lon = np.array([p[0] for p, _ in parts])
    lat = np.array([p[1] for p, _ in parts])
    margin = max(r for _, r in parts) / KM_LAT + 4 * FINE
    west = math.floor((lon.min() - margin) / FINE) * FINE
    north = math.ceil((lat.max() + margin) / FINE) * FINE
    grid = Grid(
        west,
        north,
        FINE,
        int((north - lat.min() + margin) / FINE) + 1,
        int((lon.max() + margin - west) / FINE) + 1,
    )
    mask = np.zeros(grid.shape, dtype=np.int32)
    for (x, y), radius in parts:
        reach = int(radius / KM_LAT / FINE) + 1
        row, col = grid.cell(x, y)
        down = np.arange(max(row - reach, 0), min(row + reach + 1, grid.rows))
        across = np.arange(max(col - reach, 0), min(col + reach + 1, grid.cols))
        dy = grid.north - (down[:, None] + 0.5) * FINE - y
        dx = grid.west + (across[None, :] + 0.5) * FINE - x
        mask[np.ix_(down, across)] |= np.hypot(dx, dy) * KM_LAT <= radius
    mask = without_pinches(mask)
    return outlines(mask, smooth_corners(mask, grid, 8))[1]


def _own_area(area: np.ndarray, receiver: np.ndarray, own: np.ndarray) -> list[int]:
    """Count the regency's cells upstream of every cell."""
    count = own.astype(int).tolist()
    below = receiver.tolist()
    # What lies downstream always drains more, so the smaller areas come first.
    for cell in np.argsort(area, kind="stable").tolist():
        if below[cell] >= 0 and below[cell] != cell:
            count[below[cell]] += count[cell]
    return count


def build_water(terrain: Terrain, regency: Regency, rivers: list[River]) -> list[Water]:
    """Make polygons of the wide stretches of the main rivers and of two lakes.

    Parameters
    ----------
    terrain : Terrain
        For the distance to the sea.
    regency : Regency
        For the village offices, which lakes keep away from.
    rivers : list of River
        As made by `build_rivers`.

    Returns
    -------
    list of tuple
        Name, kind (``sungai`` or ``danau``) and polygons.
    """
    water = []
    main = [r for r in rivers if r.kind == "utama"]
    for river in main:
        parts = []
        mouth = river.line[-1]
        if DOMAIN.sample(terrain.sea_km, *mouth) > 2.0:
            # It leaves the drawing over land.
            continue
        # Points every 60 m or so, so that the discs flow together.
        for (a, b), area in zip(zip(river.line, river.line[1:]), river.upstream):
            width = float(width_m(np.array(area), np.array(km(a, mouth))))
            # The neighbours' stretches stay lines; the mouth itself lies at sea.
            own = 0 < DOMAIN.sample(regency.label, *a) <= VILLAGES
            if width < WIDE_M or not (own or km(a, mouth) < 1.0):
                continue
            steps = max(1, int(km(a, b) / 0.04))
            parts += [
                ((a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps), width / 2e3)
                for k in range(steps)
            ]
        if parts:
            water.append((river.name, "sungai", _trace(parts)))
    names = invented("lakes", 2)
    for name, river, size in zip(names, main, (9.5, 4.0)):
        low = [p for p in river.line if 9.0 < DOMAIN.sample(terrain.sea_km, *p) < 45.0]
        places = [moved(p, 0.9, -0.9) for p in low[::4]]
        own = [p for p in places if 0 < DOMAIN.sample(regency.label, *p) <= VILLAGES]
        # As far from every village office as it can be.
        centre = max(own, key=lambda p: min(km(p, v.office) for v in regency.villages))
        water.append((f"Danau {name}", "danau", [[outline(centre, size, 9.0, name, detail=90)]]))
    return water


def water_mask(water: list[Water]) -> np.ndarray:
    """Mark the cells of DOMAIN whose middle lies in water."""
    mask = np.zeros(DOMAIN.shape, dtype=bool)
    for _, _, polygons in water:
        for rings in polygons:
            for ring in rings:
                points = np.array(ring)
                r0, c0 = DOMAIN.cell(points[:, 0].min(), points[:, 1].max())
                r1, c1 = DOMAIN.cell(points[:, 0].max(), points[:, 1].min())
                window = np.s_[r0 : r1 + 1, c0 : c1 + 1]
                mask[window] ^= within(ring, DOMAIN.lon[c0 : c1 + 1], DOMAIN.lat[r0 : r1 + 1])
    return mask
