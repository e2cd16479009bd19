# SPDX-License-Identifier: GPL-2.0-or-later
"""Which schools and health posts have no signal: by kind, and one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...bridge.results import Results
from ...core import headline as figures
from ...core.headline import BLANK, COVERED, WEAK, Row
from ...i18n import number_text, tr
from ..tables import CODE, NUMBER, TEXT, Column, Table

_CLASSES = (BLANK, WEAK, COVERED)


@dataclass(frozen=True)
class Facility:
    """A facility in a village: what it is called, its kind, its village's place, its class."""

    name: str
    kind: str
    village: int
    signal: str


@dataclass(frozen=True)
class Facilities:
    """The facilities that lie in villages.

    Attributes
    ----------
    every
        One by one.
    rows
        Of the villages.
    has_kinds
        Whether there is a field for their kind.
    """

    every: tuple[Facility, ...]
    rows: tuple[Row, ...]
    has_kinds: bool

    @property
    def blank(self) -> Table:
        """Those without a signal, by village."""
        above = figures.kecamatan_of(self.rows)
        told = [one for one in self.every if one.signal == BLANK]
        told.sort(key=lambda one: (str(self.rows[one.village].get("code") or ""), one.name))
        villages = [self.rows[one.village] for one in told]
        kecamatan = [above[one.village][1] or above[one.village][0] or None for one in told]
        return Table(
            (
                Column(tr("Facility"), TEXT, [one.name or None for one in told]),
                Column(tr("Kind"), TEXT, [one.kind or None for one in told]),
                Column(tr("Village"), TEXT, [row.get("name") for row in villages]),
                Column(tr("Kecamatan"), TEXT, kecamatan),
                Column(tr("Code"), CODE, [row.get("code") for row in villages]),
            ),
            ((),) * len(told),
        )

    def doubt(self, rows: Sequence[Row]) -> tuple[str, ...]:
        """Say where the count here differs from that of the table of villages."""
        here = sum(one.signal == BLANK for one in self.every)
        there = _sum(rows, "fac_blank")
        if there is None or here == there:
            return ()
        return (
            tr(
                "Counted on the layers as drawn, {here} facilities lie in blank spots; the table "
                "of villages was computed from exact circles."
            ).format(here=number_text(here)),
        )


def kinds_table(found: Facilities) -> Table:
    """Return how many facilities of each kind have a signal, and the total."""
    kinds = sorted({one.kind for one in found.every}, key=str.casefold)
    counted = [
        [sum(one.kind == kind and one.signal == each for one in found.every) for each in _CLASSES]
        for kind in kinds
    ]
    order = sorted(range(len(kinds)), key=lambda at: (-counted[at][0], kinds[at].casefold()))
    named = [kinds[at] or tr("No kind given") for at in order] if found.has_kinds else []
    lines = [counted[at] for at in order] if found.has_kinds else []
    if found.every:
        named.append(tr("Total"))
        lines.append([sum(column) for column in zip(*counted)])
    titles = (tr("In blank spots"), tr("Weak signal"), tr("Covered"))
    total = [sum(line) for line in lines]
    return Table(
        (
            Column(tr("Kind"), TEXT, named),
            *(
                Column(title, NUMBER, [line[at] for line in lines])
                for at, title in enumerate(titles)
            ),
            Column(tr("Facilities"), NUMBER, total),
        ),
        ((),) * len(lines),
        frozenset({len(lines) - 1}) if lines else frozenset(),
        total=bool(lines),
    )


def places_table(results: Results) -> Table:
    """Return the villages with facilities in blank spots, those with most first."""
    rows = results.rows
    above = figures.kecamatan_of(rows)
    told = [at for at, row in enumerate(rows) if figures.number(row.get("fac_blank"))]
    told.sort(key=lambda at: -(figures.number(rows[at].get("fac_blank")) or 0))

    def cells(name: str) -> list[object]:
        return [rows[at].get(name) for at in told]

    return Table(
        (
            Column(tr("Village"), TEXT, cells("name")),
            Column(tr("Kecamatan"), TEXT, [above[at][1] or above[at][0] or None for at in told]),
            Column(tr("In blank spots"), NUMBER, cells("fac_blank")),
            Column(tr("Weak signal"), NUMBER, cells("fac_weak")),
            Column(tr("Facilities"), NUMBER, cells("fac")),
            Column(tr("Code"), CODE, cells("code")),
        ),
        ((),) * len(told),
    )


def said_of(rows: Sequence[Row]) -> str:
    """Return how many facilities have no signal, in a sentence."""
    blank, every = _sum(rows, "fac_blank"), _sum(rows, "fac")
    if every is None or blank is None:
        return tr("The table of villages does not count facilities.")
    return tr("{blank} of {all} facilities lie in blank spots.").format(
        blank=number_text(blank), all=number_text(every)
    )


def _sum(rows: Sequence[Row], name: str) -> int | None:
    known = [one for one in (figures.number(row.get(name)) for row in rows) if one is not None]
    return round(sum(known)) if known else None
