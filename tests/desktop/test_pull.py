# SPDX-License-Identifier: GPL-2.0-or-later
"""``pull`` against real servers: in QGIS Desktop by dialog, as a model, and by qgis_process."""

from __future__ import annotations

import json
import sys

import pytest

from tests.desktop.desktop import ROOT, desktop

sys.path.insert(0, str(ROOT / "scripts"))
import run_process

# Server, protocol, layer, and what the layer is called where that differs.
CASES = {
    "qgis_server-wfs": ("qgis_server", "wfs", "menara"),
    "qgis_server-ogcapi": ("qgis_server", "ogcapi", "menara"),
    "mapserver-wfs": ("mapserver", "wfs", "menara"),
    "mapserver-ogcapi": ("mapserver", "ogcapi", "menara"),
    "pygeoapi-ogcapi": ("pygeoapi", "ogcapi", "menara"),
    "koop-arcgis": ("koop", "arcgis", "0"),
    "postgis": ("postgis", "postgres", "public.menara"),
}
ROWS = 1234


def _parameters(server, service, layer):
    url = "kabupaten" if service == "postgres" else server.urls.get(service)
    return {"SERVICE": service, "URL": url or server.urls["menara"], "LAYER": layer}


@pytest.fixture(scope="module")
def given(request):
    """The parameters of each pull; servers that are not installed are left out."""
    made = {}
    for name, (server, service, layer) in CASES.items():
        try:
            made[name] = _parameters(request.getfixturevalue(server), service, layer)
        except pytest.skip.Exception:
            continue
    return made


@pytest.fixture(scope="module")
def stored(request, given):
    """What QGIS stores of the connection to PostgreSQL."""
    if "postgis" not in given:
        return {}
    dsn = request.getfixturevalue("postgis").urls["postgis"]
    facts = dict(word.split("=") for word in dsn.split())
    names = {"host": "host", "port": "port", "dbname": "database", "user": "username"}
    start = "PostgreSQL/connections/kabupaten/"
    # Without it QGIS would ask for the user's name.
    stored = {start + "saveUsername": "true"}
    return {**stored, **{start + names[key]: value for key, value in facts.items()}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("desktop")


@pytest.fixture(scope="module")
def seen(folder, given, stored):
    """Let the driver pull, return what it saw."""
    told = {
        "BLANKSPOT_TEST_PULLS": json.dumps(given),
        "BLANKSPOT_TEST_POSTGRES": json.dumps(stored),
    }
    return desktop(folder, "drive_pull", told)


@pytest.fixture(scope="module")
def profile(folder, stored):
    """A profile for qgis_process that knows the connection."""
    made = folder / "process"
    settings = made / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    lines = [f"{key.split('/', 1)[1]}={value}".replace("/", "\\") for key, value in stored.items()]
    text = "\n".join(["[PythonPlugins]", "blankspot_plugin=true", "[PostgreSQL]", *lines, ""])
    settings.write_text(text, encoding="utf-8")
    return made


def _there(given, name):
    if name not in given:
        pytest.skip(f"{name}: the server is not installed")


@pytest.mark.parametrize("name", CASES)
def test_in_qgis_desktop(seen, given, name):
    _there(given, name)
    assert seen[name]["fine"], seen[name]["log"]
    assert seen[name]["numbers"]["COUNT"] == ROWS
    assert seen[name]["loaded"] == [ROWS]


@pytest.mark.parametrize("name", CASES)
def test_in_a_model(seen, given, name):
    _there(given, name)
    assert seen[f"model-{name}"]["fine"], seen[f"model-{name}"]["log"]
    assert seen[f"model-{name}"]["loaded"] == [ROWS]


@pytest.mark.parametrize("name", CASES)
def test_by_qgis_process(given, profile, tmp_path, monkeypatch, name):
    _there(given, name)
    monkeypatch.setattr(run_process, "PROFILE", profile)
    out = tmp_path / "menara.gpkg"
    results = run_process.run("blankspot:pull", {**given[name], "OUTPUT": out})
    assert results["COUNT"] == ROWS
    assert out.is_file()
