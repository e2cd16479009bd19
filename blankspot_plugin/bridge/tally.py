# SPDX-License-Identifier: GPL-2.0-or-later
"""From what was measured to the measures the table is made of: people, centres, distances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..core import definitions, geodesy, wifi
from ..core.arrays import Bools, Floats, Ints
from ..core.codes import normalised_code
from ..core.neighbours import PointGrid, near
from ..core.population import AREA, SETTLEMENT, Weights, people
from ..core.statistics import Measures
from .located import Located, by_village
from .measure import Measured
from .overlay import Tier
from .read import Areas, Points
from .sites import PlacedSites
from .survey import Survey

# Distances on the map are within this share of those on the ground, with room to spare.
_SLACK = 0.05


@dataclass
class Extras:
    """What an algorithm was given besides coverage; None where it was not.

    Attributes
    ----------
    people_kind
        ``raster`` or ``points``.
    table : (n,) float
        Official population of the villages, NaN where unknown.
    centres, facilities, wifi
        Points; the same the survey was given.
    centre_codes
        The code of each centre, '' where there is none.
    wifi_statuses
        The status of each Wi-Fi point; None without a status field.
    sites, site_is_cellular
        Sites for distances and counts.
    """

    people_kind: str | None = None
    table: Floats | None = None
    centres: Points | None = None
    centre_codes: Sequence[str] | None = None
    facilities: Points | None = None
    wifi: Points | None = None
    wifi_statuses: Sequence[str] | None = None
    sites: PlacedSites | None = None
    site_is_cellular: Bools | None = None


def tally(survey: Survey, measured: Measured, extras: Extras, definition: str) -> Measures:
    """Return the measures of the villages.

    Parameters
    ----------
    survey, measured
        The survey and its result.
    extras
        What else was given.
    definition
        Any but auto; it decides what `operators` counts at.
    """
    count = len(survey.areas)
    made = Measures(total=measured.total, land=measured.land, land_wifi=measured.land_wifi)
    has_wifi = bool(survey.wifi_tier) or extras.wifi is not None
    if survey.exclude is not None:
        made.excluded = measured.excluded
    if has_wifi:
        made.wifi_km2 = measured.wifi
    if survey.settlements is not None:
        made.settlement = measured.settlement
        made.settlement_wifi = measured.settlement_wifi
    _count_people(made, measured, survey, extras)
    if extras.facilities is not None:
        located = measured.located["facilities"]
        made.facilities = by_village(located, np.ones(len(extras.facilities)), count)
    village = _centres(made, survey, measured, extras)
    _distances(made, survey, measured, extras, village)
    _programme(made, measured, extras, count)
    if survey.operators is not None:
        made.operators = _operators(survey, measured, definition, village)
    _forget_absent(made)
    return made


def _forget_absent(made: Measures) -> None:
    """Set the counts of villages without a geometry to unknown: none was ever looked for."""
    absent = np.isnan(made.total)
    for counts in (made.facilities, made.sites, made.wifi_points, made.wifi_active):
        if counts is not None:
            counts[absent] = np.nan
    if made.net is not None:
        made.net = [None if gone else word for gone, word in zip(absent, made.net)]


def _count_people(made: Measures, measured: Measured, survey: Survey, extras: Extras) -> None:
    count = len(survey.areas)
    sources = []
    if extras.people_kind is not None:
        located, weight = measured.located["people"], survey.sets["people"].weight
        sources.append(
            Weights(
                extras.people_kind,
                by_village(located, weight, count),
                by_village(located, weight, count, wifi=True),
            )
        )
    if survey.settlements is not None:
        sources.append(Weights(SETTLEMENT, measured.settlement, measured.settlement_wifi))
    sources.append(Weights(AREA, measured.land, measured.land_wifi))
    if extras.table is not None or extras.people_kind is not None:
        made.people = people(count, extras.table, sources)


def _centres(made: Measures, survey: Survey, measured: Measured, extras: Extras) -> Ints:
    """Give every centre its village, by code where both have it, and the village its class."""
    if extras.centres is None:
        return np.empty(0, dtype=np.int64)
    located = measured.located["centres"]
    village = _joined(survey.areas, extras.centre_codes, located)
    made.centre = _worst(located, village, survey.cellular, None, survey, len(survey.areas))
    made.centre_wifi = _worst(
        located, village, survey.cellular, survey.wifi_tier, survey, len(survey.areas)
    )
    return village


def _joined(areas: Areas, codes: Sequence[str] | None, located: Located) -> Ints:
    village = located.village.copy()
    if codes is None:
        return village
    by_code = {normalised_code(code): index for index, code in enumerate(areas.codes) if code}
    for place, code in enumerate(codes):
        village[place] = by_code.get(normalised_code(code), village[place])
    return village


def _worst(
    located: Located, village: Ints, tier: Tier, wifi_tier: Tier | None, survey: Survey, count: int
) -> Ints:
    codes = (located.code if wifi_tier is None else located.code_wifi).copy()
    # A centre that its code puts into a village it does not lie in: asked where it stands.
    stray = np.flatnonzero((codes == definitions.UNKNOWN) & (village >= 0))
    if len(stray):
        xy = survey.sets["centres"].xy[stray]
        tiers = [tier] if wifi_tier is None else [tier, wifi_tier]
        reached = np.any([part.reached.holds_points(xy) for part in tiers], axis=0)
        covered = np.any([part.covered.holds_points(xy) for part in tiers], axis=0)
        codes[stray] = np.where(
            covered,
            definitions.IS_COVERED,
            np.where(reached, definitions.IS_WEAK, definitions.IS_BLANK),
        )
    worst = np.full(count, definitions.UNKNOWN, dtype=np.int64)
    placed = village >= 0
    np.maximum.at(worst, village[placed], codes[placed])
    return worst


def _distances(
    made: Measures, survey: Survey, measured: Measured, extras: Extras, village: Ints
) -> None:
    if extras.sites is None or extras.site_is_cellular is None:
        return
    count = len(survey.areas)
    made.sites = _in_villages(
        measured.located["sites"], count, np.asarray(extras.site_is_cellular, dtype=bool)
    )
    on_map, owner, names = _origins(survey, measured, village)
    origin = survey.plane.from_map(on_map) if len(on_map) else on_map
    made.near_from = names
    made.near = np.full(count, np.nan)
    which = extras.site_is_cellular & extras.sites.placed
    sites = extras.sites.xy[which]
    if not len(sites) or not len(origin):
        return
    grid = PointGrid(sites[:, 0], sites[:, 1])
    place, site = near(grid, origin[:, 0], origin[:, 1], _SLACK)
    lon, lat = survey.plane.unproject(origin)
    points = extras.sites.points
    metres = geodesy.distance(
        lon[place], lat[place], points.lon[which][site], points.lat[which][site]
    )
    nearest = np.full(count, np.inf)
    np.minimum.at(nearest, owner[place], metres)
    made.near = np.where(np.isfinite(nearest), nearest, np.nan)


def _origins(
    survey: Survey, measured: Measured, village: Ints
) -> tuple[Floats, Ints, list[str | None]]:
    """Return where distances start, on the map: all centres of a village, else a point of it."""
    count = len(survey.areas)
    names: list[str | None] = [None] * count
    usable = np.flatnonzero(village >= 0)
    without = np.isfinite(measured.origin[:, 0])
    without[village[usable]] = False
    for index in range(count):
        if without[index]:
            names[index] = "settlement" if measured.on_settlement[index] else "surface"
    for index in village[usable]:
        names[index] = "centre"
    rest = np.flatnonzero(without)
    centres = survey.sets["centres"].xy[usable] if len(usable) else np.empty((0, 2))
    return (
        np.concatenate([centres, measured.origin[rest]]),
        np.concatenate([village[usable], rest]),
        names,
    )


def _in_villages(located: Located, count: int, which: Bools) -> Floats:
    there = (located.village >= 0) & which
    return np.bincount(located.village[there], minlength=count).astype(float)


def _programme(made: Measures, measured: Measured, extras: Extras, count: int) -> None:
    if extras.wifi is None:
        return
    located = measured.located["wifi"]
    every = np.ones(len(extras.wifi), dtype=bool)
    made.wifi_points = _in_villages(located, count, every)
    statuses = extras.wifi_statuses or [wifi.UNKNOWN] * len(extras.wifi)
    if extras.wifi_statuses is not None:
        active = np.array([status == wifi.ACTIVE for status in statuses], dtype=bool)
        made.wifi_active = _in_villages(located, count, active)
    held: list[list[str]] = [[] for _ in range(count)]
    for place, index in enumerate(located.village):
        if index >= 0:
            held[index].append(statuses[place])
    made.net = [wifi.village_status(those) for those in held]


def _operators(survey: Survey, measured: Measured, definition: str, village: Ints) -> Floats:
    if survey.operators is None:
        raise RuntimeError("no operators were added")
    if definition == definitions.CENTRE:
        return survey.operators.at_points(survey.sets["centres"].xy, village, len(survey.areas))
    if definition == definitions.DISTANCE:
        origin, owner, _ = _origins(survey, measured, village)
        return survey.operators.at_points(origin, owner, len(survey.areas))
    return measured.reached_by
