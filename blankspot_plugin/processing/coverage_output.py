# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of coverage, as ``coverage`` and ``analysis`` both write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ..bridge import fields
from ..bridge.coverage_map import Drawn
from ..bridge.plane import WorkingPlane
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
    plane: WorkingPlane,
    crs: QgsCoordinateReferenceSystem,
    tier: bool,
) -> None:
    """Write coverage, measured already, with its tier if asked for."""
    back = plane.transform_to(crs)

    def rows() -> Iterator[Row]:
        for part in drawn:
            geometry = multi(part.geometry)
            geometry.transform(back)
            cells = [part.name, part.group, part.sites, part.area_km2]
            yield (cells + [part.tier] if tier else cells), geometry

    writer.write(
        key,
        fields.fields(_COLUMNS + _TIER if tier else _COLUMNS),
        QgsWkbTypes.Type.MultiPolygon,
        crs,
        rows(),
        lambda layer: style_layer(layer, "coverage"),
    )
