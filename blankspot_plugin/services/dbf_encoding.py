# SPDX-License-Identifier: GPL-2.0-or-later
"""In which encoding is the table of a shapefile? Many don't say, and some say what is not so.

It has to be told to GDAL: QGIS has switched GDAL's own look at it off, for its whole process.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

_BLOCK = 2**20
# The byte of dBASE's header that names a code page.
_PAGE = 29
_PAGES = {
    0x01: "CP437", 0x02: "CP850", 0x03: "CP1252", 0x64: "CP852", 0x65: "CP866", 0x6A: "CP737",
    0x78: "CP950", 0x79: "CP949", 0x7A: "CP936", 0x7B: "CP932", 0x7C: "CP874", 0x7D: "CP1255",
    0x7E: "CP1256", 0xC8: "CP1250", 0xC9: "CP1251", 0xCA: "CP1254", 0xCB: "CP1253",
}  # fmt: skip
_UTF8, _WINDOWS = "UTF-8", "CP1252"


def of(table: Path) -> str:
    """Return the encoding of a .dbf, as GDAL names it.

    What its .cpg or its header names is believed, unless it is UTF-8 that the bytes are not.
    Else it is UTF-8 where it is that to the last byte, or what Windows writes here.
    """
    beside = [
        path for path in table.parent.glob(f"{table.stem}.*") if path.suffix.lower() == ".cpg"
    ]
    named = _named(beside[0].read_text("ascii", "replace")) if beside else _of_header(table)
    if named and named != _UTF8:
        return named
    return _UTF8 if _is_utf8(table) else _WINDOWS


def _named(text: str) -> str:
    """Return what a .cpg says: ``UTF-8``, ``1252``, ``ANSI 1252``, ``88591``, ``ISO-8859-1``."""
    plain = text.strip().upper()
    number = re.sub(r"\A(ANSI|OEM|CP|WINDOWS|IBM)[\s-]*", "", plain)
    if plain.replace("-", "") in ("UTF8", "65001"):
        return _UTF8
    if re.fullmatch(r"8859\d{1,2}", number):
        return f"ISO-8859-{number[4:]}"
    return f"CP{number}" if number.isdigit() else plain


def _of_header(table: Path) -> str:
    with table.open("rb") as file:
        head = file.read(_PAGE + 1)
    return _PAGES.get(head[_PAGE], "") if len(head) > _PAGE else ""


def _is_utf8(table: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with table.open("rb") as file:
        # The head is no text: its length stands in it.
        head = file.read(12)
        file.seek(int.from_bytes(head[8:10], "little"))
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            return False
    return True
