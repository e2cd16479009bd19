# SPDX-License-Identifier: GPL-2.0-or-later
"""Zip the staged plugin; the same sources give the same bytes."""

from __future__ import annotations

import argparse
import configparser
import zipfile
from pathlib import Path

import build


def version() -> str:
    """Return the version that ``metadata.txt`` states."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(build.ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def package(staged: Path, folder: Path) -> Path:
    """Zip the staged plugin into the folder and return the path of the ZIP."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{build.NAME}-{version()}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for source in sorted(staged.rglob("*")):
            if source.is_file():
                # A ZipInfo of its own carries neither the time nor the rights of the file.
                entry = zipfile.ZipInfo((Path(build.NAME) / source.relative_to(staged)).as_posix())
                entry.external_attr = 0o100644 << 16
                archive.writestr(entry, source.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return path


def main() -> None:
    """Build and zip the plugin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dist", type=Path, default=build.ROOT / "dist", help="folder of the ZIP")
    parser.add_argument("--staged", type=Path, default=build.STAGED, help="folder to stage in")
    options = parser.parse_args()
    path = package(build.build(options.staged), options.dist)
    print(f"{path} ({path.stat().st_size / 1e6:.2f} MB)")


if __name__ == "__main__":
    main()
