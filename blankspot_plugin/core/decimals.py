# SPDX-License-Identifier: GPL-2.0-or-later
"""What number does a text mean whose decimal mark is a comma, one of many, or lost?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

LON, LAT = "lon", "lat"

# What had to be read into a cell; stored in the field `issue` and never translated there.
COMMA, DMS, LOST_POINT, SIGN, LABEL = "decimal_comma", "dms", "lost_point", "sign", "label"

# How the digits of a cell are taken: as degrees with minutes, as ones that lost their point, as
# degrees, minutes and seconds without anything between them.
SEXAGESIMAL, DIGITS, PACKED = "sexagesimal", "digits", "packed"

PLAIN = re.compile(r"[+-]? ?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d{1,3})?")
_DECIMAL_COMMA = re.compile(r"[+-]? ?\d+,\d+")
_ENGLISH = re.compile(r"[+-]? ?\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_INDONESIAN = re.compile(r"[+-]? ?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DIGITS = re.compile(r"[+-]? ?\d[\d., ]*")
_DOTTED = re.compile(r"([+-]?) ?(\d{1,3})([.,])(\d{1,2})\3(\d{1,2})(?:[.,](\d+))?")
_THOUSANDS = re.compile(r"[1-9]\d\d[.,]\d{3}")
_PACKED = re.compile(r"([+-]?) ?([1-9]\d{0,2})(\d\d)(\d\d)(?:[.,]0*)?")
# Fewer digits than this place nothing: -69 may be anything.
_MIN_DIGITS = 5
# One more place after the point moves nothing any more.
_SMALLEST = 1e-6


class Reading(NamedTuple):
    """One thing a cell may mean.

    Attributes
    ----------
    value
        Degrees, or metres of some projection.
    words
        What had to be read into the cell; empty for a plain number.
    axis
        LON or LAT where the cell names its axis, else ''.
    doubtful
        Not likely enough to repair a cell by, but enough to doubt another reading.
    cost
        How much is assumed, 0 for what the cell says by its own notation.
    stated
        A letter or word tells the hemisphere: the sign is not lost.
    kind
        SEXAGESIMAL, DIGITS, PACKED, or '' for a number with its point.
    """

    value: float
    words: tuple[str, ...] = ()
    axis: str = ""
    doubtful: bool = False
    cost: int = 0
    stated: bool = False
    kind: str = ""


def number(text: str) -> tuple[float | None, tuple[str, ...]]:
    """Return the number a text is by one notation or another, with what that takes."""
    if PLAIN.fullmatch(text):
        return float(text.replace(" ", "")), ()
    if _DECIMAL_COMMA.fullmatch(text):
        return float(text.replace(" ", "").replace(",", ".")), (COMMA,)
    if _ENGLISH.fullmatch(text):
        return float(text.replace(" ", "").replace(",", "")), (COMMA,)
    if _INDONESIAN.fullmatch(text):
        return float(text.replace(" ", "").replace(".", "").replace(",", ".")), (COMMA,)
    return None, ()


def lost_points(text: str) -> tuple[Reading, ...]:
    """Read digits whose decimal point was lost, or became one of many, at every scale.

    A zero before the point, or behind it, that is lost as well is assumed on top.
    """
    if not _DIGITS.fullmatch(text):
        return ()
    negative, body = text.startswith("-"), text.lstrip("+- ")
    separators = len(re.findall(r"[., ]", body))
    # "984.375" is no place on the globe as it stands: its point is one of thousands.
    if separators == 1 and not re.fullmatch(r"\d+[.,]0*|[2-9]\d\d[.,]\d{3}", body):
        return ()
    # "10,758,096.000000": whole millions, the zeros are no digits of the coordinate.
    body = re.sub(r"^(\d+|[\d,]+,\d{3})\.0*$|^(\d+|[\d.]+\.\d{3}),0*$", r"\1\2", body)
    digits = re.sub(r"[., ]", "", body)
    if len(digits.lstrip("0")) < _MIN_DIGITS or len(digits) > 20:
        return ()
    scales = range(1, len(digits) + 7)
    if digits.startswith("0"):
        # A zero in front stood before the point.
        scales = range(len(digits) - 1, len(digits))
    whole = -int(digits) if negative else int(digits)
    read = (
        Reading(whole / 10**s, (LOST_POINT,), cost=1 + max(0, s + 1 - len(digits)), kind=DIGITS)
        for s in scales
    )
    return tuple(one for one in read if _SMALLEST <= abs(one.value) <= 180)


def packed_degrees(text: str) -> tuple[Reading, ...]:
    """Read ``1160724`` as degrees, minutes and seconds: enough to doubt that it is 116.0724."""
    parts = _PACKED.fullmatch(text)
    value = sexagesimal([parts[2], parts[3], parts[4]]) if parts else None
    if parts is None or value is None or value > 180:
        return ()
    value = -value if parts[1] == "-" else value
    return (Reading(value, (DMS,), doubtful=True, cost=1, kind=PACKED),)


def thousands(cell: object, value: float, other: float) -> float:
    """Read ``332.000`` beside a northing such as ``9.910.000`` as an easting; else the value."""
    text = cell.strip() if isinstance(cell, str) else ""
    grouped = other >= 1e6 and _THOUSANDS.fullmatch(text)
    return float(re.sub("[.,]", "", text)) if grouped else value


def dotted_degrees(text: str) -> list[float]:
    """Read ``6.54.32`` or ``6.54.32.5`` as degrees, minutes, seconds."""
    parts = _DOTTED.fullmatch(text)
    if not parts:
        return []
    value = sexagesimal([parts[2], parts[4], f"{parts[5]}.{parts[6] or 0}"])
    return [] if value is None else [-value if parts[1] == "-" else value]


def sexagesimal(numbers: Sequence[str]) -> float | None:
    """Return degrees from up to three numbers; None where they can't be meant."""
    read = [float(number.replace(",", ".")) for number in numbers]
    # Only the last may have a fraction.
    if any(number != int(number) for number in read[:-1]):
        return None
    # 60.0 seconds come from rounding.
    if (len(read) > 1 and read[1] >= 60) or (len(read) > 2 and read[2] > 60):
        return None
    return float(sum(number / 60**place for place, number in enumerate(read)))
