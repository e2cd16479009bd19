# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates as JSON writes them, to well-known binary, without a list for every point.

The numbers of a geometry are read at a stroke by numpy, each to the nearest double, as a reader
of JSON does; the brackets are held against the pattern they must have. What has any other
pattern is none of ours: a parser is to read it, or to refuse it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np

from .arrays import Floats

# What GeoJSON calls them: how many brackets stand around a point's own, and the number in WKB.
KINDS = {"LineString": (1, 2), "Polygon": (2, 3), "MultiLineString": (2, 5), "MultiPolygon": (3, 6)}
_NUMBERS = b"0123456789.eE+- \t\r\n"
# ISO 13249-3: the number of a kind with heights is a thousand more.
_HEIGHTS = 1000


def from_coordinates(kind: str, text: bytes) -> bytes | None:
    """Return a geometry as WKB (ISO, little endian).

    Parameters
    ----------
    kind
        One of :data:`KINDS`.
    text
        The value of ``coordinates``, two or three numbers a point, the same for all.

    Returns
    -------
    wkb
        None where the text is not, to the letter, what such coordinates look like.
    """
    depth = KINDS[kind][0]
    signs = text.translate(None, _NUMBERS)
    if not (signs.startswith(b"[" * (depth + 1)) and signs.endswith(b"]" * (depth + 1))):
        return None
    signs = signs[depth + 1 : -depth - 1]
    parts = signs.split(b"]]],[[[") if depth > 2 else [signs]
    runs = [part.split(b"]],[[") if depth > 1 else [part] for part in parts]
    sizes = [[_size(run) for run in each] for each in runs]
    kinds = {dimension for each in sizes for _, dimension in each}
    dimension = kinds.pop() if len(kinds) == 1 else 0
    numbers = _numbers(text, dimension * sum(size for each in sizes for size, _ in each))
    if not dimension or numbers is None:
        return None
    counts = [[size for size, _ in each] for each in sizes]
    return _written(kind, list(_rings(numbers, counts, dimension)), dimension)


def _size(signs: bytes) -> tuple[int, int]:
    """Return how many points a run has, and numbers a point; 0 and 0 where it isn't one."""
    size = signs.count(b"[") + 1
    for dimension in (2, 3):
        inside = b"," * (dimension - 1)
        if signs == inside + (b"],[" + inside) * (size - 1):
            return size, dimension
    return 0, 0


def _numbers(text: bytes, size: int) -> Floats | None:
    """Return all numbers of a text, None where there are more or fewer, or one is none."""
    # A last number of ours shows that all before it was read to its end: where the text does not
    # go on as a number, numpy stops, warns or raises, by version. Spaces stay: "1 2" is not 12.
    try:
        numbers = np.fromstring(text.translate(None, b"[]") + b",0", dtype="<f8", sep=" , ")
    except (ValueError, DeprecationWarning):
        return None
    whole = len(numbers) == size + 1 and np.isfinite(numbers).all()
    return numbers[:-1] if whole else None


def _rings(numbers: Floats, counts: list[list[int]], dimension: int) -> Iterator[list[bytes]]:
    """Yield the rings of each part, each with the number of its points before it."""
    at = 0
    for part in counts:
        rings = []
        for size in part:
            end = at + size * dimension
            rings.append(struct.pack("<I", size) + numbers[at:end].tobytes())
            at = end
        yield rings


def _written(kind: str, parts: list[list[bytes]], dimension: int) -> bytes:
    def head(name: str, members: list[bytes] | None = None) -> bytes:
        number = KINDS[name][1] + (_HEIGHTS if dimension > 2 else 0)
        begun = struct.pack("<BI", 1, number)
        return begun if members is None else begun + struct.pack("<I", len(members))

    if kind == "LineString":
        return head(kind) + parts[0][0]
    if kind == "Polygon":
        return head(kind, parts[0]) + b"".join(parts[0])
    if kind == "MultiLineString":
        members = [head("LineString") + ring for ring in parts[0]]
    else:
        members = [head("Polygon", rings) + b"".join(rings) for rings in parts]
    return head(kind, members) + b"".join(members)
