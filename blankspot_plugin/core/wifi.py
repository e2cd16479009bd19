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

# Of what is installed or planned, which word says more; first match wins, and where none does
# it is installed, or proposed: no more than was said.
_SAYS_MORE: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    status: tuple((standing, re.compile(words, re.IGNORECASE)) for standing, words in said)
    for status, said in (
        (
            INSTALLED,
            (
                (DOWN, rf"\b(?:{_FAULT})\b"),
                (INSTALLED, rf"\b(?:belum|blm)[\s.-]*(?:{_WORKS})\b"),
                (
                    OFF,
                    rf"\b{_NOT}(?:{_WORKS})\b|\bin[\s-]*(?:aktif|active)\b|\b(?:deactivated|off)\b",
                ),
            ),
        ),
        (
            PLANNED,
            (
                (APPROVED, r"(?<!belum )(?<!tidak )\b(?:disetujui|proses|approved)\b"),
                (PROPOSED, ""),
            ),
        ),
    )
}


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
    status = wifi_status(text)
    more = _SAYS_MORE.get(status, ())
    return next((standing for standing, pattern in more if pattern.search(text)), status)


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


def status_of(standing: str) -> str:
    """Return the status, a word of ORDER, that a word of STANDINGS comes down to."""
    return _STATUS_OF.get(standing, standing)


def village_status(statuses: Iterable[str]) -> str:
    """Return what a village's points together say: the best of them, none without any."""
    return min(statuses, key=ORDER.index, default=NONE)
