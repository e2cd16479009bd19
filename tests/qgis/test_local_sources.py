# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS knows already is listed, and pulled like any other source."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingException,
    QgsProject,
    QgsProviderRegistry,
    QgsSettings,
)

from blankspot_plugin.bridge import local_sources
from blankspot_plugin.bridge.provenance import provenance_of
from tests.qgis.helpers import layer
from tests.servers.fixtures import *  # noqa: F403

# Where QGIS files connections: up to 3.24, and since.
OLD = {
    "qgis/connections-wfs/Palapa/url": "https://palapa.example/geoserver/ows",
    "qgis/WFS/Palapa/authcfg": "abc1234",
    "qgis/connections-wfs/API/url": "https://api.example/features",
    "qgis/connections-wfs/API/version": "OGC_API_FEATURES",
    "qgis/connections-arcgisfeatureserver/BIG/url": "https://big.example/rest",
}
NEW = {
    "connections/ows/items/wfs/connections/items/Palapa/url": "https://palapa.example/ows",
    "connections/ows/items/wfs/connections/items/Palapa/authcfg": "abc1234",
    "connections/ows/items/wfs/connections/items/API/url": "https://api.example/features",
    "connections/ows/items/wfs/connections/items/API/version": "OGC_API_FEATURES",
    "connections/arcgisfeatureserver/items/BIG/url": "https://big.example/rest",
}


@pytest.mark.parametrize("filed", [OLD, NEW], ids=["old", "new"])
def test_stored_connections_are_listed_without_their_login(qgis_app, filed):
    settings = QgsSettings()
    for key, value in filed.items():
        settings.setValue(key, value)
    try:
        found = {each.name: each for each in local_sources.stored()}
    finally:
        for key in filed:
            settings.remove(key)
    assert found["Palapa"].connection.service == "wfs"
    assert found["Palapa"].authcfg == "abc1234"
    assert found["API"].connection.service == "ogcapi"
    assert found["BIG"].connection.url == "https://big.example/rest"
    assert "abc1234" not in repr(found["Palapa"].connection)


def test_open_layers_are_listed_and_pulled(run):
    project = QgsProject.instance()
    shapes = [("POINT(116 -2)", ["a"]), (None, ["b"])]
    one = layer("Point", shapes, "nama:string", name="menara")
    project.addMapLayer(one)
    try:
        (info,) = local_sources.open_layers(project)
        assert (info.title, info.geometry, info.count) == ("menara", "point", 2)
        import processing

        result = processing.run(
            "blankspot:pull", {"SERVICE": "layer", "LAYER": info.name, "OUTPUT": "memory:"}
        )
        made = result["OUTPUT"]
        assert (result["COUNT"], result["EXPECTED"], made.featureCount()) == (2, 2, 2)
        assert provenance_of(made).service == "layer"
    finally:
        project.removeAllMapLayers()


def test_a_layer_that_is_not_open_is_named(run):
    with pytest.raises(QgsProcessingException, match="menara_x"):
        run("pull", {"SERVICE": "layer", "LAYER": "menara_x"})


def test_a_postgis_table_is_a_source_like_the_others(run, postgis):
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", str(postgis.port), "kabupaten", "postgres", "")
    made = metadata.createConnection(uri.uri(False), {"saveUsername": True})
    metadata.saveConnection(made, "Basis data")
    try:
        names = [info.name for info in local_sources.tables("Basis data")]
        assert sorted(names) == sorted(
            ["public.desa", "public.kecamatan", "public.menara", "public.wifi", "public.penduduk"]
        )
        given = {"SERVICE": "postgres", "URL": "Basis data", "LAYER": "public.menara"}
        result, _ = run("pull", given)
        assert result["COUNT"] == result["EXPECTED"] == result["OUTPUT"].featureCount() > 0
        with pytest.raises(QgsProcessingException, match="menara"):
            run("pull", {**given, "LAYER": "public.no_such"})
    finally:
        metadata.deleteConnection("Basis data")
