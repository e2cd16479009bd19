# SPDX-License-Identifier: GPL-2.0-or-later
"""When is it worth asking again, and after how long?

Servers that are busy (429) or whose back is away for a moment (502, 503, 504) are asked again,
and so are connections that broke. 500 is not: behind a map service it is an error in the data
or in the query, which comes again. Times double, and are shaken so that a hundred clients that
were turned away together don't come back together. A ``Retry-After`` is kept to the second,
unless it asks for more patience than a person at a screen has.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

ATTEMPTS = 4
STATUSES = frozenset({429, 502, 503, 504})
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 60.0


def pause(
    attempt: int, retry_after: str = "", chance: Callable[[], float] = random.random
) -> float | None:
    """Return how many seconds to wait after a failed attempt, None to leave it at that.

    Parameters
    ----------
    attempt
        How many were made, from 1.
    retry_after
        The header of that name, '' where there is none.
    chance
        A number from 0 to 1 at random.
    """
    if attempt >= ATTEMPTS:
        return None
    asked = seconds_of(retry_after)
    if asked is None:
        return FIRST_PAUSE * 2.0 ** (attempt - 1) * (1 + chance()) / 2
    return asked if asked <= LONGEST_PAUSE else None


def seconds_of(retry_after: str, now: datetime | None = None) -> float | None:
    """Return how long a ``Retry-After`` asks to wait, from seconds or a date; None if neither."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=timezone.utc)
    return max(0.0, (when - (now or datetime.now(timezone.utc))).total_seconds())
