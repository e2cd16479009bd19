# SPDX-License-Identifier: GPL-2.0-or-later
"""One of our templates laid anew for what a sheet has to say: blocks as high as their texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsPrintLayout
from qgis.PyQt.QtCore import QRectF

from . import arrangement, pages, sheet, templates, typography, villages
from .arrangement import Wish
from .labels import SMALLEST
from .legend import entries_of
from .papers import Paper
from .sheet import Sheet
from .templates import LABELS
from .wording import words

_ENTRY = 4.2  # units of an entry of a legend
_MOST_TITLE = 26.0  # units
_SMALL = 0.65  # of a title's type, where room is short
_BROKEN = 1.35  # in half a column many an entry takes two lines
_MOST_TEXT = 42.0  # units a block of running text may take


def lay_anew(layout: QgsPrintLayout, ours: Paper, made: Sheet, found: Sequence[pages.Page]) -> None:
    """Lay the items of one of our templates anew, for the texts there are."""
    said = words(made.text, made.crs)
    if found:
        longest = max((page.name for page in found), key=len)
        said["title"] = pages.page_title(said["title"], longest)
    empty = {
        block
        for block, names in arrangement.block_items().items()
        if any(name in said for name in names) and not any(said.get(name) for name in names)
    }
    rows = max((len(page.members) for page in found), default=0)
    strip = villages.strip_height(rows, ours) if rows else 0.0
    hidden = {*made.hidden, *empty}
    wishes = _wishes(ours, made, said, 0.0)
    lie = arrangement.arrange(ours, wishes, hidden, strip)
    short = arrangement.lacks(ours, wishes, hidden)
    if short > 0:
        # In an atlas every page has a scale of its own, whatever is left to the map.
        spare = short if found else sheet.spare(lie.items["map"], made.ground, ours)
        spare = spare if ours.landscape else min(short, spare)
        wishes = _wishes(ours, made, said, spare)
        lie = arrangement.arrange(ours, wishes, hidden, strip, spare)
    items = {**lie.items, **_title_and_subtitle(lie.items, said, ours)}
    for name, box in (*items.items(), *((f"rule_{k}", v) for k, v in lie.rules.items())):
        for item in (layout.itemById(name), layout.itemById(f"{name}_2")):
            if item is not None and (item.id() == name or name == "north_arrow"):
                templates.place(item, box)
    for block in set(arrangement.BLOCKS) - set(lie.rules):  # nothing stands above it
        rule = layout.itemById(f"rule_{block}")
        if rule is not None:
            rule.setVisibility(False)
    sheet.hide_blocks(layout, hidden)
    if not strip:
        sheet.hide_blocks(layout, ["table"])


def _title_and_subtitle(
    items: Mapping[str, QRectF], said: Mapping[str, str], ours: Paper
) -> dict[str, QRectF]:
    """Return their boxes shared by how long they are: a subtitle may be the longer one."""
    if "title" not in items:
        return {}
    both = items["title"].united(items["subtitle"])
    title, subtitle = QRectF(both), QRectF(both)
    wants, least = _title_heights(said, ours, both.width())
    share = both.height() * wants[1] / sum(wants)
    subtitle.setTop(both.bottom() - max(share, least[1]))
    title.setBottom(subtitle.top())
    return {"title": title, "subtitle": subtitle}


def _title_heights(
    said: Mapping[str, str], ours: Paper, width: float
) -> tuple[list[float], list[float]]:
    """Return the heights (mm) of title and subtitle in type of the design, and in the smallest."""
    heights: tuple[list[float], list[float]] = ([], [])
    for name in ("title", "subtitle"):
        bold, points = LABELS[name].bold, LABELS[name].points * ours.unit
        for found, size in zip(heights, (points, max(SMALLEST, _SMALL * points))):
            high = typography.height_of(said[name], size, width, bold)
            found.append(high + 0.2 if said[name] else 0.0)
    return heights


def _wishes(ours: Paper, made: Sheet, said: Mapping[str, str], spare: float) -> dict[str, Wish]:
    """Return what blocks want: running text what its words need, the legend by its entries."""
    wishes, unit = arrangement.usual(ours), ours.unit
    for block in ("definition", "sources", "notes", "rights"):
        width = arrangement.text_width(ours, block, spare)
        head = arrangement.HEADING * unit if f"{block}_title" in said else 0.0
        size = max(SMALLEST, LABELS[block].points * unit)
        wants, least = (
            head + typography.height_of(said[block], points, width) + 0.3
            for points in (size, SMALLEST)
        )
        most = _MOST_TEXT * unit
        wishes[block] = Wish(min(wants, most), min(least, most))
    width = arrangement.text_width(ours, "title", spare)
    full, small = map(sum, _title_heights(said, ours, width))
    most = _MOST_TITLE * unit
    wishes["title"] = Wish(min(full, most), min(small, most))
    listed = sum(1 + entries_of(layer) for layer in made.layers) * _ENTRY * unit
    wants = max(wishes["legend"].wants, listed if ours.landscape else listed / 2 * _BROKEN)
    wishes["legend"] = Wish(min(wants, 2 * wishes["legend"].wants), wishes["legend"].least)
    return wishes
