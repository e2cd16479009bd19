# SPDX-License-Identifier: GPL-2.0-or-later
"""Read what a protocol wrote to disk, with GDAL and nothing of ours, and the truth beside it."""

from __future__ import annotations

from dataclasses import dataclass

from osgeo import gdal, ogr, osr

from tests.servers import data

DRIVERS = {"geojson": "GeoJSON", "esrijson": "ESRIJSON", "gml": "GML", "csv": "CSV"}


@dataclass
class Row:
    """A feature: its attributes, and its geometry in degrees, x to the east."""

    values: dict
    shape: ogr.Geometry | None


def rows_of_page(page):
    """Return the features of a page."""
    driver = DRIVERS[page.format]
    source = gdal.OpenEx(str(page.path), gdal.OF_VECTOR, allowed_drivers=[driver])
    assert source is not None, f"{page.path}: {page.path.read_bytes()[:300]!r}"
    found = []
    for layer in (source.GetLayer(i) for i in range(source.GetLayerCount())):
        stated = osr.SpatialReference()
        if page.crs and page.crs != "OGC:CRS84":
            stated = data.srs(int(page.crs.rpartition(":")[2]))
        elif page.crs or layer.GetSpatialRef() is None:
            stated = data.srs(data.WGS_84)
        else:
            stated = layer.GetSpatialRef().Clone()
            stated.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        turned = osr.CoordinateTransformation(stated, data.srs(data.WGS_84))
        for feature in layer:
            shape = feature.GetGeometryRef()
            shape = shape.Clone() if shape is not None else None
            if shape is not None:
                shape.Transform(turned)
            values = {
                layer.GetLayerDefn().GetFieldDefn(i).GetName(): feature.GetField(i)
                for i in range(feature.GetFieldCount())
            }
            # Some servers give an identifier beside the attributes only.
            if "kode" not in values:
                values["kode"] = feature.GetFID()
            found.append(Row(values, shape))
    return found


def truth(geopackage, name):
    """Return the rows of a layer as they were written, by ``kode``."""
    source = ogr.Open(str(geopackage))
    layer = source.GetLayerByName(name)
    epsg = data.LAYERS[name]
    turned = None
    if epsg:
        turned = osr.CoordinateTransformation(data.srs(epsg), data.srs(data.WGS_84))
    rows = {}
    for feature in layer:
        shape = feature.GetGeometryRef()
        shape = shape.Clone() if shape is not None else None
        if shape is not None:
            shape.Transform(turned)
        values = {key: feature.GetField(key) for key in feature.keys()}
        rows[values["kode"]] = Row(values, shape)
    return rows


def box(bounds):
    """Return bounds as a polygon."""
    west, south, east, north = bounds
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    return ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))")
