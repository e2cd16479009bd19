# SPDX-License-Identifier: GPL-2.0-or-later
"""Settlements as points a step apart, each with its share of the settled area."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from qgis.core import QgsGeometry

from ..core import rings
from ..core.arrays import Floats, Ints
from .plane import WorkingPlane
from .polygons import single_parts, united_in_runs

# As far apart as the points of a population raster, and below every radius in use.
STEP = 100.0


def settled_points(
    polygons: Sequence[QgsGeometry],
    plane: WorkingPlane,
    cancelled: Callable[[], bool],
    step: float = STEP,
) -> tuple[Floats, Floats]:
    """Return points on settlements, (n, 2) on the map, and the km2 each stands for, (n,).

    Parameters
    ----------
    polygons
        Valid, on the map; where they overlap the ground counts once.
    plane
        Where the step is measured.
    cancelled
        Asked now and then.
    step
        Metres between points of a grid; a part that no point of it falls into has one.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    parts = [part for one in united_in_runs(polygons, cancelled) for part in single_parts(one)]
    if not parts:
        return np.empty((0, 2)), np.empty(0)
    km2 = plane.areas(rings.parse_wkb([bytes(part.asWkb()) for part in parts])) / 1e6
    flat = [plane.geometry_from_map(part) for part in parts]
    shapes = rings.parse_wkb([bytes(part.asWkb()) for part in flat])
    tried, owner = _grids(flat, step)
    inside = rings.inside_own(tried[:, 0], tried[:, 1], owner, shapes)
    xy, owner = tried[inside], owner[inside]
    missed = np.setdiff1d(np.arange(len(parts)), owner)
    own = [flat[index].pointOnSurface().asPoint() for index in missed]
    xy = np.concatenate([xy, np.array([(p.x(), p.y()) for p in own]).reshape(-1, 2)])
    owner = np.concatenate([owner, missed])
    share = km2[owner] / np.bincount(owner, minlength=len(parts))[owner]
    return plane.to_map(xy), share


def _grids(parts: Sequence[QgsGeometry], step: float) -> tuple[Floats, Ints]:
    """Return the points of one grid in the box of each part, and whose box it is."""
    points, owners = [np.empty((0, 2))], [np.empty(0, dtype=np.int64)]
    for index, part in enumerate(parts):
        box = part.boundingBox()
        x = (np.arange(np.floor(box.xMinimum() / step), box.xMaximum() / step) + 0.5) * step
        y = (np.arange(np.floor(box.yMinimum() / step), box.yMaximum() / step) + 0.5) * step
        points.append(np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2))
        owners.append(np.full(len(points[-1]), index, dtype=np.int64))
    return np.concatenate(points), np.concatenate(owners)
