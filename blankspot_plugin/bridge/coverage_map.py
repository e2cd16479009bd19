# SPDX-License-Identifier: GPL-2.0-or-later
"""Coverage to draw: one multipolygon for each tier, group and class."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsGeometry

from ..core import definitions, rings
from ..core.arrays import Bools, Floats
from ..core.reach import SiteReach
from .dissolve import beyond, dissolve
from .overlay import Tier
from .plane import WorkingPlane, working_plane
from .polygons import minus, together, union
from .regions import Region
from .sites import PlacedSites, names_in
from .survey import TIER_CELLULAR, TIER_WIFI, Declared

# What declared polygons are grouped under, apart from what was computed from sites.
DECLARED = "declared"
# A site farther than this from the middle of them all has a mistaken coordinate.
_FAR_DEGREES = 10.0


@dataclass
class Drawn:
    """Coverage of one tier, group and class, on the map.

    Attributes
    ----------
    tier, group, name
        What it is of; the name is that of a class.
    sites
        How many discs and sectors.
    geometry, area_km2
        Its union, and how large that is on the ground.
    unresolved
        The number of discs that had to be united by the geometry library.
    """

    tier: str
    group: str | None
    name: str
    sites: int
    geometry: QgsGeometry
    area_km2: float = 0.0
    unresolved: int = 0


def plane_of_sites(
    lon: Floats,
    lat: Floats,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> WorkingPlane:
    """Return a plane centred on sites, whatever single one of them lies far off."""
    # A site near the median, not the median: half-way between two sites there may be none.
    away = np.abs(lon - np.median(lon)) + np.abs(lat - np.median(lat))
    middle = int(np.argmin(away))
    near = (np.abs(lon - lon[middle]) < _FAR_DEGREES) & (np.abs(lat - lat[middle]) < _FAR_DEGREES)
    return working_plane(lon[near], lat[near], crs, context)


def draw_sites(
    placed: PlacedSites,
    reach: SiteReach,
    groups: Sequence[str | None],
    which: Bools,
    tier_name: str,
    segments: int,
    cancelled: Callable[[], bool],
) -> list[Drawn]:
    """Return the coverage of some sites, group by group.

    Parameters
    ----------
    placed, reach
        The sites.
    groups
        The group of each.
    which : (n,) bool
        The sites to draw.
    tier_name
        The tier they are drawn as.
    segments
        Chords a quarter circle.
    cancelled
        Asked between unions.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    drawn = []
    members = np.array(["" if name is None else name for name in groups], dtype=object)
    for group in names_in(groups):
        chosen = which & (members == (group or ""))
        tier = Tier(
            Region(placed.plane, placed.discs(reach.covered, chosen), segments=segments),
            Region(placed.plane, placed.discs(reach.weak, chosen), segments=segments),
        )
        drawn += _classes(tier_name, group, tier, cancelled)
    return drawn


def draw_wifi(tier: Tier, cancelled: Callable[[], bool]) -> list[Drawn]:
    """Return the coverage of all Wi-Fi points of a survey."""
    discs = Tier(*(replace(part, polygons=[]) for part in tier.regions))
    return _classes(TIER_WIFI, None, discs, cancelled)


def draw_declared(
    declared: Declared, plane: WorkingPlane, cancelled: Callable[[], bool]
) -> list[Drawn]:
    """Return declared coverage, united by tier and class."""
    drawn = []
    for tier in (TIER_CELLULAR, TIER_WIFI):
        part = Tier(
            Region(plane, polygons=declared.covered[tier]),
            Region(plane, polygons=declared.weak[tier]),
        )
        drawn += _classes(tier, DECLARED, part, cancelled)
    return drawn


def _classes(
    tier: str, group: str | None, part: Tier, cancelled: Callable[[], bool]
) -> list[Drawn]:
    covered, reached = (dissolve(region, cancelled) for region in part.regions)
    weak = beyond(reached.parts, covered.parts, cancelled) if covered.parts else reached.parts
    made = ((definitions.COVERED, covered, covered.parts), (definitions.WEAK, reached, weak))
    return [
        Drawn(
            tier=tier,
            group=group,
            name=name,
            sites=int((region.discs.radius > 0).sum()),
            geometry=together(parts),
            unresolved=dissolved.unresolved,
        )
        for region, (name, dissolved, parts) in zip(part.regions, made)
        if parts
    ]


def measure_drawn(drawn: Sequence[Drawn], plane: WorkingPlane) -> None:
    """Set the ellipsoidal area of each."""
    parsed = rings.parse_wkb([bytes(part.geometry.asWkb()) for part in drawn])
    for part, area in zip(drawn, plane.areas(parsed)):
        part.area_km2 = float(area) / 1e6


def total_km2(drawn: Sequence[Drawn], plane: WorkingPlane) -> tuple[float, float]:
    """Return the covered area over all groups, and the weak area outside it, km2."""
    by_class = {name: 0.0 for name in definitions.CLASSES}
    if len({(part.tier, part.group) for part in drawn}) <= 1:
        for part in drawn:
            by_class[part.name] += part.area_km2
        return by_class[definitions.COVERED], by_class[definitions.WEAK]
    covered = union([part.geometry for part in drawn if part.name == definitions.COVERED])
    weak = union([part.geometry for part in drawn if part.name == definitions.WEAK])
    if not covered.isEmpty() and not weak.isEmpty():
        weak = minus(weak, covered)
    shapes = [b"" if part.isEmpty() else bytes(part.asWkb()) for part in (covered, weak)]
    areas = plane.areas(rings.parse_wkb(shapes)) / 1e6
    return float(areas[0]), float(areas[1])
