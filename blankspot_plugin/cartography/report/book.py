# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as the pages of a layout: cover, map, tables, charts, method, signatures."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsPrintLayout, QgsProject
from qgis.PyQt.QtCore import QRectF, Qt

from ...i18n import number_text, tr
from .. import charts, lettering, palette, typography
from ..tables import CardText, date_text
from .content import Report, Section
from .map_page import MapOfReport, draw_map
from .pages import HEIGHT, LEFT, ROOM, TOP, WIDTH, Pages

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight
_CARD, _GAP = 24.0, 4.0


def build(project: QgsProject, report: Report, shown: MapOfReport | None) -> QgsPrintLayout:
    """Return the report as a layout of a project (not in its manager).

    Parameters
    ----------
    project
        Any; it is not changed but for a layout of it.
    report
        What it says.
    shown
        What the map shows; None leaves the map out.
    """
    layout = QgsPrintLayout(project)
    head = " · ".join(filter(None, (report.title, report.region)))
    pages = Pages(layout, head, " ".join(report.notes))
    layout.setName(report.title)
    contents: list[tuple[str, int]] = []
    contents_top = _cover(pages, report)
    if shown is not None:
        pages.new_page()
        contents.append((tr("Map"), draw_map(pages, shown, report)))
    pages.new_page()
    for section in report.sections:
        contents.append((section.title, _section(pages, section)))
    contents.append((tr("Method and sources"), _method(pages, report)))
    for section in report.back:
        _section(pages, section)
    _signatures(pages, report)
    _contents(pages, contents, contents_top)
    pages.finish()
    return layout


def _cover(pages: Pages, report: Report) -> float:
    """Lay the cover; return where its list of contents begins."""
    _letterhead(pages, report)
    pages.y = max(pages.y + 8, 52.0)
    pages.text(_balanced(report.title, 24), 24, bold=True, after=2.5)
    if report.region:
        pages.text(report.region, 14, colour=palette.ACCENT, after=2.5)
    pages.text(date_text(report.today), 10, colour=palette.INK_SOFT, after=5)
    pages.rule(pages.y, 0.9, palette.ACCENT)
    pages.y += 7
    _cards(pages, report.cards)
    pages.text(tr("Definition"), 9, bold=True, colour=palette.ACCENT, after=1)
    pages.text(report.definition, 10.5, bold=True, after=7)
    return pages.y


def _balanced(words: str, points: float) -> str:
    """Return a title broken into lines of about one length."""
    face, width = lettering.face(points, bold=True), ROOM
    broken = typography.wrapped(words, face, width)
    while width > ROOM / 2:
        width -= 4
        narrower = typography.wrapped(words, face, width)
        if narrower.count("\n") > broken.count("\n"):
            break
        broken = narrower
    return broken


def _letterhead(pages: Pages, report: Report) -> None:
    office = report.office
    lines = [(office.regency, 12.0), (office.office, 13.0), (office.address, 8.5)]
    lines = [(words.strip(), points) for words, points in lines if words.strip()]
    logo = Path(office.logo) if office.logo else None
    if not lines and logo is None:
        return
    top = pages.y - 6
    pages.y = top
    for words, points in lines:
        pages.text(words, points, bold=points > 10, after=0.6, align=_CENTRE,
                   left=LEFT + 24, width=ROOM - 48)  # fmt: skip
    if logo is not None and logo.is_file():
        pages.image(str(logo), QRectF(LEFT, top, 22, 22))
        pages.y = max(pages.y, top + 22)
    pages.y += 2
    pages.rule(pages.y, 0.7, palette.INK)


def _cards(pages: Pages, cards: tuple[CardText, ...]) -> None:
    columns = 3
    width = (ROOM - (columns - 1) * _GAP) / columns
    for at, card in enumerate(cards):
        left = LEFT + at % columns * (width + _GAP)
        top = pages.y + at // columns * (_CARD + _GAP)
        _card(pages, card, QRectF(left, top, width, _CARD))
    pages.y += -(-len(cards) // columns) * (_CARD + _GAP) + 4


def _card(pages: Pages, card: CardText, rect: QRectF) -> None:
    fill, strong = card.tones or (palette.UNKNOWN, palette.INK_SOFT)
    pages.box(rect, fill, strong)
    pages.box(QRectF(rect.left(), rect.top(), 2, rect.height()), strong)
    left, room = rect.left() + 5, rect.width() - 8
    top = rect.top() + 2
    for words, points, bold in (
        (card.figure, 18.0, True),
        (card.caption, 9.0, False),
        (card.more, 8.0, False),
    ):
        face = lettering.face(points, bold)
        broken = typography.wrapped(words, face, room)
        high = typography.height(broken, face)
        pages.label(broken, face, palette.INK, QRectF(left, top, room, high))
        top += high


def _contents(pages: Pages, contents: list[tuple[str, int]], top: float) -> None:
    face, strong = lettering.face(9.5), lettering.face(9, bold=True)
    pages.label(tr("Contents"), strong, palette.ACCENT, QRectF(LEFT, top, ROOM, 5), page=1)
    top += 5.5
    step = min(6.0, (HEIGHT - 24 - top) / max(1, len(contents)))
    for title, page in contents:
        pages.label(title, face, palette.INK, QRectF(LEFT, top, ROOM - 20, 5), page=1)
        number = QRectF(LEFT, top, ROOM, 5)
        pages.label(number_text(page), face, palette.INK, number, _RIGHT, page=1)
        top += step


def _section(pages: Pages, section: Section) -> int:
    chart = charts.status_bars(section.bars, ROOM) if section.bars else None
    keep = 60 if section.rows else 30
    page = pages.heading(section.title, keep + (chart.height if chart else 0))
    for words in section.said:
        pages.text(words, after=3)
    if not section.rows or section.table is None:
        pages.text(section.empty, italic=True, colour=palette.INK_SOFT, after=6)
        return page
    if chart is not None:
        pages.chart(chart)
    pages.table(section.table)
    return page


def _method(pages: Pages, report: Report) -> int:
    page = pages.heading(tr("Method and sources"))
    side = 38.0
    face, strong = lettering.face(9), lettering.face(9, bold=True)
    for name, words in report.method:
        label = typography.wrapped(name, strong, side - 3)
        low = typography.height(label, strong)
        high = typography.height(typography.wrapped(words, face, ROOM - side), face)
        pages.need(min(max(high, low), HEIGHT - TOP - 40))
        top, number = pages.y, pages.number
        pages.label(label, strong, palette.INK, QRectF(LEFT, top, side - 3, low))
        pages.text(words, left=LEFT + side, width=ROOM - side, after=2.2)
        if pages.number == number:
            pages.y = max(pages.y, top + low + 2.2)
    pages.y += 4
    return page


def _signatures(pages: Pages, report: Report) -> None:
    """Lay the signatories from the right, the first beneath the date."""
    signing = report.office.signatories
    if not signing:
        return
    pages.need(58)
    pages.y += 6
    width = (ROOM - 14) / 2
    for row in range(0, len(signing), 2):
        pages.need(54)
        top = pages.y
        for side, each in enumerate(signing[row : row + 2]):
            left = WIDTH - LEFT - width if side == 0 else LEFT
            pages.y = top
            first = tr("Acknowledged by") if row or side else date_text(report.today)
            for words in (first, each.position):
                pages.text(words, 9.5, after=0.4, left=left, width=width)
            pages.y += 20
            pages.text(each.name, 9.5, bold=True, after=0.4, left=left, width=width)
            nip = tr("NIP {number}").format(number=each.nip) if each.nip else ""
            for words in filter(None, (each.rank, nip)):
                pages.text(words, 9.5, after=0.4, left=left, width=width)
        pages.y = top + 54
