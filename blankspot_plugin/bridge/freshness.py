# SPDX-License-Identifier: GPL-2.0-or-later
"""Has the source of a pull changed since? The source is asked; nothing is pulled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..core import errors
from ..services import service
from ..services.connections import Saved
from ..services.model import Query
from . import local_sources, transport
from .browsing import Asked
from .provenance import Provenance

if TYPE_CHECKING:
    import requests

CHANGED, NO_CHANGE_SEEN, CANNOT_TELL = "changed", "no change seen", "cannot tell"


@dataclass(frozen=True)
class Freshness:
    """What a source says of itself now.

    Attributes
    ----------
    verdict
        CHANGED: it holds another number, or says that it was changed since. NO_CHANGE_SEEN: what
        it says is as it was; a value corrected without a date goes unseen. CANNOT_TELL: it says
        neither.
    count
        Features, None where it doesn't say.
    updated
        When it was changed, in UTC; None where it doesn't say.
    """

    verdict: str
    count: int | None = None
    updated: datetime | None = None


def of_pull(
    saved: Saved, source: Provenance, is_cancelled: Callable[[], bool] = lambda: False
) -> Freshness:
    """Ask the source of a pull; may be called in any thread.

    Parameters
    ----------
    saved
        Where the pull came from, with its login.
    source
        What is known of the pull.

    Raises
    ------
    ServiceError
        In one of its kinds, if the source can't be asked.
    """
    connection = saved.connection
    if connection.service == "layer":
        return Freshness(CANNOT_TELL)
    if connection.service == "postgres":
        layer = local_sources.table_layer(connection.url, source.layer)
        return verdict(source, layer.featureCount(), None)
    remote = connection.url.lower().startswith(("http:", "https:"))
    if connection.service in ("file", "sample") and not remote:
        return verdict(source, None, _changed(connection.url))
    with transport.session(Asked(is_cancelled), saved.authcfg, saved.allow_http) as session:
        if connection.service == "file" and not connection.mapping:
            return verdict(source, None, _dated(session, connection.url))
        protocol = service(connection.service)
        known = protocol.layers(session, connection)
        count = protocol.count(session, connection, Query(source.layer, source.extent))
        updated = next((one.updated for one in known if one.name == source.layer), "")
        return verdict(source, count, moment(updated))


def verdict(source: Provenance, count: int | None, updated: datetime | None) -> Freshness:
    """Judge what a source says against what was pulled.

    A server that announces fewer than it has is held to what it announced, not to what came.
    """
    then = moment(source.time)
    was = source.announced if source.announced is not None else source.received
    if (count is not None and count != was) or (updated and then and updated > then):
        return Freshness(CHANGED, count, updated)
    if count is None and updated is None:
        return Freshness(CANNOT_TELL)
    return Freshness(NO_CHANGE_SEEN, count, updated)


def moment(text: str) -> datetime | None:
    """Return a time as a service writes it (ISO 8601, UTC where it says none), None for none."""
    try:
        # Python knows neither the Z nor fractions of other than three or six digits before 3.11.
        found = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        try:
            found = datetime.fromisoformat(text.strip()[:19])
        except ValueError:
            return None
    return found if found.tzinfo else found.replace(tzinfo=timezone.utc)


def _changed(path: str) -> datetime:
    """Return when a file on disk was changed."""
    try:
        return datetime.fromtimestamp(Path(path.strip().strip('"')).stat().st_mtime, timezone.utc)
    except OSError as error:
        raise errors.Unreachable(path, error.strerror or str(error)) from error


def _dated(session: requests.Session, url: str) -> datetime | None:
    """Return when a file was changed, as its server says."""
    import requests

    try:
        reply = session.head(url, allow_redirects=True)
        reply.raise_for_status()
        return parsedate_to_datetime(reply.headers["Last-Modified"])
    except requests.RequestException as error:
        raise errors.Unreachable(url, str(error)) from error
    except (KeyError, TypeError, ValueError):
        return None
