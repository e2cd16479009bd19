# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:proposesites``: where to build next, so that most are served for the money."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..i18n import tr
from . import parameters as build
from . import siting_parameters as own
from .base import BlankSpotAlgorithm, Parameters
from .parameters import POINTS, POLYGONS, TABLE, Keys
from .siting_checks import SitingChecks
from .siting_parameters import SitingKeys


class ProposeSitesAlgorithm(BlankSpotAlgorithm, SitingKeys):
    """Maximal covering and set covering, with the sites there are left as they are."""

    ID = "proposesites"
    CHOICES = {
        SitingKeys.DEMAND: own.DEMANDS,
        SitingKeys.METHOD: own.METHODS,
        SitingKeys.GROUND: own.GROUNDS,
        SitingKeys.SOLVER: own.SOLVERS,
    }

    def displayName(self) -> str:
        return tr("Propose sites")

    def shortDescription(self) -> str:
        return tr("Finds where new sites serve most, for a number of sites or a budget.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            *build.areas(),
            *own.existing(),
            *own.demand(),
            *own.aim(),
            *own.what_and_where(),
            *own.solving(),
            build.sink(Keys.OUTPUT, tr("Proposed sites"), POINTS),
            build.sink(self.CURVE, tr("Coverage by number of sites"), TABLE, optional=True),
        ):
            self.addParameter(parameter)
        for output in own.numbers():
            self.addOutput(output)

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        checks = SitingChecks(self, parameters, context)
        area_fields = (Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.POP_FIELD)
        checks.layer(Keys.AREAS, POLYGONS, False, area_fields)
        checks.existing()
        checks.layer(Keys.SETTLEMENTS, POLYGONS)
        checks.layer(Keys.FACILITIES, POINTS)
        checks.population()
        checks.layer(
            self.CANDIDATES, POINTS, False,
            (self.CANDIDATE_CODE, self.CANDIDATE_NAME, self.TYPE_FIELD, self.COST_FIELD),
        )  # fmt: skip
        checks.raster(self.DEM)
        checks.number(self.N_SITES, 1)
        checks.positive(self.BUDGET)
        checks.number(self.GOAL, 0, 100)
        checks.positive(self.GOAL)
        checks.positive(self.SPACING)
        checks.number(self.MIN_DISTANCE, 0)
        checks.number(self.TIME_LIMIT, 1)
        checks.site_types()
        self._choices(checks, parameters, context)
        return checks.sentence

    def _choices(
        self, checks: SitingChecks, parameters: Parameters, context: QgsProcessingContext
    ) -> None:
        needed = {
            "people": (Keys.POPULATION, Keys.SETTLEMENTS),
            "settlement": (Keys.SETTLEMENTS,),
            "facilities": (Keys.FACILITIES,),
        }
        kind = self.choice(parameters, self.DEMAND, context)
        checks.needed_for(kind, needed[kind])
        if kind == "people" and not checks.given(Keys.POPULATION):
            checks.needed_for(kind, (Keys.POP_FIELD,))
        if self.choice(parameters, self.METHOD, context) == "maximal":
            checks.any_of((self.N_SITES, self.BUDGET))
        ground = self.choice(parameters, self.GROUND, context)
        if ground != "settled" and not checks.given(self.CANDIDATES):
            checks.needed_for(ground, (self.DEM,))

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.manifest import manifest
        from . import siting_output
        from .siting_inputs import DecisionInputs
        from .siting_run import Choices, propose
        from .writing import Writer

        inputs = DecisionInputs(self, parameters, context, feedback)
        choices = Choices(
            demand=self.choice(parameters, self.DEMAND, context),
            method=self.choice(parameters, self.METHOD, context),
            ground=self.choice(parameters, self.GROUND, context),
            solver=self.choice(parameters, self.SOLVER, context),
        )
        proposed = propose(inputs, choices)
        said = siting_output.said(proposed)
        writer = Writer(
            self,
            parameters,
            context,
            feedback,
            manifest(self.id(), parameters, "", inputs.notes),
            said,
        )
        siting_output.write_sites(writer, Keys.OUTPUT, proposed)
        siting_output.write_curve(writer, self.CURVE, proposed)
        feedback.pushInfo(said)
        return {**writer.results, **siting_output.numbers(proposed)}
