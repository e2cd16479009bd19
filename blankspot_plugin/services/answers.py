# SPDX-License-Identifier: GPL-2.0-or-later
"""Ask by HTTP and look at what came before anybody trusts it.

Whatever goes wrong between here and a server is raised as a
:class:`~blankspot_plugin.core.errors.ServiceError`; nothing of ``requests`` leaks out.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Union

import requests

from ..core import errors

# A description of layers is never this large, and an honest answer seldom.
DESCRIPTION_LIMIT = 64 * 2**20
ANSWER_LIMIT = 4 * 2**30
# The limit of the download under way: a session that takes bodies whole stops there by itself.
LIMIT: ContextVar[int] = ContextVar("LIMIT", default=ANSWER_LIMIT)
# Seconds to connect and between two bytes, for a session that sets none itself.
TIMEOUT = (10.0, 60.0)
_CHUNK = 2**18
_HEAD = 2048
_HTML = re.compile(rb"\A\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_PASSWORD = re.compile(rb"""type\s*=\s*["']?password""", re.I)
_ENTITY = re.compile(r"<!(DOCTYPE|ENTITY)\b", re.I)
# How OGC's services tell an error, under whatever status.
_REPORT = re.compile(
    rb"\A(\xef\xbb\xbf)?\s*(<[?!][^>]*>\s*)*<(\w+:)?(Service)?ExceptionReport\b([^>]*>\s*<[^>]*)?"
)
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
# An address that a page repeats, with what must not be read over a shoulder or in a log.
_SECRET = re.compile(
    r"([\w.-]*(?:key|token|passw\w*|pwd|pass|secret|sig|signature|sid|session\w*|auth|ticket))"
    r"(\s?=\s?|%3D|[\"']\s*:\s*[\"'])(?:(?!%26)[^\s&\"'<>;,])+",
    re.I,
)
_USER = re.compile(r"(://)[^\s/@\"'<>]+@")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Params = Mapping[str, Union[str, int]]


@contextmanager
def _translated(url: str) -> Iterator[None]:
    """Turn what ``requests`` raises into errors of ours; ours pass, Cancelled too."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise errors.CertificateRefused(url, str(error)) from error
    except requests.exceptions.ProxyError as error:
        raise errors.ProxyRefused(url, str(error)) from error
    except requests.exceptions.Timeout as error:
        raise errors.TimedOut(url, str(error)) from error
    except (
        requests.exceptions.InvalidSchema,
        requests.exceptions.InvalidURL,
        requests.exceptions.MissingSchema,
    ) as error:
        raise errors.BadAddress(url) from error
    except requests.exceptions.TooManyRedirects as error:
        raise errors.RedirectsEndlessly(url) from error
    except (
        requests.exceptions.ChunkedEncodingError,
        requests.exceptions.ContentDecodingError,
    ) as error:
        raise errors.AnswerCut(url, str(error)) from error
    except requests.exceptions.RequestException as error:
        raise errors.Unreachable(url, str(error)) from error


@contextmanager
def _limited(limit: int) -> Iterator[None]:
    token = LIMIT.set(limit)
    try:
        yield
    finally:
        LIMIT.reset(token)


def download(
    session: requests.Session,
    url: str,
    params: Params | None = None,
    *,
    folder: Path | None = None,
    suffix: str = "",
    limit: int = ANSWER_LIMIT,
    headers: Mapping[str, str] | None = None,
    heard: dict[str, str] | None = None,
) -> Path:
    """Write the body of an answer to a file and return it, whole.

    Parameters
    ----------
    session
        What to ask with.
    url, params, headers
        What to ask.
    folder
        Where the file is made.
    suffix
        The ending of its name.
    limit
        Bytes, unpacked, that are taken at most.
    heard
        Is given the headers of the answer, their names in small letters.

    Raises
    ------
    ServiceError
        In one of its kinds: unreachable, refused, an error page, cut, too large.
    """
    with _translated(url), _limited(limit), session.get(
        url, params=params, headers=headers, stream=True, timeout=TIMEOUT
    ) as reply, NamedTemporaryFile(dir=folder, suffix=suffix, delete=False) as file:  # fmt: skip
        path = Path(file.name)
        if heard is not None:
            heard.update((name.lower(), value) for name, value in reply.headers.items())
        try:
            taken = 0
            for chunk in reply.iter_content(_CHUNK):
                taken += len(chunk)
                if taken > limit:
                    raise errors.AnswerTooLarge(url, limit)
                file.write(chunk)
            file.flush()
            _check(reply, path, taken)
        except BaseException:
            file.close()
            path.unlink()
            raise
    return path


def _check(reply: requests.Response, path: Path, taken: int) -> None:
    """Refuse an answer that tells of an error, that is a page for people, or that is cut."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    url = reply.url or ""
    if reply.status_code in (401, 403, 407):
        raise errors.LoginNeeded(url, reply.status_code)
    if report := _REPORT.search(head):
        code = re.search(rb"""(?:exceptionCode|code)=["'](\w+)""", report.group())
        raise errors.ServiceSaid(url, said(head) or (code.group(1).decode() if code else ""))
    if reply.status_code >= 400:
        raise errors.BadStatus(url, reply.status_code, said(head))
    announced = reply.headers.get("Content-Length", "")
    packed = reply.headers.get("Content-Encoding", "identity").lower() not in ("", "identity")
    if announced.isdigit() and not packed and taken < int(announced):
        raise errors.AnswerCut(url, f"{taken} < {announced}")
    if _HTML.search(head):
        with path.open("rb") as file:
            if _PASSWORD.search(file.read(2**20)):
                raise errors.LoginNeeded(url, reply.status_code)
        raise errors.NotTheProtocol(url, said(head))


def said(head: bytes) -> str:
    """Return the words of an error page or document, without its tags, in one short line."""
    text = text_of(head)
    text = re.sub(r"<(script|style)\b.*?(</\1>|\Z)|<[^>]*>?", " ", text, flags=re.S | re.I)
    return brief(text)


def brief(words: str) -> str:
    """Return what a server says in one short line, without the secrets of an address in it."""
    line = " ".join(words.split())
    return _USER.sub(r"\1***@", _SECRET.sub(r"\1\2***", line))[:200]


def get_bytes(
    session: requests.Session,
    url: str,
    params: Params | None = None,
    *,
    limit: int = DESCRIPTION_LIMIT,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """Return the body of a short answer; raises as :func:`download` does."""
    path = download(session, url, params, limit=limit, headers=headers)
    try:
        return path.read_bytes()
    finally:
        path.unlink()


def get_json(
    session: requests.Session,
    url: str,
    params: Params | None = None,
    *,
    headers: Mapping[str, str] | None = None,
) -> Any:
    """Return a short answer that must be JSON.

    Raises
    ------
    NotTheProtocol
        If it isn't; and what :func:`download` raises.
    """
    return parsed_json(get_bytes(session, url, params, headers=headers), url)


def parsed_json(body: bytes, url: str) -> Any:
    """Return JSON text as objects.

    Raises
    ------
    NotTheProtocol
        If it doesn't begin like JSON.
    AnswerCut
        If it begins like JSON and can't be read to its end.
    """
    text = text_of(body).strip()
    if not text.startswith(("{", "[")):
        raise errors.NotTheProtocol(url, said(body[:_HEAD]))
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise errors.AnswerCut(url, str(error)) from error


def get_xml(
    session: requests.Session,
    url: str,
    params: Params | None = None,
) -> bytes:
    """Return a short answer that must be XML, as UTF-8, without a mark at its head.

    Raises
    ------
    NotTheProtocol
        If it isn't XML, or defines entities, which no service of maps needs and attacks use.
    """
    body = get_bytes(session, url, params)
    text = text_of(body).lstrip()
    if not text.startswith("<"):
        raise errors.NotTheProtocol(url, said(body[:_HEAD]))
    if _ENTITY.search(text):
        raise errors.NotTheProtocol(url, "<!ENTITY")
    # The text is UTF-8 from here on, whatever its declaration said.
    return re.sub(r"\A<\?xml.*?\?>", "", text, count=1, flags=re.S).encode()


def text_of(body: bytes) -> str:
    """Return bytes as text: by their mark, else what XML declares, else UTF-8, else cp1252.

    Servers send BOMs, and windows-1250 under the name of UTF-8.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    declared = _DECLARED.search(body[:200])
    for encoding in (declared.group(1).decode() if declared else "utf-8", "utf-8"):
        try:
            return body.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("cp1252", "replace")
