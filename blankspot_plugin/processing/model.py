# SPDX-License-Identifier: GPL-2.0-or-later
"""The model ``blankspot_analysis``: coverage, gaps and statistics as a chain to learn from.

It is built here and not shipped as a file, so that its labels are in the language of QGIS.
"""

from __future__ import annotations

from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QPointF, QSizeF

from ..i18n import tr
from . import parameters as build
from .parameters import POINTS, Keys

NAME = "blankspot_analysis"

_COLUMN, _ROW = 260, 70


class AnalysisModel(QgsProcessingModelAlgorithm):
    """A model with a name for people."""

    def displayName(self) -> str:
        return tr("Blank-spot analysis, step by step (model)")

    def shortDescription(self) -> str:
        return tr("Chains coverage, gaps and statistics; copy it to change the steps.")


def blankspot_analysis() -> QgsProcessingModelAlgorithm:
    """Return the model; the provider must be registered, or its children stay unknown."""
    model = AnalysisModel(NAME, "", "")
    for row, parameter in enumerate(_inputs()):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(_COLUMN / 2, _ROW * (row + 1)))
        model.addModelParameter(parameter, component)
    coverage = _child("coverage", 1, tr("Coverage of sites"))
    _from_inputs(
        coverage,
        {Keys.INPUT: Keys.SITES},
        (Keys.TECHNOLOGY_FIELD, Keys.RADII, Keys.RADIUS),
    )
    _output(coverage, Keys.OUTPUT, Keys.COVERAGE_OUTPUT, tr("Coverage"))
    gaps = _child("gaps", 2, tr("Blank spots (gaps in coverage)"))
    _from_inputs(
        gaps, {}, (Keys.AREAS, Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.EXCLUDE, Keys.MIN_AREA)
    )
    _from_child(gaps, Keys.COVERAGE, "coverage")
    _output(gaps, Keys.OUTPUT, Keys.GAPS, tr("Gaps"))
    statistics = _child("statistics", 3, tr("Statistics per village"))
    _from_inputs(
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
    _from_child(statistics, Keys.COVERAGE, "coverage")
    _output(statistics, Keys.OUTPUT, Keys.STATISTICS, tr("Statistics per village"))
    _output(statistics, Keys.SUMMARY, Keys.SUMMARY, tr("Summary by definition"))
    for child in (coverage, gaps, statistics):
        model.addChildAlgorithm(child)
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
    return _with_lasting_keys(model)


def _with_lasting_keys(model: QgsProcessingModelAlgorithm) -> QgsProcessingModelAlgorithm:
    """Return the model with outputs named step:KEY, in every QGIS and every language.

    Newer QGIS names the outputs of a model by their labels, which are translated here; of a
    model of its first version it keeps the names that older QGIS gives.
    """
    variant = model.toVariant()
    variant["internal_version"] = "Version1"
    lasting = AnalysisModel()
    lasting.loadVariant(variant)
    return lasting


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


def _child(algorithm: str, column: int, description: str) -> QgsProcessingModelChildAlgorithm:
    child = QgsProcessingModelChildAlgorithm(f"blankspot:{algorithm}")
    child.setChildId(algorithm)
    child.setDescription(description)
    child.setPosition(QPointF(_COLUMN * (column + 0.5), _ROW * 2 * column))
    child.setSize(QSizeF(200, 50))
    return child


def _from_inputs(
    child: QgsProcessingModelChildAlgorithm, renamed: dict[str, str], same: tuple[str, ...]
) -> None:
    for key, name in {**renamed, **{key: key for key in same}}.items():
        source = QgsProcessingModelChildParameterSource.fromModelParameter(name)
        child.addParameterSources(key, [source])


def _from_child(child: QgsProcessingModelChildAlgorithm, key: str, other: str) -> None:
    source = QgsProcessingModelChildParameterSource.fromChildOutput(other, Keys.OUTPUT)
    child.addParameterSources(key, [source])


def _output(child: QgsProcessingModelChildAlgorithm, key: str, name: str, description: str) -> None:
    output = QgsProcessingModelOutput(name, description)
    output.setChildId(child.childId())
    output.setChildOutputName(key)
    outputs = child.modelOutputs()
    outputs[name] = output
    child.setModelOutputs(outputs)
