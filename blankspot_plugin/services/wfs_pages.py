# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer of a WFS in pages, where the server pages; in one piece, where it doesn't.

=====================================  ==================================================
what the server does                   what is done
=====================================  ==================================================
announces no more than a page          one request without ``startIndex``
pages                                  ``startIndex`` from 0: some sort only if it is there
sends less than was asked for          its size is the step from there on
sends more than it announced           taken: it ends where a page is not full
refuses ``startIndex`` (no key)        one request for all of it
sends the first page again             the same
does either and caps the one request   pages sorted by every attribute, else PageRepeated
announces what it sends, 1,000, say    asked for what follows: it may cap what it announces
announces nothing, sends a round one   the same; where it refuses, what came is unproven
=====================================  ==================================================

The first page is held back until a second has shown that the server pages; what is yielded
stays. Should a page come again later all the same, :class:`PageRepeated` ends it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from ..core import errors
from .counting import Counted, suspicious
from .seen import Seen

# What a server answers when it doesn't like the question.
REFUSED = (errors.ServiceSaid, errors.BadStatus, errors.NotTheProtocol)
# More than any layer has, where the server says no number and would choose one itself.
_ALL = 1_000_000


@dataclass(frozen=True)
class Wish:
    """Which features are asked for.

    Parameters
    ----------
    limit
        How many; 0 leaves it to the server.
    start
        From which on; None for no such parameter.
    sort
        The attributes to sort by.
    """

    limit: int = 0
    start: int | None = None
    sort: tuple[str, ...] = ()

    @property
    def pages(self) -> bool:
        """Whether it asks for more than every server can do."""
        return self.start is not None or bool(self.sort)


@dataclass(frozen=True)
class Part:
    """A page on disk, counted; ``unproven`` as of :class:`.model.Page`."""

    path: Path
    counted: Counted
    unproven: bool = False


class Server(Protocol):
    """Who is asked."""

    url: str

    @property
    def most(self) -> int:
        """Features it sends at once by its own account, 0 if it has none."""

    def fetch(self, wish: Wish) -> Part:
        """Return the features asked for."""

    def fields(self) -> tuple[str, ...]:
        """Return what can be sorted by."""


def parts(server: Server, matched: int | None, size: int) -> Iterator[Part]:
    """Yield all of a layer.

    Parameters
    ----------
    server
        Who is asked.
    matched
        Features it announces; None where it doesn't.
    size
        Features a page; 0 for as many as it sends.

    Raises
    ------
    PageRepeated
        If a page comes again and all of it in one request can't be had.
    ServiceError
        In another of its kinds.
    """
    if size and (matched is None or matched > size):
        yield from _paged(server, matched, size, None)
        return
    whole = server.fetch(Wish(limit=size))
    if matched is None:
        matched = whole.counted.matched
    count = whole.counted.count
    known = matched is not None and count != size
    if known and not _complete(whole.counted, matched):
        yield from _paged(server, matched, count, whole)
        return
    doubted = not known or suspicious(count, server.most)
    more = _more(server, whole, matched) if doubted else False
    if more:
        # What is announced is capped too: there is one more at least.
        yield from _paged(server, None if matched is None else count + 1, count, whole)
    else:
        yield _judged(server, whole, matched) if more is None else whole


def _judged(server: Server, whole: Part, matched: int | None) -> Part:
    """Return what came as all and can't be proven to be."""
    count, most = whole.counted.count, server.most
    # A number that is announced is believed, unless it is that of a cap.
    doubted = suspicious(count, most) if matched is None else count == most > 0
    return replace(whole, unproven=doubted)


def _more(server: Server, whole: Part, matched: int | None) -> bool | None:
    """Tell whether something follows what came as all, None if the server can't be asked."""
    count = whole.counted.count
    if not count:
        return False
    try:
        beyond = server.fetch(Wish(limit=count, start=count))
    except errors.ServiceError as error:
        # What came as announced is not lost to a question that was only to make sure.
        if matched is None and not isinstance(error, REFUSED):
            raise
        return None
    beyond.path.unlink()
    if not beyond.counted.count:
        return False
    seen = Seen()
    seen.again(whole.counted)
    return None if seen.again(beyond.counted) else True


def _complete(page: Counted, matched: int | None) -> bool:
    return page.count == 0 if matched is None else page.count >= matched


def _paged(server: Server, matched: int | None, size: int, whole: Part | None) -> Iterator[Part]:
    """Yield pages once two of them have shown that it works; else the whole.

    Parameters
    ----------
    whole
        What came of asking for all of it, where that was done.
    """
    step = Wish(limit=size, start=0)
    first, second, refusal = _two(server, step, matched)
    if refusal is None and first is not None:
        if whole:
            whole.path.unlink()
        yield from _onwards(server, step, matched, (first, second))
        return
    whole = whole or server.fetch(Wish(limit=max(matched or 0, _ALL)))
    if matched is None or _complete(whole.counted, matched):
        yield _judged(server, whole, matched)
        return
    # The server sends only some at once, and doesn't page either: not by itself.
    step = replace(step, limit=whole.counted.count, sort=_fields(server))
    if step.sort:
        first, second, _ = _two(server, step, matched)
        if first is not None:
            whole.path.unlink()
            yield from _onwards(server, step, matched, (first, second))
            return
    raise refusal or errors.PageRepeated(server.url)


def _fields(server: Server) -> tuple[str, ...]:
    try:
        return server.fields()
    except REFUSED:
        return ()


def _two(
    server: Server, step: Wish, matched: int | None
) -> tuple[Part | None, Part | None, errors.ServiceError | None]:
    """Return the first two pages, None and why for the first if the server doesn't page."""
    first: Part | None = None
    try:
        first = server.fetch(step)
        if _complete(first.counted, first.counted.matched if matched is None else matched):
            return first, None, None
        seen = Seen()
        if not seen.again(first.counted):
            second = server.fetch(replace(step, start=first.counted.count))
            if not seen.again(second.counted):
                return first, second, None
            second.path.unlink()
        refusal: errors.ServiceError = errors.PageRepeated(server.url)
    except REFUSED as error:
        refusal = error
    if first:
        first.path.unlink()
    return None, None, refusal


def _onwards(
    server: Server, step: Wish, matched: int | None, known: tuple[Part | None, Part | None]
) -> Iterator[Part]:
    """Yield the first two pages and what follows, until all came or nothing comes."""
    seen, received, fullest = Seen(), 0, 0
    for part in _stream(server, step, known):
        page = part.counted
        matched = page.matched if matched is None else matched
        again = seen.again(page)
        if again and (matched is None or received < matched):
            raise errors.PageRepeated(server.url)
        if again or (received and not page.count):
            part.path.unlink()
            return
        yield part
        received += page.count
        # The number may be too low: behind a page as full as any there may be another.
        is_full = page.count in (step.limit, fullest)
        fullest = max(fullest, page.count)
        if not page.count or (matched is not None and received >= matched and not is_full):
            return


def _stream(server: Server, step: Wish, known: tuple[Part | None, Part | None]) -> Iterator[Part]:
    start = 0
    for part in known:
        if part:
            start += part.counted.count
            yield part
    while True:
        part = server.fetch(replace(step, start=start))
        start += part.counted.count
        yield part
