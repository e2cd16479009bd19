# SPDX-License-Identifier: GPL-2.0-or-later
"""What is left of a large GeoJSON document without the insides of its features."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import BinaryIO

import numpy as np

from ..core.arrays import Bools, Ints

_BLOCK = 2**21
# Collection, list of features, feature: what is deeper is a geometry or the properties.
_KEPT = 3
_QUOTE, _OPEN, _CLOSE, _SLASH = 1, 2, 3, 4
_KINDS = np.zeros(256, dtype=np.uint8)
for _letters, _kind in ((b'"', _QUOTE), (b"{[", _OPEN), (b"}]", _CLOSE), (b"\\", _SLASH)):
    _KINDS[list(_letters)] = _kind


def outline(file: BinaryIO) -> tuple[bytes, bytes]:
    """Return a document without what is nested deeper than three levels, and its digest.

    Parameters
    ----------
    file
        Read to its end, by blocks.

    Returns
    -------
    outline
        JSON where the document is; where it is cut, its brackets do not close.
    digest
        Of what was left out.
    """
    state = _State()
    kept: list[bytes] = []
    digest = blake2b(digest_size=16)
    while block := file.read(_BLOCK):
        deep = state.depth > _KEPT
        start = 0
        dropped: list[bytes] = []
        for cut in state.cuts(block).tolist():
            (dropped if deep else kept).append(block[start:cut])
            start, deep = cut, not deep
        (dropped if deep else kept).append(block[start:])
        digest.update(b"".join(dropped))
    return b"".join(kept), digest.digest()


@dataclass
class _State:
    """Where a block ends: how deep, inside a string or not, after a backslash or not."""

    depth: int = 0
    quoted: bool = False
    escaped: bool = False

    def cuts(self, block: bytes) -> Ints:
        """Return where the depth passes the limit, by turns downwards and upwards."""
        letters = np.frombuffer(block, dtype=np.uint8)
        if self.escaped:
            letters = letters.copy()
            letters[0] = 0
        kinds = _KINDS[letters]
        at = np.flatnonzero(kinds)
        kind = kinds[at]
        quotes = (kind == _QUOTE) & ~self._escaped(at[kind == _SLASH], len(block))[at]
        inside = (np.cumsum(quotes, dtype=np.int32) + self.quoted) & 1 == 1
        step = np.where(kind == _OPEN, 1, np.where(kind == _CLOSE, -1, 0))
        step[inside] = 0
        depth = self.depth + np.cumsum(step, dtype=np.int32)
        down = (step == 1) & (depth == _KEPT + 1)
        up = (step == -1) & (depth == _KEPT)
        if len(at):
            self.quoted, self.depth = bool(inside[-1]), int(depth[-1])
        return np.asarray((at + down)[down | up], dtype=np.int64)

    def _escaped(self, slashes: Ints, length: int) -> Bools:
        """Return which letters follow an odd number of backslashes."""
        victims = np.zeros(length + 1, dtype=bool)
        if len(slashes):
            first = np.flatnonzero(np.diff(slashes, prepend=-2) != 1)
            run = np.diff(np.append(first, len(slashes)))
            end = slashes[first + run - 1]
            victims[end[run % 2 == 1] + 1] = True
        self.escaped = bool(victims[-1])
        return victims
