# SPDX-License-Identifier: GPL-2.0-or-later
"""Finish an output: its style and its manifest travel with the layer.

A layer in memory gets both at once. In a GeoPackage the style goes into ``layer_styles``
and the manifest into ``gpkg_metadata``; beside another file, the style into a ``.qml``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.core import (
    QgsLayerMetadata,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..core.errors import OutputIncomplete
from . import geopackage
from .stored_styles import OwnStyle, store_beside

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
    own: OwnStyle | None = None,
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
    own
        The officer's style that the earlier output opened with; it stays the default.

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
    place = geopackage.table_at(destination)
    if place is not None:
        return _into_geopackage(*place, title, metadata, style, count, own)
    layer = _opened(destination, context)
    if layer is None:
        return destination
    if 0 <= layer.featureCount() < count:
        raise OutputIncomplete(title, count, layer.featureCount())
    # A CSV, say, has no look.
    if style is not None and layer.isSpatial() and Path(destination).is_file():
        style(layer)
        store_beside(layer, Path(destination).with_suffix(".qml"), own)
    return ""


def _opened(destination: str, context: QgsProcessingContext) -> QgsVectorLayer | None:
    # A look in the database for a style would cost as much again as opening the table.
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    layer = QgsVectorLayer(destination, "", "ogr", options)
    if not layer.isValid():
        layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None


def _into_geopackage(
    file: str,
    table: str,
    title: str,
    metadata: QgsLayerMetadata,
    style: Callable[[QgsVectorLayer], None] | None,
    count: int,
    own: OwnStyle | None,
) -> str:
    try:
        found = geopackage.count(file, table)
        if found < count:
            raise OutputIncomplete(title, count, found)
        geopackage.describe(file, table, title, metadata, style, own)
    except sqlite3.Error as error:
        return str(error)
    return ""


def manifest_of(layer: QgsMapLayer) -> dict[str, object] | None:
    """Return the manifest a layer carries, or None."""
    for entry in layer.metadata().history():
        if entry.startswith(_MARK):
            manifest: dict[str, object] = json.loads(entry[len(_MARK) :])
            return manifest
    return None


def definition_of(layers: Iterable[QgsMapLayer]) -> str:
    """Return the definition that layers were judged by, in words; '' where none tells."""
    told = ((manifest_of(layer) or {}).get("definition") for layer in layers)
    return next((str(one) for one in told if one), "")
