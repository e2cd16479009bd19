# SPDX-License-Identifier: GPL-2.0-or-later
"""What layers are for: names as offices, ministries and servers write them."""

from __future__ import annotations

import ast
import csv
import json
import re
import sqlite3
from pathlib import Path

import pytest

from blankspot_plugin.core.purposes import PURPOSES, guess, guess_fields

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "blankspot_plugin" / "resources" / "sample" / "contoh.gpkg"


@pytest.mark.parametrize(
    ("name", "geometry", "purpose"),
    [
        ("BTS_Telkomsel_2024", "", "sites"),
        ("BTS_Telkomsel_2024", "point", "sites"),
        ("menara_telekomunikasi", "point", "sites"),
        ("Data Menara Telekomunikasi Kab. Paser 2025.xlsx", "table", "sites"),
        ("MENARA_PT_25K", "", "sites"),
        ("kominfo:TowerBTS", "", "sites"),
        ("cell_towers", "point", "sites"),
        ("titik_wifi_publik", "point", "wifi"),
        ("WIFI_DESA", "", "wifi"),
        ("Wi-Fi gratis", "point", "wifi"),
        ("Titik Internet Gratis", "", "wifi"),
        ("batas_desa_kelurahan", "polygon", "areas"),
        ("palapa:BATAS_DESA_AR Batas Desa", "", "areas"),
        ("ADMINISTRASIDESA_AR_50K", "", "areas"),
        ("Batas Administrasi Kampung", "polygon", "areas"),
        ("Desa", "polygon", "areas"),
        ("village_boundaries", "polygon", "areas"),
        ("PERMUKIMAN_AR_50K", "polygon", "settlements"),
        ("Pemukiman Kab. Paser", "", "settlements"),
        ("built_up_areas", "polygon", "settlements"),
        ("SUNGAI_LN_50K", "", "rivers"),
        ("SUNGAI_AR_50K", "", "rivers"),
        ("rivers", "line", "rivers"),
        ("Kabupaten Paser: sungai", "line", "rivers"),
        ("kantor_desa", "point", "centres"),
        ("Kantor Desa Kecamatan Kuaro", "point", "centres"),
        ("PUSAT_PEMERINTAHAN_PT", "", "centres"),
        ("balai desa", "", "centres"),
        ("village_offices", "point", "centres"),
        ("puskesmas", "point", "facilities"),
        ("sekolah", "", "facilities"),
        ("PENDIDIKAN_PT_25K", "", "facilities"),
        ("Sebaran SD dan SMP Kabupaten Paser", "point", "facilities"),
        ("health centres", "point", "facilities"),
        ("jumlah_penduduk", "table", "population"),
        ("jumlah_penduduk", "", "population"),
        ("idn_ppp_2020_UNadj", "raster", "population"),
        ("worldpop 2020", "raster", "population"),
        ("cakupan_4g", "polygon", "coverage"),
        ("CakupanSinyal4G", "polygon", "coverage"),
        ("Jangkauan BTS Telkomsel", "", "coverage"),
        ("LTE coverage", "polygon", "coverage"),
        ("Cakupan layanan", "polygon", "coverage"),
    ],
)
def test_name_says_what_a_layer_is_for(name, geometry, purpose):
    assert guess(name, [], geometry) == purpose


@pytest.mark.parametrize(
    ("name", "geometry"),
    [
        ("", ""),
        ("layer1", "point"),
        ("KM", "point"),
        # Drawn as something else than it is called.
        ("batas_desa", "line"),
        ("ADMINISTRASI_LN_50K", ""),
        ("PERMUKIMAN_PT_50K", ""),
        ("Desa", "point"),
        ("puskesmas", "polygon"),
        ("BTS", "polygon"),
        # Something about it, not the thing.
        ("desa_blankspot", "polygon"),
        ("Desa tanpa sinyal", "polygon"),
        ("desa_terlayani_4g", "polygon"),
        ("usulan_bts_2025", "point"),
        ("Rencana Menara", "point"),
        ("zona_menara", "polygon"),
        ("kepadatan_penduduk", "raster"),
        ("penduduk_miskin", "table"),
        ("permukiman_kumuh", "polygon"),
        ("Kawasan Permukiman RTRW", "polygon"),
        ("jumlah_sekolah", "table"),
        ("Dinas Kesehatan", "point"),
        ("statistik per desa", "polygon"),
        # Words with another meaning.
        ("Menara Masjid", "point"),
        ("tower_sutet", "point"),
        ("water tower", "point"),
        ("hotspot_2024", "point"),
        ("land_cover", "polygon"),
        ("cakupan_imunisasi", "polygon"),
        ("heritage sites", "point"),
        ("Jalan Sungai Raya", "line"),
        ("batas_kecamatan_sungai_raya", "polygon"),
        ("Kecamatan Sungai Raya", "polygon"),
        ("sempadan_sungai", "polygon"),
        ("kantor_camat", "point"),
        # Taken as coverage, it would hide a blank spot of the mobile network.
        ("cakupan_wifi", "polygon"),
        ("signal raster", "raster"),
    ],
)
def test_no_guess_is_better_than_a_wrong_one(name, geometry):
    assert guess(name, [], geometry) == ""


@pytest.mark.parametrize(
    ("name", "fields", "geometry", "purpose"),
    [
        ("ekspor", ["tech", "operator", "azimuth"], "point", "sites"),
        ("ekspor", ["radio", "mcc", "net", "lon", "lat"], "table", "sites"),
        ("ekspor", ["tech", "operator"], "table", ""),
        ("ekspor", ["operator"], "point", ""),
        ("menara", ["nama", "tinggi"], "table", ""),
        ("menara", ["nama", "Koordinat"], "table", "sites"),
        ("ekspor", ["SSID", "lokasi"], "point", "wifi"),
        ("hotspot", ["ssid", "lokasi"], "point", "wifi"),
        ("ekspor", ["NPSN", "nama"], "point", "facilities"),
        ("ekspor", ["kode_desa", "nama_desa", "kecamatan", "luas_ha"], "polygon", "areas"),
        # What lies in villages has their codes too.
        ("ekspor", ["kode_desa", "nama_desa", "pemilik"], "polygon", ""),
        ("ekspor", ["class", "tier", "area_km2"], "polygon", "coverage"),
        ("cakupan_wifi", ["class", "tier"], "polygon", "coverage"),
        ("jumlah_penduduk", ["kode_desa", "desa", "penduduk_2025"], "polygon", "areas"),
        ("jumlah_penduduk", ["grid"], "polygon", ""),
        ("sites_new", ["technology", "operator"], "point", "sites"),
    ],
)
def test_fields_help(name, fields, geometry, purpose):
    assert guess(name, fields, geometry) == purpose


def sample_tables():
    with sqlite3.connect(f"file:{SAMPLE}?mode=ro", uri=True) as database:
        tables = database.execute(
            "select c.table_name, c.identifier, lower(g.geometry_type_name) from gpkg_contents c"
            " left join gpkg_geometry_columns g using (table_name) where data_type != 'tiles'"
        ).fetchall()
        for name, title, kind in tables:
            fields = [row[1] for row in database.execute(f'pragma table_info("{name}")')]
            words = ("polygon", "line", "point")
            yield name, title, fields, next((w for w in words if w in (kind or "")), "table")


def test_sample_is_told_with_fields_and_without():
    wanted = {
        "areas": "areas", "sites": "sites", "sites_2024": "sites", "settlements": "settlements",
        "centres": "centres", "facilities": "facilities", "wifi": "wifi", "rivers": "rivers",
    }  # fmt: skip
    tables = list(sample_tables())
    assert wanted.keys() <= {name for name, *_ in tables}
    for name, title, fields, geometry in tables:
        expected = wanted.get(name, "")
        assert guess(name, fields, geometry) == expected, name
        assert guess(name, [], geometry) == expected, name
        assert guess(f"{name} {title}", [], geometry) == expected, (name, title)


def test_fields_of_the_sample():
    fields = {name: fields for name, _, fields, _ in sample_tables()}
    assert guess_fields("areas", fields["areas"]) == {
        "CODE_FIELD": "code", "NAME_FIELD": "name", "POP_FIELD": "pop",
    }  # fmt: skip
    assert guess_fields("sites", fields["sites"]) == {
        "TECHNOLOGY_FIELD": "technology", "OPERATOR_FIELD": "operator",
        "AZIMUTH_FIELD": "azimuth", "BEAMWIDTH_FIELD": "beamwidth",
    }  # fmt: skip
    assert guess_fields("wifi", fields["wifi"]) == {"STATUS_FIELD": "status"}
    assert guess_fields("centres", fields["centres"]) == {"CENTRES_CODE_FIELD": "code"}


@pytest.mark.parametrize(
    ("purpose", "fields", "found"),
    [
        ("areas", ["KODE_KEC", "KECAMATAN"], {}),
        ("areas", ["KODE_KEC", "Kode", "Nama"], {"CODE_FIELD": "Kode", "NAME_FIELD": "Nama"}),
        # BPS's number within a district is no code.
        ("areas", ["KDKEC", "KDDESA", "NMDESA"], {"NAME_FIELD": "NMDESA"}),
        ("areas", ["iddesa", "nmdesa"], {"CODE_FIELD": "iddesa", "NAME_FIELD": "nmdesa"}),
        (
            "areas",
            ["NAMOBJ", "KDEBPS", "KDEPUM", "WADMKD", "SHAPE_Area"],
            {"CODE_FIELD": "KDEPUM", "NAME_FIELD": "NAMOBJ"},
        ),
        ("areas", ["GID_4", "NAME_4", "CC_4"], {"CODE_FIELD": "CC_4", "NAME_FIELD": "NAME_4"}),
        ("areas", ["DESA", "KELURAHAN"], {}),
        ("areas", ["penduduk_2023", "penduduk_2025"], {"POP_FIELD": "penduduk_2025"}),
        ("areas", ["kepadatan_penduduk", "penduduk_miskin"], {}),
        ("sites", ["Nama Operator", "Jenis Jaringan"],
         {"TECHNOLOGY_FIELD": "Jenis Jaringan", "OPERATOR_FIELD": "Nama Operator"}),
        ("sites", ["pemilik", "penyedia_menara", "radius", "radius_m", "v_beamwidth"], {}),
        ("sites", ["AZIMUT"], {"AZIMUTH_FIELD": "AZIMUT"}),
        ("wifi", ["Status", "Kondisi"], {"STATUS_FIELD": "Status"}),
        ("wifi", ["status_lahan"], {}),
        ("population", ["laki_laki", "perempuan", "jumlah"], {"POPULATION_FIELD": "jumlah"}),
        ("population", ["kode", "jumlah"], {}),
        ("centres", ["kode_kec", "kdepum", "namobj"], {"CENTRES_CODE_FIELD": "kdepum"}),
        ("facilities", ["kode", "nama"], {}),
        ("", ["kode", "nama"], {}),
    ],
)  # fmt: skip
def test_fields_are_told_by_their_whole_names(purpose, fields, found):
    assert guess_fields(purpose, fields) == found


def test_keys_are_those_of_the_analysis():
    tree = ast.parse((ROOT / "blankspot_plugin/processing/parameters.py").read_text("utf-8"))
    keys = next(each for each in tree.body if isinstance(each, ast.ClassDef))
    known = {each.targets[0].id for each in keys.body if isinstance(each, ast.Assign)}
    every = ["kode", "nama", "penduduk", "tech", "operator", "azimuth", "beamwidth", "status"]
    found = {key for purpose in PURPOSES for key in guess_fields(purpose, every)}
    assert len(found) == 10
    assert found <= known


def real_layers(shared):
    """Yield name, fields and geometry of the real files."""
    for path in sorted(shared.rglob("*.geojson")):
        try:
            first = json.loads(path.read_text("utf-8"))["features"][0]
        except ValueError:
            continue
        shape = (first.get("geometry") or {}).get("type", "").lower()
        drawn = next((word for word in ("polygon", "point", "line") if word in shape), "")
        yield path.stem, list(first["properties"]), drawn
    for path in sorted(shared.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield path.stem, next(csv.reader(file)), "table"


def test_real_files(shared_data):
    found = {name: guess(name, fields, drawn) for name, fields, drawn in real_layers(shared_data)}
    assert {name: purpose for name, purpose in found.items() if purpose} == {
        "bandung_desa": "areas",
        "gadm41_paser_L4": "areas",
        "id6401_paser": "areas",
        "kaltim_penduduk": "population",
        "kutai_kartanegara_desa": "areas",
        "nyc_wifi_first400": "wifi",
        "paser_desa": "areas",
    }
    assert {"paser_kecamatan", "jujuhan_ilir", "geonames_cities500_bbox"} <= found.keys()


def test_real_answers(shared_data):
    path = shared_data / "bandung_menara" / "menara_data.json"
    fields = list(json.loads(path.read_text("utf-8"))["features"][0]["properties"])
    assert guess("menara_data", fields, "point") == "sites"
    # An owner is no operator.
    assert guess_fields("sites", fields) == {}
    path = shared_data / "kukar_palapa_wfs" / "pusat_pemerintahan_pt_wfs100_getfeature.json"
    fields = list(json.loads(path.read_text("utf-8"))["features"][0]["properties"])
    assert guess("palapa:PUSAT_PEMERINTAHAN_PT", fields, "point") == "centres"
    assert guess_fields("centres", fields) == {"CENTRES_CODE_FIELD": "kdepum"}


def test_nothing_is_seen_in_other_countries_layers(shared_data):
    for path in (shared_data / "ows_capabilities").glob("*getcapabilities*.xml"):
        text = path.read_bytes().decode("utf-8", "replace")
        names = re.findall(r"<(?:wfs:)?Name>([^<]+)", text)
        assert names, path
        assert {guess(name, [], "") for name in names} == {""}, path
