# SPDX-License-Identifier: GPL-2.0-or-later
"""The card and the tables of the Wi-Fi programme."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes
from qgis.PyQt.QtCore import QDate

from ..bridge import fields
from ..cartography.styling import style_layer
from ..core import headline, programme, wifi
from ..core.codes import code_text
from ..core.programme import COUNTED, LINKS, Point, Tally
from ..i18n import locale, number_text, tr
from .parameters import Keys
from .programme import ProgrammeAlgorithm as Key
from .programme_reading import Programme
from .writing import Writer, multi

_TEXT, _WHOLE, _REAL = fields.TEXT, fields.WHOLE, fields.REAL
_COUNTS = (("points", _WHOLE), *((word, _WHOLE) for word in COUNTED))
_VILLAGE = (
    ("code", _TEXT), ("name", _TEXT), ("kec_code", _TEXT), ("kec_name", _TEXT), *_COUNTS,
    ("net_stat", _TEXT), ("mbps", _REAL), ("programmes", _TEXT), ("links", _TEXT),
    ("date", _TEXT),
)  # fmt: skip
_GROUP = (
    *_COUNTS, ("act_pct", _REAL), ("vil_wifi", _WHOLE), ("vil_act", _WHOLE), ("mbps", _REAL),
    ("date", _TEXT),
)  # fmt: skip
_KECAMATAN = (("code", _TEXT), ("name", _TEXT), ("villages", _WHOLE), *_GROUP)
_PROGRAMMES = (
    ("programme", _TEXT), ("funder", _TEXT), *_GROUP, *((link, _WHOLE) for link in LINKS),
    ("link_other", _WHOLE),
)  # fmt: skip
_POINT = (
    ("point_id", _TEXT), ("code", _TEXT), ("village", _TEXT), ("programme", _TEXT),
    ("funder", _TEXT), ("link", _TEXT), ("mbps", _REAL), ("status", _TEXT), ("said", _TEXT),
    ("date", _TEXT), ("updated", _WHOLE),
)  # fmt: skip


def day_text(day: date) -> str:
    """Return a day as it is printed: 24 November 2026."""
    return str(locale().toString(QDate(day), "d MMMM yyyy"))


def card_text(found: Programme) -> str:
    """Return the text of the card."""
    active = number_text(found.total.counts[wifi.ACTIVE])
    target = number_text(found.target)
    if found.day is None:
        return tr("{active} of {target} points active").format(active=active, target=target)
    return tr("{active} of {target} points active as of {date}").format(
        active=active, target=target, date=day_text(found.day)
    )


def numbers_of(found: Programme) -> dict[str, Any]:
    """Return the headline numbers."""
    total = found.total
    return {
        "N_POINTS": total.points,
        **{f"N_{word.upper()}": total.counts[word] for word in COUNTED},
        "N_VILLAGES": total.villages,
        "N_VILLAGES_ACTIVE": total.villages_active,
        "N_UPDATED": sum(point.updated for point in found.points),
        "ACTIVE_PCT": 100.0 * total.counts[wifi.ACTIVE] / found.target if found.target else 0.0,
    }


def write_programme(writer: Writer, found: Programme) -> None:
    """Write all tables."""
    held = programme.by_village(found.points, len(found.areas))
    _write_villages(writer, found, held)
    _write_kecamatan(writer, found, held)
    rows = (
        [name or None, funder or None, *_group(total), *total.links.values()]
        for name, funder, total in programme.by_programme(found.points)
    )
    _write_table(writer, Key.PROGRAMMES, _PROGRAMMES, rows)
    _write_points(writer, found)


def _counts(total: Tally) -> list[object]:
    return [total.points, *(total.counts[word] for word in COUNTED)]


def _group(total: Tally) -> list[object]:
    return [
        *_counts(total), total.active_percent, total.villages, total.villages_active, total.mbps,
        _iso(total.day),
    ]  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _kecamatan_rows(found: Programme) -> list[dict[str, object]]:
    """Return villages as the rows that tell their kecamatan."""
    names = found.areas.fields.names()
    return [
        {**{name: fields.value(cell) for name, cell in zip(names, cells)}, "code": code}
        for code, cells in zip(found.areas.codes, found.areas.attributes)
    ]


def _write_villages(writer: Writer, found: Programme, held: list[list[Point]]) -> None:
    areas = found.areas
    kecamatan = headline.kecamatan_of(_kecamatan_rows(found))
    joined = fields.beside_ours(areas.fields, fields.fields(_VILLAGE))
    rows = (
        (
            [
                areas.codes[at] or None, areas.names[at] or None,
                *(word or None for word in kecamatan[at]), *_village(points),
                *areas.attributes[at],
            ],
            None if areas.geometries[at].isEmpty() else multi(areas.geometries[at]),
        )
        for at, points in enumerate(held)
    )  # fmt: skip
    writer.write(
        Keys.OUTPUT, joined, QgsWkbTypes.Type.MultiPolygon, areas.crs, rows,
        lambda layer: style_layer(layer, "outline"),
    )  # fmt: skip


def _village(points: Sequence[Point]) -> list[object]:
    total = programme.tally(points)
    statuses = [wifi.status_of(point.standing) for point in points]
    return [
        *_counts(total), wifi.village_status(statuses), total.mbps,
        _listed(point.programme for point in points), _listed(point.link for point in points),
        _iso(total.day),
    ]  # fmt: skip


def _listed(words: Any) -> str | None:
    return "; ".join(sorted({word for word in words if word})) or None


def _write_kecamatan(writer: Writer, found: Programme, held: list[list[Point]]) -> None:
    parts = [
        (part.code, part.name, part.members)
        for part in headline.by_kecamatan(_kecamatan_rows(found))
    ]
    rows = (
        [
            code or None, name or None, len(members),
            *_group(programme.tally(point for at in members for point in held[at])),
        ]
        # Where no village tells its kecamatan all are one, so that the sum is the card's.
        for code, name, members in parts or [("", "", tuple(range(len(held))))]
    )  # fmt: skip
    _write_table(writer, Key.KECAMATAN, _KECAMATAN, rows)


def _write_table(writer: Writer, key: str, columns: Any, rows: Any) -> None:
    writer.write(
        key, fields.fields(columns), QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(), ((row, None) for row in rows), None,
    )  # fmt: skip


def _write_points(writer: Writer, found: Programme) -> None:
    """Write the points where they stood, in the CRS they came in."""
    areas, records = found.areas, found.records
    joined = fields.beside_ours(records.fields, fields.fields(_POINT))
    rows = (
        (
            [
                code_text(records.columns[Key.ID_FIELD][row]) or None,
                areas.codes[point.village] or None,
                areas.names[point.village] or None, point.programme or None,
                point.funder or None, point.link or None, point.mbps, point.standing,
                point.said or None, _iso(point.day), int(point.updated),
                *records.attributes[row],
            ],
            records.geometries[row],
        )
        for point, row in zip(found.points, found.rows)
    )  # fmt: skip
    writer.write(
        Key.POINTS, joined, records.kind, records.crs, rows,
        lambda layer: style_layer(layer, "wifi"),
    )  # fmt: skip
