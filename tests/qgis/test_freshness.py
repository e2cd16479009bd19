# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a source has changed: judged by what it says, and asked as it is."""

from __future__ import annotations

import os
from datetime import datetime, timezone
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from blankspot_plugin.bridge import freshness
from blankspot_plugin.bridge.freshness import CANNOT_TELL, CHANGED, NO_CHANGE_SEEN
from blankspot_plugin.bridge.provenance import Provenance
from blankspot_plugin.core.errors import Unreachable
from blankspot_plugin.services.connections import Saved
from blankspot_plugin.services.model import Connection

THEN = "2026-03-01T08:00:00+00:00"


def pulled(announced=10, received=10, layer="x"):
    return Provenance(
        service="wfs", url="", layer=layer, extent=None, filter="", crs="", time=THEN,
        received=received, announced=announced, kept=received, sha256="", seconds=0.0,
        swapped=False, version="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "count", "updated", "expected"),
    [
        (pulled(), 10, "", NO_CHANGE_SEEN),
        (pulled(), 11, "", CHANGED),
        (pulled(), 10, "2026-03-02", CHANGED),
        (pulled(), 10, "2026-02-28T23:00:00Z", NO_CHANGE_SEEN),
        (pulled(), None, "2026-02-28T23:00:00.1234567Z", NO_CHANGE_SEEN),
        (pulled(), None, "last Tuesday", CANNOT_TELL),
        (pulled(announced=None), 10, "", NO_CHANGE_SEEN),
        # It announced fewer than came, and still does.
        (pulled(announced=8), 8, "", NO_CHANGE_SEEN),
    ],
)
def test_what_a_source_says_is_judged(source, count, updated, expected):
    assert freshness.verdict(source, count, freshness.moment(updated)).verdict == expected


def test_a_file_is_asked_for_its_date(qgis_app, tmp_path):
    path = tmp_path / "menara.csv"
    path.write_text("a\n1\n", encoding="utf-8")
    saved = Saved("x", Connection("file", str(path)))
    before = datetime(2026, 2, 1, tzinfo=timezone.utc).timestamp()
    os.utime(path, (before, before))
    assert freshness.of_pull(saved, pulled()).verdict == NO_CHANGE_SEEN
    after = datetime(2026, 4, 1, tzinfo=timezone.utc).timestamp()
    os.utime(path, (after, after))
    assert freshness.of_pull(saved, pulled()).verdict == CHANGED
    path.unlink()
    with pytest.raises(Unreachable):
        freshness.of_pull(saved, pulled())


def test_an_open_layer_tells_nothing(qgis_app):
    saved = Saved("x", Connection("layer", "id"))
    assert freshness.of_pull(saved, pulled()).verdict == CANNOT_TELL


@pytest.fixture
def address(tmp_path):
    """A folder served on loopback; what a file's server says is its date on disk."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_server_of_a_file_is_asked_for_its_date(qgis_app, tmp_path, address):
    path = tmp_path / "menara.csv"
    path.write_text("a\n1\n", encoding="utf-8")
    saved = Saved("x", Connection("file", f"{address}/menara.csv"))
    for month, expected in ((2, NO_CHANGE_SEEN), (4, CHANGED)):
        moment = datetime(2026, month, 1, tzinfo=timezone.utc).timestamp()
        os.utime(path, (moment, moment))
        assert freshness.of_pull(saved, pulled()).verdict == expected
    path.unlink()
    with pytest.raises(Unreachable):
        freshness.of_pull(saved, pulled())
