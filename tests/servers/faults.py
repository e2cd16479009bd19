# SPDX-License-Identifier: GPL-2.0-or-later
"""A server on 127.0.0.1 that goes wrong in every way we know, when told to.

::

    with FaultServer(features=250, fault="repeat_page") as server:
        server.wfs_url, server.ogcapi_url, server.arcgis_url     # the layer "points"
        server.url + "/cut"                                      # one fault, by its path
        server.asked                                             # what came in, with headers

**Faults of a protocol** (``fault=``; each for WFS, OGC API Features and ArcGIS REST)

========================  ===================================================================
``wrong_count``           seven more features are announced than there are
``low_count``             seven fewer are announced than there are
``truncated``             the second page says it is the last one; the count stays as it was
``short_page``            three features of the second page are missing
``repeat_page``           the first page comes again and again
``error_200``             an error told in the protocol's own words under status 200
========================  ===================================================================

**Faults of transport** by path, ``/cut`` say; as ``fault="cut"`` the same happens to the pages
of data, and with ``at="description"`` to capabilities, collections and layer lists. They are
the functions below this class that carry ``@_fault``, one sentence each; a path may end in
numbers, ``/429/2`` say, that the function is called with.

``certificate`` (see :mod:`tests.servers.certificates`) makes it speak TLS, ``clients`` lets in
only who has a certificate of that authority. ``elsewhere`` is the
address that ``/elsewhere`` leads to.
"""

from __future__ import annotations

import gzip
import json
import secrets
import ssl
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import time
from urllib.parse import parse_qsl, urlsplit

from tests.servers import protocols

PROTOCOL_FAULTS = (
    "wrong_count", "low_count", "truncated", "short_page", "repeat_page", "error_200",
)  # fmt: skip
# An answer in the language of none of the protocols, and long enough to be cut.
FINE = json.dumps({"fine": True, "words": "spot " * 2000}).encode()
# Made anew each time: it opens nothing.
TOKEN = secrets.token_hex(8)
LOGIN = b"""<!DOCTYPE html><html><head><title>Masuk</title></head><body><form method="post">
<input name="user"><input type="password" name="secret"></form></body></html>"""
BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + b"".join(
        b'<!ENTITY lol%d "%s">' % (i, (b"&lol%d;" % (i - 1) if i > 1 else b"&lol;") * 10)
        for i in range(1, 10)
    )
    + b"]><WFS_Capabilities>&lol9;</WFS_Capabilities>"
)


@dataclass
class Asked:
    """A request as it came in; ``query`` has lower-case keys, ``headers`` too."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    method: str = "GET"
    body: bytes = b""


@dataclass
class FaultServer:
    """The server; it runs from ``with`` to the end of the block, or from start() to close()."""

    features: int = 250
    fault: str = ""
    at: str = "page"
    page_limit: int = 100
    certificate: Path | None = None
    clients: Path | None = None
    host: str = "127.0.0.1"
    elsewhere: str = ""
    asked: list[Asked] = field(default_factory=list)

    def start(self) -> FaultServer:
        """Listen on a free port."""
        if self.fault and self.fault.split("/")[0] not in {*FAULTS, *PROTOCOL_FAULTS}:
            raise ValueError(f"there is no fault {self.fault}")
        self._server = _Server((self.host, 0), _Handler)
        self._server.owner = self
        self.closing = threading.Event()
        self._times: Counter[str] = Counter()
        if self.certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate)
            if self.clients:
                context.verify_mode = ssl.CERT_REQUIRED
                context.load_verify_locations(self.clients)
            # The handshake is done in the thread of the connection, not while accepting it.
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()
        return self

    def close(self) -> None:
        """Stop; whoever still drips stops too."""
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    __enter__ = start

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        """Its address without a slash at the end."""
        return f"{'https' if self.certificate else 'http'}://{self.host}:{self.port}"

    @property
    def wfs_url(self) -> str:
        return f"{self.url}/wfs"

    @property
    def ogcapi_url(self) -> str:
        return f"{self.url}/ogcapi"

    @property
    def arcgis_url(self) -> str:
        return f"{self.url}/arcgis/rest/services/points/FeatureServer"

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [asked.path for asked in self.asked]

    def times(self, what: str) -> int:
        """How often this was called with the same word before."""
        self._times[what] += 1
        return self._times[what] - 1


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    owner: FaultServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up, or don't trust us, are what this server is for."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    # Slow networks are simulated, not suffered: small writes go out at once.
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        pass

    @property
    def owner(self) -> FaultServer:
        return self.server.owner

    def do_GET(self) -> None:  # noqa: N802
        parts = urlsplit(self.path)
        query = {key.lower(): value for key, value in parse_qsl(parts.query)}
        headers = {key.lower(): value for key, value in self.headers.items()}
        length = int(headers.get("content-length", 0))
        body = self.rfile.read(length)
        self.owner.asked.append(Asked(parts.path, query, headers, self.command, body))
        answer = protocols.answer(self.owner, parts.path, query)
        if answer is None:
            self._fault(parts.path.strip("/"))
        elif answer.kind == self.owner.at and self.owner.fault.split("/")[0] in FAULTS:
            self._fault(self.owner.fault, answer.body)
        else:
            self.reply(answer.body, answer.type)

    do_POST = do_HEAD = do_GET  # noqa: N815

    def _fault(self, words: str, body: bytes = FINE) -> None:
        name, *numbers = words.split("/")
        if name not in FAULTS:
            self.reply(b"nothing here", "text/plain", 404)
            return
        FAULTS[name](self, body, *(float(number) for number in numbers))

    def reply(
        self,
        body: bytes,
        kind: str = "application/json",
        status: int = 200,
        headers: dict[str, str] | None = None,
        length: int | None = None,
    ) -> None:
        """Send an answer; ``length`` is what is announced, if not the truth."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def hang_up(self) -> None:
        """Close the connection after this answer."""
        self.wfile.flush()
        self.close_connection = True

    def redirect(self, target: str, status: int = 302) -> None:
        self.reply(b"", "text/plain", status, {"Location": target})


FAULTS: dict[str, Callable[..., None]] = {}


def _fault(function: Callable[..., None]) -> Callable[..., None]:
    """File a fault under its name, read as a path: ``_cut_chunked`` is ``cut_chunked``."""
    FAULTS[function.__name__.lstrip("_")] = function
    return function


@_fault
def _fine(to: _Handler, body: bytes) -> None:
    """No fault at all."""
    to.reply(body)


@_fault
def _post(to: _Handler, body: bytes) -> None:
    """Send back what was posted."""
    to.reply(to.owner.asked[-1].body)


@_fault
def _token(to: _Handler, body: bytes) -> None:
    """A token, as OAuth2 gives it to whoever asks."""
    told = {"access_token": TOKEN, "token_type": "bearer", "expires_in": 3600}
    to.reply(json.dumps(told).encode())


@_fault
def _gzip(to: _Handler, body: bytes) -> None:
    """An honest answer, packed."""
    to.reply(gzip.compress(body), headers={"Content-Encoding": "gzip"})


@_fault
def _chunked(to: _Handler, body: bytes, cut: float = 0) -> None:
    """In chunks, without an announced length."""
    to.send_response(200)
    to.send_header("Content-Type", "application/json")
    to.send_header("Transfer-Encoding", "chunked")
    to.end_headers()
    half = len(body) // 2
    for part in (body[:half],) if cut else (body[:half], body[half:], b""):
        to.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
    if cut:
        to.hang_up()


@_fault
def _cut(to: _Handler, body: bytes) -> None:
    """Half of what Content-Length announced, then the line is dead."""
    to.reply(body[: len(body) // 2], length=len(body))
    to.hang_up()


@_fault
def _cut_chunked(to: _Handler, body: bytes) -> None:
    """Half of the chunks and no last one."""
    _chunked(to, body, 1)


@_fault
def _cut_gzip(to: _Handler, body: bytes) -> None:
    """Half of a packed answer, announced whole."""
    packed = gzip.compress(body)
    to.reply(packed[: len(packed) // 2], headers={"Content-Encoding": "gzip"}, length=len(packed))
    to.hang_up()


@_fault
def _short_gzip(to: _Handler, body: bytes) -> None:
    """Half of a packed answer, announced as the half it is."""
    packed = gzip.compress(body)
    to.reply(packed[: len(packed) // 2], headers={"Content-Encoding": "gzip"})


@_fault
def _bad_gzip(to: _Handler, body: bytes) -> None:
    """Called packed, and isn't."""
    to.reply(body, headers={"Content-Encoding": "gzip"})


@_fault
def _cut_then_200(to: _Handler, body: bytes) -> None:
    """Cut the first time."""
    (_fine if to.owner.times(to.path) else _cut)(to, body)


@_fault
def _hang_up(to: _Handler, body: bytes) -> None:
    """The line is dead before a word is said."""
    to.hang_up()


@_fault
def _hang_up_then_200(to: _Handler, body: bytes, times: float = 3) -> None:
    """Dead the first times; Qt itself asks some times again before it says so."""
    (_fine if to.owner.times(to.path) >= times else _hang_up)(to, body)


@_fault
def _status(to: _Handler, body: bytes, status: float = 500, times: float = 9e9) -> None:
    """``/status/503/2``: this status the first two times, then 200; without times for ever."""
    if to.owner.times(to.path) >= times:
        to.reply(body)
        return
    words = b"<html><body><h1>Error %d</h1><p>the database is away</p></body></html>" % status
    headers = {"WWW-Authenticate": 'Basic realm="peta"'} if status == 401 else None
    to.reply(words, "text/html", int(status), headers)


@_fault
def _429(to: _Handler, body: bytes, times: float = 1, seconds: float = 1) -> None:
    """``/429/2/1``: too many requests, twice, with Retry-After in seconds."""
    if to.owner.times(to.path) < times:
        to.reply(b"slowly", "text/plain", 429, {"Retry-After": f"{seconds:.0f}"})
    else:
        to.reply(body)


@_fault
def _429_date(to: _Handler, body: bytes, times: float = 1, seconds: float = 2) -> None:
    """As ``/429``, with Retry-After as a date."""
    if to.owner.times(to.path) < times:
        after = formatdate(time() + seconds, usegmt=True)
        to.reply(b"slowly", "text/plain", 429, {"Retry-After": after})
    else:
        to.reply(body)


@_fault
def _garbage(to: _Handler, body: bytes) -> None:
    """Bytes of no language, called JSON."""
    to.reply(bytes(range(256)) * 40)


@_fault
def _not_http(to: _Handler, body: bytes) -> None:
    """Something else than HTTP answers."""
    to.wfile.write(b"SSH-2.0-OpenSSH_9.2p1\r\n" + bytes(range(256)))
    to.hang_up()


@_fault
def _empty(to: _Handler, body: bytes) -> None:
    """200 and nothing."""
    to.reply(b"")


@_fault
def _login(to: _Handler, body: bytes) -> None:
    """A log-in page for people under status 200."""
    to.reply(LOGIN, "text/html")


@_fault
def _maintenance(to: _Handler, body: bytes) -> None:
    """A page for people under status 200."""
    to.reply(b"<html><body>Sedang dalam perbaikan</body></html>", "text/html")


@_fault
def _silence(to: _Handler, body: bytes) -> None:
    """The request is taken and never answered."""
    to.owner.closing.wait(600)
    to.hang_up()


@_fault
def _drip(to: _Handler, body: bytes, every: float = 0.05) -> None:
    """A byte now and then, without end."""
    to.send_response(200)
    to.send_header("Content-Type", "application/json")
    to.end_headers()
    to.close_connection = True
    while not to.owner.closing.wait(every):
        to.wfile.write(b" ")


@_fault
def _slow(to: _Handler, body: bytes, pieces: float = 8, every: float = 0.2) -> None:
    """``/slow/8/0.2``: whole, in eight pieces 0.2 seconds apart."""
    to.send_response(200)
    to.send_header("Content-Type", "application/json")
    to.send_header("Content-Length", str(len(body)))
    to.end_headers()
    size = -(-len(body) // int(pieces))
    for start in range(0, len(body), size):
        to.wfile.write(body[start : start + size])
        if to.owner.closing.wait(every):
            break


@_fault
def _redirect_loop(to: _Handler, body: bytes) -> None:
    """To itself, for ever."""
    to.redirect(to.path)


@_fault
def _redirect(to: _Handler, body: bytes) -> None:
    """To /fine on this server, named by its path only."""
    to.redirect("/fine")


@_fault
def _redirect_file(to: _Handler, body: bytes) -> None:
    """To a file of the officer's own machine."""
    to.redirect("file:///etc/hostname")


@_fault
def _elsewhere(to: _Handler, body: bytes) -> None:
    """To /fine on the server the owner was given."""
    to.redirect(f"{to.owner.elsewhere}/fine")


@_fault
def _bomb(to: _Handler, body: bytes, megabytes: float = 64) -> None:
    """Packed a thousandfold."""
    packed = _packed(int(megabytes))
    to.reply(packed, headers={"Content-Encoding": "gzip"})


@cache
def _packed(megabytes: int) -> bytes:
    """Return that many megabytes of blanks, packed once: who asks waits for a second only."""
    return gzip.compress(b" " * (megabytes * 2**20), 1)


@_fault
def _endless(to: _Handler, body: bytes) -> None:
    """As fast as the line, without end."""
    to.send_response(200)
    to.end_headers()
    to.close_connection = True
    while not to.owner.closing.is_set():
        to.wfile.write(b" " * 2**16)


@_fault
def _large_attribute(to: _Handler, body: bytes, megabytes: float = 50) -> None:
    """A GeoJSON of one point with an attribute of 50 MB."""
    point = protocols.point(0)
    point["properties"]["name"] = "x" * int(megabytes * 2**20)
    to.reply(json.dumps({"type": "FeatureCollection", "features": [point]}).encode())


@_fault
def _entities(to: _Handler, body: bytes) -> None:
    """XML that unfolds into gigabytes: the billion laughs."""
    to.reply(BILLION_LAUGHS, "text/xml")


@_fault
def _bom(to: _Handler, body: bytes) -> None:
    """With a byte order mark at its head."""
    to.reply(b"\xef\xbb\xbf" + body)


@_fault
def _utf16(to: _Handler, body: bytes) -> None:
    """In UTF-16 with its mark."""
    to.reply(body.decode().encode("utf-16"))


@_fault
def _windows1250(to: _Handler, body: bytes) -> None:
    """In windows-1250, called UTF-8; there is one letter that tells them apart."""
    text = body.decode().replace("spot", "Šibenik", 1).replace("BTS 0000", "Šibenik", 1)
    to.reply(text.encode("cp1250"), "application/json; charset=UTF-8")
