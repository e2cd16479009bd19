# SPDX-License-Identifier: GPL-2.0-or-later
"""Words of reports, classes of levels, and what two kinds of evidence come to."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core import evidence
from blankspot_plugin.core.evidence import level_class, reported_class, verdict

WORDS = {
    "covered": ["sangat kuat", "Kuat", " KUAT ", "strong", "baik", "ada", "Ada sinyal", "4G",
                "terlayani", "sinyal kuat", "cukup baik"],
    "weak": ["lemah", "Sangat lemah", "sinyal lemah", "weak", "2G", "kurang", "putus-putus"],
    "blank": ["tidak ada", "Tidak Ada Sinyal", "tdk ada sinyal", "none", "no signal", "blank spot",
              "belum terlayani", "nihil"],
    "unknown": ["", None, "-", "?", "tidak tahu", "tidak kuat", "kuat sekali di bukit",
                "tidak ada sinyal 4G", "adat"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "name"), [(cell, name) for name, cells in WORDS.items() for cell in cells]
)
def test_words_of_reports(cell, name):
    assert reported_class(cell) == name


def test_own_words_go_first():
    assert reported_class("Kuat", {"kuat": "weak"}) == "weak"


def test_a_level_belongs_to_the_better_class():
    levels = [-80.0, -105.0, -105.1, -115.0, -115.1, None]
    names = ["covered", "covered", "weak", "weak", "blank", "unknown"]
    assert [level_class(level) for level in levels] == names
    assert level_class(-100, -95, -110) == "weak"


def test_verdicts():
    assert verdict("blank", "covered") == verdict("covered", "blank") == "opposite"
    assert verdict("weak", "covered") == verdict("weak", "blank") == "differs"
    assert verdict("weak", "weak") == "agrees"
    assert verdict("unknown", "weak") == verdict("weak", "unknown") == ""


NAMES = st.sampled_from(["covered", "weak", "blank", "unknown"])


@given(st.lists(st.tuples(NAMES, NAMES)))
def test_the_matrix_counts_every_pair_once(pairs):
    counts = evidence.matrix(pairs)
    assert sum(map(sum, counts)) == len(pairs)
    # Rows are what was said: the row of blank, the column of covered.
    assert counts[2][0] == pairs.count(("blank", "covered"))


@given(st.lists(st.tuples(st.floats(-140, -40), st.floats(-140, -40)), min_size=2, max_size=50))
def test_bias_and_sigma_against_the_standard_library(pairs):
    found = evidence.prediction_errors(*zip(*pairs))
    off = [predicted - measured for measured, predicted in pairs]
    assert found.count == len(pairs)
    assert found.bias == pytest.approx(statistics.fmean(off), abs=1e-9)
    assert found.sigma == pytest.approx(statistics.stdev(off), abs=1e-9)


def test_too_few_levels_tell_less():
    assert evidence.prediction_errors([], []) == evidence.Errors(0, None, None)
    assert evidence.prediction_errors([-100], [-90]) == evidence.Errors(1, 10.0, None)
