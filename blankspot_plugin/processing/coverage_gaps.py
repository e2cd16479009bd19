# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:gaps``: which parts of the areas are weak or blank?"""

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
from .parameters import POLYGONS, Keys


class CoverageGapsAlgorithm(BlankSpotAlgorithm):
    """Areas less coverage, as single parts."""

    ID = "gaps"
    ICON = "gaps"

    def displayName(self) -> str:
        return tr("Blank spots (gaps in coverage)")

    def shortDescription(self) -> str:
        return tr("Cuts the weak and blank parts out of villages.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        areas, *area_fields = build.areas()
        for parameter in (
            areas, build.coverage_layers(optional=False), *area_fields, build.exclude(),
            *build.filters(),
        ):  # fmt: skip
            self.addParameter(parameter)
        self.addParameter(build.sink(Keys.OUTPUT, tr("Gaps"), POLYGONS))
        self.addOutput(QgsProcessingOutputNumber(Keys.GAPS, tr("Number of gaps")))
        self.addOutput(QgsProcessingOutputNumber(Keys.BLANK_KM2, tr("Blank area (km²)")))
        self.addOutput(QgsProcessingOutputNumber(Keys.WEAK_KM2, tr("Weak area (km²)")))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        checks = Checks(self, parameters, context)
        checks.layer(Keys.AREAS, POLYGONS, False, (Keys.CODE_FIELD, Keys.NAME_FIELD))
        checks.layers(Keys.COVERAGE, POLYGONS)
        checks.some_feature([], [Keys.COVERAGE])
        checks.layer(Keys.EXCLUDE, POLYGONS)
        checks.number(Keys.MIN_AREA, 0)
        checks.number(Keys.MIN_WIDTH, 0)
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.gap_parts import gap_parts
        from ..bridge.manifest import manifest
        from .gap_output import gap_numbers, write_gaps
        from .inputs import Inputs
        from .writing import Writer

        inputs = Inputs(self, parameters, context, feedback)
        survey = inputs.survey(10, 90)
        areas = survey.areas
        survey.add_declared(inputs.coverage(survey.plane))
        if inputs.given(Keys.EXCLUDE):
            excluded = inputs.polygons(Keys.EXCLUDE, survey.plane)
            survey.exclude = survey.region(excluded)
        measured = survey.measure(gaps=True, origins=False)
        parts = gap_parts(
            survey, measured, inputs.number(Keys.MIN_AREA), inputs.number(Keys.MIN_WIDTH),
            feedback.isCanceled,
        )  # fmt: skip
        numbers, said = gap_numbers(parts, Keys.GAPS)
        writer = Writer(
            self,
            parameters,
            context,
            feedback,
            manifest(self.id(), parameters, "", inputs.notes),
            said,
        )
        write_gaps(writer, Keys.OUTPUT, areas, parts)
        feedback.pushInfo(said)
        return {**writer.results, **numbers}
