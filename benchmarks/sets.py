# SPDX-License-Identifier: GPL-2.0-or-later
"""The sets measured: sites and villages in a GeoPackage each, seeded, made once.

``sets.py 1k 10k`` makes sets in ``benchmarks/work`` and prints where they lie, ``--sizes``
prints how large all are. EPSG:32750; density stays the same from
1k to 100k, while the dense sets crowd as many into the region of the smallest.
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr
from tessellation import tessellate
from towers import place

WORK = Path(__file__).resolve().parent / "work"
# Raise it when a change here makes other sets: what is cached is then made again.
EDITION = 1
_SEED = 20240817
_REGION_M2 = 150_000.0 * 120_000.0
_CENTRE = (500_000.0, 9_800_000.0)
_TOWNS = 1 / 6  # a village

gdal.UseExceptions()


@dataclass(frozen=True)
class Set:
    """How many sites and villages, on how much land."""

    sites: int
    villages: int
    region_m2: float


SETS = {
    "1k": Set(1_000, 144, _REGION_M2),
    "10k": Set(10_000, 1_000, _REGION_M2 * 1_000 / 144),
    "100k": Set(100_000, 10_000, _REGION_M2 * 10_000 / 144),
    "d10k": Set(10_000, 1_000, _REGION_M2),
    "d100k": Set(100_000, 10_000, _REGION_M2),
}


def path(name: str) -> Path:
    """Return where a set lies: tables ``sites`` and ``villages``."""
    return WORK / f"set-{name}-v{EDITION}.gpkg"


def make(name: str) -> None:
    """Make a set unless it is there."""
    target = path(name)
    if target.exists():
        return
    what = SETS[name]
    villages = tessellate(what.villages, what.region_m2 / what.villages, _SEED)
    towns = max(8, round(what.villages * _TOWNS))
    sites = place(what.sites, towns, villages.width, villages.height, _SEED + 1)
    xy = sites.xy + _CENTRE
    WORK.mkdir(exist_ok=True)
    part = target.with_name(f"part-{target.name}")
    part.unlink(missing_ok=True)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32750)
    driver = ogr.GetDriverByName("GPKG")
    data = driver.CreateDataSource(str(part))
    _write_sites(data, crs, xy, sites.radius)
    _write_villages(data, crs, villages.rings + _CENTRE)
    data = None
    part.replace(target)


def _write_sites(
    data: ogr.DataSource, crs: osr.SpatialReference, xy: np.ndarray, radius: np.ndarray
) -> None:
    layer = data.CreateLayer("sites", crs, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("radius", ogr.OFTReal))
    # What the radius is on the map: other recipes have no notion of the scale.
    layer.CreateField(ogr.FieldDefn("map_radius", ogr.OFTReal))
    scaled = radius * _scale(xy)

    def fill(feature: ogr.Feature, index: int) -> bytes:
        feature.SetField(0, float(radius[index]))
        feature.SetField(1, float(scaled[index]))
        return struct.pack("<BIdd", 1, ogr.wkbPoint, *xy[index])

    _fill(layer, len(xy), fill)


def _write_villages(data: ogr.DataSource, crs: osr.SpatialReference, rings: np.ndarray) -> None:
    layer = data.CreateLayer("villages", crs, ogr.wkbPolygon)
    for field in ("code", "name"):
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    head = struct.pack("<BIII", 1, ogr.wkbPolygon, 1, rings.shape[1])

    def fill(feature: ogr.Feature, index: int) -> bytes:
        feature.SetField(0, f"99.{index // 1000:02d}.{index % 1000:03d}")
        feature.SetField(1, f"Desa {index + 1}")
        return head + np.ascontiguousarray(rings[index], dtype="<f8").tobytes()

    _fill(layer, len(rings), fill)


def _fill(layer: ogr.Layer, count: int, fill: Callable[[ogr.Feature, int], bytes]) -> None:
    layer.StartTransaction()
    for index in range(count):
        feature = ogr.Feature(layer.GetLayerDefn())
        wkb = fill(feature, index)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _scale(xy: np.ndarray) -> np.ndarray:
    """Return UTM's scale at points, right to 1e-5 as far as these sets reach."""
    x = (xy[:, 0] - 500_000.0) / 0.9996
    square = (x / 6_357_000.0) ** 2
    scale: np.ndarray = 0.9996 * (1 + square / 2 + square**2 / 24)
    return scale


if __name__ == "__main__":
    if sys.argv[1:] == ["--sizes"]:
        print(json.dumps({name: (what.sites, what.villages) for name, what in SETS.items()}))
    else:
        for wanted in sys.argv[1:]:
            make(wanted)
            print(path(wanted))
