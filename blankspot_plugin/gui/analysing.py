# SPDX-License-Identifier: GPL-2.0-or-later
"""Run the analysis, and what checks the towers for it; show what comes of both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from qgis.core import QgsMapLayer, QgsVectorLayer

from ..bridge.moving import results_folder
from ..core import errors, purposes
from ..i18n import tr
from . import shelf
from .desk import Desk
from .pulling import names_of
from .runner import Parameters, Run

# The tables of a result; from below, for each is put on top of those before it.
TABLES = {
    "SUMMARY": "summary", "STATISTICS": "statistics", "COVERAGE_OUTPUT": "coverage",
    "GAPS": "gaps",
}  # fmt: skip
SITES = "sites"


def analyse(desk: Desk, asked: Parameters, then: Callable[[], None] | None = None) -> None:
    """Run the analysis and show its layers, in the place of those of the last one."""
    path = results_path(desk)
    if path is None:
        return
    desk.state.parameters = asked
    outputs = {key: table_in(path, table, key != "SUMMARY") for key, table in TABLES.items()}

    def done(_results: Parameters) -> None:
        show_analysis(desk, path)
        desk.keep()
        desk.analysed.emit()
        if then is not None:
            then()

    desk.runner.start(Run("blankspot:analysis", {**asked, **outputs}, done, desk.failed))


def clean(desk: Desk) -> None:
    """Look through the towers, and take what comes of it for the towers from here on."""
    sites, areas = _raw_sites(desk), desk.state.layer_for(desk.project, "areas")
    if sites is None or areas is None:
        desk.complain(tr("Say which layer holds the towers, and which the areas, first."))
        return
    path = results_path(desk)
    if path is None:
        return
    asked: Parameters = {"INPUT": sites.id(), "AREAS": areas.id()}
    asked.update(purposes.guess_fields("sites", names_of(sites)))

    def done(_results: Parameters) -> None:
        desk.state.clean = asked
        desk.set_purpose(show_clean(desk, path), "sites")

    outputs = {"OUTPUT": table_in(path, SITES)}
    desk.runner.start(Run("blankspot:cleansites", {**asked, **outputs}, done, desk.failed))


def _raw_sites(desk: Desk) -> QgsMapLayer | None:
    """Return the towers as they came: what is checked already came from there."""
    sites = desk.state.layer_for(desk.project, "sites")
    if sites is not None and sites == desk.result("CLEAN_SITES"):
        return desk.project.mapLayer(desk.state.clean.get("INPUT", "")) or sites
    return sites


def show_analysis(desk: Desk, path: Path) -> None:
    """Show the tables of an analysis; the statistics shown till now are those before."""
    last = desk.result("STATISTICS")
    desk.state.before = last.source() if last is not None else ""
    for key, table in TABLES.items():
        _show(desk, key, path, table)


def show_clean(desk: Desk, path: Path) -> QgsVectorLayer:
    """Show checked towers."""
    return _show(desk, "CLEAN_SITES", path, SITES, tr("Towers, checked"))


def _show(desk: Desk, key: str, path: Path, table: str, name: str = "") -> QgsVectorLayer:
    desk.changing.emit()
    source = f"{path}|layername={table}"
    layer = shelf.show_result(desk.project, key, source, desk.result(key), name)
    desk.state.results[key] = layer.id()
    return layer


def table_in(path: Path, table: str, spatial: bool = True) -> str:
    """Return an output that is a table of a GeoPackage."""
    return f"ogr:dbname='{path}' table=\"{table}\"" + (" (geom)" if spatial else "")


def results_path(desk: Desk) -> Path | None:
    """Return a new file for results: one that is open is never written over.

    None where nothing may be written there, which is told.
    """
    folder = results_folder(desk.workspace().path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        desk.complain(errors.WorkspaceBusy(str(folder), error.strerror or str(error)))
        return None
    desk.state.workspace = str(desk.workspace().path)
    return folder / f"{datetime.now():%Y%m%d_%H%M%S_%f}.gpkg"
