# SPDX-License-Identifier: GPL-2.0-or-later
"""A region of coverage as what it is made of: discs, sectors and polygons, near a box.

A region is never unioned as a whole: for one village only the few discs that reach its box
are, which is what keeps the work linear in the number of villages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from ..core import neighbours, rings, shapes
from ..core.arrays import Bools, Floats, Ints
from .plane import WorkingPlane
from .polygons import polygon_parts, union, within

# A polygon with fewer vertices is not worth clipping before an overlay.
_SMALL = 500


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

    def pruned(self) -> Discs:
        """Return the discs without those that lie inside another, the union being the same."""
        keep = np.flatnonzero(self.radius > 0)
        whole = np.isnan(self.beamwidth[keep])
        # A sector may lie inside a disc but is never taken for one that holds others.
        held = neighbours.inside_another(
            self.x[keep][whole], self.y[keep][whole], self.radius[keep][whole]
        )
        gone = np.zeros(len(keep), dtype=bool)
        gone[np.flatnonzero(whole)[held]] = True
        keep = keep[~gone]
        return Discs(*(getattr(self, part.name)[keep] for part in fields(self)))

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
    _at: tuple[Ints, Ints] | None = None

    def __bool__(self) -> bool:
        return bool(self.polygons) or bool((self.discs.radius > 0).any())

    def bind(self, boxes: Floats) -> None:
        """Find the discs that reach into boxes of the plane, (m, 4): xmin, ymin, xmax, ymax."""
        grid = neighbours.PointGrid(self.discs.x, self.discs.y)
        box, disc = neighbours.discs_at_boxes(grid, self.discs.radius, *boxes.T)
        self._at = disc, np.searchsorted(box, np.arange(len(boxes) + 1)).astype(np.int64)

    def discs_at(self, box: int) -> Ints:
        """Return the discs that reach into a bound box."""
        if self._at is None:
            raise RuntimeError("bind() comes first")
        discs, starts = self._at
        return discs[starts[box] : starts[box + 1]]

    def holds(self, box: int, corners: Floats) -> bool:
        """Tell whether a single disc holds the whole bound box, so that all of it is inside."""
        which = self.discs_at(box)
        which = which[np.isnan(self.discs.beamwidth[which])]
        if not len(which):
            return False
        xmin, ymin, xmax, ymax = corners
        x, y = self.discs.x[which], self.discs.y[which]
        far_x = np.maximum(np.abs(x - xmin), np.abs(x - xmax))
        far_y = np.maximum(np.abs(y - ymin), np.abs(y - ymax))
        # A chord's middle lies inside the circle by r (1 - cos(delta / 2)).
        safe = self.discs.radius[which] * np.cos(np.pi / (4 * self.segments))
        return bool((far_x**2 + far_y**2 <= safe**2).any())

    def near(
        self, box: int, rectangle: QgsRectangle, polygons: Sequence[QgsGeometry]
    ) -> QgsGeometry:
        """Return the region in and around a bound box, on the map; empty where it ends before.

        Parameters
        ----------
        box
            The number of the box.
        rectangle
            The box on the map.
        polygons
            Those of the region's polygons that may reach into it.
        """
        made = self.geometries(self.discs_at(box))
        made += clipped(polygons, rectangle)
        return union(made)

    def geometries(self, which: Ints) -> list[QgsGeometry]:
        """Return discs of the region on the map, some in one overlapping multipolygon."""
        return self.discs.geometries(which, self.segments, self.plane)

    def holds_points(self, xy: Floats) -> Bools:
        """Tell which points of the map, (n, 2), lie in the region: discs by distance."""
        hit = np.zeros(len(xy), dtype=bool)
        x, y = self.plane.from_map(xy).T
        grid = neighbours.PointGrid(self.discs.x, self.discs.y)
        point, disc = neighbours.discs_at_boxes(grid, self.discs.radius, x, y, x, y)
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


def clipped(polygons: Sequence[QgsGeometry], rectangle: QgsRectangle) -> list[QgsGeometry]:
    """Return what of polygons lies in or about a rectangle; large ones are cut to it."""
    made = []
    for polygon in polygons:
        if not polygon.boundingBox().intersects(rectangle):
            continue
        if polygon.constGet().nCoordinates() <= _SMALL or rectangle.contains(polygon.boundingBox()):
            made.append(polygon)
            continue
        part = polygon_parts(polygon.clipped(rectangle))
        if part.isNull() or not part.isGeosValid():
            # Clipping is fast but may leave a ring that touches itself; intersection may not.
            part = within(polygon, QgsGeometry.fromRect(rectangle))
        if not part.isEmpty():
            made.append(part)
    return made
