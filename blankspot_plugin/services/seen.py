# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages, and which features, came already? Kept in eight bytes a feature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..core.arrays import Bools, Ints
from .counting import Counted


@dataclass
class Seen:
    """The pages of an answer that came so far.

    Parameters
    ----------
    keys
        The ids are those of a database. Else they may begin anew with every page, or all be
        the same, as some servers number, and then say nothing.
    """

    keys: bool = False
    _digests: set[bytes] = field(default_factory=set)
    _first: tuple[str, ...] | None = None
    # Sorted, each more than twice as long as the next: few to look through, however many pages.
    _ids: list[Ints] = field(default_factory=list)

    def again(self, page: Counted) -> bool:
        """Tell whether a page, or a feature of it, was here before, or is in it twice.

        It is remembered if not.
        """
        if page.count and page.digest in self._digests:
            return True
        hashes = _hashes(page.ids)
        ids = np.unique(hashes)
        if not self._says_nothing(page.ids, len(ids)):
            if len(ids) < len(hashes) or self._known(ids).any():
                return True
            self._remember(ids)
        self._digests.add(page.digest)
        if self._first is None:
            self._first = page.ids
        return False

    def fresh(self, ids: Sequence[str]) -> Bools:
        """Tell of each id whether it did not come yet."""
        return ~self._known(_hashes(ids))

    def _says_nothing(self, ids: tuple[str, ...], distinct: int) -> bool:
        if self.keys:
            return False
        anew = self._first is not None and ids == self._first[: len(ids)]
        return anew or (distinct == 1 and len(ids) > 2)

    def _known(self, ids: Ints) -> Bools:
        found = np.zeros(len(ids), dtype=bool)
        for known in self._ids:
            if len(known):
                at = np.searchsorted(known, ids).clip(max=len(known) - 1)
                found |= known[at] == ids
        return found

    def _remember(self, ids: Ints) -> None:
        while self._ids and len(self._ids[-1]) <= 2 * len(ids):
            ids = np.union1d(self._ids.pop(), ids)
        self._ids.append(ids)


def _hashes(ids: Sequence[str]) -> Ints:
    return np.fromiter(map(hash, ids), np.int64, len(ids))
