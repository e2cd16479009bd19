# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of all roles, made from the sample; what it lacks by a plain formula."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal, osr
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsRasterLayer,
    QgsVectorLayer,
)

from blankspot_plugin import paths
from blankspot_plugin.cartography import styling
from blankspot_plugin.core.purpose_fields import guess_fields


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
        self.folder = folder
        self.areas = areas or self._table("areas")
        self.sites = self._table("sites")
        self._layers: dict[str, QgsMapLayer] = {}
        self.result = self._analyse(self.sites, "now")
        self.before = self._analyse(self._table("sites_2024"), "before")

    def _table(self, name: str) -> str:
        return f"{paths.sample()}|layername={name}"

    def _analyse(self, sites: str, name: str) -> dict[str, object]:
        import processing

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
        """What reaches round some towers, coarsely, as an operator would draw it."""
        made = QgsVectorLayer("Polygon?crs=EPSG:4326&field=class:string", "declared", "memory")
        rows = []
        for site in self._places(24):
            place = QgsGeometry.fromPointXY(site)
            covered = place.buffer(0.036, 3)
            for name, shape in (
                ("weak", place.buffer(0.05, 3).difference(covered)),
                ("covered", covered),
            ):
                row = QgsFeature(made.fields())
                row.setGeometry(shape)
                row.setAttributes([name])
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
