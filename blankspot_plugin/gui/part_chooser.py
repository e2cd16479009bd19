# SPDX-License-Identifier: GPL-2.0-or-later
"""Which part of a layer is pulled: all of it, or what touches an extent."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox, QgsExtentWidget
from qgis.PyQt.QtWidgets import QVBoxLayout

from ..i18n import tr


class PartChooser(QgsCollapsibleGroupBox):
    """An extent that may be left empty: that of the map, of a layer, or drawn."""

    def __init__(self) -> None:
        super().__init__(tr("Only a part"))
        self.setSaveCollapsedState(False)
        self.setCollapsed(True)
        self.setToolTip(
            tr("Empty: what touches the areas and their surroundings, or all where there are none")
        )
        self.extent = QgsExtentWidget(None, QgsExtentWidget.WidgetStyle.CondensedStyle)
        self.extent.setNullValueAllowed(True, tr("not limited"))
        inner = QVBoxLayout(self)
        inner.addWidget(self.extent)

    def set_canvas(self, canvas: Any) -> None:
        """Let the extent be that of a map, or be drawn on it."""
        self.extent.setMapCanvas(canvas)
        self.extent.setOutputCrs(QgsProject.instance().crs())
        # Another CRS puts the extent that was none into words.
        self.extent.clear()

    def value(self) -> str:
        """Return the extent as Processing writes one, '' for none."""
        box, crs = self.extent.outputExtent(), self.extent.outputCrs().authid()
        if not self.extent.isValid() or box.isNull() or box.isEmpty():
            return ""
        numbers = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
        return ",".join(f"{number:.10g}" for number in numbers) + (f" [{crs}]" if crs else "")
