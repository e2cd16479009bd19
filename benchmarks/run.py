# SPDX-License-Identifier: GPL-2.0-or-later
"""Measure ``blankspot:analysis`` beside what QGIS offers for the same: ``make bench``.

Every run has a process of its own. Runs are interleaved, one of each peer and then the next
round, so that whatever else the machine does meets all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import report
from peers import PEERS

HERE = Path(__file__).resolve().parent
WORK = HERE / "work"
PLUGINS = HERE.parent / "build"
# What ends in reasonable time; the default is done in a few minutes.
SETS = ("1k", "10k")
FULL_SETS = ("1k", "10k", "100k", "d10k", "d100k")
NAMES = ("analysis", "recipe", "recipe-gaps", "parts", "io")
FULL_NAMES = tuple(PEERS)
# Dissolving all discs and subtracting the whole grows with the square: hours at 100k.
HOPELESS = {(name, size) for name in ("native", "native-8") for size in ("100k", "d100k")}
# Whoever takes longer than this is not measured again.
ONCE_FROM = 60.0


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", help=f"of {', '.join(FULL_SETS)}; with commas")
    parser.add_argument("--peers", help=f"of {', '.join(PEERS)}; with commas")
    parser.add_argument("--runs", type=int, default=3, help="of each, for the median (3)")
    parser.add_argument("--limit", type=float, help="seconds a process may take (60; full: 900)")
    parser.add_argument("--full", action="store_true", help="every set and every peer")
    parser.add_argument("--plugins", type=Path, default=PLUGINS, help="the folder it lies in")
    chosen = parser.parse_args()
    chosen.sets = _some(parser, chosen.sets, FULL_SETS if chosen.full else SETS, FULL_SETS)
    chosen.peers = _some(parser, chosen.peers, FULL_NAMES if chosen.full else NAMES, FULL_NAMES)
    chosen.limit = chosen.limit or (900.0 if chosen.full else 60.0)
    return chosen


def _some(
    parser: argparse.ArgumentParser, text: str | None, default: tuple[str, ...],
    known: tuple[str, ...],
) -> tuple[str, ...]:  # fmt: skip
    names = tuple(text.split(",")) if text else default
    unknown = [name for name in names if name not in known]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(known)}")
    return names


def _python(*words: object, limit: float | None = None) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "ignore"}
    environment.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())
    # Installed modules are compiled once and for all, and so they are here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *map(str, words)]
    done = subprocess.run(
        command, cwd=HERE, env=environment, capture_output=True, text=True, timeout=limit,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def _answer(printed: str) -> dict[str, Any]:
    """Return the last line that is an object: QGIS may print before it."""
    line = next(line for line in reversed(printed.splitlines()) if line.startswith("{"))
    answer: dict[str, Any] = json.loads(line)
    return answer


def _data(name: str) -> Path:
    return Path(_python("sets.py", name).split()[-1])


def measure(name: str, peers: tuple[str, ...], chosen: argparse.Namespace) -> report.Outcomes:
    """Run all peers on a set, round by round."""
    data = _data(name)
    outcomes = {peer: report.Outcome() for peer in peers}
    for turn in range(chosen.runs):
        for peer, outcome in outcomes.items():
            if (peer, name) in HOPELESS:
                outcome.note = "hours"
            if outcome.note or (outcome.seconds and outcome.median > ONCE_FROM):
                continue
            _say(f"{name}: round {turn + 1} of {chosen.runs}, {peer}")
            _once(peer, data, outcome, chosen)
    _say("")
    return outcomes


def _say(text: str) -> None:
    """Show on a terminal, and only there, what is under way."""
    if sys.stderr.isatty():
        print(f"\r{text:<60}\r", end="", file=sys.stderr, flush=True)


def _once(peer: str, data: Path, outcome: report.Outcome, chosen: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        out = Path(folder) / "out.gpkg"
        try:
            printed = _python("peers.py", peer, data, out, chosen.plugins, limit=chosen.limit)
        except subprocess.TimeoutExpired:
            outcome.note = f"more than {chosen.limit:g} s"
            return
    outcome.add(_answer(printed))


def main() -> int:
    """Measure, print, and fail if any peer covers another area than the first."""
    chosen = options()
    if not (chosen.plugins / "blankspot_plugin").is_dir():
        sys.exit(f"{chosen.plugins} holds no plugin: please run `make build` first.")
    version = _python("-c", "from qgis.core import Qgis; print(Qgis.QGIS_VERSION)").strip()
    print(f"QGIS {version}, Python {platform.python_version()}, {os.cpu_count()} cores")
    # The first start compiles the modules and does not count.
    starts = [_answer(_python("startup.py", chosen.plugins)) for _ in range(chosen.runs + 1)]
    print(report.startup(starts[1:]), flush=True)
    print(report.legend(chosen.peers), flush=True)
    sizes = json.loads(_python("sets.py", "--sizes"))
    results: dict[str, report.Outcomes] = {}
    for name in chosen.sets:
        results[name] = measure(name, chosen.peers, chosen)
        sites, villages = sizes[name]
        # One of ours is always busy: well above 1 says that others kept the machine busy too.
        busy = f"load {os.getloadavg()[1]:.1f}"
        title = f"{name}: {sites:,} sites, {villages:,} villages ({busy})"
        print(f"\n{report.table(title, results[name])}", flush=True)
    growing = {name: results[name] for name in results if not name.startswith("d")}
    if len(growing) > 1:
        print(f"\n{report.slopes(growing, {name: sizes[name][0] for name in sizes})}")
    print()
    for name in results:
        if text := report.verdict(name, results[name]):
            print(text)
    different = [f"{peer} ({name})" for name in results for peer in report.differing(results[name])]
    print(f"Another area: {', '.join(different)}" if different else "No peer covers another area.")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
