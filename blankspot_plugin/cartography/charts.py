# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts as SVG, filled into the templates of ``resources/charts``, in the map's colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import Template

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from .. import paths
from ..core.headline import STATUSES, Counts
from ..core.xml_text import xml_text
from ..i18n import number_text, tr
from . import lettering, palette, typography
from .tables import TONES, status_text

# Millimetres.
_SIZE = 2.9  # of the letters
_STEP = 6.6
_THICK = 4.6
_SIDE = 3.0
_GAP = 2.0
_DROP = 1.0  # from the middle of a line down to where its letters stand


@dataclass(frozen=True)
class Chart:
    """A chart as SVG, its size in millimetres."""

    svg: str
    width: float
    height: float

    def image(self, pixels: int) -> QImage:
        """Return it as a picture of some width, on white."""
        height = round(pixels * self.height / self.width)
        made = QImage(QSize(pixels, height), QImage.Format.Format_RGB32)
        made.fill(QColor(palette.PAPER))
        painter = QPainter(made)
        QSvgRenderer(QByteArray(self.svg.encode())).render(painter)
        painter.end()
        return made


def status_bars(bars: Sequence[tuple[str, Counts]], width: float) -> Chart:
    """Return a stacked bar for each name: how many villages are blank, weak, covered.

    Parameters
    ----------
    bars
        From the top; their lengths are on one scale.
    width
        Of the chart, mm; its height follows.
    """
    widest = max((_length(name) for name, _ in bars), default=0.0)
    left = min(widest, width * 0.4) + _GAP
    most = max((counts.total for _, counts in bars), default=0) or 1
    scale = (width - left - _GAP) / most
    top = _STEP
    rows = [
        _row(name, counts, left, top + at * _STEP, scale) for at, (name, counts) in enumerate(bars)
    ]
    height = top + _STEP * len(bars)
    svg = _filled(
        "bars",
        width=_mm(width),
        height=_mm(height),
        family=xml_text(typography.font(10).family()),
        size=_mm(_SIZE),
        ink=palette.INK,
        keys=_keys([counts for _, counts in bars], left),
        left=_mm(left),
        top=_mm(top - 0.4),
        rows="\n".join(rows),
    )
    return Chart(svg, width, height)


def north_arrow(height: float) -> Chart:
    """Return an arrow to the north, as high as this (mm)."""
    svg = _filled(
        "north",
        family=xml_text(typography.font(10).family()),
        ink=palette.INK,
        paper=palette.PAPER,
        letter=xml_text(tr("N")),
    )
    return Chart(svg, height * 10 / 16, height)


def _row(name: str, counts: Counts, left: float, top: float, scale: float) -> str:
    middle, start, pieces = top + _STEP / 2, left, []
    for status in STATUSES:
        length = counts.of(status) * scale
        if not length:
            continue
        number = number_text(counts.of(status))
        fill, strong = TONES[status]
        pieces.append(
            _filled(
                "bars-piece",
                x=_mm(start),
                y=_mm(middle - _THICK / 2),
                width=_mm(length),
                height=_mm(_THICK),
                fill=fill,
                stroke=strong,
                text_x=_mm(start + length / 2),
                text_y=_mm(middle + _DROP),
                text=number if _length(number) < length else "",
            )
        )
        start += length
    return _filled(
        "bars-row",
        x=_mm(left - _GAP),
        y=_mm(middle + _DROP),
        text=xml_text(_elided(name, left - _GAP)),
        pieces="\n".join(pieces),
    )


def _keys(every: Sequence[Counts], left: float) -> str:
    made, x, y = [], left, (_STEP - _SIDE) / 2 - 0.8
    for status in STATUSES:
        if not any(counts.of(status) for counts in every):
            continue
        fill, strong = TONES[status]
        text = status_text(status)
        text_x = x + _SIDE + 1.2
        made.append(
            _filled(
                "bars-key",
                x=_mm(x),
                y=_mm(y),
                side=_mm(_SIDE),
                fill=fill,
                stroke=strong,
                text_x=_mm(text_x),
                text_y=_mm(y + _SIDE / 2 + _DROP),
                text=xml_text(text),
            )
        )
        x = text_x + _length(text) + 5.0
    return "\n".join(made)


def _filled(name: str, **values: str) -> str:
    return _template(name).substitute(values).strip()


@cache
def _template(name: str) -> Template:
    return Template(paths.chart(name).read_text(encoding="utf-8"))


def _mm(length: float) -> str:
    return f"{length:.2f}"


def _length(text: str) -> float:
    return lettering.length(text, _SIZE * 72 / 25.4)


def _elided(text: str, room: float) -> str:
    if _length(text) <= room:
        return text
    while text and _length(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def png(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)
