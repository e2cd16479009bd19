# SPDX-License-Identifier: GPL-2.0-or-later
"""Where what belongs to a set lies, for those who must not load numpy before they are timed."""

from __future__ import annotations

from pathlib import Path


def people_path(data: Path) -> Path:
    """Return where the people of a set lie: points with a field ``people``."""
    return data.with_name(f"people-{data.name}")
