# SPDX-License-Identifier: GPL-2.0-or-later
"""Is a village blank whatever one calls blank, or only under some definition or radius?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from . import definitions
from .arrays import Bools, Floats, Ints
from .definitions import AREA, CENTRE, DISTANCE, IS_BLANK, POPULATION, SETTLEMENT, UNKNOWN

TEXT, WHOLE = "text", "whole"

# The radii: shorter, as they are, longer. Field names take these endings.
LOW, STANDARD, HIGH = "lo", "std", "hi"
SCALES = (LOW, STANDARD, HIGH)
PREFIXES = {AREA: "area", SETTLEMENT: "setl", POPULATION: "pop", CENTRE: "ctr", DISTANCE: "dist"}

ALWAYS, NEVER = "always", "never"
BY_DEFINITION, BY_RADIUS, BY_BOTH = "definition", "radius", "both"

NONE, ONE, SEVERAL = "none", "one", "several"

COLUMNS: tuple[tuple[str, str], ...] = (
    ("code", TEXT), ("name", TEXT), ("verdict", TEXT), ("n_blank", WHOLE), ("n_known", WHOLE),
    ("status", TEXT), ("operators", WHOLE), ("op_class", TEXT),
    *((f"{prefix}_{scale}", TEXT) for prefix in PREFIXES.values() for scale in SCALES),
)  # fmt: skip

SUMMARY_COLUMNS: tuple[tuple[str, str], ...] = (
    ("definition", TEXT), ("radius_pct", WHOLE), ("used", WHOLE),
    ("covered", WHOLE), ("weak", WHOLE), ("blank", WHOLE), ("unknown", WHOLE),
)  # fmt: skip

# For each scale and definition the class of every village.
Statuses = Mapping[str, Mapping[str, Ints]]


def verdicts(statuses: Statuses) -> list[str | None]:
    """Return for each village whether it is blank always, never, or by what it depends.

    ``definition``: definitions disagree, and under none of them a radius changes anything.
    ``radius``: a radius does, and definitions agree at each. ``both``: both happen. None where
    nothing is known.

    Parameters
    ----------
    statuses
        ``statuses[scale][definition]``, (n,) classes; unknown ones have no say.
    """
    table = _table(statuses)
    known, blank = table != UNKNOWN, table == IS_BLANK
    return [_verdict(known[..., at], blank[..., at]) for at in range(table.shape[2])]


def _table(statuses: Statuses) -> Ints:
    """Return the classes as (scales, definitions, n)."""
    return np.array([list(statuses[scale].values()) for scale in SCALES])


def _verdict(known: Bools, blank: Bools) -> str | None:
    if not known.any():
        return None
    if blank[known].all():
        return ALWAYS
    if not blank[known].any():
        return NEVER

    def differs(axis: int) -> bool:
        """Whether some two known cells along an axis differ, all else being the same."""
        some = (known & blank).any(axis=axis)
        other = (known & ~blank).any(axis=axis)
        return bool((some & other).any())

    by_radius, by_definition = differs(0), differs(1)
    if by_radius and by_definition:
        return BY_BOTH
    return BY_RADIUS if by_radius else BY_DEFINITION


def operator_class(operators: float) -> str | None:
    """Return ``none``, ``one`` or ``several``; None where the number is not known."""
    if np.isnan(operators):
        return None
    return NONE if operators == 0 else ONE if operators == 1 else SEVERAL


def table(
    codes: Sequence[str],
    names: Sequence[str],
    statuses: Statuses,
    chosen: str,
    operators: Floats | None,
) -> list[list[object]]:
    """Return the rows of the table, in the order of COLUMNS.

    Parameters
    ----------
    codes, names
        Of the n villages, '' where there is none.
    statuses
        As of :func:`verdicts`.
    chosen
        The definition whose status is shown as such.
    operators : (n,) float, optional
        Operators that reach each village.
    """
    cube = _table(statuses)
    said = verdicts(statuses)
    reaching = np.full(len(codes), np.nan) if operators is None else operators
    made = []
    for at in range(len(codes)):
        cells: dict[str, object] = {
            "code": codes[at] or None,
            "name": names[at] or None,
            "verdict": said[at],
            "n_blank": int((cube[..., at] == IS_BLANK).sum()),
            "n_known": int((cube[..., at] != UNKNOWN).sum()),
            "status": definitions.class_name(int(statuses[STANDARD][chosen][at])),
            "operators": None if np.isnan(reaching[at]) else int(reaching[at]),
            "op_class": operator_class(float(reaching[at])),
        }
        for scale in SCALES:
            for definition, status in statuses[scale].items():
                name = definitions.class_name(int(status[at]))
                cells[f"{PREFIXES[definition]}_{scale}"] = name
        made.append([cells.get(name) for name, _ in COLUMNS])
    return made


def summary(statuses: Statuses, percent: Mapping[str, int], chosen: str) -> list[list[object]]:
    """Return a row for each definition and radius, in the order of SUMMARY_COLUMNS.

    Parameters
    ----------
    statuses
        As of :func:`verdicts`.
    percent
        The radii of each scale, in percent of what they are.
    chosen
        The definition used.
    """
    made: list[list[object]] = []
    for definition in statuses[STANDARD]:
        for scale in SCALES:
            counts = definitions.counts(statuses[scale][definition])
            used = int(definition == chosen and scale == STANDARD)
            made.append([definition, percent[scale], used, *counts.values()])
    return made
