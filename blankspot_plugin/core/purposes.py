# SPDX-License-Identifier: GPL-2.0-or-later
"""What is a layer for? By its name, its fields and its geometry, in Indonesian and English.

No guess is better than a wrong one: a name that speaks of more than the thing itself ("villages
without a tower", "planned towers", "population density") is none of ours. Which fields hold what
is for :mod:`~blankspot_plugin.core.purpose_fields`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .purpose_fields import guess_fields, has_place, plain, village_fields

__all__ = ["PURPOSES", "guess", "guess_fields"]

AREAS, SITES, WIFI, COVERAGE = "areas", "sites", "wifi", "coverage"
SETTLEMENTS, POPULATION, FACILITIES = "settlements", "population", "facilities"
CENTRES, RIVERS = "centres", "rivers"
PURPOSES = (
    AREAS, SITES, WIFI, COVERAGE, SETTLEMENTS, POPULATION, FACILITIES, CENTRES, RIVERS,
)  # fmt: skip

# What each purpose may be drawn as. A table may still hold coordinates.
_GEOMETRIES = {
    AREAS: {"polygon"},
    SITES: {"point", "table"},
    WIFI: {"point", "table"},
    COVERAGE: {"polygon"},
    SETTLEMENTS: {"polygon"},
    POPULATION: {"raster", "point", "table"},
    FACILITIES: {"point", "table"},
    CENTRES: {"point", "table"},
    RIVERS: {"line", "polygon"},
}
_BY_PLACE = {SITES, WIFI, FACILITIES, CENTRES}

# How BIG's layers end: SUNGAI_LN_50K, PUSAT_PEMERINTAHAN_PT.
_DRAWN = re.compile(r"_(ar|ln|pt)(_\d+k)?(?=\s|\Z)", re.IGNORECASE)
_ENDINGS = {"ar": "polygon", "ln": "line", "pt": "point"}

# Whatever else such a name says, it is not the thing, or not all of it.
_NOT_IT = re.compile(
    r"\b(tanpa|tidak|belum|non|without|no|calon|candidate|usulan|usul|proposed|proposals?|rencana"
    r"|planned|plan|rtrw|rdtr|pola ruang|blank ?spots?|gaps?|weak|lemah|laporan|reports?|keluhan"
    r"|hasil|results?|statisti\w*|rekap\w*|ringkasan|summary|rasio|ratio|persen\w*|indeks|index"
    r"|kepadatan|density|miskin|poverty|poor|kumuh|slums?|transmigrasi|lansia|disabilitas"
    r"|proyeksi|zona\w*|zones?|riwayat|history|perubahan|changes?)\b"
)
_MAST = r"\b(bts|menara|towers?|nodeb|enodeb|gnodeb|base stations?|pemancar)\b|\bopencellid\b"
# A tower that carries no signal of anybody.
_OTHER_TOWER = re.compile(
    r"\b(air|masjid|pandang|pantau|suar|listrik|transmisi|sutet?|sutt|pln|water|watch|clock|light"
    r"|power|electric\w*|transmission|crane|bangunan|jam)\b|watchtower"
)
_WIFI_WORDS = (
    r"wi ?fi\b|\bwlan\b|\b(internet (gratis|publik|desa)|(titik|akses) internet|free internet)\b"
)
# In Indonesia "hotspot" by itself is a fire seen by a satellite.
_HOTSPOT = r"\bhot ?spots?\b"
_SIGNAL = (
    r"\b([2345] ?g|lte|gsm|umts|bts|sinyal|signal|selul[ea]r|selular|cellular|mobile|menara|tower"
    r"|telkomsel|indosat|xl|smartfren|tri|telekomunikasi|telecom\w*|operator|rsrp|internet)\b"
)
_COVERAGE_WORD = r"\b(cakupan|coverage|jangkauan)\b"
_PLAIN_COVERAGE = r"\A(cakupan|coverage|cakupan layanan|service coverage)( (19|20)\d\d)?\Z"
_HIGHER_SEAT = r"\bcamat\b|\bkantor (kecamatan|kec|bupati|gubernur|dinas)\b"
_VILLAGE = r"(desa|kelurahan|lurah|kampung|nagari|gampong|pekon|village)"
_FACILITY = (
    r"\b(puskesmas|pustu|poskesdes|polindes|posyandu|klinik|clinics?|rumah sakit|rsud|hospitals?"
    r"|health (cent(re|er)s?|posts?)|faskes|kesehatan|sekolah|schools?|sdn?|smpn?|sman?|smkn?"
    r"|madrasah|paud|pendidikan|fasilitas( umum| sosial)?|fasum|fasos|facilit(y|ies)"
    r"|(sarana|tempat|rumah) ibadah|saranaibadah|saranapendidikan|saranakesehatan)\b"
)
# How many there are, or who runs them, is not where they are.
_NOT_WHERE = r"\b(jumlah|angka|dinas|anggaran|dana|aset|telekomunikasi|jalan|pln|pdam)\b"
_CENTRE = (
    rf"\b(kantor|balai|aula) (kepala )?{_VILLAGE}\b|\bkantor (kades|pemerintah desa)\b"
    rf"|\bpusat (pemerintahan|{_VILLAGE})\b|\bpusatpemerintahan\b|\b(kantor|balai)desa\b"
    r"|\bvillage (offices?|cent(re|er)s?|halls?)\b|\A(village )?(centres|centers)\b"
)
_AREA = (
    r"\b(batas )?(wilayah )?(administrasi )?(desa|kelurahan|kampung|nagari|gampong)\b"
    r"|\badministrasi ?(desa|kelurahan|kampung)|\bbatas(desa|kelurahan|kampung)|\bdesakelurahan\b"
    r"|\b(villages|village (boundar(y|ies)|areas?|polygons?))\b|\Aareas\b"
    r"|\bkel ?desa\b|\bdesa ?kel\b"
)
# A place may be called after a village, a river or a tower; roads, bridges and floods too.
_OF_SOMETHING = re.compile(
    r"\b(jalan|jln|roads?|streets?|jembatan|bridges?|persil|bidang|parcels?|hutan|forest|sawah"
    r"|kebun|tambang|banjir|floods?|longsor|tutupan|lahan|land ?(cover|use)\w*|sempadan|das"
    r"|bangunan|buildings?|gedung|aset|dana|anggaran|apbdes|bumdes|wisata|potensi|perangkat|perpustakaan"
    r"|drainase|irigasi|bendungan|dermaga|pelabuhan|kantor|dusun|rt|rw|toponim\w*|imunisasi|pdam"
    r"|vaksin\w*|kependudukan dinas|fiber|fibre|kabel|cables?|fo|pasar|buffer)\b"
)
# Some of the villages: those that have something, or don't.
_SERVED = r"wifi|internet|sinyal|signal|terlayani|covered|sel+ul[ae]r|telkom|\b[2345] ?g\b"
_PEOPLE = (
    r"penduduk|\bpopulation\b|\bpopulasi\b|\bjiwa\b|\bdukcapil\b|worldpop|\bghs ?pop\b|\bhrsl\b"
)
_PEOPLE_RASTER = r"\b(ppp|pop)\b"
_HIGHER = r"\b(kecamatan|kec|kabupaten|kab|provinsi|district|regency|province)\b"
_RIVER = r"\b(sungai|rivers?|streams?|waterways?|jaringansungai)\b"
_SETTLED = (
    r"\bp[ei]r?mukiman|\b(settlements?|built ?up( areas?)?|residential( areas?)?|settled areas?)\b"
)


def guess(name: str, fields: Sequence[str], geometry: str) -> str:
    """Return what a layer is for, a word of :data:`PURPOSES`, '' where that is not plain.

    Parameters
    ----------
    name
        Its name, or name and title, as a service or a project has it.
    fields
        The names of its fields; none where they are not known yet.
    geometry
        ``point``, ``line``, ``polygon``, ``table``, ``raster``, or '' where unknown.

    >>> guess("ADMINISTRASIDESA_AR_50K", [], ""), guess("menara_telekomunikasi", [], "point")
    ('areas', 'sites')
    """
    words = _words(name)
    told = _DRAWN.search(name)
    drawn = geometry or (_ENDINGS[told[1].lower()] if told else "")
    if _NOT_IT.search(words):
        return ""
    known = {plain(field) for field in fields}
    found = _by_name(words, known, drawn)
    if found is None:
        return _by_fields(fields, known, drawn)
    # A village table with its people, drawn: the villages.
    if found == POPULATION and drawn == "polygon" and village_fields(fields):
        return AREAS
    if drawn and drawn not in _GEOMETRIES.get(found, ()):
        return ""
    if drawn == "table" and found in _BY_PLACE and fields and not has_place(fields):
        return ""
    return found


def _words(name: str) -> str:
    """Return a name as words: ``palapa:BatasDesa_AR`` is "batas desa ar"."""
    text = re.sub(r"(?<![^\s/\\])[\w.-]+:(?=\w)", "", name)
    text = re.sub(
        r"\.(csv|xlsx?|ods|shp|gpkg|geojson|json|kml|kmz|tab|mif|zip|tiff?)\b", "", text, flags=re.I
    )
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    text = re.sub(r"[^a-z0-9]+", " ", text.lower())
    # "menara2024" and "bts 4g" are two words each; "ln 50k" is BIG's.
    text = re.sub(r"(?<=[a-z]{2})(?=\d)", " ", text)
    return " ".join(text.split()).replace("wi fi", "wifi")


def _by_name(words: str, known: set[str], drawn: str) -> str | None:
    """Return the purpose a name speaks of: '' for something else, None where it says nothing."""
    for told in (_signal, _office, _people, _ground):
        found = told(words, known, drawn)
        if found is not None:
            return found
    return None


def _signal(words: str, known: set[str], drawn: str) -> str | None:
    """Coverage, Wi-Fi and towers: the words of networks go before those of places."""
    if re.search(_COVERAGE_WORD, words):
        return _coverage(words, known)
    if re.search(_WIFI_WORDS, words):
        return WIFI
    if re.search(_HOTSPOT, words):
        return WIFI if known & {"ssid", "bandwidth"} else ""
    if re.search(_MAST, words):
        return "" if _OTHER_TOWER.search(words) or "buffer" in words.split() else SITES
    if re.search(r"\A(cell ?)?sites?\b|\bcell (sites?|towers?)\b", words):
        # A site may be one of anything: alone it is one only by its fields.
        alone = re.fullmatch(r"(cell )?sites?( (19|20)\d\d)?", words)
        return SITES if alone or _mast_fields(known) else ""
    if re.search(r"\b(sinyal|signal)\b", words):
        return COVERAGE if drawn == "polygon" and re.search(r"\b(area|peta)\b", words) else ""
    return None


def _coverage(words: str, known: set[str]) -> str:
    # Without a field that says so, coverage by Wi-Fi would be counted as a mast's.
    if re.search(_WIFI_WORDS, words) and "tier" not in known:
        return ""
    if _OF_SOMETHING.search(words):
        return ""
    fine = re.search(_SIGNAL, words) or re.search(_WIFI_WORDS, words)
    if fine or re.search(_PLAIN_COVERAGE, words) or _coverage_fields(known):
        return COVERAGE
    return ""


def _office(words: str, known: set[str], drawn: str) -> str | None:
    if re.search(_FACILITY, words):
        return "" if re.search(_NOT_WHERE, words) else FACILITIES
    if re.search(_CENTRE, words):
        return "" if re.search(_HIGHER_SEAT, words) else CENTRES
    if re.search(_SETTLED, words):
        return "" if _OF_SOMETHING.search(words) else SETTLEMENTS
    return None


def _people(words: str, known: set[str], drawn: str) -> str | None:
    if re.search(_PEOPLE, words):
        return "" if _OF_SOMETHING.search(words) or "usia" in words.split() else POPULATION
    if drawn == "raster" and re.search(_PEOPLE_RASTER, words):
        return POPULATION
    return None


def _ground(words: str, known: set[str], drawn: str) -> str | None:
    if _OF_SOMETHING.search(words) or re.search(_SERVED, words):
        return ""
    if re.search(_AREA, words):
        return AREAS
    # "Kecamatan Sungai Raya" is a district; rivers may be those of one.
    if re.search(r"\b(batas|administrasi)\b", words):
        return ""
    if re.search(_RIVER, words) and (drawn == "line" or not re.match(_HIGHER, words)):
        return RIVERS
    return "" if re.search(_HIGHER, words) else None


def _mast_fields(known: set[str]) -> bool:
    """Whether fields speak of masts in two ways at least."""
    kinds = (
        r"tech(nology)?|teknologi|jaringan|radio|rat",
        r"operator(seluler)?|tenant|provider",
        r"azimuth?|beamwidth",
        r"(tinggi|tower|type|tipe|jenis|id|nama|kode)?(menara|tower|bts)(height|id|type|name)?",
        r"(id|nama|kode)?site(id|name|code)?",
        r"mcc|mnc|enodebid|cellid|lac",
    )
    return sum(any(re.fullmatch(kind, field) for field in known) for kind in kinds) >= 2


def _coverage_fields(known: set[str]) -> bool:
    return {"class", "tier"} <= known


def _by_fields(fields: Sequence[str], known: set[str], drawn: str) -> str:
    """Guess by the fields alone, where the name says nothing."""
    if drawn == "polygon":
        if _coverage_fields(known):
            return COVERAGE
        return AREAS if village_fields(fields) else ""
    if drawn == "point" or (drawn == "table" and has_place(fields)):
        if _mast_fields(known):
            return SITES
        if "ssid" in known:
            return WIFI
        return FACILITIES if "npsn" in known else ""
    return ""
