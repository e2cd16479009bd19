# SPDX-License-Identifier: GPL-2.0-or-later
"""The protocols regencies serve their layers by, one per file; no QGIS."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from .model import Service

# The words of SERVICE, in the order they are shown; each is a module of this package.
NAMES = ("wfs", "ogcapi", "arcgis", "geonode", "ckan", "file", "sample")
# Those that answer with all of a layer, whatever extent is asked for.
FILTERED_HERE = {"ckan", "file", "sample", "postgres", "layer"}
# What QGIS reads itself: see bridge/local_sources.py.
LOCAL_NAMES = ("postgres", "layer")
_MODULES = {"file": "files", "sample": "files"}


def service(name: str) -> Service:
    """Return a protocol by its word; loaded only now, for QGIS starts without it."""
    return cast("Service", import_module(f".{_MODULES.get(name, name)}", __package__))
