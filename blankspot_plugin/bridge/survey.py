# SPDX-License-Identifier: GPL-2.0-or-later
"""A survey of villages: what an algorithm read, laid out on one map and measured.

::

    areas ───────────────┐
    sites, discs ────────┤                        ┌─> gaps
    declared coverage ───┼─> Survey ─> Measured ──┤
    Wi-Fi ───────────────┤   (map)                └─> Measures ─> table, summary
    exclude, settlements,│
    people, points ──────┘
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsRasterLayer,
    QgsRectangle,
)

from ..core import definitions, wifi
from ..core.arrays import Floats
from ..core.errors import NothingUsable
from ..core.reach import SiteReach
from .located import PointSet
from .measure import Job, Measured, measure
from .operators import Operators
from .overlaps import overlap_km2
from .overlay import Tier, VillageOverlay
from .plane import WorkingPlane, lonlat_crs, transform_points, working_plane
from .raster import people_points
from .read import Areas, Points, Polygons, onto_map
from .regions import Region
from .sites import PlacedSites

TIER_CELLULAR, TIER_WIFI = "cellular", "wifi"


@dataclass
class Declared:
    """Polygons of coverage, by tier and class, on the map.

    Attributes
    ----------
    covered, weak
        Per tier.
    odd_words
        How many features had a class that is none of ours and were taken as covered.
    """

    covered: dict[str, list[QgsGeometry]]
    weak: dict[str, list[QgsGeometry]]
    odd_words: int = 0


def declared_coverage(layers: Sequence[Polygons]) -> Declared:
    """Sort polygons of coverage by their fields ``class`` and ``tier``, where they have them."""
    made = Declared({TIER_CELLULAR: [], TIER_WIFI: []}, {TIER_CELLULAR: [], TIER_WIFI: []})
    for layer in layers:
        nothing: list[object] = [None] * len(layer.geometries)
        words = layer.columns.get("class", nothing)
        tiers = layer.columns.get("tier", nothing)
        for geometry, word, tier in zip(layer.geometries, words, tiers):
            name = "" if word is None else str(word).strip().lower()
            kind = TIER_WIFI if str(tier or "").strip().lower() == TIER_WIFI else TIER_CELLULAR
            if name == definitions.BLANK:
                continue
            if name == definitions.WEAK:
                made.weak[kind].append(geometry)
                continue
            made.odd_words += "class" in layer.columns and name != definitions.COVERED
            made.covered[kind].append(geometry)
    return made


class Survey:
    """The villages of a run, and all that is laid over them.

    Parameters
    ----------
    areas
        The villages.
    context
        The officer's choice of datum transformations.
    cancelled, progress
        The run's feedback; progress is told the share done, 0 to 1.

    Raises
    ------
    NothingUsable
        If no area has a geometry.
    """

    def __init__(
        self,
        areas: Areas,
        context: QgsCoordinateTransformContext,
        cancelled: Callable[[], bool],
        progress: Callable[[float], None],
    ) -> None:
        self.areas = areas
        self.context = context
        self._cancelled, self._progress = cancelled, progress
        self.plane = self._plane()
        as_it_is = self.plane.onto_map(areas.crs)
        self.villages = onto_map(areas.geometries, as_it_is, areas.notes)
        self.cellular, self.wifi_tier = Tier.none(self.plane), Tier.none(self.plane)
        self.exclude: Region | None = None
        self.settlements: Region | None = None
        self.sets: dict[str, PointSet] = {}
        self.operators: Operators | None = None

    def _plane(self) -> WorkingPlane:
        extent = QgsRectangle()
        for geometry in self.areas.geometries:
            if not geometry.isEmpty():
                extent.combineExtentWith(geometry.boundingBox())
        if extent.isEmpty():
            raise NothingUsable("AREAS")
        edge = np.linspace(0.0, 1.0, 9)
        grid_x, grid_y = np.meshgrid(
            extent.xMinimum() + edge * extent.width(), extent.yMinimum() + edge * extent.height()
        )
        to_lonlat = QgsCoordinateTransform(self.areas.crs, lonlat_crs(), self.context)
        lon, lat = transform_points(grid_x.ravel(), grid_y.ravel(), to_lonlat)
        there = np.isfinite(lon) & np.isfinite(lat)
        return working_plane(lon[there], lat[there], self.areas.crs, self.context)

    def extent(self) -> QgsRectangle:
        """Return the extent of the villages on the map."""
        box = QgsRectangle()
        for village in self.villages:
            if not village.isEmpty():
                box.combineExtentWith(village.boundingBox())
        return box

    def overlap_km2(self) -> float:
        """Return the area in km2 that two villages share, counted twice in every total."""
        return overlap_km2(self.villages, self.plane, self._cancelled)

    def region(self, polygons: Polygons) -> Region:
        """Return polygons as a region."""
        return Region(self.plane, polygons=polygons.geometries)

    def add_reach(self, placed: PlacedSites, reach: SiteReach, segments: int) -> None:
        """Let sites cover: discs of cellular sites and of Wi-Fi points, kept apart."""
        for tier, which in ((self.cellular, ~reach.wifi), (self.wifi_tier, reach.wifi)):
            for region, radius in ((tier.covered, reach.covered), (tier.reached, reach.weak)):
                region.discs = region.discs.joined(placed.discs(radius, which))
                region.segments = segments

    def add_declared(self, declared: Declared) -> None:
        """Let declared polygons cover."""
        for name, tier in ((TIER_CELLULAR, self.cellular), (TIER_WIFI, self.wifi_tier)):
            tier.covered.polygons.extend(declared.covered[name])
            tier.reached.polygons.extend(declared.weak[name])

    def add_operators(
        self, placed: PlacedSites, reach: SiteReach, cells: Sequence[object], segments: int
    ) -> None:
        """Let the operators of cellular sites be counted."""
        which = ~reach.wifi & placed.placed
        chosen = [cells[index] for index in np.flatnonzero(which)]
        region = Region(self.plane, placed.discs(reach.outer, which), segments=segments)
        self.operators = Operators(region, chosen)

    def _on_map(self, points: Points) -> Floats:
        transform = self.plane.onto_map(lonlat_crs())
        return np.stack(transform_points(points.lon, points.lat, transform), axis=1)

    def add_points(self, name: str, points: Points, classed: bool = True) -> None:
        """Let points be found in the villages, with their class if it is wanted."""
        self.sets[name] = PointSet(self._on_map(points), classed=classed)

    def add_placed(self, name: str, placed: PlacedSites) -> None:
        """Let sites be found in the villages."""
        self.sets[name] = PointSet(self.plane.to_map(placed.xy), classed=False)

    def add_people(self, points: Points, people: Floats) -> None:
        """Let points with people on them be found in the villages."""
        self.sets["people"] = PointSet(self._on_map(points), people)

    def add_people_raster(self, raster: QgsRasterLayer) -> None:
        """Let a raster of people per cell be found in the villages."""
        x, y, people = people_points(raster, self.plane, self.extent(), self._cancelled)
        self.sets["people"] = PointSet(np.stack([x, y], axis=1), people)

    def measure(self, gaps: bool, origins: bool, on_settlement: bool = False) -> Measured:
        """Measure every village.

        Parameters
        ----------
        on_settlement
            Whether operators count by settlements, and not by the whole village.
        gaps
            Whether the weak and blank parts themselves are wanted.
        origins
            Whether a point of each village is wanted that distances start from.

        Raises
        ------
        Cancelled, OverlayFailed
        """
        regions = [*self.cellular.regions, *self.wifi_tier.regions]
        regions += [region for region in (self.exclude, self.settlements) if region is not None]
        overlay = VillageOverlay(self.villages, regions, self.plane, self._cancelled)
        if self.operators is not None:
            self.operators.bind(overlay.plane_boxes)
        job = Job(
            overlay=overlay,
            plane=self.plane,
            cellular=self.cellular,
            wifi=self.wifi_tier,
            exclude=self.exclude,
            settlements=self.settlements,
            points=self.sets,
            gaps=gaps,
            origins=origins,
            reach=self.operators.reaching if self.operators is not None else None,
            reach_settlement=on_settlement,
        )
        return measure(job, self._cancelled, self._progress)


def serving(statuses: Sequence[str] | None, count: int) -> np.ndarray:
    """Return which Wi-Fi points give coverage.

    Only active ones do. Where no status was given at all, every point is taken to work; the
    programme's standing stays unknown.
    """
    if statuses is None:
        return np.ones(count, dtype=bool)
    return np.array([status == wifi.ACTIVE for status in statuses], dtype=bool)
