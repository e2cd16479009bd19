# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports and measurements, each beside what was computed and declared where it speaks of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from qgis.core import QgsCoordinateTransform, QgsPointXY

from ..bridge.at_places import coverage_at, levels_at
from ..bridge.read import Areas, onto_map, read_areas
from ..bridge.records import Records
from ..core import evidence, issues
from ..core.codes import code_text, normalised_code
from ..core.wording import own_words
from ..i18n import tr
from .evidence import EvidenceAlgorithm as Key
from .evidence import class_meant
from .parameters import Keys
from .table_checks import matrix_rows
from .tabled import TableInputs, is_spatial

POINT, VILLAGE = "point", "village"


@dataclass
class Statement:
    """What is said of one place, and what others say of it.

    Attributes
    ----------
    id, source, said
        As they were written.
    village
        Its place among the villages, -1 for none.
    day
        Of the statement.
    reported, measured
        Its own class, in words and by level; unknown where it doesn't say.
    dbm
        The measured level.
    computed, computed_from
        Class on the map, and whether that is of the very point or of its village.
    declared
        Class that operators declare at the point; None where not given.
    predicted
        Level on the map, dBm.
    place
        Where it is, on the map of the villages; None where it has no point.
    """

    id: str
    source: str
    said: str
    village: int
    day: date | None
    reported: str
    measured: str
    dbm: float | None
    computed: str
    computed_from: str | None
    declared: str | None
    predicted: float | None
    place: QgsPointXY | None

    @property
    def kind(self) -> str:
        """Whether a device says so, or somebody."""
        return evidence.MEASURED if self.dbm is not None else evidence.REPORTED

    @property
    def own(self) -> str:
        """Its own class, that of the level first."""
        return self.measured if self.dbm is not None else self.reported

    @property
    def verdict(self) -> str:
        """Whether it agrees with the map; '' where that can't be told."""
        return evidence.verdict(self.own, self.computed)


@dataclass
class Evidence:
    """All statements of one call, with the rows they come from."""

    villages: Areas
    statements: list[Statement]
    records: Records


def read_evidence(inputs: TableInputs) -> Evidence:
    """Read statements and villages, and lay beside each what was computed there."""
    villages, computed = _villages(inputs)
    source = inputs.source_of(Key.REPORTS)
    context = inputs.context.transformContext()
    there = None
    if is_spatial(source) and villages.crs.isValid():
        there = QgsCoordinateTransform(source.sourceCrs(), villages.crs, context)
    records = inputs.records(Key.REPORTS, {key: key for key in Key.REPORT_FIELDS}, there)
    names = inputs.row_names(records, Key.ID_FIELD)
    _tell_duplicates(inputs, names, records)
    columns = records.columns
    codes = [code_text(cell) for cell in columns[Key.VILLAGE_CODE_FIELD]]
    found = inputs.villages_of(
        Key.REPORTS, names, records, codes, (villages.codes, villages.geometries)
    )
    days = inputs.days(Key.REPORTS, names, columns[Key.DATE_FIELD])
    levels = inputs.numbers(Key.REPORTS, names, columns[Key.DBM_FIELD])
    reported = _reported(inputs, names, columns[Key.CLASS_FIELD], levels)
    at_point, declared = _on_the_map(inputs, records, villages)
    predicted = _predicted(inputs, names, records, villages)
    limits = inputs.number(Key.COVERED_DBM), inputs.number(Key.WEAK_DBM)
    statements = []
    for at, name in enumerate(names):
        village = found[at]
        here = at_point[at]
        of_village = computed[village] if village >= 0 else evidence.UNKNOWN
        statements.append(
            Statement(
                id=name,
                source=code_text(columns[Key.SOURCE_FIELD][at]),
                said=code_text(columns[Key.CLASS_FIELD][at]),
                village=village,
                day=days[at],
                reported=reported[at],
                measured=evidence.level_class(levels[at], *limits),
                dbm=levels[at],
                computed=here or of_village,
                computed_from=POINT if here else VILLAGE if village >= 0 else None,
                declared=declared[at],
                predicted=predicted[at],
                place=records.places[at],
            )
        )
    return Evidence(villages, statements, records)


def _villages(inputs: TableInputs) -> tuple[Areas, list[str]]:
    """Return the villages and their computed classes; what two rows say apart is unknown."""
    key = Keys.STATISTICS
    code, name, column = (
        inputs.field_of(one, key) for one in (Keys.CODE_FIELD, Keys.NAME_FIELD, Key.COMPUTED_FIELD)
    )
    villages = read_areas(inputs.source_of(key), code, name, inputs.feedback.isCanceled)
    same = QgsCoordinateTransform(villages.crs, villages.crs, inputs.context.transformContext())
    villages.geometries = onto_map(villages.geometries, same, villages.notes)
    inputs.noted(key, villages.notes)
    classes = []
    for at, cells in enumerate(villages.column(column)):
        words = {str(cell).strip().lower() for cell in cells if cell is not None}
        if len(cells) > 1:
            said = " / ".join(sorted(words))
            inputs.wrong(key, villages.codes[at], issues.DUPLICATE, said)
        word = words.pop() if len(words) == 1 else ""
        if word and word not in evidence.CLASSES:
            inputs.wrong(key, villages.codes[at] or f"#{at + 1}", issues.WORD, word)
        classes.append(word if word in evidence.CLASSES else evidence.UNKNOWN)
    return villages, classes


def _tell_duplicates(inputs: TableInputs, names: list[str], records: Records) -> None:
    """List ids that stand twice; both are kept, for a place may report more than once."""
    ids = [normalised_code(cell) for cell in records.columns[Key.ID_FIELD]]
    often = Counter(each for each in ids if each)
    twice = [name for name, each in zip(names, ids) if often[each] > 1]
    if twice:
        inputs.feedback.pushWarning(
            tr("{n} reports share an id with another; all of them are kept: {rows}.").format(
                n=len(twice), rows=", ".join(twice[:8])
            )
        )


def _reported(
    inputs: TableInputs, names: list[str], cells: list[object], levels: list[float | None]
) -> list[str]:
    own = own_words(matrix_rows(inputs.parameters.get(Key.ALIASES), 2), class_meant)
    found = [evidence.reported_class(cell, own) for cell in cells]
    for name, cell, word, level in zip(names, cells, found, levels):
        if word == evidence.UNKNOWN and code_text(cell):
            inputs.wrong(Key.REPORTS, name, issues.WORD, cell)
        elif word == evidence.UNKNOWN and level is None:
            inputs.wrong(Key.REPORTS, name, issues.EMPTY)
    return found


def _on_the_map(
    inputs: TableInputs, records: Records, villages: Areas
) -> tuple[list[str | None], list[str | None]]:
    """Return the computed and the declared class at the point of each statement."""
    made: list[list[str | None]] = []
    for key in (Keys.COVERAGE, Key.DECLARED):
        layers = inputs.layers(key)
        computed, declared, notes = coverage_at(
            layers, records.places, villages.crs, inputs.context.transformContext(),
            inputs.feedback.isCanceled,
        )  # fmt: skip
        if layers:
            inputs.noted(key, notes)
        made += [computed, declared]
    computed, among, told, told_too = made
    # A layer given as declared is declared, whatever its fields say.
    return computed, [a or b or c for a, b, c in zip(told, told_too, among)]


def _predicted(
    inputs: TableInputs, names: list[str], records: Records, villages: Areas
) -> list[float | None]:
    told = inputs.numbers(Key.REPORTS, names, records.columns[Key.PREDICTED_FIELD])
    if not inputs.given(Key.SIGNAL):
        return told
    raster = inputs.raster(Key.SIGNAL)
    levels = levels_at(raster, records.places, villages.crs, inputs.context.transformContext())
    return [level if level is not None else own for level, own in zip(levels, told)]
