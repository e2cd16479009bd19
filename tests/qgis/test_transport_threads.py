# SPDX-License-Identifier: GPL-2.0-or-later
"""Many requests in another thread while the main one is slow: each gets its own answer."""

from __future__ import annotations

import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from qgis.PyQt.QtCore import QCoreApplication

from blankspot_plugin.bridge import transport
from blankspot_plugin.bridge.tasks import Tasks

REQUESTS = 400


@pytest.fixture
def address(tmp_path):
    """A file served on loopback."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    (tmp_path / "a.txt").write_text("whole", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/a.txt"
    server.shutdown()
    server.server_close()
    thread.join()


def test_no_reply_is_taken_for_one_that_is_gone(qgis_app, address):
    # PyQt tells the main thread that a reply is gone; hearing it late, that thread took a new
    # one at the same place for it.
    ended, tasks = [], Tasks()

    def work(_is_cancelled):
        with transport.session() as session:
            return [session.get(address).text for _ in range(REQUESTS)]

    tasks.start("many", work, ended.append, ended.append)
    limit = time.monotonic() + 60
    while not ended and time.monotonic() < limit:
        time.sleep(0.02)
        QCoreApplication.processEvents()
    assert ended == [["whole"] * REQUESTS]
