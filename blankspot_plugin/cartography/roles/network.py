# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in the field: base stations by technology, Wi-Fi points by status."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.technologies import WIFI
from .. import palette
from .look import POINT, Entry, Mark, Role, Wedge
from .reading import SECTOR, has_sectors, site, wifi_state


def _sector(technology: str, label: str, mark: Mark) -> Entry:
    """Return the class of antennas with a direction: a wedge, its technology's mark at the mast."""
    small = Mark(mark.shape, 1.5, mark.colour, mark.outline, 0.2, far=mark.size * 0.5)
    wedge = Wedge(mark.colour, 3.4, mark.outline)
    return Entry(technology + SECTOR, label, marks=(wedge, small), needs=has_sectors)


_5G = Mark("star", 3.2, palette.G5)
_4G = Mark("triangle", 2.5, palette.G4)
_3G = Mark("square", 2.1, palette.G3, palette.INK, 0.2)
_2G = Mark("diamond", 2.5, palette.G2, palette.INK, 0.2)
_ANY = Mark("triangle", 2.4, palette.G_UNKNOWN, palette.INK, 0.25)
_DOT = Mark("circle", 2.1, palette.PAPER, palette.WIFI_STRONG, 0.2)

SITES = Role(
    "sites",
    QT_TRANSLATE_NOOP("@default", "Base stations (BTS)"),
    (
        Entry("5G", QT_TRANSLATE_NOOP("@default", "BTS 5G"), marks=(_5G,)),
        _sector("5G", QT_TRANSLATE_NOOP("@default", "BTS 5G, direction and beam of a sector"), _5G),
        Entry("4G", QT_TRANSLATE_NOOP("@default", "BTS 4G"), marks=(_4G,)),
        _sector("4G", QT_TRANSLATE_NOOP("@default", "BTS 4G, direction and beam of a sector"), _4G),
        Entry("3G", QT_TRANSLATE_NOOP("@default", "BTS 3G"), marks=(_3G,)),
        _sector("3G", QT_TRANSLATE_NOOP("@default", "BTS 3G, direction and beam of a sector"), _3G),
        Entry("2G", QT_TRANSLATE_NOOP("@default", "BTS 2G"), marks=(_2G,)),
        _sector("2G", QT_TRANSLATE_NOOP("@default", "BTS 2G, direction and beam of a sector"), _2G),
        Entry(
            WIFI,
            QT_TRANSLATE_NOOP("@default", "Public Wi-Fi"),
            marks=(Mark("circle", 1.8, palette.WIFI),),
        ),
        _sector(
            "",
            QT_TRANSLATE_NOOP("@default", "BTS, technology not stated, direction and beam"),
            _ANY,
        ),
        Entry("", QT_TRANSLATE_NOOP("@default", "BTS, technology not stated"), marks=(_ANY,)),
    ),
    ("technology", "azimuth:double", "beamwidth:double"),
    POINT,
    site,
    near=400_000,
)

WIFI_POINTS = Role(
    "wifi",
    QT_TRANSLATE_NOOP("@default", "Public Wi-Fi points"),
    (
        Entry(
            "active",
            QT_TRANSLATE_NOOP("@default", "Wi-Fi, active"),
            marks=(Mark("circle", 2.1, palette.WIFI),),
        ),
        Entry(
            "down",
            QT_TRANSLATE_NOOP("@default", "Wi-Fi, down"),
            marks=(_DOT, Mark("cross2", 1.1, "", palette.BLANK_STRONG, 0.35)),
        ),
        Entry(
            "installed",
            QT_TRANSLATE_NOOP("@default", "Wi-Fi, installed, not yet active"),
            marks=(_DOT, Mark("circle", 0.9, palette.WIFI_STRONG, palette.WIFI_STRONG, 0.1)),
        ),
        Entry("planned", QT_TRANSLATE_NOOP("@default", "Wi-Fi, planned"), marks=(_DOT,)),
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Wi-Fi, status not known"),
            marks=(
                Mark("circle", 2.1, palette.UNKNOWN, palette.UNKNOWN_STRONG, 0.25),
                Mark("line", 1.1, "", palette.UNKNOWN_STRONG, 0.3, 90),
            ),
        ),
    ),
    ("status",),
    POINT,
    wifi_state,
    near=400_000,
)
