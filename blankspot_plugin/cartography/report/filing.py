# SPDX-License-Identifier: GPL-2.0-or-later
"""Several files that come together or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NotFiled(Exception):
    """A file can't take its place; none has.

    Attributes
    ----------
    path : Path
        The file, or the folder, that could not be written.
    reason : str
        What the system said.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Filing:
    """Files written beside their folder, to be moved there together.

    Parameters
    ----------
    folder
        Where they are to lie in the end.
    aside
        A folder on the same disk, where they are written.
    """

    def __init__(self, folder: Path, aside: Path) -> None:
        self._folder = folder
        self._aside = aside
        self._names: list[str] = []

    def path(self, name: str) -> Path:
        """Return where to write a file for now."""
        self._names.append(name)
        return self._aside / name

    def target(self, name: str) -> Path:
        """Return where a file will lie."""
        return self._folder / name

    def move(self) -> None:
        """Put all files in their places; what lay there stays if one of them can't be moved.

        Raises
        ------
        NotFiled
        """
        undo: list[tuple[Path, Path]] = []
        old = self._aside / "old"
        old.mkdir()
        try:
            for name in self._names:
                target = self.target(name)
                if target.is_dir():
                    raise NotFiled(target, os.strerror(errno.EISDIR))
                steps = [(target, old / name)] if target.exists() else []
                for start, end in [*steps, (self._aside / name, target)]:
                    try:
                        os.replace(start, end)
                    except OSError as error:
                        raise NotFiled(target, error.strerror or str(error)) from error
                    undo.append((end, start))
        except NotFiled:
            for end, start in reversed(undo):
                os.replace(end, start)
            raise


@contextmanager
def filing(folder: Path) -> Iterator[Filing]:
    """Open a filing for a folder, which is made if it isn't there.

    Nothing lies in the folder before ``move``; what was written aside is gone afterwards.

    Raises
    ------
    NotFiled
        If the folder can't be written to.
    """
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".report-", dir=folder))
    except OSError as error:
        raise NotFiled(folder, error.strerror or str(error)) from error
    try:
        yield Filing(folder, aside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        if made and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
