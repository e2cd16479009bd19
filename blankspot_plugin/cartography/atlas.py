# SPDX-License-Identifier: GPL-2.0-or-later
"""One sheet per kecamatan or village: how each page is drawn.

The pages are a layer of their own, the coverage layer of QGIS's atlas: a feature per page
with its title, number, scale and the villages on it. Items read them by expressions, so that
an officer who leafs through the atlas in QGIS sees each page as it will be printed; only type
that has to be smaller and the entries of the legend are set by :class:`Pages` page by page.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsAbstractLayoutIterator,
    QgsFeedback,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutObject,
    QgsPrintLayout,
    QgsProperty,
    QgsVectorLayer,
)

from . import georeference
from .labels import fit
from .legend import prune_legend
from .scale_bar import set_scale_bar


def set_up(layout: QgsPrintLayout, pages: QgsVectorLayer) -> None:
    """Make a layout an atlas of pages."""
    atlas = layout.atlas()
    atlas.setCoverageLayer(pages)
    atlas.setPageNameExpression('"page"')
    atlas.setSortFeatures(False)
    atlas.setHideCoverage(False)
    atlas.setEnabled(True)
    main = layout.itemById("map")
    if isinstance(main, QgsLayoutItemMap):
        main.setAtlasDriven(True)
        main.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Fixed)
        main.dataDefinedProperties().setProperty(
            QgsLayoutObject.DataDefinedProperty.MapScale,
            QgsProperty.fromExpression("attribute(@atlas_feature, 'scale')"),
        )
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        legend.setLegendFilterByMapEnabled(True)
    atlas.beginRender()
    atlas.seekTo(0)


def page_words(number: str) -> dict[str, str]:
    """Return the texts that change from page to page, as expressions of QGIS."""
    return {
        "title": "[% attribute(@atlas_feature, 'title') %]",
        "sheet_number": number.format(number="[% attribute(@atlas_feature, 'number') %]"),
    }


class Pages(QgsAbstractLayoutIterator):
    """The pages of a layout's atlas one after the other, each made ready before it is drawn.

    A copy of the layout is drawn, so that the officer's stays as it is. The legend of a page is
    made from what the map of that same page shows: QGIS's own filter is off, since it comes a
    page late where nobody looks at the layout.
    """

    def __init__(self, layout: QgsPrintLayout) -> None:
        super().__init__()
        self._layout = layout
        self._atlas = layout.atlas()
        self._place = -1
        self._grounds: list[georeference.Ground | None] = []
        self.on_page: Callable[[str], None] = lambda name: None
        self.feedback: QgsFeedback | None = None
        self._moving = [
            (item, item.text())
            for item in layout.items()
            if isinstance(item, QgsLayoutItemLabel) and "[%" in item.text()
        ]
        # Frames of a table that nothing flows into would show its heading again.
        self._frames = [
            item for item in layout.items() if isinstance(item, QgsLayoutFrame) and item.isVisible()
        ]
        self._legend = layout.itemById("legend")
        self._whole = None
        if isinstance(self._legend, QgsLayoutItemLegend):
            self._legend.setLegendFilterByMapEnabled(False)
            self._whole = self._legend.model().rootGroup().clone()

    def layout(self) -> QgsPrintLayout:
        """Return the layout as it is to be drawn now."""
        return self._layout

    def beginRender(self) -> bool:
        """Go before the first page."""
        self._place = -1
        return bool(self._atlas.beginRender())

    def endRender(self) -> bool:
        """Leave the last page."""
        return bool(self._atlas.endRender())

    def count(self) -> int:
        """Return how many pages there are."""
        return int(self._atlas.count())

    def filePath(self, base: str, extension: str) -> str:  # noqa: N802 - QGIS's
        """Return the path of the present page."""
        return f"{base}_{self.name()}.{extension}"

    def name(self) -> str:
        """Return the present page as a part of a file's name."""
        feature = self._layout.reportContext().feature()
        if feature.fieldNameIndex("file") >= 0:
            return str(feature["file"])
        return f"{self._place + 1:0{len(str(self.count()))}d}"

    def next(self) -> bool:
        """Go to the next page and make it ready; tell whether there is one."""
        self._place += 1
        if self._place >= self.count():
            return False
        if self.feedback is not None:
            self.feedback.setProgress(100 * self._place / self.count())
        if not self._atlas.seekTo(self._place):
            return False
        self.make_ready()
        self.on_page(self.name())
        return True

    def make_ready(self) -> None:
        """Set the texts and the legend of the present page."""
        self._layout.refresh()
        main = self._layout.referenceMap()
        for label, text in self._moving:
            fit(label, text, now=True)
        if main is None:
            return
        set_scale_bar(self._layout.itemById("scale_bar"), main)
        if self._whole is not None:
            prune_legend(self._legend, self._whole, main)
        for frame in self._frames:
            frame.setVisibility(not frame.isEmpty())
        self._grounds.append(georeference.ground_of(main))

    def georeference(self, path: Path) -> None:
        """Write into each page of a PDF of all pages where on the ground it lies."""
        georeference.write(path, self._grounds)


def pages_to_draw(layout: QgsPrintLayout) -> Pages:
    """Return the pages of a copy of a layout."""
    return Pages(layout.clone())
