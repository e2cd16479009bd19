# SPDX-License-Identifier: GPL-2.0-or-later
"""The one list of roles a layer can play on a map, and the look of each class.

A role is data: which values it tells apart and how each is drawn. ``styling`` turns it
into a QGIS renderer. Texts are English sources marked for translation; whoever shows one
passes it through ``tr()``.
"""

from __future__ import annotations

from . import decisions, evidence, ground, network, service
from .look import (
    LINE,
    POINT,
    POLYGON,
    RASTER,
    Dots,
    Entry,
    Fill,
    Hatch,
    Labels,
    Mark,
    Role,
    Stroke,
    Wedge,
)
from .reading import find_field, technology_expression, wifi_expression
from .service import role_of_coverage

__all__ = [
    "LINE",
    "POINT",
    "POLYGON",
    "RASTER",
    "ROLES",
    "Dots",
    "Entry",
    "Fill",
    "Hatch",
    "Labels",
    "Mark",
    "Role",
    "Stroke",
    "Wedge",
    "find_field",
    "role",
    "role_of_coverage",
    "technology_expression",
    "wifi_expression",
]

# In drawing order: the first lies on top.
ROLES: tuple[Role, ...] = (
    decisions.PROPOSALS,
    network.SITES,
    network.WIFI_POINTS,
    evidence.MEASURED,
    ground.CENTRES,
    ground.FACILITIES,
    ground.REGENCY,
    ground.KECAMATAN,
    ground.OUTLINE,
    decisions.CHANGE,
    service.GAPS,
    service.DECLARED,
    service.COVERAGE,
    service.COVERAGE_TECHNOLOGY,
    ground.SETTLEMENTS,
    ground.ROADS,
    ground.RIVERS,
    ground.WATER,
    evidence.SIGNAL,
    service.AREAS,
    ground.NEIGHBOURS,
)


def role(name: str) -> Role:
    """Return a role by its id.

    Raises
    ------
    KeyError
        If there is no such role.
    """
    for one in ROLES:
        if one.id == name:
            return one
    raise KeyError(f"no role {name!r}; there are {', '.join(r.id for r in ROLES)}")
