# SPDX-License-Identifier: GPL-2.0-or-later
"""What does the report say? One description, from which every file of it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ...bridge.provenance import Provenance
from ...bridge.results import Results
from ...bridge.settings import Settings
from ...core import change as news
from ...core import headline as figures
from ...core.headline import STATUSES, Counts, Kecamatan, Part
from ...i18n import tr
from .. import result_tables as tables
from ..sources import sentence
from ..tables import CardText, Column, Table
from ..wording import area_note, boundary_note
from .facilities import Facilities, kinds_table, places_table, said_of
from .method import (
    Inputs,
    inputs_table,
    method,
    own_radii,
    radii_table,
    sources_table,
)

# A chart: what each bar is called, and how many villages of each status it stands for.
Bars = tuple[tuple[str, Counts], ...]


@dataclass(frozen=True)
class Section:
    """A table with its title and what is to be said of it.

    Attributes
    ----------
    title
        Of the section.
    table
        None, or one without rows, where there is nothing to tell.
    empty
        The sentence that stands in for such a table.
    said
        Sentences above the table.
    bars
        A chart above the table; () for none.
    sheet
        What its sheet in a spreadsheet is called, where the title is too long for it.
    """

    title: str
    table: Table | None
    empty: str
    said: tuple[str, ...] = ()
    bars: Bars = ()
    sheet: str = ""

    @property
    def rows(self) -> int:
        """How many rows its table has."""
        return len(self.table.ids) if self.table is not None else 0


@dataclass(frozen=True)
class Findings:
    """All the report is made from.

    Attributes
    ----------
    title, region
        As printed.
    results
        Of the run, with the comparison of definitions where there is one, and the definition in
        the language of QGIS; '' where the table doesn't tell.
    before
        An earlier result to compare with, its definition likewise.
    facilities
        By kind and one by one; None where no layer of them was given.
    sources
        What the data were pulled from.
    inputs
        What the run read, by its names, and what it was told.
    source
        Further words on the sources, as the officer gives them.
    office
        Letterhead and signatories.
    today
        The day printed.
    more
        Sections of others: proposals, the programme.
    """

    title: str
    region: str
    results: Results
    before: Results | None = None
    facilities: Facilities | None = None
    sources: tuple[Provenance, ...] = ()
    inputs: Inputs = field(default_factory=Inputs)
    source: str = ""
    office: Settings = field(default_factory=Settings)
    today: date = field(default_factory=date.today)
    more: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Report:
    """The report.

    Attributes
    ----------
    title, region
        As printed.
    definition
        In words, with whether Wi-Fi counts.
    cards
        The headline: villages by status, people, settlement; never the area.
    sections
        The tables, in their order.
    method
        Name and words of everything the figures rest on.
    back
        The tables that belong to the method.
    notes
        What is printed at the foot of maps and tables.
    office
        Letterhead and signatories.
    today
        The day printed.
    """

    title: str
    region: str
    definition: str
    cards: tuple[CardText, ...]
    sections: tuple[Section, ...]
    method: tuple[tuple[str, str], ...]
    back: tuple[Section, ...]
    notes: tuple[str, ...]
    office: Settings
    today: date

    @property
    def all(self) -> tuple[Section, ...]:
        """Every section."""
        return self.sections + self.back


def compose(found: Findings) -> Report:
    """Return the report of what was found."""
    definition = found.results.definition or tr(
        "The table of villages does not tell its definition."
    )
    total = figures.headline(found.results.rows)
    return Report(
        title=found.title,
        region=found.region,
        definition=definition,
        cards=tuple(tables.cards(replace(total, area=Part()))),
        sections=(
            _kecamatan(found.results),
            _definitions(found.results),
            _villages(found.results),
            *_facilities(found),
            _changes(found),
            *found.more,
        ),
        method=method(found.results, definition, found.inputs, found.source),
        back=(
            Section(
                tr("Data sources"),
                sources_table(found.sources),
                _no_sources(found),
                said=tuple(sentence(one) for one in found.sources if one.assumed),
            ),
            Section(
                tr("What was read"),
                inputs_table(found.inputs),
                tr("The table of villages does not tell what it was made from."),
            ),
            Section(
                tr("Service radii"),
                radii_table(found.inputs),
                tr("No radius was used: coverage was given as polygons."),
                said=own_radii(found.inputs),
            ),
        ),
        notes=(boundary_note(), area_note()),
        office=found.office,
        today=found.today,
    )


def _no_sources(found: Findings) -> str:
    if found.source:
        return tr("No layer tells where it was pulled from; see the words on the sources above.")
    return tr("No layer tells where it was pulled from: they were files or open layers.")


def _kecamatan(results: Results) -> Section:
    parts = figures.by_kecamatan(results.rows)
    title = tr("Villages by kecamatan")
    if not parts:
        return Section(
            title,
            None,
            tr("Neither the codes nor a field of the areas tell the kecamatan."),
        )
    every = tuple(range(len(results.rows)))
    total = Kecamatan("", tr("Total"), figures.headline(results.rows), every)
    table = tables.kecamatan([*parts, total], results.ids)
    bars = tuple((tables.kecamatan_name(one), one.headline.villages) for one in parts)
    return Section(title, replace(table, bold=frozenset({len(parts)}), total=True), "", bars=bars)


def _definitions(results: Results) -> Section:
    table = tables.definitions(results)
    names = table.columns[0]
    bars = tuple(
        (names.text(at), Counts(one.blank, one.weak, one.covered, one.unknown))
        for at, one in enumerate(results.comparison)
    )
    return Section(
        tr("Villages by definition"),
        table,
        tr("No summary of the definitions was given."),
        said=(tr("How many villages are blank depends on what a village is judged by."),),
        bars=bars,
    )


def _villages(results: Results) -> Section:
    ordered = by_status(results)
    table = tables.villages(ordered)
    columns = list(table.columns)
    beside = next((at for at, one in enumerate(columns) if one.title == tr("Kecamatan")), None)
    if beside is not None:
        columns.insert(1, columns.pop(beside))
    return Section(
        tr("Villages by status"),
        replace(table, columns=tuple(columns)),
        tr("The table of villages is empty."),
        said=() if all(one.paper for one in columns) else (_further(columns),),
        sheet=tr("Villages"),
    )


def _further(columns: Sequence[Column]) -> str:
    left = [one.title for one in columns if not one.paper]
    return tr("The spreadsheet has further columns: {columns}.").format(columns=", ".join(left))


def by_status(results: Results) -> Results:
    """Return results with the worst villages first, then by kecamatan and code."""
    rows = results.rows
    above = figures.kecamatan_of(rows)

    def key(at: int) -> tuple[int, str, str, str]:
        status = STATUSES.index(figures.status_of(rows[at]))
        return status, above[at][0], above[at][1], str(rows[at].get("code") or "")

    order = sorted(range(len(rows)), key=key)
    return replace(
        results,
        rows=tuple(rows[at] for at in order),
        ids=tuple(results.ids[at] for at in order),
    )


def _facilities(found: Findings) -> tuple[Section, ...]:
    rows = found.results.rows
    title = tr("Facilities in blank spots")
    if found.facilities is None:
        known = [row for row in rows if figures.number(row.get("fac")) is not None]
        empty = tr("No facilities were given.")
        if not known:
            return (Section(title, None, empty, sheet=tr("Facilities")),)
        return (
            Section(
                title,
                places_table(found.results),
                tr("No facility lies in a blank spot."),
                said=(said_of(rows),),
                sheet=tr("Facilities"),
            ),
        )
    return (
        Section(
            title,
            kinds_table(found.facilities),
            tr("There is no facility in the villages."),
            said=(said_of(rows), *found.facilities.doubt(rows)),
            sheet=tr("Facilities"),
        ),
        Section(
            tr("Facilities without a signal, one by one"),
            found.facilities.blank,
            tr("No facility lies in a blank spot."),
            sheet=tr("Without a signal"),
        ),
    )


def _changes(found: Findings) -> Section:
    title = tr("What has changed")
    if found.before is None:
        return Section(title, None, tr("There is no earlier result to compare with."))
    changes = news.compare(found.before.rows, found.results.rows, news.Tolerance())
    return Section(
        title,
        tables.changes(changes, found.results.ids),
        tr("No village has changed its status, and none is blank."),
        said=(tables.changes_text(changes, found.results, found.before),),
    )
