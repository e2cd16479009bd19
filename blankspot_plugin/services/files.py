# SPDX-License-Identifier: GPL-2.0-or-later
"""Files: on disk or by their address, of whatever kind officers are sent.

Also the sample, which is a GeoPackage like any other. A file by its address is fetched whole,
once a session; how many features it holds is told by the pages, not beforehand, for a file
can't be held against itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

import requests

from ..core import errors
from . import answers, file_kinds, links, mapped_json, unzip
from .file_parts import MEMBERS, Part
from .links import csv_link
from .model import Connection, LayerInfo, Page, Query
from .once import folder as once_folder
from .once import once

__all__ = ["count", "csv_link", "layers", "pages"]

_DISPOSED = re.compile(r"""filename\*?\s*=\s*(?:[\w-]+'[\w-]*')?("[^"]+"|[^;]+)""", re.I)
# Of a zip: the files that others belong to, or that stand alone.
_LEADING = {
    ".shp", ".tab", ".mif", ".gpkg", ".geojson", ".json", ".csv", ".tsv", ".txt", ".xlsx", ".xls",
    ".ods", ".kml", ".kmz",
}  # fmt: skip
# Beside data a zip holds notes; they are tables only where nothing else is one.
_NOTES = {".txt", ".json"}


def layers(session: requests.Session, connection: Connection) -> list[LayerInfo]:
    """Return the layers: the tables of a GeoPackage, the sheets of a workbook, else the file."""
    if connection.mapping and _is_remote(connection.url):
        return [LayerInfo(_name(connection.url), count=mapped_json.count(session, connection))]
    with TemporaryDirectory() as folder:
        parts = _open(session, connection.url, Path(folder))
        return [layer for part in parts for layer in part.layers(Path(folder))]


def count(session: requests.Session, connection: Connection, query: Query) -> int | None:
    """Return the rows of a table or GeoPackage on disk, None of all else."""
    if _is_remote(connection.url):
        return mapped_json.count(session, connection) if connection.mapping else None
    with TemporaryDirectory() as folder:
        parts = _open(session, connection.url, Path(folder))
        part, layer = _chosen(parts, query.layer, connection.url)
        return part.count(layer)


def pages(
    session: requests.Session, connection: Connection, query: Query, folder: Path
) -> Iterator[Page]:
    """Yield a layer, as one page of the taker's own; the first where the query names none.

    Raises
    ------
    NoSuchLayer
        If there is none of that name.
    NotALayer
        If the file holds no features.
    ServiceError
        In its other kinds.
    """
    if connection.mapping and _is_remote(connection.url):
        yield from mapped_json.pages(session, connection, folder)
        return
    with TemporaryDirectory(dir=folder) as inner:
        parts = _open(session, connection.url, Path(inner))
        part, layer = _chosen(parts, query.layer, connection.url)
        paged = _is_remote(connection.url) and part.answers_in_pages()
        mapped = connection.mapping and part.kind == "json"
        if not paged:
            page = _mapped(part, connection, folder) if mapped else part.page(layer, folder)
    if paged:
        # What came may be a first page only: it is asked for like one.
        yield from mapped_json.pages(session, connection, folder)
    else:
        yield page


def _mapped(part: Part, connection: Connection, folder: Path) -> Page:
    body = answers.parsed_json(part.path.read_bytes(), part.url)
    records = mapped_json.records_of(body, connection.mapping, part.url)
    return mapped_json.write(records, connection.mapping, folder / "records.geojson")


def _chosen(parts: list[Part], layer: str, url: str) -> tuple[Part, str]:
    known: list[str] = []
    for part in parts:
        names = part.names()
        known += names
        if not layer and names:
            return part, names[0]
        if layer in names:
            return part, layer
    raise errors.NoSuchLayer(url, layer, tuple(known))


def _is_remote(url: str) -> bool:
    return urlsplit(url.strip()).scheme.lower() in ("http", "https")


def _open(session: requests.Session, url: str, folder: Path) -> list[Part]:
    """Return the files there are: one, or those inside a zip."""
    if not _is_remote(url):
        path = _local(url)
        return _parts(path, path.stem, url, folder)
    path, name = once(session, ("file", url), lambda: _fetched(session, url))
    return _parts(path, name, url, folder)


def _fetched(session: requests.Session, url: str) -> tuple[Path, str]:
    """Return a file by its address, and its name."""
    heard: dict[str, str] = {}
    path = answers.download(session, links.csv_link(url), folder=once_folder(session), heard=heard)
    disposed = _DISPOSED.search(heard.get("content-disposition", ""))
    return path, _name(unquote(disposed.group(1).strip('"'))) if disposed else _name(url)


def _local(url: str) -> Path:
    """Return the path of a file that is there.

    Raises
    ------
    Unreachable
        If it isn't.
    NotALayer
        If it is a folder.
    """
    text = url.strip().strip('"')
    if text.lower().startswith("file:"):
        parts = urlsplit(text)
        host = f"//{parts.netloc}" if parts.netloc not in ("", "localhost") else ""
        # file:///C:/... has a stroke before the letter of the drive.
        text = re.sub(r"\A/(?=[A-Za-z]:)", "", host + unquote(parts.path))
    path = Path(text)
    if path.is_dir():
        raise errors.NotALayer(url, str(path))
    if not path.is_file():
        raise errors.Unreachable(url)
    return path


def _parts(path: Path, name: str, url: str, folder: Path) -> list[Part]:
    kind = file_kinds.by_content(path, url)
    if kind != "zip":
        return [Part(path, kind, name, url)]
    place = folder / "zip"
    place.mkdir(exist_ok=True)
    members = unzip.unpack(path, place, MEMBERS, url)
    leading = {key: file for key, file in members.items() if file.suffix.lower() in _LEADING}
    without_notes = {k: file for k, file in leading.items() if file.suffix.lower() not in _NOTES}
    chosen = without_notes or leading
    if not chosen:
        raise errors.NotALayer(url, ", ".join(unzip.names(path)[:5]) or "ZIP")
    stems = [PurePosixPath(key).stem for key in chosen]
    parts = []
    for key, file in chosen.items():
        inside = PurePosixPath(key)
        # Two of one name, in folders of two years: told apart by their folders.
        called = inside.stem if stems.count(inside.stem) == 1 else str(inside.with_suffix(""))
        inner = file_kinds.by_content(file, url)
        if inner != "zip":
            parts.append(Part(file, inner, called, url))
    return parts


def _name(address: str) -> str:
    """Return the name of a file by its address: its last part, without the ending."""
    parts = urlsplit(address)
    path = PurePosixPath(unquote(parts.path).replace("\\", "/").rstrip("/"))
    known = file_kinds.by_name(path.name)
    return (path.stem if known else path.name) or parts.hostname or address
