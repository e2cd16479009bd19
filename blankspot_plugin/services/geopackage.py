# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a GeoPackage, read by sqlite3; nothing is ever written to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..core import errors
from .model import LayerInfo

_LAYERS = """
    SELECT c.table_name, c.identifier, c.description, c.last_change, c.data_type,
           c.min_x, c.min_y, c.max_x, c.max_y, {geometry}, s.organization,
           s.organization_coordsys_id, s.definition
    FROM gpkg_contents c {join}
    LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = c.srs_id
    WHERE c.data_type IN ('features', 'attributes') AND c.table_name <> 'layer_styles'
    ORDER BY c.rowid
"""
_WITH_GEOMETRY = {
    "geometry": "g.geometry_type_name",
    "join": "LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name",
}
_WITHOUT = {"geometry": "NULL", "join": ""}
_FAMILIES = {"POINT": "point", "LINESTRING": "line", "CURVE": "line", "POLYGON": "polygon"}


def layers(path: Path, url: str) -> list[LayerInfo]:
    """Return the layers and tables of a GeoPackage in its own order, each with its count.

    Raises
    ------
    NotALayer
        If it is another database.
    AnswerCut
        If it is broken.
    """
    with _opened(path, url) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master").fetchall()}
        if "gpkg_contents" not in tables:
            raise errors.NotALayer(url, "SQLite")
        parts = _WITH_GEOMETRY if "gpkg_geometry_columns" in tables else _WITHOUT
        found = database.execute(_LAYERS.format(**parts)).fetchall()
        return [_info(database, row) for row in found if row[0] in tables]


def count(path: Path, table: str, url: str) -> int:
    """Return the number of rows of a table; raises as :func:`layers` does."""
    with _opened(path, url) as database:
        return _count(database, table)


def copy(path: Path, target: Path, url: str) -> None:
    """Copy a GeoPackage as it stands, with what another program has written to its log."""
    with _opened(path, url) as database, closing(sqlite3.connect(target)) as other:
        database.backup(other)


@contextmanager
def _opened(path: Path, url: str) -> Iterator[sqlite3.Connection]:
    """Open for reading, beside whoever writes; on a medium that can't be written to as well."""
    address = f"file:{quote(path.resolve().as_posix())}"
    try:
        try:
            database = sqlite3.connect(f"{address}?mode=ro", uri=True)
            database.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            # A write-ahead log can't be joined in a folder without the right to write.
            database = sqlite3.connect(f"{address}?immutable=1", uri=True)
        with closing(database):
            yield database
    except sqlite3.DatabaseError as error:
        raise errors.AnswerCut(url, str(error)) from error


def _count(database: sqlite3.Connection, table: str) -> int:
    name = table.replace('"', '""')
    return int(database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])


def _info(database: sqlite3.Connection, row: tuple[Any, ...]) -> LayerInfo:
    name, title, abstract, changed, data, *box, geometry, office, code, definition = row
    known = all(isinstance(edge, (int, float)) for edge in box)
    in_degrees = str(definition or "").lstrip().upper().startswith(("GEOGCS", "GEOGCRS"))
    plain = str(geometry or "").upper().removeprefix("MULTI").removesuffix("M").removesuffix("Z")
    return LayerInfo(
        name=name,
        title=title or "",
        abstract=abstract or "",
        crs=f"{str(office).upper()}:{code}" if isinstance(code, int) and code > 0 else "",
        bounds=(box[0], box[1], box[2], box[3]) if known and in_degrees else None,
        geometry="table" if data == "attributes" else _FAMILIES.get(plain, ""),
        count=_count(database, name),
        updated=str(changed or ""),
    )
