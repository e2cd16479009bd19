# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a project is done again every month, as it was asked for the last time?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer

from . import local_sources, project_state, settings

Parameters = dict[str, Any]

CLEAN = "cleansites"
# Files are found without the project, and by a step that runs in another thread.
_FILES = ("ogr", "gdal")


@dataclass(frozen=True)
class Round:
    """The steps of the round and what is asked of each, but its outputs.

    A layer that a step makes is given as :class:`Made`, any other by its file, or by its id.

    Attributes
    ----------
    pulls
        By step; see :attr:`names`.
    names
        What the officer calls the layer that a step pulls.
    clean
        Of ``cleansites``; empty where the towers are used as they are.
    analysis
        Of ``analysis``; empty where none was ever run.
    before
        The source of the last STATISTICS, '' for none.
    region
        As the sheet's subtitle says it.
    """

    pulls: Mapping[str, Parameters] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    clean: Parameters = field(default_factory=dict)
    analysis: Parameters = field(default_factory=dict)
    before: str = ""
    region: str = ""


@dataclass(frozen=True)
class Made:
    """A layer that a step of the round makes."""

    step: str


def round_of(project: QgsProject, with_secrets: bool = True) -> Round:
    """Return the round of a project.

    Parameters
    ----------
    project
        As it was left; see :mod:`~blankspot_plugin.bridge.project_state`.
    with_secrets
        Whether addresses carry the keys that the officer's connections carry; a model that is
        kept as a file must not.
    """
    state, office = project_state.read(project), settings.read()
    known = (*office.connections, *local_sources.stored())
    steps = {name: f"pull_{at}" for at, name in enumerate(state.pulls, 1)}
    made = {
        layer.id(): steps[layer.customProperty(project_state.PULLED)]
        for layer in project.mapLayers().values()
        if layer.customProperty(project_state.PULLED) in steps
    }
    cleaned = state.results.get("CLEAN_SITES", "")
    cleans = bool(state.clean) and state.parameters.get("SITES") == cleaned
    if cleans:
        made[cleaned] = CLEAN

    def asked(parameters: Mapping[str, Any]) -> Parameters:
        return {key: _given(value, project, made) for key, value in parameters.items()}

    pulls = {}
    for name, kept in state.pulls.items():
        told = project_state.recalled(kept, known)
        if not with_secrets:
            told["URL"] = kept.get("URL", "")
        pulls[steps[name]] = asked(told)
    last = project.mapLayer(state.results.get("STATISTICS", ""))
    return Round(
        pulls=pulls,
        names={step: name for name, step in steps.items()},
        clean=asked(state.clean) if cleans else {},
        analysis=asked(state.parameters),
        before=last.source() if isinstance(last, QgsVectorLayer) and last.isValid() else "",
        region=office.regency,
    )


def _given(value: Any, project: QgsProject, made: Mapping[str, str]) -> Any:
    """Return the value of a parameter with layers by what makes them, or where they lie."""
    if isinstance(value, list):
        return [_given(part, project, made) for part in value]
    if not isinstance(value, str):
        return value
    if value in made:
        return Made(made[value])
    layer = project.mapLayer(value)
    return value if layer is None else _lasting(layer)


def _lasting(layer: QgsMapLayer) -> str:
    """Return what finds a layer when the project is not there, if anything does."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    # What is no file may be a database, whose address may hold a password.
    is_file = layer.providerType() in _FILES and Path(str(parts.get("path") or "")).exists()
    return str(layer.source()) if is_file else str(layer.id())
