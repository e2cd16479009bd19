# SPDX-License-Identifier: GPL-2.0-or-later
"""Signal levels: predicted, as the cells of a raster, and measured in the field."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...core.signal_levels import COVERED_DBM, WEAK_DBM
from .. import palette
from .look import POINT, RASTER, Dots, Entry, Fill, Labels, Mark, Role
from .reading import level

SIGNAL = Role(
    "signal",
    QT_TRANSLATE_NOOP("@default", "Predicted signal level (RSRP)"),
    (
        Entry(
            "covered",
            QT_TRANSLATE_NOOP("@default", "Predicted, covered: {n} dBm or better"),
            Fill(palette.LEVEL_COVERED, 0.8),
            number=COVERED_DBM,
        ),
        Entry(
            "weak",
            QT_TRANSLATE_NOOP("@default", "Predicted, weak: down to {n} dBm"),
            Fill(palette.LEVEL_WEAK, 0.8),
            number=WEAK_DBM,
        ),
        Entry(
            "blank",
            QT_TRANSLATE_NOOP("@default", "Predicted, blank spot: below {n} dBm"),
            Fill(palette.LEVEL_BLANK, 0.8),
            number=WEAK_DBM,
        ),
    ),
    geometry=RASTER,
)


def _measured(colour: str, *more: Mark) -> dict[str, object]:
    """Return the look of a measured level: an edge of ink, which nothing predicted has."""
    edge = Mark("hexagon", 2.7, colour, palette.INK, 0.4)
    cell = Fill(colour, 0.9, palette.INK, 0.35, patterns=(Dots(palette.INK, 1.6, 0.5),))
    return {"fill": cell, "marks": (edge, *more)}


MEASURED = Role(
    "measured",
    QT_TRANSLATE_NOOP("@default", "Measured signal level"),
    (
        Entry(
            "covered",
            QT_TRANSLATE_NOOP("@default", "Measured, covered: {n} dBm or better"),
            **_measured(palette.COVERED_DISC),
            number=COVERED_DBM,
        ),
        Entry(
            "weak",
            QT_TRANSLATE_NOOP("@default", "Measured, weak: down to {n} dBm"),
            **_measured(palette.WEAK, Mark("circle", 0.8, palette.INK, palette.INK, 0.1)),
            number=WEAK_DBM,
        ),
        Entry(
            "blank",
            QT_TRANSLATE_NOOP("@default", "Measured, blank spot: below {n} dBm"),
            **_measured(palette.BLANK_STRONG, Mark("cross2", 1.2, "", palette.PAPER, 0.35)),
            number=WEAK_DBM,
        ),
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Measured, level not known"),
            **_measured(palette.PAPER),
        ),
    ),
    ("dbm:double",),
    POINT,
    level,
    Labels(("dbm", "rsrp", "rsrp_dbm", "level_dbm"), 60_000, 5.0, priority=3),
    near=150_000,
)
