# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:coverage``: how far do the sites reach?"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
)

from ..i18n import number_text, tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .checks import Checks
from .parameters import POINTS, POLYGONS, Keys


class CoverageAlgorithm(BlankSpotAlgorithm):
    """Discs and sectors of sites, united by class and group."""

    ID = "coverage"
    ICON = "coverage"

    def displayName(self) -> str:
        return tr("Coverage of sites")

    def shortDescription(self) -> str:
        return tr("Draws how far towers and Wi-Fi points reach, covered and weak.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(build.layer(Keys.INPUT, tr("Sites"), POINTS, optional=False))
        for parameter in build.reach(Keys.INPUT):
            self.addParameter(parameter)
        self.addParameter(build.sink(Keys.OUTPUT, tr("Coverage"), POLYGONS))
        self.addOutput(QgsProcessingOutputNumber(Keys.COVERED_KM2, tr("Covered area (km²)")))
        self.addOutput(QgsProcessingOutputNumber(Keys.WEAK_KM2, tr("Weak area (km²)")))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        checks = Checks(self, parameters, context)
        checks.sites(Keys.INPUT, may_be_empty=False)
        return checks.sentence

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge import coverage_map
        from ..bridge.manifest import manifest
        from ..bridge.sites import groups
        from ..bridge.survey import TIER_CELLULAR, TIER_WIFI
        from .coverage_output import write_coverage
        from .inputs import Inputs
        from .writing import Writer

        inputs = Inputs(self, parameters, context, feedback)
        sites = inputs.sites(Keys.INPUT, (Keys.GROUP_FIELD,))
        inputs.must_have(Keys.INPUT, len(sites.points))
        crs = self.parameterAsSource(parameters, Keys.INPUT, context).sourceCrs()
        plane = coverage_map.plane_of_sites(
            sites.points.lon, sites.points.lat, crs, context.transformContext()
        )
        placed = inputs.place(Keys.INPUT, sites, plane)
        feedback.setProgress(20)
        drawn = []
        for tier, which in ((TIER_CELLULAR, ~sites.reach.wifi), (TIER_WIFI, sites.reach.wifi)):
            if which.any():
                drawn += coverage_map.draw_sites(
                    placed,
                    sites.reach,
                    groups(sites.points, inputs.text(Keys.GROUP_FIELD)),
                    which,
                    tier,
                    inputs.whole(Keys.SEGMENTS),
                    feedback.isCanceled,
                )
        feedback.setProgress(80)
        coverage_map.measure_drawn(drawn, plane)
        covered, weak = coverage_map.total_km2(drawn, plane)
        feedback.setProgress(90)
        said = tr("{n} sites cover {covered} km²; another {weak} km² have a weak signal.").format(
            n=int(placed.placed.sum()), covered=number_text(covered, 2), weak=number_text(weak, 2)
        )
        writer = Writer(
            self,
            parameters,
            context,
            feedback,
            manifest(self.id(), parameters, "", inputs.notes),
            said,
        )
        write_coverage(writer, Keys.OUTPUT, drawn, crs)
        feedback.pushInfo(said)
        return {**writer.results, Keys.COVERED_KM2: covered, Keys.WEAK_KM2: weak}
