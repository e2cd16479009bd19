# SPDX-License-Identifier: GPL-2.0-or-later
"""Real servers, and what they wrote when a test fails."""

from __future__ import annotations

import pytest

from tests.servers.fixtures import (  # noqa: F401
    add_server_logs,
    kabupaten,
    koop,
    mapserver,
    postgis,
    pygeoapi,
    qgis_server,
    recorded,
)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    add_server_logs(item, (yield).get_result())
