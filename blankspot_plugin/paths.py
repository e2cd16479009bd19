# SPDX-License-Identifier: GPL-2.0-or-later
"""Where things lie, in an installed plugin and in a source checkout alike.

In the ZIP, ``metadata.txt`` and ``i18n/`` stand inside the package; in a checkout they
stand beside it. Nothing else in the plugin computes a path.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
RESOURCES = PACKAGE / "resources"
SAMPLE = RESOURCES / "sample"


def sample() -> Path:
    """Return the GeoPackage of the embedded sample."""
    return SAMPLE / "contoh.gpkg"


def _beside_or_inside(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name


def metadata() -> Path:
    """Return the path of ``metadata.txt``."""
    return _beside_or_inside("metadata.txt")


def translation(language: str) -> Path:
    """Return the path of the compiled translation of a two-letter language."""
    return _beside_or_inside("i18n") / f"blankspot_{language}.qm"


def help_page(algorithm: str, language: str) -> Path:
    """Return an algorithm's help page in the language, or the English one without it."""
    localized = RESOURCES / "help" / language / f"{algorithm}.md"
    return localized if localized.exists() else RESOURCES / "help" / f"{algorithm}.md"


def icon(name: str) -> str:
    """Return the path of an icon that Qt can open."""
    return str(RESOURCES / "icons" / f"{name}.svg")


def form(name: str) -> str:
    """Return the path of a form that Qt can load."""
    return str(PACKAGE / "gui" / "forms" / f"{name}.ui")
