# SPDX-License-Identifier: GPL-2.0-or-later
"""Make the fictional regency "Kabupaten Contoh".

Usage: ``/usr/bin/python3 scripts/make_sample.py [FOLDER]`` (numpy and GDAL's Python are needed).
``--digest`` prints the digest of an existing folder instead of writing one.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sample.build import build  # noqa: E402
from sample.store import digest  # noqa: E402

DEFAULT = Path(__file__).resolve().parents[1] / "blankspot_plugin" / "resources" / "sample"


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Make the fictional regency Kabupaten Contoh.")
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--digest", action="store_true", help="print the digest of a folder")
    options = parser.parse_args()
    if options.digest:
        print(digest(options.folder))
        return 0
    about = build(options.folder)
    print(json.dumps(about["tables"], indent=2))
    size = sum(p.stat().st_size for p in options.folder.iterdir() if p.is_file())
    print(f"{options.folder}: {size / 1e6:.2f} MB, digest {about['digest'][:16]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
