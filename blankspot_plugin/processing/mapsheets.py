# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithm that puts layers on a map sheet and writes it as PDF and PNG."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..i18n import tr
from .base import BlankSpotAlgorithm, Parameters

_FORBIDDEN = set('/\\:*?"<>|')


class MapSheetsAlgorithm(BlankSpotAlgorithm):
    """Layers in, a map sheet as PDF and PNG out; the open project is never touched."""

    ID = "mapsheets"

    LAYERS = "LAYERS"
    PAPER = "PAPER"
    TITLE = "TITLE"
    SUBTITLE = "SUBTITLE"
    DEFINITION = "DEFINITION"
    SOURCE = "SOURCE"
    EXTENT = "EXTENT"
    NAME = "NAME"
    OUTPUT = "OUTPUT"
    PDF = "PDF"
    PNG = "PNG"
    SCALE = "SCALE"

    def displayName(self) -> str:
        return tr("Map sheet")

    def shortDescription(self) -> str:
        return tr("Puts layers on an A3 map sheet and writes it as PDF and PNG.")

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        # Layouts live in the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: Parameters | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS,
                tr("Layers, the first drawn on top"),
                QgsProcessing.SourceType.TypeMapLayer,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.PAPER, tr("Paper"), [tr("A3 landscape")], defaultValue=0
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.TITLE, tr("Title"), tr("Mobile service and blank spots")
            )
        )
        for key, label, lines in (
            (self.SUBTITLE, tr("Subtitle (region)"), False),
            (self.DEFINITION, tr("Definition of a blank spot, as printed"), True),
            (self.SOURCE, tr("Data sources, as printed (empty: where the layers came from)"), True),
        ):
            self.addParameter(
                QgsProcessingParameterString(key, label, multiLine=lines, optional=True)
            )
        self.addParameter(
            QgsProcessingParameterExtent(
                self.EXTENT, tr("Extent (all layers where empty)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(self.NAME, tr("File name without extension"), "sheet")
        )
        self.addParameter(QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Output folder")))
        self.addOutput(QgsProcessingOutputFile(self.PDF, tr("Map sheet (PDF)")))
        self.addOutput(QgsProcessingOutputFile(self.PNG, tr("Map sheet (PNG)")))
        self.addOutput(QgsProcessingOutputNumber(self.SCALE, tr("Scale denominator")))

    def checkParameterValues(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # QGIS's own check says no more than "incorrect value" of a layer that is not there.
        message = self.validate(parameters, context)
        return (False, message) if message else super().checkParameterValues(parameters, context)

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        return (
            self._wrong_layers(parameters, context)
            or self._wrong_name(parameters, context)
            or self._wrong_folder(parameters)
        )

    def run_it(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        # Sheets are drawn seldom: QGIS starts without what they need.
        from ..cartography import layouts
        from ..cartography.sources import source_text

        project = QgsProject()
        project.setTransformContext(context.transformContext())
        opened = self.parameterAsLayerList(parameters, self.LAYERS, context)
        layers = [_own_copy(layer, context) for layer in opened]
        project.addMapLayers(layers, False)
        metadata = project.metadata()  # a PDF takes its title from its project
        metadata.setTitle(self.parameterAsString(parameters, self.TITLE, context))
        project.setMetadata(metadata)
        feedback.setProgress(10)
        text = layouts.SheetText(
            title=self.parameterAsString(parameters, self.TITLE, context),
            subtitle=self.parameterAsString(parameters, self.SUBTITLE, context),
            definition=self.parameterAsString(parameters, self.DEFINITION, context),
            source=source_text(opened, self.parameterAsString(parameters, self.SOURCE, context)),
        )
        extent, crs = self._extent(parameters, context)
        folder = self.parameterAsString(parameters, self.OUTPUT, context)
        name = self.parameterAsString(parameters, self.NAME, context).strip()
        try:
            layout = layouts.build_sheet(project, layers, text, extent, crs)
            feedback.setProgress(30)
            if feedback.isCanceled():
                return {}
            pdf, png = layouts.export_sheet(layout, folder, name)
        except layouts.SheetError as error:
            raise QgsProcessingException(str(error)) from error
        scale = round(layout.referenceMap().scale())
        feedback.setProgress(100)
        feedback.pushInfo(
            tr("A map sheet at {scale} in {crs} was written: {pdf} and {png}.").format(
                scale=layouts.scale_text(scale),
                crs=layouts.crs_text(layout.referenceMap().crs()),
                pdf=pdf,
                png=png,
            )
        )
        return {self.OUTPUT: folder, self.PDF: str(pdf), self.PNG: str(png), self.SCALE: scale}

    def _extent(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> tuple[Any, QgsCoordinateReferenceSystem | None]:
        extent = self.parameterAsExtent(parameters, self.EXTENT, context)
        if extent.isNull():
            return None, None
        crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
        # An extent typed as bare numbers, without a project, is longitude and latitude.
        return extent, crs if crs.isValid() else QgsCoordinateReferenceSystem("EPSG:4326")

    def _wrong_layers(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        given = parameters.get(self.LAYERS)
        label = self.parameterDefinition(self.LAYERS).description()
        for item in given if isinstance(given, (list, tuple)) else []:
            known = isinstance(item, QgsMapLayer)
            if not known and not QgsProcessingUtils.mapLayerFromString(str(item), context):
                return tr(
                    "“{input}”: {layer} cannot be opened; choose a layer of the project or "
                    "an existing file."
                ).format(input=label, layer=item)
        layers = self.parameterAsLayerList(parameters, self.LAYERS, context)
        if not layers:
            return tr("“{input}” is empty: choose at least one layer to show.").format(input=label)
        for layer in layers:
            if not layer.crs().isValid():
                return tr(
                    "“{input}”: layer {layer} has no coordinate reference system; set it in "
                    "the layer's properties or with Assign projection."
                ).format(input=label, layer=layer.name())
        return ""

    def _wrong_name(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        name = self.parameterAsString(parameters, self.NAME, context).strip()
        if name and not _FORBIDDEN & set(name) and not name.startswith("."):
            return ""
        return tr(
            "“{input}” must be a plain file name such as sheet, not “{name}”; the folder is "
            "chosen in “{folder}”."
        ).format(
            input=self.parameterDefinition(self.NAME).description(),
            name=name,
            folder=self.parameterDefinition(self.OUTPUT).description(),
        )

    def _wrong_folder(self, parameters: Parameters) -> str:
        folder = parameters.get(self.OUTPUT)
        if not isinstance(folder, str) or folder == QgsProcessing.TEMPORARY_OUTPUT:
            return ""
        existing = Path(folder)
        while not existing.exists() and existing != existing.parent:
            existing = existing.parent
        if existing.is_dir() and os.access(existing, os.W_OK):
            return ""
        return tr(
            "“{input}”: nothing can be written into {folder}; choose a folder that you may "
            "write to."
        ).format(input=self.parameterDefinition(self.OUTPUT).description(), folder=folder)


def _own_copy(layer: QgsMapLayer, context: QgsProcessingContext) -> QgsMapLayer:
    """Return a copy of a layer for a project of our own, with the look it should have.

    A layer of the open project looks as it does there. One that Processing opened from a
    file comes bare: its default style is read here, and a style of ours is put into the
    language QGIS runs in.
    """
    from ..cartography import styling

    copy = layer.clone()
    project = context.project()
    if project is not None and project.mapLayer(layer.id()) is not None:
        return copy
    if layer.providerType() == "memory":
        return copy
    table = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    copy.loadDefaultStyle()
    name = str(copy.metadata().title() or table.get("layerName") or layer.name())
    role = styling.layer_role(copy)
    if role and isinstance(copy, QgsVectorLayer):
        styling.relabel_layer(copy)
        name = styling.role_title(role)
    copy.setName(name)
    return copy
