# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:change``: what became of villages and blank spots between two dates?"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .issues import issues_sink
from .parameters import POINTS, POLYGONS, TABLE, Keys, advanced

_REAL = QgsProcessingParameterNumber.Type.Double


class ChangeAlgorithm(BlankSpotAlgorithm):
    """Two dates of statistics, of gaps, or of sites; joined by code, laid over by place."""

    ID = "change"
    ICON = "statistics"
    CHOICES = {Keys.DEFINITION: build.DEFINITIONS}

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    GAPS_BEFORE = "GAPS_BEFORE"
    GAPS_AFTER = "GAPS_AFTER"
    SITES_BEFORE = "SITES_BEFORE"
    SITES_AFTER = "SITES_AFTER"
    DATE_BEFORE = "DATE_BEFORE"
    DATE_AFTER = "DATE_AFTER"
    MIN_SHARE = "MIN_SHARE"
    CHANGES = "CHANGES"
    BOUNDARIES = "BOUNDARIES"

    PAIRS = ((BEFORE, AFTER), (GAPS_BEFORE, GAPS_AFTER), (SITES_BEFORE, SITES_AFTER))

    def displayName(self) -> str:
        return tr("Change between two dates")

    def shortDescription(self) -> str:
        return tr("Tells which blank spots are new, resolved or persistent, per village.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            build.layer(self.BEFORE, tr("Statistics before"), TABLE),
            build.layer(self.AFTER, tr("Statistics after"), TABLE),
            build.layer(self.GAPS_BEFORE, tr("Gaps before"), POLYGONS),
            build.layer(self.GAPS_AFTER, tr("Gaps after"), POLYGONS),
            build.layer(self.SITES_BEFORE, tr("Sites before"), POINTS),
            build.layer(self.SITES_AFTER, tr("Sites after"), POINTS),
            QgsProcessingParameterString(
                self.DATE_BEFORE, tr("Date of the data before"), optional=True
            ),
            QgsProcessingParameterString(
                self.DATE_AFTER, tr("Date of the data after"), optional=True
            ),
            build.metres(Keys.MIN_WIDTH, tr("No news if narrower than (m)"), 10.0),
            QgsProcessingParameterNumber(
                self.MIN_SHARE, tr("No news if shares move by less than (percentage points)"),
                _REAL, 0.1, minValue=0, maxValue=100,
            ),
            *(advanced(part) for part in self._for_sites()),
            build.sink(Keys.OUTPUT, tr("Change per village"), TABLE),
            build.sink(self.CHANGES, tr("Blank spots, new and resolved"), POLYGONS, optional=True),
            build.sink(self.BOUNDARIES, tr("Villages split, merged, drawn anew"), TABLE, True),
            issues_sink(),
        ):  # fmt: skip
            self.addParameter(parameter)
        for key, label in self._numbers():
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def _for_sites(self) -> build.Definitions:
        """Return what coverage of both dates is computed with."""
        return [
            build.layer(Keys.AREAS, tr("Areas (villages)"), POLYGONS),
            build.field(Keys.CODE_FIELD, tr("Code field of the areas"), Keys.AREAS),
            build.field(Keys.NAME_FIELD, tr("Name field of the areas"), Keys.AREAS),
            *build.reach(self.SITES_AFTER),
            build.exclude(),
            *build.definition(),
            *build.evidence(),
        ]

    def _numbers(self) -> list[tuple[str, str]]:
        return [
            ("N_NEW", tr("Villages newly blank")),
            ("N_GONE", tr("Villages no longer blank")),
            ("N_PERSISTENT", tr("Villages still blank")),
            ("N_WORSE", tr("Villages that became weak")),
            ("N_BETTER", tr("Villages weak before, covered now")),
            ("N_SAME", tr("Villages as before")),
            ("N_ADDED", tr("Villages of the later table alone")),
            ("N_REMOVED", tr("Villages of the earlier table alone")),
            ("N_UNKNOWN", tr("Villages that can't be compared")),
            ("PEOPLE_GAINED", tr("People who are no longer in a blank spot")),
            ("PEOPLE_LOST", tr("People who came into a blank spot")),
            ("NEW_KM2", tr("Blank area, new (km²)")),
            ("GONE_KM2", tr("Blank area, resolved (km²)")),
            ("PERSISTENT_KM2", tr("Blank area, persistent (km²)")),
            ("SLIVER_KM2", tr("Area too narrow to be news (km²)")),
        ]

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        from .change_reading import refusal_of_sites
        from .table_checks import TableChecks

        checks = TableChecks(self, parameters, context)
        for pair in self.PAIRS:
            checks.together(*pair)
        checks.some_pair(self.PAIRS)
        checks.not_both((self.BEFORE, self.GAPS_BEFORE), self.SITES_BEFORE)
        for key in (self.BEFORE, self.AFTER):
            if checks.given(key):
                checks.table(key)
                checks.has_fields(key, ("code", "status"))
        for key in (self.GAPS_BEFORE, self.GAPS_AFTER):
            checks.layer(key, POLYGONS)
            checks.has_fields(key, ("class",))
        for key in (self.SITES_BEFORE, self.SITES_AFTER):
            checks.layer(key, POINTS)
        checks.number(Keys.MIN_WIDTH, 0)
        checks.number(self.MIN_SHARE, 0, 100)
        checks.in_order(self.DATE_BEFORE, self.DATE_AFTER)
        if not checks.sentence and checks.given(self.SITES_BEFORE):
            checks.needed(Keys.AREAS, self.SITES_BEFORE)
            return checks.sentence or refusal_of_sites(self, parameters, context)
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.manifest import manifest
        from .change_output import numbers_of, said_of, write_change
        from .change_reading import compared
        from .issues import write_issues
        from .tabled import TableInputs
        from .writing import Writer

        inputs = TableInputs(self, parameters, context, feedback)
        found = compared(inputs)
        feedback.setProgress(90)
        inputs.tell()
        said = said_of(found)
        writer = Writer(
            self, parameters, context, feedback,
            manifest(self.id(), parameters, found.definition, inputs.notes), said,
        )  # fmt: skip
        write_change(writer, found)
        write_issues(writer, inputs.found)
        feedback.pushInfo(said)
        return {**writer.results, **numbers_of(found)}
