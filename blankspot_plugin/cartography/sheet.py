# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts words, map, legend and small maps into the items of a layout, found by their ids.

Whatever template the layout was made from: an id that is missing is said and skipped, an item
that an officer has moved, resized or restyled stays as it is, and text is set smaller only
where its box is too small for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

from ..i18n import tr
from . import atlas, kept
from .arrangement import block_items
from .graticule import translate_graticule
from .inset import fill_index, fill_inset
from .labels import fit
from .legend import fill_legend
from .papers import Paper, round_scale
from .scale_bar import set_scale_bar
from .wording import SheetText, number_words, words

_MAP_PADDING = 1.5  # of A3: between what is shown and the map's frame


@dataclass(frozen=True)
class Sheet:
    """What a sheet shows.

    Attributes
    ----------
    layers
        The first on top.
    crs
        Of the map; metric.
    ground
        What must be seen, in that CRS.
    hidden
        Blocks left out; see ``arrangement.BLOCKS``.
    inset
        A layer for the inset in the place of the world's map.
    pages, index
        The coverage layer of an atlas, and the same as the index shows it; see ``atlas``.
    """

    text: SheetText
    layers: Sequence[QgsMapLayer]
    crs: QgsCoordinateReferenceSystem
    ground: QgsRectangle
    hidden: Collection[str] = ()
    inset: QgsMapLayer | None = None
    pages: QgsVectorLayer | None = None
    index: QgsVectorLayer | None = None


def fill(layout: QgsPrintLayout, sheet: Sheet, say: Callable[[str], None]) -> None:
    """Fill a layout; ``say`` gets a sentence for whatever is missing or does not fit."""
    main = layout.itemById("map")
    said = words(sheet.text, sheet.crs)
    _tell_missing(layout, said, say)
    if isinstance(main, QgsLayoutItemMap):
        fill_map(main, sheet)
        if sheet.pages is not None:
            atlas.set_up(layout, sheet.pages)
            said.update(atlas.page_words(number_words("{number}")))
        set_scale_bar(layout.itemById("scale_bar"), main)
    if not fill_inset(layout, sheet.inset):
        said["inset_title"] = ""
    if not fill_index(layout, sheet.layers, sheet.index):
        said["index_title"] = ""
    if sheet.pages is None:
        said["table_title"] = ""
    fill_words(layout, said, say)
    fill_logo(layout, sheet.text.office.logo)
    _hide_what_is_empty(layout, said)
    hide_blocks(layout, sheet.hidden)
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend) and isinstance(main, QgsLayoutItemMap):
        in_atlas = sheet.pages is not None
        listed = [layer for layer in sheet.layers if layer is not sheet.pages]
        if not fill_legend(legend, main, listed, everything=in_atlas) and legend.isVisible():
            say(tr("The legend is larger than its box: hide a block, or choose larger paper."))


def fill_map(main: QgsLayoutItemMap, sheet: Sheet) -> None:
    """Show the layers; the region at a round scale unless the map shows it already."""
    layers = list(sheet.layers)
    main.setLayers([sheet.pages, *layers] if sheet.pages is not None else layers)
    main.setKeepLayerSet(True)
    main.layout().setReferenceMap(main)
    translate_graticule(main)
    if main.crs() == sheet.crs and main.extent().intersects(sheet.ground):
        return
    main.setCrs(sheet.crs)
    frame = main.sizeWithUnits().toQSizeF()
    scale = fitting_scale(main, sheet.ground)
    half_w, half_h = frame.width() * scale / 2000, frame.height() * scale / 2000
    x, y = sheet.ground.center().x(), sheet.ground.center().y()
    main.zoomToExtent(QgsRectangle(x - half_w, y - half_h, x + half_w, y + half_h))
    main.setScale(scale)


def spare(frame: QRectF, ground: QgsRectangle, ours: Paper) -> float:
    """Return how much (mm) of a map's frame its region leaves over at the scale it gets.

    Of the width on a landscape page, of the height on a portrait one.
    """
    pad = 2 * _MAP_PADDING
    scale = round_scale(ground.width(), ground.height(), frame.width() - pad, frame.height() - pad)
    if ours.landscape:
        return max(0.0, frame.width() - pad - ground.width() * 1000 / scale - 0.1)
    return max(0.0, frame.height() - pad - ground.height() * 1000 / scale - 0.1)


def fitting_scale(main: QgsLayoutItemMap, ground: QgsRectangle) -> int:
    """Return the largest round scale at which an extent (m) fits a map item."""
    frame = main.sizeWithUnits().toQSizeF()
    usable = frame.width() - 2 * _MAP_PADDING, frame.height() - 2 * _MAP_PADDING
    return round_scale(ground.width(), ground.height(), *usable)


def fill_words(layout: QgsPrintLayout, said: Mapping[str, str], say: Callable[[str], None]) -> None:
    """Write each text into its label."""
    for name, text in said.items():
        label = layout.itemById(name)
        if isinstance(label, QgsLayoutItemLabel) and text and not fit(label, text):
            say(
                tr("The text of {item} is longer than its box and was cut: {text}").format(
                    item=name, text=text
                )
            )


def fill_logo(layout: QgsPrintLayout, path: str) -> None:
    """Show the office's logo, or nothing."""
    picture = layout.itemById("logo")
    if isinstance(picture, QgsLayoutItemPicture):
        picture.setPicturePath(path)
        kept.hide(picture, not path)


def hide_blocks(layout: QgsPrintLayout, hidden: Collection[str]) -> None:
    """Hide the items of blocks, with the hairlines above them."""
    items = block_items()
    for block in hidden:
        names = (*items.get(block, ()), f"rule_{block}")
        names += tuple(f"{name}_2" for name in names if name == "north_arrow")
        for name in names:
            item = layout.itemById(name)
            if item is not None:
                item.setVisibility(False)


def _tell_missing(
    layout: QgsPrintLayout, said: Mapping[str, str], say: Callable[[str], None]
) -> None:
    wanted = ["map", "legend", "scale_bar", "north_arrow", "index", "inset"]
    wanted += [name for name, text in said.items() if text and name != "table_title"]
    missing = [name for name in wanted if layout.itemById(name) is None]
    if missing:
        say(
            tr("The template has no item of these names, which were left out: {items}.").format(
                items=", ".join(missing)
            )
        )


def _hide_what_is_empty(layout: QgsPrintLayout, said: Mapping[str, str]) -> None:
    for name, text in said.items():
        item = layout.itemById(name)
        if item is not None:
            kept.hide(item, not text)
    for name, shown_with in (
        ("signature_box", "approval"),
        ("inset", "inset_title"),
        ("index", "index_title"),
        ("table", "table_title"),
        ("table_2", "table_title"),
        ("table_3", "table_title"),
    ):
        item = layout.itemById(name)
        if item is not None and shown_with in said:
            kept.hide(item, not said[shown_with])
    for block, names in block_items().items():
        rule = layout.itemById(f"rule_{block}")
        there = [layout.itemById(name) for name in names]
        if rule is not None:
            kept.hide(rule, not any(item is not None and item.isVisible() for item in there))
