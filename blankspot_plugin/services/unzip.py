# SPDX-License-Identifier: GPL-2.0-or-later
"""Take files out of a zip that may have been made to harm.

No name of a zip decides where a file lands: it is given a folder of its own below the one asked
for, by number. What is unpacked is counted while it comes, whatever the zip announces.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from ..core import errors

# The whole of a province fits; what grows beyond is a bomb, or a matter for a database.
UNPACKED_LIMIT = 2**30
_MOST_FILES = 10_000
_CHUNK = 2**18
_ODD = re.compile(r'[<>:"|?*\\/\x00-\x1f]')


def check(path: Path, url: str) -> None:
    """Refuse a zip that announces more than anybody unpacks.

    Raises
    ------
    AnswerTooLarge
        If it does.
    AnswerCut
        If it can't be read.
    """
    with _opened(path, url) as archive:
        _check(archive, url)


def unpack(path: Path, folder: Path, endings: frozenset[str], url: str) -> dict[str, Path]:
    """Write the files with some endings into a folder; return them by their names in the zip.

    Files of one folder of the zip stay together, for shapefiles are several.

    Parameters
    ----------
    path
        The zip.
    folder
        Where they go.
    endings
        As ``.shp``, in small letters.
    url
        Where the zip came from.

    Raises
    ------
    AnswerTooLarge
        If more comes out than :data:`UNPACKED_LIMIT`.
    AnswerCut
        If it is broken.
    NotALayer
        If it is locked by a password.
    """
    found: dict[str, Path] = {}
    places: dict[str, Path] = {}
    left = UNPACKED_LIMIT
    with _opened(path, url) as archive:
        _check(archive, url)
        for member in archive.infolist():
            name = PurePosixPath(member.filename.replace("\\", "/"))
            wanted = name.suffix.lower() in endings and not name.name.startswith("._")
            if member.is_dir() or not wanted:
                continue
            place = places.setdefault(str(name.parent), folder / f"part-{len(places):03d}")
            place.mkdir(exist_ok=True)
            target = place / _ODD.sub("_", name.name)
            left -= _copy(archive, member, target, left, url)
            found[str(name)] = target
    return found


def read(path: Path, name: str, limit: int, url: str) -> bytes:
    """Return one file of a zip; raises as :func:`unpack` does."""
    with _opened(path, url) as archive:
        try:
            with archive.open(name) as file:
                body = file.read(limit + 1)
        except KeyError as error:
            raise errors.AnswerCut(url, name) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise errors.AnswerCut(url, str(error)) from error
        except (RuntimeError, NotImplementedError) as error:
            raise errors.NotALayer(url, str(error)) from error
    if len(body) > limit:
        raise errors.AnswerTooLarge(url, limit)
    return body


def names(path: Path, url: str = "") -> list[str]:
    """Return the names of the files of a zip."""
    with _opened(path, url) as archive:
        return archive.namelist()


def _opened(path: Path, url: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise errors.AnswerCut(url, str(error)) from error


def _check(archive: zipfile.ZipFile, url: str) -> None:
    members = archive.infolist()
    if len(members) > _MOST_FILES or sum(m.file_size for m in members) > UNPACKED_LIMIT:
        raise errors.AnswerTooLarge(url, UNPACKED_LIMIT)


def _copy(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, left: int, url: str
) -> int:
    """Write one file and return its size."""
    taken = 0
    try:
        with archive.open(member) as source, target.open("wb") as file:
            while chunk := source.read(_CHUNK):
                taken += len(chunk)
                if taken > left:
                    raise errors.AnswerTooLarge(url, UNPACKED_LIMIT)
                file.write(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise errors.AnswerCut(url, f"{member.filename}: {error}") from error
    except (RuntimeError, NotImplementedError) as error:
        # A password, or a way of packing that Python doesn't know.
        raise errors.NotALayer(url, f"{member.filename}: {error}") from error
    return taken
