# SPDX-License-Identifier: GPL-2.0-or-later
"""Village offices, facilities, public Wi-Fi and the villages' reports."""

from __future__ import annotations

from typing import Any

import numpy as np

from sample.grid import moved
from sample.model import SEATS, Place, Regency
from sample.noise import normal, stream
from sample.settlements import Settlement, spread_km

Row = tuple[Place, dict[str, Any]]
ACTIVE = 97
# What is left of 144 after the active ones; two cells are empty, as they come.
OTHER_STATUS = ("gangguan",) * 14 + ("terpasang",) * 12 + ("direncanakan",) * 19 + ("", None)


def centre_rows(regency: Regency) -> list[Row]:
    """List the village offices."""
    return [
        (
            v.office,
            {
                "code": v.code,
                "name": v.name,
                "kind": "kantor lurah" if v.kind == "kelurahan" else "kantor desa",
            },
        )
        for v in regency.villages
    ]


def _somewhere(settlement: Settlement, rng: np.random.Generator) -> Place:
    """Choose a place in or just beside a settlement."""
    size = 0.45 * spread_km(settlement)
    lon, lat = moved(settlement.centre, size * normal(rng), size * normal(rng))
    return round(lon, 6), round(lat, 6)


def facility_rows(regency: Regency, settlements: list[Settlement]) -> list[Row]:
    """Make schools, health posts, markets and offices."""
    rows: list[Row] = []
    counters: dict[str, int] = {}

    def add(
        settlement: Settlement, kind: str, title: str, numbered: bool, rng: np.random.Generator
    ) -> None:
        counters[title] = counters.get(title, 0) + 1
        name = f"{title} {counters[title]:03d}" if numbered else title
        rows.append(
            (
                _somewhere(settlement, rng),
                {
                    "fac_id": f"FC-{len(rows) + 1:03d}",
                    "kind": kind,
                    "name": f"{name} {settlement.village.name}",
                    "code": settlement.village.code,
                },
            )
        )

    for village in regency.villages:
        rng = stream(f"facilities/{village.index}")
        own = [s for s in settlements if s.village is village]
        main = own[0]
        seat = village.index <= len(SEATS)
        add(main, "sekolah", "SD Negeri Contoh", True, rng)
        for settlement in own[1:]:
            if settlement.people > 380 and rng.random() < 0.5:
                add(settlement, "sekolah", "SD Negeri Contoh", True, rng)
        if seat or rng.random() < 0.24:
            add(main, "sekolah", "SMP Negeri Contoh", True, rng)
        if seat or rng.random() < 0.03:
            add(main, "sekolah", "SMA Negeri Contoh", True, rng)
            add(main, "puskesmas", "Puskesmas", False, rng)
        elif rng.random() < 0.55:
            add(main, "pustu", "Puskesmas Pembantu", False, rng)
        if rng.random() < 0.5:
            add(own[int(rng.random() * len(own))], "posyandu", "Posyandu", False, rng)
        if seat or rng.random() < 0.1:
            add(main, "pasar", "Pasar", False, rng)
        if seat:
            add(main, "kantor camat", "Kantor Camat", False, rng)
    return rows


def wifi_rows(regency: Regency) -> list[Row]:
    """Put one public Wi-Fi point at every village office."""
    rng = stream("wifi")
    count = len(regency.villages)
    order = sorted(range(count), key=lambda i: rng.random())
    status: list[str | None] = ["aktif"] * count
    for position, value in zip(order[:-ACTIVE], OTHER_STATUS):
        status[position] = value
    rows: list[Row] = []
    for number, (village, state) in enumerate(zip(regency.villages, status), start=1):
        lon, lat = moved(village.office, 0.02 * normal(rng), 0.02 * normal(rng))
        draw = rng.random()
        near = sum(limit < draw for limit in (0.34, 0.52, 0.83))
        link = ("fibre", "radio", "starlink", "vsat")[near]
        if village.kind == "kelurahan":
            link = "fibre"
        speed = {"fibre": (50, 100), "radio": (20, 30), "starlink": (50, 100), "vsat": (10, 20)}
        province = rng.random() < 0.62
        year = 2023 if rng.random() < 0.35 else (2024 if rng.random() < 0.6 else 2025)
        month, day = int(1 + rng.random() * 10), int(1 + rng.random() * 28)
        rows.append(
            (
                (round(lon, 6), round(lat, 6)),
                {
                    "point_id": f"WF-{number:03d}",
                    "code": village.code,
                    "name": f"Wi-Fi Kantor {village.kind.title()} {village.name}",
                    "programme": (
                        "Program Provinsi Contoh" if province else "Internet Desa Contoh"
                    ),
                    "funder": "APBD Provinsi Contoh" if province else "APBD Kabupaten Contoh",
                    "link": link,
                    "bandwidth": speed[link][int(rng.random() * 2)],
                    "status": state,
                    "date": (None if state in (None, "", "direncanakan") else (year, month, day)),
                },
            )
        )
    return rows


def report_rows(settlements: list[Settlement], classes: list[str], count: int = 60) -> list[Row]:
    """Make what villages say about their signal: mostly what is computed, at times the contrary.

    Parameters
    ----------
    settlements : list of Settlement
        Where reports may come from.
    classes : list of str
        Computed class of each settlement: covered, weak or blank.
    count : int
        Number of reports.

    Returns
    -------
    list
        The reports.
    """
    rng = stream("reports")
    words = {
        "covered": ("kuat", "sangat kuat", "kuat", "lemah"),
        "weak": ("lemah", "lemah", "kuat", "tidak ada"),
        "blank": ("tidak ada", "tidak ada", "lemah", "tidak ada"),
    }
    order = sorted(
        range(len(settlements)),
        key=lambda i: rng.random() * (1.0 if classes[i] == "covered" else 0.35),
    )
    rows: list[Row] = []
    for number, position in enumerate(sorted(order[:count]), start=1):
        settlement = settlements[position]
        choice = words[classes[position]]
        source = ("Podes 2024", "Laporan desa", "Laporan camat")[int(rng.random() * 3)]
        if source == "Podes 2024":
            date = (2024, 5, int(1 + rng.random() * 30))
        else:
            date = (2025, int(1 + rng.random() * 10), int(1 + rng.random() * 28))
        rows.append(
            (
                _somewhere(settlement, rng),
                {
                    "report_id": f"LP-{number:03d}",
                    "code": settlement.village.code,
                    "name": settlement.name,
                    "date": date,
                    "source": source,
                    "class": choice[int(rng.random() * len(choice))],
                },
            )
        )
    return rows
