# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlements (dusun) of the villages, and the population raster that follows them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from sample.grid import DOMAIN, KM_LAT, KM_LON, Grid, distance_km, km, moved
from sample.model import VILLAGES, Place, Regency, Village
from sample.names import invented
from sample.noise import normal, stream
from sample.terrain import Terrain
from sample.trace import Ring, within

POPULATION = Grid(115.60, -0.93, 0.00225, 660, 450)
SMALLEST_KM2, LARGEST_KM2 = 0.02, 1.5


@dataclass
class Settlement:
    """A settlement of a village.

    Attributes
    ----------
    village : Village
        Whose it is.
    centre : tuple of float
        Its middle.
    people : float
        How many live there.
    name : str
        Name of the dusun.
    ring : list of tuple
        Its outline.
    """

    village: Village
    centre: Place
    people: float
    name: str = ""
    ring: Ring | None = None

    @property
    def households(self) -> int:
        """Households, in the proportion of the village."""
        share = self.people / max(self.village.population, 1)
        return max(1, round(share * self.village.households))


def border_distance(label: np.ndarray) -> np.ndarray:
    """Measure each cell's distance to the border of its village."""
    edge = np.zeros(label.shape, dtype=bool)
    for axis, shift in ((0, 1), (0, -1), (1, 1), (1, -1)):
        edge |= np.roll(label, shift, axis) != label
    return distance_km(edge, DOMAIN, 12.0)


def outline(centre: Place, area_km2: float, room_km: float, name: str, detail: int = 0) -> Ring:
    """Draw a drawn-out, uneven shape around a place.

    Parameters
    ----------
    centre : tuple of float
        The place.
    area_km2 : float
        Its area, unless there is no room for it.
    room_km : float
        How far it may reach.
    name : str
        Name of its random stream.
    detail : int
        Number of vertices; 0 for as many as suit a settlement.

    Returns
    -------
    list of tuple
        A closed ring. It is seen whole from the centre, so it never crosses itself.
    """
    rng = stream(f"outline/{name}")
    count = detail or int(18 + 22 * min(area_km2, 1.0) + 6 * rng.random())
    angle = np.arange(count) * 2 * math.pi / count
    radius = np.ones(count)
    for wave in range(2, 14 if detail else 9):
        strength = 0.30 / wave**0.7 * rng.random()
        radius += strength * np.cos(wave * angle + 2 * math.pi * rng.random())
    radius = np.clip(radius * (0.97 + 0.06 * rng.random(count)), 0.35, 1.8)
    stretch = 1.0 + 1.1 * rng.random()
    if room_km < 0.9 * math.sqrt(area_km2):
        stretch = 1.1
    turn = math.pi * rng.random()
    along, across = radius * np.cos(angle) * stretch, radius * np.sin(angle) / stretch
    east = along * math.cos(turn) - across * math.sin(turn)
    north = along * math.sin(turn) + across * math.cos(turn)
    drawn = 0.5 * abs(float(np.sum(east * np.roll(north, -1) - np.roll(east, -1) * north)))
    scale = math.sqrt(area_km2 / drawn)
    scale = min(scale, room_km / float(np.hypot(east, north).max()))
    points = [moved(centre, scale * e, scale * n) for e, n in zip(east, north)]
    ring = [(round(x, 6), round(y, 6)) for x, y in points]
    return [*ring, ring[0]]


def _spots(
    village: Village, cells: np.ndarray, weight: np.ndarray, room: np.ndarray, count: int
) -> list[Place]:
    """Choose the middles of a village's settlements, the one at the office first."""
    rng = stream(f"spots/{village.index}")
    spots = [village.office]
    # Most dusun are not far from the office, some are.
    row, col = DOMAIN.cell(*village.office)
    away = np.hypot(cells // DOMAIN.cols - row, cells % DOMAIN.cols - col) * DOMAIN.step * KM_LAT
    weight = weight * (0.03 + np.exp(-away / 1.3))
    # Weighted draw without putting back: the smallest of (-log u) / weight come first.
    keys = -np.log(1.0 - rng.random(len(cells))) / weight
    gap = max(0.55, min(1.3, 0.22 * math.sqrt(len(cells) * DOMAIN.cell_km2)))
    for cell in cells[np.argsort(np.round(keys, 9), kind="stable")].tolist():
        if len(spots) == count:
            break
        place = DOMAIN.place(*divmod(cell, DOMAIN.cols))
        if room.ravel()[cell] > 0.35 and all(km(place, other) > gap for other in spots):
            spots.append(place)
    return spots


def build_settlements(terrain: Terrain, regency: Regency, wet: np.ndarray) -> list[Settlement]:
    """Make the settlements of every village.

    Parameters
    ----------
    terrain : Terrain
        The land.
    regency : Regency
        The villages.
    wet : numpy.ndarray
        Cells of DOMAIN under water.

    Returns
    -------
    list of Settlement
        In the order of the villages, the main settlement of each first.
    """
    room = np.minimum(border_distance(regency.label), distance_km(wet, DOMAIN, 12.0))
    suits = 1.0 / (0.4 + terrain.above / 25.0) / (0.5 + regency.road_km / 3.0)
    order = np.argsort(regency.label.ravel(), kind="stable")
    ends = np.cumsum(np.bincount(regency.label.ravel(), minlength=VILLAGES + 3))
    found: list[Settlement] = []
    for village in regency.villages:
        cells = order[ends[village.index - 1] : ends[village.index]]
        rng = stream(f"dusun/{village.index}")
        size = len(cells) * DOMAIN.cell_km2
        count = int(2 + village.population / 1500 + size / 35 + 1.5 * rng.random())
        count = min(max(count, 2), 8)
        spots = _spots(village, cells, suits.ravel()[cells], room, count)
        shares = [1.6 + rng.random()] + [
            (0.2 + 0.8 * rng.random() ** 2) * math.exp(-km(village.office, spot) / 4.5)
            for spot in spots[1:]
        ]
        for spot, share in zip(spots, shares):
            people = village.population * share / sum(shares)
            found.append(Settlement(village, spot, people))
    by_village: dict[int, list[Settlement]] = {}
    for settlement in found:
        by_village.setdefault(settlement.village.index, []).append(settlement)
    for settlement, name in zip(found, invented("dusun", len(found))):
        rng = stream(f"density/{name}")
        crowd = 6500.0 if settlement.village.kind == "kelurahan" else 2100.0
        area = settlement.people / (crowd * (0.7 + 0.6 * rng.random()))
        area = min(max(area, SMALLEST_KM2), LARGEST_KM2)
        free = DOMAIN.sample(room, *settlement.centre) - 0.12
        main = by_village[settlement.village.index][0]
        for other in by_village[settlement.village.index]:
            if other is not settlement:
                part = 0.65 if settlement is main else (0.33 if other is main else 0.48)
                free = min(free, part * km(settlement.centre, other.centre))
        settlement.name = f"Dusun {name}"
        settlement.ring = outline(settlement.centre, area, max(free, 0.1), name)
    return found


def _covered(ring: Ring) -> tuple[slice, slice, np.ndarray]:
    """Give the window of POPULATION a ring lies in, and the share of each cell inside it."""
    points = np.array(ring)
    r0, c0 = POPULATION.cell(points[:, 0].min(), points[:, 1].max())
    r1, c1 = POPULATION.cell(points[:, 0].max(), points[:, 1].min())
    # Four by four points in each cell, counted where the ring holds them.
    parts = (np.arange(4) + 0.5) / 4 - 0.5
    down = (np.arange(r0, r1 + 1)[:, None] + parts).ravel()
    across = (np.arange(c0, c1 + 1)[:, None] + parts).ravel()
    held = within(
        ring,
        POPULATION.west + (across + 0.5) * POPULATION.step,
        POPULATION.north - (down + 0.5) * POPULATION.step,
    )
    share = held.astype(float).reshape(r1 - r0 + 1, 4, c1 - c0 + 1, 4).sum(axis=(1, 3))
    if not share.any():
        row, col = POPULATION.cell(*points[:-1].mean(axis=0))
        share[row - r0, col - c0] = 1.0
    return slice(r0, r1 + 1), slice(c0, c1 + 1), share


def population_raster(regency: Regency, settlements: list[Settlement]) -> np.ndarray:
    """Spread people over cells: mostly in settlements, a few on farms around them.

    The sum of a village is 1 to 3 % off its official figure, as a modelled raster's would be.

    Parameters
    ----------
    regency : Regency
        The villages.
    settlements : list of Settlement
        Where people live.

    Returns
    -------
    numpy.ndarray
        People per cell of POPULATION; -1 outside the regency.
    """
    people = np.zeros(POPULATION.shape)
    rows = ((DOMAIN.north - POPULATION.lat) / DOMAIN.step).astype(int)
    cols = ((POPULATION.lon - DOMAIN.west) / DOMAIN.step).astype(int)
    label = regency.label[np.ix_(rows, cols)]
    off = {}
    for village in regency.villages:
        rng = stream(f"census/{village.index}")
        off[village.index] = (0.011 + 0.017 * rng.random()) * (1 if rng.random() < 0.5 else -1)
    for settlement in settlements:
        assert settlement.ring is not None
        index = settlement.village.index
        total = settlement.people * (1.0 + off[index])
        down, across, share = _covered(settlement.ring)
        rng = stream(f"cells/{settlement.name}")
        share = share * (0.75 + 0.5 * rng.random(share.shape))
        people[down, across] += 0.93 * total * share / share.sum()
        farms = []
        while len(farms) < 7:
            east, north = 0.7 * normal(rng), 0.7 * normal(rng)
            cell = POPULATION.cell(*moved(settlement.centre, east, north))
            if label[cell] == index:
                farms.append(cell)
        for cell in farms:
            people[cell] += 0.01 * total
    outside = (label == 0) | (label > VILLAGES)
    return np.where(outside & (people == 0), -1.0, np.round(people, 1)).astype(np.float32)


def spread_km(settlement: Settlement) -> float:
    """Give a typical radius of a settlement in km."""
    assert settlement.ring is not None
    points = np.array(settlement.ring[:-1]) - settlement.centre
    return float(np.hypot(points[:, 0] * KM_LON, points[:, 1] * KM_LAT).mean())
