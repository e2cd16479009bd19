# SPDX-License-Identifier: GPL-2.0-or-later
"""The sentence the officer reads for each error between us and a service.

Each names the address and what can be done; where the other side said something, its words
stand in it.
"""

from __future__ import annotations

from ..core import errors
from ..i18n import number_text, tr


def service_sentence(error: errors.ServiceError) -> str:
    """Return one sentence that names the address and the remedy, in the language of QGIS."""
    for told in (_connection, _login, _status, _answer, _features):
        sentence = told(error)
        if sentence:
            return sentence
    return tr("{url}: {reason}").format(url=error.url, reason=_reason(error))


def _reason(error: errors.ServiceError) -> str:
    # GDAL tells some reasons in several lines.
    return " ".join(error.reason.split()) or tr("no reason was told")


def _connection(error: errors.ServiceError) -> str:
    facts = {"url": error.url, "reason": _reason(error)}
    if isinstance(error, errors.BadAddress):
        return tr(
            "{url} is, or leads to, something that is not on the web: give an address that begins "
            "with https:// or http://."
        ).format(**facts)
    if isinstance(error, errors.TimedOut):
        return tr(
            "{url} did not answer in time ({reason}): try again later, or raise the time-out in "
            "Settings > Options > Network."
        ).format(**facts)
    if isinstance(error, errors.ProxyRefused):
        return tr(
            "The proxy on the way to {url} refused ({reason}): check Settings > Options > Network."
        ).format(**facts)
    if isinstance(error, errors.Unreachable):
        return tr(
            "{url} cannot be reached ({reason}): check the address and the connection, and the "
            "proxy in Settings > Options > Network."
        ).format(**facts)
    if isinstance(error, errors.CertificateRefused):
        return tr(
            "The certificate of {url} is not trusted ({reason}): if it is your office's own, "
            "import its authority in Settings > Options > Authentication > Manage Certificates; "
            "else tell whoever runs the service."
        ).format(**facts)
    if isinstance(error, errors.RedirectsEndlessly):
        return tr(
            "{url} leads from one address to the next without end: ask for its right address."
        ).format(**facts)
    if isinstance(error, errors.RedirectRefused):
        return tr(
            "{url} leads to {reason}, which is not encrypted: use another address, or allow that "
            "for this connection."
        ).format(**facts)
    return ""


def _login(error: errors.ServiceError) -> str:
    facts = {"url": error.url, "reason": _reason(error)}
    if isinstance(error, errors.NoSuchLogin):
        return tr(
            "There is no login “{reason}” in QGIS for {url}: choose another, or make it in "
            "Settings > Options > Authentication."
        ).format(**facts)
    if isinstance(error, errors.LoginLocked):
        return tr(
            "The login “{reason}” for {url} could not be opened: give the master password of "
            "QGIS, or check the login in Settings > Options > Authentication."
        ).format(**facts)
    if isinstance(error, errors.LoginNeeded):
        return tr(
            "{url} wants a login, or another one ({reason}): choose a login stored in QGIS for "
            "this connection."
        ).format(**facts)
    return ""


def _status(error: errors.ServiceError) -> str:
    if not isinstance(error, errors.BadStatus):
        return ""
    facts = {"url": error.url, "status": error.status, "reason": _reason(error)}
    if error.status in (404, 410):
        return tr(
            "{url} does not exist on its server (HTTP {status}: {reason}): check the address."
        ).format(**facts)
    if error.status in (429, 502, 503, 504):
        return tr(
            "{url} is overloaded or being mended (HTTP {status}: {reason}): try again later."
        ).format(**facts)
    if error.status >= 500:
        return tr(
            "The server of {url} failed (HTTP {status}: {reason}): try again, and else tell "
            "whoever runs the service."
        ).format(**facts)
    return tr("{url} refused the request (HTTP {status}: {reason}): check the address.").format(
        **facts
    )


def _answer(error: errors.ServiceError) -> str:
    facts = {"url": error.url, "reason": _reason(error)}
    if isinstance(error, errors.ServiceSaid):
        return tr(
            "{url} answered with an error: “{reason}”; check the layer and the login, or tell "
            "whoever runs the service."
        ).format(**facts)
    if isinstance(error, errors.NotTheProtocol):
        return tr(
            "{url} does not speak the chosen protocol (it answered “{reason}”): check the address "
            "and the kind of service."
        ).format(**facts)
    if isinstance(error, errors.AnswerCut):
        return tr(
            "The answer of {url} ended too early or is damaged ({reason}): try again, with a "
            "smaller area or smaller pages."
        ).format(**facts)
    if isinstance(error, errors.AnswerUnreadable):
        return tr(
            "The answer of {url} came whole but cannot be read ({reason}): have it saved again, "
            "or leave out what is unusual in it, such as a text of more than 10 MB in one cell."
        ).format(**facts)
    if isinstance(error, errors.NoDegrees):
        return tr(
            "The coordinates of {url} are no degrees ({reason}), and nothing tells their reference "
            "system: have it saved again with one, or in longitude and latitude."
        ).format(**facts)
    if isinstance(error, errors.AnswerTooLarge):
        megabytes = number_text(error.limit / 1e6, 0)
        return tr(
            "The answer of {url} is larger than {megabytes} MB: choose a smaller area, or another "
            "address."
        ).format(url=error.url, megabytes=megabytes)
    return ""


def _features(error: errors.ServiceError) -> str:
    if isinstance(error, errors.PageRepeated):
        return tr(
            "{url} sends the same features again instead of the next ones: set the page size so "
            "large that one page holds all."
        ).format(url=error.url)
    if isinstance(error, errors.NoSuchLayer):
        known = ", ".join(error.known) or "–"
        return tr("{url} has no layer “{layer}”: choose one of {layers}.").format(
            url=error.url, layer=error.layer, layers=known
        )
    if isinstance(error, errors.NotALayer):
        return tr("{url} holds no features ({reason}): choose another file or layer.").format(
            url=error.url, reason=_reason(error)
        )
    if isinstance(error, errors.CountMismatch):
        return tr(
            "{url}: {received} features of “{layer}” arrived, {announced} were announced, so "
            "nothing was taken over: try again, with another page size."
        ).format(
            url=error.url,
            layer=error.layer,
            received=number_text(error.received, 0),
            announced=number_text(error.announced, 0),
        )
    return ""
