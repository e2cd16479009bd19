# SPDX-License-Identifier: GPL-2.0-or-later
"""How are a village's people shared out over covered, weak and blank ground?

The official table says how many; rasters, points and settlements only say where. Whole
people are shared by the method of the largest remainder (Hamilton), so that the parts of
a village, and the villages of the regency, add up to the table to the person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats

RASTER, POINTS, SETTLEMENT, AREA = "raster", "points", "settlement", "area"


def share_out(total: float, weights: Floats) -> Floats:
    """Share a whole number over weights, in whole numbers that add up to it.

    Parameters
    ----------
    total
        People, a whole number.
    weights : (n,) float
        Not negative, not all zero. Ties go to the first.

    Returns
    -------
    (n,) float
        Whole numbers.
    """
    exact = weights / weights.sum() * total
    whole: Floats = np.floor(exact)
    left = int(round(total - whole.sum()))
    order = np.argsort(whole - exact, kind="stable")
    whole[order[:left]] += 1
    return whole


@dataclass(frozen=True)
class People:
    """People of n villages; NaN where nothing is known.

    Attributes
    ----------
    total : (n,) float
        All people.
    by_class : (n, 3) float
        Covered, weak, blank; each row adds up to the total. NaN where the table knows the
        people and no source knows where they are.
    by_class_wifi : (n, 3) float
        The same with Wi-Fi counted.
    basis : list of str or None
        ``table+raster``, ``table+points``, ``table+settlement``, ``table+area``,
        ``raster`` or ``points``.
    """

    total: Floats
    by_class: Floats
    by_class_wifi: Floats
    basis: list[str | None]


@dataclass(frozen=True)
class Weights:
    """One source of weights: (n, 3) per village and class, without and with Wi-Fi."""

    kind: str
    by_class: Floats
    by_class_wifi: Floats


def people(count: int, table: Floats | None, sources: Sequence[Weights]) -> People:
    """Share the people of every village out over the classes.

    Parameters
    ----------
    count
        Number of villages, n.
    table : (n,) float, optional
        Official population; NaN where the table has none: such a village stays unknown.
    sources
        Best first. The first one with any weight in a village serves it; without a table,
        only a raster or points count, and their sums are the people.
    """
    total = np.full(count, np.nan)
    parts = np.full((count, 3), np.nan)
    parts_wifi = np.full((count, 3), np.nan)
    basis: list[str | None] = [None] * count
    for index in range(count):
        if table is None:
            counted = [source for source in sources if source.kind in (RASTER, POINTS)]
            if counted:
                parts[index] = counted[0].by_class[index]
                parts_wifi[index] = counted[0].by_class_wifi[index]
                total[index] = parts[index].sum()
                basis[index] = counted[0].kind
            continue
        total[index] = table[index]
        weighted = [source for source in sources if source.by_class[index].sum() > 0]
        if np.isnan(table[index]) or not weighted:
            continue
        parts[index] = share_out(table[index], weighted[0].by_class[index])
        parts_wifi[index] = share_out(table[index], weighted[0].by_class_wifi[index])
        basis[index] = f"table+{weighted[0].kind}"
    return People(total, parts, parts_wifi, basis)
