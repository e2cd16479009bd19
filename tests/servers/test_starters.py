# SPDX-License-Identifier: GPL-2.0-or-later
"""The servers come up with what they were given, tell why when they don't, and go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest
import requests

from tests.servers import starters


def get(url):
    reply = requests.get(url, timeout=60)
    assert reply.status_code == 200, reply.text[:300]
    return reply


def test_qgis_server(qgis_server):
    for version in ("1.0.0", "1.1.0"):
        text = get(
            f"{qgis_server.urls['wfs']}?SERVICE=WFS&REQUEST=GetCapabilities&VERSION={version}"
        ).text
        assert f'version="{version}"' in text
        assert "<Name>penduduk</Name>" in text
    assert len(get(f"{qgis_server.urls['ogcapi']}/collections.json").json()["collections"]) >= 4


def test_mapserver(mapserver):
    for version in ("1.0.0", "1.1.0", "2.0.0"):
        text = get(
            f"{mapserver.urls['wfs']}?SERVICE=WFS&REQUEST=GetCapabilities&VERSION={version}"
        ).text
        assert f'version="{version}"' in text
        assert "menara" in text
    assert len(get(f"{mapserver.urls['ogcapi']}/collections?f=json").json()["collections"]) == 4


def test_pygeoapi(pygeoapi):
    items = get(f"{pygeoapi.urls['ogcapi']}/collections/menara/items?f=json&limit=3").json()
    assert len(items["features"]) == 3


def test_koop(koop):
    answer = get(f"{koop.urls['menara']}/0/query?f=json&where=1%3D1&returnCountOnly=true").json()
    assert answer == {"count": 1234}


def test_postgis(postgis):
    ogr = pytest.importorskip("osgeo.ogr")
    database = ogr.Open(f"PG:{postgis.urls['postgis']}")
    counts = {layer.GetName(): layer.GetFeatureCount() for layer in database}
    assert counts["menara"] == 1234
    assert counts["desa"] == 144
    result = database.ExecuteSQL("SELECT count(*) FROM penduduk")
    assert result.GetNextFeature().GetField(0) == 60
    database.ReleaseResultSet(result)


def test_recorded(recorded):
    wfs = f"{recorded.url}/geoserver/palapa/ows?service=WFS&version=2.0.0&request=GetFeature"
    wfs += "&typeNames=palapa:PUSAT_PEMERINTAHAN_PT"
    assert 'numberMatched="250"' in get(f"{wfs}&resultType=hits").text
    assert get(f"{wfs}&outputFormat=application/json&count=7").json()["numberReturned"] == 7
    assert get(f"{recorded.url}/geonode/api/v2/datasets/").json()["total"] == 3
    found = get(f"{recorded.url}/ckan/api/3/action/package_search?rows=1").json()
    assert found["success"]
    assert found["result"]["count"] == 4


def test_failure_shows_the_log(tmp_path):
    say = [sys.executable, "-c", "print('port is taken'); raise SystemExit(3)"]
    with pytest.raises(starters.StartFailed, match=r"(?s)ended with 3.*port is taken"):
        with starters.running("Test", say, lambda: False, tmp_path / "log"):
            pass


def gone(number):
    """Say whether a process has ended; one that waits to be buried has."""
    try:
        return open(f"/proc/{number}/stat").read().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.skipif(not os.path.exists("/proc/self"), reason="there is no /proc to look at")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_server_ends_with_an_interrupted_session(tmp_path, how):
    script = tmp_path / "session.py"
    script.write_text(
        textwrap.dedent(f"""
        import signal, sys, time
        from pathlib import Path
        from tests.servers import starters
        # Shells start what runs in the background deaf to it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tell = "import os, time; print(os.getpid(), flush=True); time.sleep(100)"
        log = Path({str(tmp_path / "log")!r})
        ready = lambda: log.read_text() != ""
        with starters.running("Test", [sys.executable, "-c", tell], ready, log):
            print("up", flush=True)
            time.sleep(100)
        """),
        encoding="utf-8",
    )
    session = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(starters.HERE.parents[1])},
        cwd=starters.HERE.parents[1],
    )  # fmt: skip
    assert session.stdout.readline() == b"up\n"
    number = int((tmp_path / "log").read_text())
    session.send_signal(how)
    session.wait(timeout=20)
    session.stdout.close()
    deadline = time.monotonic() + 5
    while not gone(number) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert gone(number)
