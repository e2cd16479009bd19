# SPDX-License-Identifier: GPL-2.0-or-later
"""The results as KMZ, for operators: villages by status, gaps, towers and Wi-Fi points.

One document with the map's own colours and signs. GDAL writes the geometries; its drivers
would leave out the signs, or the colours of polygons, where LIBKML is not built in.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from string import Template

from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from ... import paths
from ...bridge.fields import value
from ...core.errors import Cancelled
from ...core.headline import BLANK, STATUSES, WEAK, status_of
from ...core.xml_text import xml_text
from ...i18n import number_text, tr
from .. import charts
from ..tables import TONES, status_text
from .content import Report
from .village_facts import Village, facts

_NAMES = ("name", "nama", "site_id", "point_id", "site", "id", "operator", "location", "lokasi")
_ICON = QSize(48, 48)
_TIMES = 64
# Alpha, in KML before blue, green and red.
_FILL, _STRONG, _LINE = "b0", "90", "ff"


class Earth:
    """The document as it grows.

    Parameters
    ----------
    context
        The officer's choice of datum transformations.
    cancelled
        Asked every now and then.
    """

    def __init__(
        self, context: QgsCoordinateTransformContext, cancelled: Callable[[], bool]
    ) -> None:
        self._context, self._cancelled = context, cancelled
        self._styles: list[str] = []
        self._folders: list[str] = []
        self._icons: dict[str, bytes] = {}

    def villages(self, found: Sequence[Village], crs: QgsCoordinateReferenceSystem) -> None:
        """Add the villages, a folder for each status."""
        onto = self._degrees(crs)
        parts = []
        for status in STATUSES:
            fill, strong = TONES[status]
            self._polygon_style(f"village-{status}", fill, _FILL, strong)
            marks = [
                _placemark(
                    str(one.row.get("name") or one.row.get("code") or ""),
                    _table([(tr("Status"), status_text(status)), *_told(one)]),
                    f"village-{status}",
                    _kml(one.shape, onto),
                    {"code": one.row.get("code"), "status": status},
                )
                for one in self._each(found)
                if status_of(one.row) == status and not one.shape.isEmpty()
            ]
            parts.append(_folder(status_text(status), marks))
        self._folders.append(_folder(tr("Villages by status"), parts))

    def gaps(self, layer: QgsVectorLayer) -> None:
        """Add the gaps, a folder for each class; not shown until they are ticked."""
        onto = self._degrees(layer.crs())
        titles = {BLANK: tr("Blank spot areas"), WEAK: tr("Weak signal areas")}
        marks: dict[str, list[str]] = {one: [] for one in titles}
        for one in titles:
            strong = TONES[one][1]
            self._polygon_style(f"gap-{one}", strong, _STRONG, strong)
        for feature in self._each(layer.getFeatures()):
            kind, shape = str(feature["class"]), feature.geometry()
            if kind not in marks or shape.isEmpty():
                continue
            told = [(tr("Village"), _text(_cell(feature, "name"))),
                    (tr("Code"), _text(_cell(feature, "code"))),
                    (tr("Area (km²)"), _text(_cell(feature, "area_km2")))]  # fmt: skip
            name = _text(_cell(feature, "gap_id") or _cell(feature, "name"))
            marks[kind].append(_placemark(name, _table(told), f"gap-{kind}", _kml(shape, onto), {}))
        parts = [_folder(titles[one], marks[one]) for one in titles]
        self._folders.append(_folder(tr("Areas without service"), parts, shown=False))

    def points(self, key: str, title: str, layer: QgsVectorLayer) -> None:
        """Add points with the signs they have on the map.

        Parameters
        ----------
        key
            A word for the names of the signs.
        title
            Of the folder.
        layer
            With its renderer.
        """
        onto = self._degrees(layer.crs())
        renderer = layer.renderer().clone()
        context = QgsRenderContext()
        items = {item.ruleKey(): item for item in renderer.legendSymbolItems()}
        for at, item in enumerate(items.values()):
            self._icon_style(f"{key}-{at}", item.symbol())
        order = list(items)
        marks = []
        renderer.startRender(context, layer.fields())
        try:
            for feature in self._each(layer.getFeatures()):
                if feature.geometry().isEmpty():
                    continue
                context.expressionContext().setFeature(feature)
                keys = [
                    one for one in renderer.legendKeysForFeature(feature, context) if one in items
                ]
                style = f"{key}-{order.index(keys[0])}" if keys else ""
                told = [(name, _text(_cell(feature, name))) for name in _own(feature)]
                told = [(name, words) for name, words in told if words]
                shape = _kml(feature.geometry(), onto)
                marks.append(_placemark(_name(feature), _table(told), style, shape, {}))
        finally:
            renderer.stopRender(context)
        self._folders.append(_folder(title, marks))

    def write(self, report: Report, path: Path) -> None:
        """Write the document with its signs.

        Raises
        ------
        OSError
            If it can't be written.
        """
        template = Template(paths.report_template("earth.xml").read_text(encoding="utf-8"))
        words = " ".join([report.definition, *report.notes])
        text = template.substitute(
            name=xml_text(" · ".join(filter(None, (report.title, report.region)))),
            description=xml_text(words),
            styles="\n".join(self._styles),
            folders="\n".join(self._folders),
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("doc.kml", text)
            for name, icon in self._icons.items():
                parts.writestr(name, icon)

    def _each(self, things: Sequence[object] | Iterator[object]) -> Iterator[object]:
        for at, one in enumerate(things):
            if at % _TIMES == 0 and self._cancelled():
                raise Cancelled
            yield one

    def _degrees(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem("EPSG:4326"), self._context)

    def _polygon_style(self, name: str, fill: str, alpha: str, line: str) -> None:
        self._styles.append(
            f'<Style id="{name}"><LineStyle><color>{_colour(line, _LINE)}</color>'
            f"<width>1.2</width></LineStyle><PolyStyle><color>{_colour(fill, alpha)}</color>"
            "</PolyStyle></Style>"
        )

    def _icon_style(self, name: str, symbol: QgsSymbol) -> None:
        file = f"icons/{name}.png"
        big = symbol.clone()
        big.setSize(big.size() * 3)
        self._icons[file] = charts.png(big.asImage(_ICON))
        self._styles.append(
            f'<Style id="{name}"><IconStyle><scale>0.8</scale><Icon><href>{file}</href></Icon>'
            "</IconStyle><LabelStyle><scale>0.7</scale></LabelStyle></Style>"
        )


def _told(one: Village) -> list[tuple[str, str]]:
    above = [(tr("Kecamatan"), one.kecamatan)] if one.kecamatan else []
    changed = [(tr("What has changed"), one.change)] if one.change else []
    return [(tr("Code"), _text(one.row.get("code"))), *above, *facts(one.row), *changed]


def _folder(name: str, parts: Sequence[str], shown: bool = True) -> str:
    visible = "" if shown else "<visibility>0</visibility>"
    inside = "\n".join(parts)
    return f"<Folder><name>{xml_text(name)}</name>{visible}\n{inside}\n</Folder>"


def _placemark(
    name: str, description: str, style: str, shape: str, data: Mapping[str, object]
) -> str:
    told = "".join(
        f'<Data name="{key}"><value>{xml_text(_text(cell))}</value></Data>'
        for key, cell in data.items()
    )
    extended = f"<ExtendedData>{told}</ExtendedData>" if told else ""
    link = f"<styleUrl>#{style}</styleUrl>" if style else ""
    return (
        f"<Placemark><name>{xml_text(name)}</name><description>{xml_text(description)}"
        f"</description>{link}{extended}{shape}</Placemark>"
    )


def _table(rows: Sequence[tuple[str, str]]) -> str:
    lines = (f"<tr><td>{xml_text(a)}</td><td><b>{xml_text(b)}</b></td></tr>" for a, b in rows)
    return f"<table>{''.join(lines)}</table>"


def _kml(shape: QgsGeometry, onto: QgsCoordinateTransform) -> str:
    made = QgsGeometry(shape)
    made.get().dropZValue()
    made.get().dropMValue()
    made.transform(onto)
    return str(ogr.CreateGeometryFromWkb(bytes(made.asWkb())).ExportToKML())


def _cell(feature: QgsFeature, name: str) -> object:
    at = feature.fields().lookupField(name)
    return value(feature.attribute(at)) if at >= 0 else None


def _own(feature: QgsFeature) -> list[str]:
    return [name for name in feature.fields().names() if name != "fid"]


def _name(feature: QgsFeature) -> str:
    known = {name.lower(): name for name in feature.fields().names()}
    cells = (_text(_cell(feature, known[one])) for one in _NAMES if one in known)
    return next(filter(None, cells), "")


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return number_text(cell, 0 if cell.is_integer() else 2)
    return str(cell)


def _colour(name: str, alpha: str) -> str:
    red, green, blue = name[1:3], name[3:5], name[5:7]
    return f"{alpha}{blue}{green}{red}".lower()
