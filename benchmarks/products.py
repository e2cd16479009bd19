# SPDX-License-Identifier: GPL-2.0-or-later
"""Where inputs lie, where outputs go, and how a hand-written recipe writes them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

Row = tuple[list[object], QgsGeometry]
_BATCH = 1000


def table(path: Path, name: str) -> str:
    """Return a table as a layer source."""
    return f"{path}|layername={name}"


def target(path: Path, name: str) -> str:
    """Return a table as a destination of Processing."""
    return f"ogr:dbname='{path}' table=\"{name}\" (geom)"


def layer(path: Path, name: str) -> QgsVectorLayer:
    """Return a table as a layer."""
    return QgsVectorLayer(table(path, name), name, "ogr")


def write(out: Path, name: str, like: QgsVectorLayer, rows: Iterable[Row]) -> None:
    """Write polygons with code, name, covered and blank km2, in batches."""
    fields = QgsFields()
    for column in ("code", "name"):
        fields.append(QgsField(column, QVariant.String))
    for column in ("cov_km2", "blank_km2"):
        fields.append(QgsField(column, QVariant.Double))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", name
    if out.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.CreateOrOverwriteLayer
    writer = QgsVectorFileWriter.create(
        str(out), fields, QgsWkbTypes.MultiPolygon, like.crs(),
        QgsProject.instance().transformContext(), options,
    )  # fmt: skip
    if writer.hasError():
        raise RuntimeError(writer.errorMessage())
    waiting = iter(rows)
    while True:
        batch = [_feature(fields, row) for row in islice(waiting, _BATCH)]
        if not batch:
            return
        if not writer.addFeatures(batch, QgsFeatureSink.FastInsert):
            raise RuntimeError(writer.errorMessage())


def _feature(fields: QgsFields, row: Row) -> QgsFeature:
    attributes, geometry = row
    feature = QgsFeature(fields)
    feature.setAttributes(attributes)
    feature.setGeometry(geometry)
    return feature


def area_m2(path: Path, name: str) -> float:
    """Return the area on the map of all polygons of a table."""
    return float(sum(feature.geometry().area() for feature in layer(path, name).getFeatures()))
