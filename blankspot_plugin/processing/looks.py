# SPDX-License-Identifier: GPL-2.0-or-later
"""The look of an output by its role, for roles that the list of roles may not have."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsVectorLayer

from ..cartography.roles import ROLES
from ..cartography.styling import style_layer


def look(role: str) -> Callable[[QgsVectorLayer], None] | None:
    """Return what gives a layer the look of a role, None where there is no such role."""
    if role not in {one.id for one in ROLES}:
        return None
    return lambda layer: style_layer(layer, role)
