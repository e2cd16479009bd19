# SPDX-License-Identifier: GPL-2.0-or-later
"""Which protocol is behind an address? By its looks; nothing is asked."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from . import file_kinds, links

# In this order: GeoNode holds a GeoServer, and an ArcGIS Server may speak WFS too.
_RULES = (
    ("wfs", r"/wfsserver\b|[?&]service=wfs\b|[?&]typenames?="),
    ("arcgis", r"/(feature|map)server\b|/rest/services\b|/arcgis(/rest)?/?\Z"),
    ("geonode", r"/catalogue/?#|/(layers|datasets)/[\w-]+:"),
    ("ckan", r"/api/(\d/)?action\b|/dataset/[^/?#]+|/dataset/?\Z"),
    ("ogcapi", r"/wfs3\b|/collections\b|/ogc/features\b|/ogcapi?\b|/oapif?\b|/ogc-api\b"),
    ("wfs", r"/(wfs|ows)\b|/geoserver\b|/mapserv(er)?(\.exe|\.cgi)?\b|/qgis_?(map)?serv(er)?\b"),
    ("geonode", r"/api/v2\b|//[^/]*geonode|/geonode\b|/catalogue\b"),
    ("ckan", r"\Ahttps?://(data|opendata|satudata|ckan|katalog)\.[^/]+/?\Z"),
)


def recognise(url: str) -> str:
    """Return the word of the service an address looks like; ``file`` if like none."""
    url = url.strip()
    if urlsplit(url).scheme.lower() not in ("http", "https"):
        return "file"
    if links.csv_link(url) != url or urlsplit(url).hostname == "docs.google.com":
        return "file"
    # A resource of a portal lies below /dataset/ and is a file all the same.
    if file_kinds.by_name(url) and not re.search(r"/(feature|map)server\b", url, re.I):
        return "file"
    for service, look in _RULES:
        if re.search(look, url, re.I):
            return service
    return "file"
