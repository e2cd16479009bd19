# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON of large geometries, read in a quarter of the time GDAL takes.

GDAL reads GeoJSON twice, for its columns and for its rows, number by number. Here it is given
what is left without the large geometries, so that columns and their types are its own; the
geometries are read by :mod:`blankspot_plugin.core.wkb` and set beside. Should anything not be
where it must, GDAL reads all of it.
"""

from __future__ import annotations

import uuid
from pathlib import Path

from osgeo import gdal, ogr

from ..core import wkb
from ..services import large_shapes, whole_numbers

# All of it is held in memory, unlike what GDAL reads from a file.
_LIMIT = 256 * 2**20


def dataset(path: Path, options: list[str]) -> gdal.Dataset | None:
    """Return a document in GeoJSON as GDAL would read it.

    Parameters
    ----------
    path
        Of the document, in UTF-8.
    options
        GDAL's, for opening it.

    Returns
    -------
    dataset
        In memory; None where GDAL is to read it.
    """
    if path.stat().st_size > _LIMIT:
        return None
    with large_shapes.mapped(path) as document:
        shapes = large_shapes.found(document)
        if not shapes:
            return None
        left = large_shapes.without(document, shapes)
        left = whole_numbers.spelt(left) or left
        read = (wkb.from_coordinates(each.kind, document[each.coordinates]) for each in shapes)
        geometries = [each for each in read if each is not None]
    if len(geometries) < len(shapes):
        return None
    return _together(path.name, left, geometries, options)


def _together(
    name: str, left: bytes, geometries: list[bytes], options: list[str]
) -> gdal.Dataset | None:
    # GDAL calls a layer that has no name like its file.
    name = f"/vsimem/{uuid.uuid4().hex}/{name}"
    gdal.FileFromMemBuffer(name, left)
    try:
        source = gdal.OpenEx(
            name, gdal.OF_VECTOR, allowed_drivers=["GeoJSON"], open_options=options
        )
        return None if source is None else _merged(source.GetLayer(0), geometries)
    except RuntimeError:
        # Some plugins switch GDAL's exceptions on, for everybody.
        return None
    finally:
        gdal.Unlink(name)


def _merged(layer: ogr.Layer, geometries: list[bytes]) -> gdal.Dataset | None:
    """Return a layer with the geometries in the place of their numbers, None if one is left."""
    # Newer versions of GDAL know one driver for all that is in memory.
    driver = gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")
    made = driver.Create("", 0, 0, 0, gdal.GDT_Unknown)
    table = made.CreateLayer(layer.GetName(), layer.GetSpatialRef(), ogr.wkbUnknown)
    definition = layer.GetLayerDefn()
    for at in range(definition.GetFieldCount()):
        table.CreateField(definition.GetFieldDefn(at))
    missing = set(range(len(geometries)))
    for feature in layer:
        row = ogr.Feature(table.GetLayerDefn())
        row.SetFrom(feature)
        row.SetFID(feature.GetFID())
        number = _number(feature)
        if number is not None:
            if number not in missing:
                return None
            missing.remove(number)
            row.SetGeometryDirectly(ogr.CreateGeometryFromWkb(geometries[number]))
        table.CreateFeature(row)
    return None if missing else made


def _number(feature: ogr.Feature) -> int | None:
    shape = feature.GetGeometryRef()
    if shape is None or ogr.GT_Flatten(shape.GetGeometryType()) != ogr.wkbPoint:
        return None
    return int(shape.GetX()) if shape.GetY() == large_shapes.NOWHERE else None
