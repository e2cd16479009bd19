# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of the options to build: the officer's aim and limits, as the solvers want them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from ..bridge.candidate_sites import Options
from ..core import exact_siting, siting
from ..core.errors import BadSiteType, BudgetTooSmall, NothingGained, SolverMissing
from ..core.siting_problem import Limits, Problem, Solution
from ..i18n import number_text, tr
from .siting_inputs import DecisionInputs
from .siting_parameters import SitingKeys as Own

# Beyond so many pairs of candidate and demand, merged, the exact solver is tried only if asked
# for, and not even then: its time limit does not bound it there.
_PAIRS = {"auto": 300_000, "exact": 1_500_000}
# Nor are more than so many pairs merged to find out.
_PAIRS_TO_MERGE = 30_000_000


@dataclass(frozen=True)
class Choices:
    """The words chosen: demand, method, ground and solver."""

    demand: str
    method: str
    ground: str
    solver: str


def solve(inputs: DecisionInputs, choices: Choices, problem: Problem, options: Options) -> Solution:
    """Return what to build.

    Raises
    ------
    NothingGained, BudgetTooSmall, BadSiteType, Cancelled
    """
    feedback = inputs.feedback
    if problem.reachable() <= 0:
        raise NothingGained
    priced = not np.isnan(options.cost).any()
    if choices.method == "cover":
        if inputs.given(Own.N_SITES) or inputs.given(Own.BUDGET):
            feedback.pushWarning(
                tr("The aim is to cover all: the number of sites and the budget do not count.")
            )
        if not priced:
            problem = replace(problem, cost=np.ones(len(problem)))
            feedback.pushWarning(
                tr("Not all prices are known: the fewest sites are sought, not the cheapest.")
            )
        limits = Limits(goal=problem.reachable() * inputs.number(Own.GOAL) / 100)
        start = siting.cheapest_cover(problem, limits.goal, feedback.isCanceled)
    else:
        limits = _limits(inputs, options)
        start = siting.most_sites(problem, limits, feedback.isCanceled)
    if not len(start.chosen):
        raise NothingGained
    feedback.setProgress(75)
    return _improved(inputs, choices, problem, limits, start)


def _limits(inputs: DecisionInputs, options: Options) -> Limits:
    sites = inputs.number(Own.N_SITES) if inputs.given(Own.N_SITES) else math.inf
    if not inputs.given(Own.BUDGET):
        return Limits(sites=sites)
    budget = inputs.number(Own.BUDGET)
    unpriced = np.flatnonzero(np.isnan(options.cost))
    if len(unpriced):
        raise BadSiteType(options.kind[unpriced[0]].name, "no price")
    if budget < options.cost.min():
        raise BudgetTooSmall(budget, float(options.cost.min()))
    return Limits(sites=sites, budget=budget)


def _improved(
    inputs: DecisionInputs, choices: Choices, problem: Problem, limits: Limits, start: Solution
) -> Solution:
    """Let the exact solver go on from greedy, if it is wanted and there."""
    feedback = inputs.feedback
    if choices.solver == "greedy":
        return start
    together = None
    if len(problem.demand) <= _PAIRS_TO_MERGE:
        together = exact_siting.merged(problem)
    if together is None or len(together.group) > _PAIRS[choices.solver]:
        feedback.pushWarning(tr("The task is too large for the exact solver: greedy decides."))
        return start
    seconds = inputs.number(Own.TIME_LIMIT)
    try:
        found = exact_siting.solve(problem, limits, seconds, start, together)
    except SolverMissing:
        feedback.pushWarning(
            tr("The exact solver needs scipy, which this QGIS does not have: greedy decides.")
        )
        return start
    if not found.finished:
        feedback.pushWarning(
            tr("The exact solver stopped at its time limit of {n} s.").format(
                n=number_text(seconds)
            )
        )
    return found
