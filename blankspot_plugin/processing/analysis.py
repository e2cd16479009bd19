# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:analysis``: the main job in one run, sites and areas in, everything out."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
)

from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .checks import Checks
from .parameters import POINTS, POLYGONS, TABLE, Keys

_SOURCES = (Keys.SITES, Keys.WIFI)


class AnalysisAlgorithm(BlankSpotAlgorithm):
    """Coverage, gaps and statistics together; discs stay discs until each village is cut."""

    ID = "analysis"
    CHOICES = {Keys.DEFINITION: build.DEFINITIONS}

    def displayName(self) -> str:
        return tr("Blank-spot analysis")

    def shortDescription(self) -> str:
        return tr("From towers, Wi-Fi points and villages to coverage, gaps and a table.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        reach = build.reach(Keys.SITES)
        for parameter in (
            build.layer(Keys.SITES, tr("Sites (towers)"), POINTS),
            *reach[:3],
            build.field(Keys.OPERATOR_FIELD, tr("Operator field"), Keys.SITES),
            *build.areas(),
            *build.wifi(),
            build.coverage_layers(optional=True),
            *build.definition(),
            *build.evidence(),
            build.exclude(),
            *reach[3:],
            *build.filters(),
            build.sink(Keys.COVERAGE_OUTPUT, tr("Coverage"), POLYGONS, optional=True),
            build.sink(Keys.GAPS, tr("Gaps"), POLYGONS, optional=True),
            build.sink(Keys.STATISTICS, tr("Statistics per village"), POLYGONS, optional=True),
            build.sink(Keys.SUMMARY, tr("Summary by definition"), TABLE, optional=True),
        ):
            self.addParameter(parameter)
        for output in build.village_numbers():
            self.addOutput(output)
        self.addOutput(QgsProcessingOutputNumber(Keys.N_GAPS, tr("Number of gaps")))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        checks = Checks(self, parameters, context)
        checks.villages()
        checks.one_of((*_SOURCES, Keys.COVERAGE))
        checks.sites(Keys.SITES, may_be_empty=True)
        checks.layer(Keys.SITES, POINTS, field_keys=(Keys.OPERATOR_FIELD,))
        checks.layers(Keys.COVERAGE, POLYGONS)
        checks.some_feature(_SOURCES, [Keys.COVERAGE])
        checks.number(Keys.MIN_AREA, 0)
        checks.number(Keys.MIN_WIDTH, 0)
        checks.definition(self.choice(parameters, Keys.DEFINITION, context))
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.coverage_map import draw_declared, draw_sites, draw_wifi, measure_drawn
        from ..bridge.gap_parts import gap_parts
        from ..bridge.manifest import manifest
        from ..bridge.sites import groups
        from ..bridge.survey import TIER_CELLULAR
        from . import villages
        from .coverage_output import write_coverage
        from .gap_output import write_gaps
        from .inputs import Inputs
        from .writing import Writer

        inputs = Inputs(self, parameters, context, feedback)
        rule, possible = villages.rule_of(inputs, self.choice(parameters, Keys.DEFINITION, context))
        segments = inputs.whole(Keys.SEGMENTS)
        survey = inputs.survey(20, 70)
        areas = survey.areas
        sites = declared = placed = None
        if inputs.given(Keys.SITES):
            sites = inputs.sites(Keys.SITES, (Keys.OPERATOR_FIELD, Keys.GROUP_FIELD))
            if not (inputs.given(Keys.WIFI) or inputs.given(Keys.COVERAGE)):
                inputs.must_have(Keys.SITES, len(sites.points))
        extras = villages.lay_evidence(inputs, survey, possible)
        if sites is not None:
            placed = villages.lay_sites(inputs, survey, extras, sites)
            survey.add_reach(placed, sites.reach, segments)
        if inputs.given(Keys.COVERAGE):
            declared = inputs.coverage(survey.plane)
            survey.add_declared(declared)
        if inputs.given(Keys.WIFI):
            villages.lay_wifi(inputs, survey, extras, segments)
        feedback.setProgress(20)
        judged = villages.judge(inputs, survey, extras, rule, True, possible)
        parts = gap_parts(
            survey, judged.measured, inputs.number(Keys.MIN_AREA), inputs.number(Keys.MIN_WIDTH),
            feedback.isCanceled,
        )  # fmt: skip
        drawn = []
        if inputs.given(Keys.COVERAGE_OUTPUT):
            if sites is not None and placed is not None:
                drawn += draw_sites(
                    placed,
                    sites.reach,
                    groups(sites.points, inputs.text(Keys.GROUP_FIELD)),
                    ~sites.reach.wifi,
                    TIER_CELLULAR,
                    segments,
                    feedback.isCanceled,
                )
            drawn += draw_wifi(survey.wifi_tier, feedback.isCanceled)
            if declared is not None:
                drawn += draw_declared(declared, survey.plane, feedback.isCanceled)
            measure_drawn(drawn, survey.plane)
        feedback.setProgress(90)
        text = villages.definition_text(rule, judged.wifi_counts)
        writer = Writer(
            self,
            parameters,
            context,
            feedback,
            manifest(self.id(), parameters, text, inputs.notes),
            text,
        )
        write_coverage(writer, Keys.COVERAGE_OUTPUT, drawn, areas.crs)
        write_gaps(writer, Keys.GAPS, areas, parts)
        villages.write_statistics(writer, Keys.STATISTICS, judged)
        villages.write_summary(writer, judged)
        feedback.pushInfo(villages.result_text(judged))
        numbers = villages.numbers_of(judged)
        return {**writer.results, **numbers, Keys.N_GAPS: len(parts)}
