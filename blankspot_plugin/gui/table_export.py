# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of results as text for the clipboard, as CSV, or as a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from qgis.PyQt.QtCore import QLocale, QMimeData

from ..bridge import fields, results
from ..i18n import locale
from .village_table import CODE, STATUS, TEXT, Column

# Columns in the order they are to have, each with the rows wanted.
Cells = Sequence[tuple[Column, Sequence[int]]]

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def mime(cells: Cells) -> QMimeData:
    """Return a table for the clipboard: text with tabs, and a table whose codes stay text."""
    lines = list(_lines(cells, _text))
    made = QMimeData()
    made.setText("\n".join("\t".join(map(_one_line, line)) for line in lines) + "\n")
    made.setHtml(_html(cells, lines))
    return made


def write(path: Path, title: str, cells: Cells) -> None:
    """Write a table as XLSX, or as CSV with semicolons by any other name.

    Raises
    ------
    OSError
        If it can't be written.
    """
    if path.suffix.lower() == ".xlsx":
        columns = [(column.title, _kind(column)) for column, _ in cells]
        results.write_sheet(path, title, columns, list(_lines(cells, _value))[1:])
        return
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(_lines(cells, _text))
    # Whole or not at all: written beside its place and then moved there. With the mark that
    # tells Excel that it is UTF-8.
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _lines(cells: Cells, cell: object) -> Iterator[list[object]]:
    """Yield the headings, then the rows."""
    yield [column.title for column, _ in cells]
    for at in range(len(cells[0][1]) if cells else 0):
        yield [cell(column, rows[at]) for column, rows in cells]  # type: ignore[operator]


def _kind(column: Column) -> str:
    if column.kind in (TEXT, CODE, STATUS):
        return fields.TEXT
    return fields.REAL if column.decimals else fields.WHOLE


def _value(column: Column, row: int) -> object:
    """Return a cell as a spreadsheet is to hold it."""
    if _kind(column) == fields.TEXT:
        return column.text(row) or None
    cell = column.cells[row]
    if cell is None:
        return None
    number = float(cell)  # type: ignore[arg-type]
    return round(number, column.decimals) if column.decimals else round(number)


def _text(column: Column, row: int) -> str:
    """Return a cell as text that a spreadsheet of this language reads back."""
    value = _value(column, row)
    if value is None:
        return ""
    if isinstance(value, str):
        # A name that begins like a formula must not be run as one.
        return f"'{value}" if value.startswith(_FORMULA) and len(value) > 1 else value
    plain = locale()
    plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return str(plain.toString(float(value), "f", column.decimals))  # type: ignore[arg-type]


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def _html(cells: Cells, lines: Sequence[Sequence[object]]) -> str:
    # The style is Excel's own word for a cell of text: 0901 stays 0901.
    as_text = [
        " style=\"mso-number-format:'\\@'\"" if _kind(column) == fields.TEXT else ""
        for column, _ in cells
    ]
    head, *body = lines
    made = ["<tr>" + "".join(f"<th>{escape(str(cell))}</th>" for cell in head) + "</tr>"]
    for line in body:
        row = (f"<td{style}>{escape(str(cell))}</td>" for style, cell in zip(as_text, line))
        made.append("<tr>" + "".join(row) + "</tr>")
    return '<meta charset="utf-8"><table>' + "".join(made) + "</table>"
