# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS knows already: layers that are open, connections that are stored. Nothing is re-typed.

A stored connection to a service becomes a :class:`~..services.model.Connection` with the id of
its stored login, never the login itself. A table of a stored PostgreSQL connection, and a layer
that is open, are pulled by :func:`local_layer`: QGIS reads them itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsException,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsSettings,
    QgsVectorLayer,
)

from ..core.errors import NoSuchLayer, Unreachable
from ..services.connections import Saved
from ..services.model import Connection, LayerInfo

# How QGIS files each protocol, and what we call it. QGIS keeps OGC API Features among the WFS.
_OWS = "wfs"
# What PostGIS keeps for itself.
_POSTGIS = {"spatial_ref_sys", "geometry_columns", "geography_columns", "raster_columns"}
_GEOMETRIES = {0: "point", 1: "line", 2: "polygon", 4: "table"}


def stored() -> list[Saved]:
    """Return the WFS, OGC API Features, ArcGIS and PostgreSQL connections stored in QGIS.

    For ``postgres`` the address is the connection's name; a login is told by its id.
    """
    return [*_ows(), *_arcgis(), *_postgres()]


def _ows() -> Iterator[Saved]:
    for name, value in _filed("connections/ows/items/wfs/connections/items", "WFS"):
        ogcapi = value("version").upper().startswith("OGC")
        yield Saved(name, Connection("ogcapi" if ogcapi else _OWS, value("url")), value("authcfg"))


def _arcgis() -> Iterator[Saved]:
    group = "connections/arcgisfeatureserver/items"
    for name, value in _filed(group, "ARCGISFEATURESERVER"):
        yield Saved(name, Connection("arcgis", value("url")), value("authcfg"))


def _filed(group: str, old: str) -> Iterator[tuple[str, Callable[[str], str]]]:
    """Yield the connections QGIS files under a group, with a way to read each one's entries.

    Up to QGIS 3.24 the address lay in one group and the login in another.
    """
    settings = QgsSettings()

    def names(where: str) -> list[str]:
        settings.beginGroup(where)
        found = list(settings.childGroups())
        settings.endGroup()
        return found

    def reader(*groups: str) -> Callable[[str], str]:
        def value(key: str) -> str:
            found = (str(settings.value(f"{each}/{key}", "") or "") for each in groups)
            return next(filter(None, found), "")

        return value

    newer = names(group)
    for name in newer:
        yield name, reader(f"{group}/{name}")
    before = f"qgis/connections-{old.lower()}"
    for name in names(before):
        if name not in newer:
            yield name, reader(f"{before}/{name}", f"qgis/{old}/{name}")


def _postgres() -> Iterator[Saved]:
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    if metadata is None:
        return
    for name, connection in metadata.connections().items():
        yield Saved(
            name, Connection("postgres", name), QgsDataSourceUri(connection.uri()).authConfigId()
        )


def tables(name: str) -> list[LayerInfo]:
    """Return the tables of a stored PostgreSQL connection, as ``schema.table``.

    Raises
    ------
    Unreachable
        If the database doesn't answer.
    """
    described = []
    for table in _tables(name):
        kinds = table.geometryColumnTypes()
        crs = kinds[0].crs.authid() if kinds else ""
        described.append(
            LayerInfo(
                f"{table.schema()}.{table.tableName()}", table.comment() or "", crs=crs,
                geometry="" if table.geometryColumn() else "table",
            )
        )  # fmt: skip
    return described


def table_layer(name: str, table: str) -> QgsVectorLayer:
    """Open a table of a stored PostgreSQL connection as a layer.

    Raises
    ------
    NoSuchLayer
        If there is no such table, or it can't be read.
    """
    known = {_name(each): each for each in _tables(name)}
    found = known.get(table) or known.get(f"public.{table}")
    if found is None:
        raise NoSuchLayer(name, table, tuple(known))
    uri = QgsDataSourceUri(_database(name).tableUri(found.schema(), found.tableName()))
    key = ",".join(found.primaryKeyColumns())
    uri.setDataSource(found.schema(), found.tableName(), found.geometryColumn(), "", key)
    # An estimate is no count.
    uri.setUseEstimatedMetadata(False)
    layer = QgsVectorLayer(uri.uri(False), found.tableName(), "postgres")
    if not layer.isValid():
        raise Unreachable(name, table)
    return layer


def _tables(name: str) -> list[Any]:
    try:
        found = _database(name).tables()
    except QgsException as error:
        raise Unreachable(name, str(error)) from error
    system = ("information_schema", "pg_")
    return [
        table
        for table in found
        if not table.schema().startswith(system) and table.tableName() not in _POSTGIS
    ]


def _name(table: Any) -> str:
    return f"{table.schema()}.{table.tableName()}"


def _database(name: str) -> Any:
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    connection = metadata.connections().get(name) if metadata else None
    if connection is None:
        raise Unreachable(name, "PostgreSQL")
    return connection


def open_layers(project: QgsProject) -> list[LayerInfo]:
    """Return the vector layers that are open, by their ids, as the officer named them."""
    return [
        LayerInfo(
            layer.id(), layer.name(), crs=layer.crs().authid(),
            geometry=_GEOMETRIES.get(int(layer.geometryType()), ""),
            count=layer.featureCount() if layer.featureCount() >= 0 else None,
        )
        for layer in project.mapLayers().values()
        if layer.type() == QgsMapLayer.LayerType.VectorLayer and layer.isValid()
    ]  # fmt: skip
