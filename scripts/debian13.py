# SPDX-License-Identifier: GPL-2.0-or-later
"""Run a command of this project on QGIS 3.40, in a folder that holds a Debian 13.

``debian13.py make test-qgis demo`` makes the folder where it is missing (some minutes and
3 GB, under ``~/.cache/blankspot``), copies the project into it and runs the command there by
chroot. Files are copied and not bound, because containers often forbid mounts.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import setup

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "blankspot"
FOLDER = CACHE / "trixie"
# The project's place as seen from inside; test data lie in ../shared/data there as here.
INSIDE = "/srv/blankspot/project"
WHEELS = "/srv/blankspot/wheels"


def make_folder() -> None:
    """Make the Debian 13 unless it is there; what stands half-made is made again."""
    # debootstrap removes its own folder last.
    if FOLDER.exists() and not (FOLDER / "debootstrap").exists():
        return
    setup.install_packages(("debootstrap", "debian-archive-keyring"))
    print(f"debian13: making {FOLDER}, this takes some minutes", flush=True)
    part = FOLDER.with_suffix(".part")
    for stale in (part, FOLDER):
        shutil.rmtree(stale, ignore_errors=True)
    include = "--include=ca-certificates,make,python3"
    subprocess.run(["debootstrap", "--variant=minbase", include, "trixie", str(part)], check=True)
    part.rename(FOLDER)


def copy_project() -> None:
    """Replace the copy of the project, all but its ``.venv``, and add the shared test data."""
    target = _inside(INSIDE)
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.name != ".venv":
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=setup.ROOT, capture_output=True, text=True, check=True)
    for name in set(listed.stdout.split("\0")) - {""}:
        if (setup.ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(setup.ROOT / name, target / name)
    shutil.rmtree(target.parent / "shared", ignore_errors=True)
    data = setup.ROOT.parent / "shared" / "data"
    if data.is_dir():
        shutil.copytree(data, target.parent / "shared" / "data")


def fetch_wheels() -> None:
    """Download the test tools for the Python inside, which may trust no certificate yet."""
    files = setup.requirements(34000)
    wheels = _inside(WHEELS)
    stamp = wheels / "requirements.txt"
    wanted = "".join(path.read_text(encoding="utf-8") for path in files)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(wheels, ignore_errors=True)
    python = os.readlink(FOLDER / "usr/bin/python3").replace("python", "")
    command = [str(setup.VENV / "bin" / "python"), "-m", "pip", "download", "-qq"]
    command += ["--only-binary=:all:", f"--python-version={python}", f"--dest={wheels}"]
    command += [option for path in files for option in ("--requirement", str(path))]
    subprocess.run(command, check=True)
    stamp.write_text(wanted, encoding="utf-8")


def run(command: list[str]) -> int:
    """Run a command in the copy of the project; return its exit code."""
    environment = {
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "PIP_FIND_LINKS": WHEELS,
        "PIP_NO_INDEX": "1",
        # pygeoapi and Koop are the same programs there and here.
        "BLANKSPOT_SERVERS": "qgis-server mapserver postgis",
        # Where /proc could not be mounted, QGIS does not find its own place.
        "QGIS_PREFIX_PATH": "/usr",
    }
    proxies = {name: value for name, value in os.environ.items() if name.endswith("_proxy")}
    with _proc():
        # An apt that was interrupted earlier would refuse to install anything.
        for words in (["dpkg", "--configure", "-a"], ["env", "-C", INSIDE, *command]):
            chroot = ["chroot", str(FOLDER), *words]
            code = subprocess.run(chroot, env={**environment, **proxies}, check=False).returncode
            if code:
                return code
    return 0


@contextlib.contextmanager
def _proc() -> Iterator[None]:
    """Mount /proc inside for a while, where that is allowed; the project does without."""
    if (FOLDER / "proc" / "self").exists():
        yield
        return
    mount = ["mount", "-t", "proc", "proc", str(FOLDER / "proc")]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(FOLDER / "proc")], check=True)


def _inside(path: str) -> Path:
    return FOLDER / path.lstrip("/")


def main() -> int:
    """Prepare the folder and run the command given on the command line."""
    if os.geteuid() != 0:
        sys.exit("debian13: please run this as root, which debootstrap and chroot need.")
    CACHE.mkdir(parents=True, exist_ok=True)
    # Checkouts share the folder: one at a time.
    with (CACHE / "trixie.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        make_folder()
        copy_project()
        fetch_wheels()
        return run(sys.argv[1:] or ["make", "test-qgis"])


if __name__ == "__main__":
    sys.exit(main())
