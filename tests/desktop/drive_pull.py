# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): pull from every server, by dialog and by model.

BLANKSPOT_TEST_PULLS holds the parameters of each pull as JSON, by name; BLANKSPOT_TEST_POSTGRES
what QGIS stores of the connection to PostgreSQL.
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
    QgsSettings,
)

sys.path.insert(0, os.environ["BLANKSPOT_TEST_DRIVERS"])
from clicking import FOLDER, drive, run, seen


def model(name, given):
    """File a model of one step, a pull with fixed parameters, among the officer's own."""
    step = QgsProcessingModelChildAlgorithm("blankspot:pull")
    step.setChildId("pull")
    for key, value in given.items():
        source = QgsProcessingModelChildParameterSource.fromStaticValue(value)
        step.addParameterSources(key, [source])
    step.setModelOutputs({"Layer": _output()})
    made = QgsProcessingModelAlgorithm(name, "test")
    made.addChildAlgorithm(step)
    made.updateDestinationParameters()
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "processing" / "models"
    folder.mkdir(parents=True, exist_ok=True)
    assert made.toFile(str(folder / f"{name}.model3"))
    provider = QgsApplication.processingRegistry().providerById("model")
    provider.refreshAlgorithms()
    return next(each for each in provider.algorithms() if each.displayName() == name)


def _output():
    made = QgsProcessingModelOutput("Layer")
    made.setChildId("pull")
    made.setChildOutputName("OUTPUT")
    return made


def main():
    """Pull everything twice."""
    for key, value in json.loads(os.environ["BLANKSPOT_TEST_POSTGRES"]).items():
        QgsSettings().setValue(key, value)
    services = QgsApplication.processingRegistry().algorithmById("blankspot:pull").CHOICES
    for name, given in json.loads(os.environ["BLANKSPOT_TEST_PULLS"]).items():
        # A list in a dialog is set by number.
        number = services["SERVICE"].index(given["SERVICE"])
        clicked = {**given, "SERVICE": number, "OUTPUT": str(FOLDER / f"{name}.gpkg")}
        results = run("blankspot:pull", clicked, name)
        layers = QgsProject.instance().mapLayers().values()
        seen[name]["loaded"] = [layer.featureCount() for layer in layers]
        QgsProject.instance().clear()
        seen[name]["output"] = results.get("OUTPUT", "")
        filed = model(name, given)
        (key,) = (each.name() for each in filed.destinationParameterDefinitions())
        run(filed.id(), {key: "TEMPORARY_OUTPUT"}, f"model-{name}")
        layers = QgsProject.instance().mapLayers().values()
        seen[f"model-{name}"]["loaded"] = [layer.featureCount() for layer in layers]
        QgsProject.instance().clear()


drive(main)
