# SPDX-License-Identifier: GPL-2.0-or-later
"""The cards and tables of a result, in words."""

from __future__ import annotations

from collections.abc import Sequence

from ..bridge.results import Results
from ..cartography import palette
from ..core import headline as figures
from ..core.headline import (
    BLANK,
    COVERED,
    STATUSES,
    UNKNOWN,
    WEAK,
    Changes,
    Headline,
    Kecamatan,
    Part,
    status_of,
)
from ..i18n import number_text, tr
from .cards import CardText
from .village_table import CODE, NUMBER, SHARE, STATUS, TEXT, TONES, Column, Table


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


def villages(results: Results) -> Table:
    """Return the table of villages, without the columns nothing is known for."""
    rows = results.rows

    def cells(field: str) -> list[object]:
        return [row.get(field) for row in rows]

    def numbers(field: str) -> list[object]:
        return [figures.number(row.get(field)) for row in rows]

    blank = palette.BLANK
    people = [figures.headline([row]).people.percent for row in rows]
    kecamatan = [name or code or None for code, name in figures.kecamatan_of(rows)]
    optional = [
        Column(tr("Status by phone signal"), STATUS, _apart(results),
               tr("The status without Wi-Fi")),
        Column(tr("Settlement covered (%)"), SHARE, numbers("set_pct"),
               tr("The part of its settlement area that has a good signal"), 1),
        Column(tr("People in blank spots"), NUMBER, numbers("pop_blank"),
               tr("Who live where there is no signal")),
        Column(tr("People in blank spots (%)"), SHARE, people,
               tr("Who live where there is no signal, of all its people"), 1, blank),
        Column(tr("People"), NUMBER, numbers("pop"), tr("All people of the village")),
        Column(tr("Facilities in blank spots"), NUMBER, numbers("fac_blank"),
               tr("Schools, health posts and the like without a signal")),
        Column(tr("Nearest tower (m)"), NUMBER, numbers("near_m"),
               tr("Distance to the nearest tower in metres")),
        Column(tr("Towers"), NUMBER, numbers("sites"), tr("Base stations in the village")),
        Column(tr("Operators"), NUMBER, numbers("operators"),
               tr("Operators whose signal reaches the village")),
        Column(tr("Wi-Fi points active"), NUMBER, numbers("wifi_act"),
               tr("Public Wi-Fi points that work")),
        Column(tr("Wi-Fi points"), NUMBER, numbers("wifi"), tr("All public Wi-Fi points")),
        Column(tr("Area blank (%)"), SHARE, numbers("blank_pct"),
               tr("The part of its area without a signal"), 1, blank),
        Column(tr("Area (km²)"), NUMBER, numbers("area_km2"), tr("Area of the village"), 2),
        Column(tr("Kecamatan"), TEXT, kecamatan, tr("The kecamatan it belongs to")),
    ]  # fmt: skip
    return Table(
        (
            Column(tr("Village"), TEXT, cells("name"), tr("Name of the village")),
            Column(tr("Status"), STATUS, [status_of(row) for row in rows],
                   tr("Status under the definition above")),
            *(column for column in optional if any(cell is not None for cell in column.cells)),
            Column(tr("Code"), CODE, cells("code"), tr("Code of the village")),
        ),
        tuple((one,) for one in results.ids),
    )  # fmt: skip


def _apart(results: Results) -> list[object]:
    """Return the cellular status where Wi-Fi makes it another than the status."""
    cell = [row.get("cell_stat") for row in results.rows]
    same = all(one == row.get("status") for one, row in zip(cell, results.rows))
    return [None] * len(cell) if same else cell


def kecamatan(found: Sequence[Kecamatan], ids: Sequence[int]) -> Table:
    """Return the table of kecamatan; each row stands for all its villages."""

    def counts(status: str) -> list[object]:
        return [one.headline.villages.of(status) for one in found]

    totals = [one.headline.villages.total for one in found]
    blank_share = [100 * one.headline.villages.blank / n for one, n in zip(found, totals)]
    unknown = counts(UNKNOWN)
    optional = [
        Column(tr("Not known"), NUMBER, unknown if any(unknown) else [None] * len(found),
               tr("Villages whose status is not known")),
        Column(tr("Settlement covered (%)"), SHARE,
               [one.headline.settlement.percent for one in found],
               tr("The part of its settlement area that has a good signal"), 1),
        Column(tr("People in blank spots"), NUMBER, [one.headline.people.amount for one in found],
               tr("Who live where there is no signal")),
        Column(tr("People in blank spots (%)"), SHARE,
               [one.headline.people.percent for one in found],
               tr("Who live where there is no signal, of all its people"), 1, palette.BLANK),
        Column(tr("Area blank (%)"), SHARE, [one.headline.area.percent for one in found],
               tr("The part of its area without a signal"), 1, palette.BLANK),
        Column(tr("Code"), CODE, [one.code or None for one in found], tr("Code of the kecamatan")),
    ]  # fmt: skip
    return Table(
        (
            Column(tr("Kecamatan"), TEXT, [kecamatan_name(one) for one in found],
                   tr("Name of the kecamatan")),
            Column(tr("Blank"), NUMBER, counts(BLANK), tr("Villages blank")),
            Column(tr("Weak"), NUMBER, counts(WEAK), tr("Villages weak")),
            Column(tr("Covered"), NUMBER, counts(COVERED), tr("Villages covered")),
            Column(tr("Villages"), NUMBER, totals, tr("All its villages")),
            Column(tr("Villages blank (%)"), SHARE, blank_share, tr("Of all its villages"), 1,
                   palette.BLANK),
            *(column for column in optional if any(cell is not None for cell in column.cells)),
        ),
        tuple(tuple(ids[at] for at in one.members) for one in found),
    )  # fmt: skip


def kecamatan_name(one: Kecamatan) -> str:
    """Return what a kecamatan is called."""
    return one.name or one.code or tr("Without kecamatan")


def definitions(results: Results) -> Table:
    """Return how many villages have each status under each definition; in bold the one used."""
    words = {
        "area": tr("Area"),
        "settlement": tr("Settlement"),
        "population": tr("People"),
        "centre": tr("Village office"),
        "distance": tr("Nearest tower"),
    }
    compared = results.comparison
    names = [words.get(one.definition, one.definition) for one in compared]
    with_wifi = tr("{definition} + Wi-Fi")
    names = [
        with_wifi.format(definition=name) if one.wifi_counts else name
        for name, one in zip(names, compared)
    ]
    # A mark besides the bold type, for a table that is copied.
    used = [tr("used here") if one.used else None for one in compared]
    columns = [
        Column(tr("Definition"), TEXT, names, tr("What a village is judged by")),
        Column(tr("Blank"), NUMBER, [one.blank for one in compared], tr("Villages blank")),
        Column(tr("Weak"), NUMBER, [one.weak for one in compared], tr("Villages weak")),
        Column(tr("Covered"), NUMBER, [one.covered for one in compared], tr("Villages covered")),
    ]
    if any(one.unknown for one in compared):
        columns.append(
            Column(tr("Not known"), NUMBER, [one.unknown for one in compared],
                   tr("Villages whose status is not known"))
        )  # fmt: skip
    columns.append(
        Column(tr("Used"), TEXT, used, tr("The one the status in the other tables rests on"))
    )
    bold = frozenset(at for at, one in enumerate(compared) if one.used)
    return Table(tuple(columns), ((),) * len(compared), bold)


def changes(found: Changes, ids: Sequence[int]) -> Table:
    """Return the villages whose status is another than before, and those still blank."""
    told = found.all()
    words = change_words()
    return Table(
        (
            Column(tr("Village"), TEXT, [one.name for one in told], tr("Name of the village")),
            Column(tr("Change"), TEXT, [words[one.kind] for one in told],
                   tr("What has become of it")),
            Column(tr("Before"), STATUS, [one.before for one in told], tr("Status before")),
            Column(tr("Now"), STATUS, [one.after for one in told], tr("Status now")),
            Column(tr("Code"), CODE, [one.code for one in told], tr("Code of the village")),
        ),
        tuple((ids[one.place],) for one in told),
    )  # fmt: skip


def change_words() -> dict[str, str]:
    """Return the kinds of change in words."""
    return {
        figures.NEWLY_BLANK: tr("New blank spot"),
        figures.SOLVED: tr("Solved"),
        figures.WORSE: tr("Weaker"),
        figures.BETTER: tr("Better"),
        figures.PERSISTENT: tr("Still blank"),
    }


def changes_text(found: Changes, now: Results, before: Results) -> str:
    """Return the changes in a sentence, and what makes the comparison doubtful."""
    said = [
        tr(
            "{new} new blank spots, {solved} solved, {worse} weaker, {better} better, "
            "{same} still blank."
        ).format(
            new=number_text(len(found.newly_blank)),
            solved=number_text(len(found.solved)),
            worse=number_text(len(found.worse)),
            better=number_text(len(found.better)),
            same=number_text(len(found.persistent)),
        )
    ]
    if (now.definition, now.wifi_counts) != (before.definition, before.wifi_counts):
        said.append(
            tr("Note: the definition was another one before: {definition}").format(
                definition=before.definition or tr("not known")
            )
        )
    if found.not_compared or found.gone:
        said.append(
            tr("{n} villages could not be compared, {gone} are no longer there.").format(
                n=number_text(found.not_compared), gone=number_text(found.gone)
            )
        )
    return " ".join(said)
