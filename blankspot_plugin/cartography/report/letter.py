# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as an OpenDocument text, to be pasted into letters: headings, tables, charts.

Qt's writer of this format knows no headings, no repeated heads of tables, no widths and no
colours of cells, so the document is filled into templates of ``resources/report``.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from string import Template

from ... import paths
from ...core.xml_text import xml_text
from ...i18n import locale, tr
from .. import charts, lettering, palette
from ..tables import TONES, Table, date_text
from .content import Bars, Report, Section
from .grid import Fit, Printed, fit, printed

_MIME = "application/vnd.oasis.opendocument.text"
_WIDTH = 165.0  # of the text on a page, mm
_PADDING = 1.0
_PIXELS = 1500


def write(report: Report, path: Path) -> None:
    """Write the document.

    Raises
    ------
    OSError
        If it can't be written.
    """
    letter = _Letter()
    letter.head(report)
    for section in report.sections:
        letter.section(section)
    letter.method(report)
    for section in report.back:
        letter.section(section)
    letter.sign(report)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        # The first, and not packed: programs tell the format by it.
        parts.writestr("mimetype", _MIME, zipfile.ZIP_STORED)
        parts.writestr("META-INF/manifest.xml", letter.manifest())
        parts.writestr("styles.xml", _styles())
        parts.writestr("content.xml", letter.content())
        for name, picture in letter.pictures.items():
            parts.writestr(name, picture)


def _styles() -> str:
    language, _, country = locale().name().partition("_")
    return _template("styles").substitute(
        family=xml_text(lettering.face(10).family()),
        language=language,
        country=country,
        ink=palette.INK,
        soft=palette.INK_SOFT,
        accent=palette.ACCENT,
    )


def _template(name: str) -> Template:
    return Template(paths.report_template(f"{name}.xml").read_text(encoding="utf-8"))


class _Letter:
    """A document as it grows."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}
        self._body: list[str] = []
        self._looks = [_look("Plain", ""), _look("Head cell", palette.NEIGHBOUR)]
        self._looks += [_look(fill, fill) for fill, _ in TONES.values()]
        self._tables = 0

    def content(self) -> str:
        return _template("content").substitute(
            styles="\n".join(self._looks), body="\n".join(self._body)
        )

    def manifest(self) -> str:
        entry = '<manifest:file-entry manifest:full-path="{name}" manifest:media-type="image/png"/>'
        pictures = "\n".join(entry.format(name=name) for name in self.pictures)
        return _template("manifest").substitute(pictures=pictures)

    def head(self, report: Report) -> None:
        office = report.office
        for style, words in (
            ("Head", office.regency),
            ("Head", office.office),
            ("Address", office.address),
        ):
            self._line(words, style)
        self._heading(report.title, 1)
        self._line(report.region)
        self._line(date_text(report.today))
        self._line(report.definition, "Definition")
        for card in report.cards:
            more = f" ({card.more})" if card.more else ""
            self._line(f"{card.caption}: {card.figure}{more}")
        for note in report.notes:
            self._line(note, "Note")

    def section(self, section: Section) -> None:
        self._heading(section.title, 2)
        for words in section.said:
            self._line(words)
        if not section.rows or section.table is None:
            self._line(section.empty)
            return
        if section.bars:
            self._chart(section.bars)
        self._table(section.table)

    def method(self, report: Report) -> None:
        self._heading(tr("Method and sources"), 2)
        for name, words in report.method:
            self._body.append(_paragraph(_bold(f"{name}: ") + xml_text(words), "Standard"))

    def sign(self, report: Report) -> None:
        self._line(date_text(report.today), "Sign")
        for place, each in enumerate(report.office.signatories):
            self._line(tr("Acknowledged by") if place else "", "Sign")
            self._line(each.position, "Sign")
            self._body += [_paragraph("", "Sign")] * 3
            self._body.append(_paragraph(_bold(each.name), "Sign"))
            self._line(each.rank, "Sign")
            self._line(tr("NIP {number}").format(number=each.nip) if each.nip else "", "Sign")

    def _heading(self, words: str, level: int) -> None:
        style = f'text:style-name="Heading_20_{level}" text:outline-level="{level}"'
        self._body.append(f"<text:h {style}>{xml_text(words)}</text:h>")

    def _line(self, words: str, style: str = "Standard") -> None:
        for line in words.strip().splitlines():
            self._body.append(_paragraph(xml_text(line), style))

    def _chart(self, bars: Bars) -> None:
        chart = charts.status_bars(bars, _WIDTH)
        name = f"Pictures/chart-{len(self.pictures) + 1}.png"
        self.pictures[name] = charts.png(chart.image(_PIXELS))
        size = f'svg:width="{chart.width:.1f}mm" svg:height="{chart.height:.1f}mm"'
        link = f'xlink:href="{name}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
        frame = f'<draw:frame {size} text:anchor-type="as-char"><draw:image {link}/></draw:frame>'
        self._body.append(_paragraph(frame, "Standard"))

    def _table(self, shown: Table) -> None:
        columns = printed(shown)
        fitting = fit(columns, _WIDTH, _PADDING)
        self._tables += 1
        name = f"Table{self._tables}"
        self._looks += _table_looks(name, fitting)
        self._body.append(f'<table:table table:name="{name}" table:style-name="{name}">')
        self._body += [
            f'<table:table-column table:style-name="{name}.{at}"/>'
            for at in range(len(fitting.widths))
        ]
        head = "".join(_cell(_bold(one.title), one, name, "Head cell") for one in columns)
        rows = f"<table:table-row>{head}</table:table-row>"
        self._body.append(f"<table:table-header-rows>{rows}</table:table-header-rows>")
        for row in range(len(shown.ids)):
            cells = "".join(_row_cell(one, row, name, row in shown.bold) for one in columns)
            self._body.append(f"<table:table-row>{cells}</table:table-row>")
        self._body.append("</table:table>")


def _table_looks(name: str, fitting: Fit) -> list[str]:
    """Return the styles of a table, its columns, and the letters in it."""
    looks = [
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{sum(fitting.widths):.1f}mm" table:align="left" '
        f'fo:margin-bottom="3mm"/></style:style>'
    ]
    looks += [
        f'<style:style style:name="{name}.{at}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.1f}mm"/></style:style>'
        for at, width in enumerate(fitting.widths)
    ]
    looks += [
        f'<style:style style:name="{name}.{parent}" style:family="paragraph" '
        f'style:parent-style-name="{parent}">'
        f'<style:text-properties fo:font-size="{fitting.points}pt"/></style:style>'
        for parent in ("Cell", "Figure")
    ]
    return looks


def _row_cell(column: Printed, row: int, table: str, bold: bool) -> str:
    words = _bold(column.texts[row]) if bold else xml_text(column.texts[row])
    return _cell(words, column, table, column.fills[row] or "Plain")


def _cell(inner: str, column: Printed, table: str, look: str) -> str:
    style = f"{table}.{'Figure' if column.right else 'Cell'}"
    return (
        f'<table:table-cell table:style-name="{_name(look)}" office:value-type="string">'
        f"{_paragraph(inner, style)}</table:table-cell>"
    )


def _look(name: str, fill: str) -> str:
    """Return the style of a cell, called after its colour."""
    background = f' fo:background-color="{fill}"' if fill else ""
    return (
        f'<style:style style:name="{_name(name)}" style:family="table-cell">'
        f'<style:table-cell-properties fo:padding="{_PADDING}mm" '
        f'fo:border="0.2mm solid {palette.HAIRLINE}"{background}/></style:style>'
    )


def _name(look: str) -> str:
    return "Cell" + look.replace("#", "").replace(" ", "")


def _paragraph(inner: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def _bold(words: str) -> str:
    return f'<text:span text:style-name="Bold">{xml_text(words)}</text:span>'
