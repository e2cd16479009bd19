# SPDX-License-Identifier: GPL-2.0-or-later
"""Packed bodies, in pieces of any size."""

from __future__ import annotations

import gzip
import zlib

import pytest

from blankspot_plugin.services.unpacking import PART, Unpacker

TEXT = b"".join(b"%d:" % i for i in range(20_000))


def unpacked(packed, size):
    unpacker = Unpacker()
    parts = [
        part
        for start in range(0, len(packed), size)
        for part in unpacker.parts(packed[start : start + size])
    ]
    assert all(len(part) <= PART for part in parts)
    return b"".join(parts) + unpacker.rest(), unpacker.whole


@pytest.mark.parametrize("size", [1, 7, 1000, 10**6])
@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_whole(pack, size):
    assert unpacked(pack(TEXT), size) == (TEXT, True)


def test_members_follow_one_another_and_padding_is_left():
    assert unpacked(gzip.compress(b"one ") + gzip.compress(b"two"), 10**6) == (b"one two", True)
    assert unpacked(gzip.compress(b"one") + b"\0" * 100, 10**6) == (b"one", True)


def test_too_short_is_not_whole():
    text, whole = unpacked(gzip.compress(TEXT)[:-20], 1000)
    assert not whole
    assert TEXT.startswith(text)


def test_a_bomb_comes_out_in_parts():
    unpacker = Unpacker()
    parts = unpacker.parts(gzip.compress(bytes(50 * PART)))
    assert len(next(parts)) == PART


def test_not_packed_at_all():
    with pytest.raises(zlib.error):
        list(Unpacker().parts(b"{}" * 100))
