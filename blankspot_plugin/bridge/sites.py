# SPDX-License-Identifier: GPL-2.0-or-later
"""From sites with a reach on the ground to discs and sectors in the plane."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..core.arrays import Bools, Floats
from ..core.errors import BadBeamwidth
from ..core.frames import Frames
from ..core.technologies import parse_number
from .plane import WorkingPlane
from .read import Points
from .regions import Discs


class PlacedSites:
    """Sites in the plane, with the local frames their discs are drawn by.

    Parameters
    ----------
    points
        The sites; those the plane has no image for are in `lost`.
    plane
        Where they are drawn.
    azimuth_field, beamwidth_field
        Columns of `points`, or '' where sites are all round.

    Raises
    ------
    BadBeamwidth
        Naming the site.
    """

    def __init__(
        self,
        points: Points,
        plane: WorkingPlane,
        azimuth_field: str = "",
        beamwidth_field: str = "",
    ) -> None:
        self.points = points
        self.plane = plane
        self.xy = plane.project(points.lon, points.lat)
        self._frames = plane.frames(self.xy) if len(points) else _no_frames()
        # The far side of the globe has no place in the plane, and no village near it.
        self.placed: Bools = np.isfinite(self.xy).all(axis=1) & np.isfinite(self._frames.k)
        self.azimuth, self.beamwidth = self._sectors(azimuth_field, beamwidth_field)

    @property
    def lost(self) -> int:
        """Number of sites the plane has no image for."""
        return int((~self.placed).sum())

    def _sectors(self, azimuth_field: str, beamwidth_field: str) -> tuple[Floats, Floats]:
        count = len(self.points)
        azimuth, beamwidth = np.zeros(count), np.full(count, np.nan)
        if not (azimuth_field and beamwidth_field):
            return azimuth, beamwidth
        cells = zip(self.points.columns[azimuth_field], self.points.columns[beamwidth_field])
        for index, (direction, width) in enumerate(cells):
            name = self.points.names[index]
            try:
                degrees, opening = parse_number(direction), parse_number(width)
            except (TypeError, ValueError):
                raise BadBeamwidth(name, f"{direction} / {width}") from None
            if degrees is None or opening is None or opening == 360:
                continue
            if not 0 < opening <= 360:
                raise BadBeamwidth(name, width)
            # True north lies `turn` to the left of grid north.
            azimuth[index] = np.radians(degrees) - self._frames.turn[index]
            beamwidth[index] = np.radians(opening)
        return azimuth, beamwidth

    def discs(self, radius: Floats, which: Bools) -> Discs:
        """Return the discs of some sites.

        Parameters
        ----------
        radius : (n,) float
            Metres on the ground, for all sites.
        which : (n,) bool
            The sites wanted.
        """
        chosen = which & self.placed
        k, shift = self._frames.k[chosen], self._frames.shift[chosen]
        metres, apex = radius[chosen], self.xy[chosen]
        centre = apex + shift * (metres**2)[:, None]
        return Discs(
            x=centre[:, 0],
            y=centre[:, 1],
            radius=metres * k,
            apex=apex,
            azimuth=self.azimuth[chosen],
            beamwidth=self.beamwidth[chosen],
        )


def _no_frames() -> Frames:
    empty = np.empty(0)
    return Frames(empty, np.empty((0, 2)), empty, empty, empty.astype(complex), 0.0)


def groups(points: Points, group_field: str) -> list[str | None]:
    """Return the group of each site as text; None where there is no field or no value."""
    if not group_field:
        return [None] * len(points)
    names = ("" if cell is None else str(cell).strip() for cell in points.columns[group_field])
    return [name or None for name in names]


def names_in(groups_: Sequence[str | None]) -> list[str | None]:
    """Return the groups there are, sorted, the nameless one first."""
    return sorted(set(groups_), key=lambda name: (name is not None, name or ""))
