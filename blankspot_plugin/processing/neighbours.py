# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:neighbours``: what do a regency's villages owe to the towers across the border?"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputNumber

from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .checks import Checks
from .parameters import POINTS, POLYGONS, TABLE, Keys, advanced


class NeighboursAlgorithm(BlankSpotAlgorithm):
    """Sites outside the areas are kept, marked and measured; none enters the own totals."""

    ID = "neighbours"
    ICON = "coverage"
    CHOICES = {Keys.DEFINITION: build.DEFINITIONS}

    NEIGHBOURS = "NEIGHBOURS"
    NEIGHBOUR_CODE_FIELD = "NEIGHBOUR_CODE_FIELD"
    NEIGHBOUR_NAME_FIELD = "NEIGHBOUR_NAME_FIELD"
    PROPOSALS = "PROPOSALS"
    PROPOSAL_RADIUS = "PROPOSAL_RADIUS"
    BY_NEIGHBOUR = "BY_NEIGHBOUR"
    SITES_OUTPUT = "SITES_OUTPUT"
    PROPOSALS_OUTPUT = "PROPOSALS_OUTPUT"

    def displayName(self) -> str:
        return tr("Towers across the border")

    def shortDescription(self) -> str:
        return tr("Tells how much of each border village neighbouring regencies cover.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        reach = build.reach(Keys.SITES)
        for parameter in (
            build.layer(Keys.SITES, tr("Sites (towers)"), POINTS, optional=False),
            *reach[:3],
            *build.areas(),
            build.layer(self.NEIGHBOURS, tr("Neighbouring regencies"), POLYGONS, optional=False),
            build.field(
                self.NEIGHBOUR_CODE_FIELD, tr("Code field of the neighbours"), self.NEIGHBOURS
            ),
            build.field(
                self.NEIGHBOUR_NAME_FIELD, tr("Name field of the neighbours"), self.NEIGHBOURS
            ),
            *build.definition(),
            *(part for part in build.evidence() if part.name() != Keys.FACILITIES),
            build.exclude(),
            build.layer(self.PROPOSALS, tr("Proposed sites"), POINTS),
            build.metres(self.PROPOSAL_RADIUS, tr("Radius of a proposed site (m)"), 3500.0),
            *reach[3:],
            build.sink(Keys.OUTPUT, tr("Border villages and neighbours"), TABLE),
            build.sink(self.BY_NEIGHBOUR, tr("Neighbours, summed up"), TABLE, optional=True),
            build.sink(self.SITES_OUTPUT, tr("Sites, own and of neighbours"), POINTS, True),
            build.sink(
                self.PROPOSALS_OUTPUT, tr("Proposed sites, people here and across"), POINTS, True
            ),
        ):
            self.addParameter(
                advanced(parameter) if parameter.name() == Keys.GROUP_FIELD else parameter
            )
        for key, label in (
            ("N_OWN_SITES", tr("Cellular sites in the areas")),
            ("N_NEIGHBOUR_SITES", tr("Sites of neighbours within reach")),
            ("N_BORDER", tr("Border villages")),
            ("N_REACHED", tr("Villages that neighbours cover in part")),
            ("N_DEPENDENT", tr("Villages whose status rests on a neighbour")),
            ("ONLY_KM2", tr("Area covered by neighbours alone (km²)")),
            ("ONLY_PEOPLE", tr("People covered by neighbours alone")),
        ):
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        checks = Checks(self, parameters, context)
        checks.sites(Keys.SITES, may_be_empty=False)
        fields = (Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.POP_FIELD)
        checks.layer(Keys.AREAS, POLYGONS, False, fields)
        checks.layer(
            self.NEIGHBOURS, POLYGONS, False, (self.NEIGHBOUR_CODE_FIELD, self.NEIGHBOUR_NAME_FIELD)
        )
        checks.layer(Keys.EXCLUDE, POLYGONS)
        checks.layer(Keys.SETTLEMENTS, POLYGONS)
        checks.layer(Keys.CENTRES, POINTS, field_keys=(Keys.CENTRES_CODE_FIELD,))
        checks.population()
        checks.number(Keys.COVERED_FROM, 0, 100)
        checks.number(Keys.BLANK_FROM, 0, 100)
        checks.number(Keys.MAX_DISTANCE, 0)
        checks.definition(self.choice(parameters, Keys.DEFINITION, context))
        checks.layer(self.PROPOSALS, POINTS)
        checks.number(self.PROPOSAL_RADIUS, 1)
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge.manifest import manifest
        from . import villages
        from .neighbours_measuring import across_the_border
        from .neighbours_output import numbers_of, said_of, write_neighbours
        from .tabled import TableInputs
        from .writing import Writer

        inputs = TableInputs(self, parameters, context, feedback)
        found = across_the_border(inputs, self.choice(parameters, Keys.DEFINITION, context))
        text = villages.definition_text(found.rule, False)
        said = said_of(found)
        writer = Writer(
            self, parameters, context, feedback,
            manifest(self.id(), parameters, text, inputs.notes), f"{said} {text}",
        )  # fmt: skip
        write_neighbours(writer, found)
        feedback.pushInfo(f"{said} {text}")
        return {**writer.results, **numbers_of(found)}
