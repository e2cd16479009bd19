# SPDX-License-Identifier: GPL-2.0-or-later
"""How many features does an answer hold, and is it whole? Read as a stream, GeoJSON and GML.

A server may announce one number and send another, stop in the middle, or send the same page
twice. So each page is counted here, before anybody reads its geometries.

GeoJSON: the brackets outside of strings are found by numpy, block by block. What lies deeper
than a feature's own members is cut out, which leaves an outline of some hundred bytes a
feature; ``json`` reads that, so that the count is a parser's and not a pattern's.
GML: ``expat`` reads all of it, which proves it whole.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, Optional
from xml.parsers import expat

from ..core import errors
from . import answers
from .outline import outline

_BLOCK = 2**21
_PLACE = re.compile(rb'"coordinates"\s*:\s*[\[\s]*(-?[\d.]+(?:[eE][-+]?\d+)?)\s*,\s*(-?[\d.eE+-]+)')
_XML_DECLARED = re.compile(r"\A<\?xml.*?\?>", re.S)
_UTF8_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])""", re.I)
_MEMBERS = {"featureMember", "featureMembers", "member", "members"}
_WORDS = ("text", "message", "description")
Place = Optional[tuple[float, float]]
# Nobody caps at 1,234: a number of features that is none of these hundreds is that of a layer.
_ROUND = 100


@dataclass(frozen=True)
class Counted:
    """What a page holds.

    Parameters
    ----------
    format
        ``geojson`` or ``gml``.
    count
        Its features.
    ids
        Their ids, in order, as far as they have any.
    digest
        Of all the features hold but their ids, which some servers invent anew every time.
    said
        What else the collection says of itself: the members beside ``features``, or the
        attributes of the root without their prefixes.
    first
        The first place in a GeoJSON answer.
    shapes
        The features of a GeoJSON answer whose geometry is not null.
    """

    format: str
    count: int
    ids: tuple[str, ...]
    digest: bytes
    said: Mapping[str, Any]
    first: Place = None
    shapes: int | None = None

    @property
    def matched(self) -> int | None:
        """The features the server says there are, of which this may be a part."""
        for key in ("numberMatched", "totalFeatures", "numberOfFeatures"):
            text = str(self.said.get(key, ""))
            # 1.1 counts what it sends, except where it was asked for the count alone.
            if text.isdigit() and (key != "numberOfFeatures" or self.count == 0):
                return int(text)
        return None


def counted(path: Path, url: str) -> Counted:
    """Count the features of an answer; it is UTF-8 afterwards, whatever it was before.

    Raises
    ------
    AnswerCut
        If it does not go to its end.
    ServiceSaid
        If it tells of an error, if only after some features.
    NotTheProtocol
        If it is neither a collection in GeoJSON nor one in GML.
    """
    _make_utf8(path)
    with path.open("rb") as file:
        head = file.read(2048).lstrip()
        file.seek(0)
        if head.startswith(b"{"):
            return _geojson(file, url)
        if head.startswith(b"<"):
            return _gml(file, url)
    if not head:
        raise errors.AnswerCut(url)
    raise errors.NotTheProtocol(url, answers.said(head))


def suspicious(count: int, most: int) -> bool:
    """Tell whether so many features may be a server's cap rather than all there are.

    Parameters
    ----------
    count
        What came.
    most
        What was asked for at most, or what the server says it sends at most; 0 if neither.
    """
    return count > 0 and (count == most or count % _ROUND == 0)


def _make_utf8(path: Path) -> None:
    """Rewrite what is not UTF-8, or says it isn't: GDAL stumbles over it."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        head = file.read(200)
        fine = not (head.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")))
        fine = fine and not _UTF8_DECLARED.search(head)
        file.seek(0)
        try:
            while fine and (block := file.read(_BLOCK)):
                decoder.decode(block)
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            fine = False
    if not fine:
        text = answers.text_of(path.read_bytes())
        path.write_bytes(_XML_DECLARED.sub("", text.lstrip(), count=1).encode())


def _geojson(file: BinaryIO, url: str) -> Counted:
    text, digest = outline(file)
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise errors.AnswerCut(url, str(error)) from error
    features = said.pop("features", None)
    if not isinstance(features, list):
        refuse(said, url)
    features = [
        each for each in features if isinstance(each, dict) and each.get("type") == "Feature"
    ]
    ids = tuple(str(each["id"]) for each in features if each.get("id") not in (None, ""))
    file.seek(0)
    place = _PLACE.search(file.read(_BLOCK))
    first = _place(place.group(1), place.group(2)) if place else None
    shapes = sum(each.get("geometry") is not None for each in features)
    return Counted("geojson", len(features), ids, digest, said, first, shapes)


def _place(x: bytes, y: bytes) -> Place:
    try:
        return float(x), float(y)
    except ValueError:
        return None


def refuse(told: Any, url: str) -> NoReturn:
    """Raise what an object says that should have been a collection.

    Raises
    ------
    ServiceSaid
        If it tells of an error, in the words of GeoServer, pygeoapi, QGIS Server or ArcGIS.
    NotTheProtocol
        If it is something else.
    """
    words: list[str] = []
    if isinstance(told, list):
        told = {"exceptions": told}
    for key in ("exceptions", "error", "code", "title", "detail", *_WORDS):
        value = told.get(key) if isinstance(told, dict) else None
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                words += [
                    str(each[word]) for word in ("text", "message", "description") if word in each
                ]
            elif each:
                words.append(str(each))
    if not words or (isinstance(told, dict) and "links" in told):
        raise errors.NotTheProtocol(url, answers.brief(json.dumps(told)))
    raise errors.ServiceSaid(url, answers.brief(": ".join(words)))


def _gml(file: BinaryIO, url: str) -> Counted:
    collection = _Collection(url)
    try:
        collection.parser.ParseFile(file)
    except expat.ExpatError as error:
        if not collection.failure:
            raise errors.AnswerCut(url, str(error)) from error
    if collection.failure:
        raise errors.ServiceSaid(url, answers.brief("".join(collection.words)))
    if collection.truncated:
        raise errors.AnswerCut(url, "truncatedResponse")
    return Counted(
        "gml",
        collection.count,
        tuple(collection.ids),
        collection.digest.digest(),
        collection.said,
    )


@dataclass
class _Collection:
    """What expat tells of a feature collection."""

    url: str
    count: int = 0
    ids: list[str] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    failure: bool = False
    truncated: bool = False
    words: list[str] = field(default_factory=list)
    _depth: int = 0
    _member: bool = False

    def __post_init__(self) -> None:
        self.digest = blake2b(digest_size=16)
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        # Deep inside a feature only a failure in the middle of an answer is of interest.
        if self._depth > 3:
            if name.endswith("ExceptionReport"):
                self.failure = True
            elif "srsName" in attributes:
                self.said.setdefault("srsName", attributes["srsName"])
            return
        local = name.rpartition(":")[2]
        if local.endswith("ExceptionReport"):
            self.failure = True
        elif self._depth == 1:
            if local != "FeatureCollection":
                raise errors.NotTheProtocol(self.url, f"<{name}>")
            self.said = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        elif self._depth == 2:
            self._member = local in _MEMBERS
            self.truncated |= local == "truncatedResponse"
        elif self._member:
            self.count += 1
            of_its_own = [attributes[key] for key in ("gml:id", "fid", "id") if key in attributes]
            self.ids += of_its_own[:1]

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _text(self, text: str) -> None:
        if self.failure:
            self.words.append(text)
        elif self._member and self._depth > 3:
            self.digest.update(text.encode())

    def _doctype(self, name: str, *_rest: object) -> None:
        # Entities are how XML attacks; no service of maps needs a DTD.
        raise errors.NotTheProtocol(self.url, f"<!DOCTYPE {name}>")
