# SPDX-License-Identifier: GPL-2.0-or-later
"""Wires the plugin into QGIS: translator, Processing provider, menu. No logic."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from . import i18n
from .processing.provider import BlankSpotProvider


class BlankSpotPlugin:
    """The plugin; `iface` is None in qgis_process."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.provider: BlankSpotProvider | None = None
        self.menu: Any = None
        self.translator = i18n.install_translator()

    def initProcessing(self) -> None:
        """Register the provider; all that qgis_process asks for."""
        self.provider = BlankSpotProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        # Only now does the registry know the model's children.
        self.provider.refreshAlgorithms()

    def initGui(self) -> None:
        """Register the provider and add the menu."""
        self.initProcessing()
        if self.iface is None:
            return
        from .gui.menu import Menu

        self.menu = Menu(self.iface)

    def unload(self) -> None:
        """Take back all that was added."""
        if self.menu is not None:
            self.menu.remove()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None
