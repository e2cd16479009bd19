# SPDX-License-Identifier: GPL-2.0-or-later
"""What would each village be under every definition? Read off the table of villages.

The summary of a run counts villages under each definition; here is each village's own
answer, from the figures STATISTICS holds. They are those of mobile coverage: what Wi-Fi
adds is not told apart in the table, so these answers leave it out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from .arrays import Floats, Ints
from .definitions import (
    AREA,
    CENTRE,
    CLASSES,
    DISTANCE,
    POPULATION,
    SETTLEMENT,
    UNKNOWN,
    Rule,
    by_distance,
    by_share,
    class_name,
)
from .headline import Row, number

# The fields that hold the covered, weak and blank part.
_SHARES = {
    AREA: ("cov_km2", "weak_km2", "blank_km2"),
    SETTLEMENT: ("set_cov", "set_weak", "set_blank"),
    POPULATION: ("pop_cov", "pop_weak", "pop_blank"),
}


def status_under(rows: Sequence[Row], definition: str, rule: Rule) -> list[str | None]:
    """Return each village's class under one definition, None where nothing is known.

    Parameters
    ----------
    rows
        With the fields of STATISTICS.
    definition
        Any but auto.
    rule
        The thresholds.
    """
    if definition == CENTRE:
        return [_word(row.get("ctr_class")) for row in rows]
    if not rows:
        return []
    codes: Ints
    if definition == DISTANCE:
        codes = by_distance(_numbers(rows, ("near_m",))[:, 0], rule)
    else:
        shares = _numbers(rows, _SHARES[definition])
        codes = by_share(np.where(np.isnan(shares).any(axis=1)[:, None], np.nan, shares), rule)
    return [class_name(int(code)) for code in codes]


def statuses(
    rows: Sequence[Row], definitions: Sequence[str], rule: Rule
) -> dict[str, list[str | None]]:
    """Return each village's class under each of some definitions."""
    return {
        definition: status_under(rows, definition, replace(rule, definition=definition))
        for definition in definitions
    }


def answered(rows: Sequence[Row]) -> list[str]:
    """Return the definitions under which any village has an answer."""
    rule = Rule()
    every = (AREA, SETTLEMENT, POPULATION, CENTRE, DISTANCE)
    return [one for one in every if any(status_under(rows, one, rule))]


def rule_of(parameters: Mapping[str, object], definition: str = "") -> Rule:
    """Return the rule a run used, from the parameters in its manifest.

    What it was not given are the defaults; what can't be read counts as not given.
    """
    default = Rule()
    return Rule(
        definition=definition or default.definition,
        covered_from=_given(parameters, "COVERED_FROM", default.covered_from),
        blank_from=_given(parameters, "BLANK_FROM", default.blank_from),
        max_distance=_given(parameters, "MAX_DISTANCE", default.max_distance),
    )


def _given(parameters: Mapping[str, object], key: str, default: float) -> float:
    try:
        found = float(str(parameters[key]))
    except (KeyError, ValueError):
        return default
    return found if math.isfinite(found) else default


def _word(cell: object) -> str | None:
    return cell if isinstance(cell, str) and cell in CLASSES else class_name(UNKNOWN)


def _numbers(rows: Sequence[Row], names: Sequence[str]) -> Floats:
    cells = [[number(row.get(name)) for name in names] for row in rows]
    return np.array([[math.nan if one is None else one for one in row] for row in cells])
