# SPDX-License-Identifier: GPL-2.0-or-later
"""Certificates for 127.0.0.1, made by the openssl command while a test runs; none is kept.

Each function returns a PEM file that holds key and certificate, as ``FaultServer`` wants it.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

_CA = """[ca]
default_ca = office
[office]
database = {folder}/index.txt
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = anything
x509_extensions = server
[anything]
commonName = supplied
[server]
subjectAltName = IP:127.0.0.1,IP:127.0.0.2,DNS:localhost
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth,clientAuth
"""


def self_signed(folder: Path) -> Path:
    """Return a certificate that nobody vouches for."""
    return _made(folder, "self", ["-addext", "subjectAltName=IP:127.0.0.1"])


def authority(folder: Path) -> Path:
    """Return an office's own certificate authority."""
    extensions = ["-addext", "keyUsage=critical,keyCertSign,cRLSign"]
    return _made(folder, "authority", extensions, name="Dinas test authority")


def signed(folder: Path, by: Path, *, expired: bool = False) -> Path:
    """Return a certificate of an authority, expired years ago or good for a week."""
    name = "expired" if expired else "signed"
    place = folder / name
    place.mkdir()
    (place / "index.txt").touch()
    (place / "serial").write_text("01\n", encoding="ascii")
    config = place / "ca.cnf"
    config.write_text(_CA.format(folder=place), encoding="ascii")
    key, asked, made = place / "key.pem", place / "asked.pem", place / "made.pem"
    _openssl("req", *_KEY, "-keyout", key, "-out", asked, "-subj", "/CN=127.0.0.1")
    dates = ["-startdate", "20200101000000Z", "-enddate", "20210101000000Z"]
    _openssl(
        "ca", "-batch", "-notext", "-config", config, "-cert", by, "-keyfile", by,
        "-in", asked, "-out", made, *(dates if expired else ["-days", "7"]),
    )  # fmt: skip
    return _joined(folder / f"{name}.pem", key, made)


# A curve makes keys in no time.
_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def _made(folder: Path, word: str, extensions: list[str], name: str = "127.0.0.1") -> Path:
    key, made = folder / f"{word}-key.pem", folder / f"{word}-made.pem"
    _openssl(
        "req", "-x509", *_KEY, "-days", "7", "-keyout", key, "-out", made,
        "-subj", f"/CN={name}", *extensions,
    )  # fmt: skip
    return _joined(folder / f"{word}.pem", key, made)


def _joined(target: Path, *parts: Path) -> Path:
    target.write_text("".join(part.read_text(encoding="ascii") for part in parts), encoding="ascii")
    return target


def _openssl(*words: object) -> None:
    command = ["openssl", *map(str, words)]
    subprocess.run(command, check=True, capture_output=True, text=True)
