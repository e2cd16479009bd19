# SPDX-License-Identifier: GPL-2.0-or-later
"""The menu entry and toolbar button that open the dialog of ``analysis``."""

from __future__ import annotations

from typing import Any

from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .. import paths
from ..i18n import tr

_ALGORITHM = "blankspot:analysis"


class Menu:
    """What the plugin adds to QGIS's menus; `remove` takes it back."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._dialog: Any = None
        self._name = tr("Blank Spot")
        self._action = QAction(
            QIcon(paths.icon("blankspot")), tr("Blank-spot analysis…"), iface.mainWindow()
        )
        self._action.setObjectName("blankspot_analysis_action")
        self._action.triggered.connect(self._open)
        iface.addPluginToMenu(self._name, self._action)
        iface.addToolBarIcon(self._action)

    def _open(self) -> None:
        # The Processing plugin may be switched off; it is there once it is needed.
        import processing

        # As the Toolbox shows it: beside the map, not in front of everything else.
        self._dialog = processing.createAlgorithmDialog(_ALGORITHM, {})
        if self._dialog is not None:
            self._dialog.show()

    def remove(self) -> None:
        """Take menu entry and button back."""
        # QGIS deletes a dialog that was closed; Python's hold on it does not show that.
        if self._dialog is not None and not sip.isdeleted(self._dialog):
            self._dialog.close()
        self._dialog = None
        self._iface.removePluginMenu(self._name, self._action)
        self._iface.removeToolBarIcon(self._action)
        self._action.triggered.disconnect(self._open)
        self._action.deleteLater()
