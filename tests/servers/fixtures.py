# SPDX-License-Identifier: GPL-2.0-or-later
"""The servers as fixtures, one of each per test session; a conftest imports the names it wants.

A server that is not installed skips the tests that need it, with the sentence that says why.
"""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from tests.conftest import SHARED_DATA
from tests.servers import starters
from tests.servers.starters import Server


@contextmanager
def _or_skip(starting):
    try:
        server = starting.__enter__()
    except starters.Missing as why:
        pytest.skip(str(why))
    try:
        yield server
    finally:
        starting.__exit__(None, None, None)


def _server(name):
    def start(kabupaten, tmp_path_factory):
        with _or_skip(getattr(starters, name)(kabupaten, tmp_path_factory.mktemp(name))) as server:
            yield server

    start.__doc__ = getattr(starters, name).__doc__
    return pytest.fixture(scope="session", name=name)(start)


@pytest.fixture(scope="session")
def kabupaten(tmp_path_factory):
    """The GeoPackage that all servers serve."""
    # GDAL's Python is the system's: not everywhere where this file is read.
    data = pytest.importorskip("tests.servers.data", exc_type=ImportError)
    return data.make_geopackage(tmp_path_factory.mktemp("kabupaten") / "kabupaten.gpkg")


qgis_server = _server("qgis_server")
mapserver = _server("mapserver")
pygeoapi = _server("pygeoapi")
koop = _server("koop")
postgis = _server("postgis")


@pytest.fixture(scope="session")
def recorded(tmp_path_factory):
    """Answers of GeoServer, GeoNode, CKAN and ArcGIS that were recorded."""
    from tests.servers.recorded import RecordedServer

    if not SHARED_DATA.is_dir():
        pytest.skip("recorded answers are served where ../shared/data is present, and it is not")
    with RecordedServer(SHARED_DATA) as server:
        yield server


def add_server_logs(item, report):
    """Show with a failed test what the servers it used wrote last."""
    if not report.failed:
        return
    for value in getattr(item, "funcargs", {}).values():
        if isinstance(value, Server):
            report.sections.append((f"log of {value.name}", value.log_tail()))
