# SPDX-License-Identifier: GPL-2.0-or-later
"""The model ``blankspot_analysis``: coverage, gaps and statistics as a chain to learn from.

It is built here and not shipped as a file, so that its labels are in the language of QGIS.
"""

from __future__ import annotations

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QPointF

from ..i18n import tr
from . import parameters as build
from .chain import (
    COLUMN,
    ROW,
    BuiltModel,
    child,
    from_child,
    from_inputs,
    output,
    with_lasting_keys,
)
from .parameters import POINTS, Keys

NAME = "blankspot_analysis"


class AnalysisModel(BuiltModel):
    """A model with a name for people."""

    def __init__(self) -> None:
        super().__init__(NAME, "", "")

    def createInstance(self) -> QgsProcessingModelAlgorithm:
        return blankspot_analysis()

    def displayName(self) -> str:
        return tr("Blank-spot analysis, step by step (model)")

    def shortDescription(self) -> str:
        return tr("Chains coverage, gaps and statistics; copy it to change the steps.")


def blankspot_analysis() -> QgsProcessingModelAlgorithm:
    """Return the model; the provider must be registered, or its children stay unknown."""
    model = AnalysisModel()
    for row, parameter in enumerate(_inputs()):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(COLUMN / 2, ROW * (row + 1)))
        model.addModelParameter(parameter, component)
    coverage = child("coverage", 1, tr("Coverage of sites"))
    from_inputs(
        coverage,
        {Keys.INPUT: Keys.SITES},
        (Keys.TECHNOLOGY_FIELD, Keys.RADII, Keys.RADIUS),
    )
    output(coverage, Keys.OUTPUT, Keys.COVERAGE_OUTPUT, tr("Coverage"))
    gaps = child("gaps", 2, tr("Blank spots (gaps in coverage)"))
    from_inputs(
        gaps, {}, (Keys.AREAS, Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.EXCLUDE, Keys.MIN_AREA)
    )
    from_child(gaps, Keys.COVERAGE, "coverage")
    output(gaps, Keys.OUTPUT, Keys.GAPS, tr("Gaps"))
    statistics = child("statistics", 3, tr("Statistics per village"))
    from_inputs(
        statistics,
        {},
        (
            Keys.AREAS, Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.EXCLUDE, Keys.SITES,
            Keys.TECHNOLOGY_FIELD, Keys.OPERATOR_FIELD, Keys.SETTLEMENTS, Keys.POPULATION,
            Keys.POPULATION_FIELD, Keys.POP_FIELD, Keys.FACILITIES, Keys.CENTRES, Keys.WIFI,
            Keys.STATUS_FIELD, Keys.WIFI_COUNTS, Keys.DEFINITION, Keys.COVERED_FROM,
            Keys.BLANK_FROM, Keys.MAX_DISTANCE,
        ),
    )  # fmt: skip
    from_child(statistics, Keys.COVERAGE, "coverage")
    output(statistics, Keys.OUTPUT, Keys.STATISTICS, tr("Statistics per village"))
    output(statistics, Keys.SUMMARY, Keys.SUMMARY, tr("Summary by definition"))
    for step in (coverage, gaps, statistics):
        model.addChildAlgorithm(step)
    model.setHelpContent(
        {
            "ALG_DESC": tr(
                "The same job as “Blank-spot analysis”, as three steps that can be looked at and "
                "changed: coverage of the sites, gaps of the areas, statistics per village. Every "
                "input means what it means there."
            )
        }
    )
    model.updateDestinationParameters()
    return with_lasting_keys(model, AnalysisModel())


def _inputs() -> list[QgsProcessingParameterDefinition]:
    reach = {parameter.name(): parameter for parameter in build.reach(Keys.SITES)}
    return [
        build.layer(Keys.SITES, tr("Sites (towers)"), POINTS, optional=False),
        reach[Keys.TECHNOLOGY_FIELD],
        build.field(Keys.OPERATOR_FIELD, tr("Operator field"), Keys.SITES),
        reach[Keys.RADII],
        reach[Keys.RADIUS],
        *build.areas(),
        build.exclude(),
        build.filters()[0],
        *build.wifi(),
        *build.definition(),
        *(part for part in build.evidence() if part.name() != Keys.CENTRES_CODE_FIELD),
    ]
