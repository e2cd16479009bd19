# SPDX-License-Identifier: GPL-2.0-or-later
"""From settlements and gaps to proposal points, with all that is known about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

from ..bridge import settlement_parts as cut
from ..bridge.demand import of_points
from ..bridge.heights import heights_at
from ..bridge.nearest import nearest
from ..bridge.operators import operator_names
from ..bridge.plane import WorkingPlane, lonlat_crs, transform_points
from ..bridge.read import Points
from ..bridge.regions import Region
from ..bridge.settlement_parts import SettlementPart
from ..core.arrays import Floats
from ..core.codes import code_text
from ..core.dms import latitude_text, longitude_text
from ..core.errors import CellNotANumber
from ..core.proposals import COLUMNS, in_order, year_of
from ..core.technologies import parse_number
from .parameters import Keys
from .proposal_ground import Ground, read_ground
from .proposal_keys import ProposalKeys as Own
from .siting_inputs import DecisionInputs


@dataclass(frozen=True)
class Found:
    """Proposal points.

    Attributes
    ----------
    rows
        By rank; cells by the names of ``core.proposals.COLUMNS``.
    on_map
        Where each is, in `crs`.
    dropped
        Settlement parts left out as too small.
    """

    rows: list[dict[str, object]]
    on_map: list[QgsPointXY]
    crs: QgsCoordinateReferenceSystem
    dropped: int


@dataclass
class _Parts:
    """The parts kept, and where the point of each is."""

    parts: list[SettlementPart]
    classes: list[str]
    on_map: list[QgsPointXY]
    lon: Floats
    lat: Floats

    def __len__(self) -> int:
        return len(self.parts)

    def xy(self) -> Floats:
        """Where the points are on the map, (n, 2)."""
        return np.array([(p.x(), p.y()) for p in self.on_map]).reshape(-1, 2)


def find_points(inputs: DecisionInputs) -> Found:
    """Return the points, ranked.

    Raises
    ------
    BlankSpotError
    """
    ground = read_ground(inputs)
    plane = ground.survey.plane
    names = [inputs.text(Own.LOCALITY_FIELD), inputs.text(Own.HOUSEHOLDS_FIELD)]
    settlements = inputs.polygons_with(Keys.SETTLEMENTS, plane, names)
    parts = cut.settlement_parts(
        settlements.geometries, ground.gaps, plane, inputs.feedback.isCanceled
    )
    least = inputs.number(Keys.MIN_AREA) / 1e6
    kept = _placed([part for part in parts if part.area_km2 >= least], least, plane)
    inputs.feedback.setProgress(75)
    columns: dict[str, Sequence[object]] = {
        **_named(kept, ground, settlements.columns.get(names[0])),
        **_people(inputs, kept, ground, settlements.columns.get(names[1])),
        **_served(inputs, kept, ground),
        **_where(inputs, kept, plane),
        **_earlier(inputs, kept, plane),
        "_at": range(len(kept)),
    }
    nothing = [None] * len(kept)
    rows = [
        {name: columns.get(name, nothing)[at] for name in (*dict(COLUMNS), "_at")}
        for at in range(len(kept))
    ]
    ordered = in_order(rows)
    on_map = [kept.on_map[int(str(row["_at"]))] for row in ordered]
    return Found(ordered, on_map, ground.survey.areas.crs, len(parts) - len(kept))


def _placed(parts: list[SettlementPart], least: float, plane: WorkingPlane) -> _Parts:
    classes = [part.name(least) for part in parts]
    # Where neither class is large enough by itself, whatever there is.
    pieces = [
        part.pieces.get(name) or [one for those in part.pieces.values() for one in those]
        for part, name in zip(parts, classes)
    ]
    points = [cut.middle(those, plane) for those in pieces]
    x, y = np.array([(p.x(), p.y()) for p in points]).reshape(-1, 2).T
    back = QgsCoordinateTransform(plane.map_crs, lonlat_crs(), plane.context)
    lon, lat = transform_points(x, y, back)
    return _Parts(parts, classes, points, lon, lat)


def _known(values: Floats) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]


def _named(
    kept: _Parts, ground: Ground, localities: list[object] | None
) -> dict[str, Sequence[object]]:
    homes = [ground.homes[part.village] for part in kept.parts]
    named = localities or {}
    return {
        "locality": [code_text(named[part.feature]) or None if localities else None
                     for part in kept.parts],
        "code": [home.code or None for home in homes],
        "name": [home.name or None for home in homes],
        "kec_code": [home.kec_code or None for home in homes],
        "kec_name": [home.kec_name or None for home in homes],
        "class": kept.classes,
        "area_km2": [part.area_km2 for part in kept.parts],
    }  # fmt: skip


def _people(
    inputs: DecisionInputs, kept: _Parts, ground: Ground, households: list[object] | None
) -> dict[str, Sequence[object]]:
    made: dict[str, Sequence[object]] = {}
    if households is not None:
        field = inputs.text(Own.HOUSEHOLDS_FIELD)
        made["households"] = [_share(field, households[part.feature], part) for part in kept.parts]
    shapes = [part.geometry() for part in kept.parts]
    if ground.people is not None:
        people = cut.weight_within(shapes, ground.people.xy, ground.people.weight)
        made["people"] = [float(number) for number in np.rint(people)]
        made["pop_basis"] = [ground.people.basis] * len(kept)
    if inputs.given(Keys.FACILITIES):
        points = inputs.points(Keys.FACILITIES, [])
        xy, _ = of_points(points, np.ones(len(points)), ground.survey.plane)
        # What stands in the covered half of a settlement is no part of the proposal.
        in_gaps = cut.in_any([gap.geometry for gap in ground.gaps], xy)
        metres = inputs.number(Own.FACILITY_DISTANCE)
        made["facilities"] = cut.count_near(
            shapes, xy[in_gaps], metres, ground.survey.plane
        ).tolist()
    return made


def _share(field: str, cell: object, part: SettlementPart) -> float | None:
    """Return the households of a part: evenly over the settlement's ground, in whole ones."""
    try:
        number = parse_number(cell)
    except (TypeError, ValueError):
        raise CellNotANumber(field, cell) from None
    if number is None or part.whole_km2 <= 0:
        return None
    return float(round(number * min(1.0, part.area_km2 / part.whole_km2)))


def _served(inputs: DecisionInputs, kept: _Parts, ground: Ground) -> dict[str, Sequence[object]]:
    """Return the nearest cellular site of each point, and the operators that reach it."""
    sites, placed = ground.sites, ground.placed
    if sites is None or placed is None:
        return {}
    cellular = np.flatnonzero(~sites.reach.wifi)
    points = sites.points
    metres, which = nearest(
        ground.survey.plane, kept.lon, kept.lat, points.lon[cellular], points.lat[cellular]
    )
    made: dict[str, Sequence[object]] = {"near_m": _known(metres)}
    names = points.columns.get(inputs.text(Own.SITE_NAME_FIELD))
    if names is not None:
        made["near_site"] = [
            None if at < 0 else code_text(names[cellular[at]]) or None for at in which
        ]
    cells = points.columns.get(inputs.text(Keys.OPERATOR_FIELD))
    if cells is not None:
        reaching = _operators(kept, ground, cells)
        made["operators"] = [len(each) for each in reaching]
        made["op_names"] = [", ".join(each) or None for each in reaching]
    return made


def _operators(kept: _Parts, ground: Ground, cells: list[object]) -> list[list[str]]:
    """Return the operators whose discs, weak ring included, hold each point."""
    sites, placed = ground.sites, ground.placed
    assert sites is not None and placed is not None
    of: dict[str, list[int]] = {}
    called: dict[str, str] = {}
    for at in np.flatnonzero(~sites.reach.wifi):
        for name in operator_names(cells[at]):
            of.setdefault(name, []).append(int(at))
            called.setdefault(name, _as_written(cells[at], name))
    found: list[list[str]] = [[] for _ in range(len(kept))]
    for name in sorted(of):
        which = np.zeros(len(sites.points), dtype=bool)
        which[of[name]] = True
        region = Region(ground.survey.plane, placed.discs(sites.reach.outer, which))
        for at in np.flatnonzero(region.holds_points(kept.xy())):
            found[at].append(called[name])
    return found


def _as_written(cell: object, name: str) -> str:
    text = str(cell)
    at = text.casefold().find(name)
    return text[at : at + len(name)] if at >= 0 else name


def _where(
    inputs: DecisionInputs, kept: _Parts, plane: WorkingPlane
) -> dict[str, Sequence[object]]:
    made: dict[str, Sequence[object]] = {
        "lon": kept.lon.tolist(),
        "lat": kept.lat.tolist(),
        "lon_dms": [longitude_text(float(degrees)) for degrees in kept.lon],
        "lat_dms": [latitude_text(float(degrees)) for degrees in kept.lat],
    }
    raster = inputs.raster(Own.DEM)
    if raster is not None:
        made["elev_m"] = _known(heights_at(raster, kept.lon, kept.lat, plane))
    return made


def _earlier(
    inputs: DecisionInputs, kept: _Parts, plane: WorkingPlane
) -> dict[str, Sequence[object]]:
    """Return the year each point was proposed in before, and how far away that was."""
    if not inputs.has(Own.PROPOSALS):
        return {}
    name = inputs.text(Own.YEAR_FIELD)
    earlier: Points = inputs.points(Own.PROPOSALS, [name])
    metres, which = nearest(plane, kept.lon, kept.lat, earlier.lon, earlier.lat)
    years = [year_of(cell) for cell in earlier.columns.get(name, [None] * len(earlier))]
    near = metres <= inputs.number(Own.TOLERANCE)
    return {
        "proposed": [years[at] if close else None for at, close in zip(which, near)],
        "prop_m": [float(away) if close else None for away, close in zip(metres, near)],
    }
