# SPDX-License-Identifier: GPL-2.0-or-later
"""Draw every style on the sample: on white, on imagery, in grey, as colour-blind eyes see it.

``specimens.py`` puts the pictures of ``docs/styles.md`` into ``docs/images``;
``specimens.py FOLDER [AREAS]`` puts larger ones into a folder, on other villages if given.
What the sample lacks (levels, proposals, change) is computed from it by a plain formula.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["GDAL_PAM_ENABLED"] = "NO"

import numpy as np  # noqa: E402
from osgeo import gdal, osr  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsPreviewEffect  # noqa: E402
from qgis.PyQt.QtCore import QRectF, QSize, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPixmap  # noqa: E402
from qgis.PyQt.QtWidgets import QGraphicsScene  # noqa: E402

IMAGES = ROOT / "docs" / "images"
CRS = "EPSG:9490"
DPI = 150
PANEL = (62.0, 52.0)  # mm
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


THEMES = (
    Theme("villages", ("kecamatan", "gaps", "areas", "neighbours"), "sites", (600_000, 200_000)),
    Theme("coverage", ("outline", "gaps", "coverage"), "change", (600_000, 200_000)),
    Theme("technology", ("outline", "coverage_technology"), "declared", (600_000, 200_000)),
    Theme("evidence", ("measured", "outline", "declared", "signal"), "declared", (250_000, 50_000)),
    Theme("sites", ("sites", "wifi", "outline", "roads"), "sites", (600_000, 100_000)),
    Theme(
        "ground",
        ("facilities", "centres", "outline", "settlements", "roads", "rivers", "water"),
        "sites",
        (200_000, 50_000),
    ),
    Theme(
        "proposals", ("proposals", "kecamatan", "gaps", "areas"), "proposals", (750_000, 200_000)
    ),
    Theme("change", ("outline", "change"), "change", (500_000, 150_000)),
)


class Stage:
    """The layers of all roles, made once from the sample and the villages.

    Parameters
    ----------
    folder
        For files made on the way.
    areas
        Villages instead of those of the sample, '' for none.
    """

    def __init__(self, folder: Path, areas: str) -> None:
        from blankspot_plugin import paths

        self.folder = folder
        self.areas = areas or self._table("areas")
        self.own = bool(areas)
        self.sample = paths.sample()
        self.sites = self._table("sites")
        self._layers: dict[str, QgsMapLayer] = {}
        self.result = self._analyse(self.sites, "now")
        self.before = self._analyse(self._table("sites_2024"), "before")

    def _table(self, name: str) -> str:
        from blankspot_plugin import paths

        return f"{paths.sample()}|layername={name}"

    def _analyse(self, sites: str, name: str) -> dict[str, object]:
        import processing

        from blankspot_plugin.core.purpose_fields import guess_fields

        names = QgsVectorLayer(self.areas, "areas", "ogr").fields().names()
        keys = ("COVERAGE_OUTPUT", "GAPS", "STATISTICS", "SUMMARY")
        outputs = {key: str(self.folder / f"{name}_{key}.gpkg".lower()) for key in keys}
        return processing.run(
            "blankspot:analysis",
            {
                "SITES": sites,
                "TECHNOLOGY_FIELD": "technology",
                "AZIMUTH_FIELD": "azimuth",
                "BEAMWIDTH_FIELD": "beamwidth",
                "WIFI": self._table("wifi"),
                "STATUS_FIELD": "status",
                "SETTLEMENTS": self._table("settlements"),
                "AREAS": self.areas,
                "EXCLUDE": self._table("water"),
                **guess_fields("areas", names),
                **outputs,
            },
        )

    def layer(self, role: str) -> QgsMapLayer:
        """Return the layer of a role, in its style."""
        from blankspot_plugin.cartography import styling

        if role not in self._layers:
            make = getattr(self, f"_{role}", None)
            layer = make() if make else QgsVectorLayer(self._table(role), role, "ogr")
            assert layer.isValid(), role
            styling.style_layer(layer, role)
            self._layers[role] = layer
        return self._layers[role]

    def _outline(self) -> QgsVectorLayer:
        return QgsVectorLayer(self.areas, "outline", "ogr")

    def _areas(self) -> QgsVectorLayer:
        return QgsVectorLayer(str(self.result["STATISTICS"]), "areas", "ogr")

    def _gaps(self) -> QgsVectorLayer:
        return QgsVectorLayer(str(self.result["GAPS"]), "gaps", "ogr")

    def _coverage(self) -> QgsVectorLayer:
        return QgsVectorLayer(str(self.result["COVERAGE_OUTPUT"]), "coverage", "ogr")

    def _coverage_technology(self) -> QgsVectorLayer:
        import processing

        made = processing.run(
            "blankspot:coverage",
            {
                "INPUT": self.sites,
                "TECHNOLOGY_FIELD": "technology",
                "GROUP_FIELD": "technology",
                "OUTPUT": "memory:",
            },
        )
        return made["OUTPUT"]

    def _declared(self) -> QgsVectorLayer:
        """The covered discs of three towers, as an operator would draw them: rounded, bolder."""
        made = QgsVectorLayer("Polygon?crs=EPSG:4326&field=class:string", "declared", "memory")
        rows = []
        for count, site in enumerate(self._places(12)):
            for name, radius in (("weak", 0.05), ("covered", 0.036)):
                row = QgsFeature(made.fields())
                row.setGeometry(QgsGeometry.fromPointXY(site).buffer(radius, 3))
                row.setAttributes([name])
                if count % 2 == 0:
                    rows.append(row)
        made.dataProvider().addFeatures(rows)
        made.updateExtents()
        return made

    def _places(self, step: int = 1) -> list[QgsPointXY]:
        layer = QgsVectorLayer(self.sites, "sites", "ogr")
        return [feature.geometry().asPoint() for feature in layer.getFeatures()][::step]

    def _level(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Levels by distance to the nearest tower alone: -60 dBm at 200 m, 38 dB a decade."""
        km = np.full(lon.shape, np.inf)
        for site in self._places():
            km = np.minimum(km, np.hypot(lon - site.x(), lat - site.y()) * 111.2)
        return -60.0 - 35.0 * np.log10(np.maximum(km, 0.05) / 0.2)

    def _signal(self) -> QgsRasterLayer:
        west, north, cell, columns, rows = 115.6, -0.95, 0.002, 500, 760
        lon, lat = np.meshgrid(
            west + cell * (np.arange(columns) + 0.5), north - cell * (np.arange(rows) + 0.5)
        )
        return self._raster("signal", [self._level(lon, lat)], (west, north, cell))

    def _raster(
        self, name: str, bands: list[np.ndarray], corner: tuple[float, float, float]
    ) -> QgsRasterLayer:
        west, north, cell = corner
        path = str(self.folder / f"{name}.tif")
        rows, columns = bands[0].shape
        kind = gdal.GDT_Byte if bands[0].dtype == np.uint8 else gdal.GDT_Float32
        made = gdal.GetDriverByName("GTiff").Create(path, columns, rows, len(bands), kind)
        made.SetGeoTransform((west, cell, 0.0, north, 0.0, -cell))
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(4326)
        made.SetProjection(crs.ExportToWkt())
        for number, band in enumerate(bands, 1):
            made.GetRasterBand(number).WriteArray(band)
        del made
        return QgsRasterLayer(path, name, "gdal")

    def _measured(self) -> QgsVectorLayer:
        """A drive along the roads, a level every 600 m, with a wave added for terrain."""
        made = QgsVectorLayer("Point?crs=EPSG:4326&field=dbm:double", "measured", "memory")
        rows, count = [], 0
        for road in QgsVectorLayer(self._table("roads"), "roads", "ogr").getFeatures():
            line = road.geometry()
            for at in np.arange(0.002, line.length(), 0.006):
                row = QgsFeature(made.fields())
                row.setGeometry(line.interpolate(float(at)))
                place = row.geometry().asPoint()
                level = float(self._level(np.array(place.x()), np.array(place.y())))
                row.setAttributes([round(level + 9 * np.sin(count)) if count % 23 else None])
                rows.append(row)
                count += 1
        made.dataProvider().addFeatures(rows)
        made.updateExtents()
        return made

    def _proposals(self) -> QgsVectorLayer:
        """The largest gaps, a point in each; the tenth and the twentieth were proposed before."""
        fields = "field=rank:integer&field=gain:double&field=name:string&field=proposed:integer"
        made = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "proposals", "memory")
        gaps = [gap for gap in self.layer("gaps").getFeatures() if gap["class"] == "blank"]
        gaps.sort(key=lambda gap: -gap["area_km2"])
        rows = []
        for rank, gap in enumerate(gaps[:40], 1):
            row = QgsFeature(made.fields())
            row.setGeometry(gap.geometry().poleOfInaccessibility(0.001)[0])
            row.setAttributes([rank, gap["area_km2"], gap["name"], None if rank % 10 else 2025])
            rows.append(row)
        made.dataProvider().addFeatures(rows)
        made.updateExtents()
        return made

    def _change(self) -> QgsVectorLayer:
        """Blank then and now: what one has and the other has not."""
        made = QgsVectorLayer(
            "Polygon?crs=EPSG:4326&field=change:string&field=name:string", "change", "memory"
        )
        now, before = (self._blank(result) for result in (self.result, self.before))
        rows = []
        for name, shape in (
            ("gone", before.difference(now)),
            ("new", now.difference(before)),
            ("persistent", now.intersection(before)),
        ):
            for part in sorted(shape.asGeometryCollection(), key=lambda part: -part.area()):
                row = QgsFeature(made.fields())
                row.setGeometry(part)
                row.setAttributes([name, None])
                if part.area() > 1e-5:
                    rows.append(row)
        made.dataProvider().addFeatures(rows)
        made.updateExtents()
        return made

    def _blank(self, result: dict[str, object]) -> QgsGeometry:
        gaps = QgsVectorLayer(str(result["GAPS"]), "gaps", "ogr")
        parts = [gap.geometry() for gap in gaps.getFeatures() if gap["class"] == "blank"]
        return QgsGeometry.unaryUnion(parts)

    def imagery(self) -> QgsRasterLayer:
        """Return what looks like a satellite's picture of forest and bare land."""
        if "imagery" not in self._layers:
            bumps, clearings = _noise(1200, 1.2, 64), _noise(1200, 1.7, 65)
            bare = clearings > 1.1
            tones = [
                np.where(bare, light + 14 * bumps, dark + 13 * bumps)
                for light, dark in ((176, 48), (160, 74), (132, 42))
            ]
            bands = [np.clip(tone, 0, 255).astype(np.uint8) for tone in tones]
            self._layers["imagery"] = self._raster("imagery", bands, (115.5, -0.9, 0.0014))
        return self._layers["imagery"]


def _noise(side: int, roughness: float, seed: int) -> np.ndarray:
    """Return a square of noise whose power falls with frequency, of mean 0 and deviation 1."""
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None, :])
    frequency[0, 0] = 1.0
    waves = np.fft.fft2(np.random.default_rng(seed).normal(size=(side, side)))
    made = np.fft.ifft2(waves / frequency**roughness).real
    return (made - made.mean()) / made.std()


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
            from blankspot_plugin.cartography.styling import role_title

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


def main() -> None:
    """Draw the themes for the docs, or into a folder."""
    application = QgsApplication([], True)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from blankspot_plugin.plugin import BlankSpotPlugin

    plugin = BlankSpotPlugin(None)
    plugin.initProcessing()
    target = Path(sys.argv[1]) if sys.argv[1:] else IMAGES
    wanted = [theme for theme in THEMES if not sys.argv[3:] or theme.name in sys.argv[3:]]
    modes = tuple(MODES) if sys.argv[1:] else ("white", "imagery", "grey", "deuteranopia")
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), "".join(sys.argv[2:3]))
        for theme in wanted:
            picture = sheet(stage, theme, modes)
            if target == IMAGES:
                smooth = Qt.TransformationMode.SmoothTransformation
                path = target / f"style-{theme.name}.jpg"
                picture.scaledToWidth(1200, smooth).save(str(path), quality=82)
            else:
                path = target / f"{theme.name}.png"
                picture.save(str(path))
            print(path)
    plugin.unload()


if __name__ == "__main__":
    main()
