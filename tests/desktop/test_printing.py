# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock prints, in a real QGIS Desktop: a sheet that is edited, an atlas, the report."""

from __future__ import annotations

import pytest

from tests.desktop.desktop import desktop


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Let the driver click, return what it saw."""
    return desktop(tmp_path_factory.mktemp("printing"), "drive_printing", seconds=400)


def test_a_sheet_is_made_once_and_keeps_what_was_moved(seen):
    made = seen["created"]
    assert made["sheets"] == [made["name"]]
    assert made["moved"] == pytest.approx((11.0, 13.0))
    assert "is in the project" in made["told"][0]
    assert "is up to date" in made["told"][1]


def test_sheet_atlas_and_report_are_written(seen):
    assert ".pdf" in seen["exported"]
    choice, where = seen["atlas"]
    assert choice == "Atlas: a sheet per kecamatan"
    assert "kecamatan.pdf" in where
    where, told = seen["report"]
    assert "report" in where, told
    endings = {name.rsplit(".", 1)[-1] for name in seen["files"]}
    assert {"pdf", "png", "xlsx", "odt", "kmz"} <= endings
    # Ten kecamatan, a picture each.
    assert sum(name.endswith(".png") and "kecamatan" in name for name in seen["files"]) == 10


def test_nothing_was_said_in_python(seen):
    assert not seen.get("tracebacks")
