# SPDX-License-Identifier: GPL-2.0-or-later
"""The menu entries and the toolbar button: the dock, and the dialog of ``analysis``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .. import paths
from ..i18n import tr
from .options import OptionsFactory

_ALGORITHM = "blankspot:analysis"


class Menu:
    """What the plugin adds to QGIS's menus; `remove` takes it back.

    The dock is made when it is first wanted: QGIS starts without it, and without what it needs.
    """

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._dialog: Any = None
        self.dock: Any = None
        self._name = tr("Blank Spot")
        self._actions = [
            self._action(tr("Blank Spot panel"), "blankspot_dock_action", self._toggle),
            self._action(tr("Blank-spot analysis…"), "blankspot_analysis_action", self._open),
        ]
        self._actions[0].setCheckable(True)
        iface.addToolBarIcon(self._actions[0])
        QgsProject.instance().readProject.connect(self._reopened)
        self._options = OptionsFactory(self._applied)
        iface.registerOptionsWidgetFactory(self._options)

    def _applied(self) -> None:
        if self.dock is not None:
            self.dock.desk.changed.emit()

    def _action(self, text: str, name: str, clicked: Callable[[], None]) -> QAction:
        action = QAction(QIcon(paths.icon("blankspot")), text, self._iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(lambda _: clicked())
        self._iface.addPluginToMenu(self._name, action)
        return action

    def show_dock(self) -> Any:
        """Show the dock, made now if it is not there yet."""
        if self.dock is None:
            from .dock import BlankSpotDock

            self.dock = BlankSpotDock(self._iface)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
            self.dock.visibilityChanged.connect(self._actions[0].setChecked)
        self.dock.setUserVisible(True)
        return self.dock

    def _toggle(self) -> None:
        if self.dock is not None and self.dock.isUserVisible():
            self.dock.setUserVisible(False)
        else:
            self.show_dock()

    def _reopened(self, *_: object) -> None:
        # A project that was worked on with the dock opens with it.
        if self.dock is None and QgsProject.instance().readEntry("blankspot", "/state", "")[0]:
            self.show_dock()

    def _open(self) -> None:
        # The Processing plugin may be switched off; it is there once it is needed.
        import processing

        # As the Toolbox shows it: beside the map, not in front of everything else.
        self._dialog = processing.createAlgorithmDialog(_ALGORITHM, {})
        if self._dialog is not None:
            self._dialog.show()

    def remove(self) -> None:
        """Take menu entries, button and dock back."""
        QgsProject.instance().readProject.disconnect(self._reopened)
        self._iface.unregisterOptionsWidgetFactory(self._options)
        # QGIS deletes a dialog that was closed; Python's hold on it does not show that.
        if self._dialog is not None and not sip.isdeleted(self._dialog):
            self._dialog.close()
        self._dialog = None
        if self.dock is not None:
            self.dock.close_down()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        self._iface.removeToolBarIcon(self._actions[0])
        for action in self._actions:
            self._iface.removePluginMenu(self._name, action)
            action.deleteLater()
        self._actions = []
