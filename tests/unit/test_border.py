# SPDX-License-Identifier: GPL-2.0-or-later
"""What comes from which neighbour, from measurements with and without it."""

from __future__ import annotations

import numpy as np
import pytest

from blankspot_plugin.core.border import Scenario, border_rows


def scenario(covered, weak=None, people=None, status=None):
    covered = np.array(covered, dtype=float)
    zeros = np.zeros(len(covered))
    weak = zeros if weak is None else np.array(weak, dtype=float)
    return Scenario(
        covered, weak, 10.0 - covered - weak,
        zeros + np.nan if people is None else np.array(people, dtype=float),
        np.zeros(len(covered), dtype=np.int64) if status is None else np.array(status),
    )  # fmt: skip


NOWHERE = np.zeros((1, 2), dtype=bool)


def test_shares_of_a_neighbour():
    (found,) = border_rows(
        scenario([8.0, 3.0], people=[80, 30], status=[0, 1]),
        [scenario([5.0, 3.0], people=[50, 30], status=[1, 1])],
        [scenario([4.0, 0.0])],
        NOWHERE,
    )
    assert (found.village, found.neighbour, found.touches) == (0, 0, False)
    assert (found.reached, found.reached_percent) == (4.0, 50.0)
    assert (found.only, found.only_percent) == (3.0, 37.5)
    assert (found.only_people, found.more_blank) == (30.0, 3.0)
    assert (found.status, found.without) == (0, 1)


def test_a_village_that_only_touches_has_a_row():
    touches = np.array([[False, True]])
    (found,) = border_rows(scenario([8, 0]), [scenario([8, 0])], [scenario([0, 0])], touches)
    assert (found.village, found.touches, found.reached, found.only) == (1, True, 0.0, 0.0)
    assert found.only_percent is None
    assert np.isnan(found.only_people)


def test_a_weak_signal_reaches_too():
    (found,) = border_rows(
        scenario([0, 0], weak=[2, 0]), [scenario([0, 0])], [scenario([0, 0], weak=[2, 0])], NOWHERE
    )
    assert (found.reached, found.only, found.more_blank) == (0.0, 0.0, 2.0)


def test_ground_of_two_neighbours_is_nobodys_alone():
    both = scenario([5.0, 0.0])
    found = border_rows(both, [both, both], [both, both], np.zeros((2, 2), dtype=bool))
    assert [(row.neighbour, row.reached, row.only) for row in found] == [(0, 5.0, 0.0), (1, 5.0, 0)]


def test_rounding_is_no_coverage():
    less = scenario([8.0 - 5e-5, 0.0])
    (found,) = border_rows(scenario([8.0, 0.0]), [less], [scenario([1.0, 1e-6])], NOWHERE)
    assert found.only == 0.0
    assert found.covered == pytest.approx(8)
