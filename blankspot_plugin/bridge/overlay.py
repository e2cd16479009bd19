# SPDX-License-Identifier: GPL-2.0-or-later
"""What of each village is covered, weak and blank? One village at a time, in threads.

::

    village ──minus covered──> rest ──minus reached──> blank
                                └─────within reached─> weak

A village whose box no edge of the united discs runs through is all inside or all outside,
and not cut. Where nothing but united discs comes near a village, numpy cuts it, with others
of its leaf at once. Sectors and polygons are for the geometry library: leaves are those of a
tree over the villages' boxes, and at each branch polygons with many vertices are cut to its
box, so that a village meets a small piece of them only. The library works outside Python's
lock, so the leaves go through threads.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np
from qgis.core import QgsGeometry

from ..core.arrays import Floats, Ints
from ..core.errors import Cancelled
from .laid import Laid
from .patches import Patches, boxes_of
from .plane import WorkingPlane
from .polygons import minus, together, union, within
from .regions import Region, from_wkb

Result = TypeVar("Result")
# By the places of their villages among the areas.
Parts = dict[int, QgsGeometry]

# Villages a leaf: small enough to share between threads and to stop soon, large enough
# that numpy measures many rings at once.
_LEAF = 128


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
    """

    index: int
    whole: QgsGeometry
    rest: QgsGeometry
    blank: QgsGeometry


@dataclass
class Branch:
    """A box of the map, with what lies near it.

    Attributes
    ----------
    box : (4,) float
        xmin, ymin, xmax, ymax.
    """

    box: Floats
    _around: Branch | list[tuple[Patches, Patches]]

    @cached_property
    def patches(self) -> list[tuple[Patches, Patches]]:
        """For each region its united discs and its polygons, the large ones cut to the box.

        Cut when they are first asked for: where discs are all there is, nobody does.
        """
        whole = self._around.patches if isinstance(self._around, Branch) else self._around
        return [(discs.cut(self.box), others.cut(self.box)) for discs, others in whole]


@dataclass
class Leaf(Branch):
    """Some neighbouring villages: `members` are their places among the areas."""

    members: Ints
    # Kept with their shapes: an id is one only as long as its object lives.
    _known: dict[int, tuple[QgsGeometry, bytes]] = field(default_factory=dict)

    def wkb(self, shape: QgsGeometry) -> bytes:
        """Return a shape as WKB, written once for all that ask."""
        if id(shape) not in self._known:
            self._known[id(shape)] = shape, shape.asWkb().data()
        return self._known[id(shape)][1]

    def shape(self, wkb: bytes) -> QgsGeometry:
        """Return the shape that WKB stands for; b"" is none."""
        made = from_wkb(wkb) if wkb else QgsGeometry()
        self._known[id(made)] = made, wkb
        return made


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

    def without(self, parts: Parts, region: Region, leaf: Leaf) -> Parts:
        """Return parts of villages less a region; the same object where nothing is taken."""
        return self._overlaid(parts, region, leaf, inner=False)

    def within(self, parts: Parts, region: Region, leaf: Leaf) -> Parts:
        """Return what of parts of villages lies in a region; the same object where all does."""
        return self._overlaid(parts, region, leaf, inner=True)

    def _overlaid(self, parts: Parts, region: Region, leaf: Leaf, inner: bool) -> Parts:
        laid = self._laid[self._place[id(region)]]
        made, met = dict(parts), []
        for index, part in parts.items():
            if part.isEmpty() or laid.is_empty and not inner:
                continue
            if laid.is_empty or laid.inside[index]:
                made[index] = part if inner and not laid.is_empty else QgsGeometry()
            elif not laid.is_plain(index, self.boxes[index]):
                made[index] = self._by_library(part, region, index, leaf, inner)
            elif laid.crossed[index]:
                met.append(index)
            elif inner:
                made[index] = QgsGeometry()
        carved = laid.carved([leaf.wkb(parts[index]) for index in met], inner)
        for index, wkb in zip(met, carved):
            if wkb is None:
                made[index] = self._by_library(parts[index], region, index, leaf, inner)
            else:
                made[index] = leaf.shape(wkb)
        return made

    def _by_library(
        self, part: QgsGeometry, region: Region, index: int, leaf: Leaf, inner: bool
    ) -> QgsGeometry:
        around = self.near(region, index, leaf)
        if around.isEmpty():
            return QgsGeometry() if inner else part
        return within(part, around) if inner else minus(part, around)

    def split(self, tier: Tier, leaf: Leaf) -> list[Split]:
        """Split the villages of a leaf into covered, weak and blank by one tier of coverage."""
        wholes = {index: self.villages[index] for index in leaf.members.tolist()}
        rests = self.without(wholes, tier.covered, leaf)
        blanks = self.without(rests, tier.reached, leaf)
        return [Split(index, wholes[index], rests[index], blanks[index]) for index in wholes]

    def weak(self, splits: Sequence[Split], tier: Tier, leaf: Leaf) -> Parts:
        """Return the weak parts: they take one more overlay, so only who needs them asks."""
        return self.within({one.index: one.rest for one in splits}, tier.reached, leaf)

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
            yield from self._branches(members, [(laid.discs, laid.others) for laid in self._laid])

    def _branches(
        self, members: Ints, around: Branch | list[tuple[Patches, Patches]]
    ) -> Iterator[Leaf]:
        boxes = self.boxes[members]
        box = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
        if len(members) <= _LEAF:
            yield Leaf(box, around, members)
            return
        branch = Branch(box, around)
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        axis = int(np.argmax(np.ptp(middles, axis=0)))
        order = np.argsort(middles[:, axis], kind="stable")
        half = len(members) // 2
        for part in (order[:half], order[half:]):
            yield from self._branches(members[np.sort(part)], branch)
