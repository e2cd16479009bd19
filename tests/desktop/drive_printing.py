# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS Desktop: a sheet is created, edited by hand, renewed and exported; an atlas
and the report follow."""

import os
import sys
from pathlib import Path

from qgis.core import QgsLayoutItemLabel, QgsLayoutPoint, QgsProject
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAction
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["BLANKSPOT_TEST_DRIVERS"])
from clicking import drive, picture, seen, wait


def idle(dock, seconds=200):
    """Wait until nothing runs."""
    wait(lambda: not dock.desk.runner.is_busy, seconds)
    QCoreApplication.processEvents()


def editable(dock):
    """Create, edit, move something, create again: what was moved stays."""
    step, told = dock.map, []
    dock.desk.told.connect(lambda words, *_: told.append(words))
    assert not step.edit.isEnabled()
    step.create.click()
    layout = step.layout_there()
    step.edit.click()
    wait(lambda: len(iface.openLayoutDesigners()) == 1, 30)
    picture(iface.openLayoutDesigners()[0].window(), "designer")
    iface.openLayoutDesigners()[0].close()
    label = layout.itemById("title")
    assert isinstance(label, QgsLayoutItemLabel)
    label.attemptMove(QgsLayoutPoint(11.0, 13.0))
    step.create.click()
    seen["created"] = {
        "name": layout.name(),
        "sheets": [each.name() for each in QgsProject.instance().layoutManager().layouts()],
        "told": told,
        "moved": (label.pos().x(), label.pos().y()),
    }


def exported(dock):
    """The sheet as it was edited, then an atlas by kecamatan, then the report."""
    step = dock.map
    step.print_sheet(show=False)
    idle(dock)
    seen["exported"] = step.where.text()
    step.paper.setCurrentIndex(2)
    step.pages.setCurrentIndex(1)
    step.print_sheet(show=False)
    idle(dock)
    seen["atlas"] = step.pages.currentText(), step.where.text()
    step.write_report(show=False)
    idle(dock)
    seen["report"] = step.where.text(), [item.text() for item in iface.messageBar().items()]
    place = Path(dock.desk.result("STATISTICS").source().split("|")[0]).parent
    seen["files"] = sorted(each.name for each in place.iterdir())
    seen["folder"] = str(place)
    picture(iface.mainWindow(), "printed")


def walk():
    """Sample, result, and all that is printed."""
    iface.mainWindow().findChild(QAction, "blankspot_dock_action").trigger()
    dock = plugins["blankspot_plugin"].menu.dock
    dock.first.try_it.click()
    idle(dock)
    for group, _, _ in dock.groups:
        group.setCollapsed(True)
    dock.groups[4][0].setCollapsed(False)
    editable(dock)
    exported(dock)


drive(walk)
