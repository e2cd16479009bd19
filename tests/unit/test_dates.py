# SPDX-License-Identifier: GPL-2.0-or-later
"""Days as offices write them; days stand before months."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core.dates import newest, parse_date

DAY = date(2025, 10, 4)


@pytest.mark.parametrize(
    "cell",
    ["2025-10-04", "2025/10/4", "2025-10-04T08:30:00Z", "2025-10-04 08:30", "04/10/2025",
     "4-10-2025", "04.10.2025", "4 Oktober 2025", "4 Okt 2025", "04-Oct-2025", "4 october 2025",
     "04 10 2025", " 2025-10-04 ", DAY, datetime(2025, 10, 4, 23, 59)],
)  # fmt: skip
def test_a_day(cell):
    assert parse_date(cell) == DAY


@pytest.mark.parametrize("cell", [None, "", "-", "  ", "NULL"])
def test_no_day(cell):
    assert parse_date(cell) is None


@pytest.mark.parametrize(
    "cell", ["2025", "Oktober 2025", "31/02/2025", "2025-13-01", "kemarin", 2025, "4 Foo 2025"]
)
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(ValueError):
        parse_date(cell)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_both_notations_mean_the_same(day):
    assert parse_date(day.isoformat()) == day
    assert parse_date(day.strftime("%d/%m/%Y")) == day


def test_newest():
    assert newest([None, date(2024, 1, 1), DAY]) == DAY
    assert newest([None]) is None
