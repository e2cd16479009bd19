# SPDX-License-Identifier: GPL-2.0-or-later
"""Which villages were split, merged, given another code or drawn anew between two dates?

Told from how their areas overlap, and told only: no figure is ever moved from one code to
another because of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .codes import normalised_code

RECODED, SPLIT, MERGED, REDRAWN, EXCHANGED = "recoded", "split", "merged", "redrawn", "exchanged"
# A village lies in another if all but this share of it does.
_ALL = 0.95
# Less than this share of both is the drawing, not the boundary.
_NOTHING = 0.01


@dataclass(frozen=True)
class Relation:
    """Ground that a village of before and one of after share.

    Attributes
    ----------
    before, after
        Their places.
    kind
        One of the words above.
    km2
        What they share.
    share_before, share_after
        Of each of them, 0 to 1.
    """

    before: int
    after: int
    kind: str
    km2: float
    share_before: float
    share_after: float


def relations(
    codes: tuple[Sequence[str], Sequence[str]],
    areas: tuple[Sequence[float], Sequence[float]],
    overlaps: Iterable[tuple[int, int, float]],
) -> list[Relation]:
    """Return what changed of boundaries and codes; nothing of what stayed as it was.

    Parameters
    ----------
    codes, areas
        Of the villages before and after; areas in km2.
    overlaps
        Place before, place after, and the km2 they share.
    """
    found = []
    for before, after, km2 in overlaps:
        total = areas[0][before], areas[1][after]
        if not all(total):
            continue
        shares = km2 / total[0], km2 / total[1]
        same = normalised_code(codes[0][before]) == normalised_code(codes[1][after]) != ""
        kind = _kind(*shares, same)
        if kind:
            found.append(Relation(before, after, kind, km2, *shares))
    return found


def _kind(before: float, after: float, same_code: bool) -> str:
    if same_code:
        return "" if min(before, after) > 1 - _NOTHING else REDRAWN
    if max(before, after) < _NOTHING:
        return ""
    if min(before, after) >= _ALL:
        return RECODED
    if after >= _ALL:
        return SPLIT
    return MERGED if before >= _ALL else EXCHANGED
