# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is measured: one name each, in the order of the table.

``peers.py NAME DATA OUT PLUGINS`` runs one in a process of its own and prints what it took.
The time is that of the run alone: QGIS, Processing and the plugin are loaded before.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import session

# What takes longer gains nothing worth showing from modules that are loaded already.
AGAIN_BELOW = 10.0
Run = Callable[[Path, Path], None]


@dataclass(frozen=True)
class Peer:
    """One way to get the gaps.

    Attributes
    ----------
    kind
        Which function of `_run` it is.
    what
        For the table.
    segments
        Chords a quarter circle; 0 where there is nothing to draw.
    full
        Whether it writes the table of villages beside the gaps.
    coverage
        Whether it draws the coverage too.
    """

    kind: str
    what: str
    segments: int = 32
    full: bool = True
    coverage: bool = False


PEERS = {
    "analysis": Peer("analysis", "blankspot:analysis, gaps + statistics"),
    "analysis-gaps": Peer("analysis", "blankspot:analysis, gaps", full=False),
    "analysis-coverage": Peer(
        "analysis", "blankspot:analysis, gaps + statistics + coverage", coverage=True
    ),
    "recipe": Peer("recipe", "by village, gaps + table"),
    "recipe-gaps": Peer("recipe", "by village, gaps", full=False),
    "recipe-gaps-8": Peer("recipe", "by village, gaps", 8, full=False),
    "parts": Peer("parts", "dissolve, single parts, difference: gaps", full=False),
    "parts-8": Peer("parts", "dissolve, single parts, difference: gaps", 8, full=False),
    "native": Peer("native", "dissolve, difference: gaps", full=False),
    "native-8": Peer("native", "dissolve, difference: gaps", 8, full=False),
    "io": Peer("io", "read and write alone, gaps + table", 0),
    "io-gaps": Peer("io", "read and write alone, gaps", 0, full=False),
}


def _run(peer: Peer) -> Run:
    import ours
    import recipes

    if peer.kind == "analysis":
        outputs = ["GAPS", *["STATISTICS"] * peer.full, *["COVERAGE_OUTPUT"] * peer.coverage]
        return partial(ours.analysis, outputs=outputs, segments=peer.segments)
    if peer.kind == "recipe":
        return partial(recipes.by_village, segments=peer.segments, with_table=peer.full)
    if peer.kind == "io":
        return partial(recipes.reading_and_writing, with_table=peer.full)
    return partial(recipes.native, segments=peer.segments, parts=peer.kind == "parts")


def main(name: str, data: Path, out: Path, plugins: Path) -> None:
    """Start QGIS, run a peer, print seconds, peak memory and the area of the gaps."""
    application = session.start_qgis()
    session.start_processing()
    plugin = session.load_plugin(plugins) if PEERS[name].kind == "analysis" else None
    run = _run(PEERS[name])
    start, start_cpu = time.perf_counter(), time.process_time()
    run(data, out)
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    again = float("nan")
    if seconds < AGAIN_BELOW:
        start = time.perf_counter()
        run(data, out.with_name(f"again-{out.name}"))
        again = time.perf_counter() - start
    from products import area_m2

    answer = {
        "seconds": seconds,
        "again": again,
        "cpu": cpu,
        "peak_mb": peak,
        "blank_m2": area_m2(out, "gaps"),
        "land_m2": area_m2(data, "villages"),
    }
    print(json.dumps(answer), flush=True)
    del plugin, application


if __name__ == "__main__":
    main(sys.argv[1], *(Path(argument) for argument in sys.argv[2:5]))
