# SPDX-License-Identifier: GPL-2.0-or-later
"""The documents of a KMZ, and which of them a link between them means."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from ..core import errors
from . import unzip


def linked(link: str, name: str, documents: Iterable[str]) -> str:
    """Return the document of an archive that another of it links to, '' where it is none."""
    # What stands behind the name asks a server for a part, or opens one of its folders.
    path = unquote(re.split(r"[?#]", link.replace("\\", "/"), maxsplit=1)[0])
    for base in (posixpath.dirname(name), ""):
        there = posixpath.normpath(posixpath.join(base, path))
        for known in documents:
            if known.casefold() == there.casefold():
                return known
    return ""


def documents(source: Path, folder: Path, url: str) -> dict[str, Path]:
    """Return the KML by their names; of a KMZ the first at its top first, as Google Earth does."""
    with source.open("rb") as file:
        packed = file.read(2) == b"PK"
    if not packed:
        return {source.name: source}
    found = unzip.unpack(source, folder, frozenset({".kml"}), url)
    if not found:
        raise errors.NotALayer(url, ", ".join(unzip.names(source, url)[:5]))
    top = min(found, key=lambda name: len(PurePosixPath(name).parts))
    return {top: found[top], **found}
