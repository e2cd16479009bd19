# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of an atlas, as a layer: one feature for each, with all that differs on it."""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsRectangle,
    QgsSymbolLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ..i18n import tr
from . import palette, typography
from .errors import SheetNotWritten
from .inset import PART
from .roles import find_field

_NAMES = ("name", "nama", "kec_name", "wadmkc", "desa", "wadmkd", "namobj")
_CODES = ("code", "kode", "kdepum", "kdcpum", "kec_code")
_FIELDS = ("title", "page", "number", "short", "file", "scale", "members")
_OF = "blankspot/of"  # which atlas a layer of pages belongs to
_PAD = 1.06  # of the map beyond the page's area


@dataclass(frozen=True)
class Page:
    """A page: its name, what it shows (in the map's CRS), and the villages it lists."""

    name: str
    area: QgsGeometry
    members: tuple[int, ...]


def find_pages(
    layer: QgsVectorLayer,
    field: str,
    name_field: str,
    villages: QgsVectorLayer | None,
    crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> list[Page]:
    """Return the pages of an atlas, in the order of their codes or names.

    Parameters
    ----------
    layer
        Polygons.
    field
        Features of one value are one page; '' for a page per feature.
    name_field
        Names a page; '' for the first field that looks like a name.
    villages
        Whose rows the pages list: those whose inner point lies on the page. None for none,
        ``layer`` itself for its own features.
    """
    names = layer.fields().names()
    name_field = name_field or (field if field else find_field(names, _NAMES))
    order_field = field or find_field(names, _CODES) or name_field
    to_map = QgsCoordinateTransform(layer.crs(), crs, project.transformContext())
    groups: dict[str, list[tuple[str, str, QgsFeature]]] = {}
    for feature in layer.getFeatures():
        if not feature.hasGeometry():
            continue
        key = _text(feature, field) if field else str(feature.id())
        row = (_text(feature, order_field), _text(feature, name_field), feature)
        groups.setdefault(key, []).append(row)
    pages = []
    points = _inner_points(villages, crs, project) if villages not in (None, layer) else None
    for rows in sorted(groups.values(), key=lambda rows: (_natural(rows[0][0]), rows[0][1])):
        area = _united([feature.geometry() for _, _, feature in rows])
        area.transform(to_map)
        members = [feature.id() for _, _, feature in rows]
        if villages is None:
            members = []
        elif points is not None:
            members = _within(area, points)
        pages.append(Page(rows[0][1], area, tuple(sorted(members))))
    return pages


def pages_layer(
    pages: Sequence[Page],
    title: str,
    number: str,
    crs: QgsCoordinateReferenceSystem,
    scale_of: Callable[[QgsRectangle], int],
) -> QgsVectorLayer:
    """Return the coverage layer of an atlas, in memory.

    Parameters
    ----------
    title, number
        Of the whole: a page adds its name, and its number.
    scale_of
        Returns a map's scale denominator for what it must show.
    """
    kinds = {"scale": "double"}
    fields = "&".join(f"field={name}:{kinds.get(name, 'string(0)')}" for name in _FIELDS)
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs.authid()}&{fields}", tr("Sheets"), "memory")
    layer.setCrs(crs)
    digits, features = len(str(len(pages))), []
    for place, page in enumerate(pages, 1):
        short = f"{place:0{digits}d}"
        told = tr("{n} of {total}").format(n=place, total=len(pages))
        feature = QgsFeature(layer.fields())
        area = QgsGeometry(page.area)
        area.convertToMultiType()
        feature.setGeometry(area)
        box = area.boundingBox()
        box.scale(_PAD)
        feature.setAttributes(
            [
                page_title(title, page.name),
                page.name,
                f"{number}-{short}" if number else told,
                short,
                f"{short}_{file_name(page.name)}".rstrip("_"),
                float(scale_of(box)),
                ",".join(map(str, page.members)),
            ]
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    dress_pages(layer)
    return layer


def page_title(title: str, name: str) -> str:
    """Return the title of a page: the atlas's, and the page's name."""
    return tr("{title}: {page}").format(title=title, page=name) if name else title


def dress_pages(layer: QgsVectorLayer) -> None:
    """Draw a heavy line around the page's area, and around no other."""
    pen = {"style": "no", "outline_color": palette.INK, "outline_width": "0.7"}
    symbol = QgsFillSymbol.createSimple({**pen, "joinstyle": "round"})
    shown = QgsProperty.fromExpression("$id = @atlas_featureid")
    symbol.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyLayerEnabled, shown
    )
    layer.renderer().setSymbol(symbol)
    layer.setLabelsEnabled(False)


def index_layer(pages: QgsVectorLayer) -> QgsVectorLayer:
    """Return a second look at the pages, for the index: numbers, the present page filled."""
    layer = pages.clone()
    layer.setName(tr("Index of sheets"))
    pen = {"color": palette.PAPER, "outline_color": palette.INK_SOFT, "outline_width": "0.12"}
    symbol = QgsFillSymbol.createSimple(pen)
    fill = f"if($id = @atlas_featureid, '{palette.WEAK}', '{palette.PAPER}')"
    symbol.symbolLayer(0).setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyFillColor, QgsProperty.fromExpression(fill)
    )
    layer.renderer().setSymbol(symbol)
    if pages.featureCount() <= 40:
        _label(layer)
    return layer


def keep_in_project(
    project: QgsProject, pages: QgsVectorLayer, path: str
) -> dict[str, QgsVectorLayer]:
    """Put the pages and their index into a project, in the place of those of an earlier run.

    Parameters
    ----------
    path
        Of a GeoPackage they are written to; '' for memory.
    """
    if path:
        pages = _written(project, pages, path)
    earlier = [
        layer.id()
        for layer in project.mapLayers().values()
        if layer.customProperty(PART) in ("pages", "index")
        and layer.customProperty(_OF, "") == path
    ]
    made = {"pages": pages, "index": index_layer(pages)}
    for part, layer in made.items():
        layer.setCustomProperty(PART, part)
        layer.setCustomProperty(_OF, path)
        project.addMapLayer(layer, False)
    if path:
        project.removeMapLayers(earlier)
    return made


def _written(project: QgsProject, pages: QgsVectorLayer, path: str) -> QgsVectorLayer:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", f"pages_{uuid.uuid4().hex[:8]}"
    if Path(path).exists():
        options.actionOnExistingFile = (
            QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        )
    done = QgsVectorFileWriter.writeAsVectorFormatV3(
        pages, path, project.transformContext(), options
    )
    layer = QgsVectorLayer(f"{path}|layername={options.layerName}", pages.name(), "ogr")
    if done[0] != QgsVectorFileWriter.WriterError.NoError or not layer.isValid():
        raise SheetNotWritten(Path(path))
    dress_pages(layer)
    return layer


def file_name(text: str) -> str:
    """Return a name as a part of a file's name: plain letters where there are any."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^\w]+", "_", plain.lower()).strip("_")[:60]


def _label(layer: QgsVectorLayer) -> None:
    settings = QgsPalLayerSettings()
    settings.fieldName = "short"
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.setFormat(typography.text_format(typography.font(5.0), palette.INK))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _text(feature: QgsFeature, field: str) -> str:
    value = feature[field] if field else None
    return "" if value is None or value == NULL else str(value)


def _natural(text: str) -> list[tuple[int, str]]:
    """Return what sorts 9 before 10."""
    parts = re.findall(r"\d+|\D+", text)
    return [(int(part), "") if part.isdigit() else (-1, part.lower()) for part in parts]


def _united(geometries: list[QgsGeometry]) -> QgsGeometry:
    valid = [one if one.isGeosValid() else one.makeValid() for one in geometries]
    return QgsGeometry(valid[0]) if len(valid) == 1 else QgsGeometry.unaryUnion(valid)


def _inner_points(
    layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> list[tuple[int, QgsGeometry]]:
    transform = QgsCoordinateTransform(layer.crs(), crs, project.transformContext())
    found = []
    for feature in layer.getFeatures():
        if feature.hasGeometry():
            point = feature.geometry().pointOnSurface()
            point.transform(transform)
            found.append((feature.id(), point))
    return found


def _within(area: QgsGeometry, points: list[tuple[int, QgsGeometry]]) -> list[int]:
    box = area.boundingBox()
    engine = QgsGeometry.createGeometryEngine(area.constGet())
    engine.prepareGeometry()
    return [
        number
        for number, point in points
        if box.contains(point.asPoint()) and engine.contains(point.constGet())
    ]
