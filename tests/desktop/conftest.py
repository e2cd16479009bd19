# SPDX-License-Identifier: GPL-2.0-or-later
"""Real servers for a real QGIS."""

from __future__ import annotations

from tests.servers.fixtures import (  # noqa: F401
    kabupaten,
    koop,
    mapserver,
    postgis,
    pygeoapi,
    qgis_server,
)
