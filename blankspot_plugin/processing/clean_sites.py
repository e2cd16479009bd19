# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:cleansites``: which towers of this sheet stand where, and which can't be told?"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterString,
)

from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .parameters import POINTS, POLYGONS, TABLE, Keys, advanced


class CleanSitesAlgorithm(BlankSpotAlgorithm):
    """A tower sheet as points: what is certain is repaired, what is not is rejected."""

    ID = "cleansites"
    ICON = "blankspot"

    LON_FIELD = "LON_FIELD"
    LAT_FIELD = "LAT_FIELD"
    NEIGHBOUR_DISTANCE = "NEIGHBOUR_DISTANCE"
    OWNER_FIELD = "OWNER_FIELD"
    HEIGHT_FIELD = "HEIGHT_FIELD"
    ASSUMED_TECHNOLOGY = "ASSUMED_TECHNOLOGY"
    ALIASES = "ALIASES"
    REJECTED = "REJECTED"
    N_CLEAN = "N_CLEAN"
    N_REPAIRED = "N_REPAIRED"
    N_REJECTED = "N_REJECTED"

    def displayName(self) -> str:
        return tr("Clean a tower sheet")

    def shortDescription(self) -> str:
        return tr("Turns a table of towers into points; coordinates that can't be meant are told.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            build.layer(Keys.INPUT, tr("Tower sheet (table or points)"), TABLE, optional=False),
            build.field(self.LON_FIELD, tr("Longitude field (guessed if empty)"), Keys.INPUT),
            build.field(self.LAT_FIELD, tr("Latitude field (guessed if empty)"), Keys.INPUT),
            build.layer(Keys.AREAS, tr("Areas (villages)"), POLYGONS, optional=False),
            build.metres(
                self.NEIGHBOUR_DISTANCE, tr("Keep towers of neighbours up to (m) outside"), 8000.0
            ),
            build.field(Keys.TECHNOLOGY_FIELD, tr("Technology field"), Keys.INPUT),
            build.field(Keys.OPERATOR_FIELD, tr("Operator field"), Keys.INPUT),
            build.field(self.OWNER_FIELD, tr("Tower owner field"), Keys.INPUT),
            build.field(self.HEIGHT_FIELD, tr("Height field"), Keys.INPUT),
            QgsProcessingParameterString(
                self.ASSUMED_TECHNOLOGY,
                tr("Technology assumed where none is told (empty: none)"),
                optional=True,
            ),
            advanced(
                QgsProcessingParameterMatrix(
                    self.ALIASES,
                    tr("Further names of operators and owners"),
                    hasFixedNumberRows=False,
                    headers=[
                        tr("Name"),
                        tr("Kind (operator or owner)"),
                        tr("Also written (a; b; c)"),
                    ],
                    optional=True,
                )
            ),
            build.sink(Keys.OUTPUT, tr("Towers"), POINTS),
            build.sink(self.REJECTED, tr("Rejected rows"), TABLE, optional=True),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(self.N_CLEAN, tr("Rows kept as they are")))
        self.addOutput(QgsProcessingOutputNumber(self.N_REPAIRED, tr("Rows repaired")))
        self.addOutput(QgsProcessingOutputNumber(self.N_REJECTED, tr("Rows rejected")))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        from .sheet_checks import SheetChecks

        checks = SheetChecks(self, parameters, context)
        checks.sheet()
        checks.layer(Keys.AREAS, POLYGONS, may_be_empty=False)
        checks.number(self.NEIGHBOUR_DISTANCE, 0)
        checks.technology(self.ASSUMED_TECHNOLOGY)
        checks.aliases(self.ALIASES)
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.manifest import manifest
        from ..bridge.plane import lonlat_crs
        from ..bridge.sheet import read_sheet
        from .inputs import Inputs
        from .sheet_checks import alias_rows, coordinate_fields
        from .sheet_output import clean, write_sheet
        from .writing import Writer

        inputs = Inputs(self, parameters, context, feedback)
        source = self.parameterAsSource(parameters, Keys.INPUT, context)
        lon_field, lat_field = coordinate_fields(source, parameters) or ("", "")
        sheet = read_sheet(source, lon_field, lat_field, feedback.isCanceled)
        inputs.noted(Keys.INPUT, sheet.notes)
        feedback.setProgress(20)
        crs = lonlat_crs() if lon_field else source.sourceCrs()
        cleaned = clean(inputs, sheet, source.fields(), crs, alias_rows(self, parameters, context))
        feedback.setProgress(70)
        cleaned.tell(lon_field, lat_field, feedback)
        said = cleaned.sentence()
        sheet.notes.sources = cleaned.sources(source.sourceName())
        writer = Writer(
            self,
            parameters,
            context,
            feedback,
            manifest(self.id(), parameters, "", inputs.notes),
            said,
        )
        write_sheet(writer, cleaned, source.fields(), crs)
        feedback.pushInfo(said)
        return {
            **writer.results,
            self.N_CLEAN: cleaned.clean,
            self.N_REPAIRED: cleaned.repaired,
            self.N_REJECTED: cleaned.rejected,
        }
