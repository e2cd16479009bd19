# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog of a connection: filled in, recognised, tested, taken over."""

from __future__ import annotations

import secrets

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
)

from blankspot_plugin.gui.connection_dialog import ConnectionDialog, service_texts
from blankspot_plugin.services import NAMES
from blankspot_plugin.services.connections import Saved
from blankspot_plugin.services.model import Connection
from tests.qgis.test_options import Marking, tab_order

FULL = Saved(
    "Menara",
    Connection(
        "file",
        "https://h.go.id/api/menara",
        250,
        {"records": "hasil.data", "lon": "bujur", "lat": "lintang"},
    ),
    "",
    True,
)


@pytest.fixture
def dialog(qgis_app):
    made = ConnectionDialog()
    yield made
    made.deleteLater()


def ok(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_new_one_wants_a_name_and_an_address(dialog):
    assert not ok(dialog).isEnabled()
    dialog.name.setText("Palapa")
    assert not ok(dialog).isEnabled()
    dialog.address.setText("  ")
    assert not ok(dialog).isEnabled()
    dialog.address.setText(" https://palapa.example.go.id/geoserver/ows ")
    assert ok(dialog).isEnabled()
    ok(dialog).click()
    assert dialog.result() == ConnectionDialog.DialogCode.Accepted
    assert dialog.saved() == Saved(
        "Palapa", Connection("wfs", "https://palapa.example.go.id/geoserver/ows")
    )
    dialog.name.clear()
    assert not ok(dialog).isEnabled()


@pytest.mark.parametrize(
    "saved",
    [
        FULL,
        Saved("A", Connection("ckan", "https://data.example.go.id")),
        # Recognised as something else, and said to be this.
        Saved("B", Connection("arcgis", "https://h.go.id/geoserver/ows", 10)),
        Saved("C", Connection("file", "https://h.go.id/a", 0, {"unknown": "kept", "lon": "x"})),
        Saved("D", Connection("sample", "")),
        Saved("E", Connection("postgres", "dinas")),
    ],
)
def test_an_old_one_comes_back_as_it_was(qgis_app, saved):
    dialog = ConnectionDialog(saved)
    assert dialog.saved() == saved
    assert ok(dialog).isEnabled()
    dialog.deleteLater()


def test_login_is_chosen_by_its_id(qgis_app):
    manager = QgsApplication.authManager()
    manager.setMasterPassword("test", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("dinas")
    config.setConfig("username", "petugas")
    config.setConfig("password", "rahasia")
    stored, config = manager.storeAuthenticationConfig(config)
    assert stored
    dialog = ConnectionDialog(Saved("A", Connection("wfs", "https://h.go.id/ows"), config.id()))
    assert dialog.saved().authcfg == config.id()
    assert "rahasia" not in repr(dialog.saved())
    dialog.login.setConfigId("")
    assert dialog.saved().authcfg == ""
    dialog.deleteLater()
    manager.removeAuthenticationConfig(config.id())


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("https://h.go.id/geoserver/ows", "wfs"),
        ("https://h.go.id/server/rest/services/a/FeatureServer/0", "arcgis"),
        ("https://h.go.id/collections/menara/items", "ogcapi"),
        ("https://geonode.h.go.id/", "geonode"),
        ("https://data.h.go.id", "ckan"),
        ("https://h.go.id/menara.csv", "file"),
        (r"C:\Data\menara.xlsx", "file"),
    ],
)
def test_type_follows_the_address(dialog, url, service):
    dialog.address.setText("https://h.go.id/ows")
    assert dialog.saved().connection.service == "wfs"
    dialog.address.setText(url)
    assert dialog.saved().connection.service == service
    assert dialog.service.currentText() == service_texts()[service]


def choose(dialog, word):
    at = dialog.service.findData(word)
    dialog.service.setCurrentIndex(at)
    dialog.service.activated.emit(at)


def test_type_the_officer_chose_stays(dialog):
    dialog.address.setText("https://h.go.id/ows")
    choose(dialog, "ogcapi")
    dialog.address.setText("https://h.go.id/geoserver/ows")
    assert dialog.saved().connection.service == "ogcapi"
    # Another address is another thing.
    dialog.address.clear()
    dialog.address.setText("https://h.go.id/arcgis/rest/services")
    assert dialog.saved().connection.service == "arcgis"


def test_mapping_is_for_files_only(dialog):
    dialog.address.setText("https://h.go.id/api/menara")
    assert not dialog.mapping_group.isHidden()
    dialog.mapping["lon"].setText(" bujur ")
    assert dialog.saved().connection.mapping == {"lon": "bujur"}
    choose(dialog, "wfs")
    assert dialog.mapping_group.isHidden()
    assert dialog.saved().connection.mapping == {}


def test_mapping_is_open_where_there_is_one(qgis_app, dialog):
    assert dialog.mapping_group.isCollapsed()
    full = ConnectionDialog(FULL)
    assert not full.mapping_group.isCollapsed()
    full.deleteLater()


def test_a_file_is_browsed_for(dialog, monkeypatch):
    picked = [("/srv/menara.gpkg", ""), ("", "")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: picked.pop(0))
    dialog.browse.click()
    assert dialog.saved().connection == Connection("file", "/srv/menara.gpkg")
    dialog.browse.click()
    assert dialog.saved().connection == Connection("file", "/srv/menara.gpkg")


def test_what_stands_there_is_tested(qgis_app):
    asked = []
    dialog = ConnectionDialog(FULL, asked.append)
    assert not dialog.test.isHidden()
    dialog.test.click()
    assert asked == [FULL]
    # One at a time; something is told until the answer is there.
    assert not dialog.test.isEnabled() and dialog.answer.text()
    dialog.show_answer("<b>12</b> layers", True)
    assert dialog.test.isEnabled()
    assert dialog.answer.text() == "<b>12</b> layers"
    assert dialog.answer.textFormat() == Qt.TextFormat.PlainText
    fine = dialog.answer_icon.pixmap().toImage()
    assert not fine.isNull()
    dialog.show_answer("does not answer", False)
    assert dialog.answer_icon.pixmap().toImage() != fine
    # It was about another address.
    dialog.address.setText("https://h.go.id/api/desa")
    assert dialog.answer.text() == ""
    dialog.deleteLater()


def test_an_answer_may_come_at_once(qgis_app):
    dialog = ConnectionDialog(FULL)
    dialog.set_test(lambda saved: dialog.show_answer(saved.name, True))
    dialog.test.click()
    assert dialog.answer.text() == "Menara"
    assert dialog.test.isEnabled()
    dialog.deleteLater()


def test_without_a_test_there_is_no_button(dialog):
    assert dialog.test.isHidden()
    dialog.set_test(lambda saved: None)
    assert not dialog.test.isHidden()
    assert not dialog.test.isEnabled()
    dialog.address.setText("https://h.go.id/ows")
    assert dialog.test.isEnabled()


def test_every_service_has_a_name():
    assert {*NAMES, "postgres"} == service_texts().keys()


def test_dialog_fits_a_narrow_window(qgis_app):
    dialog = ConnectionDialog(FULL, lambda saved: None)
    dialog.show_answer("https://" + "a" * 500, False)
    margins = dialog.layout().contentsMargins()
    beside = margins.left() + margins.right() + dialog.scroll.verticalScrollBar().sizeHint().width()
    assert dialog.contents.minimumSizeHint().width() + beside <= 320
    assert dialog.minimumSizeHint().width() <= 320
    dialog.deleteLater()


def test_every_field_has_a_label_and_a_tooltip(dialog):
    labels = [each for each in dialog.contents.findChildren(QLabel) if each.text()]
    assert len(labels) == 5 + len(dialog.mapping)
    for label in labels:
        assert label.buddy() is not None
        assert label.buddy().toolTip() and label.buddy().accessibleName()
    for widget in (dialog.browse, dialog.test, dialog.allow_http, dialog.mapping_group):
        assert widget.toolTip()


def test_tab_goes_down_the_dialog(qgis_app):
    dialog = ConnectionDialog(FULL, lambda saved: None)
    wanted = [
        dialog.name, dialog.address, dialog.browse, dialog.service, dialog.page_size,
        dialog.allow_http, *dialog.mapping.values(), dialog.test, ok(dialog),
    ]  # fmt: skip
    order = tab_order(dialog.name)
    places = [order.index(field) for field in wanted]
    assert places == sorted(places)
    login = [n for n, each in enumerate(order) if dialog.login.isAncestorOf(each)]
    assert order.index(dialog.service) < min(login)
    assert max(login) < order.index(dialog.page_size)
    dialog.deleteLater()


def test_every_text_goes_through_tr(qgis_app):
    marking = Marking()
    QCoreApplication.installTranslator(marking)
    try:
        dialog = ConnectionDialog(None, lambda saved: None)
    finally:
        QCoreApplication.removeTranslator(marking)
    texts = [each.text() for each in dialog.contents.findChildren(QLabel)]
    texts += [dialog.service.itemText(at) for at in range(dialog.service.count())]
    texts += [each.text() for each in dialog.buttons.findChildren(QAbstractButton)]
    texts += [dialog.allow_http.text(), dialog.test.text(), dialog.page_size.specialValueText()]
    texts += [dialog.windowTitle(), dialog.mapping_group.title()]
    assert len([text for text in texts if text]) > 25
    assert [text for text in texts if text and not text.startswith("«")] == []
    # The examples are words of such answers, not of a language.
    examples = {each.placeholderText() for each in dialog.findChildren(QLineEdit)} - {""}
    assert examples == {"data", "total", "page", "per_page", "1"}
    dialog.deleteLater()


def test_a_password_in_the_address_is_refused(qgis_app):
    dialog = ConnectionDialog()
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.name.setText("Palapa")
    dialog.address.setText("https://palapa.example/geoserver/ows")
    assert ok.isEnabled() and not dialog.answer.text()
    secret = secrets.token_hex(4)
    dialog.address.setText(f"https://petugas:{secret}@palapa.example/geoserver/ows")
    assert not ok.isEnabled() and "login of QGIS" in dialog.answer.text()
