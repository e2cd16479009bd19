# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock remembers goes with the project, and a strange text does no harm."""

from __future__ import annotations

import secrets

import pytest
from qgis.core import QgsProject

from blankspot_plugin.bridge import project_state
from blankspot_plugin.bridge.project_state import ProjectState
from blankspot_plugin.services.connections import Saved
from blankspot_plugin.services.model import Connection
from tests.qgis.helpers import layer


def test_it_is_saved_and_read_with_the_project(qgis_app, tmp_path):
    project = QgsProject()
    sites = layer("Point", [("POINT(116 -2)", ["a"])], "nama:string", name="menara")
    project.addMapLayer(sites)
    state = ProjectState({"sites": sites.id()}, {"DEFINITION": "area", "RADII": ["4G", "1", "2"]})
    project_state.write(project, state)
    assert project.isDirty()
    path = str(tmp_path / "project.qgz")
    assert project.write(path)
    other = QgsProject()
    assert other.read(path)
    read = project_state.read(other)
    assert read == state
    assert read.layer_for(other, "sites").name() == "menara"
    assert read.layer_for(other, "wifi") is None


def test_what_is_the_same_makes_no_project_dirty(qgis_app):
    project = QgsProject()
    project_state.write(project, ProjectState())
    project.setDirty(False)
    project_state.write(project, ProjectState())
    assert not project.isDirty()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"unknown": 1}', "null"])
def test_a_strange_text_is_a_fresh_start(qgis_app, text):
    project = QgsProject()
    project.writeEntry("blankspot", "/state", text)
    assert project_state.read(project) == ProjectState()


def test_a_project_holds_no_login_and_no_secret_of_a_pull(qgis_app):
    secret = secrets.token_hex(8)
    url = f"https://palapa.example/ows?token={secret}"
    asked = {"SERVICE": "wfs", "URL": url, "LAYER": "menara", "AUTHCFG": "abc1234"}
    kept = project_state.remembered(asked)
    assert secret not in repr(kept) and "abc1234" not in repr(kept)
    known = [
        Saved("other", Connection("ogcapi", url)), Saved("Dinas", Connection("wfs", url), "abc1234")
    ]  # fmt: skip
    assert project_state.recalled(kept, known) == asked
    # On another machine there is no such connection: what is kept has to do.
    assert project_state.recalled(kept, []) == kept
