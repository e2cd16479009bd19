# SPDX-License-Identifier: GPL-2.0-or-later
"""Measure siting: greedy on a large task, and the exact solver beside spopt's MCLP.

``.venv/bin/python benchmarks/siting.py``. spopt (requirements-siting.txt) has an environment of
its own in ``benchmarks/work``, made here. Both are handed the same reach as the matrix each of
them takes, and the same weights; making that matrix is timed apart from solving. Runs take turns.
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
import venv
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
RADIUS = 3500.0
WIDTH, HEIGHT = 110_000.0, 160_000.0


def region(candidates: int, demand: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return candidates and demand in metres, and its weights: towns and hamlets of a regency."""
    rng = np.random.default_rng(seed)
    settlements = max(20, demand // 170)
    size = rng.lognormal(0, 1, settlements)
    middle = rng.random((settlements, 2)) * [WIDTH, HEIGHT]
    which = rng.choice(settlements, demand, p=size / size.sum())
    spread = 300 * np.sqrt(size[which])[:, None]
    places = middle[which] + rng.normal(size=(demand, 2)) * spread
    settled = places[rng.choice(demand, candidates // 2, replace=False)]
    anywhere = rng.random((candidates - len(settled), 2)) * [WIDTH, HEIGHT]
    return np.concatenate([settled, anywhere]), places, rng.integers(1, 40, demand).astype(float)


def greedy(candidates: int, demand: int, sites: int) -> dict[str, float]:
    """Join and solve by greedy, in seconds."""
    from blankspot_plugin.core.reached import reached
    from blankspot_plugin.core.siting import most_sites
    from blankspot_plugin.core.siting_problem import Limits, Problem

    there, places, weight = region(candidates, demand, seed=1)
    started = time.monotonic()
    starts, pairs = reached(*there.T, np.full(len(there), RADIUS), *places.T)
    joined = time.monotonic()
    cost, place = np.ones(len(there)), np.arange(len(there))
    found = most_sites(Problem(starts, pairs, weight, cost, place), Limits(sites=sites))
    return {
        "join": joined - started,
        "solve": time.monotonic() - joined,
        "pairs": len(pairs),
        "share": found.value / weight.sum(),
        "of_bound": found.value / found.bound,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def ours(file: Path, sites: int) -> dict[str, float]:
    """Solve exactly, as the plugin does: greedy first."""
    from blankspot_plugin.core import exact_siting
    from blankspot_plugin.core.siting import most_sites
    from blankspot_plugin.core.siting_problem import Limits, Problem

    reach, weight = _read(file)
    started = time.monotonic()
    starts = np.concatenate([[0], np.cumsum(reach.sum(axis=0))])
    pairs = np.nonzero(reach.T)[1]
    cost, place = np.ones(reach.shape[1]), np.arange(reach.shape[1])
    problem = Problem(starts, pairs, weight, cost, place)
    first = most_sites(problem, Limits(sites=sites))
    quick = time.monotonic()
    found = exact_siting.solve(
        problem, Limits(sites=sites), 300, first, exact_siting.merged(problem)
    )
    return {
        "seconds": time.monotonic() - started,
        "greedy": quick - started,
        "value": found.value,
        "greedy_value": first.value,
        "finished": found.finished,
    }


def _read(file: Path) -> tuple[np.ndarray, np.ndarray]:
    with np.load(file) as held:
        return held["away"] <= RADIUS, held["weight"]


THEIRS = """
import json, sys, time
import numpy as np, pulp
from spopt.locate import MCLP
solver = {"cbc": pulp.PULP_CBC_CMD(msg=False), "highs": pulp.HiGHS(msg=False)}[sys.argv[3]]
with np.load(sys.argv[1]) as held:
    away, weight = held["away"], held["weight"]
started = time.monotonic()
model = MCLP.from_cost_matrix(away, weight, 3500.0, p_facilities=int(sys.argv[2]))
built = time.monotonic()
model = model.solve(solver)
done = time.monotonic()
print(json.dumps({"seconds": done - started, "build": built - started,
                  "value": float(pulp.value(model.problem.objective))}))
"""


def theirs(python: Path, file: Path, sites: int, solver: str) -> dict[str, float]:
    """Solve with spopt, in its own environment."""
    command = [str(python), "-W", "ignore", "-c", THEIRS, str(file), str(sites), solver]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def environment(folder: Path) -> Path:
    """Return the Python that has spopt, made the first time."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        wanted = HERE / "requirements-siting.txt"
        subprocess.run([str(python), "-m", "pip", "install", "-q", "-r", str(wanted)], check=True)
    return python


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--spopt", type=Path, default=HERE / "work" / "spopt")
    options = parser.parse_args()
    runs = [greedy(10_000, 200_000, 50) for _ in range(options.runs)]
    middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    print("greedy, 10,000 x 200,000, 50 sites:", json.dumps(middle))
    python = environment(options.spopt)
    there, places, weight = region(200, 5_000, seed=2)
    away = np.hypot(*(places[:, None, :] - there[None, :, :]).transpose(2, 0, 1))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "task.npz"
        np.savez(file, away=away, weight=weight)
        rounds = [
            (ours(file, 10), theirs(python, file, 10, "cbc"), theirs(python, file, 10, "highs"))
            for _ in range(options.runs)
        ]
    for name, answers in zip(("ours", "spopt, CBC", "spopt, HiGHS"), zip(*rounds)):
        middle = {key: statistics.median(one[key] for one in answers) for key in answers[0]}
        print(f"200 x 5,000, p = 10, {name}:", json.dumps(middle))
    values = {round(one["value"], 6) for answers in rounds for one in answers}
    if len(values) != 1:
        raise SystemExit(f"the optima differ: {sorted(values)}")


if __name__ == "__main__":
    main()
