# SPDX-License-Identifier: GPL-2.0-or-later
"""Where on the ground each page of a PDF lies; QGIS writes it for PDFs of one page only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsLayoutItemMap

_DPI = 150


@dataclass(frozen=True)
class Ground:
    """A page on the ground: CRS as WKT, GDAL's six numbers for pixels of 1/150 inch."""

    crs: str
    transform: tuple[float, float, float, float, float, float]


def ground_of(main: QgsLayoutItemMap) -> Ground | None:
    """Return where the page of a map lies; None for a map that is turned."""
    if main.mapRotation() or main.itemRotation():
        return None
    box, place = main.extent(), main.positionWithUnits()
    across = box.width() / main.sizeWithUnits().width()  # metres a millimetre
    pixel = across * 25.4 / _DPI
    wkt = main.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
    left, top = box.xMinimum() - place.x() * across, box.yMaximum() + place.y() * across
    return Ground(wkt, (left, pixel, 0.0, top, 0.0, -pixel))


def write(path: Path, grounds: Sequence[Ground | None]) -> None:
    """Write the places of the pages into a PDF, the first page first."""
    from osgeo import gdal

    # One file with many pages is read again for each.
    for page, ground in enumerate(grounds, 1):
        if ground is None:
            continue
        opened = gdal.OpenEx(
            f"PDF:{page}:{path}", gdal.OF_RASTER | gdal.OF_UPDATE, open_options=[f"DPI={_DPI}"]
        )
        if opened is None:  # a GDAL without its PDF reader, which QGIS's own export needs too
            return
        opened.SetProjection(ground.crs)
        opened.SetGeoTransform(ground.transform)
        opened = None
