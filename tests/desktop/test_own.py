# SPDX-License-Identifier: GPL-2.0-or-later
"""The officer's own layers: from a pasted address to the villages that are blank, by mouse."""

from __future__ import annotations

import pytest

from tests.desktop.desktop import desktop


@pytest.fixture(scope="module")
def seen(tmp_path_factory, qgis_server):
    """Let the driver click, return what it saw."""
    told = {"BLANKSPOT_TEST_WFS": qgis_server.urls["wfs"]}
    return desktop(tmp_path_factory.mktemp("own"), "drive_own", told)


def test_an_address_is_all_that_is_typed(seen):
    assert seen["recognised"] == "wfs"
    assert seen["named"] == "127.0.0.1"


def test_what_is_pulled_is_known_for_what_it_is(seen):
    assert seen["pulled"]["desa"] == 144
    assert {"areas", "sites", "wifi"} <= set(seen["purposes"]), seen
    assert seen["opened"] and not seen["missing"]


def test_the_villages_are_shown(seen):
    assert seen["villages"] == seen["shown"] == 144


def test_it_takes_fewer_than_fifteen_clicks_and_five_minutes(seen):
    assert len(seen["clicks"]) <= 15, seen["clicks"]
    assert seen["seconds"] < 300


def test_sources_that_did_not_change_say_so(seen):
    assert seen["sources"] == "Sources asked: 3. Changed: none."
