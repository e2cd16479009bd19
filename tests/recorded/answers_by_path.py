# SPDX-License-Identifier: GPL-2.0-or-later
"""A session that answers from a function of path and parameters; nothing leaves the machine."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict


class Reply(NamedTuple):
    """A body and what comes with it."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = {}


Answer = Callable[[str, dict[str, str]], Any]


class _Adapter(BaseAdapter):
    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer
        self.asked: list[tuple[str, dict[str, str]]] = []

    def send(self, request: requests.PreparedRequest, **_: Any) -> requests.Response:
        parts = urlsplit(request.url or "")
        params = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.asked.append((parts.path, params))
        told = self._answer(parts.path, params)
        if not isinstance(told, Reply):
            told = Reply(told if isinstance(told, bytes) else json.dumps(told).encode())
        response = requests.Response()
        response.status_code = told.status
        response.headers = CaseInsensitiveDict(told.headers)
        response.raw = io.BytesIO(told.body)
        response.url = request.url or ""
        response.request = request
        return response

    def close(self) -> None:
        """Nothing is open."""


def session(answer: Answer) -> requests.Session:
    """Return a session; ``session.asked`` lists the paths and parameters it was asked for."""
    made = requests.Session()
    made.trust_env = False
    adapter = _Adapter(answer)
    made.mount("https://", adapter)
    made.mount("http://", adapter)
    made.asked = adapter.asked  # type: ignore[attr-defined]
    return made
