# SPDX-License-Identifier: GPL-2.0-or-later
"""What is a column of text? A number only where nothing is lost by it.

CSV and GML have nothing but text, and a reader that guesses makes 101 of the code 0101. So all
of it is read as text, and only the whole of a column tells what it is.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

from osgeo import gdal, ogr

from .settle import quoted
from .staging import TABLE

# Undeclared, text is a number only where the number, written again, is the same text: 064 and
# 64.10 are codes and stay as they are.
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_REAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z")
# What a service declares to be a number is one however it is written.
_DECLARED = {
    "integer": (re.compile(r"[-+]?[0-9]{1,18}\Z"), ogr.OFTInteger64),
    "real": (re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,3})?\Z"), ogr.OFTReal),
    "boolean": (re.compile(r"(true|false|0|1)\Z"), ogr.OFTInteger),
}
# Type and subtype of a column, as OGR has them.
Kind = tuple[int, int]


def typed_columns(path: Path, declared: Mapping[str, str]) -> list[str]:
    """Turn columns of text that hold nothing but numbers into numbers; return them.

    Parameters
    ----------
    path
        Of a closed staging.
    declared
        What the service says its columns are: ``integer``, ``real`` or ``boolean``.
    """
    turned = {}
    with closing(sqlite3.connect(path)) as data:
        for _, name, kind, *_ in data.execute(f"PRAGMA table_info({TABLE})").fetchall():
            if kind.startswith("TEXT"):
                wanted = f"SELECT {quoted(name)} FROM {TABLE} WHERE {quoted(name)} != ''"
                found = None
                for rule in _rules(declared.get(name)):
                    # A cursor that is not closed keeps the file locked.
                    with closing(data.execute(wanted)) as cells:
                        found = found or rule(cell for (cell,) in cells)
                if found is not None:
                    turned[name] = found
    if turned:
        _declare(path, turned)
        _cast(path, turned)
    return list(turned)


def _rules(declared: str | None) -> Iterator[Callable[[Iterable[str]], Kind | None]]:
    """Yield what tells the type of cells, None for text or no cell at all."""
    if declared:
        yield partial(_as_declared, declared)
    yield _as_written


def _as_declared(declared: str, cells: Iterable[str]) -> Kind | None:
    pattern, kind = _DECLARED[declared]
    found = None
    for cell in cells:
        if not pattern.match(cell):
            return None
        found = (kind, ogr.OFSTBoolean if declared == "boolean" else ogr.OFSTNone)
    return found


def _as_written(cells: Iterable[str]) -> Kind | None:
    kind = None
    for cell in cells:
        if _WHOLE.match(cell) and cell != "-0":
            kind = ogr.OFTInteger64 if kind is None else kind
        elif _REAL.match(cell) and repr(float(cell)) == cell:
            kind = ogr.OFTReal
        else:
            return None
    return None if kind is None else (kind, ogr.OFSTNone)


def _declare(path: Path, turned: Mapping[str, Kind]) -> None:
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = source.GetLayerByName(TABLE)
    for name, (kind, subtype) in turned.items():
        column = ogr.FieldDefn(name, kind)
        column.SetSubType(subtype)
        index = layer.GetLayerDefn().GetFieldIndex(name)
        layer.AlterFieldDefn(index, column, ogr.ALTER_TYPE_FLAG)


def _cast(path: Path, turned: Mapping[str, Kind]) -> None:
    with closing(sqlite3.connect(path)) as data, data:
        for name, (kind, subtype) in turned.items():
            column = quoted(name)
            word = "REAL" if kind == ogr.OFTReal else "INTEGER"
            value = f"CAST(nullif({column}, '') AS {word})"
            if subtype == ogr.OFSTBoolean:
                value = f"CASE WHEN {column} IN ('true', '1') THEN 1 WHEN {column} != '' THEN 0 END"
            data.execute(f"UPDATE {TABLE} SET {column} = {value}")
