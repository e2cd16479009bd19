# SPDX-License-Identifier: GPL-2.0-or-later
"""What the servers serve: a GeoPackage made at test time, and its layers in other shapes.

GDAL alone, no QGIS. The layers hold what real ones do: umlauts and Indonesian names, numbers of
both kinds, dates, empty cells, codes with dots, holes, many parts, three CRSs, no geometry.
"""

from __future__ import annotations

import json
from pathlib import Path

from osgeo import gdal, ogr, osr

# Somewhere in Paser, where no swap of axes can go unnoticed: 116 is no latitude.
WEST, SOUTH, EAST, NORTH = 115.4, -2.4, 116.6, -1.0
UTM_50S, SRGI_50S, WGS_84 = 32750, 9490, 4326
# The layers by name, with their CRS; a table has none.
LAYERS = {"menara": WGS_84, "desa": UTM_50S, "wifi": SRGI_50S, "kecamatan": WGS_84, "penduduk": 0}
PLACES = ("Tanah Grogot", "Long Ikis", "Kerang Dayo", "Batu Sopang", "Süd-Köln", "Muara Koman’s")
OPERATORS = ("Telkomsel", "Indosat", "XL", None)
POINTS, WIFI, DESA, KECAMATAN = 1234, 40, 144, 10
# Tests that filter ask for this: about a twelfth of the whole.
PART = (115.8, -1.9, 116.15, -1.45)


def srs(epsg: int) -> osr.SpatialReference:
    """Return a CRS whose x is to the east."""
    made = osr.SpatialReference()
    made.ImportFromEPSG(epsg)
    made.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return made


def make_geopackage(path: Path, points: int = POINTS) -> Path:
    """Write the layers; ``points`` is the number of masts, the other layers are small."""
    ogr.UseExceptions()
    gdal.UseExceptions()
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    _masts(file, points)
    _squares(file, "desa", DESA)
    _wifi(file)
    _squares(file, "kecamatan", KECAMATAN)
    _people(file)
    # Closed by being let go of, in every version of GDAL.
    del file
    return path


def _layer(file, name, kind, fields):
    epsg = LAYERS[name]
    made = file.CreateLayer(name, srs(epsg) if epsg else None, kind)
    for field, of in fields.items():
        made.CreateField(ogr.FieldDefn(field, of))
    return made


def _add(layer, number, wkb, values):
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetFID(number)
    if wkb is not None:
        feature.SetGeometryDirectly(wkb)
    for name, value in values.items():
        if value is None:
            feature.SetFieldNull(name)
        else:
            feature.SetField(name, value)
    layer.CreateFeature(feature)


def _spot(number):
    """Return where the n-th point lies: spread evenly, no two alike, none on a line of degrees."""
    x = WEST + (number * 0.618033988749895 % 1) * (EAST - WEST)
    y = SOUTH + (number * 0.414213562373095 % 1) * (NORTH - SOUTH)
    return round(x, 7), round(y, 7)


def _point(x, y):
    made = ogr.Geometry(ogr.wkbPoint)
    made.AddPoint_2D(x, y)
    return made


def _masts(file, points):
    fields = {
        "kode": ogr.OFTInteger, "nama": ogr.OFTString, "operator": ogr.OFTString,
        "tinggi_m": ogr.OFTReal, "tahun": ogr.OFTInteger, "tanggal": ogr.OFTDate,
    }  # fmt: skip
    layer = _layer(file, "menara", ogr.wkbPoint, fields)
    layer.StartTransaction()
    for number in range(1, points + 1):
        values = {
            "kode": number,
            "nama": f"{PLACES[number % len(PLACES)]} {number}",
            "operator": OPERATORS[number % len(OPERATORS)],
            # Whole and broken numbers in one column, and none.
            "tinggi_m": None if number % 11 == 0 else number % 60 + (number % 2) / 2,
            "tahun": None if number % 7 == 0 else 2000 + number % 25,
            "tanggal": None if number % 5 == 0 else f"20{number % 25:02}-0{number % 9 + 1}-15",
        }
        _add(layer, number, _point(*_spot(number)), values)
    layer.CommitTransaction()


def _wifi(file):
    layer = _layer(file, "wifi", ogr.wkbPoint, {"kode": ogr.OFTInteger, "nama": ogr.OFTString})
    turned = osr.CoordinateTransformation(srs(WGS_84), srs(SRGI_50S))
    for number in range(1, WIFI + 1):
        point = _point(*_spot(number))
        point.Transform(turned)
        _add(layer, number, point, {"kode": number, "nama": f"Balai Desa {number}"})


def _squares(file, name, count):
    """Write squares, every third with a hole, every fourth with a second part."""
    fields = {"kode": ogr.OFTInteger, "kd": ogr.OFTString, "nama": ogr.OFTString}
    layer = _layer(file, name, ogr.wkbMultiPolygon, fields)
    turned = osr.CoordinateTransformation(srs(WGS_84), srs(LAYERS[name]))
    columns = 12 if count > 12 else 5
    step = (EAST - WEST) / columns
    for number in range(1, count + 1):
        x = WEST + (number - 1) % columns * step
        y = SOUTH + (number - 1) // columns * step
        rings = [_ring(x, y, step * 0.9)]
        if number % 3 == 0:
            rings.append(_ring(x + step * 0.3, y + step * 0.3, step * 0.2))
        parts = [f"({','.join(rings)})"]
        if number % 4 == 0:
            parts.append(f"({_ring(x + step * 0.92, y, step * 0.05)})")
        shape = ogr.CreateGeometryFromWkt(f"MULTIPOLYGON({','.join(parts)})")
        shape.Transform(turned)
        nama = None if number % 13 == 0 else f"{PLACES[number % len(PLACES)]} {number}"
        _add(
            layer, number, shape, {"kode": number, "kd": f"64.01.01.{2000 + number}", "nama": nama}
        )


def _ring(x, y, side):
    corners = ((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))
    return "(" + ",".join(f"{a:.7f} {b:.7f}" for a, b in corners) + ")"


def _people(file):
    fields = {"kode": ogr.OFTInteger, "kd": ogr.OFTString, "jiwa": ogr.OFTInteger}
    layer = _layer(file, "penduduk", ogr.wkbNone, fields)
    for number in range(1, 61):
        people = None if number % 10 == 0 else number * 37
        values = {"kode": number, "kd": f"64.01.01.{2000 + number}", "jiwa": people}
        _add(layer, number, None, values)


def make_geojson(geopackage: Path, folder: Path) -> Path:
    """Write every layer that has geometry as GeoJSON in degrees, as Koop reads it."""
    folder.mkdir()
    for name in (name for name, epsg in LAYERS.items() if epsg):
        path = folder / f"{name}.geojson"
        options = {"format": "GeoJSON", "layers": [name], "dstSRS": "EPSG:4326"}
        options["layerCreationOptions"] = ["RFC7946=YES", "WRITE_NAME=NO"]
        gdal.VectorTranslate(str(path), str(geopackage), **options)
        collection = json.loads(path.read_text(encoding="utf-8"))
        for feature in collection["features"]:
            feature["properties"]["kode"] = int(feature["properties"]["kode"])
        collection["metadata"] = {"name": name, "idField": "kode", "maxRecordCount": 2000}
        path.write_text(json.dumps(collection), encoding="utf-8")
    return folder


def make_degrees(geopackage: Path, path: Path) -> Path:
    """Write the layers that have geometry as a GeoPackage in degrees."""
    for name in (name for name, epsg in LAYERS.items() if epsg):
        mode = {"accessMode": "update"} if path.exists() else {}
        options = {"format": "GPKG", "layers": [name], "dstSRS": "EPSG:4326", **mode}
        gdal.VectorTranslate(str(path), str(geopackage), **options)
    return path
