# SPDX-License-Identifier: GPL-2.0-or-later
"""Which field of a table of the programme, or of reports, holds what, by its name?

Only whole names that leave no doubt. What holds what in villages and sites is in
:mod:`~blankspot_plugin.core.purpose_fields`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .purpose_fields import plain

_DESA = r"(desa|kelurahan|kel|desakel|desakelurahan|wilayah|kemendagri)"
# The best name first.
_NAMES: dict[str, tuple[str, ...]] = {
    "ID_FIELD": (
        r"(point|titik|wifi|report|laporan|lokasi|site)id",
        r"(id|kode|no|nomor)(titik|wifi|laporan|lokasi|site)", r"id|kode|no|nomor",
    ),
    "VILLAGE_CODE_FIELD": (
        rf"kode{_DESA}", rf"id{_DESA}", r"(desa|village)(id|code)", r"kdepum", r"code",
    ),
    "PROGRAMME_FIELD": (r"program(me)?|namaprogram", r"kegiatan|proyek|project"),
    "FUNDER_FIELD": (r"funder|donor", r"sumber(dana|anggaran)|pendanaan|anggaran"),
    "LINK_FIELD": (r"link(type)?", r"(media|jenis|tipe)?(koneksi|akses|transmisi)|backhaul"),
    "BANDWIDTH_FIELD": (r"bandwidth(mbps)?|bw(mbps)?|mbps", r"(kecepatan|kapasitas|speed)(mbps)?"),
    "STATUS_FIELD": (r"status", r"status(wifi|titik|layanan|operasional)", r"kondisi|keadaan"),
    "DATE_FIELD": (r"date|tanggal|tgl", r"(tanggal|tgl)(status|laporan|survei|lapor)",
                   r"(status|report)date"),
    "YEAR_FIELD": (r"year|tahun",),
    "CLASS_FIELD": (r"class|kelas", r"(kekuatan|kondisi|status)?sinyal|signal(strength)?"),
    "SOURCE_FIELD": (r"source|sumber", r"sumber(data|laporan)|asal(laporan)?"),
    "DBM_FIELD": (r"dbm", r"rsrp(dbm)?|(level|signal|sinyal)dbm|levelsinyal"),
    "CODE_FIELD": (r"code", rf"kode{_DESA}", r"kdepum"),
    "NAME_FIELD": (r"name", rf"nama{_DESA}", r"nama"),
    "COMPUTED_FIELD": (r"cellstat", r"status"),
    "PREDICTED_FIELD": (r"(pred|prediksi|predicted)(dbm|rsrp)?", r"(rsrp|dbm)pred"),
}  # fmt: skip


def known_field(key: str, fields: Sequence[str]) -> str:
    """Return the field whose name says that it is what a key asks for, '' for none.

    >>> known_field("ID_FIELD", ["fid", "id", "ID_TITIK"])
    'ID_TITIK'
    """
    for name in _NAMES.get(key, ()):
        fitting = [field for field in fields if re.fullmatch(name, plain(field))]
        if fitting:
            # Two that say the same leave a doubt.
            return fitting[0] if len(fitting) == 1 else ""
    return ""
