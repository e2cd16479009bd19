# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies beneath and around: boundaries, neighbours, settlements, offices, water, roads.

All of it is quieter than any class of service.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from .. import palette
from .look import LINE, POINT, Entry, Fill, Labels, Mark, Role, Stroke
from .reading import facility

_VILLAGE_NAMES = Labels().fields
_DISTRICT_NAMES = ("name", "nama", "kecamatan", "nama_kec", "wadmkc", "namobj")


def _boundary(id_: str, title: str, label: str, width: float, labels: Labels | None) -> Role:
    """Return the role of a boundary as a heavy line on a pale casing."""
    fill = Fill(outline=palette.INK, width=width, casing=palette.PAPER)
    entry = Entry("", label, fill, Stroke(palette.INK, width))
    return Role(id_, title, (entry,), ("name",), labels=labels)


REGENCY = _boundary(
    "regency",
    QT_TRANSLATE_NOOP("@default", "Regency boundary"),
    QT_TRANSLATE_NOOP("@default", "Regency boundary"),
    0.6,
    None,
)
KECAMATAN = _boundary(
    "kecamatan",
    QT_TRANSLATE_NOOP("@default", "Kecamatan boundary"),
    QT_TRANSLATE_NOOP("@default", "Kecamatan boundary"),
    0.3,
    Labels(_DISTRICT_NAMES, 1_500_000, 6.5, bold=True, capitals=True, priority=9),
)
OUTLINE = _boundary(
    "outline",
    QT_TRANSLATE_NOOP("@default", "Administrative boundaries"),
    QT_TRANSLATE_NOOP("@default", "Administrative boundary"),
    0.18,
    Labels(_VILLAGE_NAMES, 300_000, priority=4),
)
NEIGHBOURS = Role(
    "neighbours",
    QT_TRANSLATE_NOOP("@default", "Neighbouring regencies"),
    (
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Neighbouring regency"),
            Fill(palette.NEIGHBOUR, 1.0, palette.NEIGHBOUR_STRONG, 0.2),
        ),
    ),
    ("name",),
    labels=Labels(
        ("name", "nama", "kabupaten", "nama_kab", "wadmkk", "namobj"),
        2_000_000,
        6.5,
        palette.INK_SOFT,
        italic=True,
        priority=7,
    ),
)
SETTLEMENTS = Role(
    "settlements",
    QT_TRANSLATE_NOOP("@default", "Settlements"),
    (
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Settlement"),
            Fill(palette.SETTLEMENT, 0.9, palette.SETTLEMENT_STRONG, 0.12),
            marks=(Mark("circle", 1.1, palette.SETTLEMENT, palette.SETTLEMENT_STRONG, 0.15),),
        ),
    ),
    ("name",),
    labels=Labels(("name", "nama", "dusun"), 60_000, 4.5, palette.INK_SOFT, True, priority=2),
)
CENTRES = Role(
    "centres",
    QT_TRANSLATE_NOOP("@default", "Village offices"),
    (
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Village office"),
            marks=(
                Mark("square", 1.7, palette.PAPER, palette.INK, 0.2),
                Mark("circle", 0.6, palette.INK, palette.INK, 0.1),
            ),
        ),
    ),
    ("name",),
    POINT,
    near=400_000,
)


def _building(*mark: Mark) -> tuple[Mark, ...]:
    return (Mark("square", 2.2, palette.PAPER, palette.FACILITY, 0.2), *mark)


FACILITIES = Role(
    "facilities",
    QT_TRANSLATE_NOOP("@default", "Public facilities"),
    (
        Entry(
            "health",
            QT_TRANSLATE_NOOP("@default", "Health facility"),
            marks=_building(Mark("cross_fill", 1.6, palette.FACILITY, palette.FACILITY, 0.05)),
        ),
        Entry(
            "school",
            QT_TRANSLATE_NOOP("@default", "School"),
            marks=_building(Mark("triangle", 1.3, palette.FACILITY, palette.FACILITY, 0.05)),
        ),
        Entry(
            "office",
            QT_TRANSLATE_NOOP("@default", "Government office"),
            marks=_building(Mark("square", 1.0, palette.FACILITY, palette.FACILITY, 0.05)),
        ),
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Other facility"),
            marks=_building(Mark("line", 1.6, "", palette.FACILITY, 0.3, 90)),
        ),
    ),
    ("kind", "name"),
    POINT,
    facility,
    near=150_000,
)
ROADS = Role(
    "roads",
    QT_TRANSLATE_NOOP("@default", "Roads"),
    (
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Road"),
            stroke=Stroke(palette.ROAD, 0.2),
        ),
    ),
    ("name",),
    LINE,
)
RIVERS = Role(
    "rivers",
    QT_TRANSLATE_NOOP("@default", "Rivers"),
    (
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "River"),
            stroke=Stroke(palette.RIVER, 0.25),
        ),
    ),
    ("name",),
    LINE,
    labels=Labels(
        ("name", "nama", "namobj"), 800_000, 5.0, palette.RIVER_STRONG, italic=True, priority=2
    ),
)
WATER = Role(
    "water",
    QT_TRANSLATE_NOOP("@default", "Water"),
    (
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Water"),
            Fill(palette.WATER, 1.0, palette.RIVER, 0.12),
        ),
    ),
    ("name",),
)
