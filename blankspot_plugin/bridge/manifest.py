# SPDX-License-Identifier: GPL-2.0-or-later
"""The manifest of a run: enough to tell what it was made from, and to run it again."""

from __future__ import annotations

import configparser
from functools import cache
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer

from .. import paths

# Styles ask for the version when the plugin starts, and reading loads numpy.
if TYPE_CHECKING:
    from .read import Notes


@cache
def version() -> str:
    """Return the version of the plugin."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(paths.metadata(), encoding="utf-8")
    return parser.get("general", "version")


def manifest(
    algorithm: str,
    parameters: dict[str, object],
    definition: str,
    inputs: dict[str, Notes],
) -> dict[str, object]:
    """Return the manifest of a run, ready for JSON.

    Parameters
    ----------
    algorithm
        Its id.
    parameters
        As given; values JSON does not know become text.
    definition
        The definition the run used, '' where there is none.
    inputs
        What was read, by parameter key.
    """
    sources = [source for notes in inputs.values() for source in notes.sources]
    return {
        "algorithm": algorithm,
        "parameters": {key: _plain(value) for key, value in parameters.items()},
        "definition": definition,
        "inputs": {
            key: {
                "features": notes.read,
                "repaired": notes.repaired,
                "left_out": notes.without_geometry + notes.unusable,
                "sha256": notes.digest,
            }
            for key, notes in inputs.items()
        },
        "sources": [each for at, each in enumerate(sources) if each not in sources[:at]],
        "version": version(),
    }


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, QgsMapLayer):
        return value.source()
    static = getattr(value, "staticValue", None)
    if callable(static):
        return str(static())
    # A layer or sink wrapped for Processing: what it points to is in its property.
    wrapped = getattr(value, "source", None) or getattr(value, "sink", None)
    if wrapped is not None and hasattr(wrapped, "staticValue"):
        return str(wrapped.staticValue())
    return str(value)
