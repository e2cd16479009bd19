# SPDX-License-Identifier: GPL-2.0-or-later
"""``change``: what became of villages between two tables, and what it refuses."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsVectorLayer

from tests.qgis.helpers import layer


def table(*rows, fields="code:string name:string status:string"):
    return layer("None", [(None, row) for row in rows], fields)


def test_a_row_for_every_village(run, tmp_path):
    before = table(["99.01", "A", "blank"], ["99.02", "B", "covered"], ["99.03", "C", None])
    after = table(["9901", "A", "covered"], ["9902", "B", "blank"], ["9904", "D", "weak"])
    out = str(tmp_path / "change.gpkg")
    result, said = run("change", {"BEFORE": before, "AFTER": after, "OUTPUT": out})
    written = QgsVectorLayer(out, "x", "ogr")
    names = ("code", "name", "before", "after", "change")
    rows = [[str(feature[name]) for name in names] for feature in written.getFeatures()]
    assert rows == [
        ["9901", "A", "blank", "covered", "gone"],
        ["9902", "B", "covered", "blank", "new"],
        ["9904", "D", "NULL", "weak", "added"],
        ["99.03", "C", "unknown", "NULL", "removed"],
    ]
    assert (result["N_NEW"], result["N_GONE"], result["N_PERSISTENT"]) == (1, 1, 0)
    assert "1 new, 1 resolved" in said.text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"BEFORE": None}, "(BEFORE) as well: give both"),
        ({"AFTER": "nothing.gpkg"}, "(AFTER) could not be read"),
    ],
)
def test_what_cannot_be_compared_is_refused(provider, given, words):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:change")
    fine = table(["99.01", "A", "blank"])
    asked = {"BEFORE": fine, "AFTER": fine, "OUTPUT": "memory:", **given}
    accepted, message = algorithm.checkParameterValues(asked, QgsProcessingContext())
    assert not accepted
    assert words in message


def test_a_table_without_a_status_is_refused(provider):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:change")
    fine, other = table(["99.01", "A", "blank"]), table(["99.01"], fields="code:string")
    asked = {"BEFORE": fine, "AFTER": other, "OUTPUT": "memory:"}
    accepted, message = algorithm.checkParameterValues(asked, QgsProcessingContext())
    assert not accepted
    assert "has no field “status”" in message
