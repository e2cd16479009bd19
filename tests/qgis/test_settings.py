# SPDX-License-Identifier: GPL-2.0-or-later
"""The office's settings come back as they were kept, and a broken entry breaks nothing else."""

from __future__ import annotations

from dataclasses import fields

import pytest
from qgis.core import QgsApplication, QgsSettings

from blankspot_plugin.bridge import settings
from blankspot_plugin.bridge.settings import Settings, Signatory
from blankspot_plugin.services.connections import Saved, dump
from blankspot_plugin.services.model import Connection

FULL = Settings(
    office="Dinas Komunikasi, Informatika, Statistik dan Persandian",
    regency="Kabupaten Paser",
    address="Jalan “Contoh” 1; Tanah Grogot\nKalimantan Timur",
    logo="/tmp/lambang, baru.svg",
    village_word="kampung",
    signatories=(
        Signatory("Kepala Dinas", "Nama, S.Kom.", "Pembina Utama Muda", "19700101 199001 1 001"),
        Signatory("Kepala Bidang"),
    ),
    radii=("4G", "3500", "5000", "L900", "6000,5", ""),
    workspace_folder="/srv/data",
    connections=(
        Saved("Palapa", Connection("wfs", "https://h.go.id/ows", 500), "abc1234", True),
        Saved("Menara", Connection("file", "https://h.go.id/a?token=x", 0, {"lon": "bujur"})),
    ),
    first_start_seen=True,
)


@pytest.fixture(autouse=True)
def nothing_set(qgis_app):
    QgsSettings().remove("blankspot")
    yield
    QgsSettings().remove("blankspot")


def test_defaults_where_nothing_is_set():
    assert settings.read() == Settings()
    assert settings.read().village_word == "desa/kelurahan"


def test_settings_come_back():
    settings.write(FULL)
    assert settings.read() == FULL
    QgsSettings().sync()
    assert settings.read() == FULL


def test_defaults_come_back_over_others():
    settings.write(FULL)
    settings.write(Settings())
    assert settings.read() == Settings()


def test_one_changed_leaves_the_others():
    settings.write(settings.changed(FULL, first_start_seen=False, radii=()))
    assert settings.read() == settings.changed(FULL, first_start_seen=False, radii=())


def test_blanks_around_a_text_and_no_word_are_nothing():
    settings.write(Settings(office="  Dinas  ", village_word=" "))
    assert settings.read() == Settings(office="Dinas")


def test_ids_of_logins_stay_here_and_never_go_out():
    settings.write(FULL)
    assert "abc1234" in QgsSettings().value("blankspot/connections")
    assert "abc1234" not in dump(settings.read().connections)
    assert "token" not in dump(settings.read().connections)


@pytest.mark.parametrize("name", ["signatories", "radii", "connections"])
@pytest.mark.parametrize(
    "raw", ["{", "1", '{"a": 1}', "[1]", '[["a", "b", "c", "d", "e"]]', '[{"name": ""}]', "nan"]
)
def test_broken_entry_is_logged_and_leaves_the_others(name, raw):
    settings.write(FULL)
    QgsSettings().setValue(f"blankspot/{name}", raw)
    said = []
    log = QgsApplication.messageLog()
    log.messageReceived.connect(lambda text, *_: said.append(text))
    found = settings.read()
    assert getattr(found, name) == getattr(Settings(), name)
    assert any(f"blankspot/{name}" in text for text in said)
    others = [each.name for each in fields(Settings) if each.name != name]
    assert [getattr(found, each) for each in others] == [getattr(FULL, each) for each in others]
