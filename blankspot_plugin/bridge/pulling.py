# SPDX-License-Identifier: GPL-2.0-or-later
"""Pull a layer: count, pages, staging, verification. What comes out is whole, or said not to be."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path

import requests
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeedback,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..core.errors import AnswerUnreadable, Cancelled, CountMismatch, NoSuchLayer, shown
from ..services import service
from ..services.model import Connection, LayerInfo, Query
from . import settle, whereabouts
from .gathering import Watcher, gathered
from .manifest import version
from .provenance import Provenance
from .staging import GEOMETRY, TABLE, free_key, staged_layer


def pull(
    session: requests.Session,
    connection: Connection,
    query: Query,
    folder: Path,
    watcher: Watcher,
    keep_incomplete: bool = False,
) -> tuple[Path, Provenance]:
    """Pull a layer into a GeoPackage of its own, with one table :data:`.staging.TABLE`.

    Parameters
    ----------
    session
        From :mod:`.transport`.
    connection, query
        What to ask, and whom.
    folder
        Where the pages and the GeoPackage are made; the caller throws it away.
    watcher
        Told and asked while it runs.
    keep_incomplete
        Keep what came where fewer came than announced.

    Raises
    ------
    CountMismatch
        If fewer features came than announced.
    ServiceError
        In its other kinds, from the service and its answers.
    """
    began, clock = datetime.now(timezone.utc), time.monotonic()
    protocol = service(connection.service)
    info = _described(protocol.layers(session, connection), connection, query)
    query = replace(query, layer=info.name)
    announced = protocol.count(session, connection, query)
    path = folder / "staging.gpkg"
    pages = protocol.pages(session, connection, query, folder)
    came = gathered(pages, path, announced, watcher, connection.url)
    received = came.received
    if announced is not None and received != announced:
        # It may have grown, or shrunk, while we read it.
        announced = protocol.count(session, connection, query)
    # Some announce fewer than they have: what came beyond that is kept, and said.
    if announced is not None and received < announced and not keep_incomplete:
        raise CountMismatch(connection.url, query.layer, received, announced)
    lost = settle.lost_geometries(path, came.shapes)
    if came.kind == "csv":
        settle.number_columns(path)
    if came.kind == "gml":
        settle.as_table(path)
    found = whereabouts.settle(path, query.extent or info.bounds, info.crs, connection.url)
    settle.geometry_type(path)
    told = _Told(connection, query, began, clock)
    source = told.provenance(path, received, announced, found.swapped)
    return path, replace(
        source, outside=round(found.outside, 3), lost=lost, replaced=found.crs,
        unproven=came.unproven and announced is None,
    )  # fmt: skip


def pull_layer(
    layer: QgsVectorLayer,
    connection: Connection,
    query: Query,
    folder: Path,
    watcher: Watcher,
    keep_incomplete: bool = False,
) -> tuple[Path, Provenance]:
    """Pull what QGIS reads itself, an open layer or a table of a database; else as :func:`pull`."""
    told = _Told(connection, query, datetime.now(timezone.utc), time.monotonic())
    path, announced = folder / "staging.gpkg", layer.featureCount()
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", TABLE
    key = free_key({field.name().lower() for field in layer.fields()})
    options.layerOptions = [f"FID={key}", f"GEOMETRY_NAME={GEOMETRY}"]
    options.feedback = feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda _: watcher.is_cancelled() and feedback.cancel())
    code, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    if feedback.isCanceled() or watcher.is_cancelled():
        raise Cancelled
    if code != QgsVectorFileWriter.WriterError.NoError:
        raise AnswerUnreadable(query.layer, reason)
    received = settle.count(path)
    watcher.progress(received, announced)
    if received < announced and not keep_incomplete:
        raise CountMismatch(connection.url, query.layer, received, announced)
    return path, told.provenance(path, received, announced if announced >= 0 else None, False)


@dataclass(frozen=True)
class _Told:
    """What is known of a pull before it begins."""

    connection: Connection
    query: Query
    began: datetime
    clock: float

    def provenance(
        self, path: Path, received: int, announced: int | None, swapped: bool
    ) -> Provenance:
        return Provenance(
            service=self.connection.service,
            url=shown(self.connection.url),
            layer=self.query.layer,
            extent=self.query.extent,
            filter="",
            crs=staged_layer(path).crs().authid(),
            time=self.began.isoformat(timespec="seconds"),
            received=received,
            announced=announced,
            kept=received,
            sha256=settle.digest(path),
            seconds=round(time.monotonic() - self.clock, 3),
            swapped=swapped,
            version=version(),
        )


def _described(known: list[LayerInfo], connection: Connection, query: Query) -> LayerInfo:
    """Return the layer's description; its title, or its name without a workspace, will do."""
    for info in known:
        if info.name == query.layer:
            return info
    if not query.layer and len(known) == 1:
        return known[0]
    wanted = query.layer.split(":")[-1]
    alike = [info for info in known if wanted in (info.name.split(":")[-1], info.title)]
    if len(alike) == 1:
        return alike[0]
    raise NoSuchLayer(connection.url, query.layer, tuple(info.name for info in known))
