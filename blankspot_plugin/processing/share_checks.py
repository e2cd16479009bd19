# SPDX-License-Identifier: GPL-2.0-or-later
"""What ``share`` refuses before it writes anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProviderRegistry, QgsVectorLayer

from ..core.indicators import columns
from ..i18n import tr
from .share import ShareAlgorithm as Key
from .table_checks import TableChecks

# Of a table of meanings: which field it is about, and one of the words a dataset carries.
MEANING_FIELDS = (
    "dataset", "field", "konsep", "definisi", "klasifikasi", "ukuran", "satuan", "formula",
)  # fmt: skip


def refusal(algorithm: Key, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return one sentence about what can't be shared, '' if all can."""
    checks = TableChecks(algorithm, parameters, context)
    checks.some_layers(Key.LAYERS)
    for key in (Key.INDICATORS, Key.METADATA):
        if checks.given(key):
            checks.table(key)
    if checks.sentence:
        return checks.sentence
    return _indicators(algorithm, parameters, context) or _meanings(algorithm, parameters, context)


def _indicators(algorithm: Key, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    source = algorithm.parameterAsSource(parameters, Key.INDICATORS, context)
    if source is None or columns(source.fields().names()).usable:
        return ""
    return tr(
        "{input} has no column of names (indikator) or none of targets (target, or target_2026 "
        "for each year); it has {fields}."
    ).format(input=_label(algorithm, Key.INDICATORS), fields=", ".join(source.fields().names()))


def _meanings(algorithm: Key, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    source = algorithm.parameterAsSource(parameters, Key.METADATA, context)
    if source is None or source.fields().lookupField("field") >= 0:
        return ""
    return tr("{input} needs a column “field”; it may have {fields}.").format(
        input=_label(algorithm, Key.METADATA), fields=", ".join(MEANING_FIELDS)
    )


def _label(algorithm: Key, key: str) -> str:
    return f"{algorithm.parameterDefinition(key).description()} ({key})"


def dataset_names(layers: Sequence[QgsVectorLayer]) -> list[str]:
    """Return a name of files for each layer: letters, digits and _, no two alike."""
    taken: set[str] = {"metadata", "indicators"}
    found = []
    for layer in layers:
        called = _called(layer).lower()
        letters = "".join(c if c.isalnum() and c.isascii() else "_" for c in called)
        base = "_".join(part for part in letters.split("_") if part)[:24] or "layer"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}_{number}"
        taken.add(name)
        found.append(name)
    return found


def _called(layer: QgsVectorLayer) -> str:
    """Return what a layer is called; of a table that was given by its path, the table."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    table, path = str(parts.get("layerName") or ""), Path(str(parts.get("path") or ""))
    return table if table and layer.name() in (path.stem, path.name) else str(layer.name())
