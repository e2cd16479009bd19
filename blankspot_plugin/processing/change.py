# SPDX-License-Identifier: GPL-2.0-or-later
"""``blankspot:change``: what became of every village between two tables of statistics."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsWkbTypes,
)

from ..i18n import tr
from . import parameters as build
from .base import BlankSpotAlgorithm, Parameters
from .parameters import TABLE, Keys

_NEEDED = ("code", "status")


class ChangeAlgorithm(BlankSpotAlgorithm):
    """Two tables of statistics in, a row for each village out, joined by code."""

    ID = "change"
    ICON = "statistics"

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    N_NEW = "N_NEW"
    N_SOLVED = "N_SOLVED"
    N_WORSE = "N_WORSE"
    N_BETTER = "N_BETTER"
    N_PERSISTENT = "N_PERSISTENT"

    def displayName(self) -> str:
        return tr("Change between two statistics")

    def shortDescription(self) -> str:
        return tr("Tells which villages are newly blank, solved, weaker, better or still blank.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            build.layer(self.BEFORE, tr("Statistics before"), TABLE, optional=False),
            build.layer(self.AFTER, tr("Statistics after"), TABLE, optional=False),
            build.sink(Keys.OUTPUT, tr("Change per village"), TABLE),
        ):
            self.addParameter(parameter)
        for key, label in (
            (self.N_NEW, tr("Villages newly blank")),
            (self.N_SOLVED, tr("Villages solved")),
            (self.N_WORSE, tr("Villages that became weak")),
            (self.N_BETTER, tr("Villages weak before, covered now")),
            (self.N_PERSISTENT, tr("Villages still blank")),
        ):
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        for key in (self.BEFORE, self.AFTER):
            label = f"{self.parameterDefinition(key).description()} ({key})"
            if parameters.get(key) in (None, ""):
                return tr("{input} is missing: choose a layer.").format(input=label)
            source = self.parameterAsSource(parameters, key, context)
            if source is None:
                return tr(
                    "{input} cannot be opened: choose a table made by “Statistics per village” "
                    "or “Blank-spot analysis”."
                ).format(input=label)
            missing = [name for name in _NEEDED if source.fields().lookupField(name) < 0]
            if missing:
                return tr(
                    "{input} has no field “{field}”: choose a table made by “Statistics per "
                    "village” or “Blank-spot analysis”."
                ).format(input=label, field=missing[0])
        return ""

    def run_it(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        from ..bridge import fields
        from ..bridge.manifest import manifest
        from ..cartography.result_tables import change_text
        from ..core import changes
        from .writing import Writer

        before, after = (
            _rows(self.parameterAsSource(parameters, key, context))
            for key in (self.BEFORE, self.AFTER)
        )
        every = changes.every(before, after)
        found = changes.grouped(every)
        said = change_text(found)
        columns = [(name, fields.TEXT) for name in ("code", "name", "before", "after", "change")]
        note = manifest(self.id(), parameters, "", {})
        writer = Writer(self, parameters, context, feedback, note, said)
        rows = (
            ([one.code, one.name, one.before or None, one.after or None, one.kind], None)
            for one in every
        )
        kind, crs = QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
        writer.write(Keys.OUTPUT, fields.fields(columns), kind, crs, rows, None)
        feedback.pushInfo(said)
        return {
            **writer.results,
            self.N_NEW: len(found.newly_blank),
            self.N_SOLVED: len(found.solved),
            self.N_WORSE: len(found.worse),
            self.N_BETTER: len(found.better),
            self.N_PERSISTENT: len(found.persistent),
        }


def _rows(source: QgsProcessingFeatureSource) -> list[dict[str, object]]:
    """Return what is compared of a table: code, name and status of each village."""
    from ..bridge.fields import value

    names = source.fields().names()
    at = {name: names.index(name) for name in ("code", "name", "status") if name in names}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    found = []
    for feature in source.getFeatures(request):
        cells = feature.attributes()
        found.append({name: value(cells[place]) for name, place in at.items()})
    return found
