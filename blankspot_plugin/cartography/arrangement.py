# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the blocks of a sheet lie: one rule for every paper (millimetres).

The map takes the page; what explains it stands in a panel, at the right of a landscape page
in one column and at the foot of a portrait one in four. A column is a stack of blocks: each
gets the height it wants, the legend what is left, and where the column is too short all
give way in proportion to what they can spare. A block holds a few items, whose ids are
those of the layout.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF

from .papers import Paper

# The panel's blocks from its top, by group: a group is a column of a portrait page.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("letterhead", "title", "number", "scale", "projection"),
    ("legend",),
    ("definition", "sources", "notes", "rights"),
    ("places", "signature"),
)
_SHARES = (1.24, 0.94, 0.96, 0.94)  # of the groups in the width of a portrait page
BLOCKS = tuple(block for group in GROUPS for block in group)
TABLE_FRAMES = ("table", "table_2", "table_3")

# In units of the paper; see Paper.unit.
MARGIN = 7.0
PADDING = 5.0  # between a panel's edge and its blocks
GRATICULE = 4.6  # room for the degrees outside the map's frame
GAP = 3.6  # between blocks, with a hairline in it
HEADING = 4.6  # height of a block's heading
_COLUMN = 96.0  # a landscape panel's width
_FOOT = 74.0  # a portrait panel's height
_LINE = 0.35
PANEL_GROWS = 0.3  # of the panel's usual size


@dataclass(frozen=True)
class Wish:
    """The height a block wants and the least it can do with, in millimetres."""

    wants: float
    least: float


@dataclass(frozen=True)
class Arrangement:
    """Where everything lies: boxes of items by id, and hairlines by the block below them."""

    items: Mapping[str, QRectF]
    rules: Mapping[str, QRectF]


# What blocks want where no text has been measured, in units.
_USUAL = {
    "letterhead": (16.4, 15.6),
    "title": (16.0, 11.0),
    "number": (4.0, 3.4),
    "scale": (14.4, 13.8),
    "projection": (10.8, 10.6),
    "legend": (60.0, 40.0),
    "definition": (17.0, 11.0),
    "sources": (17.0, 11.0),
    "notes": (10.5, 7.5),
    "rights": (3.6, 3.0),
    "places": (29.0, 22.0),
    "signature": (37.0, 30.5),
}


def usual(paper: Paper) -> dict[str, Wish]:
    """Return what each block wants on a paper as long as no text is known."""
    unit = paper.unit
    return {block: Wish(wants * unit, least * unit) for block, (wants, least) in _USUAL.items()}


def text_width(paper: Paper, block: str, spare: float = 0.0) -> float:
    """Return how wide (mm) a text in a block may be; ``spare`` as of :func:`arrange`."""
    return _columns(paper, _panel(paper, spare))[block].width()


def arrange(
    paper: Paper,
    wishes: Mapping[str, Wish],
    hidden: Collection[str] = (),
    table: float = 0.0,
    spare: float = 0.0,
) -> Arrangement:
    """Lay out a page.

    Parameters
    ----------
    wishes
        For each block; see :func:`usual`.
    hidden
        Blocks that are left out; the others close the ranks.
    table
        Height (mm) of the strip below the map for a table of villages; 0 for none.
    spare
        What the map can do without (mm): the panel takes it, up to :data:`PANEL_GROWS`.
    """
    unit, panel = paper.unit, _panel(paper, spare)
    inner = _inner(paper)
    items = {"frame": inner, "divider": _divider(paper, panel)}
    field = QRectF(inner)
    if paper.landscape:
        field.setRight(panel.left())
    else:
        field.setBottom(panel.top())
    if table:
        strip = QRectF(field.left(), field.bottom() - table, field.width(), table)
        items.update(_table(strip, unit))
        field.setBottom(strip.top())
    edge = GRATICULE * unit
    items["map"] = field.adjusted(edge, edge, -edge, -edge if not table else -edge * 0.9)
    rules = {}
    columns, gap = _columns(paper, panel), _gap(paper)
    for group in _stacks(paper):
        shown = [block for block in group if block not in hidden]
        boxes = _stack(columns[group[0]], {block: wishes[block] for block in shown}, gap)
        for number, (block, box) in enumerate(boxes.items()):
            if number:
                middle = box.top() - gap / 2
                rules[block] = QRectF(box.left(), middle, box.width(), 0.15 * unit)
            items.update(_INSIDE[block](box, unit))
    return Arrangement(items, rules)


def _inner(paper: Paper) -> QRectF:
    margin = MARGIN * paper.unit
    return QRectF(0, 0, paper.width, paper.height).adjusted(margin, margin, -margin, -margin)


def _panel(paper: Paper, spare: float) -> QRectF:
    panel = _inner(paper)
    usual = (_COLUMN if paper.landscape else _FOOT) * paper.unit
    size = usual + min(spare, PANEL_GROWS * usual)
    if paper.landscape:
        panel.setLeft(panel.right() - size)
    else:
        panel.setTop(panel.bottom() - size)
    return panel


def _divider(paper: Paper, panel: QRectF) -> QRectF:
    line = _LINE * paper.unit
    if paper.landscape:
        return QRectF(panel.left(), panel.top(), line, panel.height())
    return QRectF(panel.left(), panel.top(), panel.width(), line)


def _stacks(paper: Paper) -> tuple[tuple[str, ...], ...]:
    if not paper.landscape:
        return GROUPS
    # In one column who signs comes last, and the small print below that.
    identity, legend, (definition, sources, notes, rights), (places, signature) = GROUPS
    return ((*identity, *legend, definition, places, sources, notes, signature, rights),)


def _columns(paper: Paper, panel: QRectF) -> dict[str, QRectF]:
    """Return for each block the column it stands in."""
    padding = PADDING * paper.unit
    above = padding if paper.landscape else padding * 0.8
    inner = panel.adjusted(padding, above, -padding, -above)
    if paper.landscape:
        return dict.fromkeys(BLOCKS, inner)
    found, left = {}, inner.left()
    free = inner.width() - padding * (len(GROUPS) - 1)
    for group, share in zip(GROUPS, _SHARES):
        width = free * share / sum(_SHARES)
        box = QRectF(left, inner.top(), width, inner.height())
        found.update(dict.fromkeys(group, box))
        left += width + padding
    return found


def lacks(paper: Paper, wishes: Mapping[str, Wish], hidden: Collection[str]) -> float:
    """Return how much height (mm) the fullest column lacks; below 0 if none does."""
    columns = _columns(paper, _panel(paper, 0.0))
    missing = []
    for group in _stacks(paper):
        shown = [block for block in group if block not in hidden]
        wanted = sum(wishes[block].wants for block in shown)
        gaps = _gap(paper) * max(0, len(shown) - 1)
        missing.append(wanted + gaps - columns[group[0]].height())
    return max(missing)


def _gap(paper: Paper) -> float:
    return GAP * paper.unit * (1.0 if paper.landscape else 0.8)


def _stack(column: QRectF, wishes: Mapping[str, Wish], gap: float) -> dict[str, QRectF]:
    """Return the boxes of blocks one below the other, the legend taking what is left."""
    room = column.height() - gap * max(0, len(wishes) - 1)
    wanted = sum(wish.wants for wish in wishes.values())
    least = sum(wish.least for wish in wishes.values())
    give = min(1.0, max(0.0, wanted - room) / (wanted - least)) if wanted > least else 0.0
    squeeze = min(1.0, room / least) if least else 1.0
    boxes, top = {}, column.top()
    for block, wish in wishes.items():
        height = wish.wants - give * (wish.wants - wish.least)
        height *= squeeze if give == 1.0 else 1.0
        if block == "legend":
            height += max(0.0, room - wanted)
        boxes[block] = QRectF(column.left(), top, column.width(), height)
        top += height + gap
    return boxes


def _letterhead(box: QRectF, unit: float) -> dict[str, QRectF]:
    tall = 0.63 * box.height()
    logo = min(tall, 0.2 * box.width())
    left, width = box.left() + logo + 2.5 * unit, box.width() - logo - 2.5 * unit
    one = 0.36 * tall  # the name of an office may take two lines, and so may its address
    return {
        "logo": QRectF(box.left(), box.top(), logo, tall),
        "government": QRectF(left, box.top(), width, one),
        "office": QRectF(left, box.top() + one, width, tall - one),
        "address": QRectF(box.left(), box.top() + tall, box.width(), box.height() - tall),
    }


def _title(box: QRectF, unit: float) -> dict[str, QRectF]:
    above = box.height() * 0.64
    return {
        "title": QRectF(box.left(), box.top(), box.width(), above),
        "subtitle": QRectF(box.left(), box.top() + above, box.width(), box.height() - above),
    }


def _number(box: QRectF, unit: float) -> dict[str, QRectF]:
    half = box.width() / 2
    return {
        "sheet_number": QRectF(box.left(), box.top(), half, box.height()),
        "edition": QRectF(box.left() + half, box.top(), half, box.height()),
    }


def _scale(box: QRectF, unit: float) -> dict[str, QRectF]:
    left = box.left() + 15 * unit
    width = box.right() - left
    top = box.top()
    return {
        "north_letter": QRectF(box.left(), top, 11 * unit, 4.6 * unit),
        "north_arrow": QRectF(box.left() + 1.5 * unit, top + 4.8 * unit, 8 * unit, 9.6 * unit),
        "scale": QRectF(left, top, width, 5.2 * unit),
        "scale_bar": QRectF(left, top + 5.4 * unit, width, 9 * unit),
    }


def _headed(block: str) -> Callable[[QRectF, float], dict[str, QRectF]]:
    """Return the inside of a block that is a heading and one item."""

    def inside(box: QRectF, unit: float) -> dict[str, QRectF]:
        head = HEADING * unit
        return {
            f"{block}_title": QRectF(box.left(), box.top(), box.width(), head),
            block: QRectF(box.left(), box.top() + head, box.width(), box.height() - head),
        }

    return inside


def _whole(block: str) -> Callable[[QRectF, float], dict[str, QRectF]]:
    return lambda box, unit: {block: box}


def _places(box: QRectF, unit: float) -> dict[str, QRectF]:
    head, between = 3.6 * unit, 3 * unit
    half = (box.width() - between) / 2
    found = {}
    for name, left in (("index", box.left()), ("inset", box.left() + half + between)):
        found[f"{name}_title"] = QRectF(left, box.top(), half, head)
        found[name] = QRectF(left, box.top() + head, half, box.height() - head)
    return found


def _signature(box: QRectF, unit: float) -> dict[str, QRectF]:
    """Return place and date, who approves, the box, the name; as a letter closes."""
    indent = 0.16 * box.width()
    left, width, top = box.left() + indent, box.width() - indent, box.top()
    found = {}
    fixed = (("place_date", 3.2), ("approval", 9.2), ("", 0.0), ("signer", 3.4), ("credentials", 6))
    free = box.height() - unit * sum(height for _, height in fixed)
    for name, height in fixed:
        tall = free if not name else height * unit
        air = 0.8 * unit if not name else 0.0
        found[name or "signature_box"] = QRectF(left, top + air, width, tall - 2 * air)
        top += tall
    return found


def _table(strip: QRectF, unit: float) -> dict[str, QRectF]:
    edge, between = GRATICULE * unit, 4 * unit
    inner = strip.adjusted(edge, 0, -edge, -2.2 * unit)
    head = HEADING * unit
    width = (inner.width() - between * (len(TABLE_FRAMES) - 1)) / len(TABLE_FRAMES)
    found = {"table_title": QRectF(inner.left(), inner.top(), inner.width(), head)}
    for number, name in enumerate(TABLE_FRAMES):
        left = inner.left() + number * (width + between)
        found[name] = QRectF(left, inner.top() + head, width, inner.height() - head)
    return found


_INSIDE: dict[str, Callable[[QRectF, float], dict[str, QRectF]]] = {
    "letterhead": _letterhead,
    "title": _title,
    "number": _number,
    "scale": _scale,
    "projection": _headed("projection"),
    "legend": _headed("legend"),
    "definition": _headed("definition"),
    "sources": _headed("sources"),
    "notes": _whole("notes"),
    "rights": _whole("rights"),
    "places": _places,
    "signature": _signature,
}


def block_items() -> dict[str, tuple[str, ...]]:
    """Return the ids of the items of each block."""
    box = QRectF(0, 0, 100, 100)
    found = {block: tuple(_INSIDE[block](box, 1.0)) for block in BLOCKS}
    return {**found, "table": ("table_title", *TABLE_FRAMES)}
