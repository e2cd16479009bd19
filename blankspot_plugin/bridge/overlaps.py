# SPDX-License-Identifier: GPL-2.0-or-later
"""How much do the areas overlap one another? Counted twice in every total, so it is said."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from qgis.core import QgsGeometry

from ..core import rings
from ..core.errors import Cancelled
from ..core.tiling import overlap_candidates
from .plane import WorkingPlane
from .polygons import within


def overlap_km2(
    villages: Sequence[QgsGeometry], plane: WorkingPlane, cancelled: Callable[[], bool]
) -> float:
    """Return the summed area in km2 that two villages share.

    Parameters
    ----------
    villages
        Valid polygons on the map.
    plane
        The working plane.
    cancelled
        Asked before each pair.

    Raises
    ------
    Cancelled
    """
    parsed = rings.parse_wkb([b"" if one.isEmpty() else bytes(one.asWkb()) for one in villages])
    pairs = list(zip(*(part.tolist() for part in overlap_candidates(parsed))))

    def common(pair: tuple[int, int]) -> bytes:
        if cancelled():
            raise Cancelled
        one, other = (villages[index] for index in pair)
        if not one.boundingBox().intersects(other.boundingBox()):
            return b""
        shared = within(one, other)
        return b"" if shared.isEmpty() else bytes(shared.asWkb())

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        shared = [wkb for wkb in pool.map(common, pairs) if wkb]
    if not shared:
        return 0.0
    return float(plane.areas(rings.parse_wkb(shared)).sum()) / 1e6
