# SPDX-License-Identifier: GPL-2.0-or-later
"""Measure the files of map sheets beside QGIS's own export of the same layout.

``benchmarks/sheets.py`` makes the results of the sample once and then, each in a process of its
own and by turns: an atlas of 144 villages on A4 at 150 dpi as one PDF, and an A0 sheet at
300 dpi as PDF and as PNG. The layout is built by the plugin both times and its building is shown
for itself; ``qgis`` is ``QgsLayoutExporter`` with the same settings.
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
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
RESULTS = ROOT / "demo" / "blankspot.gpkg"
SAMPLE = ROOT / "build" / "blankspot_plugin" / "resources" / "sample" / "contoh.gpkg"
# On a sheet from its top: table, role.
SHOWN = (
    ("sites", "sites"),
    ("wifi", "wifi"),
    ("regency", "regency"),
    ("kecamatan", "kecamatan"),
    ("rivers", "rivers"),
    ("water", "water"),
    ("gaps", "gaps"),
    ("statistics", "areas"),
    ("neighbours", "neighbours"),
)


def build(task: str) -> tuple[Any, Any]:
    """Return a project and the layout of a task."""
    from qgis.core import QgsProject, QgsVectorLayer

    from blankspot_plugin.cartography import layouts, styling

    project, layers = QgsProject(), {}
    for table, role in SHOWN:
        file = RESULTS if table in ("gaps", "statistics") else SAMPLE
        layer = QgsVectorLayer(f"{file}|layername={table}", table, "ogr")
        styling.style_layer(layer, role)
        layers[role] = project.addMapLayer(layer)
    areas = layers["areas"]
    text = layouts.SheetText("Mobile service and blank spots", "Kabupaten Contoh", "A definition.")
    wanted = layouts.Order(
        list(layers.values()),
        text,
        areas.extent(),
        areas.crs(),
        "a4_landscape" if task == "atlas" else "a0_portrait",
        atlas=layouts.Atlas(areas, villages=areas) if task == "atlas" else None,
    )
    return project, layouts.build_sheet(project, wanted)


def ours(layout: Any, task: str, folder: Path) -> None:
    """Export with the plugin."""
    from blankspot_plugin.cartography import layouts

    kind = "png" if task == "a0-png" else "pdf"
    layouts.export(layout, folder, "sheet", layouts.Files((kind,), _dpi(task)))


def qgis(layout: Any, task: str, folder: Path) -> None:
    """Export with QGIS alone."""
    from qgis.core import QgsLayoutExporter, QgsRenderContext

    if task == "a0-png":
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi, settings.generateWorldFile = _dpi(task), False
        done = QgsLayoutExporter(layout).exportToImage(str(folder / "sheet.png"), settings)
    else:
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi, settings.forceVectorOutput = _dpi(task), True
        settings.textRenderFormat = QgsRenderContext.TextRenderFormat.AlwaysText
        path = str(folder / "sheet.pdf")
        if task == "atlas":
            done, _ = QgsLayoutExporter.exportToPdf(layout.atlas(), path, settings)
        else:
            done = QgsLayoutExporter(layout).exportToPdf(path, settings)
    if done != QgsLayoutExporter.ExportResult.Success:
        raise RuntimeError(f"QGIS could not export: {done}")


def _dpi(task: str) -> int:
    return 150 if task == "atlas" else 300


PEERS: dict[str, Callable[[Any, str, Path], None]] = {"ours": ours, "qgis": qgis}
TASKS = ("atlas", "a0", "a0-png")


def one(peer: str, task: str) -> None:
    """Run one peer in this process and print what it took."""
    sys.path.insert(0, str(ROOT / "build"))
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], True)  # labels and symbols need fonts
    application.initQgis()
    started = time.monotonic()
    project, layout = build(task)
    built = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        PEERS[peer](layout, task, Path(folder))
        done = time.monotonic()
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = {"build": built - started, "seconds": done - built, "megabytes": peak, "size": size}
    print(json.dumps(told), flush=True)
    os._exit(0)  # QGIS takes its time to end, and nothing of it is measured


def measure(runs: int, tasks: list[str]) -> None:
    """Run all peers by turns and print medians."""
    print("| | build s | ours s [MB] | QGIS s [MB] | time | memory | size MB, ours and QGIS |")
    print("|---|---|---|---|---|---|---|")
    for task in tasks:
        found: dict[str, list[dict[str, float]]] = {peer: [] for peer in PEERS}
        for _ in range(runs):
            for peer in PEERS:
                command = [sys.executable, __file__, "--one", peer, task]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                found[peer].append(json.loads(done.stdout.splitlines()[-1]))
        middle = {
            peer: {key: statistics.median(row[key] for row in rows) for key in rows[0]}
            for peer, rows in found.items()
        }
        a, b = middle["ours"], middle["qgis"]
        print(
            f"| {task} | {a['build']:.1f} | {a['seconds']:.1f} [{a['megabytes']:.0f}] "
            f"| {b['seconds']:.1f} [{b['megabytes']:.0f}] | {a['seconds'] / b['seconds']:.2f} "
            f"| {a['megabytes'] / b['megabytes']:.2f} "
            f"| {a['size'] / 1e6:.1f}, {b['size'] / 1e6:.1f} |",
            flush=True,
        )


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", nargs=2, metavar=("PEER", "TASK"), help="in this process")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tasks", default=",".join(TASKS))
    options = parser.parse_args()
    if options.one:
        one(*options.one)
    if not RESULTS.exists():
        sys.path.insert(0, str(ROOT / "scripts"))
        import demo

        demo.FOLDER.mkdir(exist_ok=True)
        demo.analyse()
    measure(options.runs, options.tasks.split(","))


if __name__ == "__main__":
    main()
