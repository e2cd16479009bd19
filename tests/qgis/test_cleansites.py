# SPDX-License-Identifier: GPL-2.0-or-later
"""A tower sheet becomes points: certain repairs only, and nothing ever moved to a wrong place."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from blankspot_plugin.bridge.outputs import manifest_of
from blankspot_plugin.cartography.sources import source_text
from tests.qgis.helpers import LAT, LON, CancelAfter, layer, points, rows, square, villages


def sheet(places, fields="lon:string lat:string", **more):
    return layer("None", [(None, row) for row in places], fields, crs="", **more)


def clean(run, source, areas=None, feedback=None, **more):
    result, said = run(
        "cleansites", {"INPUT": source, "AREAS": areas or villages(), **more}, feedback
    )
    return result, said


def placed(result):
    """Return the towers as rows with their places."""
    made = []
    for feature, row in zip(result["OUTPUT"].getFeatures(), rows(result["OUTPUT"])):
        point = feature.geometry().asPoint()
        made.append({**row, "x": point.x(), "y": point.y()})
    return made


def numbers(result):
    return tuple(result[key] for key in ("N_CLEAN", "N_REPAIRED", "N_REJECTED"))


def bandung(shared_data):
    folder = shared_data / "bandung_menara"
    return QgsVectorLayer(str(folder / "bandung_desa.geojson"), "areas", "ogr")


def bandung_sheet(shared_data):
    file = shared_data / "bandung_menara" / "menara_data.json"
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    names = list(features[0]["properties"])
    declared = " ".join(f"{name}:string" for name in names) + " lon:string lat:string"
    cells = [
        [str(f["properties"][name]) for name in names] + f["geometry"]["coordinates"]
        for f in features
    ]
    return sheet(cells, declared), cells


def test_bandung(run, shared_data):
    """763 rows whose coordinates are text; 16 of them can't be used as they stand."""
    source, cells = bandung_sheet(shared_data)
    result, said = clean(
        run, source, bandung(shared_data), OWNER_FIELD="nama_perusahaan",
        HEIGHT_FIELD="tower_height",
    )  # fmt: skip
    towers, rejected = placed(result), rows(result["REJECTED"])
    assert numbers(result) == (746, 3, 14)
    assert Counter(row["issue"] for row in towers) == {
        None: 728, "neighbour": 18, "sign": 2, "lost_point": 1,
    }  # fmt: skip
    assert Counter(row["reason"] for row in rejected) == {"zero": 9, "outside": 5}
    repaired = {row["original"]: (row["x"], row["y"]) for row in towers if row["original"]}
    assert repaired == {
        "-107.615910 | -6.951780": (107.61591, -6.95178),
        "-107.610400 | -6.910100": (107.6104, -6.9101),
        "10,758,096.000000 | -6.865574": (107.58096, -6.865574),
    }
    # All that was fine stands where it stood, to the last digit.
    given = Counter((float(row[-2]), float(row[-1])) for row in cells if "," not in row[-2])
    stand = Counter((row["x"], row["y"]) for row in towers if not row["original"])
    assert stand - given == Counter()
    assert {row["owner"] for row in towers} >= {"Protelindo", "Tower Bersama", "Telkomsel"}
    assert {row["operator"] for row in towers} == {None}
    assert [row["height_m"] for row in towers if row["tower_height"] == "30.4m"] == [30.4]
    assert all(row["height_m"] for row in towers)
    assert "746 kept as they are, 3 repaired, 14 rejected" in said.text


def test_bandung_as_points_of_2017(run, shared_data):
    file = shared_data / "bandung_menara" / "menara_data_2017.raw.json"
    found = json.loads(file.read_text(encoding="utf-8"))["rows"]
    source = points(
        [(row["longitude"], row["latitude"], row["id"], row["pemilik"]) for row in found],
        "id:string pemilik:string",
    )
    result, said = clean(run, source, bandung(shared_data), OWNER_FIELD="pemilik")
    assert numbers(result) == (938, 0, 0)
    assert Counter(row["issue"] for row in rows(result["OUTPUT"])) == {None: 935, "neighbour": 3}
    owners = Counter(row["owner"] for row in rows(result["OUTPUT"]))
    # Four spellings of one company.
    assert owners["Mitratel"] == 112 + 83 + 11 + 6
    assert "SMI (11)" in said.text


def test_degrees_of_kutai_kartanegara(run, shared_data):
    """250 seats whose x and y are texts such as -0° 49' 3.435", beside their geometry."""
    file = shared_data / "kukar_palapa_wfs" / "pusat_pemerintahan_pt_wfs100_getfeature.json"
    source = QgsVectorLayer(str(file), "seats", "ogr")
    areas = layer("Polygon", [(square(115.2, -1.4, 2.8), ())])
    result, _ = clean(run, source, areas, LON_FIELD="x", LAT_FIELD="y")
    assert numbers(result) == (0, 250, 0)
    there = {
        feature["id"]: feature.geometry().asMultiPoint()[0] for feature in source.getFeatures()
    }
    for feature in result["OUTPUT"].getFeatures():
        # The texts lie up to 8 m from the geometry.
        assert feature.geometry().asPoint().distance(there[feature["id"]]) < 1e-4


def test_a_sheet_that_is_fine_is_left_as_it_is(run):
    cells = [(f"T{i}", LON + 0.0123 * i + 0.001, LAT + 0.05) for i in range(20)]
    source = sheet(cells, "name:string longitude:double latitude:double")
    result, _ = clean(run, source)
    assert numbers(result) == (20, 0, 0)
    for row, (name, lon, lat) in zip(placed(result), cells):
        assert (row["name"], row["x"], row["y"]) == (name, lon, lat)
        assert row["issue"] is row["original"] is None
        assert row["technology"] is row["operator"] is row["owner"] is row["height_m"] is None
    assert result["OUTPUT"].crs().authid() == "EPSG:4326"
    assert result["OUTPUT"].renderer().type() == "categorizedSymbol"
    assert rows(result["REJECTED"]) == []
    assert [field.name() for field in result["OUTPUT"].fields()] == [
        "technology", "operator", "owner", "height_m", "issue", "original",
        "name", "longitude", "latitude",
    ]  # fmt: skip


def test_a_sheet_of_all_kinds(run):
    cells = [
        ("116,0511", "-1,85"),
        ("116.0512", "-1.85"),
        ("116° 3' 3.6\" BT", "1° 51' 0\" LS"),
        ("-1.85", "116.0514"),
        ("116.0515", "1.85"),
        ("116.05123", "-1,851,234"),
        ("11.605.123", "-1.851234"),
        ("116.05", "-1.905"),
        ("0", "0"),
        ("", ""),
        ("116.05", None),
        ("rusak", "-1.85"),
        # Bangkok: a tower elsewhere in Indonesia would speak against the sign repaired above.
        ("100.5", "13.7"),
        ("116.05", "-1851"),
    ]
    result, said = clean(run, sheet(cells))
    assert [(row["issue"], row["original"] is None) for row in placed(result)] == [
        ("decimal_comma", False),
        (None, True),
        ("dms", False),
        ("swapped", False),
        ("sign", False),
        ("lost_point", False),
        ("lost_point", False),
        ("neighbour", True),
    ]
    reasons = [row["reason"] for row in rows(result["REJECTED"])]
    assert reasons == ["zero", "empty", "missing", "unreadable", "outside", "no_reading"]
    assert numbers(result) == (2, 6, 6)
    assert all(row["why"] for row in rows(result["REJECTED"]))
    assert "zero (1)" in said.text
    assert "swapped (1)" in said.text
    for row in placed(result)[:5]:
        assert (row["x"], row["y"]) == pytest.approx((116.0513, -1.85), abs=0.0004)


def test_neighbours_are_kept_up_to_the_distance_on_the_ground(run):
    # A degree of latitude is 110.575 km here: 7.9 and 8.1 km south of the villages.
    cells = [("116.05", str(LAT - 7.9 / 110.575)), ("116.05", str(LAT - 8.1 / 110.575))]
    result, _ = clean(run, sheet(cells))
    assert [row["issue"] for row in rows(result["OUTPUT"])] == ["neighbour"]
    assert numbers(result) == (1, 0, 1)
    assert numbers(clean(run, sheet(cells), NEIGHBOUR_DISTANCE=9000)[0]) == (2, 0, 0)
    assert numbers(clean(run, sheet(cells), NEIGHBOUR_DISTANCE=0)[0]) == (0, 0, 2)


@pytest.mark.parametrize("crs", ["EPSG:32750", "EPSG:23837", "EPSG:9470", "EPSG:3857"])
def test_areas_in_any_crs(run, crs):
    made = villages()
    there = QgsCoordinateTransform(
        made.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    moved = []
    for feature in made.getFeatures():
        geometry = feature.geometry().densifyByCount(20)
        geometry.transform(there)
        moved.append((geometry, feature.attributes()))
    areas = layer("Polygon", moved, "code:string name:string", crs)
    cells = [("116.05", "-1.85"), ("-1.85", "116.05"), ("116.05", "-1.95"), ("116,05", "-1,99")]
    result, _ = clean(run, sheet(cells), areas)
    assert numbers(result) == (2, 1, 1)
    assert [row["issue"] for row in rows(result["OUTPUT"])] == [
        None, "swapped", "neighbour",
    ]  # fmt: skip


def utm(lon, lat, crs="EPSG:32750"):
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs),
        QgsProject.instance(),
    )  # fmt: skip
    point = there.transform(lon, lat)
    return point.x(), point.y()


def test_eastings_and_northings(run):
    east, north = utm(116.05, -1.85)
    cells = [
        (f"{east:.2f}", f"{north:.2f}"),
        (f"{east:,.2f}", f"{north:,.2f}"),
        (f"{north:.2f}", f"{east:.2f}"),
        (f"{east:.0f} mE", f"{north:.0f} mN"),
        (f"{east:.2f}", "123"),
    ]
    result, _ = clean(run, sheet(cells))
    assert numbers(result) == (0, 4, 1)
    for row in placed(result):
        assert row["issue"] == "projected"
        assert (row["x"], row["y"]) == pytest.approx((116.05, -1.85), abs=1e-5)


def test_a_regency_across_the_equator(run):
    areas = layer("Polygon", [("POLYGON((110 -0.4,110.9 -0.4,110.9 0.9,110 0.9,110 -0.4))", ())])
    cells = [("110.5", "0.3"), ("110.5", "-0.3"), ("0.3", "110.5"), ("110,5", "0"),
             ("110.5", "-0.6"), ("110.5", "-312345")]  # fmt: skip
    result, _ = clean(run, sheet(cells), areas)
    assert [(row["issue"], row["y"]) for row in placed(result)] == [
        (None, 0.3), (None, -0.3), ("swapped", 0.3),
    ]  # fmt: skip
    assert [row["reason"] for row in rows(result["REJECTED"])] == [
        "zero", "outside", "ambiguous",
    ]  # fmt: skip


def test_points_whose_geometry_is_wrong(run):
    source = layer(
        "Point",
        [("POINT(116.05 -1.85)", ("a",)), ("POINT(-1.855 116.05)", ("b",)), ("POINT(0 0)", ("c",)),
         (None, ("d",)), ("POINT(116.05 1.86)", ("e",)), ("POINT(11605000 -1.87)", ("f",)),
         (None, (None,)), ("POINT(100.5 13.7)", ("g",))],
        "name:string",
    )  # fmt: skip
    result, _ = clean(run, source)
    assert [(row["name"], row["issue"], row["original"]) for row in placed(result)] == [
        ("a", None, None),
        ("b", "swapped", "-1.855 | 116.05"),
        ("e", "sign", "116.05 | 1.86"),
        ("f", "lost_point", "11605000 | -1.87"),
    ]
    assert [row["reason"] for row in rows(result["REJECTED"])] == [
        "zero", "missing", "empty", "outside",
    ]  # fmt: skip
    assert numbers(result) == (1, 3, 4)


def test_points_in_metres_keep_their_crs(run):
    x, y = utm(116.0512, -1.85)
    source = layer(
        "Point",
        [(f"POINT({x!r} {y!r})", ("a",)), (f"POINT({y!r} {x!r})", ("b",)),
         ("POINT(116.0512 -1.85)", ("c",)), ("POINT(0 0)", ("d",))],
        "name:string",
        "EPSG:32750",
    )  # fmt: skip
    result, _ = clean(run, source)
    towers = placed(result)
    assert result["OUTPUT"].crs().authid() == "EPSG:32750"
    assert (towers[0]["x"], towers[0]["y"]) == (x, y)
    assert [row["issue"] for row in towers] == [None, "swapped", "degrees"]
    for row in towers:
        assert (row["x"], row["y"]) == pytest.approx((x, y), abs=1e-3)
    assert numbers(result) == (1, 2, 1)


def test_points_declared_in_the_wrong_hemisphere(run):
    x, y = utm(116.05, -1.85)
    # 9.8 million metres north of the equator nothing lies.
    source = points([(x, y)], crs="EPSG:32650")
    result, _ = clean(run, source)
    (row,) = placed(result)
    assert row["issue"] == "projected"
    assert (row["x"], row["y"]) == pytest.approx(utm(116.05, -1.85, "EPSG:32650"), abs=1e-3)


def test_a_zone_that_is_told_is_believed(run):
    x, y = utm(116.05, -1.85)
    # In zone 51 it is a place in Sulawesi, and may be meant.
    result, _ = clean(run, points([(x, y)], crs="EPSG:32751"))
    assert [row["reason"] for row in rows(result["REJECTED"])] == ["outside"]


def test_another_zone_is_tried_only_for_all_of_a_layer(run):
    x, y = utm(116.05, -1.85)
    # Read in the north, the second lies in the north of Kalimantan, as its zone says.
    result, _ = clean(run, points([(x, y), (x, 300_000.0)], crs="EPSG:32650"))
    assert [row["reason"] for row in rows(result["REJECTED"])] == ["ambiguous", "outside"]


def test_eastings_and_northings_among_degrees(run):
    east, north = utm(116.05, -1.85)
    cells = [("116.05", "-1.85"), (f"{east:.2f}", f"{north:.2f}")]
    result, _ = clean(run, sheet(cells))
    assert numbers(result) == (1, 0, 1)
    assert [row["reason"] for row in rows(result["REJECTED"])] == ["ambiguous"]


def test_eastings_and_northings_of_more_than_the_areas(run):
    """Of a sheet of another zone, what falls into the areas by chance is not believed."""
    cells = [[f"{n:.2f}" for n in utm(116.05, -1.85 - 0.5 * i)] for i in range(4)]
    result, _ = clean(run, sheet(cells))
    assert numbers(result) == (0, 0, 4)
    assert rows(result["REJECTED"])[0]["reason"] == "ambiguous"


def kaltim(shared_data):
    """Return the regencies of Kalimantan Timur, and the cells of a box around them."""
    folder = shared_data / "paser_batas_kemendagri"
    regencies = QgsVectorLayer(str(folder / "kaltim_kabkota.geojson"), "areas", "ogr")
    file = shared_data / "opencellid_510" / "510_kaltim_bbox.csv"
    lines = [line.split(",") for line in file.read_text(encoding="utf-8").split()]
    return regencies, [(line[6], line[7]) for line in lines]


REVIEWED = [
    ("Kutai Timur", "116.8686 BT", "1.2555 LS"), ("Kutai Timur", "116.8686", "1° 15' 19\" South"),
    ("Kutai Timur", "116.8686", "-1.2555"), ("Paser", "115.837", "1° 15' 19\" Lintang Utara"),
    ("Paser", "115.837 BB", "-1.8"), ("Kutai Barat", "116.27.47.10 BT", "3.44.7.02 LS"),
    ("Paser", "-2 9 24.40", "116 51 29.72"), ("Berau", "118 41 54.91", "-1 24 45.93"),
    ("Berau", "131,541,456", "1,183,911"), ("Kutai Barat", "116,195,726", "-3,589,349"),
    ("Paser", "1160724", "-14420"), ("Paser", "1160724 BT", "14420 LS"),
    ("Kutai Barat", "115.767390 LS", "0.030653 BT"), ("Kutai Barat", "115.74", "0"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lon", "lat"), REVIEWED)
def test_places_that_were_moved_once(run, shared_data, name, lon, lat):
    (regency,) = (
        feature
        for feature in kaltim(shared_data)[0].getFeatures()
        if feature["nama"] == f"Kabupaten {name}"
    )
    areas = layer("MultiPolygon", [(regency.geometry(), ())])
    assert numbers(clean(run, sheet([(lon, lat)]), areas)[0]) == (0, 0, 1)


def test_a_sheet_of_the_province_is_moved_nowhere(run, shared_data):
    """808 cells of all Kalimantan Timur and beyond, against each of its regencies."""
    regencies, cells = kaltim(shared_data)
    source, given = sheet(cells), Counter((float(lon), float(lat)) for lon, lat in cells)
    kept = 0
    for feature in regencies.getFeatures():
        areas = layer("MultiPolygon", [(feature.geometry(), ())])
        result, _ = clean(run, source, areas)
        assert result["N_REPAIRED"] == 0, feature["nama"]
        assert Counter((row["x"], row["y"]) for row in placed(result)) <= given
        kept += result["N_CLEAN"]
    assert kept == 600


@pytest.mark.parametrize("damage", ["sign", "swapped", "sign and swapped"])
def test_the_same_sheet_with_damages(run, shared_data, damage):
    """A third of the rows lost something; whatever is repaired stands where it was."""
    regencies, cells = kaltim(shared_data)
    spoilt = []
    for number, (lon, lat) in enumerate(cells):
        fixed = lat.lstrip("-") if "sign" in damage and number % 3 == 0 else lat
        spoilt.append((fixed, lon) if "swapped" in damage and number % 3 == 0 else (lon, fixed))
    source = sheet([(*row, *true) for row, true in zip(spoilt, cells)],
                   "lon:string lat:string lon0:string lat0:string")  # fmt: skip
    for feature in regencies.getFeatures():
        areas = layer("MultiPolygon", [(feature.geometry(), ())])
        result, _ = clean(run, source, areas)
        for row in placed(result):
            if row["original"]:
                assert row["x"] == float(row["lon0"])
                assert row["y"] == float(row["lat0"]) or "sign" not in row["issue"]
                # A minus lost in front of a place north of the equator can't be noticed.
                assert abs(row["y"]) == abs(float(row["lat0"]))


def test_fields_go_before_the_geometry(run):
    source = points([(1.0, 1.0, "116.05", "-1.85")], "bujur:string lintang:string")
    result, _ = clean(run, source, LON_FIELD="bujur", LAT_FIELD="lintang")
    assert numbers(result) == (1, 0, 0)
    assert (placed(result)[0]["x"], placed(result)[0]["y"]) == (116.05, -1.85)


def test_each_part_of_a_multipoint_is_a_row(run):
    source = layer(
        "MultiPoint", [("MULTIPOINT((116.05 -1.85),(116.06 -1.85))", ("a",))], "n:string"
    )
    assert numbers(clean(run, source)[0]) == (2, 0, 0)


def test_one_field_for_both(run):
    source = sheet(
        [("-1.85, 116.05",), ("1°51'0\"S 116°3'0\"E",), ("-",), ("?",)], "koordinat:string"
    )
    result, said = clean(run, source)
    assert numbers(result) == (1, 1, 2)
    assert [row["issue"] for row in placed(result)] == [None, "dms"]
    assert rows(result["OUTPUT"])[1]["original"] == "1°51'0\"S 116°3'0\"E"
    assert "field koordinat" in said.text
    given, _ = clean(run, source, LON_FIELD="koordinat")
    assert numbers(given) == (1, 1, 2)


def test_what_a_sheet_says_of_its_towers(run):
    fields = "lon:string lat:string tek:string opr:string pml:string tinggi:string"
    cells = [
        ("116.05", "-1.85", "2G/4G", "Tsel", "TBG", "31m"),
        ("116.06", "-1.85", "L900", "Mitratel", "-", "31,5 M"),
        ("116.07", "-1.85", "-", "Indosat/XL", "PT. PROTELINDO", "-"),
        ("116.08", "-1.85", None, "Satelindo", None, "tinggi"),
    ]
    keys = {"TECHNOLOGY_FIELD": "tek", "OPERATOR_FIELD": "opr", "OWNER_FIELD": "pml",
            "HEIGHT_FIELD": "tinggi"}  # fmt: skip
    result, said = clean(run, sheet(cells, fields), **keys)
    made = [
        (row["technology"], row["operator"], row["owner"], row["height_m"], row["issue"])
        for row in rows(result["OUTPUT"])
    ]
    assert made == [
        ("2G/4G", "Telkomsel", "Tower Bersama", 31.0, None),
        ("4G", None, "Mitratel", 31.5, None),
        (None, "Indosat, XL Axiata", "Protelindo", None, None),
        (None, "Satelindo", None, None, None),
    ]
    assert "Satelindo (1)" in said.text
    assert "tinggi (1)" in said.text
    assert "name an owner of towers: 1." in said.text
    # The assumption is told, counted, marked, and kept with the layer.
    result, said = clean(run, sheet(cells, fields), ASSUMED_TECHNOLOGY="4g", **keys)
    towers = rows(result["OUTPUT"])
    assert [row["technology"] for row in towers] == ["2G/4G", "4G", "4G", "4G"]
    assert [row["issue"] for row in towers] == [None, None, "technology", "technology"]
    sentence = "2 towers without a technology were assumed to have 4G."
    assert sentence in said.text
    assert sentence in result["OUTPUT"].metadata().abstract()
    # The source line of a sheet says it, whatever the officer writes there.
    assert sentence in source_text([result["OUTPUT"]], "Kominfo")
    assert numbers(result) == (4, 0, 0)


@pytest.mark.parametrize(
    "rows_",
    [[["SMI", "owner", "S.M.I; Smi Tower"]], ["SMI", "owner", "S.M.I; Smi Tower"],
     "SMI,pemilik,S.M.I; Smi Tower"],
)  # fmt: skip
def test_the_office_adds_names(run, rows_):
    source = sheet([("116.05", "-1.85", "SMI Tower")], "lon:string lat:string opr:string")
    result, _ = clean(run, source, OPERATOR_FIELD="opr", ALIASES=rows_)
    assert [(row["operator"], row["owner"]) for row in rows(result["OUTPUT"])] == [(None, "SMI")]


def test_coarse_places_and_duplicates_are_marked(run):
    cells = [(1, "116.05", "-1.85", "A"), (2, "116.05", "-1.85", "B"), (3, "116.05", "-1.85", "C"),
             (4, "116.06123", "-1.85", "D"), (5, "116.06123", "-1.85", "D"),
             (6, "116.06123", "-1.85", "E")]  # fmt: skip
    result, _ = clean(run, sheet(cells, "no:integer lon:string lat:string name:string"))
    assert [row["issue"] for row in rows(result["OUTPUT"])] == [
        "coarse", "coarse", "coarse", None, "duplicate", None,
    ]  # fmt: skip
    assert numbers(result) == (6, 0, 0)


def test_on_a_clash_ours_wins_and_theirs_stays(run):
    names = "fid:integer lon:string lat:string operator:string issue:string reason:string"
    cells = [(7, "116.05", "-1.85", "tsel", "x", "y"), (8, "0", "0", "tsel", "x", "y")]
    result, _ = clean(run, sheet(cells, names), OPERATOR_FIELD="operator")
    (tower,) = rows(result["OUTPUT"])
    assert (tower["operator"], tower["operator_1"]) == ("Telkomsel", "tsel")
    assert (tower["issue"], tower["issue_1"]) == (None, "x")
    assert tower["fid_1"] == 7
    (gone,) = rows(result["REJECTED"])
    assert (gone["reason"], gone["reason_1"]) == ("zero", "y")


def refusal(parameters):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("blankspot:cleansites")
    fine, sentence = algorithm.checkParameterValues(
        {"OUTPUT": "memory:", "REJECTED": "memory:", **parameters}, QgsProcessingContext()
    )
    assert not fine
    return sentence


def good():
    return sheet([("116.05", "-1.85")])


CASES = {
    "nothing given": (lambda: {"AREAS": villages()}, ("INPUT", "choose a layer")),
    "no areas": (lambda: {"INPUT": good()}, ("AREAS", "choose a layer")),
    "polygons": (
        lambda: {"INPUT": villages(), "AREAS": villages()},
        ("INPUT", "polygons", "a table or points are due"),
    ),
    "points as areas": (
        lambda: {"INPUT": good(), "AREAS": points([(1, 1)])},
        ("AREAS", "holds points, but polygons are due"),
    ),
    "an empty sheet": (
        lambda: {"INPUT": sheet([]), "AREAS": villages()},
        ("INPUT", "no features", "choose"),
    ),
    "empty areas": (
        lambda: {"INPUT": good(), "AREAS": layer("Polygon", [])},
        ("AREAS", "no features"),
    ),
    "points without a CRS": (
        lambda: {"INPUT": points([(1, 1)], crs=""), "AREAS": villages()},
        ("INPUT", "no coordinate reference system"),
    ),
    "areas without a CRS": (
        lambda: {"INPUT": good(), "AREAS": layer("Polygon", [(square(0, 0), ())], crs="")},
        ("AREAS", "no coordinate reference system"),
    ),
    "no field of coordinates": (
        lambda: {"INPUT": sheet([("a", "b")], "nama:string desa:string"), "AREAS": villages()},
        ("INPUT", "no field looks like coordinates", "LON_FIELD", "LAT_FIELD", "nama, desa"),
    ),
    "one field of two": (
        lambda: {"INPUT": good(), "AREAS": villages(), "LON_FIELD": "lon"},
        ("LON_FIELD", "LAT_FIELD", "give both"),
    ),
    "a missing field": (
        lambda: {"INPUT": good(), "AREAS": villages(), "OWNER_FIELD": "pemilik"},
        ("OWNER_FIELD", "pemilik", "lon, lat"),
    ),
    "a missing coordinate field": (
        lambda: {"INPUT": good(), "AREAS": villages(), "LON_FIELD": "x", "LAT_FIELD": "lat"},
        ("LON_FIELD", "“x”", "lon, lat"),
    ),
    "a distance below zero": (
        lambda: {"INPUT": good(), "AREAS": villages(), "NEIGHBOUR_DISTANCE": -1},
        ("NEIGHBOUR_DISTANCE", "-1", "0 or more"),
    ),
    "no technology": (
        lambda: {"INPUT": good(), "AREAS": villages(), "ASSUMED_TECHNOLOGY": "kabel"},
        ("ASSUMED_TECHNOLOGY", "kabel", "4G"),
    ),
    "a kind of company": (
        lambda: {"INPUT": good(), "AREAS": villages(), "ALIASES": ["SMI", "toko", "s"]},
        ("ALIASES", "toko", "operator or owner"),
    ),
    "half a row of names": (
        lambda: {"INPUT": good(), "AREAS": villages(), "ALIASES": ["SMI", "owner"]},
        ("ALIASES", "name, kind and spellings"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_refused_in_one_sentence(provider, case):
    parameters, parts = CASES[case]
    sentence = refusal(parameters())
    for part in parts:
        assert part in sentence, sentence
    assert sentence.count(". ") == 0


def test_a_sheet_of_another_regency_is_told(run):
    result, said = clean(run, sheet([("106.8", "-6.2"), ("106.9", "-6.3")]))
    assert numbers(result) == (0, 0, 2)
    assert "are these the areas of this sheet?" in said.text


def test_areas_without_any_geometry(run):
    areas = layer("Polygon", [(None, ())])
    with pytest.raises(QgsProcessingException, match="usable geometry"):
        clean(run, good(), areas)


def look_at(target, gone):
    # On its own: a traceback keeps the layers of its frames until after QGIS is gone.
    found = QgsVectorLayer(str(target))
    assert found.featureCount() == 3000
    assert QgsVectorLayer(str(gone)).featureCount() == 600
    assert manifest_of(found)["algorithm"] == "blankspot:cleansites"
    assert manifest_of(found)["inputs"]["INPUT"]["features"] == 3600


def test_a_cancel_or_a_failure_leaves_the_earlier_file(run, tmp_path):
    target, gone = tmp_path / "towers.gpkg", tmp_path / "rejected.gpkg"
    cells = [("116.05", f"-1.85{i % 1000:03d}") for i in range(3000)] + [("rusak", "x")] * 600
    parameters = {"OUTPUT": str(target), "REJECTED": str(gone)}
    asked = CancelAfter(10**9)
    clean(run, sheet(cells), feedback=asked, **parameters)
    before = target.read_bytes(), gone.read_bytes()
    total = 10**9 - asked.left
    for share in (0.0, 0.3, 0.6, 0.9):
        with pytest.raises(QgsProcessingException, match="Stopped at your request"):
            clean(run, sheet(cells), feedback=CancelAfter(int(total * share)), **parameters)
    with pytest.raises(QgsProcessingException):
        clean(run, sheet(cells), layer("Polygon", [(None, ())]), **parameters)
    assert (target.read_bytes(), gone.read_bytes()) == before
    look_at(target, gone)


def test_no_table_of_rejected_rows_where_none_is_asked_for(run):
    result, _ = clean(run, sheet([("116.05", "-1.85"), ("0", "0")]), REJECTED=None)
    assert "REJECTED" not in result
    assert result["N_REJECTED"] == 1
