# SPDX-License-Identifier: GPL-2.0-or-later
"""What to decide on: points proposed, by rank, and what has changed between two dates."""

from __future__ import annotations

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from .. import palette
from .look import POINT, Dots, Entry, Fill, Hatch, Labels, Mark, Role
from .reading import FIRST_RANKS, NEXT_RANKS, by, proposal

PROPOSALS = Role(
    "proposals",
    QT_TRANSLATE_NOOP("@default", "Proposal points"),
    (
        Entry(
            "first",
            QT_TRANSLATE_NOOP("@default", "Proposal point, rank 1 to {n}"),
            marks=(Mark("pentagon", 5.2, palette.PROPOSAL, palette.INK, 0.4),),
            number=FIRST_RANKS,
        ),
        Entry(
            "next",
            QT_TRANSLATE_NOOP("@default", "Proposal point, up to rank {n}"),
            marks=(Mark("pentagon", 4.2, palette.PROPOSAL_NEXT, palette.INK, 0.3),),
            number=NEXT_RANKS,
        ),
        Entry(
            "later",
            QT_TRANSLATE_NOOP("@default", "Proposal point, beyond rank {n}"),
            marks=(Mark("pentagon", 3.4, palette.PAPER, palette.INK, 0.25),),
            number=NEXT_RANKS,
        ),
        Entry(
            "earlier",
            QT_TRANSLATE_NOOP("@default", "Proposed already in an earlier year"),
            marks=(
                Mark("pentagon", 3.4, palette.HAIRLINE, palette.INK_SOFT, 0.25),
                Mark("line", 4.6, "", palette.INK_SOFT, 0.35, 45),
            ),
        ),
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "Proposal point"),
            marks=(Mark("pentagon", 3.8, palette.PROPOSAL, palette.INK, 0.35),),
        ),
    ),
    ("rank:integer", "gain:double", "name", "proposed:integer"),
    POINT,
    proposal,
    Labels(("rank", "peringkat", "urutan"), 1_500_000, 5.0, bold=True, priority=10, over=True),
)

CHANGE = Role(
    "change",
    QT_TRANSLATE_NOOP("@default", "Change of the blank spots"),
    (
        Entry(
            "new",
            QT_TRANSLATE_NOOP("@default", "New blank spot"),
            Fill(palette.CHANGE_NEW, 0.85, palette.INK, 0.3),
            marks=(Mark("square", 2.8, palette.CHANGE_NEW, palette.INK, 0.25),),
        ),
        Entry(
            "persistent",
            QT_TRANSLATE_NOOP("@default", "Persistent blank spot"),
            Fill(
                palette.CHANGE_KEPT,
                0.85,
                palette.BLANK_STRONG,
                0.2,
                patterns=(Hatch(palette.BLANK_STRONG, 45, 1.5, 0.14),),
            ),
            marks=(
                Mark("square", 2.8, palette.CHANGE_KEPT, palette.BLANK_STRONG, 0.25),
                Mark("line", 3.4, "", palette.BLANK_STRONG, 0.3, 45),
            ),
        ),
        Entry(
            "gone",
            QT_TRANSLATE_NOOP("@default", "Blank spot resolved"),
            Fill(
                palette.CHANGE_GONE,
                0.85,
                palette.COVERED_STRONG,
                0.2,
                dashed=True,
                patterns=(Dots(palette.COVERED_STRONG, 2.2, 0.35),),
            ),
            marks=(
                Mark("circle", 2.6, palette.CHANGE_GONE, palette.COVERED_STRONG, 0.25),
                Mark("circle", 0.8, palette.COVERED_STRONG, palette.COVERED_STRONG, 0.1),
            ),
        ),
        Entry(
            "",
            QT_TRANSLATE_NOOP("@default", "No blank spot before or after, or not known"),
            Fill(palette.UNKNOWN, 0.6, palette.BOUNDARY, 0.1),
            marks=(Mark("circle", 1.2, palette.UNKNOWN, palette.BOUNDARY, 0.15),),
        ),
    ),
    ("change", "name"),
    classify=by("change", "perubahan"),
    labels=Labels(first="new", all_scale=300_000, priority=6),
)
