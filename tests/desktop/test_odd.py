# SPDX-License-Identifier: GPL-2.0-or-later
"""What nobody planned for: each gets a sentence, and no traceback reaches the officer."""

from __future__ import annotations

import pytest

from tests.desktop.desktop import desktop


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Let the driver do odd things, return what it saw."""
    return desktop(tmp_path_factory.mktemp("odd"), "drive_odd", seconds=300)


def test_a_layer_without_crs_is_named(seen):
    assert "coordinate reference system" in seen["without_crs"]


def test_radii_that_are_none_are_refused_in_words(seen):
    assert all(seen["radii"]), seen["radii"]


def test_layers_may_go_while_they_are_shown_or_analysed(seen):
    assert seen["no_result"]
    # Public Wi-Fi alone is something to analyse.
    # It may have been read by then.
    for words, _ in seen["removed_while_running"]:
        assert words.startswith("Sites (towers) was removed"), words
    assert not seen["sites_gone"]
    assert seen["opened_again"] and seen["analysed_again"]
    assert seen["nothing_chosen"] and seen["nothing_chosen"][0][1]


def test_a_project_saved_elsewhere_has_its_own_data(seen):
    assert [path.rsplit("/", 1)[1] for path in seen["beside"]] == ["one", "two"]
    assert seen["all_in_two"]
    assert seen["in_turn"] == [[True, 7], [True, 7], [True, 7]]
    assert not [words for words, bad in seen["in_turn_told"] if bad]


def test_a_project_may_be_closed_during_a_run(seen):
    assert seen["empty"] == [0, True]
    assert not seen["closed"]


def test_where_nothing_can_be_written_is_said(seen):
    assert seen["unwritten"] == 0
    for name in ("nowhere", "broken"):
        assert seen[name] and all(bad for _, bad in seen[name]), seen[name]
    assert len(seen["connections"]) == 2


def test_a_silent_service_stops_nobody(seen):
    assert seen["responsive"] and seen["still_pulling"]
    assert seen["unloaded_in"] < 6
