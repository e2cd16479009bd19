# SPDX-License-Identifier: GPL-2.0-or-later
"""A region of coverage as what it is made of: discs, sectors and polygons.

Its whole discs are united once, by their arcs (:mod:`blankspot_plugin.core.discs`); sectors and
polygons are laid over a village as they are, only those that come near it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..core import discs, neighbours, rings, shapes
from ..core.arrays import Bools, Floats, Ints
from .plane import WorkingPlane
from .polygons import united_in_runs


@dataclass(frozen=True)
class Discs:
    """Discs and sectors, in metres of the plane.

    Attributes
    ----------
    x, y : (n,) float
        Centres of the circles.
    radius : (n,) float
        Radii; 0 reaches nothing.
    apex : (n, 2) float
        Where the antennas stand (a circle's centre lies off it by a hair, see core.frames).
    azimuth, beamwidth : (n,) float
        Radians from grid north, clockwise; beamwidth NaN is all round.
    """

    x: Floats
    y: Floats
    radius: Floats
    apex: Floats
    azimuth: Floats
    beamwidth: Floats

    def __len__(self) -> int:
        return len(self.x)

    @classmethod
    def none(cls) -> Discs:
        """Return no discs."""
        empty = np.empty(0)
        return cls(empty, empty, empty, np.empty((0, 2)), empty, empty)

    def joined(self, others: Discs) -> Discs:
        """Return these discs and others."""
        return Discs(
            *(
                np.concatenate([getattr(self, part.name), getattr(others, part.name)])
                for part in fields(self)
            )
        )

    def whole(self) -> Ints:
        """Return the discs all round, those that reach nothing left out."""
        return np.flatnonzero((self.radius > 0) & np.isnan(self.beamwidth))

    def sectors(self) -> Ints:
        """Return the sectors, those that reach nothing left out."""
        return np.flatnonzero((self.radius > 0) & ~np.isnan(self.beamwidth))

    def at_boxes(self, which: Ints, boxes: Floats) -> tuple[Ints, Ints]:
        """Find the discs that reach into boxes of the plane.

        Parameters
        ----------
        which
            The discs to look at; a sector is looked for by its circle.
        boxes : (m, 4) float
            xmin, ymin, xmax, ymax.

        Returns
        -------
        discs, starts : (p,), (m + 1,) int
            Those of box i are ``discs[starts[i]:starts[i + 1]]``.
        """
        grid = neighbours.DiscGrid(self.x[which], self.y[which], self.radius[which])
        box, local = grid.at_boxes(*boxes.T)
        return which[local], np.searchsorted(box, np.arange(len(boxes) + 1)).astype(np.int64)

    def geometries(self, which: Ints, segments: int, plane: WorkingPlane) -> list[QgsGeometry]:
        """Return polygons on the map that together, unioned, are these discs and sectors."""
        made: list[QgsGeometry] = []
        whole = which[np.isnan(self.beamwidth[which])]
        if len(whole):
            ring = shapes.disc_rings(self.x[whole], self.y[whole], self.radius[whole], segments)
            there = plane.to_map(ring.reshape(-1, 2)).reshape(ring.shape)
            made.append(_from_wkb(shapes.multipolygon_wkb(there)))
        for index in which[~np.isnan(self.beamwidth[which])]:
            ring = shapes.sector_ring(
                (float(self.apex[index, 0]), float(self.apex[index, 1])),
                (float(self.x[index]), float(self.y[index])),
                float(self.radius[index]),
                float(self.azimuth[index]),
                float(self.beamwidth[index]),
                segments,
            )
            made.append(_from_wkb(shapes.polygon_wkb(plane.to_map(ring))))
        return made


def _from_wkb(data: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(data)
    return geometry


@dataclass(frozen=True)
class United:
    """The union of a region's whole discs.

    Attributes
    ----------
    outline
        In the plane: polygons that don't touch one another.
    pieces
        The same on the map.
    joined
        Polygons on the map, united by the geometry library where the outline could not be
        put together; apart from one another and from the pieces.
    whole
        The discs the outline is of.
    unresolved
        How many discs are in `joined` instead.
    """

    outline: rings.Rings
    pieces: list[QgsGeometry]
    joined: list[QgsGeometry]
    whole: Ints
    unresolved: int


@dataclass
class Region:
    """Discs, sectors and polygons that together are covered (or reached at all).

    Attributes
    ----------
    plane
        Where the discs lie, and its map.
    discs
        In the plane.
    polygons
        Valid, on the map.
    segments
        Chords a quarter circle.
    """

    plane: WorkingPlane
    discs: Discs = field(default_factory=Discs.none)
    polygons: list[QgsGeometry] = field(default_factory=list)
    segments: int = 32

    def __bool__(self) -> bool:
        return bool(self.polygons) or bool((self.discs.radius > 0).any())

    def united(self, cancelled: Callable[[], bool]) -> United:
        """Unite the whole discs.

        Raises
        ------
        Cancelled, OverlayFailed
        """
        whole = self.discs.whole()
        # Chords between points on circles of this radius have the discs' area.
        radius = self.discs.radius[whole] * shapes.equal_area_factor(np.pi / 2 / self.segments)
        made = discs.union(self.discs.x[whole], self.discs.y[whole], radius, cancelled)
        outline = made.arcs.polygons(self.segments)
        on_map = replace(outline, xy=self.plane.to_map(outline.xy))
        pieces = [_from_wkb(polygon) for polygon in rings.to_wkb(on_map)]
        left = whole[made.unresolved]
        joined = united_in_runs(self.geometries(left), cancelled)
        resolved = np.delete(whole, made.unresolved)
        return United(outline, pieces, joined, resolved, len(left))

    def geometries(self, which: Ints) -> list[QgsGeometry]:
        """Return discs of the region on the map, some in one overlapping multipolygon."""
        return self.discs.geometries(which, self.segments, self.plane)

    def holds_points(self, xy: Floats) -> Bools:
        """Tell which points of the map, (n, 2), lie in the region: discs by distance."""
        hit = np.zeros(len(xy), dtype=bool)
        x, y = self.plane.from_map(xy).T
        grid = neighbours.DiscGrid(self.discs.x, self.discs.y, self.discs.radius)
        point, disc = grid.at_boxes(x, y, x, y)
        whole = np.isnan(self.discs.beamwidth[disc])
        hit[point[whole]] = True
        for index in np.unique(disc[~whole]):
            those = point[disc == index]
            those = those[~hit[those]]
            for sector in self.geometries(np.array([index])):
                inside = [sector.contains(QgsPointXY(*xy[i])) for i in those]
                hit[those[inside]] = True
        for polygon in self.polygons:
            box = polygon.boundingBox()
            waiting = np.flatnonzero(
                ~hit
                & (xy >= (box.xMinimum(), box.yMinimum())).all(axis=1)
                & (xy <= (box.xMaximum(), box.yMaximum())).all(axis=1)
            )
            if len(waiting):
                parts = rings.parse_wkb([bytes(polygon.asWkb())])
                hit[waiting] = rings.inside(xy[waiting, 0], xy[waiting, 1], parts)
        return hit
