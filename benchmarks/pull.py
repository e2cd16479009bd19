# SPDX-License-Identifier: GPL-2.0-or-later
"""Measure ``blankspot:pull`` beside QGIS's own provider and ogr2ogr: ``benchmarks/pull.py``.

Real servers on 127.0.0.1 serve 200,000 points. Every run has a process of its own and ends with
a GeoPackage; the runs are interleaved. Loading QGIS is not counted, for neither of the two that
need it; ``download`` is the bare answer, whole, thrown away.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
POINTS = 200_000
LAYER = "menara"
PROTOCOLS = {
    "qgis_server": ("wfs", "ogcapi"),
    "mapserver": ("wfs", "ogcapi"),
    "pygeoapi": ("ogcapi",),
}


def ours(service: str, url: str, out: Path) -> float:
    """Pull with the built plugin."""
    import session

    application = session.start_qgis()
    session.start_processing()
    plugin = session.load_plugin(HERE.parent / "build")
    import processing

    started = time.monotonic()
    processing.run(
        "blankspot:pull", {"SERVICE": service, "URL": url, "LAYER": LAYER, "OUTPUT": str(out)}
    )
    taken = time.monotonic() - started
    plugin.unload()
    del application
    return taken


def provider(service: str, url: str, out: Path) -> float:
    """Open the layer with QGIS's own provider and save it."""
    import session

    application = session.start_qgis()
    session.start_processing()
    import processing
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication, QgsVectorLayer

    if QgsApplication.processingRegistry().providerById("native") is None:
        QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
    name = "OAPIF" if service == "ogcapi" else "WFS"
    started = time.monotonic()
    layer = QgsVectorLayer(f"url='{url}' typename='{LAYER}' version='auto'", LAYER, name)
    if not layer.isValid():
        raise RuntimeError(layer.error().message())
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": str(out)})
    taken = time.monotonic() - started
    del application
    return taken


def ogr2ogr(service: str, url: str, out: Path) -> float:
    """Let GDAL do it."""
    source = f"OAPIF:{url}" if service == "ogcapi" else f"WFS:{url}"
    started = time.monotonic()
    subprocess.run(["ogr2ogr", "-f", "GPKG", str(out), source, LAYER], check=True)
    return time.monotonic() - started


PEERS: dict[str, Callable[[str, str, Path], float]] = {
    "ours": ours,
    "provider": provider,
    "ogr2ogr": ogr2ogr,
}


def one(peer: str, service: str, url: str, out: Path) -> None:
    """Run one peer in this process and print what it took and made."""
    seconds = PEERS[peer](service, url, out)
    from osgeo import ogr

    rows = ogr.Open(str(out)).GetLayer(0).GetFeatureCount()
    usage = max(resource.getrusage(who).ru_maxrss for who in (0, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": seconds, "rows": rows, "megabytes": usage // 1024}))


@contextmanager
def serving(name: str, points: int) -> Iterator[dict[str, str]]:
    """Start a server of the tests with that many points; yield its addresses by protocol."""
    from tests.servers import data, starters

    with tempfile.TemporaryDirectory() as folder:
        made = data.make_geopackage(Path(folder) / "kabupaten.gpkg", points)
        with getattr(starters, name)(made, Path(folder) / name) as server:
            yield server.urls


def measure(server: str, points: int, runs: int, peers: list[str]) -> None:
    """Measure all peers on a server and print a table."""
    with serving(server, points) as urls:
        for protocol in PROTOCOLS[server]:
            url, service = urls[protocol], protocol
            results: dict[str, list[dict[str, float]]] = {peer: [] for peer in peers}
            for _ in range(runs):
                for peer in peers:
                    results[peer].append(_once(peer, service, url))
            print(f"\n{server}, {protocol}, {points:,} points")
            for peer, found in results.items():
                print(_line(peer, found), flush=True)


def _once(peer: str, service: str, url: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--one", peer, service, url, f"{folder}/out.gpkg"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=HERE, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        print(f"{peer} failed: {done.stderr[-300:]}", file=sys.stderr)
        return {"seconds": float("nan"), "rows": -1, "megabytes": 0}
    answer: dict[str, float] = json.loads(lines[-1])
    return answer


def _line(peer: str, found: list[dict[str, float]]) -> str:
    seconds = statistics.median(each["seconds"] for each in found)
    rows, megabytes = found[-1]["rows"], max(each["megabytes"] for each in found)
    return f"  {peer:10} {seconds:8.2f} s {rows:>9,} rows {megabytes:>6,} MB"


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--servers", default=",".join(PROTOCOLS))
    parser.add_argument("--points", type=int, default=POINTS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--one", nargs=4, metavar=("PEER", "SERVICE", "URL", "OUT"))
    chosen = parser.parse_args()
    if chosen.one:
        peer, service, url, out = chosen.one
        one(peer, service, url, Path(out))
        return
    for server in chosen.servers.split(","):
        measure(server, chosen.points, chosen.runs, chosen.peers.split(","))


if __name__ == "__main__":
    main()
