# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider, registered as QGIS does it, for every test in this folder."""

from __future__ import annotations

import os

import pytest

# QGIS would leave its notes on a raster beside it, in the package.
os.environ["GDAL_PAM_ENABLED"] = "NO"


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    """The registered provider; the plugin is unloaded at the end."""
    from blankspot_plugin.plugin import BlankSpotPlugin

    plugin = BlankSpotPlugin(None)
    plugin.initProcessing()
    yield plugin.provider
    plugin.unload()


@pytest.fixture
def run(provider):
    """Run an algorithm by its short id and return what came out and what was said."""
    from tests.qgis.helpers import run_alg

    return run_alg
