# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): what an officer does that nobody planned for.

Every sentence he is told is put into ``seen``; a traceback fails the test by itself.
"""

import os
import shutil
import socket
import sys
import time
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction
from qgis.utils import iface, plugins, unloadPlugin

sys.path.insert(0, os.environ["BLANKSPOT_TEST_DRIVERS"])
from clicking import FOLDER, drive, picture, seen, wait

told = []


def settle(dock, seconds=120):
    """Let QGIS go on until nothing runs."""
    wait(lambda: not dock.desk.runner.is_busy, seconds)
    for _ in range(10):
        QCoreApplication.processEvents()


def said(name):
    """Keep what was told since the last time."""
    seen[name] = list(told)
    told.clear()


def office(**values):
    """Change what the office set."""
    from blankspot_plugin.bridge import settings

    settings.write(settings.changed(settings.read(), **values))


def saved(url, service="wfs"):
    """A connection of the officer's own."""
    from blankspot_plugin.services.connections import Saved
    from blankspot_plugin.services.model import Connection

    return Saved("Dinas", Connection(service, url))


def without_crs(dock):
    """A layer that says nowhere where it lies."""
    project = QgsProject.instance()
    layer = QgsVectorLayer("Polygon?field=kode:string", "desa tanpa CRS", "memory")
    layer.setCrs(type(layer.crs())())
    project.addMapLayer(layer)
    dock.analysis.boxes["AREAS"].setLayer(layer)
    dock.analysis.check()
    seen["without_crs"] = dock.analysis.missing.text()
    areas = dock.desk.pulled_layer("areas (villages) (sample)")
    dock.analysis.boxes["AREAS"].setLayer(areas)
    project.removeMapLayer(layer.id())


def strange_radii(dock):
    """Words and minus signs where metres are due."""
    cells = dock.analysis.radii.cells()
    for wrong in ("far", "-5"):
        dock.analysis.radii.table.item(0, 1).setText(wrong)
        dock.analysis.check()
        seen.setdefault("radii", []).append(dock.analysis.missing.text())
    dock.analysis.radii.set_cells(cells)


def layers_removed(dock):
    """Layers that the panel shows go, while it shows them and while they are analysed."""
    project = QgsProject.instance()
    dock.results.villages.view.selectRow(0)
    project.removeMapLayer(dock.desk.result("STATISTICS").id())
    QCoreApplication.processEvents()
    seen["no_result"] = not dock.result_group.isVisible()
    dock.analysis.run.click()
    sites = dock.desk.state.layer_for(project, "sites")
    project.removeMapLayer(sites.id())
    settle(dock)
    said("removed_while_running")
    dock.analysis.check()
    seen["sites_gone"] = dock.analysis.missing.text()
    item = dock.layers.list.topLevelItem(1)
    name = item.text(0)
    dock.layers.list.setCurrentItem(item)
    dock.layers.list.itemDoubleClicked.emit(item, 0)
    QCoreApplication.processEvents()
    layer = dock.desk.pulled_layer(name)
    seen["opened_again"] = layer is not None
    dock.desk.set_purpose(layer, "sites")
    dock.analysis.run.click()
    settle(dock)
    seen["analysed_again"] = dock.desk.result("STATISTICS") is not None
    dock.more.load_settings()
    said("nothing_chosen")


def saved_elsewhere(dock):
    """Save, save as, and both projects in turn."""
    project = QgsProject.instance()
    for folder in ("one", "two"):
        (FOLDER / folder).mkdir()
        assert project.write(str(FOLDER / folder / "peta.qgz"))
        QCoreApplication.processEvents()
        assert project.write(str(FOLDER / folder / "peta.qgz"))
        seen.setdefault("beside", []).append(str(dock.desk.workspace().path.parent))
    said("saved")
    lying = {Path(layer.source().split("|")[0]).parts for layer in project.mapLayers().values()}
    seen["all_in_two"] = all("two" in parts for parts in lying)
    for folder in ("one", "two", "one"):
        assert project.read(str(FOLDER / folder / "peta.qgz"))
        settle(dock)
        dock.update_button.click()
        settle(dock)
        fine = all(layer.isValid() for layer in project.mapLayers().values())
        seen.setdefault("in_turn", []).append([fine, len(dock.desk.pulls())])
    said("in_turn_told")


def closed_while_running(dock):
    """Another project, none, in the middle of it."""
    project = QgsProject.instance()
    dock.update_button.click()
    dock.update_button.click()
    QCoreApplication.processEvents()
    project.clear()
    settle(dock)
    seen["empty"] = [len(project.mapLayers()), dock.desk.result("STATISTICS") is None]
    said("closed")


def nowhere_to_write(dock):
    """The folder of the office cannot be written, or is gone; the workspace is no database."""
    (FOLDER / "a file").write_text("")
    office(workspace_folder=str(FOLDER / "a file" / "below"))
    dock.try_sample()
    settle(dock)
    seen["unwritten"] = len(QgsProject.instance().mapLayers())
    said("nowhere")
    office(workspace_folder=str(FOLDER / "broken"))
    (FOLDER / "broken").mkdir()
    path = dock.desk.workspace().path
    path.write_text("no database")
    dock.desk.state.workspace = str(path)
    dock.layers.refill()
    dock.try_sample()
    settle(dock)
    said("broken")
    shutil.rmtree(FOLDER / "broken")
    office(workspace_folder="")
    dock.desk.state.workspace = ""
    (FOLDER / "connections.json").write_text('{"connections": [1]}')
    dock.sources.import_from(FOLDER / "connections.json")
    dock.sources.export_to(FOLDER / "a file" / "x.json")
    said("connections")


def silent_service(dock):
    """A service that takes the call and never answers; the panel goes on, and unloads at once."""
    listening = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/wfs"
    office(connections=(saved(address),))
    dock.sources.refill()
    item = dock.sources.item(saved(address))
    dock.sources.open_source(item)
    began = time.monotonic()
    for _ in range(100):
        QCoreApplication.processEvents()
    seen["responsive"] = time.monotonic() - began < 5
    dock.desk.state.pulls["x"] = {"SERVICE": "wfs", "URL": address, "LAYER": "x"}
    from blankspot_plugin.gui.pulling import refresh

    refresh(dock.desk, ["x"])
    for _ in range(100):
        QCoreApplication.processEvents()
        time.sleep(0.01)
    picture(dock, "silent")
    seen["still_pulling"] = dock.desk.runner.is_busy
    dock.run_bar.cancel.click()
    settle(dock, 20)
    refresh(dock.desk, ["x"])
    QCoreApplication.processEvents()
    began = time.monotonic()
    assert unloadPlugin("blankspot_plugin")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen["unloaded_in"] = time.monotonic() - began
    listening.close()


def main():
    """Do all of it, in one session."""
    window = iface.mainWindow()
    window.resize(1300, 900)
    window.findChild(QAction, "blankspot_dock_action").trigger()
    dock = plugins["blankspot_plugin"].menu.dock
    dock.desk.told.connect(lambda words, _details, bad: told.append([words, bad]))
    dock.try_sample()
    settle(dock)
    said("sample")
    for odd in (
        without_crs, strange_radii, layers_removed, saved_elsewhere, closed_while_running,
        nowhere_to_write, silent_service,
    ):  # fmt: skip
        odd(dock)


drive(main)
