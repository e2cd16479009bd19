# SPDX-License-Identifier: GPL-2.0-or-later
"""From pages as they come to a staging GeoPackage: while one is fetched, others are put in.

::

    this thread      fetch 1   fetch 2   fetch 3   ...
    a second                   read 1    read 2    GDAL looks at all of a page for its columns
    a third                              write 1   reads it again, writes rows and their index

The network stays in the thread that asked for it, whose event loop it needs. A page is deleted
as soon as it is in, and at most :data:`_AHEAD` wait, so neither memory nor disk grows with
their number.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import NotALayer
from ..services.model import Page
from .staging import Staging, opened

_AHEAD = 2


@dataclass(frozen=True)
class Watcher:
    """What a pull tells while it runs, and asks.

    Parameters
    ----------
    is_cancelled
        Asked often, from any thread.
    progress
        Told features received and announced (None where unknown).
    """

    is_cancelled: Callable[[], bool]
    progress: Callable[[int, int | None], None]


@dataclass(frozen=True)
class Gathered:
    """What came.

    Parameters
    ----------
    received
        Features.
    shapes
        Geometries, as far as the pages tell their number.
    kind
        The format of the pages.
    unproven
        Whether nothing shows that this is all there is.
    """

    received: int = 0
    shapes: int = 0
    kind: str = ""
    unproven: bool = False


def gathered(
    pages: Iterable[Page], path: Path, announced: int | None, watcher: Watcher, url: str
) -> Gathered:
    """Fill a staging GeoPackage.

    Parameters
    ----------
    pages
        Each lies on disk; it is gone afterwards.
    path
        Of the GeoPackage; must not exist.
    announced
        Told to the watcher with what came so far.
    watcher
        Told and asked.
    url
        Where they come from, for messages.

    Raises
    ------
    NotALayer
        If there was no page.
    AnswerUnreadable, Cancelled
        From :meth:`.staging.Staging.add`, and whatever the pages raise.
    """
    received, shapes, kind, unproven = 0, 0, "", False
    waiting: deque[tuple[Page, Future[int]]] = deque()

    def take() -> int:
        page, done = waiting.popleft()
        count = received + done.result()
        page.path.unlink(missing_ok=True)
        watcher.progress(count, announced)
        return count

    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(1) as writer:
        staging = writer.submit(Staging, path, url, watcher.is_cancelled).result()
        try:
            for page in pages:
                source = reader.submit(opened, page, url)
                waiting.append((page, writer.submit(staging.add, page, source)))
                kind = page.format
                shapes += page.shapes or 0
                unproven = page.unproven
                while len(waiting) > _AHEAD:
                    received = take()
            while waiting:
                received = take()
        finally:
            for _, future in waiting:
                future.cancel()
            writer.submit(staging.close).result()
    if not kind:
        raise NotALayer(url)
    return Gathered(received, shapes, kind, unproven)
