# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinates become the doubles a parser of JSON reads; what is no such text becomes nothing."""

from __future__ import annotations

import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core.wkb import KINDS, from_coordinates

NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**17), 10**17)


def points(dimension):
    return st.lists(
        st.lists(NUMBERS, min_size=dimension, max_size=dimension), min_size=1, max_size=6
    )


def geometries(kind, dimension):
    shape = points(dimension)
    for _ in range(KINDS[kind][0] - 1):
        shape = st.lists(shape, min_size=1, max_size=3)
    return shape


def written(kind, shape, dimension):
    """Write a geometry as the standard has it, point by point."""
    part = {"MultiLineString": "LineString", "MultiPolygon": "Polygon"}.get(kind)
    body = b""
    for each in shape:
        if part:
            body += written(part, each, dimension)
        elif kind == "LineString":
            body += struct.pack(f"<{dimension}d", *each)
        else:
            body += struct.pack("<I", len(each))
            body += b"".join(struct.pack(f"<{dimension}d", *place) for place in each)
    return struct.pack("<BII", 1, KINDS[kind][1] + 1000 * (dimension - 2), len(shape)) + body


@pytest.mark.parametrize("dimension", [2, 3])
@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_it_is_what_a_parser_reads(kind, dimension, data):
    shape = data.draw(geometries(kind, dimension))
    indent = data.draw(st.sampled_from([None, 1]))
    text = json.dumps(shape, indent=indent)
    assert from_coordinates(kind, text.encode()) == written(kind, json.loads(text), dimension)


@pytest.mark.filterwarnings("ignore:string or file could not be read")
@pytest.mark.parametrize(
    "text",
    [
        "[[[1,2],[3,4]]",
        "[[[1,2],[3,4]]]]",
        "[[1,2],[3,4]]",
        "[[[[1,2],[3,4]]]]",
        "[[[1,2],[3]]]",
        "[[[1,2],[3,4,5]]]",
        "[[[1,2,3,4]]]",
        "[[[1],[2]]]",
        "[[[1,2],3,4]]",
        "[[[1,,2]]]",
        "[[[1,2],[]]]",
        "[[[1,2],null]]",
        "[[[1,2.3.4]]]",
        "[[[1,2-3]]]",
        "[[[1,2 3]]]",
        "[[[1 2,3]]]",
        "[[[1,2] 5,[3,4]]]",
        "[[[1,2]],]",
        "[[[1,e]]]",
        "[[[1,1e999]]]",
        "[[[1,2]][[3,4]]]",
        "[]",
        "",
        "[[[",
        '[[["1","2"]]]',
    ],
)
def test_what_looks_otherwise_is_left_to_a_parser(text):
    assert from_coordinates("Polygon", text.encode()) is None
