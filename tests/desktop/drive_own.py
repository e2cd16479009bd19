# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): from an address to a result, by mouse alone.

BLANKSPOT_TEST_WFS is the address of a live WFS; every click of the mouse is counted.
"""

import os
import sys
import time

from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialogButtonBox, QMenu, QToolButton
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["BLANKSPOT_TEST_DRIVERS"])
from clicking import drive, picture, seen, wait

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
clicks = []


def click(widget, what, at=None, keys=NONE):
    """Click the mouse on a widget that is in sight, and count it."""
    assert widget.isVisible() and widget.isEnabled(), what
    clicks.append(what)
    QTest.mouseClick(widget, LEFT, keys, at or QPoint())
    # Two clicks in a row are no double click.
    QTest.qWait(QApplication.doubleClickInterval() + 50)


def later(what, seconds=0.5):
    """Do something while a menu or a dialog waits for the officer."""
    QTimer.singleShot(int(seconds * 1000), what)


def add_connection(sources):
    """Connections > Add…, the address pasted, OK."""

    def choose():
        (menu,) = [each for each in QApplication.topLevelWidgets()
                   if isinstance(each, QMenu) and each.isVisible()]  # fmt: skip
        action = menu.actions()[0]
        later(fill)
        clicks.append(action.text())
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())

    def fill():
        dialog = QApplication.activeModalWidget()
        dialog.address.setFocus()
        # As an office hands it out.
        address = os.environ["BLANKSPOT_TEST_WFS"] + "?SERVICE=WFS&REQUEST=GetCapabilities"
        QApplication.clipboard().setText(address)
        QTest.keyClick(dialog.address, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        seen["recognised"] = dialog.service.currentData()
        seen["named"] = dialog.name.text()
        picture(dialog, "1-dialog")
        click(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), "OK")

    later(choose)
    (button,) = sources.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    click(button, "Connections")


def group_of(dock, at):
    """Where one clicks to open a step."""
    return dock.groups[at][0], QPoint(40, 8)


def main():
    """Walk the path."""
    began = time.monotonic()
    window = iface.mainWindow()
    window.resize(1500, 950)
    (button,) = [each for each in window.findChildren(QToolButton) if each.defaultAction()
                 is window.findChild(QAction, "blankspot_dock_action")]  # fmt: skip
    click(button, "Blank Spot panel")
    dock = plugins["blankspot_plugin"].menu.dock
    window.resizeDocks([dock], [430], Qt.Orientation.Horizontal)
    QCoreApplication.processEvents()
    dock.desk.told.connect(lambda words, *_: seen.setdefault("told", []).append(words))
    click(dock.first.begin, "Begin with my own layers")
    sources = dock.sources
    add_connection(sources)
    wait(lambda: any(
        sources.model.item(row).rowCount() > 3 for row in range(sources.model.rowCount())
    ), 60)  # fmt: skip
    QCoreApplication.processEvents()
    (item,) = [sources.model.item(row) for row in range(sources.model.rowCount())
               if sources.model.item(row).rowCount() > 3]  # fmt: skip
    for at, wanted in enumerate(("desa", "menara", "wifi")):
        (row,) = [item.child(row) for row in range(item.rowCount())
                  if wanted in item.child(row).text().lower()]  # fmt: skip
        index = sources.shown.mapFromSource(row.index())
        sources.tree.scrollTo(index)
        QCoreApplication.processEvents()
        keys = Qt.KeyboardModifier.ControlModifier if at else NONE
        spot = sources.tree.visualRect(index).center()
        click(sources.tree.viewport(), wanted, spot, keys)
    picture(window, "2-chosen")
    seen["chosen"] = [info.name for _, info, _ in sources.selected()]
    click(sources.pull, "Pull the selected layers")
    wait(lambda: not dock.desk.runner.is_busy, 120)
    seen["pulled"] = {pull.name: pull.source.received for pull in dock.desk.pulls()}
    seen["purposes"] = sorted(dock.desk.state.purposes)
    click(*(lambda group, at: (group, "3. Analysis", at))(*group_of(dock, 2)))
    seen["opened"] = not dock.groups[2][0].isCollapsed()
    dock.analysis.check()
    QCoreApplication.processEvents()
    seen["missing"] = dock.analysis.missing.text()
    picture(window, "3-analysis")
    click(dock.analysis.run, "Run the analysis")
    wait(lambda: not dock.desk.runner.is_busy, 120)
    QCoreApplication.processEvents()
    layer = dock.desk.result("STATISTICS")
    seen["villages"] = layer.featureCount() if layer else 0
    seen["shown"] = dock.results.villages.view.model().rowCount()
    wait(lambda: not iface.mapCanvas().isDrawing(), 60)
    picture(window, "4-result")
    dock.layers.ask_sources()
    wait(lambda: not dock.layers.check.is_asking, 60)
    seen["sources"] = dock.layers.sources.text()
    seen["clicks"] = clicks
    seen["seconds"] = time.monotonic() - began


drive(main)
