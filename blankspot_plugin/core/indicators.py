# SPDX-License-Identifier: GPL-2.0-or-later
"""Indicators with their baseline, target and achievement of each year.

What they are called, and which index they belong to, are data: indices change their names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .codes import code_text
from .purpose_fields import plain
from .technologies import parse_number

_NAMES = {
    "index": r"indeks|index|kelompok|namaindeks|group",
    "indicator": r"indikator|indicator|namaindikator|indikatorkinerja|nama|name",
    "unit": r"satuan|unit",
    "baseline": r"baseline|kondisiawal|nilaiawal|capaianawal|dasar",
    "base_year": r"tahundasar|baseyear|baselineyear|tahunawal|tahunbaseline",
    "year": r"tahun|year",
    "target": r"target",
    "achieved": r"realisasi|capaian|achievement|achieved|pencapaian|actual",
    "office": r"office|opd|perangkatdaerah|dinas|penanggungjawab|instansi|unitkerja|pelaksana"
              r"|responsible(office)?",
}  # fmt: skip
# A column a year: target_2025, Realisasi 2026.
_YEARLY = {key: re.compile(rf"(?:{_NAMES[key]})((?:19|20)\d\d)") for key in ("target", "achieved")}


@dataclass(frozen=True)
class Indicator:
    """One indicator in one year; None, or '', where the table doesn't tell.

    Attributes
    ----------
    index, name, unit, office
        As they were written.
    baseline, base_year, year, target, achieved
        Numbers.
    """

    index: str
    name: str
    unit: str
    baseline: float | None
    base_year: float | None
    year: float | None
    target: float | None
    achieved: float | None
    office: str

    @property
    def percent(self) -> float | None:
        """What was achieved, in percent of the target."""
        if self.achieved is None or not self.target:
            return None
        return 100.0 * self.achieved / self.target

    @property
    def progress(self) -> float | None:
        """How far it is from the baseline to the target, in percent, whichever way that leads."""
        if None in (self.achieved, self.target, self.baseline) or self.target == self.baseline:
            return None
        return 100.0 * (self.achieved - self.baseline) / (self.target - self.baseline)  # type: ignore[operator]


@dataclass(frozen=True)
class Columns:
    """Which field holds what, and which holds it for which year."""

    single: Mapping[str, str]
    yearly: Mapping[int, Mapping[str, str]]

    @property
    def usable(self) -> bool:
        """Whether there are names and targets."""
        return "indicator" in self.single and bool("target" in self.single or self.yearly)


def columns(fields: Sequence[str]) -> Columns:
    """Return which fields hold what, by their names in Indonesian or English."""
    single: dict[str, str] = {}
    yearly: dict[int, dict[str, str]] = {}
    for field in fields:
        name = plain(field)
        for key, names in _NAMES.items():
            if re.fullmatch(names, name):
                single.setdefault(key, field)
        for key, pattern in _YEARLY.items():
            if found := pattern.fullmatch(name):
                yearly.setdefault(int(found[1]), {})[key] = field
    return Columns(single, yearly)


def indicators(
    rows: Sequence[Mapping[str, object]], known: Columns
) -> tuple[list[Indicator], list[tuple[int, str]]]:
    """Return the indicators, one a year, and the cells that are no numbers: row and text."""
    found, wrong = [], []
    for at, row in enumerate(rows):
        texts = {key: code_text(row.get(known.single.get(key, ""))) for key in
                 ("index", "indicator", "unit", "office")}  # fmt: skip
        if not texts["indicator"]:
            continue
        years = known.yearly or {0: {}}
        for year in sorted(years):
            names = {**known.single, **years[year]}
            numbers = {}
            for key in ("baseline", "base_year", "year", "target", "achieved"):
                cell = row.get(names.get(key, ""))
                try:
                    numbers[key] = _number(cell)
                except ValueError:
                    numbers[key] = None
                    wrong.append((at, str(cell)))
            found.append(
                Indicator(
                    texts["index"], texts["indicator"], texts["unit"], numbers["baseline"],
                    numbers["base_year"], float(year) if year else numbers["year"],
                    numbers["target"], numbers["achieved"], texts["office"],
                )
            )  # fmt: skip
    return found, wrong


def _number(cell: object) -> float | None:
    """Return a cell as a number; a comma is a decimal one, a percent sign says nothing new."""
    if isinstance(cell, str):
        cell = cell.strip().rstrip("%").strip().replace(",", ".")
    return parse_number(cell)
