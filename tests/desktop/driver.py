# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): click through the main job, write what was seen.

The environment names the folder to write to (BLANKSPOT_TEST_FOLDER) and the sample
(BLANKSPOT_TEST_SAMPLE). What happened goes to ``seen.json``, pictures beside it.
"""

import faulthandler
import json
import os
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["BLANKSPOT_TEST_FOLDER"])
SAMPLE = Path(os.environ["BLANKSPOT_TEST_SAMPLE"])
seen = {}


def wait(until, seconds):
    """Let QGIS go on until something holds."""
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            raise TimeoutError
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        time.sleep(0.01)


def picture(widget, name):
    """Save what a widget looks like."""
    QCoreApplication.processEvents()
    widget.grab().save(str(FOLDER / f"{name}.png"))


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


def run(algorithm, parameters):
    """Open the dialog of an algorithm as the Toolbox does, and click Run."""
    import processing

    dialog = processing.createAlgorithmDialog(f"blankspot:{algorithm}", parameters)
    dialog.show()
    QCoreApplication.processEvents()
    picture(dialog, f"dialog-{algorithm}")
    done = []
    dialog.algorithmFinished.connect(lambda fine, results: done.append((fine, results)))
    dialog.runButton().click()
    wait(lambda: done, 120)
    # The results are loaded into the project after the signal.
    wait(lambda: not QgsApplication.taskManager().countActiveTasks(), 60)
    fine, results = done[0]
    seen[algorithm] = {
        "fine": bool(fine),
        "numbers": {k: v for k, v in results.items() if isinstance(v, (int, float))},
        "log": dialog.outputFormatHtml() if hasattr(dialog, "outputFormatHtml") else "",
    }
    picture(dialog, f"log-{algorithm}")
    dialog.close()
    return results


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
        "coverage",
        {"INPUT": sites, "TECHNOLOGY_FIELD": "technology", "OUTPUT": "TEMPORARY_OUTPUT"},
    )
    coverage = QgsProject.instance().mapLayer(covers["OUTPUT"])
    seen["coverage_renderer"] = coverage.renderer().type()
    run("gaps", {**common, "COVERAGE": [coverage], "OUTPUT": str(FOLDER / "gaps.gpkg")})
    run("statistics", {**common, "COVERAGE": [coverage], "SITES": sites, "CENTRES": centres,
                       "OUTPUT": "TEMPORARY_OUTPUT", "SUMMARY": "TEMPORARY_OUTPUT"})  # fmt: skip
    judged = run(
        "analysis",
        {**common, "SITES": sites, "TECHNOLOGY_FIELD": "technology", "WIFI": wifi,
         "STATUS_FIELD": "status", "SETTLEMENTS": settlements, "CENTRES": centres,
         "COVERAGE_OUTPUT": "TEMPORARY_OUTPUT", "GAPS": "TEMPORARY_OUTPUT",
         "STATISTICS": "TEMPORARY_OUTPUT", "SUMMARY": "TEMPORARY_OUTPUT"},
    )  # fmt: skip
    run(
        "blankspot_analysis",
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


def guarded():
    """Run, write what was seen, and quit without a question."""
    try:
        main()
    except BaseException:
        seen["error"] = traceback.format_exc()
    (FOLDER / "seen.json").write_text(json.dumps(seen, indent=1), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    os._exit(0)


# A dialog nobody answers would hang QGIS for good: say where, and end.
_stuck = open(FOLDER / "stuck.txt", "w")  # noqa: SIM115
faulthandler.dump_traceback_later(int(os.environ["BLANKSPOT_TEST_SECONDS"]), exit=True, file=_stuck)
QTimer.singleShot(500, guarded)
