# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers that went wrong, through a plain session: what is raised, and what is forgiven."""

from __future__ import annotations

import json

import pytest
import requests

from blankspot_plugin.core import errors
from blankspot_plugin.services import answers, arcgis, ckan, files, ogcapi, wfs
from blankspot_plugin.services.model import Connection, Query
from tests.recorded.answers_by_path import Reply
from tests.recorded.answers_by_path import session as answering
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


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("no /ows?authkey=SECRET&x=1", "no /ows?authkey=***&x=1"),
        ("no /ows?x=1&amp;TOKEN=SECRET", "no /ows?x=1&TOKEN=***"),
        ("<p>/a?next=%2Fb%3Fapi_key%3DSECRET%26x%3D1</p>", "/a?next=%2Fb%3Fapi_key%3D***%26x%3D1"),
        ("password = <b>SECRET</b>, sig=SECRET", "password = *** , sig=***"),
        ('{"token": "SECRET", "id": 1}', '{"token": "***", "id": 1}'),
        ("https://" + "me:SECRET" + "@a.id/x", "https://***@a.id/x"),
        ("Cannot do natural order without a primary key", None),
        ("limit=5 is not valid", None),
    ],
)
def test_what_a_server_says_tells_no_secret(words, shown):
    told = answers.said(words.replace("&amp;", "&").encode())
    assert told == (shown or words)


@pytest.mark.parametrize("status", [200, 400, 404, 500])
@pytest.mark.parametrize(
    "body",
    [
        "no {}",
        '<ExceptionReport><ExceptionText>no "{}"</ExceptionText></ExceptionReport>',
        '{{"error": {{"code": 400, "message": "no {}", "details": []}}}}',
        '{{"success": false, "error": {{"message": "no {}"}}}}',
        '{{"code": "x", "description": "no {}"}}',
    ],
)
@pytest.mark.parametrize("protocol", [arcgis, ckan, files, ogcapi, wfs])
def test_an_error_that_repeats_the_address_tells_no_secret(protocol, body, status, tmp_path):
    asked = answering(lambda *_: Reply(body.format("/ows?authkey=SECRET&x=1").encode(), status))
    connection = Connection("x", "https://a.id/ows?authkey=SECRET", mapping={"records": "data"})
    described = lambda: protocol.layers(asked, connection)  # noqa: E731
    pulled = lambda: list(protocol.pages(asked, connection, Query("0"), tmp_path))  # noqa: E731
    # What describes a hand-made program is its first page, whatever that is.
    for ask in (pulled,) if protocol is files else (described, pulled):
        with pytest.raises(errors.ServiceError) as raised:
            ask()
        assert "SECRET" not in str(raised.value)
