# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock remembers in a project: which layer is for what, what was asked, what came.

It is one text among the project's custom entries: a project opened without the plugin is none
the worse for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from qgis.core import QgsMapLayer, QgsProject

from ..services.connections import Saved, without_secrets

_SCOPE, _KEY = "blankspot", "/state"


@dataclass
class ProjectState:
    """The state of a project.

    Attributes
    ----------
    purposes
        Ids of layers by what they are for (:mod:`~blankspot_plugin.core.purposes`).
    parameters
        Of the last analysis, but its outputs.
    results
        Ids of the layers of the last analysis by output key.
    before
        The source of the STATISTICS before the last, '' for none.
    pulls
        What was asked of ``pull`` for each layer of the workspace, by its name; see
        :func:`remembered`.
    open_step
        The step that was open.
    """

    purposes: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)
    results: dict[str, str] = field(default_factory=dict)
    before: str = ""
    pulls: dict[str, dict[str, Any]] = field(default_factory=dict)
    open_step: int = 0

    def layer_for(self, project: QgsProject, purpose: str) -> QgsMapLayer | None:
        """Return the layer that is for a purpose, None where it is not there any more."""
        return project.mapLayer(self.purposes.get(purpose, ""))


def remembered(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a pull as a project may hold them: without login and secrets."""
    kept = {key: value for key, value in asked.items() if key != "AUTHCFG"}
    return {**kept, "URL": without_secrets(str(asked.get("URL", "")))}


def recalled(kept: Mapping[str, Any], known: Iterable[Saved]) -> dict[str, Any]:
    """Return the parameters of a pull with the login and the address of its connection.

    Parameters
    ----------
    kept
        From :func:`remembered`.
    known
        The connections of this machine; where none is the one, what is kept has to do.
    """
    for saved in known:
        connection = saved.connection
        same = connection.service == kept.get("SERVICE")
        if same and without_secrets(connection.url) == kept.get("URL"):
            login = {"AUTHCFG": saved.authcfg} if saved.authcfg else {}
            return {**kept, "URL": connection.url, **login}
    return dict(kept)


def read(project: QgsProject) -> ProjectState:
    """Return the state a project carries; a fresh one where it carries none that is ours."""
    text, _ = project.readEntry(_SCOPE, _KEY, "")
    try:
        told = json.loads(text) if text else {}
        known = {key: told[key] for key in asdict(ProjectState()) if key in told}
        return ProjectState(**known)
    except (ValueError, TypeError):
        # Written by hand, or by a version to come: better begun anew than not opened.
        return ProjectState()


def write(project: QgsProject, state: ProjectState) -> None:
    """Put the state into a project, to be saved with it."""
    text = json.dumps(asdict(state), ensure_ascii=False)
    if project.readEntry(_SCOPE, _KEY, "")[0] != text:
        project.writeEntry(_SCOPE, _KEY, text)
