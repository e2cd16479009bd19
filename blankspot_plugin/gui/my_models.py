# SPDX-License-Identifier: GPL-2.0-or-later
"""File a model among the officer's own, where it can be opened and changed."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm

from ..i18n import tr
from .desk import Desk


def file_model(desk: Desk, model: QgsProcessingModelAlgorithm, name: str) -> None:
    """Write a model under a name that is free, and tell where it lies.

    It bears the name of its file: two of one name could not be told apart.
    """
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "processing" / "models"
    stem, at = name, 2
    while (folder / f"{stem}.model3").exists():
        stem, at = f"{name}_{at}", at + 1
    path = folder / f"{stem}.model3"
    model.setName(stem)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fine = bool(model.toFile(str(path)))
    except OSError:
        fine = False
    if not fine:
        desk.complain(
            tr("{path} could not be written: check that you may write there.").format(path=path)
        )
        return
    provider = QgsApplication.processingRegistry().providerById("model")
    if provider is not None:
        provider.refreshAlgorithms()
    desk.told.emit(tr("Written: {path}").format(path=path), "", False)
