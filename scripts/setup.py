# SPDX-License-Identifier: GPL-2.0-or-later
"""Install what the verbs of the Makefile need; done in a moment when all is there.

Debian or Ubuntu packages come by apt, test tools from PyPI into ``.venv``, which sees the
system's QGIS. Any Python from 3.9 may run this; ``.venv`` is always made from the Python that
QGIS uses.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "requirements.sha256"
SYSTEM_PYTHON = "/usr/bin/python3"

PACKAGES = (
    "make",
    "python3-venv",
    "qgis",
    "python3-qgis",
    "xvfb",
    "xauth",
    "poppler-utils",
    "pyqt5-dev-tools",
    "qttools5-dev-tools",
    "qtbase5-dev-tools",
    "openssl",
    "tinyproxy-bin",
)


def requirements(qgis_version: int) -> list[Path]:
    """Return the requirement files for a QGIS version given as 32216."""
    generation = "3.34" if qgis_version >= 33400 else "3.22"
    scripts = ROOT / "scripts"
    return [scripts / "requirements-dev.txt", scripts / f"requirements-qgis-{generation}.txt"]


def missing(packages: tuple[str, ...]) -> list[str]:
    """Return those of the Debian packages that are not installed."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status} ${Package}\n", *packages]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return [name for name in packages if f"installed {name}" not in answer.splitlines()]


def install_packages(packages: tuple[str, ...]) -> None:
    """Install those of the Debian packages that are missing, or say what to install and stop."""
    names = missing(packages) if packages else []
    if not names:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *names]
    if os.geteuid() != 0:
        sys.exit(f"setup: please run this as root first: {' '.join(command)}")
    print(f"setup: installing with apt, this can take some minutes: {' '.join(names)}", flush=True)
    # A run level for one user keeps packages from starting their daemons, which nobody here needs.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    _run(["apt-get", "update"], "apt-get update failed", environment)
    _run(command, "apt-get install failed", environment)


def install_tools() -> None:
    """Make ``.venv`` with the pinned test tools unless it is there and up to date."""
    lists = (ROOT / "scripts").glob("requirements-*.txt")
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(lists)))
    # A new Python of the system needs a new .venv too.
    wanted.update(os.path.realpath(SYSTEM_PYTHON).encode())
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted.hexdigest():
        return
    files = requirements(_qgis_version())
    print(f"setup: installing in .venv from PyPI: {', '.join(_names(files))}", flush=True)
    venv = [SYSTEM_PYTHON, "-m", "venv", "--clear", "--system-site-packages", str(VENV)]
    _run(venv, "making .venv failed")
    options = [option for path in files for option in ("--requirement", str(path))]
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet", *options]
    _run(pip, "pip could not install the test tools (they need PyPI or a folder of wheels)")
    STAMP.write_text(wanted.hexdigest(), encoding="ascii")


def _qgis_version() -> int:
    code = "from qgis.core import Qgis; print(Qgis.QGIS_VERSION_INT)"
    answer = _run([SYSTEM_PYTHON, "-c", code], f"{SYSTEM_PYTHON} cannot import QGIS")
    return int(answer.split()[-1])


def _names(files: list[Path]) -> list[str]:
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def _run(command: list[str], failure: str, environment: dict[str, str] | None = None) -> str:
    """Return what a command prints; stop with the failure and its last words otherwise."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        last_words = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        sys.exit(f"{last_words}\nsetup: {failure}; the lines above say why.")
    return done.stdout


def main() -> None:
    """Install what is missing."""
    if not shutil.which("apt-get"):
        sys.exit(
            "setup: this needs Debian or Ubuntu with apt; elsewhere please install QGIS 3.22 or "
            "newer with its Python bindings, Xvfb, xauth, poppler and Qt's rcc, lrelease and "
            "pylupdate5, and call the scripts in scripts/ yourself."
        )
    install_packages(PACKAGES)
    install_tools()


if __name__ == "__main__":
    main()
