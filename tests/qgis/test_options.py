# SPDX-License-Identifier: GPL-2.0-or-later
"""The options page: filled in, kept, read back."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QWidget

from blankspot_plugin.bridge import settings
from blankspot_plugin.bridge.settings import Settings, Signatory
from blankspot_plugin.core.technologies import DEFAULT_RADII, flat_table
from blankspot_plugin.gui.options import OptionsFactory
from blankspot_plugin.gui.options_page import OptionsPage
from blankspot_plugin.services.connections import Saved
from blankspot_plugin.services.model import Connection

FORMS = Path(__file__).resolve().parents[2] / "blankspot_plugin" / "gui" / "forms"
_CLICKED_TOO = (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)
KEPT = Settings(
    connections=(Saved("A", Connection("wfs", "https://h.go.id/ows"), "abc1234"),),
    first_start_seen=True,
)


@pytest.fixture(autouse=True)
def nothing_set(qgis_app):
    QgsSettings().remove("blankspot")
    yield
    QgsSettings().remove("blankspot")


@pytest.fixture
def page(nothing_set):
    made = OptionsPage()
    yield made
    made.deleteLater()


def tab_order(first):
    """Return what Tab goes through, from a widget on and around."""
    found, each = [], first
    while each is not first or not found:
        if each.focusPolicy() in (Qt.FocusPolicy.TabFocus, *_CLICKED_TOO):
            found.append(each)
        each = each.nextInFocusChain()
    return found


def write(table, row, *texts):
    for column, text in enumerate(texts):
        table.item(row, column).setText(text)


def fill(page):
    page.office.setText("Dinas Komunikasi ")
    page.regency.setText("Kabupaten Paser")
    page.address.setText("Jalan Contoh 1, Tanah Grogot")
    page.logo.setFilePath("/srv/lambang.svg")
    page.village_word.setEditText("nagari")
    page.workspace_folder.setFilePath("/srv/data")
    page.add_signatory.click()
    page.add_signatory.click()
    write(page.signatories, 0, "Kepala Dinas", " Nama, S.T. ", "Pembina", "1970")
    page.radii.table.item(0, 1).setText("4000")


def test_what_was_never_set_is_the_default(page):
    assert page.shown() == Settings()
    assert page.village_word.currentText() == "desa/kelurahan"
    assert page.radii.cells() == flat_table(DEFAULT_RADII)
    page.apply()
    assert settings.read() == Settings()


def test_filled_in_it_is_kept_and_read_back(page):
    settings.write(KEPT)
    fill(page)
    page.apply()
    kept = settings.read()
    assert kept == settings.changed(
        KEPT,
        office="Dinas Komunikasi",
        regency="Kabupaten Paser",
        address="Jalan Contoh 1, Tanah Grogot",
        logo="/srv/lambang.svg",
        village_word="nagari",
        # The second was left empty: nobody.
        signatories=(Signatory("Kepala Dinas", "Nama, S.T.", "Pembina", "1970"),),
        radii=("4G", "4000", *flat_table(DEFAULT_RADII)[2:]),
        workspace_folder="/srv/data",
    )
    again = OptionsPage()
    assert again.shown() == kept
    assert again.signatories.rowCount() == 1
    again.deleteLater()


def test_selected_signatories_are_removed(page):
    assert not page.remove_signatory.isEnabled()
    for name in "ABC":
        page.add_signatory.click()
        write(page.signatories, page.signatories.rowCount() - 1, name)
    page.signatories.setCurrentCell(1, 2)
    assert page.remove_signatory.isEnabled()
    page.remove_signatory.click()
    assert [each.position for each in page.shown().signatories] == ["A", "C"]


def test_no_word_for_village_is_the_usual_one(page):
    page.village_word.setEditText(" ")
    assert page.shown().village_word == "desa/kelurahan"


def test_radii_are_reset_to_the_usual_ones(page):
    page.radii.table.item(0, 1).setText("4000")
    page.apply()
    assert settings.read().radii
    page.radii.reset.click()
    page.apply()
    assert settings.read().radii == ()


@pytest.mark.parametrize("cell", ["-1", "far", "3.500", "9000"])
def test_radii_that_cannot_be_meant_are_told_and_not_kept(page, cell):
    settings.write(settings.changed(KEPT, radii=("4G", "3000", "5000")))
    page.show_settings(settings.read())
    assert page.isValid() and page.radii_wrong.isHidden()
    page.radii.table.item(0, 1).setText(cell)
    page.office.setText("Dinas")
    assert not page.isValid() and not page.radii_wrong.isHidden()
    assert page.radii_wrong.text().startswith("4G")
    page.apply()
    assert settings.read().radii == ("4G", "3000", "5000")
    assert settings.read().office == "Dinas"
    page.radii.table.item(0, 1).setText("3100")
    assert page.isValid() and page.radii_wrong.isHidden()


def test_factory_makes_pages_and_tells_of_changes(nothing_set):
    told = []
    factory = OptionsFactory(lambda: told.append(settings.read().office))
    assert factory.title() == "Blank Spot"
    assert not factory.icon().isNull()
    parent = QWidget()
    page = factory.createWidget(parent)
    assert page.parent() is parent
    page.office.setText("Dinas")
    assert told == []
    page.apply()
    assert told == ["Dinas"]
    parent.deleteLater()


def test_page_fits_a_narrow_window(page):
    bar = page.scroll.verticalScrollBar().sizeHint().width()
    assert page.contents.minimumSizeHint().width() + bar <= 320


def test_every_field_has_a_label_and_a_tooltip(page):
    for label in page.findChildren(QLabel):
        if label.objectName().endswith("_label"):
            field = getattr(page, label.objectName()[: -len("_label")])
            assert label.buddy() is field
            assert label.text() and field.toolTip() and field.accessibleName()
    for button in (page.add_signatory, page.remove_signatory, page.radii.reset):
        assert button.text() and button.toolTip()


def test_tab_goes_down_the_page(page):
    page.add_signatory.click()
    wanted = [
        page.office, page.regency, page.address, page.logo.lineEdit(), page.village_word,
        page.signatories, page.add_signatory, page.remove_signatory, page.radii.table,
        page.radii.reset, page.workspace_folder.lineEdit(),
    ]  # fmt: skip
    order = tab_order(page.office)
    places = [order.index(field) for field in wanted]
    assert places == sorted(places)


class Marking(QTranslator):
    """Translates every text of ours, visibly."""

    def translate(self, context, text, comment=None, n=-1):
        return f"«{text}»" if context == "@default" else ""

    def isEmpty(self):
        return False


def test_every_text_goes_through_tr(nothing_set):
    marking = Marking()
    QCoreApplication.installTranslator(marking)
    try:
        page = OptionsPage()
    finally:
        QCoreApplication.removeTranslator(marking)
    texts = [each.text() for each in page.contents.findChildren(QLabel)]
    texts += [each.placeholderText() for each in page.contents.findChildren(QLineEdit)]
    texts += [page.add_signatory.text(), page.remove_signatory.text(), page.office_group.title()]
    texts += [page.signatories.horizontalHeaderItem(at).text() for at in range(4)]
    assert len([text for text in texts if text]) > 12
    assert [text for text in texts if text and not text.startswith("«")] == []
    page.deleteLater()


@pytest.mark.parametrize("form", sorted(FORMS.glob("*.ui")), ids=lambda path: path.stem)
def test_forms_hold_no_text_and_no_size(form):
    text = form.read_text(encoding="utf-8")
    assert "<string" not in text
    for fixed in ("minimumSize", "maximumSize", "fixed", "Fixed", "geometry"):
        assert fixed not in text


def test_every_setting_is_on_the_page_or_kept_elsewhere():
    elsewhere = {"connections", "first_start_seen"}
    names = {each.name for each in fields(Settings)} - elsewhere
    page = OptionsPage()
    assert {name for name in names if not hasattr(page, name)} == set()
    page.deleteLater()
