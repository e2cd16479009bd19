# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that is stopped, or fails, leaves an earlier output as it was."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

from blankspot_plugin import paths
from tests.qgis.helpers import CancelAfter


def sample(name):
    return f"{paths.sample()}|layername={name}"


AREAS = {"AREAS": sample("areas"), "CODE_FIELD": "code", "NAME_FIELD": "name"}
CALLS = {
    "programme": {**AREAS, "WIFI": sample("wifi")},
    "change": {**AREAS, "SITES_BEFORE": sample("sites_2024"), "SITES_AFTER": sample("sites")},
    "neighbours": {**AREAS, "SITES": sample("sites"), "NEIGHBOURS": sample("neighbours")},
    "evidence": {"REPORTS": sample("reports"), "STATISTICS": sample("areas"),
                 "COMPUTED_FIELD": "kind"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "asked"), [(name, 0) for name in sorted(CALLS)] + [("change", 9), ("neighbours", 9)]
)
def test_an_earlier_output_stays(run, tmp_path, name, asked):
    out = tmp_path / "before.gpkg"
    out.write_bytes(b"as it was")
    with pytest.raises(QgsProcessingException):
        run(name, {**CALLS[name], "OUTPUT": str(out)}, CancelAfter(asked))
    assert out.read_bytes() == b"as it was"


def test_a_cancelled_share_leaves_no_folder(run, tmp_path):
    with pytest.raises(QgsProcessingException, match="at your request"):
        run("share", {"LAYERS": [sample("wifi")], "OUTPUT": str(tmp_path)}, CancelAfter(0))
    assert list(tmp_path.iterdir()) == []
