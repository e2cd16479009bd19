# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:evidence``: what is reported and measured, beside what was computed."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..core.signal_levels import COVERED_DBM, WEAK_DBM
from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .issues import issues_sink
from .parameters import POINTS, POLYGONS, TABLE, Keys, advanced

_REAL = QgsProcessingParameterNumber.Type.Double


def class_meant(text: str) -> str | None:
    """Return the class that a word of the second column of ALIASES means."""
    from ..core.evidence import UNKNOWN, reported_class

    found = reported_class(text)
    return None if found == UNKNOWN else found


class EvidenceAlgorithm(BlankSpotAlgorithm):
    """Three kinds of evidence side by side; none takes the place of another."""

    ID = "evidence"
    ICON = "statistics"

    REPORTS = "REPORTS"
    ID_FIELD = "ID_FIELD"
    VILLAGE_CODE_FIELD = "VILLAGE_CODE_FIELD"
    CLASS_FIELD = "CLASS_FIELD"
    DBM_FIELD = "DBM_FIELD"
    SOURCE_FIELD = "SOURCE_FIELD"
    DATE_FIELD = "DATE_FIELD"
    PREDICTED_FIELD = "PREDICTED_FIELD"
    COMPUTED_FIELD = "COMPUTED_FIELD"
    DECLARED = "DECLARED"
    SIGNAL = "SIGNAL"
    COVERED_DBM = "COVERED_DBM"
    WEAK_DBM = "WEAK_DBM"
    ALIASES = "ALIASES"
    CONFLICTS = "CONFLICTS"
    MEASURED = "MEASURED"
    MATRIX = "MATRIX"
    LEVELS = "LEVELS"

    REPORT_FIELDS = (
        ID_FIELD, VILLAGE_CODE_FIELD, CLASS_FIELD, DBM_FIELD, SOURCE_FIELD, DATE_FIELD,
        PREDICTED_FIELD,
    )  # fmt: skip

    def displayName(self) -> str:
        return tr("Reports and measurements beside the map")

    def shortDescription(self) -> str:
        return tr("Lists where villages report, or phones measure, other than was computed.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            build.layer(self.REPORTS, tr("Reports or measurements"), TABLE, optional=False),
            build.layer(Keys.STATISTICS, tr("Statistics per village"), TABLE, optional=False),
            build.field(Keys.CODE_FIELD, tr("Code field of the villages"), Keys.STATISTICS),
            build.field(Keys.NAME_FIELD, tr("Name field of the villages"), Keys.STATISTICS),
            build.field(self.COMPUTED_FIELD, tr("Field of the computed class"), Keys.STATISTICS),
            build.coverage_layers(optional=True),
            QgsProcessingParameterMultipleLayers(
                self.DECLARED, tr("Coverage as operators declare it"), POLYGONS, optional=True
            ),
            QgsProcessingParameterRasterLayer(
                self.SIGNAL, tr("Predicted signal level (dBm)"), optional=True
            ),
            *(advanced(field) for field in self._fields()),
            *(advanced(number) for number in self._numbers()),
            advanced(
                QgsProcessingParameterMatrix(
                    self.ALIASES, tr("Own words for a class"), hasFixedNumberRows=False,
                    headers=[tr("Word (a; b; c)"), tr("Class")], optional=True,
                )
            ),
            build.sink(Keys.OUTPUT, tr("Evidence"), TABLE),
            build.sink(self.CONFLICTS, tr("Evidence against the map"), POINTS, optional=True),
            build.sink(self.MEASURED, tr("Measured signal level"), POINTS, optional=True),
            build.sink(self.MATRIX, tr("Reported and computed, counted"), TABLE, optional=True),
            build.sink(self.LEVELS, tr("Bias of the predicted level"), TABLE, optional=True),
            issues_sink(),
        ):  # fmt: skip
            self.addParameter(parameter)
        for key, label in (
            ("N_REPORTS", tr("Reports")),
            ("N_AGREES", tr("Reports that agree")),
            ("N_DIFFERS", tr("Reports one class apart")),
            ("N_OPPOSITE", tr("Reports opposite to the map")),
            ("N_UNKNOWN", tr("Reports that can't be compared")),
            ("N_MEASURED", tr("Pairs of measured and predicted level")),
            ("BIAS_DB", tr("Bias of the prediction (dB)")),
            ("SIGMA_DB", tr("Standard deviation of the prediction (dB)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def _fields(self) -> build.Definitions:
        labels = {
            self.ID_FIELD: tr("Id field of the reports"),
            self.VILLAGE_CODE_FIELD: tr("Village code field of the reports"),
            self.CLASS_FIELD: tr("Class field (sangat kuat, kuat, lemah, tidak ada)"),
            self.DBM_FIELD: tr("Field of the measured level (dBm)"),
            self.SOURCE_FIELD: tr("Source field"),
            self.DATE_FIELD: tr("Date field of the reports"),
            self.PREDICTED_FIELD: tr("Field of the predicted level (dBm)"),
        }
        return [build.field(key, label, self.REPORTS) for key, label in labels.items()]

    def _numbers(self) -> build.Definitions:
        return [
            QgsProcessingParameterNumber(
                self.COVERED_DBM, tr("Covered from (dBm)"), _REAL, COVERED_DBM
            ),
            QgsProcessingParameterNumber(self.WEAK_DBM, tr("Weak from (dBm)"), _REAL, WEAK_DBM),
        ]

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        from .table_checks import TableChecks

        checks = TableChecks(self, parameters, context)
        checks.table(self.REPORTS, self.REPORT_FIELDS)
        checks.table(Keys.STATISTICS, (Keys.CODE_FIELD, Keys.NAME_FIELD, self.COMPUTED_FIELD))
        checks.any_known(self.REPORTS, (self.CLASS_FIELD, self.DBM_FIELD))
        checks.knows(Keys.STATISTICS, Keys.CODE_FIELD)
        checks.knows(Keys.STATISTICS, self.COMPUTED_FIELD)
        for key in (Keys.COVERAGE, self.DECLARED):
            if checks.given(key):
                checks.layers(key, POLYGONS)
        checks.raster(self.SIGNAL)
        checks.number(self.COVERED_DBM, -200, 0)
        checks.number(self.WEAK_DBM, -200, 0)
        checks.not_above(self.WEAK_DBM, self.COVERED_DBM)
        checks.words(self.ALIASES, class_meant)
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.manifest import manifest
        from .evidence_output import numbers_of, said_of, write_evidence
        from .evidence_reading import read_evidence
        from .issues import write_issues
        from .tabled import TableInputs
        from .writing import Writer

        inputs = TableInputs(self, parameters, context, feedback)
        evidence = read_evidence(inputs)
        feedback.setProgress(70)
        inputs.tell()
        said = said_of(evidence)
        writer = Writer(
            self, parameters, context, feedback,
            manifest(self.id(), parameters, "", inputs.notes), said,
        )  # fmt: skip
        write_evidence(writer, evidence)
        write_issues(writer, inputs.found)
        feedback.pushInfo(said)
        return {**writer.results, **numbers_of(evidence)}
