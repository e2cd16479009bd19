# SPDX-License-Identifier: GPL-2.0-or-later
"""Where are the points of a layer? Their WKB, taken apart all at once."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np

from .arrays import Floats, Ints

_POINT = 1
# Byte order, type; and the count of parts in front of a multipoint's points.
_HEAD, _COUNT = 5, 4


def parse_points(geometries: Sequence[bytes]) -> tuple[Floats, Ints]:
    """Return the points of n geometries and how many each has.

    Parameters
    ----------
    geometries
        Little-endian WKB of points and multipoints; Z and M are passed over.

    Returns
    -------
    xy, counts : (p, 2) float, (n,) int
    """
    alike = len({(len(geometry), geometry[:_HEAD]) for geometry in geometries}) == 1
    if alike and _kind(geometries[0]) == _POINT:
        table = np.frombuffer(b"".join(geometries), dtype=np.uint8).reshape(len(geometries), -1)
        xy = np.ascontiguousarray(table[:, _HEAD : _HEAD + 16]).view("<f8").astype(float)
        return xy, np.ones(len(xy), dtype=np.int64)
    found = [_points(geometry) for geometry in geometries]
    counts = np.array([len(points) for points in found], dtype=np.int64)
    flat = [point for points in found for point in points]
    return np.array(flat, dtype=float).reshape(-1, 2), counts


def _kind(geometry: bytes) -> int:
    return int.from_bytes(geometry[1:_HEAD], "little") % 1000


def _points(geometry: bytes) -> list[tuple[float, float]]:
    """Return the points of one geometry."""
    if _kind(geometry) == _POINT:
        return [struct.unpack_from("<dd", geometry, _HEAD)]
    (count,) = struct.unpack_from("<I", geometry, _HEAD)
    first = _HEAD + _COUNT
    size = (len(geometry) - first) // max(count, 1)
    return [struct.unpack_from("<dd", geometry, first + place * size + _HEAD)
            for place in range(count)]  # fmt: skip
