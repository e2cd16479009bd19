# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of each village between two dates, and how many people gained or lost service?

Works on rows as dictionaries with the fields of STATISTICS, joined by the letters and digits of
their codes, never by name. A difference smaller than a tolerance is no news: coverage that was
computed twice, or a border drawn anew, moves every figure by a hair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .codes import code_text, normalised_code
from .headline import BLANK, UNKNOWN, WEAK, Row, number, status_of

# Of blank spots: new, gone ("teratasi"), still there. Of the others: covered to weak, weak to
# covered, as before. Then: a status is not known; only the later, only the earlier table has it.
NEW, GONE, PERSISTENT = "new", "gone", "persistent"
WORSE, BETTER, SAME = "worse", "better", "same"
NOT_KNOWN, ADDED, REMOVED = "unknown", "added", "removed"
KINDS = (NEW, GONE, PERSISTENT, WORSE, BETTER, SAME, NOT_KNOWN, ADDED, REMOVED)

# What people are told of, the news first.
TOLD = (NEW, WORSE, GONE, BETTER, PERSISTENT)

# Shares that a status may rest on: part and whole.
_SHARES = (
    ("cov_pct", ""), ("blank_pct", ""), ("set_cov", "set_km2"), ("set_blank", "set_km2"),
    ("pop_cov", "pop"), ("pop_blank", "pop"),
)  # fmt: skip


@dataclass(frozen=True)
class Tolerance:
    """Below which a difference is no news.

    Attributes
    ----------
    points
        Percentage points of a share.
    metres
        Of a distance.
    """

    points: float = 0.1
    metres: float = 10.0


@dataclass(frozen=True)
class VillageChange:
    """What became of one village.

    Attributes
    ----------
    code, name
        As the later table has them, the earlier where it is removed.
    kind
        One of KINDS.
    before, after
        Its statuses; '' where a table doesn't have it.
    by_a_hair
        Whether its status differs though nothing moved by more than the tolerance.
    place_before, place_after
        Of its rows, -1 where a table doesn't have it.
    gained, lost
        People who left, and who came into, what is blank, net within the village; None where
        one of the tables doesn't tell.
    """

    code: str
    name: str
    kind: str
    before: str
    after: str
    by_a_hair: bool
    place_before: int
    place_after: int
    gained: float | None
    lost: float | None


def by_code(rows: Sequence[Row]) -> tuple[dict[str, int], list[str]]:
    """Return the place of each code, and the codes that stand twice; the first row stands."""
    known: dict[str, int] = {}
    twice = []
    for place, row in enumerate(rows):
        key = normalised_code(row.get("code"))
        if key and known.setdefault(key, place) != place:
            twice.append(code_text(row.get("code")))
    return known, twice


def compare(
    before: Sequence[Row], after: Sequence[Row], tolerance: Tolerance
) -> list[VillageChange]:
    """Return what became of every village, in the order of the later table, the removed last."""
    earlier, later = by_code(before)[0], by_code(after)[0]
    found = []
    for place, row in enumerate(after):
        key = normalised_code(row.get("code"))
        if not key:
            found.append(_alone(row, NOT_KNOWN, -1, place))
        elif later[key] == place:
            was = earlier.get(key, -1)
            if was < 0:
                found.append(_alone(row, ADDED, -1, place))
            else:
                found.append(_pair(before[was], row, (was, place), tolerance))
    found += [
        _alone(before[place], REMOVED, place, -1)
        for key, place in earlier.items()
        if key not in later
    ]
    return found


def _alone(row: Row, kind: str, was: int, now: int) -> VillageChange:
    status = status_of(row)
    code, name = code_text(row.get("code")), code_text(row.get("name"))
    before, after = ("", status) if was < 0 else (status, "")
    return VillageChange(code, name, kind, before, after, False, was, now, None, None)


def _pair(before: Row, after: Row, places: tuple[int, int], tolerance: Tolerance) -> VillageChange:
    was, now = status_of(before), status_of(after)
    hair = not _moved(before, after, tolerance)
    kind = _kind(was, now)
    if hair and was != now and UNKNOWN not in (was, now):
        # As it was: still blank where it was blank.
        kind = PERSISTENT if was == BLANK else SAME
    gained, lost = _people(before, after, hair)
    return VillageChange(
        code_text(after.get("code")), code_text(after.get("name")), kind, was, now,
        hair and was != now, *places, gained, lost,
    )  # fmt: skip


def _kind(was: str, now: str) -> str:
    if UNKNOWN in (was, now):
        return NOT_KNOWN
    if BLANK in (was, now):
        return PERSISTENT if was == now else NEW if now == BLANK else GONE
    if was == now:
        return SAME
    return WORSE if now == WEAK else BETTER


def _share(row: Row, part: str, whole: str) -> float | None:
    amount = number(row.get(part))
    if not whole or amount is None:
        return amount
    total = number(row.get(whole))
    return 100.0 * amount / total if total else None


def _moved(before: Row, after: Row, tolerance: Tolerance) -> bool:
    """Tell whether anything that a status rests on moved by more than the tolerance."""
    if before.get("ctr_class") != after.get("ctr_class"):
        return True
    pairs = [(_share(before, *names), _share(after, *names), tolerance.points) for names in _SHARES]
    pairs.append((number(before.get("near_m")), number(after.get("near_m")), tolerance.metres))
    known = [(was, now, limit) for was, now, limit in pairs if was is not None and now is not None]
    if not known:
        # Tables of nothing but a status: it is all there is to go by.
        return status_of(before) != status_of(after)
    return any(abs(was - now) > limit for was, now, limit in known)


def _people(before: Row, after: Row, hair: bool) -> tuple[float | None, float | None]:
    was, now = number(before.get("pop_blank")), number(after.get("pop_blank"))
    if was is None or now is None:
        return None, None
    if hair:
        return 0.0, 0.0
    return max(was - now, 0.0), max(now - was, 0.0)


def told(found: Sequence[VillageChange]) -> list[VillageChange]:
    """Return the villages that people are told of, by kind, the news first."""
    return [one for kind in TOLD for one in found if one.kind == kind]


def counts(found: Sequence[VillageChange]) -> Mapping[str, int]:
    """Return how many villages there are of each kind."""
    kinds = [one.kind for one in found]
    return {kind: kinds.count(kind) for kind in KINDS}
