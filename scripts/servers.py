# SPDX-License-Identifier: GPL-2.0-or-later
"""Install the servers of tests/servers; done in a moment when all are there.

QGIS Server, MapServer and PostgreSQL with PostGIS come by apt; pygeoapi from PyPI and Koop from
npm into folders of their own under ``~/.cache/blankspot``, since they bring many packages that
nothing else of the project may lean on. ``BLANKSPOT_SERVERS`` names those wanted, all else.
What can't be installed is said, and its tests are skipped; with ``CI`` set, it fails.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import setup

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "blankspot"
FILES = setup.ROOT / "tests" / "servers"
PACKAGES = {
    "qgis-server": ("qgis-server",),
    "mapserver": ("cgi-mapserver",),
    # Of whatever version of PostgreSQL this Debian has.
    "postgis": ("postgresql-postgis",),
    "pygeoapi": ("libsqlite3-mod-spatialite",),
    "koop": ("nodejs", "npm"),
}


def install_pygeoapi(folder: Path) -> None:
    """Make the virtual environment of pygeoapi."""
    run([setup.SYSTEM_PYTHON, "-m", "venv", str(folder)])
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-deps"]
    run([*pip, "--requirement", str(FILES / "pygeoapi" / "requirements.txt")])


def install_koop(folder: Path) -> None:
    """Install Koop's packages as its lock file has them."""
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(FILES / "koop" / name, folder)
    # Peers are left out: one of them is a whole toolkit for telephones.
    options = ["--ignore-scripts", "--omit=optional", "--legacy-peer-deps", "--no-audit"]
    run(["npm", "ci", "--no-fund", "--loglevel=error", *options], folder)


def make(name: str, list_of: Path, install: Callable[[Path], None]) -> None:
    """Make a server's folder unless it is there and was made from the same list."""
    folder, stamp = CACHE / name, CACHE / name / "made-from.sha256"
    wanted = hashlib.sha256(list_of.read_bytes() + os.path.realpath(setup.SYSTEM_PYTHON).encode())
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted.hexdigest():
        return
    print(f"servers: installing {name} in {folder}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    install(folder)
    stamp.write_text(wanted.hexdigest(), encoding="ascii")


def run(command: list[str], folder: Path | None = None) -> None:
    """Run a command; its last words are the error if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode:
        last_words = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise OSError(f"{' '.join(command[:4])} failed:\n{last_words}")


def packages(name: str) -> tuple[str, ...]:
    """Return the Debian packages of a server."""
    if name != "koop":
        return PACKAGES[name]
    # Other builds of Node.js bring npm, and will not have Debian's beside them.
    programs = {"node": "nodejs", "npm": "npm"}
    return tuple(package for word, package in programs.items() if not shutil.which(word))


def install(name: str) -> None:
    """Install one server."""
    setup.install_packages(packages(name))
    if name == "pygeoapi":
        make(name, FILES / "pygeoapi" / "requirements.txt", install_pygeoapi)
    if name == "koop":
        make(name, FILES / "koop" / "package-lock.json", install_koop)


def main() -> None:
    """Install the servers that are wanted."""
    wanted = os.environ.get("BLANKSPOT_SERVERS", "").split() or list(PACKAGES)
    failed = []
    CACHE.mkdir(parents=True, exist_ok=True)
    # Checkouts share the folders: one at a time.
    with (CACHE / "servers.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # In one go, which is quicker; if one of them can't be had, the loop finds out which.
        with contextlib.suppress(SystemExit):
            setup.install_packages(tuple(word for name in wanted for word in packages(name)))
        for name in wanted:
            try:
                install(name)
            except (OSError, SystemExit) as error:
                print(f"{error}\nservers: {name} is not installed; its tests are skipped.")
                failed.append(name)
    if failed and os.environ.get("CI"):
        sys.exit(f"servers: could not install {', '.join(failed)}, which CI needs.")


if __name__ == "__main__":
    main()
