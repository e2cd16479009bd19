# SPDX-License-Identifier: GPL-2.0-or-later
"""Results are read as they were written, from memory and from a GeoPackage."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from osgeo import ogr

from blankspot_plugin.bridge import results
from tests.qgis.helpers import LAT, LON, layer, points, rows, villages


def base(**more):
    return {
        "SITES": points([(LON + 0.05, LAT + 0.05, "4G")], "tech:string"),
        "TECHNOLOGY_FIELD": "tech",
        "AREAS": villages(3),
        "CODE_FIELD": "code",
        "NAME_FIELD": "name",
        "CENTRES": points([(LON + 0.05 + 0.1 * i, LAT + 0.05) for i in range(3)]),
        **more,
    }


def test_rows_are_those_of_the_layer(run):
    out, _ = run("analysis", base())
    found = results.read(out["STATISTICS"], out["SUMMARY"])
    assert list(found.rows) == rows(out["STATISTICS"])
    assert [row["status"] for row in found.rows] == ["covered", "blank", "blank"]
    assert set(found.ids) == set(out["STATISTICS"].allFeatureIds())
    assert found.rows[0]["pop"] is None
    assert found.definition.startswith("A village has the class of the signal at its centre")
    assert found.wifi_counts is False
    assert found.time is None


def test_the_definition_that_was_used_is_known_of_those_compared(run):
    wifi = points([(LON + 0.15, LAT + 0.05, "aktif")], "status:string")
    out, _ = run("analysis", base(WIFI=wifi, STATUS_FIELD="status", WIFI_COUNTS=True))
    found = results.read(out["STATISTICS"], out["SUMMARY"])
    assert found.wifi_counts is True
    assert {one.definition for one in found.comparison} == {"area", "centre", "distance"}
    (used,) = [one for one in found.comparison if one.used]
    assert (used.definition, used.wifi_counts) == ("centre", True)
    assert (used.covered, used.weak, used.blank, used.unknown) == (2, 0, 1, 0)


@pytest.mark.parametrize(("asked", "word"), [("distance", "distance"), (1, "area"), (0, "centre")])
def test_a_definition_by_word_or_by_place(run, asked, word):
    out, _ = run("analysis", base(DEFINITION=asked, WIFI_COUNTS=True))
    found = results.read(out["STATISTICS"], out["SUMMARY"])
    # Without any Wi-Fi no row counts it, and the one there is was used.
    assert [one.definition for one in found.comparison if one.used] == [word]


def test_without_a_summary_nothing_is_compared(run):
    out, _ = run("analysis", base())
    assert results.read(out["STATISTICS"], None).comparison == ()
    assert results.read(out["STATISTICS"], out["STATISTICS"]).comparison == ()


def test_a_geopackage_says_the_same_and_when(run, tmp_path):
    path = tmp_path / "hasil.gpkg"
    out, _ = run("analysis", base(STATISTICS=str(path)))
    found = results.of_source(f"{path}|layername=hasil")
    memory, _ = run("analysis", base())
    assert found.rows == results.read(memory["STATISTICS"]).rows
    assert "fid" not in found.fields
    assert found.definition and found.wifi_counts is False
    assert abs(datetime.now() - found.time) < timedelta(minutes=5)


def test_any_layer_with_a_status_can_be_read():
    plain = layer("Polygon", [(None, ("1", "blank"))], "code:string status:string")
    found = results.read(plain)
    assert (found.definition, found.wifi_counts, found.time) == ("", None, None)
    assert found.rows == ({"code": "1", "status": "blank"},)


@pytest.mark.parametrize("source", ["", "/nowhere/at_all.gpkg|layername=statistics"])
def test_what_is_not_there_any_more_is_none(qgis_app, source):
    assert results.of_source(source) is None


def test_a_layer_without_a_status_is_no_result(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")
    assert results.of_source(str(path)) is None


def test_a_sheet_keeps_codes_as_text_and_numbers_as_numbers(qgis_app, tmp_path):
    path = tmp_path / "tabel.xlsx"
    columns = [("Code", "text"), ("Village", "text"), ("People", "whole"), ("Share", "real")]
    written = [("0901", "=1+1", 12, 4.5), ("0902", "Été", None, None)]
    for _ in range(2):
        results.write_sheet(path, "Villages", columns, written)
    source = ogr.Open(str(path))
    sheet = source.GetLayer(0)
    assert (source.GetLayerCount(), sheet.GetName()) == (1, "Villages")
    assert [tuple(one.items().values()) for one in sheet] == written
    assert sheet.GetLayerDefn().GetFieldDefn(0).GetType() == ogr.OFTString


def test_a_sheet_that_cant_be_written_says_so(qgis_app, tmp_path):
    with pytest.raises(OSError):
        results.write_sheet(tmp_path / "no" / "where.xlsx", "A", [("a", "text")], [("b",)])
