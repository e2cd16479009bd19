# SPDX-License-Identifier: GPL-2.0-or-later
"""Read the outputs of an analysis, and what they were made from, for a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from ..bridge import results, settings
from ..bridge.fields import value
from ..bridge.outputs import manifest_of
from ..bridge.provenance import layers_given, sources_of
from ..bridge.results import Results
from ..cartography import layouts, styling
from ..cartography.report.content import Findings, compose
from ..cartography.report.files import Material
from ..cartography.report.map_page import MapOfReport
from ..cartography.report.method import Inputs, Read
from ..cartography.report.village_facts import villages
from ..core import change as news
from ..core import village_status
from ..core.codes import normalised_code
from ..i18n import tr
from .parameters import Keys
from .report_layers import dressed, facilities_of
from .villages import definition_text

Parameters = dict[str, Any]

_LONLAT = QgsCoordinateReferenceSystem("EPSG:4326")
# What a layer is on a map, the first drawn on top.
_ROLES = {
    Keys.SITES: "sites",
    Keys.WIFI: "wifi",
    Keys.CENTRES: "centres",
    Keys.GAPS: "gaps",
}


class ReportInputs:
    """What one call was given.

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
        self._algorithm, self._parameters = algorithm, parameters
        self._context, self._feedback = context, feedback
        self._statistics = self._layer(Keys.STATISTICS)
        self._manifest = manifest_of(self._statistics) or {}
        self._results = self._read(Keys.STATISTICS)

    def material(self) -> Material:
        """Return what the files are made from."""
        project = QgsProject()
        project.setTransformContext(self._context.transformContext())
        areas = self._areas()
        shown = self._shown(project, areas)
        crs = shown.crs if shown is not None else _LONLAT
        shapes = self._shapes(areas, crs)
        self._feedback.setProgress(10)
        findings = self._findings(shapes, crs)
        self._feedback.setProgress(25)
        self._describe(project, findings)
        rows = self._results.rows
        before = findings.before
        changes = None if before is None else news.compare(before.rows, rows, news.Tolerance())
        rule = village_status.rule_of(self._told())
        under = village_status.statuses(rows, village_status.answered(rows), rule)
        points = {
            role: project.mapLayersByName(styling.role_title(role))[0]
            for key, role in _ROLES.items()
            if key in (Keys.SITES, Keys.WIFI) and self._given(key)
        }
        return Material(
            report=compose(findings),
            project=project,
            villages=villages(rows, shapes, under, changes),
            shown=shown,
            used=_used(self._results, self._manifest),
            gaps=self._layer(Keys.GAPS),
            points=points,
        )

    def _given(self, key: str) -> bool:
        return self._parameters.get(key) not in (None, "", [])

    def _layer(self, key: str) -> QgsVectorLayer | None:
        if not self._given(key):
            return None
        return self._algorithm.parameterAsVectorLayer(self._parameters, key, self._context)

    def _text(self, key: str) -> str:
        return str(self._algorithm.parameterAsString(self._parameters, key, self._context)).strip()

    def _read(self, key: str) -> Results | None:
        """Read a table of villages, its definition said in the language of QGIS."""
        layer = self._layer(key)
        if layer is None:
            return None
        found = results.read(layer, self._layer(Keys.SUMMARY) if key == Keys.STATISTICS else None)
        manifest = manifest_of(layer) or {}
        used = _used(found, manifest)
        if not used:
            return found
        rule = village_status.rule_of(_told(manifest), used)
        return replace(found, definition=definition_text(rule, bool(found.wifi_counts)))

    def _findings(
        self, shapes: Sequence[QgsGeometry], crs: QgsCoordinateReferenceSystem
    ) -> Findings:
        keys = (Keys.STATISTICS, Keys.GAPS, Keys.COVERAGE, *_ROLES, Keys.FACILITIES)
        layers = [layer for layer in map(self._layer, keys) if layer is not None]
        return Findings(
            title=self._text("TITLE"),
            region=self._text("REGION"),
            results=self._results,
            before=self._read("BEFORE"),
            facilities=facilities_of(
                {key: self._layer(key) for key in (Keys.FACILITIES, Keys.COVERAGE, Keys.GAPS)},
                self._text("KIND_FIELD"),
                self._results.rows,
                shapes,
                crs,
                self._context,
                self._feedback,
            ),
            sources=sources_of(layers),
            inputs=self._inputs(),
            source=self._text("SOURCE"),
            office=settings.read(),
        )

    def _inputs(self) -> Inputs:
        from .analysis import AnalysisAlgorithm

        # Its definitions live as long as it does.
        analysis = AnalysisAlgorithm().create()
        known = {part.name(): part.description() for part in analysis.parameterDefinitions()}
        read = self._manifest.get("inputs")
        return Inputs(
            parameters=_told(self._manifest),
            read=tuple(
                Read(known.get(key, key), one["features"], one["repaired"], one["left_out"])
                for key, one in (read.items() if isinstance(read, dict) else ())
            ),
            version=str(self._manifest.get("version") or ""),
        )

    def _describe(self, project: QgsProject, findings: Findings) -> None:
        """Have a PDF take title and author from the report."""
        metadata = project.metadata()
        metadata.setTitle(" · ".join(filter(None, (findings.title, findings.region))))
        metadata.setAuthor(findings.office.office or findings.office.regency)
        metadata.setAbstract(findings.results.definition)
        project.setMetadata(metadata)

    def _areas(self) -> QgsVectorLayer:
        """Return the villages with their shapes: the table, or its rows on AREAS by code."""
        areas = self._layer(Keys.AREAS)
        if self._statistics.isSpatial() or areas is None:
            return self._statistics
        name = self._text(Keys.CODE_FIELD) or str(
            _told(self._manifest).get(Keys.CODE_FIELD) or "code"
        )
        at = areas.fields().lookupField(name)
        if at < 0:
            self._feedback.pushWarning(
                tr("The areas have no field “{field}” for the code: nothing is drawn.").format(
                    field=name
                )
            )
            return self._statistics
        shapes = {
            normalised_code(value(one.attribute(at))): one.geometry() for one in areas.getFeatures()
        }
        made = QgsVectorLayer("MultiPolygon", "villages", "memory")
        made.setCrs(areas.crs())
        made.dataProvider().addAttributes(self._statistics.fields().toList())
        made.updateFields()
        features = []
        for one in self._statistics.getFeatures():
            feature = QgsFeature(made.fields())
            feature.setAttributes(one.attributes())
            feature.setGeometry(shapes.get(normalised_code(value(one["code"])), QgsGeometry()))
            features.append(feature)
        made.dataProvider().addFeatures(features)
        made.updateExtents()
        return made

    def _shown(self, project: QgsProject, areas: QgsVectorLayer) -> MapOfReport | None:
        """Put the layers of the map into a project of our own, as they should look."""
        chosen = layers_given(self._parameters.get("MAP_LAYERS"), self._context)
        drawn = [dressed(layer, self._context) for layer in chosen]
        own = {}
        for key, role in _ROLES.items():
            layer = self._layer(key)
            if layer is not None:
                own[key] = dressed(layer, self._context, role)
        if areas.isSpatial():
            own[Keys.STATISTICS] = dressed(areas, self._context, "areas")
        project.addMapLayers([*drawn, *own.values()], False)
        if Keys.STATISTICS not in own:
            return None
        layers = drawn or list(own.values())
        try:
            lonlat = layouts.layers_extent([areas], _LONLAT, project)
            crs = layouts.metric_crs(lonlat)
            ground = layouts.layers_extent([areas], crs, project)
        except layouts.NothingToShow:
            return None
        return MapOfReport(layers, own[Keys.STATISTICS], crs, ground)

    def _shapes(
        self, areas: QgsVectorLayer, crs: QgsCoordinateReferenceSystem
    ) -> list[QgsGeometry]:
        """Return the shape of each row, in the map's CRS; empty for none."""
        if not areas.isSpatial():
            return [QgsGeometry()] * len(self._results.rows)
        onto = QgsCoordinateTransform(areas.crs(), crs, self._context.transformContext())
        shapes = []
        for feature in areas.getFeatures():
            shape = QgsGeometry(feature.geometry())
            if not shape.isEmpty():
                shape.transform(onto)
            shapes.append(shape)
        return shapes


def _told(manifest: dict[str, object]) -> dict[str, object]:
    told = manifest.get("parameters")
    return told if isinstance(told, dict) else {}


def _used(found: Results, manifest: dict[str, object]) -> str:
    """Return the definition the status rests on, '' where nothing tells."""
    used = next((one.definition for one in found.comparison if one.used), "")
    return used or results.used_definition(manifest, village_status.answered(found.rows))
