# SPDX-License-Identifier: GPL-2.0-or-later
"""Cancel, at any moment: one sentence, and yesterday's output as it was."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from tests.qgis.helpers import LAT, LON, CancelAfter, layer, points, square

SITES = [(LON + 0.03 * i, LAT + 0.02 * j, "4G") for i in range(12) for j in range(12)]


def many_areas():
    return layer(
        "Polygon",
        [(square(LON + 0.02 * i, LAT + 0.02 * j, 0.02), (f"{i}-{j}",)) for i in range(18) for j in
         range(12)],
        "code:string",
    )  # fmt: skip


def inputs(name):
    sites = points(SITES, "tech:string")
    cover = layer("Polygon", [(square(LON, LAT, 0.2), ())])
    return {
        "coverage": {"INPUT": sites},
        "gaps": {"AREAS": many_areas(), "COVERAGE": [cover]},
        "statistics": {"AREAS": many_areas(), "COVERAGE": [cover], "SITES": sites},
        "analysis": {"AREAS": many_areas(), "SITES": sites},
    }[name]


OUTPUT = {"coverage": "OUTPUT", "gaps": "OUTPUT", "statistics": "OUTPUT", "analysis": "STATISTICS"}


@pytest.mark.parametrize("name", OUTPUT)
def test_cancelled_in_the_middle_nothing_is_lost(run, tmp_path, name):
    target = tmp_path / f"{name}.gpkg"
    parameters = {**inputs(name), OUTPUT[name]: str(target)}
    asked = CancelAfter(10**9)
    run(name, parameters, asked)
    before = target.read_bytes()
    total = 10**9 - asked.left
    stopped = 0
    for share in (0.0, 0.3, 0.6, 0.9):
        with pytest.raises(QgsProcessingException, match="Stopped at your request"):
            run(name, parameters, CancelAfter(int(total * share)))
        stopped += 1
    assert stopped == 4
    assert target.read_bytes() == before
    assert QgsVectorLayer(str(target)).featureCount() > 0
