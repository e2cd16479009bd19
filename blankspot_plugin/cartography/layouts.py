# SPDX-License-Identifier: GPL-2.0-or-later
"""Map sheets as layouts of a project: create, refresh, export.

A sheet is put together in this order. A template is read (``templates``), ours laid anew for
the texts there are (``laying``, ``arrangement``); words, map, legend and small maps go into
its items (``sheet``, ``wording``, ``legend``, ``inset``); an atlas gets its pages (``pages``,
``atlas``, ``villages``); and it is written (``export``). Nothing here needs a window.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from . import pages, sheet, templates, villages
from .errors import NoTemplate, NothingToShow, SheetError, SheetNotWritten
from .export import Files, write_files
from .extents import layers_extent, metric_crs
from .inset import moved
from .laying import lay_anew
from .papers import PAPERS, paper, round_scale
from .sheet import Sheet
from .template_files import find_template, own_templates
from .wording import Office, SheetText, crs_text, scale_text

__all__ = [
    "PAPERS",
    "Atlas",
    "Files",
    "NoTemplate",
    "NothingToShow",
    "Office",
    "Order",
    "SheetError",
    "SheetNotWritten",
    "SheetText",
    "build_sheet",
    "create_in_project",
    "crs_text",
    "export",
    "find_template",
    "layers_extent",
    "metric_crs",
    "own_templates",
    "refresh",
    "round_scale",
    "scale_text",
]

Say = Callable[[str], None]


@dataclass(frozen=True)
class Atlas:
    """What makes a sheet many.

    Attributes
    ----------
    layer
        Polygons: a page for each, or for each value of ``field``.
    field, name_field
        '' for a page per feature, and for the first field that looks like a name.
    villages
        Whose rows the pages list; None for none. May be ``layer`` itself.
    """

    layer: QgsVectorLayer
    field: str = ""
    name_field: str = ""
    villages: QgsVectorLayer | None = None


@dataclass(frozen=True)
class Order:
    """A map sheet as it is asked for.

    Attributes
    ----------
    layers
        Of the project, the first on top.
    extent, extent_crs
        What must be seen; all vector layers, or the atlas, where there is none.
    paper
        Id of one of :data:`PAPERS`; of no account with a template.
    template
        Path of an office's own .qpt; '' for ours.
    hidden
        Blocks that are left out; see ``arrangement.BLOCKS``.
    inset
        A layer for the inset in the place of the world's map.
    """

    layers: Sequence[QgsMapLayer]
    text: SheetText
    extent: QgsRectangle | None = None
    extent_crs: QgsCoordinateReferenceSystem | None = None
    paper: str = PAPERS[0].id
    template: str = ""
    hidden: Collection[str] = ()
    inset: QgsMapLayer | None = None
    atlas: Atlas | None = None


def create_in_project(
    project: QgsProject, name: str, order: Order, say: Say = str, pages_file: str = ""
) -> QgsPrintLayout:
    """Make an editable sheet in a project, or bring the one of that name up to date.

    Parameters
    ----------
    pages_file
        Path of a GeoPackage for the list of an atlas's pages, so that it is there when the
        project is opened again; '' keeps it in memory.

    Raises
    ------
    SheetError
        If it can't be made.
    """
    found = project.layoutManager().layoutByName(name)
    if isinstance(found, QgsPrintLayout):
        refresh(found, order, say, pages_file)
        return found
    layout = build_sheet(project, order, say, pages_file)
    layout.setName(name)
    project.layoutManager().addLayout(layout)
    return layout


def build_sheet(
    project: QgsProject, order: Order, say: Say = str, pages_file: str = ""
) -> QgsPrintLayout:
    """Build a sheet as a layout of a project (not yet in its manager).

    Raises
    ------
    NothingToShow
        If no layer has an extent and none is given.
    NoTemplate
        If the template can't be read.
    """
    ours = paper(order.paper)
    path = order.template or templates.template_path(ours)
    try:
        layout = templates.read_template(project, path)
    except templates.BadTemplate as error:
        raise NoTemplate(error) from error
    made = _sheet(project, order)
    found = _pages(project, order, made.crs)
    if not order.template:
        lay_anew(layout, ours, made, found)
    _complete(layout, order, made, found, say, pages_file)
    return layout


def refresh(layout: QgsPrintLayout, order: Order, say: Say = str, pages_file: str = "") -> None:
    """Bring a sheet's words, layers, legend and pages up to date.

    What was moved, resized, restyled or hidden stays so, and so does the part of the ground the
    map shows as long as it touches what is asked for.
    """
    made = _sheet(layout.project(), order)
    found = _pages(layout.project(), order, made.crs)
    _complete(layout, order, made, found, say, pages_file)
    layout.refresh()


def export(
    layout: QgsPrintLayout,
    folder: str | Path,
    name: str,
    files: Files = Files(),  # noqa: B008 - frozen
    feedback: QgsFeedback | None = None,
) -> list[Path]:
    """Write a layout as it stands, with all pages if it is an atlas; return the files.

    Raises
    ------
    SheetNotWritten
        Naming the file.
    Cancelled
        If the feedback was cancelled.
    """
    return write_files(layout, folder, name, files, feedback)


def _sheet(project: QgsProject, order: Order) -> Sheet:
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    if order.extent is not None:
        given = order.extent_crs or lonlat
        degrees = moved(order.extent, given, lonlat, project)
        crs = metric_crs(degrees or order.extent)
        ground = moved(order.extent, given, crs, project)
        if ground is None:
            raise NothingToShow
    else:
        seen = [order.atlas.layer] if order.atlas is not None else order.layers
        crs = metric_crs(layers_extent(seen, lonlat, project))
        ground = layers_extent(seen, crs, project)
    return Sheet(order.text, order.layers, crs, ground, order.hidden, order.inset)


def _pages(
    project: QgsProject, order: Order, crs: QgsCoordinateReferenceSystem
) -> list[pages.Page]:
    if order.atlas is None:
        return []
    wanted = order.atlas
    found = pages.find_pages(
        wanted.layer, wanted.field, wanted.name_field, wanted.villages, crs, project
    )
    if not found:
        raise NothingToShow
    return found


def _complete(
    layout: QgsPrintLayout,
    order: Order,
    made: Sheet,
    found: Sequence[pages.Page],
    say: Say,
    path: str,
) -> None:
    if found:
        layer = _pages_layer(layout, order, made, found)
        made = replace(made, **pages.keep_in_project(layout.project(), layer, path))
    sheet.fill(layout, made, say)
    if found and order.atlas is not None and order.atlas.villages is not None:
        villages.fill_table(layout, order.atlas.villages, say)


def _pages_layer(
    layout: QgsPrintLayout, order: Order, made: Sheet, found: Sequence[pages.Page]
) -> QgsVectorLayer:
    main = layout.itemById("map")
    if not isinstance(main, QgsLayoutItemMap):
        raise NoTemplate(order.template)
    return pages.pages_layer(
        found,
        order.text.title,
        order.text.number,
        made.crs,
        lambda box: sheet.fitting_scale(main, box),
    )
