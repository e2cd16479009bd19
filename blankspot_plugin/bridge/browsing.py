# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers does a connection offer? The one way to ask, whatever is behind it."""

from __future__ import annotations

from collections.abc import Callable

from ..services import service
from ..services.connections import Saved
from ..services.model import LayerInfo
from . import local_sources, transport


class _Asked:
    """What the transport wants of a feedback: whether to stop."""

    def __init__(self, is_cancelled: Callable[[], bool]) -> None:
        self.isCanceled = is_cancelled


def layers_of(saved: Saved, is_cancelled: Callable[[], bool] = lambda: False) -> list[LayerInfo]:
    """Return the layers of a connection; may be called in any thread.

    Raises
    ------
    ServiceError
        In one of its kinds.
    """
    connection = saved.connection
    if connection.service == "postgres":
        return local_sources.tables(connection.url)
    with transport.session(_Asked(is_cancelled), saved.authcfg, saved.allow_http) as session:
        return service(connection.service).layers(session, connection)
