# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields known by their whole name, and none where there is a doubt."""

from __future__ import annotations

import pytest

from blankspot_plugin.core.known_fields import known_field


@pytest.mark.parametrize(
    ("key", "fields", "found"),
    [
        ("ID_FIELD", ["fid", "id", "ID_TITIK"], "ID_TITIK"),
        ("ID_FIELD", ["fid", "No"], "No"),
        ("ID_FIELD", ["fid", "name"], ""),
        ("ID_FIELD", ["id_titik", "ID Titik"], ""),
        ("STATUS_FIELD", ["status_tanah", "Kondisi"], "Kondisi"),
        ("DATE_FIELD", ["Tgl", "update"], "Tgl"),
        ("VILLAGE_CODE_FIELD", ["kode", "KODE_DESA"], "KODE_DESA"),
        ("VILLAGE_CODE_FIELD", ["kode"], ""),
        ("DBM_FIELD", ["RSRP_dBm"], "RSRP_dBm"),
        ("NOTHING", ["id"], ""),
    ],
)
def test_known(key, fields, found):
    assert known_field(key, fields) == found
