# SPDX-License-Identifier: GPL-2.0-or-later
"""Read XML of any size element by element, without entities and without namespaces.

People write ``gx:`` and ``xsi:`` without declaring them, so prefixes are cut off, not resolved.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element
from xml.parsers import expat

from ..core import errors

_CHUNK = 2**16
_DEEPEST = 200


class _Tree:
    """Collects what a parser reports as elements and the moments they open and close."""

    def __init__(self, url: str) -> None:
        self.events: list[tuple[str, Element]] = []
        self._open: list[Element] = []
        self._url = url

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag.rsplit(":", 1)[-1], attributes)
        if len(self._open) >= _DEEPEST:
            raise errors.NotTheProtocol(self._url, f"<{tag}> > {_DEEPEST}")
        if self._open:
            self._open[-1].append(element)
        self._open.append(element)
        self.events.append(("start", element))

    def end(self, _tag: str) -> None:
        self.events.append(("end", self._open.pop()))

    def data(self, text: str) -> None:
        element = self._open[-1]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text

    def doctype(self, name: str, *_rest: object) -> None:
        # Entities are how XML attacks; no file of maps needs a DTD.
        raise errors.NotTheProtocol(self._url, f"<!DOCTYPE {name}>")


def events(file: BinaryIO, url: str) -> Iterator[tuple[str, Element]]:
    """Yield ``("start", element)`` and ``("end", element)``; clear what you are done with.

    Raises
    ------
    AnswerCut
        If it can't be read to its end.
    NotTheProtocol
        If it has a DTD, or is nested beyond reason.
    """
    head = file.read(_CHUNK)
    tree = _Tree(url)
    parser = expat.ParserCreate(_encoding(file, head))
    parser.buffer_text = True
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.data
    parser.StartDoctypeDeclHandler = tree.doctype
    chunk = head.lstrip()
    try:
        while chunk:
            parser.Parse(chunk, False)
            yield from _drained(tree)
            chunk = file.read(_CHUNK)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise errors.AnswerCut(url, str(error)) from error
    yield from _drained(tree)


def _drained(tree: _Tree) -> list[tuple[str, Element]]:
    found, tree.events = tree.events, []
    return found


def _encoding(file: BinaryIO, head: bytes) -> str | None:
    """Return windows-1252 where a file that says, or means, UTF-8 isn't; None for what it says.

    The file is left where it stands.
    """
    if not (b"encoding" not in head[:100] or b"utf-8" in head[:100].lower()):
        return None
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    place = file.tell()
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return "windows-1252"
    finally:
        file.seek(place)
    return None
