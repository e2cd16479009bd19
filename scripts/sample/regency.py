# SPDX-License-Identifier: GPL-2.0-or-later
"""The regency's land, its villages and kecamatan, and the neighbours' edge."""

from __future__ import annotations

import heapq

import numpy as np

from sample.grid import DOMAIN, KM_LAT, distance_km, km
from sample.growth import fill, grow, in_one_piece, without_pinches
from sample.model import SEATS, VILLAGES, Place, Regency, Village
from sample.noise import fractal, stream
from sample.people import give_names, give_people
from sample.roads import connect, road_mask
from sample.terrain import WIDE_M, Terrain, width_m

# The land side of the outline before ridges and noise bend it (longitude, latitude). An invention:
# it follows no real boundary.
OUTLINE = (
    (116.70, -1.03),
    (116.40, -1.045),
    (116.22, -0.99),
    (116.04, -1.12),
    (115.90, -1.10),
    (115.825, -1.26),
    (115.855, -1.44),
    (115.67, -1.60),
    (115.63, -1.83),
    (115.735, -2.02),
    (115.77, -2.18),
    (115.88, -2.31),
    (116.08, -2.385),
    (116.28, -2.33),
    (116.42, -2.40),
    (116.70, -2.42),
)
# Roads between seats, by position above.
MAIN_ROAD = ((2, 1), (1, 0), (0, 7), (7, 8))
OTHER_ROADS = ((0, 4), (4, 5), (2, 3), (3, 4), (0, 6), (6, 9), (8, 9))
NEIGHBOUR_KM = 25.0


def polygon_mask(outline: tuple[Place, ...]) -> np.ndarray:
    """Mark the cells of DOMAIN inside a polygon that noise has bent a little."""
    lat, lon = np.meshgrid(DOMAIN.lat, DOMAIN.lon, indexing="ij")
    lon = lon + fractal("outline/lon", DOMAIN.shape, 60.0, 5) * 0.022
    lat = lat + fractal("outline/lat", DOMAIN.shape, 60.0, 5) * 0.022
    result = np.zeros(DOMAIN.shape, dtype=bool)
    for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1]):
        if y0 == y1:
            continue
        result ^= ((y0 > lat) != (y1 > lat)) & (lon < x0 + (lat - y0) * (x1 - x0) / (y1 - y0))
    return result


def growth_cost(terrain: Terrain, detail: float) -> np.ndarray:
    """Say how hard a boundary is to push over each cell: up a slope, over a large river."""
    river = np.clip(terrain.area.reshape(DOMAIN.rows // 2, -1) / 150.0 - 0.4, 0, 5)
    river = river.repeat(2, axis=0).repeat(2, axis=1)
    # Noise multiplies: patches that are many times as dear as others make boundaries wander.
    noise = np.exp(detail * fractal("growth", DOMAIN.shape, 13.0, 4, 0.85))
    cost = (0.6 + (terrain.above / 40.0) ** 1.4 + 2.5 * river) * noise
    return np.asarray(np.round(cost, 6))


def divide_land(terrain: Terrain, cost: np.ndarray) -> np.ndarray:
    """Divide the land: 1 the regency, 2 and 3 its neighbours in the north and in the south-west."""
    drawn = polygon_mask(OUTLINE)
    deep = drawn & (distance_km(~drawn, DOMAIN, 5.0) > 4.0)
    far = ~drawn & (distance_km(drawn, DOMAIN, 5.0) > 4.0)
    lat = np.broadcast_to(DOMAIN.lat[:, None], DOMAIN.shape)
    lon = np.broadcast_to(DOMAIN.lon, DOMAIN.shape)
    # The two neighbours meet somewhere about this line.
    above = lat + 0.45 * (lon - 115.62) + 1.40
    start = np.where(deep, 1, 0)
    start[far & (above > 0.07)] = 2
    start[far & (above < -0.07)] = 3
    # Only the rims of the three cores need to spread.
    flat, rim = start.ravel(), np.zeros(DOMAIN.shape, dtype=bool)
    for axis, shift in ((0, 1), (0, -1), (1, 1), (1, -1)):
        rim |= np.roll(start, shift, axis) == 0
    cells = np.flatnonzero((start > 0) & rim & terrain.land)
    sources = [(int(i), int(flat[i]), 0.0) for i in cells]
    free = terrain.land & ((start == 0) | rim)
    side, _, _ = grow(cost, sources, free, diagonal=True)
    side = fill(np.where(terrain.land & (start > 0), start, side), terrain.land)
    near = distance_km(side == 1, DOMAIN, 30.0)
    cut = NEIGHBOUR_KM + 1.2 * fractal("cut", DOMAIN.shape, 40.0, 4)
    return np.where((side > 1) & (near > cut), 0, side)


def spacing_km(terrain: Terrain, road_km: np.ndarray) -> np.ndarray:
    """Say how far apart village offices stand: close in towns and by roads, wide in hills."""
    near_town = np.full(DOMAIN.shape, 99.0)
    lat, lon = np.meshgrid(DOMAIN.lat, DOMAIN.lon, indexing="ij")
    for rank, seat in enumerate(SEATS):
        away = np.hypot((lon - seat[0]) * KM_LAT, (lat - seat[1]) * KM_LAT)
        near_town = np.minimum(near_town, away + (0.0 if rank == 0 else 2.0))
    coast = np.clip(terrain.sea_km / 60.0, 0, 1)
    wide = 3.4 + 5.5 * coast + terrain.height / 130.0 + np.clip(road_km, 0, 14) * 0.33
    wide *= np.clip(0.45 + near_town / 17.0, 0.45, 1.0)
    return np.asarray(np.round(wide, 6))


def place_offices(
    terrain: Terrain, land: np.ndarray, spacing: np.ndarray, edge_km: np.ndarray
) -> list[Place]:
    """Place the village offices: valley floors, not too near the border, spaced by ``spacing``."""
    area = terrain.area.reshape(DOMAIN.rows // 2, -1).repeat(2, axis=0).repeat(2, axis=1)
    wide = distance_km(width_m(area, terrain.sea_km) > WIDE_M, DOMAIN, 2.0)
    suits = land & (wide > 0.75) & (edge_km > 0.9) & (terrain.above < 30) & (terrain.sea_km > 0.6)
    rng = stream("offices")
    cells = np.flatnonzero(suits)
    draws = cells[np.argsort(rng.random(len(cells)), kind="stable")][:9000]
    candidates = [*SEATS, *(DOMAIN.place(*divmod(int(c), DOMAIN.cols)) for c in draws)]
    gaps = [DOMAIN.sample(spacing, *place) for place in candidates]

    def thrown(scale: float) -> list[Place]:
        chosen: list[Place] = []
        xy = np.zeros((0, 2))
        for place, gap in zip(candidates, gaps):
            away = (xy - place) * KM_LAT
            if len(chosen) < len(SEATS) or (np.hypot(*away.T) > scale * gap).all():
                chosen.append(place)
                xy = np.vstack([xy, place])
                if len(chosen) > VILLAGES + 12:
                    break
        return chosen

    low, high = 0.3, 2.5
    for _ in range(14):
        middle = (low + high) / 2
        if len(thrown(middle)) >= VILLAGES:
            low = middle
        else:
            high = middle
    return thrown(low)[:VILLAGES]


def neighbours_of(label: np.ndarray) -> dict[int, set[int]]:
    """List which labels share an edge."""
    found: dict[int, set[int]] = {}
    for a, b in ((label[:, :-1], label[:, 1:]), (label[:-1], label[1:])):
        differ = (a != b) & (a > 0) & (b > 0)
        pairs = np.unique(np.stack([a[differ], b[differ]], axis=1), axis=0)
        for one, other in pairs.tolist():
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def group(offices: list[Place], label: np.ndarray) -> list[int]:
    """Join villages to kecamatan, outwards from the seats over shared borders."""
    beside = neighbours_of(label)
    owner = {}
    heap = [(0.0, seat, seat + 1) for seat in range(len(SEATS))]
    while heap:
        spent, seat, village = heapq.heappop(heap)
        if village in owner:
            continue
        owner[village] = seat
        for other in sorted(beside.get(village, ())):
            if other not in owner and other <= VILLAGES:
                way = spent + km(offices[village - 1], offices[other - 1])
                heapq.heappush(heap, (way, seat, other))
    return [owner[i + 1] for i in range(VILLAGES)]


def build_regency(terrain: Terrain, total: int = 310_240) -> Regency:
    """Make the regency.

    Parameters
    ----------
    terrain : Terrain
        The land.
    total : int
        Official population of the regency.

    Returns
    -------
    Regency
        Everything that stands on the grid.
    """
    cost = growth_cost(terrain, 0.62)
    side = divide_land(terrain, cost)
    own = side == 1
    main = connect(terrain, [(SEATS[a], SEATS[b]) for a, b in MAIN_ROAD])
    other = connect(terrain, [(SEATS[a], SEATS[b]) for a, b in OTHER_ROADS])
    road_km = distance_km(road_mask(main + other), DOMAIN, 15.0)
    edge_km = distance_km(~own, DOMAIN, 6.0)
    offices = place_offices(terrain, own, spacing_km(terrain, road_km), edge_km)
    sources = []
    for index, office in enumerate(offices, start=1):
        row, col = DOMAIN.cell(*office)
        sources.append((row * DOMAIN.cols + col, index, 0.0))
    label, _, _ = grow(cost, sources, own, diagonal=True)
    label = fill(in_one_piece(label, [cell for cell, _, _ in sources]), own)
    label = np.where(side > 1, VILLAGES - 1 + side, label)
    label = without_pinches(label)
    villages = [Village(i + 1, office) for i, office in enumerate(offices)]
    for village, owner in zip(villages, group(offices, label)):
        village.kecamatan = owner
    give_people(villages, label, total)
    names = give_names(villages, terrain)
    villages.sort(key=lambda v: v.code)
    return Regency(label, villages, names, main, other, road_km)
