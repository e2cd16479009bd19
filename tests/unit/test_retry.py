# SPDX-License-Identifier: GPL-2.0-or-later
"""When it is worth asking again, and after how long."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from blankspot_plugin.services import retry

NOON = datetime(2026, 6, 1, 12, tzinfo=timezone.utc)


def test_pauses_double_and_are_shaken():
    shortest = [retry.pause(attempt, chance=lambda: 0.0) for attempt in (1, 2, 3)]
    longest = [retry.pause(attempt, chance=lambda: 1.0) for attempt in (1, 2, 3)]
    assert shortest == [0.25, 0.5, 1.0]
    assert longest == [0.5, 1.0, 2.0]
    assert 0.25 <= retry.pause(1) <= 0.5


def test_the_last_attempt_is_the_last():
    assert retry.pause(retry.ATTEMPTS) is None
    assert retry.pause(retry.ATTEMPTS, "1") is None


def test_what_the_server_asks_for_is_kept_up_to_a_minute():
    assert retry.pause(1, "7") == 7.0
    assert retry.pause(3, "60") == 60.0
    assert retry.pause(1, "3600") is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Mon, 01 Jun 2026 12:00:30 GMT", 30.0),
        ("Mon, 01 Jun 2026 12:00:30 -0000", 30.0),
        ("Mon, 01 Jun 2026 20:00:30 +0800", 30.0),
        ("Monday, 01-Jun-26 12:00:30 GMT", 30.0),
        ("Mon, 01 Jun 2026 11:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("²", None),
        ("Mon, 99 Jun 2026 12:00:30 GMT", None),
    ],
)
def test_retry_after_in_seconds_and_as_a_date(text, seconds):
    assert retry.seconds_of(text, NOON) == seconds
