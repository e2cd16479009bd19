# SPDX-License-Identifier: GPL-2.0-or-later
"""Deliver a pulled layer where OUTPUT asks for it, and tell where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ..bridge import delivery, outputs
from ..bridge.manifest import manifest
from ..bridge.provenance import Provenance
from ..bridge.staging import staged_layer
from ..bridge.tables import announce, table_of
from ..cartography.sources import sentence
from ..i18n import number_text, tr
from .base import Parameters
from .writing import Writer, cant_write, warn_unfinished

_OUTPUT = "OUTPUT"
# What a manifest doesn't keep: the login's id is nobody else's business.
_SECRET = {"AUTHCFG"}


class PullOutput:
    """Writes OUTPUT of one call of ``pull``.

    Parameters
    ----------
    algorithm, parameters, context, feedback
        The call.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._feedback = feedback

    def write(self, staged: Path, source: Provenance) -> str:
        """Put the staged table in its place with its provenance; return what it is called."""
        given = {key: each for key, each in self._parameters.items() if key not in _SECRET}
        given["URL"] = source.url
        told = {
            **manifest(self._algorithm.id(), given, "", {}), "pull": source.as_dict(),
        }  # fmt: skip
        place = delivery.geopackage(self._parameters.get(_OUTPUT))
        if place is None:
            return self._through_sink(staged, told, sentence(source))
        # Asked first for its side effect: it notes the layer to be loaded, as a sink would.
        table = table_of(self._parameters[_OUTPUT])
        if table is None:
            self._algorithm.parameterAsOutputLayer(self._parameters, _OUTPUT, self._context)
        else:
            announce(table, self._algorithm, self._parameters, _OUTPUT, self._context)
        try:
            destination = delivery.deliver(staged, place)
        except OSError as error:
            raise cant_write(place.path, error) from error
        problem = outputs.finish(
            destination, self._context, told, source.layer, sentence(source), None, source.kept
        )
        warn_unfinished(self._feedback, place.path, problem)
        # As it was asked for: that is what QGIS will load.
        return str(place.path) if place.whole else destination

    def _through_sink(self, staged: Path, told: dict[str, object], abstract: str) -> str:
        layer = staged_layer(staged)
        fields = layer.fields()
        key = layer.dataProvider().pkAttributeIndexes()
        for index in sorted(key, reverse=True):
            fields.remove(index)
        writer = Writer(
            self._algorithm, self._parameters, self._context, self._feedback, told, abstract
        )
        writer.write(_OUTPUT, fields, layer.wkbType(), layer.crs(), _rows(layer, set(key)), None)
        return str(writer.results[_OUTPUT])


def _rows(layer: QgsVectorLayer, without: set[int]) -> Iterator[tuple[list[Any], QgsGeometry]]:
    for feature in layer.getFeatures():
        cells = feature.attributes()
        yield [cell for at, cell in enumerate(cells) if at not in without], feature.geometry()


def tell(source: Provenance, feedback: QgsProcessingFeedback) -> None:
    """Say in the log what came, and what was odd about it."""
    feedback.pushInfo(sentence(source))
    if source.swapped:
        feedback.pushWarning(
            tr("Latitude and longitude came the wrong way round and were swapped.")
        )
    if source.incomplete:
        feedback.pushWarning(tr("The layer is incomplete: pull it again before you print it."))
    if source.announced is not None and source.received > source.announced:
        feedback.pushWarning(
            tr("More features came than the service announced ({received} of {announced}).").format(
                received=number_text(source.received), announced=number_text(source.announced)
            )
        )
    if source.filter:
        feedback.pushInfo(tr("{n} features fulfil the filter.").format(n=number_text(source.kept)))
