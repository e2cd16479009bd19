# SPDX-License-Identifier: GPL-2.0-or-later
"""The attributes inside the description of a placemark, which is a page of HTML.

ArcGIS writes a table in a table: the name above, rows of two cells below. People and Google
write ``<b>Tinggi</b>: 42 m<br>`` or ``Tinggi: 42 m<br>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Optional

Pairs = list[tuple[str, Optional[str]]]

_BREAKS = {"br", "p", "div", "li", "tr", "hr", "h1", "h2", "h3", "h4", "table", "ul"}
_SILENT = {"script", "style", "head", "title"}
_BOLD, _PLAIN = "\x02", "\x03"
# A key has a letter: "08:30 - 16:00" is no attribute.
_LINE = re.compile(r"\A(?=[^:=]*[^\W\d_])([^:=]{1,60}?)\s*[:=]\s*(.*)\Z", re.S)
_BOLD_LINE = re.compile(
    rf"\A{_BOLD}([^{_PLAIN}]+?)\s*:?\s*{_PLAIN}\s*[:=]?\s*(.*)\Z",
    re.S,
)
_NOT_KEYS = {"http", "https", "mailto", "ftp"}
_NULLS = {"<null>", "&lt;null&gt;"}


@dataclass
class _Row:
    cells: list[str] = field(default_factory=list)
    heads: int = 0


class _Reader(HTMLParser):
    """Collects the rows of all tables, and the text outside them line by line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[_Row]] = []
        self.text: list[str] = []
        # A cell that holds a table has no text of its own: each table open has its own cell.
        self._open: list[tuple[list[_Row], list[str]]] = []
        self._in_cell: list[bool] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            table: list[_Row] = []
            self.tables.append(table)
            self._open.append((table, []))
            self._in_cell.append(False)
        elif tag == "tr" and self._open:
            self._close_cell()
            self._open[-1][0].append(_Row())
        elif tag in ("td", "th") and self._open:
            self._close_cell()
            self._in_cell[-1] = True
            if not self._open[-1][0]:
                self._open[-1][0].append(_Row())
            self._open[-1][0][-1].heads += tag == "th"
        elif tag in ("b", "strong"):
            self._write(_BOLD)
        if tag in _BREAKS:
            self._write("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr") and self._open:
            self._close_cell()
        elif tag == "table" and self._open:
            self._close_cell()
            self._open.pop()
            self._in_cell.pop()
        elif tag in ("b", "strong"):
            self._write(_PLAIN)
        elif tag in _BREAKS:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._write(data.replace(_BOLD, "").replace(_PLAIN, ""))

    def _write(self, text: str) -> None:
        if not self._open:
            self.text.append(text)
        elif self._in_cell[-1]:
            self._open[-1][1].append(text)

    def _close_cell(self) -> None:
        table, parts = self._open[-1]
        if self._in_cell[-1] and table:
            table[-1].cells.append(_tidy("".join(parts)))
        parts.clear()
        self._in_cell[-1] = False


def unfold(description: str) -> tuple[Pairs, str]:
    """Return the attributes in a description, and what text is left beside them.

    Returns
    -------
    pairs
        Keys and values in their order; a value ArcGIS wrote as ``<Null>`` is None.
    rest
        Text that is no attribute, without tags; '' if all was unfolded.
    """
    if "<" not in description and "&" not in description and ":" not in description:
        return [], description.strip()
    reader = _Reader()
    # Some write the HTML escaped twice.
    html = description
    if re.search(r"&lt;\s*(table|tr|td|b|br)\b", html, re.I) and "<td" not in html.lower():
        html = html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    reader.feed(html)
    reader.close()
    pairs: Pairs = []
    rest: list[str] = []
    for table in reader.tables:
        found, left = _from_table(table)
        pairs += found
        rest += left
    found, left = _from_lines("".join(reader.text))
    return pairs + found, "\n".join(rest + left)


def _from_table(rows: list[_Row]) -> tuple[Pairs, list[str]]:
    """Return the attributes of a table and the text of the rows that hold none."""
    filled = [row for row in rows if any(row.cells)]
    if len(filled) == 2 and _names_above(*filled):
        values = (_value(cell) for cell in filled[1].cells)
        return list(zip(filled[0].cells, values)), []
    pairs: Pairs = []
    left: list[str] = []
    for row in filled:
        if len(row.cells) == 2:
            pairs.append((row.cells[0].rstrip(" :="), _value(row.cells[1])))
        elif len(row.cells) == 3 and row.cells[1] in (":", "="):
            pairs.append((row.cells[0], _value(row.cells[2])))
        else:
            left.append(" | ".join(filter(None, row.cells)))
    return pairs, list(filter(None, left))


def _names_above(head: _Row, body: _Row) -> bool:
    """Tell a row of names over a row of values from two rows of a name and a value each."""
    wide = len(head.cells)
    return wide == len(body.cells) and (
        (wide > 1 and head.heads == wide and not body.heads)
        or (wide > 2 and ":" not in (head.cells[1], body.cells[1]))
    )


def _from_lines(text: str) -> tuple[Pairs, list[str]]:
    """Return the attributes of lines: of bold keys, or if every line is ``key: value``."""
    lines = [line for line in map(_line, text.split("\n")) if line.strip(_BOLD + _PLAIN)]
    bold = [_BOLD_LINE.match(line) for line in lines]
    if any(bold):
        pairs: Pairs = [(_tidy(m.group(1)), _value(_tidy(m.group(2)))) for m in bold if m]
        return pairs, [_tidy(line) for line, m in zip(lines, bold) if not m]
    plain = [_LINE.match(line) for line in lines]
    if all(m and m.group(1).casefold() not in _NOT_KEYS for m in plain):
        return [(m.group(1), _value(m.group(2).strip())) for m in plain if m], []
    return [], [_tidy(line) for line in lines]


def _line(text: str) -> str:
    return " ".join(text.split())


def _tidy(text: str) -> str:
    """Return text without marks of ours and without the spaces HTML doesn't show."""
    lines = text.replace(_BOLD, "").replace(_PLAIN, "").split("\n")
    return "\n".join(filter(None, map(_line, lines)))


def _value(text: str) -> str | None:
    return None if text.casefold() in _NULLS else text


def merged(groups: Iterator[tuple[str, str | None]]) -> dict[str, str | None]:
    """Return attributes under names used once each; the same key with another value gets a number.

    A description repeats what ExtendedData holds, and ArcGIS the name: told twice is one. A
    GeoPackage does not tell ``NAME`` from ``name``.
    """
    found: dict[str, str | None] = {}
    taken: dict[str, str | None] = {}
    for number, (key, value) in enumerate(groups, 1):
        name = plain = key.strip() or f"field_{number}"
        again = 2
        while taken.get(name.casefold(), value) != value:
            name = f"{plain}_{again}"
            again += 1
        if name.casefold() not in taken:
            found[name] = taken[name.casefold()] = value
    return found
