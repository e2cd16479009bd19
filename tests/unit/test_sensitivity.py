# SPDX-License-Identifier: GPL-2.0-or-later
"""Verdicts: always, never, or by what a blank village depends."""

from __future__ import annotations

import numpy as np
import pytest

from blankspot_plugin.core.sensitivity import (
    COLUMNS,
    operator_class,
    summary,
    table,
    verdicts,
)

C, W, B, U = 0, 1, 2, -1


def statuses(area, centre):
    """One village: its classes at shorter, standard and longer radii."""
    return {
        scale: {"area": np.array([area[at]]), "centre": np.array([centre[at]])}
        for at, scale in enumerate(("lo", "std", "hi"))
    }


@pytest.mark.parametrize(
    ("area", "centre", "verdict"),
    [
        ((B, B, B), (B, B, B), "always"),
        ((C, W, C), (W, C, C), "never"),
        ((B, B, B), (C, C, C), "definition"),
        ((B, W, C), (B, C, C), "radius"),
        ((B, B, W), (B, C, C), "both"),
        ((B, B, B), (U, U, U), "always"),
        ((B, B, C), (U, U, U), "radius"),
        ((U, U, U), (U, U, U), None),
    ],
)
def test_verdicts(area, centre, verdict):
    assert verdicts(statuses(area, centre)) == [verdict]


@pytest.mark.parametrize(
    ("operators", "name"), [(0, "none"), (1, "one"), (2, "several"), (np.nan, None)]
)
def test_no_operator_and_one_only_are_told_apart(operators, name):
    assert operator_class(operators) == name


def test_the_table_has_a_field_for_every_map_of_a_sheet():
    (made,) = table(["A"], ["Desa"], statuses((B, W, C), (U, U, U)), "area", None)
    told = dict(zip((name for name, _ in COLUMNS), made))
    assert all(len(name) <= 10 for name in told)
    assert (told["area_lo"], told["area_std"], told["area_hi"]) == ("blank", "weak", "covered")
    assert (told["n_blank"], told["n_known"], told["status"]) == (1, 3, "weak")
    assert told["ctr_std"] is told["setl_std"] is told["operators"] is None


def test_the_summary_counts_each_definition_and_radius():
    rows = summary(statuses((B, W, C), (U, U, U)), {"lo": 80, "std": 100, "hi": 120}, "area")
    assert rows[:3] == [
        ["area", 80, 0, 0, 0, 1, 0],
        ["area", 100, 1, 0, 1, 0, 0],
        ["area", 120, 0, 1, 0, 0, 0],
    ]
    assert rows[3][-1] == 1
