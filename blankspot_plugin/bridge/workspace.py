# SPDX-License-Identifier: GPL-2.0-or-later
"""The workspace: one GeoPackage per project, in which every pull is a new table.

``pulls`` names the table that is current for each layer. A table that somebody has open is
never dropped, renamed or written over, for a reader would get wrong rows, or a damaged file:
open layers move to the new table, and old tables go when the workspace is next opened.

::

    pending ──adopt()──> current ──next adopt()──> old ──sweep()──> gone
       │                    └──────keep=True─────> snapshot, until it is given up
       └─────────────sweep()─────────────────────────────────────> gone

GDAL writes with SQLite's plain journal, never its write-ahead log, which breaks on a network
drive; QGIS itself keeps from it there.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer

from ..core.errors import WorkspaceBusy
from .provenance import Provenance, provenance_of

PULLS = "pulls"
_COLUMNS = """
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL, "table" TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL, service TEXT, url TEXT, layer TEXT, extent TEXT, filter TEXT, crs TEXT,
    time TEXT, received INTEGER, announced INTEGER, kept INTEGER, sha256 TEXT, seconds REAL,
    swapped BOOLEAN, version TEXT
"""
# Another program may be writing: wait a little before giving up.
_PATIENCE = 5.0


@dataclass(frozen=True)
class Pull:
    """A row of ``pulls``: a table of the workspace and where it came from.

    Parameters
    ----------
    name
        What the officer calls the layer.
    table
        The table that holds it.
    state
        ``pending``, ``current``, ``old`` or ``snapshot``.
    source
        Where it came from; None while pending.
    """

    name: str
    table: str
    state: str
    source: Provenance | None


def default_path(project: QgsProject, profile: Path) -> Path:
    """Return where a project's workspace lies: beside it, or in the profile until it is saved."""
    file = project.absoluteFilePath()
    if not file:
        return profile / "blankspot" / "workspace.gpkg"
    return Path(file).with_name(f"{Path(file).stem}_blankspot.gpkg")


class Workspace:
    """A project's GeoPackage of pulled layers; made when first needed.

    Parameters
    ----------
    path
        Where it lies.

    Raises
    ------
    WorkspaceBusy
        By every method, if another program holds the file, or it can't be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, name: str) -> str:
        """Reserve a new table for a layer and return OUTPUT for ``blankspot:pull``."""
        stamp = datetime.now(timezone.utc).strftime("%Y%m%dt%H%M%S")
        stem = f"{re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_') or 'layer'}_{stamp}"
        with self._open() as data:
            taken = {table for (table,) in data.execute(f'SELECT "table" FROM {PULLS}')}
            table = stem
            while table in taken:
                table = f"{stem}_{len(taken)}"
                stem = table
            data.execute(
                f"INSERT INTO {PULLS} (name, \"table\", state) VALUES (?, ?, 'pending')",
                (name, table),
            )
        return f"ogr:dbname='{self.path}' table=\"{table}\" (geom)"

    def adopt(self, table: str, keep: bool = False) -> Pull:
        """Make a pulled table the current one of its layer.

        Parameters
        ----------
        table
            As reserved by :meth:`begin`, filled by now.
        keep
            Keep the one that was current as a snapshot, to compare with.

        Raises
        ------
        ValueError
            If the table was not reserved, or holds no pull.
        """
        source = provenance_of(self.layer(table))
        if source is None:
            raise ValueError(table)
        told = source.as_dict()
        told["extent"] = json.dumps(told["extent"])
        # Told by the layer itself; `pulls` keeps what is looked up often.
        for word in ("assumed", "outside", "lost", "replaced", "unproven"):
            del told[word]
        with self._open() as data:
            found = data.execute(f'SELECT name FROM {PULLS} WHERE "table" = ?', (table,)).fetchone()
            if found is None:
                raise ValueError(table)
            data.execute(
                f"UPDATE {PULLS} SET state = ? WHERE name = ? AND state = 'current'",
                ("snapshot" if keep else "old", *found),
            )
            cells = ", ".join(f"{column} = :{column}" for column in told)
            data.execute(
                f"UPDATE {PULLS} SET state = 'current', {cells} WHERE \"table\" = :wanted",
                {**told, "wanted": table},
            )
        return next(pull for pull in self.pulls() if pull.table == table)

    def pulls(self) -> list[Pull]:
        """Return all that is known of the tables, the oldest first."""
        if not self.path.exists():
            return []
        with self._open() as data:
            data.row_factory = sqlite3.Row
            return [_pull(row) for row in data.execute(f"SELECT * FROM {PULLS} ORDER BY id")]

    def current(self) -> dict[str, Pull]:
        """Return the current pull of each layer, by the layer's name."""
        return {pull.name: pull for pull in self.pulls() if pull.state == "current"}

    def give_up(self, table: str) -> None:
        """Let a snapshot go at the next :meth:`sweep`."""
        with self._open() as data:
            data.execute(
                f"UPDATE {PULLS} SET state = 'old' WHERE \"table\" = ? AND state = 'snapshot'",
                (table,),
            )

    def layer(self, table: str) -> QgsVectorLayer:
        """Return a table as a layer."""
        return QgsVectorLayer(f"{self.path}|layername={table}", table, "ogr")

    def move_layers(self, project: QgsProject) -> list[QgsVectorLayer]:
        """Move the project's open layers from old tables to current ones; return the moved.

        Style, name, filter and place in the tree stay as they are.
        """
        current = self.current()
        leads = {pull.table: current.get(pull.name) for pull in self.pulls() if pull.state == "old"}
        moved = []
        for layer, table in self._open_layers(project):
            target = leads.get(table)
            if target is None:
                continue
            subset = layer.subsetString()
            layer.setDataSource(f"{self.path}|layername={target.table}", layer.name(), "ogr")
            if subset:
                layer.setSubsetString(subset)
            moved.append(layer)
        return moved

    def sweep(self, project: QgsProject) -> list[str]:
        """Drop tables that are old, or were never finished, and that no layer has open.

        To be called when a project has been opened, before anything reads the workspace.
        """
        if not self.path.exists():
            return []
        held = {table for _, table in self._open_layers(project)}
        gone = [
            pull.table
            for pull in self.pulls()
            if pull.state in ("old", "pending") and pull.table not in held
        ]
        if gone:
            self._drop(gone)
        return gone

    def _drop(self, tables: list[str]) -> None:
        data = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        if data is None:
            raise WorkspaceBusy(str(self.path), gdal.GetLastErrorMsg())
        names = [data.GetLayer(index).GetName() for index in range(data.GetLayerCount())]
        # From the end, for each one that goes moves the others up.
        for index in reversed(range(len(names))):
            if names[index] in tables:
                data.DeleteLayer(index)
        del data
        with self._open() as rows:
            rows.executemany(
                f'DELETE FROM {PULLS} WHERE "table" = ?', [(table,) for table in tables]
            )
            if rows.execute("SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'").fetchone():
                rows.executemany(
                    "DELETE FROM layer_styles WHERE f_table_name = ?",
                    [(table,) for table in tables],
                )

    def _open_layers(self, project: QgsProject) -> Iterator[tuple[QgsVectorLayer, str]]:
        registry = QgsProviderRegistry.instance()
        for layer in project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
                parts = registry.decodeUri("ogr", layer.source())
                path = parts.get("path")
                if path and Path(path) == self.path:
                    yield layer, str(parts.get("layerName") or "")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open ``pulls`` for one transaction; the file is made if it isn't there."""
        try:
            if not self.path.exists():
                self.path.parent.mkdir(parents=True, exist_ok=True)
                made = gdal.GetDriverByName("GPKG").Create(
                    str(self.path), 0, 0, 0, gdal.GDT_Unknown
                )
                del made
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as data, data:
                _prepare(data)
                yield data
        except (sqlite3.Error, OSError) as error:
            raise WorkspaceBusy(str(self.path), str(error)) from error


def _prepare(data: sqlite3.Connection) -> None:
    data.execute(f"CREATE TABLE IF NOT EXISTS {PULLS} ({_COLUMNS})")
    data.execute(
        "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description) "
        "VALUES (?, 'attributes', ?, 'What was pulled, when and from where')",
        (PULLS, PULLS),
    )


def _pull(row: sqlite3.Row) -> Pull:
    cells = dict(row)
    known = {name: cells.pop(name) for name in ("name", "table", "state")}
    cells.pop("id")
    if cells["time"] is None:
        return Pull(**known, source=None)
    extent = json.loads(cells["extent"])
    cells.update(extent=tuple(extent) if extent else None, swapped=bool(cells["swapped"]))
    return Pull(**known, source=Provenance(**cells))
