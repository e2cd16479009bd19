# SPDX-License-Identifier: GPL-2.0-or-later
"""Write an output: opened last, filled in batches, then given its style and manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..bridge import outputs
from ..bridge.tables import announce, table_of
from ..i18n import tr

Row = tuple[Sequence[object], "QgsGeometry | None"]
_BATCH = 1000


class Writer:
    """Writes the outputs of one call, all with the same manifest.

    Parameters
    ----------
    algorithm, parameters, context, feedback
        The call.
    manifest
        From :func:`blankspot_plugin.bridge.manifest.manifest`.
    abstract
        What the numbers rest on, for people.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        manifest: dict[str, object],
        abstract: str,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self.feedback = feedback
        self._manifest = manifest
        self._abstract = abstract
        self.results: dict[str, Any] = {}

    def write(
        self,
        key: str,
        fields: QgsFields,
        kind: QgsWkbTypes.Type,
        crs: QgsCoordinateReferenceSystem,
        rows: Iterable[Row],
        style: Callable[[QgsVectorLayer], None] | None,
    ) -> None:
        """Write one output and remember its id in `results`."""
        if self._parameters.get(key) in (None, ""):
            return
        title = self._algorithm.parameterDefinition(key).description()
        try:
            sink, destination = self._sink(key, fields, kind, crs)
        except QgsProcessingException as error:
            raise cant_write(title, error) from error
        waiting, count = iter(rows), 0
        while True:
            batch = [_feature(fields, row) for row in islice(waiting, _BATCH)]
            if not batch:
                break
            count += len(batch)
            if not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(
                    tr("{output} could not be written: {reason}").format(
                        output=title, reason=sink.lastError()
                    )
                )
        # The file is whole only once the sink is gone.
        del sink
        destination = _written(destination)
        problem = outputs.finish(
            destination, self._context, self._manifest, title, self._abstract, style, count
        )
        warn_unfinished(self.feedback, title, problem)
        self.results[key] = destination

    def _sink(
        self,
        key: str,
        fields: QgsFields,
        kind: QgsWkbTypes.Type,
        crs: QgsCoordinateReferenceSystem,
    ) -> tuple[QgsFeatureSink, str]:
        """Open an output; return its sink and what it is called."""
        table = table_of(self._parameters[key])
        if table is None:
            sink, destination = self._algorithm.parameterAsSink(
                self._parameters, key, self._context, fields, kind, crs
            )
            return sink, destination
        sink = table.writer(fields, kind, crs, self._context)
        announce(table, self._algorithm, self._parameters, key, self._context)
        return sink, table.source


def cant_write(output: object, reason: object) -> QgsProcessingException:
    """Return the error for an output whose place can't be written to."""
    return QgsProcessingException(
        tr("{output} can't be written, choose another place for it: {reason}").format(
            output=output, reason=reason
        )
    )


def warn_unfinished(feedback: QgsProcessingFeedback, output: object, problem: str) -> None:
    """Tell of a style or description that could not be stored; '' tells of nothing."""
    if problem:
        feedback.pushWarning(
            tr("{output} is written, but its style or description is not: {reason}").format(
                output=output, reason=problem
            )
        )


def tell_unresolved(feedback: QgsProcessingFeedback, discs: int) -> None:
    """Tell of discs whose outline could not be put together from arcs; 0 tells of nothing."""
    if discs:
        feedback.pushInfo(
            tr(
                "The outline of {n} discs could not be put together from arcs: they were united "
                "as polygons, which takes longer."
            ).format(n=discs)
        )


def _written(destination: str) -> str:
    """Return where a table asked for as a shapefile lies: it has no shapes, only the .dbf."""
    table = Path(destination).with_suffix(".dbf")
    if destination.lower().endswith(".shp") and not Path(destination).exists() and table.exists():
        return str(table)
    return destination


def _feature(fields: QgsFields, row: Row) -> QgsFeature:
    attributes, geometry = row
    feature = QgsFeature(fields)
    feature.setAttributes(list(attributes))
    if geometry is not None and not geometry.isEmpty():
        feature.setGeometry(geometry)
    return feature


def multi(geometry: QgsGeometry) -> QgsGeometry:
    """Return a geometry as multipart, as a multipart layer wants it."""
    made = QgsGeometry(geometry)
    made.convertToMultiType()
    return made
