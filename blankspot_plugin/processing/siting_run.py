# SPDX-License-Identifier: GPL-2.0-or-later
"""From inputs to proposed sites: what is demanded, what may be built, and what is best."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..bridge import candidate_sites
from ..bridge.candidate_sites import Options, Places
from ..bridge.demand import Demand, demand
from ..bridge.heights import heights_at
from ..bridge.located import PointSet
from ..bridge.nearest import nearest
from ..bridge.sites import PlacedSites
from ..bridge.survey import Survey
from ..core import siting
from ..core.arrays import Floats, Ints
from ..core.errors import AllCovered, NoCandidates, NoDemand, TooManySites
from ..core.siting_problem import Problem, Solution
from ..i18n import tr
from . import siting_inputs as read
from .parameters import Keys
from .siting_inputs import DecisionInputs, Existing
from .siting_parameters import SitingKeys as Own
from .siting_solve import Choices, solve

# The curve goes on behind what is proposed: as many sites again, within these numbers.
_FEWEST_MORE, _MOST_MORE = 10, 50


@dataclass(frozen=True)
class Task:
    """What is to be decided.

    Attributes
    ----------
    survey
        The villages, measured.
    existing
        The sites there are, None where none were given.
    wanted
        What is to be covered.
    places, village
        Where may be built, and the village each place stands in.
    options, placed
        What may be built there, as a list and in the plane.
    problem, still
        The matrix, and which of the demand its columns are.
    """

    survey: Survey
    existing: Existing | None
    wanted: Demand
    places: Places
    village: Ints
    options: Options
    placed: PlacedSites
    problem: Problem
    still: Ints


@dataclass(frozen=True)
class Proposed:
    """What to build, and all that is known about it.

    Attributes
    ----------
    task, choices
        What was decided on, and the words chosen.
    solution, later
        What to build, and what greedy would build next.
    served : (k,) list of int
        The villages in which each site covers what was not covered before it.
    outside : (k,) float
        Demand outside the areas that each is the first to reach.
    near, height : (k,) float
        Metres to the nearest existing site, and above sea level; NaN where not known.
    total, before
        Demand in the areas, and what of it is covered by what there is.
    code_field, name_field
        Of the candidates, '' without.
    """

    task: Task
    choices: Choices
    solution: Solution
    later: Solution
    served: list[list[int]]
    outside: Floats
    near: Floats
    height: Floats
    total: float
    before: float
    code_field: str
    name_field: str

    @property
    def cost(self) -> Floats:
        """Of the sites, NaN where no price is known."""
        cost: Floats = self.task.options.cost[self.solution.chosen]
        return cost


def propose(inputs: DecisionInputs, choices: Choices) -> Proposed:
    """Return the sites to propose.

    Raises
    ------
    BlankSpotError
        Whatever stands in the way, as a type with the facts.
    """
    task = _task(inputs, choices)
    solution = solve(inputs, choices, task.problem, task.options)
    inputs.feedback.setProgress(90)
    there = task.places.only(task.options.place[solution.chosen])
    near = _to_sites(task.survey, there, task.existing)
    raster = inputs.raster(Own.DEM)
    lon, lat = there.points.lon, there.points.lat
    more = min(max(len(solution.chosen), _FEWEST_MORE), _MOST_MORE)
    wanted = task.wanted
    total = math.fsum(wanted.weight[wanted.inside])
    return Proposed(
        task=task,
        choices=choices,
        solution=solution,
        later=siting.continued(task.problem, solution.chosen, more, inputs.feedback.isCanceled),
        served=_served(task, solution),
        outside=_outside(task, solution),
        near=near,
        height=near * np.nan if raster is None else heights_at(raster, lon, lat, task.survey.plane),
        total=total,
        before=total - math.fsum(wanted.weight[wanted.open]),
        code_field=inputs.text(Own.CANDIDATE_CODE),
        name_field=inputs.text(Own.CANDIDATE_NAME),
    )


def _task(inputs: DecisionInputs, choices: Choices) -> Task:
    survey = inputs.survey(10, 60)
    existing = read.existing(inputs, survey)
    reach = max(one.radius for one in inputs.types().values())
    xy, weight = read.raw_demand(inputs, survey, choices.demand, reach)
    if not len(xy):
        raise NoDemand(_demand_inputs(choices.demand))
    places = read.read_places(inputs, survey, choices.ground, xy, weight)
    survey.sets["demand"] = PointSet(xy, weight)
    survey.sets["candidates"] = PointSet(places.on_map(survey.plane), classed=False)
    measured = survey.measure(gaps=False, origins=False)
    located = measured.located["demand"]
    if choices.demand == "people":
        weight = read.official(inputs, survey, weight, located.village)
    wanted = demand(xy, weight, located, survey.plane, inputs.flag(Own.WEAK_COUNTS))
    if not (weight[wanted.inside] > 0).any():
        raise NoDemand(_demand_inputs(choices.demand))
    if not (weight[wanted.open] > 0).any():
        raise AllCovered
    village = measured.located["candidates"].village
    places, village = _usable(inputs, survey, places, village, existing)
    options = read.read_options(inputs, places)
    inputs.feedback.setProgress(65)
    problem, still, placed = candidate_sites.problem(
        places, options, wanted, survey.plane, inputs.feedback.isCanceled
    )
    return Task(survey, existing, wanted, places, village, options, placed, problem, still)


def _demand_inputs(kind: str) -> str:
    keys = {
        "people": (Keys.POPULATION, Keys.POP_FIELD),
        "settlement": (Keys.SETTLEMENTS,),
        "facilities": (Keys.FACILITIES,),
    }
    return " / ".join(keys[kind])


def _to_sites(survey: Survey, places: Places, existing: Existing | None) -> Floats:
    """Return the metres from places to the nearest existing cellular site, NaN without one."""
    if existing is None:
        return np.full(len(places), np.nan)
    which = existing.cellular
    metres, _ = nearest(
        survey.plane, places.points.lon, places.points.lat,
        existing.points.lon[which], existing.points.lat[which],
    )  # fmt: skip
    return metres


def _usable(
    inputs: DecisionInputs,
    survey: Survey,
    places: Places,
    village: Ints,
    existing: Existing | None,
) -> tuple[Places, Ints]:
    """Leave out places outside the areas, and those too near to a site."""
    inside = village >= 0
    outside = int((~inside).sum())
    places, village = places.only(inside), village[inside]
    close = _to_sites(survey, places, existing) < inputs.number(Own.MIN_DISTANCE)
    near, left = int(close.sum()), int((~close).sum())
    inputs.feedback.pushInfo(
        tr(
            "{n} candidates: {near} too near to an existing site and {outside} outside the areas "
            "left out."
        ).format(n=left, near=near, outside=outside)
    )
    asked = inputs.whole(Own.N_SITES) if inputs.given(Own.N_SITES) else 0
    if not left:
        raise NoCandidates(left, near, outside)
    if asked > left:
        raise TooManySites(asked, left, near, outside)
    return places.only(~close), village[~close]


def _served(task: Task, solution: Solution) -> list[list[int]]:
    """Return the villages in which each site is the first to cover something."""
    village, left = task.wanted.village[task.still], task.problem.weight > 0
    made = []
    for candidate in solution.chosen:
        row = task.problem.row(int(candidate))
        made.append(np.unique(village[row[left[row]]]).tolist())
        left[row] = False
    return made


def _outside(task: Task, solution: Solution) -> Floats:
    """Return the demand beyond the areas that each site is the first to reach."""
    beyond = np.flatnonzero(~task.wanted.inside)
    x, y = task.wanted.xy[beyond].T
    left = task.wanted.weight[beyond].copy()
    every = np.ones(len(task.options.place), dtype=bool)
    disc = task.placed.discs(task.options.radius, every)
    made = np.zeros(len(solution.chosen))
    for rank, one in enumerate(solution.chosen):
        hit = np.hypot(x - disc.x[one], y - disc.y[one]) <= disc.radius[one]
        made[rank] = left[hit].sum()
        left[hit] = 0.0
    return made
