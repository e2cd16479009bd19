# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that something is wrong with: a sentence each in the log, and a table that lists them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingFeedback, QgsWkbTypes

from ..bridge import fields
from ..core import issues
from ..core.issues import Issue
from ..i18n import number_text, tr
from . import parameters as build
from .parameters import TABLE
from .writing import Writer

ISSUES = "ISSUES"

_COLUMNS = tuple((name, fields.TEXT) for name in ("input", "row", "issue", "value", "why"))
# So many rows are named in the log; the table has them all.
_NAMED = 8


def issues_sink() -> build.QgsProcessingParameterFeatureSink:
    """Return the parameter of the table of issues."""
    return build.sink(ISSUES, tr("Rows with an issue"), TABLE, optional=True)


def why(word: str) -> str:
    """Return the sentence about one row."""
    return {
        issues.DUPLICATE: tr("Another row has the same code or id; this one was not counted."),
        issues.UNKNOWN_VILLAGE: tr("No village has this code."),
        issues.UNKNOWN_POINT: tr("No Wi-Fi point has this id; nothing was changed."),
        issues.NO_ID: tr("The row has no id."),
        issues.OUTSIDE: tr("It lies outside all areas and was not counted."),
        issues.ELSEWHERE: tr("It lies in another village than its code says; the code stands."),
        issues.NO_PLACE: tr("It has neither a usable place nor a village code."),
        issues.WORD: tr("Nobody knows this word: add it to the own words, or correct it."),
        issues.DATE: tr("This is no date: write it as 24-11-2026 or 2026-11-24."),
        issues.NUMBER: tr("This is no plain number; the cell was passed over."),
        issues.OLDER: tr("The statement is older than the point's own; nothing was changed."),
        issues.TWICE: tr("Another row is about the same; both were kept."),
        issues.EMPTY: tr("The row has no status, class or level."),
    }[word]


def tell_issues(
    found: Sequence[Issue], labels: dict[str, str], feedback: QgsProcessingFeedback
) -> None:
    """Log a sentence for each kind of issue of each input, with the rows it is about."""
    groups: dict[tuple[str, str], list[Issue]] = {}
    for issue in found:
        groups.setdefault((issue.input, issue.word), []).append(issue)
    for (key, word), those in groups.items():
        named = [f"{one.row} ({one.value})" if one.value else one.row for one in those]
        rows = ", ".join(named[:_NAMED]) + (", …" if len(named) > _NAMED else "")
        feedback.pushWarning(
            tr("{input}, {n} rows: {why} {rows}").format(
                input=labels.get(key, key), n=number_text(len(those)), why=why(word), rows=rows
            )
        )


def write_issues(writer: Writer, found: Sequence[Issue]) -> None:
    """Write the table of issues; one without rows where nothing was wrong."""
    rows = (
        ([one.input, one.row, one.word, one.value or None, why(one.word)], None) for one in found
    )
    writer.write(
        ISSUES, fields.fields(_COLUMNS), QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(), rows, None,
    )  # fmt: skip
