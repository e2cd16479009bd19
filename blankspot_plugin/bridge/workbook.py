# SPDX-License-Identifier: GPL-2.0-or-later
"""Write a workbook of several sheets as XLSX through GDAL's driver, which QGIS brings."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal, ogr

from .fields import REAL, TEXT, WHOLE

DATE = "date"
_KINDS = {TEXT: ogr.OFTString, WHOLE: ogr.OFTInteger64, REAL: ogr.OFTReal, DATE: ogr.OFTDate}
# What a spreadsheet does not allow in the name of a sheet, and how long one may be.
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\']+")
_LONGEST = 31


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook.

    Attributes
    ----------
    name
        Cut to what a spreadsheet allows, and numbered where it is there twice.
    columns
        Headings and kinds (TEXT, WHOLE, REAL, DATE); text stays text, codes too.
    rows
        Cells; None is empty.
    """

    name: str
    columns: Sequence[tuple[str, str]]
    rows: Iterable[Sequence[object]]


def write(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write a workbook; a file that is there is written over.

    Raises
    ------
    OSError
        If it can't be written.
    """
    driver = ogr.GetDriverByName("XLSX")
    if driver is None:
        raise OSError("GDAL: XLSX")
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        # Python says at once why a file can't be there; GDAL only when it has all of it.
        path.write_bytes(b"")
        path.unlink()
        book = driver.CreateDataSource(str(path))
        if book is None:
            raise OSError(gdal.GetLastErrorMsg() or str(path))
        taken: set[str] = set()
        whole = all([_filled(book, sheet, _name(sheet.name, taken)) for sheet in sheets])
        # The file is written when the book goes.
        del book
    except RuntimeError as error:
        # Another plugin may have told GDAL to raise.
        raise OSError(str(error)) from error
    finally:
        gdal.PopErrorHandler()
    if not whole or not path.is_file() or not path.stat().st_size:
        raise OSError(gdal.GetLastErrorMsg() or str(path))


def _filled(book: ogr.DataSource, sheet: Sheet, name: str) -> bool:
    # An error raised from here would keep features alive beyond their book.
    layer = book.CreateLayer(name, geom_type=ogr.wkbNone)
    for title, kind in sheet.columns:
        layer.CreateField(ogr.FieldDefn(title, _KINDS[kind]))
    kinds = [kind for _, kind in sheet.columns]
    for cells in sheet.rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for at, (cell, kind) in enumerate(zip(cells, kinds)):
            if cell is None:
                continue
            if isinstance(cell, datetime.date):
                feature.SetField(at, cell.year, cell.month, cell.day, 0, 0, 0.0, 0)
            elif kind == TEXT:
                feature.SetField(at, str(cell))
            else:
                feature.SetField(at, cell)
        if layer.CreateFeature(feature) != 0:
            return False
    return True


def _name(wanted: str, taken: set[str]) -> str:
    plain = " ".join(_NOT_IN_NAME.sub(" ", wanted).split()) or "-"
    name, number = plain[:_LONGEST].strip(), 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: _LONGEST - len(str(number)) - 1].strip()} {number}"
    taken.add(name.casefold())
    return name
