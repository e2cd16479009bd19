# SPDX-License-Identifier: GPL-2.0-or-later
"""The cards of a result, in words; its tables are those of the report."""

from __future__ import annotations

from ..cartography.result_tables import (
    changes,
    changes_text,
    definitions,
    kecamatan,
    kecamatan_name,
    villages,
)
from ..cartography.tables import TONES
from ..core.headline import BLANK, COVERED, STATUSES, UNKNOWN, WEAK, Headline, Part
from ..i18n import number_text, tr
from .cards import CardText

__all__ = [
    "cards",
    "changes",
    "changes_text",
    "definitions",
    "kecamatan",
    "kecamatan_name",
    "villages",
]


def cards(found: Headline) -> list[CardText]:
    """Return what the cards say: villages, people, settlement; area last."""
    villages = found.villages
    of_all = tr("of {n}").format(n=number_text(villages.total))
    captions = {
        BLANK: tr("Villages blank"),
        WEAK: tr("Villages weak"),
        COVERED: tr("Villages covered"),
        UNKNOWN: tr("Villages not known"),
    }
    said = [
        CardText(number_text(villages.of(status)), captions[status], of_all, "", TONES[status])
        for status in STATUSES
        if status != UNKNOWN or villages.unknown
    ]
    if found.people.amount is not None:
        said.append(
            CardText(
                number_text(found.people.amount, 0),
                tr("People in blank spots"),
                _share_of(found.people, 0, tr("{percent} % of {total}")),
                tr("Who live where there is no signal, in villages of any status"),
            )
        )
    if found.settlement.percent is not None:
        said.append(
            CardText(
                tr("{percent} %").format(percent=number_text(found.settlement.percent, 1)),
                tr("Settlement area covered"),
                tr("of {n} km²").format(n=number_text(found.settlement.whole or 0, 1)),
                tr("The part of all settlement area that has a good signal"),
            )
        )
    if found.area.amount is not None:
        said.append(
            CardText(
                tr("{km2} km²").format(km2=number_text(found.area.amount, 0)),
                tr("Area blank"),
                _share_of(found.area, 0, tr("{percent} % of {total} km²")),
                tr("Most of it may be forest: the villages and their people count for more"),
            )
        )
    return said


def _share_of(part: Part, decimals: int, words: str) -> str:
    if part.percent is None:
        return ""
    return words.format(
        percent=number_text(part.percent, 1), total=number_text(part.whole or 0, decimals)
    )
