# SPDX-License-Identifier: GPL-2.0-or-later
"""Which field of a layer holds what, by its name? As keys of ``blankspot:analysis``.

The names are those of BIG's and BPS's boundaries, of GADM and COD-AB, and of the sheets offices
send. A field is told by its whole name: part of one is a guess that may be wrong. How far a site
reaches is never guessed, for no name says whether metres, kilometres or plans are meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_DESA = r"(desa|kelurahan|kel|keldesa|desakel|desakelurahan|desalurah|kampung|nagari|gampong)"
_YEAR = r"((19|20)\d\d)?"

# The best name first, as :func:`plain` returns it. Kemendagri's codes before BPS's: the civil
# registry counts people by them.
_VILLAGE_CODE = (
    rf"kode{_DESA}", rf"id{_DESA}", rf"kode(kemendagri|dagri|pum){_DESA}?", rf"{_DESA}(id|code)",
    r"villagecode", r"villageid", r"adm4pcode", r"cc4", r"gid4", rf"kode(bps){_DESA}?",
)  # fmt: skip
_VILLAGE_NAME = (
    rf"(nama|nm){_DESA}", r"villagename", r"namavillage", r"village", r"name4", r"adm4(en|id)",
)  # fmt: skip
_CODE = (
    r"kdepum", *_VILLAGE_CODE[:-1], r"kdkemendagri", r"kode(wilayah|wil|adm)?", r"code",
    _VILLAGE_CODE[-1], r"kdebps",
)  # fmt: skip
_NAME = (r"namobj", r"wadmkd", *_VILLAGE_NAME, rf"{_DESA}", r"nama(wilayah|objek|obj)?", r"name")
_COUNT = r"(jumlah|jml|jmlh|jum|total|tot)"
_PEOPLE = (
    rf"{_COUNT}?(penduduk|pddk|jiwa){_YEAR}", rf"(penduduk|jiwa)(total|jumlah){_YEAR}",
    rf"{_COUNT}?population{_YEAR}", rf"{_COUNT}?pop(ulasi|total)?{_YEAR}", r"people",
)  # fmt: skip
_DEGREES = r"(deg|degree|degrees|derajat)?"

_WANTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "areas": {"CODE_FIELD": _CODE, "NAME_FIELD": _NAME, "POP_FIELD": _PEOPLE},
    "sites": {
        "TECHNOLOGY_FIELD": (
            r"technology|technologies|teknologi", r"(tech|tek|techno)", r"radio", r"rat",
            r"(jenis|tipe|type)(teknologi|jaringan|network)", r"teknologi(jaringan|seluler|bts)",
            r"jaringan", r"networktype", r"generasi|generation",
        ),
        "OPERATOR_FIELD": (
            r"operator", r"(nama|name)operator", r"operator(name|seluler|selular|bts)",
            r"operator(telekomunikasi|menara)", r"provider(seluler|selular)", r"tenant",
            r"penggunamenara",
        ),
        "AZIMUTH_FIELD": (
            rf"azimuth?{_DEGREES}", r"azm|azi", r"arah(antena|azimuth?)",
            r"(antenna|sector)azimuth",
        ),
        "BEAMWIDTH_FIELD": (
            rf"beamwidth{_DEGREES}", rf"(h|horizontal|hor)(beamwidth|bw){_DEGREES}",
            r"lebar(berkas|pancaran)", r"bukaan(antena|sudut)",
        ),
    },
    "wifi": {
        "STATUS_FIELD": (
            r"status", r"status(wifi|titik|perangkat|layanan|internet|aktif|operasional)",
            r"kondisi(wifi|titik|perangkat|layanan|internet)?",
        ),
    },
    "population": {"POPULATION_FIELD": _PEOPLE},
    "centres": {"CENTRES_CODE_FIELD": _CODE},
}  # fmt: skip

# What a table of villages has besides, and nothing else.
_BESIDE = re.compile(
    r"(kode?|kd|id|nama?|nm)?(prov\w*|kab\w*|kec\w*|district|subdistrict|regency|province|country"
    r"|negara)(code|name|id|no)?|luas\w*|area\w*|shape\w*|objectid\d*|o?gc?_?fid|fid\w*|id|gid"
    r"|source|sumber|date|tanggal|tahun|year|valid(on|to)|remark|keterangan|metadata|perimeter"
    r"|keliling|lat|lng|lon|latitude|longitude|kode|nama|code|name|type|tipe|jenis|kind|hh|kk"
    r"|(jumlah|jml)?(kk|pria|wanita|laki(laki)?|perempuan)"
    r"|(gid|name|varname|nlname|type|engtype|cc|hasc)\d|adm\d\w*"
)
_PLACE = re.compile(
    r"\w*(latitude|longitude|lintang|bujur|koordinat|coord|latlon)\w*|koord|lat|long?|lng|x|y"
    r"|pointx|pointy|easting|northing|geom|geometry|wkt"
)


def plain(field: str) -> str:
    """Return a field's name without case, blanks and punctuation.

    >>> plain("KODE_DESA ")
    'kodedesa'
    """
    return re.sub(r"[^a-z0-9]", "", field.lower())


def guess_fields(purpose: str, fields: Sequence[str]) -> dict[str, str]:
    """Return the fields of a layer as parameters of ``blankspot:analysis``.

    Parameters
    ----------
    purpose
        What the layer is for, a word of :data:`~blankspot_plugin.core.purposes.PURPOSES`.
    fields
        The names of its fields.

    Returns
    -------
    Keys of parameters, such as ``CODE_FIELD``, with names of fields; only what is plain.

    >>> guess_fields("areas", ["OBJECTID", "KODE_DESA", "NAMA_DESA", "Jumlah_Penduduk"])
    {'CODE_FIELD': 'KODE_DESA', 'NAME_FIELD': 'NAMA_DESA', 'POP_FIELD': 'Jumlah_Penduduk'}
    """
    found = {key: _first(wanted, fields) for key, wanted in _WANTED.get(purpose, {}).items()}
    if not found.get("POPULATION_FIELD") and "POPULATION_FIELD" in found:
        found["POPULATION_FIELD"] = _sum_of_sexes(fields)
    return {key: name for key, name in found.items() if name}


def village_fields(fields: Sequence[str]) -> bool:
    """Whether fields are those of a table of villages, and of nothing that lies in villages.

    BIG's fields (``KDEPUM``, ``WADMKD``) don't tell: its districts have them too, empty.
    """
    names = [plain(field) for field in fields]
    code, name = _matching(_VILLAGE_CODE, names), _matching((*_VILLAGE_NAME, _DESA), names)
    rest = [each for each in names if each not in code and each not in name]
    people = _matching(_PEOPLE, rest)
    return bool(code and name) and all(_BESIDE.fullmatch(r) or r in people for r in rest)


def has_place(fields: Sequence[str]) -> bool:
    """Whether the fields of a table may hold coordinates."""
    return any(_PLACE.fullmatch(plain(field)) for field in fields)


def _matching(wanted: Sequence[str], names: Sequence[str]) -> list[str]:
    return [name for name in names if any(re.fullmatch(want, name) for want in wanted)]


def _first(wanted: Sequence[str], fields: Sequence[str]) -> str:
    """Return the field of the best name; of several years the last."""
    for want in wanted:
        fitting = [field for field in fields if re.fullmatch(want, plain(field))]
        years = [field for field in fitting if re.search(r"\d{4}\Z", plain(field))]
        # "desa" beside "kelurahan": one of them is empty in each row.
        if len(fitting) > 1 and not years:
            return fitting[0] if len({plain(field) for field in fitting}) == 1 else ""
        if fitting:
            # A number without a year is today's.
            return next((field for field in fitting if field not in years), max(fitting, key=plain))
    return ""


def _sum_of_sexes(fields: Sequence[str]) -> str:
    """Return the field ``jumlah`` of a table that counts men and women."""
    names = {plain(field): field for field in fields}
    sexes = {"lakilaki", "laki", "pria"} & names.keys() and {"perempuan", "wanita"} & names.keys()
    return next((names[name] for name in ("jumlah", "total") if sexes and name in names), "")
