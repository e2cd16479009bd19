# SPDX-License-Identifier: GPL-2.0-or-later
"""A scale bar in round figures for the scale its map has now."""

from __future__ import annotations

import math

from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsScaleBarSettings,
    QgsUnitTypes,
)

from ..i18n import locale
from . import kept

_SEGMENTS = 4


def set_scale_bar(bar: QgsLayoutItem | None, main: QgsLayoutItemMap) -> None:
    """Fit a scale bar into its box: segments of 1, 2 or 5 of a power of ten, in km or m.

    QGIS's own fitting gives segments of 6 or 9 km.
    """
    if not isinstance(bar, QgsLayoutItemScaleBar):
        return
    width = kept.reserved(bar)
    # The last figure and its unit hang over the end of the bar by about this share.
    room = max(8.0, width * 0.84 - 2 * bar.boxContentSpace())
    metres = _one_two_five(room * main.scale() / 1000 / _SEGMENTS)
    kilometres = metres >= 250
    units = QgsUnitTypes.DistanceUnit
    bar.setLinkedMap(main)
    bar.setUnits(units.DistanceKilometers if kilometres else units.DistanceMeters)
    bar.setUnitLabel("km" if kilometres else "m")
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
    bar.setNumberOfSegments(_SEGMENTS)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(metres / 1000 if kilometres else metres)
    number = bar.numericFormat().clone()
    number.setDecimalSeparator(str(locale().decimalPoint()))
    number.setThousandsSeparator(str(locale().groupSeparator()))
    bar.setNumericFormat(number)
    bar.update()


def _one_two_five(limit: float) -> float:
    """Return the largest of 1, 2, 5 times a power of ten that is no more than a limit."""
    power = 10.0 ** math.floor(math.log10(limit))
    return max(step * power for step in (1, 2, 5) if step * power <= limit * (1 + 1e-9))
