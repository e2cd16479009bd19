# SPDX-License-Identifier: GPL-2.0-or-later
"""What is seldom wanted, behind one button: settings of a result, the model, help, about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication, QgsMapLayer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QMenu,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .. import paths
from ..bridge.diagnostics import diagnostics
from ..bridge.manifest import version
from ..bridge.outputs import manifest_of
from ..i18n import language, tr
from ..processing.model import NAME
from .analysis_step import AnalysisStep
from .desk import Desk

# The help page of each step, in the order of the steps.
_PAGES = ("pull", "cleansites", "analysis", "mapsheets")


class MoreMenu(QToolButton):
    """The button with the menu.

    Parameters
    ----------
    desk
        Whose log is copied.
    analysis
        The form that takes the settings of a result.
    current
        Returns the layer that is chosen in QGIS.
    """

    def __init__(
        self, desk: Desk, analysis: AnalysisStep, current: Callable[[], QgsMapLayer | None]
    ) -> None:
        super().__init__()
        self._desk, self._analysis, self._current = desk, analysis, current
        self.setText(tr("More"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(tr("Take the settings of the chosen layer"), self.load_settings)
        menu.addAction(tr("Copy the model to my models"), self.copy_model)
        menu.addSeparator()
        pages = menu.addMenu(tr("Help"))
        for page, name in zip(
            _PAGES, (tr("Pull"), tr("Check the towers"), tr("Analysis"), tr("Map sheet"))
        ):
            pages.addAction(name, lambda page=page: self.show_help(page))
        menu.addAction(tr("Copy diagnostics"), self.copy_diagnostics)
        menu.addAction(tr("About Blank Spot"), self.show_about)
        self.setMenu(menu)
        self._window: QDialog | None = None

    def load_settings(self) -> None:
        """Put the settings a result was made with back into the form."""
        layer = self._current()
        told = manifest_of(layer) if layer is not None else None
        if told is None or told.get("algorithm") != "blankspot:analysis":
            self._desk.complain(
                tr("Choose a layer of an analysis first: its settings are kept in it.")
            )
            return
        parameters = told["parameters"]
        assert isinstance(parameters, dict)
        self._analysis.load(parameters)

    def copy_model(self) -> None:
        """File the model among the officer's own, where it can be opened and changed."""
        folder = Path(QgsApplication.qgisSettingsDirPath()) / "processing" / "models"
        path = folder / f"{NAME}.model3"
        at = 2
        while path.exists():
            path = folder / f"{NAME}_{at}.model3"
            at += 1
        model = QgsApplication.processingRegistry().algorithmById(f"blankspot:{NAME}")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            fine = model is not None and model.toFile(str(path))
        except OSError:
            fine = False
        if not fine:
            self._desk.complain(
                tr("{path} could not be written: check that you may write there.").format(path=path)
            )
            return
        provider = QgsApplication.processingRegistry().providerById("model")
        if provider is not None:
            provider.refreshAlgorithms()
        self._desk.told.emit(tr("Written: {path}").format(path=path), "", False)

    def copy_diagnostics(self) -> None:
        """Put what a helper from afar has to know on the clipboard."""
        QApplication.clipboard().setText(diagnostics(self._desk.runner.log))
        self._desk.told.emit(tr("Copied: versions, settings and the last log."), "", False)

    def show_help(self, page: str) -> None:
        """Show a page of the manual."""
        text = paths.help_page(page, language()).read_text(encoding="utf-8")
        self._show(tr("Help"), text)

    def show_about(self) -> None:
        """Show what this is."""
        text = tr(
            "Blank Spot {version}\n\nFinds where a regency has no signal, proves it, and prints "
            "it. Free software under the GNU GPL, version 2 or later.\n\nThe radii, the "
            "definitions and the sample are explained in the help pages."
        ).format(version=version())
        self._show(tr("About Blank Spot"), text)

    def _show(self, title: str, text: str) -> None:
        if self._window is None:
            self._window = _Page(self.window())
        self._window.show_text(title, text)


class _Page(QDialog):
    """A page of text beside the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(em * 36, em * 36)

    def show_text(self, title: str, text: str) -> None:
        self.setWindowTitle(title)
        self.text.setMarkdown(text)
        self.show()
        self.raise_()
