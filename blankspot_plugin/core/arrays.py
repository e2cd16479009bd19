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


def cycles(following: Ints) -> tuple[Ints, Ints]:
    """Follow things around the rings they form, all rings at once, in steps that double.

    Parameters
    ----------
    following : (a,) int
        What comes after each; a permutation.

    Returns
    -------
    turn : (a,) int
        All, ring by ring, each ring from its smallest number on.
    starts : (r + 1,) int
        Where the rings start in `turn`.
    """
    count = len(following)
    smallest, jump = np.arange(count), following
    while True:
        ahead = np.minimum(smallest, smallest[jump])
        if np.array_equal(ahead, smallest):
            break
        smallest, jump = ahead, jump[jump]
    # Steps from the ring's first piece: back towards it, where each jump ends.
    place = np.arange(count)
    jump = np.empty(count, dtype=np.int64)
    jump[following] = place
    first = smallest == place
    jump[first] = place[first]
    steps = (~first).astype(np.int64)
    while not first[jump].all():
        steps += steps[jump]
        jump = jump[jump]
    turn = np.lexsort((steps, smallest))
    starts = np.append(np.flatnonzero(first[turn]), count)
    return turn, starts


def scramble(bits: Bits) -> None:
    """Take all of the order of their values from whole numbers, in place.

    The finalizer of splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
    generators, OOPSLA 2014): every bit of the result hangs on every bit of the number.
    """
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        bits ^= bits >> np.uint64(shift)
        bits *= np.uint64(factor)
    bits ^= bits >> np.uint64(31)
