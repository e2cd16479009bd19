# SPDX-License-Identifier: GPL-2.0-or-later
"""What do the villages add up to, in the regency and in each kecamatan, and what has changed?

Works on rows as dictionaries with the fields of STATISTICS and loads no numpy: the dock,
which shows these figures, is there when QGIS starts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .codes import code_text, normalised_code

Row = Mapping[str, object]

# The words of core.definitions, which loads numpy; a test holds them together.
COVERED, WEAK, BLANK, UNKNOWN = "covered", "weak", "blank", "unknown"
# In the order they are told: the worst first.
STATUSES = (BLANK, WEAK, COVERED, UNKNOWN)

# What the fields of AREAS that name the kecamatan are called, in the order of preference.
_KECAMATAN_NAMES = (
    "kec_name", "kecamatan", "nama_kec", "nm_kec", "nmkec", "namakec", "wadmkc", "kec_nama", "kec",
    "district",
)  # fmt: skip
_KECAMATAN_CODES = ("kec_code", "kode_kec", "kd_kec", "kdkec", "kodekec", "kdccpum", "id_kec")
# A dotted Kemendagri code of a village; its first three blocks are the kecamatan. One without
# dots may be of BPS, whose digits are cut elsewhere: it tells nothing.
_BLOCKS = 4

NEWLY_BLANK, SOLVED, WORSE, BETTER, PERSISTENT = "new", "solved", "worse", "better", "persistent"


@dataclass(frozen=True)
class Counts:
    """How many villages have each status."""

    blank: int = 0
    weak: int = 0
    covered: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """All villages."""
        return self.blank + self.weak + self.covered + self.unknown

    def of(self, status: str) -> int:
        """Return how many villages have a status of STATUSES."""
        return int(getattr(self, status))


@dataclass(frozen=True)
class Part:
    """A part of a whole, in one unit; None where no village has a figure."""

    amount: float | None = None
    whole: float | None = None

    @property
    def percent(self) -> float | None:
        """Its share in percent."""
        if self.amount is None or not self.whole:
            return None
        return 100.0 * self.amount / self.whole


@dataclass(frozen=True)
class Headline:
    """The figures of the cards.

    Attributes
    ----------
    villages
        By status.
    people
        Those who live where there is no signal, of all.
    settlement
        Covered settlement, km2 of all.
    area
        Blank area, km2 of what is not excluded.
    """

    villages: Counts
    people: Part
    settlement: Part
    area: Part


@dataclass(frozen=True)
class Kecamatan:
    """A kecamatan and what its villages add up to.

    Attributes
    ----------
    code, name
        '' where the areas don't tell.
    headline
        Its figures.
    members
        Places of its villages among the rows.
    """

    code: str
    name: str
    headline: Headline
    members: tuple[int, ...]


@dataclass(frozen=True)
class Change:
    """A village whose status is to be told of, and the place of its row in the later table."""

    code: str
    name: str
    kind: str
    before: str
    after: str
    place: int


@dataclass(frozen=True)
class Changes:
    """What became of villages between two tables, joined by code.

    Attributes
    ----------
    newly_blank, solved, worse, better, persistent
        Blank and was not; was blank and is not; covered to weak; weak to covered; still blank.
    not_compared
        Villages of the later table without a code, that the earlier doesn't have, or whose
        status one of them doesn't know.
    gone
        Villages of the earlier table that the later doesn't have.
    """

    newly_blank: tuple[Change, ...] = ()
    solved: tuple[Change, ...] = ()
    worse: tuple[Change, ...] = ()
    better: tuple[Change, ...] = ()
    persistent: tuple[Change, ...] = ()
    not_compared: int = 0
    gone: int = 0

    def all(self) -> tuple[Change, ...]:
        """Return all, the news first."""
        return self.newly_blank + self.worse + self.solved + self.better + self.persistent


def status_of(row: Row) -> str:
    """Return a village's status, UNKNOWN where the table has none."""
    word = row.get("status")
    return word if isinstance(word, str) and word in STATUSES else UNKNOWN


def number(value: object) -> float | None:
    """Return a cell as a number, None where it is none."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    return None


def headline(rows: Iterable[Row]) -> Headline:
    """Return the figures of villages.

    Parameters
    ----------
    rows
        With the fields of STATISTICS; those that are missing count as NULL.
    """
    rows = list(rows)
    statuses = [status_of(row) for row in rows]
    return Headline(
        villages=Counts(**{status: statuses.count(status) for status in STATUSES}),
        people=_part((number(row.get("pop_blank")), number(row.get("pop"))) for row in rows),
        settlement=_part((number(row.get("set_cov")), number(row.get("set_km2"))) for row in rows),
        area=_part((number(row.get("blank_km2")), _usable(row)) for row in rows),
    )


def _usable(row: Row) -> float | None:
    total = number(row.get("area_km2"))
    return None if total is None else total - (number(row.get("excl_km2")) or 0.0)


def _part(pairs: Iterable[tuple[float | None, float | None]]) -> Part:
    """Return the sums of (part, whole) over the villages that know both."""
    known = [(part, whole) for part, whole in pairs if part is not None and whole is not None]
    if not known:
        return Part()
    return Part(math.fsum(part for part, _ in known), math.fsum(whole for _, whole in known))


def kecamatan_of(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return code and name of each village's kecamatan, '' where the table doesn't tell.

    The areas' own fields come first; without a field for the code, the first three blocks of
    a dotted village code are it.
    """
    by_lower = {key.lower(): key for key in rows[0]} if rows else {}
    name_field = next((by_lower[one] for one in _KECAMATAN_NAMES if one in by_lower), "")
    code_field = next((by_lower[one] for one in _KECAMATAN_CODES if one in by_lower), "")
    found = []
    for row in rows:
        code = code_text(row.get(code_field)) if code_field else ""
        found.append((code or _above(row.get("code")), code_text(row.get(name_field))))
    return found


def _above(code: object) -> str:
    blocks = code_text(code).split(".")
    return ".".join(blocks[:-1]) if len(blocks) == _BLOCKS else ""


def by_kecamatan(rows: Sequence[Row]) -> tuple[Kecamatan, ...]:
    """Return the kecamatan by code, then by name; () where no village tells its own."""
    names: dict[str, tuple[str, str]] = {}
    members: dict[str, list[int]] = {}
    for place, (code, name) in enumerate(kecamatan_of(rows)):
        # A name alone joins within one regency only, whose kecamatan bear different names.
        key = normalised_code(code) or name.casefold()
        members.setdefault(key, []).append(place)
        known = names.get(key, ("", ""))
        names[key] = (known[0] or code, known[1] or name)
    if not any(names):
        return ()
    # Villages without a kecamatan come last.
    order = sorted(names, key=lambda key: (not key, names[key]))
    return tuple(
        Kecamatan(*names[key], headline(rows[at] for at in members[key]), tuple(members[key]))
        for key in order
    )


def changes(before: Iterable[Row], after: Iterable[Row]) -> Changes:
    """Return what became of the villages between two tables.

    They are joined by the letters and digits of their codes, never by name: villages of one
    name are many.
    """
    earlier = {normalised_code(row.get("code")): status_of(row) for row in before}
    earlier.pop("", None)
    found: dict[str, list[Change]] = {
        kind: [] for kind in (NEWLY_BLANK, SOLVED, WORSE, BETTER, PERSISTENT)
    }
    not_compared, seen = 0, set()
    for place, row in enumerate(after):
        key, now = normalised_code(row.get("code")), status_of(row)
        was = earlier.get(key, UNKNOWN)
        seen.add(key)
        if UNKNOWN in (was, now):
            not_compared += 1
            continue
        kind = _kind(was, now)
        if kind:
            code, name = code_text(row.get("code")), code_text(row.get("name"))
            found[kind].append(Change(code, name, kind, was, now, place))
    return Changes(
        newly_blank=tuple(found[NEWLY_BLANK]),
        solved=tuple(found[SOLVED]),
        worse=tuple(found[WORSE]),
        better=tuple(found[BETTER]),
        persistent=tuple(found[PERSISTENT]),
        not_compared=not_compared,
        gone=len(earlier.keys() - seen),
    )


def _kind(was: str, now: str) -> str:
    """Return the kind of a change; '' for a village that stays as it was and is not blank."""
    if BLANK in (was, now):
        if was == now:
            return PERSISTENT
        return NEWLY_BLANK if now == BLANK else SOLVED
    if was == now:
        return ""
    return WORSE if now == WEAK else BETTER
