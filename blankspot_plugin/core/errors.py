# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong, as types that carry the facts; the shell turns them into sentences.

::

    BlankSpotError
    ├── Cancelled                 the officer stopped the run
    ├── OverlayFailed             two geometries could not be overlaid, even repaired
    ├── WorkspaceBusy             a workspace that can't be opened or written just now
    ├── OutputIncomplete          a file holds fewer features than were written to it
    ├── NothingUsable             a layer whose every feature had to be left out
    ├── FilterLeavesNothing       an only source of coverage filtered down to none
    ├── CellNotANumber            a cell of a numeric field that is no number
    │   └── CellNegative          or one below zero where there is none
    ├── BadConnections            a file of connections that is none
    ├── BadRadius                 a radius, or a pair of radii, that can't be meant
    │   ├── RadiusNotANumber
    │   ├── RadiusNegative
    │   ├── RadiiAllZero
    │   ├── WeakShorterThanCovered
    │   └── BadBeamwidth
    └── ServiceError              between us and a service; carries its address
        ├── BadAddress            neither http: nor https:
        ├── Unreachable           no connection
        │   ├── TimedOut          none in time, or too slow an answer
        │   └── ProxyRefused      the way through the office's proxy
        ├── CertificateRefused    TLS that can't be trusted
        ├── RedirectsEndlessly
        ├── RedirectRefused       to plain HTTP
        ├── LoginNeeded           401, 403, 407 or a log-in page
        ├── NoSuchLogin           an id that QGIS's store of logins does not have
        ├── LoginLocked           a stored login that could not be opened
        ├── BadStatus             any other status of failure
        ├── ServiceSaid           an error told inside an answer
        ├── NotTheProtocol        an answer in another language than asked
        ├── AnswerCut             a body that ends too early, or can't be read to its end
        ├── AnswerUnreadable      whole, but beyond the reader of its format
        ├── NoDegrees             coordinates in an unknown CRS
        ├── AnswerTooLarge
        ├── PageRepeated          the same page twice: paging that doesn't
        ├── NoSuchLayer
        ├── NotALayer             a file that holds no features: a KMZ of images, say
        └── CountMismatch         other than the announced number of features arrived
"""

from __future__ import annotations


class BlankSpotError(Exception):
    """Root of all errors the science and the services raise."""


class Cancelled(BlankSpotError):
    """The officer stopped the run; nothing was written."""


class OverlayFailed(BlankSpotError):
    """Two geometries could not be overlaid, even after repair.

    Parameters
    ----------
    reason
        What the geometry library said.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NothingUsable(BlankSpotError):
    """Every feature of a layer had to be left out.

    Parameters
    ----------
    layer
        The parameter key of the layer.
    """

    def __init__(self, layer: str) -> None:
        super().__init__(layer)
        self.layer = layer


class CellNotANumber(BlankSpotError):
    """A cell of a field of numbers that is none.

    Parameters
    ----------
    field
        The field.
    value
        The cell.
    """

    def __init__(self, field: str, value: object) -> None:
        super().__init__(f"{field}: {value}")
        self.field = field
        self.value = value


class CellNegative(CellNotANumber):
    """A number below zero where nothing can be less than none."""


class OutputIncomplete(BlankSpotError):
    """A file holds fewer features than were written to it.

    Parameters
    ----------
    output
        What it is called.
    written, found
        Numbers of features.
    """

    def __init__(self, output: str, written: int, found: int) -> None:
        super().__init__(f"{output}: {found} of {written}")
        self.output = output
        self.written = written
        self.found = found


class WorkspaceBusy(BlankSpotError):
    """A workspace that can't be opened or written: locked, read-only, full, damaged.

    Parameters
    ----------
    path
        The file.
    reason
        What the system said.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class FilterLeavesNothing(BlankSpotError):
    """A filter that no feature of an only source of coverage fulfils.

    Parameters
    ----------
    expression
        The filter.
    """

    def __init__(self, expression: str) -> None:
        super().__init__(expression)
        self.expression = expression


class BadConnections(BlankSpotError):
    """A file of connections that is none.

    Parameters
    ----------
    reason
        What the reader said, or the entry that is missing or can't be meant.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BadRadius(BlankSpotError):
    """A radius that can't be meant.

    Parameters
    ----------
    where
        The technology, or the site, the radius stands at.
    value
        The value as it was given.
    """

    def __init__(self, where: str, value: object = "") -> None:
        super().__init__(f"{where}: {value}")
        self.where = where
        self.value = value


class RadiusNotANumber(BadRadius):
    """A radius that is not a finite number."""


class RadiusNegative(BadRadius):
    """A radius below zero."""


class RadiiAllZero(BadRadius):
    """No site has any reach."""


class WeakShorterThanCovered(BadRadius):
    """A weak radius that is shorter than the covered one, and not zero."""


class BadBeamwidth(BadRadius):
    """A beamwidth outside (0, 360] degrees, or an azimuth that is not a finite number."""


def shown(url: str) -> str:
    """Return an address without its query and its user, either of which may be a secret."""
    scheme, mark, rest = url.split("?", 1)[0].partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}"


class ServiceError(BlankSpotError):
    """Something between us and a service.

    Parameters
    ----------
    url
        What was asked; kept as :func:`shown`.
    reason
        What the other side, or the network, said; '' where it said nothing.
    """

    def __init__(self, url: str, reason: str = "") -> None:
        self.url = shown(url)
        super().__init__(f"{self.url}: {reason}" if reason else self.url)
        self.reason = reason


class BadAddress(ServiceError):
    """An address, typed or redirected to, that is no ``http:`` and no ``https:``."""


class Unreachable(ServiceError):
    """No connection."""


class TimedOut(Unreachable):
    """No answer in time, or one that came too slowly to wait for."""


class ProxyRefused(Unreachable):
    """The proxy set in QGIS could not be reached or let nothing through."""


class CertificateRefused(ServiceError):
    """A certificate that neither QGIS nor the system trusts."""


class RedirectsEndlessly(ServiceError):
    """An address that leads to another, and on, and on."""


class RedirectRefused(ServiceError):
    """An encrypted address that leads to a plain one; the reason is that address."""


class LoginNeeded(ServiceError):
    """The service wants a login, or another one.

    Parameters
    ----------
    url
        What was asked.
    status
        The HTTP status; 200 where a log-in page came instead of an answer.
    """

    def __init__(self, url: str, status: int) -> None:
        super().__init__(url, f"HTTP {status}")
        self.status = status


class NoSuchLogin(ServiceError):
    """An id that QGIS's store of logins does not have; the reason is that id."""


class LoginLocked(ServiceError):
    """A stored login that could not be opened, for want of the master password say."""


class BadStatus(ServiceError):
    """A status of failure.

    Parameters
    ----------
    url
        What was asked.
    status
        The HTTP status.
    reason
        The words of the answer.
    """

    def __init__(self, url: str, status: int, reason: str = "") -> None:
        super().__init__(url, reason)
        self.status = status


class ServiceSaid(ServiceError):
    """An error told inside an answer: an exception report, an error object under status 200."""


class NotTheProtocol(ServiceError):
    """An answer in another language than was asked; the reason is how it begins."""


class AnswerCut(ServiceError):
    """A body that ends too early, or that can't be read to its end."""


class AnswerUnreadable(ServiceError):
    """A body that came whole, but holds what the reader of its format can't read."""


class AnswerTooLarge(ServiceError):
    """A body that grows beyond reason, packed or not.

    Parameters
    ----------
    url
        What was asked.
    limit
        Bytes.
    """

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(url, str(limit))
        self.limit = limit


class PageRepeated(ServiceError):
    """The same features came twice: the server doesn't page as it says."""


class NoSuchLayer(ServiceError):
    """A layer the service does not have.

    Parameters
    ----------
    url
        What was asked.
    layer
        The layer.
    known
        The layers there are.
    """

    def __init__(self, url: str, layer: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(url, layer)
        self.layer = layer
        self.known = known


class NotALayer(ServiceError):
    """A file that holds no features; the reason is what it holds."""


class NoDegrees(ServiceError):
    """Degrees were declared, but the coordinates are none; the reason is one of them."""


class CountMismatch(ServiceError):
    """Another number of features arrived than was announced.

    Parameters
    ----------
    url
        What was asked.
    layer
        The layer.
    received, announced
        Numbers of features.
    """

    def __init__(self, url: str, layer: str, received: int, announced: int) -> None:
        super().__init__(url, f"{layer}: {received} of {announced}")
        self.layer = layer
        self.received = received
        self.announced = announced
