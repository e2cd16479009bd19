# SPDX-License-Identifier: GPL-2.0-or-later
"""Copy the plugin into a QGIS profile, the default one unless another is named."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

import build


def default_profile() -> Path:
    """Return the folder of QGIS 3's default profile on this system."""
    if sys.platform == "win32":
        data = Path(os.environ["APPDATA"])
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "QGIS" / "QGIS3" / "profiles" / "default"


def install(profile: Path) -> Path:
    """Build the plugin, replace the one in the profile and return where it lies."""
    target = profile / "python" / "plugins" / build.NAME
    staged = build.build()
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(staged, target)
    return target


def main() -> None:
    """Install the plugin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile-dir", type=Path, default=default_profile())
    target = install(parser.parse_args().profile_dir)
    print(f"installed {target}; enable it in QGIS under Plugins > Manage and Install Plugins")


if __name__ == "__main__":
    main()
