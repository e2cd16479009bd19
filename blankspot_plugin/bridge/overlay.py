# SPDX-License-Identifier: GPL-2.0-or-later
"""What of each village is covered, weak and blank? One village at a time, in threads.

::

    village ──minus covered──> rest ──minus reached──> blank
                                └─────within reached─> weak

Villages are taken in leaves of a tree over their boxes: at each branch, polygons with many
vertices are cut to the box of the branch, so that a village meets a small piece of them
only. The geometry library works outside Python's lock, so the leaves go through threads.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from qgis.core import QgsGeometry, QgsRectangle

from ..core.arrays import Floats, Ints
from ..core.errors import Cancelled
from .plane import WorkingPlane
from .polygons import minus, within
from .regions import Region, clipped

Result = TypeVar("Result")

# Villages a leaf: small enough to share between threads and to stop soon, large enough
# that numpy measures many rings at once.
_LEAF = 48


@dataclass
class Tier:
    """Coverage of one kind (cellular, or Wi-Fi): what is covered, and what is reached."""

    covered: Region
    reached: Region

    @classmethod
    def none(cls, plane: WorkingPlane) -> Tier:
        """Return no coverage."""
        return cls(Region(plane), Region(plane))

    def pruned(self) -> Tier:
        """Return the tier without discs that lie inside others of their region."""
        return Tier(*(replace(part, discs=part.discs.pruned()) for part in self.regions))

    def __bool__(self) -> bool:
        return bool(self.covered) or bool(self.reached)

    @property
    def regions(self) -> tuple[Region, Region]:
        """Both regions."""
        return self.covered, self.reached


@dataclass
class Split:
    """A village and its parts, on the map.

    Attributes
    ----------
    index
        Its place among the areas.
    whole
        The village.
    rest
        What of it is not covered (weak and blank).
    blank
        What of it is not even reached.
    reached
        The weak region around it, empty where there is none.
    """

    index: int
    whole: QgsGeometry
    rest: QgsGeometry
    blank: QgsGeometry
    reached: QgsGeometry

    def weak(self) -> QgsGeometry:
        """Return the weak part: it takes one more overlay, so only who needs it asks."""
        if self.reached.isEmpty() or self.rest.isEmpty():
            return QgsGeometry()
        if self.blank.isEmpty():
            return self.rest
        return within(self.rest, self.reached)


@dataclass
class Leaf:
    """Some neighbouring villages, with the large polygons cut to their common box."""

    members: Ints
    polygons: list[list[QgsGeometry]]


class VillageOverlay:
    """The villages of a run and the regions they are laid over.

    Parameters
    ----------
    villages
        Valid polygons on the map; empty ones are passed over.
    regions
        All regions that will be asked for.
    plane
        The working plane.
    """

    def __init__(
        self, villages: Sequence[QgsGeometry], regions: Sequence[Region], plane: WorkingPlane
    ) -> None:
        self.villages = villages
        self.regions = list(regions)
        self.rectangles = [village.boundingBox() for village in villages]
        self.present = np.array([not village.isEmpty() for village in villages], dtype=bool)
        self.boxes = np.array(
            [
                (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
                for box in self.rectangles
            ],
            dtype=float,
        ).reshape(-1, 4)
        # The box of nothing is anything from zero to the largest number, by QGIS's version.
        self.boxes[~self.present] = self.boxes[self.present][:1]
        self.plane_boxes = plane.boxes_from_map(self.boxes)
        for region in self.regions:
            region.bind(self.plane_boxes)

    def near(self, region: Region, index: int, leaf: Leaf) -> QgsGeometry:
        """Return a region around a village."""
        place = next(i for i, known in enumerate(self.regions) if known is region)
        return region.near(index, self.rectangles[index], leaf.polygons[place])

    def without(
        self, part: QgsGeometry, region: Region, index: int, leaf: Leaf
    ) -> tuple[QgsGeometry, QgsGeometry]:
        """Return a part of a village less a region, and the region around the village."""
        if part.isEmpty():
            return part, QgsGeometry()
        if region.holds(index, self.plane_boxes[index]):
            return QgsGeometry(), QgsGeometry.fromRect(self.rectangles[index])
        around = self.near(region, index, leaf)
        return (part if around.isEmpty() else minus(part, around)), around

    def split(self, index: int, tier: Tier, leaf: Leaf) -> Split:
        """Split a village into covered, weak and blank by one tier of coverage."""
        whole = self.villages[index]
        rest, _ = self.without(whole, tier.covered, index, leaf)
        blank, reached = self.without(rest, tier.reached, index, leaf)
        return Split(index, whole, rest, blank, reached)

    def run(
        self,
        work: Callable[[Leaf], Result],
        cancelled: Callable[[], bool],
        progress: Callable[[float], None],
    ) -> Iterator[tuple[Ints, Result]]:
        """Do the work for every leaf, in threads, and yield the results in a fixed order.

        Parameters
        ----------
        work
            Called with a leaf, in any thread.
        cancelled
            Asked before each leaf; True raises Cancelled.
        progress
            Told the share of villages done, 0 to 1.

        Raises
        ------
        Cancelled
        """
        total = max(int(self.present.sum()), 1)
        done = 0

        def guarded(leaf: Leaf) -> Result:
            if cancelled():
                raise Cancelled
            return work(leaf)

        threads = os.cpu_count() or 1
        waiting: deque[tuple[Ints, Future[Result]]] = deque()
        with ThreadPoolExecutor(threads) as pool:
            try:
                for leaf in self._leaves():
                    waiting.append((leaf.members, pool.submit(guarded, leaf)))
                    # Leaves hold cut polygons: no more of them at once than is useful.
                    while len(waiting) > 3 * threads:
                        members, future = waiting.popleft()
                        yield members, future.result()
                        done += len(members)
                        progress(done / total)
                while waiting:
                    members, future = waiting.popleft()
                    yield members, future.result()
                    done += len(members)
                    progress(done / total)
            finally:
                for _, future in waiting:
                    future.cancel()

    def _leaves(self) -> Iterator[Leaf]:
        members = np.flatnonzero(self.present).astype(np.int64)
        if len(members):
            yield from self._branch(members, [region.polygons for region in self.regions])

    def _branch(self, members: Ints, polygons: list[list[QgsGeometry]]) -> Iterator[Leaf]:
        rectangle = _rectangle(self.boxes[members])
        cut = [clipped(some, rectangle) for some in polygons]
        if len(members) <= _LEAF:
            yield Leaf(members, cut)
            return
        boxes = self.boxes[members]
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        axis = int(np.argmax(np.ptp(middles, axis=0)))
        order = np.argsort(middles[:, axis], kind="stable")
        half = len(members) // 2
        for part in (order[:half], order[half:]):
            yield from self._branch(members[np.sort(part)], cut)


def _rectangle(boxes: Floats) -> QgsRectangle:
    return QgsRectangle(
        float(boxes[:, 0].min()), float(boxes[:, 1].min()),
        float(boxes[:, 2].max()), float(boxes[:, 3].max()),
    )  # fmt: skip
