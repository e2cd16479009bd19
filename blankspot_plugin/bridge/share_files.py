# SPDX-License-Identifier: GPL-2.0-or-later
"""Write a layer in the formats other offices read, and count it again in each."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ..core.errors import NotShared
from .fields import TEXT, WHOLE, field, value
from .plane import lonlat_crs

# What a spreadsheet takes for the beginning of a formula, where no number follows.
_FORMULA = ("=", "@", "\t", "\r")
_WRITER = QgsVectorFileWriter


@dataclass
class Shared:
    """One layer to share.

    Attributes
    ----------
    name
        Of its files and tables.
    layer
        Where its features come from.
    keep
        Places of the fields that go along.
    """

    name: str
    layer: QgsVectorLayer
    keep: list[int]

    @property
    def fields(self) -> QgsFields:
        """The fields that go along."""
        made = QgsFields()
        for place in self.keep:
            made.append(self.layer.fields().at(place))
        return made


def write_geopackage(path: Path, shared: Shared, context: QgsCoordinateTransformContext) -> None:
    """Add a layer to a GeoPackage."""
    options = _options("GPKG", shared)
    if path.exists():
        options.actionOnExistingFile = _WRITER.ActionOnExistingFile.CreateOrOverwriteLayer
    _write(path, shared, options, context)


def write_shapefile(path: Path, shared: Shared, context: QgsCoordinateTransformContext) -> None:
    """Write a layer as a shapefile, a table as its .dbf."""
    options = _options("ESRI Shapefile", shared)
    options.fileEncoding = "UTF-8"
    _write(path, shared, options, context)


def write_kmz(path: Path, shared: Shared, context: QgsCoordinateTransformContext) -> None:
    """Write a layer as KMZ, in longitude and latitude and with its look."""
    driver = "LIBKML" if gdal.GetDriverByName("LIBKML") is not None else "KML"
    options = _options(driver, shared)
    options.ct = QgsCoordinateTransform(shared.layer.crs(), lonlat_crs(), context)
    options.symbologyExport = _feature_symbology()
    plain = path.with_suffix(".kml")
    _write(plain, shared, options, context)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, "doc.kml")
    plain.unlink()


def placed_only(shared: Shared) -> Shared:
    """Return a layer without the features that have no geometry, which KML can't hold."""
    request = QgsFeatureRequest().setFilterExpression("not is_empty_or_null($geometry)")
    layer = shared.layer.materialize(request)
    look_of(shared.layer)(layer)
    return Shared(shared.name, layer, shared.keep)


def _feature_symbology() -> object:
    from qgis.core import Qgis

    if Qgis.QGIS_VERSION_INT >= 33000:
        return Qgis.FeatureSymbologyExport.PerFeature
    return _WRITER.FeatureSymbology


def _options(driver: str, shared: Shared) -> QgsVectorFileWriter.SaveVectorOptions:
    options = _WRITER.SaveVectorOptions()
    options.driverName, options.layerName = driver, shared.name
    options.attributes = shared.keep
    options.skipAttributeCreation = not shared.keep
    return options


def _write(
    path: Path, shared: Shared, options: QgsVectorFileWriter.SaveVectorOptions,
    context: QgsCoordinateTransformContext,
) -> None:  # fmt: skip
    error, message, *_ = _WRITER.writeAsVectorFormatV3(shared.layer, str(path), context, options)
    if error != _WRITER.WriterError.NoError:
        raise NotShared(path.name, message)


def write_table(
    path: Path, sheet: str, columns: QgsFields, rows: Iterable[Sequence[object]], first: bool
) -> None:
    """Add a sheet to a spreadsheet, or write a CSV; codes stay text.

    A sheet begins with a column of row numbers: without any number in it, whoever reads it
    back takes the headings for a row.

    Parameters
    ----------
    path
        ``.xlsx`` or ``.csv``.
    sheet
        Its name.
    columns
        Of the rows.
    rows
        Cells; None is empty.
    first
        Whether this is the first sheet of the file.
    """
    is_sheet = path.suffix == ".xlsx"
    fields = QgsFields()
    if is_sheet:
        fields.append(field("no", WHOLE))
    for column in columns:
        fields.append(column)
    options = _WRITER.SaveVectorOptions()
    options.driverName, options.layerName = ("XLSX", sheet[:31]) if is_sheet else ("CSV", sheet)
    options.fileEncoding = "UTF-8"
    if not is_sheet:
        options.layerOptions = ["CREATE_CSVT=YES", "WRITE_BOM=YES", "SEPARATOR=COMMA"]
    elif not first:
        options.actionOnExistingFile = _WRITER.ActionOnExistingFile.CreateOrOverwriteLayer
    writer = _WRITER.create(
        str(path), fields, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem(),
        QgsCoordinateTransformContext(), options,
    )  # fmt: skip
    for number, cells in enumerate(rows, start=1):
        if writer.hasError():
            break
        made = QgsFeature(fields)
        made.setAttributes([number, *cells] if is_sheet else [_harmless(cell) for cell in cells])
        writer.addFeature(made)
    wrong = writer.errorMessage() if writer.hasError() else ""
    del writer
    if wrong:
        raise NotShared(path.name, wrong)


def _harmless(cell: object) -> object:
    """Return a cell that no spreadsheet runs when it opens a CSV."""
    if isinstance(cell, str) and len(cell) > 1:
        formula = cell.startswith(_FORMULA) or cell[0] in "+-" and not cell[1].isdigit()
        return f"'{cell}" if formula else cell
    return cell


def table_of(
    shared: Shared, crs_context: QgsCoordinateTransformContext
) -> tuple[QgsFields, Iterator[list[object]]]:
    """Return the fields and rows of a layer as a table; points get their lon and lat."""
    kind = QgsWkbTypes.geometryType(shared.layer.wkbType())
    has_points = kind == QgsWkbTypes.GeometryType.PointGeometry
    fields = QgsFields()
    taken = {name.lower() for name in shared.fields.names()}
    for column in shared.fields:
        # A spreadsheet has no days of a calendar that every reader agrees on.
        fields.append(column if not _is_day(column) else field(column.name(), TEXT))
    if has_points:
        for name in ("lon", "lat"):
            fields.append(field(name if name not in taken else f"{name}_wgs84", "real"))
    there = QgsCoordinateTransform(shared.layer.crs(), lonlat_crs(), crs_context)

    def rows() -> Iterator[list[object]]:
        for feature in shared.layer.getFeatures():
            cells = feature.attributes()
            made = [_cell(cells[place]) for place in shared.keep]
            if has_points:
                made += _lonlat(feature, there)
            yield made

    return fields, rows()


def _is_day(column: object) -> bool:
    return str(column.typeName()).lower() in ("date", "datetime", "time")


def _cell(cell: object) -> object:
    if isinstance(cell, (QDate, QDateTime)):
        return cell.toString("yyyy-MM-dd") if cell.isValid() else None
    return value(cell)


def _lonlat(feature: QgsFeature, there: QgsCoordinateTransform) -> list[float | None]:
    geometry = feature.geometry()
    if geometry.isEmpty():
        return [None, None]
    point = geometry.asMultiPoint()[0] if geometry.isMultipart() else geometry.asPoint()
    moved = there.transform(point)
    return [moved.x(), moved.y()]


def counted(path: Path, table: str = "") -> int:
    """Return how many features a file, or a table in it, is read back with; -1 for none."""
    try:
        data = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    except RuntimeError:
        return -1
    if data is None:
        return -1
    layer: ogr.Layer = data.GetLayerByName(table) if table else data.GetLayer(0)
    return -1 if layer is None else int(layer.GetFeatureCount(1))


def check(path: Path, expected: int, table: str = "") -> None:
    """Refuse a file that is read back with another number of features.

    Raises
    ------
    NotShared
    """
    found = counted(path, table)
    if found != expected:
        raise NotShared(path.name, f"{found} / {expected}")


Styled = Callable[[QgsVectorLayer], None]


def look_of(layer: QgsVectorLayer) -> Styled:
    """Return what gives another layer the look of this one."""

    def dress(other: QgsVectorLayer) -> None:
        if layer.renderer() is not None:
            other.setRenderer(layer.renderer().clone())
        if layer.labeling() is not None:
            other.setLabeling(layer.labeling().clone())
            other.setLabelsEnabled(layer.labelsEnabled())

    return dress
