# SPDX-License-Identifier: GPL-2.0-or-later
"""What a session heard once is not asked again, and goes with it."""

from __future__ import annotations

import gc

import pytest
import requests

from blankspot_plugin.services import once
from blankspot_plugin.services.files import count, layers, pages
from blankspot_plugin.services.model import Connection, Query
from tests.servers.faults import FaultServer


def test_asked_once_a_session_and_again_after_a_failure():
    answers = iter([ValueError("away"), 1, 2])

    def ask():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    session = requests.Session()
    with pytest.raises(ValueError, match="away"):
        once.once(session, "key", ask)
    assert [once.once(session, "key", ask) for _ in range(3)] == [1, 1, 1]
    assert once.once(requests.Session(), "key", ask) == 2


def test_a_file_by_its_address_is_fetched_once(tmp_path):
    with FaultServer(features=3) as server, requests.Session() as session:
        connection = Connection("file", f"{server.url}/large_attribute/1")
        (info,) = layers(session, connection)
        count(session, connection, Query(info.name))
        (page,) = pages(session, connection, Query(info.name), tmp_path)
        assert len(server.asked) == 1
        page.path.unlink()
        kept = once.folder(session)
        assert list(kept.iterdir())
    del session
    gc.collect()
    assert not kept.exists()
