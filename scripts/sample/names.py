# SPDX-License-Identifier: GPL-2.0-or-later
"""Invented place names."""

from __future__ import annotations

from sample.noise import stream

# Syllables that rarely stand together in real place names of the region.
FIRST = (
    "Ce",
    "Do",
    "Fa",
    "Ga",
    "Ji",
    "Ka",
    "Lu",
    "Me",
    "Nu",
    "Pe",
    "Ra",
    "Si",
    "To",
    "Vi",
    "Wa",
    "Ze",
    "Bri",
    "Kre",
    "Pru",
    "Tri",
)
MIDDLE = ("fa", "lo", "mi", "no", "ru", "se", "ti", "vo", "yu", "zi", "la", "du")
LAST = (
    "ban",
    "dor",
    "gir",
    "jen",
    "lum",
    "mak",
    "nir",
    "pul",
    "rong",
    "sak",
    "tam",
    "wen",
    "yas",
    "vin",
)
PREFIX = ("", "", "", "", "Sungai ", "Bukit ", "Sumber ", "Karya ", "Suka ", "Marga ")
COASTAL = ("", "", "Teluk ", "Pasir ", "Pantai ")


def invented(purpose: str, count: int) -> list[str]:
    """Make distinct names of three syllables.

    Parameters
    ----------
    purpose : str
        Name of the random stream.
    count : int
        How many.

    Returns
    -------
    list of str
        The names.
    """
    rng = stream(f"names/{purpose}")
    names: list[str] = []
    while len(names) < count:
        name = "".join(part[int(rng.random() * len(part))] for part in (FIRST, MIDDLE, LAST))
        if name not in names:
            names.append(name)
    return names
