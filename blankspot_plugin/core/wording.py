# SPDX-License-Identifier: GPL-2.0-or-later
"""Which words of an office mean which word of ours? Its own list goes before what is built in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .errors import UnknownMeaning


def spelling(text: str) -> str:
    """Return a word without case and spare blanks, for comparing.

    >>> spelling("  Tidak   ADA ")
    'tidak ada'
    """
    return " ".join(text.split()).casefold()


def own_words(
    rows: Sequence[Sequence[object]], meaning: Callable[[str], str | None]
) -> dict[str, str]:
    """Return the office's own words with what each means.

    Parameters
    ----------
    rows
        Words separated by semicolons, and their meaning; empty rows are passed over.
    meaning
        Returns our word for one of the second column, None for none.

    Raises
    ------
    UnknownMeaning
        Naming the words and what they were said to mean.
    """
    known: dict[str, str] = {}
    for row in rows:
        words, told = (str(cell or "").strip() for cell in (*row, "", "")[:2])
        if not words:
            continue
        meant = meaning(told)
        if meant is None:
            raise UnknownMeaning(words, told)
        known.update({spelling(word): meant for word in words.split(";") if word.strip()})
    return known
