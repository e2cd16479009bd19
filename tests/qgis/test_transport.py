# SPDX-License-Identifier: GPL-2.0-or-later
"""The network as an officer meets it: what comes out of bridge.transport for every fault."""

from __future__ import annotations

import base64
import json
import os
import secrets
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest
from qgis.core import QgsApplication, QgsFeedback, QgsNetworkAccessManager, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer

from blankspot_plugin.bridge import transport
from blankspot_plugin.core import errors
from blankspot_plugin.processing.messages import sentence
from blankspot_plugin.services import answers, retry
from tests.servers import certificates
from tests.servers.faults import FINE, TOKEN, FaultServer

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def elsewhere():
    with FaultServer() as server:
        yield server


@pytest.fixture(scope="module")
def server(elsewhere):
    with FaultServer(elsewhere=elsewhere.url) as server:
        yield server


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return certificates.authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(autouse=True)
def quick(qgis_app, monkeypatch):
    """Asked again at once."""
    monkeypatch.setattr(retry, "FIRST_PAUSE", 0.01)


@pytest.fixture
def time_out():
    """Set QGIS's time-out in seconds, for this test."""
    before = QgsNetworkAccessManager.timeout()
    yield lambda seconds: QgsNetworkAccessManager.setTimeout(int(seconds * 1000))
    QgsNetworkAccessManager.setTimeout(before)


@pytest.fixture
def log():
    """What QGIS writes to its log."""
    lines = []
    messages = QgsApplication.messageLog()

    def hear(text, *_):
        lines.append(text)

    messages.messageReceived.connect(hear)
    yield lines
    messages.messageReceived.disconnect(hear)


def get(url, feedback=None, **options):
    return answers.get_bytes(transport.session(feedback, **options), url)


def asked(server, path):
    """How often a path was asked for."""
    return server.paths().count(path)


@pytest.mark.parametrize(
    ("path", "times"),
    [
        ("/fine", 1),
        ("/gzip", 1),
        ("/chunked", 1),
        ("/redirect", 1),
        ("/elsewhere", 1),
        ("/cut_then_200", 2),
        ("/status/502/1", 2),
        ("/status/503/3", 4),
        ("/status/504/2", 3),
        ("/429/2/0", 3),
    ],
)
def test_it_comes_whole(server, path, times):
    before = asked(server, path)
    assert get(server.url + path) == FINE
    assert asked(server, path) - before == times


@pytest.mark.parametrize(
    ("path", "kind", "words", "times"),
    [
        ("/cut", errors.AnswerCut, "closed", 4),
        ("/cut_chunked", errors.AnswerCut, "closed", 4),
        ("/cut_gzip", errors.AnswerCut, "closed", 4),
        ("/short_gzip", errors.AnswerCut, "ends early", 1),
        ("/bad_gzip", errors.AnswerCut, "decompressing", 1),
        ("/not_http", errors.Unreachable, "", None),
        ("/hang_up", errors.Unreachable, "", None),
        ("/status/500", errors.BadStatus, "the database is away", 1),
        ("/status/500/1", errors.BadStatus, "the database is away", 1),
        ("/status/503", errors.BadStatus, "the database is away", 4),
        ("/status/400", errors.BadStatus, "Error 400", 1),
        ("/status/404", errors.BadStatus, "Error 404", 1),
        ("/status/418", errors.BadStatus, "Error 418", 1),
        ("/429/9/0", errors.BadStatus, "slowly", 4),
        ("/429/9/3600", errors.BadStatus, "slowly", 1),
        ("/status/401", errors.LoginNeeded, "401", 1),
        ("/status/403", errors.LoginNeeded, "403", 1),
        ("/login", errors.LoginNeeded, "200", 1),
        ("/maintenance", errors.NotTheProtocol, "Sedang dalam perbaikan", 1),
        ("/redirect_loop", errors.RedirectsEndlessly, "", transport.MAX_REDIRECTS + 1),
        ("/redirect_file", errors.BadAddress, "", 1),
    ],
)
def test_every_fault_has_its_error_and_its_sentence(server, path, kind, words, times):
    before = asked(server, path)
    with pytest.raises(errors.ServiceError) as raised:
        get(f"{server.url}{path}?token=x")
    assert type(raised.value) is kind
    assert words in str(raised.value)
    told = sentence(raised.value)
    assert server.url + path in told and "token" not in told
    if times:
        assert asked(server, path) - before == times


def test_only_questions_are_asked_again(server):
    session = transport.session()
    before = asked(server, "/status/502")
    with session.post(f"{server.url}/status/502", data={"a": "b"}) as response:
        assert response.status_code == 502
    assert asked(server, "/status/502") - before == 1
    with session.post(f"{server.url}/post", data={"a": "b c"}) as response:
        assert response.content == b"a=b+c"
    with session.head(f"{server.url}/fine") as response:
        assert response.headers["Content-Length"] == str(len(FINE))


@pytest.mark.parametrize("path", ["/429/1/1", "/429_date/1/3"])
def test_retry_after_is_kept(server, path):
    start = monotonic()
    assert get(server.url + path) == FINE
    # A date has whole seconds: of three, two at least are left.
    assert monotonic() - start >= 0.9


def test_packed_answers_lose_what_is_said_of_the_packing(server):
    with transport.session().get(f"{server.url}/gzip") as response:
        assert response.content == FINE
    assert not {"Content-Encoding", "Content-Length"} & set(response.headers)
    assert server.asked[-1].headers["accept-encoding"] == "gzip"


def test_a_large_attribute_arrives(server, tmp_path):
    path = answers.download(
        transport.session(), f"{server.url}/large_attribute/50", folder=tmp_path
    )
    assert json.loads(path.read_bytes())["features"][0]["properties"]["name"] == "x" * 50 * 2**20


@pytest.mark.parametrize("path", ["/bomb/65", "/endless"])
def test_what_grows_beyond_reason_is_stopped(server, path):
    with pytest.raises(errors.AnswerTooLarge) as raised:
        answers.download(transport.session(), server.url + path, limit=2**20)
    assert raised.value.limit == 2**20


@pytest.mark.parametrize("path", ["/silence", "/drip"])
def test_what_brings_nothing_is_given_up(server, time_out, log, path):
    time_out(0.6)
    with pytest.raises(errors.TimedOut):
        get(f"{server.url}{path}?token=x")
    assert "token" not in "".join(log)


def test_slow_is_no_fault(server, time_out):
    time_out(0.6)
    assert get(f"{server.url}/slow/8/0.1") == FINE


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("file:///etc/hostname", errors.BadAddress),
        ("ftp://127.0.0.1/x", errors.BadAddress),
        ("words", errors.BadAddress),
        ("http://nowhere.invalid/wfs", errors.Unreachable),
        ("http://127.0.0.1:1/wfs", errors.Unreachable),
    ],
)
def test_addresses_that_lead_nowhere(url, kind):
    with pytest.raises(kind) as raised:
        get(url)
    assert url in sentence(raised.value)


def test_a_login_that_is_not_there(server):
    before = len(server.asked)
    with pytest.raises(errors.NoSuchLogin, match="gone123"):
        get(f"{server.url}/fine", authcfg="gone123")
    assert len(server.asked) == before


# Cancel: at once in an answer that drips, that is not there yet, or that is waited for again.
STUCK = ["/drip", "/silence", "/429/99/30"]


@pytest.mark.parametrize("path", STUCK)
def test_cancel_in_the_main_thread(server, path):
    feedback = QgsFeedback()
    moments = []
    QTimer.singleShot(300, lambda: (moments.append(monotonic()), feedback.cancel()))
    with pytest.raises(errors.Cancelled):
        get(server.url + path, feedback)
    assert monotonic() - moments[0] < 1


def test_cancelled_before_it_began(server):
    feedback = QgsFeedback()
    feedback.cancel()
    before = len(server.asked)
    with pytest.raises(errors.Cancelled):
        get(f"{server.url}/fine", feedback)
    assert len(server.asked) == before


class Asking(QgsTask):
    """Asks in its own thread and remembers what came of it."""

    def __init__(self, url):
        super().__init__("asking")
        self.url = url
        self.outcome = self.ended = None

    def run(self):
        try:
            self.outcome = get(self.url, self)
        except errors.BlankSpotError as error:
            self.outcome = error
        self.ended = monotonic()
        return True


def in_task(url, cancel=False):
    """Return a task that has asked, the main thread doing its own work meanwhile."""
    task = Asking(url)
    moments = []
    QgsApplication.taskManager().addTask(task)
    if cancel:
        QTimer.singleShot(400, lambda: (moments.append(monotonic()), task.cancel()))
    end = monotonic() + 20
    while task.ended is None and monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return task, moments


def test_a_task_gets_its_answer(server):
    task, _ = in_task(f"{server.url}/redirect")
    assert task.outcome == FINE


@pytest.mark.parametrize("path", STUCK)
def test_cancel_in_a_task(server, path):
    task, moments = in_task(server.url + path, cancel=True)
    assert isinstance(task.outcome, errors.Cancelled)
    assert task.ended - moments[0] < 1


def test_a_task_is_told_of_bad_certificates(tmp_path):
    with FaultServer(certificate=certificates.self_signed(tmp_path)) as server:
        task, _ = in_task(f"{server.url}/fine")
    assert isinstance(task.outcome, errors.CertificateRefused)


def test_what_nobody_vouches_for_is_refused(tmp_path):
    with FaultServer(certificate=certificates.self_signed(tmp_path)) as server:
        with pytest.raises(errors.CertificateRefused, match="self.signed"):
            get(f"{server.url}/fine")
    assert server.asked == []


# Settings, logins and authorities: in a QGIS of its own.


def in_process(folder, **job):
    """Run network_process.py with a fresh profile; return what it tells."""
    environment = {
        **os.environ,
        "QGIS_AUTH_DB_DIR_PATH": str(folder),
        "QGIS_CUSTOM_CONFIG_PATH": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("network_process.py"))],
        input=json.dumps(job), capture_output=True, text=True, env=environment, timeout=60,
        cwd=folder, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_login_goes_to_its_own_server_only(server, elsewhere, tmp_path):
    user, secret = "petugas", secrets.token_hex(8)
    paths = ["/fine?first", "/redirect?second", "/elsewhere?third"]
    first, there = len(server.asked), len(elsewhere.asked)
    told = in_process(
        tmp_path, login=["Basic", {"username": user, "password": secret}],
        master=secrets.token_hex(8),
        urls=[server.url + path for path in paths],
    )  # fmt: skip
    assert [outcome.get("bytes") for outcome in told["outcomes"]] == [len(FINE)] * 3
    packed = base64.b64encode(f"{user}:{secret}".encode()).decode()
    here = server.asked[first:]
    assert [each.path for each in here] == ["/fine", "/redirect", "/fine", "/elsewhere"]
    assert {each.headers.get("authorization") for each in here} == {f"Basic {packed}"}
    assert [each.path for each in elsewhere.asked[there:]] == ["/fine"]
    assert packed not in json.dumps([each.headers for each in elsewhere.asked[there:]])
    assert not any(word in json.dumps(told) for word in (secret, packed))
    # And the plugin itself is silent until it is told to ask.
    assert told["start"] == []


def test_a_token_is_sent_as_it_is_stored(server, elsewhere, tmp_path):
    token, first, there = secrets.token_hex(8), len(server.asked), len(elsewhere.asked)
    told = in_process(
        tmp_path, login=["EsriToken", {"token": token}], master=secrets.token_hex(8),
        urls=[f"{server.url}/fine", f"{server.url}/elsewhere"],
    )  # fmt: skip
    assert [outcome.get("bytes") for outcome in told["outcomes"]] == [len(FINE)] * 2
    # QGIS 3.22 sends a blank behind it.
    sent = [each.headers["x-esri-authorization"].strip() for each in server.asked[first:]]
    assert sent == [f"Bearer {token}"] * 2
    assert token not in json.dumps([each.headers for each in elsewhere.asked[there:]])
    assert token not in json.dumps(told)


def test_oauth2_fetches_a_token_and_sends_it(server, tmp_path):
    first = len(server.asked)
    asked = {
        "accessMethod": 0, "apiKey": "", "clientId": "peta", "clientSecret": secrets.token_hex(8),
        "configType": 1, "grantFlow": 2, "id": "", "name": "test", "objectName": "",
        "password": secrets.token_hex(8), "persistToken": False, "queryPairs": {},
        "redirectPort": 7070, "redirectUrl": "", "refreshTokenUrl": "", "requestTimeout": 10,
        "requestUrl": "", "scope": "", "tokenUrl": f"{server.url}/token", "username": "petugas",
        "version": 1,
    }  # fmt: skip
    told = in_process(
        tmp_path, login=["OAuth2", {"oauth2config": json.dumps(asked)}],
        master=secrets.token_hex(8), urls=[f"{server.url}/fine"],
    )  # fmt: skip
    assert told["outcomes"] == [{"bytes": len(FINE)}]
    token, fine = server.asked[first:]
    assert (token.path, token.method, fine.path) == ("/token", "POST", "/fine")
    assert fine.headers["authorization"] == f"Bearer {TOKEN}"
    assert TOKEN not in json.dumps(told) and asked["password"] not in json.dumps(told)


def test_a_client_certificate_is_shown(authority, tmp_path):
    mine = certificates.signed(tmp_path, authority)
    profile = tmp_path / "profile"
    profile.mkdir()
    login = ["PKI-Paths", {"certpath": str(mine), "keypath": str(mine), "keypass": ""}]
    with FaultServer(certificate=mine, clients=authority) as closed:
        job = {"authority": str(authority), "urls": [f"{closed.url}/fine"]}
        (told,) = in_process(profile, **job)["outcomes"]
        assert "error" in told and not closed.asked
        told = in_process(profile, login=login, master=secrets.token_hex(8), **job)
        assert told["outcomes"] == [{"bytes": len(FINE)}]


def test_an_authority_set_in_qgis_is_honoured(authority, elsewhere, tmp_path):
    good = certificates.signed(tmp_path, authority)
    old = certificates.signed(tmp_path, authority, expired=True)
    profile = tmp_path / "profile"
    profile.mkdir()
    there = len(elsewhere.asked)
    with FaultServer(certificate=good, elsewhere=elsewhere.url) as fine, FaultServer(
        certificate=old
    ) as expired:  # fmt: skip
        urls = [f"{fine.url}/fine", f"{expired.url}/fine", f"{fine.url}/elsewhere"]
        told = in_process(profile, authority=str(authority), urls=urls)["outcomes"]
        assert told[0] == {"bytes": len(FINE)}
        assert told[1]["error"] == "CertificateRefused" and "expired" in told[1]["reason"]
        assert told[2]["error"] == "RedirectRefused" and elsewhere.url in told[2]["words"]
        assert len(elsewhere.asked) == there
        told = in_process(profile, authority=str(authority), urls=urls[2:], allow_http=True)
        assert told["outcomes"] == [{"bytes": len(FINE)}]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def tinyproxy(folder):
    """A proxy; yields its port and the file it writes about whom it served."""
    port, log = free_port(), folder / "proxy.log"
    config = folder / "proxy.conf"
    lines = [f"Port {port}", "Listen 127.0.0.1", "Timeout 30", "Allow 127.0.0.1", "LogLevel Info"]
    config.write_text("\n".join([*lines, f'LogFile "{log}"', "MaxClients 20", ""]))
    process = subprocess.Popen(
        ["tinyproxy", "-d", "-c", str(config)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"},
    )  # fmt: skip
    try:
        end = monotonic() + 10
        while monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert process.poll() is None
        yield port, log
    finally:
        process.terminate()
        process.wait(10)


def proxy_settings(port):
    return {
        "proxy/proxyEnabled": True,
        "proxy/proxyType": "HttpProxy",
        "proxy/proxyHost": "127.0.0.1",
        "proxy/proxyPort": str(port),
    }


def beyond(server):
    """The server by an address that is this machine too, yet none Qt keeps from a proxy."""
    return f"http://0.0.0.0:{server.port}/fine"


def test_the_proxy_set_in_qgis_is_used(server, tmp_path):
    with tinyproxy(tmp_path) as (port, log):
        told = in_process(tmp_path, settings=proxy_settings(port), urls=[beyond(server)])
        assert told["outcomes"] == [{"bytes": len(FINE)}]
        assert f":{server.port}" in log.read_text()


def test_a_proxy_that_is_away_is_named(server, tmp_path):
    before = len(server.asked)
    settings = proxy_settings(free_port())
    (told,) = in_process(tmp_path, settings=settings, urls=[beyond(server)])["outcomes"]
    assert told["error"] == "ProxyRefused"
    assert "Options > Network" in told["words"]
    assert len(server.asked) == before


def test_memory_stays_flat(tmp_path):
    """A body of 300 MB, as fast as it comes, in a process that is measured."""
    code = (
        "import sys, resource\n"
        "from qgis.core import QgsApplication\n"
        "app = QgsApplication([], False); app.initQgis()\n"
        "from blankspot_plugin.bridge import transport\n"
        "from blankspot_plugin.core import errors\n"
        "from blankspot_plugin.services import answers\n"
        "rss = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024\n"
        "answers.get_bytes(transport.session(), sys.argv[1] + '/fine')\n"
        "before = rss()\n"
        "try:\n"
        "    answers.download(transport.session(), sys.argv[1] + '/endless', limit=3 * 10**8)\n"
        "except errors.AnswerTooLarge:\n"
        "    print(rss() - before)\n"
    )
    with FaultServer() as server:
        done = subprocess.run(
            [sys.executable, "-c", code, server.url],
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert float(done.stdout.splitlines()[-1]) < 80
