# SPDX-License-Identifier: GPL-2.0-or-later
"""One factory of fields for every QGIS: types changed their names in 3.38."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import NULL, Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType, QVariant

TEXT, WHOLE, REAL = "text", "whole", "real"

if Qgis.QGIS_VERSION_INT >= 33800:
    _TYPES = {TEXT: QMetaType.Type.QString, WHOLE: QMetaType.Type.Int, REAL: QMetaType.Type.Double}
else:
    _TYPES = {TEXT: QVariant.String, WHOLE: QVariant.Int, REAL: QVariant.Double}


def field(name: str, kind: str) -> QgsField:
    """Return a field of the kind TEXT, WHOLE or REAL."""
    return QgsField(name, _TYPES[kind])


def fields(columns: Iterable[tuple[str, str]]) -> QgsFields:
    """Return fields from (name, kind) pairs."""
    made = QgsFields()
    for name, kind in columns:
        made.append(field(name, kind))
    return made


def beside_ours(theirs: QgsFields, ours: QgsFields) -> QgsFields:
    """Return our fields followed by all of theirs; on a clash theirs becomes ``<name>_1``.

    A GeoPackage takes ``fid`` for its own, and newer QGIS may then drop features in silence:
    theirs becomes ``fid_1``.
    """
    joined = QgsFields(ours)
    taken = {name.lower() for name in ours.names()} | {"fid"}
    for their in theirs:
        renamed = QgsField(their)
        number = 0
        while renamed.name().lower() in taken:
            number += 1
            renamed.setName(f"{their.name()}_{number}")
        taken.add(renamed.name().lower())
        joined.append(renamed)
    return joined


def value(attribute: object) -> object:
    """Return an attribute as Python knows it: QGIS's NULL becomes None."""
    return None if attribute is None or attribute == NULL else attribute
