# SPDX-License-Identifier: GPL-2.0-or-later
"""Write a table of a GeoPackage at one go.

For ``ogr:dbname='a.gpkg' table="t" (geom)`` QGIS's own sink makes an empty table, opens it
again as a layer, appends to it and indexes it afterwards, all through connections of their
own: three times the work of the writer it takes for a file. That writer can do tables too.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

_PREFIX = "ogr:"


@dataclass(frozen=True)
class Table:
    """A table of a GeoPackage that is to be written; one of the same name is written over."""

    file: str
    name: str
    geometry: str

    @property
    def source(self) -> str:
        """What QGIS opens it by, as its own sink calls it."""
        return f"{self.file}|layername={self.name}"

    def writer(
        self,
        fields: QgsFields,
        kind: QgsWkbTypes.Type,
        crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
    ) -> QgsVectorFileWriter:
        """Return a sink for it.

        Raises
        ------
        QgsProcessingException
            If the table can't be made.
        """
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", self.name
        if self.geometry:
            options.layerOptions = [f"GEOMETRY_NAME={self.geometry}"]
        if Path(self.file).exists():
            options.actionOnExistingFile = (
                QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
            )
        writer = QgsVectorFileWriter.create(
            self.file, fields, kind, crs, context.transformContext(), options
        )
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise QgsProcessingException(writer.errorMessage())
        return writer


def table_of(value: object) -> Table | None:
    """Return the table a parameter's value asks for; None if it is anything else."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        if value.useRemapping() or value.sink.propertyType() != QgsProperty.Type.StaticProperty:
            return None
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value.startswith(_PREFIX):
        return None
    uri = QgsDataSourceUri(value[len(_PREFIX) :])
    file, name = uri.database(), uri.table()
    if not name or Path(file).suffix.lower() != ".gpkg":
        return None
    return Table(file, name, uri.geometryColumn())


def announce(
    table: Table,
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, object],
    key: str,
    context: QgsProcessingContext,
) -> None:
    """Have a table loaded into the project after the run, if that was asked for."""
    called = algorithm.parameterAsOutputLayer(parameters, key, context)
    waiting = context.layersToLoadOnCompletion()
    if called in waiting:
        details = waiting.pop(called)
        details.layerTypeHint = QgsProcessingUtils.LayerHint.Vector
        waiting[table.source] = details
        context.setLayersToLoadOnCompletion(waiting)
