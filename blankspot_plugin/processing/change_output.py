# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables and the map of what changed between two dates."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes

from ..bridge import fields
from ..bridge.read import Areas
from ..cartography.result_tables import change_text
from ..core import change
from ..core.boundaries import Relation
from ..core.change import GONE, NEW, PERSISTENT, VillageChange
from ..core.headline import Row, number
from ..i18n import number_text, tr
from .change import ChangeAlgorithm as Key
from .change_reading import Compared, rows_of
from .looks import look
from .parameters import Keys
from .writing import Writer, multi

_TEXT, _WHOLE, _REAL = fields.TEXT, fields.WHOLE, fields.REAL
_VILLAGE = (
    ("code", _TEXT), ("name", _TEXT), ("change", _TEXT), ("before", _TEXT), ("after", _TEXT),
    ("by_a_hair", _WHOLE), ("boundary", _TEXT), ("related", _TEXT),
    ("blank_b", _REAL), ("blank_a", _REAL), ("blank_diff", _REAL),
    ("pop_b", _REAL), ("pop_a", _REAL), ("popblank_b", _REAL), ("popblank_a", _REAL),
    ("gained", _REAL), ("lost", _REAL),
)  # fmt: skip
_PART = (
    ("code", _TEXT), ("name", _TEXT), ("change", _TEXT), ("before", _TEXT), ("after", _TEXT),
    ("area_km2", _REAL),
)  # fmt: skip
_BOUNDARY = (
    ("kind", _TEXT), ("code_b", _TEXT), ("name_b", _TEXT), ("code_a", _TEXT), ("name_a", _TEXT),
    ("km2", _REAL), ("pct_b", _REAL), ("pct_a", _REAL),
)  # fmt: skip


def _km2(found: Compared, kind: str) -> float:
    return math.fsum(part.area_km2 for part in found.parts or () if part.change == kind)


def numbers_of(found: Compared) -> dict[str, Any]:
    """Return the headline numbers, as far as the inputs allow them."""
    numbers: dict[str, Any] = {}
    if found.areas is not None:
        counts = change.counts(found.villages)
        numbers.update({f"N_{kind.upper()}": count for kind, count in counts.items()})
        for key, people in (
            ("PEOPLE_GAINED", [one.gained for one in found.villages]),
            ("PEOPLE_LOST", [one.lost for one in found.villages]),
        ):
            known = [each for each in people if each is not None]
            if known:
                numbers[key] = math.fsum(known)
    if found.parts is not None:
        numbers["NEW_KM2"], numbers["GONE_KM2"] = _km2(found, NEW), _km2(found, GONE)
        numbers["PERSISTENT_KM2"] = _km2(found, PERSISTENT)
        numbers["SLIVER_KM2"] = found.sliver_km2
    return numbers


def said_of(found: Compared) -> str:
    """Return the one paragraph for the log."""
    numbers, said = numbers_of(found), []
    if found.areas is not None:
        said.append(change_text(found.villages))
        hair = sum(one.by_a_hair for one in found.villages)
        if hair:
            said.append(
                tr("{n} villages changed their class by less than the tolerance: no news.").format(
                    n=number_text(hair)
                )
            )
    if "PEOPLE_GAINED" in numbers:
        said.append(
            tr("{gained} people are no longer in a blank spot, {lost} came into one.").format(
                gained=number_text(numbers["PEOPLE_GAINED"], 0),
                lost=number_text(numbers["PEOPLE_LOST"], 0),
            )
        )
    if found.parts is not None:
        said.append(
            tr(
                "Blank area: {new} km² new, {gone} km² resolved, {kept} km² persistent; {sliver} "
                "km² are too narrow to be news."
            ).format(
                new=number_text(numbers["NEW_KM2"], 2), gone=number_text(numbers["GONE_KM2"], 2),
                kept=number_text(numbers["PERSISTENT_KM2"], 2),
                sliver=number_text(numbers["SLIVER_KM2"], 2),
            )
        )  # fmt: skip
    if found.relations:
        said.append(
            tr(
                "Boundaries or codes of villages differ between the dates in {n} places; see the "
                "table of boundaries."
            ).format(n=number_text(len(found.relations)))
        )
    return " ".join(said)


def write_change(writer: Writer, found: Compared) -> None:
    """Write the tables and the map."""
    _write_villages(writer, found)
    plane = found.plane
    crs = plane.map_crs if plane is not None else QgsCoordinateReferenceSystem("EPSG:4326")
    parts = (
        (
            [part.code or None, part.name or None, part.change, part.before, part.after,
             part.area_km2],
            part.geometry,
        )
        for part in found.parts or ()
    )  # fmt: skip
    writer.write(
        Key.CHANGES, fields.fields(_PART), QgsWkbTypes.Type.Polygon, crs, parts, look("change")
    )
    writer.write(
        Key.BOUNDARIES, fields.fields(_BOUNDARY), QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(), ((row, None) for row in _boundaries(found)), None,
    )  # fmt: skip


def _boundaries(found: Compared) -> Iterator[list[object]]:
    if found.areas is None:
        return
    before, after = found.areas
    for one in found.relations:
        yield [
            one.kind, before.codes[one.before] or None, before.names[one.before] or None,
            after.codes[one.after] or None, after.names[one.after] or None, one.km2,
            100 * one.share_before, 100 * one.share_after,
        ]  # fmt: skip


def _write_villages(writer: Writer, found: Compared) -> None:
    if found.areas is None:
        kind, crs, rows = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem(), []
    else:
        before, after = found.areas
        spatial = found.plane is not None and any(
            not shape.isEmpty() for shape in (*before.geometries, *after.geometries)
        )
        kind = QgsWkbTypes.Type.MultiPolygon if spatial else QgsWkbTypes.Type.NoGeometry
        crs = after.crs if spatial else QgsCoordinateReferenceSystem()
        tables, related = (rows_of(before), rows_of(after)), _related(found)
        rows = [
            (_row(one, tables, related), _shape(one, found.areas) if spatial else None)
            for one in found.villages
        ]
    style = look("change") if kind == QgsWkbTypes.Type.MultiPolygon else None
    writer.write(Keys.OUTPUT, fields.fields(_VILLAGE), kind, crs, rows, style)


def _shape(one: VillageChange, areas: tuple[Areas, Areas]) -> QgsGeometry | None:
    """Return a village as it is now; one that is removed, as it was."""
    before, after = areas
    if one.place_after >= 0:
        shape = after.geometries[one.place_after]
    else:
        shape = before.geometries[one.place_before]
    return None if shape.isEmpty() else multi(shape)


def _row(
    one: VillageChange,
    tables: tuple[list[dict[str, object]], list[dict[str, object]]],
    related: dict[tuple[int, int], tuple[str, str]],
) -> list[object]:
    nothing: Row = {}
    before = tables[0][one.place_before] if one.place_before >= 0 else nothing
    after = tables[1][one.place_after] if one.place_after >= 0 else nothing
    km2 = number(before.get("blank_km2")), number(after.get("blank_km2"))
    boundary = related.get((0, one.place_before)) or related.get((1, one.place_after))
    return [
        one.code or None, one.name or None, one.kind, one.before or None, one.after or None,
        int(one.by_a_hair), *(boundary or (None, None)), *km2,
        None if None in km2 else km2[1] - km2[0],
        number(before.get("pop")), number(after.get("pop")),
        number(before.get("pop_blank")), number(after.get("pop_blank")), one.gained, one.lost,
    ]  # fmt: skip


def _related(found: Compared) -> dict[tuple[int, int], tuple[str, str]]:
    """Return for a village before (0) or after (1) what became of its boundary, and with whom."""
    if found.areas is None:
        return {}
    before, after = found.areas
    held: dict[tuple[int, int], list[tuple[Relation, str]]] = {}
    for one in found.relations:
        names = before.codes[one.before] or before.names[one.before]
        others = after.codes[one.after] or after.names[one.after]
        held.setdefault((0, one.before), []).append((one, others))
        held.setdefault((1, one.after), []).append((one, names))
    return {
        key: (
            "; ".join(sorted({one.kind for one, _ in those})),
            "; ".join(f"{name} ({number_text(one.km2, 2)} km²)" for one, name in those),
        )
        for key, those in held.items()
    }
