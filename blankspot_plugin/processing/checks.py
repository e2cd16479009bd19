# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks before a run: each returns one sentence with the input and the remedy, or ''."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import number_text, tr
from .parameters import POINTS, POLYGONS, Keys, radii_cells

Parameters = dict[str, Any]

_OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


class Checks:
    """Checks of one call of an algorithm; the first sentence found stands.

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
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._sources: dict[str, QgsProcessingFeatureSource | None] = {}
        self.sentence = ""

    def _read(self, key: str) -> QgsProcessingFeatureSource | None:
        """Return a layer, opened once however many checks ask for it."""
        if key not in self._sources:
            self._sources[key] = self._algorithm.parameterAsSource(
                self._parameters, key, self._context
            )
        return self._sources[key]

    def _say(self, text: str) -> None:
        self.sentence = self.sentence or text

    def _label(self, key: str) -> str:
        return f"{self._algorithm.parameterDefinition(key).description()} ({key})"

    def given(self, key: str) -> bool:
        """Tell whether a parameter was given at all."""
        value = self._parameters.get(key)
        return value is not None and value != "" and value != []

    def _there(self, key: str) -> bool:
        """Tell whether a layer was given; one that is due and was not is said."""
        if self.given(key):
            return True
        if not self._algorithm.parameterDefinition(key).flags() & _OPTIONAL:
            self._say(tr("{input} is missing: choose a layer.").format(input=self._label(key)))
        return False

    def layer(
        self, key: str, kind: int, may_be_empty: bool = True, field_keys: Sequence[str] = ()
    ) -> None:
        """Check a vector layer: it loads, has a CRS, holds what is due, and has the fields."""
        if not self._there(key):
            return
        source = self._read(key)
        if source is None:
            self._say(self._not_there(key))
            return
        self._source(key, source, kind, may_be_empty)
        for field_key in field_keys:
            self._field(field_key, source)

    def layers(self, key: str, kind: int) -> None:
        """Check several vector layers at once, as :meth:`layer` does one."""
        if not self._there(key):
            return
        layers = self._algorithm.parameterAsLayerList(self._parameters, key, self._context)
        if not layers:
            self._say(self._not_there(key))
        for layer in layers:
            self.map_layer(key, layer, kind)

    def map_layer(self, key: str, layer: QgsMapLayer, kind: int) -> None:
        """Check a layer that was loaded already; a raster only has to know where it lies."""
        if isinstance(layer, QgsVectorLayer):
            self._source(key, layer, kind, may_be_empty=True, name=layer.name())
        elif not layer.crs().isValid():
            self._say(self._no_crs(f"{self._label(key)}, “{layer.name()}”"))

    def _not_there(self, key: str) -> str:
        return tr("{input} could not be read: choose a layer that is there.").format(
            input=self._label(key)
        )

    def _no_crs(self, name: str) -> str:
        return tr(
            "{input} has no coordinate reference system: set it in the layer's properties."
        ).format(input=name)

    def _source(self, key: str, source: Any, kind: int, may_be_empty: bool, name: str = "") -> None:
        label = f"{self._label(key)}, “{name}”" if name else self._label(key)
        wanted = {
            POINTS: QgsWkbTypes.GeometryType.PointGeometry,
            POLYGONS: QgsWkbTypes.GeometryType.PolygonGeometry,
        }[kind]
        found = QgsWkbTypes.geometryType(source.wkbType())
        if found != wanted:
            words = tr("points") if kind == POINTS else tr("polygons")
            self._say(
                tr(
                    "{input} holds {found}, but {wanted} are due: choose a layer of {wanted}."
                ).format(input=label, found=_holds(found), wanted=words)
            )
        elif not source.sourceCrs().isValid():
            self._say(self._no_crs(label))
        elif not may_be_empty and source.featureCount() == 0:
            self._say(
                tr("{input} has no features: choose a layer that has some.").format(input=label)
            )

    def _field(self, key: str, source: QgsFeatureSource) -> None:
        name = self._parameters.get(key)
        if name and source.fields().lookupField(name) < 0:
            self._no_field(key, name, source)

    def _no_field(self, key: str, name: str, source: QgsFeatureSource) -> None:
        self._say(
            tr("{input}: there is no field “{field}”; the layer has {fields}.").format(
                input=self._label(key), field=name, fields=", ".join(source.fields().names())
            )
        )

    def number(self, key: str, low: float, high: float = math.inf) -> None:
        """Check that a number is one, and lies in its range."""
        if key not in self._parameters or self._parameters[key] is None:
            return
        value = self._parameters[key]
        number = self._algorithm.parameterAsDouble(self._parameters, key, self._context)
        if isinstance(value, str) and not _is_number(value):
            number = math.nan
        if math.isnan(number) or math.isinf(number):
            self._say(
                tr("{input}: “{value}” is not a number.").format(
                    input=self._label(key), value=value
                )
            )
        elif not low <= number <= high:
            self._say(
                tr("{input}: {value} is out of range; give {range}.").format(
                    input=self._label(key), value=value, range=_range(low, high)
                )
            )

    def expression(self, key: str, layer_key: str) -> None:
        """Check that an expression can be read, and speaks of fields that are there."""
        text = str(self._parameters.get(key) or "")
        if not text or not self.given(layer_key):
            return
        source = self._read(layer_key)
        if source is None:
            return
        expression = QgsExpression(text)
        variables = self._algorithm.createExpressionContext(self._parameters, self._context, source)
        variables.setFields(source.fields())
        if expression.hasParserError() or not expression.prepare(variables):
            reason = expression.parserErrorString() or expression.evalErrorString()
            self._say(
                tr("{input} is no valid expression: {reason}").format(
                    input=self._label(key), reason=" ".join(reason.split())
                )
            )
            return
        every = QgsFeatureRequest.ALL_ATTRIBUTES
        for name in sorted(set(expression.referencedColumns()) - {every}):
            if source.fields().lookupField(name) < 0:
                self._no_field(key, name, source)

    def one_of(self, keys: Iterable[str]) -> None:
        """Check that at least one of the inputs was given."""
        names = list(keys)
        if not any(self.given(key) for key in names):
            self._say(
                tr("Nothing covers anything: give at least one of {inputs}.").format(
                    inputs=", ".join(self._label(key) for key in names)
                )
            )

    def some_feature(self, layer_keys: Sequence[str], list_keys: Sequence[str]) -> None:
        """Check that of all sources of coverage given at least one has a feature."""
        keys = [key for key in (*layer_keys, *list_keys) if self.given(key)]
        counts = []
        for key in keys:
            if key in list_keys:
                layers = self._algorithm.parameterAsLayerList(self._parameters, key, self._context)
                counts += [layer.featureCount() for layer in layers]
            else:
                source = self._read(key)
                counts += [] if source is None else [source.featureCount()]
        if counts and not any(counts):
            self._say(
                tr("{input} has no features, so nothing covers anything: choose a layer that "
                   "has some.").format(input=", ".join(self._label(key) for key in keys))
            )  # fmt: skip

    def radii(self, key: str) -> None:
        """Check the radii table."""
        if not self.given(key):
            return
        from ..core.errors import BadRadius
        from ..core.technologies import radii_table
        from .messages import sentence

        try:
            radii_table(radii_cells(self._algorithm, self._parameters, self._context))
        except BadRadius as error:
            self._say(f"{self._label(key)}: {sentence(error)}")

    def sites(self, key: str, may_be_empty: bool) -> None:
        """Check sites and all that settles their reach."""
        self.layer(
            key, POINTS, may_be_empty,
            (Keys.TECHNOLOGY_FIELD, Keys.RADIUS_FIELD, Keys.WEAK_FIELD,
             Keys.AZIMUTH_FIELD, Keys.BEAMWIDTH_FIELD, Keys.GROUP_FIELD),
        )  # fmt: skip
        self.together(Keys.AZIMUTH_FIELD, Keys.BEAMWIDTH_FIELD)
        self.radii(Keys.RADII)
        self.number(Keys.RADIUS, 0)
        self.number(Keys.SEGMENTS, 4, 360)
        self.expression(Keys.FILTER, key)

    def villages(self) -> None:
        """Check the areas and all they are judged by."""
        self.layer(Keys.AREAS, POLYGONS, False, (Keys.CODE_FIELD, Keys.NAME_FIELD, Keys.POP_FIELD))
        self.layer(Keys.EXCLUDE, POLYGONS)
        self.layer(Keys.SETTLEMENTS, POLYGONS)
        self.layer(Keys.FACILITIES, POINTS)
        self.layer(Keys.CENTRES, POINTS, field_keys=(Keys.CENTRES_CODE_FIELD,))
        self.layer(Keys.WIFI, POINTS, field_keys=(Keys.STATUS_FIELD,))
        self.population()
        self.number(Keys.COVERED_FROM, 0, 100)
        self.number(Keys.BLANK_FROM, 0, 100)
        self.number(Keys.MAX_DISTANCE, 0)

    def population(self) -> None:
        """Check the population, a raster or points with a field."""
        if not self.given(Keys.POPULATION):
            return
        layer = self._algorithm.parameterAsLayer(self._parameters, Keys.POPULATION, self._context)
        if layer is None:
            self._say(self._not_there(Keys.POPULATION))
            return
        self.map_layer(Keys.POPULATION, layer, POINTS)
        if isinstance(layer, QgsVectorLayer):
            if not self.given(Keys.POPULATION_FIELD):
                self._say(
                    tr("{input} is needed to know how many people live at each point.").format(
                        input=self._label(Keys.POPULATION_FIELD)
                    )
                )
            self._field(Keys.POPULATION_FIELD, layer)

    def definition(self, name: str) -> None:
        """Check that a definition has what it rests on."""
        needed = {
            "settlement": (Keys.SETTLEMENTS,),
            "population": (Keys.POPULATION, Keys.POP_FIELD),
            "centre": (Keys.CENTRES,),
            "distance": (Keys.SITES,),
        }
        if name in needed:
            self.needs(name, needed[name])

    def together(self, key: str, other: str) -> None:
        """Check that two parameters that need each other both were given."""
        for have, lack in ((key, other), (other, key)):
            if self.given(have) and not self.given(lack):
                self._say(
                    tr("{input} needs {other} as well: give both or none.").format(
                        input=self._label(have), other=self._label(lack)
                    )
                )

    def needs(self, what: str, keys: Sequence[str]) -> None:
        """Check that a choice has one of the inputs it rests on, and that it is not empty."""
        if not any(self._holds(key) for key in keys):
            self._say(
                tr(
                    "The definition “{definition}” needs {input}: give it, or choose another."
                ).format(definition=what, input=" / ".join(self._label(key) for key in keys))
            )

    def _holds(self, key: str) -> bool:
        if not self.given(key) or not isinstance(
            self._algorithm.parameterDefinition(key), QgsProcessingParameterFeatureSource
        ):
            return self.given(key)
        source = self._read(key)
        return source is not None and source.featureCount() != 0


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _range(low: float, high: float) -> str:
    if math.isinf(high):
        return tr("{low} or more").format(low=number_text(low))
    return tr("{low} to {high}").format(low=number_text(low), high=number_text(high))


def _holds(found: QgsWkbTypes.GeometryType) -> str:
    kinds = {
        QgsWkbTypes.GeometryType.PointGeometry: tr("points"),
        QgsWkbTypes.GeometryType.LineGeometry: tr("lines"),
        QgsWkbTypes.GeometryType.PolygonGeometry: tr("polygons"),
    }
    return kinds.get(found, tr("no geometry"))
