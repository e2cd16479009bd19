# SPDX-License-Identifier: GPL-2.0-or-later
"""Draw layers as a map does, at a scale, and look at what came out."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

DPI = 150


def map_settings(layers, lonlat, scale, size=(100, 80), crs="EPSG:32750", rotation=0.0):
    """A map of some millimetres around a place, which knows its scale."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setOutputDpi(DPI)
    settings.setOutputSize(QSize(*(round(side / 25.4 * DPI) for side in size)))
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing)
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), settings.destinationCrs(), QgsProject.instance()
    )
    middle = there.transform(QgsPointXY(*lonlat))
    half = [side / 2000 * scale for side in size]
    settings.setExtent(
        QgsRectangle(
            middle.x() - half[0], middle.y() - half[1], middle.x() + half[0], middle.y() + half[1]
        )
    )
    settings.setRotation(rotation)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    return settings


def drawn(settings):
    """The picture and where the labels stand, as rectangles of the map."""
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    labels = job.takeLabelingResults()
    return job.renderedImage(), labels.labelsWithinRect(settings.visibleExtent()) if labels else []
