# SPDX-License-Identifier: GPL-2.0-or-later
"""The one list of roles a layer can play on a map, and the look of each class.

A role is data: which values it tells apart and how each is drawn. ``styling`` turns it
into a QGIS renderer. Texts are English sources marked for translation; whoever shows one
passes it through ``tr()``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qgis.core import QgsExpression
from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..core import technologies, wifi
from ..core.technologies import DEFAULT_RADII, WIFI
from . import palette

POINT, LINE, POLYGON = "point", "linestring", "polygon"


@dataclass(frozen=True)
class Hatch:
    """Parallel lines (mm, degrees); ``casing`` is a wider line beneath, for imagery."""

    colour: str
    angle: float
    spacing: float
    width: float
    casing: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class Dots:
    """A lattice of dots (mm)."""

    colour: str
    spacing: float
    size: float


@dataclass(frozen=True)
class Fill:
    """A polygon's look: fill, patterns over it, and outline (mm; opacity 0 to 1)."""

    colour: str = ""
    opacity: float = 1.0
    outline: str = ""
    width: float = 0.2
    dashed: bool = False
    casing: str = ""
    patterns: tuple[Hatch | Dots, ...] = ()


@dataclass(frozen=True)
class Stroke:
    """A line's look (mm)."""

    colour: str
    width: float
    dashed: bool = False


@dataclass(frozen=True)
class Mark:
    """One marker shape (mm); a point's look is a stack of them, lowest first."""

    shape: str
    size: float
    colour: str = ""
    outline: str = palette.PAPER
    width: float = 0.25
    angle: float = 0.0


@dataclass(frozen=True)
class Entry:
    """One class of a role: its value, its legend text, and its look per geometry.

    The value ``""`` takes whatever no other entry takes. ``needs`` names a field without
    which the entry is left out.
    """

    value: str
    label: str
    fill: Fill | None = None
    stroke: Stroke | None = None
    marks: tuple[Mark, ...] = ()
    needs: str = ""


@dataclass(frozen=True)
class Labels:
    """How a role's features are named (points; scales are denominators).

    The first of ``fields`` that is there is shown from ``scale`` on. Until ``all_scale``
    only features of the class ``first`` are named, so that a small map stays legible.
    """

    fields: tuple[str, ...] = ("name", "nama", "desa", "wadmkd", "namobj")
    scale: int = 800_000
    size: float = 5.5
    colour: str = palette.INK
    italic: bool = False
    capitals: bool = False
    first: str = ""
    all_scale: int = 0


@dataclass(frozen=True)
class Role:
    """What a layer can be on a map.

    ``classify`` returns the QGIS expression that gives an entry's value from the fields
    at hand (None: one look for all). ``fields`` are those of our own outputs.
    """

    id: str
    title: str
    entries: tuple[Entry, ...]
    fields: tuple[str, ...] = ()
    geometry: str = POLYGON
    classify: Callable[[Iterable[str]], str] | None = None
    labels: Labels | None = None


def find_field(names: Iterable[str], wanted: Iterable[str]) -> str:
    """Return the first wanted field that is there, as it is spelt there, or ``""``."""
    by_lower = {name.lower(): name for name in names}
    return next((by_lower[name] for name in wanted if name in by_lower), "")


def technology_expression(field: str) -> str:
    """Return the QGIS expression for the technology of a free text that reaches farthest.

    By the default radii, as ``core.technologies.best``: ``2G/4G`` and ``4G/5G`` give ``4G``,
    ``DCS`` gives ``2G``; a text that names none gives ``""``.
    """
    farthest = sorted(
        DEFAULT_RADII,
        key=lambda name: (DEFAULT_RADII[name].covered, DEFAULT_RADII[name].weak),
        reverse=True,
    )
    names = {name: technologies.TECHNOLOGY_PATTERNS[name].pattern for name in farthest}
    return _first_match(field, [(pattern, f"'{name}'") for name, pattern in names.items()])


def wifi_expression(field: str) -> str:
    """Return the QGIS expression for a Wi-Fi point's state from a free text.

    As ``core.wifi.wifi_status``, except that what was installed and does not work is told
    apart (``down``). A text that says nothing known gives ``""``, which is never active.
    """
    new = f"CASE WHEN {_matches(field, _NOT_YET)} THEN 'installed' ELSE 'down' END"
    return _first_match(
        field,
        [
            (pattern.pattern, new if state == wifi.INSTALLED else f"'{state}'")
            for state, pattern in wifi.STATUS_PATTERNS
        ],
    )


# What tells a point that was never up from one that is down.
_NOT_YET = r"belum|blm|not yet|pasang|instal"


def _matches(field: str, regex: str) -> str:
    quoted = QgsExpression.quotedString(f"(?i){regex}")
    return f"regexp_match(to_string(coalesce(\"{field}\", '')), {quoted})"


def _first_match(field: str, answers: Iterable[tuple[str, str]]) -> str:
    cases = " ".join(f"WHEN {_matches(field, regex)} THEN {answer}" for regex, answer in answers)
    return f"CASE {cases} ELSE '' END"


def _coverage(names: Iterable[str]) -> str:
    tier = find_field(names, ("tier",))
    tiers = f"if(\"{tier}\" = 'wifi', 'wifi ', 'cellular ')" if tier else "'cellular '"
    return f'{tiers} || "{find_field(names, ("class",)) or "class"}"'


def _by(*wanted: str) -> Callable[[Iterable[str]], str]:
    return lambda names: f'"{find_field(names, wanted) or wanted[0]}"'


def _technology(names: Iterable[str]) -> str:
    field = find_field(names, ("technology", "tech", "teknologi"))
    return technology_expression(field) if field else "''"


def _wifi(names: Iterable[str]) -> str:
    field = find_field(names, ("status", "net_stat", "keadaan"))
    return wifi_expression(field) if field else "''"


def _boundary(id_: str, title: str, label: str, width: float, labels: Labels | None) -> Role:
    """Return the role of a boundary as a heavy line on a pale casing."""
    fill = Fill(outline=palette.INK, width=width, casing=palette.PAPER)
    entry = Entry("", label, fill, Stroke(palette.INK, width))
    return Role(id_, title, (entry,), ("name",), labels=labels)


_AREA_LINE = {"outline": palette.BOUNDARY, "width": 0.1}

# In drawing order: the first lies on top.
ROLES: tuple[Role, ...] = (
    Role(
        "sites",
        QT_TRANSLATE_NOOP("@default", "Base stations (BTS)"),
        (
            Entry(
                "5G",
                QT_TRANSLATE_NOOP("@default", "BTS 5G"),
                marks=(Mark("star", 3.2, palette.G5),),
            ),
            Entry(
                "4G",
                QT_TRANSLATE_NOOP("@default", "BTS 4G"),
                marks=(Mark("triangle", 2.5, palette.G4),),
            ),
            Entry(
                "3G",
                QT_TRANSLATE_NOOP("@default", "BTS 3G"),
                marks=(Mark("square", 2.1, palette.G3, palette.INK, 0.2),),
            ),
            Entry(
                "2G",
                QT_TRANSLATE_NOOP("@default", "BTS 2G"),
                marks=(Mark("diamond", 2.5, palette.G2, palette.INK, 0.2),),
            ),
            Entry(
                WIFI,
                QT_TRANSLATE_NOOP("@default", "Public Wi-Fi"),
                marks=(Mark("circle", 1.8, palette.WIFI, palette.PAPER, 0.25),),
            ),
            Entry(
                "",
                QT_TRANSLATE_NOOP("@default", "BTS, technology not stated"),
                marks=(Mark("triangle", 2.4, palette.G_UNKNOWN, palette.INK, 0.25),),
            ),
        ),
        ("technology",),
        POINT,
        _technology,
    ),
    Role(
        "wifi",
        QT_TRANSLATE_NOOP("@default", "Public Wi-Fi points"),
        (
            Entry(
                "active",
                QT_TRANSLATE_NOOP("@default", "Wi-Fi, active"),
                marks=(Mark("circle", 2.1, palette.WIFI, palette.PAPER, 0.25),),
            ),
            Entry(
                "down",
                QT_TRANSLATE_NOOP("@default", "Wi-Fi, down"),
                marks=(
                    Mark("circle", 2.1, palette.PAPER, palette.WIFI_STRONG, 0.2),
                    Mark("cross2", 1.1, "", palette.BLANK_STRONG, 0.35),
                ),
            ),
            Entry(
                "installed",
                QT_TRANSLATE_NOOP("@default", "Wi-Fi, installed, not yet active"),
                marks=(
                    Mark("circle", 2.1, palette.PAPER, palette.WIFI_STRONG, 0.2),
                    Mark("circle", 0.9, palette.WIFI_STRONG, palette.WIFI_STRONG, 0.1),
                ),
            ),
            Entry(
                "planned",
                QT_TRANSLATE_NOOP("@default", "Wi-Fi, planned"),
                marks=(Mark("circle", 2.0, palette.PAPER, palette.WIFI_STRONG, 0.25),),
            ),
            Entry(
                "",
                QT_TRANSLATE_NOOP("@default", "Wi-Fi, status not known"),
                marks=(Mark("circle", 1.7, palette.UNKNOWN_STRONG, palette.PAPER, 0.25),),
            ),
        ),
        ("status",),
        POINT,
        _wifi,
    ),
    Role(
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
    ),
    _boundary(
        "regency",
        QT_TRANSLATE_NOOP("@default", "Regency boundary"),
        QT_TRANSLATE_NOOP("@default", "Regency boundary"),
        0.6,
        None,
    ),
    _boundary(
        "kecamatan",
        QT_TRANSLATE_NOOP("@default", "Kecamatan boundary"),
        QT_TRANSLATE_NOOP("@default", "Kecamatan boundary"),
        0.3,
        Labels(scale=1_500_000, size=6.5, capitals=True),
    ),
    _boundary(
        "outline",
        QT_TRANSLATE_NOOP("@default", "Administrative boundaries"),
        QT_TRANSLATE_NOOP("@default", "Administrative boundary"),
        0.18,
        Labels(scale=300_000),
    ),
    Role(
        "gaps",
        QT_TRANSLATE_NOOP("@default", "Areas without service"),
        (
            Entry(
                "blank",
                QT_TRANSLATE_NOOP("@default", "Blank spot area (no signal)"),
                Fill(
                    outline=palette.BLANK_STRONG,
                    width=0.12,
                    patterns=(Hatch(palette.BLANK_STRONG, 45, 1.5, 0.14, palette.PAPER),),
                ),
            ),
            Entry(
                "weak",
                QT_TRANSLATE_NOOP("@default", "Weak signal area"),
                Fill(
                    outline=palette.WEAK_STRONG,
                    width=0.1,
                    dashed=True,
                    patterns=(Hatch(palette.WEAK_STRONG, 135, 3.2, 0.1, palette.PAPER),),
                ),
            ),
        ),
        ("class",),
        classify=_by("class"),
    ),
    Role(
        "coverage",
        QT_TRANSLATE_NOOP("@default", "Service coverage"),
        (
            Entry(
                "cellular weak",
                QT_TRANSLATE_NOOP("@default", "Weak mobile signal"),
                Fill(
                    palette.WEAK_DISC,
                    0.85,
                    palette.WEAK_STRONG,
                    0.2,
                    dashed=True,
                    patterns=(Dots(palette.WEAK_STRONG, 1.6, 0.3),),
                ),
            ),
            Entry(
                "cellular covered",
                QT_TRANSLATE_NOOP("@default", "Covered by mobile signal"),
                Fill(palette.COVERED_DISC, 0.85, palette.COVERED_STRONG, 0.3),
            ),
            Entry(
                "wifi weak",
                QT_TRANSLATE_NOOP("@default", "Edge of public Wi-Fi"),
                Fill(palette.WIFI, 0.15, palette.WIFI_STRONG, 0.2, dashed=True),
                needs="tier",
            ),
            Entry(
                "wifi covered",
                QT_TRANSLATE_NOOP("@default", "Covered by public Wi-Fi"),
                Fill(
                    palette.WIFI,
                    0.5,
                    palette.WIFI_STRONG,
                    0.25,
                    patterns=(Hatch(palette.WIFI_STRONG, 0, 1.2, 0.15),),
                ),
                needs="tier",
            ),
        ),
        ("class", "tier"),
        classify=_coverage,
    ),
    Role(
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
    ),
    Role(
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
    ),
    Role(
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
        labels=Labels(size=5.0, colour=palette.RIVER_STRONG, italic=True),
    ),
    Role(
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
    ),
    Role(
        "areas",
        QT_TRANSLATE_NOOP("@default", "Village status"),
        (
            Entry(
                "covered",
                QT_TRANSLATE_NOOP("@default", "Covered"),
                Fill(palette.COVERED, **_AREA_LINE),
            ),
            Entry(
                "weak",
                QT_TRANSLATE_NOOP("@default", "Weak signal"),
                Fill(palette.WEAK, patterns=(Dots(palette.WEAK_STRONG, 1.6, 0.2),), **_AREA_LINE),
            ),
            Entry(
                "blank",
                QT_TRANSLATE_NOOP("@default", "Blank spot"),
                Fill(palette.BLANK, **_AREA_LINE),
            ),
            Entry(
                "",
                QT_TRANSLATE_NOOP("@default", "Not known (no data)"),
                Fill(
                    palette.UNKNOWN,
                    patterns=(Hatch(palette.UNKNOWN_STRONG, 0, 1.6, 0.12),),
                    **_AREA_LINE,
                ),
            ),
        ),
        ("name", "status"),
        classify=_by("status"),
        labels=Labels(first="blank", all_scale=300_000),
    ),
    Role(
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
        labels=Labels(scale=2_000_000, size=6.5, colour=palette.INK_SOFT, italic=True),
    ),
)


def role(name: str) -> Role:
    """Return a role by its id.

    Raises
    ------
    KeyError
        If there is no such role.
    """
    for one in ROLES:
        if one.id == name:
            return one
    raise KeyError(f"no role {name!r}; there are {', '.join(r.id for r in ROLES)}")
