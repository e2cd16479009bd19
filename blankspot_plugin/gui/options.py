# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry of Settings > Options that makes the page when it is wanted."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from .. import paths
from ..i18n import tr


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever the options are opened.

    Parameters
    ----------
    applied
        Called when the officer has changed something.
    """

    def __init__(self, applied: Callable[[], None] = lambda: None) -> None:
        super().__init__(tr("Blank Spot"), QIcon(paths.icon("blankspot")))
        self._applied = applied

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        # Loaded when the options are opened, not when QGIS starts.
        from .options_page import OptionsPage

        return OptionsPage(self._applied, parent)
