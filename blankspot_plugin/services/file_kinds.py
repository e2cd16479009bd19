# SPDX-License-Identifier: GPL-2.0-or-later
"""What kind of file is this? By its first bytes; names and headers lie.

A kind is the ending of a name: ``csv``, ``xlsx``, ``xls``, ``ods``, ``geojson``, ``esrijson``,
``json``, ``kml``, ``kmz``, ``zip``, ``gpkg``, ``shp``, ``tab``, ``mif``.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ..core import errors
from . import answers, tables

_HEAD = 65536
# How portals and servers spell the kinds; what isn't here holds no features we read.
_WORDS = {
    "csv": "csv", "tsv": "csv", "txt": "csv", "text/csv": "csv", "application/csv": "csv",
    "text/tab-separated-values": "csv", "comma separated values": "csv",
    "xlsx": "xlsx", "xlsm": "xlsx", "excel": "xlsx", "ms excel": "xlsx", "microsoft excel": "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "xls": "xls", "application/vnd.ms-excel": "xls", "application/excel": "xls",
    "ods": "ods", "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "geojson": "geojson", "application/geo+json": "geojson",
    "application/vnd.geo+json": "geojson", "geo json": "geojson",
    "kml": "kml", "application/vnd.google-earth.kml+xml": "kml",
    "kmz": "kmz", "application/vnd.google-earth.kmz": "kmz",
    "shp": "zip", "shapefile": "zip", "esri shapefile": "zip", "zip": "zip",
    "application/zip": "zip", "application/x-zip-compressed": "zip",
    "tab": "tab", "mapinfo": "tab", "mapinfo tab": "tab", "mif": "mif", "mapinfo mif": "mif",
    "gpkg": "gpkg", "geopackage": "gpkg", "ogc geopackage": "gpkg",
    "application/geopackage+sqlite3": "gpkg",
}  # fmt: skip
_MAGIC = (
    (b"SQLite format 3\x00", "gpkg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    (b"\x00\x00\x27\x0a", "shp"),
)
# Told by name in the refusal, so that the officer sees what was picked.
_REFUSED = (
    (b"%PDF", "PDF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"{\\rtf", "RTF"),
)
_MIF = re.compile(r"\AVersion\s+\d+\s*[\r\n]+\s*(Charset|Delimiter|CoordSys|Columns)\b", re.I)
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def by_word(*words: str) -> str:
    """Return the kind that a format, a media type or a name's ending stands for; '' for none.

    ``.csv``, ``text/csv; charset=utf-8``, ``SHP (ZIP)`` and ``GEOJSON`` are understood.
    """
    for word in words:
        plain = word.split(";", 1)[0].strip().lower().lstrip(".").replace("_", " ")
        parts = re.split(r"[^a-z0-9]+", plain)
        kinds = [_WORDS[part] for part in parts if part in _WORDS and "/" not in plain]
        found = _WORDS.get(plain) or ("zip" if "zip" in kinds else next(iter(kinds), ""))
        if found:
            return found
    return ""


def by_name(address: str) -> str:
    """Return the kind that the ending of an address or a file name stands for; '' for none."""
    ending = PurePosixPath(re.split(r"[?#]", address, maxsplit=1)[0]).suffix.lower()
    if ending in (".shp", ".json"):
        return ending[1:]
    return _WORDS.get(ending[1:], "")


def by_content(path: Path, url: str) -> str:
    """Return the kind of a file by its bytes.

    Raises
    ------
    NotALayer
        If it is of a kind that holds no features, such as PDF.
    NotTheProtocol
        If it is a page for people, or nothing known.
    AnswerCut
        If it is empty, or a broken zip.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise errors.AnswerCut(url, "0")
    for mark, kind in _REFUSED:
        if head.startswith(mark):
            raise errors.NotALayer(url, kind)
    for mark, kind in _MAGIC:
        if head.startswith(mark):
            if kind == "xls" and _PROTECTED in path.read_bytes():
                raise errors.NotALayer(url, "XLSX, password")
            return kind
    if head.startswith(b"PK"):
        return _zipped(path, url)
    return _written(head, url)


def _zipped(path: Path, url: str) -> str:
    """Return the kind of a zip: spreadsheets and KMZ are zips too."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise errors.AnswerCut(url, str(error)) from error
    return by_members(names, url)


def by_members(names: Iterable[str], url: str) -> str:
    """Return the kind of a zip by the names in it."""
    plain = {name.replace("\\", "/").lower() for name in names}
    if "xl/workbook.xml" in plain:
        return "xlsx"
    if "xl/workbook.bin" in plain:
        raise errors.NotALayer(url, "XLSB")
    if any(name.startswith("word/") for name in plain):
        raise errors.NotALayer(url, "DOCX")
    if "content.xml" in plain and "meta-inf/manifest.xml" in plain:
        return "ods"
    endings = {PurePosixPath(name).suffix for name in plain}
    others = {".shp", ".tab", ".mif", ".gpkg", ".geojson", ".csv", ".xlsx", ".ods"}
    return "kmz" if ".kml" in endings and not endings & others else "zip"


def _written(head: bytes, url: str) -> str:
    """Return the kind of a text."""
    text = answers.text_of(_untorn(head)).lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return _marked_up(text, head, url)
    if re.match(r"[{\[]\s*([\"{}\[\]]|\Z)", text):
        return "json"
    if text.lower().startswith("!table"):
        return "tab"
    if _MIF.match(text):
        return "mif"
    if text.count("\0") > len(text) // 10 and not tables.two_bytes(head):
        raise errors.NotTheProtocol(url, repr(head[:20]))
    return "csv"


def _marked_up(text: str, head: bytes, url: str) -> str:
    root = re.search(r"<([A-Za-z][\w:.-]*)", text)
    name = root.group(1).split(":")[-1].lower() if root else ""
    if name == "kml":
        return "kml"
    raise errors.NotTheProtocol(url, answers.said(head) or f"<{name}>")


def _untorn(head: bytes) -> bytes:
    """Return bytes that don't end within a letter of UTF-8."""
    return head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1 or len(head)]
