# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:statistics``: a table per village, and how the count changes by definition."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .checks import Checks
from .parameters import POINTS, POLYGONS, TABLE, Keys


class StatisticsAlgorithm(BlankSpotAlgorithm):
    """Villages judged by given coverage."""

    ID = "statistics"
    ICON = "statistics"
    CHOICES = {Keys.DEFINITION: build.DEFINITIONS}

    def displayName(self) -> str:
        return tr("Statistics per village")

    def shortDescription(self) -> str:
        return tr("Judges every village by coverage, settlements, people, centre and distance.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        areas, *area_fields = build.areas()
        for parameter in (
            areas,
            build.coverage_layers(optional=False),
            *area_fields,
            *build.definition(),
            *build.evidence(),
            build.layer(Keys.SITES, tr("Sites (for distance and operators)"), POINTS),
            build.field(Keys.TECHNOLOGY_FIELD, tr("Technology field"), Keys.SITES),
            build.field(Keys.OPERATOR_FIELD, tr("Operator field"), Keys.SITES),
            *build.wifi(),
            build.exclude(),
            build.sink(Keys.OUTPUT, tr("Statistics per village"), POLYGONS),
            build.sink(Keys.SUMMARY, tr("Summary by definition"), TABLE, optional=True),
        ):
            self.addParameter(parameter)
        for output in build.village_numbers():
            self.addOutput(output)

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        checks = Checks(self, parameters, context)
        checks.villages()
        checks.layers(Keys.COVERAGE, POLYGONS)
        checks.some_feature([], [Keys.COVERAGE])
        checks.layer(Keys.SITES, POINTS, field_keys=(Keys.TECHNOLOGY_FIELD, Keys.OPERATOR_FIELD))
        checks.definition(self.choice(parameters, Keys.DEFINITION, context))
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.manifest import manifest
        from . import villages
        from .inputs import Inputs
        from .writing import Writer

        inputs = Inputs(self, parameters, context, feedback)
        rule, possible = villages.rule_of(inputs, self.choice(parameters, Keys.DEFINITION, context))
        survey = inputs.survey(20, 90)
        survey.add_declared(inputs.coverage(survey.plane))
        extras = villages.lay_evidence(inputs, survey, possible)
        if inputs.given(Keys.SITES):
            sites = inputs.sites(Keys.SITES, (Keys.OPERATOR_FIELD,))
            villages.lay_sites(inputs, survey, extras, sites)
        if inputs.given(Keys.WIFI):
            villages.lay_wifi(inputs, survey, extras, 32)
        feedback.setProgress(20)
        judged = villages.judge(inputs, survey, extras, rule, False, possible)
        text = villages.definition_text(rule, judged.wifi_counts)
        writer = Writer(
            self,
            parameters,
            context,
            feedback,
            manifest(self.id(), parameters, text, inputs.notes),
            text,
        )
        villages.write_statistics(writer, Keys.OUTPUT, judged)
        villages.write_summary(writer, judged)
        feedback.pushInfo(villages.result_text(judged))
        return {**writer.results, **villages.numbers_of(judged)}
