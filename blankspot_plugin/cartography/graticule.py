# SPDX-License-Identifier: GPL-2.0-or-later
"""Degrees at the edge of a map, at a step that follows its scale by itself."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutObject,
    QgsLineSymbol,
    QgsProperty,
)
from qgis.PyQt.QtGui import QColor

from ..i18n import tr
from . import palette, typography

# Steps in seconds; the largest that divides the map's height into three or more is drawn.
_STEPS = (36000, 18000, 7200, 3600, 1800, 1200, 900, 600, 300, 120, 60, 30, 20, 10, 5, 2, 1)
_METRES_A_DEGREE = 111_000
_TO_CORNER = 0.46  # of the width, from the middle of a map


def add_graticule(item: QgsLayoutItemMap, unit: float) -> None:
    """Add crosses on the map and degrees around it; ``unit`` is the paper's."""
    grid = QgsLayoutItemMapGrid("graticule", item)
    grid.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    grid.setIntervalX(1)
    grid.setIntervalY(1)
    step = QgsProperty.fromExpression(_step_expression())
    for key in (
        QgsLayoutObject.DataDefinedProperty.MapGridIntervalX,
        QgsLayoutObject.DataDefinedProperty.MapGridIntervalY,
    ):
        grid.dataDefinedProperties().setProperty(key, step)
    grid.setStyle(QgsLayoutItemMapGrid.GridStyle.Cross)
    grid.setCrossLength(2.0 * unit)
    line = {"color": palette.UNKNOWN_STRONG, "width": str(round(0.12 * unit, 3))}
    grid.setLineSymbol(QgsLineSymbol.createSimple(line))
    grid.setFrameStyle(QgsLayoutItemMapGrid.FrameStyle.ExteriorTicks)
    grid.setFrameWidth(1.0 * unit)
    grid.setFramePenSize(0.2 * unit)
    grid.setFramePenColor(QColor(palette.INK))
    grid.setAnnotationEnabled(True)
    face = typography.font(max(5.0, 6 * unit))
    grid.setAnnotationTextFormat(typography.text_format(face, palette.INK_SOFT))
    grid.setAnnotationFrameDistance(0.6 * unit)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.CustomFormat)
    _annotate_sides(grid)
    item.grids().addGrid(grid)


def translate_graticule(item: QgsLayoutItemMap) -> None:
    """Have a graticule of ours speak the language of QGIS."""
    for number in range(item.grids().size()):
        grid = item.grids().grid(number)
        if grid.name() == "graticule":
            grid.setAnnotationExpression(_degrees_expression())


def _annotate_sides(grid: QgsLayoutItemMapGrid) -> None:
    sides = QgsLayoutItemMapGrid.BorderSide
    directions = QgsLayoutItemMapGrid.AnnotationDirection
    axes = QgsLayoutItemMapGrid.DisplayMode
    outside = QgsLayoutItemMapGrid.AnnotationPosition.OutsideMapFrame
    for side, axis, direction in (
        (sides.Left, axes.LatitudeOnly, directions.Vertical),
        (sides.Right, axes.LatitudeOnly, directions.VerticalDescending),
        (sides.Top, axes.LongitudeOnly, directions.Horizontal),
        (sides.Bottom, axes.LongitudeOnly, directions.Horizontal),
    ):
        grid.setAnnotationDisplay(axis, side)
        grid.setFrameDivisions(axis, side)
        grid.setAnnotationDirection(direction, side)
        grid.setAnnotationPosition(outside, side)


def _step_expression() -> str:
    seconds = f"@map_extent_height / {_METRES_A_DEGREE} * 1200"
    cases = " ".join(f"WHEN {seconds} >= {step} THEN {step}" for step in _STEPS)
    # A map that shows nothing yet would be given a line for every second of the globe.
    cases = f"WHEN coalesce(@map_extent_height, 0) <= 0 THEN {_STEPS[0]} {cases}"
    return f"(CASE {cases} ELSE {_STEPS[-1]} END) / 3600.0"


def _degrees_expression() -> str:
    """Return the QGIS expression that prints degrees, minutes and, where they count, seconds."""
    parts = (
        "to_string(floor(@t / 3600)) || '° ' "
        "|| lpad(to_string(floor((@t % 3600) / 60)), 2, '0') || '′' "
        "|| if(@t % 60 = 0, '', ' ' || lpad(to_string(floor(@t % 60)), 2, '0') || '″')"
    )
    east, west = tr("{degrees} E"), tr("{degrees} W")
    north, south = tr("{degrees} N"), tr("{degrees} S")
    # At a corner it would run into the sheet's frame; the parallels have the corner.
    lonlat = "'EPSG:4326'"
    middle = f"y(transform(centroid(@map_extent), @map_crs, {lonlat}))"
    place = f"x(transform(make_point(@grid_number, {middle}), {lonlat}, @map_crs))"
    off = f"abs({place} - x(centroid(@map_extent))) / @map_extent_width"
    corner = f"@grid_axis = 'x' AND {off} > {_TO_CORNER}"
    return (
        f"if({corner}, '', with_variable('t', round(abs(@grid_number) * 3600), replace(CASE "
        f"WHEN @grid_axis = 'x' THEN if(@grid_number < 0, '{west}', '{east}') "
        f"ELSE if(@grid_number < 0, '{south}', '{north}') END, '{{degrees}}', {parts})))"
    )
