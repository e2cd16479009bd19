# SPDX-License-Identifier: GPL-2.0-or-later
"""What a session has heard once, it need not ask again: descriptions, and whole files.

A pull asks for the layers, the count and the pages of one service, and each of these begins
with its description: megabytes, often, and minutes on a slow line. A session lives as long as
one pull, so nothing gets stale.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar, cast
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    import requests

Heard = TypeVar("Heard")
_heard: WeakKeyDictionary[requests.Session, dict[Hashable, Any]] = WeakKeyDictionary()


def once(session: requests.Session, key: Hashable, ask: Callable[[], Heard]) -> Heard:
    """Return what was heard before under a key; ask, and remember, the first time.

    A failure is not remembered.
    """
    known = _heard.setdefault(session, {})
    if key not in known:
        known[key] = ask()
    return cast("Heard", known[key])


def folder(session: requests.Session) -> Path:
    """Return a folder that goes with the session."""
    # A temporary folder is deleted with the last who knows it.
    made = once(session, "folder", lambda: TemporaryDirectory(prefix="blankspot-"))
    return Path(made.name)
