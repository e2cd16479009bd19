# SPDX-License-Identifier: GPL-2.0-or-later
"""Base stations: in towns, along roads, in some villages, and just over the border."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from sample.grid import DOMAIN, distance_km, km, moved
from sample.model import SEATS, VILLAGES, Place, Regency
from sample.noise import normal, stream
from sample.roads import ROAD, Path
from sample.terrain import Terrain

INSIDE = 95
NEIGHBOURS = 15
REMOVED = 2
UPGRADED = 3
NEW_YEAR = 2025
IN_TOWN = (8, 4, 3, 2, 2, 1, 1, 3, 3, 1)
SECTORED = 12
OWNERS = ("PT Menara Misal", "PT Tiang Rekaan", "PT Pemancar Umpama", "PT Antena Andai")
# Radii used here only to choose sites and to write the reports: covered to, weak to (km).
RADII = {"5G": (3.5, 5.0), "4G": (3.5, 5.0), "3G": (0.0, 5.0), "2G": (0.0, 8.0)}


@dataclass
class Site:
    """A base station.

    Attributes
    ----------
    place : tuple of float
        Where it stands.
    technology, operator, owner : str
        As in the table.
    height : int
        Metres.
    year : int
        On air since.
    number : int
        Running number, for its id.
    before : str or None
        Its technology in 2024 if that was another.
    removed : bool
        Gone in 2025.
    sectors : int
        1 (all round) or 3.
    bearing, width : int
        First sector's azimuth and every sector's width.
    """

    place: Place
    technology: str
    operator: str
    owner: str
    height: int
    year: int
    number: int = 0
    before: str | None = None
    removed: bool = False
    sectors: int = 1
    bearing: int = 0
    width: int = 0


def reach(technology: str) -> tuple[float, float]:
    """Give how far a site's best technologies cover and weakly cover, in km."""
    names = technology.split("/")
    return max(RADII[n][0] for n in names), max(RADII[n][1] for n in names)


def class_at(place: Place, sites: list[Site]) -> str:
    """Class a place by the sites around it (all of them taken as all-round)."""
    best = "blank"
    for site in sites:
        covered, weak = reach(site.technology)
        away = km(place, site.place)
        if away <= covered:
            return "covered"
        if away <= weak:
            best = "weak"
    return best


def _make(place: Place, technology: str, oldest: int, rng: np.random.Generator) -> Site:
    """Make a site with an operator, an owner, a height and a year."""
    draw = rng.random()
    operator = "Operator A" if draw < 0.5 else ("Operator B" if draw < 0.8 else "Operator C")
    owner = OWNERS[int(rng.random() * len(OWNERS))]
    height = (42, 42, 52, 52, 60, 62, 72)[int(rng.random() * 7)]
    year = oldest + int((2025 - oldest) * rng.random() ** 1.4)
    lon, lat = place
    return Site((round(lon, 6), round(lat, 6)), technology, operator, owner, height, year)


def _near(place: Place, least: float, most: float, rng: np.random.Generator) -> Place:
    """Choose a place in a ring around another."""
    turn = 2 * math.pi * rng.random()
    away = least + (most - least) * rng.random()
    return moved(place, away * math.cos(turn), away * math.sin(turn))


def _along(path: Path, every_km: float, rng: np.random.Generator) -> list[Place]:
    """Choose places beside a road at uneven intervals."""
    points = [ROAD.place(*divmod(cell, ROAD.cols)) for cell in path]
    places = []
    left = every_km * (0.4 + 0.5 * rng.random())
    for a, b in zip(points, points[1:]):
        left -= km(a, b)
        if left <= 0:
            places.append(moved(b, 0.25 * normal(rng), 0.25 * normal(rng)))
            left += every_km * (0.7 + 0.6 * rng.random())
    return places


def _own(regency: Regency, place: Place) -> bool:
    """Tell whether a place is in the regency."""
    return 0 < DOMAIN.sample(regency.label, *place) <= VILLAGES


def _inside_sites(terrain: Terrain, regency: Regency) -> list[Site]:
    """Choose the regency's own sites: towns first, then roads, then villages."""
    rng = stream("sites")
    sites: list[Site] = []
    for seat, count in zip(SEATS, IN_TOWN):
        for position in range(count):
            place = _near(seat, 0.1 if position == 0 else 0.5, 0.5 if position == 0 else 3.2, rng)
            if not _own(regency, place):
                place = _near(seat, 0.1, 0.6, rng)
            draw = rng.random()
            technology = (
                "4G/5G" if seat == SEATS[0] and draw < 0.4 else ("2G/4G" if draw < 0.6 else "4G")
            )
            sites.append(_make(place, technology, 2008, rng))
    for paths, every in ((regency.main_roads, 11.0), (regency.other_roads, 20.0)):
        for path in paths:
            for place in _along(path, every, rng):
                if _own(regency, place) and min(km(place, s.place) for s in sites) > 2.2:
                    technology = ("4G", "2G/4G", "2G/4G", "4G")[int(rng.random() * 4)]
                    sites.append(_make(place, technology, 2010, rng))
    order = sorted(
        regency.villages,
        key=lambda v: (
            -(v.population**0.8)
            / (4.0 + DOMAIN.sample(regency.road_km, *v.office))
            * (0.4 + rng.random())
        ),
    )
    old = 0
    for village in order:
        if len(sites) >= INSIDE:
            break
        if class_at(village.office, sites) == "covered" and rng.random() < 0.95:
            continue
        # Of some places near the office, the one that serves most offices not served yet.
        left = [v.office for v in regency.villages if class_at(v.office, sites) != "covered"]
        places = [_near(village.office, 0.2, 2.6, rng) for _ in range(8)]
        places = [p for p in places if _own(regency, p)] or [village.office]
        served = [sum(km(p, office) < 3.4 for office in left) for p in places]
        if max(served) < 2 and rng.random() < 0.5:
            continue
        place = places[served.index(max(served))]
        hilly = DOMAIN.sample(terrain.height, *village.office) > 45
        technology = "2G/4G" if rng.random() < 0.4 else "4G"
        if hilly and old < 9 and rng.random() < 0.7:
            technology = "2G" if old % 3 else "3G"
            old += 1
        sites.append(_make(place, technology, 2013, rng))
    return sites


def _neighbour_sites(terrain: Terrain, regency: Regency) -> list[Site]:
    """Choose sites just over the border, where it is low and not too lonely."""
    rng = stream("neighbours")
    own = (regency.label > 0) & (regency.label <= VILLAGES)
    away = distance_km(own, DOMAIN, 8.0)
    suits = (regency.label > VILLAGES) & (away > 0.5) & (away < 4.5) & (terrain.height < 170)
    cells = np.flatnonzero(suits)
    sites: list[Site] = []
    for cell in cells[np.argsort(rng.random(len(cells)), kind="stable")].tolist():
        place = DOMAIN.place(*divmod(cell, DOMAIN.cols))
        if all(km(place, s.place) > 5.0 for s in sites):
            technology = ("4G", "2G/4G", "2G/4G", "2G")[int(rng.random() * 4)]
            sites.append(_make(place, technology, 2011, rng))
        if len(sites) == NEIGHBOURS:
            break
    return sites


def build_sites(terrain: Terrain, regency: Regency) -> list[Site]:
    """Make all sites of both dates.

    Parameters
    ----------
    terrain : Terrain
        The land.
    regency : Regency
        Villages and roads.

    Returns
    -------
    list of Site
        Those of 2025 and the removed ones of 2024.
    """
    sites = _inside_sites(terrain, regency)
    rng = stream("dates")
    for site in sites[sum(IN_TOWN) : sum(IN_TOWN) + 60 : 30]:
        # A mast that was taken down: it stood near another and is in the older table only.
        gone = _make(_near(site.place, 1.5, 4.0, rng), "2G", 2009, rng)
        gone.removed = True
        sites.append(gone)
    # The last ones chosen are the newest, and lie in villages that had nothing before.
    for site in [s for s in sites if not s.removed][-9:-1]:
        site.year = NEW_YEAR
    upgraded = [s for s in sites[sum(IN_TOWN) :] if s.technology == "2G/4G" and s.year < 2016]
    for site in upgraded[:UPGRADED]:
        site.before = "2G"
    for site in sites[:SECTORED]:
        site.sectors = 3
        site.bearing = int(rng.random() * 12) * 10
        site.width = (65, 90, 120, 120)[int(rng.random() * 4)]
    for number, site in enumerate(sites, start=1):
        site.number = number
    neighbours = _neighbour_sites(terrain, regency)
    for number, site in enumerate(neighbours, start=501):
        site.number = number
    return sites + neighbours


def site_rows(sites: list[Site], year: int) -> list[tuple[Place, dict[str, Any]]]:
    """List the sites on air at the end of a year, one row for each antenna."""
    rows = []
    for site in sites:
        if site.year > year or (site.removed and year >= NEW_YEAR):
            continue
        technology = site.before if site.before and year < NEW_YEAR else site.technology
        prefix = "TTG" if site.number > 500 else "CTH"
        for sector in range(site.sectors):
            sectored = site.sectors > 1
            rows.append(
                (
                    site.place,
                    {
                        "site_id": f"{prefix}-{site.number:03d}",
                        "sector": sector + 1 if sectored else None,
                        "technology": technology,
                        "operator": site.operator,
                        "owner": site.owner,
                        "height_m": site.height,
                        "azimuth": (site.bearing + 120 * sector) % 360 if sectored else None,
                        "beamwidth": site.width if sectored else None,
                        "year": site.year,
                    },
                )
            )
    return rows
