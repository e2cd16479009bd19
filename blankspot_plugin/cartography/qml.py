# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's look as QML that is the same each time it is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

from qgis.core import QgsMapLayer
from qgis.PyQt.QtXml import QDomDocument

_HEAD = re.compile(r"<!DOCTYPE[^>]*>")


def style_xml(layer: QgsMapLayer) -> str:
    """Return a layer's symbology and labels as QML without volatile attributes.

    What changes from run to run or with the QGIS that writes (its version, random ids of
    symbol layers) is taken out, so that a new file means a new look.
    """
    document = QDomDocument()
    categories = (
        QgsMapLayer.StyleCategory.Symbology
        | QgsMapLayer.StyleCategory.Labeling
        | QgsMapLayer.StyleCategory.CustomProperties
    )
    error = layer.exportNamedStyle(document, categories=categories)
    if error:
        raise ValueError(error)
    root = ElementTree.fromstring(_HEAD.sub("", document.toString()))
    root.attrib.pop("version", None)
    for element in root.iter():
        _steady(element)
    return "<!DOCTYPE qgis>\n" + ElementTree.tostring(root, encoding="unicode") + "\n"


def _steady(element: ElementTree.Element) -> None:
    if element.tag == "layer":
        if "id" in element.attrib:
            element.set("id", "")
        if element.get("class") == "LinePatternFill":
            # A leftover of other fills, which QGIS writes and reads differently.
            _drop(element, lambda child: child.get("name", child.get("k")) == "color")
    if element.tag == "category":
        element.attrib.pop("uuid", None)
    if element.get("name") == "seed":  # of a random shift that our dots do not have
        element.set("value", "0")
    # Labels have no callouts, and QGIS writes their look in an order of its own each time.
    _drop(element, lambda child: child.tag == "callout")
    element.attrib = dict(sorted(element.attrib.items()))


def _drop(element: ElementTree.Element, unwanted: Callable[[ElementTree.Element], bool]) -> None:
    for parent in (element, *element.findall("Option")):
        for child in [child for child in parent if unwanted(child)]:
            parent.remove(child)
