# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of coverage, as ``coverage`` and ``analysis`` both write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ..bridge import fields
from ..bridge.coverage_map import Drawn
from ..cartography.styling import style_layer
from .writing import Row, Writer, multi

_COLUMNS = (
    ("class", fields.TEXT), ("grp", fields.TEXT), ("sites", fields.WHOLE),
    ("area_km2", fields.REAL),
)  # fmt: skip
_TIER = (("tier", fields.TEXT),)


def write_coverage(
    writer: Writer,
    key: str,
    drawn: Sequence[Drawn],
    crs: QgsCoordinateReferenceSystem,
    tier: bool,
) -> None:
    """Write coverage, measured already, with its tier if asked for."""

    def rows() -> Iterator[Row]:
        for part in drawn:
            cells = [part.name, part.group, part.sites, part.area_km2]
            yield (cells + [part.tier] if tier else cells), multi(part.geometry)

    writer.write(
        key,
        fields.fields(_COLUMNS + _TIER if tier else _COLUMNS),
        QgsWkbTypes.Type.MultiPolygon,
        crs,
        rows(),
        lambda layer: style_layer(layer, "coverage"),
    )
