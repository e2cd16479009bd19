# SPDX-License-Identifier: GPL-2.0-or-later
"""The one way to the network: a ``requests.Session`` that goes through QGIS.

Proxy, certificates, exceptions and stored logins are those of QGIS, and so is the time-out:
*an answer is given up that brings nothing for as long as QGIS's time-out for network requests,
or fewer than 100 bytes a second over that long*. Bodies come whole and on disk, so that a
broken one is asked for again and memory stays flat.

It works in the main thread, in a task and in qgis_process: the network manager is that of the
calling thread. Nothing is reached before the first request.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from tempfile import SpooledTemporaryFile
from time import monotonic
from typing import Any, Protocol
from urllib.parse import urljoin

import requests
from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QByteArray, QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import (
    QHostAddress,
    QNetworkProxy,
    QNetworkProxyQuery,
    QNetworkReply,
    QNetworkRequest,
)
from requests import exceptions
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from ..core import errors
from ..services import answers, retry
from ..services.unpacking import Unpacker

MAX_REDIRECTS = 10
LOOK_EVERY = 0.1
# Where QGIS is set to wait for ever, we don't.
DEFAULT_TIMEOUT = 60.0
# Ours must end first: QGIS writes the whole address, with all that is in it, to its log. Its
# timer may be early by a twentieth.
BEFORE_QGIS = 0.9
SLOWEST = 100.0
IN_MEMORY = 2**20
# What Qt may hold for us: where the line is fast it would pile up hundreds of megabytes, and
# forget to say that there is something to read.
BUFFER = 4 * 2**20

_Type = QNetworkProxy.ProxyType
_Code = QNetworkReply.NetworkError
_PROXY = (
    _Code.ProxyConnectionRefusedError,
    _Code.ProxyConnectionClosedError,
    _Code.ProxyNotFoundError,
    _Code.ProxyTimeoutError,
    _Code.ProxyAuthenticationRequiredError,
    _Code.UnknownProxyError,
)


class Feedback(Protocol):
    """What says that the officer had enough: a ``QgsFeedback`` or a ``QgsTask``."""

    def isCanceled(self) -> bool: ...


def session(
    feedback: Feedback | None = None, authcfg: str = "", allow_http: bool = False
) -> requests.Session:
    """Return a session for one connection; ask its own address first, for the login is for that.

    Parameters
    ----------
    feedback
        Looked at ten times a second; once cancelled, :class:`errors.Cancelled` is raised.
    authcfg
        The id of a login stored in QGIS, sent to the host, scheme and port of the first request
        and nowhere else; '' for none.
    allow_http
        Whether an encrypted address may lead to a plain one.
    """
    made = _Session(allow_http)
    adapter = _Adapter(feedback, authcfg)
    for scheme in ("https://", "http://"):
        made.mount(scheme, adapter)
    return made


class _Session(requests.Session):
    def __init__(self, allow_http: bool) -> None:
        super().__init__()
        self._allow_http = allow_http
        self.max_redirects = MAX_REDIRECTS
        # Neither HTTP_PROXY nor ~/.netrc: proxies and logins are those of QGIS.
        self.trust_env = False
        self.adapters.clear()

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        target: str | None = super().get_redirect_target(resp)
        if target and not self._allow_http and _is(resp.url, "https"):
            target_url = urljoin(resp.url, target.strip())
            if _is(target_url, "http"):
                resp.close()
                raise errors.RedirectRefused(resp.url, errors.shown(target_url))
        return target


def _is(url: str, scheme: str) -> bool:
    return url.lower().startswith(f"{scheme}:")


class _NotFound(exceptions.ConnectionError):
    """No such host: a word mistyped, which asking again doesn't mend."""


class _Adapter(BaseAdapter):
    """Sends what requests prepared; asks again where that may help."""

    def __init__(self, feedback: Feedback | None, authcfg: str) -> None:
        super().__init__()
        self._feedback = feedback
        self._authcfg = authcfg
        self._first = ""

    def send(
        self, request: requests.PreparedRequest, *_: object, **__: object
    ) -> requests.Response:
        """Return the answer; time-outs, proxies and certificates given to requests are ignored."""
        self._first = self._first or request.url
        authcfg = self._login_for(request.url)
        for attempt in range(1, retry.ATTEMPTS + 1):
            self._check_cancelled()
            again = retry.pause(attempt) if request.method == "GET" else None
            try:
                response = _Exchange(request, authcfg, self._cancelled).run()
            except (exceptions.ConnectionError, exceptions.ChunkedEncodingError) as error:
                final = (exceptions.SSLError, exceptions.ProxyError, exceptions.Timeout, _NotFound)
                if again is None or isinstance(error, final):
                    raise
            else:
                response.connection = self
                if again is not None and response.status_code in retry.STATUSES:
                    again = retry.pause(attempt, response.headers.get("Retry-After", ""))
                    if again is None:
                        return response
                    response.close()
                else:
                    return response
            self._wait(again)
        raise AssertionError("the last attempt has no pause after it")

    def close(self) -> None:
        """Nothing is kept: connections belong to QGIS."""

    def _login_for(self, url: str) -> str:
        # The rule by which requests drops the header: another host, scheme or port; what is
        # typed as http: and answered from https: on the usual ports is the same place.
        if not self._authcfg or requests.Session().should_strip_auth(self._first, url):
            return ""
        if self._authcfg not in QgsApplication.authManager().configIds():
            raise errors.NoSuchLogin(url, self._authcfg)
        return self._authcfg

    def _cancelled(self) -> bool:
        try:
            return self._feedback is not None and self._feedback.isCanceled()
        except RuntimeError:
            # Its window was closed and Qt has deleted it.
            return True

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise errors.Cancelled

    def _wait(self, seconds: float) -> None:
        end = monotonic() + seconds
        loop = QEventLoop()

        def look() -> None:
            if monotonic() >= end or self._cancelled():
                loop.quit()

        with _ticking(look):
            if monotonic() < end:
                loop.exec()
        self._check_cancelled()


@contextmanager
def _ticking(look: Callable[[], None]) -> Iterator[None]:
    """Call a function ten times a second, as long as an event loop runs."""
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(int(LOOK_EVERY * 1000))
    try:
        yield
    finally:
        timer.stop()


class _Exchange:
    """One request and its answer. Its slots raise nothing: that would end the process in Qt."""

    def __init__(
        self, request: requests.PreparedRequest, authcfg: str, cancelled: Callable[[], bool]
    ) -> None:
        self._request = request
        self._authcfg = authcfg
        self._cancelled = cancelled
        self._limit = answers.LIMIT.get()
        of_qgis = QgsNetworkAccessManager.timeout() / 1000 or DEFAULT_TIMEOUT
        self._timeout = max(LOOK_EVERY, of_qgis * BEFORE_QGIS - LOOK_EVERY)
        self._reply: Any = None
        self._failure: Exception | None = None
        self._unpacker: Unpacker | None = None
        self._words_of_ssl: list[str] = []
        self._has_begun = False
        self._is_asking = False
        self._taken = self._written = 0
        self._last = self._window = monotonic()
        self._before_window = 0

    def run(self) -> requests.Response:
        """Return the answer, its body whole on disk.

        Raises
        ------
        requests.RequestException, ServiceError, Cancelled
            What came between.
        """
        # The loop makes the thread's timers possible, so it must be there first.
        self._loop = QEventLoop()
        self._file: Any = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        try:
            self._exchange()
            self._check()
        except BaseException:
            self._file.close()
            raise
        finally:
            if self._reply is not None:
                self._let_go()
        return self._response()

    def _let_go(self) -> None:
        """Have the reply deleted, and nobody told.

        PyQt tells the main thread that an object of another one is gone, which it may hear when
        a new reply lies at the same place: that one would be taken for deleted.
        """
        for signal in (
            self._reply.sslErrors, self._reply.metaDataChanged, self._reply.uploadProgress,
            self._reply.readyRead, self._reply.finished, self._reply.destroyed,
        ):  # fmt: skip
            # Where nothing was connected, it says so.
            with suppress(TypeError):
                signal.disconnect()
        self._reply.deleteLater()

    def _exchange(self) -> None:
        manager = QgsNetworkAccessManager.instance()
        # QGIS may ask the officer about a certificate or a password: no time-out meanwhile. It
        # was connected before us, so the reply's own signal reaches us when that is over.
        manager.requestEncounteredSslErrors.connect(self._asking)
        manager.requestRequiresAuth.connect(self._asking)
        manager.authenticationRequired.connect(self._asked)
        try:
            self._reply = self._sent(manager)
            self._reply.setReadBufferSize(BUFFER)
            self._reply.sslErrors.connect(self._on_ssl_errors)
            self._reply.metaDataChanged.connect(self._begin)
            self._reply.uploadProgress.connect(self._alive)
            self._reply.readyRead.connect(self._take)
            self._reply.finished.connect(self._loop.quit)
            with _ticking(self._look):
                if not self._reply.isFinished():
                    self._loop.exec()
            self._take()
        finally:
            manager.requestEncounteredSslErrors.disconnect(self._asking)
            manager.requestRequiresAuth.disconnect(self._asking)
            manager.authenticationRequired.disconnect(self._asked)

    def _sent(self, manager: QgsNetworkAccessManager) -> QNetworkReply:
        request, body = self._prepared(), self._request.body or b""
        data = QByteArray(body.encode() if isinstance(body, str) else body)
        method = self._request.method
        if method == "GET":
            reply = manager.get(request)
        elif method == "HEAD":
            reply = manager.head(request)
        else:
            reply = manager.sendCustomRequest(request, QByteArray(method.encode()), data)
        if self._authcfg:
            QgsApplication.authManager().updateNetworkReply(reply, self._authcfg)
        return reply

    def _prepared(self) -> QNetworkRequest:
        url = QUrl.fromEncoded(QByteArray(self._request.url.encode()))
        # requests has made a header of it, and Qt would show it in what it says.
        url.setUserInfo("")
        request = QNetworkRequest(url)
        for name, value in self._request.headers.items():
            # The length is Qt's to tell, the name of the program QGIS's.
            if name.lower() not in ("content-length", "user-agent"):
                request.setRawHeader(QByteArray(_bytes(name)), QByteArray(_bytes(value)))
        # Said by us, so that Qt leaves the unpacking to us.
        request.setRawHeader(b"Accept-Encoding", b"gzip")
        attribute = QNetworkRequest.Attribute
        manual = QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
        request.setAttribute(attribute.RedirectPolicyAttribute, manual)
        always = QNetworkRequest.CacheLoadControl.AlwaysNetwork
        request.setAttribute(attribute.CacheLoadControlAttribute, always)
        request.setAttribute(attribute.CacheSaveControlAttribute, False)
        if self._authcfg:
            manager = QgsApplication.authManager()
            is_fine, request = manager.updateNetworkRequest(request, self._authcfg)
            if not is_fine:
                raise errors.LoginLocked(self._request.url, self._authcfg)
        return request

    def _asking(self, number: int, *_: object) -> None:
        # The manager is the thread's, and not ours alone.
        if self._reply is None or self._reply.property("requestId") == number:
            self._is_asking = True

    def _asked(self, *_: object) -> None:
        self._is_asking = False
        self._alive()

    def _on_ssl_errors(self, found: list[Any]) -> None:
        self._words_of_ssl += [error.errorString() for error in found]
        self._asked()

    def _alive(self, *_: object) -> None:
        self._last = monotonic()

    def _begin(self) -> None:
        self._alive()
        if not self._has_begun:
            self._has_begun = True
            self._window = self._last
            if self._header("Content-Encoding").lower() in ("gzip", "x-gzip", "deflate"):
                self._unpacker = Unpacker()

    def _take(self) -> None:
        """Write what has come; from then on it is out of memory."""
        if self._failure or not self._reply.isOpen():
            return
        try:
            body = bytes(self._reply.readAll())
            if body:
                self._alive()
                self._taken += len(body)
                for part in self._unpacker.parts(body) if self._unpacker else (body,):
                    self._write(part)
        except (errors.AnswerTooLarge, OSError) as error:
            self._give_up(error)
        except zlib.error as error:
            self._give_up(exceptions.ContentDecodingError(str(error)))

    def _write(self, part: bytes) -> None:
        self._written += len(part)
        if self._written > self._limit:
            raise errors.AnswerTooLarge(self._request.url, self._limit)
        self._file.write(part)

    def _look(self) -> None:
        self._take()
        now = monotonic()
        if self._failure:
            return
        if self._cancelled():
            self._give_up(errors.Cancelled())
        elif self._is_asking:
            return
        elif now - self._last >= self._timeout:
            kind = exceptions.ReadTimeout if self._has_begun else exceptions.ConnectTimeout
            self._give_up(kind(f"{now - self._last:.0f} s"))
        elif self._has_begun and now - self._window >= self._timeout:
            if self._taken - self._before_window < SLOWEST * (now - self._window):
                self._give_up(exceptions.ReadTimeout(f"< {SLOWEST:.0f} B/s"))
            self._window, self._before_window = now, self._taken

    def _give_up(self, failure: Exception) -> None:
        if not self._failure:
            self._failure = failure
            self._reply.abort()

    def _check(self) -> None:
        """Raise what went wrong; an answer that says that the server failed is an answer."""
        if self._failure:
            raise self._failure
        code, status = self._reply.error(), self._status()
        if code != _Code.NoError and (status is None or status < 400 or code in _PROXY):
            raise self._trouble(code, status)
        if status is None:
            raise exceptions.ConnectionError("no HTTP")
        if self._unpacker and self._taken:
            self._write(self._unpacker.rest())
            if not self._unpacker.whole:
                raise exceptions.ContentDecodingError("the packed answer ends early")

    def _trouble(self, code: _Code, status: int | None) -> exceptions.RequestException:
        # Qt's sentences may hold the address, and that a key.
        address = self._reply.url().toString()
        words = self._reply.errorString().replace(address, errors.shown(address))
        if code == _Code.SslHandshakeFailedError:
            return exceptions.SSLError("; ".join(dict.fromkeys(self._words_of_ssl)) or words)
        if code in _PROXY or (code == _Code.ConnectionRefusedError and self._through_proxy()):
            return exceptions.ProxyError(words)
        if code in (_Code.TimeoutError, _Code.OperationCanceledError):
            return exceptions.ConnectTimeout(words)
        if code == _Code.HostNotFoundError:
            return _NotFound(words)
        if status is not None:
            return exceptions.ChunkedEncodingError(words)
        return exceptions.ConnectionError(words)

    def _through_proxy(self) -> bool:
        """Whether the proxy set in QGIS was asked, of whom Qt says just "connection refused"."""
        url = self._reply.url()
        is_here = QHostAddress(url.host()).isLoopback() or url.host() == "localhost"
        factory = self._reply.manager().proxyFactory()
        proxies = factory.queryProxy(QNetworkProxyQuery(url)) if factory else []
        return not is_here and any(
            proxy.type() not in (_Type.NoProxy, _Type.DefaultProxy) for proxy in proxies
        )

    def _status(self) -> int | None:
        status = self._reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        return None if status is None else int(status)

    def _header(self, name: str) -> str:
        return bytes(self._reply.rawHeader(QByteArray(name.encode()))).decode("latin-1").strip()

    def _response(self) -> requests.Response:
        response = requests.Response()
        response.status_code = self._status()
        reason = self._reply.attribute(QNetworkRequest.Attribute.HttpReasonPhraseAttribute)
        response.reason = reason or ""
        response.headers = CaseInsensitiveDict(
            (bytes(name).decode("latin-1"), bytes(value).decode("latin-1"))
            for name, value in self._reply.rawHeaderPairs()
        )
        if self._unpacker:
            for gone in ("Content-Encoding", "Content-Length"):
                response.headers.pop(gone, None)
        response.encoding = requests.utils.get_encoding_from_headers(response.headers)
        response.url = self._request.url
        response.request = self._request
        self._file.seek(0)
        response.raw = self._file
        # requests calls it when it is done with a body it has read to its end.
        self._file.release_conn = self._file.close
        return response


def _bytes(header: str | bytes) -> bytes:
    return header if isinstance(header, bytes) else header.encode("latin-1")
