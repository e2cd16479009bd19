# SPDX-License-Identifier: GPL-2.0-or-later
"""A region laid over the boxes of villages: which of them does it hold, which does it end in?

Most villages need no overlay. Where no edge of the united discs runs through the box of a
village, the village lies in them wholly, or outside of them wholly, and its middle tells.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..core import cells
from ..core.arrays import Bools, Floats, Ints
from ..core.neighbours import DiscGrid
from ..core.rings import Rings
from .patches import Patches
from .regions import Region


class Laid:
    """A region, its whole discs united once, and how it lies to each box.

    Parameters
    ----------
    region
        Discs, sectors and polygons.
    boxes : (m, 4) float
        Of the plane.
    cancelled
        Asked while discs are united.

    Attributes
    ----------
    discs, others
        The united discs, which don't touch one another, and polygons that may lie across
        them.
    inside, crossed : (m,) bool
        Boxes that the united discs hold, and boxes that an edge of theirs runs through or
        comes near to. The others lie outside.
    is_empty
        Whether there is nothing in the region.
    unresolved
        The number of discs that had to be united by the geometry library.

    Raises
    ------
    Cancelled
    """

    def __init__(self, region: Region, boxes: Floats, cancelled: Callable[[], bool]) -> None:
        united = region.united(cancelled)
        self.region = region
        self.discs = Patches(united.pieces)
        self.others = Patches([*united.joined, *region.polygons])
        self.unresolved = united.unresolved
        self.crossed = _crossed(united.outline, boxes)
        self.inside = ~self.crossed & _held(region, united.whole, (boxes[:, :2] + boxes[:, 2:]) / 2)
        self.is_empty = not region
        self._sectors = region.discs.at_boxes(region.discs.sectors(), boxes)

    def sectors_at(self, box: int) -> Ints:
        """Return the sectors that may reach into a box."""
        sectors, starts = self._sectors
        return sectors[starts[box] : starts[box + 1]]


def _crossed(outline: Rings, boxes: Floats) -> Bools:
    """Tell which boxes an edge of an outline may run through."""
    step = np.diff(outline.xy, axis=0)
    step[outline.starts[1:-1] - 1] = 0.0
    middle = outline.xy[:-1] + step / 2
    reach = np.sqrt((step**2).sum(axis=1).max()) / 2 if len(step) else 0.0
    return cells.occupied(*middle.T, boxes + reach * np.array([-1.0, -1.0, 1.0, 1.0]))


def _held(region: Region, which: Ints, xy: Floats) -> Bools:
    """Tell which points of the plane, (m, 2), lie in some of a region's discs."""
    discs = region.discs
    x, y = xy.T
    point, _ = DiscGrid(discs.x[which], discs.y[which], discs.radius[which]).pairs(x, y, x, y)
    held = np.zeros(len(xy), dtype=bool)
    held[point] = True
    return held
