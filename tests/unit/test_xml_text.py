# SPDX-License-Identifier: GPL-2.0-or-later
"""Any name can stand in XML."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from blankspot_plugin.core.xml_text import xml_text


@pytest.mark.parametrize(
    "name", ["A & B", "<Desa>", "\"'", "Ka’uba ʼUlu", "é Ŋ 村 😀", "a\tb", "[% 1 %]", "]]>"]
)
def test_a_name_comes_back_as_it_was(name):
    element = ElementTree.fromstring(f'<a b="{xml_text(name)}">{xml_text(name)}</a>')
    assert element.text == name


def test_what_xml_has_no_room_for_is_left_out():
    assert xml_text("a\x00\x0b\ud800\ufffeb") == "ab"
    assert xml_text(12) == "12"
