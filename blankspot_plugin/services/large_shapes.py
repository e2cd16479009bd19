# SPDX-License-Identifier: GPL-2.0-or-later
"""Large geometries of GeoJSON, cut out: what is left is small, and parsed in a moment.

Nearly all of a layer of areas is coordinates. They hold neither text nor braces, so the end of
a geometry is the first brace that closes, which is found as fast as memory is read. In its
place stands a point nobody has; whoever parses what is left finds it again as the geometry of
a feature, or knows that it was cut where it shouldn't have been.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from ..core import wkb

# Bytes from which on a geometry is worth it; smaller ones are left where they are.
LARGE = 4096
# No place on earth, and none in metres.
NOWHERE = 1.5e300
_HEAD_SIZE = 2**20
_GEOMETRY = re.compile(rb'"geometry"\s*:\s*(?=\{)')
_BRACE = re.compile(rb"\}")
_BEGINNING = re.compile(rb'\{\s*(?:"type"\s*:\s*"(\w+)"\s*,\s*)?"coordinates"\s*:\s*(?=\[)')
_ENDING = re.compile(rb'\s*(?:,\s*"type"\s*:\s*"(\w+)"\s*)?\}')
_NUMBERS = b"0123456789.eE+-, \t\r\n"

Bytes = Union[bytes, mmap.mmap]


@dataclass(frozen=True)
class Shape:
    """A geometry in a document.

    Parameters
    ----------
    kind
        One of :data:`blankspot_plugin.core.wkb.KINDS`.
    start, end
        Where it stands.
    coordinates
        Where the value of its coordinates begins and ends.
    """

    kind: str
    start: int
    end: int
    coordinates: slice


@contextmanager
def mapped(path: Path) -> Iterator[Bytes]:
    """Give the bytes of a file without reading it into memory."""
    if not path.stat().st_size:
        yield b""
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield data


def found(document: Bytes) -> list[Shape]:
    """Return the large geometries of a document in GeoJSON, in their order.

    Those whose brackets don't match, or that hold anything but coordinates, are left to a parser.
    A document whose beginning is small geometries has none worth a look.
    """
    head = document[:_HEAD_SIZE]
    if len(head) < LARGE * (len(_GEOMETRY.findall(head)) or LARGE):
        return []
    shapes, after = [], 0
    for match in _GEOMETRY.finditer(document):
        # A name that ends so, with a quote in it, is another name.
        if match.start() < after or document[match.start() - 1 : match.start()] == b"\\":
            continue
        shape = _shape(document, match.end())
        if shape is not None:
            shapes.append(shape)
            after = shape.end
    return shapes


def _shape(document: Bytes, start: int) -> Shape | None:
    brace = _BRACE.search(document, start)
    if not brace or brace.end() - start < LARGE:
        return None
    end = brace.end()
    head = _BEGINNING.match(document, start, end)
    last = document.rfind(b"]", start, end) + 1
    tail = _ENDING.fullmatch(document, last, end)
    if not (head and tail) or bool(head.group(1)) == bool(tail.group(1)):
        return None
    kind = (head.group(1) or tail.group(1)).decode()
    coordinates = slice(head.end(), last)
    brackets = document[coordinates].translate(None, _NUMBERS)
    opened = brackets.count(b"[")
    plain = len(brackets) == 2 * opened == 2 * brackets.count(b"]")
    return Shape(kind, start, end, coordinates) if plain and kind in wkb.KINDS else None


def without(document: Bytes, shapes: list[Shape]) -> bytes:
    """Return a document with a point in the place of each geometry, numbered from 0 by its x."""
    kept, after = [], 0
    for number, shape in enumerate(shapes):
        kept += [document[after : shape.start], _stand_in(number)]
        after = shape.end
    return b"".join([*kept, document[after:]])


def _stand_in(number: int) -> bytes:
    return b'{"type":"Point","coordinates":[%d,%r]}' % (number, NOWHERE)
