# SPDX-License-Identifier: GPL-2.0-or-later
"""Names for the array types that pass between the modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

# Loading numpy.typing takes longer than reading a layer; np.ndarray is what it names.
if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.int64]
    Bools = npt.NDArray[np.bool_]
    Bits = npt.NDArray[np.uint64]
    Complexes = npt.NDArray[np.complex128]
else:
    Floats = Ints = Bools = Bits = Complexes = np.ndarray


def ranges(starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    """Expand many half-open integer ranges at once.

    Parameters
    ----------
    starts, stops : (n,) int
        Range ``i`` runs from ``starts[i]`` to ``stops[i]`` (empty where not above).

    Returns
    -------
    owner, member : (m,) int
        The range each member comes from, in order, and the member.
    """
    lengths = np.maximum(stops - starts, 0)
    owner = np.repeat(np.arange(len(starts), dtype=np.int64), lengths)
    first = np.cumsum(lengths) - lengths
    member = np.arange(len(owner), dtype=np.int64) - first[owner] + starts[owner]
    return owner, member


def scramble(bits: Bits) -> None:
    """Take all of the order of their values from whole numbers, in place.

    The finalizer of splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
    generators, OOPSLA 2014): every bit of the result hangs on every bit of the number.
    """
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        bits ^= bits >> np.uint64(shift)
        bits *= np.uint64(factor)
    bits ^= bits >> np.uint64(31)
