# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:sensitivity``: how the blank villages hang on the definition and the radius."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
)

from ..i18n import tr
from . import parameters as build
from . import siting_parameters as own
from .base import BlankSpotAlgorithm, Parameters
from .parameters import POINTS, POLYGONS, TABLE, Keys
from .siting_checks import SitingChecks


class SensitivityKeys:
    """Keys of this algorithm alone; each equals its value."""

    VARIATION = "VARIATION"
    N_ALWAYS = "N_ALWAYS"
    N_NEVER = "N_NEVER"
    N_DEPENDS = "N_DEPENDS"
    N_NO_OPERATOR = "N_NO_OPERATOR"
    N_ONE_OPERATOR = "N_ONE_OPERATOR"


class SensitivityAlgorithm(BlankSpotAlgorithm, SensitivityKeys):
    """Villages judged under every definition, with shorter and longer radii."""

    ID = "sensitivity"
    ICON = "statistics"
    CHOICES = {Keys.DEFINITION: build.DEFINITIONS}

    def displayName(self) -> str:
        return tr("Definitions and sensitivity")

    def shortDescription(self) -> str:
        return tr("Tells which villages are blank whatever the definition and the radius.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            *build.areas(),
            *own.existing(),
            build.field(Keys.OPERATOR_FIELD, tr("Operator field"), Keys.SITES),
            QgsProcessingParameterNumber(
                self.VARIATION,
                tr("Radii shorter and longer by (%)"),
                QgsProcessingParameterNumber.Type.Double,
                20.0,
                minValue=0,
                maxValue=100,
            ),
            *build.definition(),
            *build.evidence(),
            build.exclude(),
            build.sink(Keys.OUTPUT, tr("Sensitivity per village"), POLYGONS),
            build.sink(Keys.SUMMARY, tr("Villages by definition and radius"), TABLE, optional=True),
        ):
            self.addParameter(parameter)
        for key, label in (
            (self.N_ALWAYS, tr("Villages always blank")),
            (self.N_DEPENDS, tr("Villages that depend on definition or radius")),
            (self.N_NEVER, tr("Villages never blank")),
            (self.N_NO_OPERATOR, tr("Villages without any operator")),
            (self.N_ONE_OPERATOR, tr("Villages with one operator only")),
        ):
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        checks = SitingChecks(self, parameters, context)
        area_fields = (Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.POP_FIELD)
        checks.layer(Keys.AREAS, POLYGONS, False, area_fields)
        checks.one_of((Keys.SITES, Keys.COVERAGE))
        checks.existing()
        checks.layer(Keys.SITES, POINTS, field_keys=(Keys.OPERATOR_FIELD,))
        checks.some_feature((Keys.SITES,), (Keys.COVERAGE,))
        checks.layer(Keys.EXCLUDE, POLYGONS)
        checks.layer(Keys.SETTLEMENTS, POLYGONS)
        checks.layer(Keys.FACILITIES, POINTS)
        checks.layer(Keys.CENTRES, POINTS, field_keys=(Keys.CENTRES_CODE_FIELD,))
        checks.population()
        checks.number(self.VARIATION, 0, 99)
        checks.number(Keys.COVERED_FROM, 0, 100)
        checks.number(Keys.BLANK_FROM, 0, 100)
        checks.number(Keys.MAX_DISTANCE, 0)
        checks.definition(self.choice(parameters, Keys.DEFINITION, context))
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from . import sensitivity_run

        choice = self.choice(parameters, Keys.DEFINITION, context)
        return sensitivity_run.run(self, parameters, context, feedback, choice)
