# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages, and which features, came already? Kept in eight bytes a feature."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..core.arrays import Ints
from .counting import Counted


@dataclass
class Seen:
    """The pages of an answer that came so far."""

    _digests: set[bytes] = field(default_factory=set)
    _first: tuple[str, ...] | None = None
    # Sorted, each more than twice as long as the next: few to look through, however many pages.
    _ids: list[Ints] = field(default_factory=list)

    def again(self, page: Counted) -> bool:
        """Tell whether a page, or a feature of it, was here before; remember it if not."""
        if page.count and page.digest in self._digests:
            return True
        # Ids that begin anew with every page, as some servers number, say nothing.
        numbered = self._first is not None and page.ids == self._first[: len(page.ids)]
        ids = np.unique(np.fromiter(map(hash, page.ids), np.int64, len(page.ids)))
        if not numbered and any(_meet(known, ids) for known in self._ids):
            return True
        self._digests.add(page.digest)
        if self._first is None:
            self._first = page.ids
        if not numbered:
            self._remember(ids)
        return False

    def _remember(self, ids: Ints) -> None:
        while self._ids and len(self._ids[-1]) <= 2 * len(ids):
            ids = np.union1d(self._ids.pop(), ids)
        self._ids.append(ids)


def _meet(known: Ints, ids: Ints) -> bool:
    """Tell whether two sorted arrays share a number."""
    if not len(known) or not len(ids):
        return False
    at = np.searchsorted(known, ids).clip(max=len(known) - 1)
    return bool((known[at] == ids).any())
