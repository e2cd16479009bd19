# SPDX-License-Identifier: GPL-2.0-or-later
"""Read what ``proposesites`` decides on: demand, places to build on, and what may be built."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRasterLayer,
)

from ..bridge import candidate_sites, demand
from ..bridge.candidate_sites import Options, Places
from ..bridge.plane import WorkingPlane
from ..bridge.read import Points, Polygons, read_polygons
from ..bridge.settled import settled_points
from ..bridge.survey import Survey
from ..core.arrays import Floats
from ..core.codes import code_text, normalised_code
from ..core.errors import CellNegative, CellNotANumber, DuplicateCodes
from ..core.reach import SiteReach
from ..core.site_types import SiteType, named_types, parse_price, site_types
from ..i18n import number_text, tr
from .inputs import Inputs
from .parameters import Keys
from .siting_parameters import SitingKeys as Own


def flat_cells(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    key: str,
) -> list[Any]:
    """Return the cells of a table parameter, flat, however its rows were given."""
    given = parameters.get(key)
    rows = given if isinstance(given, (list, tuple)) else []
    if any(isinstance(row, (list, tuple)) for row in rows):
        return [cell for row in rows if isinstance(row, (list, tuple)) for cell in row]
    return list(algorithm.parameterAsMatrix(parameters, key, context))


class DecisionInputs(Inputs):
    """Reads besides what others read a DEM, tables, and polygons with their fields."""

    def raster(self, key: str) -> QgsRasterLayer | None:
        """Return a raster, None where it was not given."""
        if not self.given(key):
            return None
        return self._algorithm.parameterAsRasterLayer(self.parameters, key, self.context)

    def survey(self, start: float, end: float) -> Survey:
        """Return a survey of the areas; codes that stand in several rows are named."""
        survey = super().survey(start, end)
        twice = [
            f"{code} ({len(rows)})"
            for code, rows in zip(survey.areas.codes, survey.areas.rows)
            if len(rows) > 1
        ]
        if twice:
            self.feedback.pushWarning(
                tr("Codes in more than one row of the areas, and in how many: {codes}.").format(
                    codes=", ".join(twice)
                )
            )
        return survey

    def source(self, key: str) -> QgsProcessingFeatureSource:
        """Return a layer as it came."""
        return self._source(key)

    def types(self) -> dict[str, SiteType]:
        """Return the table of types.

        Raises
        ------
        BadSiteType
        """
        return site_types(self.cells(Own.TYPES))

    def cells(self, key: str) -> list[Any]:
        """Return the cells of a table, flat."""
        return flat_cells(self._algorithm, self.parameters, self.context, key)

    def polygons_with(self, key: str, plane: WorkingPlane, columns: list[str]) -> Polygons:
        """Return the polygons of a layer on the map, with some of its fields."""
        source = self._source(key)
        wanted = [name for name in dict.fromkeys(columns) if name]
        polygons = read_polygons(
            source, wanted, plane.onto_map(source.sourceCrs()), self.feedback.isCanceled
        )
        self._took(key, polygons.notes)
        return polygons


@dataclass
class Existing:
    """The sites there are; the survey has their coverage."""

    points: Points
    cellular: np.ndarray


def existing(inputs: DecisionInputs, survey: Survey) -> Existing | None:
    """Lay existing sites and declared coverage over the villages; None without sites."""
    if inputs.given(Keys.COVERAGE):
        survey.add_declared(inputs.coverage(survey.plane))
    if not inputs.has(Keys.SITES):
        return None
    sites = inputs.sites(Keys.SITES)
    reach: SiteReach = sites.reach
    survey.add_reach(inputs.place(Keys.SITES, sites, survey.plane), reach, 32)
    return Existing(sites.points, ~reach.wifi)


def raw_demand(
    inputs: DecisionInputs, survey: Survey, kind: str, around: float
) -> tuple[Floats, Floats]:
    """Return where demand is, (n, 2) on the map, and its weights, sorted by place."""
    cancelled = inputs.feedback.isCanceled
    if kind == "facilities":
        points = inputs.points(Keys.FACILITIES, [])
        return demand.in_order(*demand.of_points(points, np.ones(len(points)), survey.plane))
    layer = inputs.population() if kind == "people" else None
    if isinstance(layer, QgsRasterLayer):
        return demand.in_order(*demand.of_raster(layer, survey, around, cancelled))
    if layer is not None:
        points, people = inputs.population_points()
        return demand.in_order(*demand.of_points(points, people, survey.plane))
    polygons = inputs.polygons(Keys.SETTLEMENTS, survey.plane)
    return demand.in_order(*settled_points(polygons.geometries, survey.plane, cancelled))


def official(inputs: DecisionInputs, survey: Survey, weight: Floats, village: Any) -> Floats:
    """Return the weights of people, shared out of the official table where there is one."""
    if not inputs.given(Keys.POP_FIELD):
        return weight
    table = inputs.official_population(survey.areas)
    shared, nowhere = demand.by_table(weight, village, table)
    if nowhere.any():
        inputs.feedback.pushWarning(
            tr(
                "{n} villages with {people} people have no place where these live: they are left "
                "out."
            ).format(n=int((nowhere > 0).sum()), people=number_text(nowhere.sum(), 0))
        )
    return shared


def read_places(
    inputs: DecisionInputs, survey: Survey, ground: str, xy: Floats, weight: Floats
) -> Places:
    """Return places that were given, or are found in the areas.

    Parameters
    ----------
    ground
        Where to look: settled, high or both.
    xy, weight : (n, 2), (n,) float
        Demand on the map.

    Raises
    ------
    Cancelled, DuplicateCodes
    """
    if inputs.given(Own.CANDIDATES):
        names = [
            inputs.text(key)
            for key in (Own.CANDIDATE_CODE, Own.CANDIDATE_NAME, Own.TYPE_FIELD, Own.COST_FIELD)
        ]
        points = inputs.points(Own.CANDIDATES, names)
        _one_code_a_row(points, inputs.text(Own.CANDIDATE_CODE))
        return candidate_sites.given(points)
    spacing = inputs.number(Own.SPACING)
    grounds = []
    if ground in ("settled", "both"):
        in_plane = survey.plane.from_map(xy)
        grounds.append(
            (candidate_sites.SETTLED, candidate_sites.settled_ground(in_plane, weight, spacing))
        )
    if ground in ("high", "both"):
        high = candidate_sites.highest_ground(
            inputs.raster(Own.DEM), survey, spacing, inputs.feedback.isCanceled
        )
        grounds.append((candidate_sites.HIGH, high))
    return candidate_sites.found(survey.plane, grounds)


def _one_code_a_row(points: Points, name: str) -> None:
    rows: dict[str, list[str]] = defaultdict(list)
    for number, cell in zip(points.names, points.columns.get(name, [])):
        if code_text(cell):
            rows[normalised_code(cell)].append(number)
    twice = {code: numbers for code, numbers in rows.items() if len(numbers) > 1}
    if twice:
        raise DuplicateCodes(name, twice)


def read_options(inputs: DecisionInputs, places: Places) -> Options:
    """Return what may be built at each place.

    Raises
    ------
    BadSiteType, CellNotANumber
    """
    table = inputs.types()
    usual = named_types(inputs.text(Own.TYPE) or "tower", table)
    columns = places.points.columns
    nothing: list[object] = [None] * len(places)
    kinds = columns.get(inputs.text(Own.TYPE_FIELD), nothing)
    prices = columns.get(inputs.text(Own.COST_FIELD), nothing)
    place: list[int] = []
    kind: list[SiteType] = []
    cost: list[float] = []
    for index, (cell, price) in enumerate(zip(kinds, prices)):
        own = _price(inputs.text(Own.COST_FIELD), price)
        for one in named_types(cell, table) or usual:
            place.append(index)
            kind.append(one)
            known = one.price if own is None else own
            cost.append(np.nan if known is None else known)
    return Options(np.array(place, dtype=np.int64), kind, np.array(cost, dtype=float))


def _price(field: str, cell: object) -> float | None:
    try:
        price = parse_price(cell)
    except (TypeError, ValueError):
        raise CellNotANumber(field, cell) from None
    if price is not None and price <= 0:
        raise CellNegative(field, price)
    return price
