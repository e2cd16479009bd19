# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole numbers of JSON that no column of a table holds: they become text.

GDAL takes the largest number there is for each of them, and says nothing. A register's number
of twenty digits is a name, not a quantity: as text nothing of it is lost.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from ..core.errors import AnswerUnreadable

# Parsed, a document takes about ten times its size in memory.
_PARSED_LIMIT = 256 * 2**20
_BLOCK, _OVERLAP = 2**24, 64
_LEAST, _MOST = -(2**63), 2**63 - 1
# As many digits as the first number that is too large.
_DIGITS = 19
_SAME = bytes.maketrans(b"123456789", b"0" * 9)
# Neither a part of a fraction nor, most often, of a text; whoever parses it knows.
_LONG = re.compile(rb"(?<![\d.eE\"])-?\d{%d,}(?![\d.eE\"])" % _DIGITS)


def spell_out(path: Path, url: str) -> None:
    """Rewrite a JSON document, in UTF-8, that holds such numbers.

    Raises
    ------
    AnswerUnreadable
        If it is too large for that.
    """
    if not _may_hold_some(path):
        return
    if path.stat().st_size > _PARSED_LIMIT:
        raise AnswerUnreadable(url, f"> {_MOST}")
    changed = spelt(path.read_bytes())
    if changed is not None:
        path.write_bytes(changed)


def _may_hold_some(path: Path) -> bool:
    tail = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if _suspicious(tail + block):
                return True
            tail = block[-_OVERLAP:]
    return False


def _suspicious(text: bytes) -> bool:
    return b"0" * _DIGITS in text.translate(_SAME) and bool(_LONG.search(text))


def spelt(document: bytes) -> bytes | None:
    """Return a JSON document with its largest whole numbers as text.

    Parameters
    ----------
    document
        In UTF-8.

    Returns
    -------
    document
        None where there are none, or where it is no JSON.
    """
    if not _suspicious(document):
        return None
    changed = False

    def number(text: str) -> int | str:
        nonlocal changed
        # Python itself refuses to read thousands of digits.
        fits = len(text) < _DIGITS or (len(text) <= _DIGITS + 1 and _LEAST <= int(text) <= _MOST)
        changed |= not fits
        return int(text) if fits else text

    try:
        told = json.loads(document, parse_int=number)
    except (ValueError, RecursionError):
        return None
    return json.dumps(told, ensure_ascii=False).encode() if changed else None
