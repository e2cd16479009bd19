# SPDX-License-Identifier: GPL-2.0-or-later
"""The villages measured with all sites, without each neighbour's, and with each one's alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsGeometry, QgsRasterLayer, QgsVectorLayer

from ..bridge.border import (
    ELSEWHERE,
    OWN,
    Border,
    Reached,
    extent_of,
    homes,
    itself,
    people_reached,
)
from ..bridge.overlay import Tier
from ..bridge.raster import people_points
from ..bridge.read import Areas, onto_map, read_areas
from ..bridge.records import Records, read_records
from ..bridge.regions import Region
from ..bridge.sites import PlacedSites
from ..bridge.survey import Survey
from ..bridge.tally import Extras
from ..core import border
from ..core.arrays import Bools, Floats, Ints
from ..core.border import BorderRow, Scenario
from ..core.definitions import Rule
from ..i18n import number_text, tr
from . import villages
from .inputs import Sites
from .neighbours import NeighboursAlgorithm as Key
from .parameters import Keys
from .tabled import TableInputs


@dataclass
class Across:
    """What was found.

    Attributes
    ----------
    rule
        The definition that statuses rest on.
    areas, neighbours
        The villages and the neighbours.
    sites, home, away
        The sites, where each stands (see ``bridge.border``), and how far from the areas, in
        metres; infinity out of reach.
    within : (n,) bool
        Sites that are the regency's own or reach it.
    rows
        Villages and neighbours.
    everything, own
        The villages with all sites, and without those of any neighbour.
    records
        The sites as they came.
    proposals, reached
        Proposed sites as they came and whom they reach; None without them or without people.
    """

    rule: Rule
    areas: Areas
    neighbours: Areas
    sites: Sites
    home: Ints
    away: Floats
    within: Bools
    rows: list[BorderRow]
    everything: Scenario
    own: Scenario
    records: Records
    proposals: Records | None = None
    reached: Reached | None = None


def across_the_border(inputs: TableInputs, definition: str) -> Across:
    """Read everything, and measure each scenario."""
    rule, possible = villages.rule_of(inputs, definition)
    survey = inputs.survey(10, 90)
    sites = inputs.sites(Keys.SITES)
    extras = villages.lay_evidence(inputs, survey, possible)
    placed = inputs.place(Keys.SITES, sites, survey.plane)
    survey.add_placed("sites", placed)
    extras.sites = placed
    neighbours, shapes = _neighbours(inputs, survey)
    home = homes(survey.plane.to_map(placed.xy), survey.villages, shapes)
    edge = Border(survey.villages, survey.plane)
    away = np.where(home == OWN, 0.0, edge.metres_to(placed, sites.reach.outer))
    within = (home == OWN) | np.isfinite(away)
    _tell_far(inputs, within, home)
    scenarios = _Scenarios(inputs, survey, extras, sites, placed, rule, possible)
    everything = scenarios.measure(within)
    # Most neighbours of a province's list have no tower near; what they cover is known.
    near = [bool((within & (home == place)).any()) for place in range(len(neighbours))]
    without = [
        scenarios.measure(within & (home != place)) if there else everything
        for place, there in enumerate(near)
    ]
    alone = [
        scenarios.measure(within & (home == place)) if there else everything.nothing()
        for place, there in enumerate(near)
    ]
    own = everything if not any(near) else scenarios.measure(within & (home < 0))
    rows = border.border_rows(everything, without, alone, edge.touching(shapes))
    found = Across(
        rule, survey.areas, neighbours, sites, home, away, within, rows, everything, own,
        _as_they_came(inputs, Keys.SITES),
    )  # fmt: skip
    if inputs.has(Key.PROPOSALS):
        scenarios.lay(within)
        _reach_of_proposals(inputs, survey, shapes, found)
    return found


def _neighbours(inputs: TableInputs, survey: Survey) -> tuple[Areas, list[QgsGeometry]]:
    source = inputs.source_of(Key.NEIGHBOURS)
    code, name = inputs.text(Key.NEIGHBOUR_CODE_FIELD), inputs.text(Key.NEIGHBOUR_NAME_FIELD)
    neighbours = read_areas(source, code, name, inputs.feedback.isCanceled)
    shapes = onto_map(
        neighbours.geometries, survey.plane.onto_map(neighbours.crs), neighbours.notes
    )
    inputs.noted(Key.NEIGHBOURS, neighbours.notes)
    for place in itself(shapes, survey.villages):
        # A list of all regencies holds the one it is about, too.
        shapes[place] = QgsGeometry()
        inputs.feedback.pushInfo(
            tr("“{name}” lies where the areas do: it is no neighbour.").format(
                name=neighbours.names[place] or neighbours.codes[place]
            )
        )
    return neighbours, shapes


def _tell_far(inputs: TableInputs, within: Bools, home: Ints) -> None:
    if not within.all():
        inputs.feedback.pushInfo(
            tr("{n} sites outside the areas reach none of them and were left out.").format(
                n=number_text(int((~within).sum()))
            )
        )
    stray = int((within & (home == ELSEWHERE)).sum())
    if stray:
        inputs.feedback.pushWarning(
            tr(
                "{n} sites reach the areas from ground that is neither theirs nor any "
                "neighbour's: they count for coverage and belong to nobody."
            ).format(n=number_text(stray))
        )


@dataclass
class _Scenarios:
    """One survey, measured with different sites."""

    inputs: TableInputs
    survey: Survey
    extras: Extras
    sites: Sites
    placed: PlacedSites
    rule: Rule
    possible: list[str]

    def lay(self, which: Bools) -> None:
        """Let some of the sites cover, and no others."""
        reach = self.sites.reach
        self.survey.cellular = Tier.none(self.survey.plane)
        self.survey.wifi_tier = Tier.none(self.survey.plane)
        cellular = which & ~reach.wifi
        some = replace(
            reach,
            covered=np.where(cellular, reach.covered, 0.0),
            weak=np.where(cellular, reach.weak, 0.0),
        )
        self.survey.add_reach(self.placed, some, self.inputs.whole(Keys.SEGMENTS))
        self.extras.site_is_cellular = cellular

    def measure(self, which: Bools) -> Scenario:
        """Return what the villages have with some of the sites."""
        self.lay(which)
        judged = villages.judge(
            self.inputs, self.survey, self.extras, self.rule, False, self.possible
        )
        land, people = judged.measures.land, judged.measures.people
        nobody = np.full(len(land), np.nan)
        return Scenario(
            covered=land[:, 0], weak=land[:, 1], blank=land[:, 2],
            people=nobody if people is None else np.asarray(people.by_class[:, 0], dtype=float),
            status=judged.cell_status,
        )  # fmt: skip


def _as_they_came(inputs: TableInputs, key: str) -> Records:
    return read_records(inputs.source_of(key), {}, None, inputs.feedback.isCanceled)


def _reach_of_proposals(
    inputs: TableInputs, survey: Survey, shapes: list[QgsGeometry], found: Across
) -> None:
    found.proposals = _as_they_came(inputs, Key.PROPOSALS)
    people = _people(inputs, survey, shapes)
    if people is None:
        inputs.feedback.pushWarning(
            tr("Without a population layer nobody knows whom the proposed sites would reach.")
        )
        return
    points = inputs.points(Key.PROPOSALS, [])
    regions = (
        Region(survey.plane, polygons=[one for one in survey.villages if not one.isEmpty()]),
        [Region(survey.plane, polygons=[shape]) for shape in shapes],
    )
    made = people_reached(
        PlacedSites(points, survey.plane), inputs.number(Key.PROPOSAL_RADIUS), people, regions,
        survey.cellular.covered, inputs.feedback.isCanceled,
    )  # fmt: skip
    found.reached = _by_row(made, points.names, found.proposals)


def _people(
    inputs: TableInputs, survey: Survey, shapes: list[QgsGeometry]
) -> tuple[Floats, Floats] | None:
    """Return where people live, here and across, by the population layer."""
    layer = inputs.population()
    if isinstance(layer, QgsRasterLayer):
        extent = extent_of([*survey.villages, *shapes])
        x, y, people = people_points(layer, survey.plane, extent, inputs.feedback.isCanceled)
        return np.stack([x, y], axis=1), people
    if isinstance(layer, QgsVectorLayer):
        people_set = survey.sets["people"]
        return people_set.xy, people_set.weight
    return None


def _by_row(made: Reached, names: list[str], records: Records) -> Reached:
    """Return what was reached for each row; one without a usable place reaches NaN."""
    at = {name: place for place, name in enumerate(names)}
    places = [at.get(str(row), -1) for row in records.ids]

    def rows(values: Floats) -> Floats:
        picked = np.full((len(places), *values.shape[1:]), np.nan)
        there = [row for row, place in enumerate(places) if place >= 0]
        picked[there] = values[[places[row] for row in there]]
        return picked

    return Reached(rows(made.own), rows(made.own_new), rows(made.across), rows(made.across_new))
