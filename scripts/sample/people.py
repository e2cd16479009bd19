# SPDX-License-Identifier: GPL-2.0-or-later
"""Names, codes and official population of the villages."""

from __future__ import annotations

import numpy as np

from sample.grid import DOMAIN, km
from sample.model import KELURAHAN, SEATS, VILLAGES, Village
from sample.names import COASTAL, PREFIX, invented
from sample.noise import stream
from sample.terrain import Terrain


def give_names(villages: list[Village], terrain: Terrain) -> list[str]:
    """Give names and codes, and return the names of the kecamatan.

    As in real regencies, some kelurahan bear their kecamatan's name.
    """
    kecamatan = invented("kecamatan", len(SEATS))
    plain = [n for n in invented("villages", VILLAGES + 20) if n not in kecamatan]
    rng = stream("prefix")
    for village, name in zip(villages, plain):
        coastal = DOMAIN.sample(terrain.sea_km, *village.office) < 6
        choice = COASTAL if coastal else PREFIX
        village.name = choice[int(rng.random() * len(choice))] + name
    largest = sorted(range(len(SEATS)), key=lambda i: -villages[i].population)[: KELURAHAN - 1]
    town = [v for v in villages[len(SEATS) :] if v.kecamatan == 0]
    second = max(town, key=lambda v: v.population)
    for village in [villages[i] for i in largest] + [second]:
        village.kind = "kelurahan"
    for i in largest:
        villages[i].name = kecamatan[i]
    for i in range(len(SEATS)):
        counts = {"desa": 2000, "kelurahan": 1000}
        for village in villages:
            if village.kecamatan == i:
                counts[village.kind] += 1
                village.code = f"99.01.{i + 1:02d}.{counts[village.kind]}"
    return kecamatan


def give_people(villages: list[Village], label: np.ndarray, total: int) -> None:
    """Give every village its official population and households."""
    rng = stream("people")
    cells = np.bincount(label.ravel(), minlength=VILLAGES + 1)
    raw = []
    for village in villages:
        near = min(km(village.office, SEATS[0]) / 9.0, 3.0)
        seat = 2.3 if village.index <= len(SEATS) else 1.0
        town = 1.7 if village.index == 1 else 1.0
        size = (cells[village.index] * DOMAIN.cell_km2) ** 0.12
        luck = 0.6 + 0.9 * rng.random() ** 2
        raw.append(seat * town * luck * size * (0.75 + 2.1 * np.exp(-near)))
    scale = total / sum(raw)
    for village, share in zip(villages, raw):
        village.population = int(share * scale)
    villages[0].population += total - sum(v.population for v in villages)
    for village in villages:
        village.households = round(village.population / (3.3 + 0.7 * rng.random()))
