# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as a workbook: definition and sources first, then a sheet for each table."""

from __future__ import annotations

from pathlib import Path

from ...bridge import workbook
from ...bridge.fields import TEXT
from ...bridge.workbook import Sheet
from ...i18n import tr
from ..tables import date_text
from .content import Report, Section


def write(report: Report, path: Path) -> None:
    """Write the workbook.

    Raises
    ------
    OSError
        If it can't be written.
    """
    workbook.write(path, [_first(report), *(_sheet(one) for one in report.all)])


def _first(report: Report) -> Sheet:
    rows: list[tuple[str, str]] = [
        (tr("Report"), report.title),
        (tr("Region"), report.region),
        (tr("Office"), report.office.office),
        (tr("Made on"), date_text(report.today)),
    ]
    rows += [(card.caption, f"{card.figure} {card.more}".strip()) for card in report.cards]
    rows += report.method
    rows += [(section.title, said) for section in report.all for said in section.said]
    columns = [(tr("Item"), TEXT), (tr("Words"), TEXT)]
    return Sheet(tr("Definition and sources"), columns, [row for row in rows if row[1]])


def _sheet(section: Section) -> Sheet:
    name = section.sheet or section.title
    if not section.rows or section.table is None:
        # A sentence says more than a heading over nothing.
        return Sheet(name, [(section.title, TEXT)], [(section.empty,)])
    columns = section.table.columns
    return Sheet(
        name,
        [(column.title, column.type) for column in columns],
        ([column.value(row) for column in columns] for row in range(section.rows)),
    )
