# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of coverage, as ``coverage`` and ``analysis`` both write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ..bridge import fields
from ..bridge.coverage_map import Drawn
from ..cartography.styling import style_layer
from .writing import Row, Writer, multi, tell_unresolved

_COLUMNS = (
    ("class", fields.TEXT), ("grp", fields.TEXT), ("sites", fields.WHOLE),
    ("area_km2", fields.REAL),
    ("tier", fields.TEXT),
)  # fmt: skip


def write_coverage(
    writer: Writer,
    key: str,
    drawn: Sequence[Drawn],
    crs: QgsCoordinateReferenceSystem,
) -> None:
    """Write coverage, measured already."""
    tell_unresolved(writer.feedback, sum(part.unresolved for part in drawn))

    def rows() -> Iterator[Row]:
        for part in drawn:
            cells = (part.name, part.group, part.sites, part.area_km2, part.tier)
            yield cells, multi(part.geometry)

    writer.write(
        key,
        fields.fields(_COLUMNS),
        QgsWkbTypes.Type.MultiPolygon,
        crs,
        rows(),
        lambda layer: style_layer(layer, "coverage"),
    )
