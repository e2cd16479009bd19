# SPDX-License-Identifier: GPL-2.0-or-later
"""What a driver inside QGIS Desktop clicks and sees with; see :mod:`tests.desktop.desktop`.

A driver is a script for ``qgis --code``. What it puts into :data:`seen` goes to ``seen.json`` of
the folder that BLANKSPOT_TEST_FOLDER names, pictures beside it.
"""

import faulthandler
import json
import os
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QTextEdit

FOLDER = Path(os.environ["BLANKSPOT_TEST_FOLDER"])
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


def run(algorithm, parameters, name=""):
    """Open the dialog of an algorithm as the Toolbox does, and click Run.

    ``algorithm`` is an id or an algorithm, ``name`` what :data:`seen` calls the run.
    """
    import processing

    name = name or algorithm.split(":")[-1]
    dialog = processing.createAlgorithmDialog(algorithm, parameters)
    dialog.show()
    QCoreApplication.processEvents()
    picture(dialog, f"dialog-{name}")
    done = []
    dialog.algorithmFinished.connect(lambda fine, results: done.append((fine, results)))
    dialog.runButton().click()
    wait(lambda: done, 120)
    # The results are loaded into the project after the signal.
    wait(lambda: not QgsApplication.taskManager().countActiveTasks(), 60)
    fine, results = done[0]
    seen[name] = {
        "fine": bool(fine),
        "numbers": {k: v for k, v in results.items() if isinstance(v, (int, float))},
        "log": dialog.findChild(QTextEdit, "txtLog").toPlainText(),
    }
    picture(dialog, f"log-{name}")
    dialog.close()
    return results


def drive(main):
    """Run a driver once QGIS is up, write what was seen, and quit without a question."""

    def guarded():
        try:
            main()
        except BaseException:
            seen["error"] = traceback.format_exc()
        (FOLDER / "seen.json").write_text(json.dumps(seen, indent=1), encoding="utf-8")
        QgsProject.instance().setDirty(False)
        os._exit(0)

    # A dialog nobody answers would hang QGIS for good: say where, and end.
    stuck = open(FOLDER / "stuck.txt", "w")  # noqa: SIM115
    faulthandler.enable(stuck)
    seconds = int(os.environ["BLANKSPOT_TEST_SECONDS"])
    faulthandler.dump_traceback_later(seconds, exit=True, file=stuck)
    QTimer.singleShot(500, guarded)
