# SPDX-License-Identifier: GPL-2.0-or-later
"""The two dates of ``change``: read, or computed from the sites of each, and compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureSource,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingMultiStepFeedback,
    QgsVectorLayer,
)

from ..bridge import fields
from ..bridge.change_map import ChangePart, Gaps, change_parts, village_overlaps
from ..bridge.outputs import manifest_of
from ..bridge.plane import WorkingPlane
from ..bridge.provenance import layers_given
from ..bridge.read import Areas, Notes, onto_map, read_areas, read_polygons
from ..bridge.survey import Survey
from ..core import boundaries, change, issues
from ..core.boundaries import Relation
from ..core.change import Tolerance, VillageChange
from ..core.codes import code_text, normalised_code
from ..core.definitions import BLANK, WEAK
from ..core.known_fields import known_field
from ..i18n import tr
from .analysis import AnalysisAlgorithm
from .change import ChangeAlgorithm as Key
from .parameters import Keys
from .tabled import TableInputs

# What `change` and `analysis` have in common.
_SHARED = (
    Keys.AREAS, Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.TECHNOLOGY_FIELD, Keys.RADII, Keys.RADIUS,
    Keys.RADIUS_FIELD, Keys.WEAK_FIELD, Keys.AZIMUTH_FIELD, Keys.BEAMWIDTH_FIELD,
    Keys.GROUP_FIELD, Keys.FILTER, Keys.SEGMENTS, Keys.EXCLUDE, Keys.DEFINITION,
    Keys.COVERED_FROM, Keys.BLANK_FROM, Keys.MAX_DISTANCE, Keys.SETTLEMENTS, Keys.POPULATION,
    Keys.POPULATION_FIELD, Keys.POP_FIELD, Keys.FACILITIES, Keys.CENTRES, Keys.CENTRES_CODE_FIELD,
)  # fmt: skip


@dataclass
class Compared:
    """What was found.

    Attributes
    ----------
    villages
        Each village; none where only gaps were compared.
    areas
        The villages before and after; with polygons where the tables have them.
    relations
        What changed of boundaries and codes.
    parts, sliver_km2
        The blank spots; None where no gaps were compared.
    crs_of
        The plane the parts lie on.
    definition
        Of the later table.
    """

    villages: list[VillageChange] = field(default_factory=list)
    areas: tuple[Areas, Areas] | None = None
    relations: list[Relation] = field(default_factory=list)
    parts: list[ChangePart] | None = None
    sliver_km2: float = 0.0
    plane: WorkingPlane | None = None
    definition: str = ""


def compared(inputs: TableInputs) -> Compared:
    """Read both dates, or compute them, and compare them."""
    sources = _of_sites(inputs) if inputs.given(Key.SITES_BEFORE) else _given(inputs)
    found = Compared()
    survey: Survey | None = None
    if Key.BEFORE in sources:
        _tell_doubts(inputs, sources)
        found.definition = _definition(sources[Key.AFTER][1])
        areas = tuple(_villages(inputs, key, sources[key][0]) for key in (Key.BEFORE, Key.AFTER))
        found.areas = areas[0], areas[1]
        found.villages = _compare_villages(inputs, found.areas)
        survey = _survey(inputs, found.areas[1])
    if survey is not None and found.areas is not None:
        found.plane = survey.plane
        _compare_boundaries(inputs, found, survey)
    inputs.feedback.setProgress(70)
    if Key.GAPS_BEFORE in sources:
        _compare_gaps(inputs, found, sources, survey)
    return found


def _given(inputs: TableInputs) -> dict[str, tuple[Any, Any]]:
    """Return the sources that were given, and the layers they come from."""
    found = {}
    for pair in Key.PAIRS[:2]:
        for key in pair:
            if inputs.given(key):
                layers = layers_given(inputs.parameters[key], inputs.context)
                found[key] = inputs.source_of(key), layers[0] if layers else None
    return found


def _analysis_of(parameters: Mapping[str, Any], sites: str) -> dict[str, Any]:
    asked = {key: parameters[key] for key in _SHARED if key in parameters}
    return {
        **asked, Keys.SITES: parameters[sites],
        Keys.STATISTICS: "memory:", Keys.GAPS: "memory:",
    }  # fmt: skip


def refusal_of_sites(
    algorithm: Key, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> str:
    """Return why the sites of one of the dates can't be analysed, '' if they can."""
    analysis = AnalysisAlgorithm().create()
    sentences = (
        analysis.validate(_analysis_of(parameters, key), context)
        for key in (Key.SITES_BEFORE, Key.SITES_AFTER)
    )
    return next((sentence for sentence in sentences if sentence), "")


def _of_sites(inputs: TableInputs) -> dict[str, tuple[Any, Any]]:
    """Analyse the sites of both dates, with the same settings, into layers in memory."""
    steps = QgsProcessingMultiStepFeedback(3, inputs.feedback)
    _tell_swapped_years(inputs)
    found: dict[str, tuple[Any, Any]] = {}
    dates = (
        (Key.SITES_BEFORE, Key.BEFORE, Key.GAPS_BEFORE),
        (Key.SITES_AFTER, Key.AFTER, Key.GAPS_AFTER),
    )
    for step, (sites, statistics, gaps) in enumerate(dates):
        steps.setCurrentStep(step)
        label = inputs.label(sites)
        inputs.feedback.pushInfo(tr("Coverage of {sites}:").format(sites=label))
        asked = _analysis_of(inputs.parameters, sites)
        results, fine = (
            AnalysisAlgorithm().create().run(asked, inputs.context, steps, catchExceptions=False)
        )
        if not fine:
            raise QgsProcessingException(
                tr("{sites}: coverage could not be computed.").format(sites=label)
            )
        for key, result in ((statistics, Keys.STATISTICS), (gaps, Keys.GAPS)):
            layer = inputs.context.takeResultLayer(results[result])
            found[key] = layer, layer
        inputs.noted(sites, _notes_of(found[statistics][1], Keys.SITES))
    return found


def _tell_swapped_years(inputs: TableInputs) -> None:
    """Say so where the sites before tell of a later year than those after."""
    last = []
    for key in (Key.SITES_BEFORE, Key.SITES_AFTER):
        source = inputs.source_of(key)
        name = known_field("YEAR_FIELD", source.fields().names())
        found = set() if not name else source.uniqueValues(source.fields().lookupField(name))
        years = [int(year) for year in map(fields.value, found) if str(year or "").isdigit()]
        last.append(max(years, default=0))
    if all(last) and last[0] > last[1]:
        inputs.feedback.pushWarning(
            tr(
                "The sites before tell of {before}, those after of {after} and no later: are the "
                "two swapped?"
            ).format(before=last[0], after=last[1])
        )


def _notes_of(layer: QgsVectorLayer, key: str) -> Notes:
    """Return what a run's manifest tells of one of its inputs."""
    inputs = (manifest_of(layer) or {}).get("inputs")
    told = inputs.get(key, {}) if isinstance(inputs, dict) else {}
    return Notes(read=int(told.get("features", 0)), digest=str(told.get("sha256", "")))


def _definition(layer: QgsVectorLayer | None) -> str:
    return "" if layer is None else str((manifest_of(layer) or {}).get("definition") or "")


def _tell_doubts(inputs: TableInputs, sources: Mapping[str, tuple[Any, Any]]) -> None:
    """Say what may make a comparison of two tables worthless."""
    before, after = (sources[key][1] for key in (Key.BEFORE, Key.AFTER))
    words = _definition(before), _definition(after)
    if all(words) and words[0] != words[1]:
        inputs.feedback.pushWarning(
            tr(
                "The two tables were judged by different definitions: villages change their "
                "status though nothing was built. Before: {before} After: {after}"
            ).format(before=words[0], after=words[1])
        )
    times = [_newest_pull(layer) for layer in (before, after)]
    if all(times) and times[0] > times[1]:
        inputs.feedback.pushWarning(
            tr(
                "The data before were pulled on {before}, later than those after ({after}): are "
                "the two swapped?"
            ).format(before=times[0][:10], after=times[1][:10])
        )


def _newest_pull(layer: QgsVectorLayer | None) -> str:
    sources = (manifest_of(layer) or {}).get("sources") if layer is not None else None
    told: Iterable[Any] = sources if isinstance(sources, list) else ()
    return max((str(source.get("time", "")) for source in told), default="")


def _villages(inputs: TableInputs, key: str, source: QgsFeatureSource) -> Areas:
    # Every row is its own here: two of one code are an issue, not one village.
    areas = read_areas(source, "", "", inputs.feedback.isCanceled)
    if key not in inputs.notes and not inputs.given(Key.SITES_BEFORE):
        inputs.noted(key, areas.notes)
    names = areas.fields
    at = {name: names.lookupField(name) for name in ("code", "name")}
    for place, cells in enumerate(areas.attributes):
        for name, texts in (("code", areas.codes), ("name", areas.names)):
            texts[place] = code_text(fields.value(cells[at[name]])) if at[name] >= 0 else ""
    same = QgsCoordinateTransform(areas.crs, areas.crs, inputs.context.transformContext())
    areas.geometries = onto_map(areas.geometries, same, areas.notes)
    return areas


def rows_of(areas: Areas) -> list[dict[str, object]]:
    """Return a table's rows by the names of its fields."""
    names = areas.fields.names()
    return [
        {name: fields.value(cell) for name, cell in zip(names, cells)} for cells in areas.attributes
    ]


def _compare_villages(inputs: TableInputs, areas: tuple[Areas, Areas]) -> list[VillageChange]:
    tables = [rows_of(each) for each in areas]
    for key, table in zip((Key.BEFORE, Key.AFTER), tables):
        for code in change.by_code(table)[1]:
            inputs.wrong(key, code, issues.DUPLICATE)
        for place, row in enumerate(table, start=1):
            if not normalised_code(row.get("code")):
                inputs.wrong(key, f"#{place}", issues.NO_ID, row.get("name"))
    tolerance = Tolerance(inputs.number(Key.MIN_SHARE), inputs.number(Keys.MIN_WIDTH))
    return change.compare(*tables, tolerance)


def _survey(inputs: TableInputs, areas: Areas) -> Survey | None:
    """Return the later villages on their map, None where the table has no polygons."""
    if not areas.crs.isValid() or all(shape.isEmpty() for shape in areas.geometries):
        return None
    return Survey(
        areas, inputs.context.transformContext(), inputs.feedback.isCanceled, lambda _: None
    )


def _compare_boundaries(inputs: TableInputs, found: Compared, survey: Survey) -> None:
    if found.areas is None:
        return
    before, after = found.areas
    if not before.crs.isValid():
        return
    there = survey.plane.onto_map(before.crs)
    before.geometries = onto_map(before.geometries, there, before.notes)
    before_km2, after_km2, shared = village_overlaps(
        before.geometries, survey.villages, survey.plane, inputs.feedback.isCanceled
    )
    found.relations = boundaries.relations(
        (before.codes, after.codes), (before_km2.tolist(), after_km2.tolist()), shared
    )


def _compare_gaps(
    inputs: TableInputs, found: Compared, sources: Mapping[str, tuple[Any, Any]],
    survey: Survey | None,
) -> None:  # fmt: skip
    if survey is None:
        survey = _survey_of_gaps(inputs, sources)
    if survey is None:
        # Neither date has a gap: there is nothing that could have changed.
        found.parts = []
        return
    found.plane = survey.plane
    dates = [
        _gaps(inputs, key, sources[key][0], survey.plane)
        for key in (Key.GAPS_BEFORE, Key.GAPS_AFTER)
    ]
    if found.areas is not None:
        for gaps, areas in zip(dates, found.areas):
            gaps.ground = [shape for shape in areas.geometries if not shape.isEmpty()]
    found.parts, found.sliver_km2 = change_parts(
        *dates, survey.plane, inputs.number(Keys.MIN_WIDTH), inputs.feedback.isCanceled
    )


def _survey_of_gaps(inputs: TableInputs, sources: Mapping[str, tuple[Any, Any]]) -> Survey | None:
    for key in (Key.GAPS_AFTER, Key.GAPS_BEFORE):
        source = sources[key][0]
        if source.featureCount():
            return _survey(inputs, read_areas(source, "", "", inputs.feedback.isCanceled))
    return None


def _gaps(inputs: TableInputs, key: str, source: QgsFeatureSource, plane: WorkingPlane) -> Gaps:
    names = [name for name in ("class", "code", "name") if source.fields().lookupField(name) >= 0]
    crs = source.sourceCrs()
    read = read_polygons(source, names, plane.onto_map(crs), inputs.feedback.isCanceled)
    if key not in inputs.notes and not inputs.given(Key.SITES_BEFORE):
        inputs.noted(key, read.notes)
    nothing: list[object] = [None] * len(read.geometries)
    columns = {name: read.columns.get(name, nothing) for name in ("class", "code", "name")}
    gaps = Gaps()
    for at, geometry in enumerate(read.geometries):
        word = str(columns["class"][at] or "").strip().lower()
        if word == BLANK:
            gaps.blank.append(geometry)
            gaps.names.append((code_text(columns["code"][at]), code_text(columns["name"][at])))
        elif word == WEAK:
            gaps.weak.append(geometry)
        else:
            inputs.wrong(key, f"#{at + 1}", issues.WORD, word)
    return gaps
