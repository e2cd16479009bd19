# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers that went wrong, through a plain session: what is raised, and what is forgiven."""

from __future__ import annotations

import json

import pytest
import requests

from blankspot_plugin.core import errors
from blankspot_plugin.services import answers
from tests.servers.faults import FINE, FaultServer


@pytest.fixture(scope="module")
def server():
    with FaultServer() as server:
        yield server


@pytest.fixture
def session():
    with requests.Session() as session:
        session.trust_env = False
        yield session


@pytest.mark.parametrize("path", ["fine", "gzip", "chunked", "redirect", "bom", "utf16"])
def test_fine_in_any_dress(server, session, path):
    assert answers.get_json(session, f"{server.url}/{path}") == json.loads(FINE)


def test_windows_1250_called_utf8_is_read(server, session):
    assert answers.get_json(session, f"{server.url}/windows1250")["fine"] is True


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("cut", errors.AnswerCut, ""),
        ("cut_chunked", errors.AnswerCut, ""),
        ("short_gzip", errors.AnswerCut, ""),
        ("bad_gzip", errors.AnswerCut, ""),
        ("hang_up", errors.Unreachable, ""),
        ("not_http", errors.Unreachable, ""),
        ("status/500", errors.BadStatus, "Error 500 the database is away"),
        ("status/404", errors.BadStatus, "Error 404"),
        ("status/401", errors.LoginNeeded, "401"),
        ("status/403", errors.LoginNeeded, "403"),
        ("login", errors.LoginNeeded, "200"),
        ("maintenance", errors.NotTheProtocol, "Sedang dalam perbaikan"),
        ("garbage", errors.NotTheProtocol, ""),
        ("empty", errors.NotTheProtocol, ""),
        ("entities", errors.NotTheProtocol, ""),
        ("redirect_loop", errors.RedirectsEndlessly, ""),
        ("redirect_file", errors.BadAddress, ""),
        ("bomb/65", errors.AnswerTooLarge, ""),
        ("endless", errors.AnswerTooLarge, ""),
    ],
)
def test_every_fault_has_its_error(server, session, path, kind, words):
    with pytest.raises(kind) as raised:
        answers.get_json(session, f"{server.url}/{path}?token=x")
    assert words in str(raised.value)
    assert raised.value.url.startswith(server.url)
    assert "token" not in str(raised.value)


def test_entities_are_refused_in_any_encoding(server, session):
    with pytest.raises(errors.NotTheProtocol, match="ENTITY"):
        answers.get_xml(session, f"{server.url}/entities")


def test_nothing_is_left_of_a_failed_download(server, session, tmp_path):
    with pytest.raises(errors.ServiceError):
        answers.download(session, f"{server.url}/cut", folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/x", "words", "http:///x"])
def test_only_addresses_of_the_web(session, url):
    with pytest.raises(errors.BadAddress):
        answers.get_bytes(session, url)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.id/wfs?key=x", "https://a.id/wfs"),
        ("https://" + "me:word" + "@a.id:80/x@y", "https://a.id:80/x@y"),
        ("/folder/file.csv", "/folder/file.csv"),
        ("words", "words"),
    ],
)
def test_no_error_shows_a_secret_of_the_address(url, shown):
    assert errors.Unreachable(url, "why").url == shown
