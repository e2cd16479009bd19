# SPDX-License-Identifier: GPL-2.0-or-later
"""CKAN: the resources of an open data portal, from its DataStore or as files.

A table that is in the DataStore comes from there, in pages and without its columns ``_id`` and
``_full_text``, which are new after every upload; all else comes as the file it is. A portal
without a DataStore, or one that refuses it, serves the file, and so does one whose DataStore
holds a part of the file, or nothing of it: an upload that broke off leaves that.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import requests

from ..core import errors
from . import answers, file_kinds, files, tables
from .counting import Counted
from .model import Connection, LayerInfo, Page, Query
from .seen import Seen

_PATH = re.compile(
    r"\A(?P<base>.*?)(?:"
    r"/dataset/(?P<dataset>[^/]+)(?:/(?:resource|resource_edit)/(?P<resource>[^/]+))?(?:/.*)?"
    r"|/api/(?:\d/)?action(?:/(?P<action>\w+))?"
    r"|/(?P<group>organization|group)/(?P<name>[^/]+)(?:/.*)?"
    r"|/dataset|/organization|/group|/api(?:/\d)?|)/?\Z"
)
# CKAN gives no more at a time unless it was set up to (ckan.search.rows_max).
_DATASETS = 1000
_MOST_DATASETS = 50_000
_RECORDS = 1000
_TABLES = {"csv", "xlsx", "xls", "ods"}
_OWN_FIELDS = {"_id", "_full_text"}


@dataclass(frozen=True)
class _Place:
    """What an address points at: a portal, a search in it, a dataset or a resource."""

    api: str
    dataset: str = ""
    resource: str = ""
    search: Mapping[str, str] = field(default_factory=dict)


def layers(session: requests.Session, connection: Connection) -> list[LayerInfo]:
    """Return the resources that hold features or tables, named by their ids."""
    place = _place(connection.url)
    if place.resource:
        resource = _ask(session, place.api, "resource_show", {"id": place.resource})
        dataset = place.dataset or str(resource.get("package_id") or "")
        packages = [_ask(session, place.api, "package_show", {"id": dataset})] if dataset else []
        found = [info for package in packages for info in _infos(package)]
        return [info for info in found if info.name == resource.get("id")]
    if place.dataset:
        return list(_infos(_ask(session, place.api, "package_show", {"id": place.dataset})))
    return [info for package in _packages(session, place) for info in _infos(package)]


def count(session: requests.Session, connection: Connection, query: Query) -> int | None:
    """Return the number of records the DataStore has, None for files."""
    place = _place(connection.url)
    resource = _resource(session, place, query.layer)
    first = _datastore(session, place.api, resource, 0, 0) if _in_datastore(resource) else None
    if first and _emptied(resource, first.get("total")):
        return None
    total = (first or {}).get("total")
    return total if isinstance(total, int) else None


def pages(
    session: requests.Session, connection: Connection, query: Query, folder: Path
) -> Iterator[Page]:
    """Yield a resource: pages of CSV from the DataStore, else what its file gives.

    Raises
    ------
    NoSuchLayer
        If the portal has no such resource.
    ServiceError
        In its other kinds.
    """
    place = _place(connection.url)
    resource = _resource(session, place, query.layer)
    if _in_datastore(resource):
        size = connection.page_size or _RECORDS
        first = _datastore(session, place.api, resource, 0, size)
        if first is not None and not _emptied(resource, len(first.get("records") or ())):
            yield from _records(session, place.api, resource, first, folder)
            return
    address = urljoin(place.api, str(resource.get("url") or ""))
    yield from files.pages(session, Connection("file", address), Query("", query.extent), folder)


def _place(url: str) -> _Place:
    """Return what an address means; of a page of a portal, of its API, or of the portal."""
    parts = urlsplit(url.strip())
    match = _PATH.match(parts.path)
    asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
    base = match.group("base") if match else parts.path.rstrip("/")
    api = f"{parts.scheme}://{parts.netloc}{base}/api/3/action"
    if not match:
        return _Place(api)
    dataset, resource = match.group("dataset") or "", match.group("resource") or ""
    search = {key: asked[key] for key in ("q", "fq") if key in asked}
    if match.group("group"):
        kind = "organization" if match.group("group") == "organization" else "groups"
        search["fq"] = f"{kind}:{match.group('name')}"
    action = match.group("action") or ""
    if action == "package_show":
        dataset = asked.get("id", "")
    elif action in ("resource_show", "datastore_search"):
        resource = asked.get("resource_id") or asked.get("id", "")
    return _Place(api, dataset, resource, search)


def _ask(session: requests.Session, api: str, action: str, params: answers.Params) -> Any:
    """Return the result of an action.

    Raises
    ------
    ServiceSaid
        If the portal says the action failed; and what
        :func:`blankspot_plugin.services.answers.get_json` raises.
    """
    url = f"{api}/{action}"
    reply = answers.get_json(session, url, params)
    if not isinstance(reply, dict) or "success" not in reply:
        raise errors.NotTheProtocol(url, answers.brief(str(reply)))
    if not reply["success"]:
        error = reply.get("error")
        parts = error if isinstance(error, dict) else {"message": error}
        words = parts.get("message") or parts.get("__type") or json.dumps(parts)
        if parts.get("__type") == "Authorization Error":
            raise errors.LoginNeeded(url, 200)
        raise errors.ServiceSaid(url, answers.brief(str(words)))
    return reply.get("result")


def _packages(session: requests.Session, place: _Place) -> Iterator[dict[str, Any]]:
    """Yield all datasets of a portal; by name, for by relevance pages may overlap."""
    start = 0
    seen: set[str] = set()
    while start < _MOST_DATASETS:
        params: answers.Params = {
            **place.search,
            "rows": _DATASETS,
            "start": start,
            "sort": "name asc",
        }
        result = _ask(session, place.api, "package_search", params)
        found = result.get("results") or []
        fresh = [package for package in found if package.get("id") not in seen]
        yield from fresh
        seen |= {str(package.get("id")) for package in fresh}
        start += len(found)
        if not fresh or start >= int(result.get("count") or 0):
            return


def _infos(package: Mapping[str, Any]) -> Iterator[LayerInfo]:
    for resource in package.get("resources") or ():
        kind = _kind(resource)
        if kind:
            titles = (package.get("title") or package.get("name"), resource.get("name"))
            updated = resource.get("last_modified") or package.get("metadata_modified")
            yield LayerInfo(
                name=str(resource.get("id")),
                title=" – ".join(str(title).strip() for title in titles if title),
                abstract=str(resource.get("description") or package.get("notes") or ""),
                geometry="table" if kind in _TABLES else "",
                updated=str(updated or ""),
            )


def _kind(resource: Mapping[str, Any]) -> str:
    """Return the kind of a resource's file, '' if none we read: PDF, WMS and the like.

    JSON may be anything; it counts where a name says it is GeoJSON.
    """
    told = str(resource.get("format") or "")
    names = (str(resource.get("url") or ""), str(resource.get("name") or ""))
    if told.strip().lower() in ("json", "application/json"):
        return "geojson" if any("geojson" in name.lower() for name in names) else ""
    if told.strip():
        return file_kinds.by_word(told)
    by_name = next(filter(None, map(file_kinds.by_name, names)), "")
    return file_kinds.by_word(str(resource.get("mimetype") or "")) or by_name


def _resource(session: requests.Session, place: _Place, name: str) -> dict[str, Any]:
    wanted = name or place.resource
    try:
        resource = _ask(session, place.api, "resource_show", {"id": wanted})
    except errors.BadStatus as error:
        if error.status == 404:
            raise errors.NoSuchLayer(place.api, wanted) from error
        raise
    return dict(resource)


def _in_datastore(resource: Mapping[str, Any]) -> bool:
    """Tell whether a resource is a table all of which the DataStore holds.

    Older portals write 'True'; whether it is all is told by newer ones only.
    """
    active = str(resource.get("datastore_active")).lower() == "true"
    told = resource.get("datastore_contains_all_records_of_source_file")
    part = str(told).lower() == "false" and _has_file(resource)
    return active and not part and _kind(resource) in {*_TABLES, ""}


def _has_file(resource: Mapping[str, Any]) -> bool:
    """Tell whether there is a file of a kind we read beside the DataStore's records.

    A table that was made in the DataStore has an address too: that of its records as CSV.
    """
    url = str(resource.get("url") or "")
    made = "/datastore/dump/" in url or resource.get("url_type") == "datastore"
    return bool(url) and not made and _kind(resource) in _TABLES


def _emptied(resource: Mapping[str, Any], records: Any) -> bool:
    """Tell whether the DataStore holds nothing where there is a file."""
    return records == 0 and _has_file(resource)


def _datastore(
    session: requests.Session, api: str, resource: Mapping[str, Any], offset: int, limit: int
) -> dict[str, Any] | None:
    """Return records; None where the DataStore, of all, refuses the first of them."""
    params = {"resource_id": resource["id"], "offset": offset, "limit": limit, "sort": "_id"}
    try:
        return dict(_ask(session, api, "datastore_search", params))
    except (errors.BadStatus, errors.LoginNeeded, errors.ServiceSaid):
        if offset:
            raise
        return None


def _records(
    session: requests.Session,
    api: str,
    resource: Mapping[str, Any],
    first: dict[str, Any],
    folder: Path,
) -> Iterator[Page]:
    """Yield the records of the DataStore as pages of CSV, by as many as it gives at a time."""
    names = [field["id"] for field in first.get("fields") or ()]
    names = [name for name in names if name not in _OWN_FIELDS]
    head = tables.unique(names)
    result: dict[str, Any] = first
    limit = int(first.get("limit") or _RECORDS)
    offset, number, seen = 0, 0, Seen(keys=True)
    while True:
        records = result.get("records") or []
        if seen.again(_counted(records)):
            raise errors.PageRepeated(f"{api}/datastore_search")
        if records or not number:
            path = folder / f"page-{number:05d}.csv"
            tables.write(path, head, ([cell(r.get(name)) for name in names] for r in records))
            yield Page(path, "csv", len(records))
        offset, number = offset + len(records), number + 1
        total = result.get("total")
        if not records or (offset >= total if isinstance(total, int) else len(records) < limit):
            return
        following = _datastore(session, api, resource, offset, limit)
        result = following or {}


def _counted(records: Sequence[Mapping[str, Any]]) -> Counted:
    """Return what tells records from others: their numbers, and all they hold."""
    ids = tuple(str(record["_id"]) for record in records if record.get("_id") is not None)
    digest = hashlib.sha256(json.dumps(records).encode()).digest()
    return Counted("", len(records), ids, digest, {})


def cell(value: Any) -> str:
    """Return a value of JSON as the text of a cell; text is left as it is."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
