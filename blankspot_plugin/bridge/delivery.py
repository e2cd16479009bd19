# SPDX-License-Identifier: GPL-2.0-or-later
"""Put a staged table where it was asked for, by GDAL, without touching feature by feature."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal, ogr
from qgis.core import QgsProcessingOutputLayerDefinition

from .staging import TABLE
from .tables import table_of


class Place(NamedTuple):
    """A table in a GeoPackage; ``whole``: the file is to hold it and nothing else."""

    path: Path
    table: str
    whole: bool


def geopackage(value: object) -> Place | None:
    """Read what an output parameter was given; None where it is no GeoPackage."""
    if table := table_of(value):
        return Place(Path(table.file), table.name, False)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if isinstance(value, str) and value.lower().endswith(".gpkg"):
        return Place(Path(value), Path(value).stem, True)
    return None


def deliver(staged: Path, place: Place) -> str:
    """Move or copy the staged table to its place and return it as a source of the OGR provider.

    Raises
    ------
    OSError
        If it can't be written; what stood there before stands there still.
    """
    if not place.path.exists() or (place.whole and not _holds_others(place)):
        _settle_journal(place.path)
        _rename(staged, place.table)
        # Beside its place first: from there it takes the place in one step, on any file system.
        beside = place.path.with_name(f".{place.path.name}.part")
        try:
            shutil.move(str(staged), str(beside))
            beside.replace(place.path)
        finally:
            beside.unlink(missing_ok=True)
    else:
        _add(staged, place)
    return f"{place.path}|layername={place.table}"


def _holds_others(place: Place) -> bool:
    """Tell whether the file holds tables besides the one that is asked for: they stay."""
    data = gdal.OpenEx(str(place.path), gdal.OF_VECTOR)
    if data is None:
        return False
    names = {data.GetLayer(at).GetName() for at in range(data.GetLayerCount())}
    return bool(names - {place.table})


def _settle_journal(path: Path) -> None:
    """Bring what lies beside a file in its journal into it, so that a new one finds none.

    A journal of the old file beside a new one makes the new one unreadable, for good.

    Raises
    ------
    OSError
        If another program holds the file open.
    """
    if not Path(f"{path}-wal").exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=1)) as data:
            (mode,) = data.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    if str(mode).lower() == "wal":
        raise OSError("database is locked")


def _rename(path: Path, table: str) -> None:
    data = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    quoted = table.replace('"', '""')
    if table != TABLE:
        # GDAL hears this one itself and renames what belongs to the table too.
        data.ExecuteSQL(f'ALTER TABLE "{TABLE}" RENAME TO "{quoted}"')
    del data


def _add(staged: Path, place: Place) -> None:
    """Add the table to a GeoPackage that others may have open, in one transaction."""
    source = gdal.OpenEx(str(staged), gdal.OF_VECTOR)
    layer: ogr.Layer = source.GetLayerByName(TABLE)
    target = gdal.OpenEx(str(place.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    if target is None:
        raise OSError(gdal.GetLastErrorMsg())
    options = gdal.VectorTranslateOptions(
        layerName=place.table,
        layers=[TABLE],
        accessMode="overwrite",
        # One transaction, so that nobody sees half a table.
        options=["-gt", "unlimited"],
        layerCreationOptions=[
            f"FID={layer.GetFIDColumn()}",
            f"GEOMETRY_NAME={layer.GetGeometryColumn() or 'geom'}",
        ],
    )
    try:
        done = gdal.VectorTranslate(target, source, options=options)
    except RuntimeError as error:
        raise OSError(str(error)) from error
    if not done:
        raise OSError(gdal.GetLastErrorMsg())
