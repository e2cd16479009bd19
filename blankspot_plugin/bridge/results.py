# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run has found, read from its STATISTICS and SUMMARY layers, and written as a sheet."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .fields import fields as made_fields
from .fields import value
from .outputs import manifest_of

_COUNTS = ("covered", "weak", "blank", "unknown")


@dataclass(frozen=True)
class DefinitionCounts:
    """How many villages have each status under one definition.

    Attributes
    ----------
    definition
        One of ``core.definitions.DEFINITIONS``.
    wifi_counts
        Whether Wi-Fi counts.
    covered, weak, blank, unknown
        Villages.
    used
        Whether the status in the table rests on it.
    """

    definition: str
    wifi_counts: bool
    covered: int
    weak: int
    blank: int
    unknown: int
    used: bool


@dataclass(frozen=True)
class Results:
    """What a run has found.

    Attributes
    ----------
    rows
        Of STATISTICS, with None for NULL.
    ids
        The feature id of each row.
    fields
        Their names, in the order of the table.
    definition
        In words, '' if the layer doesn't tell.
    wifi_counts
        Whether Wi-Fi counts towards the status; None if the layer doesn't tell.
    time
        When it was computed, None if not known.
    comparison
        A row for each row of SUMMARY; () without one.
    """

    rows: tuple[dict[str, object], ...]
    ids: tuple[int, ...]
    fields: tuple[str, ...]
    definition: str = ""
    wifi_counts: bool | None = None
    time: datetime | None = None
    comparison: tuple[DefinitionCounts, ...] = ()


def read(statistics: QgsVectorLayer, summary: QgsVectorLayer | None = None) -> Results:
    """Read the results of a run.

    Parameters
    ----------
    statistics
        The STATISTICS output of ``statistics`` or ``analysis``.
    summary
        Its SUMMARY, for the comparison of the definitions.
    """
    # GeoPackage counts its features in a field of its own, which nobody wants in a table.
    names = [name for name in statistics.fields().names() if name != "fid"]
    at = {name: statistics.fields().lookupField(name) for name in names}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows, ids = [], []
    for feature in statistics.getFeatures(request):
        cells = feature.attributes()
        rows.append({name: value(cells[index]) for name, index in at.items()})
        ids.append(feature.id())
    manifest = manifest_of(statistics) or {}
    wifi = _wifi_counts(manifest)
    return Results(
        rows=tuple(rows),
        ids=tuple(ids),
        fields=tuple(names),
        definition=str(manifest.get("definition") or statistics.metadata().abstract() or ""),
        wifi_counts=wifi,
        time=_written(statistics),
        comparison=() if summary is None else _comparison(summary, manifest, bool(wifi)),
    )


def of_source(source: str) -> Results | None:
    """Read a STATISTICS layer that is not open; None where there is none any more.

    Parameters
    ----------
    source
        Of the OGR provider, '' for none.
    """
    if not source:
        return None
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    layer = QgsVectorLayer(source, "", "ogr", options)
    if not layer.isValid() or not {"code", "status"} <= set(layer.fields().names()):
        return None
    return read(layer)


def _wifi_counts(manifest: dict[str, object]) -> bool | None:
    parameters = manifest.get("parameters")
    if not isinstance(parameters, dict):
        return None
    # From the command line it is a word.
    return str(parameters.get("WIFI_COUNTS", False)).strip().lower() in ("true", "1", "yes")


def _comparison(
    summary: QgsVectorLayer, manifest: dict[str, object], wifi: bool
) -> tuple[DefinitionCounts, ...]:
    if not {"definition", "wifi_counts", *_COUNTS} <= set(summary.fields().names()):
        return ()
    rows = [
        {name: value(feature[name]) for name in ("definition", "wifi_counts", *_COUNTS)}
        for feature in summary.getFeatures()
    ]
    words = [str(row["definition"]) for row in rows]
    used = _used(manifest, words)
    # Without any Wi-Fi there is no row that counts it.
    if not any(row["definition"] == used and bool(row["wifi_counts"]) is wifi for row in rows):
        wifi = False
    return tuple(
        DefinitionCounts(
            definition=word,
            wifi_counts=bool(row["wifi_counts"]),
            used=word == used and bool(row["wifi_counts"]) is wifi,
            **{name: int(row[name] or 0) for name in _COUNTS},  # type: ignore[call-overload]
        )
        for word, row in zip(words, rows)
    )


def _used(manifest: dict[str, object], allowed: Sequence[str]) -> str:
    """Return the definition a run used, `auto` settled; '' if its manifest doesn't tell."""
    # Loads numpy, which is not needed before there is a result.
    from ..core.definitions import AUTO, DEFINITIONS, chosen

    parameters = manifest.get("parameters")
    if not isinstance(parameters, dict):
        return ""
    word = str(parameters.get("DEFINITION", AUTO))
    if word.isdigit() and int(word) < len(DEFINITIONS):
        word = DEFINITIONS[int(word)]
    return chosen(word, allowed) if word in DEFINITIONS and allowed else ""


def _written(layer: QgsVectorLayer) -> datetime | None:
    """Return when a layer's table was written, by the clock of this place."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(str(parts.get("path") or ""))
    if layer.providerType() != "ogr" or not path.is_file():
        return None
    if path.suffix.lower() != ".gpkg":
        return datetime.fromtimestamp(path.stat().st_mtime)
    # The file itself changes whenever somebody looks into it; its table of contents does not.
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            (text,) = connection.execute(
                "SELECT last_change FROM gpkg_contents WHERE table_name = ?",
                (parts.get("layerName") or path.stem,),
            ).fetchone()
        finally:
            connection.close()
        told = datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    except (sqlite3.Error, TypeError, ValueError):
        return None
    return told.astimezone().replace(tzinfo=None)


def write_sheet(
    path: Path,
    sheet: str,
    columns: Iterable[tuple[str, str]],
    rows: Iterable[Sequence[object]],
) -> None:
    """Write a table as XLSX.

    Parameters
    ----------
    path
        A file that is there is written over.
    sheet
        Its title.
    columns
        Headings and kinds (``fields.TEXT``, ``WHOLE``, ``REAL``); text stays text, codes too.
    rows
        Cells; None is empty.

    Raises
    ------
    OSError
        If it can't be written.
    """
    kinds = made_fields(columns)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "XLSX"
    options.layerName = sheet
    options.fileEncoding = "UTF-8"
    writer = QgsVectorFileWriter.create(
        str(path), kinds, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem(),
        QgsCoordinateTransformContext(), options,
    )  # fmt: skip
    for cells in rows if not writer.hasError() else ():
        feature = QgsFeature(kinds)
        feature.setAttributes(list(cells))
        if not writer.addFeature(feature):
            break
    wrong = writer.errorMessage() if writer.hasError() else ""
    # The file is written when the writer goes.
    del writer
    if wrong or not path.is_file() or not path.stat().st_size:
        raise OSError(wrong or str(path))
