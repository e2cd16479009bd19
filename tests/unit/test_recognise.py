# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses as officers paste them."""

from __future__ import annotations

import pytest

from blankspot_plugin.services import NAMES, presets
from blankspot_plugin.services.links import csv_link
from blankspot_plugin.services.recognise import recognise

HOST = "https://gis.example.go.id"
SHEET = "https://docs.google.com/spreadsheets"
WEB = f"{SHEET}/d/e/2PACX-K"


@pytest.mark.parametrize(
    ("url", "service"),
    [
        (f"{HOST}/geoserver/ows", "wfs"),
        (f"{HOST}/geoserver/palapa/ows?service=WFS&request=GetCapabilities", "wfs"),
        (f"{HOST}/cgi-bin/mapserv?map=/a.map", "wfs"),
        (f"{HOST}/cgi-bin/qgis_mapserv.fcgi?MAP=/a.qgs", "wfs"),
        (f"{HOST}/server/services/Menara/MapServer/WFSServer", "wfs"),
        (f"{HOST}/server/rest/services", "arcgis"),
        (f"{HOST}/arcgis/rest/services/A/FeatureServer/0", "arcgis"),
        (f"{HOST}/ogc/features/v1/collections/menara/items", "ogcapi"),
        (f"{HOST}/wfs3", "ogcapi"),
        (f"{HOST}/geoserver/ogc/features/v1", "ogcapi"),
        ("https://geonode.example.go.id/", "geonode"),
        (f"{HOST}/catalogue/#/dataset/12", "geonode"),
        (f"{HOST}/layers/geonode:menara", "geonode"),
        (f"{HOST}/api/v2/datasets", "geonode"),
        ("https://data.kaltimprov.go.id", "ckan"),
        (f"{HOST}/id/dataset/menara", "ckan"),
        (f"{HOST}/api/3/action/package_show?id=menara", "ckan"),
        (f"{HOST}/dataset/x/resource/y/download/menara.xlsx", "file"),
        (f"{SHEET}/d/KEY/edit#gid=0", "file"),
        (f"{HOST}/unduh/menara.KMZ?v=2", "file"),
        (f"{HOST}/api/bigdata/diskominfo/menara?per_page=100", "file"),
        (r"C:\Data\menara.gpkg", "file"),
        ("/home/officer/menara.csv", "file"),
    ],
)
def test_service_is_told_by_the_look(url, service):
    assert recognise(url) == service


def test_presets_are_recognised_and_say_they_are_untested():
    for preset in presets.PRESETS:
        assert preset.connection.service in NAMES
        assert recognise(preset.connection.url) == preset.connection.service
        assert not preset.tested


@pytest.mark.parametrize(
    ("shared", "link"),
    [
        (f"{SHEET}/d/KEY/edit?usp=sharing", f"{SHEET}/d/KEY/export?format=csv"),
        (f"{SHEET}/d/KEY/edit?gid=3#gid=7", f"{SHEET}/d/KEY/export?format=csv&gid=7"),
        (f"{SHEET}/u/1/d/KEY/view?gid=3", f"{SHEET}/d/KEY/export?format=csv&gid=3"),
        (f"{SHEET}/d/KEY", f"{SHEET}/d/KEY/export?format=csv"),
        (f"{WEB}/pubhtml?gid=5", f"{WEB}/pub?output=csv&gid=5&single=true"),
        (f"{WEB}/pub?output=csv", f"{WEB}/pub?output=csv"),
        (f"{SHEET}/d/KEY/export?format=xlsx", f"{SHEET}/d/KEY/export?format=xlsx"),
        (
            "https://drive.google.com/file/d/KEY/view?usp=sharing",
            "https://drive.google.com/uc?export=download&id=KEY",
        ),
        ("https://drive.google.com/open?id=KEY", "https://drive.google.com/uc?export=download&id=KEY"),
        (f"{HOST}/a.csv", f"{HOST}/a.csv"),
    ],
)  # fmt: skip
def test_shared_link_becomes_a_download(shared, link):
    assert csv_link(shared) == link
    assert csv_link(link) == link
