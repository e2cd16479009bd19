# SPDX-License-Identifier: GPL-2.0-or-later
"""A project was saved elsewhere: what it pulled and computed goes along.

It is copied, for the project it was before may still need it; the layers move to the copies.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..core.errors import WorkspaceBusy
from .workspace import Workspace


def results_folder(workspace: Path) -> Path:
    """Return the folder of results that belongs to a workspace."""
    return workspace.with_name(f"{workspace.stem}_results")


def take_along(project: QgsProject, old: Path, new: Path, before: str = "") -> str:
    """Copy a workspace and the results that are shown, and move the layers there.

    Parameters
    ----------
    project
        Whose layers move.
    old, new
        The workspaces; what the new one has already is not written over.
    before
        The source of the result that is compared with.

    Returns
    -------
    str
        The source of that result, where it lies now.

    Raises
    ------
    WorkspaceBusy
        If it can't be copied; no layer has moved then.
    """
    registry = QgsProviderRegistry.instance()
    layers = [
        (layer, Path(str(registry.decodeUri("ogr", layer.source()).get("path") or "")))
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr"
    ]
    compared = Path(before.split("|")[0])
    results = {path for _, path in layers if path.parent == results_folder(old)}
    if before and compared.parent == results_folder(old) and compared.exists():
        results.add(compared)
    moves = {path: results_folder(new) / path.name for path in results}
    try:
        # Who never pulled has results alone.
        if old.exists() and not new.exists():
            _copy_database(old, new)
        for source, target in moves.items():
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target)
    except (OSError, sqlite3.Error) as error:
        raise WorkspaceBusy(str(new), str(error)) from error
    tables = {pull.table for pull in Workspace(new).pulls()}
    for layer, path in layers:
        name = registry.decodeUri("ogr", layer.source()).get("layerName")
        if path in moves or (path == old and name in tables):
            _move(layer, path, moves.get(path, new))
    return before.replace(str(compared), str(moves[compared])) if compared in moves else before


def _copy_database(old: Path, new: Path) -> None:
    """Copy a GeoPackage that others may have open, whole."""
    new.parent.mkdir(parents=True, exist_ok=True)
    part = new.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(old)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    part.replace(new)


def _move(layer: QgsVectorLayer, old: Path, new: Path) -> None:
    subset = layer.subsetString()
    source = layer.source().split("|subset=")[0].replace(str(old), str(new), 1)
    layer.setDataSource(source, layer.name(), "ogr")
    if subset:
        layer.setSubsetString(subset)
