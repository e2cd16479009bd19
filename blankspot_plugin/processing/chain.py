# SPDX-License-Identifier: GPL-2.0-or-later
"""The links of a model that is built in code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
)
from qgis.PyQt.QtCore import QPointF, QSizeF
from qgis.PyQt.QtGui import QIcon

from .. import paths
from .parameters import Keys

Source = QgsProcessingModelChildParameterSource

# Of the steps in the Designer's window.
COLUMN, ROW = 260, 70


class BuiltModel(QgsProcessingModelAlgorithm):
    """A model of ours; a subclass says how it is built in ``createInstance()``."""

    def icon(self) -> QIcon:
        return QIcon(paths.icon("blankspot"))

    def asPythonCommand(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        # QGIS thinks that a model without a file could not be run again.
        return str(QgsProcessingAlgorithm.asPythonCommand(self, parameters, context))


def child(
    algorithm: str, column: int, description: str, name: str = ""
) -> QgsProcessingModelChildAlgorithm:
    """Return a step.

    Parameters
    ----------
    algorithm
        One of ours, without the provider.
    column
        Where it stands in the Designer.
    description
        For people.
    name
        Its id in the model; '' for that of the algorithm.
    """
    step = QgsProcessingModelChildAlgorithm(f"blankspot:{algorithm}")
    step.setChildId(name or algorithm)
    step.setDescription(description)
    step.setPosition(QPointF(COLUMN * (column + 0.5), ROW * 2 * column))
    step.setSize(QSizeF(200, 50))
    return step


def from_inputs(
    step: QgsProcessingModelChildAlgorithm, renamed: Mapping[str, str], same: Iterable[str]
) -> None:
    """Let parameters of a step be inputs of the model."""
    for key, name in {**renamed, **{key: key for key in same}}.items():
        step.addParameterSources(key, [Source.fromModelParameter(name)])


def from_child(step: QgsProcessingModelChildAlgorithm, key: str, other: str) -> None:
    """Let a parameter of a step be the OUTPUT of another."""
    step.addParameterSources(key, [Source.fromChildOutput(other, Keys.OUTPUT)])


def output(step: QgsProcessingModelChildAlgorithm, key: str, name: str, description: str) -> None:
    """Let an output of a step be one of the model, called ``step:name``."""
    made = QgsProcessingModelOutput(name, description)
    made.setChildId(step.childId())
    made.setChildOutputName(key)
    outputs = step.modelOutputs()
    outputs[name] = made
    step.setModelOutputs(outputs)


def with_lasting_keys(
    model: QgsProcessingModelAlgorithm, lasting: QgsProcessingModelAlgorithm
) -> QgsProcessingModelAlgorithm:
    """Return a model with outputs named step:KEY, in every QGIS and every language.

    Newer QGIS names the outputs of a model by their labels, which are translated here; of a
    model of its first version it keeps the names that older QGIS gives.

    Parameters
    ----------
    model
        As it was built.
    lasting
        An empty one that takes its place.
    """
    variant = model.toVariant()
    variant["internal_version"] = "Version1"
    lasting.loadVariant(variant)
    return lasting
