# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing tables and rasters, and a digest of what is in them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr, osr

from sample.grid import Grid
from sample.trace import Polygon

gdal.UseExceptions()
ogr.UseExceptions()
osr.UseExceptions()

GEOPACKAGE = "contoh.gpkg"
RASTERS = ("population.tif", "dem.tif")
STYLE_TABLE = "layer_styles"
STYLES = Path(__file__).resolve().parents[2] / "blankspot_plugin" / "resources" / "styles"
# A fixed time stamp, so that the same features give the same file.
STAMP = "2025-12-31T00:00:00.000Z"
TYPES = {
    "text": ogr.OFTString,
    "integer": ogr.OFTInteger,
    "real": ogr.OFTReal,
    "date": ogr.OFTDate,
}
SHAPES = {
    "point": ogr.wkbPoint,
    "line": ogr.wkbLineString,
    "polygon": ogr.wkbPolygon,
    "multipolygon": ogr.wkbMultiPolygon,
}


def wgs84() -> osr.SpatialReference:
    """Give EPSG:4326 with longitude first."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def _polygon(rings: Polygon) -> ogr.Geometry:
    """Build a polygon, outer ring anticlockwise."""
    geometry = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        line = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring:
            line.AddPoint_2D(x, y)
        geometry.AddGeometry(line)
    return geometry


def geometry_of(shape: str, value: Any) -> ogr.Geometry:
    """Build a geometry of a shape from plain numbers."""
    if shape == "point":
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(*value)
        return point
    if shape == "line":
        line = ogr.Geometry(ogr.wkbLineString)
        for x, y in value:
            line.AddPoint_2D(x, y)
        return line
    if shape == "polygon":
        return _polygon(value)
    multi = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in value:
        multi.AddGeometry(_polygon(rings))
    return multi


def create(folder: Path) -> ogr.DataSource:
    """Create the empty GeoPackage of a folder."""
    gdal.SetConfigOption("OGR_CURRENT_DATE", STAMP)
    path = folder / GEOPACKAGE
    path.unlink(missing_ok=True)
    return ogr.GetDriverByName("GPKG").CreateDataSource(str(path), options=["VERSION=1.2"])


def add_table(
    source: ogr.DataSource,
    name: str,
    title: str,
    shape: str,
    fields: dict[str, str],
    rows: list[tuple[Any, dict[str, Any]]],
) -> None:
    """Write a table.

    Parameters
    ----------
    source : osgeo.ogr.DataSource
        The GeoPackage.
    name, title : str
        Name of the table and its title, which says that the data is fictional.
    shape : str
        A key of SHAPES.
    fields : dict
        Field names and types (keys of TYPES).
    rows : list of tuple
        Geometry as plain numbers, and the fields' values.
    """
    layer = source.CreateLayer(
        name,
        wgs84(),
        SHAPES[shape],
        options=[f"IDENTIFIER={title}", f"DESCRIPTION={title}. Fiktif / fictional data."],
    )
    for field, kind in fields.items():
        layer.CreateField(ogr.FieldDefn(field, TYPES[kind]))
    layer.StartTransaction()
    for value, attributes in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(geometry_of(shape, value))
        for field, content in attributes.items():
            if content is None:
                feature.SetFieldNull(field)
            elif fields[field] == "date":
                feature.SetField(field, *content, 0, 0, 0.0, 0)
            else:
                feature.SetField(field, content)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def add_styles(source: ogr.DataSource, roles: dict[str, str]) -> None:
    """Write the look of each table where QGIS looks for it.

    Parameters
    ----------
    source : osgeo.ogr.DataSource
        The GeoPackage.
    roles : dict
        Tables and the plugin's roles, whose style files are taken.
    """
    layer = source.CreateLayer(
        STYLE_TABLE, None, ogr.wkbNone, options=["FID=id", "DESCRIPTION=Styles for QGIS"]
    )
    wide = ("f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column")
    for name in (*wide, "styleName", "styleQML", "styleSLD"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    flag = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    flag.SetSubType(ogr.OFSTBoolean)
    layer.CreateField(flag)
    for name in ("description", "owner", "ui"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("update_time", ogr.OFTDateTime))
    layer.StartTransaction()
    for table, role in roles.items():
        feature = ogr.Feature(layer.GetLayerDefn())
        for name in (*wide, "styleSLD", "owner"):
            feature.SetField(name, "")
        feature.SetField("f_table_name", table)
        feature.SetField("f_geometry_column", source.GetLayerByName(table).GetGeometryColumn())
        feature.SetField("styleName", role)
        feature.SetField("styleQML", (STYLES / f"{role}.qml").read_text(encoding="utf-8"))
        feature.SetField("useAsDefault", 1)
        feature.SetField("description", f"Blank Spot: {role}")
        feature.SetField("update_time", STAMP)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def tables(source: ogr.DataSource) -> list[str]:
    """List the tables of features, in the order they were written."""
    names = [source.GetLayer(i).GetName() for i in range(source.GetLayerCount())]
    return [name for name in names if name != STYLE_TABLE]


def add_raster(
    path: Path, values: np.ndarray, grid: Grid, nodata: float, title: str, unit: str
) -> None:
    """Write a compressed GeoTIFF with one band."""
    real = values.dtype == np.float32
    path.unlink(missing_ok=True)
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path),
        grid.cols,
        grid.rows,
        1,
        gdal.GDT_Float32 if real else gdal.GDT_Int16,
        options=[
            "COMPRESS=DEFLATE",
            "ZLEVEL=9",
            f"PREDICTOR={1 if real else 2}",
            "TILED=YES",
            "BLOCKXSIZE=256",
            "BLOCKYSIZE=256",
        ],
    )
    raster.SetGeoTransform((grid.west, grid.step, 0.0, grid.north, 0.0, -grid.step))
    raster.SetProjection(wgs84().ExportToWkt())
    raster.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", f"{title}. Fiktif / fictional data.")
    band = raster.GetRasterBand(1)
    band.SetNoDataValue(nodata)
    band.SetDescription(title)
    band.SetUnitType(unit)
    band.WriteArray(values)


def digest(folder: Path) -> str:
    """Hash the features and cells of a sample, whatever the bytes of its files.

    Parameters
    ----------
    folder : pathlib.Path
        Where the files are.

    Returns
    -------
    str
        SHA-256 over tables, fields, values, coordinates (written with 1e-6 degrees) and cells.
    """
    total = hashlib.sha256()
    source = gdal.OpenEx(str(folder / GEOPACKAGE), gdal.OF_VECTOR | gdal.OF_READONLY)
    for name in sorted(tables(source)):
        layer = source.GetLayerByName(name)
        total.update(name.encode())
        definition = layer.GetLayerDefn()
        fields = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
        total.update(json.dumps(fields).encode())
        for feature in layer:
            values = [
                None if feature.IsFieldNull(i) else feature.GetFieldAsString(i)
                for i in range(len(fields))
            ]
            total.update(json.dumps(values).encode())
            total.update(bytes(feature.GetGeometryRef().ExportToIsoWkb(ogr.wkbNDR)))
    for name in RASTERS:
        raster = gdal.Open(str(folder / name))
        total.update(repr([round(v, 9) for v in raster.GetGeoTransform()]).encode())
        total.update(raster.ReadAsArray().tobytes())
    return total.hexdigest()
