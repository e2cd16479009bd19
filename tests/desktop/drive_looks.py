# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): each step of the panel, as narrow as it may be.

What doesn't fit, and where the keyboard doesn't go from top to bottom, is put into ``seen``.
"""

import os
import sys

from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QLabel, QScrollArea, QWidget
from qgis.utils import iface, plugins

sys.path.insert(0, os.environ["BLANKSPOT_TEST_DRIVERS"])
from clicking import drive, picture, seen, wait

WIDTH = 320


def settle():
    """Let QGIS lay out."""
    for _ in range(20):
        QCoreApplication.processEvents()


def of(widget):
    """What a widget is called, for people."""
    text = widget.text() if hasattr(widget, "text") else ""
    return f"{type(widget).__name__} {widget.objectName()} {text or widget.toolTip()}"[:80]


def cut(dock):
    """The widgets that stand out of the panel, or whose text doesn't fit."""
    found = []
    (area,) = [each for each in dock.findChildren(QScrollArea) if each.widget() and
               dock.sources in each.findChildren(QWidget)]  # fmt: skip
    inside, viewport = area.widget(), area.viewport()
    if inside.width() > viewport.width():
        found.append(f"the panel wants {inside.width()}, there is room for {viewport.width()}")
    for widget in inside.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not dock.window():
            continue
        right = widget.mapTo(inside, widget.rect().topRight()).x()
        inner = widget.parentWidget()
        if right > viewport.width() and not hasattr(inner, "horizontalScrollBar"):
            found.append(f"{of(widget)} ends at {right}")
        if isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
            if needed > widget.width():
                found.append(f"{of(widget)} is {widget.width()} wide, its text {needed}")
        if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            needed = widget.sizeHint().width()
            if needed > widget.width() + 1:
                found.append(f"{of(widget)} is {widget.width()} wide, its text {needed}")
    return found


def takes_tab(widget):
    """Whether Tab stops at a widget."""
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def walk(step):
    """The widgets of a step as Tab goes through them, and as they stand, from the top."""
    chain, widget = [], step
    while True:
        widget = widget.nextInFocusChain()
        if widget is step:
            break
        if step.isAncestorOf(widget) and takes_tab(widget):
            chain.append(widget)
    places = [widget.mapTo(step, widget.rect().topLeft()) for widget in chain]
    # Those of one row, from the left; a row is as high as the lowest of them.
    rows = [(round(place.y() / 12), place.x()) for place in places]
    order = [of(widget) for _, widget in sorted(zip(rows, chain), key=lambda each: each[0])]
    return [of(widget) for widget in chain], order


def main():
    """Walk through the steps."""
    window = iface.mainWindow()
    window.resize(1100, 900)
    window.findChild(QAction, "blankspot_dock_action").trigger()
    dock = plugins["blankspot_plugin"].menu.dock
    settle()
    window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)
    settle()
    picture(dock, "0-first")
    dock.first.try_it.click()
    wait(lambda: not dock.desk.runner.is_busy, 120)
    settle()
    window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)
    settle()
    seen["width"] = dock.width()
    seen["cut"], seen["order"] = {}, {}
    for group, _, _ in dock.groups:
        group.setCollapsed(True)
    for at, (group, title, step) in enumerate(dock.groups):
        group.setCollapsed(False)
        for inner in step.findChildren(type(group)):
            inner.setCollapsed(False)
        settle()
        wait(lambda: not iface.mapCanvas().isDrawing(), 60)
        # All of it, however long.
        window.resize(1100, 1800)
        settle()
        window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)
        settle()
        seen["cut"][title] = cut(dock)
        tabbed, shown = walk(step)
        seen["order"][title] = {"tab": tabbed, "shown": shown}
        picture(dock, f"{at + 1}-step")
        group.setCollapsed(True)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


drive(main)
