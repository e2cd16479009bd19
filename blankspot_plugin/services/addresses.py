# SPDX-License-Identifier: GPL-2.0-or-later
"""Which address is meant by the one an officer pasted, and by the links a server gives?

Servers behind a proxy often give the name they have inside the office. Nobody reaches that, and
whatever the session carries for one host is not for another: the host, and the path where it
matters, stay those of the officer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

# Left over from an address of a request; every other parameter is the server's own.
_OWS = frozenset(
    "service version request acceptversions acceptformats sections updatesequence typename"
    " typenames maxfeatures count startindex outputformat srsname srs crs bbox resulttype"
    " propertyname sortby featureid resourceid namespaces namespace exceptions layers styles"
    " width height format transparent tiled query_layers info_format feature_count"
    " i j x y".split()
)
# QGIS Server takes the %2 of an encoded comma for a place to put a number, in its own links.
PLAIN = ",:/"
_ITEMS = re.compile(r"/collections/[^/]+/items/?\Z")


def split(url: str) -> SplitResult:
    """Return the parts of an address, which is encrypted unless it says otherwise."""
    url = url.strip()
    return urlsplit(url if "://" in url else f"https://{url.lstrip('/')}")


def without(url: str, names: Iterable[str]) -> str:
    """Return an address without some parameters, in any case, and without its fragment."""
    parts = split(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(
        [pair for pair in pairs if pair[0].lower() not in names], safe=PLAIN, quote_via=quote
    )
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def with_path(url: str, path: str) -> str:
    """Return an address with another path and the same host and parameters."""
    return urlunsplit(split(url)._replace(path=path))


def ows(url: str) -> str:
    """Return where WFS is asked for, of whatever address of the same server was pasted."""
    url = without(url, _OWS)
    path = split(url).path
    # GeoServer serves WFS beside each of its WMS, and its pages for people beside all of them.
    path = re.sub(r"(/geoserver(/[^/]+)*)/(wms|wcs)/?\Z", r"\1/wfs", path)
    path = re.sub(r"(/geoserver)(/|/index\.html|/web(/.*)?)?\Z", r"\1/ows", path)
    return with_path(url, path)


def wfs_version(url: str) -> str:
    """Return the version of WFS that an address asks for, '' if it asks for features too."""
    asked = {name.lower(): value.lower() for name, value in parse_qsl(split(url).query)}
    if asked.get("request") == "getfeature" or asked.get("service", "wfs") != "wfs":
        return ""
    return asked.get("version", "")


def following(link: str, asked: str) -> str:
    """Return the address of a link to the next part, on the host that was asked.

    Parameters
    ----------
    link
        As the server gives it, relative or not.
    asked
        The address that it answered.
    """
    there, here = urlsplit(urljoin(asked, link)), urlsplit(asked)
    path = there.path
    inside = _ITEMS.search(here.path)
    if there.netloc != here.netloc and inside and _ITEMS.search(path):
        # Another host: its path may have another beginning too.
        path = here.path
    given = parse_qsl(there.query, keep_blank_values=True)
    names = {name.lower() for name, _ in given} | {"limit", "offset", "startindex", "bbox", "f"}
    # What the officer's address carries and the server forgot: map=..., say.
    ours = [
        pair
        for pair in parse_qsl(here.query, keep_blank_values=True)
        if pair[0].lower() not in names
    ]
    query = urlencode(given + ours, safe=PLAIN, quote_via=quote)
    return urlunsplit((here.scheme, here.netloc, path, query, ""))
