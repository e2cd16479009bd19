# SPDX-License-Identifier: GPL-2.0-or-later
"""Write proposed sites, the curve of coverage, and the paragraph about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer, QgsWkbTypes

from ..bridge import fields
from ..core.codes import code_text
from ..core.dms import latitude_text, longitude_text
from ..core.siting_problem import EXACT
from ..i18n import number_text, tr
from .siting_parameters import SitingKeys as Own
from .siting_run import Proposed
from .writing import Row, Writer

ROLE = "proposals"
# Percent that a solver leaves open where it says that it is done.
_TOLERANCE = 1e-6

_COLUMNS = (
    ("rank", fields.WHOLE), ("name", fields.TEXT), ("cand_code", fields.TEXT),
    ("code", fields.TEXT), ("village", fields.TEXT), ("type", fields.TEXT),
    ("ground", fields.TEXT), ("radius_m", fields.REAL), ("cost", fields.REAL),
    ("gain", fields.REAL), ("cum_gain", fields.REAL), ("cum_cost", fields.REAL),
    ("cost_per", fields.REAL), ("cov_pct", fields.REAL), ("villages", fields.WHOLE),
    ("served", fields.TEXT), ("outside", fields.REAL), ("near_m", fields.REAL),
    ("elev_m", fields.REAL), ("lon", fields.REAL), ("lat", fields.REAL),
    ("lon_dms", fields.TEXT), ("lat_dms", fields.TEXT),
)  # fmt: skip

_CURVE = (
    ("sites", fields.WHOLE), ("name", fields.TEXT), ("gain", fields.REAL),
    ("covered", fields.REAL), ("cov_pct", fields.REAL), ("cum_cost", fields.REAL),
    ("proposed", fields.WHOLE),
)  # fmt: skip


def look(layer: QgsVectorLayer) -> None:
    """Give proposal points their style, where the list of roles has one for them."""
    from ..cartography.roles import ROLES
    from ..cartography.styling import style_layer

    if any(role.id == ROLE for role in ROLES):
        style_layer(layer, ROLE)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _per(cost: float, gain: float) -> float | None:
    return _known(cost / gain) if gain > 0 else None


def _called(proposed: Proposed, index: int) -> str:
    areas = proposed.task.survey.areas
    return areas.names[index] or areas.codes[index]


def _cell(proposed: Proposed, field: str, option: int) -> str | None:
    cells = proposed.task.places.points.columns.get(field)
    return None if cells is None else code_text(cells[proposed.task.options.place[option]]) or None


def _name(proposed: Proposed, option: int) -> str | None:
    """What a candidate is called, else the village it stands in."""
    home = int(proposed.task.village[proposed.task.options.place[option]])
    return _cell(proposed, proposed.name_field, option) or _called(proposed, home) or None


def write_sites(writer: Writer, key: str, proposed: Proposed) -> None:
    """Write the sites, the best first."""
    crs = proposed.task.survey.areas.crs
    kind = QgsWkbTypes.Type.Point
    writer.write(key, fields.fields(_COLUMNS), kind, crs, _sites(proposed), look)


def _sites(proposed: Proposed) -> Iterator[Row]:
    task, solution = proposed.task, proposed.solution
    areas, places = task.survey.areas, task.places
    on_map = places.on_map(task.survey.plane)
    cum_gain, cum_cost = np.cumsum(solution.gain), np.cumsum(proposed.cost)
    for at, option in enumerate(solution.chosen):
        place = int(task.options.place[option])
        home, kind = int(task.village[place]), task.options.kind[option]
        lon, lat = float(places.points.lon[place]), float(places.points.lat[place])
        served = [_called(proposed, index) for index in proposed.served[at]]
        cells = {
            "rank": at + 1,
            "name": _name(proposed, int(option)),
            "cand_code": _cell(proposed, proposed.code_field, int(option)),
            "code": areas.codes[home] or None,
            "village": areas.names[home] or None,
            "type": kind.name,
            "ground": places.origin[place],
            "radius_m": kind.radius,
            "cost": _known(proposed.cost[at]),
            "gain": float(solution.gain[at]),
            "cum_gain": float(cum_gain[at]),
            "cum_cost": _known(cum_cost[at]),
            "cost_per": _per(proposed.cost[at], float(solution.gain[at])),
            "cov_pct": 100 * (proposed.before + float(cum_gain[at])) / proposed.total,
            "villages": len(served),
            "served": ", ".join(served) or None,
            "outside": float(proposed.outside[at]),
            "near_m": _known(proposed.near[at]),
            "elev_m": _known(proposed.height[at]),
            "lon": lon,
            "lat": lat,
            "lon_dms": longitude_text(lon),
            "lat_dms": latitude_text(lat),
        }
        yield [cells[name] for name, _ in _COLUMNS], _point(on_map[place])


def _point(xy: np.ndarray) -> QgsGeometry:
    return QgsGeometry.fromPointXY(QgsPointXY(float(xy[0]), float(xy[1])))


def write_curve(writer: Writer, key: str, proposed: Proposed) -> None:
    """Write how much is covered by the number of sites, and what the next would bring."""
    kind = QgsWkbTypes.Type.NoGeometry
    crs = proposed.task.survey.areas.crs
    writer.write(key, fields.fields(_CURVE), kind, crs, _curve(proposed), None)


def _curve(proposed: Proposed) -> Iterator[Row]:
    covered, cost = proposed.before, 0.0
    yield (0, None, None, covered, 100 * covered / proposed.total, 0.0, 1), None
    number = 0
    for chosen, solution in ((1, proposed.solution), (0, proposed.later)):
        for option, gain in zip(solution.chosen, solution.gain):
            number += 1
            covered += float(gain)
            cost += float(proposed.task.options.cost[option])
            cells = (
                number, _name(proposed, int(option)), float(gain), covered,
                100 * covered / proposed.total, _known(cost), chosen,
            )  # fmt: skip
            yield cells, None


def numbers(proposed: Proposed) -> dict[str, Any]:
    """Return the headline numbers."""
    gained = proposed.solution.value
    villages = {index for served in proposed.served for index in served}
    return {
        Own.N_PROPOSED: len(proposed.solution.chosen),
        Own.GAIN: gained,
        Own.COST: _known(float(np.sum(proposed.cost))),
        Own.BEFORE_PCT: 100 * proposed.before / proposed.total,
        Own.AFTER_PCT: 100 * (proposed.before + gained) / proposed.total,
        Own.BOUND: bound(proposed),
        Own.GAP_PCT: gap_percent(proposed),
        Own.N_VILLAGES: len(villages),
    }


def _reached(proposed: Proposed) -> float:
    """Return what the bound bounds: what is gained, or with the second aim the cost."""
    if proposed.choices.method != "cover":
        return proposed.solution.value
    priced = not np.isnan(proposed.task.options.cost).any()
    return float(np.sum(proposed.cost)) if priced else float(len(proposed.solution.chosen))


def bound(proposed: Proposed) -> float:
    """Return what no solution beats; a solver's bound may miss what it found by a rounding."""
    best = min if proposed.choices.method == "cover" else max
    return best(proposed.solution.bound, _reached(proposed))


def gap_percent(proposed: Proposed) -> float:
    """Return by how much, in percent, the optimum may be better at most."""
    reached, limit = _reached(proposed), bound(proposed)
    gap = 100 * abs(limit - reached) / max(limit, reached)
    # Less is the solver's own tolerance.
    return gap if gap > _TOLERANCE else 0.0


def said(proposed: Proposed) -> str:
    """Return the one paragraph for the log and the layer's abstract."""
    told, solution = numbers(proposed), proposed.solution
    things = {
        "people": tr("people"),
        "settlement": tr("km² of settlements"),
        "facilities": tr("facilities"),
    }[proposed.choices.demand]
    decimals = 2 if proposed.choices.demand == "settlement" else 0
    text = tr(
        "{n} sites proposed: {gain} more {things} covered, from {before} % to {after} % of "
        "{total}; {villages} villages served."
    ).format(
        n=told[Own.N_PROPOSED],
        gain=number_text(told[Own.GAIN], decimals),
        things=things,
        before=number_text(told[Own.BEFORE_PCT], 1),
        after=number_text(told[Own.AFTER_PCT], 1),
        total=number_text(proposed.total, decimals),
        villages=told[Own.N_VILLAGES],
    )
    if told[Own.COST] is not None:
        text += " " + tr("Cost: Rp{cost}.").format(cost=number_text(told[Own.COST], 0))
    how = tr("exact solver") if solution.solver == EXACT else tr("greedy")
    text += " " + tr("Solved by {how}: the best there is can be better by {gap} % at most.").format(
        how=how, gap=number_text(told[Own.GAP_PCT], 2)
    )
    return (
        text
        + " "
        + tr(
            "Predicted by circles of the table of types; prices are the table's, the ones it comes "
            "with were quoted in 2021."
        )
    )
