# SPDX-License-Identifier: GPL-2.0-or-later
"""The style an output carries in its file: ours is renewed by a run, the officer's own is kept.

Ours is told by a stamp among the layer's properties, a digest of its look: whoever changes the
look and saves it as the default changes the digest and keeps the stamp.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

_STAMP = "blankspot/look"
_LOOK = ("renderer-v2", "labeling", "layerOpacity", "blendMode")
# Given anew by each QGIS that writes.
_VOLATILE = {"id", "uuid"}


@dataclass(frozen=True)
class OwnStyle:
    """A style that somebody saved with an output: its QML, and what it is called there."""

    qml: str
    name: str = ""
    description: str = ""


def own_style(file: str, table: str = "") -> OwnStyle | None:
    """Return the style an earlier output opens with, if it isn't ours.

    Parameters
    ----------
    file
        Where the output lies or is to lie.
    table
        Of a GeoPackage; '' for the one named like the file.
    """
    path = Path(file)
    if path.suffix.lower() != ".gpkg":
        beside = f"{os.path.splitext(file)[0]}.qml"
        # Not by pathlib, which minds that the address of a database is no name of a file.
        if not os.path.isfile(beside):
            return None
        qml = Path(beside).read_text(encoding="utf-8", errors="replace")
        return None if _is_ours(qml) else OwnStyle(qml)
    first = next(_stored(path, table or path.stem), None)
    return None if first is None or _is_ours(first.qml) else first


def store_in_geopackage(layer: QgsVectorLayer, title: str, own: OwnStyle | None) -> None:
    """Store a layer's look in its GeoPackage, as the default unless the officer has one.

    A table that was written over still has its styles; a file that was written over has lost
    them, and gets the officer's again.
    """
    stamp(layer)
    count, ids, names, *_ = layer.listStylesInDatabase()
    left = set()
    for style, name in list(zip(ids, names))[: max(count, 0)]:
        qml, *_ = layer.getStyleFromDatabase(style)
        if _is_ours(qml):
            layer.deleteStyleFromDatabase(style)
        else:
            left.add(name)
    # QGIS would ask before it writes over a style of the same name.
    free = next(name for name in _names() if name not in left)
    layer.saveStyleToDatabase(free, title, own is None, "")
    if own is not None and own.name not in left:
        document = QDomDocument()
        document.setContent(own.qml)
        layer.importNamedStyle(document)
        layer.saveStyleToDatabase(own.name, own.description, True, "")


def _names() -> Iterator[str]:
    yield from itertools.chain(["default"], (f"default {n}" for n in itertools.count(2)))


def store_beside(layer: QgsVectorLayer, path: Path, own: OwnStyle | None) -> None:
    """Store a layer's look as QML beside its file, unless the officer's lies there."""
    if own is None:
        stamp(layer)
        layer.saveNamedStyle(str(path))


def stamp(layer: QgsMapLayer) -> None:
    """Mark a layer's look as ours."""
    document = QDomDocument()
    kinds = QgsMapLayer.StyleCategory
    # All of _LOOK, and little else.
    layer.exportNamedStyle(document, categories=kinds.Symbology | kinds.Labeling | kinds.Rendering)
    layer.setCustomProperty(_STAMP, _digest(_parsed(document.toString())))


def _is_ours(qml: str) -> bool:
    try:
        root = _parsed(qml)
    except ElementTree.ParseError:
        return False
    stamps = [
        element.get("value")
        for properties in root.iter("customproperties")
        for element in properties.iter()
        if _STAMP in (element.get("name"), element.get("key"))
    ]
    return bool(stamps) and stamps[0] == _digest(root)


def _stored(path: Path, table: str) -> Iterator[OwnStyle]:
    """Yield the styles of a table in the order in which QGIS takes one as the default."""
    if not path.is_file():
        return
    query = (
        "SELECT styleQML, styleName, description FROM layer_styles WHERE f_table_name = ? "
        "ORDER BY useAsDefault DESC, update_time DESC"
    )
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            for qml, name, description in database.execute(query, (table,)).fetchall():
                yield OwnStyle(qml or "", name or "", description or "")
    except sqlite3.Error:
        # No GeoPackage, or one without styles: the run itself says what is wrong with a file.
        return


def _parsed(qml: str) -> ElementTree.Element:
    # ElementTree has no use for a DOCTYPE.
    return ElementTree.fromstring(qml[qml.find("<qgis") :])


def _digest(root: ElementTree.Element) -> str:
    """Return a digest of a look, whatever the order QGIS writes it in."""
    look = [_plain(element) for name in _LOOK for element in root.findall(name)]
    return hashlib.sha256("".join(look).encode()).hexdigest()[:16]


def _plain(element: ElementTree.Element) -> str:
    attributes = sorted(pair for pair in element.items() if pair[0] not in _VOLATILE)
    # The line to a label that was moved: QGIS writes it with random ids, labels of ours have none.
    children = sorted(_plain(child) for child in element if child.tag != "callout")
    return f"<{element.tag}{attributes}{(element.text or '').strip()}{''.join(children)}>"
