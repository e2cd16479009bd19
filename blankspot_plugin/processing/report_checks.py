# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks before a report: what is no result of an analysis is refused in one sentence."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsVectorLayer, QgsWkbTypes

from ..bridge.provenance import layers_given
from ..i18n import tr
from .file_checks import wrong_folder, wrong_name
from .parameters import Keys

Parameters = dict[str, Any]

# What a table must have to be the output it is taken for.
_NEEDED = {
    Keys.STATISTICS: ("code", "name", "cell_stat", "status"),
    "BEFORE": ("code", "status"),
    Keys.SUMMARY: ("definition", "wifi_counts", "covered", "weak", "blank", "unknown"),
    Keys.GAPS: ("class",),
    Keys.COVERAGE: ("class",),
}
# The fields chosen of a layer.
_CHOSEN = {Keys.FACILITIES: "KIND_FIELD", Keys.AREAS: Keys.CODE_FIELD}
_OUTPUTS = {"BEFORE": Keys.STATISTICS}
_POLYGONS = (Keys.GAPS, Keys.COVERAGE, Keys.AREAS)
_POINTS = (Keys.SITES, Keys.WIFI, Keys.FACILITIES, Keys.CENTRES)


class ReportChecks:
    """Checks of one call; the first sentence found stands.

    Parameters
    ----------
    algorithm, parameters, context
        The call.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        context: QgsProcessingContext,
    ) -> None:
        self._algorithm, self._parameters, self._context = algorithm, parameters, context

    def sentence(self) -> str:
        """Return what is wrong and the remedy, '' where nothing is."""
        if self._empty(Keys.STATISTICS):
            return tr("{input} is missing: choose a layer.").format(
                input=self._label(Keys.STATISTICS)
            )
        keys = (*_NEEDED, *_POLYGONS, *_POINTS)
        found = (self._layer(key) for key in dict.fromkeys(keys) if not self._empty(key))
        return next(filter(None, found), "") or self._map_layers() or self._files()

    def _layer(self, key: str) -> str:
        layer = self._algorithm.parameterAsVectorLayer(self._parameters, key, self._context)
        if layer is None or not layer.isValid():
            return tr("{input} could not be read: choose a layer that is there.").format(
                input=self._label(key)
            )
        return (
            self._fields(key, layer)
            or self._kind(key, layer)
            or self._crs(key, layer)
            or self._chosen(key, layer)
        )

    def _fields(self, key: str, layer: QgsVectorLayer) -> str:
        names = {name.lower() for name in layer.fields().names()}
        missing = [name for name in _NEEDED.get(key, ()) if name not in names]
        if not missing:
            return ""
        return tr(
            "{input} is no {output} of an analysis, for it has no field {fields}: choose the "
            "output {output} of “Blank-spot analysis”."
        ).format(input=self._label(key), output=_OUTPUTS.get(key, key), fields=", ".join(missing))

    def _kind(self, key: str, layer: QgsVectorLayer) -> str:
        kinds = QgsWkbTypes.GeometryType
        due = {key: kinds.PolygonGeometry for key in _POLYGONS}
        due.update({key: kinds.PointGeometry for key in _POINTS})
        if key not in due or layer.geometryType() == due[key]:
            return ""
        words = tr("points") if key in _POINTS else tr("polygons")
        return tr("{input} must be a layer of {wanted}: choose another.").format(
            input=self._label(key), wanted=words
        )

    def _crs(self, key: str, layer: QgsVectorLayer) -> str:
        if not layer.isSpatial() or layer.crs().isValid():
            return ""
        return tr(
            "{input} has no coordinate reference system: set it in the layer's properties."
        ).format(input=self._label(key))

    def _chosen(self, key: str, layer: QgsVectorLayer) -> str:
        chosen = _CHOSEN.get(key, "")
        name = self._parameters.get(chosen)
        if not name or layer.fields().lookupField(str(name)) >= 0:
            return ""
        return tr("{input}: there is no field “{field}”; the layer has {fields}.").format(
            input=self._label(chosen), field=name, fields=", ".join(layer.fields().names())
        )

    def _map_layers(self) -> str:
        given = self._parameters.get("MAP_LAYERS") or []
        for item in given if isinstance(given, (list, tuple)) else [given]:
            if not layers_given(item, self._context):
                return tr("{input} could not be read: choose a layer that is there.").format(
                    input=f"{self._label('MAP_LAYERS')}, {item}"
                )
        return ""

    def _files(self) -> str:
        if not self._algorithm.parameterAsEnums(self._parameters, "FORMATS", self._context):
            return tr("{input}: choose at least one file to write.").format(
                input=self._label("FORMATS")
            )
        label, folder = self._label("NAME"), self._label("OUTPUT")
        name = self._algorithm.parameterAsString(self._parameters, "NAME", self._context)
        return wrong_name(name, label, folder) or wrong_folder(
            self._parameters.get("OUTPUT"), folder
        )

    def _empty(self, key: str) -> bool:
        return self._parameters.get(key) in (None, "", [])

    def _label(self, key: str) -> str:
        return f"{self._algorithm.parameterDefinition(key).description()} ({key})"
