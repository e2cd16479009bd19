# SPDX-License-Identifier: GPL-2.0-or-later
"""The points of the programme as they stand after the newest statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qgis.core import QgsCoordinateTransform

from ..bridge.read import Areas, onto_map
from ..bridge.records import Records
from ..core import issues, programme, wifi
from ..core.codes import code_text, normalised_code
from ..core.dates import newest, parse_date
from ..core.programme import Point, Tally, Update
from ..core.wording import own_words
from ..i18n import tr
from .parameters import Keys
from .programme import ProgrammeAlgorithm as Key
from .programme import standing_meant
from .table_checks import matrix_rows
from .tabled import TableInputs


@dataclass
class Programme:
    """The programme of one call.

    Attributes
    ----------
    areas
        The villages.
    points, rows
        Each point once, and the row of `records` it comes from.
    records
        The Wi-Fi points as they came.
    target
        How many points are wanted.
    day
        As of when; None where nothing tells.
    total
        What all points add up to.
    """

    areas: Areas
    points: list[Point]
    rows: list[int]
    records: Records
    target: int
    day: date | None
    total: Tally


def read_programme(inputs: TableInputs) -> Programme:
    """Read points and statements, and settle how each point stands."""
    areas = inputs.areas()
    inputs.noted(Keys.AREAS, areas.notes)
    points, rows, records = _points(inputs, areas)
    if inputs.given(Key.UPDATES):
        points, found = programme.laid_over(points, _updates(inputs), Key.UPDATES)
        inputs.found += found
    return Programme(
        areas=areas,
        points=points,
        rows=rows,
        records=records,
        target=inputs.whole(Key.TARGET) if inputs.given(Key.TARGET) else len(points),
        day=_as_of(inputs, points),
        total=programme.tally(points),
    )


def _as_of(inputs: TableInputs, points: list[Point]) -> date | None:
    last = newest(point.day for point in points)
    if not inputs.given(Key.DATE):
        return last
    given = parse_date(inputs.text(Key.DATE))
    if last is not None and given is not None and last > given:
        inputs.feedback.pushWarning(
            tr("The data tell of {last}, which is after the date given ({given}).").format(
                last=last.isoformat(), given=given.isoformat()
            )
        )
    return given


def _own(inputs: TableInputs) -> dict[str, str]:
    return own_words(matrix_rows(inputs.parameters.get(Key.ALIASES), 2), standing_meant)


def _points(inputs: TableInputs, areas: Areas) -> tuple[list[Point], list[int], Records]:
    source = inputs.source_of(Keys.WIFI)
    there = QgsCoordinateTransform(source.sourceCrs(), areas.crs, inputs.context.transformContext())
    known = {key: key for key in Key.POINT_FIELDS}
    records = inputs.records(Keys.WIFI, known, there)
    columns = records.columns
    names = inputs.row_names(records, Key.ID_FIELD)
    days = inputs.days(Keys.WIFI, names, columns[Key.DATE_FIELD])
    codes = [code_text(cell) for cell in columns[Key.VILLAGE_CODE_FIELD]]
    as_it_is = QgsCoordinateTransform(areas.crs, areas.crs, inputs.context.transformContext())
    polygons = onto_map(areas.geometries, as_it_is, areas.notes)
    villages = inputs.villages_of(Keys.WIFI, names, records, codes, (areas.codes, polygons))
    ids = [normalised_code(cell) for cell in columns[Key.ID_FIELD]]
    kept, passed = programme.once(ids, days)
    for at in passed:
        inputs.wrong(Keys.WIFI, names[at], issues.DUPLICATE, columns[Keys.STATUS_FIELD][at])
    # What lies in no village is of no use to any office here, and is listed already.
    kept = [at for at in kept if villages[at] >= 0]
    mbps = inputs.numbers(Keys.WIFI, names, columns[Key.BANDWIDTH_FIELD])
    standings = _standings(inputs, Keys.WIFI, names, columns[Keys.STATUS_FIELD], kept)
    points = [
        Point(
            id=ids[at],
            village=villages[at],
            programme=code_text(columns[Key.PROGRAMME_FIELD][at]),
            funder=code_text(columns[Key.FUNDER_FIELD][at]),
            link=programme.link_kind(columns[Key.LINK_FIELD][at]),
            mbps=mbps[at],
            standing=standing,
            said=code_text(columns[Keys.STATUS_FIELD][at]),
            day=days[at],
        )
        for at, standing in zip(kept, standings)
    ]
    return points, kept, records


def _standings(
    inputs: TableInputs, key: str, names: list[str], cells: list[object], kept: list[int]
) -> list[str]:
    """Return how rows stand; a word that nobody knows is an issue, and unknown."""
    own = _own(inputs)
    found = []
    for at in kept:
        standing = wifi.wifi_standing(cells[at], own)
        if standing == wifi.UNKNOWN:
            inputs.wrong(key, names[at], issues.WORD if cells[at] else issues.EMPTY, cells[at])
        found.append(standing)
    return found


def _updates(inputs: TableInputs) -> list[Update]:
    fields = {
        Key.UPDATES_ID_FIELD: Key.ID_FIELD,
        Key.UPDATES_STATUS_FIELD: Keys.STATUS_FIELD,
        Key.UPDATES_DATE_FIELD: Key.DATE_FIELD,
    }
    records = inputs.records(Key.UPDATES, fields, None)
    columns = records.columns
    names = inputs.row_names(records, Key.UPDATES_ID_FIELD)
    days = inputs.days(Key.UPDATES, names, columns[Key.UPDATES_DATE_FIELD])
    ids = [normalised_code(cell) for cell in columns[Key.UPDATES_ID_FIELD]]
    kept, passed = programme.once(ids, days)
    cells = columns[Key.UPDATES_STATUS_FIELD]
    for at in passed:
        inputs.wrong(Key.UPDATES, names[at], issues.DUPLICATE, cells[at])
    for at in kept:
        if not ids[at]:
            inputs.wrong(Key.UPDATES, names[at], issues.NO_ID)
    kept = [at for at in kept if ids[at]]
    said = [at for at in kept if code_text(cells[at])]
    standings = dict(zip(said, _standings(inputs, Key.UPDATES, names, cells, said)))
    return [
        Update(ids[at], standings.get(at), code_text(cells[at]), days[at], names[at]) for at in kept
    ]
