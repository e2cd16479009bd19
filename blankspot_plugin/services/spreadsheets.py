# SPDX-License-Identifier: GPL-2.0-or-later
"""The sheets of a workbook: XLSX and ODS are zips of XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ..core import errors
from . import unzip, xml_stream

_WORKBOOK_LIMIT = 16 * 2**20


def sheets(path: Path, kind: str, url: str) -> list[str]:
    """Return the names of the sheets a person sees, in their order.

    Raises
    ------
    NotALayer
        If it has none.
    ServiceError
        If it is broken, a bomb, or has a DTD.
    """
    unzip.check(path, url)
    found = list(_xlsx(path, url) if kind == "xlsx" else _ods(path, url))
    if not found:
        raise errors.NotALayer(url, kind.upper())
    return found


def _xlsx(path: Path, url: str) -> Iterator[str]:
    body = unzip.read(path, "xl/workbook.xml", _WORKBOOK_LIMIT, url)
    for event, element in xml_stream.events(io.BytesIO(body), url):
        if event == "end" and element.tag == "sheet":
            if element.get("state", "visible") == "visible" and element.get("name"):
                yield element.get("name", "")


def _ods(path: Path, url: str) -> Iterator[str]:
    """Yield the names of tables; the content may be large, so that it is read as it comes."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as file:
            for event, element in xml_stream.events(file, url):  # type: ignore[arg-type]
                if event == "start" and element.tag == "table":
                    name = element.get("table:name") or element.get("name")
                    if name:
                        yield name
                elif event == "end":
                    element.clear()
    except (zipfile.BadZipFile, KeyError, EOFError, OSError) as error:
        raise errors.AnswerCut(url, str(error)) from error
