# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns whose names a GeoPackage would take for one: they get names of their own.

To SQLite ``Nama`` and ``nama`` are the same column, and an attribute ``geom`` is the geometry.
GDAL's copy of a whole layer would let one of the two go without a word, so layers that have
such names, which are few, are copied feature by feature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from osgeo import gdal, ogr, osr

from ..core.errors import Cancelled

_AT_ONCE = 200


def names_of(definition: ogr.FeatureDefn, reserved: Iterable[str]) -> list[str]:
    """Return a name for each column of a layer, no two alike, capitals or not.

    Parameters
    ----------
    definition
        Of the layer.
    reserved
        Names no column may have.
    """
    taken = {name.lower() for name in reserved}
    names = []
    for at in range(definition.GetFieldCount()):
        name = stem = definition.GetFieldDefn(at).GetName()
        number = 2
        while name.lower() in taken:
            name, number = f"{stem}_{number}", number + 1
        taken.add(name.lower())
        names.append(name)
    return names


def copy(
    source: ogr.Layer,
    target: ogr.Layer,
    names: list[str],
    turned: osr.CoordinateTransformation | None,
    is_cancelled: Callable[[], bool],
) -> None:
    """Copy the features of a layer under other names.

    Parameters
    ----------
    source, target
        The columns of the names are there in the target.
    names
        Of the source's columns in the target, in their order.
    turned
        From the CRS of the source to that of the target; None where they are the same.
    is_cancelled
        Asked every few features.

    Raises
    ------
    Cancelled
        If the officer stopped the run.
    OSError
        If a feature could not be written.
    """
    target.StartTransaction()
    for number, feature in enumerate(source):
        if number % _AT_ONCE == 0 and is_cancelled():
            target.RollbackTransaction()
            raise Cancelled
        made = ogr.Feature(target.GetLayerDefn())
        shape = feature.GetGeometryRef()
        if shape is not None:
            shape = shape.Clone()
            if turned is not None:
                shape.Transform(turned)
            # As GDAL's copy does: lines and areas become multipart, points stay points.
            if ogr.GT_Flatten(shape.GetGeometryType()) in (ogr.wkbLineString, ogr.wkbPolygon):
                shape = ogr.ForceTo(shape, ogr.GT_GetCollection(shape.GetGeometryType()))
            made.SetGeometryDirectly(shape)
        for at, name in enumerate(names):
            if feature.IsFieldSetAndNotNull(at):
                value = feature.GetField(at)
                made.SetField(name, feature.GetFieldAsString(at) if _is_odd(value) else value)
        if target.CreateFeature(made) != ogr.OGRERR_NONE:
            target.RollbackTransaction()
            raise OSError(gdal.GetLastErrorMsg())
    target.CommitTransaction()


def _is_odd(value: object) -> bool:
    return not isinstance(value, (int, float, str))
