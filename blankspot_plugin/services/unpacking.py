# SPDX-License-Identifier: GPL-2.0-or-later
"""Unpack a body that comes in pieces, so that a bomb is seen before it has gone off.

Done here and not by Qt, which lets a packed body that ends too early pass as whole, and whose
limits differ from version to version.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

# What comes out at once at most, however small what went in.
PART = 2**20
_GZIP = b"\x1f\x8b"
# Told by its first bytes: gzip, or the zlib that HTTP calls deflate.
_ANY = zlib.MAX_WBITS | 32


class Unpacker:
    """For one body packed by gzip or deflate."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(_ANY)

    def parts(self, packed: bytes) -> Iterator[bytes]:
        """Yield what the next bytes of the body hold.

        Raises
        ------
        zlib.error
            If they aren't packed at all.
        """
        while packed:
            yield self._zlib.decompress(packed, PART)
            packed = self._zlib.unconsumed_tail
            if self._zlib.eof:
                packed = self._zlib.unused_data
                # A gzip file may have members; what else follows the last one is padding.
                if not packed.startswith(_GZIP):
                    return
                self._zlib = zlib.decompressobj(_ANY)

    def rest(self) -> bytes:
        """Return what was held back; the body has come to its end."""
        return self._zlib.flush()

    @property
    def whole(self) -> bool:
        """Whether the packed body came to an end of its own."""
        return self._zlib.eof
