# SPDX-License-Identifier: GPL-2.0-or-later
"""Sites as they stand in the field: in towns, along the roads between them, a few anywhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

SHORTEST, LONGEST = 100.0, 5000.0
_IN_TOWNS, _ALONG_ROADS = 0.5, 0.42
_ROADS_A_TOWN = 2


@dataclass(frozen=True)
class Sites:
    """Sites and their radii.

    Attributes
    ----------
    xy : (n, 2) float
        Map metres, centred on the origin.
    radius : (n,) float
        Metres on the ground.
    """

    xy: np.ndarray
    radius: np.ndarray


def place(count: int, towns: int, width: float, height: float, seed: int) -> Sites:
    """Return sites in a region centred on the origin."""
    rng = np.random.default_rng(seed)
    size = np.array([width, height])
    town = rng.uniform(-0.48, 0.48, (towns, 2)) * size
    weight = rng.pareto(1.2, towns) + 0.3
    weight = np.minimum(weight, 20 * np.median(weight))
    kind = rng.uniform(size=count)
    urban = kind < _IN_TOWNS
    rural = (kind >= _IN_TOWNS) & (kind < _IN_TOWNS + _ALONG_ROADS)
    xy = rng.uniform(-0.5, 0.5, (count, 2)) * size
    home = rng.choice(towns, urban.sum(), p=weight / weight.sum())
    spread = 900.0 * np.sqrt(weight[home] / np.median(weight))
    xy[urban] = town[home] + rng.normal(size=(urban.sum(), 2)) * spread[:, None]
    xy[rural] = _along_roads(town, int(rural.sum()), rng)
    np.clip(xy, -size / 2, size / 2, out=xy)
    # Dense towns have small cells, the open country large ones.
    low = np.where(urban, SHORTEST, 6 * SHORTEST)
    high = np.where(urban, 0.5 * LONGEST, LONGEST)
    radius = low * (high / low) ** rng.uniform(size=count)
    return Sites(np.round(xy, 2), np.round(radius))


def _along_roads(town: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    apart = np.hypot(*(town[:, None] - town[None, :]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    start = np.repeat(np.arange(len(town)), _ROADS_A_TOWN)
    end = np.argsort(apart, axis=1)[:, :_ROADS_A_TOWN].ravel()
    length = apart[start, end]
    road = rng.choice(len(start), count, p=length / length.sum())
    share = rng.uniform(size=(count, 1))
    step = town[end[road]] - town[start[road]]
    # Every road has its own bends.
    bend = rng.normal(size=(len(start), 3))[road] * 0.06
    across = (bend * np.sin(np.pi * share * np.arange(1, 4))).sum(axis=1, keepdims=True)
    normal = np.stack([-step[:, 1], step[:, 0]], axis=1)
    xy: np.ndarray = town[start[road]] + share * step + across * normal
    return xy + rng.normal(size=(count, 2)) * 150.0
