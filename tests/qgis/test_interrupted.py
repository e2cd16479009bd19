# SPDX-License-Identifier: GPL-2.0-or-later
"""A full disk, a power cut: what was pulled yesterday is there today."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from blankspot_plugin.bridge.workspace import Workspace
from tests.servers.faults import FaultServer

ROOT = Path(__file__).resolve().parents[2]


def interrupted(folder, **job):
    """Run interrupted_process.py; return how it ended and what it told."""
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(folder),
    }
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("interrupted_process.py"))],
        input=json.dumps(job), capture_output=True, text=True, env=environment, timeout=120,
        cwd=folder, check=False,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return done.returncode, json.loads(lines[-1])["told"] if lines else done.stderr[-1000:]


def rows(path, table):
    """Return a table's rows, and prove the file whole."""
    with closing(sqlite3.connect(path)) as data:
        assert data.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return data.execute(f'SELECT * FROM "{table}"').fetchall()


@pytest.fixture
def yesterday(run, tmp_path):
    """A workspace with a pull in it, and an open layer that shows it."""
    workspace = Workspace(tmp_path / "workspace.gpkg")
    output = workspace.begin("sites")
    run("pull", {"SERVICE": "sample", "LAYER": "areas", "OUTPUT": output})
    (pending,) = workspace.pulls()
    workspace.adopt(pending.table)
    return workspace, pending.table, rows(workspace.path, pending.table)


def asked(server, output):
    return {"SERVICE": "wfs", "URL": server.wfs_url, "LAYER": "points", "OUTPUT": output}


def test_a_full_disk_leaves_yesterday(yesterday, tmp_path):
    workspace, table, before = yesterday
    # Enough for what comes in, and not for that beside what is there.
    limit = workspace.path.stat().st_size + 50_000
    assert limit > 500_000
    output = workspace.begin("sites")
    with FaultServer(features=1000, page_limit=1000) as server:
        code, told = interrupted(tmp_path, limit=limit, parameters=asked(server, output))
    assert code == 0
    assert "workspace.gpkg" in told and "Traceback" not in told, told
    assert rows(workspace.path, table) == before
    assert workspace.current()["sites"].table == table


def test_a_full_disk_while_it_comes_in_is_said(tmp_path):
    out = tmp_path / "points.gpkg"
    with FaultServer(features=5000, page_limit=5000) as server:
        code, told = interrupted(tmp_path, limit=150_000, parameters=asked(server, str(out)))
    assert code == 0
    assert told and "Traceback" not in told, told
    assert not out.exists()


def test_a_power_cut_leaves_yesterday(yesterday, tmp_path):
    workspace, table, before = yesterday
    output = workspace.begin("sites")
    with FaultServer(features=5000, page_limit=5000) as server:
        code, told = interrupted(tmp_path, kill=True, parameters=asked(server, output))
    assert code == -signal.SIGKILL, told
    # Who opens the file next takes back what was half done.
    assert QgsVectorLayer(f"{workspace.path}|layername={table}", "", "ogr").isValid()
    assert rows(workspace.path, table) == before
    assert workspace.current()["sites"].table == table
    # And the next pull goes on as if nothing had been.
    (half_done,) = [each.table for each in workspace.pulls() if each.state == "pending"]
    assert half_done not in {name for (name,) in _tables(workspace.path)}


def _tables(path):
    with closing(sqlite3.connect(path)) as data:
        return data.execute("SELECT table_name FROM gpkg_contents").fetchall()
