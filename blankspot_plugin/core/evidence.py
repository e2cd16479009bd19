# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is right: what a village reports, what was measured, or what was computed?

Nothing is overwritten: each statement keeps a column of its own, and only its class is laid
beside the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats
from .signal_levels import COVERED_DBM, WEAK_DBM
from .wording import spelling

COVERED, WEAK, BLANK, UNKNOWN = "covered", "weak", "blank", "unknown"
CLASSES = (COVERED, WEAK, BLANK)
# What a statement rests on: a device's level, or somebody's word.
MEASURED, REPORTED = "measured", "reported"
AGREES, DIFFERS, OPPOSITE = "agrees", "differs", "opposite"

# Podes asks for sangat kuat, kuat, lemah, tidak ada; forms of villages say much the same.
_NO = r"tidak|tdk|tak|belum|no"
_WORDS = (
    (BLANK, rf"(?:{_NO})\b.*\b(?:ada|terlayani|terjangkau|sinyal|signal|coverage|covered)"
            r"|tidak|none|no|nihil|kosong|blank(?:\s*spots?)?|nol|hilang"),
    (WEAK, r"(?:sangat\s+)?(?:lemah|weak|kurang|buruk|poor|jelek)|sinyal lemah|putus[- ]putus"
           r"|tidak stabil|2g|edge|3g"),
    (COVERED, r"(?:sangat\s+|cukup\s+|very\s+)?(?:kuat|strong|baik|bagus|good|lancar)|sedang"
              r"|ada(?:\s+sinyal)?|ya|yes|terlayani|covered|4g|lte|5g"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(rf"(?:sinyal\s+)?(?:{words})")) for name, words in _WORDS)


def reported_class(cell: object, own: Mapping[str, str] | None = None) -> str:
    """Return covered, weak, blank or unknown for what a report says.

    Parameters
    ----------
    cell
        As it was written.
    own
        The office's own words, as :func:`.wording.own_words` returns them; they go first.

    >>> reported_class("Sangat kuat"), reported_class("lemah"), reported_class("tidak ada")
    ('covered', 'weak', 'blank')
    """
    text = spelling("" if cell is None else str(cell))
    if own and text in own:
        return own[text]
    words = text.strip(" .!-()")
    return next((name for name, want in _PATTERNS if want.fullmatch(words)), UNKNOWN)


def level_class(dbm: float | None, covered: float = COVERED_DBM, weak: float = WEAK_DBM) -> str:
    """Return the class of a received level in dBm; a level belongs to the better class."""
    if dbm is None:
        return UNKNOWN
    return COVERED if dbm >= covered else WEAK if dbm >= weak else BLANK


def verdict(said: str, computed: str) -> str:
    """Return whether two classes agree, differ by one step, or are opposite; '' if unknown."""
    if UNKNOWN in (said, computed):
        return ""
    steps = abs(CLASSES.index(said) - CLASSES.index(computed))
    return (AGREES, DIFFERS, OPPOSITE)[steps]


def matrix(pairs: Iterable[tuple[str, str]]) -> list[list[int]]:
    """Return how often each class was said (rows) where each was computed (columns).

    Rows and columns are covered, weak, blank, unknown.
    """
    names = (*CLASSES, UNKNOWN)
    counts = [[0] * len(names) for _ in names]
    for said, computed in pairs:
        counts[names.index(said)][names.index(computed)] += 1
    return counts


@dataclass(frozen=True)
class Errors:
    """How far a prediction is from what was measured, in dB.

    Attributes
    ----------
    count
        Pairs of levels.
    bias
        Mean of predicted less measured: above zero the prediction promises too much.
    sigma
        Standard deviation of the differences, with n - 1; None for fewer than two.
    """

    count: int
    bias: float | None
    sigma: float | None


def prediction_errors(measured: Sequence[float], predicted: Sequence[float]) -> Errors:
    """Return bias and sigma of predicted levels against measured ones, both in dBm."""
    if not len(measured):
        return Errors(0, None, None)
    off: Floats = np.asarray(predicted, dtype=float) - np.asarray(measured, dtype=float)
    sigma = float(off.std(ddof=1)) if len(off) > 1 else None
    return Errors(len(off), float(off.mean()), sigma)
