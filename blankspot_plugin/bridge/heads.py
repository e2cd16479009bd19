# SPDX-License-Identifier: GPL-2.0-or-later
"""Where does a sheet begin? Offices write a title above its head, and heads of two rows.

A reader takes the first row for the head. Where that leaves most columns without a name, the
head is the first row below that names them; where a row of names for those alone follows, it is
the lower half of a head whose cells were merged.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from osgeo import gdal, ogr

from .renaming import free_name
from .settle import quoted
from .staging import TABLE

# What GDAL calls a column without a name: of a CSV, and of a workbook.
_NAMELESS = re.compile(r"field_?[0-9]+\Z", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,\s]*\Z")
# A title may be long; a name that fills a cell is none.
_LOOKED_AT, _LONGEST = 12, 80

Row = tuple[object, ...]


def settle(path: Path) -> int:
    """Name the columns of a staged sheet by its head, if that is not its first row.

    Returns
    -------
    rows
        How many rows under the first were no data and are gone; 0 where all is as it was.
    """
    with closing(sqlite3.connect(path)) as data:
        columns = data.execute(f"PRAGMA table_info({TABLE})").fetchall()
        (key,) = (quoted(name) for _, name, _, _, _, is_key in columns if is_key)
        names = [name for _, name, _, _, _, is_key in columns if not is_key]
        if not any(map(_NAMELESS.match, names)):
            return 0
        wanted = f"SELECT {', '.join(map(quoted, names))} FROM {TABLE} ORDER BY {key}"
        rows = data.execute(f"{wanted} LIMIT {_LOOKED_AT}").fetchall()
    named, taken = _head(names, rows)
    if taken:
        with closing(sqlite3.connect(path)) as data, data:
            data.execute(
                f"DELETE FROM {TABLE} WHERE {key} IN "
                f"(SELECT {key} FROM {TABLE} ORDER BY {key} LIMIT {taken})"
            )
        _rename(path, names, named)
    return taken


def _head(names: list[str], rows: list[Row]) -> tuple[list[str], int]:
    """Return the names of the columns and how many rows they take."""
    named, taken = list(names), 0
    nameless = [bool(_NAMELESS.match(name)) for name in names]
    if sum(nameless) * 2 > len(names):
        for number, row in enumerate(rows):
            if sum(map(_is_name, row)) * 2 > len(names) and all(_is_name(c) for c in row if c):
                named = [str(cell).strip() if cell else "" for cell in row]
                taken = number + 1
                break
        else:
            return names, 0
        nameless = [not name for name in named]
    below = rows[taken] if taken < len(rows) else ()
    if any(nameless) and _is_lower_half(below, nameless):
        named = [str(cell).strip() if cell else name for cell, name in zip(below, named)]
        taken += 1
    return [name or old for name, old in zip(named, names)], taken


def _is_name(cell: object) -> bool:
    text = str(cell or "").strip()
    return isinstance(cell, str) and 0 < len(text) <= _LONGEST and not _NUMBER.match(text)


def _is_lower_half(row: Row, nameless: list[bool]) -> bool:
    """Tell whether a row names what is nameless, and the column where its merged cell begins."""
    meant = [here or after for here, after in zip(nameless, [*nameless[1:], False])]
    return [_is_name(cell) for cell in row] == meant and [bool(cell) for cell in row] == meant


def _rename(path: Path, old: list[str], new: list[str]) -> None:
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = source.GetLayerByName(TABLE)
    taken = {layer.GetFIDColumn().lower(), layer.GetGeometryColumn().lower(), *map(str.lower, old)}
    for before, after in zip(old, new):
        if before == after:
            continue
        name = free_name(" ".join(after.split()), taken)
        taken.add(name.lower())
        index = layer.GetLayerDefn().GetFieldIndex(before)
        layer.AlterFieldDefn(index, ogr.FieldDefn(name), ogr.ALTER_NAME_FLAG)
