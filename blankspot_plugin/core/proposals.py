# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposal points: their order, whether they were proposed before, and the forms they go into.

The forms are Indonesian whatever the language of QGIS. None of their columns was checked against
an official form: nobody has published them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .definitions import BLANK
from .errors import BadFormColumn

TEXT, WHOLE, REAL = "text", "whole", "real"

# Name and kind of every column; at most 10 characters, so that a shapefile keeps them.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("rank", WHOLE), ("prop_id", TEXT), ("locality", TEXT),
    ("code", TEXT), ("name", TEXT), ("kec_code", TEXT), ("kec_name", TEXT),
    ("class", TEXT), ("people", REAL), ("pop_basis", TEXT), ("households", REAL),
    ("facilities", WHOLE), ("near_m", REAL), ("near_site", TEXT),
    ("operators", WHOLE), ("op_names", TEXT), ("elev_m", REAL), ("area_km2", REAL),
    ("lon", REAL), ("lat", REAL), ("lon_dms", TEXT), ("lat_dms", TEXT),
    ("land", TEXT), ("power", TEXT), ("proposed", WHOLE), ("prop_m", REAL),
)  # fmt: skip
# What a form may ask for besides: the class in words, and a remark.
CLASS_TEXT, NOTE = "class_text", "note"

SIGNAL, PASTI_BAKTI, OWN = "signal", "pastibakti", "own"
FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    SIGNAL: (
        ("No", "rank"), ("Lokasi", "locality"), ("Desa/Kelurahan", "name"),
        ("Kode desa/kelurahan", "code"), ("Kecamatan", "kec_name"), ("Lintang", "lat"),
        ("Bujur", "lon"), ("Kondisi sinyal", CLASS_TEXT), ("Jumlah penduduk (jiwa)", "people"),
        ("Jumlah KK", "households"), ("Fasilitas umum", "facilities"),
        ("Operator yang menjangkau", "op_names"), ("Jarak menara terdekat (m)", "near_m"),
        ("Keterangan", NOTE),
    ),
    PASTI_BAKTI: (
        ("No", "rank"), ("Lokasi", "locality"), ("Desa/Kelurahan", "name"),
        ("Kode desa/kelurahan", "code"), ("Kecamatan", "kec_name"),
        ("Kode kecamatan", "kec_code"), ("Lintang (DMS)", "lat_dms"),
        ("Bujur (DMS)", "lon_dms"), ("Lintang", "lat"), ("Bujur", "lon"),
        ("Ketinggian (m)", "elev_m"), ("Kondisi sinyal", CLASS_TEXT),
        ("Jumlah penduduk (jiwa)", "people"), ("Jumlah KK", "households"),
        ("Fasilitas umum", "facilities"), ("Jarak menara terdekat (m)", "near_m"),
        ("Lahan 20 x 20 m", "land"), ("Sumber listrik", "power"), ("Keterangan", NOTE),
    ),
    OWN: (
        ("No", "rank"), ("Kode titik usulan", "prop_id"), ("Lokasi", "locality"),
        ("Desa/Kelurahan", "name"), ("Kode desa/kelurahan", "code"), ("Kecamatan", "kec_name"),
        ("Lintang (DMS)", "lat_dms"), ("Bujur (DMS)", "lon_dms"),
        ("Kondisi sinyal", CLASS_TEXT), ("Jumlah penduduk (jiwa)", "people"),
        ("Jumlah KK", "households"), ("Fasilitas umum", "facilities"),
        ("Menara terdekat", "near_site"), ("Jarak menara terdekat (m)", "near_m"),
        ("Keterangan", NOTE),
    ),
}  # fmt: skip
# The mark that goes with every row of a form.
UNCHECKED = ("Catatan", "Kolom belum dicocokkan dengan formulir resmi")

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_UNKNOWN_YEAR = 0


def year_of(cell: object) -> int:
    """Return the year a cell names (2024, ``12/3/2024``, a date), 0 where it names none.

    >>> year_of("usulan 2024")
    2024
    """
    found = _YEAR.search(str(cell))
    return int(found[0]) if found else _UNKNOWN_YEAR


def district_code(code: str) -> str | None:
    """Return the kecamatan of a dotted village code, None where the code has no dots.

    Ten digits without dots may be either of two codings: they are not cut up.
    """
    blocks = code.split(".")
    return ".".join(blocks[:3]) if len(blocks) == 4 else None


def in_order(rows: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """Return points ranked: most people first, then households, then settled area.

    Points that were proposed before come last and have no rank. The rest of the order is by
    code and place: it never hangs on the order of a file.
    """

    def key(row: Mapping[str, object]) -> tuple[object, ...]:
        amounts = (row["people"], row["households"], row["area_km2"])
        most = tuple(-float(amount or 0) for amount in amounts)  # type: ignore[arg-type]
        place = (str(row["code"] or row["name"] or ""), row["lon"], row["lat"])
        return (row["proposed"] is not None, row["class"] != BLANK if not most[0] else 0, *most,
                *place)  # fmt: skip

    ordered = sorted(rows, key=key)
    rank = 0
    counted: dict[str, int] = {}
    for row in ordered:
        home = str(row["code"] or row["name"] or "")
        counted[home] = counted.get(home, 0) + 1
        row["prop_id"] = f"{home}-{counted[home]}".lstrip("-")
        rank += row["proposed"] is None
        row["rank"] = rank if row["proposed"] is None else None
    return ordered


def form_columns(cells: Sequence[object], form: str) -> list[tuple[str, str]]:
    """Return the columns of a form: those of a flat table, else the ones it comes with.

    Parameters
    ----------
    cells
        Heading and field in turn; a row without a heading is passed over.
    form
        One of FORMS.

    Raises
    ------
    BadFormColumn
        For a field there is not, or a heading that stands twice.
    """
    pairs = [
        (str(cells[at] or "").strip(), str(cells[at + 1] or "").strip().lower())
        for at in range(0, len(cells) - 1, 2)
    ]
    columns = [pair for pair in pairs if pair[0]] or list(FORMS[form])
    known = (*(name for name, _ in COLUMNS), CLASS_TEXT, NOTE)
    seen = {UNCHECKED[0].casefold()}
    for heading, field in columns:
        if heading.casefold() in seen:
            raise BadFormColumn(heading, "")
        seen.add(heading.casefold())
        if field and field not in known:
            raise BadFormColumn(heading, field, known)
    return columns


def form_kinds(columns: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return heading and kind of a form's columns, and of the mark behind them."""
    kinds = dict(COLUMNS)
    return [
        *((heading, kinds.get(field, TEXT)) for heading, field in columns),
        (UNCHECKED[0], TEXT),
    ]


def form_row(columns: Sequence[tuple[str, str]], row: Mapping[str, object]) -> list[object]:
    """Return a point as a row of a form; a column without a field stays empty."""
    words = {
        CLASS_TEXT: "Blank spot (tidak terlayani)" if row["class"] == BLANK else "Sinyal lemah",
        NOTE: _note(row["proposed"]),
    }
    cells = {**{name: _rounded(name, cell) for name, cell in row.items()}, **words}
    return [*(cells[field] if field else None for _, field in columns), UNCHECKED[1]]


def _rounded(name: str, cell: object) -> object:
    """Return a figure as a form takes it: whole metres and people, degrees to a decimetre."""
    if not isinstance(cell, float):
        return cell
    return round(cell, {"lon": 6, "lat": 6, "area_km2": 2}.get(name, 0))


def _note(year: object) -> str | None:
    if year is None:
        return None
    return "Sudah diusulkan" if year == _UNKNOWN_YEAR else f"Sudah diusulkan {year}"
