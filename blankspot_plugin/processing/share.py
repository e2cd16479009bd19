# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:share``: a folder that other offices can use, with all that the data mean."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .parameters import TABLE

_FORBIDDEN = set('/\\:*?"<>|')


class ShareAlgorithm(BlankSpotAlgorithm):
    """GeoPackage, shapefile, CSV, XLSX and KMZ of some layers, and their metadata."""

    ID = "share"

    LAYERS = "LAYERS"
    INDICATORS = "INDICATORS"
    METADATA = "METADATA"
    SOURCE = "SOURCE"
    PERIOD = "PERIOD"
    OWNER = "OWNER"
    CODES = "CODES"
    PERSONAL = "PERSONAL"
    NAME = "NAME"
    FOLDER = "FOLDER"

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        # The layers themselves are written, with their look, and they live in the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def displayName(self) -> str:
        return tr("Share with other offices")

    def shortDescription(self) -> str:
        return tr("Writes layers in five formats, with metadata and without personal data.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterMultipleLayers(self.LAYERS, tr("Layers and tables"), TABLE)
        )
        self.addParameter(build.layer(self.INDICATORS, tr("Indicators"), TABLE))
        self.addParameter(build.layer(self.METADATA, tr("Meaning of further fields"), TABLE))
        for key, label in (
            (self.OWNER, tr("Owner (empty: the office in the options)")),
            (self.PERIOD, tr("Period of the data")),
            (self.SOURCE, tr("Source (empty: where the layers came from)")),
            (self.CODES, tr("Codes used")),
        ):
            self.addParameter(QgsProcessingParameterString(key, label, optional=True))
        self.addParameter(
            QgsProcessingParameterBoolean(
                self.PERSONAL, tr("With personal data"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterString(self.NAME, tr("Name of the folder"), "blankspot_data")
        )
        self.addParameter(
            QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Where to put the folder"))
        )
        self.addOutput(QgsProcessingOutputFolder(self.FOLDER, tr("Folder to share")))
        for key, label in (
            ("N_FILES", tr("Files")),
            ("N_FEATURES", tr("Features and rows")),
            ("N_PERSONAL", tr("Personal fields left out")),
            ("N_UNDESCRIBED", tr("Fields without a definition")),
            ("N_INDICATORS", tr("Rows of indicators")),
        ):
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        from .share_checks import refusal

        name = str(parameters.get(self.NAME) or "blankspot_data")
        if _FORBIDDEN & set(name) or name.strip(". ") != name:
            return tr("“{name}” can't be the name of a folder: choose letters and digits.").format(
                name=name
            )
        return refusal(self, parameters, context)

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from .share_writing import share

        return share(self, parameters, context, feedback)
