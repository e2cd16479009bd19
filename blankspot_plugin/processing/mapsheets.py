# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithm that puts layers on map sheets and writes them as PDF and PNG."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..i18n import number_text, tr
from .base import BlankSpotAlgorithm, Parameters
from .mapsheet_checks import MapSheetChecks
from .mapsheet_parameters import BLOCKS, FORMATS, PAPERS, SheetKeys, sheet_parameters


class MapSheetsAlgorithm(SheetKeys, BlankSpotAlgorithm):
    """Layers in, map sheets as PDF and PNG out; the open project is never touched."""

    ID = "mapsheets"
    ICON = "sheet"

    def displayName(self) -> str:
        return tr("Map sheets")

    def shortDescription(self) -> str:
        return tr("Puts layers on map sheets, one or an atlas, and writes them as PDF and PNG.")

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        # Layouts live in the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: Parameters | None = None) -> None:
        for parameter in sheet_parameters():
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputFile(self.PDF, tr("Map sheet (PDF)")))
        self.addOutput(QgsProcessingOutputFile(self.PNG, tr("Map sheet (PNG)")))
        self.addOutput(QgsProcessingOutputNumber(self.SCALE, tr("Scale denominator")))
        self.addOutput(QgsProcessingOutputNumber(self.N_SHEETS, tr("Number of sheets")))

    def checkParameterValues(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # QGIS's own check says no more than "incorrect value" of a layer that is not there.
        message = self.validate(parameters, context)
        return (False, message) if message else super().checkParameterValues(parameters, context)

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        return MapSheetChecks(self, parameters, context).sentence()

    def run_it(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        # Sheets are drawn seldom: QGIS starts without what they need.
        from ..cartography import layouts

        # A layout lives as long as its project.
        project = QgsProject()
        folder = self.parameterAsString(parameters, self.OUTPUT, context)
        name = self.parameterAsString(parameters, self.NAME, context).strip()
        files = layouts.Files(
            FORMATS[self.parameterAsEnum(parameters, self.FORMAT, context)],
            self.parameterAsDouble(parameters, self.DPI, context),
            self.parameterAsBool(parameters, self.PAGES_APART, context),
        )
        try:
            layout = self._kept(parameters, context) or self._drawn(
                parameters, context, feedback, project
            )
            made = layouts.export(layout, folder, name, files, feedback)
        except layouts.SheetError as error:
            raise QgsProcessingException(str(error)) from error
        sheets = layout.atlas().count() if layout.atlas().enabled() else 1
        scale = round(layout.referenceMap().scale())
        self._tell(layout, made, sheets, feedback)
        return {
            self.OUTPUT: folder,
            self.PDF: _first(made, ".pdf"),
            self.PNG: _first(made, ".png"),
            self.SCALE: scale,
            self.N_SHEETS: sheets,
        }

    def _kept(self, parameters: Parameters, context: QgsProcessingContext) -> Any:
        """Return the sheet of the open project that is asked for, None if none is."""
        name = self.parameterAsString(parameters, self.LAYOUT, context).strip()
        return context.project().layoutManager().layoutByName(name) if name else None

    def _drawn(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        project: QgsProject,
    ) -> Any:
        """Return a new sheet in a project of the run's own."""
        from ..cartography import layouts

        project.setTransformContext(context.transformContext())
        metadata = project.metadata()  # a PDF takes its title from its project
        metadata.setTitle(self.parameterAsString(parameters, self.TITLE, context))
        project.setMetadata(metadata)
        order = self._order(parameters, context, project)
        return layouts.build_sheet(project, order, feedback.pushWarning)

    def _tell(
        self, layout: Any, made: list[Path], sheets: int, feedback: QgsProcessingFeedback
    ) -> None:
        from ..cartography import layouts

        main = layout.referenceMap()
        told = dict(
            scale=layouts.scale_text(main.scale()),
            crs=layouts.crs_text(main.crs()),
            files=", ".join(map(str, made[:2])) + (" …" if len(made) > 2 else ""),
            n=number_text(sheets),
        )
        if sheets == 1:
            text = tr("A map sheet at {scale} in {crs} was written: {files}.")
        else:
            text = tr("{n} map sheets in {crs} were written: {files}.")
        feedback.pushInfo(text.format(**told))

    def _order(
        self, parameters: Parameters, context: QgsProcessingContext, project: QgsProject
    ) -> Any:
        """Return what is asked for, all layers as copies in a project of the run's own."""
        from ..bridge.outputs import definition_of
        from ..cartography import layouts
        from ..cartography.sources import source_text

        copies: dict[str, QgsMapLayer] = {}

        def own(layer: QgsMapLayer | None) -> Any:
            if layer is None:
                return None
            if layer.id() not in copies:
                copies[layer.id()] = project.addMapLayer(_own_copy(layer, context), False)
            return copies[layer.id()]

        def text(key: str) -> str:
            return self.parameterAsString(parameters, key, context)

        opened = self.parameterAsLayerList(parameters, self.LAYERS, context)
        layers = [own(layer) for layer in opened]
        extent, crs = self._extent(parameters, context)
        pages = own(self.parameterAsVectorLayer(parameters, self.ATLAS_LAYER, context))
        areas = own(self.parameterAsVectorLayer(parameters, self.AREAS, context))
        hidden = [BLOCKS[n] for n in self.parameterAsEnums(parameters, self.HIDE, context)]
        return layouts.Order(
            layers=layers,
            text=layouts.SheetText(
                title=text(self.TITLE),
                subtitle=text(self.SUBTITLE),
                definition=text(self.DEFINITION) or definition_of(opened),
                source=source_text(opened, text(self.SOURCE)),
                number=text(self.NUMBER),
                edition=text(self.EDITION),
                office=self._office(parameters, context),
            ),
            extent=extent,
            extent_crs=crs,
            paper=PAPERS[self.parameterAsEnum(parameters, self.PAPER, context)],
            template=layouts.find_template(text(self.TEMPLATE)),
            hidden=hidden,
            inset=own(self.parameterAsLayer(parameters, self.INSET, context)),
            atlas=pages
            and layouts.Atlas(
                pages,
                text(self.ATLAS_FIELD),
                text(self.ATLAS_NAME),
                None if "table" in hidden else areas or _villages(pages, layers),
            ),
        )

    def _office(self, parameters: Parameters, context: QgsProcessingContext) -> Any:
        """Return the office: what is given, and for all else what the settings say."""
        from ..bridge import settings
        from ..cartography import layouts

        def given(key: str, other: str) -> str:
            return self.parameterAsString(parameters, key, context).strip() or other

        usual = layouts.Office.of(settings.read())
        who = usual.signatory
        return layouts.Office(
            given(self.REGENCY, usual.regency),
            given(self.OFFICE, usual.name),
            given(self.ADDRESS, usual.address),
            given(self.LOGO, usual.logo),
            settings.Signatory(
                given(self.POSITION, who.position),
                given(self.SIGNATORY, who.name),
                given(self.RANK, who.rank),
                given(self.NIP, who.nip),
            ),
            given(self.PLACE, ""),
        )

    def _extent(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> tuple[Any, QgsCoordinateReferenceSystem | None]:
        extent = self.parameterAsExtent(parameters, self.EXTENT, context)
        if extent.isNull():
            return None, None
        crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
        # An extent typed as bare numbers, without a project, is longitude and latitude.
        return extent, crs if crs.isValid() else QgsCoordinateReferenceSystem("EPSG:4326")


def _first(made: list[Path], suffix: str) -> str:
    return next((str(path) for path in made if path.suffix == suffix), "")


def _villages(pages: QgsVectorLayer, layers: list[QgsMapLayer]) -> QgsVectorLayer:
    """Return whose rows the sheets of an atlas list when nobody says it."""
    from ..cartography.styling import layer_role

    with_status = (layer for layer in layers if layer_role(layer) == "areas")
    return next(with_status, pages)


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
