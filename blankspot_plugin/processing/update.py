# SPDX-License-Identifier: GPL-2.0-or-later
"""The model ``update``: pull, clean, analyse, compare, print, with what a project remembers.

It is put together from the open project each time it is asked for: the button of the panel runs
it, the Toolbox shows it, and as a file among the officer's own models it runs without either.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelParameter,
    QgsProject,
)
from qgis.PyQt.QtCore import QPointF

from ..i18n import tr
from . import parameters as build
from .base import Parameters
from .chain import COLUMN, ROW, BuiltModel, Source, child, output, with_lasting_keys
from .change import ChangeAlgorithm
from .clean_sites import CleanSitesAlgorithm
from .mapsheets import MapSheetsAlgorithm
from .parameters import TABLE, Keys

# What is not needed before it is asked for, QGIS starts without.
NAME = "update"
FOLDER = "FOLDER"
# On a sheet, from the top.
_ON_SHEET = (Keys.GAPS, Keys.COVERAGE_OUTPUT, Keys.STATISTICS)


class UpdateModel(BuiltModel):
    """The round of the open project."""

    def __init__(self) -> None:
        super().__init__(NAME, "", "")

    def displayName(self) -> str:
        return tr("Update (the monthly round of the open project)")

    def shortDescription(self) -> str:
        return tr("Pulls, checks, analyses, compares and prints, as the panel did the last time.")

    def createInstance(self) -> QgsProcessingAlgorithm:
        from ..bridge.monthly import round_of

        return model_of(round_of(QgsProject.instance()))

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        # The sheet goes into the main thread by itself; all else need not wait there.
        return super().flags() & ~QgsProcessingAlgorithm.Flag.FlagNoThreading

    def checkParameterValues(
        self, parameters: Parameters, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if not self.childAlgorithms():
            return False, tr(
                "There is nothing to update: run the analysis in the Blank Spot panel first; "
                "what is asked for there is done again here."
            )
        return super().checkParameterValues(parameters, context)


def model_of(what: Any) -> UpdateModel:
    """Return the model of a round.

    Parameters
    ----------
    what
        From :func:`blankspot_plugin.bridge.monthly.round_of`.
    """
    model = UpdateModel()
    if not what.analysis:
        return model
    steps = _pulls(what)
    if what.clean:
        steps.append(_clean(what))
    analysis = _analysis(what)
    # Nothing is computed before all is there.
    analysis.setDependencies([QgsProcessingModelChildDependency(each) for each in what.pulls])
    steps += [analysis, _sheet(what)]
    if what.before:
        steps.append(_change(model, what.before))
    for step in steps:
        model.addChildAlgorithm(step)
    model.setHelpContent(
        {
            "ALG_DESC": tr(
                "Does again, with the settings kept in the project, what was done in the Blank "
                "Spot panel: every layer is pulled, the towers are checked if they were checked "
                "before, the analysis runs, its table is compared with the last one, and a map "
                "sheet is written. It stops at the first step that fails."
            )
        }
    )
    model.updateDestinationParameters()
    return with_lasting_keys(model, UpdateModel())


def _pulls(what: Any) -> list[QgsProcessingModelChildAlgorithm]:
    steps = []
    for name, asked in what.pulls.items():
        words = tr("Pull {layer}").format(layer=what.names[name])
        step = child("pull", 0, words, name)
        step.setPosition(QPointF(COLUMN / 2, ROW * (len(steps) + 1)))
        _ask(step, asked)
        output(step, Keys.OUTPUT, Keys.OUTPUT, what.names[name])
        steps.append(step)
    return steps


def _clean(what: Any) -> QgsProcessingModelChildAlgorithm:
    step = child(CleanSitesAlgorithm.ID, 1, tr("Clean a tower sheet"))
    _ask(step, what.clean)
    output(step, Keys.OUTPUT, Keys.OUTPUT, tr("Towers"))
    rejected = CleanSitesAlgorithm.REJECTED
    output(step, rejected, rejected, tr("Rejected rows"))
    return step


def _analysis(what: Any) -> QgsProcessingModelChildAlgorithm:
    step = child("analysis", 2, tr("Blank-spot analysis"))
    _ask(step, what.analysis)
    for key, words in (
        (Keys.COVERAGE_OUTPUT, tr("Coverage")),
        (Keys.GAPS, tr("Gaps")),
        (Keys.STATISTICS, tr("Statistics per village")),
        (Keys.SUMMARY, tr("Summary by definition")),
    ):
        output(step, key, key, words)
    return step


def _sheet(what: Any) -> QgsProcessingModelChildAlgorithm:
    step = child(MapSheetsAlgorithm.ID, 3, tr("Map sheet"))
    layers = [Source.fromChildOutput("analysis", key) for key in _ON_SHEET]
    step.addParameterSources(MapSheetsAlgorithm.LAYERS, layers)
    # No sheet takes the place of another.
    name = Source.fromExpression("'sheet_' || format_date(now(), 'yyyyMMdd_HHmmss')")
    step.addParameterSources(MapSheetsAlgorithm.NAME, [name])
    _ask(step, {MapSheetsAlgorithm.SUBTITLE: what.region})
    output(step, MapSheetsAlgorithm.OUTPUT, FOLDER, tr("Folder of the map sheet"))
    return step


def _change(model: QgsProcessingModelAlgorithm, before: str) -> QgsProcessingModelChildAlgorithm:
    key = ChangeAlgorithm.BEFORE
    given = build.layer(key, tr("Statistics before"), TABLE, optional=False)
    given.setDefaultValue(before)
    place = QgsProcessingModelParameter(key)
    place.setPosition(QPointF(COLUMN * 3, ROW))
    model.addModelParameter(given, place)
    step = child(ChangeAlgorithm.ID, 4, ChangeAlgorithm().displayName())
    step.addParameterSources(key, [Source.fromModelParameter(key)])
    after = Source.fromChildOutput("analysis", Keys.STATISTICS)
    step.addParameterSources(ChangeAlgorithm.AFTER, [after])
    output(step, Keys.OUTPUT, Keys.OUTPUT, tr("Change per village"))
    return step


def _ask(step: QgsProcessingModelChildAlgorithm, asked: Mapping[str, Any]) -> None:
    """Give a step its parameters; a layer that another step makes comes from there."""
    from ..bridge.monthly import Made

    for key, value in asked.items():
        # Of layers, a list may be of some that are made and some that are there.
        of_layers = isinstance(value, list) and any(isinstance(part, Made) for part in value)
        parts = value if of_layers else [value]
        sources = [
            Source.fromChildOutput(part.step, Keys.OUTPUT)
            if isinstance(part, Made)
            else Source.fromStaticValue(part)
            for part in parts
        ]
        step.addParameterSources(key, sources)
