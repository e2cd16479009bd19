# SPDX-License-Identifier: GPL-2.0-or-later
"""How does a Wi-Fi point of the programme stand? Unknown is never active."""

from __future__ import annotations

import re
from collections.abc import Iterable

ACTIVE, INSTALLED, PLANNED, NONE, UNKNOWN = "active", "installed", "planned", "none", "unknown"

# Best first: a village with an active and a planned point has active Wi-Fi.
ORDER = (ACTIVE, INSTALLED, PLANNED, UNKNOWN, NONE)

_WORKS = r"aktif|active|online|up|nyala|beroperasi|operational|berfungsi|working|on[\s-]?air"
_NOT = r"(?:tidak|tdk|tak|belum|blm|non|not)[\s.-]*"
_FAULT = r"gangguan|rusak|mati|down|offline|padam|putus"
# Sudah, telah, masih, sedang, dalam: already, still, being; they change nothing.
_BEFORE = r"(?:(?:sudah|telah|masih|sedang|dalam)\s+)*"

# Stems of the words offices write, in Indonesian and English. What is up but not working
# (gangguan, mati) is installed; what is not there yet is planned. First match wins, so
# "tidak aktif" and "belum aktif" stand before "aktif".
_WORDS: tuple[tuple[str, str], ...] = (
    # Said anywhere in the cell: "aktif (gangguan)" does not work.
    (INSTALLED, rf".*\b(?:{_FAULT}|{_NOT}(?:{_WORKS}))"),
    (INSTALLED, r"in[\s-]*(?:aktif|active)|deactivated"),
    (PLANNED, rf"{_NOT}(?:(?:ter|di)?pasang|installed)"),
    (INSTALLED, r"off"),
    (ACTIVE, _WORKS),
    (PLANNED, r"(di)?rencana(kan)?|usul(an)?|diusulkan|disetujui|proses|planned|proposed|approved"),
    (INSTALLED, r"(ter|di)pasang|instalasi|installed"),
)
STATUS_PATTERNS = tuple(
    (status, re.compile(rf"^\W*{_BEFORE}(?:{words})\b", re.IGNORECASE)) for status, words in _WORDS
)


def wifi_status(cell: object) -> str:
    """Return active, installed, planned or unknown for a cell of the status field.

    >>> wifi_status("Aktif"), wifi_status("gangguan"), wifi_status(None)
    ('active', 'installed', 'unknown')
    """
    text = "" if cell is None else str(cell).strip()
    for status, pattern in STATUS_PATTERNS:
        if pattern.search(text):
            return status
    return UNKNOWN


def village_status(statuses: Iterable[str]) -> str:
    """Return what a village's points together say: the best of them, none without any."""
    return min(statuses, key=ORDER.index, default=NONE)
