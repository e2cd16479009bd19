# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables and layers of evidence, and what they come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsWkbTypes

from ..bridge import fields
from ..core import evidence
from ..core.evidence import AGREES, DIFFERS, OPPOSITE, Errors
from ..i18n import number_text, tr
from .evidence import EvidenceAlgorithm as Key
from .evidence_reading import Evidence, Statement
from .looks import look
from .parameters import Keys
from .writing import Writer

_TEXT, _WHOLE, _REAL = fields.TEXT, fields.WHOLE, fields.REAL
_WHO = (
    ("report_id", _TEXT), ("code", _TEXT), ("village", _TEXT), ("source", _TEXT),
    ("date", _TEXT), ("kind", _TEXT),
)  # fmt: skip
_OUTPUT = (
    *_WHO, ("said", _TEXT), ("rep_class", _TEXT), ("meas_dbm", _REAL), ("meas_class", _TEXT),
    ("decl_class", _TEXT), ("comp_class", _TEXT), ("comp_from", _TEXT), ("pred_dbm", _REAL),
    ("diff_db", _REAL), ("verdict", _TEXT), ("why", _TEXT),
)  # fmt: skip
_CONFLICT = (
    *_WHO, ("said_class", _TEXT), ("comp_class", _TEXT), ("comp_from", _TEXT),
    ("decl_class", _TEXT), ("verdict", _TEXT), ("why", _TEXT), ("placed", _TEXT),
)  # fmt: skip
_MEASURED = (*_WHO, ("dbm", _REAL), ("class", _TEXT), ("pred_dbm", _REAL), ("diff_db", _REAL))
_MATRIX = (
    ("kind", _TEXT), ("source", _TEXT), ("said", _TEXT),
    *((word, _WHOLE) for word in (*evidence.CLASSES, evidence.UNKNOWN)), ("total", _WHOLE),
)  # fmt: skip
_LEVELS = (("source", _TEXT), ("pairs", _WHOLE), ("bias_db", _REAL), ("sigma_db", _REAL))
_ALL = "all"


def class_text(word: str) -> str:
    """Return the name of a class inside a sentence."""
    return {
        evidence.COVERED: tr("covered"),
        evidence.WEAK: tr("weak"),
        evidence.BLANK: tr("blank"),
    }.get(word, tr("unknown"))


def why(statement: Statement) -> str | None:
    """Return in a sentence how a statement and the map differ; None where they don't."""
    if statement.verdict not in (DIFFERS, OPPOSITE):
        return None
    said, computed = class_text(statement.own), class_text(statement.computed)
    if statement.dbm is None:
        return tr("reported {said}, computed {computed}").format(said=said, computed=computed)
    return tr("measured {said} ({dbm} dBm), computed {computed}").format(
        said=said, computed=computed, dbm=number_text(statement.dbm, 0)
    )


def numbers_of(found: Evidence) -> dict[str, Any]:
    """Return the headline numbers; bias and sigma are left out where there is nothing to tell."""
    verdicts = Counter(statement.verdict for statement in found.statements)
    errors = _errors(found.statements)
    numbers: dict[str, Any] = {
        "N_REPORTS": len(found.statements),
        "N_AGREES": verdicts[AGREES],
        "N_DIFFERS": verdicts[DIFFERS],
        "N_OPPOSITE": verdicts[OPPOSITE],
        "N_UNKNOWN": verdicts[""],
        "N_MEASURED": errors.count,
        "BIAS_DB": errors.bias,
        "SIGMA_DB": errors.sigma,
    }
    return {key: number for key, number in numbers.items() if number is not None}


def said_of(found: Evidence) -> str:
    """Return the one paragraph for the log."""
    numbers = numbers_of(found)
    text = tr(
        "{all} reports: {agree} agree with the map, {differ} are one class apart, {opposite} say "
        "the opposite, {unknown} can't be compared."
    ).format(
        all=number_text(numbers["N_REPORTS"]), agree=number_text(numbers["N_AGREES"]),
        differ=number_text(numbers["N_DIFFERS"]), opposite=number_text(numbers["N_OPPOSITE"]),
        unknown=number_text(numbers["N_UNKNOWN"]),
    )  # fmt: skip
    if "BIAS_DB" in numbers:
        text += " " + tr(
            "Predicted less measured level: {bias} dB on average over {n} pairs, standard "
            "deviation {sigma} dB."
        ).format(
            bias=number_text(numbers["BIAS_DB"], 1), n=number_text(numbers["N_MEASURED"]),
            sigma=number_text(numbers["SIGMA_DB"], 1) if "SIGMA_DB" in numbers else "–",
        )  # fmt: skip
    return text


def _pairs(statements: Iterable[Statement]) -> list[tuple[float, float]]:
    return [
        (one.dbm, one.predicted)
        for one in statements
        if one.dbm is not None and one.predicted is not None
    ]


def _errors(statements: Iterable[Statement]) -> Errors:
    pairs = _pairs(statements)
    return evidence.prediction_errors([dbm for dbm, _ in pairs], [level for _, level in pairs])


def write_evidence(writer: Writer, found: Evidence) -> None:
    """Write all tables and layers."""
    records = found.records
    joined = fields.beside_ours(records.fields, fields.fields(_OUTPUT))
    rows = (
        ([*_row(found, one), *theirs], geometry)
        for one, theirs, geometry in zip(found.statements, records.attributes, records.geometries)
    )
    writer.write(Keys.OUTPUT, joined, records.kind, records.crs, rows, None)
    _write_points(writer, Key.CONFLICTS, _CONFLICT, found, _conflicts(found), "conflicts")
    measured = (
        ([*_who(found, one), one.dbm, one.measured, one.predicted, _off(one)], _at(one))
        for one in found.statements
        if one.dbm is not None
    )
    _write_points(writer, Key.MEASURED, _MEASURED, found, measured, "measured")
    _write_table(writer, Key.MATRIX, _MATRIX, _matrix(found.statements))
    _write_table(writer, Key.LEVELS, _LEVELS, _levels(found.statements))


def _who(found: Evidence, one: Statement) -> list[object]:
    villages = found.villages
    code = villages.codes[one.village] if one.village >= 0 else ""
    name = villages.names[one.village] if one.village >= 0 else ""
    day = None if one.day is None else one.day.isoformat()
    return [one.id, code or None, name or None, one.source or None, day, one.kind]


def _off(one: Statement) -> float | None:
    return None if one.dbm is None or one.predicted is None else one.predicted - one.dbm


def _known(word: str) -> str | None:
    return None if word == evidence.UNKNOWN else word


def _row(found: Evidence, one: Statement) -> list[object]:
    return [
        *_who(found, one), one.said or None, _known(one.reported), one.dbm, _known(one.measured),
        one.declared, _known(one.computed), one.computed_from, one.predicted, _off(one),
        one.verdict or None, why(one),
    ]  # fmt: skip


def _at(one: Statement) -> QgsGeometry | None:
    return None if one.place is None else QgsGeometry.fromPointXY(one.place)


def _conflicts(found: Evidence) -> Iterator[tuple[list[object], QgsGeometry | None]]:
    """Yield what differs, the opposite first; a report without a point lies in its village."""
    order = sorted(
        (one for one in found.statements if one.verdict in (DIFFERS, OPPOSITE)),
        key=lambda one: one.verdict != OPPOSITE,
    )
    for one in order:
        shape, placed = _at(one), "report"
        if shape is None and one.village >= 0:
            village = found.villages.geometries[one.village]
            shape = None if village.isEmpty() else village.pointOnSurface()
            placed = "village"
        yield [
            *_who(found, one), one.own, one.computed, one.computed_from, one.declared,
            one.verdict, why(one), None if shape is None else placed,
        ], shape  # fmt: skip


def _write_points(
    writer: Writer, key: str, columns: Any, found: Evidence, rows: Any, role: str
) -> None:
    writer.write(
        key, fields.fields(columns), QgsWkbTypes.Type.Point, found.villages.crs, rows, look(role)
    )


def _write_table(writer: Writer, key: str, columns: Any, rows: Iterable[list[object]]) -> None:
    writer.write(
        key, fields.fields(columns), QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(), ((row, None) for row in rows), None,
    )  # fmt: skip


def _matrix(statements: Sequence[Statement]) -> Iterator[list[object]]:
    """Yield what was said by what was computed: over all, by kind, and by source."""
    groups: dict[tuple[str, str], list[Statement]] = {(_ALL, ""): list(statements)}
    for one in statements:
        groups.setdefault((one.kind, ""), []).append(one)
    for one in sorted(statements, key=lambda one: (one.kind, one.source)):
        if one.source:
            groups.setdefault((one.kind, one.source), []).append(one)
    for (kind, source), those in groups.items():
        counts = evidence.matrix((one.own, one.computed) for one in those)
        for word, row in zip((*evidence.CLASSES, evidence.UNKNOWN), counts):
            yield [kind, source or None, word, *row, sum(row)]


def _levels(statements: Sequence[Statement]) -> Iterator[list[object]]:
    sources = sorted({one.source for one in statements if _pairs([one])})
    for source in ("", *(name for name in sources if name)):
        errors = _errors(one for one in statements if source in ("", one.source))
        if errors.count:
            yield [source or None, errors.count, errors.bias, errors.sigma]
