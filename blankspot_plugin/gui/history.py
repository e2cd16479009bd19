# SPDX-License-Identifier: GPL-2.0-or-later
"""Write a run into Processing's history, as the dialog of an algorithm does."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext
from qgis.gui import QgsGui


def log(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Make a run repeatable from Processing > History."""
    command = algorithm.asPythonCommand(parameters, context)
    if hasattr(QgsGui, "historyProviderRegistry"):
        details = {
            "python_command": command,
            "algorithm_id": algorithm.id(),
            "parameters": algorithm.asMap(parameters, context),
        }
        words, fine = algorithm.asQgisProcessCommand(parameters, context)
        if fine:
            details["process_command"] = words
        QgsGui.historyProviderRegistry().addEntry("processing", details)
    else:  # before QGIS 3.24
        from processing.core.ProcessingLog import ProcessingLog

        ProcessingLog.addToLog(command)
    QgsGui.instance().processingRecentAlgorithmLog().push(algorithm.id())
