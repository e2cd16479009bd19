# SPDX-License-Identifier: GPL-2.0-or-later
"""A page of any format as GDAL reads it."""

from __future__ import annotations

from osgeo import gdal

from ..core.errors import AnswerUnreadable
from ..services import dbf_encoding, whole_numbers
from ..services.model import Page
from . import shaped

_DRIVERS = {
    "geojson": ["GeoJSON"],
    "esrijson": ["ESRIJSON"],
    "gml": ["GML"],
    "csv": ["CSV"],
    "xlsx": ["XLSX"],
    "ods": ["ODS"],
    "xls": ["XLS"],
    "gpkg": ["GPKG"],
    "kml": ["LIBKML", "KML"],
    "tab": ["MapInfo File"],
    "mif": ["MapInfo File"],
    "shp": ["ESRI Shapefile"],
}
_OPTIONS = {
    # Attributes with dots or lists stay text; the id of a feature is kept as a column.
    "geojson": ["NATIVE_DATA=NO"],
    # A spare file beside the page would hold what the first page looked like; a schema would be
    # fetched past QGIS's proxy and logins.
    "gml": ["WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO"],
    # All is text until every row has been seen: see settle.py.
    "csv": ["AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=YES"],
}
_WORKBOOKS = ("xlsx", "ods", "xls")
# Told to GDAL while a page is opened. The first row of a sheet is its head, also where all of it
# is text and GDAL would not guess so; a shapefile without its index of offsets is whole.
_CONFIG = {
    # As of a CSV, or 0101 would be 101.
    "gml": ("GML_FIELDTYPES", "ALWAYS_STRING"),
    "xlsx": ("OGR_XLSX_HEADERS", "FORCE"),
    "ods": ("OGR_ODS_HEADERS", "FORCE"),
    "xls": ("OGR_XLS_HEADERS", "FORCE"),
    "shp": ("SHAPE_RESTORE_SHX", "YES"),
}


class option:  # noqa: N801 - read as a statement
    """Set an option of GDAL for a while, in this thread."""

    def __init__(self, name: str, value: str) -> None:
        self._name, self._value = name, value

    def __enter__(self) -> None:
        self._before = gdal.GetThreadLocalConfigOption(self._name)
        gdal.SetThreadLocalConfigOption(self._name, self._value)

    def __exit__(self, *_: object) -> None:
        gdal.SetThreadLocalConfigOption(self._name, self._before)


def opened(page: Page, url: str) -> gdal.Dataset:
    """Return a page as GDAL reads it; what follows page by page may be done in any thread.

    Raises
    ------
    AnswerUnreadable
        If no reader can open it.
    """
    if page.format == "geojson":
        source = shaped.dataset(page.path, _OPTIONS["geojson"])
        if source is not None:
            return source
    if page.format in ("geojson", "esrijson"):
        whole_numbers.spell_out(page.path, url)
    told = _CONFIG.get(page.format)
    if told is None:
        return _open(page, url)
    with option(*told):
        source = _open(page, url)
        # Workbooks are read when their first row is asked for.
        for at in range(source.GetLayerCount() if page.format in _WORKBOOKS else 0):
            source.GetLayer(at).GetFeatureCount()
    return source


def _open(page: Page, url: str) -> gdal.Dataset:
    options = _OPTIONS.get(page.format, [])
    if page.format == "shp":
        options = [f"ENCODING={dbf_encoding.of(page.path.with_suffix('.dbf'))}"]
    try:
        source = gdal.OpenEx(
            str(page.path),
            gdal.OF_VECTOR,
            allowed_drivers=_DRIVERS.get(page.format, []),
            open_options=options,
        )
    except RuntimeError:
        source = None
    if source is None:
        raise AnswerUnreadable(url, gdal.GetLastErrorMsg())
    return source
