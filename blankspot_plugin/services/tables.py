# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables as text: CSV in whatever encoding and with whatever separator it was sent.

Written again as UTF-8 with commas, so that no reader can take it wrong. Cells stay the text
they are: ``007`` and ``0,5`` are not numbers yet.

A quote that nobody closes (``"x;1``) makes one cell of all that follows, to the end of the file.
Such a cell is taken apart again, line by line, and the quote stays as text.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from ..core import errors
from .model import Page

_SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 50
_CHUNK = 2**20
# An outline of a village as text is a long cell.
_LONGEST_CELL = 2**27
_LIMIT = Lock()
# GDAL takes a file without a comma for no CSV, and leaves a last column out that has no name.
_NARROWEST = 2
# A line no table has.
_MARK = "\x1e"


def rewrite(source: Path, target: Path) -> Page:
    """Write a table of text again as UTF-8 with commas; return it as a page with its count.

    A row longer than the head makes the head longer, by ``field_N``; empty rows are left out;
    a name used twice gets a number.
    """
    with _long_cells():
        width, count = 0, 0
        for row in rows(source):
            width = max(width, len(row))
            count += 1
        with target.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            for number, row in enumerate(rows(source)):
                cells = _names(row, width) if number == 0 else row
                out.writerow([*cells, *[""] * (max(width, _NARROWEST) - len(cells))])
    return Page(target, "csv", max(0, count - 1))


def count(source: Path) -> int:
    """Return how many rows there are below the head, quotes minded."""
    with _long_cells():
        return max(0, sum(1 for _ in rows(source)) - 1)


def write(target: Path, names: Sequence[str], records: Iterable[Sequence[str]]) -> None:
    """Write a table of text as UTF-8 with commas."""
    more = [""] * (_NARROWEST - len(names))
    with target.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([*names, *more])
        out.writerows([*record, *more] for record in records)


def rows(source: Path) -> Iterator[list[str]]:
    """Yield the rows that hold anything, the head first."""
    encoding = _encoding(source)
    # Only UTF-16 was not read to its end to tell it.
    with source.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(_CHUNK).replace("\0", "")
        separator, told = _separator(sample)
        file.seek(0)
        # Before 3.11 the csv module stops at a NUL.
        lines = (line.replace("\0", "") for line in file)
        if told:
            next(lines)
        with closing(lines):
            try:
                for row in _records(lines, separator):
                    if any(cell.strip() for cell in row):
                        yield row
            except csv.Error as error:
                raise errors.NotTheProtocol(str(source), str(error)) from error


def _records(lines: Iterator[str], separator: str) -> Iterator[list[str]]:
    """Yield rows, and in place of one that a quote made of several these, line by line."""
    read: list[str] = []

    def noted() -> Iterator[str]:
        for line in lines:
            read.append(line)
            yield line

    width = 0
    for row in csv.reader(noted(), delimiter=separator):
        width = width or len(row)
        if '"' in read[0] and _swallowed(row, read, separator, width):
            yield from [_line(line, separator) for line in read]
        else:
            yield row
        read.clear()


def _swallowed(row: list[str], raw: list[str], separator: str, width: int) -> bool:
    """Tell whether a quote in a row closes never, or by chance at another one further down.

    By chance: the row is not as wide as the head, or goes on behind the quote that closes it,
    and each of its lines is as wide as the head.
    """
    if (len(raw) > 1 or raw[0].count('"') % 2) and not _closed(raw, separator):
        return True
    if len(raw) < 2 or (len(row) == width and _strict(raw, separator)):
        return False
    return all(len(_line(line, separator)) == width for line in raw if line.strip())


def _strict(raw: list[str], separator: str) -> bool:
    """Tell whether quotes stand at the ends of cells only."""
    try:
        return bool(list(csv.reader(raw, delimiter=separator, strict=True)))
    except csv.Error:
        return False


def _closed(raw: list[str], separator: str) -> bool:
    """Tell whether what follows these lines would be a row of its own."""
    *_, last = csv.reader([*raw, _MARK], delimiter=separator)
    return last == [_MARK]


def _line(line: str, separator: str) -> list[str]:
    """Return the cells of one line, with its quotes as text unless they close on it."""
    if _closed([line], separator):
        return next(csv.reader([line], delimiter=separator), [])
    return next(csv.reader([line], delimiter=separator, quoting=csv.QUOTE_NONE), [])


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let cells be long for a while: the limit is one for the whole of Python."""
    with _LIMIT:
        before = csv.field_size_limit(_LONGEST_CELL)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _encoding(source: Path) -> str:
    """Return the encoding: by its mark, else UTF-8 if it is, else what Windows writes."""
    with source.open("rb") as file:
        head = file.read(_CHUNK)
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if head.startswith(mark):
            return encoding
    if two_bytes(head):
        return two_bytes(head)
    # latin-1 knows every byte: nothing is lost where even Windows' own fails.
    return next((name for name in ("utf-8", "cp1252") if _readable(source, name)), "latin-1")


def two_bytes(head: bytes) -> str:
    """Return which UTF-16 bytes without a mark are, by where their zeros lie; '' if neither."""
    even, odd, quarter = head[::2].count(0), head[1::2].count(0), len(head) // 4
    if len(head) > 1 and max(even, odd) > quarter and min(even, odd) <= quarter // 8:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def _readable(source: Path, encoding: str) -> bool:
    try:
        with source.open(encoding=encoding) as file:
            while file.read(_CHUNK):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _separator(sample: str) -> tuple[str, bool]:
    """Return the separator and whether the file tells it in a line of its own.

    Excel's ``sep=;`` is believed; else the separator under which most rows have as many cells
    as the head has, and at least two. A decimal comma can't win so: heads have none.
    """
    first = sample.lstrip("\ufeff").split("\n", 1)[0].strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], True
    best, separator = (0.0, 0), ","
    for candidate in _SEPARATORS:
        found = csv.reader(io.StringIO(sample, newline=""), delimiter=candidate)
        widths = [len(row) for row in itertools.islice(found, _SAMPLE_ROWS) if any(row)]
        if widths and widths[0] > 1:
            score = (Counter(widths)[widths[0]] / len(widths), widths[0])
            if score > best:
                best, separator = score, candidate
    return separator, False


def _names(head: Sequence[str], width: int) -> list[str]:
    """Return names for all columns, each once."""
    cells = [*head, *[""] * (width - len(head))]
    return unique([cell.strip() or f"field_{place}" for place, cell in enumerate(cells, 1)])


def unique(names: Iterable[str]) -> list[str]:
    """Return names of columns, each once: GeoPackage and Excel don't tell capitals apart."""
    free = Names()
    return [free.new(name) for name in names]


class Names:
    """Names of columns, each once, of records that need not all have the same."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, plain: str) -> str:
        """Return the name of a column, the same for every record that has it."""
        if plain not in self._given:
            self._given[plain] = self.new(plain)
        return self._given[plain]

    def new(self, plain: str) -> str:
        """Return a name nobody has yet, with a number where it takes one."""
        name = plain
        for again in itertools.count(2):
            if name.casefold() not in self._taken:
                break
            name = f"{plain}_{again}"
        self._taken.add(name.casefold())
        return name
