# SPDX-License-Identifier: GPL-2.0-or-later
"""Settle what only the whole of a pull can tell: geometry type, types of columns, digest.

Each function works on the closed GeoPackage of a :class:`~.staging.Staging`.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from osgeo import gdal, ogr

from .staging import GEOMETRY, TABLE

# Text becomes a number only where the number, written again, is the same text: 064 and 64.10
# are codes and stay as they are.
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_REAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z")
# What GeoServer calls the features of a table without a key: another name at each request.
_RANDOM_ID = re.compile(r".*\bfid-+[0-9a-f]+[_-]", re.IGNORECASE)
# The head of a GeoPackage's geometry is 8 bytes and a box of this many, by its flags.
_BOXES = (0, 32, 48, 48, 64)


def geometry_type(path: Path) -> str:
    """Declare the one type of geometry that the table holds and index it; return its name.

    Single and multiple points mixed become multiple. ``GEOMETRY`` is returned where points,
    lines and areas stand in one table; '' for a table without geometry.
    """
    found = _types(path)
    if found is None:
        return ""
    if found == {"POINT", "MULTIPOINT"}:
        again(path, geometryType="PROMOTE_TO_MULTI")
        found = {"MULTIPOINT"}
    name = found.pop() if len(found) == 1 else "GEOMETRY"
    with closing(sqlite3.connect(path)) as data, data:
        data.execute("UPDATE gpkg_geometry_columns SET geometry_type_name = ?", (name,))
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    if not source.GetLayerByName(TABLE).TestCapability("FastSpatialFilter"):
        source.ExecuteSQL(f"SELECT CreateSpatialIndex('{TABLE}', '{GEOMETRY}')")
    return name


def is_mixed(path: Path) -> bool:
    """Tell whether the table holds points, lines or areas together."""
    return len(_types(path) or ()) > 1


def _types(path: Path) -> set[str] | None:
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = source.GetLayerByName(TABLE)
    if layer.GetGeomType() == ogr.wkbNone:
        return None
    answer = source.ExecuteSQL(f"SELECT DISTINCT ST_GeometryType({GEOMETRY}) AS kind FROM {TABLE}")
    kinds = {row.GetField("kind") for row in answer} - {None}
    source.ReleaseResultSet(answer)
    return kinds


def again(path: Path, **options: object) -> None:
    """Copy the table onto itself with other options of GDAL."""
    fresh = path.with_name(f"{path.stem}-again.gpkg")
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    key = source.GetLayerByName(TABLE).GetFIDColumn()
    del source
    made = gdal.VectorTranslate(
        str(fresh),
        str(path),
        options=gdal.VectorTranslateOptions(
            layerCreationOptions=[f"FID={key}", f"GEOMETRY_NAME={GEOMETRY}", "SPATIAL_INDEX=NO"],
            **options,
        ),
    )
    if made is None:
        raise OSError(gdal.GetLastErrorMsg())
    del made
    fresh.replace(path)


def lost_geometries(path: Path, shapes: int) -> int:
    """Return how many of the geometries that came are not in the table."""
    with closing(sqlite3.connect(path)) as data:
        if not data.execute("SELECT count(*) FROM gpkg_geometry_columns").fetchone()[0]:
            return shapes
        (there,) = data.execute(
            f"SELECT count(*) FROM {TABLE} WHERE {GEOMETRY} IS NOT NULL"
        ).fetchone()
    return max(0, shapes - int(there))


def as_table(path: Path) -> None:
    """Take the column for geometry away where no row has one, and there are rows."""
    if _types(path) == set() and count(path):
        again(path, geometryType="NONE")


def number_columns(path: Path) -> list[str]:
    """Turn columns of text that hold nothing but plain numbers into numbers; return them."""
    turned = {}
    with closing(sqlite3.connect(path)) as data:
        for _, name, kind, *_ in data.execute(f"PRAGMA table_info({TABLE})").fetchall():
            if kind.startswith("TEXT"):
                # A cursor that is not closed keeps the file locked.
                with closing(data.execute(f"SELECT {_quoted(name)} FROM {TABLE}")) as cells:
                    number = _kind(cell for (cell,) in cells if cell is not None)
                if number is not None:
                    turned[name] = number
    if not turned:
        return []
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = source.GetLayerByName(TABLE)
    for name, kind in turned.items():
        index = layer.GetLayerDefn().GetFieldIndex(name)
        layer.AlterFieldDefn(index, ogr.FieldDefn(name, kind), ogr.ALTER_TYPE_FLAG)
    del layer, source
    with closing(sqlite3.connect(path)) as data, data:
        for name, kind in turned.items():
            word = "REAL" if kind == ogr.OFTReal else "INTEGER"
            data.execute(f"UPDATE {TABLE} SET {_quoted(name)} = CAST({_quoted(name)} AS {word})")
    return list(turned)


def _kind(cells: Iterable[str]) -> int | None:
    """Return the type of number all cells are, None if one is none or there is no cell."""
    kind = None
    for cell in cells:
        if _WHOLE.match(cell) and cell != "-0":
            kind = ogr.OFTInteger64 if kind is None else kind
        elif _REAL.match(cell) and repr(float(cell)) == cell:
            kind = ogr.OFTReal
        else:
            return None
    return kind


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def digest(path: Path) -> str:
    """Return a SHA-256 over the features, whatever their order, their pages and their ids.

    Each row is hashed by its columns in alphabetical order and the WKB of its geometry; the
    sorted hashes are hashed again. The key of the table and ids that a server makes up anew at
    each request are left out: the same features give the same digest tomorrow.
    """
    with closing(sqlite3.connect(path)) as data:
        columns = data.execute(f"PRAGMA table_info({TABLE})").fetchall()
        names = sorted(name for _, name, _, _, _, key in columns if not key)
        first = dict.fromkeys(names)
        if "id" in first:
            (first["id"],) = data.execute(f"SELECT max(id) FROM {TABLE}").fetchone()
        if _RANDOM_ID.match(str(first.get("id"))):
            names.remove("id")
        spatial = GEOMETRY in names and bool(
            data.execute("SELECT count(*) FROM gpkg_geometry_columns").fetchone()[0]
        )
        if spatial:
            names.remove(GEOMETRY)
            names.append(GEOMETRY)
        wanted = ", ".join(map(_quoted, names)) or "NULL"
        rows = data.execute(f"SELECT {wanted} FROM {TABLE}")
        hashes = sorted(_hash(row, spatial) for row in rows)
    return hashlib.sha256(b"".join(hashes)).hexdigest()


def _hash(row: tuple[object, ...], spatial: bool) -> bytes:
    if not spatial or not isinstance(row[-1], bytes):
        return hashlib.sha256(repr(row).encode()).digest()
    blob = row[-1]
    made = hashlib.sha256(repr(row[:-1]).encode())
    made.update(blob[8 + _BOXES[(blob[3] >> 1) & 7] :])
    return made.digest()


def count(path: Path) -> int:
    """Return how many rows the table has."""
    with closing(sqlite3.connect(path)) as data:
        (rows,) = data.execute(f"SELECT count(*) FROM {TABLE}").fetchone()
    return int(rows)
