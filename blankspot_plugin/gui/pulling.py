# SPDX-License-Identifier: GPL-2.0-or-later
"""Pull layers into the workspace of the project, and open them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer

from ..bridge import local_sources, project_state, settings
from ..bridge.tables import table_of
from ..bridge.workspace import Workspace
from ..core import errors, purposes
from ..core.technologies import DEFAULT_RADII, farthest, radii_table
from ..services.connections import Saved
from . import shelf
from .desk import Desk
from .runner import Parameters, Run


def pull(
    desk: Desk, name: str, asked: Parameters, purpose: str = "",
    then: Callable[[], None] | None = None, keep: bool = False,
) -> None:  # fmt: skip
    """Pull a layer into the workspace and open it.

    Parameters
    ----------
    name
        What the officer knows it by.
    asked
        The parameters of ``pull`` but OUTPUT.
    purpose
        What it is for; '' to guess.
    then
        Called when it is there.
    keep
        Keep what it takes the place of as a snapshot, to compare with.
    """
    output = begin(desk, name)
    if not output:
        return

    def done(_results: Parameters) -> None:
        if adopt(desk, name, output, asked, purpose, keep):
            desk.keep()
            if then is not None:
                then()

    # A table that stays pending is dropped when the workspace is next opened.
    desk.runner.start(Run("blankspot:pull", {**asked, "OUTPUT": output}, done, desk.failed))


def begin(desk: Desk, name: str) -> str:
    """Reserve a table of the workspace for a pull; '' where that fails, which is told."""
    workspace = desk.workspace()
    try:
        output = workspace.begin(name)
    except errors.BlankSpotError as error:
        desk.complain(error)
        return ""
    desk.state.workspace = str(workspace.path)
    return output


def adopt(
    desk: Desk, name: str, output: str, asked: Parameters, purpose: str = "", keep: bool = False
) -> bool:
    """Show what was pulled into a reserved table, in the layer that showed the last pull.

    Parameters
    ----------
    name, asked, purpose, keep
        As of :func:`pull`.
    output
        From :func:`begin`.

    Returns
    -------
    bool
        Whether it went well; what went wrong is told.
    """
    table = table_of(output)
    assert table is not None
    # Where it was begun: the project may have been saved elsewhere meanwhile.
    workspace = Workspace(Path(table.file))
    try:
        desk.changing.emit()
        workspace.adopt(table.name, keep)
        workspace.move_layers(desk.project)
        layer = desk.pulled_layer(name) or shelf.open_pull(
            desk.project, workspace, name, table.name
        )
    except errors.BlankSpotError as error:
        desk.complain(error)
        return False
    desk.state.pulls[name] = project_state.remembered(asked)
    _give_purpose(desk, layer, purpose)
    return True


def refresh(
    desk: Desk, names: list[str], then: Callable[[], None] | None = None, keep: bool = False
) -> None:
    """Pull some layers again as they were asked for, one after the other.

    Parameters
    ----------
    names
        Of the layers.
    then
        Called when all are there.
    keep
        Keep what they take the place of as snapshots.
    """
    names = [name for name in names if name in desk.state.pulls]
    if not names:
        if then is not None:
            then()
        return
    first, rest = names[0], names[1:]
    layer = desk.pulled_layer(first)
    purpose = desk.purpose_of(layer) if layer is not None else ""
    onwards = partial(refresh, desk, rest, then, keep)
    known = (*settings.read().connections, *local_sources.stored())
    asked = project_state.recalled(desk.state.pulls[first], known)
    if desk.keep_incomplete:
        asked["KEEP_INCOMPLETE"] = True
    pull(desk, first, asked, purpose, onwards, keep)


def asked_of(desk: Desk, saved: Saved, layer: str, purpose: str, extent: str = "") -> Parameters:
    """Return the parameters that pull a layer of a connection.

    Parameters
    ----------
    desk, saved, layer, purpose
        For whom, from where, what, and what it is for.
    extent
        Only what touches it; '' for what touches the areas and their surroundings.
    """
    connection = saved.connection
    asked: Parameters = {
        "SERVICE": connection.service,
        "URL": connection.url,
        "LAYER": layer,
        "AUTHCFG": saved.authcfg,
        "PAGE_SIZE": connection.page_size,
        "ALLOW_HTTP": saved.allow_http,
        "KEEP_INCOMPLETE": desk.keep_incomplete,
        "MAPPING": ";".join(f"{key}={value}" for key, value in connection.mapping.items()),
    }
    areas = desk.state.layer_for(desk.project, "areas")
    # A regency is served from beyond its edge, so far as a signal reaches; villages are not.
    if extent:
        asked["EXTENT"] = extent
    elif areas is not None and purpose != "areas" and connection.service != "sample":
        asked["AREAS"] = areas.id()
        asked["DISTANCE"] = _largest_radius(desk)
    return {key: value for key, value in asked.items() if value not in ("", 0, False)}


def _largest_radius(desk: Desk) -> float:
    """Return how far a signal reaches at most, in metres, by the radii in use."""
    cells = desk.state.parameters.get("RADII") or settings.read().radii
    try:
        return farthest(radii_table(cells))
    except errors.BadRadius:
        # The analysis will say so; a pull need not wait for it.
        return farthest(DEFAULT_RADII)


def _give_purpose(desk: Desk, layer: QgsVectorLayer, purpose: str) -> None:
    kind = {0: "point", 1: "line", 2: "polygon"}.get(int(layer.geometryType()), "table")
    purpose = purpose or purposes.guess(layer.name(), names_of(layer), kind)
    if purpose and desk.purpose_of(layer) != purpose:
        desk.assign(layer, purpose)
        shelf.dress(layer, purpose)


def names_of(layer: Any) -> list[str]:
    """Return the names of a layer's fields."""
    return list(layer.fields().names()) if isinstance(layer, QgsVectorLayer) else []
