# SPDX-License-Identifier: GPL-2.0-or-later
"""What a regency consists of, and its fixed numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sample.roads import Path

Place = tuple[float, float]

# The seats of the ten kecamatan: the first is the regency's town.
SEATS: tuple[Place, ...] = (
    (116.235, -1.655),
    (116.330, -1.345),
    (116.400, -1.150),
    (116.120, -1.170),
    (116.080, -1.480),
    (115.850, -1.600),
    (116.060, -1.850),
    (116.360, -1.905),
    (116.430, -2.190),
    (116.020, -2.150),
)
VILLAGES = 144
KELURAHAN = 5


@dataclass
class Village:
    """A village of the regency.

    Attributes
    ----------
    index : int
        Its label on the grid, from 1.
    office : tuple of float
        Place of the village office.
    kecamatan : int
        Position of its kecamatan, from 0.
    code, name, kind : str
        As in the table of areas.
    population, households : int
        Official figures.
    """

    index: int
    office: Place
    kecamatan: int = 0
    code: str = ""
    name: str = ""
    kind: str = "desa"
    population: int = 0
    households: int = 0


@dataclass
class Regency:
    """The regency on the grid.

    Attributes
    ----------
    label : numpy.ndarray
        Village labels on DOMAIN; 145 and 146 are the neighbours; 0 is outside.
    villages : list of Village
        In the order of their codes.
    kecamatan_names : list of str
        Names of the ten kecamatan.
    main_roads, other_roads : list
        Paths on the road grid.
    road_km : numpy.ndarray
        Distance to these roads on DOMAIN.
    """

    label: np.ndarray
    villages: list[Village]
    kecamatan_names: list[str]
    main_roads: list[Path]
    other_roads: list[Path]
    road_km: np.ndarray
