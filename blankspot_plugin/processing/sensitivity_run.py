# SPDX-License-Identifier: GPL-2.0-or-later
"""Judge the villages three times, with radii shorter, as they are and longer."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsWkbTypes,
)

from ..bridge import fields
from ..bridge.manifest import manifest
from ..bridge.overlay import Tier
from ..bridge.read import Areas
from ..bridge.survey import Declared, Survey
from ..bridge.tally import tally
from ..cartography.styling import style_layer
from ..core import definitions, sensitivity, statistics
from ..core.arrays import Floats, Ints
from ..core.definitions import Rule
from ..core.reach import SiteReach
from ..i18n import number_text, tr
from . import villages
from .inputs import Inputs, Sites
from .parameters import Keys
from .sensitivity import SensitivityKeys as Own
from .writing import Writer, multi


@dataclass(frozen=True)
class Judged:
    """The villages under every definition and radius.

    Attributes
    ----------
    areas
        The villages.
    rule
        The rule whose status is shown.
    statuses
        By scale and definition, (n,) classes.
    operators : (n,) float or None
        With the radii as they are.
    percent
        The radii of each scale, in percent.
    """

    areas: Areas
    rule: Rule
    statuses: dict[str, dict[str, Ints]]
    operators: Floats | None
    percent: dict[str, int]


def run(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    choice: str,
) -> dict[str, Any]:
    """Do the work of ``sensitivity``; DEFINITION given by its word."""
    steps = QgsProcessingMultiStepFeedback(len(sensitivity.SCALES), feedback)
    inputs = Inputs(algorithm, parameters, context, steps)
    judged = judge(inputs, choice)
    said = result_text(judged)
    text = villages.definition_text(judged.rule, False)
    writer = Writer(
        algorithm,
        parameters,
        context,
        feedback,
        manifest(algorithm.id(), parameters, text, inputs.notes),
        f"{said} {text}",
    )
    _write(writer, judged)
    feedback.pushInfo(f"{said} {text}")
    return {**writer.results, **numbers(judged)}


def judge(inputs: Inputs, choice: str) -> Judged:
    """Judge the villages at every scale.

    Raises
    ------
    BlankSpotError
    """
    rule, possible = villages.rule_of(inputs, choice)
    survey = inputs.survey(5, 100)
    extras = villages.lay_evidence(inputs, survey, possible)
    sites: Sites | None = None
    if inputs.given(Keys.SITES):
        sites = inputs.sites(Keys.SITES, (Keys.OPERATOR_FIELD,))
        placed = villages.lay_sites(inputs, survey, extras, sites)
    declared = inputs.coverage(survey.plane) if inputs.given(Keys.COVERAGE) else None
    share = inputs.number(Own.VARIATION) / 100
    factors = dict(zip(sensitivity.SCALES, (1 - share, 1.0, 1 + share)))
    statuses: dict[str, dict[str, Ints]] = {}
    operators = None
    for step, (scale, factor) in enumerate(factors.items()):
        inputs.feedback.setCurrentStep(step)
        scaled = _covered(survey, declared)
        if sites is not None:
            scaled.add_reach(placed, _scaled(sites.reach, factor), 32)
        if scale != sensitivity.STANDARD:
            scaled.operators = None
        measured = scaled.measure(
            gaps=False,
            origins=extras.sites is not None,
            on_settlement=_on_settlement(rule.definition, possible),
        )
        measures = tally(scaled, measured, extras, rule.definition)
        longest = replace(rule, max_distance=rule.max_distance * factor)
        statuses[scale] = {
            one: statistics.status(measures, one, longest, wifi=False)
            for one in statistics.allowed(measures)
        }
        operators = measures.operators if scale == sensitivity.STANDARD else operators
    percent = {scale: round(100 * factor) for scale, factor in factors.items()}
    return Judged(survey.areas, rule, statuses, operators, percent)


def _on_settlement(definition: str, possible: list[str]) -> bool:
    on_people = definition == definitions.POPULATION and definitions.SETTLEMENT in possible
    return definition == definitions.SETTLEMENT or on_people


def _covered(survey: Survey, declared: Declared | None) -> Survey:
    """Return the survey without any coverage but what was declared."""
    made = copy.copy(survey)
    made.cellular, made.wifi_tier = Tier.none(survey.plane), Tier.none(survey.plane)
    if declared is not None:
        made.add_declared(declared)
    return made


def _scaled(reach: SiteReach, factor: float) -> SiteReach:
    # Wi-Fi hides no cellular blank spot: left out.
    cellular = ~reach.wifi
    return replace(
        reach, covered=reach.covered * factor * cellular, weak=reach.weak * factor * cellular
    )


def _write(writer: Writer, judged: Judged) -> None:
    areas = judged.areas
    ours = fields.fields(sensitivity.COLUMNS)
    rows = sensitivity.table(
        areas.codes, areas.names, judged.statuses, judged.rule.definition, judged.operators
    )
    writer.write(
        Keys.OUTPUT,
        fields.beside_ours(areas.fields, ours),
        QgsWkbTypes.Type.MultiPolygon,
        areas.crs,
        (
            ([*row, *theirs], None if shape.isEmpty() else multi(shape))
            for row, theirs, shape in zip(rows, areas.attributes, areas.geometries)
        ),
        lambda layer: style_layer(layer, "areas"),
    )
    table = sensitivity.summary(judged.statuses, judged.percent, judged.rule.definition)
    writer.write(
        Keys.SUMMARY,
        fields.fields(sensitivity.SUMMARY_COLUMNS),
        QgsWkbTypes.Type.NoGeometry,
        areas.crs,
        ((row, None) for row in table),
        None,
    )


def numbers(judged: Judged) -> dict[str, Any]:
    """Return the headline numbers."""
    said = sensitivity.verdicts(judged.statuses)
    counted = {word: said.count(word) for word in set(said)}
    always = counted.get(sensitivity.ALWAYS, 0)
    never = counted.get(sensitivity.NEVER, 0)
    operators = judged.operators
    return {
        Own.N_ALWAYS: always,
        Own.N_NEVER: never,
        Own.N_DEPENDS: len(said) - always - never - counted.get(None, 0),
        Own.N_NO_OPERATOR: None if operators is None else int(np.sum(operators == 0)),
        Own.N_ONE_OPERATOR: None if operators is None else int(np.sum(operators == 1)),
    }


def result_text(judged: Judged) -> str:
    """Return the one paragraph for the log."""
    told = numbers(judged)
    definitions_ = judged.statuses[sensitivity.STANDARD]
    blank = [definitions.counts(codes)[definitions.BLANK] for codes in definitions_.values()]
    text = tr(
        "By {definitions} definitions the blank villages are {fewest} to {most}. With radii of "
        "{low} to {high} %: {always} always blank, {depends} depend on the definition or the "
        "radius, {never} never blank."
    ).format(
        definitions=len(blank),
        fewest=min(blank),
        most=max(blank),
        low=number_text(judged.percent[sensitivity.LOW]),
        high=number_text(judged.percent[sensitivity.HIGH]),
        always=told[Own.N_ALWAYS],
        depends=told[Own.N_DEPENDS],
        never=told[Own.N_NEVER],
    )
    if told[Own.N_NO_OPERATOR] is not None:
        text += " " + tr("{none} villages have no operator, {one} have one only.").format(
            none=told[Own.N_NO_OPERATOR], one=told[Own.N_ONE_OPERATOR]
        )
    return text
