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
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ..bridge import delivery, outputs
from ..bridge.manifest import manifest
from ..bridge.provenance import Provenance
from ..bridge.settle import is_mixed
from ..bridge.staging import staged_layer
from ..bridge.tables import announce, table_of
from ..bridge.whereabouts import is_undefined
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
        layer = staged_layer(staged)
        crs = layer.crs()
        if layer.isSpatial() and (not crs.isValid() or is_undefined(crs.description())):
            self._feedback.pushWarning(
                tr("Nothing says in which reference system the coordinates are: set it first.")
            )
        del layer
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
        if is_mixed(staged):
            raise QgsProcessingException(
                tr(
                    "The layer holds points, lines or areas in one table, which only a GeoPackage "
                    "can: choose an output whose name ends in .gpkg."
                )
            )
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
    if source.replaced:
        feedback.pushWarning(
            tr("The coordinates can't be what was declared; they were taken as {crs}.").format(
                crs=source.replaced
            )
        )
    if source.outside:
        feedback.pushWarning(
            tr(
                "{share} % of the features lie elsewhere than the service, or the extent, says: "
                "look at them on the map before you use them."
            ).format(share=number_text(100 * source.outside, 0))
        )
    if source.unproven:
        feedback.pushWarning(
            tr(
                "Exactly {n} features came, and the service doesn't say how many there are: it may "
                "hold more."
            ).format(n=number_text(source.received))
        )
    if source.lost:
        feedback.pushWarning(
            tr("The geometries of {n} features can't be read: they came without one.").format(
                n=number_text(source.lost)
            )
        )
    if source.incomplete:
        feedback.pushWarning(tr("The layer is incomplete: pull it again before you print it."))
    if source.announced is not None and source.received > source.announced:
        feedback.pushWarning(
            tr("More features came than the service announced ({received} of {announced}).").format(
                received=number_text(source.received), announced=number_text(source.announced)
            )
        )
    if source.kept != source.received:
        feedback.pushInfo(
            tr("{n} of them lie in the extent and fulfil the filter, and were kept.").format(
                n=number_text(source.kept)
            )
        )
