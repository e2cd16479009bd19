# SPDX-License-Identifier: GPL-2.0-or-later
"""How is a coordinate spelt, and what may it mean?

A cell is read in two ways. *Written* is what it says by its own notation: a number, a
decimal comma, degrees with minutes and seconds, hemisphere letters. *Others* are guesses
about what went wrong on its way into the sheet: a lost point at every scale, a lost sign, a
label that speaks of the other axis. Guesses are never taken by themselves: whether one is
right, only the ground can tell (:mod:`.placing`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import SupportsFloat

import numpy as np

from .arrays import Floats
from .decimals import (
    DIGITS,
    DMS,
    LABEL,
    LAT,
    LON,
    LOST_POINT,
    PLAIN,
    SEXAGESIMAL,
    SIGN,
    Reading,
    dotted_degrees,
    lost_points,
    number,
    packed_degrees,
    sexagesimal,
)

_SINGLES = "‘’‚‛′`´ʹʼˈ"
_DOUBLES = "“”„‟″ʺ¨"
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("−–—‒﹣－", "-"),
        **dict.fromkeys(_SINGLES, "'"),
        **dict.fromkeys(_DOUBLES, '"'),
        **dict.fromkeys("º˚∘ᵒ⁰\ufffd", "°"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n", " "),
        **dict.fromkeys("\ufeff\u200b\u200e\u200f", None),
    }
)
# A point and its decimals torn apart by a blank: "99. 14179".
_TORN = re.compile(r"([+-]? ?\d{1,3})[.,] +(\d{3,})")
_BLANK_BETWEEN = re.compile(r"\d[.,]* +[.,]*\d")
# What stands behind an easting or a northing: "478123 mE".
_EASTING = re.compile(r"[+-]?\d[\d.,]{4}")
_METRES = re.compile(r"(?<=\d) ?M ?[ENSTU]?\.?$")

# Words that stand beside a coordinate: axis, and sign where they tell one.
_WORDS = {
    "X": (LON, 0), "Y": (LAT, 0),
    "LINTANG": (LAT, 0), "LATITUDE": (LAT, 0), "LAT": (LAT, 0),
    "BUJUR": (LON, 0), "LONGITUDE": (LON, 0), "LONG": (LON, 0), "LON": (LON, 0), "LNG": (LON, 0),
    "LS": (LAT, -1), "SELATAN": (LAT, -1), "SOUTH": (LAT, -1), "S": (LAT, -1),
    "LU": (LAT, 1), "UTARA": (LAT, 1), "NORTH": (LAT, 1), "U": (LAT, 1), "N": (LAT, 1),
    "BT": (LON, 1), "TIMUR": (LON, 1), "EAST": (LON, 1), "T": (LON, 1), "E": (LON, 1),
    "BB": (LON, -1), "BARAT": (LON, -1), "WEST": (LON, -1), "B": (LON, -1), "W": (LON, -1),
}  # fmt: skip
_WORD = re.compile(r"[A-Z]+ *[.:=]*")
_DOTTED = re.compile(r"\b([LB])\. ?([STUB])\b\.?")
_UNITS = (
    (re.compile(r"°|(?<=\d) ?(?:DERAJAT|DEGREES?|DEG|D\b|D(?=\d)|O(?= ?\d))\.?"), "d"),
    (re.compile(r"(?<!')'(?!')|(?<=\d) ?(?:MENIT|MINUTES?|MIN|M\b|M(?=\d))\.?"), "m"),
    (re.compile(r"\"|''|(?<=\d) ?(?:DETIK|SECONDS?|SEC)\.?"), "s"),
)
# A bare S after a number is a hemisphere, unless minutes were spelt with an M before it.
_SPELT_SECONDS = re.compile(r"(?<=\d) ?S(?=[^A-Z]|[SNEWLUTB]|$)")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?) *([dms]?)")


@dataclass(frozen=True)
class Spelling:
    """All a cell may mean.

    Attributes
    ----------
    written
        What it says by its own notation; None where it can't be read as it stands.
    others
        Guesses, without a lost sign or a label passed over (see :meth:`readings`).
    """

    written: Reading | None = None
    others: tuple[Reading, ...] = ()

    def __bool__(self) -> bool:
        return self.written is not None or bool(self.others)

    def readings(
        self, axis: str, low: float, high: float, signs: bool, labels: bool
    ) -> list[Reading]:
        """Return what the cell may mean on an axis, likely and unlikely.

        Parameters
        ----------
        axis
            LON or LAT.
        low, high
            Between which degrees.
        signs
            Whether a lost sign can be told.
        labels
            Whether a label of the other axis may be passed over.
        """
        made: list[Reading] = []
        for one in (*((self.written,) if self.written else ()), *self.others):
            # A coordinate of exactly zero is one that is missing.
            if one.value and (low <= one.value <= high or low <= -one.value <= high):
                for fit in _on_axis(one, axis, labels):
                    made.append(fit)
                    made.extend(_lost_sign(fit, signs))
        return [one for one in made if low <= one.value <= high]


def _on_axis(one: Reading, axis: str, labels: bool) -> tuple[Reading, ...]:
    """Return a reading for an axis, its label passed over where that is allowed."""
    if one.axis in ("", axis):
        return (one,)
    if not labels:
        return ()
    passed = one._replace(words=(*one.words, LABEL), cost=one.cost + 1)
    if not one.stated:
        return (passed,)
    # "BT" beside a latitude: its letter says nothing about north and south.
    return passed, passed._replace(value=-passed.value)


def _lost_sign(one: Reading, signs: bool) -> tuple[Reading, ...]:
    """Return a reading with the sign it may have lost; none where a letter states it."""
    if one.stated or SIGN in one.words:
        return ()
    other = one._replace(value=-one.value, words=(*one.words, SIGN))
    if one.kind not in ("", SEXAGESIMAL):
        # Digits that lost their point and their sign are too far from what is written to
        # repair them, but not too far to doubt another reading.
        return (other._replace(cost=one.cost + 2, doubtful=True),) if one.value > 0 else ()
    return (other._replace(cost=one.cost + 1),) if signs else ()


def is_missing(cell: object) -> bool:
    """Tell whether a cell says nothing: empty, a dash, NULL, NaN."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return True
    return isinstance(cell, str) and cell.strip(" -–—_.\t\r\n\u00a0").upper() in _NOTHING


_NOTHING = ("", "NULL", "NAN", "NONE", "N/A", "NA", "#N/A", "TIDAK ADA")


def plain_numbers(cells: Iterable[object]) -> Floats:
    """Return cells that are plain numbers as they stand, NaN for all others, (n,)."""
    return np.array([_plain(cell) for cell in cells], dtype=float)


def _plain(cell: object) -> float:
    if isinstance(cell, (int, float)):
        return math.nan if isinstance(cell, bool) else float(cell)
    if isinstance(cell, str):
        text = cell.strip()
        if PLAIN.fullmatch(text):
            return float(text.replace(" ", ""))
    return math.nan


def spell(cell: object) -> Spelling:
    """Return all a cell may mean.

    >>> spell("10,758,096.000000").others[0].value
    107.58096
    >>> spell("1° 54' LS").written.value
    -1.9
    """
    if is_missing(cell) or isinstance(cell, bool):
        return Spelling()
    if isinstance(cell, (int, float)):
        return _spell_number(float(cell))
    if not isinstance(cell, str):
        if not isinstance(cell, SupportsFloat):
            return Spelling()
        return _spell_number(float(cell))
    text = " ".join(cell.upper().replace("Â°", "°").translate(_LOOKALIKES).split())
    # A leading apostrophe is how a spreadsheet marks a text.
    text = _DOTTED.sub(r"\1\2", text.lstrip("'").rstrip(" ;,"))
    if _EASTING.match(text):
        text = _METRES.sub("", text)
    if PLAIN.fullmatch(text):
        return _spell_number(float(text.replace(" ", "")), text)
    return _bare(text) or _labelled(text)


def _spell_number(value: float, text: str = "") -> Spelling:
    if not math.isfinite(value):
        return Spelling()
    return Spelling(Reading(value), _digits(text or f"{value:.15g}"))


def _digits(text: str) -> tuple[Reading, ...]:
    return (*lost_points(text), *packed_degrees(text))


def _doubted(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return readings beside one that takes the cell for whole degrees, minutes and seconds."""
    return tuple(one._replace(doubtful=True) for one in readings)


def _bare(text: str, axis: str = "", sign: int = 0, words: tuple[str, ...] = ()) -> Spelling | None:
    """Read a number without units; None where the text is none."""
    torn = _TORN.fullmatch(text)
    if torn:
        text, words = f"{torn[1]}.{torn[2]}", words or (DMS,)
    if _BLANK_BETWEEN.search(text):
        return None
    stated = bool(sign)
    others = tuple(
        one._replace(
            value=_signed(one.value, sign), words=_once(*words, *one.words), axis=axis,
            stated=stated,
        )
        for one in _digits(text)
    )  # fmt: skip
    size, how = number(text)
    if size is None:
        dotted = [
            Reading(_signed(value, sign), (DMS,), axis, stated=stated, kind=SEXAGESIMAL)
            for value in dotted_degrees(text)
        ]  # "6.54.32": degrees, minutes, seconds, or separators of thousands?
        others = _doubted(others) if dotted else others
        return Spelling(None, (*dotted, *others)) if dotted or others else None
    read = _sides(abs(size), size < 0, sign, (*words, *how), axis)
    if len(read) > 1:
        return Spelling(None, read)
    return Spelling(read[0], others)


def _once(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _signed(number: float, sign: int) -> float:
    return -abs(number) if sign < 0 else number


def _labelled(text: str) -> Spelling:
    """Read a number with units, hemisphere letters or the name of its axis."""
    spelt = re.search(r"\d ?(?:M|MENIT|MIN)\b|\dM\d", text)
    for pattern, unit in _UNITS:
        text = pattern.sub(f" {unit} ", text)
    if spelt:
        text = _SPELT_SECONDS.sub(" s ", text)
    found = [_WORDS.get(word.rstrip(" .:=")) for word in _WORD.findall(text)]
    labels = [label for label in found if label is not None]
    axes, signs = {axis for axis, _ in labels}, {sign for _, sign in labels if sign}
    if len(labels) != len(found) or len(axes) > 1 or len(signs) > 1:
        return Spelling()
    axis, sign = "".join(axes), sum(signs)
    body = " ".join(_WORD.sub(" ", text).strip(" .:=,;").split())
    if labels:
        bare = _bare(body, axis, sign, (DMS,))
        if bare:
            return bare
    return _degrees(body, axis, sign)


def _degrees(body: str, axis: str, sign: int) -> Spelling:
    """Read degrees, minutes and seconds, told apart by units, colons, blanks or hyphens."""
    negative, rest = body.startswith("-"), body.lstrip("+- ")
    parts = _NUMBER.findall(rest)
    numbers = [number for number, _ in parts]
    units = "".join(unit or "?" for _, unit in parts)
    in_order = all(unit in ("?", due) for unit, due in zip(units, "dms"))
    if not 1 <= len(parts) <= 3 or not in_order or _NUMBER.sub("", rest).strip(" :-,"):
        return Spelling()
    named = units.strip("?") != ""
    value = sexagesimal(numbers) if named or len(parts) > 1 else None
    kind = SEXAGESIMAL if len(parts) > 1 else ""
    written = () if value is None else _sides(value, negative, sign, (DMS,), axis, kind)
    if not named and len(parts) == 2 and ":" not in rest:
        # "107 58": minutes, or a point that became a blank?
        if all(number.isdigit() for number in numbers):
            joined = float(".".join(numbers))
            lost = tuple(
                one._replace(cost=one.cost + 1)
                for one in _sides(joined, negative, sign, (LOST_POINT,), axis, DIGITS)
            )
            written += _doubted(lost) if written else lost
        return Spelling(None, written)
    lost = () if named or axis else lost_points(body)
    lost = _doubted(lost) if written and kind else lost
    if len(written) == 1:
        return Spelling(written[0], lost)
    return Spelling(None, (*written, *lost))


def _sides(
    size: float,
    negative: bool,
    sign: int,
    words: tuple[str, ...],
    axis: str,
    kind: str = "",
) -> tuple[Reading, ...]:
    """Return a value with its sign; both ways where minus and letter contradict one another."""
    read = Reading(size, words, axis, stated=bool(sign), kind=kind)
    if negative and sign > 0:
        return tuple(
            read._replace(value=side * size, words=(*words, SIGN), cost=1) for side in (1, -1)
        )
    return (read._replace(value=-size if negative or sign < 0 else size),)
