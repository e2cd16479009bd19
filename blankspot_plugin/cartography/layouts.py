# SPDX-License-Identifier: GPL-2.0-or-later
"""A plain A3 map sheet as a layout of any project, and its PDF and PNG.

Works without a window, a canvas and the open project, so that qgis_process can use it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)

from ..i18n import tr
from .sheet import SheetText, crs_text, draw_sheet, round_scale, scale_text

__all__ = [
    "NothingToShow",
    "SheetError",
    "SheetNotWritten",
    "SheetText",
    "build_sheet",
    "crs_text",
    "export_sheet",
    "layers_extent",
    "metric_crs",
    "round_scale",
    "scale_text",
]

PNG_DPI = 150

# The part of the earth where SRGI2013, the national reference, applies.
_INDONESIA = QgsRectangle(94.0, -11.5, 141.5, 6.5)
_SRGI_NORTH = {zone: 9476 + zone - 46 for zone in range(46, 53)}
_SRGI_SOUTH = {zone: 9487 + zone - 47 for zone in range(47, 55)}


class SheetError(Exception):
    """A sheet cannot be made; the text is a translated sentence with the remedy."""


class NothingToShow(SheetError):
    """None of the layers has an extent."""


class SheetNotWritten(SheetError):
    """A file of the sheet cannot be written.

    Attributes
    ----------
    path : Path
        The file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr(
                "{file} could not be written: close it where it is open, or choose another "
                "output folder or file name."
            ).format(file=path)
        )
        self.path = path


def metric_crs(lonlat: QgsRectangle) -> QgsCoordinateReferenceSystem:
    """Return the UTM zone of an extent's centre: SRGI2013 in Indonesia, else WGS 84.

    Parameters
    ----------
    lonlat : QgsRectangle
        Degrees, EPSG:4326.
    """
    centre = lonlat.center()
    zone = min(60, max(1, int((centre.x() + 180) // 6) + 1))
    south = centre.y() < 0
    national = (_SRGI_SOUTH if south else _SRGI_NORTH).get(zone)
    if national and _INDONESIA.contains(centre):
        crs = QgsCoordinateReferenceSystem(f"EPSG:{national}")
        if crs.isValid():
            return crs
    return QgsCoordinateReferenceSystem(f"EPSG:{(32700 if south else 32600) + zone}")


def layers_extent(
    layers: Sequence[QgsMapLayer], crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsRectangle:
    """Return the extent, in a CRS, of the vector layers, or of all where there is none.

    Rasters come second because a background map covers the earth.

    Raises
    ------
    NothingToShow
        If no layer has an extent.
    """
    vectors = [layer for layer in layers if isinstance(layer, QgsVectorLayer)]
    for group in (vectors, layers):
        boxes = [box for box in (_extent(layer, crs, project) for layer in group) if box]
        if boxes:
            total = QgsRectangle(boxes[0])
            for box in boxes[1:]:
                total.combineExtentWith(box)
            return total
    raise NothingToShow(tr("The layers hold nothing to show: choose layers with features."))


def build_sheet(
    project: QgsProject,
    layers: Sequence[QgsMapLayer],
    text: SheetText,
    extent: QgsRectangle | None = None,
    extent_crs: QgsCoordinateReferenceSystem | None = None,
) -> QgsPrintLayout:
    """Build the A3 landscape sheet as a layout of a project (not yet in its manager).

    Parameters
    ----------
    project : QgsProject
        Any project; it is not changed.
    layers : sequence of QgsMapLayer
        The first is drawn on top. They must outlive the layout.
    text : SheetText
        What is printed.
    extent, extent_crs : optional
        What must be seen; by default all that the layers cover.

    Raises
    ------
    NothingToShow
        If no extent is given and no layer has one.
    """
    lonlat_crs = QgsCoordinateReferenceSystem("EPSG:4326")
    if extent is None or extent_crs is None:
        crs = metric_crs(layers_extent(layers, lonlat_crs, project))
        ground = layers_extent(layers, crs, project)
    else:
        transforms = project.transformContext()
        to_lonlat = QgsCoordinateTransform(extent_crs, lonlat_crs, transforms)
        crs = metric_crs(to_lonlat.transformBoundingBox(extent))
        ground = QgsCoordinateTransform(extent_crs, crs, transforms).transformBoundingBox(extent)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(text.title)
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Orientation.Landscape)
    draw_sheet(layout, layers, text, crs, ground)
    return layout


def export_sheet(layout: QgsPrintLayout, folder: str | Path, name: str) -> tuple[Path, Path]:
    """Write ``<name>.pdf`` (text as text, georeferenced) and ``<name>.png`` (150 dpi).

    Each file is written beside its place and moved there when complete, so that a failure
    leaves an earlier sheet whole.

    Raises
    ------
    SheetNotWritten
        Naming the file.
    """
    target = Path(folder)
    exporter = QgsLayoutExporter(layout)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = QgsRenderContext.TextRenderFormat.AlwaysText
    settings.appendGeoreference = True
    settings.exportMetadata = True
    # Sharp lines at any zoom, unless an effect such as a blend mode needs pixels.
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    settings.forceVectorOutput = not any(item.containsAdvancedEffects() for item in maps)

    def to_pdf(path: str) -> bool:
        fine = QgsLayoutExporter.ExportResult.Success
        return exporter.exportToPdf(path, settings) == fine

    def to_png(path: str) -> bool:
        # Not exportToImage: it asks GDAL to georeference the PNG, which GDAL refuses aloud.
        return exporter.renderPageToImage(0, dpi=PNG_DPI).save(path, "PNG")

    return _write(target / f"{name}.pdf", to_pdf), _write(target / f"{name}.png", to_png)


def _write(path: Path, export: Callable[[str], bool]) -> Path:
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not export(str(part)):
            raise SheetNotWritten(path)
        os.replace(part, path)
    except OSError as error:
        raise SheetNotWritten(path) from error
    finally:
        if part.is_file():
            part.unlink()
    return path


def _extent(
    layer: QgsMapLayer, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsRectangle | None:
    box = layer.extent()
    # A layer of one point has an extent without width, which QGIS calls empty, not null.
    hollow = isinstance(layer, QgsVectorLayer) and layer.featureCount() == 0
    if hollow or box.isNull() or not box.isFinite() or box.xMinimum() > box.xMaximum():
        return None
    transform = QgsCoordinateTransform(layer.crs(), crs, project.transformContext())
    try:
        moved = transform.transformBoundingBox(box)
    except QgsCsException:
        return None
    return moved if moved.isFinite() else None
