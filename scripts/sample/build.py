# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts the sample together and writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import ogr

from sample import store
from sample.grid import DOMAIN, Grid
from sample.model import VILLAGES, Regency
from sample.noise import SEED, fractal, resample
from sample.places import centre_rows, facility_rows, report_rows, wifi_rows
from sample.regency import build_regency
from sample.roads import as_lines, branches
from sample.settlements import (
    POPULATION,
    Settlement,
    build_settlements,
    population_raster,
)
from sample.sites import NEW_YEAR, Site, build_sites, class_at, site_rows
from sample.terrain import Terrain, build_terrain, width_m
from sample.trace import outlines, smooth_corners
from sample.water import River, Water, build_rivers, build_water, water_mask

TITLE = "Kabupaten Contoh (fiktif)"
NOTICE = (
    "Kabupaten Contoh is fictional: places, names, codes (98.xx, 99.xx), people, operators, towers "
    "and terrain are invented by a seeded program and stand for no real regency. "
    "Kabupaten Contoh adalah fiktif: semua tempat, nama, kode, penduduk, operator, menara dan "
    "medan dibuat oleh program dan tidak menggambarkan kabupaten mana pun."
)
DEM = Grid(115.60, -0.93, 1.0 / 1200.0, 1782, 1218)
SITE_FIELDS = {
    "site_id": "text",
    "sector": "integer",
    "technology": "text",
    "operator": "text",
    "owner": "text",
    "height_m": "integer",
    "azimuth": "integer",
    "beamwidth": "integer",
    "year": "integer",
}

# The look each table has when it is opened.
ROLES = {
    "areas": "outline",
    "kecamatan": "kecamatan",
    "regency": "regency",
    "neighbours": "neighbours",
    "sites": "sites",
    "sites_2024": "sites",
    "wifi": "wifi",
    "settlements": "settlements",
    "centres": "centres",
    "rivers": "rivers",
    "water": "water",
    "roads": "roads",
}


def elevation(terrain: Terrain) -> np.ndarray:
    """Sample the heights every 3 arc seconds and roughen the slopes a little."""
    rows = (DOMAIN.north - DEM.lat) / DOMAIN.step - 0.5
    cols = (DEM.lon - DOMAIN.west) / DOMAIN.step - 0.5
    height = resample(terrain.height, rows, cols)
    slope = np.hypot(*np.gradient(height)) / 92.0
    # Ridged noise gives spurs and gullies on slopes; flat land stays flat.
    spurs = 1.0 - 2.0 * np.abs(fractal("dem", DEM.shape, 16.0, 4, 0.55))
    height += spurs * np.clip(130.0 * slope, 0.0, 26.0)
    land = terrain.land[np.ix_(np.round(rows).astype(int), np.round(cols).astype(int))]
    return np.where(land, np.maximum(np.rint(height), 1), -32768).astype(np.int16)


def add_areas(source: ogr.DataSource, regency: Regency) -> None:
    """Write villages, kecamatan, the regency and the neighbours, all from the same corners."""
    corners = smooth_corners(regency.label, DOMAIN)
    shapes = outlines(regency.label, corners)
    villages = []
    for v in regency.villages:
        kecamatan = f"99.01.{v.kecamatan + 1:02d}"
        villages.append(
            (
                shapes[v.index],
                {
                    "code": v.code,
                    "name": v.name,
                    "kec_code": kecamatan,
                    "kec_name": regency.kecamatan_names[v.kecamatan],
                    "kind": v.kind,
                    "pop": v.population,
                    "hh": v.households,
                },
            )
        )
    text = dict.fromkeys(("code", "name"), "text")
    store.add_table(
        source,
        "areas",
        f"{TITLE}: desa dan kelurahan",
        "multipolygon",
        {
            **text,
            "kec_code": "text",
            "kec_name": "text",
            "kind": "text",
            "pop": "integer",
            "hh": "integer",
        },
        villages,
    )
    owner = np.zeros(VILLAGES + 3, dtype=np.int32)
    for v in regency.villages:
        owner[v.index] = v.kecamatan + 1
    shapes_of = outlines(owner[regency.label], corners)
    store.add_table(
        source,
        "kecamatan",
        f"{TITLE}: kecamatan",
        "multipolygon",
        text,
        [
            (shapes_of[i], {"code": f"99.01.{i:02d}", "name": name})
            for i, name in enumerate(regency.kecamatan_names, start=1)
        ],
    )
    whole = outlines(np.minimum(owner, 1)[regency.label], corners)
    store.add_table(
        source,
        "regency",
        f"{TITLE}: batas kabupaten",
        "multipolygon",
        text,
        [(whole[1], {"code": "99.01", "name": "Kabupaten Contoh"})],
    )
    store.add_table(
        source,
        "neighbours",
        f"{TITLE}: tepi kabupaten tetangga",
        "multipolygon",
        text,
        [
            (shapes[VILLAGES + 1], {"code": "98.01", "name": "Kabupaten Tetangga Utara (fiktif)"}),
            (shapes[VILLAGES + 2], {"code": "98.02", "name": "Kabupaten Tetangga Barat (fiktif)"}),
        ],
    )


def add_land(
    source: ogr.DataSource,
    terrain: Terrain,
    regency: Regency,
    rivers: list[River],
    water: list[Water],
) -> None:
    """Write rivers, water and roads."""
    store.add_table(
        source,
        "rivers",
        f"{TITLE}: sungai",
        "line",
        {"name": "text", "kind": "text", "basin_km2": "real", "width_m": "integer"},
        [
            (
                r.line,
                {
                    "name": r.name,
                    "kind": r.kind,
                    "basin_km2": round(r.basin_km2, 1),
                    "width_m": round(float(width_m(np.array(r.basin_km2), np.array(99.0)))),
                },
            )
            for r in rivers
        ],
    )
    store.add_table(
        source,
        "water",
        f"{TITLE}: perairan",
        "multipolygon",
        {"name": "text", "kind": "text"},
        [(shape, {"name": n, "kind": k}) for n, k, shape in water],
    )
    offices = [v.office for v in regency.villages]
    small = branches(terrain, regency.main_roads + regency.other_roads, offices)
    store.add_table(
        source,
        "roads",
        f"{TITLE}: jalan",
        "line",
        {"kind": "text"},
        [
            (line, {"kind": kind})
            for kind, paths in (
                ("jalan utama", regency.main_roads),
                ("jalan kabupaten", regency.other_roads),
                ("jalan desa", small),
            )
            for line in as_lines(paths)
        ],
    )


def add_people(
    source: ogr.DataSource, regency: Regency, settlements: list[Settlement], sites: list[Site]
) -> None:
    """Write settlements, offices, facilities, Wi-Fi and reports."""
    store.add_table(
        source,
        "settlements",
        f"{TITLE}: permukiman",
        "polygon",
        {"code": "text", "name": "text", "households": "integer"},
        [
            ([s.ring], {"code": s.village.code, "name": s.name, "households": s.households})
            for s in settlements
        ],
    )
    text = dict.fromkeys(("code", "name", "kind"), "text")
    store.add_table(
        source, "centres", f"{TITLE}: kantor desa/lurah", "point", text, centre_rows(regency)
    )
    store.add_table(
        source,
        "facilities",
        f"{TITLE}: fasilitas umum",
        "point",
        {"fac_id": "text", **text},
        facility_rows(regency, settlements),
    )
    store.add_table(
        source,
        "wifi",
        f"{TITLE}: titik Wi-Fi publik",
        "point",
        {
            "point_id": "text",
            "code": "text",
            "name": "text",
            "programme": "text",
            "funder": "text",
            "link": "text",
            "bandwidth": "integer",
            "status": "text",
            "date": "date",
        },
        wifi_rows(regency),
    )
    now = [s for s in sites if not s.removed]
    classes = [class_at(s.centre, now) for s in settlements]
    store.add_table(
        source,
        "reports",
        f"{TITLE}: laporan sinyal desa",
        "point",
        {
            "report_id": "text",
            "code": "text",
            "name": "text",
            "date": "date",
            "source": "text",
            "class": "text",
        },
        report_rows(settlements, classes),
    )


def build(folder: Path) -> dict[str, Any]:
    """Make the sample.

    Parameters
    ----------
    folder : pathlib.Path
        Where to write it.

    Returns
    -------
    dict
        What `sample.json` says.
    """
    folder.mkdir(parents=True, exist_ok=True)
    terrain = build_terrain()
    regency = build_regency(terrain)
    rivers = build_rivers(terrain, regency)
    water = build_water(terrain, regency, rivers)
    settlements = build_settlements(terrain, regency, water_mask(water))
    sites = build_sites(terrain, regency)
    source = store.create(folder)
    add_areas(source, regency)
    for name, year in (("sites", NEW_YEAR), ("sites_2024", NEW_YEAR - 1)):
        store.add_table(
            source, name, f"{TITLE}: BTS {year}", "point", SITE_FIELDS, site_rows(sites, year)
        )
    add_people(source, regency, settlements, sites)
    add_land(source, terrain, regency, rivers, water)
    store.add_styles(source, ROLES)
    tables = {name: source.GetLayerByName(name).GetFeatureCount() for name in store.tables(source)}
    source = None
    people = population_raster(regency, settlements)
    store.add_raster(
        folder / "population.tif",
        people,
        POPULATION,
        -1.0,
        f"{TITLE}: jumlah penduduk",
        "people per cell",
    )
    store.add_raster(
        folder / "dem.tif", elevation(terrain), DEM, -32768, f"{TITLE}: ketinggian", "m"
    )
    about = {
        "name": "Kabupaten Contoh",
        "fictional": True,
        "notice": NOTICE,
        "crs": "EPSG:4326",
        "seed": SEED,
        "tables": tables,
        "rasters": list(store.RASTERS),
        "population": sum(v.population for v in regency.villages),
        "digest": store.digest(folder),
    }
    (folder / "sample.json").write_text(
        json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return about
