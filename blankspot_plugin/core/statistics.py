# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of villages, and how the count of blank ones changes with the definition.

The shell measures (areas, settlements, people, points, each in covered, weak and blank);
here measures become statuses, a table and a summary.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from . import definitions
from .arrays import Floats, Ints
from .definitions import AREA, CENTRE, DISTANCE, POPULATION, SETTLEMENT, Rule
from .population import People

# Shares of a village smaller than this are rounding of the overlay, not ground.
_ROUNDING = 1e-9


@dataclass
class Measures:
    """What was measured in n villages; None where the input was not given.

    Attributes
    ----------
    total : (n,) float
        Area in km2; NaN for a village without a geometry.
    excluded : (n,) float, optional
        Excluded area in km2.
    land, land_wifi : (n, 3) float
        Covered, weak, blank km2 of what is not excluded, without and with Wi-Fi counted.
    wifi_km2 : (n,) float, optional
        Area within reach of Wi-Fi, km2.
    settlement, settlement_wifi : (n, 3) float, optional
        Settlement area by class, km2.
    people : People, optional
    facilities : (n, 3) int, optional
        Facilities by class.
    centre, centre_wifi : (n,) int, optional
        Class of the village centre, UNKNOWN without one.
    near : (n,) float, optional
        Distance to the nearest cellular site, metres on the ground.
    near_from : list of str or None
        Where from: centre, settlement or surface.
    sites, operators, wifi_points, wifi_active : (n,) float, optional
        Counts; NaN where unknown.
    net : list of str or None
        How the Wi-Fi programme stands.
    """

    total: Floats
    land: Floats
    land_wifi: Floats
    excluded: Floats | None = None
    wifi_km2: Floats | None = None
    settlement: Floats | None = None
    settlement_wifi: Floats | None = None
    people: People | None = None
    facilities: Floats | None = None
    centre: Ints | None = None
    centre_wifi: Ints | None = None
    near: Floats | None = None
    near_from: Sequence[str | None] | None = None
    sites: Floats | None = None
    operators: Floats | None = None
    wifi_points: Floats | None = None
    wifi_active: Floats | None = None
    net: Sequence[str | None] | None = None


def allowed(measures: Measures) -> list[str]:
    """Return the definitions the measures allow."""
    return definitions.possible(
        settlement=measures.settlement is not None,
        population=measures.people is not None,
        centre=measures.centre is not None,
        distance=measures.near is not None,
    )


def status(measures: Measures, definition: str, rule: Rule, wifi: bool) -> Ints:
    """Return the class of each village under one definition.

    Parameters
    ----------
    measures
        Holding what the definition needs (see :func:`allowed`).
    definition
        Any but auto.
    rule
        The thresholds.
    wifi
        Whether Wi-Fi counts. A distance to the nearest site does not change with it.

    Raises
    ------
    ValueError
        If the measures don't hold what the definition needs: no other stands in for it.
    """
    if definition == CENTRE and measures.centre is not None:
        codes = measures.centre_wifi if wifi else measures.centre
        return codes if codes is not None else measures.centre
    if definition == DISTANCE and measures.near is not None:
        return definitions.by_distance(measures.near, rule)
    shares: Floats | None = None
    if definition == AREA:
        shares = measures.land_wifi if wifi else measures.land
    elif definition == SETTLEMENT:
        shares = measures.settlement_wifi if wifi else measures.settlement
    elif definition == POPULATION and measures.people is not None:
        shares = measures.people.by_class_wifi if wifi else measures.people.by_class
    if shares is None:
        raise ValueError(definition)
    return definitions.by_share(shares, rule)


def summary(measures: Measures, rule: Rule) -> list[dict[str, object]]:
    """Return a row for each definition, with and without Wi-Fi where there is Wi-Fi."""
    rows: list[dict[str, object]] = []
    for definition in allowed(measures):
        for wifi in (False, True) if measures.wifi_km2 is not None else (False,):
            codes = status(measures, definition, rule, wifi)
            rows.append(
                {"definition": definition, "wifi_counts": int(wifi), **definitions.counts(codes)}
            )
    return rows


TEXT, WHOLE, REAL = "text", "whole", "real"

# Name and kind of every column; at most 10 characters, so that a shapefile keeps them.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("code", TEXT), ("name", TEXT),
    ("area_km2", REAL), ("excl_km2", REAL),
    ("cov_km2", REAL), ("weak_km2", REAL), ("blank_km2", REAL),
    ("cov_pct", REAL), ("weak_pct", REAL), ("blank_pct", REAL),
    ("wifi_km2", REAL), ("wifi_pct", REAL),
    ("set_km2", REAL), ("set_cov", REAL), ("set_weak", REAL), ("set_blank", REAL),
    ("set_pct", REAL),
    ("pop", REAL), ("pop_cov", REAL), ("pop_weak", REAL), ("pop_blank", REAL),
    ("pop_basis", TEXT),
    ("fac", WHOLE), ("fac_cov", WHOLE), ("fac_weak", WHOLE), ("fac_blank", WHOLE),
    ("ctr_class", TEXT), ("near_m", REAL), ("near_from", TEXT),
    ("sites", WHOLE), ("operators", WHOLE), ("wifi", WHOLE), ("wifi_act", WHOLE),
    ("net_stat", TEXT), ("cell_stat", TEXT), ("status", TEXT),
)  # fmt: skip

SUMMARY_COLUMNS: tuple[tuple[str, str], ...] = (
    ("definition", TEXT), ("wifi_counts", WHOLE),
    ("covered", WHOLE), ("weak", WHOLE), ("blank", WHOLE), ("unknown", WHOLE),
)  # fmt: skip


def _percent(part: Floats, whole: Floats) -> Floats:
    share: Floats = np.where(whole > 0, 100 * part / np.where(whole > 0, whole, 1.0), np.nan)
    return share


def table(
    codes: Sequence[str],
    names: Sequence[str],
    measures: Measures,
    cell_status: Ints,
    final_status: Ints,
) -> list[list[object]]:
    """Return the rows of the table, in the order of COLUMNS; None where nothing is known.

    Parameters
    ----------
    codes, names
        Of the n villages; '' where there is none.
    measures
        Their measures.
    cell_status, final_status : (n,) int
        Class by cellular coverage, and with Wi-Fi where it counts.
    """
    count = len(codes)
    empty = np.full(count, np.nan)
    nothing = np.full((count, 3), np.nan)
    land = measures.land
    usable = land.sum(axis=1)
    settled = nothing if measures.settlement is None else measures.settlement
    people, facilities = measures.people, measures.facilities
    by_class = nothing if people is None else people.by_class
    placed = nothing if facilities is None else facilities

    def given(values: Floats | None) -> Floats:
        return empty if values is None else values

    def words(values: Sequence[str | None] | None) -> list[str | None]:
        return [None] * count if values is None else list(values)

    def classes(values: Ints | None) -> list[str | None]:
        if values is None:
            return [None] * count
        return [definitions.class_name(int(code)) for code in values]

    columns: dict[str, Sequence[object] | Floats] = {
        "code": [code or None for code in codes],
        "name": [name or None for name in names],
        "area_km2": measures.total,
        "excl_km2": given(measures.excluded),
        "wifi_km2": given(measures.wifi_km2),
        "wifi_pct": _percent(given(measures.wifi_km2), usable),
        "set_km2": settled.sum(axis=1),
        "set_pct": _percent(settled[:, 0], settled.sum(axis=1)),
        "pop": empty if people is None else people.total,
        "pop_basis": words(None if people is None else people.basis),
        "fac": placed.sum(axis=1),
        "ctr_class": classes(measures.centre),
        "near_m": given(measures.near),
        "near_from": words(measures.near_from),
        "sites": given(measures.sites),
        "operators": given(measures.operators),
        "wifi": given(measures.wifi_points),
        "wifi_act": given(measures.wifi_active),
        "net_stat": words(measures.net),
        "cell_stat": classes(cell_status),
        "status": classes(final_status),
    }
    for place, short in enumerate(("cov", "weak", "blank")):
        columns[f"{short}_km2"] = land[:, place]
        columns[f"{short}_pct"] = _percent(land[:, place], usable)
        columns[f"set_{short}"] = settled[:, place]
        columns[f"pop_{short}"] = by_class[:, place]
        columns[f"fac_{short}"] = placed[:, place]
    return [[_cell(columns[name][row], kind) for name, kind in COLUMNS] for row in range(count)]


def _cell(value: object, kind: str) -> object:
    if kind == TEXT or value is None:
        return value
    number = float(value)  # type: ignore[arg-type]
    if math.isnan(number):
        return None
    return int(number) if kind == WHOLE else number


def no_specks(parts: Floats, total: Floats) -> Floats:
    """Return areas with those set to zero that are nothing but rounding of their total."""
    cleaned: Floats = np.where(parts < total * _ROUNDING, 0.0, parts)
    return cleaned


def without_rounding(parts: Floats, total: Floats) -> Floats:
    """Return areas by class, (n, 3), cleared of what rounding left, adding up to `total`.

    The overlay leaves specks of some 1e-12 of a village where there is nothing; they go to
    the largest class, and blank is the rest.
    """
    cleaned = no_specks(parts, total[:, None])
    largest = cleaned.argmax(axis=1)
    rows = np.arange(len(total))
    cleaned[rows, largest] += total - cleaned.sum(axis=1)
    return cleaned
