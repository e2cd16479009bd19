# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of ``mapsheets`` before the run: one sentence with the remedy."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingUtils,
)

from ..i18n import tr
from .mapsheet_parameters import SheetKeys

_FORBIDDEN = set('/\\:*?"<>|')


class MapSheetChecks(SheetKeys):
    """Checks of one call of ``mapsheets``."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> None:
        self._algorithm, self._parameters, self._context = algorithm, parameters, context

    def sentence(self) -> str:
        """Return what is wrong, '' if nothing is."""
        if self._text(self.LAYOUT):
            return self._layout() or self._name() or self._files() or self._folder()
        return self._layers() or self._name() or self._atlas() or self._files() or self._folder()

    def _layout(self) -> str:
        project, name = self._context.project(), self._text(self.LAYOUT)
        if project is not None and project.layoutManager().layoutByName(name) is not None:
            return ""
        return tr("“{input}”: the open project has no sheet “{name}”; create it first.").format(
            input=self._label(self.LAYOUT), name=name
        )

    def _label(self, key: str) -> str:
        return str(self._algorithm.parameterDefinition(key).description())

    def _text(self, key: str) -> str:
        return str(self._algorithm.parameterAsString(self._parameters, key, self._context)).strip()

    def _closed(self, key: str, layer: object) -> str:
        return tr(
            "“{input}”: {layer} cannot be opened; choose a layer of the project or "
            "an existing file."
        ).format(input=self._label(key), layer=layer)

    def _no_crs(self, key: str, layer: QgsMapLayer) -> str:
        return tr(
            "“{input}”: layer {layer} has no coordinate reference system; set it in the layer's "
            "properties or with Assign projection."
        ).format(input=self._label(key), layer=layer.name())

    def _layers(self) -> str:
        given = self._parameters.get(self.LAYERS)
        for item in given if isinstance(given, (list, tuple)) else []:
            known = isinstance(item, QgsMapLayer)
            if not known and not QgsProcessingUtils.mapLayerFromString(str(item), self._context):
                return self._closed(self.LAYERS, item)
        layers = self._algorithm.parameterAsLayerList(self._parameters, self.LAYERS, self._context)
        if not layers:
            return tr("“{input}” is empty: choose at least one layer to show.").format(
                input=self._label(self.LAYERS)
            )
        for layer in layers:
            if not layer.crs().isValid():
                return self._no_crs(self.LAYERS, layer)
        return ""

    def _name(self) -> str:
        name = self._text(self.NAME)
        if name and not _FORBIDDEN & set(name) and not name.startswith("."):
            return ""
        return tr(
            "“{input}” must be a plain file name such as sheet, not “{name}”; the folder is "
            "chosen in “{folder}”."
        ).format(input=self._label(self.NAME), name=name, folder=self._label(self.OUTPUT))

    def _atlas(self) -> str:
        layers = {}
        for key in (self.ATLAS_LAYER, self.AREAS):
            layer = self._algorithm.parameterAsVectorLayer(self._parameters, key, self._context)
            if self._parameters.get(key) and layer is None:
                return self._closed(key, self._parameters[key])
            if layer is not None and not layer.crs().isValid():
                return self._no_crs(key, layer)
            layers[key] = layer
        pages = layers[self.ATLAS_LAYER]
        names = pages.fields().names() if pages is not None else []
        for key in (self.ATLAS_FIELD, self.ATLAS_NAME):
            field = self._text(key)
            if field and field not in names:
                return tr("“{input}”: there is no field {field}; choose one of {fields}.").format(
                    input=self._label(key), field=field, fields=", ".join(names) or "–"
                )
        return ""

    def _files(self) -> str:
        from ..cartography.template_files import find_template

        for key, path in (
            (self.TEMPLATE, find_template(self._text(self.TEMPLATE))),
            (self.LOGO, self._text(self.LOGO)),
        ):
            if path and not Path(path).is_file():
                return tr("“{input}”: there is no file {file}; choose another or none.").format(
                    input=self._label(key), file=path
                )
        return ""

    def _folder(self) -> str:
        folder = self._parameters.get(self.OUTPUT)
        if not isinstance(folder, str) or folder == QgsProcessing.TEMPORARY_OUTPUT:
            return ""
        existing = Path(folder)
        while not existing.exists() and existing != existing.parent:
            existing = existing.parent
        if existing.is_dir() and os.access(existing, os.W_OK):
            return ""
        return tr(
            "“{input}”: nothing can be written into {folder}; choose a folder that you may "
            "write to."
        ).format(input=self._label(self.OUTPUT), folder=folder)
