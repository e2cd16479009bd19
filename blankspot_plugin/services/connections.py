# SPDX-License-Identifier: GPL-2.0-or-later
"""The officer's own connections, and how they are handed to a colleague: without secrets.

A secret is a login, the id of one, and whatever an address carries to be let in. A key that a
server hides in the path of its addresses can't be told from the path, and goes along.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

from ..core.errors import BadConnections
from . import NAMES
from .model import Connection

_KIND = "blankspot_connections"
_VERSION = 1
# What can be reached again elsewhere; an open layer can't.
_SERVICES = (*NAMES, "postgres")

# Names of parameters that let somebody in, as whole words or at a word's end.
_SECRET = re.compile(
    r"(?:^|[^a-z])(?:auth|authcfg|authorization|bearer|jwt|sig|signature|sid|ticket|user|username"
    r"|login|email|kunci|sandi|pin|otp)(?![a-z])"
    r"|token|passw|pass(?![a-z])|pwd|secret|credential|session|sandi|key(?![a-z])",
)
# A password may hold what ends the name of a host; a port may stand before an @ of the path.
_USER = re.compile(r"(?<=://)(?:[^/?#\s]*|[^/?#\s@:]+:(?!\d+[/?#])[^@\s]*)@")
# Without a scheme a file may be called so too: laporan@2024.csv.
_BARE_USER = re.compile(r"\A[^/\\?#@:]{2,}:[^/\\?#@]*@")
_SESSION_PATH = re.compile(r";jsessionid=[^/?#;]*", re.IGNORECASE)
_JWT = re.compile(r"\beyJ[\w-]+\.[\w-]+")


@dataclass(frozen=True)
class Saved:
    """A connection by the name the officer gave it.

    Parameters
    ----------
    name
        For people.
    connection
        How to reach it.
    authcfg
        The id of the login QGIS keeps for it, '' for none; never the login itself.
    allow_http
        Whether an encrypted address may lead to a plain one.
    """

    name: str
    connection: Connection
    authcfg: str = ""
    allow_http: bool = False


def without_secrets(url: str) -> str:
    """Return an address without users, passwords and parameters that look like a secret.

    What is left stands as it stood; the path of a file is no address and stays whole.

    >>> without_secrets("https://me:pw@example.go.id/ows?map=a.map&token=1f2e")
    'https://example.go.id/ows?map=a.map'
    """
    rest, hash_, fragment = _USER.sub("", url, count=1).partition("#")
    base, mark, query = rest.partition("?")
    base = _SESSION_PATH.sub("", _BARE_USER.sub("", base))
    kept = "&".join(part for part in query.split("&") if not _is_secret(part))
    if _is_secret(fragment):
        hash_ = fragment = ""
    return f"{base}{mark if kept else ''}{kept}{hash_}{fragment}"


def _is_secret(part: str) -> bool:
    """Whether one parameter, or one inside its value, would let somebody in."""
    name, equals, value = unquote_plus(part).partition("=")
    if not equals:
        return bool(_USER.search(name) or _JWT.search(name))
    named = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    if _SECRET.search(named) or _USER.search(unquote_plus(value)) or _JWT.search(value):
        return True
    inside = re.split(r"[?&;#/]", unquote_plus(value))
    return any("=" in each and _is_secret(each) for each in inside)


def as_record(saved: Saved) -> dict[str, Any]:
    """Return a connection as JSON keeps it, its login's id and its address whole."""
    return {
        "name": saved.name,
        "service": saved.connection.service,
        "url": saved.connection.url,
        "page_size": saved.connection.page_size,
        "mapping": dict(saved.connection.mapping),
        "allow_http": saved.allow_http,
        "authcfg": saved.authcfg,
    }


def from_record(record: object, where: str = "") -> Saved:
    """Return the connection of a record.

    Raises
    ------
    BadConnections
        Naming the entry that is missing or can't be meant, after `where`.
    """
    if not isinstance(record, Mapping):
        raise BadConnections(where)

    def entry(key: str, kind: type, default: Any = None) -> Any:
        found = record.get(key, default)
        # A yes is a whole number to Python.
        if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
            raise BadConnections(f"{where}.{key}".lstrip("."))
        return found

    service, url = entry("service", str), entry("url", str).strip()
    name, size = entry("name", str).strip(), entry("page_size", int, 0)
    mapping = entry("mapping", dict, {})
    facts = (
        ("name", bool(name)),
        ("service", service in _SERVICES),
        ("url", bool(url) or service == "sample"),
        ("page_size", size >= 0),
        ("mapping", all(isinstance(each, str) for each in mapping.values())),
    )
    for key, fine in facts:
        if not fine:
            raise BadConnections(f"{where}.{key}".lstrip("."))
    connection = Connection(service, url, size, mapping)
    return Saved(name, connection, entry("authcfg", str, ""), entry("allow_http", bool, False))


def dump(saved: Iterable[Saved]) -> str:
    """Return connections as JSON for somebody else: no login, no id of one, no secret."""
    records = []
    for each in saved:
        record = as_record(each)
        del record["authcfg"]
        records.append({**record, "url": _shareable(each.connection)})
    body = {"kind": _KIND, "version": _VERSION, "connections": records}
    return json.dumps(body, indent=2, ensure_ascii=False) + "\n"


def _shareable(connection: Connection) -> str:
    # The "address" of a database is its name in QGIS.
    return connection.url if connection.service == "postgres" else without_secrets(connection.url)


def load(text: str) -> list[Saved]:
    """Return the connections of what :func:`dump` wrote.

    The id of a login means nothing, or another login, in the QGIS of somebody else: it is left.

    Raises
    ------
    BadConnections
        If the text is something else, or one of its entries can't be meant.
    """
    try:
        body = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise BadConnections(str(error)) from error
    if not isinstance(body, dict) or body.get("kind") != _KIND:
        raise BadConnections("kind")
    if body.get("version") != _VERSION:
        raise BadConnections(f"version {body.get('version')}")
    records = body.get("connections")
    if not isinstance(records, list):
        raise BadConnections("connections")
    found = [from_record(each, f"connections[{n}]") for n, each in enumerate(records)]
    return [Saved(each.name, each.connection, "", each.allow_http) for each in found]
