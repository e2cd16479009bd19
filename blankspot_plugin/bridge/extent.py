# SPDX-License-Identifier: GPL-2.0-or-later
"""The box to ask a service for: a regency's edge is served by its neighbours' towers."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsRectangle,
)

from ..services.model import Bounds

# Metres in a degree of latitude, the least there is (at the equator, GRS 80), so that the box
# is never too small.
_METRES = 110_574.0


def grown(
    box: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    metres: float,
    transforms: QgsCoordinateTransformContext,
) -> Bounds:
    """Return a box in degrees, grown on all sides.

    Parameters
    ----------
    box, crs
        The box and the CRS it is in.
    metres
        By how much, on the ground.
    transforms
        How datums are shifted.
    """
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    held = QgsCoordinateTransform(crs, degrees, transforms).transformBoundingBox(box)
    north = metres / _METRES
    furthest = min(89.0, max(abs(held.yMinimum()), abs(held.yMaximum())) + north)
    east = north / math.cos(math.radians(furthest))
    return (
        max(-180.0, held.xMinimum() - east),
        max(-90.0, held.yMinimum() - north),
        min(180.0, held.xMaximum() + east),
        min(90.0, held.yMaximum() + north),
    )
