# SPDX-License-Identifier: GPL-2.0-or-later
"""Our templates are what the code describes; an office's own may have any part of their items."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from qgis.core import Qgis, QgsApplication, QgsProject

from blankspot_plugin.cartography import layouts, template_files, templates
from blankspot_plugin.cartography.arrangement import block_items
from blankspot_plugin.cartography.papers import PAPERS
from tests.qgis.sheets import TEXT, sample_layers

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()  # files have to be closed before QGIS is


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_each_template_is_what_the_description_makes(paper):
    path = templates.template_path(paper)
    if Qgis.QGIS_VERSION_INT >= 32300:
        pytest.skip("templates are written by the oldest QGIS, and later ones write more")
    assert path.read_text(encoding="utf-8") == templates.template_xml(paper)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_each_template_has_an_item_for_every_element(project, paper):
    layout = templates.read_template(project, templates.template_path(paper))
    names = {name for items in block_items().values() for name in items}
    assert [name for name in names | {"map", "frame"} if layout.itemById(name) is None] == []
    size = layout.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == (paper.width, paper.height)


def own(path, keep):
    """An office's template: ours with few items, the title moved."""
    tree = ElementTree.parse(templates.template_path(PAPERS[0]))
    root = tree.getroot()
    for item in list(root):
        if item.tag == "LayoutMultiFrame" or (
            item.tag == "LayoutItem" and item.get("id") not in keep
        ):
            root.remove(item)
        elif item.get("id") == "title":
            item.set("position", "30,40,mm")
            item.set("positionOnPage", "30,40,mm")
    tree.write(path, encoding="unicode")
    return path


def test_a_template_of_ones_own_is_filled_and_what_it_lacks_is_said(project, tmp_path):
    path = own(tmp_path / "office.qpt", {"map", "title", "legend"})
    said = []
    order = layouts.Order(sample_layers(project), TEXT, template=str(path))
    layout = layouts.build_sheet(project, order, said.append)
    title = layout.itemById("title")
    assert (title.pos().x(), title.pos().y()) == (30, 40)
    assert title.text().replace("\n", " ") == TEXT.title
    assert layout.itemById("map").layers()
    (sentence,) = (each for each in said if "no item of these names" in each)
    assert "scale_bar" in sentence
    assert "signer" in sentence
    assert " title," not in sentence


def test_a_template_is_found_by_its_name_in_qgis_folders(tmp_path, monkeypatch):
    own(tmp_path / "Office.qpt", {"map"})
    folders = [str(tmp_path / "not there"), str(tmp_path)]
    assert isinstance(QgsApplication.layoutTemplatePaths(), list)
    monkeypatch.setattr(QgsApplication, "layoutTemplatePaths", lambda: folders)
    assert template_files.find_template("office") == str(tmp_path / "Office.qpt")
    assert template_files.own_templates() == [tmp_path / "Office.qpt"]
    assert template_files.find_template("") == ""
    assert template_files.find_template("/nowhere/x.qpt") == "/nowhere/x.qpt"


@pytest.mark.parametrize("content", ["", "no xml", "<a/>", "<Layout/>"])
def test_what_is_no_template_is_refused_with_a_sentence(project, tmp_path, content):
    path = tmp_path / "wrong.qpt"
    path.write_text(content)
    order = layouts.Order(sample_layers(project), TEXT, template=str(path))
    with pytest.raises(layouts.NoTemplate, match=r"wrong\.qpt is no layout template"):
        layouts.build_sheet(project, order)
