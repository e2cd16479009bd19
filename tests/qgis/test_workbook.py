# SPDX-License-Identifier: GPL-2.0-or-later
"""A workbook keeps text as text, numbers as numbers, days as days, and one sheet a table."""

from __future__ import annotations

from datetime import date

import pytest
from osgeo import gdal, ogr

from blankspot_plugin.bridge import workbook
from blankspot_plugin.bridge.workbook import Sheet

pytestmark = pytest.mark.usefixtures("qgis_app")

COLUMNS = [
    ("Code", "text"), ("Village", "text"), ("People", "whole"), ("Share", "real"), ("Day", "date"),
]  # fmt: skip
ROWS = [("0901", "=1+1", 12, 4.5, date(2026, 11, 23)), ("0902", "Été", None, None, None)]


def cells(sheet):
    return [tuple(one.items().values()) for one in sheet]


def test_cells_keep_their_type(tmp_path):
    path = tmp_path / "tabel.xlsx"
    for _ in range(2):
        workbook.write(path, [Sheet("Villages", COLUMNS, ROWS)])
    source = ogr.Open(str(path))
    sheet = source.GetLayer(0)
    assert (source.GetLayerCount(), sheet.GetName()) == (1, "Villages")
    assert cells(sheet) == [("0901", "=1+1", 12, 4.5, "2026/11/23"), ("0902", "Été", *[None] * 3)]
    kinds = [sheet.GetLayerDefn().GetFieldDefn(at).GetType() for at in range(5)]
    assert kinds == [ogr.OFTString, ogr.OFTString, ogr.OFTInteger, ogr.OFTReal, ogr.OFTDate]


def test_each_table_has_a_sheet_whose_name_a_spreadsheet_allows(tmp_path):
    path = tmp_path / "tabel.xlsx"
    long = "Villages by kecamatan and by status"
    names = ["a/b: [c]?", long, long, "", "Empty"]
    workbook.write(path, [Sheet(name, COLUMNS, ROWS if name else []) for name in names])
    source = ogr.Open(str(path))
    found = [source.GetLayer(at).GetName() for at in range(source.GetLayerCount())]
    assert found[:4] == ["a b c", long[:31].strip(), f"{long[:29].strip()} 2", "-"]
    assert all(len(name) <= 31 for name in found)


def test_it_says_so_too_where_gdal_was_told_to_raise(tmp_path):
    gdal.UseExceptions()
    try:
        with pytest.raises(OSError):
            workbook.write(tmp_path / "no" / "where.xlsx", [Sheet("A", [("a", "text")], [])])
    finally:
        gdal.DontUseExceptions()


def test_a_workbook_that_cant_be_written_says_so(tmp_path):
    with pytest.raises(OSError):
        workbook.write(tmp_path / "no" / "where.xlsx", [Sheet("A", [("a", "text")], [("b",)])])
