# SPDX-License-Identifier: GPL-2.0-or-later
"""Codes are text, and compare by their letters and digits."""

from __future__ import annotations

import numpy as np
import pytest

from blankspot_plugin.core.codes import code_text, normalised_code


@pytest.mark.parametrize(
    "spelling",
    [
        "64.01.01.2009", "6401012009", 6401012009, 6401012009.0, " 64.01.01.2009 ",
        "64-01-01-2009", "64 01 01 2009", "64.01.01.2009.", "6401012009.0",
        np.int64(6401012009), np.float64(6401012009),
    ],
)  # fmt: skip
def test_spellings_of_one_village_compare_equal(spelling):
    assert normalised_code(spelling) == "6401012009"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("64.01.10", "6401010"),  # Muara Samu by Kemendagri, Batu Sopang by BPS
        ("64.01.01.2009", "64.01.01.1009"),
        ("64.01.01", "64.01.01.2009"),
        ("0101", "101"),
    ],
)
def test_different_areas_compare_different(one, other):
    assert normalised_code(one) != normalised_code(other)


@pytest.mark.parametrize("nothing", [None, "", "   ", "NULL", "null", float("nan"), "-", "."])
def test_no_code_is_empty(nothing):
    assert normalised_code(nothing) == ""


@pytest.mark.parametrize("nothing", [None, "", "  ", "NULL", float("nan"), float("inf")])
def test_no_code_has_no_text(nothing):
    assert code_text(nothing) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("64.01.01.2009", "64.01.01.2009"),
        (" 64.01 ", "64.01"),
        (6401012009.0, "6401012009"),
        (64.01, "64.01"),
        ("0101", "0101"),
        (0, "0"),
        ("ab-1", "ab-1"),
    ],
)
def test_text_is_kept_as_it_came(value, text):
    assert code_text(value) == text


def test_letters_compare_in_any_case():
    assert normalised_code("ds-01a") == normalised_code("DS01A")
