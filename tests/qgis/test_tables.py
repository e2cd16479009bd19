# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of a GeoPackage, written past QGIS's own sink, is the one that sink would make."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
    QgsWkbTypes,
)

from blankspot_plugin.bridge.tables import Table, announce, table_of
from tests.qgis.helpers import LAT, LON, points, rows, villages


def _wanted(file, name="gaps", geometry="(geom)"):
    return f"ogr:dbname='{file}' table=\"{name}\" {geometry}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (_wanted("/tmp/a.gpkg"), Table("/tmp/a.gpkg", "gaps", "geom")),
        (_wanted("/tmp/it's Ünï.GPKG".replace("'", r"\'"), "a b"),
         Table("/tmp/it's Ünï.GPKG", "a b", "geom")),
        (QgsProcessingOutputLayerDefinition(_wanted("/tmp/a.gpkg", "t", "(the_geom)")),
         Table("/tmp/a.gpkg", "t", "the_geom")),
        (_wanted("/tmp/a.sqlite"), None),
        ("ogr:dbname='/tmp/a.gpkg'", None),
        ("/tmp/a.gpkg", None),
        ("memory:", None),
        ("TEMPORARY_OUTPUT", None),
        (None, None),
        (QgsProperty.fromExpression("'x'"), None),
        (QgsProcessingOutputLayerDefinition(QgsProperty.fromExpression("'x'")), None),
    ],
)  # fmt: skip
def test_only_a_named_table_of_a_geopackage_is_one(value, expected):
    assert table_of(value) == expected


def _run(run, monkeypatch, file, by_qgis):
    if by_qgis:
        monkeypatch.setattr("blankspot_plugin.processing.writing.table_of", lambda value: None)
    result, _ = run(
        "analysis",
        {
            "SITES": points([(LON + 0.05, LAT + 0.05)]),
            "AREAS": villages(3),
            **{key: _wanted(file, key.lower()) for key in ("GAPS", "STATISTICS", "SUMMARY")},
        },
    )
    monkeypatch.undo()
    return result


def _all(file):
    queries = [f"select * from {name} order by fid" for name in ("gaps", "statistics", "summary")]
    queries += [
        "select name, sql from sqlite_master order by name",
        "select table_name, identifier, description, srs_id from gpkg_contents order by 1",
        "select * from gpkg_geometry_columns order by 1",
        "select * from gpkg_extensions order by 1, 2",
        "select f_table_name, f_geometry_column, useAsDefault, description from layer_styles",
        "select * from rtree_gaps_geom order by 1",
    ]
    with closing(sqlite3.connect(file)) as connection:
        return [connection.execute(query).fetchall() for query in queries]


def test_it_is_what_qgis_would_have_written(run, monkeypatch, tmp_path):
    ours, theirs = tmp_path / "ours.gpkg", tmp_path / "theirs.gpkg"
    made = _run(run, monkeypatch, ours, by_qgis=False)
    expected = _run(run, monkeypatch, theirs, by_qgis=True)
    assert _all(ours) == _all(theirs)
    for key in ("GAPS", "STATISTICS", "SUMMARY"):
        assert made[key] == expected[key].replace(str(theirs), str(ours))


def test_writing_over_one_table_leaves_the_others(run, monkeypatch, tmp_path):
    file = tmp_path / "all.gpkg"
    _run(run, monkeypatch, file, by_qgis=False)
    sites = points([(LON + 0.05, LAT + 0.05)])
    before = len(rows(QgsVectorLayer(f"{file}|layername=gaps")))
    result, _ = run("analysis", {"SITES": sites, "AREAS": villages(1), "GAPS": _wanted(file)})
    assert len(rows(QgsVectorLayer(result["GAPS"]))) == result["N_GAPS"] < before
    assert len(rows(QgsVectorLayer(f"{file}|layername=statistics"))) == 3


def test_a_table_that_cannot_be_made_is_said(run, monkeypatch, tmp_path):
    with pytest.raises(QgsProcessingException, match="can't be written"):
        _run(run, monkeypatch, tmp_path / "nowhere" / "all.gpkg", by_qgis=False)


def test_it_is_loaded_after_the_run_as_qgis_would(provider, tmp_path):
    algorithm = QgsApplication.processingRegistry().algorithmById("blankspot:analysis").create()
    project = QgsProject()
    value = QgsProcessingOutputLayerDefinition(_wanted(tmp_path / "a.gpkg"), project)
    table, context = table_of(value), QgsProcessingContext()
    announce(table, algorithm, {"GAPS": value}, "GAPS", context)
    ours = context.layersToLoadOnCompletion()
    context = QgsProcessingContext()
    sink, called = algorithm.parameterAsSink(
        {"GAPS": value}, "GAPS", context, QgsFields(), QgsWkbTypes.Type.Polygon,
        QgsCoordinateReferenceSystem("EPSG:32750"),
    )  # fmt: skip
    del sink
    theirs = context.layersToLoadOnCompletion()
    assert list(ours) == list(theirs) == [called] == [table.source]
    for field in ("name", "outputName", "layerTypeHint"):
        assert getattr(ours[called], field) == getattr(theirs[called], field), field
    assert ours[called].project is project


def test_nothing_is_loaded_that_was_not_asked_for(provider, tmp_path):
    algorithm = QgsApplication.processingRegistry().algorithmById("blankspot:analysis").create()
    value, context = _wanted(tmp_path / "a.gpkg"), QgsProcessingContext()
    announce(table_of(value), algorithm, {"GAPS": value}, "GAPS", context)
    assert not context.layersToLoadOnCompletion()
