# SPDX-License-Identifier: GPL-2.0-or-later
"""The weak and blank parts of villages as single polygons, filtered and numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry

from ..core import rings
from ..core.errors import Cancelled
from .measure import Measured
from .plane import WorkingPlane
from .polygons import DUST_M2, single_parts
from .read import Areas
from .survey import Survey

_AT_ONCE = 512


@dataclass
class GapPart:
    """One part of a village that is weak or blank.

    Attributes
    ----------
    index
        The village's place among the areas.
    name
        weak or blank.
    geometry
        In the CRS of the areas.
    area_km2
        On the ellipsoid.
    gap_id
        Code, class and number by size.
    """

    index: int
    name: str
    geometry: QgsGeometry
    area_km2: float
    gap_id: str = ""


def gap_parts(
    survey: Survey,
    measured: Measured,
    min_area: float,
    min_width: float,
    cancelled: Callable[[], bool],
) -> list[GapPart]:
    """Return the parts, village by village, each class by area descending.

    Parameters
    ----------
    survey, measured
        A survey measured with its gaps, which are taken out of it.
    min_area
        Parts smaller than this, in m2, are left out.
    min_width
        Parts that vanish when shrunk by half of this, in metres, are left out; no shape
        is changed.
    cancelled
        Asked every now and then.

    Raises
    ------
    Cancelled
    """
    plane = survey.plane
    middle = survey.extent().center()
    dust = DUST_M2 * plane.map_units_squared(np.array([middle.x(), middle.y()]))
    parts = []
    while measured.gaps:
        # Taken out, not copied: at a province's size both would not fit.
        index, name, geometry = measured.gaps.pop()
        parts += [(index, name, part) for part in single_parts(geometry, dust)]
    made: list[GapPart] = []
    for start in range(0, len(parts), _AT_ONCE):
        if cancelled():
            raise Cancelled
        batch = parts[start : start + _AT_ONCE]
        parsed = rings.parse_wkb([bytes(part.asWkb()) for _, _, part in batch])
        areas = plane.areas(parsed)
        for row, (index, name, part) in enumerate(batch):
            if areas[row] < min_area:
                continue
            if min_width > 0 and _is_narrow(part, min_width, plane):
                continue
            made.append(GapPart(index, name, part, float(areas[row]) / 1e6))
    _number(made, survey)
    return made


def _is_narrow(part: QgsGeometry, metres: float, plane: WorkingPlane) -> bool:
    """Tell whether a part vanishes when it is shrunk by half a width from all sides."""
    in_plane = plane.geometry_from_map(part)
    centre = in_plane.boundingBox().center()
    k = plane.frames(np.array([(centre.x(), centre.y())])).k[0]
    return bool(in_plane.buffer(-metres / 2 * k, 8).isEmpty())


def _number(parts: list[GapPart], survey: Survey) -> None:
    parts.sort(key=lambda part: (part.index, part.name, -part.area_km2))
    areas = survey.areas
    called = _called(areas)
    number, before = 0, (-1, "")
    for part in parts:
        here = (part.index, part.name)
        number = number + 1 if here == before else 1
        before = here
        part.gap_id = f"{called[part.index]}-{part.name}-{number}"


def _called(areas: Areas) -> list[str]:
    """Return what each area goes by: its code, else its name, else its place in the layer."""
    named = Counter(areas.names)
    return [
        code or (name if name and named[name] == 1 else f"{name} {place}".strip())
        for place, (code, name) in enumerate(zip(areas.codes, areas.names), start=1)
    ]
