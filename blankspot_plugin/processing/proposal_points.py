# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:proposalpoints``: one point for each settlement in a gap, ready for a form."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMatrix,
)

from ..core.proposals import FORMS, form_columns
from ..i18n import tr
from . import parameters as build
from . import siting_parameters as own
from .base import BlankSpotAlgorithm, Parameters
from .parameters import POINTS, POLYGONS, TABLE, Keys, advanced
from .proposal_keys import ProposalKeys
from .siting_checks import SitingChecks


class ProposalPointsAlgorithm(BlankSpotAlgorithm, ProposalKeys):
    """Settlements laid over gaps."""

    ID = "proposalpoints"
    CHOICES = {ProposalKeys.FORM: tuple(FORMS)}

    def displayName(self) -> str:
        return tr("Proposal points")

    def shortDescription(self) -> str:
        return tr("One point for each settlement in a gap, with all that a proposal asks for.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (*self._what(), *self._about(), *self._form()):
            self.addParameter(parameter)
        self.addParameter(build.sink(Keys.OUTPUT, tr("Proposal points"), POINTS))
        self.addParameter(
            build.sink(self.FORM_OUTPUT, tr("Table for the form"), TABLE, optional=True)
        )
        for key, label in (
            (self.N_POINTS, tr("Proposal points")),
            (self.N_EARLIER, tr("Proposed already")),
            (self.N_VILLAGES, tr("Villages with a proposal point")),
            (self.PEOPLE, tr("People at the proposal points")),
        ):
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def _what(self) -> list[Any]:
        areas = build.layer(Keys.AREAS, tr("Areas (villages)"), POLYGONS)
        _, *area_fields = build.areas()
        settlements = build.layer(Keys.SETTLEMENTS, tr("Settlements"), POLYGONS, optional=False)
        return [
            settlements,
            build.field(self.LOCALITY_FIELD, tr("Name field of the settlements"), Keys.SETTLEMENTS),
            build.field(
                self.HOUSEHOLDS_FIELD, tr("Households field of the settlements"), Keys.SETTLEMENTS,
                numeric=True,
            ),
            build.layer(Keys.GAPS, tr("Gaps (none: computed from the coverage)"), POLYGONS),
            areas,
            *area_fields,
            build.field(self.KEC_CODE_FIELD, tr("Kecamatan code field of the areas"), Keys.AREAS),
            build.field(self.KEC_NAME_FIELD, tr("Kecamatan name field of the areas"), Keys.AREAS),
            *own.existing(),
            build.exclude(),
        ]  # fmt: skip

    def _about(self) -> list[Any]:
        people = [one for one in build.evidence() if one.name().startswith("POP")]
        return [
            build.field(Keys.OPERATOR_FIELD, tr("Operator field"), Keys.SITES),
            build.field(self.SITE_NAME_FIELD, tr("Name field of the sites"), Keys.SITES),
            *people,
            build.layer(Keys.FACILITIES, tr("Public facilities"), POINTS),
            advanced(
                build.metres(
                    self.FACILITY_DISTANCE, tr("Facilities up to this far from a settlement (m)"),
                    250.0,
                )
            ),
            own.dem(),
            build.layer(self.PROPOSALS, tr("Earlier proposals"), POINTS),
            build.field(self.YEAR_FIELD, tr("Year field of the earlier proposals"), self.PROPOSALS),
            build.metres(self.TOLERANCE, tr("Proposed already within (m)"), 500.0),
            build.metres(Keys.MIN_AREA, tr("Drop settlement parts smaller than (m²)"), 1000.0),
        ]  # fmt: skip

    def _form(self) -> list[Any]:
        forms = [
            tr("SIGNAL (the ministry's)"),
            tr("PASTI BAKTI (the universal-service agency's)"),
            tr("The own budget"),
        ]
        return [
            QgsProcessingParameterEnum(
                self.FORM, tr("Form, not checked against the official one"), forms, defaultValue=0
            ),
            advanced(
                QgsProcessingParameterMatrix(
                    self.COLUMNS, tr("Columns of the form (empty: those it comes with)"),
                    hasFixedNumberRows=False, headers=[tr("Heading"), tr("Field")], optional=True,
                )
            ),
        ]  # fmt: skip

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        checks = SitingChecks(self, parameters, context)
        checks.layer(
            Keys.SETTLEMENTS, POLYGONS, False, (self.LOCALITY_FIELD, self.HOUSEHOLDS_FIELD)
        )
        checks.any_of((Keys.GAPS, Keys.AREAS))
        checks.layer(Keys.GAPS, POLYGONS)
        checks.layer(
            Keys.AREAS, POLYGONS, False,
            (Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.POP_FIELD, self.KEC_CODE_FIELD,
             self.KEC_NAME_FIELD),
        )  # fmt: skip
        checks.existing()
        checks.layer(Keys.SITES, POINTS, field_keys=(Keys.OPERATOR_FIELD, self.SITE_NAME_FIELD))
        if not checks.given(Keys.GAPS):
            checks.one_of((Keys.SITES, Keys.COVERAGE))
            checks.some_feature((Keys.SITES,), (Keys.COVERAGE,))
        checks.layer(Keys.EXCLUDE, POLYGONS)
        checks.layer(Keys.FACILITIES, POINTS)
        checks.population()
        checks.layer(self.PROPOSALS, POINTS, field_keys=(self.YEAR_FIELD,))
        checks.raster(self.DEM)
        for key in (self.FACILITY_DISTANCE, self.TOLERANCE, Keys.MIN_AREA):
            checks.number(key, 0)
        checks.form(self.COLUMNS)
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.manifest import manifest
        from . import proposal_output
        from .proposal_run import find_points
        from .siting_inputs import DecisionInputs
        from .writing import Writer

        inputs = DecisionInputs(self, parameters, context, feedback)
        form = self.choice(parameters, self.FORM, context)
        columns = form_columns(inputs.cells(self.COLUMNS), form)
        found = find_points(inputs)
        said = proposal_output.said(found)
        writer = Writer(
            self,
            parameters,
            context,
            feedback,
            manifest(self.id(), parameters, "", inputs.notes),
            said,
        )
        proposal_output.write_points(writer, Keys.OUTPUT, found)
        proposal_output.write_form(writer, self.FORM_OUTPUT, found, columns)
        feedback.pushInfo(said)
        return {**writer.results, **proposal_output.numbers(found)}
