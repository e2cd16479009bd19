# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithm that pulls a layer from a service: whole, counted, dated."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from .. import paths
from ..i18n import number_text, tr
from ..services import LOCAL_NAMES, NAMES
from ..services.model import Bounds, Connection, Query
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters

# The network and GDAL are loaded when something is pulled, not when QGIS starts.
if TYPE_CHECKING:
    from ..bridge.gathering import Watcher
    from ..bridge.provenance import Provenance

_DEGREES = "EPSG:4326"
# Kept when everything is verified: the first share of the bar is the pull.
_PULLED = 90.0


class PullAlgorithm(BlankSpotAlgorithm):
    """A service in, a layer out, with where it came from written into it."""

    ID = "pull"

    SERVICE = "SERVICE"
    URL = "URL"
    LAYER = "LAYER"
    AUTHCFG = "AUTHCFG"
    EXTENT = "EXTENT"
    AREAS = "AREAS"
    DISTANCE = "DISTANCE"
    PAGE_SIZE = "PAGE_SIZE"
    FILTER = "FILTER"
    MAPPING = "MAPPING"
    KEEP_INCOMPLETE = "KEEP_INCOMPLETE"
    ALLOW_HTTP = "ALLOW_HTTP"
    COUNT = "COUNT"
    EXPECTED = "EXPECTED"

    CHOICES = {"SERVICE": (*NAMES, *LOCAL_NAMES)}  # noqa: RUF012

    def displayName(self) -> str:
        return tr("Pull a layer from a service")

    def shortDescription(self) -> str:
        return tr("Pulls a layer whole: counted against the service, dated, its source kept.")

    def initAlgorithm(self, configuration: Parameters | None = None) -> None:
        for definition in (*self._whom(), *self._what(), *self._how()):
            self.addParameter(definition)
        self.addParameter(
            build.sink(self.OUTPUT, tr("Pulled layer"), QgsProcessing.SourceType.TypeVector)
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Features received")))
        self.addOutput(QgsProcessingOutputNumber(self.EXPECTED, tr("Features announced")))

    def _whom(self) -> build.Definitions:
        labels = [
            tr("WFS"),
            tr("OGC API Features"),
            tr("ArcGIS REST"),
            tr("GeoNode"),
            tr("CKAN"),
            tr("File or address of a file"),
            tr("Sample: Kabupaten Contoh (fictional)"),
            tr("PostgreSQL connection stored in QGIS"),
            tr("Layer that is open in QGIS"),
        ]
        return [
            QgsProcessingParameterEnum(self.SERVICE, tr("Service"), labels, defaultValue=0),
            QgsProcessingParameterString(self.URL, tr("Address"), optional=True),
            QgsProcessingParameterString(
                self.LAYER, tr("Layer (may stay empty where there is only one)"), optional=True
            ),
            QgsProcessingParameterAuthConfig(
                self.AUTHCFG, tr("Login stored in QGIS"), optional=True
            ),
        ]

    def _what(self) -> build.Definitions:
        return [
            QgsProcessingParameterExtent(
                self.EXTENT, tr("Only what touches this extent"), optional=True
            ),
            QgsProcessingParameterFeatureSource(
                self.AREAS,
                tr("Or what touches these areas and their surroundings"),
                [QgsProcessing.SourceType.TypeVectorAnyGeometry],
                optional=True,
            ),
            build.metres(self.DISTANCE, tr("Surroundings of the areas (m)"), 8000),
            build.advanced(
                QgsProcessingParameterExpression(
                    self.FILTER, tr("Keep only what fulfils (after the count)"), optional=True
                )
            ),
        ]

    def _how(self) -> build.Definitions:
        size = QgsProcessingParameterNumber(
            self.PAGE_SIZE,
            tr("Features per request (0: as the protocol does best)"),
            QgsProcessingParameterNumber.Type.Integer,
            0,
            minValue=0,
        )
        mapping = QgsProcessingParameterString(
            self.MAPPING,
            tr("Hand-made JSON: what is where (records=data; lon=bujur; lat=lintang)"),
            optional=True,
        )
        incomplete = QgsProcessingParameterBoolean(
            self.KEEP_INCOMPLETE, tr("Keep what came, marked, where some is missing"), False
        )
        plain = QgsProcessingParameterBoolean(
            self.ALLOW_HTTP, tr("Follow an encrypted address to a plain one"), False
        )
        return [build.advanced(each) for each in (size, mapping, incomplete, plain)]

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        if not self._address(parameters, context) and self._service(parameters, context) != "layer":
            return tr("URL is empty: give the address of the service, or the path of a file.")
        place = self._same_file(parameters, context)
        if place:
            return tr(
                "OUTPUT and URL are the same file, {path}: choose another output, so that the "
                "source stays as it is."
            ).format(path=place)
        expression = self.parameterAsString(parameters, self.FILTER, context)
        if expression and QgsExpression(expression).hasParserError():
            return tr(
                "FILTER is no valid expression ({reason}): correct it, or leave it out."
            ).format(reason=QgsExpression(expression).parserErrorString())
        text = self.parameterAsString(parameters, self.MAPPING, context)
        if any("=" not in part for part in _parts(text)):
            return tr("MAPPING is not of the form “key=field; key=field”: correct it.")
        if self.parameterAsDouble(parameters, self.DISTANCE, context) < 0:
            return tr("DISTANCE is negative: give zero or more metres.")
        return ""

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from .pull_filter import keep_only
        from .pull_output import PullOutput, tell

        with _somewhere() as folder:
            staged, source = self._pulled(parameters, context, feedback, folder)
            expression = self.parameterAsString(parameters, self.FILTER, context)
            source = keep_only(staged, source, expression, context.transformContext())
            destination = PullOutput(self, parameters, context, feedback).write(staged, source)
        tell(source, feedback)
        # -1: the service doesn't say; a number of a model can't be missing.
        expected = -1 if source.announced is None else source.announced
        return {self.OUTPUT: destination, self.COUNT: source.received, self.EXPECTED: expected}

    def _pulled(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        folder: Path,
    ) -> tuple[Path, Provenance]:
        from ..bridge import local_sources, pulling, transport

        connection = Connection(
            self._service(parameters, context),
            self._address(parameters, context),
            self.parameterAsInt(parameters, self.PAGE_SIZE, context),
            _mapping(self.parameterAsString(parameters, self.MAPPING, context)),
        )
        name = self.parameterAsString(parameters, self.LAYER, context).strip()
        query = Query(name, self._extent(parameters, context))
        keep = self.parameterAsBoolean(parameters, self.KEEP_INCOMPLETE, context)
        watcher = _watcher(feedback)
        if connection.service in LOCAL_NAMES:
            if connection.service == "postgres":
                layer = local_sources.table_layer(connection.url, name)
            else:
                layer = _open_layer(name, context)
            return pulling.pull_layer(layer, connection, query, folder, watcher, keep)
        login = self.parameterAsString(parameters, self.AUTHCFG, context)
        plain = self.parameterAsBoolean(parameters, self.ALLOW_HTTP, context)
        with transport.session(feedback, login, plain) as session:
            return pulling.pull(session, connection, query, folder, watcher, keep)

    def _same_file(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        """Return the path of a file that would be read and written over, '' for none."""
        if self._service(parameters, context) != "file":
            return ""
        output = parameters.get(self.OUTPUT)
        output = getattr(getattr(output, "sink", None), "staticValue", lambda: output)()
        source = self._address(parameters, context)
        if not isinstance(output, str) or not output or not Path(source).is_file():
            return ""
        same = Path(output).exists() and Path(output).samefile(source)
        return source if same else ""

    def _service(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        return self.choice(parameters, self.SERVICE, context)

    def _address(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        given = self.parameterAsString(parameters, self.URL, context).strip()
        sample = self._service(parameters, context) == "sample"
        return str(paths.sample()) if sample and not given else given

    def _extent(self, parameters: Parameters, context: QgsProcessingContext) -> Bounds | None:
        from ..bridge.extent import grown

        degrees = QgsCoordinateReferenceSystem(_DEGREES)
        box = self.parameterAsExtent(parameters, self.EXTENT, context, degrees)
        areas = self.parameterAsSource(parameters, self.AREAS, context)
        if not box.isNull():
            return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
        if areas is None:
            return None
        distance = self.parameterAsDouble(parameters, self.DISTANCE, context)
        return grown(areas.sourceExtent(), areas.sourceCrs(), distance, context.transformContext())


@contextmanager
def _somewhere() -> Iterator[Path]:
    """Give a folder to gather in; where it can't be written, say so."""
    try:
        with tempfile.TemporaryDirectory(prefix="blankspot-") as folder:
            yield Path(folder)
    except OSError as error:
        raise QgsProcessingException(
            tr(
                "Nothing more can be written into {folder} ({reason}): make room on that disk and "
                "pull again."
            ).format(folder=tempfile.gettempdir(), reason=error.strerror or error)
        ) from error


def _open_layer(name: str, context: QgsProcessingContext) -> QgsVectorLayer:
    project = context.project()
    if project is not None and len(project.mapLayersByName(name)) > 1:
        raise QgsProcessingException(
            tr("There are several layers called “{layer}”: give one of them another name.").format(
                layer=name
            )
        )
    layer = QgsProcessingUtils.mapLayerFromString(name, context)
    if not isinstance(layer, QgsVectorLayer):
        raise QgsProcessingException(
            tr("LAYER “{layer}” is not open in QGIS: give the name of a vector layer.").format(
                layer=name
            )
        )
    return layer


def _watcher(feedback: QgsProcessingFeedback) -> Watcher:
    from ..bridge.gathering import Watcher

    def progress(received: int, announced: int | None) -> None:
        if announced:
            feedback.setProgress(_PULLED * min(1.0, received / announced))
        feedback.setProgressText(tr("{n} features").format(n=number_text(received)))

    return Watcher(feedback.isCanceled, progress)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _mapping(text: str) -> dict[str, str]:
    pairs = (part.split("=", 1) for part in _parts(text))
    return {key.strip(): value.strip() for key, value in pairs}
