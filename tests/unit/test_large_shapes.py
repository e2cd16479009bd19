# SPDX-License-Identifier: GPL-2.0-or-later
"""Large geometries are found where they are, and only there."""

from __future__ import annotations

import json

import pytest

from blankspot_plugin.services import large_shapes
from blankspot_plugin.services.counting import counted

RING = [[115 + number / 1000, -1.25] for number in range(600)]
SHAPE = {"type": "Polygon", "coordinates": [RING]}
TURNED = {"coordinates": [[RING]], "type": "MultiPolygon"}


def document(*features, **more):
    body = {"type": "FeatureCollection", "features": list(features), **more}
    return json.dumps(body).encode()


def feature(geometry, properties=None, **more):
    return {"type": "Feature", "geometry": geometry, "properties": properties or {}, **more}


def test_both_orders_of_writing_are_found_and_small_ones_are_left():
    small = {"type": "Point", "coordinates": [116.5, -1.5]}
    body = document(feature(SHAPE), feature(small), feature(None), feature(TURNED))
    shapes = large_shapes.found(body)
    assert [shape.kind for shape in shapes] == ["Polygon", "MultiPolygon"]
    assert [json.loads(body[shape.start : shape.end]) for shape in shapes] == [SHAPE, TURNED]
    assert json.loads(body[shapes[1].coordinates]) == TURNED["coordinates"]
    left = json.loads(large_shapes.without(body, shapes))
    places = [each["geometry"] and each["geometry"]["coordinates"] for each in left["features"]]
    assert places == [[0, large_shapes.NOWHERE], [116.5, -1.5], None, [1, large_shapes.NOWHERE]]


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "GeometryCollection", "geometries": [SHAPE]},
        {"type": "MultiPoint", "coordinates": RING},
        {"type": "Polygon", "coordinates": [RING], "bbox": [1, 2, 3, 4]},
        {"type": "Polygon", "coordinates": [[*RING, ["a", "b"]]]},
        {"type": "Polygon", "coordinates": [[*RING, {}]]},
        {"type": "Polygon", "coordinates": [[*RING, None]]},
        {"type": "Polygon"},
        {"coordinates": [RING]},
    ],
)
def test_what_is_not_plain_is_left_to_a_parser(geometry):
    body = document(feature(SHAPE), feature(geometry))
    assert len(large_shapes.found(body)) == 1


def test_a_text_that_speaks_of_a_geometry_is_a_text():
    text = json.dumps(SHAPE)[1:-1]
    body = document(
        feature(SHAPE, {"note": f'"geometry": {{{text}}}'}), feature(None, {'a "geometry': {}})
    )
    shapes = large_shapes.found(body)
    assert len(shapes) == 1
    left = json.loads(large_shapes.without(body, shapes))
    assert left["features"][0]["properties"] == {"note": f'"geometry": {{{text}}}'}


def test_points_are_not_looked_through(monkeypatch):
    small = {"type": "Point", "coordinates": [116.5, -1.5]}
    body = document(*[feature(small)] * 50, feature(SHAPE))
    assert large_shapes.found(body) == []


@pytest.mark.parametrize("cut", [0.05, 0.3, 0.5, 0.9, 0.999])
def test_a_document_that_is_cut_is_not_whole(tmp_path, cut):
    from blankspot_plugin.core.errors import AnswerCut

    body = document(*[feature(SHAPE, {"n": number}) for number in range(5)])
    path = tmp_path / "page"
    path.write_bytes(body[: int(len(body) * cut)])
    with pytest.raises(AnswerCut):
        counted(path, "http://example.go.id")


def test_count_shapes_ids_and_digest_tell_pages_apart(tmp_path):
    def look(*features):
        path = tmp_path / "page"
        path.write_bytes(document(*features, numberMatched=7))
        return counted(path, "http://example.go.id")

    moved = {"type": "Polygon", "coordinates": [[*RING, [116.0, -1.0]]]}
    one = look(feature(SHAPE, id="a.1"), feature(None, id="a.2"))
    assert (one.count, one.shapes, one.ids, one.matched) == (2, 1, ("a.1", "a.2"), 7)
    assert one.first == (115.0, -1.25)
    assert one.digest == look(feature(SHAPE, id="b.1"), feature(None, id="b.2")).digest
    assert one.digest != look(feature(moved, id="a.1"), feature(None, id="a.2")).digest
    assert one.digest != look(feature(SHAPE, {"n": 1}, id="a.1"), feature(None, id="a.2")).digest
