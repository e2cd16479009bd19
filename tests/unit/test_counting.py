# SPDX-License-Identifier: GPL-2.0-or-later
"""What is counted is what a parser would count, and a document that is cut is never whole."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core import errors
from blankspot_plugin.services import outline
from blankspot_plugin.services.counting import Counted, counted, refuse
from blankspot_plugin.services.seen import Seen

KUKAR = (
    Path(__file__).resolve().parents[3]
    / "shared/data/kukar_palapa_wfs/pusat_pemerintahan_pt_wfs100_getfeature.json"
)
URL = "https://gis.example.go.id/geoserver/ows"
GML = (
    '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
    'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:ns="http://x"'
)


@pytest.fixture
def look(tmp_path):
    def count(body: bytes | str) -> Counted:
        path = tmp_path / "page"
        path.write_bytes(body.encode() if isinstance(body, str) else body)
        return counted(path, URL)

    return count


def feature(number, **more):
    return {
        "type": "Feature",
        "id": f"a.{number}",
        "geometry": {"type": "Point", "coordinates": [116.5, -1.5]},
        "properties": {"n": number},
        **more,
    }


def collection(features, **more):
    return json.dumps({"type": "FeatureCollection", "features": features, **more})


def member(number, inside=""):
    return (
        f'<wfs:member><ns:a gml:id="a.{number}"><ns:n>{number}</ns:n>{inside}</ns:a></wfs:member>'
    )


# GeoJSON


def test_a_recorded_answer(look):
    if not KUKAR.exists():
        pytest.skip(f"{KUKAR} is not there")
    page = look(KUKAR.read_bytes())
    assert (page.format, page.count, page.matched, len(set(page.ids))) == ("geojson", 250, 250, 250)
    assert page.first == (117.0854, -1.0138)
    assert page.said["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::4326"


TRAPS = (
    '"type":"Feature"',
    '{"type": "Feature"}',
    '\\"type\\":\\"Feature\\"',
    "[{]}\\",
    '\\\\"',
    "ends with a backslash \\",
    "BTS \u00b0 \U0001f5fc",
)


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_strings_that_look_like_structure(look, trap, ascii_only):
    nested = {"features": [{"type": "Feature", "list": [[], {"type": "Feature"}]}], trap: trap}
    features = [feature(i, properties=nested) for i in range(3)]
    body = {"type": "FeatureCollection", "title": trap, "features": features, "after": trap}
    page = look(json.dumps(body, ensure_ascii=ascii_only, indent=2))
    assert page.count == 3
    assert page.ids == ("a.0", "a.1", "a.2")
    assert (page.said["title"], page.said["after"]) == (trap, trap)


def test_only_features_are_counted(look):
    body = collection([feature(1), {"type": "FeatureCollection", "features": [feature(2)]}, None])
    assert look(body).count == 1


def test_whitespace_and_order_do_not_matter(look):
    body = '{ "numberMatched" : 7 ,\n"features" :\t[ { "type"\n:\t"Feature" } ] , "type":"x" }\n'
    page = look(body)
    assert (page.count, page.matched, page.ids, page.first) == (1, 7, (), None)


def test_shapes_are_geometries_that_are_not_null(look):
    bare = {"type": "Feature", "properties": {"geometry": {"a": 1}}}
    features = [feature(1), feature(2, geometry=None), feature(3, geometry={"type": "Po"}), bare]
    assert look(collection(features)).shapes == 2
    assert look(f"{GML}>{member(1)}</wfs:FeatureCollection>").shapes is None


def test_nothing_is_a_count_too(look):
    page = look(collection([], numberMatched=0))
    assert (page.count, page.matched) == (0, 0)


@pytest.mark.parametrize(
    ("told", "matched"),
    [
        ({"numberMatched": "unknown"}, None),
        ({"numberMatched": "unknown", "totalFeatures": 9}, 9),
        ({"totalFeatures": "unknown"}, None),
        ({"numberMatched": "12"}, 12),
        ({"numberMatched": None}, None),
        ({"numberReturned": 1}, None),
    ],
)
def test_the_number_a_server_tells(look, told, matched):
    assert look(collection([feature(1)], **told)).matched == matched


def test_every_cut_is_seen(look):
    body = collection([feature(i, properties={"s": 'a"}]'}) for i in range(2)], numberMatched=2)
    for end in range(1, len(body)):
        with pytest.raises(errors.AnswerCut):
            look(body[:end])


def test_an_error_behind_the_features(look):
    with pytest.raises(errors.AnswerCut):
        look(collection([feature(1)])[:-20] + "<ows:ExceptionReport/>")
    with pytest.raises(errors.AnswerCut):
        look(collection([feature(1)]) + "<ows:ExceptionReport/>")


def test_the_digest_is_of_all_but_the_ids(look):
    one = look(collection([feature(1)], timeStamp="now"))
    assert look(collection([feature(1, id="fid--5a2b")], timeStamp="later")).digest == one.digest
    assert look(collection([feature(2)])).digest != one.digest
    moved = feature(1, geometry={"type": "Point", "coordinates": [116.5, -1.6]})
    assert look(collection([moved])).digest != one.digest


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='a"\\{}[]:,\n\u00e9', max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text('b"\\{', max_size=3), inner)
    ),
    max_leaves=12,
)


@given(st.lists(values, max_size=6), values, st.sampled_from([1, 2, 3, 7, 64]))
def test_like_json_block_by_block(found, more, block):
    features = [feature(i, properties=value) for i, value in enumerate(found)]
    body = collection(features, more=more).encode()
    before, outline._BLOCK = outline._BLOCK, block
    try:
        text, _ = outline.outline(BytesIO(body))
        whole, outline._BLOCK = outline.outline(BytesIO(body)), 10**6
        assert outline.outline(BytesIO(body)) == whole
    finally:
        outline._BLOCK = before
    told = json.loads(text)
    assert [each["id"] for each in told["features"]] == [each["id"] for each in features]
    assert told.keys() == {"type", "features", "more"}


# GML


@pytest.mark.parametrize(
    "members",
    [
        member(1) + member(2),
        "<wfs:members><ns:a gml:id='a.1'/><ns:a gml:id='a.2'/></wfs:members>",
        "<gml:featureMembers><ns:a fid='a.1'/><ns:a fid='a.2'/></gml:featureMembers>",
        "<gml:featureMember><ns:a fid='a.1'/></gml:featureMember>"
        "<gml:featureMember><ns:a fid='a.2'/></gml:featureMember>",
        member(1, "<ns:t><![CDATA[<wfs:member><ns:a/></wfs:member>]]></ns:t>") + member(2),
        member(1, "<ns:b><ns:member><ns:a gml:id='deep'/></ns:member></ns:b>") + member(2),
        "<!-- <wfs:member/> --><wfs:boundedBy><gml:Envelope/></wfs:boundedBy>"
        + member(1)
        + member(2),
    ],
)
def test_members_are_counted(look, members):
    page = look(f'<?xml version="1.0"?>{GML} numberMatched="9">{members}</wfs:FeatureCollection>')
    assert (page.format, page.count, page.ids, page.matched) == ("gml", 2, ("a.1", "a.2"), 9)


def test_hits(look):
    assert look(f'{GML} numberOfFeatures="250"/>').matched == 250
    assert look(f'{GML} numberMatched="unknown" numberReturned="0"/>').matched is None
    # 1.1 counts what it sends.
    page = look(f'{GML} numberOfFeatures="1">{member(1)}</wfs:FeatureCollection>')
    assert page.matched is None


def test_every_cut_of_xml_is_seen(look):
    body = f"{GML}>{member(1)}{member(2)}</wfs:FeatureCollection>"
    for end in range(1, len(body)):
        with pytest.raises(errors.AnswerCut):
            look(body[:end])


def test_an_error_in_the_middle(look):
    report = "<ows:ExceptionReport><ows:ExceptionText>lost the table</ows:ExceptionText>"
    for body in (f"{GML}>{member(1)}{report}</ows:ExceptionReport>", f"{GML}>{member(1)}{report}"):
        with pytest.raises(errors.ServiceSaid, match="lost the table"):
            look(body)


def test_a_server_that_owns_up_to_cutting(look):
    with pytest.raises(errors.AnswerCut):
        look(f"{GML}>{member(1)}<wfs:truncatedResponse/></wfs:FeatureCollection>")


def test_entities_are_refused(look):
    with pytest.raises(errors.NotTheProtocol, match="DOCTYPE"):
        look('<!DOCTYPE a [<!ENTITY b "c">]><wfs:FeatureCollection>&b;</wfs:FeatureCollection>')


# Either


@pytest.mark.parametrize("body", ["hello", "<html/>", "<kml/>", "[1]", '{"a": 1}'])
def test_another_language(look, body):
    with pytest.raises(errors.NotTheProtocol):
        look(body)


def test_no_answer_at_all(look):
    with pytest.raises(errors.AnswerCut):
        look("")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8-sig", ""), ("utf-16", "utf-16"), ("windows-1252", "UTF-8"), ("latin-1", "latin-1")],
)
def test_it_is_utf8_afterwards(tmp_path, encoding, declared):
    path = tmp_path / "page"
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    body = f"{head}{GML}>{member(1, '<ns:t>Désa °</ns:t>')}</wfs:FeatureCollection>"
    path.write_bytes(body.encode(encoding))
    assert counted(path, URL).count == 1
    assert "Désa °" in path.read_bytes().decode()


def test_geojson_in_another_encoding(tmp_path):
    path = tmp_path / "page"
    text = json.dumps(json.loads(collection([feature(1, note="5°")])), ensure_ascii=False)
    path.write_bytes(text.encode("cp1252"))
    assert counted(path, URL).count == 1
    assert json.loads(path.read_bytes())["features"][0]["note"] == "5°"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"exceptions": [{"code": "x", "text": "no table"}]}, "no table"),
        ({"error": {"code": 498, "message": "Invalid token."}}, "Invalid token."),
        (
            [{"code": "Bad request error", "description": "limit is not valid"}],
            "limit is not valid",
        ),
        ({"code": "NoApplicableCode", "description": "ORA-01017"}, "ORA-01017"),
        ({"title": "Bad Request", "detail": "unknown crs"}, "unknown crs"),
        ({"detail": "Not found."}, "Not found."),
    ],
)
def test_errors_told_in_json(told, words):
    with pytest.raises(errors.ServiceSaid, match=words):
        refuse(told, URL)


def page(ids, digest=b""):
    return Counted("geojson", len(ids) or 1, tuple(ids), digest, {})


def test_pages_seen_again():
    seen = Seen()
    assert not seen.again(page(["a", "b"], b"1"))
    assert seen.again(page(["x", "y"], b"1")), "other ids, the same features"
    assert seen.again(page(["b", "c"], b"2")), "a feature of the page before"
    assert not seen.again(page(["a", "b"], b"3")), "ids that begin anew with each page"
    assert not seen.again(page(["c", "d"], b"4"))
    assert not seen.again(page([], b"5"))


def test_a_feature_of_any_earlier_page_is_known_again():
    seen = Seen()
    for number in range(50):
        some = [f"x.{number * 20 + i}" for i in range(20)]
        assert not seen.again(page(some, str(number).encode()))
    assert len(seen._ids) < 8
    for number in range(0, 1000, 7):
        assert seen.again(page([f"x.{number}", "new"], b"other"))
    assert not seen.again(page(["new"], b"another"))
