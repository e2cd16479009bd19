# SPDX-License-Identifier: GPL-2.0-or-later
"""Call ``qgis_process`` with the built plugin, as users load it, in a profile of its own.

``run_process.py blankspot:coverage INPUT=sites.gpkg OUTPUT=coverage.gpkg`` prints the results.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import build

PROFILE = build.ROOT / "build" / "profile"


def run(algorithm: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Run an algorithm and return its results; raise RuntimeError with its last words.

    A list is several layers or values of one parameter, None leaves a parameter out; a matrix
    is one text with commas, as QGIS 3.22 reads no other.
    """
    _enable_plugin()
    words = [word for key, value in parameters.items() for word in _arguments(key, value)]
    done = _qgis_process("--json", "run", algorithm, "--", *words)
    if done.returncode:
        raise RuntimeError(f"{algorithm} failed:\n{done.stderr.strip() or done.stdout.strip()}")
    # Whatever a plugin prints while it loads comes before the answer.
    answer = re.search(r"^\{$.*", done.stdout, re.MULTILINE | re.DOTALL)
    if answer is None:
        raise RuntimeError(f"{algorithm} gave no answer:\n{done.stdout}{done.stderr}")
    results: dict[str, Any] = json.loads(answer[0])["results"]
    return results


def _arguments(key: str, value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, (list, tuple)):
        return [word for member in value for word in _arguments(key, member)]
    return [f"{key}={str(value).lower() if isinstance(value, bool) else value}"]


def _enable_plugin() -> None:
    settings = PROFILE / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    line = f"{build.NAME}=true"
    if settings.exists() and line in settings.read_text(encoding="utf-8").splitlines():
        return
    done = _qgis_process("plugins", "enable", build.NAME)
    if done.returncode:
        raise RuntimeError(f"the plugin could not be enabled:\n{done.stdout}{done.stderr}")


def _qgis_process(*words: str) -> subprocess.CompletedProcess[str]:
    # Debian 12's qgis_process passes an option that its own program refuses.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        raise RuntimeError("qgis_process is missing: please install QGIS.")
    runtime = PROFILE / "runtime"
    runtime.mkdir(mode=0o700, parents=True, exist_ok=True)
    environment = {
        **os.environ,
        # A warning of QGIS 3.22 about itself would open every error message.
        "PYTHONWARNINGS": "ignore",
        "QGIS_CUSTOM_CONFIG_PATH": str(PROFILE),
        "QGIS_PLUGINPATH": str(build.STAGED.parent),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
    }
    command = [program, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


if __name__ == "__main__":
    pairs = dict(word.split("=", 1) for word in sys.argv[2:])
    print(json.dumps(run(sys.argv[1], pairs), indent=2))
