# SPDX-License-Identifier: GPL-2.0-or-later
"""To how many decimals are numbers rounded? Some servers keep four of a degree, which is 11 m."""

from __future__ import annotations

import numpy as np

from .arrays import Floats

# Fewer distinct numbers may be round by chance, or by the habit of whoever typed them.
_ENOUGH = 20
# Metres in a degree of a great circle, rounded itself.
_METRES = 111_200.0
_NEAR = 1e-6


def decimals(numbers: Floats, most: int) -> int | None:
    """Return the fewest decimals that all numbers have.

    Parameters
    ----------
    numbers : (n,) float
        Any.
    most
        Decimals looked for.

    Returns
    -------
    decimals
        None where some have more than `most`, or where there are too few to tell.
    """
    distinct = np.unique(numbers)
    if len(distinct) < _ENOUGH:
        return None
    for places in range(most + 1):
        scaled = distinct * 10.0**places
        if (np.abs(scaled - np.rint(scaled)) < _NEAR).all():
            return places
    return None


def metres(places: int) -> float:
    """Return how long the last of so many decimals of a degree is on the ground, in metres."""
    return float(f"{_METRES / 10.0**places:.2g}")
