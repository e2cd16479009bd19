# SPDX-License-Identifier: GPL-2.0-or-later
"""Connections go to a colleague and come back, and no secret goes with them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blankspot_plugin.core.errors import BadConnections
from blankspot_plugin.services.connections import (
    Saved,
    as_record,
    dump,
    from_record,
    load,
    without_secrets,
)
from blankspot_plugin.services.model import Connection

SAVED = (
    Saved("Palapa", Connection("wfs", "https://palapa.example.go.id/geoserver/ows"), "abc1234"),
    Saved(
        "Menara",
        Connection(
            "file",
            "https://example.go.id/api/bigdata/menara?tahun=2025",
            100,
            {"records": "data", "lon": "bujur", "lat": "lintang"},
        ),
        allow_http=True,
    ),
    Saved("Lembar", Connection("file", r"C:\Data\laporan@2024.csv")),
    Saved("Contoh", Connection("sample", "")),
    Saved("Basis data", Connection("postgres", "dinas@kantor")),
)


def test_what_goes_out_comes_back_without_logins():
    assert load(dump(SAVED)) == [replace(each, authcfg="") for each in SAVED]
    assert "abc1234" not in dump(SAVED)
    assert "authcfg" not in dump(SAVED)


def test_records_keep_the_login():
    assert [from_record(as_record(each)) for each in SAVED] == list(SAVED)


@pytest.mark.parametrize(
    ("url", "shared"),
    [
        ("https://me:pw@h.go.id/ows", "https://h.go.id/ows"),
        ("https://me@h.go.id/ows", "https://h.go.id/ows"),
        ("https://me:p@w@h.go.id/ows", "https://h.go.id/ows"),
        ("https://me:p/w#1?@h.go.id/ows", "https://h.go.id/ows"),
        ("me:pw@h.go.id/ows", "h.go.id/ows"),
        ("https://h.go.id/ows?token=x", "https://h.go.id/ows"),
        ("https://h.go.id/ows?map=/a/b.map&TOKEN=x&v=1", "https://h.go.id/ows?map=/a/b.map&v=1"),
        ("https://h.go.id/ows?api_key=x", "https://h.go.id/ows"),
        ("https://h.go.id/ows?apikey=x&authkey=y&key=z", "https://h.go.id/ows"),
        ("https://h.go.id/ows?accessToken=x&layer=a", "https://h.go.id/ows?layer=a"),
        ("https://h.go.id/ows?username=a&password=b&pwd=c&pass=d", "https://h.go.id/ows"),
        ("https://h.go.id/ows?kata_sandi=b", "https://h.go.id/ows"),
        ("https://h.go.id/f.csv?X-Amz-Signature=a&sig=b", "https://h.go.id/f.csv"),
        ("https://h.go.id/f.csv?X-Amz-Credential=a", "https://h.go.id/f.csv"),
        ("https://h.go.id/ows?to%6ben=x", "https://h.go.id/ows"),
        ("https://h.go.id/ows;jsessionid=1F2E?a=b", "https://h.go.id/ows?a=b"),
        ("https://h.go.id/#access_token=x", "https://h.go.id/"),
        # Through a proxy that takes an address as its parameter.
        ("https://h.go.id/p?https://g.go.id/0?token=x", "https://h.go.id/p"),
        ("https://h.go.id/p?url=https%3A%2F%2Fg.go.id%3Ftoken%3Dx", "https://h.go.id/p"),
        ("https://h.go.id/p?url=https%3A%2F%2Fme%3Apw%40g.go.id", "https://h.go.id/p"),
        ("https://h.go.id/p?a=b;token=x", "https://h.go.id/p"),
        ("https://h.go.id/p?q=eyJhbGciOiJ9.eyJzdWIiOiJ9.c2ln", "https://h.go.id/p"),
    ],
)
def test_addresses_go_without_what_lets_somebody_in(url, shared):
    assert without_secrets(url) == shared
    # Twice is as good as once.
    assert without_secrets(shared) == shared


@pytest.mark.parametrize(
    "url",
    [
        "https://h.go.id/geoserver/ows?service=WFS&version=2.0.0",
        "https://h.go.id/cgi-bin/mapserv?map=/srv/paser.map",
        "https://geonode.go.id/catalogue/#/search?f=dataset",
        "https://data.go.id/dataset/menara?resource_id=6e0d76e3-c85f-458c-931e-35e459f2c803",
        "https://docs.google.com/spreadsheets/d/1aB2/export?format=csv&gid=12",
        "https://h.go.id/api?keyword=menara&monkeys=1&passage=2&design=3",
        "https://h.go.id/p?where=kode%3D64.01",
        "https://h.go.id:8080/a@b/ows",
        "https://h.go.id/p?",
        r"C:\Data\menara.xlsx",
        "/home/petugas/menara@2024.csv",
        "",
    ],
)
def test_other_addresses_stay_as_they_are(url):
    assert without_secrets(url) == (url[:-1] if url.endswith("?") else url)


WORD = st.text("abcdefXYZ0189", min_size=8, max_size=20)


@given(WORD, st.sampled_from(["token", "apikey", "PASSWORD", "access_token", "sessionKey"]), WORD)
def test_no_secret_is_in_what_goes_out(secret, name, password):
    url = f"https://petugas:{password}!@h.go.id/ows?map=a&{name}={secret}!"
    text = dump([Saved("A", Connection("wfs", url), "authcfg")])
    assert f"{secret}!" not in text
    assert f"{password}!" not in text
    assert "https://h.go.id/ows?map=a" in text


def changed(**entries):
    body = json.loads(dump(SAVED[:1]))
    body["connections"][0].update(entries)
    return json.dumps(body)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Expecting value"),
        ("{", "Expecting property name"),
        ("[" * 100_000, ""),
        ("[]", "kind"),
        ('{"type": "FeatureCollection"}', "kind"),
        ('{"kind": "blankspot_connections", "version": 2, "connections": []}', "version 2"),
        ('{"kind": "blankspot_connections", "version": 1}', "connections"),
        ('{"kind": "blankspot_connections", "version": 1, "connections": [1]}', "connections[0]"),
        (changed(name=" "), "connections[0].name"),
        (changed(name=None), "connections[0].name"),
        (changed(service="ftp"), "connections[0].service"),
        (changed(service="layer"), "connections[0].service"),
        (changed(url=""), "connections[0].url"),
        (changed(url=["a"]), "connections[0].url"),
        (changed(page_size=-1), "connections[0].page_size"),
        (changed(page_size=True), "connections[0].page_size"),
        (changed(mapping={"lon": 1}), "connections[0].mapping"),
        (changed(mapping=[]), "connections[0].mapping"),
        (changed(allow_http="no"), "connections[0].allow_http"),
    ],
)
def test_what_is_no_list_of_connections_is_refused(text, reason):
    with pytest.raises(BadConnections) as refused:
        load(text)
    assert refused.value.reason.startswith(reason)


def test_a_login_of_somebody_else_is_not_taken_over():
    assert load(changed(authcfg="zzz9999"))[0].authcfg == ""


def test_what_an_editor_puts_before_the_text_is_no_matter():
    assert load("\ufeff" + dump(SAVED)) == load(dump(SAVED))


def test_nothing_is_a_list_too():
    assert load(dump([])) == []
