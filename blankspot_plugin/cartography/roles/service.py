# SPDX-License-Identifier: GPL-2.0-or-later
"""How the land is served: villages by status, gaps, coverage by class and by technology.

Coverage says on what it rests by how it is drawn: predicted is a fill, declared are lines
without a fill, measured (``evidence``) has a heavy ink edge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core import technologies
from .. import palette
from .look import Dots, Entry, Fill, Hatch, Labels, Role
from .reading import by, coverage, coverage_technology, declared, has

_AREA_LINE = {"outline": palette.BOUNDARY, "width": 0.1}

AREAS = Role(
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
    classify=by("status"),
    labels=Labels(first="blank", all_scale=300_000, priority=6),
)

GAPS = Role(
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
                patterns=(Hatch(palette.WEAK_STRONG, 135, 3.0, 0.14, palette.PAPER),),
            ),
        ),
    ),
    ("class",),
    classify=by("class"),
)

_CELL_COVERED = Fill(palette.COVERED_DISC, 0.85, palette.COVERED_STRONG, 0.3)
_CELL_WEAK = Fill(
    palette.WEAK_DISC,
    0.85,
    palette.WEAK_STRONG,
    0.2,
    dashed=True,
    patterns=(Dots(palette.WEAK_STRONG, 1.6, 0.3),),
)
_DECLARED_COVERED = Fill(
    outline=palette.DECLARED,
    width=0.45,
    patterns=(Hatch(palette.DECLARED, 0, 3.0, 0.13), Hatch(palette.DECLARED, 90, 3.0, 0.13)),
)
_DECLARED_WEAK = Fill(
    outline=palette.DECLARED,
    width=0.3,
    dashed=True,
    patterns=(Hatch(palette.DECLARED, 90, 4.5, 0.12, dashed=True),),
)


def _declared(prefix: str = "") -> tuple[Entry, ...]:
    """Return what an operator declares, alone or (``declared ``) among what was computed."""
    needs = has("grp") if prefix else None
    return (
        Entry(
            f"{prefix}weak",
            QT_TRANSLATE_NOOP("@default", "Weak signal as declared by the operator"),
            _DECLARED_WEAK,
            needs=needs,
        ),
        Entry(
            f"{prefix}covered",
            QT_TRANSLATE_NOOP("@default", "Covered as declared by the operator"),
            _DECLARED_COVERED,
            needs=needs,
        ),
    )


_WIFI = (
    Entry(
        "wifi weak",
        QT_TRANSLATE_NOOP("@default", "Edge of public Wi-Fi"),
        Fill(palette.WIFI, 0.15, palette.WIFI_STRONG, 0.2, dashed=True),
        needs=has("tier"),
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
        needs=has("tier"),
    ),
)

COVERAGE = Role(
    "coverage",
    QT_TRANSLATE_NOOP("@default", "Service coverage"),
    (
        Entry(
            "cellular weak",
            QT_TRANSLATE_NOOP("@default", "Weak mobile signal, predicted"),
            _CELL_WEAK,
        ),
        Entry(
            "cellular covered",
            QT_TRANSLATE_NOOP("@default", "Covered by mobile signal, predicted"),
            _CELL_COVERED,
        ),
        *_WIFI,
        *_declared("declared "),
    ),
    ("class", "grp", "tier"),
    classify=coverage,
    stacked=True,
)

COVERAGE_TECHNOLOGY = Role(
    "coverage_technology",
    QT_TRANSLATE_NOOP("@default", "Service coverage by technology"),
    (
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Coverage, technology not stated"),
            Fill(
                outline=palette.UNKNOWN_STRONG,
                width=0.25,
                patterns=(Dots(palette.UNKNOWN_STRONG, 2.4, 0.35),),
            ),
        ),
        Entry(
            "2G weak",
            QT_TRANSLATE_NOOP("@default", "Weak signal by 2G, predicted"),
            Fill(
                outline=palette.INK_SOFT,
                width=0.2,
                dashed=True,
                patterns=(Hatch(palette.INK_SOFT, 135, 3.2, 0.12),),
            ),
        ),
        Entry(
            "2G covered",
            QT_TRANSLATE_NOOP("@default", "Covered by 2G, predicted"),
            Fill(
                outline=palette.INK_SOFT,
                width=0.3,
                patterns=(Hatch(palette.INK_SOFT, 135, 1.6, 0.14),),
            ),
        ),
        Entry(
            "3G weak",
            QT_TRANSLATE_NOOP("@default", "Weak signal by 3G, predicted"),
            Fill(
                outline=palette.COVERED_STRONG,
                width=0.2,
                dashed=True,
                patterns=(Hatch(palette.COVERED_STRONG, 45, 2.6, 0.14),),
            ),
        ),
        Entry(
            "3G covered",
            QT_TRANSLATE_NOOP("@default", "Covered by 3G, predicted"),
            Fill(
                outline=palette.COVERED_STRONG,
                width=0.3,
                patterns=(Hatch(palette.COVERED_STRONG, 45, 1.3, 0.16),),
            ),
        ),
        Entry(
            "4G weak",
            QT_TRANSLATE_NOOP("@default", "Weak signal by 4G, predicted"),
            # Groups overlap: seen through one another, one class would have many tones.
            replace(_CELL_WEAK, opacity=1.0),
        ),
        Entry(
            "4G covered",
            QT_TRANSLATE_NOOP("@default", "Covered by 4G, predicted"),
            replace(_CELL_COVERED, opacity=1.0),
        ),
        Entry(
            "5G weak",
            QT_TRANSLATE_NOOP("@default", "Weak signal by 5G, predicted"),
            Fill(
                outline=palette.G5,
                width=0.2,
                dashed=True,
                patterns=(Hatch(palette.G5, 90, 1.4, 0.1),),
            ),
        ),
        Entry(
            "5G covered",
            QT_TRANSLATE_NOOP("@default", "Covered by 5G, predicted"),
            Fill(
                palette.COVERED_STRONG,
                0.6,
                palette.G5,
                0.3,
                patterns=(Hatch(palette.G5, 90, 0.8, 0.16),),
            ),
        ),
        *_WIFI,
        *_declared("declared "),
    ),
    ("class", "grp", "tier"),
    classify=coverage_technology,
    stacked=True,
)

DECLARED = Role(
    "declared",
    QT_TRANSLATE_NOOP("@default", "Coverage declared by operators"),
    _declared(),
    ("class",),
    classify=declared,
    stacked=True,
)


def role_of_coverage(groups: Iterable[str | None]) -> str:
    """Return the role for coverage of some groups: by technology where all are technologies.

    >>> role_of_coverage(["4G", "LTE 900", "declared"]), role_of_coverage(["Telkomsel"])
    ('coverage_technology', 'coverage')
    """
    names = {group for group in groups if group and group != "declared"}
    if names and all(technologies.best(name, technologies.DEFAULT_RADII) for name in names):
        return COVERAGE_TECHNOLOGY.id
    return COVERAGE.id
