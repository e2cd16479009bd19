# SPDX-License-Identifier: GPL-2.0-or-later
"""The papers a sheet is printed on, and the round scales of its map."""

from __future__ import annotations

import math
from dataclasses import dataclass

SCALES = (
    *(1_000, 2_000, 2_500, 5_000, 7_500, 10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000),
    *(75_000, 100_000, 125_000, 150_000, 175_000, 200_000, 250_000, 300_000, 400_000, 500_000),
    *(600_000, 750_000, 1_000_000, 1_250_000, 1_500_000, 2_000_000, 2_500_000, 3_000_000),
    *(4_000_000, 5_000_000, 7_500_000, 10_000_000, 15_000_000, 20_000_000, 30_000_000),
    50_000_000,
)
_A3 = 420.0 * 297.0


@dataclass(frozen=True)
class Paper:
    """A paper (mm).

    ``unit`` is the millimetre of an A3 sheet: type and margins grow with the paper, though
    slower, so that larger paper leaves more of itself to the map.
    """

    id: str
    width: float
    height: float

    @property
    def unit(self) -> float:
        """How many millimetres a millimetre of the A3 sheet is here."""
        return float((self.width * self.height / _A3) ** 0.35)

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


def _both(name: str, short: float, long: float) -> tuple[Paper, Paper]:
    return Paper(f"{name}_landscape", long, short), Paper(f"{name}_portrait", short, long)


# The order is that of a parameter of saved models: add at the end.
PAPERS = (
    *_both("a3", 297, 420),
    *_both("a4", 210, 297),
    *_both("a1", 594, 841),
    *_both("a0", 841, 1189),
)


def paper(name: str) -> Paper:
    """Return a paper by its id.

    Raises
    ------
    KeyError
        If there is none of that id.
    """
    return {each.id: each for each in PAPERS}[name]


def round_scale(width_m: float, height_m: float, paper_width: float, paper_height: float) -> int:
    """Return the denominator of the largest round scale at which an extent fits (m on mm)."""
    needed = max(width_m / paper_width, height_m / paper_height) * 1000
    return next((scale for scale in SCALES if scale >= needed), math.ceil(needed / 1e7) * 10**7)
