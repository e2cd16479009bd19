# SPDX-License-Identifier: GPL-2.0-or-later
"""Style and metadata in a GeoPackage: what we write, QGIS and GDAL read as if it were theirs."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from osgeo import gdal
from qgis.core import QgsLayerMetadata, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from blankspot_plugin.bridge import geopackage
from blankspot_plugin.cartography.styling import style_layer
from tests.qgis.helpers import LAT, LON, layer, square

TABLE = """vil"lage's"""


@pytest.fixture
def file(tmp_path):
    """A GeoPackage of two tables."""
    path = tmp_path / "made.gpkg"
    source = layer("Polygon", [(square(LON, LAT), ("covered",))], "status:string")
    for name in (TABLE, "plain"):
        save = QgsVectorFileWriter.SaveVectorOptions()
        save.driverName, save.layerName = "GPKG", name
        if path.exists():
            save.actionOnExistingFile = (
                QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
            )
        made = QgsVectorFileWriter.writeAsVectorFormatV3(
            source, str(path), QgsProject.instance().transformContext(), save
        )
        assert made[0] == QgsVectorFileWriter.WriterError.NoError
    return path


def metadata(title):
    made = QgsLayerMetadata()
    made.setTitle(title)
    made.setAbstract("It's “so”.")
    made.addHistoryItem('one {"a": 1}')
    return made


def describe(path, table, title="Areas"):
    geopackage.describe(
        str(path), table, title, metadata(title), lambda made: style_layer(made, "areas")
    )


def test_qgis_reads_the_style_and_the_metadata(file):
    describe(file, TABLE)
    made = QgsVectorLayer(f"{file}|layername={TABLE}", "", "ogr")
    expected = QgsVectorLayer(f"{file}|layername={TABLE}", "", "ogr")
    style_layer(expected, "areas")
    assert made.renderer().dump() == expected.renderer().dump()
    assert made.labelsEnabled() == expected.labelsEnabled()
    assert made.listStylesInDatabase()[0] == 1
    found = made.metadata()
    assert (found.title(), found.abstract()) == ("Areas", "It's “so”.")
    assert found.history() == ['one {"a": 1}']
    assert found.crs() == made.crs()


def test_ours_is_written_over_and_what_qgis_saved_stays(file):
    made = QgsVectorLayer(f"{file}|layername={TABLE}", "", "ogr")
    made.saveStyleToDatabase("other", "by hand", True, "")
    for title in ("first", "second"):
        describe(file, TABLE, title)
    assert sorted(made.listStylesInDatabase()[2]) == ["default", "other"]
    made.saveStyleToDatabase("more", "by hand", False, "")
    assert made.listStylesInDatabase()[0] == 3
    again = QgsVectorLayer(f"{file}|layername={TABLE}", "", "ogr")
    assert again.metadata().title() == "second"
    with closing(sqlite3.connect(file)) as data:
        rows = data.execute(
            "SELECT count(*) FROM gpkg_metadata WHERE md_standard_uri LIKE '%qgis%'"
        )
        assert rows.fetchone() == (1,)


def test_tables_keep_their_own(file):
    describe(file, TABLE, "one")
    describe(file, "plain", "other")
    titles = [
        QgsVectorLayer(f"{file}|layername={name}", "", "ogr").metadata().title()
        for name in (TABLE, "plain")
    ]
    assert titles == ["one", "other"]


def test_gdal_finds_nothing_wrong(file):
    describe(file, TABLE)
    source = gdal.OpenEx(str(file), gdal.OF_VECTOR | gdal.OF_UPDATE)
    names = {source.GetLayer(place).GetName() for place in range(source.GetLayerCount())}
    assert {TABLE, "plain", "layer_styles"} <= names
    assert source.GetLayerByName("layer_styles").GetFeatureCount() == 1
    assert gdal.GetLastErrorMsg() == ""


def test_a_table_that_is_not_there_is_an_error(file):
    with pytest.raises(sqlite3.Error):
        geopackage.count(str(file), "nobody")


@pytest.mark.parametrize(
    ("destination", "expected"),
    [
        ("{}", "made"),
        ("{}|layername=t", "t"),
        ("{}.shp", None),
        ("memory:", None),
        ("x.gpkg", None),
    ],
)
def test_what_a_destination_names(file, destination, expected):
    found = geopackage.table_at(destination.format(file))
    assert found == (None if expected is None else (str(file), expected))
