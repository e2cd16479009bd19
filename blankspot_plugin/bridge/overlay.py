# SPDX-License-Identifier: GPL-2.0-or-later
"""What of each village is covered, weak and blank? One village at a time, in threads.

::

    village ──minus covered──> rest ──minus reached──> blank
                                └─────within reached─> weak

A village whose box no edge of the united discs runs through is all inside or all outside,
and not cut. The others are taken in leaves of a tree over their boxes: at each branch,
polygons with many vertices are cut to the box of the branch, so that a village meets a small
piece of them only. The geometry library works outside Python's lock, so the leaves go
through threads.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from qgis.core import QgsGeometry

from ..core.arrays import Ints
from ..core.errors import Cancelled
from .laid import Laid
from .patches import Patches, boxes_of
from .plane import WorkingPlane
from .polygons import minus, together, union, within
from .regions import Region

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
    """Some neighbouring villages, with what lies near them.

    Attributes
    ----------
    members
        Their places among the areas.
    patches
        For each region its united discs and its polygons, the large ones cut to the box of
        the leaf.
    """

    members: Ints
    patches: list[tuple[Patches, Patches]]


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
    cancelled
        Asked while discs are united.

    Raises
    ------
    Cancelled, OverlayFailed
    """

    def __init__(
        self,
        villages: Sequence[QgsGeometry],
        regions: Sequence[Region],
        plane: WorkingPlane,
        cancelled: Callable[[], bool],
    ) -> None:
        self.villages = villages
        self.present = np.array([not village.isEmpty() for village in villages], dtype=bool)
        self.boxes = boxes_of(villages)
        # The box of nothing is anything from zero to the largest number, by QGIS's version.
        self.boxes[~self.present] = self.boxes[self.present][:1]
        self.plane_boxes = plane.boxes_from_map(self.boxes)
        self._laid = [Laid(region, self.plane_boxes, cancelled) for region in regions]
        self._place = {id(laid.region): place for place, laid in enumerate(self._laid)}

    @property
    def unresolved(self) -> int:
        """The number of discs that had to be united by the geometry library."""
        return sum(laid.unresolved for laid in self._laid)

    def near(self, region: Region, index: int, leaf: Leaf) -> QgsGeometry:
        """Return a region in and around a village; empty where it ends before."""
        place = self._place[id(region)]
        laid = self._laid[place]
        if laid.is_empty:
            return QgsGeometry()
        if laid.inside[index]:
            return QgsGeometry.fromRect(self.villages[index].boundingBox())
        discs, others = leaf.patches[place]
        box = self.boxes[index]
        united = discs.near(box) if laid.crossed[index] else []
        across = others.near(box) + region.geometries(laid.sectors_at(index))
        return union(united + across) if across else together(united)

    def without(
        self, part: QgsGeometry, region: Region, index: int, leaf: Leaf
    ) -> tuple[QgsGeometry, QgsGeometry]:
        """Return a part of a village less a region, and the region around the village."""
        if part.isEmpty():
            return part, QgsGeometry()
        around = self.near(region, index, leaf)
        if self._laid[self._place[id(region)]].inside[index]:
            return QgsGeometry(), around
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
            yield from self._branch(members, [(laid.discs, laid.others) for laid in self._laid])

    def _branch(self, members: Ints, patches: list[tuple[Patches, Patches]]) -> Iterator[Leaf]:
        boxes = self.boxes[members]
        around = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
        cut = [(discs.cut(around), others.cut(around)) for discs, others in patches]
        if len(members) <= _LEAF:
            yield Leaf(members, cut)
            return
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        axis = int(np.argmax(np.ptp(middles, axis=0)))
        order = np.argsort(middles[:, axis], kind="stable")
        half = len(members) // 2
        for part in (order[:half], order[half:]):
            yield from self._branch(members[np.sort(part)], cut)
