# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a Wi-Fi point of the programme stand? Unknown is never active."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .wording import spelling

ACTIVE, INSTALLED, PLANNED, NONE, UNKNOWN = "active", "installed", "planned", "none", "unknown"

# Best first: a village with an active and a planned point has active Wi-Fi.
ORDER = (ACTIVE, INSTALLED, PLANNED, UNKNOWN, NONE)

# What a programme tells apart besides: installed and at fault, installed and switched off.
PROPOSED, APPROVED, DOWN, OFF = "proposed", "approved", "down", "off"
STANDINGS = (PROPOSED, APPROVED, INSTALLED, ACTIVE, DOWN, OFF)
_STATUS_OF = {PROPOSED: PLANNED, APPROVED: PLANNED, DOWN: INSTALLED, OFF: INSTALLED}

_WORKS = r"aktif|active|online|up|nyala|beroperasi|operational|berfungsi|working|on[\s-]?air"
_NOT_YET = r"(?:belum|blm|not\s+yet)[\s.-]*"
_NOT = r"(?:tidak|tdk|tak|belum|blm|non|not(?:\s+yet)?)[\s.-]*"
_FAULT = r"gangguan|rusak|mati|down|offline|padam|putus"
# Sudah, telah, masih, sedang, dalam: already, still, being; they change nothing.
_BEFORE = r"(?:(?:sudah|telah|masih|sedang|dalam)\s+)*"

# Stems of the words offices write, in Indonesian and English. What is up but not working
# (gangguan, mati) is installed; what is not there yet is planned, and no more than proposed
# unless the word says so. First match wins, so "tidak aktif" and "belum aktif" stand before
# "aktif".
_WORDS: tuple[tuple[str, str], ...] = (
    # Said anywhere in the cell: "aktif (gangguan)" does not work.
    (DOWN, rf".*\b(?:{_FAULT})"),
    (INSTALLED, rf".*\b{_NOT_YET}(?:{_WORKS})"),
    (OFF, rf".*\b{_NOT}(?:{_WORKS})"),
    (OFF, r"in[\s-]*(?:aktif|active)|deactivated"),
    (PROPOSED, rf"{_NOT}(?:(?:ter|di)?pasang|installed)"),
    (OFF, r"off"),
    (ACTIVE, _WORKS),
    (PROPOSED, r"(di)?rencana(kan)?|usul(an)?|diusulkan|planned|proposed"),
    (APPROVED, r"disetujui|proses|approved"),
    (INSTALLED, r"(ter|di)pasang|instalasi|installed"),
)
_STANDING_PATTERNS = tuple(
    (standing, re.compile(rf"^\W*{_BEFORE}(?:{words})\b", re.IGNORECASE))
    for standing, words in _WORDS
)
STATUS_PATTERNS = tuple(
    (_STATUS_OF.get(standing, standing), pattern) for standing, pattern in _STANDING_PATTERNS
)


def wifi_standing(cell: object, own: Mapping[str, str] | None = None) -> str:
    """Return a word of STANDINGS for a cell of the status field, or unknown.

    Parameters
    ----------
    cell
        As the office wrote it.
    own
        The office's own words, as :func:`.wording.own_words` returns them; they go first.

    >>> wifi_standing("Aktif"), wifi_standing("gangguan"), wifi_standing("tidak aktif")
    ('active', 'down', 'off')
    """
    text = "" if cell is None else str(cell).strip()
    if own and spelling(text) in own:
        return own[spelling(text)]
    for standing, pattern in _STANDING_PATTERNS:
        if pattern.search(text):
            return standing
    return UNKNOWN


def wifi_status(cell: object) -> str:
    """Return active, installed, planned or unknown for a cell of the status field.

    >>> wifi_status("Aktif"), wifi_status("gangguan"), wifi_status(None)
    ('active', 'installed', 'unknown')
    """
    return status_of(wifi_standing(cell))


def status_of(standing: str) -> str:
    """Return the status, a word of ORDER, that a word of STANDINGS comes down to."""
    return _STATUS_OF.get(standing, standing)


def village_status(statuses: Iterable[str]) -> str:
    """Return what a village's points together say: the best of them, none without any."""
    return min(statuses, key=ORDER.index, default=NONE)
