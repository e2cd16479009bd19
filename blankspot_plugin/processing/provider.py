# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider: what the Toolbox shows under "Blank Spot"."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .. import paths
from ..i18n import tr
from .analysis import AnalysisAlgorithm
from .clean_sites import CleanSitesAlgorithm
from .coverage import CoverageAlgorithm
from .coverage_gaps import CoverageGapsAlgorithm
from .mapsheets import MapSheetsAlgorithm
from .model import blankspot_analysis
from .pull import PullAlgorithm
from .statistics import StatisticsAlgorithm

ALGORITHMS = (
    AnalysisAlgorithm,
    CoverageAlgorithm,
    CoverageGapsAlgorithm,
    StatisticsAlgorithm,
    MapSheetsAlgorithm,
    PullAlgorithm,
    CleanSitesAlgorithm,
)


class BlankSpotProvider(QgsProcessingProvider):
    """Algorithms and the model that chains them."""

    def id(self) -> str:
        return "blankspot"

    def name(self) -> str:
        return tr("Blank Spot")

    def longName(self) -> str:
        return tr("Blank Spot: coverage and blank spots")

    def icon(self) -> QIcon:
        return QIcon(paths.icon("blankspot"))

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        # A model finds its children through the registry: there only once we are in it.
        # Whoever registers the provider refreshes it once (see plugin.py).
        if self.algorithm(CoverageAlgorithm.ID) is not None and _registered(self.id()):
            self.addAlgorithm(blankspot_analysis())


def _registered(provider: str) -> bool:
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().providerById(provider) is not None
