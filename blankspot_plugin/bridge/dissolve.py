# SPDX-License-Identifier: GPL-2.0-or-later
"""The union of a whole region, for drawing coverage, and what one region has beyond another."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from qgis.core import QgsGeometry, QgsRectangle, QgsSpatialIndex

from ..core.errors import Cancelled
from .patches import Patches, boxes_of
from .polygons import minus, single_parts, together, united_in_runs
from .regions import Region


@dataclass(frozen=True)
class Dissolved:
    """A region as polygons.

    Attributes
    ----------
    parts
        On the map; they don't touch one another.
    unresolved
        The number of discs that had to be united by the geometry library.
    """

    parts: list[QgsGeometry]
    unresolved: int = 0


def dissolve(region: Region, cancelled: Callable[[], bool]) -> Dissolved:
    """Return the union of a region's discs, sectors and polygons.

    The whole discs come as pieces that don't touch. Only those pieces are united again that
    a sector or a polygon comes near to.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    made = region.united(cancelled)
    across = [*made.joined, *region.geometries(region.discs.sectors()), *region.polygons]
    if not across:
        return Dissolved(made.pieces)
    index = QgsSpatialIndex()
    for place, box in enumerate(boxes_of(across)):
        index.addFeature(place, QgsRectangle(*box.tolist()))
    alone = []
    for piece in made.pieces:
        (across if index.intersects(piece.boundingBox()) else alone).append(piece)
    united = united_in_runs(across, cancelled)
    return Dissolved(
        [*alone, *(part for one in united for part in single_parts(one))], made.unresolved
    )


def beyond(
    outer: Sequence[QgsGeometry], inner: Sequence[QgsGeometry], cancelled: Callable[[], bool]
) -> list[QgsGeometry]:
    """Return what parts that don't touch have beyond others that don't touch, part by part.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    patches = Patches(inner)

    def rest(part: QgsGeometry, near: Sequence[QgsGeometry]) -> QgsGeometry:
        if cancelled():
            raise Cancelled
        return minus(part, together(near)) if near else part

    near = (patches.near(box) for box in boxes_of(outer))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return [part for part in pool.map(rest, outer, near) if not part.isEmpty()]
