# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that is stopped, or fails, leaves an earlier output as it was."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsProcessingException

from tests.qgis.helpers import CancelAfter
from tests.qgis.sample_copy import copied


def calls(path):
    """Calls on a copy of their own: what a stopped run had open stays open for a while."""
    table = {name: f"{path}|layername={name}" for name in
             ("areas", "wifi", "sites", "sites_2024", "neighbours", "reports")}  # fmt: skip
    areas = {"AREAS": table["areas"], "CODE_FIELD": "code", "NAME_FIELD": "name"}
    return {
        "programme": {**areas, "WIFI": table["wifi"]},
        "change": {**areas, "SITES_BEFORE": table["sites_2024"], "SITES_AFTER": table["sites"]},
        "neighbours": {**areas, "SITES": table["sites"], "NEIGHBOURS": table["neighbours"]},
        "evidence": {"REPORTS": table["reports"], "STATISTICS": table["areas"],
                     "COMPUTED_FIELD": "kind"},
        "share": {"LAYERS": [table["wifi"]]},
    }  # fmt: skip


@pytest.fixture
def asked_for(tmp_path):
    return calls(shutil.copy(copied(), tmp_path / "contoh.gpkg"))


@pytest.mark.parametrize(
    ("name", "asked"),
    [("programme", 0), ("evidence", 0), ("change", 0), ("change", 9), ("neighbours", 0),
     ("neighbours", 9)],
)  # fmt: skip
def test_an_earlier_output_stays(run, tmp_path, asked_for, name, asked):
    out = tmp_path / "before.gpkg"
    out.write_bytes(b"as it was")
    with pytest.raises(QgsProcessingException):
        run(name, {**asked_for[name], "OUTPUT": str(out)}, CancelAfter(asked))
    assert out.read_bytes() == b"as it was"


def test_a_cancelled_share_leaves_no_folder(run, tmp_path, asked_for):
    folder = tmp_path / "share"
    with pytest.raises(QgsProcessingException, match="at your request"):
        run("share", {**asked_for["share"], "OUTPUT": str(folder)}, CancelAfter(0))
    assert not folder.exists() or list(folder.iterdir()) == []
