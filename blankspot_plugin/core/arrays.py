# SPDX-License-Identifier: GPL-2.0-or-later
"""Names for the array types that pass between the modules."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


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
