# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): click through the main job on the sample.

The sample is what BLANKSPOT_TEST_SAMPLE names.
"""

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QApplication
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["BLANKSPOT_TEST_DRIVERS"])
from clicking import FOLDER, drive, picture, run, seen, wait

SAMPLE = Path(os.environ["BLANKSPOT_TEST_SAMPLE"])


def sample(name):
    """Add a table of the sample to the project."""
    layer = QgsVectorLayer(f"{SAMPLE}|layername={name}", name, "ogr")
    assert layer.isValid(), name
    QgsProject.instance().addMapLayer(layer)
    return layer


def in_toolbox():
    """Return the names under "Blank Spot" in the Processing Toolbox."""
    from processing.gui.ProcessingToolbox import ProcessingToolbox

    toolbox = iface.mainWindow().findChild(ProcessingToolbox)
    tree = toolbox.algorithmTree
    model = tree.model()

    def below(parent):
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            yield index
            yield from below(index)

    start = next(i for i in below(tree.rootIndex()) if i.data() == "Blank Spot")
    tree.expand(start)
    toolbox.setVisible(True)
    return sorted(index.data() for index in below(start))


def main():
    """Click through the main job."""
    seen["loaded"] = "blankspot_plugin" in plugins
    action = iface.mainWindow().findChild(QAction, "blankspot_analysis_action")
    seen["menu"] = action.text()
    seen["toolbox"] = in_toolbox()

    action.trigger()
    wait(lambda: any("AlgorithmDialog" in type(w).__name__ for w in QApplication.topLevelWidgets()
                     if w.isVisible()), 20)  # fmt: skip
    opened = next(w for w in QApplication.topLevelWidgets()
                  if w.isVisible() and "AlgorithmDialog" in type(w).__name__)  # fmt: skip
    seen["menu_opens"] = opened.algorithm().id()
    opened.close()

    areas, sites, wifi = sample("areas"), sample("sites"), sample("wifi")
    settlements, centres = sample("settlements"), sample("centres")
    iface.mapCanvas().setExtent(areas.extent())
    common = {"AREAS": areas, "CODE_FIELD": "code", "NAME_FIELD": "name"}
    covers = run(
        "blankspot:coverage",
        {"INPUT": sites, "TECHNOLOGY_FIELD": "technology", "OUTPUT": "TEMPORARY_OUTPUT"},
    )
    coverage = QgsProject.instance().mapLayer(covers["OUTPUT"])
    seen["coverage_renderer"] = coverage.renderer().type()
    run("blankspot:gaps", {**common, "COVERAGE": [coverage], "OUTPUT": str(FOLDER / "gaps.gpkg")})
    run(
        "blankspot:statistics",
        {**common, "COVERAGE": [coverage], "SITES": sites, "CENTRES": centres,
         "OUTPUT": "TEMPORARY_OUTPUT", "SUMMARY": "TEMPORARY_OUTPUT"},
    )  # fmt: skip
    judged = run(
        "blankspot:analysis",
        {**common, "SITES": sites, "TECHNOLOGY_FIELD": "technology", "WIFI": wifi,
         "STATUS_FIELD": "status", "SETTLEMENTS": settlements, "CENTRES": centres,
         "COVERAGE_OUTPUT": "TEMPORARY_OUTPUT", "GAPS": "TEMPORARY_OUTPUT",
         "STATISTICS": "TEMPORARY_OUTPUT", "SUMMARY": "TEMPORARY_OUTPUT"},
    )  # fmt: skip
    run(
        "blankspot:blankspot_analysis",
        {**common, "SITES": sites, "TECHNOLOGY_FIELD": "technology", "CENTRES": centres,
         "coverage:COVERAGE_OUTPUT": "TEMPORARY_OUTPUT", "gaps:GAPS": "TEMPORARY_OUTPUT",
         "statistics:STATISTICS": "TEMPORARY_OUTPUT", "statistics:SUMMARY": "TEMPORARY_OUTPUT"},
    )  # fmt: skip
    seen["statistics_renderer"] = (
        QgsProject.instance().mapLayer(judged["STATISTICS"]).renderer().type()
    )
    iface.mapCanvas().setExtent(areas.extent())
    iface.mapCanvas().refresh()
    wait(lambda: not iface.mapCanvas().isDrawing(), 60)
    picture(iface.mainWindow(), "window")

    from qgis.utils import unloadPlugin

    seen["unloaded"] = unloadPlugin("blankspot_plugin")
    registry = QgsApplication.processingRegistry()
    seen["provider_gone"] = registry.providerById("blankspot") is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen["action_gone"] = iface.mainWindow().findChild(QAction, "blankspot_analysis_action") is None


drive(main)
