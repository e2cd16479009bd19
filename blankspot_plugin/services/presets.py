# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses seen in public code, to start from; none was ever tried by us.

No public address of Paser is known: that connection is the officer's to enter.
"""

from __future__ import annotations

from dataclasses import dataclass

from .model import Connection


@dataclass(frozen=True)
class Preset:
    """A connection somebody published.

    Parameters
    ----------
    title
        Whose it is.
    connection
        The connection.
    tested
        Whether we have seen it answer; the dialog says so.
    """

    title: str
    connection: Connection
    tested: bool = False


PRESETS = (
    Preset(
        "Kalimantan Timur: GeoServer (JIGD)",
        Connection("wfs", "https://jigd.kaltimprov.go.id/geoserver/ows"),
    ),
    Preset(
        "Kutai Kartanegara: Palapa",
        Connection("wfs", "https://palapa.kukarkab.go.id/geoserver/palapa/ows"),
    ),
    Preset("Kalimantan Timur: CKAN", Connection("ckan", "https://data.kaltimprov.go.id")),
    Preset("Balikpapan: CKAN", Connection("ckan", "https://data.balikpapan.go.id")),
)
