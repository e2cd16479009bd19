# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): the five-minute path through the dock.

BLANKSPOT_TEST_WFS is the address of a live WFS; every click the officer makes is counted.
"""

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QAction, QApplication
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["BLANKSPOT_TEST_DRIVERS"])
from clicking import FOLDER, drive, picture, seen, wait

clicks = []


def click(button, what):
    """Click a button as the officer would, and count it."""
    assert button.isEnabled(), what
    clicks.append(what)
    button.click()


def idle(dock, seconds=120):
    """Wait until nothing runs."""
    wait(lambda: not dock.desk.runner.is_busy, seconds)
    QCoreApplication.processEvents()


def shown(name):
    """Take a picture of the window once the map is drawn."""
    wait(lambda: not iface.mapCanvas().isDrawing(), 60)
    for _ in range(20):
        QCoreApplication.processEvents()
    picture(iface.mainWindow(), name)


def sample(dock):
    """First start, one button, a result."""
    shown("1-first-start")
    click(dock.first.try_it, "Try it with the sample")
    idle(dock)
    seen["sample"] = {
        "result": dock.desk.result("STATISTICS") is not None,
        "layers": sorted(layer.name() for layer in QgsProject.instance().mapLayers().values()),
        "purposes": sorted(dock.desk.state.purposes),
    }
    shown("2-result")


def select_a_village(dock):
    """A village chosen on the map is chosen in the table."""
    layer = dock.desk.result("STATISTICS")
    fid = next(iter(layer.getFeatures())).id()
    layer.selectByIds([fid])
    QCoreApplication.processEvents()
    view = dock.results.villages.view
    names = [view.model().index(row, 0).data() for row in view.selected_rows()]
    seen["selected"] = len(view.selected_rows()) == 1, names
    shown("3-village")


def pull(dock):
    """A connection of the officer's own, its layers, one of them pulled."""
    from blankspot_plugin.bridge import settings
    from blankspot_plugin.services.connections import Saved
    from blankspot_plugin.services.model import Connection

    own = Saved("Dinas", Connection("wfs", os.environ["BLANKSPOT_TEST_WFS"]))
    settings.write(settings.changed(settings.read(), connections=(own,)))
    sources = dock.sources
    sources.refill()
    dock.groups[0][0].setCollapsed(False)
    item = sources.item(own)
    sources.open_source(item)
    wait(lambda: sources.item(own).rowCount() > 1, 60)
    item = sources.item(own)
    names = [item.child(row).text() for row in range(item.rowCount())]
    row = next(row for row, name in enumerate(names) if "wifi" in name.lower())
    index = sources.shown.mapFromSource(item.child(row).index())
    sources.tree.setCurrentIndex(index)
    shown("4-sources")
    before = {each.name for each in dock.desk.pulls()}
    click(sources.pull, "Pull the selected layers")
    idle(dock)
    (pulled,) = [each for each in dock.desk.pulls() if each.name not in before]
    seen["pulled"] = {"offered": names, "received": pulled.source.received}
    dock.groups[0][0].setCollapsed(True)
    dock.groups[1][0].setCollapsed(False)
    shown("5-layers")
    dock.layers.keep.setChecked(True)
    dock.desk.refresh([pulled.name], keep=True)
    idle(dock)
    states = [each.state for each in dock.desk.workspace().pulls() if each.name == pulled.name]
    seen["snapshot"] = sorted(states)
    dock.layers.keep.setChecked(False)
    dock.groups[1][0].setCollapsed(True)


def cancel(dock):
    """A run that is stopped leaves the result that was there."""
    before = dock.desk.result("STATISTICS").source()
    click(dock.analysis.run, "Run the analysis")
    click(dock.analysis.cancel, "Cancel")
    idle(dock)
    seen["cancelled"] = dock.desk.result("STATISTICS").source() == before


def analyse_and_print(dock):
    """The form, a run, a sheet."""
    dock.groups[2][0].setCollapsed(False)
    shown("6-analysis")
    click(dock.analysis.run, "Run the analysis")
    idle(dock)
    dock.groups[2][0].setCollapsed(True)
    dock.groups[4][0].setCollapsed(False)
    dock.map.print_sheet(show=False)
    clicks.append("Map sheet")
    idle(dock)
    seen["sheet"] = dock.map.where.text()
    shown("7-sheet")


def more(dock):
    """The settings of a result, the model, the diagnostics, the help."""
    layer = dock.desk.result("STATISTICS")
    iface.setActiveLayer(layer)
    dock.analysis.definition.setCurrentIndex(1)
    dock.more.load_settings()
    dock.more.copy_model()
    dock.more.copy_diagnostics()
    dock.more.show_help("analysis")
    models = QgsApplication.processingRegistry().providerById("model").algorithms()
    seen["more"] = {
        "definition": dock.analysis.definition.currentData(),
        "areas": dock.analysis.boxes["AREAS"].currentLayer() is not None,
        "models": [each.name() for each in models],
        "diagnostics": QApplication.clipboard().text(),
        "help": dock.more._window.text.toPlainText()[:40],
    }
    dock.more._window.close()


def update(dock):
    """Everything again, by one click."""
    before = dock.desk.result("STATISTICS").source()
    click(dock.update_button, "Update")
    wait(lambda: dock.desk.result("STATISTICS").source() != before, 120)
    idle(dock)
    seen["updated"] = True


def reopen(dock):
    """A saved project opens as it was left."""
    path = str(FOLDER / "project.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    QCoreApplication.processEvents()
    seen["cleared"] = dock.desk.result("STATISTICS") is None
    dock.analysis.definition.setCurrentIndex(2)
    assert QgsProject.instance().read(path)
    QCoreApplication.processEvents()
    idle(dock)
    seen["reopened"] = {
        "result": dock.desk.result("STATISTICS") is not None,
        "purposes": sorted(dock.desk.state.purposes),
        "missing": dock.analysis.missing.text(),
        "definition": dock.analysis.definition.currentData(),
    }
    shown("8-reopened")


def unload():
    """Twenty times off and on leaves nothing behind."""
    from qgis.utils import loadPlugin, startPlugin, unloadPlugin

    window = iface.mainWindow()
    for _ in range(20):
        assert unloadPlugin("blankspot_plugin")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = [
            child.objectName()
            for child in window.findChildren((QAction, type(window)))
            if child.objectName().startswith(("blankspot", "BlankSpot"))
        ]
        assert not left, left
        assert loadPlugin("blankspot_plugin") and startPlugin("blankspot_plugin")
        window.findChild(QAction, "blankspot_dock_action").trigger()
        QCoreApplication.processEvents()
    registry = QgsApplication.processingRegistry()
    seen["providers"] = sum(each.id() == "blankspot" for each in registry.providers())
    assert unloadPlugin("blankspot_plugin")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen["unloaded"] = registry.providerById("blankspot") is None


def main():
    """Walk the path."""
    window = iface.mainWindow()
    window.resize(1500, 950)
    clicks.append("Blank Spot panel")
    window.findChild(QAction, "blankspot_dock_action").trigger()
    dock = plugins["blankspot_plugin"].menu.dock
    window.resizeDocks([dock], [430], Qt.Orientation.Horizontal)
    sample(dock)
    select_a_village(dock)
    pull(dock)
    cancel(dock)
    analyse_and_print(dock)
    more(dock)
    update(dock)
    reopen(dock)
    seen["clicks"] = clicks
    seen["files"] = sorted(path.name for path in Path(FOLDER).glob("*.png"))
    unload()


drive(main)
