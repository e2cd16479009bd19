# SPDX-License-Identifier: GPL-2.0-or-later
"""Write a project whose layers QGIS Server offers: ``qgis_project.py GEOPACKAGE PROJECT NAME...``.

A program of its own, for a test session without QGIS starts it too.
"""

from __future__ import annotations

import sys

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer


def main(geopackage, target, names):
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    layers = []
    for name in names:
        layer = QgsVectorLayer(f"{geopackage}|layername={name}", name, "ogr")
        assert layer.isValid(), name
        project.addMapLayer(layer)
        layers.append(layer)
    project.writeEntry("WFSLayers", "/", [layer.id() for layer in layers])
    for layer in layers:
        project.writeEntry("WFSLayersPrecision", f"/{layer.id()}", 8)
    project.writeEntry("WMSServiceTitle", "/", "Kabupaten contoh")
    assert project.write(target), project.error()
    project.clear()
    application.exitQgis()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
