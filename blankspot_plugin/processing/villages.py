# SPDX-License-Identifier: GPL-2.0-or-later
"""The part ``statistics`` and ``analysis`` share: judge every village, write the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsRasterLayer, QgsWkbTypes

from ..bridge import fields
from ..bridge.measure import Measured
from ..bridge.read import Areas
from ..bridge.sites import PlacedSites
from ..bridge.survey import Survey, serving
from ..bridge.tally import Extras, tally
from ..cartography.styling import style_layer
from ..core import definitions, statistics, technologies, wifi
from ..core.codes import code_text
from ..core.definitions import Rule
from ..core.reach import SiteReach
from ..core.statistics import Measures
from ..i18n import number_text, tr
from .inputs import Inputs, Sites
from .parameters import Keys
from .writing import Writer, multi, tell_unresolved


def rule_of(inputs: Inputs, definition: str) -> tuple[Rule, list[str]]:
    """Return the rule of a call, `auto` settled, and all definitions its inputs allow."""
    possible = definitions.possible(
        settlement=inputs.has(Keys.SETTLEMENTS),
        population=inputs.given(Keys.POPULATION) or inputs.given(Keys.POP_FIELD),
        centre=inputs.has(Keys.CENTRES),
        distance=inputs.given(Keys.SITES),
    )
    rule = Rule(
        definition=definitions.chosen(definition, possible),
        covered_from=inputs.number(Keys.COVERED_FROM),
        blank_from=inputs.number(Keys.BLANK_FROM),
        max_distance=inputs.number(Keys.MAX_DISTANCE),
    )
    return rule, possible


def lay_evidence(inputs: Inputs, survey: Survey, possible: list[str]) -> Extras:
    """Add to a survey what villages are judged by besides coverage."""
    extras = Extras()
    if inputs.given(Keys.EXCLUDE):
        survey.exclude = survey.region(inputs.polygons(Keys.EXCLUDE, survey.plane))
    if definitions.SETTLEMENT in possible:
        polygons = inputs.polygons(Keys.SETTLEMENTS, survey.plane)
        survey.settlements = survey.region(polygons)
    _lay_people(inputs, survey, extras)
    if inputs.given(Keys.FACILITIES):
        extras.facilities = inputs.points(Keys.FACILITIES, [])
        survey.add_points("facilities", extras.facilities)
    if definitions.CENTRE in possible:
        name = _centre_code_field(inputs)
        extras.centres = inputs.points(Keys.CENTRES, [name])
        survey.add_points("centres", extras.centres)
        if name:
            extras.centre_codes = [code_text(cell) for cell in extras.centres.columns[name]]
    return extras


def _centre_code_field(inputs: Inputs) -> str:
    """The field named, else one called like the areas' own code field."""
    wanted = inputs.text(Keys.CENTRES_CODE_FIELD) or inputs.text(Keys.CODE_FIELD)
    names = {name.lower(): name for name in inputs.field_names(Keys.CENTRES)}
    return names.get(wanted.lower(), "")


def _lay_people(inputs: Inputs, survey: Survey, extras: Extras) -> None:
    if inputs.given(Keys.POP_FIELD):
        extras.table = inputs.official_population(survey.areas)
    layer = inputs.population()
    if isinstance(layer, QgsRasterLayer):
        survey.add_people_raster(layer)
        if not len(survey.sets["people"]):
            inputs.feedback.pushWarning(
                tr(
                    "The population raster has nobody in the areas: check where it lies and its "
                    "coordinate reference system."
                )
            )
        extras.people_kind = "raster"
    elif layer is not None:
        survey.add_people(*inputs.population_points())
        extras.people_kind = "points"


def lay_sites(inputs: Inputs, survey: Survey, extras: Extras, sites: Sites) -> PlacedSites:
    """Add sites for distances, counts and operators."""
    placed = inputs.place(Keys.SITES, sites, survey.plane)
    survey.add_placed("sites", placed)
    extras.sites, extras.site_is_cellular = placed, ~sites.reach.wifi
    name = inputs.text(Keys.OPERATOR_FIELD)
    if name:
        survey.add_operators(placed, sites.reach, sites.points.columns[name], 32)
    return placed


def lay_wifi(inputs: Inputs, survey: Survey, extras: Extras, segments: int) -> None:
    """Add the Wi-Fi programme: coverage of the points that work, kept apart from cellular."""
    name = inputs.text(Keys.STATUS_FIELD)
    extras.wifi = inputs.points(Keys.WIFI, [name])
    survey.add_points("wifi", extras.wifi, classed=False)
    count = len(extras.wifi)
    if name:
        extras.wifi_statuses = [wifi.wifi_status(cell) for cell in extras.wifi.columns[name]]
        unknown = extras.wifi_statuses.count(wifi.UNKNOWN)
        if unknown:
            inputs.feedback.pushWarning(
                tr("{n} Wi-Fi points have an unknown status: they never count as active.").format(
                    n=unknown
                )
            )
    else:
        inputs.feedback.pushInfo(
            tr("No status field: all Wi-Fi points are taken to work, their standing is unknown.")
        )
    works = serving(extras.wifi_statuses, count)
    own = inputs.radii()[technologies.WIFI]
    reach = SiteReach(
        covered=np.where(works, own.covered, 0.0),
        weak=np.where(works, own.weak, 0.0),
        wifi=np.ones(count, dtype=bool),
    )
    survey.add_reach(PlacedSites(extras.wifi, survey.plane), reach, segments)


@dataclass
class Judged:
    """Villages with their statuses."""

    areas: Areas
    measured: Measured
    measures: Measures
    rule: Rule
    wifi_counts: bool
    cell_status: np.ndarray
    status: np.ndarray


def judge(
    inputs: Inputs, survey: Survey, extras: Extras, rule: Rule, gaps: bool, possible: list[str]
) -> Judged:
    """Measure the villages and settle the status of each.

    Raises
    ------
    Cancelled, OverlayFailed
    """
    on_settlement = rule.definition == definitions.SETTLEMENT or (
        rule.definition == definitions.POPULATION and definitions.SETTLEMENT in possible
    )
    measured = survey.measure(
        gaps=gaps, origins=extras.sites is not None, on_settlement=on_settlement
    )
    tell_unresolved(inputs.feedback, measured.unresolved)
    measures = tally(survey, measured, extras, rule.definition)
    counts = inputs.flag(Keys.WIFI_COUNTS)
    cell = statistics.status(measures, rule.definition, rule, wifi=False)
    final = statistics.status(measures, rule.definition, rule, wifi=True) if counts else cell
    return Judged(survey.areas, measured, measures, rule, counts, cell, final)


def definition_text(rule: Rule, wifi_counts: bool) -> str:
    """Return the definition in words, as it is printed on every map and table."""
    limits = {"covered": number_text(rule.covered_from), "blank": number_text(rule.blank_from)}
    shares = {
        definitions.AREA: tr("its area"),
        definitions.SETTLEMENT: tr("its settlements"),
        definitions.POPULATION: tr("its people"),
    }
    if rule.definition == definitions.CENTRE:
        text = tr("A village has the class of the signal at its centre.")
    elif rule.definition == definitions.DISTANCE:
        text = tr(
            "A village is blank where its nearest cellular site is {metres} m away or farther."
        ).format(metres=number_text(rule.max_distance))
    else:
        text = tr(
            "A village is covered if at least {covered} % of {share} is covered, blank if at "
            "least {blank} % of it is blank, else weak."
        ).format(share=shares[rule.definition], **limits)
    if wifi_counts:
        return text + " " + tr("Active public Wi-Fi counts as coverage.")
    return text + " " + tr("Wi-Fi does not count.")


def numbers_of(judged: Judged) -> dict[str, Any]:
    """Return the headline numbers."""
    counts = definitions.counts(judged.status)
    land = np.nansum(judged.measures.land, axis=0)
    return {
        Keys.N_COVERED: counts[definitions.COVERED],
        Keys.N_WEAK: counts[definitions.WEAK],
        Keys.N_BLANK: counts[definitions.BLANK],
        Keys.COVERED_KM2: float(land[0]),
        Keys.WEAK_KM2: float(land[1]),
        Keys.BLANK_KM2: float(land[2]),
    }


def result_text(judged: Judged) -> str:
    """Return the one paragraph for the log."""
    counts = definitions.counts(judged.status)
    land = np.nansum(judged.measures.land, axis=0)
    text = tr(
        "{covered} villages covered, {weak} weak, {blank} blank, {unknown} unknown. "
        "By area: {cov_km2} km² covered, {weak_km2} km² weak, {blank_km2} km² blank."
    ).format(
        **counts,
        cov_km2=number_text(land[0], 2),
        weak_km2=number_text(land[1], 2),
        blank_km2=number_text(land[2], 2),
    )
    if counts[definitions.BLANK] == 0 and land[2] == 0:
        text += " " + tr("No blank spot found.")
    return text + " " + definition_text(judged.rule, judged.wifi_counts)


def write_statistics(writer: Writer, key: str, judged: Judged) -> None:
    """Write the table of villages, all fields of the areas kept."""
    areas = judged.areas
    ours = fields.fields(statistics.COLUMNS)
    joined = fields.beside_ours(areas.fields, ours)
    table = statistics.table(
        areas.codes, areas.names, judged.measures, judged.cell_status, judged.status
    )
    rows = (
        (
            [*row, *theirs],
            None if geometry.isEmpty() else multi(geometry),
        )
        for row, theirs, geometry in zip(table, areas.attributes, areas.geometries)
    )
    writer.write(
        key,
        joined,
        QgsWkbTypes.Type.MultiPolygon,
        areas.crs,
        rows,
        lambda layer: style_layer(layer, "areas"),
    )


def write_summary(writer: Writer, judged: Judged) -> None:
    """Write how the count of villages changes with the definition."""
    rows = statistics.summary(judged.measures, judged.rule)
    names = [name for name, _ in statistics.SUMMARY_COLUMNS]
    writer.write(
        Keys.SUMMARY,
        fields.fields(statistics.SUMMARY_COLUMNS),
        QgsWkbTypes.Type.NoGeometry,
        judged.areas.crs,
        (([row[name] for name in names], None) for row in rows),
        None,
    )
