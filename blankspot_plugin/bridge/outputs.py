# SPDX-License-Identifier: GPL-2.0-or-later
"""Finish an output: its style and its manifest travel with the layer.

A layer in memory gets both at once. In a GeoPackage the style goes into ``layer_styles``
and the manifest into ``gpkg_metadata``; beside another file, the style into a ``.qml``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.errors import OutputIncomplete

# What marks the manifest among the history entries of a layer.
_MARK = "blankspot-manifest "


def finish(
    destination: str,
    context: QgsProcessingContext,
    manifest: dict[str, object],
    title: str,
    abstract: str,
    style: Callable[[QgsVectorLayer], None] | None,
    count: int,
) -> str:
    """Give a written output its style and its manifest.

    Parameters
    ----------
    destination
        What the sink was called; the sink must be closed.
    context
        The run's context.
    manifest
        What the run was made from, ready for JSON.
    title, abstract
        For people.
    style
        Sets renderer and labels of a layer; None for a table.
    count
        How many features went into the sink.

    Raises
    ------
    OutputIncomplete
        If fewer came out of it: some formats drop what they can't hold without a word.

    Returns
    -------
    str
        What kept the style or the manifest from being saved, '' if nothing did.
    """
    metadata = QgsLayerMetadata()
    metadata.setTitle(title)
    metadata.setAbstract(abstract)
    metadata.setType("dataset")
    metadata.addHistoryItem(_MARK + json.dumps(manifest, ensure_ascii=False, sort_keys=True))
    layer = context.temporaryLayerStore().mapLayer(destination)
    if layer is not None:
        layer.setMetadata(metadata)
        if style is not None:
            style(layer)
        return ""
    layer = _opened(destination, context)
    if layer is None:
        return destination
    if 0 <= layer.featureCount() < count:
        raise OutputIncomplete(title, count, layer.featureCount())
    metadata.setCrs(layer.crs())
    if not layer.isSpatial():
        # A CSV, say: a table has no look.
        style = None
    if style is not None:
        style(layer)
    if layer.dataProvider().storageType() == "GPKG":
        return _into_geopackage(layer, metadata, title, style is not None)
    if style is not None and Path(destination).is_file():
        layer.saveNamedStyle(str(Path(destination).with_suffix(".qml")))
    return ""


def _opened(destination: str, context: QgsProcessingContext) -> QgsVectorLayer | None:
    # The table of a GeoPackage has to be named, or QGIS files no metadata for it; QGIS names
    # the table of a new file after the file.
    path = Path(destination)
    # A look in the database for a style would cost as much again as opening the table.
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    if path.suffix.lower() == ".gpkg":
        layer = QgsVectorLayer(f"{destination}|layername={path.stem}", "", "ogr", options)
        if layer.isValid():
            return layer
    layer = QgsVectorLayer(destination, "", "ogr", options)
    if not layer.isValid():
        layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None


def _into_geopackage(
    layer: QgsVectorLayer, metadata: QgsLayerMetadata, title: str, styled: bool
) -> str:
    if styled:
        # A table that was written over keeps its old style, and QGIS would ask about it.
        count, ids, *_ = layer.listStylesInDatabase()
        for style in ids[: max(count, 0)]:
            layer.deleteStyleFromDatabase(style)
        layer.saveStyleToDatabase("default", title, True, "")
    provider = QgsProviderRegistry.instance().providerMetadata(layer.providerType())
    fine, message = provider.saveLayerMetadata(layer.source(), metadata)
    return "" if fine else str(message)


def manifest_of(layer: QgsMapLayer) -> dict[str, object] | None:
    """Return the manifest a layer carries, or None."""
    for entry in layer.metadata().history():
        if entry.startswith(_MARK):
            manifest: dict[str, object] = json.loads(entry[len(_MARK) :])
            return manifest
    return None
