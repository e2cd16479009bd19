# SPDX-License-Identifier: GPL-2.0-or-later
"""What proposal points are found on: gaps with their villages, sites, and where people live."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..bridge.gap_parts import gap_parts
from ..bridge.located import PointSet
from ..bridge.read import Areas, read_areas
from ..bridge.settlement_parts import Gap, middle
from ..bridge.sites import PlacedSites
from ..bridge.survey import Survey
from ..core.arrays import Floats
from ..core.codes import code_text, normalised_code
from ..core.definitions import BLANK, WEAK
from ..core.proposals import district_code
from ..i18n import tr
from . import siting_inputs as read
from .inputs import Sites
from .parameters import Keys
from .proposal_keys import ProposalKeys as Own
from .siting_inputs import DecisionInputs


@dataclass(frozen=True)
class Home:
    """What a village is called, '' where nobody says."""

    code: str
    name: str
    kec_code: str
    kec_name: str


@dataclass(frozen=True)
class People:
    """Where people live, on the map, and what that rests on."""

    xy: Floats
    weight: Floats
    basis: str


@dataclass(frozen=True)
class Ground:
    """All that settlements are laid over.

    Attributes
    ----------
    survey
        Of the areas; of the gaps where no areas were given.
    gaps, homes
        ``gaps[i].village`` is a place among the homes.
    sites, placed
        None without sites.
    people
        None where nothing tells.
    """

    survey: Survey
    gaps: list[Gap]
    homes: list[Home]
    sites: Sites | None
    placed: PlacedSites | None
    people: People | None


def read_ground(inputs: DecisionInputs) -> Ground:
    """Read the ground; gaps are computed where none are given.

    Raises
    ------
    BlankSpotError
    """
    in_areas = inputs.given(Keys.AREAS)
    survey = inputs.survey(10, 60) if in_areas else _survey_of_gaps(inputs)
    sites = placed = None
    if inputs.has(Keys.SITES):
        sites = inputs.sites(Keys.SITES, (Keys.OPERATOR_FIELD, Own.SITE_NAME_FIELD))
        placed = inputs.place(Keys.SITES, sites, survey.plane)
    people = _lay_people(inputs, survey)
    if inputs.given(Keys.GAPS):
        gaps, homes = _given(inputs, survey)
    else:
        if sites is not None and placed is not None:
            survey.add_reach(placed, sites.reach, 32)
        gaps, homes = _computed(inputs, survey)
    if people is not None and inputs.given(Keys.POP_FIELD):
        people = _official(inputs, survey, people)
    return Ground(survey, gaps, homes, sites, placed, people)


def _survey_of_gaps(inputs: DecisionInputs) -> Survey:
    """Return a survey whose areas are the gaps themselves, one each."""
    gaps = read_areas(inputs.source(Keys.GAPS), "", "", inputs.feedback.isCanceled)
    return Survey(
        gaps, inputs.context.transformContext(), inputs.feedback.isCanceled, lambda share: None
    )


def _computed(inputs: DecisionInputs, survey: Survey) -> tuple[list[Gap], list[Home]]:
    if inputs.given(Keys.COVERAGE):
        survey.add_declared(inputs.coverage(survey.plane))
    if inputs.given(Keys.EXCLUDE):
        survey.exclude = survey.region(inputs.polygons(Keys.EXCLUDE, survey.plane))
    measured = survey.measure(gaps=True, origins=False)
    parts = gap_parts(survey, measured, 0.0, 0.0, inputs.feedback.isCanceled)
    return [Gap(one.index, one.name, one.geometry) for one in parts], _homes(inputs, survey.areas)


def _given(inputs: DecisionInputs, survey: Survey) -> tuple[list[Gap], list[Home]]:
    names = {name.lower(): name for name in inputs.field_names(Keys.GAPS)}
    columns = {word: names.get(word, "") for word in ("code", "name", "class")}
    layer = inputs.polygons_with(Keys.GAPS, survey.plane, list(columns.values()))
    nothing: list[object] = [None] * len(layer.geometries)

    def cells(word: str) -> list[str]:
        return [code_text(cell) for cell in layer.columns.get(columns[word], nothing)]

    classes = [WEAK if word.lower() == WEAK else BLANK for word in cells("class")]
    if not inputs.given(Keys.AREAS):
        gaps = [Gap(*row) for row in zip(range(len(classes)), classes, layer.geometries)]
        homes = zip(cells("code"), cells("name"))
        return _as_one_village(gaps, [_home(code, name, "", "") for code, name in homes])
    homes_ = _homes(inputs, survey.areas)
    by_code = {normalised_code(home.code): at for at, home in enumerate(homes_) if home.code}
    villages = [by_code.get(normalised_code(code), -1) for code in cells("code")]
    lost = [at for at, village in enumerate(villages) if village < 0]
    if lost:
        middles = [middle([layer.geometries[at]], survey.plane) for at in lost]
        survey.sets["gaps"] = PointSet(np.array([(p.x(), p.y()) for p in middles]), classed=False)
        located = survey.measure(gaps=False, origins=False).located["gaps"]
        for at, village in zip(lost, located.village):
            villages[at] = int(village)
    outside = sum(village < 0 for village in villages)
    if outside:
        inputs.feedback.pushWarning(
            tr("{n} gaps lie outside the areas: they are left out.").format(n=outside)
        )
    rows = zip(villages, classes, layer.geometries)
    return [Gap(*row) for row in rows if row[0] >= 0], homes_


def _as_one_village(gaps: list[Gap], homes: list[Home]) -> tuple[list[Gap], list[Home]]:
    """Let gaps of one code be of one village; one without a code or name is by itself."""
    first: dict[str, int] = {}
    made = []
    for gap in gaps:
        home = homes[gap.village]
        key = normalised_code(home.code) or home.name
        village = first.setdefault(key, gap.village) if key else gap.village
        made.append(Gap(village, gap.name, gap.geometry))
    return made, homes


def _home(code: str, name: str, kec_code: str, kec_name: str) -> Home:
    return Home(code, name, kec_code or district_code(code) or "", kec_name)


def _homes(inputs: DecisionInputs, areas: Areas) -> list[Home]:
    def column(key: str) -> list[str]:
        name = inputs.text(key)
        if not name:
            return [""] * len(areas)
        return [next(filter(None, map(code_text, cells)), "") for cells in areas.column(name)]

    codes, names = column(Own.KEC_CODE_FIELD), column(Own.KEC_NAME_FIELD)
    return [_home(*row) for row in zip(areas.codes, areas.names, codes, names)]


def _lay_people(inputs: DecisionInputs, survey: Survey) -> People | None:
    """Return where people live by a raster, points, or with a table by settled ground."""
    official = inputs.given(Keys.POP_FIELD) and inputs.given(Keys.AREAS)
    if not inputs.given(Keys.POPULATION) and not official:
        return None
    kind = "settlement"
    if inputs.given(Keys.POPULATION):
        kind = "points" if inputs.given(Keys.POPULATION_FIELD) else "raster"
    xy, weight = read.raw_demand(inputs, survey, "people", 0.0)
    survey.sets["people"] = PointSet(xy, weight, classed=False)
    return People(xy, weight, f"table+{kind}" if official else kind)


def _official(inputs: DecisionInputs, survey: Survey, people: People) -> People:
    village = survey.measure(gaps=False, origins=False).located["people"].village
    weight = read.official(inputs, survey, people.weight, village)
    return People(people.xy, weight, people.basis)
