# SPDX-License-Identifier: GPL-2.0-or-later
"""The weak and blank parts of villages as single polygons, filtered and numbered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsGeometry

from ..core import rings
from ..core.errors import Cancelled
from .measure import Measured
from .polygons import single_parts
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
        A survey measured with its gaps.
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
    parts = [
        (index, name, part)
        for index, name, geometry in measured.gaps
        for part in single_parts(geometry)
    ]
    made: list[GapPart] = []
    back = survey.plane.transform_to(survey.areas.crs)
    for start in range(0, len(parts), _AT_ONCE):
        if cancelled():
            raise Cancelled
        batch = parts[start : start + _AT_ONCE]
        parsed = rings.parse_wkb([bytes(part.asWkb()) for _, _, part in batch])
        areas = survey.plane.areas(parsed)
        scale = _scale(survey, [part for _, _, part in batch]) if min_width > 0 else None
        for row, (index, name, part) in enumerate(batch):
            if areas[row] < min_area:
                continue
            if scale is not None and part.buffer(-min_width / 2 * scale[row], 8).isEmpty():
                continue
            part.transform(back)
            made.append(GapPart(index, name, part, float(areas[row]) / 1e6))
    _number(made, survey)
    return made


def _scale(survey: Survey, parts: list[QgsGeometry]) -> np.ndarray:
    centres = [part.boundingBox().center() for part in parts]
    return survey.plane.frames(np.array([(point.x(), point.y()) for point in centres])).k


def _number(parts: list[GapPart], survey: Survey) -> None:
    parts.sort(key=lambda part: (part.index, part.name, -part.area_km2))
    areas = survey.areas
    number, before = 0, (-1, "")
    for part in parts:
        here = (part.index, part.name)
        number = number + 1 if here == before else 1
        before = here
        # An area without a code goes by its name, or by its place in the layer.
        code = areas.codes[part.index] or areas.names[part.index] or str(part.index + 1)
        part.gap_id = f"{code}-{part.name}-{number}"
