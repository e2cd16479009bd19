# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog that adds a connection of the officer's own, or changes one."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from qgis.core import QgsApplication
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QWidget,
)

from .. import paths
from ..i18n import tr
from ..services.connections import Saved, without_secrets
from ..services.model import Connection
from ..services.recognise import recognise

Test = Callable[[Saved], None]
# What can be typed in; the sample and QGIS's own are in the tree without that.
_TYPED = ("wfs", "ogcapi", "arcgis", "geonode", "ckan", "file")


def service_texts() -> dict[str, str]:
    """Return what each service is called, by its word."""
    return {
        "wfs": tr("WFS"),
        "ogcapi": tr("OGC API Features"),
        "arcgis": tr("ArcGIS REST"),
        "geonode": tr("GeoNode"),
        "ckan": tr("CKAN"),
        "file": tr("File or address of a file"),
        "sample": tr("Sample: Kabupaten Contoh (fictional)"),
        "postgres": tr("PostgreSQL connection stored in QGIS"),
    }


class ConnectionDialog(QDialog):
    """Name, address, login; the rest is guessed and can be changed.

    Parameters
    ----------
    saved
        What is changed; None for a new one.
    test
        Called with what stands in the form; whoever does it tells the outcome by
        :meth:`show_answer`, at once or later. None leaves the button out.
    parent
        The window.
    """

    def __init__(
        self, saved: Saved | None = None, test: Test | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        uic.loadUi(paths.form("connection"), self)
        self._test: Test | None = None
        self._chosen = False
        self._other_mapping: dict[str, str] = {}
        self.mapping: dict[str, QLineEdit] = {}
        self._lay_out()
        self._say()
        self.setWindowTitle(tr("Edit connection") if saved else tr("Add connection"))
        self._connect()
        self._show(saved or Saved("", Connection(_TYPED[0], "")))
        self.set_test(test)

    def saved(self) -> Saved:
        """Return what stands in the form."""
        service = self.service.currentData()
        mapping: dict[str, str] = {}
        if service == "file":
            filled = {key: edit.text().strip() for key, edit in self.mapping.items()}
            mapping = {**self._other_mapping, **{k: text for k, text in filled.items() if text}}
        return Saved(
            self.name.text().strip(),
            Connection(service, self.address.text().strip(), self.page_size.value(), mapping),
            self.login.configId(),
            self.allow_http.isChecked(),
        )

    def set_test(self, test: Test | None) -> None:
        """Say who asks the service; None takes the button away."""
        self._test = test
        self.test.setVisible(test is not None)
        self._follow()

    def show_answer(self, text: str, fine: bool) -> None:
        """Show what came of a test, with a sign whether it is fine."""
        self._answer(text, "/mIconSuccess.svg" if fine else "/mIconWarning.svg")
        self._follow()

    def _answer(self, text: str, icon: str = "") -> None:
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        self.answer_icon.clear()
        if icon:
            self.answer_icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(size, size))
        self.answer.setText(text)

    def _ask(self) -> None:
        if self._test is None:
            return
        self._answer(tr("Asking…"))
        self.test.setEnabled(False)
        self._test(self.saved())

    def _show(self, saved: Saved) -> None:
        words, connection = service_texts(), saved.connection
        offered = [*_TYPED, connection.service]
        for word in dict.fromkeys(offered):
            self.service.addItem(words.get(word, word), word)
        self.service.setCurrentIndex(self.service.findData(connection.service))
        self._chosen = bool(connection.url) and recognise(connection.url) != connection.service
        for key, text in connection.mapping.items():
            if key in self.mapping:
                self.mapping[key].setText(text)
            else:
                self._other_mapping[key] = text
        self.mapping_group.setCollapsed(not connection.mapping)
        self.name.setText(saved.name)
        self.address.setText(connection.url)
        self.page_size.setValue(connection.page_size)
        if saved.authcfg:
            self.login.setConfigId(saved.authcfg)
        self.allow_http.setChecked(saved.allow_http)

    def _connect(self) -> None:
        self.address.textChanged.connect(self._recognise)
        # By the officer's hand, not by ours.
        self.service.activated.connect(lambda _: self._choose())
        self.service.currentIndexChanged.connect(lambda _: self._edited())
        self.name.textChanged.connect(lambda _: self._follow())
        self.page_size.valueChanged.connect(lambda _: self._edited())
        self.allow_http.toggled.connect(lambda _: self._edited())
        self.login.selectedConfigIdChanged.connect(lambda _: self._edited())
        for edit in self.mapping.values():
            edit.textChanged.connect(lambda _: self._edited())
        self.browse.clicked.connect(lambda _: self._browse())
        self.test.clicked.connect(lambda _: self._ask())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _recognise(self, address: str) -> None:
        """Follow the address, until the officer says what it is."""
        address = address.strip()
        if not address:
            self._chosen = False
        elif not self._chosen:
            self.service.setCurrentIndex(self.service.findData(recognise(address)))
        self._edited()

    def _choose(self) -> None:
        self._chosen = bool(self.address.text().strip())

    def _edited(self) -> None:
        """An answer was about what stood here before."""
        self._answer("")
        address = self.address.text().strip()
        if without_secrets(address) != address:
            self.show_answer(
                tr(
                    "A password in an address can be read by anybody: keep it in a login of QGIS, "
                    "and choose that below."
                ),
                False,
            )
        self._follow()

    def _has_password(self) -> bool:
        """Whether a password is typed into the address.

        A key among its parameters is only warned of: some services know no other way.
        """
        try:
            return bool(urlsplit(self.address.text().strip()).password)
        except ValueError:
            return False

    def _follow(self) -> None:
        named, service = bool(self.name.text().strip()), self.service.currentData()
        addressed = bool(self.address.text().strip()) or service == "sample"
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        fine = addressed and not self._has_password()
        ok.setEnabled(named and fine)
        self.test.setEnabled(fine)
        self.mapping_group.setVisible(service == "file")

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a file"), self.address.text())
        if path:
            self._chosen = False
            self.address.setText(path)

    def _lay_out(self) -> None:
        """Do what a form can't say, or can say to one Qt only."""
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.parts.setContentsMargins(0, 0, 0, 0)
        for form in (self.form, self.mapping_form):
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.parts.addStretch()
        for key, example, text in _mapping():
            edit = QLineEdit()
            edit.setObjectName(f"mapping_{key}")
            edit.setPlaceholderText(example)
            label = QLabel(text)
            label.setWordWrap(True)
            label.setBuddy(edit)
            _name(edit, text, text)
            self.mapping_form.addRow(label, edit)
            self.mapping[key] = edit
        # A long address in an answer must not widen the dialog; nor is it HTML, whoever sent it.
        policy = self.answer.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.answer.setSizePolicy(policy)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.test_row.setStretch(2, 1)
        order = (self.allow_http, self.mapping_group, *self.mapping.values(), self.test)
        for before, after in zip(order, order[1:]):
            QWidget.setTabOrder(before, after)

    def _say(self) -> None:
        """Set every text in the language of QGIS."""
        for name, text, tip in _fields():
            getattr(self, f"{name}_label").setText(text)
            _name(getattr(self, name), text, tip)
        self.page_size.setSpecialValueText(tr("automatic"))
        self.allow_http.setText(tr("Allow plain HTTP"))
        self.allow_http.setToolTip(
            tr("Where an encrypted address leads to a plain one; others can then read what is sent")
        )
        self.browse.setText("…")
        _name(self.browse, tr("Choose a file"), tr("Chooses a file on this computer"))
        self.mapping_group.setTitle(tr("JSON made by hand"))
        self.mapping_group.setToolTip(tr("What is where in an answer that follows no standard"))
        self.test.setText(tr("Test"))
        self.test.setToolTip(tr("Asks the service for its layers"))
        self.buttons.addButton(QDialogButtonBox.StandardButton.Ok).setText(tr("OK"))
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))


def _fields() -> tuple[tuple[str, str, str], ...]:
    """Return the fields of the form: name, label, what the officer reads on them."""
    return (
        ("name", tr("Name"), tr("What the connection is called in the list")),
        ("address", tr("Address"), tr("As the browser shows it, or the path of a file")),
        ("service", tr("Service"), tr("Recognised by the address; change it where that is wrong")),
        ("login", tr("Login"), tr("A login stored in QGIS; exported connections don't hold it")),
        (
            "page_size",
            tr("Features per request"),
            tr("Smaller for a server that answers slowly or cuts its answers"),
        ),
    )


def _mapping() -> tuple[tuple[str, str, str], ...]:
    """Return the keys of a mapping: key, what it is without a word, label."""
    return (
        ("records", "data", tr("Path to the records")),
        ("lon", "", tr("Field of the longitude")),
        ("lat", "", tr("Field of the latitude")),
        ("geometry", "", tr("Field of a geometry")),
        ("crs", "", tr("CRS of the geometry")),
        ("total", "total", tr("Path to the number of records")),
        ("next", "", tr("Path to the next address")),
        ("page", "page", tr("Parameter for the page")),
        ("per_page", "per_page", tr("Parameter for the page size")),
        ("first", "1", tr("Number of the first page")),
    )


def _name(widget: QWidget, name: str, tip: str) -> None:
    widget.setToolTip(tip)
    widget.setAccessibleName(name)
