# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages and features are told to have come already."""

from __future__ import annotations

from blankspot_plugin.services.counting import Counted
from blankspot_plugin.services.seen import Seen


def page(ids, digest):
    return Counted("geojson", len(ids), tuple(ids), digest, {})


def test_an_id_twice_inside_one_page_is_seen_and_the_page_not_remembered():
    seen = Seen()
    assert seen.again(page(["a", "b", "a"], b"1"))
    assert not seen.again(page(["a", "b"], b"2"))


def test_ids_that_are_all_the_same_say_nothing_unless_they_are_keys():
    same = page(["0", "0", "0"], b"1")
    assert not Seen().again(same)
    assert Seen(keys=True).again(same)


def test_keys_never_begin_anew():
    for keys in (False, True):
        seen = Seen(keys)
        assert not seen.again(page(["1", "2"], b"1"))
        assert seen.again(page(["1"], b"2")) is keys


def test_what_did_not_come_yet():
    seen = Seen(keys=True)
    assert seen.fresh(["1", "2"]).tolist() == [True, True]
    seen.again(page(["1", "3"], b"1"))
    assert seen.fresh(["1", "2", "3"]).tolist() == [False, True, False]
