# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of each village between two tables."""

from __future__ import annotations

from blankspot_plugin.core.changes import changes, every


def row(number, status):
    return {"code": f"99.01.01.{2000 + number}", "name": f"Desa {number}", "status": status}


def statuses(*words):
    return [row(number, word) for number, word in enumerate(words)]


def test_changes_by_code():
    before = statuses("blank", "covered", "blank", "covered", "weak", "covered", "blank")
    after = statuses("blank", "blank", "weak", "weak", "covered", "covered", "covered")
    found = changes(before, reversed(after))
    assert [one.name for one in found.persistent] == ["Desa 0"]
    assert [(one.name, one.before, one.after) for one in found.newly_blank] == [
        ("Desa 1", "covered", "blank")
    ]
    assert {one.name for one in found.solved} == {"Desa 2", "Desa 6"}
    assert [one.name for one in found.worse] == ["Desa 3"]
    assert [one.name for one in found.better] == ["Desa 4"]
    assert found.not_compared == found.gone == 0
    assert len(found.all()) == 6
    assert found.worse[0].place == 3


def test_codes_are_compared_by_digits_and_names_never():
    before = [{"code": 9901012001, "name": "A", "status": "blank"},
              {"code": "", "name": "B", "status": "blank"}]  # fmt: skip
    after = [{"code": "99.01.01.2001", "name": "A", "status": "covered"},
             {"code": "", "name": "B", "status": "covered"}]  # fmt: skip
    found = changes(before, after)
    assert len(found.solved) == 1
    assert found.not_compared == 1


def test_an_unknown_status_is_no_news_and_solves_nothing():
    found = changes(statuses("blank", None), statuses(None, "blank"))
    assert found.all() == ()
    assert found.not_compared == 2


def test_villages_of_one_table_only():
    found = changes(statuses("blank", "blank"), statuses("blank")[:1] + [row(9, "blank")])
    assert len(found.persistent) == 1
    assert (found.not_compared, found.gone) == (1, 1)


def test_every_village_is_told_of_once():
    before = statuses("blank", "covered", "weak", None) + [row(8, "blank")]
    after = statuses("covered", "covered", "weak", "blank") + [row(9, "weak")]
    found = every(before, after)
    assert [(one.name, one.kind, one.place) for one in found] == [
        ("Desa 0", "solved", 0), ("Desa 1", "same", 1), ("Desa 2", "same", 2),
        ("Desa 3", "unknown", 3), ("Desa 9", "added", 4), ("Desa 8", "gone", -1),
    ]  # fmt: skip
    assert (found[-1].before, found[-1].after) == ("blank", "")
    assert (found[4].before, found[4].after) == ("", "weak")
