# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of what comes from across the border."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ..bridge import fields
from ..bridge.border import ELSEWHERE, OWN
from ..core.border import BorderRow
from ..core.definitions import class_name
from ..i18n import number_text, tr
from .looks import look
from .neighbours import NeighboursAlgorithm as Key
from .neighbours_measuring import Across
from .parameters import Keys
from .writing import Writer, multi

_TEXT, _WHOLE, _REAL = fields.TEXT, fields.WHOLE, fields.REAL
_BORDER = (
    ("code", _TEXT), ("name", _TEXT), ("nb_code", _TEXT), ("nb_name", _TEXT),
    ("touches", _WHOLE), ("cov_km2", _REAL), ("nb_km2", _REAL), ("nb_pct", _REAL),
    ("only_km2", _REAL), ("only_pct", _REAL), ("only_pop", _REAL), ("more_blank", _REAL),
    ("status", _TEXT), ("without", _TEXT),
)  # fmt: skip
_SUMMED = (
    ("nb_code", _TEXT), ("nb_name", _TEXT), ("sites", _WHOLE), ("villages", _WHOLE),
    ("depend", _WHOLE), ("nb_km2", _REAL), ("only_km2", _REAL), ("only_pop", _REAL),
)  # fmt: skip
_SITE = (
    ("home", _TEXT), ("home_code", _TEXT), ("home_name", _TEXT), ("border_m", _REAL),
    ("reach_m", _REAL),
)  # fmt: skip
_PROPOSAL = (
    ("pop_own", _REAL), ("new_own", _REAL), ("pop_across", _REAL), ("new_across", _REAL),
    ("across", _TEXT),
)  # fmt: skip


def _known(number: float) -> float | None:
    return None if math.isnan(number) else float(number)


def _depends(row: BorderRow) -> bool:
    return row.status != row.without


def _sum(numbers: Sequence[float]) -> float | None:
    known = [number for number in numbers if not math.isnan(number)]
    return math.fsum(known) if known else None


def numbers_of(found: Across) -> dict[str, Any]:
    """Return the headline numbers; what two neighbours cover together counts once."""
    cellular = ~found.sites.reach.wifi
    all_, own = found.everything, found.own
    numbers = {
        "N_OWN_SITES": int((cellular & (found.home == OWN)).sum()),
        "N_NEIGHBOUR_SITES": int((cellular & found.within & (found.home >= 0)).sum()),
        "N_BORDER": len({row.village for row in found.rows}),
        "N_REACHED": len({row.village for row in found.rows if row.reached > 0}),
        "N_DEPENDENT": int((all_.status != own.status).sum()),
        "ONLY_KM2": float(np.nansum(all_.covered - own.covered)),
    }
    people = all_.people - own.people
    if np.isnan(people).all():
        return numbers
    return {**numbers, "ONLY_PEOPLE": float(np.nansum(people))}


def said_of(found: Across) -> str:
    """Return the one paragraph for the log."""
    numbers = numbers_of(found)
    text = tr(
        "{sites} sites of neighbours reach the areas and cover a part of {villages} villages; "
        "neighbours alone cover {km2} km², and {depend} villages would have another status "
        "without them."
    ).format(
        sites=number_text(numbers["N_NEIGHBOUR_SITES"]),
        villages=number_text(numbers["N_REACHED"]), km2=number_text(numbers["ONLY_KM2"], 2),
        depend=number_text(numbers["N_DEPENDENT"]),
    )  # fmt: skip
    if "ONLY_PEOPLE" in numbers:
        text += " " + tr("{people} people are covered by neighbours alone.").format(
            people=number_text(numbers["ONLY_PEOPLE"], 0)
        )
    return text


def write_neighbours(writer: Writer, found: Across) -> None:
    """Write all tables and layers."""
    areas = found.areas
    rows = (
        (
            [
                areas.codes[row.village] or None, areas.names[row.village] or None,
                *_neighbour(found, row.neighbour), int(row.touches), row.covered, row.reached,
                row.reached_percent, row.only, row.only_percent, _known(row.only_people),
                row.more_blank, class_name(row.status), class_name(row.without),
            ],
            None if areas.geometries[row.village].isEmpty()
            else multi(areas.geometries[row.village]),
        )
        for row in found.rows
    )  # fmt: skip
    writer.write(
        Keys.OUTPUT, fields.fields(_BORDER), QgsWkbTypes.Type.MultiPolygon, areas.crs, rows,
        look("areas"),
    )  # fmt: skip
    writer.write(
        Key.BY_NEIGHBOUR, fields.fields(_SUMMED), QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(), ((row, None) for row in _summed(found)), None,
    )  # fmt: skip
    _write_sites(writer, found)
    _write_proposals(writer, found)


def _neighbour(found: Across, place: int) -> list[object]:
    if place < 0:
        return [None, None]
    return [found.neighbours.codes[place] or None, found.neighbours.names[place] or None]


def _summed(found: Across) -> Iterator[list[object]]:
    for place in range(len(found.neighbours)):
        if not (found.home == place).any() and all(row.neighbour != place for row in found.rows):
            # Far away: it has nothing to do with these villages.
            continue
        rows = [row for row in found.rows if row.neighbour == place]
        reached = [row for row in rows if row.reached > 0]
        sites = found.within & (found.home == place) & ~found.sites.reach.wifi
        yield [
            *_neighbour(found, place), int(sites.sum()), len(reached),
            sum(_depends(row) for row in rows), math.fsum(row.reached for row in rows),
            math.fsum(row.only for row in rows), _sum([row.only_people for row in rows]),
        ]  # fmt: skip


def _write_sites(writer: Writer, found: Across) -> None:
    records = found.records
    joined = fields.beside_ours(records.fields, fields.fields(_SITE))
    row_of = {str(row): at for at, row in enumerate(records.ids)}
    words = {OWN: "own", ELSEWHERE: "elsewhere"}

    def rows() -> Iterator[tuple[list[object], Any]]:
        seen = set()
        for site in np.flatnonzero(found.within):
            at = row_of[str(found.sites.points.names[site])]
            if at in seen:
                # Another part of a multipoint, which is one row.
                continue
            seen.add(at)
            home = int(found.home[site])
            yield [
                words.get(home, "neighbour"), *_neighbour(found, home), float(found.away[site]),
                float(found.sites.reach.outer[site]), *records.attributes[at],
            ], records.geometries[at]  # fmt: skip

    writer.write(Key.SITES_OUTPUT, joined, records.kind, records.crs, rows(), look("sites"))


def _write_proposals(writer: Writer, found: Across) -> None:
    records = found.proposals
    if records is None:
        return
    joined = fields.beside_ours(records.fields, fields.fields(_PROPOSAL))
    rows = (
        ([*_reached(found, at), *records.attributes[at]], records.geometries[at])
        for at in range(len(records))
    )
    writer.write(Key.PROPOSALS_OUTPUT, joined, records.kind, records.crs, rows, look("proposals"))


def _reached(found: Across, at: int) -> list[object]:
    made = found.reached
    if made is None or math.isnan(made.own[at]):
        return [None] * len(_PROPOSAL)
    names = [
        found.neighbours.names[place] or found.neighbours.codes[place]
        for place in range(len(found.neighbours))
    ]
    told = [
        f"{name}: {number_text(people, 0)}"
        for name, people in zip(names, made.across[at])
        if people > 0
    ]
    return [
        float(made.own[at]), float(made.own_new[at]), float(made.across[at].sum()),
        float(made.across_new[at].sum()), "; ".join(told) or None,
    ]  # fmt: skip
