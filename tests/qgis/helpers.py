# SPDX-License-Identifier: GPL-2.0-or-later
"""Small layers to work on, and one way to run an algorithm."""

from __future__ import annotations

import csv
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

# On the equator side of UTM zone 50 S, where one degree is about 111 km.
LON, LAT = 116.0, -1.9


class Said(QgsProcessingFeedback):
    """Feedback that remembers what was said."""

    def __init__(self):
        super().__init__(False)
        self.info: list[str] = []
        self.warnings: list[str] = []

    def pushInfo(self, info):
        self.info.append(info)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    @property
    def text(self):
        return "\n".join(self.info + self.warnings)


class CancelAfter(Said):
    """Feedback that is cancelled once it was asked a number of times."""

    def __init__(self, asked):
        super().__init__()
        self.left = asked

    def isCanceled(self):
        self.left -= 1
        return self.left < 0


def run_alg(name, parameters, feedback=None):
    """Run ``blankspot:<name>``; outputs not named go to memory."""
    import processing
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().algorithmById(f"blankspot:{name}")
    outputs = {
        definition.name(): "memory:" for definition in algorithm.destinationParameterDefinitions()
    }
    feedback = feedback or Said()
    result = processing.run(
        f"blankspot:{name}", {**outputs, **parameters}, feedback=feedback,
        context=QgsProcessingContext(),
    )  # fmt: skip
    return result, feedback


def layer(kind, features, fields="", crs="EPSG:4326", name="layer"):
    """Return a memory layer from (WKT or geometry, attributes) pairs; WKT None is no geometry."""
    declared = "".join(f"&field={field}" for field in fields.split() if field)
    made = QgsVectorLayer(f"{kind}?{f'crs={crs}' if crs else ''}{declared}", name, "memory")
    assert made.isValid()
    if not crs:
        made.setCrs(QgsCoordinateReferenceSystem())
    rows = []
    for shape, attributes in features:
        feature = QgsFeature(made.fields())
        if shape is not None:
            geometry = shape if isinstance(shape, QgsGeometry) else QgsGeometry.fromWkt(shape)
            feature.setGeometry(geometry)
        feature.setAttributes(list(attributes))
        rows.append(feature)
    fine, _ = made.dataProvider().addFeatures(rows)
    assert fine
    made.updateExtents()
    return made


def square(x, y, side=0.1):
    """Return the WKT of a square by its lower left corner, degrees."""
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


def villages(count=3, side=0.1, fields="code:string name:string"):
    """Return a row of square villages, 99.01.01.2001 and on."""
    return layer(
        "Polygon",
        [
            (square(LON + i * side, LAT, side), (f"99.01.01.{2001 + i}", f"Desa {i + 1}"))
            for i in range(count)
        ],
        fields,
        name="villages",
    )


def points(places, fields="", crs="EPSG:4326"):
    """Return points from (x, y, *attributes)."""
    return layer("Point", [(f"POINT({x} {y})", rest) for x, y, *rest in places], fields, crs)


def rows(made):
    """Return a layer's rows as dictionaries; NULL is None."""
    return [
        {key: None if value == NULL else value for key, value in feature.attributeMap().items()}
        for feature in made.getFeatures()
    ]


def geonames(shared: Path):
    """Return the GeoNames places around Paser as stand-in sites."""
    with open(shared / "geonames_paser" / "geonames_cities500_bbox.csv", encoding="utf-8") as file:
        places = [
            (float(row["longitude"]), float(row["latitude"]), row["name"])
            for row in csv.DictReader(file)
        ]
    return points(places, "name:string")
