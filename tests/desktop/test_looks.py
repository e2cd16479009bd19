# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel, 320 px wide: nothing cut, at 100 % to 200 %, in both languages; Tab goes downwards."""

from __future__ import annotations

import pytest

from tests.desktop.desktop import desktop

LOOKS = [("en_US", "1"), ("id_ID", "1"), ("id_ID", "1.5"), ("en_US", "2")]


@pytest.fixture(scope="module", params=LOOKS, ids=["-".join(look) for look in LOOKS])
def seen(request, tmp_path_factory):
    """Let the driver open each step, return what it saw."""
    language, scale = request.param
    told = {"QT_SCALE_FACTOR": scale}
    folder = tmp_path_factory.mktemp("looks")
    return desktop(folder, "drive_looks", told, language, pictures=f"looks-{language}-{scale}")


def test_it_can_be_as_narrow_as_it_should(seen):
    assert seen["width"] <= 330


def test_nothing_is_cut(seen):
    assert not {title: found for title, found in seen["cut"].items() if found}


def test_tab_goes_as_one_reads(seen):
    for title, order in seen["order"].items():
        assert order["tab"] == order["shown"], title
        assert order["tab"], title
