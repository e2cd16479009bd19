# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder across a network: sshfs over a pipe, without a login and without a network.

With ``direct_io`` files can't be mapped into shared memory, as on SMB and NFS, so that SQLite's
write-ahead log fails there: ``disk I/O error``.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SFTP_SERVER = "/usr/lib/openssh/sftp-server"
PATIENCE = 10.0


def missing() -> str:
    """Return what is needed and not there; '' where all of it is."""
    needed = {"sshfs": shutil.which("sshfs"), "fusermount3": shutil.which("fusermount3")}
    needed |= {name: os.path.exists(name) for name in (SFTP_SERVER, "/dev/fuse")}
    return ", ".join(name for name, there in needed.items() if not there)


@contextmanager
def drive(share: Path, place: Path) -> Iterator[Path]:
    """Mount a folder at another and give that; both are made."""
    share.mkdir()
    place.mkdir()
    here, there = socket.socketpair()
    server = subprocess.Popen([SFTP_SERVER], stdin=there, stdout=there)
    command = ["sshfs", f":{share}", str(place), "-f", "-o", "slave,direct_io"]
    client = subprocess.Popen(command, stdin=here, stdout=here)
    here.close()
    there.close()
    try:
        _wait_for(place)
        yield place
    finally:
        # QGIS may still hold a file open: it is let go when it closes it.
        subprocess.run(["fusermount3", "-u", "-z", str(place)], check=False)
        for process in (client, server):
            process.terminate()
            process.wait(PATIENCE)


def _wait_for(place: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not os.path.ismount(place):
        if time.monotonic() > until:
            raise TimeoutError(f"{place} was not mounted")
        time.sleep(0.05)
