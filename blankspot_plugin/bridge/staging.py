# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a pull gathers: a GeoPackage of its own, filled page by page by GDAL.

Nobody sees it until it is counted and whole. Pages of one layer differ: a column that holds
whole numbers on one holds text on the next, or is not there at all. So columns are added and
widened as pages come, and nothing is rounded or dropped to fit the first page.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from osgeo import gdal, ogr, osr
from qgis.core import QgsVectorLayer

from ..core.errors import AnswerUnreadable, Cancelled, NotALayer
from ..services.model import Page
from .renaming import copy, names_of

TABLE = "pulled"
GEOMETRY = "geom"
# Names a source may not use for a column of its own, the first free one is taken.
_KEYS = ("fid", "ogc_fid", "blankspot_fid")
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
# Told to GDAL while a page is opened. The first row of a sheet is its head, also where all of it
# is text and GDAL would not guess so; a shapefile without its index of offsets is whole.
_CONFIG = {
    "xlsx": ("OGR_XLSX_HEADERS", "FORCE"),
    "ods": ("OGR_ODS_HEADERS", "FORCE"),
    "xls": ("OGR_XLS_HEADERS", "FORCE"),
    "shp": ("SHAPE_RESTORE_SHX", "YES"),
}
# From narrow to wide; what is in neither list becomes text.
_NUMBERS = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
_TIMES = (ogr.OFTDate, ogr.OFTDateTime)


class Staging:
    """A GeoPackage with one table that pages are added to.

    Parameters
    ----------
    path
        Where it is made; must not exist.
    url
        Where the pages come from, for messages.
    is_cancelled
        Asked while features are copied.
    """

    def __init__(self, path: Path, url: str, is_cancelled: Callable[[], bool]) -> None:
        self._url = url
        self._is_cancelled = is_cancelled
        # Nobody else has the file open, and it is thrown away if the machine stops.
        with _option("OGR_SQLITE_SYNCHRONOUS", "OFF"):
            driver = gdal.GetDriverByName("GPKG")
            self._data = driver.Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        if self._data is None:
            raise OSError(gdal.GetLastErrorMsg())
        self._crs: osr.SpatialReference | None = None
        self._spatial = False
        self._reserved: tuple[str, ...] = ()
        self._pages = 0

    def add(self, page: Page, source: Future[gdal.Dataset]) -> int:
        """Add a page and return how many features it held.

        Parameters
        ----------
        page
            What it is.
        source
            The page, being opened by :func:`opened`.

        Raises
        ------
        AnswerUnreadable
            If the reader can't read it to its end.
        OSError
            If there is no room for it.
        NotALayer
            If it holds no table.
        Cancelled
            If the officer stopped the run.
        """
        data = source.result()
        layer = data.GetLayerByName(page.layer) if page.layer else data.GetLayer(0)
        if layer is None:
            raise NotALayer(self._url, page.layer)
        target = self._table(layer, page)
        names = names_of(layer.GetLayerDefn(), self._reserved)
        self._widen(target, layer.GetLayerDefn(), names)
        before = target.GetFeatureCount()
        if self._pages == 1 and self._spatial:
            # From here on the index grows while the next page is fetched.
            self._data.ExecuteSQL(f"SELECT CreateSpatialIndex('{TABLE}', '{GEOMETRY}')")
        self._pages += 1
        self._copy(data, layer, page, names)
        return int(self._data.GetLayerByName(TABLE).GetFeatureCount()) - int(before)

    def close(self) -> None:
        """Write what is still in memory; the file may be read by others from here on."""
        self._data = None

    def _table(self, layer: ogr.Layer, page: Page) -> ogr.Layer:
        table = self._data.GetLayerByName(TABLE)
        if table is not None:
            return table
        definition = layer.GetLayerDefn()
        # GML tells by its features only: those of the next page may have geometries.
        spatial = page.format == "gml" or definition.GetGeomType() != ogr.wkbNone
        self._spatial = spatial
        self._crs = _crs(page.crs) or layer.GetSpatialRef()
        names = {
            definition.GetFieldDefn(i).GetName().lower() for i in range(definition.GetFieldCount())
        }
        key = free_key(names)
        self._reserved = (key, GEOMETRY) if spatial else (key,)
        return self._data.CreateLayer(
            TABLE,
            self._crs if spatial else None,
            # Settled once all of it is there: see settle.py.
            ogr.wkbUnknown if spatial else ogr.wkbNone,
            [f"FID={key}", f"GEOMETRY_NAME={GEOMETRY}", "SPATIAL_INDEX=NO"],
        )

    def _widen(self, target: ogr.Layer, source: ogr.FeatureDefn, names: list[str]) -> None:
        """Give the table every column of the page, each wide enough for both."""
        have = target.GetLayerDefn()
        for place in range(source.GetFieldCount()):
            field = source.GetFieldDefn(place)
            index = have.GetFieldIndex(names[place])
            if index < 0:
                target.CreateField(_column(names[place], field.GetType(), field.GetSubType()))
                continue
            old = have.GetFieldDefn(index)
            kind, subtype = _wider(old, field)
            if (kind, subtype) != (old.GetType(), old.GetSubType()):
                wider = _column(old.GetName(), kind, subtype)
                target.AlterFieldDefn(index, wider, ogr.ALTER_TYPE_FLAG)

    def _copy(self, source: gdal.Dataset, layer: ogr.Layer, page: Page, names: list[str]) -> None:
        crs = _crs(page.crs) or layer.GetSpatialRef()
        differs = bool(self._crs and crs and not crs.IsSame(self._crs))
        definition = layer.GetLayerDefn()
        if names != [definition.GetFieldDefn(at).GetName() for at in range(len(names))]:
            turned = osr.CoordinateTransformation(crs, self._crs) if differs else None
            table = self._data.GetLayerByName(TABLE)
            copy(layer, table, names, turned, self._is_cancelled)
            return
        options = gdal.VectorTranslateOptions(
            accessMode="append",
            layerName=TABLE,
            layers=[layer.GetName()],
            srcSRS=_text(crs) if differs else None,
            dstSRS=_text(self._crs) if differs else None,
            reproject=differs,
            geometryType=_promoted(layer),
            callback=lambda *_: not self._is_cancelled(),
        )
        try:
            done = gdal.VectorTranslate(self._data, source, options=options)
        except RuntimeError:
            # Some plugins switch GDAL's exceptions on, for everybody.
            done = None
        if self._is_cancelled():
            raise Cancelled
        if not done:
            reason = gdal.GetLastErrorMsg()
            # "database or disk is full", "disk I/O error": SQLite's words, no fault of the page.
            raise OSError(reason) if "disk" in reason else AnswerUnreadable(self._url, reason)


def staged_layer(path: Path) -> QgsVectorLayer:
    """Return the table of a closed staging as a layer.

    Raises
    ------
    NotALayer
        If QGIS can't open it.
    """
    layer = QgsVectorLayer(f"{path}|layername={TABLE}", "", "ogr")
    if not layer.isValid():
        raise NotALayer(path.name)
    return layer


def free_key(names: set[str]) -> str:
    """Return a name for the table's own key that none of its columns has, small letters."""
    return next(key for key in _KEYS if key not in names)


class _option:  # noqa: N801 - read as a statement
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
    told = _CONFIG.get(page.format)
    if told is None:
        return _open(page, url)
    with _option(*told):
        source = _open(page, url)
        # Workbooks are read when their first row is asked for.
        for at in range(source.GetLayerCount()):
            source.GetLayer(at).GetFeatureCount()
    return source


def _open(page: Page, url: str) -> gdal.Dataset:
    try:
        source = gdal.OpenEx(
            str(page.path),
            gdal.OF_VECTOR,
            allowed_drivers=_DRIVERS.get(page.format, []),
            open_options=_OPTIONS.get(page.format, []),
        )
    except RuntimeError:
        source = None
    if source is None:
        raise AnswerUnreadable(url, gdal.GetLastErrorMsg())
    return source


def _crs(name: str) -> osr.SpatialReference | None:
    if not name:
        return None
    crs = osr.SpatialReference()
    if crs.SetFromUserInput(name) != 0:
        return None
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def _text(crs: osr.SpatialReference) -> str:
    return crs.ExportToWkt(["FORMAT=WKT2_2018"])


def _promoted(layer: ogr.Layer) -> str | None:
    """Areas and lines become multipart, as databases send them mixed; points stay points."""
    kind = ogr.GT_Flatten(layer.GetGeomType())
    return None if kind in (ogr.wkbPoint, ogr.wkbNone, ogr.wkbMultiPoint) else "PROMOTE_TO_MULTI"


def _column(name: str, kind: int, subtype: int) -> ogr.FieldDefn:
    """Return a column as a GeoPackage can hold it: lists become text."""
    known = (*_NUMBERS, *_TIMES, ogr.OFTBinary)
    column = ogr.FieldDefn(name, kind if kind in known else ogr.OFTString)
    if kind == ogr.OFTInteger and subtype == ogr.OFSTBoolean:
        column.SetSubType(subtype)
    return column


def _wider(old: ogr.FieldDefn, new: ogr.FieldDefn) -> tuple[int, int]:
    """Return the type and subtype that hold the values of both without loss."""
    a, b = old.GetType(), _column("", new.GetType(), new.GetSubType()).GetType()
    same = old.GetSubType() == new.GetSubType()
    subtype = old.GetSubType() if same else ogr.OFSTNone
    for family in (_NUMBERS, _TIMES):
        if a in family and b in family:
            return max(a, b, key=family.index), subtype if a == b else ogr.OFSTNone
    return (a, subtype) if a == b else (ogr.OFTString, ogr.OFSTNone)
