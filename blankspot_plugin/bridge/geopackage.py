# SPDX-License-Identifier: GPL-2.0-or-later
"""Give a table of a GeoPackage its style and its metadata, in one transaction.

QGIS would open the file four times for that, and again for the next table; for a small run
that takes longer than the analysis. What is written here is what QGIS writes and looks for:
``layer_styles`` of its own making, and the metadata extension of GeoPackage 1.2.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsLayerMetadata,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument, QDomImplementation

from . import fields
from .stored_styles import OwnStyle, is_ours, stamp

Style = Callable[[QgsVectorLayer], None]

# What QGIS knows its metadata by.
_STANDARD = "http://mrcc.com/qgis.dtd"
_EXTENSION = "http://www.geopackage.org/spec120/#extension_metadata"
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_TABLES = {
    "layer_styles": f"""(id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
        f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
        useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
        update_time DATETIME DEFAULT ({_NOW}))""",
    "gpkg_extensions": """(table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
        definition TEXT NOT NULL, scope TEXT NOT NULL,
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
    "gpkg_metadata": """(id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
        md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
        mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')""",
    "gpkg_metadata_reference": f"""(reference_scope TEXT NOT NULL, table_name TEXT,
        column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT ({_NOW}),
        md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
        CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
        CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))""",
}


def table_at(destination: str) -> tuple[str, str] | None:
    """Return the file and the table that a sink's destination names; None for another kind."""
    file, _, named = destination.partition("|layername=")
    path = Path(file)
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return None
    # QGIS names the table of a new file after the file.
    return file, named or path.stem


def count(file: str, table: str) -> int:
    """Return how many features a table holds.

    Raises
    ------
    sqlite3.Error
        If there is no such table.
    """
    with closing(sqlite3.connect(file)) as data:
        (found,) = data.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone()
    return int(found)


def describe(
    file: str,
    table: str,
    title: str,
    metadata: QgsLayerMetadata,
    style: Style | None,
    own: OwnStyle | None = None,
) -> None:
    """Write the style and the metadata of a table, over what it has of ours.

    Parameters
    ----------
    file, table
        From :func:`table_at`.
    title
        What the style is described by.
    metadata
        Its CRS is set here.
    style
        Sets renderer and labels of a layer; passed over for a table without geometry.
    own
        The officer's style that the earlier table opened with; it stays the default.

    Raises
    ------
    sqlite3.Error
    """
    with closing(sqlite3.connect(file)) as data, data:
        found = data.execute(
            "SELECT column_name, geometry_type_name, definition, organization,"
            " organization_coordsys_id FROM gpkg_geometry_columns JOIN gpkg_spatial_ref_sys"
            " USING (srs_id) WHERE table_name = ?",
            (table,),
        ).fetchone()
        if found is not None:
            column, kind, wkt, organization, number = found
            crs = QgsCoordinateReferenceSystem(f"{organization}:{number}")
            metadata.setCrs(crs if crs.isValid() else QgsCoordinateReferenceSystem.fromWkt(wkt))
            if style is not None:
                layer = _like(data, table, column, kind)
                style(layer)
                _save_style(data, table, column, title, layer, own)
        _save_metadata(data, table, metadata)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _like(data: sqlite3.Connection, table: str, geometry: str, kind: str) -> QgsVectorLayer:
    """Return an empty layer of the same geometry and fields, in memory."""
    layer = QgsVectorLayer(kind, "", "memory", QgsVectorLayer.LayerOptions(loadDefaultStyle=False))
    columns = data.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
    layer.dataProvider().addAttributes(_fields(columns, geometry))
    layer.updateFields()
    return layer


def _fields(columns: list[tuple[object, ...]], geometry: str) -> list[QgsField]:
    return [fields.field(str(name), fields.TEXT) for _, name, *_ in columns if name != geometry]


def _make(data: sqlite3.Connection, *tables: str) -> None:
    """Make those tables that are not there yet, and have them known."""
    there = {name for (name,) in data.execute("SELECT name FROM sqlite_master")}
    for name in tables:
        if name in there:
            continue
        data.execute(f"CREATE TABLE {name} {_TABLES[name]}")
        if name == "layer_styles":
            data.execute(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)"
                " VALUES (?, 'attributes', ?, 0)",
                (name, name),
            )
        elif name.startswith("gpkg_metadata"):
            data.execute(
                "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_metadata', ?, 'read-write')",
                (name, _EXTENSION),
            )


def _save_style(
    data: sqlite3.Connection,
    table: str,
    column: str,
    title: str,
    layer: QgsVectorLayer,
    own: OwnStyle | None,
) -> None:
    """Store a layer's look, as the default unless the officer has one.

    A table that was written over still has its styles; a file that was written over has lost
    them, and gets the officer's again.
    """
    _make(data, "layer_styles")
    left = _drop_ours(data, table)
    stamp(layer)
    look, symbols = QDomDocument(), QDomDocument()
    layer.exportNamedStyle(look)
    layer.exportSldStyle(symbols, "")
    # QGIS would ask before it writes over a style of the same name.
    names = itertools.chain(["default"], (f"default {n}" for n in itertools.count(2)))
    free = next(name for name in names if name not in left)
    rows = [(free, look.toString(), symbols.toString(), own is None, title)]
    if own is None:
        data.execute("UPDATE layer_styles SET useAsDefault = 0 WHERE f_table_name = ?", (table,))
    elif own.name not in left:
        rows.append((own.name, own.qml, "", True, own.description))
    data.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
        " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner)"
        " VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '')",
        [(table, column, *row) for row in rows],
    )


def _drop_ours(data: sqlite3.Connection, table: str) -> set[str]:
    """Remove our styles of a table; return the names of those that stay."""
    query = "SELECT id, styleName, styleQML FROM layer_styles WHERE f_table_name = ?"
    left = set()
    for number, name, qml in data.execute(query, (table,)).fetchall():
        if is_ours(qml or ""):
            data.execute("DELETE FROM layer_styles WHERE id = ?", (number,))
        else:
            left.add(name)
    return left


def _save_metadata(data: sqlite3.Connection, table: str, metadata: QgsLayerMetadata) -> None:
    document = QDomDocument(QDomImplementation().createDocumentType("qgis", _STANDARD, "SYSTEM"))
    root = document.createElement("qgis")
    root.setAttribute("version", Qgis.QGIS_VERSION)
    document.appendChild(root)
    metadata.writeMetadataXml(root, document)
    _make(data, "gpkg_extensions", "gpkg_metadata", "gpkg_metadata_reference")
    old = (
        "SELECT id FROM gpkg_metadata JOIN gpkg_metadata_reference ON id = md_file_id"
        " WHERE md_standard_uri = ? AND table_name = ?"
    )
    for (number,) in data.execute(old, (_STANDARD, table)).fetchall():
        data.execute("DELETE FROM gpkg_metadata_reference WHERE md_file_id = ?", (number,))
        data.execute("DELETE FROM gpkg_metadata WHERE id = ?", (number,))
    made = data.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)"
        " VALUES ('dataset', ?, 'text/xml', ?)",
        (_STANDARD, document.toString()),
    )
    data.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id)"
        " VALUES ('table', ?, ?)",
        (table, made.lastrowid),
    )
    data.execute(
        "UPDATE gpkg_contents SET description = ? WHERE table_name = ?",
        (metadata.abstract(), table),
    )
