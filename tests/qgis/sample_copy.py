# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample as tests may open it: a copy, for QGIS changes the journal of what it opens."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from blankspot_plugin import paths


@cache
def copied() -> Path:
    """Return the copy of this process."""
    folder = Path(tempfile.mkdtemp(prefix="blankspot_sample_"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(shutil.copy(paths.sample(), folder))


def sample(table: str) -> str:
    """Return a table of it as a layer source."""
    return f"{copied()}|layername={table}"
