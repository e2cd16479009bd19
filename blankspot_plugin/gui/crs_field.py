# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's choice of a CRS, in a form of texts: it gives and takes ``EPSG:32750``, '' for none."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import pyqtSignal

from ..i18n import tr


class CrsField(QgsProjectionSelectionWidget):
    """A CRS, or none.

    Signals
    -------
    textChanged
        When it is another than before.
    """

    textChanged = pyqtSignal(str)  # noqa: N815 - as that of a line of text

    def __init__(self) -> None:
        super().__init__()
        self.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.setNotSetText(tr("longitude and latitude"))
        self.setCrs(QgsCoordinateReferenceSystem())
        self.crsChanged.connect(lambda _: self.textChanged.emit(self.text()))

    def text(self) -> str:
        """Return the CRS."""
        return str(self.crs().authid()) if self.crs().isValid() else ""

    def setText(self, text: str) -> None:
        """Choose a CRS."""
        self.setCrs(QgsCoordinateReferenceSystem(text))
