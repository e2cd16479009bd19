# SPDX-License-Identifier: GPL-2.0-or-later
"""A theme at several scales, on white, on imagery, in grey, as colour-blind eyes see it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsPreviewEffect
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QGraphicsScene

from blankspot_plugin.cartography.styling import role_title

from .stage import Stage

CRS = "EPSG:9490"
DPI = 150
PANEL = (62.0, 52.0)  # mm
# The pictures of a row, and QGIS's simulation for each.
MODES = {
    "white": None,
    "imagery": None,
    "grey": "PreviewGrayscale",
    "protanopia": "PreviewProtanope",
    "deuteranopia": "PreviewDeuteranope",
    "tritanopia": "PreviewTritanope",
}


@dataclass(frozen=True)
class Theme:
    """One picture: the roles on it from the top, around the first of a role, at which scales."""

    name: str
    roles: tuple[str, ...]
    around: str
    scales: tuple[int, ...]


def draw(stage: Stage, theme: Theme, scale: int, ground: str) -> QImage:
    """Draw a theme at a scale on white or imagery."""
    settings = QgsMapSettings()
    layers = [stage.layer(role) for role in theme.roles]
    settings.setLayers(layers + ([stage.imagery()] if ground == "imagery" else []))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(CRS))
    pixels = [round(side / 25.4 * DPI) for side in PANEL]
    settings.setOutputSize(QSize(*pixels))
    settings.setOutputDpi(DPI)
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing)
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), settings.destinationCrs(), QgsProject.instance()
    )
    first = next(stage.layer(theme.around).getFeatures())
    centre = to_map.transform(first.geometry().pointOnSurface().asPoint())
    half = [side / 2000 * scale for side in PANEL]
    settings.setExtent(
        QgsRectangle(
            centre.x() - half[0], centre.y() - half[1], centre.x() + half[0], centre.y() + half[1]
        )
    )
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def seen(picture: QImage, mode: str) -> QImage:
    """Return a picture as it is seen in grey or by colour-blind eyes, by QGIS's simulation."""
    if MODES[mode] is None:
        return picture
    effect = QgsPreviewEffect(None)
    effect.setEnabled(True)
    effect.setMode(getattr(QgsPreviewEffect.PreviewMode, MODES[mode]))
    scene = QGraphicsScene()
    scene.addPixmap(QPixmap.fromImage(picture)).setGraphicsEffect(effect)
    made = QImage(picture.size(), QImage.Format.Format_RGB32)
    box = QRectF(0, 0, picture.width(), picture.height())
    painter = QPainter(made)
    scene.render(painter, box, box)
    painter.end()
    return made


def legend(stage: Stage, theme: Theme, width: int) -> QImage:
    """Draw the legend of a theme's layers in columns."""
    entries = []
    for role in theme.roles:
        layer = stage.layer(role)
        if isinstance(layer, QgsRasterLayer):
            for text, colour in layer.renderer().legendSymbologyItems():
                entries.append((text, colour))
        else:
            for item in layer.renderer().legendSymbolItems():
                entries.append((item.label() or role_title(role), item.symbol().clone()))
    columns, line, side = 3, 44, 36
    rows = -(-len(entries) // columns)
    made = QImage(width, rows * line + 12, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    made.setDotsPerMeterX(round(DPI / 0.0254))
    made.setDotsPerMeterY(round(DPI / 0.0254))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(QFont("Open Sans", 7))
    for count, (text, look) in enumerate(entries):
        x = 8 + (count // rows) * (width // columns)
        y = 6 + (count % rows) * line
        if isinstance(look, QColor):
            painter.fillRect(x, y + 4, round(side * 1.6), side - 8, look)
        else:
            painter.drawImage(x, y, look.asImage(QSize(round(side * 1.6), side)))
        where = QRectF(x + side * 1.6 + 10, y, width / columns - side * 1.6 - 16, side)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(where, flags, text)
    painter.end()
    return made


def sheet(stage: Stage, theme: Theme, modes: tuple[str, ...]) -> QImage:
    """Put all pictures of a theme on one: a row a scale, a column a way of seeing."""
    rows = []
    for scale in theme.scales:
        white = draw(stage, theme, scale, "white")
        row = [
            draw(stage, theme, scale, mode) if mode == "imagery" else seen(white, mode)
            for mode in modes
        ]
        rows.append(row)
    wide, high, gap = rows[0][0].width(), rows[0][0].height(), 10
    width = len(modes) * (wide + gap) - gap
    key = legend(stage, theme, width)
    made = QImage(width, len(rows) * (high + gap) + key.height(), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    for down, row in enumerate(rows):
        for across, picture in enumerate(row):
            painter.drawImage(across * (wide + gap), down * (high + gap), picture)
            painter.drawRect(across * (wide + gap), down * (high + gap), wide - 1, high - 1)
    painter.drawImage(0, len(rows) * (high + gap), key)
    painter.end()
    return made
