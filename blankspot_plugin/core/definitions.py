# SPDX-License-Identifier: GPL-2.0-or-later
"""When is a village blank? A choice, not a fact: every definition in use, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Ints

COVERED, WEAK, BLANK = "covered", "weak", "blank"
CLASSES = (COVERED, WEAK, BLANK)
# Codes of the classes in arrays, in the order of CLASSES; UNKNOWN where nothing is known.
IS_COVERED, IS_WEAK, IS_BLANK, UNKNOWN = 0, 1, 2, -1

AUTO, AREA, SETTLEMENT, POPULATION = "auto", "area", "settlement", "population"
CENTRE, DISTANCE = "centre", "distance"
DEFINITIONS = (AUTO, AREA, SETTLEMENT, POPULATION, CENTRE, DISTANCE)
# auto takes the first of these the inputs allow: area is never the headline by choice.
_AUTO_ORDER = (SETTLEMENT, CENTRE, POPULATION, AREA)
# Areas are measured to 1e-5, so shares to this many percent: one of exactly the threshold
# must not fail by the error of its measurement.
_MEASURED_TO = 1e-3


@dataclass(frozen=True)
class Rule:
    """What decides a village's status.

    Attributes
    ----------
    definition
        One of DEFINITIONS.
    covered_from
        Covered share in percent from which a village is covered.
    blank_from
        Blank share in percent from which it is blank.
    max_distance
        Distance to the nearest site, in metres, from which it is blank.
    """

    definition: str = AUTO
    covered_from: float = 90.0
    blank_from: float = 90.0
    max_distance: float = 3500.0


def possible(settlement: bool, population: bool, centre: bool, distance: bool) -> list[str]:
    """Return the definitions that inputs allow, in the order of DEFINITIONS."""
    there = {
        AREA: True,
        SETTLEMENT: settlement,
        POPULATION: population,
        CENTRE: centre,
        DISTANCE: distance,
    }
    return [name for name in DEFINITIONS if there.get(name)]


def chosen(definition: str, allowed: Sequence[str]) -> str:
    """Return the definition that `auto` stands for, or the one asked for."""
    if definition != AUTO:
        return definition
    return next(name for name in _AUTO_ORDER if name in allowed)


def by_share(shares: Floats, rule: Rule) -> Ints:
    """Return the class of each village from its shares.

    Parameters
    ----------
    shares : (n, 3) float
        Covered, weak, blank amounts in any one unit; all zero or NaN means no data.
    rule
        Its two thresholds.

    Returns
    -------
    (n,) int
        Codes of the classes.
    """
    total = shares.sum(axis=1)
    known = total > 0
    percent = 100 * shares / np.where(known, total, 1.0)[:, None]
    covered = percent[:, 0] >= rule.covered_from - _MEASURED_TO
    blank = percent[:, 2] >= rule.blank_from - _MEASURED_TO
    status = np.where(covered, IS_COVERED, np.where(blank, IS_BLANK, IS_WEAK))
    result: Ints = np.where(known, status, UNKNOWN).astype(np.int64)
    return result


def by_distance(metres: Floats, rule: Rule) -> Ints:
    """Return blank where the nearest site is as far as the limit or farther, else covered."""
    status = np.where(metres >= rule.max_distance, IS_BLANK, IS_COVERED)
    result: Ints = np.where(np.isnan(metres), UNKNOWN, status).astype(np.int64)
    return result


def counts(status: Ints) -> dict[str, int]:
    """Return how many villages are covered, weak, blank and unknown."""
    named = {name: int((status == code).sum()) for code, name in enumerate(CLASSES)}
    named["unknown"] = int((status == UNKNOWN).sum())
    return named


def class_name(code: int) -> str | None:
    """Return the stored word of a class code, None for unknown."""
    return None if code == UNKNOWN else CLASSES[code]
