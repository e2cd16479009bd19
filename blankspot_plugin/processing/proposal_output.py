# SPDX-License-Identifier: GPL-2.0-or-later
"""Write proposal points, the table for a form, and the paragraph about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsGeometry, QgsWkbTypes

from ..bridge import fields
from ..core.definitions import BLANK
from ..core.proposals import COLUMNS, form_kinds, form_row
from ..i18n import number_text, tr
from .proposal_keys import ProposalKeys as Own
from .proposal_run import Found
from .siting_output import look
from .writing import Writer


def write_points(writer: Writer, key: str, found: Found) -> None:
    """Write the points by rank, those that were proposed before last."""
    rows = (
        ([row[name] for name, _ in COLUMNS], QgsGeometry.fromPointXY(point))
        for row, point in zip(found.rows, found.on_map)
    )
    writer.write(key, fields.fields(COLUMNS), QgsWkbTypes.Type.Point, found.crs, rows, look)


def write_form(writer: Writer, key: str, found: Found, columns: Sequence[tuple[str, str]]) -> None:
    """Write the points as rows of a form."""
    kind = QgsWkbTypes.Type.NoGeometry
    rows = ((form_row(columns, row), None) for row in found.rows)
    writer.write(key, fields.fields(form_kinds(columns)), kind, found.crs, rows, None)


def numbers(found: Found) -> dict[str, Any]:
    """Return the headline numbers."""
    people = [row["people"] for row in found.rows if row["people"] is not None]
    villages = {row["code"] or row["name"] for row in found.rows} - {None}
    return {
        Own.N_POINTS: len(found.rows),
        Own.N_EARLIER: sum(row["proposed"] is not None for row in found.rows),
        Own.N_VILLAGES: len(villages),
        Own.PEOPLE: float(sum(people)) if people else None,  # type: ignore[arg-type]
    }


def said(found: Found) -> str:
    """Return the one paragraph for the log and the layer's abstract."""
    told = numbers(found)
    if not found.rows:
        text = tr("No settlement lies in a gap: there is nothing to propose.")
    else:
        blank = sum(row["class"] == BLANK for row in found.rows)
        text = tr(
            "{n} proposal points in {villages} villages: {blank} blank, {weak} weak; {earlier} "
            "were proposed before."
        ).format(
            n=told[Own.N_POINTS],
            villages=told[Own.N_VILLAGES],
            blank=blank,
            weak=told[Own.N_POINTS] - blank,
            earlier=told[Own.N_EARLIER],
        )
    if told[Own.PEOPLE] is not None:
        text += " " + tr("{people} people live there.").format(
            people=number_text(told[Own.PEOPLE], 0)
        )
    if found.dropped:
        text += " " + tr("{n} settlement parts were too small and left out.").format(
            n=found.dropped
        )
    return text + " " + tr("The columns of the form are not checked against the official form.")
