# SPDX-License-Identifier: GPL-2.0-or-later
"""Measure ``blankspot:pull`` beside QGIS's own provider and ogr2ogr: ``benchmarks/pull.py``.

Real servers on 127.0.0.1 serve 200,000 points and 1,000 polygons of 1,500 vertices. Every run has
a process of its own and ends with a GeoPackage; the runs are interleaved. Loading QGIS is not
counted, for neither of the two that need it; ``download`` asks what ``ours`` asks and throws the
answer away: what it takes is the server's.
"""

from __future__ import annotations

import argparse
import json
import math
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
POLYGONS, VERTICES = 1_000, 1_500
LAYERS = ("menara", "kecamatan")
# What ours asks for at a time; GDAL's ten would be no contest.
OAPIF_PAGE = 10_000
# Whoever takes longer is not waited for, in seconds.
PATIENCE = 240
PROTOCOLS = {
    "qgis_server": ("wfs", "ogcapi"),
    "mapserver": ("wfs", "ogcapi"),
    "pygeoapi": ("ogcapi",),
}


def ours(service: str, url: str, layer: str, out: Path) -> float:
    """Pull with the built plugin."""
    import session

    application = session.start_qgis()
    session.start_processing()
    plugin = session.load_plugin(HERE.parent / "build")
    import processing

    started = time.monotonic()
    processing.run(
        "blankspot:pull", {"SERVICE": service, "URL": url, "LAYER": layer, "OUTPUT": str(out)}
    )
    taken = time.monotonic() - started
    plugin.unload()
    del application
    return taken


def provider(service: str, url: str, name: str, out: Path) -> float:
    """Open the layer with QGIS's own provider and save it."""
    import session

    application = session.start_qgis()
    session.start_processing()
    import processing
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication, QgsVectorLayer

    if QgsApplication.processingRegistry().providerById("native") is None:
        QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
    kind = "OAPIF" if service == "ogcapi" else "WFS"
    started = time.monotonic()
    layer = QgsVectorLayer(f"url='{url}' typename='{name}' version='auto'", name, kind)
    if not layer.isValid():
        raise RuntimeError(layer.error().message())
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": str(out)})
    taken = time.monotonic() - started
    del application
    return taken


def ogr2ogr(service: str, url: str, layer: str, out: Path) -> float:
    """Let GDAL do it."""
    # In pages of a hundred, as GDAL would ask, MapServer takes half an hour.
    source = ["--config", "OGR_WFS_PAGE_SIZE", "5000", f"WFS:{url}"]
    if service == "ogcapi":
        source = [f"OAPIF:{url}", "-oo", f"PAGE_SIZE={OAPIF_PAGE}"]
    started = time.monotonic()
    subprocess.run(["ogr2ogr", "-f", "GPKG", str(out), *source, layer], check=True)
    return time.monotonic() - started


def download(service: str, url: str, layer: str, out: Path) -> float:
    """Ask what ours asks, by the same protocol, and count what comes; `out` stays empty."""
    sys.path.insert(0, str(HERE.parent / "build"))
    import requests

    from blankspot_plugin.services import service as protocol
    from blankspot_plugin.services.model import Connection, Query

    spoken, connection = protocol(service), Connection(service, url)
    started = time.monotonic()
    with requests.Session() as session, tempfile.TemporaryDirectory() as folder:
        (name,) = (
            each.name
            for each in spoken.layers(session, connection)
            if each.name.rpartition(":")[2] == layer
        )
        spoken.count(session, connection, Query(name))
        for page in spoken.pages(session, connection, Query(name), Path(folder)):
            page.path.unlink()
    return time.monotonic() - started


PEERS: dict[str, Callable[[str, str, str, Path], float]] = {
    "ours": ours,
    "download": download,
    "provider": provider,
    "ogr2ogr": ogr2ogr,
}


def one(peer: str, service: str, url: str, layer: str, out: Path) -> None:
    """Run one peer in this process and print what it took and made."""
    seconds = PEERS[peer](service, url, layer, out)
    from osgeo import ogr

    made = ogr.Open(str(out)) if out.exists() else None  # A layer does not keep its file open.
    rows = made.GetLayer(0).GetFeatureCount() if made else 0
    usage = max(resource.getrusage(who).ru_maxrss for who in (0, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": seconds, "rows": rows, "megabytes": usage // 1024}))


@contextmanager
def serving(name: str, points: int) -> Iterator[dict[str, str]]:
    """Start a server of the tests with that many points; yield its addresses by protocol."""
    from tests.servers import data, starters

    with tempfile.TemporaryDirectory() as folder:
        made = data.make_geopackage(Path(folder) / "kabupaten.gpkg", points)
        _detail(made)
        with getattr(starters, name)(made, Path(folder) / name) as server:
            yield server.urls


def _detail(path: Path) -> None:
    """Put polygons with wavy edges in the place of the squares of a layer."""
    from osgeo import ogr

    file = ogr.Open(str(path), update=1)
    layer = file.GetLayerByName(LAYERS[1])
    layer.StartTransaction()
    for number in [feature.GetFID() for feature in layer]:
        layer.DeleteFeature(number)
    for number in range(POLYGONS):
        x, y = 115.4 + number % 40 * 0.03, -2.4 + number // 40 * 0.05
        ring = [_wave(x, y, math.tau * turn / VERTICES) for turn in range(VERTICES)]
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometryDirectly(
            ogr.CreateGeometryFromWkt(f"MULTIPOLYGON((({','.join([*ring, ring[0]])})))")
        )
        feature.SetField("kode", number + 1)
        feature.SetField("kd", f"99.01.01.{2001 + number}")
        feature.SetField("nama", f"Desa {number + 1}")
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _wave(x: float, y: float, angle: float) -> str:
    reach = 0.012 + 0.002 * math.sin(9 * angle) + 0.0004 * math.sin(71 * angle)
    return f"{x + reach * math.cos(angle):.7f} {y + reach * math.sin(angle):.7f}"


def measure(server: str, points: int, runs: int, peers: list[str]) -> None:
    """Measure all peers on a server and print a table for each protocol and layer."""
    with serving(server, points) as urls:
        for protocol in PROTOCOLS[server]:
            for layer, count in zip(LAYERS, (points, POLYGONS)):
                results: dict[str, list[dict[str, float]]] = {peer: [] for peer in peers}
                for _ in range(runs):
                    for peer in peers:
                        results[peer].append(_once(peer, protocol, urls[protocol], layer))
                print(f"\n{server}, {protocol}, {layer}: {count:,}")
                for peer, found in results.items():
                    print(_line(peer, found, results["ours"]), flush=True)


def _once(peer: str, service: str, url: str, layer: str) -> dict[str, float]:
    failed = {"seconds": float("nan"), "rows": -1, "megabytes": 0}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--one", peer, service, url, layer]
        try:
            done = subprocess.run(
                [*command, f"{folder}/out.gpkg"],
                capture_output=True, text=True, cwd=HERE, check=False, timeout=PATIENCE,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            print(f"{peer} took more than {PATIENCE} s", file=sys.stderr)
            return failed
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        print(f"{peer} failed: {done.stderr[-300:]}", file=sys.stderr)
        return failed
    answer: dict[str, float] = json.loads(lines[-1])
    return answer


def _line(peer: str, found: list[dict[str, float]], ours: list[dict[str, float]]) -> str:
    seconds = statistics.median(each["seconds"] for each in found)
    ratio = seconds / statistics.median(each["seconds"] for each in ours)
    rows, megabytes = found[-1]["rows"], max(each["megabytes"] for each in found)
    return f"  {peer:10} {seconds:8.2f} s {ratio:6.2f} {rows:>9,} rows {megabytes:>6,} MB"


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--servers", default=",".join(PROTOCOLS))
    parser.add_argument("--points", type=int, default=POINTS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--one", nargs=5, metavar=("PEER", "SERVICE", "URL", "LAYER", "OUT"))
    chosen = parser.parse_args()
    if chosen.one:
        *words, out = chosen.one
        one(*words, Path(out))
        return
    for server in chosen.servers.split(","):
        measure(server, chosen.points, chosen.runs, chosen.peers.split(","))


if __name__ == "__main__":
    main()
