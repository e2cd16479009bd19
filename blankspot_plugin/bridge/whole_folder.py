# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder that is written whole or not at all.

It is written beside the one that is wanted and then takes its place in one step. A folder that
holds anything this did not write is never replaced.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.errors import NotShared

# What is in the folder, one path a line: only such a folder may be replaced.
CONTENTS = "contents.txt"


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Give a folder to write into; it takes the place of the target when all went well.

    Raises
    ------
    NotShared
        If the target holds what this did not write, or can't be replaced.
    """
    strange = _not_ours(target)
    if strange:
        raise NotShared(str(target), strange)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise NotShared(str(target), str(error)) from error
    made, old = beside / "new", beside / "old"
    try:
        made.mkdir()
        yield made
        listed = sorted(p.relative_to(made).as_posix() for p in made.rglob("*") if p.is_file())
        (made / CONTENTS).write_text("\n".join([*listed, CONTENTS]) + "\n", encoding="utf-8")
        if target.exists():
            target.rename(old)
        try:
            made.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    except OSError as error:
        raise NotShared(str(target), str(error)) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _not_ours(target: Path) -> str:
    """Return the first file in a folder that was not written here, '' for none."""
    if not target.exists():
        return ""
    if not target.is_dir():
        return target.name
    listed: set[str] = set()
    if (target / CONTENTS).is_file():
        listed = set((target / CONTENTS).read_text(encoding="utf-8").split("\n"))
    files = (p.relative_to(target).as_posix() for p in sorted(target.rglob("*")) if p.is_file())
    # SQLite's notes about a file that somebody looks at come and go.
    return next((p for p in files if p not in listed and not p.endswith(("-wal", "-shm"))), "")
