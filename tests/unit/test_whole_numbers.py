# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole numbers beyond 64 bits become text, all others stay to the letter."""

from __future__ import annotations

import json

import pytest

from blankspot_plugin.core.errors import AnswerUnreadable
from blankspot_plugin.services import whole_numbers

LARGE = ("9223372036854775808", "-9223372036854775809", "12345678901234567890", "1" * 5000)
OTHERS = (
    "9223372036854775807", "-9223372036854775808", "0.12345678901234567890123", "1e30",
    '"12345678901234567890"', '"a 12345678901234567890 b"', "123456789012345678", "null",
    "12345678901234567890.5", "123456789012345678901e-5",
)  # fmt: skip


@pytest.mark.parametrize("number", LARGE)
def test_too_large_a_number_is_text(number):
    told = whole_numbers.spelt(f'{{"a": [{number}, 1.5, "é"]}}'.encode())
    assert json.loads(told) == {"a": [number, 1.5, "é"]}


@pytest.mark.parametrize("number", OTHERS)
def test_all_else_is_left_alone(number):
    assert whole_numbers.spelt(f'{{"a": {number}}}'.encode()) is None


def test_other_numbers_beside_it_keep_their_values():
    text = ", ".join([*OTHERS, LARGE[0]])
    told = json.loads(whole_numbers.spelt(f"[{text}]".encode()))
    assert told == [*json.loads(f"[{', '.join(OTHERS)}]"), LARGE[0]]


@pytest.mark.parametrize("shift", range(0, 40, 3))
def test_it_is_found_where_blocks_meet(tmp_path, monkeypatch, shift):
    monkeypatch.setattr(whole_numbers, "_BLOCK", 100)
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"pad": "x" * (70 + shift), "n": int(LARGE[0])}))
    whole_numbers.spell_out(path, "u")
    assert json.loads(path.read_text())["n"] == LARGE[0]


def test_what_is_too_large_to_be_parsed_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(whole_numbers, "_PARSED_LIMIT", 10)
    path = tmp_path / "page.json"
    path.write_text(f'{{"n": {LARGE[0]}}}')
    with pytest.raises(AnswerUnreadable):
        whole_numbers.spell_out(path, "u")
    path.write_text('{"n": 1234567890123}')
    whole_numbers.spell_out(path, "u")
