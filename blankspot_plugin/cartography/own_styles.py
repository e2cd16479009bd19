# SPDX-License-Identifier: GPL-2.0-or-later
"""The office's own look for a role: a QML file that goes before ours.

It is called ``<role>.qml``, lies in the folder of :func:`~..bridge.settings.styles_folder`, and
is what QGIS saves from *Layer properties > Style > Save style*. One that doesn't fit a layer
costs a sentence in the log, never the map.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsMessageLog,
    QgsReadWriteContext,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..bridge import settings
from ..i18n import tr

_CATEGORIES = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Rendering
)


def wear_own(layer: QgsMapLayer, role: str) -> bool:
    """Give a layer the office's own style of a role; return whether there is one that fits."""
    path = settings.styles_folder() / f"{role}.qml"
    if not path.is_file():
        return False
    document = QDomDocument()
    try:
        # As bytes: QML says itself how it is written.
        read = document.setContent(path.read_bytes())
        problem = "" if read[0] else _unreadable(path, f"{read[1]}, {read[2]}:{read[3]}")
    except OSError as error:
        problem = _unreadable(path, str(error))
    problem = problem or _misfit(path, document, layer)
    if not problem:
        fine, reason = layer.importNamedStyle(document, _CATEGORIES)
        problem = "" if fine else _unreadable(path, reason)
    if problem:
        QgsMessageLog.logMessage(problem, tr("Blank Spot"), Qgis.MessageLevel.Warning)
    return not problem


def _unreadable(path: Path, reason: str) -> str:
    return tr(
        "The own style {file} can't be used ({reason}): save it again from QGIS. The usual style "
        "is shown."
    ).format(file=path, reason=reason.strip())


def _misfit(path: Path, document: QDomDocument, layer: QgsMapLayer) -> str:
    """Return what keeps a style from fitting: nothing to draw with, or a field that is not there.

    Without the field it asks for, a renderer would leave features out in silence.
    """
    root = document.documentElement()
    if not isinstance(layer, QgsVectorLayer):
        empty = root.firstChildElement("pipe").isNull()
        return _unreadable(path, tr("it holds no style of a raster")) if empty else ""
    element = root.firstChildElement("renderer-v2")
    renderer = QgsFeatureRenderer.load(element, QgsReadWriteContext()) if element else None
    if renderer is None:
        return _unreadable(path, tr("it holds no style of features"))
    there = {name.lower() for name in layer.fields().names()}
    missing = sorted(name for name in _columns(renderer) if name.lower() not in there)
    if not missing:
        return ""
    return tr(
        "The own style {file} asks for fields that {layer} does not have ({fields}): the usual "
        "style is shown."
    ).format(file=path, layer=layer.name(), fields=", ".join(missing))


def _columns(renderer: QgsFeatureRenderer) -> set[str]:
    found: set[str] = set()
    for name in renderer.usedAttributes(QgsRenderContext()) - {QgsFeatureRequest.ALL_ATTRIBUTES}:
        # What it classifies by is named as it was typed: a field, or an expression.
        parsed = QgsExpression(name)
        found |= {name} if parsed.hasParserError() else set(parsed.referencedColumns())
    return found - {QgsFeatureRequest.ALL_ATTRIBUTES}
