# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock prints: the sheet in the project, and what is asked of the algorithms for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsPrintLayout, QgsVectorLayer

from ..bridge import settings
from ..bridge.outputs import definition_of
from ..cartography import layouts, styling
from ..cartography.sources import source_text
from ..core.headline import kecamatan_name_field
from ..i18n import tr
from ..processing.mapsheet_parameters import PAPERS, paper_names
from .desk import Desk
from .runner import Parameters

ONE, EACH_KECAMATAN, EACH_VILLAGE = "", "kecamatan", "village"

# On a sheet, from the top.
_POINTS = ("sites", "wifi")
_RESULTS = ("GAPS", "COVERAGE_OUTPUT", "STATISTICS")
# Of a report: its key, and what the layer is for.
_EVIDENCE = {
    "SITES": "sites", "WIFI": "wifi", "FACILITIES": "facilities", "CENTRES": "centres",
}  # fmt: skip


class Wanted(NamedTuple):
    """A sheet: the place of its paper among PAPERS, and what gets a page of its own."""

    paper: int
    pages: str


def kecamatan_field(statistics: QgsVectorLayer) -> str:
    """Return the field of a result that names the kecamatan, '' where there is none."""
    return kecamatan_name_field(statistics.fields().names())


def layers_of(desk: Desk) -> list[QgsVectorLayer]:
    """Return the layers on a sheet, the first on top: towers in a look of ours, and the result."""
    points = [desk.state.layer_for(desk.project, purpose) for purpose in _POINTS]
    found = [layer for layer in points if layer is not None and styling.layer_role(layer)]
    found += [desk.result(key) for key in _RESULTS]
    return [layer for layer in found if isinstance(layer, QgsVectorLayer)]


def layout_of(desk: Desk, wanted: Wanted) -> QgsPrintLayout | None:
    """Return a sheet of the project, None where it has not been created."""
    found = desk.project.layoutManager().layoutByName(_name(wanted))
    return found if isinstance(found, QgsPrintLayout) else None


def create(desk: Desk, wanted: Wanted, say: Callable[[str], None]) -> QgsPrintLayout:
    """Make a sheet in the project, or bring it up to date.

    Raises
    ------
    SheetError
        If it can't be made.
    """
    statistics = desk.result("STATISTICS")
    layers = layers_of(desk)
    office = settings.read()
    atlas = None
    if wanted.pages and statistics is not None:
        field = kecamatan_field(statistics) if wanted.pages == EACH_KECAMATAN else ""
        atlas = layouts.Atlas(statistics, field, "", statistics)
    order = layouts.Order(
        layers=layers,
        text=layouts.SheetText(
            title=tr("Mobile service and blank spots"),
            subtitle=office.regency,
            definition=definition_of(layers),
            source=source_text(layers),
            office=layouts.Office.of(office),
        ),
        paper=PAPERS[wanted.paper],
        atlas=atlas,
    )
    pages = ""
    if atlas is not None and _file(desk) is not None:
        pages = str(_file(desk).with_name(f"{_stem(desk, wanted)}.gpkg"))  # type: ignore[union-attr]
    return layouts.create_in_project(desk.project, _name(wanted), order, say, pages)


def sheet_parameters(desk: Desk, wanted: Wanted) -> Parameters:
    """Return what is asked of ``mapsheets``: the sheet as it was edited, else a new one."""
    statistics, file = desk.result("STATISTICS"), _file(desk)
    if statistics is None or file is None:
        return {}
    asked: Parameters = {"OUTPUT": str(file.parent), "NAME": _stem(desk, wanted)}
    there = layout_of(desk, wanted)
    if there is not None:
        return {**asked, "LAYOUT": there.name()}
    asked.update(
        LAYERS=[layer.id() for layer in layers_of(desk)],
        PAPER=wanted.paper,
        SUBTITLE=settings.read().regency,
    )
    if wanted.pages:
        field = kecamatan_field(statistics) if wanted.pages == EACH_KECAMATAN else None
        asked.update(ATLAS_LAYER=statistics.id(), ATLAS_FIELD=field, AREAS=statistics.id())
    return asked


def report_parameters(desk: Desk) -> Parameters:
    """Return what is asked of ``report``."""
    statistics, file = desk.result("STATISTICS"), _file(desk)
    if statistics is None or file is None:
        return {}
    asked: Parameters = {
        "STATISTICS": statistics.id(),
        "BEFORE": desk.state.before or None,
        "REGION": settings.read().regency,
        "OUTPUT": str(file.parent),
        "NAME": f"report_{file.stem}",
    }
    for key, result in (("SUMMARY",) * 2, ("GAPS",) * 2, ("COVERAGE", "COVERAGE_OUTPUT")):
        layer = desk.result(result)
        asked[key] = None if layer is None else layer.id()
    for key, purpose in _EVIDENCE.items():
        layer = desk.state.layer_for(desk.project, purpose)
        asked[key] = None if layer is None else layer.id()
    return asked


def _file(desk: Desk) -> Path | None:
    """Return the file of the result."""
    statistics = desk.result("STATISTICS")
    return None if statistics is None else Path(statistics.source().split("|")[0])


def _stem(desk: Desk, wanted: Wanted) -> str:
    file = _file(desk)
    parts = ["sheet", "" if file is None else file.stem, wanted.pages]
    return "_".join(part for part in parts if part)


def _name(wanted: Wanted) -> str:
    paper = paper_names()[wanted.paper]
    if wanted.pages == EACH_KECAMATAN:
        return tr("Blank spots, a sheet per kecamatan, {paper}").format(paper=paper)
    if wanted.pages == EACH_VILLAGE:
        return tr("Blank spots, a sheet per village, {paper}").format(paper=paper)
    return tr("Blank spots, {paper}").format(paper=paper)
