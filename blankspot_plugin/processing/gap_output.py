# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer of gaps, as ``gaps`` and ``analysis`` both write it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsWkbTypes

from ..bridge import fields
from ..bridge.gap_parts import GapPart
from ..bridge.read import Areas
from ..cartography.styling import style_layer
from ..core import definitions
from ..i18n import number_text, tr
from .parameters import Keys
from .writing import Writer

_COLUMNS = (
    ("code", fields.TEXT), ("name", fields.TEXT), ("class", fields.TEXT),
    ("area_km2", fields.REAL), ("gap_id", fields.TEXT),
)  # fmt: skip


def write_gaps(writer: Writer, key: str, areas: Areas, parts: Sequence[GapPart]) -> None:
    """Write the gaps, one feature a part, in the CRS of the areas."""
    rows = (
        (
            (
                areas.codes[part.index] or None,
                areas.names[part.index] or None,
                part.name,
                part.area_km2,
                part.gap_id,
            ),
            part.geometry,
        )
        for part in parts
    )
    writer.write(
        key,
        fields.fields(_COLUMNS),
        QgsWkbTypes.Type.Polygon,
        areas.crs,
        rows,
        lambda layer: style_layer(layer, "gaps"),
    )


def gap_numbers(parts: Sequence[GapPart], count_key: str) -> tuple[dict[str, Any], str]:
    """Return the headline numbers, and the sentence about them."""
    blank = sum(part.area_km2 for part in parts if part.name == definitions.BLANK)
    weak = sum(part.area_km2 for part in parts if part.name == definitions.WEAK)
    numbers = {count_key: len(parts), Keys.BLANK_KM2: blank, Keys.WEAK_KM2: weak}
    if not any(part.name == definitions.BLANK for part in parts):
        said = tr("No blank spot found.")
        if parts:
            said += " " + tr("{n} weak parts, {weak} km².").format(
                n=len(parts), weak=number_text(weak, 2)
            )
        return numbers, said
    said = tr("{n} gaps: {blank} km² blank, {weak} km² weak.").format(
        n=len(parts), blank=number_text(blank, 2), weak=number_text(weak, 2)
    )
    return numbers, said
