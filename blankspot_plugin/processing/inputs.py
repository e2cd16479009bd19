# SPDX-License-Identifier: GPL-2.0-or-later
"""Read the inputs of a call through bridge, and say in the log what happened to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..bridge.plane import WorkingPlane
from ..bridge.provenance import layers_given, sources_of
from ..bridge.read import Areas, Notes, Points, Polygons, read_areas, read_points, read_polygons
from ..bridge.sites import PlacedSites
from ..bridge.survey import Declared, Survey, declared_coverage
from ..core import technologies
from ..core.errors import CellNegative, CellNotANumber, FilterLeavesNothing, NothingUsable
from ..core.reach import SiteReach, site_reach
from ..core.technologies import Reach, parse_number
from ..i18n import number_text, tr
from .parameters import Keys, radii_cells

Parameters = dict[str, Any]
# Overlaps below 100 m2 in all are the coordinates' last digits.
_SHARED_KM2 = 1e-4


def _number(field: str, cell: object) -> float | None:
    try:
        return None if cell != cell else parse_number(cell)
    except (TypeError, ValueError):
        raise CellNotANumber(field, cell) from None


@dataclass
class Sites:
    """Sites as they were read, with their reach on the ground in metres."""

    points: Points
    reach: SiteReach


class Inputs:
    """Reads the layers of one call; remembers what was read for the manifest.

    Parameters
    ----------
    algorithm, parameters, context, feedback
        The call.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self._algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self.notes: dict[str, Notes] = {}

    def given(self, key: str) -> bool:
        """Tell whether a parameter was given."""
        return self.parameters.get(key) not in (None, "", [])

    def has(self, key: str) -> bool:
        """Tell whether a layer was given and holds anything; an empty one means none."""
        if not self.given(key):
            return False
        source = self._source(key)
        if source is None or source.featureCount() != 0:
            return True
        self.feedback.pushInfo(
            tr("{layer}: empty, so there are none.").format(
                layer=self._algorithm.parameterDefinition(key).description()
            )
        )
        return False

    def text(self, key: str) -> str:
        """Return a field or another text, '' where it was not given."""
        return str(self.parameters[key]) if self.given(key) else ""

    def number(self, key: str) -> float:
        """Return a number."""
        return float(self._algorithm.parameterAsDouble(self.parameters, key, self.context))

    def whole(self, key: str) -> int:
        """Return a whole number."""
        return int(self._algorithm.parameterAsInt(self.parameters, key, self.context))

    def flag(self, key: str) -> bool:
        """Return a yes or no."""
        return bool(self._algorithm.parameterAsBool(self.parameters, key, self.context))

    def _source(self, key: str) -> Any:
        return self._algorithm.parameterAsSource(self.parameters, key, self.context)

    def field_names(self, key: str) -> list[str]:
        """Return the names of a layer's fields."""
        return list(self._source(key).fields().names())

    def noted(self, key: str, notes: Notes) -> None:
        """Remember what happened to a layer, and where it came from."""
        layers = layers_given(self.parameters.get(key), self.context)
        notes.sources = tuple(source.as_dict() for source in sources_of(layers))
        self.notes[key] = notes

    def _took(self, key: str, notes: Notes) -> None:
        """Remember and log what happened to a layer."""
        self.noted(key, notes)
        label = self._algorithm.parameterDefinition(key).description()
        said = [tr("{layer}: {n} features read").format(layer=label, n=notes.read)]
        if notes.repaired:
            said.append(tr("{n} invalid geometries repaired").format(n=notes.repaired))
        if notes.without_geometry:
            said.append(tr("{n} without a geometry").format(n=notes.without_geometry))
        if notes.unusable:
            said.append(tr("{n} with an unusable coordinate left out").format(n=notes.unusable))
        say = self.feedback.pushWarning if len(said) > 1 else self.feedback.pushInfo
        say(", ".join(said) + ".")

    def areas(self) -> Areas:
        """Return the areas."""
        areas = read_areas(
            self._source(Keys.AREAS),
            self.text(Keys.CODE_FIELD),
            self.text(Keys.NAME_FIELD),
            self.feedback.isCanceled,
        )
        if areas.merged:
            self.feedback.pushWarning(
                tr("{n} areas with a code seen before were dissolved into the first.").format(
                    n=areas.merged
                )
            )
        return areas

    def survey(self, start: float, end: float) -> Survey:
        """Return a survey of the areas; its measuring moves the progress from start to end."""
        areas = self.areas()
        survey = Survey(
            areas,
            self.context.transformContext(),
            self.feedback.isCanceled,
            lambda share: self.feedback.setProgress(start + (end - start) * share),
        )
        self._took(Keys.AREAS, areas.notes)
        shared = survey.overlap_km2()
        if shared > _SHARED_KM2:
            self.feedback.pushWarning(
                tr("Areas overlap one another by {km2} km², counted in each of them.").format(
                    km2=number_text(shared, 3)
                )
            )
        return survey

    def points(self, key: str, columns: list[str], expression: str = "") -> Points:
        """Return the points of a layer with some of its fields."""
        source = self._source(key)
        variables = self._algorithm.createExpressionContext(self.parameters, self.context, source)
        points = read_points(
            source,
            [name for name in dict.fromkeys(columns) if name],
            self.context.transformContext(),
            self.feedback.isCanceled,
            expression,
            variables,
        )
        self._took(key, points.notes)
        if expression and not points.notes.read:
            self.feedback.pushWarning(
                tr("{layer}: the filter leaves none: {filter}").format(
                    layer=self._algorithm.parameterDefinition(key).description(), filter=expression
                )
            )
        return points

    def sites(self, key: str, extra: tuple[str, ...] = ()) -> Sites:
        """Return sites with their reach.

        Parameters
        ----------
        key
            The parameter of the layer.
        extra
            Keys of fields wanted besides those that settle the reach.

        Raises
        ------
        BadRadius
        """
        fields = {
            name: self.text(name)
            for name in (
                Keys.TECHNOLOGY_FIELD, Keys.RADIUS_FIELD, Keys.WEAK_FIELD,
                Keys.AZIMUTH_FIELD, Keys.BEAMWIDTH_FIELD, *extra,
            )
        }  # fmt: skip
        points = self.points(key, list(fields.values()), self.text(Keys.FILTER))

        def cells(name: str) -> list[object] | None:
            return points.columns[fields[name]] if fields[name] else None

        radius = self.number(Keys.RADIUS) if Keys.RADIUS in self._keys() else 3500.0
        reach = site_reach(
            len(points),
            points.names,
            radius,
            self.radii(),
            cells(Keys.TECHNOLOGY_FIELD),
            cells(Keys.RADIUS_FIELD),
            cells(Keys.WEAK_FIELD),
        )
        if reach.unknown:
            self.feedback.pushWarning(
                tr("{n} sites with an unknown technology take the general radius: {words}.").format(
                    n=sum(reach.unknown.values()),
                    words=", ".join(f"{word} ({n})" for word, n in reach.unknown.most_common(10)),
                )
            )
        return Sites(points, reach)

    def _keys(self) -> list[str]:
        return [part.name() for part in self._algorithm.parameterDefinitions()]

    def radii(self) -> dict[str, Reach]:
        """Return the radii table, the officer's laid over the defaults."""
        if Keys.RADII not in self._keys():
            return dict(technologies.DEFAULT_RADII)
        return technologies.radii_table(radii_cells(self._algorithm, self.parameters, self.context))

    def place(self, key: str, sites: Sites, plane: WorkingPlane) -> PlacedSites:
        """Return sites in the plane; those it has no image for are logged."""
        placed = PlacedSites(
            sites.points, plane, self.text(Keys.AZIMUTH_FIELD), self.text(Keys.BEAMWIDTH_FIELD)
        )
        if placed.lost:
            self.feedback.pushWarning(
                tr("{layer}: {n} too far away to matter, left out.").format(
                    layer=self._algorithm.parameterDefinition(key).description(), n=placed.lost
                )
            )
        return placed

    def polygons(self, key: str, plane: WorkingPlane) -> Polygons:
        """Return the polygons of a layer on the map."""
        source = self._source(key)
        polygons = read_polygons(
            source, [], plane.onto_map(source.sourceCrs()), self.feedback.isCanceled
        )
        self._took(key, polygons.notes)
        return polygons

    def coverage(self, plane: WorkingPlane) -> Declared:
        """Return the polygons of the coverage layers, by tier and class."""
        layers = []
        together = Notes()
        for layer in self._algorithm.parameterAsLayerList(
            self.parameters, Keys.COVERAGE, self.context
        ):
            names = {name.lower(): name for name in layer.fields().names()}
            wanted = {word: names[word] for word in ("class", "tier") if word in names}
            read = read_polygons(
                layer,
                list(wanted.values()),
                plane.onto_map(layer.crs()),
                self.feedback.isCanceled,
            )
            read.columns = {word: read.columns[name] for word, name in wanted.items()}
            layers.append(read)
            together.read += read.notes.read
            together.repaired += read.notes.repaired
            together.without_geometry += read.notes.without_geometry
            together.digest += read.notes.digest
        self._took(Keys.COVERAGE, together)
        declared = declared_coverage(layers)
        if declared.odd_words:
            self.feedback.pushWarning(
                tr(
                    "{n} coverage polygons whose class is neither covered, weak nor blank were "
                    "taken as covered."
                ).format(n=declared.odd_words)
            )
        return declared

    def population(self) -> QgsRasterLayer | QgsVectorLayer | None:
        """Return the population layer, whichever kind it is."""
        if not self.given(Keys.POPULATION):
            return None
        return self._algorithm.parameterAsLayer(self.parameters, Keys.POPULATION, self.context)

    def population_points(self) -> tuple[Points, np.ndarray]:
        """Return population points and the people on each; empty cells are nobody."""
        name = self.text(Keys.POPULATION_FIELD)
        points = read_points(
            self.population(),
            [name],
            self.context.transformContext(),
            self.feedback.isCanceled,
        )
        self._took(Keys.POPULATION, points.notes)
        people = np.array([_number(name, cell) or 0.0 for cell in points.columns[name]])
        return points, np.maximum(people, 0.0)

    def official_population(self, areas: Areas) -> np.ndarray:
        """Return the official population of each area, NaN where the table has none.

        Several rows of one code that say the same are one statement; else they add up.
        """
        table = np.full(len(areas), np.nan)
        missing = 0
        name = self.text(Keys.POP_FIELD)
        for index, cells in enumerate(areas.column(name)):
            numbers = (_number(name, cell) for cell in cells)
            known = [number for number in numbers if number is not None]
            if any(number < 0 for number in known):
                raise CellNegative(name, min(known))
            if not known:
                missing += 1
                continue
            table[index] = round(known[0] if len(set(known)) == 1 else sum(known))
        if missing:
            self.feedback.pushWarning(
                tr("{n} areas have no official population: their people stay unknown.").format(
                    n=missing
                )
            )
        return table

    def must_have(self, key: str, count: int) -> None:
        """Refuse an only source of coverage that has nothing usable."""
        if count == 0 and self.text(Keys.FILTER):
            raise FilterLeavesNothing(self.text(Keys.FILTER))
        if count == 0:
            raise NothingUsable(self._algorithm.parameterDefinition(key).description())
