# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithm that writes the report of an analysis: spreadsheet, letter, PDFs, KMZ."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ..i18n import tr
from .base import BlankSpotAlgorithm, Parameters
from .parameters import POINTS, POLYGONS, TABLE, Keys, advanced


class ReportAlgorithm(BlankSpotAlgorithm):
    """The outputs of an analysis in, the files of a report out, all of them or none."""

    ID = "report"

    BEFORE = "BEFORE"
    KIND_FIELD = "KIND_FIELD"
    MAP_LAYERS = "MAP_LAYERS"
    TITLE = "TITLE"
    REGION = "REGION"
    SOURCE = "SOURCE"
    FORMATS = "FORMATS"
    NAME = "NAME"
    XLSX = "XLSX"
    ODT = "ODT"
    PDF = "PDF"
    PROFILES = "PROFILES"
    KMZ = "KMZ"

    def displayName(self) -> str:
        return tr("Report")

    def shortDescription(self) -> str:
        return tr(
            "Writes the results of an analysis as spreadsheet, letter, PDF, village profiles and "
            "KMZ."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        # Layouts live in the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: Parameters | None = None) -> None:
        for key, label, kind in (
            (Keys.STATISTICS, tr("Statistics per village"), TABLE),
            (Keys.SUMMARY, tr("Summary of the definitions"), TABLE),
            (self.BEFORE, tr("Earlier statistics, to tell what has changed"), TABLE),
            (Keys.GAPS, tr("Gaps"), POLYGONS),
            (Keys.COVERAGE, tr("Coverage"), POLYGONS),
            (Keys.SITES, tr("Towers"), POINTS),
            (Keys.WIFI, tr("Public Wi-Fi points"), POINTS),
            (Keys.FACILITIES, tr("Public facilities"), POINTS),
            (Keys.CENTRES, tr("Village centres"), POINTS),
            (Keys.AREAS, tr("Areas, where the statistics have no geometry"), POLYGONS),
        ):
            due = key == Keys.STATISTICS
            self.addParameter(
                QgsProcessingParameterVectorLayer(key, label, [kind], optional=not due)
            )
        for key, label, parent in (
            (self.KIND_FIELD, tr("Field with the kind of facility"), Keys.FACILITIES),
            (Keys.CODE_FIELD, tr("Code field of the areas"), Keys.AREAS),
        ):
            self.addParameter(
                advanced(
                    QgsProcessingParameterField(
                        key, label, parentLayerParameterName=parent, optional=True
                    )
                )
            )
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                self.MAP_LAYERS,
                tr("Layers of the map, the first on top (empty: those above)"),
                QgsProcessing.SourceType.TypeMapLayer,
                optional=True,
            )
        )
        self._add_words()
        self.addParameter(QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Output folder")))
        for key, label in (
            (self.XLSX, tr("Report (spreadsheet)")),
            (self.ODT, tr("Report (letter)")),
            (self.PDF, tr("Report (PDF)")),
            (self.PROFILES, tr("Village profiles (PDF)")),
            (self.KMZ, tr("Results (KMZ)")),
        ):
            self.addOutput(QgsProcessingOutputFile(key, label))

    def _add_words(self) -> None:
        self.addParameter(
            QgsProcessingParameterString(
                self.TITLE, tr("Title"), tr("Report on mobile service and blank spots")
            )
        )
        self.addParameter(QgsProcessingParameterString(self.REGION, tr("Region"), optional=True))
        self.addParameter(
            QgsProcessingParameterString(
                self.SOURCE, tr("Words on the data sources"), multiLine=True, optional=True
            )
        )
        labels = [
            tr("Spreadsheet (XLSX)"),
            tr("Text for letters (ODT)"),
            tr("Report (PDF)"),
            tr("A page per village (PDF)"),
            tr("For Google Earth (KMZ)"),
        ]
        self.addParameter(
            QgsProcessingParameterEnum(
                self.FORMATS,
                tr("Files to write"),
                labels,
                allowMultiple=True,
                defaultValue=list(range(len(labels))),
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                self.NAME, tr("File name without extension"), tr("blank-spot-report")
            )
        )

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        from .report_checks import ReportChecks

        return ReportChecks(self, parameters, context).sentence()

    def run_it(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        # Reports are written seldom: QGIS starts without what they need.
        from ..cartography.report import files
        from ..cartography.report.filing import NotFiled
        from .report_inputs import ReportInputs

        material = ReportInputs(self, parameters, context, feedback).material()
        chosen = self.parameterAsEnums(parameters, self.FORMATS, context)
        folder = Path(self.parameterAsString(parameters, self.OUTPUT, context))
        name = self.parameterAsString(parameters, self.NAME, context).strip()
        try:
            written = files.write(
                material,
                [files.FORMATS[at] for at in chosen],
                folder,
                name,
                feedback,
                feedback.pushInfo,
            )
        except NotFiled as error:
            raise QgsProcessingException(
                tr(
                    "{file} could not be written ({reason}), and so none of the report was: close "
                    "it where it is open, or choose another folder or file name."
                ).format(file=error.path, reason=error.reason)
            ) from error
        feedback.pushInfo(
            tr("The report was written: {files}.").format(
                files=", ".join(str(path) for path in written.values())
            )
        )
        return {self.OUTPUT: str(folder), **{one.upper(): str(written[one]) for one in written}}
